/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include <string.h>

#include "daftar-phone.h"
#include "daftar-phone-plan.h"

#define MAX_DIGITS 24

/* Digits after which a letter or a slash begins something else: an extension, a second number, a remark. */
#define ENOUGH_DIGITS 7

typedef struct
{
  char     digits[MAX_DIGITS + 1];
  int      length;
  gboolean plus;
  gboolean letters;        /* before the digits: a label, perhaps */
  gboolean too_long;
} Dialled;

static gboolean
is_plus (gunichar c)
{
  return c == '+' || c == 0xff0b || c == 0xfe62;
}

static gboolean
ends_number (gunichar c)
{
  return c == '/' || c == ',' || c == ';' || c == '\n' || c == 0x060c || c == 0x061b || c == '#' || c == '|';
}

/* Reads what could be dialled: digits of any script, a plus before them or (as right-to-left text often shows and keeps
 * it) after them. Stops where something else begins. */
static void
read_dialled (const char *text,
              Dialled    *dialled)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c))
        {
          if (dialled->length >= MAX_DIGITS)
            {
              dialled->too_long = TRUE;
              return;
            }
          dialled->digits[dialled->length++] = (char) ('0' + g_unichar_digit_value (c));
        }
      else if (is_plus (c))
        {
          if (dialled->plus && dialled->length > 0)
            return;
          dialled->plus = dialled->length == 0 || dialled->length >= ENOUGH_DIGITS;
        }
      else if (g_unichar_isalpha (c) || ends_number (c))
        {
          if (dialled->length >= ENOUGH_DIGITS)
            return;
          if (g_unichar_isalpha (c) && dialled->length > 0)
            dialled->letters = TRUE;
        }
    }
}

/* One digit over and over is what people type into a field that wants something, unless such numbers are given out. */
static gboolean
plausible (const DaftarPhonePlan *plan,
           const char            *national)
{
  if (!daftar_phone_plan_possible (plan, national))
    return FALSE;
  return strspn (national, (char[]) { *national, '\0' }) < strlen (national) || daftar_phone_plan_fits (plan, national);
}

/* What follows a calling code, in the form of E.164 (with that code); %NULL if it cannot be. */
static char *
international (const char *digits,
               gboolean    strict)
{
  const DaftarPhonePlan *plan = daftar_phone_plan_of_number (digits);
  g_autofree char *national = NULL;

  if (plan == NULL)
    return NULL;
  national = daftar_phone_plan_strip (plan, digits + strlen (plan->calling_code));
  if (strict ? !daftar_phone_plan_fits (plan, national) : !plausible (plan, national))
    return NULL;
  return g_strconcat (plan->calling_code, national, NULL);
}

/* As dialled at home; %NULL if it cannot be. A number that carries its own calling code but no plus is recognised when
 * it is no number of the country without it. */
static char *
at_home (const DaftarPhonePlan *plan,
         const char            *digits)
{
  g_autofree char *national = NULL;
  const char *code = plan->calling_code;

  if (g_str_has_prefix (digits, code))
    {
      g_autofree char *rest = daftar_phone_plan_strip (plan, digits + strlen (code));
      gboolean fits = daftar_phone_plan_fits (plan, digits);

      if ((!fits && daftar_phone_plan_fits (plan, rest))
          || (strlen (digits) > 17 || (plan->lengths >> strlen (digits)) == 0))
        return plausible (plan, rest) ? g_strconcat (code, rest, NULL) : NULL;
    }
  national = daftar_phone_plan_strip (plan, digits);
  if (plausible (plan, national))
    return g_strconcat (code, national, NULL);
  return NULL;
}

/**
 * daftar_phone_normalise:
 * @text: (nullable): a phone number as somebody wrote it
 * @country: (nullable): where it was written (ISO 3166 code)
 *
 * Reads any spelling: digits of any script, marks of direction, punctuation, a label before and an extension after, a
 * plus before or after, 00 or what the country dials for abroad, the prefix for national calls (also "(0)" after a
 * calling code), the calling code without plus. Zeros that belong to the number (Italy) stay. Lengths and prefixes are
 * libphonenumber's; a number is not required to be in use, only to be possible.
 *
 * Returns: (transfer full) (nullable): the digits of E.164, without plus; %NULL if it cannot be a phone number
 */
