/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "daftar-date.h"
#include "daftar-error.h"

#define S G_GINT64_CONSTANT (1000000)

static void
test_arithmetic (void)
{
  static const struct
  {
    const char *day;
    int         days;
    int         months;
    const char *expected;
  } rows[] = {
    { "2025-01-31", 1, 0, "2025-02-01" },
    { "2024-02-28", 1, 0, "2024-02-29" },
    { "2023-02-28", 1, 0, "2023-03-01" },
    { "2025-01-01", -1, 0, "2024-12-31" },
    { "1970-01-01", -1, 0, "1969-12-31" },
    { "2000-03-01", -1, 0, "2000-02-29" },
    { "1900-03-01", -1, 0, "1900-02-28" },
    { "2025-01-31", 0, 1, "2025-02-28" },
    { "2024-01-31", 0, 1, "2024-02-29" },
    { "2025-01-31", 0, 2, "2025-03-31" },
    { "2025-03-31", 0, -1, "2025-02-28" },
    { "2025-12-15", 0, 1, "2026-01-15" },
    { "2025-01-15", 0, -1, "2024-12-15" },
    { "2024-02-29", 0, 12, "2025-02-28" },
    { "9999-12-31", 1, 0, NULL },
    { "0001-01-01", -1, 0, NULL },
    { "9999-12-01", 0, 1, NULL },
    { "0001-01-01", 0, -1, NULL },
    { "2025-01-01", G_MAXINT, 0, NULL },
    { "2025-01-01", G_MININT, 0, NULL },
    { "2025-01-01", 0, G_MAXINT, NULL },
    { "2025-02-30", 1, 0, NULL },
    { "2025-2-3", 1, 0, NULL },
    { "", 1, 0, NULL },
    { NULL, 1, 0, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *day = rows[i].days != 0 ? daftar_date_add_days (rows[i].day, rows[i].days)
                                               : daftar_date_add_months (rows[i].day, rows[i].months);

      g_assert_cmpstr (day, ==, rows[i].expected);
    }
}

/* Every day of four centuries against GLib's calendar. */
static void
test_numbers (void)
{
  GDate date;
  int first = daftar_date_to_number ("1800-01-01");

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, 1, 1800);
  for (int number = first; number < first + 146097; number++, g_date_add_days (&date, 1))
    {
      g_autofree char *day = daftar_date_from_number (number);
      int y, m, d;

      g_assert_true (daftar_date_parse_iso (day, &y, &m, &d));
      g_assert_cmpint (y, ==, g_date_get_year (&date));
      g_assert_cmpint (m, ==, g_date_get_month (&date));
      g_assert_cmpint (d, ==, g_date_get_day (&date));
      g_assert_cmpint (daftar_date_weekday (day), ==, g_date_get_weekday (&date));
      g_assert_cmpint (daftar_date_to_number (day), ==, number);
    }
  g_assert_cmpint (daftar_date_difference ("2025-03-01", "2025-02-01"), ==, -28);
  g_assert_cmpint (daftar_date_difference ("2025-03-01", "x"), ==, 0);
}

