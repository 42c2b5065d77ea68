/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <libintl.h>
#include <locale.h>
#include <string.h>

#include "daftar-bidi.h"
#include "daftar-date.h"
#include "daftar-format.h"

#define MINUTE G_GINT64_CONSTANT (60000000)
#define HOUR   (60 * MINUTE)
#define DAY    (24 * HOUR)

static void
test_days (void)
{
  static const struct
  {
    const char     *language;
    const char     *country;
    gboolean        arabic_digits;
    DaftarCalendar  calendar;
    DaftarDayStyle  style;
    const char     *text;
  } rows[] = {
    { "en", "SA", FALSE, DAFTAR_CALENDAR_GREGORIAN, DAFTAR_DAY_SHORT, "5 Jan 2025" },
    { "en", "SA", FALSE, DAFTAR_CALENDAR_GREGORIAN, DAFTAR_DAY_LONG, "5 January 2025" },
    { "en", "SA", FALSE, DAFTAR_CALENDAR_GREGORIAN, DAFTAR_DAY_WEEKDAY, "Sunday, 5 January 2025" },
    { "ar", "SA", FALSE, DAFTAR_CALENDAR_GREGORIAN, DAFTAR_DAY_SHORT, "5/1/2025" },
    { "ar", "SA", FALSE, DAFTAR_CALENDAR_GREGORIAN, DAFTAR_DAY_LONG, "5 يناير 2025" },
    { "ar_EG", "eg", TRUE, DAFTAR_CALENDAR_GREGORIAN, DAFTAR_DAY_WEEKDAY, "الأحد، ٥ يناير ٢٠٢٥" },
    { "ar", "SY", FALSE, DAFTAR_CALENDAR_GREGORIAN, DAFTAR_DAY_LONG, "5 كانون الثاني 2025" },
    { "ar", "TN", FALSE, DAFTAR_CALENDAR_GREGORIAN, DAFTAR_DAY_LONG, "5 جانفي 2025" },
    { "ar", "MA", FALSE, DAFTAR_CALENDAR_GREGORIAN, DAFTAR_DAY_LONG, "5 يناير 2025" },
    { "en", "SA", FALSE, DAFTAR_CALENDAR_HIJRI, DAFTAR_DAY_LONG, "5 Rajab 1446 AH" },
    { "ar", "SA", TRUE, DAFTAR_CALENDAR_HIJRI, DAFTAR_DAY_LONG, "٥ رجب ١٤٤٦ هـ" },
    { "ar", "SA", FALSE, DAFTAR_CALENDAR_HIJRI, DAFTAR_DAY_SHORT, "5/7/1446 هـ" },
    { "en", "SA", FALSE, DAFTAR_CALENDAR_BOTH, DAFTAR_DAY_WEEKDAY, "Sunday, 5 January 2025 (5 Rajab 1446 AH)" },
    { NULL, NULL, FALSE, DAFTAR_CALENDAR_GREGORIAN, DAFTAR_DAY_LONG, "5 January 2025" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DaftarFormat) format = daftar_format_new (rows[i].language, rows[i].country, rows[i].arabic_digits,
                                                           rows[i].calendar, NULL);
      g_autofree char *text = daftar_format_day (format, "2025-01-05", rows[i].style);
      g_autofree char *bare = daftar_bidi_strip (text);
      g_autofree char *none = daftar_format_day (format, "2025-02-30", rows[i].style);

      g_assert_cmpstr (bare, ==, rows[i].text);
      g_assert_cmpstr (none, ==, "");
    }
}

