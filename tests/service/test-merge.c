/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One customer made of several, and back. */
#include <glib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "daftar-custom-store.h"
#include "daftar-customer-store.h"
#include "daftar-dump-store.h"
#include "daftar-error.h"
#include "daftar-history.h"
#include "daftar-merge.h"
#include "daftar-profile.h"
#include "daftar-row.h"
#include "daftar-test-shop.h"
#include "daftar-undo.h"

#define N_PEOPLE 9

/* --- What is in the shop: "table/id/column" → value. ------------------------------------------------- */

static gboolean
add_row (const char  *table,
         const char  *json,
         gpointer     data,
         GError     **error)
{
  GHashTable *all = data;
  g_autoptr (JsonNode) node = json_from_string (json, NULL);
  JsonObject *row = json_node_get_object (node);
  gint64 id = json_object_get_int_member_with_default (row, "id", 0);
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  /* Events are history: undoing makes them void. */
  if (g_str_equal (table, "ticket_event"))
    return TRUE;
  json_object_iter_init (&iter, row);
  while (json_object_iter_next (&iter, &name, &value))
    if (!g_str_equal (name, "version"))
      g_hash_table_insert (all, g_strdup_printf ("%s/%" G_GINT64_FORMAT "/%s", table, id, name),
                           json_to_string (value, FALSE));
  return TRUE;
}

static gpointer
read_all (DaftarReader  *reader,
          gpointer       request,
          GError       **error)
{
  GHashTable *all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  g_assert_true (daftar_dump_store_each (reader, add_row, all, error));
  return all;
}

static GHashTable *
snapshot (TestShop *shop)
{
  return daftar_store_read (shop->store, read_all, NULL, NULL);
}

static gboolean
same_shop (GHashTable *one,
           GHashTable *other,
           gboolean    tell)
{
  GHashTableIter iter;
  gpointer key, value;
  gboolean same = TRUE;

  for (int turn = 0; turn < 2; turn++)
    {
      g_hash_table_iter_init (&iter, turn == 0 ? one : other);
      while (g_hash_table_iter_next (&iter, &key, &value))
        if (g_strcmp0 (g_hash_table_lookup (turn == 0 ? other : one, key), value) != 0)
          {
            same = FALSE;
            if (tell)
              g_test_message ("%s: %s, not %s", (char *) key, (char *) g_hash_table_lookup (one, key),
                              (char *) g_hash_table_lookup (other, key));
          }
    }
  return same;
}

/* --- A shop at random. ------------------------------------------------------------------------------ */

static const char *
pick (const char *const *words)
{
  return words[g_test_rand_int_range (0, g_strv_length ((char **) words))];
}

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

static const char *const names[] = { "أمل الحداد", "أمل حداد", "Amal Haddad", "كريم عبد الله", "نور", NULL };
static const char *const numbers[] = { "0501234567", "+966 50 123 4567", "0507654321", "0509998887", "011222333", NULL };
static const char *const mails[] = { "amal@example.com", "Amal@Example.com", "k@example.org", NULL };
static const char *const words[] = { "الرياض", "جدة", "Dubai", "VIP", NULL };

static void
add_points (DaftarTxn *txn,
            gint64     id)
{
  for (int i = g_test_rand_int_range (0, 4); i > 0; i--)
    {
      DaftarContactPoint *point = daftar_contact_point_new ();
      gboolean mail = g_test_rand_bit ();

      point->customer_id = id;
      point->kind = mail ? DAFTAR_CONTACT_KIND_EMAIL : g_test_rand_int_range (0, 3);
      point->value = g_strdup (pick (mail ? mails : numbers));
      point->label = g_test_rand_bit () ? g_strdup (pick (words)) : NULL;
      point->preferred = g_test_rand_bit ();
      point->consent = g_test_rand_int_range (0, DAFTAR_N_CONSENT);
      point->position = i;
      insert (txn, &daftar_table_contact_point, point);
    }
}

