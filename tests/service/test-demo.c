/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "daftar-customer-list-store.h"
#include "daftar-customer-store.h"
#include "daftar-demo.h"
#include "daftar-error.h"
#include "daftar-follow-up-store.h"
#include "daftar-search-store.h"
#include "daftar-test-shop.h"
#include "daftar-ticket-store.h"

static void
fill (TestShop   *shop,
      gint64      n,
      guint64     seed,
      const char *language)
{
  DaftarDemo demo = { n, seed, language };
  g_autoptr (GError) error = NULL;

  daftar_demo_fill (shop->store, &demo, NULL, NULL, &error);
  g_assert_no_error (error);
}

static char *
checksum (TestShop *shop)
{
  g_autofree char *bytes = NULL;
  gsize length;

  daftar_store_close (shop->store);
  g_assert_true (g_file_get_contents (shop->path, &bytes, &length, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) bytes, length);
}

/* The same seed on the same day gives the same file, byte for byte; another seed gives another. */
static void
test_same (void)
{
  g_autoptr (TestShop) one = test_shop_new_empty ();
  g_autoptr (TestShop) same = test_shop_new_empty ();
  g_autoptr (TestShop) other = test_shop_new_empty ();
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;
  g_autofree char *c = NULL;

  fill (one, 0, 7, "ar");
  fill (same, 0, 7, "ar");
  fill (other, 0, 8, "ar");
  a = checksum (one);
  b = checksum (same);
  c = checksum (other);
  g_assert_cmpstr (a, ==, b);
  g_assert_cmpstr (a, !=, c);
}

static gpointer
list_ids (DaftarReader  *reader,
          gpointer       order,
          GError       **error)
{
  return daftar_customer_store_list_ids (reader, GPOINTER_TO_INT (order), -1, error);
}

static gpointer
find (DaftarReader  *reader,
      gpointer       query,
      GError       **error)
{
  return daftar_search_store_find_customers (reader, query, 10, error);
}

/* What was loaded in bulk is in every list and found by every search. */
static void
test_indexes (void)
{
  g_autoptr (TestShop) shop = test_shop_new_empty ();

  fill (shop, 300, 1, "ar");
  g_assert_cmpint (test_shop_count_customers (shop), ==, 300);
  for (int order = 0; order < DAFTAR_N_CUSTOMER_ORDERS; order++)
    {
      g_autoptr (GArray) ids = daftar_store_read (shop->store, list_ids, GINT_TO_POINTER (order), NULL);

      g_assert_cmpint (ids->len, ==, 300);
    }
  for (gint64 id = 1; id <= 300; id += 37)
    {
      g_autoptr (DaftarCustomer) customer = test_shop_get_customer (shop, id);
      g_autoptr (GArray) found = daftar_store_read (shop->store, find, customer->name, NULL);
      gboolean there = FALSE;

      for (guint i = 0; i < found->len; i++)
        there |= g_array_index (found, gint64, i) == id;
      g_assert_true (there);
    }
}

static gpointer
read_ticket (DaftarReader  *reader,
             gpointer       number,
             GError       **error)
{
  return daftar_ticket_store_get_by_number (reader, GPOINTER_TO_INT (number), error);
}

static void
test_tickets (void)
{
  g_autoptr (TestShop) shop = test_shop_new_empty ();
  guint seen = 0;

  fill (shop, 0, 1, "en");
  for (int number = 1001; number <= 1015; number++)
    {
      g_autoptr (DaftarTicket) ticket = daftar_store_read (shop->store, read_ticket, GINT_TO_POINTER (number), NULL);

      g_assert_nonnull (ticket);
      seen |= 1u << ticket->status;
      g_assert_cmpint (ticket->next_at != 0, ==, ticket->status < DAFTAR_TICKET_STATUS_SOLVED);
      g_assert_cmpint (ticket->created_at, <=, TEST_NOW);
    }
  /* All but merged. */
  g_assert_cmpint (seen, ==, (1u << DAFTAR_TICKET_STATUS_MERGED) - 1);
}

static void
test_refused (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  DaftarDemo demo = { 10, 1, "ar" };
  g_autoptr (GError) error = NULL;

  test_shop_add_customer (shop, "أمل", NULL);
  g_assert_false (daftar_demo_fill (shop->store, &demo, NULL, NULL, &error));
  g_assert_error (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED);
  g_assert_cmpint (test_shop_count_customers (shop), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/demo/same", test_same);
  g_test_add_func ("/demo/indexes", test_indexes);
  g_test_add_func ("/demo/tickets", test_tickets);
  g_test_add_func ("/demo/refused", test_refused);
  return g_test_run ();
}
