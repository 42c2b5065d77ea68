/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "daftar-date.h"
#include "daftar-hours.h"

#define MINUTE G_GINT64_CONSTANT (60000000)
#define HOUR   (60 * MINUTE)

/* Moments are written as they are on the shop's wall. */
static gint64
at (GTimeZone  *zone,
    const char *wall)
{
  g_autofree char *day = g_strndup (wall, 10);

  return daftar_date_to_moment (day, atoi (wall + 11) * 60 + atoi (wall + 14), zone);
}

static char *
wall (GTimeZone *zone,
      gint64     moment)
{
  int minute;
  g_autofree char *day = NULL;

  if (moment == DAFTAR_HOURS_NEVER)
    return g_strdup ("never");
  day = daftar_date_from_moment (moment, zone, &minute);
  return g_strdup_printf ("%s %02d:%02d", day, minute / 60, minute % 60);
}

/* Sunday to Thursday 9 to 12, prayer and lunch, 13 to 17, Saturday 10 to 14; closed on Fridays and over a feast. */
static DaftarHours *
shop (GTimeZone *zone)
{
  static const int weekdays[] = { 7, 1, 2, 3, 4 };
  g_autoptr (DaftarHoursBuilder) builder = daftar_hours_builder_new (zone);

  daftar_hours_builder_add_version (builder, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (weekdays); i++)
    {
      g_assert_true (daftar_hours_builder_add_span (builder, weekdays[i], 13 * 60, 17 * 60));
      g_assert_true (daftar_hours_builder_add_span (builder, weekdays[i], 9 * 60, 12 * 60));
    }
  g_assert_true (daftar_hours_builder_add_span (builder, 6, 10 * 60, 14 * 60));
  g_assert_true (daftar_hours_builder_add_day_off (builder, "2025-03-30", "2025-04-02"));
  g_assert_true (daftar_hours_builder_add_day_off (builder, "2025-02-23", NULL));
  return daftar_hours_builder_end (g_steal_pointer (&builder));
}

static void
test_add (void)
{
  static const struct
  {
    const char *start;
    int         minutes;
    const char *due;
  } rows[] = {
    { "2025-03-05 09:00", 60, "2025-03-05 10:00" },      /* a Wednesday */
    { "2025-03-05 09:00", 180, "2025-03-05 12:00" },
    { "2025-03-05 11:30", 60, "2025-03-05 13:30" },
    { "2025-03-05 12:15", 60, "2025-03-05 14:00" },
    { "2025-03-05 16:30", 60, "2025-03-06 09:30" },
    { "2025-03-05 20:00", 60, "2025-03-06 10:00" },
    { "2025-03-06 16:30", 60, "2025-03-08 10:30" },      /* over Friday to Saturday */
    { "2025-03-07 10:00", 60, "2025-03-08 11:00" },
    { "2025-03-05 03:00", 0, "2025-03-05 09:00" },
    { "2025-03-29 13:30", 60, "2025-04-03 09:30" },      /* over the feast */
    { "2025-02-22 14:00", 60, "2025-02-24 10:00" },
    { "2025-03-05 09:00", 39 * 60, "2025-03-11 17:00" },  /* Wed, Thu, Sat, Sun, Mon, Tue: 7+7+4+7+7+7 */
  };
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Asia/Riyadh");
  g_autoptr (DaftarHours) hours = shop (zone);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 start = at (zone, rows[i].start);
      gint64 due = daftar_hours_add (hours, start, rows[i].minutes * MINUTE);
      g_autofree char *shown = wall (zone, due);

      g_assert_cmpstr (shown, ==, rows[i].due);
      g_assert_cmpint (daftar_hours_between (hours, start, due), ==, rows[i].minutes * MINUTE);
      g_assert_cmpint (daftar_hours_between (hours, due, start), ==, -rows[i].minutes * MINUTE);
    }
}

