/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who may be in the notebook twice. */
#include <glib.h>

#include "daftar-customer-edit.h"
#include "daftar-customer-store.h"
#include "daftar-duplicate-scan.h"
#include "daftar-error.h"
#include "daftar-test-shop.h"
#include "daftar-undo.h"

/* --- While somebody types. -------------------------------------------------------------------------- */

static GPtrArray *
ask (TestShop   *shop,
     const char *name,
     const char *phone,
     const char *email,
     gint64      except)
{
  DaftarDuplicateRequest request = { (char *) name, (char *) phone, (char *) email, except };
  g_autoptr (GError) error = NULL;
  GPtrArray *found = daftar_store_read (shop->store, daftar_duplicate_read, &request, &error);

  g_assert_no_error (error);
  return found;
}

static void
test_typing (void)
{
  static const struct
  {
    const char *stored;
    const char *typed;
    DaftarNameMatch match; /* DIFFERENT: not found */
  } cases[] = {
    { "أمل الحدّاد", "امل الحداد", DAFTAR_NAMES_SAME },
    { "عبد الله السالم", "عبدالله السالم", DAFTAR_NAMES_SPELLING },
    { "عبدالله السالم", "عبد الله السالم", DAFTAR_NAMES_SPELLING },
    { "أمل الحداد", "أمل حداد", DAFTAR_NAMES_SPELLING },
    { "Amal Haddad", "Haddad Amal", DAFTAR_NAMES_ORDER },
    { "Amal Haddad", "Amal Hadad", DAFTAR_NAMES_LETTER },
    { "Amal Haddad", "Amal Haddat", DAFTAR_NAMES_LETTER },
    { "Amal Haddad", "Amel Haddad", DAFTAR_NAMES_LETTER },
    { "Amal Haddad", "Amal Gaddad", DAFTAR_NAMES_LETTER },
    { "كريم الشامي", "كريم الشافي", DAFTAR_NAMES_LETTER },
    { "أمل محمد الحداد", "أمل الحداد", DAFTAR_NAMES_PART },
    { "أمل الحداد", "أمل محمد الحداد", DAFTAR_NAMES_PART },
    { "Amal Haddad", "Karim Haddad", DAFTAR_NAMES_DIFFERENT },
    { "Amal Haddad", "Amal", DAFTAR_NAMES_DIFFERENT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TestShop) shop = test_shop_new ();
      gint64 id = test_shop_add_customer (shop, cases[i].stored, NULL);
      g_autoptr (GPtrArray) found = ask (shop, cases[i].typed, NULL, NULL, 0);
      g_autoptr (GPtrArray) itself = ask (shop, cases[i].typed, NULL, NULL, id);

      g_test_message ("%s / %s", cases[i].stored, cases[i].typed);
      g_assert_cmpuint (found->len, ==, cases[i].match != DAFTAR_NAMES_DIFFERENT);
      if (found->len > 0)
        g_assert_cmpint (((DaftarDuplicate *) found->pdata[0])->likeness.names, ==, cases[i].match);
      g_assert_cmpuint (itself->len, ==, 0);
    }
}

/* Number and name speak louder than the number, the number louder than the name; five at most. */
static void
test_best_first (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  g_autoptr (GPtrArray) found = NULL;
  int last = 100;

  for (int i = 0; i < 6; i++)
    test_shop_add_customer (shop, "Amal Haddad", NULL);
  test_shop_add_customer (shop, "Karim", "0501234567");
  test_shop_add_customer (shop, "Amal Hadad", "0501234567");
  found = ask (shop, "Amal Haddad", "+966501234567", NULL, 0);
  g_assert_cmpuint (found->len, ==, DAFTAR_MAX_DUPLICATES);
  for (guint i = 0; i < found->len; i++)
    {
      DaftarDuplicate *duplicate = g_ptr_array_index (found, i);
      g_autofree char *text = daftar_likeness_describe (&duplicate->likeness);

      g_assert_cmpint (duplicate->score, <=, last);
      g_assert_cmpint (strlen (text), >, 0);
      last = duplicate->score;
    }
  g_assert_cmpstr (((DaftarDuplicate *) found->pdata[0])->customer->name, ==, "Amal Hadad");
  g_assert_true (((DaftarDuplicate *) found->pdata[0])->likeness.phone);
}

