/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "daftar-date.h"

/* Days that the Umm al-Qura calendar of Saudi Arabia printed. */
static const struct
{
  const char *iso;
  int         year;
  int         month;
  int         day;
} rows[] = {
  { "2025-03-01", 1446, 9, 1 },
  { "2025-03-30", 1446, 10, 1 },
  { "2024-03-11", 1445, 9, 1 },
  { "2024-07-07", 1446, 1, 1 },
  { "2023-07-19", 1445, 1, 1 },
  { "2025-06-26", 1447, 1, 1 },
  { "2000-01-01", 1420, 9, 24 },
  { "2010-08-11", 1431, 9, 1 },
  { "2010-12-07", 1432, 1, 1 },
};

static void
test_both_ways (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *iso = daftar_hijri_to_iso (rows[i].year, rows[i].month, rows[i].day);
      int y, m, d;

      g_assert_cmpstr (iso, ==, rows[i].iso);
      g_assert_true (daftar_hijri_from_iso (rows[i].iso, &y, &m, &d));
      g_assert_cmpint (y, ==, rows[i].year);
      g_assert_cmpint (m, ==, rows[i].month);
      g_assert_cmpint (d, ==, rows[i].day);
    }
}

static void
test_every_day (void)
{
  int last_y = 0, last_m = 0, last_d = 0;

  for (int number = daftar_date_to_number ("1900-01-01"); number < daftar_date_to_number ("2077-01-01"); number++)
    {
      g_autofree char *iso = daftar_date_from_number (number);
      g_autofree char *back = NULL;
      int y, m, d;

      g_assert_true (daftar_hijri_from_iso (iso, &y, &m, &d));
      back = daftar_hijri_to_iso (y, m, d);
      g_assert_cmpstr (back, ==, iso);
      if (last_d > 0 && d != last_d + 1)
        {
          g_assert_cmpint (d, ==, 1);
          g_assert_cmpint (last_d, ==, daftar_hijri_month_length (last_y, last_m));
          g_assert_cmpint (y * 12 + m, ==, last_y * 12 + last_m + 1);
        }
      last_y = y;
      last_m = m;
      last_d = d;
    }
}

static void
test_wrong (void)
{
  int y, m, d;

  g_assert_false (daftar_hijri_from_iso ("2025-02-30", &y, &m, &d));
  g_assert_false (daftar_hijri_from_iso (NULL, &y, &m, &d));
  g_assert_null (daftar_hijri_to_iso (1446, 13, 1));
  g_assert_null (daftar_hijri_to_iso (1446, 0, 1));
  g_assert_null (daftar_hijri_to_iso (1446, 9, 0));
  g_assert_null (daftar_hijri_to_iso (1446, 9, 31));
  g_assert_null (daftar_hijri_to_iso (G_MAXINT, 1, 1));
  g_assert_null (daftar_hijri_to_iso (-5, 1, 1));
  g_assert_cmpint (daftar_hijri_month_length (1446, 9), ==, 29);
  g_assert_cmpint (daftar_hijri_month_length (1446, 13), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hijri/both-ways", test_both_ways);
  g_test_add_func ("/hijri/every-day", test_every_day);
  g_test_add_func ("/hijri/wrong", test_wrong);
  return g_test_run ();
}
