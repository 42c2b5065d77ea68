/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-date.h"

static gboolean
is_leap (int year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

/**
 * daftar_date_days_in_month:
 * @year: Gregorian year
 * @month: 1 to 12
 *
 * Returns: 28 to 31; 0 for no month
 */
int
daftar_date_days_in_month (int year,
                           int month)
{
  static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  if (month < 1 || month > 12)
    return 0;
  return month == 2 && is_leap (year) ? 29 : days[month - 1];
}

static gboolean
is_real (int year,
         int month,
         int day)
{
  return year >= 1 && year <= 9999 && day >= 1 && day <= daftar_date_days_in_month (year, month);
}

/* Days since 1970-01-01 in the proleptic Gregorian calendar (Howard Hinnant, "chrono-compatible low-level date
 * algorithms"): years begin in March, so that the leap day is the last. */
static int
number_from_civil (int year,
                   int month,
                   int day)
{
  int y = month <= 2 ? year - 1 : year;
  int era = (y >= 0 ? y : y - 399) / 400;
  int of_era = y - era * 400;
  int of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

static void
civil_from_number (int  number,
                   int *year,
                   int *month,
                   int *day)
{
  int z = number + 719468;
  int era = (z >= 0 ? z : z - 146096) / 146097;
  int of_era = z - era * 146097;
  int y = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  int of_year = of_era - (365 * y + y / 4 - y / 100);
  int m = (5 * of_year + 2) / 153;

  *day = of_year - (153 * m + 2) / 5 + 1;
  *month = m < 10 ? m + 3 : m - 9;
  *year = y + era * 400 + (*month <= 2 ? 1 : 0);
}

/**
 * daftar_date_parse_iso:
 * @text: (nullable): YYYY-MM-DD
 * @year: (out) (optional): year
 * @month: (out) (optional): month
 * @day: (out) (optional): day
 *
 * Returns: whether @text is exactly such a day and the day exists
 */
gboolean
daftar_date_parse_iso (const char *text,
                       int        *year,
                       int        *month,
                       int        *day)
{
  static const char shape[] = "0000-00-00";
  int y, m, d;

  for (int i = 0; i < 10; i++)
    if (text == NULL || (shape[i] == '0' ? !g_ascii_isdigit (text[i]) : text[i] != '-'))
      return FALSE;
  if (text[10] != '\0')
    return FALSE;
#define DIGIT(i) (text[i] - '0')
  y = DIGIT (0) * 1000 + DIGIT (1) * 100 + DIGIT (2) * 10 + DIGIT (3);
  m = DIGIT (5) * 10 + DIGIT (6);
  d = DIGIT (8) * 10 + DIGIT (9);
#undef DIGIT
  if (!is_real (y, m, d))
    return FALSE;
  if (year != NULL)
    *year = y;
  if (month != NULL)
    *month = m;
  if (day != NULL)
    *day = d;
  return TRUE;
}

/**
 * daftar_date_from_ymd:
 * @year: 1 to 9999
 * @month: 1 to 12
 * @day: day of the month
 *
 * Returns: (transfer full) (nullable): the day as YYYY-MM-DD; %NULL if there is no such day
 */
char *
daftar_date_from_ymd (int year,
                      int month,
                      int day)
{
  return is_real (year, month, day) ? g_strdup_printf ("%04d-%02d-%02d", year, month, day) : NULL;
}

/**
 * daftar_date_to_number:
 * @day: an ISO day
 *
 * Returns: days since 1970-01-01 (negative before); %G_MININT if @day is no day
 */
int
daftar_date_to_number (const char *day)
{
  int y, m, d;

  return daftar_date_parse_iso (day, &y, &m, &d) ? number_from_civil (y, m, d) : G_MININT;
}

/**
 * daftar_date_from_number:
 * @number: days since 1970-01-01
 *
 * Returns: (transfer full) (nullable): the ISO day; %NULL outside the years 1 to 9999
 */
char *
daftar_date_from_number (int number)
{
  int y, m, d;

  if (number < -719162 || number > 2932896)
    return NULL;
  civil_from_number (number, &y, &m, &d);
  return daftar_date_from_ymd (y, m, d);
}

/**
 * daftar_date_add_days:
 * @day: an ISO day
 * @days: how many, negative for earlier
 *
 * Returns: (transfer full) (nullable): the ISO day; %NULL if @day is no day or the result is out of range
 */
char *
daftar_date_add_days (const char *day,
                      int         days)
{
  int number = daftar_date_to_number (day);
  gint64 sum = (gint64) number + days;

  if (number == G_MININT || sum < G_MININT || sum > G_MAXINT)
    return NULL;
  return daftar_date_from_number ((int) sum);
}

/**
 * daftar_date_add_months:
 * @day: an ISO day
 * @months: how many, negative for earlier
 *
 * The day of the month is kept where the month has it, else the month's last day is taken: 31 January plus one month is
 * 28 February.
 *
 * Returns: (transfer full) (nullable): the ISO day; %NULL if @day is no day or the result is out of range
 */
char *
daftar_date_add_months (const char *day,
                        int         months)
{
  int y, m, d;
  gint64 total;

  if (!daftar_date_parse_iso (day, &y, &m, &d))
    return NULL;
  total = (gint64) y * 12 + (m - 1) + months;
  if (total < 12 || total >= 10000 * 12)
    return NULL;
  y = (int) (total / 12);
  m = (int) (total % 12) + 1;
  return daftar_date_from_ymd (y, m, MIN (d, daftar_date_days_in_month (y, m)));
}

/**
 * daftar_date_difference:
 * @from: an ISO day
 * @to: an ISO day
 *
 * Returns: days from @from to @to, negative if @to is earlier; 0 if one of them is no day
 */
int
daftar_date_difference (const char *from,
                        const char *to)
{
  int a = daftar_date_to_number (from), b = daftar_date_to_number (to);

  return a == G_MININT || b == G_MININT ? 0 : b - a;
}

/**
 * daftar_date_weekday:
 * @day: an ISO day
 *
 * Returns: 1 (Monday) to 7 (Sunday); 0 if @day is no day
 */
int
daftar_date_weekday (const char *day)
{
  int number = daftar_date_to_number (day);

  /* 1970-01-01 was a Thursday. */
  return number == G_MININT ? 0 : ((number % 7) + 7 + 3) % 7 + 1;
}

/**
 * daftar_date_from_moment:
 * @at: microseconds UTC
 * @zone: the zone
 * @minute: (out) (optional): minute of the day on the clock there
 *
 * Returns: (transfer full) (nullable): the day there; %NULL outside the years 1 to 9999
 */
char *
daftar_date_from_moment (gint64     at,
                         GTimeZone *zone,
                         int       *minute)
{
  gint64 seconds = at / G_USEC_PER_SEC - (at % G_USEC_PER_SEC < 0 ? 1 : 0);
  gint64 local, number;
  int interval;

  if (seconds < G_GINT64_CONSTANT (-62135683200) || seconds > G_GINT64_CONSTANT (253402214400))
    return NULL;
  interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, seconds);
  local = seconds + g_time_zone_get_offset (zone, interval);
  number = local / 86400 - (local % 86400 < 0 ? 1 : 0);
  if (minute != NULL)
    *minute = (int) ((local - number * 86400) / 60);
  return daftar_date_from_number ((int) number);
}

/**
 * daftar_date_today:
 * @zone: the shop's zone
 * @now: microseconds UTC
 *
 * Returns: (transfer full): the day it is there
 */
char *
daftar_date_today (GTimeZone *zone,
                   gint64     now)
{
  return daftar_date_from_moment (now, zone, NULL);
}

/**
 * daftar_date_to_moment:
 * @day: an ISO day
 * @minute: minute of the day on the wall, 0 to 1440 (1440 is the next midnight)
 * @zone: the zone
 *
 * Where the clock jumps forward over that minute, the moment of the jump is taken: a reminder for 00:30 on a night
 * without 00:30 comes at 01:00. Where the clock is set back and shows it twice, the first counts.
 *
 * Returns: microseconds UTC; %G_MININT64 if @day is no day
 */
gint64
daftar_date_to_moment (const char *day,
                       int         minute,
                       GTimeZone  *zone)
{
  int number = daftar_date_to_number (day);
  gint64 wall, before, after, offset_before, offset_after, jump, low, high;

  if (number == G_MININT)
    return G_MININT64;
  wall = (gint64) number * 86400 + (gint64) minute * 60;
#define OFFSET(t) g_time_zone_get_offset (zone, g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, (t)))
  offset_before = OFFSET (wall - 86400);
  offset_after = OFFSET (wall + 86400);
  before = wall - offset_before;
  after = wall - offset_after;
  /* With the earlier offset first: of an hour shown twice the first is taken. */
  if (OFFSET (before) == offset_before)
    return before * G_USEC_PER_SEC;
  if (OFFSET (after) == offset_after)
    return after * G_USEC_PER_SEC;
  /* In the gap: find the jump, which lies between the two candidates. */
  low = MIN (before, after) - 1;
  high = MAX (before, after) + 1;
  jump = OFFSET (low);
  while (high - low > 1)
    {
      gint64 middle = low + (high - low) / 2;

      if (OFFSET (middle) == jump)
        low = middle;
      else
        high = middle;
    }
#undef OFFSET
  return high * G_USEC_PER_SEC;
}
