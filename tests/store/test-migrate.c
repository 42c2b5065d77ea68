/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of every version that was ever released open in this one, with all that is in them. */
#include <gio/gio.h>

#include "daftar-backup-store.h"
#include "daftar-custom-store.h"
#include "daftar-customer-list-store.h"
#include "daftar-customer-store.h"
#include "daftar-test-shop.h"

static void
unpack (const char *name,
        const char *path)
{
  g_autofree char *packed = g_test_build_filename (G_TEST_DIST, "fixtures", "db", name, NULL);
  g_autoptr (GFile) from = g_file_new_for_path (packed);
  g_autoptr (GFile) to = g_file_new_for_path (path);
  g_autoptr (GConverter) unzip = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  g_autoptr (GInputStream) file = NULL;
  g_autoptr (GInputStream) in = NULL;
  g_autoptr (GOutputStream) out = NULL;
  g_autoptr (GError) error = NULL;

  file = G_INPUT_STREAM (g_file_read (from, NULL, &error));
  g_assert_no_error (error);
  in = g_converter_input_stream_new (file, unzip);
  out = G_OUTPUT_STREAM (g_file_create (to, G_FILE_CREATE_PRIVATE, NULL, &error));
  g_assert_no_error (error);
  g_output_stream_splice (out, in, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, &error);
  g_assert_no_error (error);
}

static gpointer
read_all (DaftarReader  *reader,
          gpointer       request,
          GError       **error)
{
  g_autoptr (GArray) ids = daftar_customer_store_list_ids (reader, DAFTAR_CUSTOMER_ORDER_NAME, -1, error);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) fields = daftar_custom_field_store_list (reader, error);

  g_assert_nonnull (ids);
  g_assert_cmpuint (ids->len, ==, 40);
  rows = daftar_customer_store_get_rows (reader, (const gint64 *) ids->data, ids->len, error);
  g_assert_cmpuint (rows->len, ==, 40);
  g_assert_cmpuint (fields->len, ==, 0);
  return NULL;
}

static gpointer
check (DaftarTxn  *txn,
       gpointer    request,
       GError    **error)
{
  g_autoptr (GArray) findings = daftar_check_store_run (txn, error);

  g_assert_nonnull (findings);
  for (guint i = 0; i < findings->len; i++)
    g_assert_cmpint (g_array_index (findings, DaftarFinding, i).n_wrong, ==, 0);
  return NULL;
}

static void
test_migrate (gconstpointer name)
{
  g_autofree char *folder = g_dir_make_tmp ("daftar-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "shop.daftar", NULL);
  g_autoptr (DaftarClock) clock = daftar_clock_new_fixed (TEST_NOW);
  g_autoptr (DaftarStore) store = daftar_store_new (path, clock);
  g_autoptr (GError) error = NULL;

  unpack (name, path);
  g_assert_true (daftar_store_open (store, FALSE, &error));
  g_assert_no_error (error);
  daftar_store_read (store, read_all, NULL, &error);
  g_assert_no_error (error);
  daftar_store_write (store, "check", check, NULL, NULL, &error);
  g_assert_no_error (error);
  daftar_store_close (store);
  test_remove_folder (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/store/migrate/001", "001.daftar.gz", test_migrate);
  return g_test_run ();
}
