/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "daftar-blob-store.h"
#include "daftar-custom-edit.h"
#include "daftar-customer-edit.h"
#include "daftar-customer-store.h"
#include "daftar-error.h"
#include "daftar-fact-edit.h"
#include "daftar-interaction-store.h"
#include "daftar-part-edit.h"
#include "daftar-photo-edit.h"
#include "daftar-profile.h"
#include "daftar-test-shop.h"
#include "daftar-undo.h"

static DaftarProfile *
read_profile (TestShop *shop,
              gint64    id)
{
  g_autoptr (GError) error = NULL;
  DaftarProfile *profile = daftar_store_read (shop->store, daftar_profile_read, &id, &error);

  g_assert_no_error (error);
  return profile;
}

static gboolean
set_fact (TestShop    *shop,
          gint64       id,
          const char  *field,
          const char  *before,
          const char  *after,
          gint64      *operation,
          GError     **error)
{
  g_autoptr (DaftarFactEdit) edit = daftar_fact_edit_new (id, field, before, after);
  g_autoptr (DaftarCustomer) saved =
    daftar_store_write (shop->store, "customer.edit", daftar_fact_edit_write, edit, operation, error);

  return saved != NULL;
}

static void
undo (TestShop *shop,
      gint64    operation)
{
  g_autoptr (GError) error = NULL;

  daftar_store_write (shop->store, "undo", daftar_undo_write, &operation, NULL, &error);
  g_assert_no_error (error);
}

/* Two people change different facts of one customer: both stay. The same fact: the second is told. */
static void
test_facts (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  gint64 id = test_shop_add_customer (shop, "أمل الحداد", NULL);
  g_autoptr (DaftarCustomer) customer = NULL;
  g_autoptr (GError) error = NULL;
  gint64 operation;

  g_assert_true (set_fact (shop, id, "city", "", "  جدة ", NULL, &error));
  g_assert_true (set_fact (shop, id, "nickname", NULL, "أم فهد", &operation, &error));
  g_assert_no_error (error);
  g_assert_false (set_fact (shop, id, "city", "", "الرياض", NULL, &error));
  g_assert_error (error, DAFTAR_ERROR, DAFTAR_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "جدة"));
  g_clear_error (&error);
  g_assert_true (set_fact (shop, id, "city", "جدة", "الرياض", NULL, &error));
  g_assert_true (set_fact (shop, id, "preferred_channel", "0", "6", NULL, &error));
  g_assert_true (set_fact (shop, id, "do_not_contact", "0", "1", NULL, &error));
  g_assert_false (set_fact (shop, id, "name", "أمل الحداد", "  ", NULL, &error));
  g_assert_error (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID);
  undo (shop, operation);
  customer = test_shop_get_customer (shop, id);
  g_assert_cmpstr (customer->city, ==, "الرياض");
  g_assert_cmpint (customer->preferred_channel, ==, DAFTAR_CHANNEL_WHATSAPP);
  g_assert_true (customer->do_not_contact);
  g_assert_cmpstr (customer->name, ==, "أمل الحداد");
}