char *
daftar_phone_normalise (const char *text,
                        const char *country)
{
  const DaftarPhonePlan *plan = daftar_phone_plan_of_country (country);
  Dialled dialled = { 0 };
  const char *digits = dialled.digits;
  gsize abroad;
  char *norm = NULL;

  read_dialled (text, &dialled);
  if (dialled.length < 2 || dialled.too_long || dialled.letters)
    return NULL;
  if (dialled.plus)
    {
      /* "+00966…": both ways at once. */
      while (*digits == '0')
        digits++;
      return international (digits, FALSE);
    }
  abroad = daftar_phone_plan_abroad (plan, digits);
  if (abroad > 0)
    return international (digits + abroad, FALSE);
  if (plan != NULL)
    norm = at_home (plan, digits);
  /* With a calling code of another country and neither plus nor 00: only if it fits to the letter. */
  if (norm == NULL && *digits != '0' && dialled.length > 9)
    norm = international (digits, TRUE);
  return norm;
}

/**
 * daftar_phone_digits:
 * @text: (nullable): any text
 *
 * Returns: (transfer full): its digits, of any script, as ASCII; "" for none
 */
char *
daftar_phone_digits (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString *digits = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isdigit (g_utf8_get_char (p)))
      g_string_append_c (digits, (char) ('0' + g_unichar_digit_value (g_utf8_get_char (p))));
  return g_string_free (digits, FALSE);
}

/**
 * daftar_phone_search_prefix:
 * @text: (nullable): a number of which the beginning has been typed
 * @country: (nullable): where (ISO 3166 code)
 *
 * "0501" in Saudi Arabia gives "966501", as "+966501", "00966501" and "501" do; what begins with the country's calling
 * code is taken as that.
 *
 * Returns: (transfer full) (nullable): what the normal forms of such numbers begin with; %NULL if @text has letters, or
 *   nothing that could be said about the beginning
 */
char *
daftar_phone_search_prefix (const char *text,
                            const char *country)
{
  const DaftarPhonePlan *plan = daftar_phone_plan_of_country (country);
  Dialled dialled = { 0 };
  const char *digits = dialled.digits;
  gsize abroad;

  read_dialled (text, &dialled);
  for (const char *p = text; p != NULL && *p != '\0'; p = g_utf8_find_next_char (p, NULL))
    if (g_unichar_isalpha (g_utf8_get_char_validated (p, -1)))
      return NULL;
  if (dialled.length == 0 || dialled.too_long)
    return NULL;
  if (dialled.plus)
    return g_strdup (digits + strspn (digits, "0"));
  abroad = daftar_phone_plan_abroad (plan, digits);
  if (abroad > 0)
    return g_strdup (digits + abroad);
  if (plan == NULL)
    return *digits != '0' ? g_strdup (digits) : NULL;
  if (strcmp (digits, "00") == 0 || strcmp (digits, plan->trunk) == 0 || strcmp (digits, plan->idd) == 0)
    return NULL;
  if (g_str_has_prefix (digits, plan->calling_code))
    return g_strdup (digits);
  if (*plan->trunk != '\0' && g_str_has_prefix (digits, plan->trunk))
    digits += strlen (plan->trunk);
  return g_strconcat (plan->calling_code, digits, NULL);
}

/**
 * daftar_phone_format:
 * @norm: (nullable): a normal form from daftar_phone_normalise()
 * @home_country: (nullable): where it is read (ISO 3166 code)
 *
 * For people: "050 123 4567" at home, "+966 50 123 4567" elsewhere. Wrap it with daftar_bidi_ltr() to show it.
 *
 * Returns: (transfer full): the spelling; "+" and the digits where nothing is known of the plan; "" for none
 */