static void
test_numbers (void)
{
  static const struct
  {
    gint64      number;
    const char *latin;
    const char *arabic;
  } rows[] = {
    { 0, "0", "٠" },
    { 999, "999", "٩٩٩" },
    { 1000, "1,000", "١٬٠٠٠" },
    { 1234567, "1,234,567", "١٬٢٣٤٬٥٦٧" },
    { -1234, "-1,234", "-١٬٢٣٤" },
    { G_MININT64, "-9,223,372,036,854,775,808", "-٩٬٢٢٣٬٣٧٢٬٠٣٦٬٨٥٤٬٧٧٥٬٨٠٨" },
  };
  g_autoptr (DaftarFormat) latin = daftar_format_new ("ar", "SA", FALSE, DAFTAR_CALENDAR_GREGORIAN, NULL);
  g_autoptr (DaftarFormat) arabic = daftar_format_new ("ar", "SA", TRUE, DAFTAR_CALENDAR_GREGORIAN, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *one = daftar_format_number (latin, rows[i].number);
      g_autofree char *two = daftar_format_number (arabic, rows[i].number);
      g_autofree char *bare_one = daftar_bidi_strip (one);
      g_autofree char *bare_two = daftar_bidi_strip (two);

      g_assert_cmpstr (bare_one, ==, rows[i].latin);
      g_assert_cmpstr (bare_two, ==, rows[i].arabic);
    }
}

typedef struct
{
  gint64      offset;
  const char *english;
  const char *arabic;
} MomentRow;

/* Now is 15:30 on 5 March 2025 in Riyadh, a Wednesday. */
static const MomentRow moments[] = {
  { 0, "just now", "الآن" },
  { -59 * 1000000, "just now", "الآن" },
  { 59 * 1000000, "just now", "الآن" },
  { -MINUTE, "1 min ago", "قبل دقيقة" },
  { -2 * MINUTE, "2 min ago", "قبل دقيقتين" },
  { -5 * MINUTE, "5 min ago", "قبل 5 دقائق" },
  { -12 * MINUTE, "12 min ago", "قبل 12 دقيقة" },
  { 20 * MINUTE, "in 20 min", "بعد 20 دقيقة" },
  { -2 * HOUR, "2 h ago", "قبل ساعتين" },
  { 3 * HOUR, "in 3 h", "بعد 3 ساعات" },
  { -15 * HOUR, "15 h ago", "قبل 15 ساعة" },
  { -16 * HOUR, "yesterday", "أمس" },
  { 9 * HOUR, "tomorrow", "غدًا" },
  { -2 * DAY, "2 days ago", "قبل يومين" },
  { -3 * DAY, "3 days ago", "قبل 3 أيام" },
  { 6 * DAY, "in 6 days", "بعد 6 أيام" },
  { 7 * DAY, "12 Mar 2025", "12/3/2025" },
  { -7 * DAY, "26 Feb 2025", "26/2/2025" },
};

static const MomentRow durations[] = {
  { 0, "less than a minute", "أقل من دقيقة" },
  { 59 * 1000000, "less than a minute", "أقل من دقيقة" },
  { MINUTE, "1 min", "دقيقة" },
  { 45 * MINUTE, "45 min", "45 دقيقة" },
  { HOUR, "1 h", "ساعة" },
  { 2 * HOUR + 10 * MINUTE, "2 h 10 min", "ساعتان و10 دقائق" },
  { -(2 * HOUR + 10 * MINUTE), "2 h 10 min", "ساعتان و10 دقائق" },
  { 23 * HOUR + 59 * MINUTE, "23 h 59 min", "23 ساعة و59 دقيقة" },
  { DAY, "1 day", "يوم" },
  { DAY + 4 * HOUR, "1 day 4 h", "يوم و4 ساعات" },
  { 3 * DAY + 4 * HOUR, "3 days", "3 أيام" },
  { 100 * DAY, "100 days", "100 يوم" },
};

static void
check_moments (const char *language,
               gboolean    arabic)
{
  g_autoptr (DaftarFormat) format = daftar_format_new (language, "SA", FALSE, DAFTAR_CALENDAR_GREGORIAN, "Asia/Riyadh");
  gint64 now = daftar_date_to_moment ("2025-03-05", 15 * 60 + 30, daftar_format_get_zone (format));

  for (gsize i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autofree char *text = daftar_format_moment (format, now + moments[i].offset, now, DAFTAR_MOMENT_RELATIVE);
      g_autofree char *bare = daftar_bidi_strip (text);

      g_assert_cmpstr (bare, ==, arabic ? moments[i].arabic : moments[i].english);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (durations); i++)
    {
      g_autofree char *text = daftar_format_duration (format, durations[i].offset);

      g_assert_cmpstr (text, ==, arabic ? durations[i].arabic : durations[i].english);
    }
}