/* A came by B, B by C: C can't have come by A, nor anybody by themselves; the sentence names them. */
static void
test_circles (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  gint64 a = test_shop_add_customer (shop, "Amal", NULL);
  gint64 b = test_shop_add_customer (shop, "Badr", NULL);
  gint64 c = test_shop_add_customer (shop, "Celine", NULL);
  g_autofree char *a_text = g_strdup_printf ("%" G_GINT64_FORMAT, a);
  g_autofree char *b_text = g_strdup_printf ("%" G_GINT64_FORMAT, b);
  g_autofree char *c_text = g_strdup_printf ("%" G_GINT64_FORMAT, c);
  g_autoptr (DaftarProfile) profile = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (set_fact (shop, a, "referred_by", "0", a_text, NULL, &error));
  g_assert_error (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_true (set_fact (shop, a, "referred_by", "0", b_text, NULL, &error));
  g_assert_false (set_fact (shop, b, "referred_by", "0", a_text, NULL, &error));
  g_assert_error (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "Amal"));
  g_clear_error (&error);
  g_assert_true (set_fact (shop, b, "referred_by", "0", c_text, NULL, &error));
  g_assert_false (set_fact (shop, c, "referred_by", "0", a_text, NULL, &error));
  g_assert_error (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "Badr"));
  g_clear_error (&error);
  profile = read_profile (shop, b);
  g_assert_cmpstr (profile->referrer->name, ==, "Celine");
  g_assert_cmpint (profile->referred->len, ==, 1);
  g_assert_cmpstr (((DaftarCustomer *) profile->referred->pdata[0])->name, ==, "Amal");

  /* Companies likewise; the name of the company comes along. */
  g_assert_true (set_fact (shop, a, "company_id", "0", c_text, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (set_fact (shop, c, "company_id", "0", a_text, NULL, &error));
  g_assert_error (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED);
  g_clear_pointer (&profile, daftar_profile_free);
  profile = read_profile (shop, c);
  g_assert_cmpint (profile->people->len, ==, 1);
  g_assert_cmpstr (((DaftarCustomer *) profile->people->pdata[0])->company, ==, "Celine");
}

/* The form asks the same. */
static void
test_circle_in_form (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  gint64 a = test_shop_add_customer (shop, "Amal", NULL);
  g_autoptr (DaftarCustomer) customer = test_shop_get_customer (shop, a);
  g_autoptr (DaftarCustomerEdit) edit = daftar_customer_edit_new (daftar_record_copy (customer), NULL);
  g_autoptr (GError) error = NULL;

  edit->customer->referred_by = a;
  g_assert_null (daftar_store_write (shop->store, "customer.edit", daftar_customer_edit_write, edit, NULL, &error));
  g_assert_error (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED);
}

static gboolean
do_part (TestShop  *shop,
         gpointer   record,
         gboolean   remove,
         GError   **error)
{
  g_autoptr (DaftarPartEdit) edit = daftar_part_edit_new (record, remove);
  g_autoptr (DaftarCustomer) saved =
    daftar_store_write (shop->store, "customer.edit", daftar_part_edit_write, edit, NULL, error);

  return saved != NULL;
}

static void
test_points (void)
{
  static const struct
  {
    DaftarContactKind kind;
    const char *value;
    gboolean good;
  } cases[] = {
    { DAFTAR_CONTACT_KIND_MOBILE, "٠٥٠ ١٢٣ ٤٥٦٧", TRUE },
    { DAFTAR_CONTACT_KIND_PHONE, "no number", FALSE },
    { DAFTAR_CONTACT_KIND_EMAIL, "amal@example.com", TRUE },
    { DAFTAR_CONTACT_KIND_EMAIL, "amal example.com", FALSE },
    { DAFTAR_CONTACT_KIND_EMAIL, "a@b@c", FALSE },
    { DAFTAR_CONTACT_KIND_WEBSITE, "example.com", TRUE },
    { DAFTAR_CONTACT_KIND_WEBSITE, "javascript:alert(1)", FALSE },
    { DAFTAR_CONTACT_KIND_INSTAGRAM, "@amal", TRUE },
    { DAFTAR_CONTACT_KIND_ADDRESS, "حي النسيم، جدة", TRUE },
    { DAFTAR_CONTACT_KIND_ADDRESS, "  ", FALSE },
  };
  g_autoptr (TestShop) shop = test_shop_new ();
  gint64 id = test_shop_add_customer (shop, "أمل الحداد", "0507654321");
  g_autoptr (DaftarProfile) profile = NULL;
  DaftarContactPoint *first;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DaftarContactPoint *point = daftar_contact_point_new ();
      g_autoptr (GError) error = NULL;

      point->customer_id = id;
      point->kind = cases[i].kind;
      point->value = g_strdup (cases[i].value);
      point->preferred = TRUE;
      g_test_message ("%s", cases[i].value);
      g_assert_cmpint (do_part (shop, point, FALSE, &error), ==, cases[i].good);
      g_assert_cmpint (error == NULL, ==, cases[i].good);
    }
  profile = read_profile (shop, id);
  g_assert_cmpint (profile->points->len, ==, 6);
  /* The one that came first gave up being preferred to the new mobile number; the mail address is of another family. */
  first = g_ptr_array_index (profile->points, 0);
  g_assert_false (first->preferred);
  g_assert_true (((DaftarContactPoint *) g_ptr_array_index (profile->points, 1))->preferred);
  g_assert_true (((DaftarContactPoint *) g_ptr_array_index (profile->points, 2))->preferred);
  g_assert_true (do_part (shop, g_object_ref (first), TRUE, NULL));
  g_clear_pointer (&profile, daftar_profile_free);
  profile = read_profile (shop, id);
  g_assert_cmpint (profile->points->len, ==, 5);
}

/* --- Fields of the shop's own. --------------------------------------------------------------------- */