static void
test_moments (void)
{
  static const struct
  {
    const char *zone;
    const char *day;
    int         minute;
    gint64      seconds;
    const char *back_day;
    int         back_minute;
  } rows[] = {
    { "UTC", "1970-01-01", 0, 0, "1970-01-01", 0 },
    { "UTC", "1969-12-31", 1439, -60, "1969-12-31", 1439 },
    { "Asia/Riyadh", "2025-03-05", 540, 1741154400, "2025-03-05", 540 },
    /* Cairo: 26 April 2024, 00:00 does not exist: the clock jumps to 01:00 */
    { "Africa/Cairo", "2024-04-26", 0, 1714082400, "2024-04-26", 60 },
    { "Africa/Cairo", "2024-04-26", 30, 1714082400, "2024-04-26", 60 },
    { "Africa/Cairo", "2024-04-26", 60, 1714082400, "2024-04-26", 60 },
    /* Cairo: 31 October 2024 has 23:00 to 24:00 twice: the first */
    { "Africa/Cairo", "2024-10-31", 1410, 1730406600, "2024-10-31", 1410 },
    { "Africa/Cairo", "2024-10-31", 1440, 1730412000, "2024-11-01", 0 },
    /* Beirut: 31 March 2024, 00:00 does not exist */
    { "Asia/Beirut", "2024-03-31", 0, 1711836000, "2024-03-31", 60 },
    { "Asia/Beirut", "2024-07-01", 600, 1719817200, "2024-07-01", 600 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (rows[i].zone);
      gint64 at = daftar_date_to_moment (rows[i].day, rows[i].minute, zone);
      int minute;
      g_autofree char *day = daftar_date_from_moment (at, zone, &minute);

      g_assert_cmpint (at / S, ==, rows[i].seconds);
      g_assert_cmpstr (day, ==, rows[i].back_day);
      g_assert_cmpint (minute, ==, rows[i].back_minute);
    }
}

/* Each minute of the nights on which clocks change: what is shown is what was asked, or the moment of the jump. */
static void
test_nights (void)
{
  static const char *const zones[] = { "Africa/Cairo", "Asia/Beirut", "Africa/Casablanca", "Europe/London", "Asia/Amman" };

  for (gsize z = 0; z < G_N_ELEMENTS (zones); z++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zones[z]);
      gint64 last = G_MININT64;

      for (int number = daftar_date_to_number ("2024-01-01"); number < daftar_date_to_number ("2025-01-01"); number++)
        for (int minute = 0; minute < 1440; minute += 30)
          {
            g_autofree char *day = daftar_date_from_number (number);
            gint64 at = daftar_date_to_moment (day, minute, zone);
            int shown;
            g_autofree char *back = daftar_date_from_moment (at, zone, &shown);

            g_assert_cmpint (at, >=, last);
            g_assert_cmpstr (back, ==, day);
            g_assert_true (shown == minute || (shown > minute && shown <= minute + 60));
            last = at;
          }
    }
}

static void
test_range (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Asia/Riyadh");

  g_assert_null (daftar_date_from_moment (G_MAXINT64, zone, NULL));
  g_assert_null (daftar_date_from_moment (G_MININT64, zone, NULL));
  g_assert_cmpint (daftar_date_to_moment ("x", 0, zone), ==, G_MININT64);
}

