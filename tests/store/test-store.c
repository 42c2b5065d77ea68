/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <glib/gstdio.h>

#include "daftar-board-store.h"
#include "daftar-customer-store.h"
#include "daftar-error.h"
#include "daftar-follow-up-store.h"
#include "daftar-interaction-store.h"
#include "daftar-operation-store.h"
#include "daftar-shop-store.h"
#include "daftar-test-shop.h"
#include "daftar-ticket-store.h"

/* --- The file. ------------------------------------------------------------------------------------- */

static void
test_open_again (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  g_autoptr (DaftarStore) second = daftar_store_new (shop->path, shop->clock);
  g_autoptr (GError) error = NULL;

  g_assert_true (daftar_store_open (second, FALSE, &error));
  g_assert_no_error (error);
  daftar_store_close (second);
}

static void
test_missing (void)
{
  g_autoptr (DaftarClock) clock = daftar_clock_new_fixed (TEST_NOW);
  g_autoptr (DaftarStore) store = daftar_store_new ("/nowhere/shop.daftar", clock);
  g_autoptr (GError) error = NULL;

  g_assert_false (daftar_store_open (store, FALSE, &error));
  g_assert_error (error, DAFTAR_ERROR, DAFTAR_ERROR_NOT_FOUND);
}

/* An empty file may be anybody's: who only wants to look makes no shop of it. */
static void
test_empty_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("daftar-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "empty", NULL);
  g_autoptr (DaftarClock) clock = daftar_clock_new_fixed (TEST_NOW);
  g_autoptr (DaftarStore) store = daftar_store_new (path, clock);
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  g_assert_false (daftar_store_open (store, FALSE, &error));
  g_assert_error (error, DAFTAR_ERROR, DAFTAR_ERROR_NOT_FOUND);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_cmpuint (length, ==, 0);
  test_remove_folder (folder);
}

static void
open_spoilt (const char *contents,
             gsize       length,
             DaftarError expected)
{
  g_autofree char *folder = g_dir_make_tmp ("daftar-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "shop.daftar", NULL);
  g_autoptr (DaftarClock) clock = daftar_clock_new_fixed (TEST_NOW);
  g_autoptr (DaftarStore) store = daftar_store_new (path, clock);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, contents, length, NULL));
  g_assert_false (daftar_store_open (store, FALSE, &error));
  g_assert_error (error, DAFTAR_ERROR, expected);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_damaged (void)
{
  g_autofree char *garbage = g_strnfill (8192, 'x');

  open_spoilt (garbage, 8192, DAFTAR_ERROR_DAMAGED);
}

static gpointer
make_newer (DaftarTxn  *txn,
            gpointer    request,
            GError    **error)
{
  test_txn_exec (txn, "UPDATE meta SET value = '9999' WHERE key = 'schema_version'");
  return NULL;
}