static gint64
add_field (TestShop         *shop,
           const char       *name,
           DaftarCustomType  type,
           const char       *choices)
{
  DaftarCustomField *field = daftar_custom_field_new ();
  g_autoptr (DaftarCustomFieldEdit) edit = daftar_custom_field_edit_new (field, FALSE, 0);
  g_autoptr (GPtrArray) fields = NULL;
  g_autoptr (GError) error = NULL;

  field->name = g_strdup (name);
  field->type = type;
  field->choices = g_strdup (choices);
  fields = daftar_store_write (shop->store, "field.add", daftar_custom_field_edit_write, edit, NULL, &error);
  g_assert_no_error (error);
  return DAFTAR_RECORD (field)->id;
}

static void
test_values (void)
{
  static const struct
  {
    DaftarCustomType type;
    const char *text;
    const char *shown; /* NULL: refused; "": nothing */
  } cases[] = {
    { DAFTAR_CUSTOM_TYPE_TEXT, " blue ", "\u2068blue\u2069" },
    { DAFTAR_CUSTOM_TYPE_TEXT, "  ", "" },
    { DAFTAR_CUSTOM_TYPE_NUMBER, "١٢٫٥", "12.5" },
    { DAFTAR_CUSTOM_TYPE_NUMBER, "-3", "-3" },
    { DAFTAR_CUSTOM_TYPE_NUMBER, "12 apples", NULL },
    { DAFTAR_CUSTOM_TYPE_MONEY, "1500", "*" },
    { DAFTAR_CUSTOM_TYPE_MONEY, "much", NULL },
    { DAFTAR_CUSTOM_TYPE_DATE, "٥/٣/٢٠٢٥", "*" },
    { DAFTAR_CUSTOM_TYPE_DATE, "31/2/2025", NULL },
    { DAFTAR_CUSTOM_TYPE_CHOICE, "gold", "\u2068Gold\u2069" },
    { DAFTAR_CUSTOM_TYPE_CHOICE, "Bronze", NULL },
    { DAFTAR_CUSTOM_TYPE_BOOL, "نعم", "Yes" },
    { DAFTAR_CUSTOM_TYPE_BOOL, "no", "No" },
    { DAFTAR_CUSTOM_TYPE_BOOL, "perhaps", NULL },
  };
  g_autoptr (DaftarFormat) format = daftar_format_new ("en", "SA", FALSE, DAFTAR_CALENDAR_GREGORIAN, "Asia/Riyadh");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DaftarCustomField) field = daftar_custom_field_new ();
      g_autoptr (DaftarCustomValue) value = NULL;
      g_autoptr (DaftarCustomValue) again = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *shown = NULL;
      g_autofree char *edit = NULL;

      field->type = cases[i].type;
      field->choices = g_strdup ("Silver\nGold");
      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (daftar_custom_value_parse (field, cases[i].text, "SAR", &value, &error), ==,
                       cases[i].shown != NULL);
      g_assert_cmpint (error == NULL, ==, cases[i].shown != NULL);
      if (cases[i].shown == NULL)
        continue;
      g_assert_cmpint (value == NULL, ==, *cases[i].shown == '\0');
      if (value == NULL)
        continue;
      shown = daftar_custom_value_show (value, format);
      if (*cases[i].shown != '*')
        g_assert_cmpstr (shown, ==, cases[i].shown);
      edit = daftar_custom_value_edit_text (value);
      g_assert_true (daftar_custom_value_parse (field, edit, "SAR", &again, NULL));
      g_assert_true (daftar_record_equal (value, again));
    }
}

static gboolean
set_value (TestShop           *shop,
           gint64              customer,
           DaftarCustomField  *field,
           DaftarCustomValue  *before,
           const char         *text,
           GError            **error)
{
  DaftarCustomValue *value = NULL;
  g_autoptr (DaftarCustomValueEdit) edit = NULL;
  g_autoptr (DaftarCustomer) saved = NULL;

  g_assert_true (daftar_custom_value_parse (field, text, "SAR", &value, NULL));
  edit = daftar_custom_value_edit_new (customer, DAFTAR_RECORD (field)->id, before, value);
  saved = daftar_store_write (shop->store, "customer.edit", daftar_custom_value_edit_write, edit, NULL, error);
  return saved != NULL;
}

