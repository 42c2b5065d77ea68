/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-occasion-day.h"

#include <stdio.h>
#include <string.h>

#include "daftar-date.h"
#include "daftar-recurrence.h"

/* Years to try a day and month in that came without one: a leap year, and enough Hijri years for each month to have
 * had its 30th. */
#define LEAP_YEAR   2000
#define FIRST_HIJRI 1440
#define LAST_HIJRI  1470

static gboolean
has_year (const char *day)
{
  return day != NULL && strncmp (day, "0000", 4) != 0;
}

/**
 * daftar_occasion_get_date:
 * @occasion: an occasion
 * @year: (out): its year; 0 if that is not known
 * @month: (out): 1 to 12
 * @day: (out): day of the month
 *
 * The date in the calendar that the occasion comes back by. Without its year ("0000-09-01") a day is kept in that
 * calendar too: the 1st of Ramadan, if it is a Hijri one.
 *
 * Returns: whether it has one
 */
gboolean
daftar_occasion_get_date (DaftarOccasion *occasion,
                          int            *year,
                          int            *month,
                          int            *day)
{
  *year = *month = *day = 0;
  if (occasion->day == NULL)
    return FALSE;
  if (!has_year (occasion->day))
    return sscanf (occasion->day, "0000-%2d-%2d", month, day) == 2 && *month >= 1 && *month <= 12 && *day >= 1
           && *day <= (occasion->hijri ? 30 : daftar_date_days_in_month (LEAP_YEAR, *month));
  return occasion->hijri ? daftar_hijri_from_iso (occasion->day, year, month, day)
                         : daftar_date_parse_iso (occasion->day, year, month, day);
}

static char *
next_hijri (int         month,
            int         day,
            const char *today)
{
  int year, m, d;

  if (!daftar_hijri_from_iso (today, &year, &m, &d))
    return NULL;
  for (int i = 0; i < 2; i++, year++)
    {
      g_autofree char *next = daftar_hijri_to_iso (year, month, MIN (day, daftar_hijri_month_length (year, month)));

      if (next != NULL && strcmp (next, today) >= 0)
        return g_steal_pointer (&next);
    }
  return NULL;
}

static char *
next_without_year (DaftarOccasion *occasion,
                   int             month,
                   int             day,
                   const char     *today)
{
  g_autofree char *anchor = NULL;

  if (occasion->hijri)
    return next_hijri (month, day, today);
  anchor = daftar_date_from_ymd (LEAP_YEAR, month, day);
  return daftar_recurrence_next (anchor, NULL, 1, DAFTAR_RECUR_YEAR, today);
}

/**
 * daftar_occasion_next:
 * @occasion: an occasion
 * @today: an ISO day
 * @years: (out) (optional): how many years it will be then, by its own calendar; 0 if the year is not known
 *
 * Today is today. A 29 February is kept on the 28th where there is none, and a 30th on the 29th of a short month.
 *
 * Returns: (transfer full) (nullable): the ISO day of its next time; %NULL if it has no date
 */
char *
daftar_occasion_next (DaftarOccasion *occasion,
                      const char     *today,
                      int            *years)
{
  int year, month, day, then = 0, m, d;
  char *next;

  if (years != NULL)
    *years = 0;
  if (!daftar_occasion_get_date (occasion, &year, &month, &day))
    return NULL;
  if (year == 0)
    return next_without_year (occasion, month, day, today);
  next = daftar_recurrence_next (occasion->day, NULL, 1, occasion->hijri ? DAFTAR_RECUR_HIJRI_YEAR : DAFTAR_RECUR_YEAR,
                                 today);
  if (next == NULL || years == NULL)
    return next;
  if (occasion->hijri)
    daftar_hijri_from_iso (next, &then, &m, &d);
  else
    daftar_date_parse_iso (next, &then, &m, &d);
  *years = then - year;
  return next;
}

/**
 * daftar_occasion_is_on:
 * @occasion: an occasion
 * @day: an ISO day
 *
 * Returns: whether it is kept on that day
 */
gboolean
daftar_occasion_is_on (DaftarOccasion *occasion,
                       const char     *day)
{
  g_autofree char *next = daftar_occasion_next (occasion, day, NULL);

  return g_strcmp0 (next, day) == 0;
}

/* "1 رمضان": any year that has the day tells its month. */
static char *
parse_hijri_without_year (const char *text)
{
  for (int year = FIRST_HIJRI; year <= LAST_HIJRI; year++)
    {
      g_autofree char *with_year = g_strdup_printf ("%s %d", text, year);
      g_autofree char *iso = daftar_date_parse (with_year, DAFTAR_DATE_ORDER_DMY, NULL);
      int y, month, day;

      if (iso != NULL && daftar_hijri_from_iso (iso, &y, &month, &day))
        return g_strdup_printf ("0000-%02d-%02d", month, day);
    }
  return NULL;
}

static char *
parse_without_year (const char *text,
                    gboolean    hijri)
{
  g_autofree char *with_year = NULL;
  g_autofree char *iso = NULL;

  if (hijri)
    return parse_hijri_without_year (text);
  with_year = g_strdup_printf ("%s %d", text, LEAP_YEAR);
  iso = daftar_date_parse (with_year, DAFTAR_DATE_ORDER_DMY, NULL);
  return iso != NULL ? g_strconcat ("0000", iso + 4, NULL) : NULL;
}

/**
 * daftar_occasion_parse:
 * @text: a date in either calendar and any digits, with its year or without: "15/3", "١ رمضان", "15 March 1990"
 * @hijri: the calendar that it comes back by, which a date without a year is in
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable): what #DaftarOccasion keeps: an ISO day, or year 0000 and the month and day of
 *   its own calendar
 */
char *
daftar_occasion_parse (const char  *text,
                       gboolean     hijri,
                       GError     **error)
{
  g_autoptr (GError) local = NULL;
  char *day = daftar_date_parse (text, DAFTAR_DATE_ORDER_DMY, &local);

  if (day == NULL)
    day = parse_without_year (text, hijri);
  if (day == NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return day;
}
