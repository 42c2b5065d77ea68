/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes out comes in again without a loss. */
#include <glib.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "daftar-blob-store.h"
#include "daftar-custom-store.h"
#include "daftar-customer-list-store.h"
#include "daftar-customer-store.h"
#include "daftar-dump.h"
#include "daftar-export.h"
#include "daftar-import.h"
#include "daftar-test-shop.h"

/* --- Everybody as one text, without what one file has and another can't: ids, moments. ---------------- */

static int
compare_text (gconstpointer a,
              gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
add_sorted (GString   *text,
            GPtrArray *lines)
{
  g_ptr_array_sort (lines, compare_text);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "  %s\n", (char *) g_ptr_array_index (lines, i));
  g_ptr_array_unref (lines);
}

#define LINE(...) g_ptr_array_add (lines, g_strdup_printf (__VA_ARGS__))

static void
describe_rest (DaftarReader *reader,
               gint64        id,
               GString      *text)
{
  g_autoptr (GPtrArray) points = daftar_contact_point_store_list (reader, id, NULL);
  g_autoptr (GPtrArray) days = daftar_occasion_store_list (reader, id, NULL);
  g_autoptr (GPtrArray) values = daftar_custom_value_store_list (reader, id, NULL);
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < points->len; i++)
    {
      DaftarContactPoint *point = g_ptr_array_index (points, i);

      LINE ("%d %s %s %s %d %d", (int) point->kind, point->value, point->norm, point->label, point->preferred,
            (int) point->consent);
    }
  for (guint i = 0; i < days->len; i++)
    {
      DaftarOccasion *day = g_ptr_array_index (days, i);

      LINE ("%d %s %d %s", (int) day->kind, day->day, day->hijri, day->label);
    }
  for (guint i = 0; i < values->len; i++)
    {
      DaftarCustomValue *value = g_ptr_array_index (values, i);

      LINE ("%s = %s %d", value->field_name, value->text, (int) value->number);
    }
  add_sorted (text, lines);
}

static gpointer
describe (DaftarReader  *reader,
          gpointer       request,
          GError       **error)
{
  g_autoptr (GArray) ids = daftar_customer_store_list_ids (reader, DAFTAR_CUSTOMER_ORDER_NAME, -1, NULL);
  GPtrArray *people = g_ptr_array_new_with_free_func (g_free);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (DaftarCustomer) c = daftar_customer_store_get (reader, g_array_index (ids, gint64, i), NULL);
      GString *person = g_string_new (NULL);

      g_string_printf (person, "%s|%d|%s|%s|%s|%s|%s|%s|%s|%s|%s|%s|%d|%d|%s\n", c->name, (int) c->kind, c->given,
                       c->family, c->nickname, c->honorific, c->company, c->city, c->language, c->source, c->note,
                       c->tags, c->do_not_contact, (int) c->preferred_channel, c->contact_time);
      describe_rest (reader, DAFTAR_RECORD (c)->id, person);
      g_ptr_array_add (people, g_string_free (person, FALSE));
    }
  add_sorted (text, people);
  return g_string_free (text, FALSE);
}

/* --- Somebody of whom everything is known. ------------------------------------------------------------ */

static void
add_point (DaftarTxn     *txn,
           gint64         id,
           gint64         kind,
           const char    *value,
           const char    *label,
           gboolean       preferred,
           DaftarConsent  consent)
{
  g_autoptr (DaftarContactPoint) point = daftar_contact_point_new ();

  point->customer_id = id;
  point->kind = kind;
  point->value = g_strdup (value);
  point->label = g_strdup (label);
  point->preferred = preferred;
  point->consent = consent;
  point->position = kind;
  g_assert_true (daftar_contact_point_store_save (txn, point, NULL));
}

static void
add_day (DaftarTxn  *txn,
         gint64      id,
         gint64      kind,
         const char *day,
         gboolean    hijri,
         const char *label)
{
  g_autoptr (DaftarOccasion) occasion = daftar_occasion_new ();

  occasion->customer_id = id;
  occasion->kind = kind;
  occasion->day = g_strdup (day);
  occasion->hijri = hijri;
  occasion->label = g_strdup (label);
  g_assert_true (daftar_occasion_store_save (txn, occasion, NULL));
}