static gpointer
distinct_write (DaftarTxn  *txn,
                gpointer    request,
                GError    **error)
{
  return daftar_distinct_write (txn, request, error);
}

static void
test_distinct (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  gint64 a = test_shop_add_customer (shop, "Amal Haddad", NULL);
  gint64 b = test_shop_add_customer (shop, "Amal Hadad", NULL);
  DaftarDistinct pair = { b, a }, itself = { a, a };
  g_autoptr (GPtrArray) before = ask (shop, "Amal Haddad", NULL, NULL, a);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) undone = NULL;
  g_autoptr (GError) error = NULL;
  gint64 operation;

  g_assert_cmpuint (before->len, ==, 1);
  daftar_store_write (shop->store, "customer.distinct", distinct_write, &pair, &operation, &error);
  g_assert_no_error (error);
  /* Saying it twice is saying it once. */
  daftar_store_write (shop->store, "customer.distinct", distinct_write, &pair, NULL, &error);
  g_assert_no_error (error);
  after = ask (shop, "Amal Haddad", NULL, NULL, a);
  g_assert_cmpuint (after->len, ==, 0);
  daftar_store_write (shop->store, "undo", daftar_undo_write, &operation, NULL, &error);
  g_assert_no_error (error);
  undone = ask (shop, "Amal Haddad", NULL, NULL, a);
  g_assert_cmpuint (undone->len, ==, 1);
  daftar_store_write (shop->store, "customer.distinct", distinct_write, &itself, NULL, &error);
  g_assert_error (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED);
}

/* --- The whole shop. -------------------------------------------------------------------------------- */

static GPtrArray *
scan (TestShop *shop,
      guint    *n_found)
{
  g_autoptr (DaftarDuplicateScan) wanted = daftar_duplicate_scan_new (DAFTAR_SCAN_PAIRS);
  g_autoptr (GError) error = NULL;
  GPtrArray *pairs = daftar_store_read (shop->store, daftar_duplicate_scan_read, wanted, &error);

  g_assert_no_error (error);
  g_assert_cmpint (daftar_duplicate_scan_get_percent (wanted), ==, 100);
  if (n_found != NULL)
    *n_found = daftar_duplicate_scan_get_n_found (wanted);
  return pairs;
}

static void
test_scan (void)
{
  static const struct
  {
    const char *one;
    const char *one_phone;
    const char *other;
    const char *other_phone;
    gboolean found;
    gboolean phone;
    DaftarNameMatch match;
  } cases[] = {
    { "Amal Haddad", "0501234567", "A. H.", "+966 50 123 4567", TRUE, TRUE, DAFTAR_NAMES_DIFFERENT },
    { "Amal Haddad", "0501234567", "Amal Haddad", "0501234567", TRUE, TRUE, DAFTAR_NAMES_SAME },
    { "أمل الحداد", NULL, "أمل حداد", NULL, TRUE, FALSE, DAFTAR_NAMES_SPELLING },
    { "عبد الله السالم", NULL, "عبدالله السالم", NULL, TRUE, FALSE, DAFTAR_NAMES_SPELLING },
    { "Amal Haddad", NULL, "Haddad Amal", NULL, TRUE, FALSE, DAFTAR_NAMES_ORDER },
    { "Amal Haddad", NULL, "Amal Hadad", NULL, TRUE, FALSE, DAFTAR_NAMES_LETTER },
    { "Amal Haddad", NULL, "Amel Haddad", NULL, TRUE, FALSE, DAFTAR_NAMES_LETTER },
    { "Amal Haddad", NULL, "Amal Hadadd", NULL, TRUE, FALSE, DAFTAR_NAMES_LETTER },
    { "أمل محمد الحداد", NULL, "أمل الحداد", NULL, TRUE, FALSE, DAFTAR_NAMES_PART },
    { "أمل", NULL, "أمل", NULL, FALSE, FALSE, DAFTAR_NAMES_DIFFERENT },
    { "Amal Haddad", "0501234567", "Karim Saleh", "0507654321", FALSE, FALSE, DAFTAR_NAMES_DIFFERENT },
    { "Customer 12", NULL, "Customer 13", NULL, FALSE, FALSE, DAFTAR_NAMES_DIFFERENT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TestShop) shop = test_shop_new ();
      g_autoptr (GPtrArray) pairs = NULL;

      g_test_message ("%s / %s", cases[i].one, cases[i].other);
      test_shop_add_customer (shop, cases[i].one, cases[i].one_phone);
      test_shop_add_customer (shop, cases[i].other, cases[i].other_phone);
      test_shop_add_customer (shop, "Somebody Else", "0509999999");
      pairs = scan (shop, NULL);
      g_assert_cmpuint (pairs->len, ==, cases[i].found);
      if (pairs->len > 0)
        {
          DaftarDuplicatePair *pair = g_ptr_array_index (pairs, 0);

          g_assert_cmpint (pair->likeness.phone, ==, cases[i].phone);
          g_assert_cmpint (pair->likeness.names, ==, cases[i].match);
          g_assert_cmpint (pair->score, >, 0);
        }
    }
}

