/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nothing is left of a person: not in a table, not in the bytes of the file. */
#define _GNU_SOURCE /* memmem */
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "daftar-backup.h"
#include "daftar-blob-store.h"
#include "daftar-customer-store.h"
#include "daftar-dump.h"
#include "daftar-erase.h"
#include "daftar-error.h"
#include "daftar-find.h"
#include "daftar-merge.h"
#include "daftar-profile.h"
#include "daftar-row.h"
#include "daftar-test-shop.h"
#include "daftar-text.h"
#include "daftar-undo.h"

#define NAME "زبرجد الفيروزابادي"
#define OLD_NAME "Zabarjad Firuzabadi"
#define PHONE "0512987643"
#define EMAIL "Zabarjad@Firuzabad.example"
#define NOTE "تحب الياقوت الأزرق فقط"
#define BODY "Wants the lapislazuli ring engraved"
#define SUBJECT "خاتم اللازورد المفقود"
#define DEAL "Lapislazuli necklace"
#define CITY "Firuzkuh"

/* What must not be found: as it is written, as it is searched, and backwards. */
static const char *const traces[] = {
  NAME, OLD_NAME, PHONE, EMAIL, NOTE, BODY, SUBJECT, DEAL, CITY,
  "زبرجد", "الفيروزابادي", "فيروزابادي", "zabarjad", "firuzabadi", "512987643", "346789215",
  "zabarjad@firuzabad.example", "لازورد", "lapislazuli", "اللازورد", "ياقوت", "the first picture", "the second picture",
};

static gint64
insert (DaftarTxn         *txn,
        const DaftarTable *table,
        gpointer           record)
{
  g_autoptr (GError) error = NULL;
  gint64 id = daftar_row_insert (txn, table, record, &error);

  g_assert_no_error (error);
  g_object_unref (record);
  return id;
}

static void
add_point (DaftarTxn  *txn,
           gint64      id,
           gint64      kind,
           const char *value)
{
  DaftarContactPoint *point = daftar_contact_point_new ();

  point->customer_id = id;
  point->kind = kind;
  point->value = g_strdup (value);
  insert (txn, &daftar_table_contact_point, point);
}

static gint64
add_photo (DaftarTxn  *txn,
           const char *contents)
{
  g_autoptr (GBytes) bytes = g_bytes_new (contents, strlen (contents));

  return daftar_blob_store_add_bytes (txn, bytes, NULL);
}

typedef struct
{
  gint64 board[2];
  gint64 id;
  gint64 n_purchases;
} Person;

static gpointer
add_person (DaftarTxn  *txn,
            gpointer    request,
            GError    **error)
{
  Person *person = request;
  DaftarCustomer *customer = daftar_customer_new ();
  DaftarDeal *deal = daftar_deal_new ();
  DaftarTicket *ticket = daftar_ticket_new ();
  DaftarTicketMessage *message = daftar_ticket_message_new ();
  DaftarFollowUp *step = daftar_follow_up_new ();
  DaftarInteraction *note = daftar_interaction_new ();
  gint64 ticket_id;

  customer->name = g_strdup (OLD_NAME);
  customer->city = g_strdup (CITY);
  customer->note = g_strdup (NOTE);
  customer->tags = g_strdup ("Lapislazuli\nVIP");
  customer->created_at = daftar_txn_now (txn);
  customer->photo_id = add_photo (txn, "the first picture");
  person->id = insert (txn, &daftar_table_customer, customer);
  add_point (txn, person->id, DAFTAR_CONTACT_KIND_MOBILE, PHONE);
  add_point (txn, person->id, DAFTAR_CONTACT_KIND_EMAIL, EMAIL);
  deal->customer_id = person->id;
  deal->board_id = person->board[0];
  deal->stage_id = person->board[1];
  deal->rank = g_strdup ("n");
  deal->title = g_strdup (DEAL);
  deal->currency = g_strdup ("SAR");
  insert (txn, &daftar_table_deal, deal);
  ticket->customer_id = person->id;
  ticket->number = 5000 + person->id;
  ticket->subject = g_strdup (SUBJECT);
  ticket->status = DAFTAR_TICKET_STATUS_OPEN;
  ticket_id = insert (txn, &daftar_table_ticket, ticket);
  message->ticket_id = ticket_id;
  message->at = TEST_NOW;
  message->direction = DAFTAR_CONTACT_DIRECTION_IN;
  message->body = g_strdup (BODY);
  insert (txn, &daftar_table_ticket_message, message);
  step->customer_id = person->id;
  step->title = g_strdup (DEAL);
  step->due_day = g_strdup ("2025-03-01");
  step->due_minute = -1;
  insert (txn, &daftar_table_follow_up, step);
  note->customer_id = person->id;
  note->at = TEST_NOW;
  note->body = g_strdup (BODY);
  insert (txn, &daftar_table_interaction, note);
  for (gint64 i = 0; i < person->n_purchases; i++)
    {
      DaftarPurchase *purchase = daftar_purchase_new ();
      DaftarPurchaseItem *item = daftar_purchase_item_new ();

      purchase->customer_id = person->id;
      purchase->at = TEST_NOW;
      purchase->amount = 12500;
      purchase->currency = g_strdup ("SAR");
      purchase->receipt = g_strdup ("R-77");
      purchase->note = g_strdup (NOTE);
      item->purchase_id = insert (txn, &daftar_table_purchase, purchase);
      item->name = g_strdup ("Kettle");
      item->quantity = 1;
      item->price = 12500;
      insert (txn, &daftar_table_purchase_item, item);
    }
  return NULL;
}