static void
test_fields (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  gint64 id = test_shop_add_customer (shop, "أمل الحداد", NULL);
  gint64 size = add_field (shop, "Size", DAFTAR_CUSTOM_TYPE_NUMBER, "unused");
  gint64 level = add_field (shop, "Level", DAFTAR_CUSTOM_TYPE_CHOICE, " Gold \n\nSilver\nGold");
  g_autoptr (DaftarProfile) profile = read_profile (shop, id);
  g_autoptr (DaftarProfile) later = NULL;
  g_autoptr (GError) error = NULL;
  DaftarCustomField *first = g_ptr_array_index (profile->fields, 0);
  DaftarCustomField *second = g_ptr_array_index (profile->fields, 1);
  DaftarCustomField *retyped = daftar_record_copy (first);
  g_autoptr (DaftarCustomFieldEdit) retype = daftar_custom_field_edit_new (retyped, FALSE, 0);
  g_autoptr (DaftarCustomFieldEdit) up = daftar_custom_field_edit_new (g_object_ref (second), FALSE, -1);
  g_autoptr (GPtrArray) moved = NULL;

  g_assert_cmpint (DAFTAR_RECORD (first)->id, ==, size);
  g_assert_cmpint (DAFTAR_RECORD (second)->id, ==, level);
  g_assert_null (first->choices);
  g_assert_cmpstr (second->choices, ==, "Gold\nSilver");
  g_assert_true (set_value (shop, id, first, NULL, "42", &error));
  later = read_profile (shop, id);
  g_assert_cmpint (daftar_profile_find_value (later, size)->number, ==, 42 * 1000000);
  /* Somebody else's 42 was not seen. */
  g_assert_false (set_value (shop, id, first, NULL, "43", &error));
  g_assert_error (error, DAFTAR_ERROR, DAFTAR_ERROR_CONFLICT);
  g_assert_true (set_value (shop, id, first, daftar_profile_find_value (later, size), "", NULL));

  /* With something in it a field keeps its type. */
  g_assert_true (set_value (shop, id, first, NULL, "7", NULL));
  retyped->type = DAFTAR_CUSTOM_TYPE_BOOL;
  g_clear_error (&error);
  g_assert_null (daftar_store_write (shop->store, "field.edit", daftar_custom_field_edit_write, retype, NULL, &error));
  g_assert_error (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED);

  moved = daftar_store_write (shop->store, "field.move", daftar_custom_field_edit_write, up, NULL, NULL);
  g_assert_cmpint (DAFTAR_RECORD (g_ptr_array_index (moved, 0))->id, ==, level);
}

/* --- Pictures. ------------------------------------------------------------------------------------- */

static gpointer
count_blobs (DaftarReader  *reader,
             gpointer       ids,
             GError       **error)
{
  int n = 0;

  for (gint64 id = 1; id < 20; id++)
    {
      g_autoptr (GBytes) bytes = daftar_blob_store_get (reader, id, NULL);

      n += bytes != NULL;
    }
  return GINT_TO_POINTER (n);
}

