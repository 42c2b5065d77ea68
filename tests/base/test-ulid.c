/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "daftar-ulid.h"

static void
test_text (void)
{
  guint8 zero[DAFTAR_ULID_SIZE] = { 0 };
  guint8 ones[DAFTAR_ULID_SIZE];
  g_autofree char *low = daftar_ulid_to_string (zero);
  g_autofree char *high = NULL;

  memset (ones, 0xff, sizeof ones);
  high = daftar_ulid_to_string (ones);
  g_assert_cmpstr (low, ==, "00000000000000000000000000");
  g_assert_cmpstr (high, ==, "7ZZZZZZZZZZZZZZZZZZZZZZZZZ");
}

static void
test_order (void)
{
  guint8 a[DAFTAR_ULID_SIZE], b[DAFTAR_ULID_SIZE];

  daftar_ulid_generate (a, G_GINT64_CONSTANT (1700000000000000));
  daftar_ulid_generate (b, G_GINT64_CONSTANT (1700000000001000));
  g_assert_cmpint (memcmp (a, b, sizeof a), <, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ulid/text", test_text);
  g_test_add_func ("/ulid/order", test_order);
  return g_test_run ();
}