static void
test_parse (void)
{
  static const struct
  {
    const char      *text;
    DaftarDateOrder  order;
    const char      *day;
  } rows[] = {
    { "15/01/1950", DAFTAR_DATE_ORDER_DMY, "1950-01-15" },
    { "15-1-1950", DAFTAR_DATE_ORDER_DMY, "1950-01-15" },
    { "15.01.1950", DAFTAR_DATE_ORDER_DMY, "1950-01-15" },
    { "١٥/٠١/١٩٥٠", DAFTAR_DATE_ORDER_DMY, "1950-01-15" },
    { "۱۵/۰۱/۱۹۵۰", DAFTAR_DATE_ORDER_DMY, "1950-01-15" },
    { "1982-11-19", DAFTAR_DATE_ORDER_DMY, "1982-11-19" },
    { "1982/11/19", DAFTAR_DATE_ORDER_MDY, "1982-11-19" },
    { "1982-11-19T10:30:00Z", DAFTAR_DATE_ORDER_DMY, "1982-11-19" },
    { "15/01/1950 00:00", DAFTAR_DATE_ORDER_DMY, "1950-01-15" },
    { "19821119", DAFTAR_DATE_ORDER_DMY, "1982-11-19" },
    { "5/3/2025", DAFTAR_DATE_ORDER_DMY, "2025-03-05" },
    { "5/3/2025", DAFTAR_DATE_ORDER_MDY, "2025-05-03" },
    { "1/15/1950", DAFTAR_DATE_ORDER_DMY, "1950-01-15" },
    { "15/1/1950", DAFTAR_DATE_ORDER_MDY, "1950-01-15" },
    { "5 March 2025", DAFTAR_DATE_ORDER_DMY, "2025-03-05" },
    { "March 5th, 2025", DAFTAR_DATE_ORDER_DMY, "2025-03-05" },
    { "Wed, 5 Mar 2025", DAFTAR_DATE_ORDER_DMY, "2025-03-05" },
    { "5-Sept-2025", DAFTAR_DATE_ORDER_DMY, "2025-09-05" },
    { "2025 March 5", DAFTAR_DATE_ORDER_DMY, "2025-03-05" },
    { "١٥ يناير ١٩٥٠", DAFTAR_DATE_ORDER_DMY, "1950-01-15" },
    { "15 كانون الثاني 1950", DAFTAR_DATE_ORDER_DMY, "1950-01-15" },
    { "15 كانون الأول 1950", DAFTAR_DATE_ORDER_DMY, "1950-12-15" },
    { "15 جانفي 1950", DAFTAR_DATE_ORDER_DMY, "1950-01-15" },
    { "15 غشت 1950", DAFTAR_DATE_ORDER_DMY, "1950-08-15" },
    { "الأربعاء، 5 مارس 2025 م", DAFTAR_DATE_ORDER_DMY, "2025-03-05" },
    { "\342\200\2175/3/2025", DAFTAR_DATE_ORDER_DMY, "2025-03-05" },
    { "29/02/2024", DAFTAR_DATE_ORDER_DMY, "2024-02-29" },
    /* Hijri */
    { "1/9/1446", DAFTAR_DATE_ORDER_DMY, "2025-03-01" },
    { "1446/9/1 هـ", DAFTAR_DATE_ORDER_DMY, "2025-03-01" },
    { "1 رمضان 1446", DAFTAR_DATE_ORDER_DMY, "2025-03-01" },
    { "1 Ramadan 1446 AH", DAFTAR_DATE_ORDER_DMY, "2025-03-01" },
    { "1 ذو الحجة 1446هـ", DAFTAR_DATE_ORDER_DMY, "2025-05-28" },
    /* wrong */
    { "29/02/2023", DAFTAR_DATE_ORDER_DMY, NULL },
    { "31/04/2025", DAFTAR_DATE_ORDER_DMY, NULL },
    { "13/25/2024", DAFTAR_DATE_ORDER_DMY, NULL },
    { "00/01/2024", DAFTAR_DATE_ORDER_DMY, NULL },
    { "15/01/50", DAFTAR_DATE_ORDER_DMY, NULL },
    { "15/01", DAFTAR_DATE_ORDER_DMY, NULL },
    { "15/01/19500", DAFTAR_DATE_ORDER_DMY, NULL },
    { "15/01/1950 99:00", DAFTAR_DATE_ORDER_DMY, NULL },
    { "5 foo 2025", DAFTAR_DATE_ORDER_DMY, NULL },
    { "March", DAFTAR_DATE_ORDER_DMY, NULL },
    { "tomorrow", DAFTAR_DATE_ORDER_DMY, NULL },
    { "30 رمضان 1446", DAFTAR_DATE_ORDER_DMY, NULL },
    { "99999999999999999999", DAFTAR_DATE_ORDER_DMY, NULL },
    { "1 2 3 4 5 6 7 8 9", DAFTAR_DATE_ORDER_DMY, NULL },
    { "", DAFTAR_DATE_ORDER_DMY, NULL },
    { NULL, DAFTAR_DATE_ORDER_DMY, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *day = daftar_date_parse (rows[i].text, rows[i].order, &error);

      if (g_strcmp0 (day, rows[i].day) != 0)
        g_test_fail_printf ("“%s”: %s, not %s", rows[i].text, day, rows[i].day);
      if (day == NULL)
        {
          g_assert_error (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID);
          g_assert_true (g_str_has_suffix (error->message, "."));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/arithmetic", test_arithmetic);
  g_test_add_func ("/date/numbers", test_numbers);
  g_test_add_func ("/date/moments", test_moments);
  g_test_add_func ("/date/nights", test_nights);
  g_test_add_func ("/date/range", test_range);
  g_test_add_func ("/date/parse", test_parse);
  return g_test_run ();
}