static void
add_occasions (DaftarTxn *txn,
               gint64     id)
{
  for (int i = g_test_rand_int_range (0, 3); i > 0; i--)
    {
      DaftarOccasion *occasion = daftar_occasion_new ();

      occasion->customer_id = id;
      occasion->kind = i == 1 ? DAFTAR_OCCASION_KIND_BIRTHDAY : DAFTAR_OCCASION_KIND_OTHER;
      occasion->day = g_strdup_printf ("19%d0-02-0%d", g_test_rand_int_range (7, 10), g_test_rand_int_range (1, 4));
      insert (txn, &daftar_table_occasion, occasion);
    }
}

static void
add_values (DaftarTxn *txn,
            gint64     id,
            gint64    *fields)
{
  for (int i = 0; i < 3; i++)
    if (g_test_rand_bit ())
      {
        DaftarCustomValue *value = daftar_custom_value_new ();

        value->customer_id = id;
        value->field_id = fields[i];
        value->text = g_strdup (pick (words));
        insert (txn, &daftar_table_custom_value, value);
      }
}

static void
add_work (DaftarTxn *txn,
          gint64     id,
          gint64     board_id,
          gint64     stage_id)
{
  DaftarDeal *deal = daftar_deal_new ();
  DaftarTicket *ticket = daftar_ticket_new ();
  DaftarTicketMessage *message = daftar_ticket_message_new ();
  DaftarPurchase *purchase = daftar_purchase_new ();
  DaftarFollowUp *step = daftar_follow_up_new ();
  DaftarInteraction *note = daftar_interaction_new ();

  deal->customer_id = id;
  deal->board_id = board_id;
  deal->stage_id = stage_id;
  deal->rank = g_strdup ("n");
  deal->title = g_strdup (pick (words));
  deal->currency = g_strdup ("SAR");
  deal->value = g_test_rand_int_range (1, 1000);
  ticket->customer_id = id;
  ticket->number = 1000 + id;
  ticket->subject = g_strdup (pick (words));
  ticket->status = DAFTAR_TICKET_STATUS_OPEN;
  purchase->customer_id = id;
  purchase->currency = g_strdup ("SAR");
  purchase->amount = g_test_rand_int_range (1, 1000);
  purchase->at = TEST_NOW;
  purchase->deal_id = insert (txn, &daftar_table_deal, deal);
  message->ticket_id = insert (txn, &daftar_table_ticket, ticket);
  message->at = TEST_NOW - g_test_rand_int_range (1, 1000);
  message->direction = DAFTAR_CONTACT_DIRECTION_IN;
  message->body = g_strdup (pick (words));
  insert (txn, &daftar_table_ticket_message, message);
  insert (txn, &daftar_table_purchase, purchase);
  step->customer_id = id;
  step->title = g_strdup (pick (words));
  step->due_day = g_strdup ("2025-03-01");
  step->due_minute = -1;
  insert (txn, &daftar_table_follow_up, step);
  note->customer_id = id;
  note->at = TEST_NOW;
  note->body = g_strdup (pick (words));
  insert (txn, &daftar_table_interaction, note);
}