static const struct
{
  const char *name;
  DaftarCustomType type;
  const char *choices;
  const char *text;
  gint64 number;
} own[] = {
  { "Shoe size", DAFTAR_CUSTOM_TYPE_NUMBER, NULL, NULL, 42500000 },
  { "Credit, agreed", DAFTAR_CUSTOM_TYPE_MONEY, NULL, "SAR", -125050 },
  { "Contract until", DAFTAR_CUSTOM_TYPE_DATE, NULL, "2027-03-31", 0 },
  { "Coffee", DAFTAR_CUSTOM_TYPE_CHOICE, "black\nwith \"milk\"", "with \"milk\"", 0 },
  { "Has a key", DAFTAR_CUSTOM_TYPE_BOOL, NULL, NULL, 1 },
  { "مقاس الباب", DAFTAR_CUSTOM_TYPE_TEXT, NULL, "=١٢٠ سم، \"عريض\"\nسطران", 0 },
};

static gpointer
add_fields (DaftarTxn  *txn,
            gpointer    ids,
            GError    **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    {
      g_autoptr (DaftarCustomField) field = daftar_custom_field_new ();

      field->name = g_strdup (own[i].name);
      field->type = own[i].type;
      field->choices = g_strdup (own[i].choices);
      field->position = i;
      g_assert_true (daftar_custom_field_store_save (txn, field, error));
      ((gint64 *) ids)[i] = DAFTAR_RECORD (field)->id;
    }
  return NULL;
}

/* The smallest picture there is (PNG, 1 × 1). Stays for the run. */
static GBytes *
make_picture (void)
{
  static GBytes *picture = NULL;
  gsize size;
  guchar *data;

  if (picture == NULL)
    {
      data = g_base64_decode ("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
                              &size);
      picture = g_bytes_new_take (data, size);
    }
  return picture;
}

static gpointer
add_somebody (DaftarTxn  *txn,
              gpointer    ids,
              GError    **error)
{
  g_autoptr (DaftarCustomer) c = daftar_customer_new ();
  gint64 id;

  c->name = g_strdup ("مؤسسة \"النور\" للأجهزة، فرع 2");
  c->kind = DAFTAR_CUSTOMER_KIND_BUSINESS;
  c->given = g_strdup ("أمل");
  c->family = g_strdup ("بنت سعيد الحدّاد");
  c->nickname = g_strdup ("أم محمد");
  c->honorific = g_strdup ("د.");
  c->company = g_strdup ("النور");
  c->city = g_strdup ("مكة المكرمة");
  c->language = g_strdup ("ar");
  c->source = g_strdup ("معرض 2024; جناح ب");
  c->note = g_strdup ("سطر أول\nسطر ثانٍ, \"مقتبس\"\n=1+1");
  c->tags = g_strdup ("vip\nجملة كبيرة");
  c->do_not_contact = TRUE;
  c->preferred_channel = DAFTAR_CHANNEL_WHATSAPP;
  c->contact_time = g_strdup ("بعد العصر");
  c->photo_id = daftar_blob_store_add_bytes (txn, make_picture (), error);
  g_assert_true (daftar_customer_store_save (txn, c, error));
  id = DAFTAR_RECORD (c)->id;
  add_point (txn, id, DAFTAR_CONTACT_KIND_MOBILE, "+966 50 123 4567", "شخصي", TRUE, DAFTAR_CONSENT_GIVEN);
  add_point (txn, id, DAFTAR_CONTACT_KIND_MOBILE, "٠٥٠٧٦٥٤٣٢١", NULL, FALSE, DAFTAR_CONSENT_UNKNOWN);
  add_point (txn, id, DAFTAR_CONTACT_KIND_PHONE, "0114657890", NULL, FALSE, DAFTAR_CONSENT_UNKNOWN);
  add_point (txn, id, DAFTAR_CONTACT_KIND_WHATSAPP, "+966 50 123 4567", NULL, FALSE, DAFTAR_CONSENT_REFUSED);
  add_point (txn, id, DAFTAR_CONTACT_KIND_EMAIL, "amal@example.com", "work", FALSE, DAFTAR_CONSENT_REFUSED);
  add_point (txn, id, DAFTAR_CONTACT_KIND_EMAIL, "Second.Mail@example.com", NULL, FALSE, DAFTAR_CONSENT_UNKNOWN);
  add_point (txn, id, DAFTAR_CONTACT_KIND_WEBSITE, "https://nour.example/?a=1;b=2", NULL, FALSE, 0);
  add_point (txn, id, DAFTAR_CONTACT_KIND_INSTAGRAM, "@nour", NULL, FALSE, 0);
  add_point (txn, id, DAFTAR_CONTACT_KIND_FACEBOOK, "nour.sa", NULL, FALSE, 0);
  add_point (txn, id, DAFTAR_CONTACT_KIND_X, "@nour_x", NULL, FALSE, 0);
  add_point (txn, id, DAFTAR_CONTACT_KIND_TELEGRAM, "nourtg", NULL, FALSE, 0);
  add_point (txn, id, DAFTAR_CONTACT_KIND_TIKTOK, "nourtt", NULL, FALSE, 0);
  add_point (txn, id, DAFTAR_CONTACT_KIND_ADDRESS, "شارع الملك فهد، حي العليا", "المعرض", TRUE, 0);
  add_point (txn, id, DAFTAR_CONTACT_KIND_ADDRESS, "12 High St; Flat 3", NULL, FALSE, 0);
  add_day (txn, id, DAFTAR_OCCASION_KIND_BIRTHDAY, "1985-06-07", FALSE, NULL);
  add_day (txn, id, DAFTAR_OCCASION_KIND_ANNIVERSARY, "2010-05-01", TRUE, NULL);
  add_day (txn, id, DAFTAR_OCCASION_KIND_OTHER, "2015-09-01", FALSE, "افتتاح الفرع");
  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    {
      g_autoptr (DaftarCustomValue) value = daftar_custom_value_new ();

      value->customer_id = id;
      value->field_id = ((gint64 *) ids)[i];
      value->text = g_strdup (own[i].text);
      value->number = own[i].number;
      g_assert_true (daftar_custom_value_store_set (txn, value, error));
    }
  return NULL;
}