static void
set_photo (TestShop   *shop,
           gint64      id,
           const char *photo,
           gint64     *operation)
{
  g_autoptr (GBytes) bytes = photo != NULL ? g_bytes_new (photo, strlen (photo)) : NULL;
  g_autoptr (DaftarPhotoEdit) edit = daftar_photo_edit_new (id, bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (DaftarCustomer) saved =
    daftar_store_write (shop->store, "customer.photo", daftar_photo_edit_write, edit, operation, &error);

  g_assert_no_error (error);
}

static void
test_photo (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  gint64 a = test_shop_add_customer (shop, "Amal", NULL);
  gint64 b = test_shop_add_customer (shop, "Badr", NULL);
  g_autoptr (DaftarProfile) profile = NULL;
  gint64 removed;

  set_photo (shop, a, "one picture", NULL);
  set_photo (shop, b, "one picture", NULL); /* the same is kept once */
  g_assert_cmpint (GPOINTER_TO_INT (daftar_store_read (shop->store, count_blobs, NULL, NULL)), ==, 1);
  set_photo (shop, a, NULL, &removed);
  set_photo (shop, b, "another", NULL);
  undo (shop, removed);
  profile = read_profile (shop, a);
  g_assert_nonnull (profile->photo);
  g_assert_cmpint (g_bytes_get_size (profile->photo), ==, strlen ("one picture"));
  set_photo (shop, a, NULL, NULL);
  g_assert_cmpint (GPOINTER_TO_INT (daftar_store_read (shop->store, count_blobs, NULL, NULL)), ==, 2);
  /* After a month nobody can want it back. */
  daftar_clock_advance (shop->clock, 31 * G_TIME_SPAN_DAY);
  set_photo (shop, b, "a third", NULL);
  g_assert_cmpint (GPOINTER_TO_INT (daftar_store_read (shop->store, count_blobs, NULL, NULL)), ==, 2);
}

/* --- The timeline. --------------------------------------------------------------------------------- */

#define MANY 1234

static gpointer
add_many (DaftarTxn  *txn,
          gpointer    id,
          GError    **error)
{
  for (int i = 0; i < MANY; i++)
    {
      g_autoptr (DaftarInteraction) entry = daftar_interaction_new ();

      entry->customer_id = *(gint64 *) id;
      /* Ten of each moment: a page may end between two of them. */
      entry->at = TEST_NOW - (i / 10) * G_TIME_SPAN_MINUTE;
      entry->kind = i % 3 == 0 ? DAFTAR_INTERACTION_KIND_CONTACT : DAFTAR_INTERACTION_KIND_NOTE;
      entry->body = i % 100 == 0 ? g_strdup ("سأل عن الغلّاية الكهربائيّة") : g_strdup_printf ("entry %d", i);
      if (!daftar_interaction_store_save (txn, entry, error))
        return NULL;
    }
  return NULL;
}

static int
count_timeline (TestShop   *shop,
                gint64      id,
                guint       kinds,
                const char *query)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (DaftarTimelineRequest) request = daftar_timeline_request_new (id, 47);
  gint64 last = G_MAXINT64;
  guint n;

  request->kinds = kinds;
  request->query = g_strdup (query);
  do
    {
      g_autoptr (GPtrArray) page = daftar_store_read (shop->store, daftar_timeline_read, request, NULL);

      n = page->len;
      for (guint i = 0; i < n; i++)
        {
          DaftarInteraction *entry = g_ptr_array_index (page, i);

          g_assert_cmpint (entry->at, <=, last);
          last = entry->at;
          g_assert_true (g_hash_table_add (seen, g_memdup2 (&DAFTAR_RECORD (entry)->id, sizeof (gint64))));
        }
      if (n > 0)
        g_set_object (&request->after, g_ptr_array_index (page, n - 1));
    }
  while (n > 0);
  return g_hash_table_size (seen);
}

static void
test_timeline (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  gint64 id = test_shop_add_customer (shop, "أمل الحداد", NULL);
  g_autoptr (GError) error = NULL;

  daftar_store_write (shop->store, "note.add", add_many, &id, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count_timeline (shop, id, 0, NULL), ==, MANY);
  g_assert_cmpint (count_timeline (shop, id, 1 << DAFTAR_INTERACTION_KIND_CONTACT, NULL), ==, (MANY + 2) / 3);
  /* Folded: without shadda, with another ya and ta. */
  g_assert_cmpint (count_timeline (shop, id, 0, "الغلايه الكهربائيه"), ==, 13);
  g_assert_cmpint (count_timeline (shop, id, 1 << DAFTAR_INTERACTION_KIND_TICKET, "entry"), ==, 0);
}

static void
test_notes (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  gint64 id = test_shop_add_customer (shop, "أمل الحداد", NULL);
  DaftarInteraction *note = daftar_interaction_new ();
  g_autoptr (DaftarProfile) profile = NULL;
  DaftarInteraction *pinned;

  note->customer_id = id;
  note->body = g_strdup ("تفضل التوصيل مساءً");
  note->pinned = TRUE;
  g_assert_true (do_part (shop, note, FALSE, NULL));
  profile = read_profile (shop, id);
  g_assert_cmpint (profile->pinned->len, ==, 1);
  pinned = daftar_record_copy (g_ptr_array_index (profile->pinned, 0));
  g_assert_true (do_part (shop, pinned, TRUE, NULL));
  g_clear_pointer (&profile, daftar_profile_free);
  profile = read_profile (shop, id);
  g_assert_cmpint (profile->pinned->len, ==, 0);
  g_assert_cmpint (profile->timeline->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/profile/facts", test_facts);
  g_test_add_func ("/profile/circles", test_circles);
  g_test_add_func ("/profile/circle-in-form", test_circle_in_form);
  g_test_add_func ("/profile/points", test_points);
  g_test_add_func ("/profile/values", test_values);
  g_test_add_func ("/profile/fields", test_fields);
  g_test_add_func ("/profile/photo", test_photo);
  g_test_add_func ("/profile/timeline", test_timeline);
  g_test_add_func ("/profile/notes", test_notes);
  return g_test_run ();
}