static gpointer
fill (DaftarTxn  *txn,
      gpointer    request,
      GError    **error)
{
  gint64 *ids = request, *board = ids + N_PEOPLE, fields[3];

  for (int i = 0; i < 3; i++)
    {
      DaftarCustomField *field = daftar_custom_field_new ();

      field->name = g_strdup_printf ("Field %d", i + 1);
      fields[i] = insert (txn, &daftar_table_custom_field, field);
    }
  for (int i = 0; i < N_PEOPLE; i++)
    {
      DaftarCustomer *customer = daftar_customer_new ();

      customer->name = g_strdup (pick (names));
      customer->city = g_test_rand_bit () ? g_strdup (pick (words)) : NULL;
      customer->note = g_test_rand_bit () ? g_strdup (pick (words)) : NULL;
      customer->tags = g_test_rand_bit () ? g_strdup_printf ("%s\nnew", pick (words)) : NULL;
      customer->do_not_contact = g_test_rand_int_range (0, 5) == 0;
      customer->created_at = customer->updated_at = TEST_NOW - g_test_rand_int_range (1, 100000);
      /* By the word of an earlier one, so that there is no circle. */
      customer->referred_by = i > 0 && g_test_rand_bit () ? ids[g_test_rand_int_range (0, i)] : 0;
      customer->company_id = i > 0 && g_test_rand_bit () ? ids[g_test_rand_int_range (0, i)] : 0;
      ids[i] = insert (txn, &daftar_table_customer, customer);
      add_points (txn, ids[i]);
      add_occasions (txn, ids[i]);
      add_values (txn, ids[i], fields);
      add_work (txn, ids[i], board[0], board[1]);
      if (i > 0 && g_test_rand_bit ())
        {
          DaftarDistinctPair *pair = daftar_distinct_pair_new ();

          pair->customer_id = ids[g_test_rand_int_range (0, i)];
          pair->other_id = ids[i];
          pair->at = TEST_NOW;
          insert (txn, &daftar_table_distinct_pair, pair);
        }
    }
  return NULL;
}

static TestShop *
random_shop (gint64 *ids)
{
  TestShop *shop = test_shop_new ();
  gint64 request[N_PEOPLE + 2] = { 0 };
  g_autoptr (GError) error = NULL;

  request[N_PEOPLE] = test_shop_add_board (shop, request + N_PEOPLE + 1, 1);
  daftar_store_write (shop->store, "fill", fill, request, NULL, &error);
  g_assert_no_error (error);
  memcpy (ids, request, N_PEOPLE * sizeof *ids);
  return shop;
}

/* --- Merging at random. ----------------------------------------------------------------------------- */

static gint64
merge (TestShop     *shop,
       DaftarMerge  *wanted,
       GError      **error)
{
  gint64 operation = 0;
  g_autoptr (DaftarCustomer) target =
    daftar_store_write (shop->store, DAFTAR_OPERATION_MERGE, daftar_customer_merge_write, wanted, &operation, error);

  g_assert_cmpint (target != NULL, ==, operation != 0);
  return operation;
}

static void
shuffle (GArray *ids)
{
  for (guint i = ids->len; i > 1; i--)
    {
      guint other = g_test_rand_int_range (0, i);
      gint64 id = g_array_index (ids, gint64, i - 1);

      g_array_index (ids, gint64, i - 1) = g_array_index (ids, gint64, other);
      g_array_index (ids, gint64, other) = id;
    }
}

/* Two to four of the living become one; the others leave @living. */
static gint64
merge_some (TestShop *shop,
            GArray   *living)
{
  static const char *const keys[] = { "name", "city", "note", "company", "referred_by", "birthday", "custom:1", "custom:2" };
  guint n_others = g_test_rand_int_range (1, MIN (living->len, 4));
  g_autoptr (DaftarMerge) wanted = NULL;
  g_autoptr (GError) error = NULL;
  gint64 operation;

  shuffle (living);
  wanted = daftar_merge_new (g_array_index (living, gint64, n_others), (gint64 *) living->data, n_others);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (g_test_rand_bit ())
      daftar_merge_choose (wanted, keys[i], g_array_index (living, gint64, g_test_rand_int_range (0, n_others + 1)));
  if (g_test_rand_bit ())
    daftar_merge_choose (wanted, "note", DAFTAR_MERGE_ALL);
  operation = merge (shop, wanted, &error);
  g_assert_no_error (error);
  g_array_remove_range (living, 0, n_others);
  return operation;
}

static GPtrArray *
unmerge (TestShop  *shop,
         gint64     id,
         GError   **error)
{
  return daftar_store_write (shop->store, "customer.unmerge", daftar_customer_unmerge_write, &id, NULL, error);
}