/* A number of many is a switchboard; the deleted and those of whom it was said aren't shown. */
static void
test_scan_leaves_out (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  g_autoptr (GArray) deleted = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) pairs = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GError) error = NULL;
  DaftarDistinct distinct;
  guint n_found;

  for (int i = 0; i < 21; i++)
    {
      g_autofree char *name = g_strdup_printf ("%c%c Colleague", 'A' + i, 'z' - i);

      test_shop_add_customer (shop, name, "0112223333");
    }
  distinct.one = test_shop_add_customer (shop, "Amal Haddad", NULL);
  distinct.other = test_shop_add_customer (shop, "Amal Hadad", NULL);
  pairs = scan (shop, &n_found);
  for (guint i = 0; i < pairs->len; i++)
    g_assert_false (((DaftarDuplicatePair *) pairs->pdata[i])->likeness.phone);
  daftar_store_write (shop->store, "customer.distinct", distinct_write, &distinct, NULL, &error);
  g_assert_no_error (error);
  none = scan (shop, NULL);
  g_assert_cmpuint (none->len, ==, pairs->len - 1);
  g_clear_pointer (&none, g_ptr_array_unref);

  /* With one gone it is a number of twenty. */
  {
    gint64 first = 1;

    g_array_append_val (deleted, first);
  }
  daftar_store_write (shop->store, "customer.delete", daftar_customer_delete_write, deleted, NULL, &error);
  g_assert_no_error (error);
  none = scan (shop, &n_found);
  g_assert_cmpuint (n_found, >=, 190);
}

static void
stopped_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (daftar_store_read_finish (DAFTAR_STORE (source), result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  *(gboolean *) data = TRUE;
}

static void
test_scan_stops (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  gboolean stopped = FALSE;

  test_shop_add_customer (shop, "Amal Haddad", "0501234567");
  daftar_store_read_async (shop->store, daftar_duplicate_scan_read, daftar_duplicate_scan_new (DAFTAR_SCAN_PAIRS),
                           (GDestroyNotify) daftar_duplicate_scan_unref, (GDestroyNotify) g_ptr_array_unref, cancellable,
                           stopped_cb, &stopped);
  g_cancellable_cancel (cancellable);
  while (!stopped)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/duplicates/typing", test_typing);
  g_test_add_func ("/duplicates/best-first", test_best_first);
  g_test_add_func ("/duplicates/distinct", test_distinct);
  g_test_add_func ("/duplicates/scan", test_scan);
  g_test_add_func ("/duplicates/scan-leaves-out", test_scan_leaves_out);
  g_test_add_func ("/duplicates/scan-stops", test_scan_stops);
  return g_test_run ();
}