/* History: another name, a number that was removed, a message that was taken back. */
static gpointer
edit_person (DaftarTxn  *txn,
             gpointer    request,
             GError    **error)
{
  Person *person = request;
  g_autoptr (DaftarCustomer) customer = daftar_customer_store_get (daftar_txn_reader (txn), person->id, error);
  g_autoptr (GPtrArray) points = daftar_contact_point_store_list (daftar_txn_reader (txn), person->id, error);

  daftar_set_text (&customer->name, NAME);
  customer->photo_id = add_photo (txn, "the second picture");
  g_assert_true (daftar_customer_store_save (txn, customer, error));
  add_point (txn, person->id, DAFTAR_CONTACT_KIND_WHATSAPP, PHONE);
  g_assert_true (daftar_row_delete (txn, &daftar_table_contact_point, DAFTAR_RECORD (points->pdata[0])->id, error));
  return NULL;
}

static Person
make_person (TestShop *shop,
             gint64   *board,
             gint64    n_purchases)
{
  Person person = { { board[0], board[1] }, 0, n_purchases };
  g_autoptr (GError) error = NULL;
  gint64 operation;

  daftar_store_write (shop->store, "customer.add", add_person, &person, NULL, &error);
  g_assert_no_error (error);
  daftar_store_write (shop->store, "customer.edit", edit_person, &person, &operation, &error);
  g_assert_no_error (error);
  return person;
}

/* Others, so that pages are full and split, before and after. */
static void
add_others (TestShop *shop,
            int       n)
{
  static const char *const words[] = { "أمل", "زهرة", "كريم", "Zaid", "Firas", "Lama", "عبد الله", "الزبير", "Amal", "نور" };

  for (int i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s %s %d", words[g_test_rand_int_range (0, G_N_ELEMENTS (words))],
                                               words[g_test_rand_int_range (0, G_N_ELEMENTS (words))],
                                               g_test_rand_int_range (0, 1000));
      g_autofree char *phone = g_strdup_printf ("05%08d", g_test_rand_int_range (0, 100000000));

      test_shop_add_customer (shop, name, phone);
    }
}

static gboolean
contains (const char *path,
          const char *text)
{
  g_autofree char *contents = NULL;
  gsize size = 0;

  return g_file_get_contents (path, &contents, &size, NULL) && size > 0
         && memmem (contents, size, text, strlen (text)) != NULL;
}

/* How many of the traces stand in the file or its log. */
static guint
count_traces (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (traces); i++)
    if (contains (path, traces[i]) || contains (log, traces[i]))
      {
        n++;
        g_test_message ("%s", traces[i]);
      }
  return n;
}

static gpointer
check (DaftarTxn  *txn,
       gpointer    request,
       GError    **error)
{
  g_autoptr (GArray) findings = daftar_check_store_run (txn, error);

  for (guint i = 0; i < findings->len; i++)
    g_assert_cmpint (g_array_index (findings, DaftarFinding, i).n_wrong, ==, 0);
  return NULL;
}

