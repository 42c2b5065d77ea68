/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "daftar-bidi.h"
#include "daftar-error.h"
#include "daftar-number.h"

/* Everything a number is written with, reduced to ASCII: digits, '-', '.' and ',' and "'" as typed (which may be either),
 * 'D' for ٫ (always the point), 'G' for ٬ (always between groups), ' ' for any space. */
typedef struct
{
  char     text[64];
  int      length;
  gboolean negative;
} Number;

static gboolean
refuse (GError     **error,
        const char  *sentence)
{
  g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID, sentence);
  return FALSE;
}

static char
reduce (gunichar c)
{
  if (g_unichar_isdigit (c))
    return (char) ('0' + g_unichar_digit_value (c));
  switch (c)
    {
    case '.': case ',': case '\'':
      return (char) c;
    case '-': case 0x2212: case 0x2010: case 0x2011: case 0x2013: case 0xfe63: case 0xff0d:
      return '-';
    case '+': case 0xff0b:
      return '+';
    case 0x066b:
      return 'D';
    case 0x066c:
      return 'G';
    case 0x060c: case 0xff0c:
      return ',';
    case 0xff0e:
      return '.';
    case 0x2019:
      return '\'';
    default:
      return g_unichar_isspace (c) || c == 0x202f ? ' ' : 0;
    }
}

/* Signs may stand before or (as Arabic programs write) after, and brackets mean minus in book-keeping. */
static gboolean
read_number (const char  *text,
             Number      *number,
             GError     **error)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autofree char *clean = daftar_bidi_strip (valid);
  char *p = g_strstrip (clean);
  gsize size = strlen (p);
  int signs = 0;

  if (size > 2 && p[0] == '(' && p[size - 1] == ')')
    {
      p[size - 1] = '\0';
      p++;
      number->negative = TRUE;
      signs++;
    }
  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      char c = reduce (g_utf8_get_char (p));

      if (c == 0)
        return refuse (error, _("This is not a number. Type digits, such as 1250.50."));
      if (c == '-' || c == '+')
        {
          gboolean last = *g_utf8_next_char (p) == '\0';

          if (signs++ > 0 || (number->length > 0 && !last))
            return refuse (error, _("A minus sign can only stand before or after the whole number."));
          number->negative = c == '-';
          continue;
        }
      if (number->length >= (int) sizeof number->text - 1)
        return refuse (error, _("This number is too long."));
      number->text[number->length++] = c;
    }
  while (number->length > 0 && number->text[number->length - 1] == ' ')
    number->length--;
  number->text[number->length] = '\0';
  return TRUE;
}

static int
count (const char *text,
       char        c)
{
  int n = 0;

  for (; *text != '\0'; text++)
    n += *text == c;
  return n;
}

/* Groups of three, or of two above the first three as in India: 1,234,567 and 12,34,567. */
static gboolean
groups_well (const char *text,
             const char *end,
             char        separator)
{
  int group = 0, groups = 0;

  for (const char *p = end; p > text; p--)
    {
      if (p[-1] != separator)
        {
          group++;
          continue;
        }
      if (groups == 0 ? group != 3 : group != 2 && group != 3)
        return FALSE;
      groups++;
      group = 0;
    }
  return groups == 0 || (group >= 1 && group <= 3);
}

/* Decides which sign is the point and which parts groups. A single '.' or ',' before exactly three digits could be
 * either, unless the number has fewer than three decimals anyway (then "1,234" can only be a group for the comma, and
 * "1.234" stays unclear); a 0 before it, or ".234", can only be the point. */
static gboolean
decide (const Number  *number,
        int            decimals,
        char          *point,
        char          *group,
        GError       **error)
{
  const char *text = number->text;
  int dots = count (text, '.'), commas = count (text, ',');
  const char *last_dot = strrchr (text, '.'), *last_comma = strrchr (text, ',');

  *point = *group = 0;
  if (count (text, 'D') > 1)
    return refuse (error, _("This number has more than one decimal point."));
  if (count (text, 'D') == 1)
    *point = 'D';
  if (count (text, 'G') > 0)
    *group = 'G';
  else if (count (text, '\'') > 0)
    *group = '\'';
  else if (count (text, ' ') > 0)
    *group = ' ';
  if (dots > 0 && commas > 0)
    {
      char last = last_dot > last_comma ? '.' : ',';

      if (*point != 0 || *group != 0 || count (text, last) > 1)
        return refuse (error, _("It is not clear which sign is the decimal point. Type the number without thousands separators, such as 1250.50."));
      *point = last;
      *group = last == '.' ? ',' : '.';
    }
  else if (dots + commas > 0)
    {
      char sign = dots > 0 ? '.' : ',';
      const char *at = dots > 0 ? last_dot : last_comma;
      gboolean three = strlen (at + 1) == 3;

      if (*point != 0)
        *group = *group == 0 ? sign : 1;
      else if (*group != 0)
        *point = sign;
      else if (dots + commas > 1)
        *group = sign;
      else if (!three || at == text || (at == text + 1 && text[0] == '0'))
        *point = sign;
      else if (at - text > 3)
        *point = sign;
      else if (decimals < 3 && sign == ',')
        *group = sign;
      else if (decimals >= 3 && sign == '.')
        *point = sign;
      else
        return refuse (error, _("This could be read in two ways. Type it without thousands separators, and decimals with two digits or more than three."));
    }
  return *group != 1 || refuse (error, _("It is not clear which sign is the decimal point. Type the number without thousands separators, such as 1250.50."));
}