static GPtrArray *
undo (TestShop  *shop,
      gint64     operation,
      GError   **error)
{
  return daftar_store_write (shop->store, "undo", daftar_undo_tell_write, &operation, NULL, error);
}

static gpointer
check_write (DaftarTxn  *txn,
             gpointer    request,
             GError    **error)
{
  test_txn_exec (txn, "INSERT INTO customer_fts (customer_fts, rank) VALUES ('integrity-check', 1);"
                      "INSERT INTO customer_tri (customer_tri, rank) VALUES ('integrity-check', 1);"
                      "INSERT INTO customer_all (customer_all, rank) VALUES ('integrity-check', 1);"
                      "INSERT INTO point_tri (point_tri, rank) VALUES ('integrity-check', 1);"
                      "INSERT INTO ticket_fts (ticket_fts, rank) VALUES ('integrity-check', 1)");
  return NULL;
}

static void
test_chains (void)
{
  for (int round = 0; round < 12; round++)
    {
      gint64 ids[N_PEOPLE];
      g_autoptr (TestShop) shop = random_shop (ids);
      g_autoptr (GArray) living = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
      g_autoptr (GArray) operations = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr (GError) error = NULL;

      g_array_append_vals (living, ids, N_PEOPLE);
      while (living->len > 1)
        {
          gint64 operation;

          g_ptr_array_add (before, snapshot (shop));
          operation = merge_some (shop, living);
          g_array_append_val (operations, operation);
        }
      daftar_store_write (shop->store, "check", check_write, NULL, NULL, &error);
      g_assert_no_error (error);
      for (guint i = operations->len; i > 0; i--)
        {
          g_autoptr (GHashTable) now = NULL;
          g_autoptr (GPtrArray) left = undo (shop, g_array_index (operations, gint64, i - 1), &error);

          g_assert_no_error (error);
          g_assert_cmpuint (left->len, ==, 0);
          now = snapshot (shop);
          g_assert_true (same_shop (now, g_ptr_array_index (before, i - 1), TRUE));
        }
      daftar_store_write (shop->store, "check", check_write, NULL, NULL, &error);
      g_assert_no_error (error);
    }
}

/* --- Edits in between. ------------------------------------------------------------------------------ */

