/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the list of customers does to many at once, and the filters that are kept. */
#include <glib.h>

#include "daftar-customer-list.h"
#include "daftar-error.h"
#include "daftar-follow-up-store.h"
#include "daftar-operation-store.h"
#include "daftar-test-shop.h"

static GArray *
add_people (TestShop *shop)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("Customer %u", i);
      gint64 id = test_shop_add_customer (shop, name, NULL);

      g_array_append_val (ids, id);
    }
  return ids;
}

static void
assert_tags (TestShop   *shop,
             gint64      id,
             const char *tags)
{
  g_autoptr (DaftarCustomer) customer = test_shop_get_customer (shop, id);

  g_assert_cmpstr (customer->tags, ==, tags);
}

static gint64
change (TestShop           *shop,
        DaftarCustomerBulk *bulk,
        GError            **error)
{
  gint64 operation = 0;

  daftar_store_write (shop->store, "customer.tag", daftar_customer_bulk_write, bulk, &operation, error);
  daftar_customer_bulk_free (bulk);
  return operation;
}

static gpointer
undo (DaftarTxn  *txn,
      gpointer    operation,
      GError    **error)
{
  g_autoptr (GPtrArray) left = NULL;

  g_assert_true (daftar_operation_store_undo (txn, *(gint64 *) operation, &left, error));
  g_assert_cmpint (left->len, ==, 0);
  return NULL;
}

/* A tag for all, given once however often; one step takes it back from all. Who has gone is passed over. */
static void
test_tag (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  g_autoptr (GArray) ids = add_people (shop);
  gint64 nobody = 999;
  gint64 first = g_array_index (ids, gint64, 0);
  DaftarCustomerBulk *bulk;
  gint64 operation;

  g_array_append_val (ids, nobody);
  bulk = daftar_customer_bulk_new (g_array_ref (ids));
  bulk->add_tag = g_strdup ("vip");
  operation = change (shop, bulk, NULL);
  g_assert_cmpint (operation, !=, 0);
  for (guint i = 0; i < 3; i++)
    assert_tags (shop, g_array_index (ids, gint64, i), "vip");

  bulk = daftar_customer_bulk_new (g_array_ref (ids));
  bulk->add_tag = g_strdup ("vip");
  g_assert_cmpint (change (shop, bulk, NULL), ==, 0);

  bulk = daftar_customer_bulk_new (g_array_ref (ids));
  bulk->add_tag = g_strdup ("جملة");
  operation = change (shop, bulk, NULL);
  assert_tags (shop, first, "vip\nجملة");
  daftar_store_write (shop->store, "undo", undo, &operation, NULL, NULL);
  assert_tags (shop, first, "vip");

  bulk = daftar_customer_bulk_new (g_array_ref (ids));
  bulk->remove_tag = g_strdup ("vip");
  change (shop, bulk, NULL);
  assert_tags (shop, first, NULL);
}

static gpointer
read_follow_ups (DaftarReader  *reader,
                 gpointer       id,
                 GError       **error)
{
  return daftar_follow_up_store_list_of_customer (reader, *(gint64 *) id, TRUE, error);
}

static void
test_plan (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  g_autoptr (GArray) ids = add_people (shop);
  DaftarCustomerBulk *bulk = daftar_customer_bulk_new (g_array_ref (ids));
  g_autoptr (GError) error = NULL;

  bulk->follow_up = daftar_follow_up_new ();
  bulk->follow_up->title = g_strdup ("Call");
  bulk->follow_up->due_day = g_strdup ("2025-01-20");
  bulk->follow_up->due_minute = -1;
  change (shop, bulk, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (GPtrArray) planned =
        daftar_store_read (shop->store, read_follow_ups, &g_array_index (ids, gint64, i), NULL);

      g_assert_cmpuint (planned->len, ==, 1);
    }
}

/* All or nobody. */
static void
test_too_many (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  g_autoptr (GArray) ids = add_people (shop);
  gint64 first = g_array_index (ids, gint64, 0);
  g_autoptr (GError) error = NULL;
  DaftarCustomerBulk *bulk;

  g_array_set_size (ids, DAFTAR_MAX_BULK + 1);
  bulk = daftar_customer_bulk_new (g_array_ref (ids));
  bulk->add_tag = g_strdup ("vip");
  change (shop, bulk, &error);
  g_assert_error (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED);
  assert_tags (shop, first, NULL);
}

static GPtrArray *
read_filters (TestShop *shop)
{
  return daftar_store_read (shop->store, daftar_saved_filters_read, (char *) "customers", NULL);
}

static void
test_saved_filters (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  g_autoptr (DaftarSavedFilter) filter = daftar_saved_filter_new ();
  g_autoptr (DaftarSavedFilter) nameless = daftar_saved_filter_new ();
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GError) error = NULL;

  filter->page = g_strdup ("customers");
  filter->name = g_strdup (" VIP ");
  filter->rule = g_strdup ("{\"tag\":\"vip\"}");
  daftar_store_write (shop->store, "filter.keep", daftar_saved_filter_write, filter, NULL, &error);
  g_assert_no_error (error);
  kept = read_filters (shop);
  g_assert_cmpuint (kept->len, ==, 1);
  g_assert_cmpstr (((DaftarSavedFilter *) g_ptr_array_index (kept, 0))->name, ==, "VIP");

  nameless->page = g_strdup ("customers");
  nameless->rule = g_strdup ("{}");
  daftar_store_write (shop->store, "filter.keep", daftar_saved_filter_write, nameless, NULL, &error);
  g_assert_error (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID);
  daftar_store_write (shop->store, "filter.forget", daftar_saved_filter_delete_write,
                      &DAFTAR_RECORD (g_ptr_array_index (kept, 0))->id, NULL, NULL);
  left = read_filters (shop);
  g_assert_cmpuint (left->len, ==, 0);
}

static gpointer
read_choices (DaftarReader  *reader,
              gpointer       request,
              GError       **error)
{
  return daftar_filter_choices_read (reader, request, error);
}

static void
test_choices (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  g_autoptr (GArray) ids = add_people (shop);
  gint64 stages[2];
  DaftarCustomerBulk *bulk = daftar_customer_bulk_new (g_array_ref (ids));
  g_autoptr (DaftarFilterChoices) choices = NULL;

  test_shop_add_board (shop, stages, 2);
  bulk->add_tag = g_strdup ("vip");
  change (shop, bulk, NULL);
  choices = daftar_store_read (shop->store, read_choices, NULL, NULL);
  g_assert_cmpstr (choices->tags[0], ==, "vip");
  g_assert_null (choices->tags[1]);
  g_assert_cmpuint (g_strv_length (choices->cities), ==, 0);
  g_assert_cmpuint (choices->stages->len, >=, 2);
  g_assert_cmpuint (choices->fields->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/customer-list/tag", test_tag);
  g_test_add_func ("/customer-list/plan", test_plan);
  g_test_add_func ("/customer-list/too-many", test_too_many);
  g_test_add_func ("/customer-list/saved-filters", test_saved_filters);
  g_test_add_func ("/customer-list/choices", test_choices);
  return g_test_run ();
}
