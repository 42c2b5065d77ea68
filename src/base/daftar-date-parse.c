/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "daftar-calendar-names.h"
#include "daftar-date.h"
#include "daftar-error.h"
#include "daftar-text.h"

/* Years between these are Hijri: nobody's birthday was in 1446 by the other calendar. */
#define HIJRI_FIRST 1300
#define HIJRI_LAST  1600

#define MAX_NUMBERS 7

typedef struct
{
  int      numbers[MAX_NUMBERS];
  int      digits[MAX_NUMBERS];
  int      n_numbers;
  int      month;          /* by name; 0 for none */
  int      month_at;       /* how many numbers stood before it */
  gboolean hijri;
} Parts;

static char *
refuse (GError     **error,
        const char  *sentence)
{
  g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID, sentence);
  return NULL;
}

/* Words that may stand beside a date: signs of the era, of the time of day, and "of". */
static gsize
small_word (const char *fold)
{
  static const char *const words[] = { "هجري", "ه", "ميلادي", "م", "ص", "من", "ah", "ad", "ce", "am", "pm", "of", "t", "z" };
  gsize length = strcspn (fold, " ");

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i]) == length && strncmp (words[i], fold, length) == 0)
      return length;
  return 0;
}

static gboolean
read_digits (const char **at,
             Parts       *parts)
{
  int value = 0, n = 0;

  if (parts->n_numbers == MAX_NUMBERS)
    return FALSE;
  for (; g_ascii_isdigit (**at); (*at)++, n++)
    if (n < 9)
      value = value * 10 + (**at - '0');
  if (n > 9)
    return FALSE;
  parts->digits[parts->n_numbers] = n;
  parts->numbers[parts->n_numbers++] = value;
  /* 1st, 2nd, 3rd, 5th; 2025-03-05T10:00Z, 1446هـ */
  if (strncmp (*at, "st", 2) == 0 || strncmp (*at, "nd", 2) == 0 || strncmp (*at, "rd", 2) == 0
      || strncmp (*at, "th", 2) == 0)
    *at += 2;
  else if (**at == 't' || **at == 'z')
    *at += 1;
  return TRUE;
}

static gboolean
read_parts (const char *fold,
            Parts      *parts)
{
  while (*fold != '\0')
    {
      gboolean hijri;
      gsize length;
      int month;

      if (*fold == ' ')
        fold++;
      else if (g_ascii_isdigit (*fold))
        {
          if (!read_digits (&fold, parts))
            return FALSE;
        }
      else if (parts->month == 0 && (month = daftar_month_read (fold, &length, &hijri)) > 0)
        {
          parts->month = month;
          parts->month_at = parts->n_numbers;
          parts->hijri = hijri;
          fold += length;
        }
      else if (daftar_weekday_read (fold, &length) || (length = small_word (fold)) > 0)
        fold += length;
      else
        return FALSE;
    }
  return TRUE;
}

/* What stands after the date may be a time of day and no more. */
static gboolean
rest_is_time (const Parts *parts,
              int          from)
{
  for (int i = from; i < parts->n_numbers; i++)
    if (i - from < 3 && parts->numbers[i] > 59)
      return FALSE;
  return parts->n_numbers == from || parts->n_numbers >= from + 2;
}

static gboolean
is_year (const Parts *parts,
         int          i)
{
  return parts->digits[i] == 4;
}

static gboolean
split_compact (Parts *parts)
{
  int number = parts->numbers[0];

  if (parts->month != 0 || parts->n_numbers == 0 || parts->digits[0] != 8 || parts->n_numbers + 2 > MAX_NUMBERS)
    return FALSE;
  for (int i = parts->n_numbers - 1; i > 0; i--)
    {
      parts->numbers[i + 2] = parts->numbers[i];
      parts->digits[i + 2] = parts->digits[i];
    }
  parts->n_numbers += 2;
  parts->numbers[0] = number / 10000;
  parts->numbers[1] = number / 100 % 100;
  parts->numbers[2] = number % 100;
  parts->digits[0] = 4;
  parts->digits[1] = parts->digits[2] = 2;
  return TRUE;
}

static char *
make (int       year,
      int       month,
      int       day,
      gboolean  hijri,
      GError  **error)
{
  char *iso = hijri || (year >= HIJRI_FIRST && year <= HIJRI_LAST) ? daftar_hijri_to_iso (year, month, day)
                                                                   : daftar_date_from_ymd (year, month, day);

  return iso != NULL ? iso : refuse (error, _("There is no such day. Check the day and the month."));
}

/**
 * daftar_date_parse:
 * @text: (nullable): a date as people and other programs write it
 * @order: what comes first where numbers leave a choice
 * @error: where the refusal goes, a sentence for beside the field
 *
 * Reads 15/01/1950, 1982-11-19, 19821119, 5 March 2025, March 5th, 2025, ١٥ كانون الثاني ١٩٥٠, with any separators,
 * digits of any script, a weekday before and a time of day after. Years from 1300 to 1600 and Hijri months are read as
 * Hijri (Umm al-Qura). Where @order gives a thirteenth month, the other order is taken if that is a day. Years need four
 * digits.
 *
 * Returns: (transfer full) (nullable): the ISO day
 */
char *
daftar_date_parse (const char       *text,
                   DaftarDateOrder   order,
                   GError          **error)
{
  g_autofree char *fold = daftar_text_fold (text);
  Parts parts = { 0 };
  int *n = parts.numbers;

  if (*fold == '\0')
    return refuse (error, _("Type a date, such as 15/01/1985."));
  if (!read_parts (fold, &parts))
    return refuse (error, _("This is not a date. Type it like 15/01/1985."));
  split_compact (&parts);
  if (parts.month > 0)
    {
      if (parts.n_numbers < 2 || parts.month_at > 2 || !rest_is_time (&parts, 2))
        return refuse (error, _("This is not a date. Type it like 15/01/1985."));
      if (is_year (&parts, 0) == is_year (&parts, 1))
        return refuse (error, _("Type the year with four digits, such as 1985."));
      return is_year (&parts, 0) ? make (n[0], parts.month, n[1], parts.hijri, error)
                                 : make (n[1], parts.month, n[0], parts.hijri, error);
    }
  if (parts.n_numbers < 3 || !rest_is_time (&parts, 3))
    return refuse (error, _("This is not a date. Type it like 15/01/1985."));
  if (is_year (&parts, 0))
    return make (n[0], n[1], n[2], FALSE, error);
  if (!is_year (&parts, 2))
    return refuse (error, _("Type the year with four digits, such as 1985."));
  if (order == DAFTAR_DATE_ORDER_MDY ? n[0] <= 12 : n[1] > 12 && n[0] <= 12)
    return make (n[2], n[0], n[1], FALSE, error);
  return make (n[2], n[1], n[0], FALSE, error);
}