static gpointer
edit_write (DaftarTxn  *txn,
            gpointer    request,
            GError    **error)
{
  gint64 target = *(gint64 *) request;
  DaftarReader *reader = daftar_txn_reader (txn);
  g_autoptr (DaftarCustomer) customer = daftar_customer_store_get (reader, target, error);
  g_autoptr (GPtrArray) points = daftar_contact_point_store_list (reader, target, error);
  DaftarInteraction *note = daftar_interaction_new ();
  static const struct
  {
    const DaftarTable *table;
    const char *column;
  } edits[] = {
    { &daftar_table_deal, "title" }, { &daftar_table_follow_up, "title" }, { &daftar_table_interaction, "body" },
    { &daftar_table_ticket, "subject" }, { &daftar_table_custom_value, "text" }, { &daftar_table_purchase, "note" },
  };

  if (g_test_rand_bit ())
    daftar_set_text (&customer->city, "Edited");
  if (g_test_rand_bit ())
    daftar_set_text (&customer->note, "Edited");
  if (g_test_rand_bit ())
    daftar_set_text (&customer->tags, "edited");
  g_assert_true (daftar_customer_store_save (txn, customer, error));
  for (guint i = 0; i < points->len; i++)
    {
      DaftarContactPoint *point = g_ptr_array_index (points, i);

      if (g_test_rand_int_range (0, 3) == 0)
        g_assert_true (daftar_row_delete (txn, &daftar_table_contact_point, DAFTAR_RECORD (point)->id, error));
      else if (g_test_rand_int_range (0, 3) == 0)
        {
          daftar_set_text (&point->label, "edited");
          g_assert_true (daftar_row_update (txn, &daftar_table_contact_point, point, error));
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s WHERE customer_id = $id", edits[i].table->name);
      g_autoptr (GPtrArray) rows =
        daftar_row_all (daftar_db_query (TXN_DB (txn), error, sql, DB_INT ("id", target), NULL),
                        edits[i].table->get_type (), error);

      for (guint j = 0; j < rows->len; j++)
        if (g_test_rand_bit ())
          {
            gpointer row = g_ptr_array_index (rows, j);

            daftar_record_set_text (row, daftar_record_class_find (DAFTAR_RECORD_GET_CLASS (row), edits[i].column), "edited");
            g_assert_true (daftar_row_update (txn, edits[i].table, row, error));
          }
    }
  /* One goes on to somebody else: that it went to the target is not to be taken back. */
  note->customer_id = target;
  note->at = TEST_NOW;
  note->body = g_strdup ("added since");
  insert (txn, &daftar_table_interaction, note);
  return NULL;
}

/* What must be there after the undoing: what the edit changed, else what was before the merge. */
static GHashTable *
expect (GHashTable *before,
        GHashTable *merged,
        GHashTable *edited)
{
  GHashTable *all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTable *const sources[] = { before, merged, edited };

  for (int i = 0; i < 3; i++)
    {
      GHashTableIter iter;
      gpointer key;

      g_hash_table_iter_init (&iter, sources[i]);
      while (g_hash_table_iter_next (&iter, &key, NULL))
        {
          const char *old = g_hash_table_lookup (before, key), *after = g_hash_table_lookup (merged, key);
          const char *now = g_hash_table_lookup (edited, key);
          g_auto (GStrv) parts = g_strsplit (key, "/", 3);
          g_autofree char *id = g_strdup_printf ("%s/%s/id", parts[0], parts[1]);
          gboolean gone = g_hash_table_contains (merged, id) && !g_hash_table_contains (edited, id);
          const char *value = gone ? NULL : g_strcmp0 (now, after) != 0 ? now : old;

          if (value != NULL)
            g_hash_table_insert (all, g_strdup (key), g_strdup (value));
        }
    }
  return all;
}

static gboolean
is_named (GPtrArray  *left,
          const char *table,
          gint64      id,
          const char *column)
{
  for (guint i = 0; i < left->len; i++)
    {
      DaftarUndoLeft *one = g_ptr_array_index (left, i);

      if (one->row_id == id && g_str_equal (daftar_table_get (one->kind)->name, table))
        {
          g_autofree char *text = daftar_undo_left_describe (one);

          g_assert_cmpint (strlen (text), >, 0);
          return one->gone || g_strv_contains ((const char *const *) one->fields, column);
        }
    }
  return FALSE;
}

/* Everything that the merge changed and the edit did too is told, by record and field. */
static void
check_named (GHashTable *before,
             GHashTable *merged,
             GHashTable *edited,
             GPtrArray  *left)
{
  GHashTableIter iter;
  gpointer key, after;

  g_hash_table_iter_init (&iter, merged);
  while (g_hash_table_iter_next (&iter, &key, &after))
    {
      g_auto (GStrv) parts = g_strsplit (key, "/", 3);

      if (g_strcmp0 (g_hash_table_lookup (before, key), after) != 0
          && g_strcmp0 (g_hash_table_lookup (edited, key), after) != 0 && !g_str_equal (parts[2], "updated_at"))
        {
          g_test_message ("%s", (char *) key);
          g_assert_true (is_named (left, parts[0], g_ascii_strtoll (parts[1], NULL, 10), parts[2]));
        }
    }
}

static void
test_edits (void)
{
  guint n_left = 0;

  for (int round = 0; round < 12; round++)
    {
      gint64 ids[N_PEOPLE];
      g_autoptr (TestShop) shop = random_shop (ids);
      g_autoptr (GArray) living = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr (GHashTable) before = snapshot (shop);
      g_autoptr (GHashTable) merged = NULL;
      g_autoptr (GHashTable) edited = NULL;
      g_autoptr (GHashTable) now = NULL;
      g_autoptr (GHashTable) expected = NULL;
      g_autoptr (GPtrArray) left = NULL;
      g_autoptr (GError) error = NULL;
      gint64 operation, target;

      g_array_append_vals (living, ids, N_PEOPLE);
      operation = merge_some (shop, living);
      target = g_array_index (living, gint64, 0);
      merged = snapshot (shop);
      daftar_store_write (shop->store, "edit", edit_write, &target, NULL, &error);
      g_assert_no_error (error);
      edited = snapshot (shop);
      left = undo (shop, operation, &error);
      g_assert_no_error (error);
      now = snapshot (shop);
      expected = expect (before, merged, edited);
      g_assert_true (same_shop (now, expected, TRUE));
      check_named (before, merged, edited, left);
      n_left += left->len;
    }
  g_assert_cmpuint (n_left, >, 0);
}

/* --- Rules. ----------------------------------------------------------------------------------------- */

static gpointer
delete_write (DaftarTxn  *txn,
              gpointer    id,
              GError    **error)
{
  return GINT_TO_POINTER (daftar_customer_store_delete (txn, *(gint64 *) id, error));
}

static gpointer
restore_write (DaftarTxn  *txn,
               gpointer    id,
               GError    **error)
{
  return GINT_TO_POINTER (daftar_customer_store_restore (txn, *(gint64 *) id, error));
}

static void
refused (TestShop *shop,
         gint64    target,
         gint64    other)
{
  g_autoptr (DaftarMerge) wanted = daftar_merge_new (target, &other, 1);
  g_autoptr (GHashTable) before = snapshot (shop);
  g_autoptr (GHashTable) after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (merge (shop, wanted, &error), ==, 0);
  g_assert_nonnull (error);
  g_assert_true (g_error_matches (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED)
                 || g_error_matches (error, DAFTAR_ERROR, DAFTAR_ERROR_NOT_FOUND));
  after = snapshot (shop);
  g_assert_true (same_shop (before, after, TRUE));
}

static void
test_refused (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  gint64 a = test_shop_add_customer (shop, "Amal", "0501234567");
  gint64 b = test_shop_add_customer (shop, "Amal Haddad", "0507654321");
  gint64 c = test_shop_add_customer (shop, "Karim", NULL);
  g_autoptr (DaftarMerge) wanted = daftar_merge_new (a, &b, 1);
  g_autoptr (DaftarProfile) profile = NULL;
  g_autoptr (GError) error = NULL;

  refused (shop, a, a);
  refused (shop, a, 999);
  daftar_store_write (shop->store, "customer.delete", delete_write, &c, NULL, &error);
  g_assert_no_error (error);
  refused (shop, a, c);
  refused (shop, c, a);
  g_assert_cmpint (merge (shop, wanted, &error), >, 0);
  refused (shop, a, b);
  refused (shop, b, a);

  /* The old id leads to the living one, and does not come back by itself. */
  profile = daftar_store_read (shop->store, daftar_profile_read, &b, &error);
  g_assert_no_error (error);
  g_assert_cmpint (DAFTAR_RECORD (profile->customer)->id, ==, a);
  g_assert_cmpuint (profile->points->len, ==, 2);
  daftar_store_write (shop->store, "customer.restore", restore_write, &b, NULL, &error);
  g_assert_error (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED);
}

static void
test_chain_order (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  gint64 a = test_shop_add_customer (shop, "Amal", NULL);
  gint64 b = test_shop_add_customer (shop, "Badr", NULL);
  gint64 c = test_shop_add_customer (shop, "Chadi", NULL);
  g_autoptr (DaftarMerge) first = daftar_merge_new (a, &b, 1);
  g_autoptr (DaftarMerge) second = daftar_merge_new (c, &a, 1);
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (DaftarProfile) profile = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (merge (shop, first, &error), >, 0);
  g_assert_cmpint (merge (shop, second, &error), >, 0);
  profile = daftar_store_read (shop->store, daftar_profile_read, &b, &error);
  g_assert_cmpint (DAFTAR_RECORD (profile->customer)->id, ==, c);
  g_assert_null (unmerge (shop, b, &error));
  g_assert_error (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "Chadi"));
  g_clear_error (&error);
  left = unmerge (shop, c, &error);
  g_assert_no_error (error);
  g_clear_pointer (&left, g_ptr_array_unref);
  left = unmerge (shop, b, &error);
  g_assert_no_error (error);
  g_assert_cmpint (test_shop_count_customers (shop), ==, 3);
  g_assert_null (unmerge (shop, b, &error));
  g_assert_error (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED);
}

