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

/* --- More than names. ------------------------------------------------------------------------------- */

typedef struct
{
  DaftarCustomer *customer;
  DaftarContactPoint *email;
} Person;

static gpointer
save (DaftarTxn  *txn,
      gpointer    request,
      GError    **error)
{
  Person *person = request;

  if (!daftar_customer_store_save (txn, person->customer, error))
    return NULL;
  if (person->email == NULL)
    return person->customer;
  person->email->customer_id = DAFTAR_RECORD (person->customer)->id;
  return daftar_contact_point_store_save (txn, person->email, error) ? person->customer : NULL;
}

/* أمل, who works at a clinic in جدة and is reached by e-mail. */
static gint64
add_amal (TestShop *shop)
{
  g_autoptr (DaftarCustomer) customer = daftar_customer_new ();
  g_autoptr (DaftarContactPoint) email = daftar_contact_point_new ();
  Person person = { customer, email };

  customer->name = g_strdup ("أمل الغامدي");
  customer->nickname = g_strdup ("أم خالد");
  customer->company = g_strdup ("عيادات الشفاء");
  customer->city = g_strdup ("جدّة");
  customer->tags = g_strdup ("عميل مميز\nجملة");
  customer->note = g_strdup ("تحب القهوة\nالاستلام بعد المغرب");
  email->kind = DAFTAR_CONTACT_KIND_EMAIL;
  email->value = g_strdup ("Amal.Ghamdi77@Shifa-Clinics.example");
  g_assert_nonnull (daftar_store_write (shop->store, "customer.add", save, &person, NULL, NULL));
  return DAFTAR_RECORD (customer)->id;
}

typedef struct
{
  const char *query;
  gint64 id;
} Question;

static gpointer
find_explained (DaftarReader  *reader,
                gpointer       request,
                GError       **error)
{
  Question *question = request;
  g_autoptr (GArray) ids = daftar_search_store_find_customers (reader, question->query, 50, error);
  g_autoptr (GPtrArray) rows = daftar_customer_store_get_rows (reader, (gint64 *) ids->data, ids->len, error);

  g_assert_true (daftar_search_store_explain (reader, question->query, rows, error));
  for (guint i = 0; i < rows->len; i++)
    if (DAFTAR_RECORD (rows->pdata[i])->id == question->id)
      return g_object_ref (rows->pdata[i]);
  return NULL;
}

static void
test_explained (void)
{
  static const struct
  {
    const char *query;
    DaftarMatch by;
    const char *matched;
  } cases[] = {
    { "امل", DAFTAR_MATCH_NAME, NULL },
    { "امد", DAFTAR_MATCH_NAME, NULL },
    { "امل غامدي", DAFTAR_MATCH_NAME, NULL },
    { "ام خالد", DAFTAR_MATCH_NICKNAME, "أم خالد" },
    { "خال", DAFTAR_MATCH_NICKNAME, "أم خالد" },
    { "شفاء", DAFTAR_MATCH_COMPANY, "عيادات الشفاء" },
    { "يادا", DAFTAR_MATCH_COMPANY, "عيادات الشفاء" },
    { "جده", DAFTAR_MATCH_CITY, "جدّة" },
    { "امل جده", DAFTAR_MATCH_CITY, "جدّة" },
    { "امل عيادات", DAFTAR_MATCH_COMPANY, "عيادات الشفاء" },
    { "مميز", DAFTAR_MATCH_TAG, "عميل مميز" },
    { "جمله", DAFTAR_MATCH_TAG, "جملة" },
    { "المغرب", DAFTAR_MATCH_NOTE, "الاستلام بعد المغرب" },
    { "amal.gh", DAFTAR_MATCH_EMAIL, "Amal.Ghamdi77@Shifa-Clinics.example" },
    { "GHAM", DAFTAR_MATCH_EMAIL, "Amal.Ghamdi77@Shifa-Clinics.example" },
    { "shifa-clinics", DAFTAR_MATCH_EMAIL, "Amal.Ghamdi77@Shifa-Clinics.example" },
    { "@shifa", DAFTAR_MATCH_EMAIL, "Amal.Ghamdi77@Shifa-Clinics.example" },
    { "di77", DAFTAR_MATCH_EMAIL, "Amal.Ghamdi77@Shifa-Clinics.example" },
  };
  g_autoptr (TestShop) shop = test_shop_new ();
  gint64 id = add_amal (shop);

  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *name = g_strdup_printf ("زبون %u", i);

      test_shop_add_customer (shop, name, "0559876543");
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Question question = { cases[i].query, id };
      g_autoptr (DaftarCustomer) row = daftar_store_read (shop->store, find_explained, &question, NULL);

      g_test_message ("“%s”", cases[i].query);
      g_assert_nonnull (row);
      g_assert_cmpint (row->matched_by, ==, cases[i].by);
      g_assert_cmpstr (row->matched, ==, cases[i].matched);
    }
  g_assert_false (finds (shop, "امل الرياض", id));
  g_assert_false (finds (shop, "shifa.clinics", id));
  g_assert_false (finds (shop, "غامدة", id));
}

