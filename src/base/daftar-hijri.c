/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include <unicode/ucal.h>

#include "daftar-date.h"

/* The calendar's name is explicit: what "islamic" alone means changes between versions of CLDR. */
#define UMM_AL_QURA "ar@calendar=islamic-umalqura"
#define MS_A_DAY    86400000.0
#define FIRST_YEAR  1
#define LAST_YEAR   9000

static GMutex lock;
static UCalendar *shared;

/* One calendar in UTC for all threads: opening one costs far more than asking it. */
static UCalendar *
lock_calendar (void)
{
  static const UChar utc[] = { 'E', 't', 'c', '/', 'U', 'T', 'C', 0 };
  UErrorCode status = U_ZERO_ERROR;

  g_mutex_lock (&lock);
  if (shared == NULL)
    {
      shared = ucal_open (utc, -1, UMM_AL_QURA, UCAL_TRADITIONAL, &status);
      if (U_FAILURE (status))
        g_clear_pointer (&shared, ucal_close);
    }
  return shared;
}

/**
 * daftar_hijri_from_iso:
 * @iso: an ISO day
 * @year: (out): Hijri year
 * @month: (out): 1 (Muharram) to 12
 * @day: (out): day of the month
 *
 * By the Umm al-Qura calendar, whose table covers 1300 to 1600 AH (1882 to 2174); ICU computes years outside it.
 *
 * Returns: whether @iso is a day
 */
gboolean
daftar_hijri_from_iso (const char *iso,
                       int        *year,
                       int        *month,
                       int        *day)
{
  int number = daftar_date_to_number (iso);
  UErrorCode status = U_ZERO_ERROR;
  UCalendar *calendar;

  *year = *month = *day = 0;
  if (number == G_MININT)
    return FALSE;
  calendar = lock_calendar ();
  if (calendar != NULL)
    {
      ucal_setMillis (calendar, number * MS_A_DAY, &status);
      *year = ucal_get (calendar, UCAL_YEAR, &status);
      *month = ucal_get (calendar, UCAL_MONTH, &status) + 1;
      *day = ucal_get (calendar, UCAL_DATE, &status);
    }
  g_mutex_unlock (&lock);
  return calendar != NULL && U_SUCCESS (status);
}

/* The day's number since 1970 of a day that need not exist (the 30th of a month of 29 is the next 1st). */
static gboolean
hijri_number (int  year,
              int  month,
              int  day,
              int *number)
{
  UErrorCode status = U_ZERO_ERROR;
  UCalendar *calendar = lock_calendar ();

  if (calendar != NULL)
    {
      ucal_clear (calendar);
      ucal_setDate (calendar, year, month - 1, day, &status);
      *number = (int) (ucal_getMillis (calendar, &status) / MS_A_DAY);
      if (ucal_getMillis (calendar, &status) < 0 && *number * MS_A_DAY > ucal_getMillis (calendar, &status))
        *number -= 1;
    }
  g_mutex_unlock (&lock);
  return calendar != NULL && U_SUCCESS (status);
}

/**
 * daftar_hijri_month_length:
 * @year: Hijri year
 * @month: 1 to 12
 *
 * Returns: 29 or 30; 0 for no month
 */
int
daftar_hijri_month_length (int year,
                           int month)
{
  int first, next;

  if (month < 1 || month > 12 || year < FIRST_YEAR || year > LAST_YEAR)
    return 0;
  if (!hijri_number (year, month, 1, &first))
    return 0;
  if (!hijri_number (month == 12 ? year + 1 : year, month == 12 ? 1 : month + 1, 1, &next))
    return 0;
  return next - first;
}

/**
 * daftar_hijri_to_iso:
 * @year: Hijri year
 * @month: 1 to 12
 * @day: day of the month
 *
 * Returns: (transfer full) (nullable): the ISO day; %NULL if there is no such Hijri day
 */
char *
daftar_hijri_to_iso (int year,
                     int month,
                     int day)
{
  int number;

  if (day < 1 || day > daftar_hijri_month_length (year, month) || !hijri_number (year, month, day, &number))
    return NULL;
  return daftar_date_from_number (number);
}