static void
test_newer (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  g_autoptr (DaftarStore) second = daftar_store_new (shop->path, shop->clock);
  g_autoptr (GError) error = NULL;

  daftar_store_write (shop->store, "test", make_newer, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (daftar_store_open (second, FALSE, &error));
  g_assert_error (error, DAFTAR_ERROR, DAFTAR_ERROR_NEWER);
  g_clear_error (&error);
  /* The one that has it open notices at its next transaction. */
  test_shop_add_customer_error (shop, "أمل", NULL, &error);
  g_assert_error (error, DAFTAR_ERROR, DAFTAR_ERROR_NEWER);
}

/* --- Rows. ----------------------------------------------------------------------------------------- */

static void
test_customer (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  gint64 id = test_shop_add_customer (shop, "أَمَل الحدّاد", "0501234567");
  g_autoptr (DaftarCustomer) customer = test_shop_get_customer (shop, id);
  g_autoptr (GPtrArray) rows = test_shop_get_rows (shop, &id, 1);
  DaftarCustomer *row = g_ptr_array_index (rows, 0);

  g_assert_cmpstr (customer->name, ==, "أَمَل الحدّاد");
  g_assert_cmpstr (customer->name_fold, ==, "امل الحداد");
  g_assert_cmpint (DAFTAR_RECORD (customer)->version, ==, 1);
  g_assert_cmpint (customer->created_at, ==, TEST_NOW);
  g_assert_cmpstr (row->phone, ==, "0501234567");
  g_assert_cmpstr (row->phone_norm, ==, "966501234567");
}

static gpointer
save_customer (DaftarTxn  *txn,
        gpointer    request,
        GError    **error)
{
  DaftarCustomer *customer = request;

  return GINT_TO_POINTER (daftar_customer_store_save (txn, customer, error));
}

static void
test_conflict (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  gint64 id = test_shop_add_customer (shop, "Amal", NULL);
  g_autoptr (DaftarCustomer) one = test_shop_get_customer (shop, id);
  g_autoptr (DaftarCustomer) two = test_shop_get_customer (shop, id);
  g_autoptr (GError) error = NULL;

  daftar_set_text (&one->name, "Amal Haddad");
  g_assert_true (daftar_store_write (shop->store, "customer.edit", save_customer, one, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (DAFTAR_RECORD (one)->version, ==, 2);
  daftar_set_text (&two->name, "Amal Hadad");
  g_assert_false (daftar_store_write (shop->store, "customer.edit", save_customer, two, NULL, &error));
  g_assert_error (error, DAFTAR_ERROR, DAFTAR_ERROR_CONFLICT);
}

static gpointer
undo (DaftarTxn  *txn,
      gpointer    request,
      GError    **error)
{
  g_autoptr (GPtrArray) left = NULL;

  daftar_operation_store_undo (txn, *(gint64 *) request, &left, error);
  return GINT_TO_POINTER (left != NULL ? left->len : 0);
}

static void
test_undo (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  gint64 id = test_shop_add_customer (shop, "Amal", NULL);
  g_autoptr (DaftarCustomer) changed = test_shop_get_customer (shop, id);
  g_autoptr (DaftarCustomer) after = NULL;
  g_autoptr (GError) error = NULL;
  gint64 operation, second;

  daftar_set_text (&changed->name, "Karim");
  daftar_store_write (shop->store, "customer.edit", save_customer, changed, &operation, &error);
  g_assert_no_error (error);
  g_assert_cmpint (operation, >, 0);
  daftar_store_write (shop->store, "undo", undo, &operation, &second, &error);
  g_assert_no_error (error);
  after = test_shop_get_customer (shop, id);
  g_assert_cmpstr (after->name, ==, "Amal");
  g_assert_cmpint (DAFTAR_RECORD (after)->version, ==, 3);

  /* Once only; and the undoing can be undone. */
  daftar_store_write (shop->store, "undo", undo, &operation, NULL, &error);
  g_assert_error (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED);
  g_clear_error (&error);
  daftar_store_write (shop->store, "undo", undo, &second, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&after);
  after = test_shop_get_customer (shop, id);
  g_assert_cmpstr (after->name, ==, "Karim");
}

static void
test_undo_after_later_edit (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  gint64 id = test_shop_add_customer (shop, "Amal", NULL);
  g_autoptr (DaftarCustomer) customer = test_shop_get_customer (shop, id);
  g_autoptr (DaftarCustomer) after = NULL;
  g_autoptr (GError) error = NULL;
  gint64 operation;
  int left;

  daftar_set_text (&customer->name, "Karim");
  daftar_store_write (shop->store, "customer.edit", save_customer, customer, &operation, &error);
  daftar_set_text (&customer->name, "Nour");
  daftar_store_write (shop->store, "customer.edit", save_customer, customer, NULL, &error);
  g_assert_no_error (error);
  left = GPOINTER_TO_INT (daftar_store_write (shop->store, "undo", undo, &operation, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (left, ==, 1);
  after = test_shop_get_customer (shop, id);
  g_assert_cmpstr (after->name, ==, "Nour");
}

static gpointer
fail_halfway (DaftarTxn  *txn,
              gpointer    request,
              GError    **error)
{
  g_autoptr (DaftarCustomer) customer = daftar_customer_new ();

  customer->name = g_strdup ("Half");
  g_assert_true (daftar_customer_store_save (txn, customer, error));
  g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_FAILED, "No.");
  return NULL;
}

static void
test_rollback (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  g_autoptr (GError) error = NULL;

  daftar_store_write (shop->store, "test", fail_halfway, NULL, NULL, &error);
  g_assert_error (error, DAFTAR_ERROR, DAFTAR_ERROR_FAILED);
  g_assert_cmpint (test_shop_count_customers (shop), ==, 0);
}

/* --- Telling of changes. --------------------------------------------------------------------------- */

static void
changed_cb (DaftarStore   *store,
            DaftarChanges *changes,
            gpointer       data)
{
  if (daftar_changes_touch (changes, DAFTAR_KIND_CUSTOMER, 0))
    *(gboolean *) data = TRUE;
}

static void
test_changed_elsewhere (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  g_autoptr (DaftarStore) second = daftar_store_new (shop->path, shop->clock);
  gboolean told = FALSE;

  g_assert_true (daftar_store_open (second, FALSE, NULL));
  g_signal_connect (second, "changed", G_CALLBACK (changed_cb), &told);
  daftar_store_set_watching (second, TRUE);
  test_shop_add_customer (shop, "Amal", NULL);
  while (!told)
    g_main_context_iteration (NULL, TRUE);
  daftar_store_close (second);
}

static void
test_changed_here (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  gboolean told = FALSE;

  g_signal_connect (shop->store, "changed", G_CALLBACK (changed_cb), &told);
  test_shop_add_customer (shop, "Amal", NULL);
  while (!told)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_many_changes (void)
{
  g_autoptr (DaftarChanges) changes = daftar_changes_new ();

  for (int i = 1; i <= 2000; i++)
    daftar_changes_add (changes, DAFTAR_KIND_CUSTOMER, i, DAFTAR_OP_ADDED);
  daftar_changes_add (changes, DAFTAR_KIND_DEAL, 7, DAFTAR_OP_ADDED);
  g_assert_cmpint (daftar_changes_size (changes), ==, 2);
  g_assert_true (daftar_changes_touch (changes, DAFTAR_KIND_CUSTOMER, 123456));
  g_assert_false (daftar_changes_touch (changes, DAFTAR_KIND_DEAL, 8));
}

/* --- Boards. --------------------------------------------------------------------------------------- */

static gpointer
move (DaftarTxn  *txn,
      gpointer    request,
      GError    **error)
{
  gint64 *ids = request;

  return GINT_TO_POINTER (daftar_deal_store_move (txn, ids[0], ids[1], ids[2], error));
}

static gpointer
list_deals (DaftarReader  *reader,
            gpointer       request,
            GError       **error)
{
  return daftar_deal_store_list_ids (reader, *(gint64 *) request, -1, error);
}

static gpointer
list_visits (DaftarReader  *reader,
             gpointer       request,
             GError       **error)
{
  return daftar_deal_store_list_visits (reader, *(gint64 *) request, error);
}

static void
test_move (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  gint64 stages[2];
  gint64 customer = test_shop_add_customer (shop, "Amal", NULL);
  gint64 a, b, c;
  g_autoptr (GArray) first = NULL;
  g_autoptr (GArray) second = NULL;
  g_autoptr (GPtrArray) visits = NULL;

  test_shop_add_board (shop, stages, 2);
  a = test_shop_add_deal (shop, customer, stages[0], "A", 100);
  b = test_shop_add_deal (shop, customer, stages[0], "B", 100);
  c = test_shop_add_deal (shop, customer, stages[0], "C", 100);
  daftar_store_write (shop->store, "deal.move", move, (gint64[]){ c, stages[0], a }, NULL, NULL);
  first = daftar_store_read (shop->store, list_deals, &stages[0], NULL);
  g_assert_cmpint (first->len, ==, 3);
  g_assert_cmpint (g_array_index (first, gint64, 0), ==, c);
  g_assert_cmpint (g_array_index (first, gint64, 1), ==, a);
  g_assert_cmpint (g_array_index (first, gint64, 2), ==, b);

  daftar_clock_advance (shop->clock, G_TIME_SPAN_HOUR);
  daftar_store_write (shop->store, "deal.move", move, (gint64[]){ a, stages[1], 0 }, NULL, NULL);
  second = daftar_store_read (shop->store, list_deals, &stages[1], NULL);
  g_assert_cmpint (second->len, ==, 1);
  visits = daftar_store_read (shop->store, list_visits, &a, NULL);
  g_assert_cmpint (visits->len, ==, 2);
  g_assert_cmpint (DAFTAR_STAGE_VISIT (visits->pdata[0])->left_at, ==, TEST_NOW + G_TIME_SPAN_HOUR);
  g_assert_cmpint (DAFTAR_STAGE_VISIT (visits->pdata[1])->from_stage_id, ==, stages[0]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/open-again", test_open_again);
  g_test_add_func ("/store/missing", test_missing);
  g_test_add_func ("/store/empty-file", test_empty_file);
  g_test_add_func ("/store/damaged", test_damaged);
  g_test_add_func ("/store/newer", test_newer);
  g_test_add_func ("/store/customer", test_customer);
  g_test_add_func ("/store/conflict", test_conflict);
  g_test_add_func ("/store/undo", test_undo);
  g_test_add_func ("/store/undo-after-later-edit", test_undo_after_later_edit);
  g_test_add_func ("/store/rollback", test_rollback);
  g_test_add_func ("/store/changed-elsewhere", test_changed_elsewhere);
  g_test_add_func ("/store/changed-here", test_changed_here);
  g_test_add_func ("/store/many-changes", test_many_changes);
  g_test_add_func ("/store/move", test_move);
  return g_test_run ();
}
