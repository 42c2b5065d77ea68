/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "daftar-model.h"

static DaftarOccasion *
make (const char *day,
      gboolean    hijri)
{
  DaftarOccasion *occasion = daftar_occasion_new ();

  daftar_set_text (&occasion->day, day);
  occasion->hijri = hijri;
  return occasion;
}

/* Next time and age, from Wednesday 15 January 2025 (15 Rajab 1446). */
static void
test_next (void)
{
  static const struct
  {
    const char *day;
    gboolean hijri;
    const char *today;
    const char *next; /* NULL: has no date */
    int years;
  } cases[] = {
    { "1990-01-15", FALSE, "2025-01-15", "2025-01-15", 35 }, /* today is today */
    { "1990-01-14", FALSE, "2025-01-15", "2026-01-14", 36 },
    { "1992-02-29", FALSE, "2025-01-15", "2025-02-28", 33 },
    { "1992-02-29", FALSE, "2028-01-15", "2028-02-29", 36 },
    { "0000-03-15", FALSE, "2025-01-15", "2025-03-15", 0 },
    { "0000-02-29", FALSE, "2025-01-15", "2025-02-28", 0 },
    { "0000-01-15", FALSE, "2025-01-15", "2025-01-15", 0 },
    { "1990-03-28", TRUE, "2025-01-15", "2025-03-01", 36 },  /* 1 Ramadan 1410 */
    { "0000-09-01", TRUE, "2025-01-15", "2025-03-01", 0 },   /* 1 Ramadan, year unknown */
    { "0000-07-15", TRUE, "2025-01-15", "2025-01-15", 0 },
    { "0000-07-14", TRUE, "2025-01-15", "2026-01-03", 0 },
    { "0000-13-01", FALSE, "2025-01-15", NULL, 0 },
    { "1990-02-31", FALSE, "2025-01-15", NULL, 0 },
    { "", FALSE, "2025-01-15", NULL, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DaftarOccasion) occasion = make (cases[i].day, cases[i].hijri);
      int years = -1;
      g_autofree char *next = daftar_occasion_next (occasion, cases[i].today, &years);

      g_test_message ("%s", cases[i].day);
      g_assert_cmpstr (next, ==, cases[i].next);
      g_assert_cmpint (years, ==, cases[i].years);
      if (next != NULL)
        g_assert_true (daftar_occasion_is_on (occasion, next));
    }
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    gboolean hijri;
    const char *day; /* NULL: refused */
  } cases[] = {
    { "15/3/1990", FALSE, "1990-03-15" },
    { "١٥/٣/١٩٩٠", FALSE, "1990-03-15" },
    { "15/3", FALSE, "0000-03-15" },
    { "٢٩ فبراير", FALSE, "0000-02-29" },
    { "15 March", FALSE, "0000-03-15" },
    { "1/9/1410", TRUE, "1990-03-28" },
    { "1 رمضان 1410", TRUE, "1990-03-28" },
    { "١ رمضان", TRUE, "0000-09-01" },
    { "1/9", TRUE, "0000-09-01" },
    { "30/9", TRUE, "0000-09-30" },
    { "31/9", TRUE, NULL },
    { "31/4", FALSE, NULL },
    { "soon", FALSE, NULL },
    { "", FALSE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *day = daftar_occasion_parse (cases[i].text, cases[i].hijri, &error);

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpstr (day, ==, cases[i].day);
      g_assert_true ((day == NULL) == (error != NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/occasion/next", test_next);
  g_test_add_func ("/occasion/parse", test_parse);
  return g_test_run ();
}