static void
test_moments (void)
{
  check_moments ("en", FALSE);
}

/* The same through the catalogue, with its six plural forms. */
static void
test_moments_arabic (void)
{
  const char *locale = setlocale (LC_ALL, "ar_SA.UTF-8");

  if (locale == NULL)
    {
      g_test_skip ("the locale ar_SA.UTF-8 is not made on this machine");
      return;
    }
  bindtextdomain ("daftar", DAFTAR_TEST_LOCALEDIR);
  bind_textdomain_codeset ("daftar", "UTF-8");
  check_moments ("ar", TRUE);
  setlocale (LC_ALL, "C.UTF-8");
}

static void
test_exact (void)
{
  g_autoptr (DaftarFormat) english = daftar_format_new ("en", "SA", FALSE, DAFTAR_CALENDAR_GREGORIAN, NULL);
  g_autoptr (DaftarFormat) arabic = daftar_format_new ("ar", "EG", TRUE, DAFTAR_CALENDAR_GREGORIAN, "Africa/Cairo");
  gint64 at = daftar_date_to_moment ("2025-03-05", 12 * 60 + 5, daftar_format_get_zone (english));
  g_autofree char *one = daftar_format_moment (english, at, 0, DAFTAR_MOMENT_EXACT);
  g_autofree char *two = daftar_format_moment (arabic, at, 0, DAFTAR_MOMENT_EXACT);
  g_autofree char *beyond = daftar_format_moment (arabic, G_MAXINT64, 0, DAFTAR_MOMENT_RELATIVE);

  g_assert_cmpstr (one, ==, "5 March 2025, 12:05\302\240PM");
  g_assert_cmpstr (two, ==, "٥ مارس ٢٠٢٥، ١١:٠٥\302\240ص");
  g_assert_cmpstr (beyond, ==, "");
}

static void
test_time_of_day (void)
{
  static const struct
  {
    const char *language;
    const char *country;
    int         minutes;
    const char *text;
  } rows[] = {
    { "en", "SA", 0, "12:00\302\240AM" },
    { "en", "SA", 845, "2:05\302\240PM" },
    { "en", "SA", 1440, "12:00\302\240AM" },
    { "ar", "SA", 720, "12:00\302\240م" },
    { "ar", "SA", 545, "9:05\302\240ص" },
    { "ar", "MA", 845, "14:05" },
    { "en", "DE", 5, "00:05" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DaftarFormat) format = daftar_format_new (rows[i].language, rows[i].country, FALSE,
                                                           DAFTAR_CALENDAR_GREGORIAN, NULL);
      g_autofree char *text = daftar_format_time_of_day (format, rows[i].minutes);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_defaults (void)
{
  g_autoptr (DaftarFormat) format = daftar_format_new ("ar_SA", "sa", FALSE, DAFTAR_CALENDAR_BOTH, "No/Where");
  g_autoptr (DaftarFormat) nowhere = daftar_format_new ("fr", "XX", FALSE, DAFTAR_CALENDAR_GREGORIAN, NULL);

  g_assert_cmpstr (daftar_format_get_language (format), ==, "ar");
  g_assert_cmpstr (daftar_format_get_country (format), ==, "SA");
  g_assert_cmpstr (g_time_zone_get_identifier (daftar_format_get_zone (format)), ==, "Asia/Riyadh");
  g_assert_cmpint (daftar_format_get_first_weekday (format), ==, 7);
  g_assert_cmpint (daftar_format_get_calendar (format), ==, DAFTAR_CALENDAR_BOTH);
  g_assert_cmpstr (daftar_format_get_language (nowhere), ==, "en");
  g_assert_cmpstr (g_time_zone_get_identifier (daftar_format_get_zone (nowhere)), ==, "UTC");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format/days", test_days);
  g_test_add_func ("/format/numbers", test_numbers);
  g_test_add_func ("/format/moments", test_moments);
  g_test_add_func ("/format/moments-arabic", test_moments_arabic);
  g_test_add_func ("/format/exact", test_exact);
  g_test_add_func ("/format/time-of-day", test_time_of_day);
  g_test_add_func ("/format/defaults", test_defaults);
  return g_test_run ();
}
