/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-date.h"
#include "daftar-recurrence.h"

/* The occasion number @steps after the anchor; %NULL out of range. */
static char *
step (const char      *anchor,
      gint64           steps,
      DaftarRecurUnit  unit)
{
  int y, m, d;

  if (steps > G_MAXINT / 12)
    return NULL;
  switch (unit)
    {
    case DAFTAR_RECUR_DAY:
      return daftar_date_add_days (anchor, (int) steps);
    case DAFTAR_RECUR_WEEK:
      return daftar_date_add_days (anchor, (int) steps * 7);
    case DAFTAR_RECUR_MONTH:
      return daftar_date_add_months (anchor, (int) steps);
    case DAFTAR_RECUR_YEAR:
      return daftar_date_add_months (anchor, (int) steps * 12);
    case DAFTAR_RECUR_HIJRI_YEAR:
      if (!daftar_hijri_from_iso (anchor, &y, &m, &d) || steps > 5000)
        return NULL;
      return daftar_hijri_to_iso (y + (int) steps, m, MIN (d, daftar_hijri_month_length (y + (int) steps, m)));
    default:
      g_return_val_if_reached (NULL);
    }
}

/* A number of steps that is surely not beyond @days after the anchor, so that the search below is short. */
static gint64
low_guess (int             days,
           int             interval,
           DaftarRecurUnit unit)
{
  static const int longest[] = { 1, 7, 31, 366, 355 };

  if (days <= 0 || unit >= G_N_ELEMENTS (longest))
    return 0;
  return days / ((gint64) longest[unit] * interval);
}

/**
 * daftar_recurrence_next:
 * @planned_day: the day that was planned last (not the day it was done)
 * @anchor_day: (nullable): the day it all counts from; %NULL for @planned_day
 * @interval: every so many units, 1 or more
 * @unit: the unit
 * @not_before: (nullable): the earliest day wanted, as a rule today
 *
 * The next day of the series anchor + n × interval × unit after @planned_day. Since each is counted from the anchor, a
 * short month does not move the later ones: 31 January, 28 February, 31 March. A yearly 29 February is kept on
 * 28 February in common years. A Hijri year counts by Umm al-Qura, with the 30th clamped to the 29th likewise. A day
 * equal to @not_before counts: today is today.
 *
 * Returns: (transfer full) (nullable): an ISO day; %NULL if a day is none, @interval is under 1 or the calendar ends
 */
char *
daftar_recurrence_next (const char      *planned_day,
                        const char      *anchor_day,
                        int              interval,
                        DaftarRecurUnit  unit,
                        const char      *not_before)
{
  const char *anchor = anchor_day != NULL ? anchor_day : planned_day;
  int from = daftar_date_to_number (anchor);
  int planned = daftar_date_to_number (planned_day);
  int floor_day = not_before != NULL ? daftar_date_to_number (not_before) : planned + 1;
  gint64 n;

  if (from == G_MININT || planned == G_MININT || floor_day == G_MININT || interval < 1)
    return NULL;
  floor_day = MAX (floor_day, planned + 1);
  for (n = low_guess (floor_day - from, interval, unit);; n++)
    {
      g_autofree char *day = step (anchor, n * interval, unit);

      if (day == NULL)
        return NULL;
      if (daftar_date_to_number (day) >= floor_day)
        return g_steal_pointer (&day);
    }
}