char *
daftar_phone_format (const char *norm,
                     const char *home_country)
{
  const DaftarPhonePlan *home = daftar_phone_plan_of_country (home_country);
  const DaftarPhonePlan *plan;
  g_autofree char *grouped = NULL;
  const char *national;
  gboolean at_home_now;

  if (norm == NULL || *norm == '\0')
    return g_strdup ("");
  plan = daftar_phone_plan_of_number (norm);
  if (plan == NULL)
    return g_strconcat ("+", norm, NULL);
  national = norm + strlen (plan->calling_code);
  at_home_now = home != NULL && strcmp (home->calling_code, plan->calling_code) == 0;
  grouped = daftar_phone_plan_group (plan, national, at_home_now);
  if (at_home_now)
    return grouped != NULL ? g_steal_pointer (&grouped) : g_strdup (national);
  return g_strconcat ("+", plan->calling_code, " ", grouped != NULL ? grouped : national, NULL);
}

/**
 * daftar_phone_is_assigned:
 * @norm: (nullable): a normal form
 *
 * Stricter than what daftar_phone_normalise() accepts: an import that reads local numbers with the wrong country gets
 * normal forms of a possible length that nobody can have, and can ask about them.
 *
 * Returns: whether such numbers are given out in the plan of its calling code
 */
gboolean
daftar_phone_is_assigned (const char *norm)
{
  const DaftarPhonePlan *plan = norm != NULL ? daftar_phone_plan_of_number (norm) : NULL;

  return plan != NULL && daftar_phone_plan_fits (plan, norm + strlen (plan->calling_code));
}

/**
 * daftar_phone_reverse:
 * @norm: (nullable): a normal form or other digits
 *
 * Returns: (transfer full): the digits backwards, so that a search by the last digits is one by a prefix
 */
char *
daftar_phone_reverse (const char *norm)
{
  return g_strreverse (g_strdup (norm != NULL ? norm : ""));
}

/**
 * daftar_phone_country:
 * @norm: (nullable): a normal form
 *
 * Returns: (transfer none) (nullable): the ISO 3166 code of its country; %NULL if it has none
 */
const char *
daftar_phone_country (const char *norm)
{
  const DaftarPhonePlan *plan = norm != NULL ? daftar_phone_plan_of_number (norm) : NULL;
  const char *region;

  if (plan == NULL)
    return NULL;
  region = daftar_phone_plan_region (plan, norm + strlen (plan->calling_code));
  return strcmp (region, "001") != 0 ? region : NULL;
}

/* Digits and where each of them stands. */
static char *
read_digits (const char *text,
             GArray     *ranges)
{
  GString *digits = g_string_new (NULL);

  for (const char *p = text; *p != '\0';)
    {
      gunichar c = g_utf8_get_char_validated (p, -1);
      const char *next = c >= (gunichar) -2 ? p + 1 : g_utf8_next_char (p);
      DaftarTextRange range = { (int) (p - text), (int) (next - text) };

      if (c < (gunichar) -2 && g_unichar_isdigit (c))
        {
          g_string_append_c (digits, (char) ('0' + g_unichar_digit_value (c)));
          g_array_append_val (ranges, range);
        }
      p = next;
    }
  return g_string_free (digits, FALSE);
}

/**
 * daftar_phone_find_match:
 * @text: (nullable): a number as shown
 * @query: (nullable): digits that somebody typed, in any spelling
 * @range: (out): where they stand in @text, with what stands between them
 *
 * What is dialled before the number need not be the same on both sides: "0501" stands in "+966 50 123 4567".
 *
 * Returns: whether they do
 */
gboolean
daftar_phone_find_match (const char      *text,
                         const char      *query,
                         DaftarTextRange *range)
{
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (DaftarTextRange));
  g_autofree char *digits = read_digits (text != NULL ? text : "", ranges);
  g_autofree char *typed = daftar_phone_digits (query);
  gsize length = strlen (typed);

  /* 00 and three digits of a country are the most that can be missing. */
  for (gsize cut = 0; cut <= 5 && cut < length && (cut == 0 || length - cut >= 2); cut++)
    {
      const char *found = strstr (digits, typed + cut);

      if (found == NULL)
        continue;
      range->start = g_array_index (ranges, DaftarTextRange, found - digits).start;
      range->end = g_array_index (ranges, DaftarTextRange, found - digits + length - cut - 1).end;
      return TRUE;
    }
  return FALSE;
}