static void
check_sound (TestShop *shop)
{
  g_autoptr (GError) error = NULL;

  daftar_store_write (shop->store, "check", check, NULL, NULL, &error);
  g_assert_no_error (error);
}

static gpointer
count_read (DaftarReader  *reader,
            gpointer       sql,
            GError       **error)
{
  gint64 n = -1;

  g_assert_true (daftar_db_get_int (READER_DB (reader), &n, error, sql, NULL));
  return GINT_TO_POINTER (n + 1);
}

static gint64
count (TestShop   *shop,
       const char *sql)
{
  return GPOINTER_TO_INT (daftar_store_read (shop->store, count_read, (gpointer) sql, NULL)) - 1;
}

static void
test_bytes (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  g_autoptr (GError) error = NULL;
  gint64 board[2];
  Person person;

  board[0] = test_shop_add_board (shop, board + 1, 1);
  add_others (shop, 150);
  person = make_person (shop, board, 0);
  add_others (shop, 150);
  g_assert_cmpuint (count_traces (shop->path), >, 10);
  daftar_erase (shop->store, &person.id, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_traces (shop->path), ==, 0);
  g_assert_cmpint (test_shop_count_customers (shop), ==, 300);
  g_assert_cmpint (count (shop, "SELECT count(*) FROM customer WHERE erased_at IS NOT NULL"), ==, 0);
  g_assert_cmpint (count (shop, "SELECT count(*) FROM ticket"), ==, 0);
  g_assert_cmpint (count (shop, "SELECT (SELECT count(*) FROM blob) + (SELECT count(*) FROM blob_chunk)"), ==, 0);
  g_assert_cmpint (count (shop, "SELECT count(*) FROM meta WHERE key = 'erase_pending'"), ==, 0);
  check_sound (shop);
}

static char *
random_word (int length)
{
  char *word = g_malloc0 (length + 1);

  for (int i = 0; i < length; i++)
    word[i] = 'a' + g_test_rand_int_range (0, 26);
  return word;
}

/* Many at once, out of many. */
static void
test_moved (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  for (int i = 0; i < 1200; i++)
    {
      char *name = random_word (12);
      g_autofree char *phone = g_strdup_printf ("05%08d", g_test_rand_int_range (0, 100000000));
      gint64 id = test_shop_add_customer (shop, name, phone);

      if (i % 20 == 0)
        {
          g_ptr_array_add (names, name);
          g_array_append_val (ids, id);
        }
      else
        g_free (name);
    }
  daftar_erase (shop->store, (const gint64 *) ids->data, ids->len, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (shop->path, &contents, &size, NULL));
  for (guint i = 0; i < names->len; i++)
    g_assert_null (memmem (contents, size, g_ptr_array_index (names, i), 12));
  check_sound (shop);
}

static void
test_books (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  g_autoptr (DaftarCustomer) nobody = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (DaftarProfile) profile = NULL;
  gint64 board[2];
  Person person;

  board[0] = test_shop_add_board (shop, board + 1, 1);
  person = make_person (shop, board, 2);
  daftar_erase (shop->store, &person.id, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_traces (shop->path), ==, 0);
  g_assert_cmpint (test_shop_count_customers (shop), ==, 0);
  g_assert_cmpint (count (shop, "SELECT sum(amount) FROM purchase WHERE receipt = 'R-77'"), ==, 25000);
  g_assert_cmpint (count (shop, "SELECT count(*) FROM purchase_item WHERE name = 'Kettle'"), ==, 2);
  nobody = test_shop_get_customer (shop, person.id);
  g_assert_cmpint (nobody->erased_at, >, 0);
  profile = daftar_store_read (shop->store, daftar_profile_read, &person.id, &error);
  g_assert_error (error, DAFTAR_ERROR, DAFTAR_ERROR_NOT_FOUND);
  g_clear_error (&error);
  daftar_erase (shop->store, &person.id, 1, &error);
  g_assert_error (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED);
  check_sound (shop);
}

