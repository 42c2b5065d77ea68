/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "daftar-collate.h"

static int
order (DaftarCollator *collator,
       const char     *a,
       const char     *b)
{
  g_autoptr (GBytes) one = daftar_collator_key (collator, a);
  g_autoptr (GBytes) two = daftar_collator_key (collator, b);

  return g_bytes_compare (one, two);
}

/* Each name stands before the next. */
static void
test_order (void)
{
  static const char *const names[] = {
    "Ahmad", "Anna", "Zoë",
    "أحمد", "أسامة", "بدر", "جمال", "الحداد", "حسن", "خالد", "السالم", "سعيد", "عبد الله", "عبد الرحمن", "عمر", "فاطمة",
    "محمد الحداد", "محمد خالد", "محمد السالم", "هدى", "يوسف",
  };
  g_autoptr (DaftarCollator) collator = daftar_collator_new ("en", NULL);

  for (gsize i = 0; i + 1 < G_N_ELEMENTS (names); i++)
    if (order (collator, names[i], names[i + 1]) >= 0)
      {
        /* عبد الله begins with its ا, since الله is no article; عبد الرحمن stands under ر. */
        g_test_fail_printf ("“%s” does not stand before “%s”", names[i], names[i + 1]);
      }
}

static void
test_same (void)
{
  static const struct
  {
    const char *a;
    const char *b;
  } rows[] = {
    { "الحداد", "حداد" },
    { "أحمد الحداد", "أحمد حداد" },
    { "\342\200\217أحمد", "أحمد" },
    { "عبد الله", "عبدالله" },
  };
  g_autoptr (DaftarCollator) collator = daftar_collator_new ("ar", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (order (collator, rows[i].a, rows[i].b), ==, 0);
  g_assert_cmpint (order (collator, "الله", "له"), !=, 0);
  g_assert_cmpint (order (collator, "ال", "ا"), !=, 0);
}

static void
test_odd (void)
{
  g_autoptr (DaftarCollator) collator = daftar_collator_new ("ar", NULL);
  g_autoptr (GBytes) none = daftar_collator_key (collator, NULL);
  g_autoptr (GBytes) empty = daftar_collator_key (collator, "");
  g_autoptr (GBytes) broken = daftar_collator_key (collator, "\377\376 أحمد");
  g_autofree char *long_text = g_strnfill (100000, 'a');
  g_autoptr (GBytes) large = daftar_collator_key (collator, long_text);

  g_assert_cmpuint (g_bytes_get_size (none), ==, 0);
  g_assert_cmpuint (g_bytes_get_size (empty), ==, 0);
  g_assert_cmpuint (g_bytes_get_size (broken), >, 0);
  g_assert_cmpuint (g_bytes_get_size (large), >, 0);
}

static void
test_version (void)
{
  g_autoptr (DaftarCollator) arabic = daftar_collator_new ("ar", NULL);
  g_autoptr (DaftarCollator) english = daftar_collator_new ("en", NULL);

  g_assert_true (g_str_has_prefix (daftar_collator_version (arabic), "ar/"));
  g_assert_cmpstr (daftar_collator_version (arabic), !=, daftar_collator_version (english));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/collate/order", test_order);
  g_test_add_func ("/collate/same", test_same);
  g_test_add_func ("/collate/odd", test_odd);
  g_test_add_func ("/collate/version", test_version);
  return g_test_run ();
}