static void
import_file (TestShop   *shop,
             const char *path,
             gint64      n_new,
             gint64      n_same)
{
  g_autoptr (DaftarImport) import = daftar_import_new (shop->store, path);
  g_autoptr (GError) error = NULL;
  const DaftarImportCounts *counts;

  daftar_import_look (import, &error);
  g_assert_no_error (error);
  daftar_import_check (import, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  counts = daftar_import_get_counts (import);
  g_assert_cmpint (counts->n_new, ==, n_new);
  g_assert_cmpint (counts->n_same, ==, n_same);
  g_assert_cmpint (counts->n_refused, ==, 0);
  daftar_import_apply (import, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* @known: into a shop that has somebody, which goes another way than into an empty one. */
static void
test_csv (gconstpointer known)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  g_autoptr (TestShop) other = test_shop_new ();
  g_autofree char *path = g_build_filename (shop->folder, "out.csv", NULL);
  gint64 ids[G_N_ELEMENTS (own)];
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  guint n;

  daftar_store_write (shop->store, "fields", add_fields, ids, NULL, NULL);
  daftar_store_write (shop->store, "somebody", add_somebody, ids, NULL, NULL);
  test_shop_add_customer (shop, "Name Only", NULL);
  daftar_export_write (shop->store, DAFTAR_EXPORT_CSV, NULL, path, NULL, NULL, NULL, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 2);

  daftar_store_write (other->store, "fields", add_fields, ids, NULL, NULL);
  if (known != NULL)
    {
      test_shop_add_customer (shop, "Zaid", "0559876543");
      test_shop_add_customer (other, "Zaid", "0559876543");
    }
  import_file (other, path, 2, 0);
  before = daftar_store_read (shop->store, describe, NULL, NULL);
  after = daftar_store_read (other->store, describe, NULL, NULL);
  g_assert_cmpstr (after, ==, before);
  /* The same file again, and its own shop: nothing is added. */
  import_file (other, path, 0, 2);
  import_file (shop, path, 0, 2);
}

/* A card has no place for everything, but what it has comes back. */
static void
test_vcard (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  g_autoptr (TestShop) other = test_shop_new ();
  g_autofree char *path = g_build_filename (shop->folder, "out.vcf", NULL);
  g_autofree char *again = g_build_filename (shop->folder, "again.vcf", NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gint64 ids[G_N_ELEMENTS (own)];
  guint n;

  daftar_store_write (shop->store, "fields", add_fields, ids, NULL, NULL);
  daftar_store_write (shop->store, "somebody", add_somebody, ids, NULL, NULL);
  g_assert_true (daftar_export_write (shop->store, DAFTAR_EXPORT_VCARD, NULL, path, NULL, NULL, NULL, &n, NULL));
  import_file (other, path, 1, 0);
  g_assert_true (daftar_export_write (other->store, DAFTAR_EXPORT_VCARD, NULL, again, NULL, NULL, NULL, &n, NULL));
  g_assert_true (g_file_get_contents (path, &first, NULL, NULL));
  g_assert_true (g_file_get_contents (again, &second, NULL, NULL));
  g_assert_cmpstr (second, ==, first);
  g_assert_nonnull (strstr (first, "VERSION:4.0"));
  g_assert_nonnull (strstr (first, "PHOTO:data:image/png;base64,"));
}

static gpointer
read_picture (DaftarReader  *reader,
              gpointer       request,
              GError       **error)
{
  g_autoptr (GArray) ids = daftar_customer_store_list_ids (reader, DAFTAR_CUSTOMER_ORDER_NAME, -1, NULL);
  g_autoptr (DaftarCustomer) c = daftar_customer_store_get (reader, g_array_index (ids, gint64, 0), NULL);

  return daftar_blob_store_get (reader, c->photo_id, error);
}

/* The whole shop takes the pictures along. */
static void
test_shop (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  g_autoptr (TestShop) other = test_shop_new ();
  g_autofree char *path = g_build_filename (shop->folder, "shop.json", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GBytes) picture = NULL;
  g_autoptr (GError) error = NULL;
  gint64 ids[G_N_ELEMENTS (own)], n;

  daftar_store_write (shop->store, "fields", add_fields, ids, NULL, NULL);
  daftar_store_write (shop->store, "somebody", add_somebody, ids, NULL, NULL);
  daftar_dump_write (shop->store, path, &n, &error);
  g_assert_no_error (error);
  daftar_dump_load (other->store, path, &n, &error);
  g_assert_no_error (error);
  before = daftar_store_read (shop->store, describe, NULL, NULL);
  after = daftar_store_read (other->store, describe, NULL, NULL);
  g_assert_cmpstr (after, ==, before);
  picture = daftar_store_read (other->store, read_picture, NULL, NULL);
  g_assert_true (g_bytes_equal (picture, make_picture ()));
}

/* Only some; who has gone is passed over. */
static void
test_some (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  g_autofree char *path = g_build_filename (shop->folder, "out.csv", NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 first = test_shop_add_customer (shop, "First", NULL);
  gint64 nobody = 999;
  g_autofree char *text = NULL;
  guint n;

  test_shop_add_customer (shop, "Second", NULL);
  g_array_append_val (ids, first);
  g_array_append_val (ids, nobody);
  g_assert_true (daftar_export_write (shop->store, DAFTAR_EXPORT_CSV, ids, path, NULL, NULL, NULL, &n, NULL));
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "\xef\xbb\xbf"));
  g_assert_nonnull (strstr (text, "First"));
  g_assert_null (strstr (text, "Second"));
}

/* What can't be written, and what was stopped, leaves the old file as it was and nothing beside it. */
static void
test_fails (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  g_autofree char *path = g_build_filename (shop->folder, "out.csv", NULL);
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  guint n;

  test_shop_add_customer (shop, "First", NULL);
  g_assert_true (g_file_set_contents (path, "mine", -1, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_false (daftar_export_write (shop->store, DAFTAR_EXPORT_CSV, NULL, path, NULL, NULL, cancellable, &n, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "mine");
  g_assert_false (g_file_test (part, G_FILE_TEST_EXISTS));
  g_assert_false (daftar_export_write (shop->store, DAFTAR_EXPORT_CSV, NULL, "/nowhere/out.csv", NULL, NULL, NULL, &n, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
}

/* A disk without room, as far as a program can see it: no file may be longer than a few bytes. */
static void
test_no_room (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  g_autofree char *path = g_build_filename (shop->folder, "out.csv", NULL);
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  g_autoptr (GError) error = NULL;
  struct rlimit before, small;
  gboolean done;
  guint n;

  test_shop_add_customer (shop, "First", NULL);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = (struct rlimit) { 16, before.rlim_max };
  signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_FSIZE, &small);
  done = daftar_export_write (shop->store, DAFTAR_EXPORT_CSV, NULL, path, NULL, NULL, NULL, &n, &error);
  setrlimit (RLIMIT_FSIZE, &before);
  g_assert_false (done);
  g_assert_nonnull (error);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (part, G_FILE_TEST_EXISTS));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/export/csv-into-empty", NULL, test_csv);
  g_test_add_data_func ("/export/csv-into-known", "known", test_csv);
  g_test_add_func ("/export/vcard", test_vcard);
  g_test_add_func ("/export/shop", test_shop);
  g_test_add_func ("/export/some", test_some);
  g_test_add_func ("/export/fails", test_fails);
  g_test_add_func ("/export/no-room", test_no_room);
  return g_test_run ();
}