/* Who was merged goes with the one they were merged into; others and what is theirs stay. */
static void
test_merged (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (DaftarMerge) merge = NULL;
  g_autoptr (DaftarCustomer) target = NULL;
  gint64 board[2], other;
  Person person;

  board[0] = test_shop_add_board (shop, board + 1, 1);
  other = test_shop_add_customer (shop, "Amal Haddad", "0501234567");
  person = make_person (shop, board, 1);
  merge = daftar_merge_new (other, &person.id, 1);
  target = daftar_store_write (shop->store, DAFTAR_OPERATION_MERGE, daftar_customer_merge_write, merge, NULL, &error);
  g_assert_no_error (error);
  test_shop_add_customer (shop, "Karim", "0501234567");
  daftar_erase (shop->store, &other, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_traces (shop->path), ==, 0);
  g_assert_cmpint (test_shop_count_customers (shop), ==, 1);
  g_assert_cmpint (count (shop, "SELECT count(*) FROM contact_point"), ==, 1);
  g_assert_cmpint (count (shop, "SELECT count(*) FROM purchase"), ==, 1);
  check_sound (shop);
}

static gpointer
merge_tickets (DaftarTxn  *txn,
               gpointer    request,
               GError    **error)
{
  test_txn_exec (txn, "UPDATE ticket_message SET merged_from = ticket_id, ticket_id = (SELECT max(id) FROM ticket)"
                      " WHERE ticket_id = (SELECT min(id) FROM ticket);"
                      "UPDATE ticket SET merged_into = (SELECT max(id) FROM ticket), status = 6, next_at = NULL"
                      " WHERE id = (SELECT min(id) FROM ticket)");
  return NULL;
}

/* A ticket of somebody else that was merged into theirs comes apart again, with its messages. */
static void
test_tickets (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  g_autoptr (GError) error = NULL;
  gint64 board[2];
  Person other, person;

  board[0] = test_shop_add_board (shop, board + 1, 1);
  other = make_person (shop, board, 0);
  person = make_person (shop, board, 0);
  daftar_store_write (shop->store, "ticket.merge", merge_tickets, NULL, NULL, &error);
  g_assert_no_error (error);
  daftar_erase (shop->store, &person.id, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count (shop, "SELECT count(*) FROM ticket"), ==, 1);
  g_assert_cmpint (count (shop, "SELECT count(*) FROM ticket_message m JOIN ticket t ON t.id = m.ticket_id"
                                " WHERE t.merged_into IS NULL AND t.status = 5 AND m.merged_from IS NULL"),
                   ==, 1);
  check_sound (shop);
  /* The number of both is one sign of two people: it is no sign of the erased one. */
  g_assert_cmpint (count (shop, "SELECT count(*) FROM erased"), ==, 2);
  daftar_erase (shop->store, &other.id, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count (shop, "SELECT count(*) FROM erased"), ==, 6);
  g_assert_cmpuint (count_traces (shop->path), ==, 0);
}

static char *
path_in (TestShop   *shop,
         const char *name)
{
  return g_build_filename (shop->folder, name, NULL);
}