/* Adding somebody is not taken back once there is more of them: that would go along. */
static void
test_added_since (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  gint64 id = test_shop_add_customer (shop, "Amal", NULL);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GPtrArray) empty = NULL;
  DaftarHistoryRequest request = { id, 10 };
  g_autoptr (GError) error = NULL;
  gint64 stages[1], deal;

  test_shop_add_board (shop, stages, 1);
  list = daftar_store_read (shop->store, daftar_history_read, &request, &error);
  g_assert_cmpuint (list->len, ==, 1);
  deal = test_shop_add_deal (shop, id, stages[0], "Kettle", 100);
  left = undo (shop, ((DaftarOperation *) list->pdata[0])->id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_cmpint (test_shop_count_customers (shop), ==, 1);
  g_clear_pointer (&list, g_ptr_array_unref);
  /* The history tells both; without the deal it can be taken back. */
  list = daftar_store_read (shop->store, daftar_history_read, &request, &error);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpstr (daftar_history_label (((DaftarOperation *) list->pdata[0])->kind), ==, "Deal added");
  g_assert_cmpstr (((DaftarOperation *) list->pdata[0])->what, ==, "Kettle");
  g_assert_true (daftar_history_can_undo (list->pdata[0]));
  g_assert_false (daftar_history_can_undo (list->pdata[1]));
  empty = undo (shop, ((DaftarOperation *) list->pdata[0])->id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (empty->len, ==, 0);
  (void) deal;
}

/* Nobody may have come to the shop by the own word. */
static gpointer
check_circles (DaftarReader  *reader,
               gpointer       request,
               GError       **error)
{
  gint64 n = 0;

  g_assert_true (daftar_db_get_int (READER_DB (reader), &n, error,
                                    "WITH RECURSIVE way (start, id, step) AS ("
                                    " SELECT id, referred_by, 1 FROM customer WHERE referred_by IS NOT NULL"
                                    " UNION ALL SELECT w.start, c.referred_by, w.step + 1 FROM way w"
                                    "  JOIN customer c ON c.id = w.id WHERE c.referred_by IS NOT NULL AND w.step < 50)"
                                    " SELECT count(*) FROM way WHERE start = id",
                                    NULL));
  return GINT_TO_POINTER (n + 1);
}

static void
test_no_circles (void)
{
  for (int round = 0; round < 12; round++)
    {
      gint64 ids[N_PEOPLE];
      g_autoptr (TestShop) shop = random_shop (ids);
      g_autoptr (GArray) living = g_array_new (FALSE, FALSE, sizeof (gint64));

      g_array_append_vals (living, ids, N_PEOPLE);
      while (living->len > 2)
        {
          merge_some (shop, living);
          g_assert_cmpint (GPOINTER_TO_INT (daftar_store_read (shop->store, check_circles, NULL, NULL)), ==, 1);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/merge/chains", test_chains);
  g_test_add_func ("/merge/edits", test_edits);
  g_test_add_func ("/merge/refused", test_refused);
  g_test_add_func ("/merge/chain-order", test_chain_order);
  g_test_add_func ("/merge/added-since", test_added_since);
  g_test_add_func ("/merge/no-circles", test_no_circles);
  return g_test_run ();
}
