/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "daftar-customer-list-store.h"
#include "daftar-customer-store.h"
#include "daftar-id-list.h"
#include "daftar-search-store.h"
#include "daftar-test-shop.h"

static gpointer
find (DaftarReader  *reader,
      gpointer       request,
      GError       **error)
{
  return daftar_search_store_find_customers (reader, request, 50, error);
}

static gboolean
finds (TestShop   *shop,
       const char *query,
       gint64      id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = daftar_store_read (shop->store, find, (char *) query, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

/* One customer, and what a clerk may type to find it. */
typedef struct
{
  const char *name;
  const char *phone;
  const char *queries[12];
} Case;

static const Case found[] = {
  { "أمل الحدّاد", "0501234567",
    { "امل", "حداد", "الحداد", "أَمَل", "050123", "٠٥٠١٢٣", "+966501234", "4567", "2345", "1234567", "داد" } },
  { "عبد الله بن سعود", "+20 10 1234 5678", { "عبدالله", "عبد الله", "سعود", "01012345", "5678", "0020101" } },
  { "مؤسسة الرؤية للتجارة", "٠١١-٤٦٥-٧٨٩٠", { "رويه", "مؤسسه", "الرؤية", "0114657890", "٧٨٩٠" } },
  { "Zoë Müller", NULL, { "zoe", "muller", "MÜLL", "ulle" } },
};

static void
test_found (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();

  for (guint i = 0; i < G_N_ELEMENTS (found); i++)
    {
      gint64 id = test_shop_add_customer (shop, found[i].name, found[i].phone);

      for (guint q = 0; q < G_N_ELEMENTS (found[i].queries) && found[i].queries[q] != NULL; q++)
        if (!finds (shop, found[i].queries[q], id))
          g_error ("“%s” does not find %s", found[i].queries[q], found[i].name);
    }
}

static void
test_not_found (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  gint64 id = test_shop_add_customer (shop, "أمل الحداد", "0501234567");

  g_assert_false (finds (shop, "كريم", id));
  g_assert_false (finds (shop, "امل كريم", id));
  g_assert_false (finds (shop, "9999", id));
  g_assert_false (finds (shop, "\" OR 1 --", id));
  g_assert_false (finds (shop, "* NEAR (", id));
  g_assert_false (finds (shop, "", id));
}

static gpointer
delete (DaftarTxn  *txn,
        gpointer    request,
        GError    **error)
{
  return GINT_TO_POINTER (daftar_customer_store_delete (txn, *(gint64 *) request, error));
}

static void
test_deleted (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  gint64 id = test_shop_add_customer (shop, "أمل الحداد", "0501234567");

  daftar_store_write (shop->store, "customer.delete", delete, &id, NULL, NULL);
  g_assert_false (finds (shop, "امل", id));
  g_assert_false (finds (shop, "0501234567", id));
  g_assert_cmpint (test_shop_count_customers (shop), ==, 0);
}

static void
test_best_first (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  gint64 word = test_shop_add_customer (shop, "سعيد نور", NULL);
  gint64 start = test_shop_add_customer (shop, "نور سعيد", NULL);
  gint64 exact = test_shop_add_customer (shop, "نور", NULL);
  gint64 prefix = test_shop_add_customer (shop, "سعيد نورالدين", NULL);
  g_autoptr (GArray) ids = daftar_store_read (shop->store, find, (char *) "نور", NULL);

  g_assert_cmpint (ids->len, ==, 4);
  g_assert_cmpint (g_array_index (ids, gint64, 0), ==, exact);
  g_assert_cmpint (g_array_index (ids, gint64, 1), ==, start);
  g_assert_cmpint (g_array_index (ids, gint64, 2), ==, word);
  g_assert_cmpint (g_array_index (ids, gint64, 3), ==, prefix);
}

/* --- The list. ------------------------------------------------------------------------------------- */

static GArray *
by_name (DaftarReader  *reader,
         gpointer       data,
         int            limit,
         GError       **error)
{
  return daftar_customer_store_list_ids (reader, DAFTAR_CUSTOMER_ORDER_NAME, limit, error);
}

static void
wait_until_loaded (DaftarIdList *list)
{
  while (daftar_id_list_is_loading (list))
    g_main_context_iteration (NULL, TRUE);
}

static void
count_cb (GListModel *model,
          guint       position,
          guint       removed,
          guint       added,
          guint      *counts)
{
  counts[0] = position;
  counts[1] = removed;
  counts[2] = added;
}

static void
test_list (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  g_autoptr (DaftarIdList) list = daftar_id_list_new (shop->store, DAFTAR_KIND_CUSTOMER, daftar_customer_store_get_rows);
  g_autoptr (DaftarListItem) item = NULL;
  guint counts[3] = { 0 };
  gint64 id;

  for (int i = 0; i < 300; i++)
    {
      g_autofree char *name = g_strdup_printf ("Customer %03d", i * 2);

      test_shop_add_customer (shop, name, NULL);
    }
  daftar_id_list_show (list, by_name, NULL, NULL, NULL);
  wait_until_loaded (list);
  g_assert_cmpint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 300);

  /* A row is there at once, its record as soon as it is loaded. */
  item = g_list_model_get_item (G_LIST_MODEL (list), 250);
  while (daftar_list_item_get_record (item) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (DAFTAR_CUSTOMER (daftar_list_item_get_record (item))->name, ==, "Customer 500");

  /* A change elsewhere tells of its own place alone. */
  g_signal_connect (list, "items-changed", G_CALLBACK (count_cb), counts);
  id = test_shop_add_customer (shop, "Customer 201", NULL);
  while (counts[2] == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (counts[0], ==, 101);
  g_assert_cmpint (counts[1], ==, 0);
  g_assert_cmpint (counts[2], ==, 1);
  g_assert_cmpint (daftar_id_list_get_id (list, 101), ==, id);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search/found", test_found);
  g_test_add_func ("/search/not-found", test_not_found);
  g_test_add_func ("/search/deleted", test_deleted);
  g_test_add_func ("/search/best-first", test_best_first);
  g_test_add_func ("/search/list", test_list);
  return g_test_run ();
}