static void
test_backups (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  g_autofree char *old = path_in (shop, "old.daftar");
  g_autofree char *later = path_in (shop, "later.daftar");
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;
  gint64 board[2], second;
  Person person;

  board[0] = test_shop_add_board (shop, board + 1, 1);
  add_others (shop, 40);
  person = make_person (shop, board, 1);
  g_assert_true (daftar_backup_make (shop->path, old, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_traces (old), >, 10);
  daftar_erase (shop->store, &person.id, 1, &error);
  g_assert_no_error (error);

  /* A backup that is made later doesn't have them. */
  g_assert_true (daftar_backup_make (shop->path, later, NULL, &error));
  g_assert_cmpuint (count_traces (later), ==, 0);

  /* The old one doesn't bring them back, whatever else it brings. */
  second = test_shop_add_customer (shop, "Added since", NULL);
  g_assert_true (daftar_backup_restore (shop->path, old, &kept, &error));
  g_assert_no_error (error);
  g_assert_cmpint (test_shop_count_customers (shop), ==, 40);
  g_assert_cmpuint (count_traces (shop->path), ==, 0);
  g_assert_cmpint (count (shop, "SELECT count(*) FROM purchase"), ==, 1);
  g_assert_cmpint (count (shop, "SELECT count(*) FROM erased"), >=, 4);
  check_sound (shop);
  /* And not the second time. */
  g_clear_pointer (&kept, g_free);
  g_assert_true (daftar_backup_restore (shop->path, old, &kept, &error));
  g_assert_cmpuint (count_traces (shop->path), ==, 0);
  (void) second;
}

static void
test_json (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  g_autoptr (TestShop) other = test_shop_new ();
  g_autofree char *json = path_in (shop, "shop.json");
  g_autoptr (GError) error = NULL;
  gint64 board[2], n_rows = 0;
  Person person;

  board[0] = test_shop_add_board (shop, board + 1, 1);
  person = make_person (shop, board, 0);
  g_assert_true (daftar_dump_write (shop->store, json, &n_rows, &error));
  daftar_erase (shop->store, &person.id, 1, &error);
  g_assert_no_error (error);
  g_assert_true (daftar_dump_load (shop->store, json, &n_rows, &error));
  g_assert_no_error (error);
  g_assert_cmpint (test_shop_count_customers (shop), ==, 0);
  g_assert_cmpuint (count_traces (shop->path), ==, 0);
  check_sound (shop);
  /* Another shop never erased them. */
  g_assert_true (daftar_dump_load (other->store, json, &n_rows, &error));
  g_assert_no_error (error);
  g_assert_cmpint (test_shop_count_customers (other), ==, 1);
}

/* --- The bin. --------------------------------------------------------------------------------------- */

#define DAY (G_GINT64_CONSTANT (24 * 3600) * G_USEC_PER_SEC)

static gpointer
delete_write (DaftarTxn  *txn,
              gpointer    id,
              GError    **error)
{
  return GINT_TO_POINTER (daftar_customer_store_delete (txn, *(gint64 *) id, error));
}

static guint
bin_size (TestShop   *shop,
          const char *query)
{
  DaftarBinRequest request = { (char *) query, 100 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = daftar_store_read (shop->store, daftar_bin_read, &request, &error);

  g_assert_no_error (error);
  return rows->len;
}

static void
test_bin (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  gint64 amal = test_shop_add_customer (shop, "أمل الحدّاد", "0501234567");
  gint64 karim = test_shop_add_customer (shop, "Karim", "0507654321");
  gint64 living = test_shop_add_customer (shop, "Living", NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  guint n = 0;

  daftar_store_write (shop->store, "customer.delete", delete_write, &amal, NULL, &error);
  daftar_clock_advance (shop->clock, 10 * DAY);
  daftar_store_write (shop->store, "customer.delete", delete_write, &karim, NULL, &error);
  /* Deleting again is not deleting later. */
  daftar_store_write (shop->store, "customer.delete", delete_write, &amal, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (bin_size (shop, NULL), ==, 2);
  g_assert_cmpuint (bin_size (shop, "حداد"), ==, 1);
  g_assert_cmpuint (bin_size (shop, "050 765"), ==, 1);
  g_assert_cmpuint (bin_size (shop, "nobody"), ==, 0);
  g_assert_cmpint (daftar_bin_days_left (TEST_NOW, TEST_NOW), ==, 30);
  g_assert_cmpint (daftar_bin_days_left (TEST_NOW, TEST_NOW + 29 * DAY + 1), ==, 1);
  g_assert_cmpint (daftar_bin_days_left (TEST_NOW, TEST_NOW + 30 * DAY), ==, 0);

  g_array_append_val (ids, karim);
  daftar_store_write (shop->store, "customer.restore", daftar_bin_restore_write, ids, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (bin_size (shop, NULL), ==, 1);

  /* One second before the thirty days are over nobody goes. */
  daftar_clock_advance (shop->clock, 20 * DAY - G_USEC_PER_SEC);
  g_assert_true (daftar_erase_daily (shop->store, &n, &error));
  g_assert_cmpuint (n, ==, 0);
  daftar_clock_advance (shop->clock, G_USEC_PER_SEC);
  g_assert_true (daftar_erase_daily (shop->store, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (bin_size (shop, NULL), ==, 0);
  g_assert_cmpint (test_shop_count_customers (shop), ==, 2);
  g_assert_false (contains (shop->path, "حداد"));
  (void) living;
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/erase/bytes", test_bytes);
  g_test_add_func ("/erase/moved", test_moved);
  g_test_add_func ("/erase/books", test_books);
  g_test_add_func ("/erase/merged", test_merged);
  g_test_add_func ("/erase/tickets", test_tickets);
  g_test_add_func ("/erase/backups", test_backups);
  g_test_add_func ("/erase/json", test_json);
  g_test_add_func ("/erase/bin", test_bin);
  return g_test_run ();
}