static gboolean
add_digit (guint64 *sum,
           char     digit)
{
  return g_uint64_checked_mul (sum, *sum, 10) && g_uint64_checked_add (sum, *sum, (guint64) (digit - '0'));
}

/* Too many decimals are refused rather than rounded, unless they are zeros. */
static gboolean
read_fraction (const char  *fraction,
               int          decimals,
               guint64     *sum,
               GError     **error)
{
  int n = 0;

  for (; *fraction != '\0'; fraction++)
    {
      if (!g_ascii_isdigit (*fraction))
        return refuse (error, _("This is not a number. Type digits, such as 1250.50."));
      if (n++ < decimals)
        {
          if (!add_digit (sum, *fraction))
            return refuse (error, _("This number is too large."));
        }
      else if (*fraction != '0')
        {
          g_set_error (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID,
                       decimals == 0 ? _("Type a whole number, without decimals.")
                                     : g_dngettext (GETTEXT_PACKAGE, "This number can have at most %d decimal.",
                                                 "This number can have at most %d decimals.", decimals), decimals);
          return FALSE;
        }
    }
  for (; n < decimals; n++)
    if (!add_digit (sum, '0'))
      return refuse (error, _("This number is too large."));
  return TRUE;
}

/**
 * daftar_number_parse:
 * @text: (nullable): what somebody typed
 * @decimals: digits after the point that @value keeps, 0 to %DAFTAR_NUMBER_MAX_DECIMALS
 * @value: (out): the number × 10^@decimals
 * @error: where the refusal goes, a sentence for beside the field
 *
 * Reads Western, Arabic-Indic and Persian digits; ٫ . , as the point; ٬ , . ' and spaces between groups; a sign before
 * or after; brackets as minus. What can be read in two ways is refused, never guessed: "1,234" is 1234 where at most two
 * decimals are possible, and refused where three are; "1.234" is 1.234 where three are possible, and refused otherwise.
 *
 * Returns: whether @text is one number
 */
gboolean
daftar_number_parse (const char  *text,
                     int          decimals,
                     gint64      *value,
                     GError     **error)
{
  Number number = { 0 };
  char point, group;
  const char *end, *p;
  guint64 sum = 0;

  g_return_val_if_fail (decimals >= 0 && decimals <= DAFTAR_NUMBER_MAX_DECIMALS, FALSE);
  *value = 0;
  if (!read_number (text, &number, error))
    return FALSE;
  if (strpbrk (number.text, "0123456789") == NULL)
    return refuse (error, number.length == 0 ? _("Type a number.")
                                             : _("This is not a number. Type digits, such as 1250.50."));
  if (!decide (&number, decimals, &point, &group, error))
    return FALSE;
  end = point != 0 ? strchr (number.text, point) : number.text + number.length;
  if (group != 0 && !groups_well (number.text, end, group))
    return refuse (error, _("The thousands in this number are not grouped by three digits. Type it without separators."));
  for (p = number.text; p < end; p++)
    {
      if (*p == group)
        continue;
      if (!g_ascii_isdigit (*p))
        return refuse (error, _("This is not a number. Type digits, such as 1250.50."));
      if (!add_digit (&sum, *p))
        return refuse (error, _("This number is too large."));
    }
  if (!read_fraction (point != 0 ? end + 1 : end, decimals, &sum, error))
    return FALSE;
  if (sum > G_MAXINT64)
    return refuse (error, _("This number is too large."));
  *value = number.negative ? -(gint64) sum : (gint64) sum;
  return TRUE;
}

/**
 * daftar_number_plain:
 * @value: a number, times ten to the power of @decimals
 * @decimals: how many of its digits stand behind the point, at most 18
 *
 * Returns: (transfer full): the number in Western digits with a point and no zeros at its end, as
 *   daftar_number_parse() reads it
 */
char *
daftar_number_plain (gint64 value,
                     int    decimals)
{
  guint64 size = value < 0 ? -(guint64) value : (guint64) value;
  guint64 unit = 1;
  GString *text;

  for (int i = 0; i < decimals; i++)
    unit *= 10;
  text = g_string_new (value < 0 ? "-" : "");
  g_string_append_printf (text, "%" G_GUINT64_FORMAT, size / unit);
  if (size % unit == 0)
    return g_string_free (text, FALSE);
  g_string_append_printf (text, ".%0*" G_GUINT64_FORMAT, decimals, size % unit);
  while (text->str[text->len - 1] == '0')
    g_string_truncate (text, text->len - 1);
  return g_string_free (text, FALSE);
}
