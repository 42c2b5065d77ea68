/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "daftar-backup.h"
#include "daftar-date.h"
#include "daftar-error.h"
#include "daftar-test-shop.h"

static void
test_there_and_back (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  g_autofree char *backup = g_build_filename (shop->folder, "usb", "copy.daftar", NULL);
  g_autofree char *kept = NULL;
  g_autoptr (DaftarFileInfo) info = NULL;
  g_autoptr (DaftarFileInfo) old = NULL;
  g_autoptr (GError) error = NULL;

  test_shop_add_customer (shop, "أمل", "0501234567");
  g_assert_true (daftar_backup_make (shop->path, backup, NULL, &error));
  g_assert_no_error (error);
  info = daftar_backup_store_verify (backup, &error);
  g_assert_no_error (error);
  g_assert_cmpint (info->n_customers, ==, 1);

  /* The store stays open, and sees what came back. */
  test_shop_add_customer (shop, "كريم", "0509999999");
  g_assert_cmpint (test_shop_count_customers (shop), ==, 2);
  g_assert_true (daftar_backup_restore (shop->path, backup, &kept, &error));
  g_assert_no_error (error);
  g_assert_cmpint (test_shop_count_customers (shop), ==, 1);
  test_shop_add_customer (shop, "سعاد", NULL);
  g_assert_cmpint (test_shop_count_customers (shop), ==, 2);
  /* And what was there before the restore is not lost. */
  old = daftar_backup_store_verify (kept, &error);
  g_assert_no_error (error);
  g_assert_cmpint (old->n_customers, ==, 2);
}

static void
damage (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  memset (bytes + 4096, 0x5a, MIN (length - 4096, 60000));
  g_assert_true (g_file_set_contents (path, bytes, length, NULL));
}

static void
test_damaged (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  g_autofree char *backup = g_build_filename (shop->folder, "copy.daftar", NULL);
  g_autofree char *broken = g_build_filename (shop->folder, "broken.daftar", NULL);
  g_autofree char *kept = NULL;
  g_autoptr (DaftarFileInfo) now = NULL;
  g_autoptr (GError) error = NULL;

  test_shop_add_customer (shop, "أمل", "0501234567");
  g_assert_true (daftar_backup_make (shop->path, backup, NULL, NULL));
  g_assert_true (daftar_backup_make (shop->path, broken, NULL, NULL));
  damage (broken);
  g_assert_null (daftar_backup_store_verify (broken, &error));
  g_assert_error (error, DAFTAR_ERROR, DAFTAR_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_false (daftar_backup_restore (shop->path, broken, NULL, &error));
  g_assert_error (error, DAFTAR_ERROR, DAFTAR_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_cmpint (test_shop_count_customers (shop), ==, 1);

  /* A shop file that can't be read any more is moved aside. */
  daftar_store_close (shop->store);
  damage (shop->path);
  g_assert_true (daftar_backup_restore (shop->path, backup, &kept, &error));
  g_assert_no_error (error);
  now = daftar_backup_store_verify (shop->path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (now->n_customers, ==, 1);
  g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));
}

static void
test_no_room (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  g_autofree char *file = g_build_filename (shop->folder, "file", NULL);
  g_autofree char *target = g_build_filename (file, "copy.daftar", NULL);
  g_autoptr (GError) error = NULL;

  /* A folder that can't be made. */
  g_assert_true (g_file_set_contents (file, "x", 1, NULL));
  g_assert_false (daftar_backup_make (shop->path, target, NULL, &error));
  g_assert_error (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED);
}

/* Once a day, only if something changed. */
static void
test_daily (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  g_autofree char *folder = daftar_backup_folder (shop->path, NULL);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  gboolean made = FALSE;

  test_shop_add_customer (shop, "أمل", NULL);
  g_assert_true (daftar_backup_daily (shop->store, &made, &error));
  g_assert_no_error (error);
  g_assert_true (made);
  g_assert_true (daftar_backup_daily (shop->store, &made, NULL));
  g_assert_false (made);
  daftar_clock_advance (shop->clock, 24 * G_TIME_SPAN_HOUR);
  g_assert_true (daftar_backup_daily (shop->store, &made, NULL));
  g_assert_false (made);
  test_shop_add_customer (shop, "كريم", NULL);
  g_assert_true (daftar_backup_daily (shop->store, &made, NULL));
  g_assert_true (made);
  list = daftar_backup_list (folder);
  g_assert_cmpint (list->len, ==, 2);
  g_assert_cmpstr (((DaftarBackupFile *) list->pdata[0])->day, ==, "2025-01-16");
}

/* Of a hundred days: the last seven, and the last day of each of eight weeks. */
static void
test_prune (void)
{
  g_autofree char *folder = g_dir_make_tmp ("daftar-backups-XXXXXX", NULL);
  g_autoptr (GPtrArray) list = NULL;
  static const char *const kept[] = { "2025-01-15", "2025-01-14", "2025-01-13", "2025-01-12", "2025-01-11", "2025-01-10",
                                      "2025-01-09", "2025-01-05", "2024-12-29", "2024-12-22", "2024-12-15", "2024-12-08",
                                      "2024-12-01" };

  for (int i = 0; i < 100; i++)
    {
      g_autofree char *day = daftar_date_add_days ("2025-01-15", -i);
      g_autofree char *name = g_strdup_printf ("%s/daftar-%s.daftar", folder, day);

      g_assert_true (g_file_set_contents (name, "", 0, NULL));
    }
  daftar_backup_prune (folder);
  list = daftar_backup_list (folder);
  for (guint i = 0; i < MIN (list->len, G_N_ELEMENTS (kept)); i++)
    g_assert_cmpstr (((DaftarBackupFile *) list->pdata[i])->day, ==, kept[i]);
  g_assert_cmpint (list->len, ==, G_N_ELEMENTS (kept));
  test_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backup/there-and-back", test_there_and_back);
  g_test_add_func ("/backup/damaged", test_damaged);
  g_test_add_func ("/backup/no-room", test_no_room);
  g_test_add_func ("/backup/daily", test_daily);
  g_test_add_func ("/backup/prune", test_prune);
  return g_test_run ();
}