static void
test_explained_numbers (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  gint64 id = test_shop_add_customer (shop, "أمل", "050 123 4567");
  static const char *const queries[] = { "5", "05", "0501", "+96650", "٤٥٦٧", "2345", "67", "0501234567" };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      Question question = { queries[i], id };
      g_autoptr (DaftarCustomer) row = daftar_store_read (shop->store, find_explained, &question, NULL);

      g_test_message ("“%s”", queries[i]);
      g_assert_nonnull (row);
      g_assert_cmpint (row->matched_by, ==, DAFTAR_MATCH_NUMBER);
      g_assert_cmpstr (row->matched, ==, "050 123 4567");
    }
}

static gpointer
change (DaftarTxn  *txn,
        gpointer    request,
        GError    **error)
{
  g_autoptr (DaftarCustomer) customer = daftar_customer_store_get (daftar_txn_reader (txn), *(gint64 *) request, error);

  daftar_set_text (&customer->city, "الطائف");
  daftar_set_text (&customer->tags, NULL);
  return daftar_customer_store_save (txn, customer, error) ? request : NULL;
}

/* What was changed is found as it is now, and no more as it was. */
static void
test_changed (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  gint64 id = add_amal (shop);

  g_assert_nonnull (daftar_store_write (shop->store, "customer.edit", change, &id, NULL, NULL));
  g_assert_true (finds (shop, "طائف", id));
  g_assert_false (finds (shop, "جده", id));
  g_assert_false (finds (shop, "مميز", id));
  g_assert_true (finds (shop, "قهوه", id));
}

static gpointer
find_many (DaftarReader  *reader,
           gpointer       request,
           GError       **error)
{
  return daftar_search_store_find_customers (reader, request, 10000, error);
}

/* For a list that goes on narrowing them: all, and those that are called so first. */
static void
test_many (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  g_autoptr (GArray) ids = NULL;
  gint64 exact;

  for (guint i = 0; i < 300; i++)
    test_shop_add_customer (shop, i % 2 == 0 ? "منى نور" : "نور منى", NULL);
  exact = test_shop_add_customer (shop, "نور", NULL);
  ids = daftar_store_read (shop->store, find_many, (char *) "نور", NULL);
  g_assert_cmpuint (ids->len, ==, 301);
  g_assert_cmpint (g_array_index (ids, gint64, 0), ==, exact);
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
  g_test_add_func ("/search/explained", test_explained);
  g_test_add_func ("/search/explained-numbers", test_explained_numbers);
  g_test_add_func ("/search/changed", test_changed);
  g_test_add_func ("/search/many", test_many);
  g_test_add_func ("/search/list", test_list);
  return g_test_run ();
}