static void
test_open (void)
{
  static const struct
  {
    const char *at;
    gboolean    open;
    const char *next;
  } rows[] = {
    { "2025-03-05 09:00", TRUE, "2025-03-05 09:00" },
    { "2025-03-05 08:59", FALSE, "2025-03-05 09:00" },
    { "2025-03-05 12:00", FALSE, "2025-03-05 13:00" },
    { "2025-03-05 17:00", FALSE, "2025-03-06 09:00" },
    { "2025-03-07 10:00", FALSE, "2025-03-08 10:00" },
    { "2025-04-01 10:00", FALSE, "2025-04-03 09:00" },
  };
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Asia/Riyadh");
  g_autoptr (DaftarHours) hours = shop (zone);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *next = wall (zone, daftar_hours_next_open (hours, at (zone, rows[i].at)));

      g_assert_cmpint (daftar_hours_is_open (hours, at (zone, rows[i].at)), ==, rows[i].open);
      g_assert_cmpstr (next, ==, rows[i].next);
    }
}

static void
test_always_and_never (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (DaftarHours) always = daftar_hours_builder_end (daftar_hours_builder_new (zone));
  g_autoptr (DaftarHoursBuilder) builder = daftar_hours_builder_new (zone);
  g_autoptr (DaftarHours) never = NULL, holiday = NULL;

  g_assert_cmpint (daftar_hours_add (always, 5, HOUR), ==, HOUR + 5);
  g_assert_cmpint (daftar_hours_add (always, G_MAXINT64 - 1, HOUR), ==, DAFTAR_HOURS_NEVER);
  g_assert_cmpint (daftar_hours_between (always, 5, HOUR), ==, HOUR - 5);
  g_assert_true (daftar_hours_is_open (always, 5));

  daftar_hours_builder_add_version (builder, NULL);
  never = daftar_hours_builder_end (g_steal_pointer (&builder));
  g_assert_cmpint (daftar_hours_add (never, 0, HOUR), ==, DAFTAR_HOURS_NEVER);
  g_assert_cmpint (daftar_hours_next_open (never, 0), ==, DAFTAR_HOURS_NEVER);
  g_assert_cmpint (daftar_hours_between (never, 0, 1000 * HOUR), ==, 0);
  g_assert_false (daftar_hours_is_open (never, 0));
  g_assert_cmpint (daftar_hours_add (never, G_MAXINT64 - 1, HOUR), ==, DAFTAR_HOURS_NEVER);

  builder = daftar_hours_builder_new (zone);
  daftar_hours_builder_add_span (builder, 1, 540, 600);
  daftar_hours_builder_add_day_off (builder, "2000-01-01", "9999-12-31");
  holiday = daftar_hours_builder_end (g_steal_pointer (&builder));
  g_assert_cmpint (daftar_hours_add (holiday, at (zone, "2025-03-05 09:00"), HOUR), ==, DAFTAR_HOURS_NEVER);
}

/* A clerk who changes the hours does not rewrite last month. */
static void
test_versions (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (DaftarHoursBuilder) builder = daftar_hours_builder_new (zone);
  g_autoptr (DaftarHours) hours = NULL;

  daftar_hours_builder_add_version (builder, "2025-03-06");
  for (int weekday = 1; weekday <= 7; weekday++)
    daftar_hours_builder_add_span (builder, weekday, 20 * 60, 2 * 60);
  daftar_hours_builder_add_version (builder, NULL);
  for (int weekday = 1; weekday <= 7; weekday++)
    daftar_hours_builder_add_span (builder, weekday, 9 * 60, 10 * 60);
  hours = daftar_hours_builder_end (g_steal_pointer (&builder));
  g_assert_cmpint (daftar_hours_between (hours, at (zone, "2025-03-01 00:00"), at (zone, "2025-03-06 00:00")), ==, 5 * HOUR);
  /* The night before belongs to the new hours from midnight on: 0 to 2 and 20 to 24. */
  g_assert_cmpint (daftar_hours_between (hours, at (zone, "2025-03-06 00:00"), at (zone, "2025-03-07 00:00")), ==, 6 * HOUR);
  g_assert_true (daftar_hours_is_open (hours, at (zone, "2025-03-07 01:59")));
  g_assert_false (daftar_hours_is_open (hours, at (zone, "2025-03-07 02:00")));
  g_assert_true (daftar_hours_is_open (hours, at (zone, "2025-03-06 23:59")));
}

