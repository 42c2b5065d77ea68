/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "daftar-date.h"
#include "daftar-recurrence.h"

static const struct
{
  const char      *planned;
  const char      *anchor;
  int              interval;
  DaftarRecurUnit  unit;
  const char      *not_before;
  const char      *next;
} rows[] = {
  { "2025-03-05", NULL, 1, DAFTAR_RECUR_DAY, NULL, "2025-03-06" },
  { "2025-03-05", NULL, 3, DAFTAR_RECUR_DAY, NULL, "2025-03-08" },
  { "2025-03-05", NULL, 1, DAFTAR_RECUR_WEEK, NULL, "2025-03-12" },
  { "2025-03-05", NULL, 2, DAFTAR_RECUR_WEEK, "2025-03-13", "2025-03-19" },
  /* month ends */
  { "2025-01-31", "2025-01-31", 1, DAFTAR_RECUR_MONTH, NULL, "2025-02-28" },
  { "2025-02-28", "2025-01-31", 1, DAFTAR_RECUR_MONTH, NULL, "2025-03-31" },
  { "2025-03-31", "2025-01-31", 1, DAFTAR_RECUR_MONTH, NULL, "2025-04-30" },
  { "2024-01-31", "2024-01-31", 1, DAFTAR_RECUR_MONTH, NULL, "2024-02-29" },
  { "2025-01-30", "2025-01-30", 1, DAFTAR_RECUR_MONTH, NULL, "2025-02-28" },
  { "2025-02-28", "2025-01-30", 1, DAFTAR_RECUR_MONTH, NULL, "2025-03-30" },
  { "2025-01-31", "2025-01-31", 3, DAFTAR_RECUR_MONTH, "2025-05-01", "2025-07-31" },
  /* 29 February */
  { "2024-02-29", "2024-02-29", 1, DAFTAR_RECUR_YEAR, NULL, "2025-02-28" },
  { "2027-02-28", "2024-02-29", 1, DAFTAR_RECUR_YEAR, NULL, "2028-02-29" },
  { "2096-02-29", "2024-02-29", 4, DAFTAR_RECUR_YEAR, NULL, "2100-02-28" },
  { "2025-03-05", NULL, 1, DAFTAR_RECUR_YEAR, NULL, "2026-03-05" },
  /* today is today */
  { "2025-03-05", "2025-03-05", 1, DAFTAR_RECUR_DAY, "2025-03-10", "2025-03-10" },
  { "2024-05-10", "1990-05-10", 1, DAFTAR_RECUR_YEAR, "2025-05-10", "2025-05-10" },
  { "2024-05-10", "1990-05-10", 1, DAFTAR_RECUR_YEAR, "2025-05-11", "2026-05-10" },
  { "2025-03-05", NULL, 1, DAFTAR_RECUR_WEEK, "2025-03-01", "2025-03-12" },
  /* the planned day is not in the series: the next that is */
  { "2025-03-07", "2025-03-05", 1, DAFTAR_RECUR_WEEK, NULL, "2025-03-12" },
  { "2025-02-15", "2025-03-05", 1, DAFTAR_RECUR_MONTH, NULL, "2025-03-05" },
  /* long off */
  { "1950-01-31", "1950-01-31", 1, DAFTAR_RECUR_DAY, "2025-03-05", "2025-03-05" },
  { "1950-01-31", "1950-01-31", 1, DAFTAR_RECUR_MONTH, "2025-02-03", "2025-02-28" },
  /* Hijri years: 1 Ramadan */
  { "2024-03-11", "2024-03-11", 1, DAFTAR_RECUR_HIJRI_YEAR, NULL, "2025-03-01" },
  { "2025-03-01", "2024-03-11", 1, DAFTAR_RECUR_HIJRI_YEAR, NULL, "2026-02-18" },
  { "2024-03-11", "2024-03-11", 1, DAFTAR_RECUR_HIJRI_YEAR, "2026-06-01", "2027-02-08" },
  /* wrong */
  { "2025-02-30", NULL, 1, DAFTAR_RECUR_DAY, NULL, NULL },
  { "2025-03-05", "x", 1, DAFTAR_RECUR_DAY, NULL, NULL },
  { "2025-03-05", NULL, 0, DAFTAR_RECUR_DAY, NULL, NULL },
  { "2025-03-05", NULL, -1, DAFTAR_RECUR_DAY, NULL, NULL },
  { "2025-03-05", NULL, 1, DAFTAR_RECUR_DAY, "x", NULL },
  { "9999-12-31", NULL, 1, DAFTAR_RECUR_DAY, NULL, NULL },
  { "2025-03-05", NULL, G_MAXINT, DAFTAR_RECUR_WEEK, NULL, NULL },
  { "2025-03-05", NULL, G_MAXINT, DAFTAR_RECUR_YEAR, NULL, NULL },
};

static void
test_next (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *next = daftar_recurrence_next (rows[i].planned, rows[i].anchor, rows[i].interval, rows[i].unit,
                                                      rows[i].not_before);

      if (g_strcmp0 (next, rows[i].next) != 0)
        g_test_fail_printf ("row %" G_GSIZE_FORMAT ", after %s: %s, not %s", i, rows[i].planned, next, rows[i].next);
    }
}

/* Each day of a series, taken one by one or skipped to, is the same series. */
static void
test_skipping (void)
{
  for (int unit = DAFTAR_RECUR_DAY; unit <= DAFTAR_RECUR_HIJRI_YEAR; unit++)
    for (int interval = 1; interval <= 5; interval++)
      {
        g_autofree char *day = g_strdup ("2020-01-31");

        for (int n = 0; n < 40; n++)
          {
            g_autofree char *next = daftar_recurrence_next (day, "2020-01-31", interval, unit, NULL);
            g_autofree char *skipped = daftar_recurrence_next ("2020-01-31", "2020-01-31", interval, unit, next);

            g_assert_cmpstr (next, >, day);
            g_assert_cmpstr (skipped, ==, next);
            g_free (day);
            day = g_steal_pointer (&next);
          }
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recurrence/next", test_next);
  g_test_add_func ("/recurrence/skipping", test_skipping);
  return g_test_run ();
}
