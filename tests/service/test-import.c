/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "daftar-error.h"
#include "daftar-exchange-error.h"
#include "daftar-import.h"
#include "daftar-note.h"
#include "daftar-profile.h"
#include "daftar-search-store.h"
#include "daftar-test-shop.h"

static char *
write_file (TestShop   *shop,
            const char *name,
            const char *text)
{
  char *path = g_build_filename (shop->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

/* A file of so many people, each with a number of their own. */
static char *
write_many (TestShop *shop,
            int       n)
{
  g_autoptr (GString) text = g_string_new ("الاسم,الجوال,المدينة\n");

  for (int i = 0; i < n; i++)
    g_string_append_printf (text, "عميل رقم %d,05%08d,الرياض\n", i, i);
  return write_file (shop, "many.csv", text->str);
}

static DaftarImport *
check (TestShop               *shop,
       const char             *path,
       DaftarImportDuplicates  duplicates)
{
  DaftarImport *import = daftar_import_new (shop->store, path);
  g_autoptr (GError) error = NULL;

  daftar_import_set_duplicates (import, duplicates);
  daftar_import_look (import, &error);
  g_assert_no_error (error);
  daftar_import_check (import, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return import;
}

static void
assert_counts (DaftarImport *import,
               gint64        n_new,
               gint64        same,
               gint64        changed,
               gint64        refused)
{
  const DaftarImportCounts *counts = daftar_import_get_counts (import);

  g_assert_cmpint (counts->n_new, ==, n_new);
  g_assert_cmpint (counts->n_same, ==, same);
  g_assert_cmpint (counts->n_changed, ==, changed);
  g_assert_cmpint (counts->n_refused, ==, refused);
  g_assert_cmpint (counts->rows, ==, n_new + same + changed + refused);
}

static gint64
import_file (TestShop               *shop,
             const char             *path,
             DaftarImportDuplicates  duplicates)
{
  g_autoptr (DaftarImport) import = check (shop, path, duplicates);
  g_autoptr (GError) error = NULL;
  gint64 id = daftar_import_apply (import, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  return id;
}

static gpointer
find (DaftarReader  *reader,
      gpointer       query,
      GError       **error)
{
  return daftar_search_store_find_customers (reader, query, 10, error);
}

static DaftarProfile *
find_profile (TestShop   *shop,
              const char *query)
{
  g_autoptr (GArray) ids = daftar_store_read (shop->store, find, (gpointer) query, NULL);
  DaftarProfile *profile;

  g_assert_nonnull (ids);
  g_assert_cmpint (ids->len, ==, 1);
  profile = daftar_store_read (shop->store, daftar_profile_read, ids->data, NULL);
  g_assert_nonnull (profile);
  return profile;
}

/* Each of the files that tests bring along, twice, in each of the ways: the second time adds nothing. */
static void
test_twice (void)
{
  static const struct
  {
    const char *file;
    gint64 rows;
    gint64 refused;
  } cases[] = {
    { "csv/customers-utf-8.csv", 40, 0 },
    { "csv/shop-export-windows-1256.csv", 40, 0 },
    { "csv/messy-utf-8.csv", 0, 0 },
    { "vcards/kcontacts/vcard5.vcf", 0, 0 },
    { "vcards/evolution-data-server/simple-1.vcf", 1, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int mode = DAFTAR_IMPORT_DUPLICATES_SKIP; mode <= DAFTAR_IMPORT_DUPLICATES_ADD; mode++)
      {
        g_autoptr (TestShop) shop = test_shop_new ();
        g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", cases[i].file, NULL);
        g_autoptr (DaftarImport) again = NULL;
        gint64 n;

        g_test_message ("%s in mode %d", cases[i].file, mode);
        import_file (shop, path, mode);
        n = test_shop_count_customers (shop);
        g_assert_cmpint (n, >, 0);
        if (cases[i].rows != 0)
          g_assert_cmpint (n, ==, cases[i].rows);
        again = check (shop, path, mode);
        g_assert_cmpint (daftar_import_get_counts (again)->n_new, ==, 0);
        g_assert_cmpint (daftar_import_get_counts (again)->n_changed, ==, 0);
        g_assert_cmpint (daftar_import_apply (again, NULL, NULL, NULL, NULL), >, 0);
        g_assert_cmpint (test_shop_count_customers (shop), ==, n);
      }
}

static void
test_columns (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  g_autofree char *path = write_file (shop, "columns.csv",
                                      "الاسم;الجوال;البريد;تاريخ الميلاد;إجمالي المشتريات;ملاحظات\n"
                                      "هند سالم;0501234567 / 0507654321;hind@example.com;15/01/1950;1151.59;تحب القهوة\n"
                                      "منى العلي;لا يوجد;بلا;قبل العيد;;\n"
                                      "سعاد الحربي;0551112223;;1982-11-19;20;\n");
  g_autoptr (DaftarProfile) hind = NULL;
  g_autoptr (DaftarProfile) mona = NULL;

  import_file (shop, path, DAFTAR_IMPORT_DUPLICATES_UPDATE);
  hind = find_profile (shop, "هند");
  g_assert_cmpint (hind->points->len, ==, 3);
  g_assert_cmpstr (DAFTAR_CONTACT_POINT (hind->points->pdata[1])->norm, ==, "966507654321");
  g_assert_cmpint (hind->occasions->len, ==, 1);
  g_assert_cmpstr (DAFTAR_OCCASION (hind->occasions->pdata[0])->day, ==, "1950-01-15");
  g_assert_cmpstr (hind->customer->note, ==, "إجمالي المشتريات: 1151.59\nتحب القهوة");
  /* What is no number, address or day is kept in words. */
  mona = find_profile (shop, "منى");
  g_assert_cmpint (mona->points->len, ==, 0);
  g_assert_cmpstr (mona->customer->note, ==, "الجوال: لا يوجد\nالبريد: بلا\nتاريخ الميلاد: قبل العيد");
}

/* The same people in other spellings, in the shop and further up in the file. */
static void
test_duplicates (void)
{
  static const char text[] = "name,phone,email,city\n"
                             "أحمد الحداد,+966 50 123 4567,,جدة\n"           /* in the shop, without a city */
                             "ليلى منصور,0559998887,layla@example.com,\n"     /* new */
                             "منصور ليلي,٠٥٥٩٩٩٨٨٨٧,,الرياض\n"                /* her again, with a city */
                             "نورة منصور,0559998887,,\n"                      /* her sister: the same number */
                             ",0501234567,,\n";                               /* the number alone */
  static const struct
  {
    DaftarImportDuplicates duplicates;
    gint64 n_new, same, changed;
    gint64 customers;
  } cases[] = {
    { DAFTAR_IMPORT_DUPLICATES_SKIP, 2, 3, 0, 3 },
    { DAFTAR_IMPORT_DUPLICATES_UPDATE, 2, 1, 2, 3 },
    { DAFTAR_IMPORT_DUPLICATES_ADD, 4, 1, 0, 5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TestShop) shop = test_shop_new ();
      g_autofree char *path = write_file (shop, "duplicates.csv", text);
      gint64 id = test_shop_add_customer (shop, "احمد حداد", "0501234567");
      g_autoptr (DaftarImport) import = check (shop, path, cases[i].duplicates);
      g_autoptr (DaftarCustomer) ahmad = NULL;

      g_test_message ("case %u", i);
      assert_counts (import, cases[i].n_new, cases[i].same, cases[i].changed, 0);
      /* The dry run wrote nothing. */
      g_assert_cmpint (test_shop_count_customers (shop), ==, 1);
      g_assert_cmpint (daftar_import_apply (import, NULL, NULL, NULL, NULL), >, 0);
      g_assert_cmpint (test_shop_count_customers (shop), ==, cases[i].customers);
      ahmad = test_shop_get_customer (shop, id);
      g_assert_cmpstr (ahmad->name, ==, "احمد حداد");
      g_assert_cmpstr (ahmad->city, ==, cases[i].duplicates == DAFTAR_IMPORT_DUPLICATES_UPDATE ? "جدة" : NULL);
    }
}

static void
test_refused (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  g_autofree char *path = write_file (shop, "refused.csv", "الاسم,الجوال,المدينة\n"
                                                           ",,الرياض\n"
                                                           "سعاد,0551112223,جدة\n"
                                                           "هند,0551112224,جدة,زائد\n");
  g_autofree char *out = g_build_filename (shop->folder, "out.csv", NULL);
  g_autofree char *nowhere = g_build_filename (shop->folder, "no", "such", "folder.csv", NULL);
  g_autoptr (DaftarImport) import = check (shop, path, DAFTAR_IMPORT_DUPLICATES_UPDATE);
  g_autoptr (GPtrArray) refused = daftar_import_list_refused (import, 10, NULL);
  g_autofree char *written = NULL;
  g_autoptr (GError) error = NULL;

  assert_counts (import, 1, 0, 0, 2);
  g_assert_cmpint (refused->len, ==, 2);
  g_assert_cmpint (((DaftarImportRefusal *) refused->pdata[0])->number, ==, 2);
  g_assert_cmpint (((DaftarImportRefusal *) refused->pdata[1])->number, ==, 4);
  g_assert_true (daftar_import_save_refused (import, out, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (out, &written, NULL, NULL));
  g_assert_true (g_str_has_prefix (written, "\xef\xbb\xbfالاسم,الجوال,المدينة,"));
  g_assert_nonnull (strstr (written, "هند,0551112224,جدة,زائد,"));
  g_assert_null (strstr (written, "سعاد"));
  g_assert_false (daftar_import_save_refused (import, nowhere, &error));
  g_assert_error (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED);
}

static void
test_broken (void)
{
  static const struct
  {
    const char *text;
    gboolean looks;
  } cases[] = {
    { "الاسم,الجوال\nسعاد,0551112223\n\"هند,0551112224\nمنى,0551112225\n", TRUE }, /* never closed */
    { "BEGIN:VCARD\nVERSION:3.0\nFN:Amal\n", TRUE },                             /* cut off: one card all the same */
    { "", FALSE },
    { "الاسم,الجوال\n", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TestShop) shop = test_shop_new ();
      g_autofree char *path = write_file (shop, "broken.csv", cases[i].text);
      g_autoptr (DaftarImport) import = daftar_import_new (shop->store, path);
      g_autoptr (GError) error = NULL;

      g_test_message ("case %u", i);
      g_assert_cmpint (daftar_import_look (import, &error), ==, cases[i].looks);
      if (!cases[i].looks)
        g_assert_error (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID);
      else if (i == 0)
        {
          g_assert_false (daftar_import_check (import, NULL, NULL, NULL, &error));
          g_assert_nonnull (error);
        }
      else
        g_assert_true (daftar_import_check (import, NULL, NULL, NULL, &error));
      g_assert_cmpint (test_shop_count_customers (shop), ==, 0);
    }
}

/* Where not one row can be read, the reason is told rather than that nobody is there. */
static void
test_unreadable (void)
{
  g_autofree char *many = g_strnfill (3000, ',');
  g_autoptr (GString) endless = g_string_new ("Name,Phone\n\"");
  const struct
  {
    const char *text;
    int code;
  } cases[] = {
    { "Name,Phone\n\"Ali,0501234567\nOmar,0551112223\n", DAFTAR_EXCHANGE_ERROR_QUOTE },
    { "\"", DAFTAR_EXCHANGE_ERROR_QUOTE },
    { NULL, DAFTAR_EXCHANGE_ERROR_QUOTE }, /* @endless: longer than what is looked at */
    { many, DAFTAR_EXCHANGE_ERROR_TOO_LARGE },
  };

  for (guint i = 0; i < 400000; i++)
    g_string_append (endless, "x,0\n");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TestShop) shop = test_shop_new ();
      const char *text = cases[i].text != NULL ? cases[i].text : endless->str;
      g_autofree char *path = write_file (shop, "unreadable.csv", text);
      g_autoptr (DaftarImport) import = daftar_import_new (shop->store, path);
      g_autoptr (GError) error = NULL;

      g_test_message ("case %u", i);
      g_assert_false (daftar_import_look (import, &error));
      g_assert_error (error, DAFTAR_EXCHANGE_ERROR, cases[i].code);
    }
}

static void
test_missing_file (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  g_autoptr (DaftarImport) import = daftar_import_new (shop->store, "/no/such/file.csv");
  g_autoptr (GError) error = NULL;

  g_assert_false (daftar_import_look (import, &error));
  g_assert_error (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED);
}

typedef struct
{
  GCancellable *cancellable;
  int n_calls;
  int cancel_at;
} Stop;

static void
stop_cb (double   fraction,
         gpointer data)
{
  Stop *stop = data;

  g_assert_cmpfloat (fraction, <=, 1.0);
  if (++stop->n_calls == stop->cancel_at)
    g_cancellable_cancel (stop->cancellable);
}

/* Stopped in its middle, into a new shop (one transaction) and into one that lives (chunks): nothing stays. */
static void
test_cancelled (void)
{
  for (int living = 0; living <= 1; living++)
    {
      g_autoptr (TestShop) shop = test_shop_new ();
      g_autofree char *path = write_many (shop, 3500);
      g_autoptr (DaftarImport) import = NULL;
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) found = NULL;
      Stop stop = { cancellable, 0, 2 };

      if (living)
        test_shop_add_customer (shop, "أمل", "0501234567");
      import = check (shop, path, DAFTAR_IMPORT_DUPLICATES_UPDATE);
      g_assert_cmpint (daftar_import_apply (import, stop_cb, &stop, cancellable, &error), ==, 0);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpint (stop.n_calls, ==, 2);
      g_assert_cmpint (test_shop_count_customers (shop), ==, living);
      found = daftar_store_read (shop->store, find, (gpointer) "عميل", NULL);
      g_assert_cmpint (found->len, ==, 0);
    }
}

/* Two at a time would not know of each other's customers. */
static void
test_one_at_a_time (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  g_autofree char *path = write_many (shop, 3);
  g_autofree char *lock = g_strconcat (daftar_store_get_path (shop->store), "-import", NULL);
  g_autoptr (DaftarImport) import = check (shop, path, DAFTAR_IMPORT_DUPLICATES_UPDATE);
  g_autoptr (GError) error = NULL;
  int fd = g_open (lock, O_RDWR | O_CREAT, 0600);

  g_assert_cmpint (flock (fd, LOCK_EX), ==, 0);
  g_assert_cmpint (daftar_import_apply (import, NULL, NULL, NULL, &error), ==, 0);
  g_assert_error (error, DAFTAR_ERROR, DAFTAR_ERROR_BUSY);
  g_assert_cmpint (test_shop_count_customers (shop), ==, 0);
  close (fd);
  g_assert_cmpint (daftar_import_apply (import, NULL, NULL, NULL, NULL), >, 0);
  g_assert_false (g_file_test (lock, G_FILE_TEST_EXISTS));
}

/* While it goes on, others read and write, and what they do stays. */
static void
colleague_cb (double   fraction,
              gpointer data)
{
  TestShop *shop = data;
  g_autoptr (GArray) found = daftar_store_read (shop->store, find, (gpointer) "أمل", NULL);

  /* On the writing thread: reading goes on at the same time. */
  g_assert_cmpint (found->len, ==, 1);
}

static void
test_undo (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  g_autofree char *path = write_many (shop, 2500);
  gint64 amal = test_shop_add_customer (shop, "أمل", "0501234567");
  g_autoptr (DaftarImport) import = check (shop, path, DAFTAR_IMPORT_DUPLICATES_UPDATE);
  g_autoptr (DaftarProfile) touched = NULL;
  g_autoptr (DaftarCustomer) noted = NULL;
  g_autoptr (DaftarNote) note = daftar_note_new ();
  g_autoptr (GArray) found = NULL;
  gint64 id, left = -1;

  id = daftar_import_apply (import, colleague_cb, shop, NULL, NULL);
  g_assert_cmpint (id, >, 0);
  g_assert_cmpint (test_shop_count_customers (shop), ==, 2501);
  touched = find_profile (shop, "0500002400");
  note->customer_id = DAFTAR_RECORD (touched->customer)->id;
  note->body = g_strdup ("اتصل");
  noted = daftar_store_write (shop->store, "note.add", daftar_note_write, note, NULL, NULL);
  g_assert_nonnull (noted);
  /* Who was worked with since stays, and that is told. */
  g_assert_true (daftar_import_undo (shop->store, id, &left, NULL));
  g_assert_cmpint (left, ==, 1);
  g_assert_cmpint (test_shop_count_customers (shop), ==, 2);
  found = daftar_store_read (shop->store, find, (gpointer) "عميل", NULL);
  g_assert_cmpint (found->len, ==, 1);
  g_object_unref (test_shop_get_customer (shop, amal));
}

static void
test_undo_changes (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  g_autofree char *path = write_file (shop, "one.csv", "الاسم,الجوال,المدينة,البريد\nأمل,0501234567,جدة,amal@example.com\n");
  gint64 amal = test_shop_add_customer (shop, "أمل", "0501234567");
  gint64 id = import_file (shop, path, DAFTAR_IMPORT_DUPLICATES_UPDATE), left = -1;
  g_autoptr (DaftarCustomer) with = test_shop_get_customer (shop, amal);
  g_autoptr (DaftarCustomer) without = NULL;

  g_assert_cmpstr (with->city, ==, "جدة");
  g_assert_true (daftar_import_undo (shop->store, id, &left, NULL));
  g_assert_cmpint (left, ==, 0);
  without = test_shop_get_customer (shop, amal);
  g_assert_cmpstr (without->city, ==, NULL);
  g_assert_cmpint (test_shop_count_customers (shop), ==, 1);
}

/* Found like those who were added by hand: by any part of the name, and the middle of the number. */
static void
test_found (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  g_autofree char *path = write_file (shop, "found.csv", "الاسم,الجوال\nعبد الله الحارثي,0501234567\nسعاد,0559876543\n");
  static const char *const queries[] = { "حارثي", "عبدالله", "23456", "٠٥٠١٢٣٤" };

  import_file (shop, path, DAFTAR_IMPORT_DUPLICATES_UPDATE);
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (DaftarProfile) found = find_profile (shop, queries[i]);

      g_assert_cmpstr (found->customer->name, ==, "عبد الله الحارثي");
    }
}

static void
test_country (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  g_autofree char *path = write_file (shop, "jo.csv", "الاسم,الجوال\nسعاد,0795455776\n");
  g_autoptr (DaftarImport) import = daftar_import_new (shop->store, path);
  g_autoptr (DaftarProfile) found = NULL;

  daftar_import_set_country (import, "JO");
  g_assert_true (daftar_import_look (import, NULL));
  g_assert_true (daftar_import_check (import, NULL, NULL, NULL, NULL));
  g_assert_cmpint (daftar_import_apply (import, NULL, NULL, NULL, NULL), >, 0);
  found = find_profile (shop, "سعاد");
  g_assert_cmpstr (DAFTAR_CONTACT_POINT (found->points->pdata[0])->norm, ==, "962795455776");
  /* Written so that it is read in the same way from now on. */
  g_assert_cmpint (DAFTAR_CONTACT_POINT (found->points->pdata[0])->value[0], ==, '+');
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/twice", test_twice);
  g_test_add_func ("/import/columns", test_columns);
  g_test_add_func ("/import/duplicates", test_duplicates);
  g_test_add_func ("/import/refused", test_refused);
  g_test_add_func ("/import/broken", test_broken);
  g_test_add_func ("/import/unreadable", test_unreadable);
  g_test_add_func ("/import/missing-file", test_missing_file);
  g_test_add_func ("/import/cancelled", test_cancelled);
  g_test_add_func ("/import/one-at-a-time", test_one_at_a_time);
  g_test_add_func ("/import/undo", test_undo);
  g_test_add_func ("/import/undo-changes", test_undo_changes);
  g_test_add_func ("/import/found", test_found);
  g_test_add_func ("/import/country", test_country);
  return g_test_run ();
}