static void
test_spans (void)
{
  static const struct
  {
    int      weekday;
    int      from;
    int      to;
    gboolean good;
  } rows[] = {
    { 0, 540, 600, FALSE }, { 8, 540, 600, FALSE }, { 1, -1, 600, FALSE }, { 1, 1440, 600, FALSE },
    { 1, 540, 1441, FALSE }, { 1, 540, 540, FALSE }, { 1, 0, 1440, TRUE }, { 7, 1200, 0, TRUE },
  };
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (DaftarHoursBuilder) builder = daftar_hours_builder_new (zone);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (daftar_hours_builder_add_span (builder, rows[i].weekday, rows[i].from, rows[i].to), ==, rows[i].good);
  g_assert_false (daftar_hours_builder_add_day_off (builder, "2025-02-30", NULL));
  g_assert_false (daftar_hours_builder_add_day_off (builder, "2025-03-05", "2025-03-04"));
}

/* Clocks change at midnight in Cairo and Beirut: a night that is open then is an hour shorter or longer. */
static void
test_clock_changes (void)
{
  static const struct
  {
    const char *zone;
    const char *from;
    const char *to;
    int         open_minutes;
  } rows[] = {
    { "Africa/Cairo", "2024-04-25 12:00", "2024-04-26 12:00", 5 * 60 },   /* 20 to 02 without 00 to 01 */
    { "Africa/Cairo", "2024-04-24 12:00", "2024-04-25 12:00", 6 * 60 },
    { "Africa/Cairo", "2024-10-31 12:00", "2024-11-01 12:00", 7 * 60 },   /* 23 to 24 twice */
    { "Asia/Beirut", "2024-03-30 12:00", "2024-03-31 12:00", 5 * 60 },
    { "Asia/Beirut", "2024-10-26 12:00", "2024-10-27 12:00", 7 * 60 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (rows[i].zone);
      g_autoptr (DaftarHoursBuilder) builder = daftar_hours_builder_new (zone);
      g_autoptr (DaftarHours) hours = NULL;
      gint64 from = at (zone, rows[i].from), to = at (zone, rows[i].to);

      for (int weekday = 1; weekday <= 7; weekday++)
        daftar_hours_builder_add_span (builder, weekday, 20 * 60, 2 * 60);
      hours = daftar_hours_builder_end (g_steal_pointer (&builder));
      g_assert_cmpint (daftar_hours_between (hours, from, to) / MINUTE, ==, rows[i].open_minutes);
      g_assert_cmpint (daftar_hours_between (hours, from, daftar_hours_add (hours, from, 4 * HOUR + 7)), ==, 4 * HOUR + 7);
    }
}

/* add() and between() are each other's reverse from anywhere. */
static void
test_reverse (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Africa/Cairo");
  g_autoptr (DaftarHours) hours = shop (zone);
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  gint64 base = at (zone, "2024-01-01 00:00");

  for (int i = 0; i < 3000; i++)
    {
      gint64 start = base + g_rand_int_range (rand, 0, 500 * 24 * 60) * MINUTE + g_rand_int_range (rand, 0, 1000);
      gint64 work = g_rand_int_range (rand, 1, 3000) * MINUTE;
      gint64 due = daftar_hours_add (hours, start, work);

      g_assert_cmpint (due, >=, start + work);
      g_assert_cmpint (daftar_hours_between (hours, start, due), ==, work);
      g_assert_cmpint (daftar_hours_between (hours, start, due - 1), ==, work - 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hours/add", test_add);
  g_test_add_func ("/hours/open", test_open);
  g_test_add_func ("/hours/always-and-never", test_always_and_never);
  g_test_add_func ("/hours/versions", test_versions);
  g_test_add_func ("/hours/spans", test_spans);
  g_test_add_func ("/hours/clock-changes", test_clock_changes);
  g_test_add_func ("/hours/reverse", test_reverse);
  return g_test_run ();
}
