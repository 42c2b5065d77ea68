/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "daftar-blob-store.h"
#include "daftar-test-shop.h"

static gpointer
add_blob (DaftarTxn  *txn,
          gpointer    bytes,
          GError    **error)
{
  gint64 id = daftar_blob_store_add_bytes (txn, bytes, error);

  return id != 0 ? g_memdup2 (&id, sizeof id) : NULL;
}

static gpointer
get_blob (DaftarReader  *reader,
          gpointer       id,
          GError       **error)
{
  return daftar_blob_store_get (reader, *(gint64 *) id, error);
}

/* What compresses and what does not, at and around the size of a piece. */
static void
test_round_trip (void)
{
  static const gsize sizes[] = { 0, 1, 1000, 256 * 1024 - 1, 256 * 1024, 256 * 1024 + 1, 512 * 1024, 1500000 };
  g_autoptr (TestShop) shop = test_shop_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < 2 * G_N_ELEMENTS (sizes); i++)
    {
      gsize size = sizes[i / 2];
      guint8 *data = g_malloc (MAX (size, 1));
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GBytes) back = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree gint64 *id = NULL;
      g_autofree gint64 *again = NULL;

      for (gsize k = 0; k < size; k++)
        data[k] = i % 2 == 0 ? "دفتر"[k % 8] : g_rand_int_range (random, 0, 256);
      bytes = g_bytes_new_take (data, size);
      id = daftar_store_write (shop->store, "test", add_blob, bytes, NULL, &error);
      g_assert_no_error (error);
      again = daftar_store_write (shop->store, "test", add_blob, bytes, NULL, &error);
      g_assert_cmpint (*id, ==, *again);
      back = daftar_store_read (shop->store, get_blob, id, &error);
      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (bytes, back));
    }
}

static void
test_missing (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = 99;

  g_assert_null (daftar_store_read (shop->store, get_blob, &id, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/blob/round-trip", test_round_trip);
  g_test_add_func ("/blob/missing", test_missing);
  return g_test_run ();
}
