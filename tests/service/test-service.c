/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "daftar-board-store.h"
#include "daftar-customer-store.h"
#include "daftar-duplicate.h"
#include "daftar-error.h"
#include "daftar-note.h"
#include "daftar-profile.h"
#include "daftar-setup.h"
#include "daftar-shop-edit.h"
#include "daftar-test-shop.h"
#include "daftar-undo.h"

static DaftarNote *
make_note (gint64      customer_id,
           const char *name,
           const char *body)
{
  DaftarNote *note = daftar_note_new ();

  note->customer_id = customer_id;
  note->new_name = g_strdup (name);
  note->channel = DAFTAR_CHANNEL_PHONE;
  note->direction = DAFTAR_CONTACT_DIRECTION_IN;
  note->body = g_strdup (body);
  return note;
}

static DaftarProfile *
read_profile (TestShop *shop,
              gint64    id)
{
  g_autoptr (GError) error = NULL;
  DaftarProfile *profile = daftar_store_read (shop->store, daftar_profile_read, &id, &error);

  g_assert_no_error (error);
  return profile;
}

static void
test_write_it_down (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  g_autoptr (DaftarNote) note = make_note (0, "أمل الحداد", "تسأل عن الغلاية");
  g_autoptr (DaftarCustomer) customer = NULL;
  g_autoptr (DaftarProfile) profile = NULL;
  g_autoptr (GError) error = NULL;
  gint64 operation;

  note->new_phone = g_strdup ("0501234567");
  note->next_title = g_strdup ("الاتصال بها");
  note->next_day = g_strdup ("2025-01-16");
  customer = daftar_store_write (shop->store, "note.add", daftar_note_write, note, &operation, &error);
  g_assert_no_error (error);
  profile = read_profile (shop, DAFTAR_RECORD (customer)->id);
  g_assert_cmpint (profile->timeline->len, ==, 1);
  g_assert_cmpstr (DAFTAR_INTERACTION (profile->timeline->pdata[0])->body, ==, "تسأل عن الغلاية");
  g_assert_cmpint (profile->follow_ups->len, ==, 1);
  /* 9:00 in Riyadh is 6:00 UTC. */
  g_assert_cmpint (DAFTAR_FOLLOW_UP (profile->follow_ups->pdata[0])->due_at, ==,
                   G_GINT64_CONSTANT (1737007200000000));
  g_assert_cmpint (profile->points->len, ==, 1);
  g_assert_cmpint (profile->customer->last_contact_at, ==, TEST_NOW);

  /* One undo takes all of it back. */
  g_assert_true (daftar_store_write (shop->store, "undo", daftar_undo_write, &operation, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (test_shop_count_customers (shop), ==, 0);
}

static void
test_nothing_half_saved (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  g_autoptr (DaftarNote) note = make_note (0, "Amal", "asks");
  g_autoptr (GError) error = NULL;

  note->next_title = g_strdup ("call back");
  g_assert_null (daftar_store_write (shop->store, "note.add", daftar_note_write, note, NULL, &error));
  g_assert_error (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID);
  g_assert_cmpint (test_shop_count_customers (shop), ==, 0);
}

static void
test_duplicates (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  gint64 id = test_shop_add_customer (shop, "أمل الحدّاد", "0501234567");
  DaftarDuplicateRequest same_number = { .phone = (char *) "٠٠٩٦٦ ٥٠ ١٢٣ ٤٥٦٧" };
  DaftarDuplicateRequest same_name = { .name = (char *) "امل الحداد" };
  DaftarDuplicateRequest itself = { .name = (char *) "امل الحداد", .except = id };
  DaftarDuplicateRequest other = { .name = (char *) "كريم", .phone = (char *) "0509999999" };
  g_autoptr (GPtrArray) by_number = daftar_store_read (shop->store, daftar_duplicate_read, &same_number, NULL);
  g_autoptr (GPtrArray) by_name = daftar_store_read (shop->store, daftar_duplicate_read, &same_name, NULL);
  g_autoptr (GPtrArray) by_itself = daftar_store_read (shop->store, daftar_duplicate_read, &itself, NULL);
  g_autoptr (GPtrArray) none = daftar_store_read (shop->store, daftar_duplicate_read, &other, NULL);

  g_assert_cmpint (by_number->len, ==, 1);
  g_assert_cmpint (((DaftarDuplicate *) by_number->pdata[0])->reason, ==, DAFTAR_DUPLICATE_PHONE);
  g_assert_cmpint (by_name->len, ==, 1);
  g_assert_cmpint (by_itself->len, ==, 0);
  g_assert_cmpint (none->len, ==, 0);
}

static gpointer
list_boards (DaftarReader  *reader,
             gpointer       request,
             GError       **error)
{
  return daftar_board_store_list (reader, error);
}

static gpointer
list_stages (DaftarReader  *reader,
             gpointer       request,
             GError       **error)
{
  return daftar_stage_store_list (reader, *(gint64 *) request, error);
}

static void
test_setup (void)
{
  g_autoptr (TestShop) shop = test_shop_new_empty ();
  g_autoptr (DaftarSetup) setup = daftar_setup_new ();
  g_autoptr (DaftarShop) made = NULL;
  g_autoptr (GPtrArray) boards = NULL;
  g_autoptr (GPtrArray) stages = NULL;
  g_autoptr (GError) error = NULL;

  setup->name = g_strdup ("نور");
  setup->country = g_strdup ("KW");
  setup->language = g_strdup ("ar");
  made = daftar_store_write (shop->store, "shop.set-up", daftar_setup_write, setup, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (made->currency, ==, "KWD");
  boards = daftar_store_read (shop->store, list_boards, NULL, NULL);
  g_assert_cmpint (boards->len, ==, 1);
  stages = daftar_store_read (shop->store, list_stages, &DAFTAR_RECORD (boards->pdata[0])->id, NULL);
  g_assert_cmpint (stages->len, ==, 5);
  g_assert_cmpstr (DAFTAR_STAGE (stages->pdata[0])->name, ==, "المعرفة");
  g_assert_cmpstr (DAFTAR_STAGE (stages->pdata[4])->name, ==, "إعادة الشراء");
  g_assert_null (daftar_store_write (shop->store, "shop.set-up", daftar_setup_write, setup, NULL, &error));
  g_assert_error (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED);
}

static void
test_hours_text (void)
{
  static const struct
  {
    const char *text;
    int n; /* -1: refused */
    const char *back;
  } cases[] = {
    { "9:00-13:00, 16:00-21:00", 2, "9:00–13:00, 16:00–21:00" },
    { "٩:٠٠–١٣:٠٠، ١٦:٠٠–٢١:٣٠", 2, "9:00–13:00, 16:00–21:30" },
    { "9-21", 1, "9:00–21:00" },
    { "0930-2400", 1, "9:30–24:00" },
    { "", 0, "" },
    { "  ", 0, "" },
    { "9", -1, "" },
    { "21-9", -1, "" },
    { "9-13, 12-15", -1, "" },
    { "9-25", -1, "" },
    { "nine-ten", -1, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (DaftarSpan));
      gboolean read = daftar_shop_edit_parse_spans (cases[i].text, 3, spans, NULL);
      g_autofree char *back = daftar_shop_edit_format_spans (spans, 3);

      g_assert_cmpint (read, ==, cases[i].n >= 0);
      g_assert_cmpint (spans->len, ==, MAX (cases[i].n, 0));
      g_assert_cmpstr (back, ==, cases[i].back);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/service/write-it-down", test_write_it_down);
  g_test_add_func ("/service/nothing-half-saved", test_nothing_half_saved);
  g_test_add_func ("/service/duplicates", test_duplicates);
  g_test_add_func ("/service/setup", test_setup);
  g_test_add_func ("/service/hours-text", test_hours_text);
  return g_test_run ();
}
