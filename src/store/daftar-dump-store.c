/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-dump-store.h"

#include <glib/gi18n-lib.h>

#include <json-glib/json-glib.h>

#include "daftar-blob-store.h"
#include "daftar-customer-store.h"
#include "daftar-erase-store.h"
#include "daftar-error.h"
#include "daftar-record-json.h"
#include "daftar-row.h"

/* What other rows are computed with comes first. */
static const DaftarKind order[] = {
  DAFTAR_KIND_SHOP,     DAFTAR_KIND_STAFF_MEMBER,  DAFTAR_KIND_CUSTOMER,      DAFTAR_KIND_CONTACT_POINT,
  DAFTAR_KIND_OCCASION, DAFTAR_KIND_BOARD,         DAFTAR_KIND_STAGE,         DAFTAR_KIND_DEAL,
  DAFTAR_KIND_STAGE_VISIT, DAFTAR_KIND_PURCHASE,   DAFTAR_KIND_PURCHASE_ITEM, DAFTAR_KIND_TICKET,
  DAFTAR_KIND_TICKET_MESSAGE, DAFTAR_KIND_TICKET_EVENT, DAFTAR_KIND_FOLLOW_UP, DAFTAR_KIND_INTERACTION,
  DAFTAR_KIND_CUSTOM_FIELD, DAFTAR_KIND_CUSTOM_VALUE, DAFTAR_KIND_SAVED_FILTER, DAFTAR_KIND_DISTINCT_PAIR,
};

/* Two tables that have no records: they are read and written as JSON by the file itself. */
static const struct
{
  const char *table;
  const char *select;
  const char *insert;
} plain[] = {
  { "working_hours",
    "SELECT json_object ('valid_from', valid_from, 'weekday', weekday, 'from_minute', from_minute,"
    " 'to_minute', to_minute) FROM working_hours ORDER BY id",
    "INSERT INTO working_hours (valid_from, weekday, from_minute, to_minute) SELECT $json ->> 'valid_from',"
    " $json ->> 'weekday', $json ->> 'from_minute', $json ->> 'to_minute'" },
  { "holiday",
    "SELECT json_object ('first_day', first_day, 'last_day', last_day, 'name', name) FROM holiday ORDER BY id",
    "INSERT INTO holiday (first_day, last_day, name) SELECT $json ->> 'first_day', $json ->> 'last_day',"
    " $json ->> 'name'" },
};

static gboolean
each_record (DaftarReader       *reader,
             const DaftarTable  *table,
             DaftarDumpFunc      func,
             gpointer            data,
             GError            **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY id", table->name);
  g_autoptr (DaftarStatement) rows = daftar_db_query (READER_DB (reader), error, sql, NULL);
  GError *local = NULL;

  while (rows != NULL && local == NULL && daftar_statement_next (rows, &local))
    {
      g_autoptr (DaftarRecord) record = daftar_row_read (rows, table->get_type ());
      g_autofree char *json = daftar_record_to_json (record);

      func (table->name, json, data, &local);
    }
  if (local != NULL)
    g_propagate_error (error, local);
  return rows != NULL && local == NULL;
}

static gboolean
each_plain (DaftarReader    *reader,
            guint            index,
            DaftarDumpFunc   func,
            gpointer         data,
            GError         **error)
{
  g_autoptr (DaftarStatement) rows = daftar_db_query (READER_DB (reader), error, plain[index].select, NULL);
  GError *local = NULL;

  while (rows != NULL && local == NULL && daftar_statement_next (rows, &local))
    func (plain[index].table, daftar_statement_get_text (rows, 0), data, &local);
  if (local != NULL)
    g_propagate_error (error, local);
  return rows != NULL && local == NULL;
}

/* --- Pictures: of a customer, as text. -------------------------------------------------------------- */

#define PHOTO "photo"

static void
tell_photo (DaftarReader    *reader,
            gint64           customer_id,
            gint64           blob_id,
            DaftarDumpFunc   func,
            gpointer         data,
            GError         **error)
{
  g_autoptr (GBytes) photo = daftar_blob_store_get (reader, blob_id, error);
  g_autofree char *text = NULL;
  g_autofree char *json = NULL;
  gsize size;

  if (photo == NULL)
    return;
  text = g_base64_encode (g_bytes_get_data (photo, &size), g_bytes_get_size (photo));
  json = g_strdup_printf ("{\"customer_id\":%" G_GINT64_FORMAT ",\"data\":\"%s\"}", customer_id, text);
  func (PHOTO, json, data, error);
}

static gboolean
each_photo (DaftarReader    *reader,
            DaftarDumpFunc   func,
            gpointer         data,
            GError         **error)
{
  g_autoptr (DaftarStatement) rows = daftar_db_query (
    READER_DB (reader), error, "SELECT id, photo_id FROM customer WHERE photo_id IS NOT NULL ORDER BY id", NULL);
  GError *local = NULL;

  while (rows != NULL && local == NULL && daftar_statement_next (rows, &local))
    tell_photo (reader, daftar_statement_get_int (rows, 0), daftar_statement_get_int (rows, 1), func, data, &local);
  if (local != NULL)
    g_propagate_error (error, local);
  return rows != NULL && local == NULL;
}

static gboolean
add_photo (DaftarTxn   *txn,
           const char  *json,
           GError     **error)
{
  g_autoptr (JsonNode) node = json_from_string (json, error);
  JsonObject *object = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *text = object != NULL ? json_object_get_string_member_with_default (object, "data", "") : "";
  g_autoptr (GBytes) photo = NULL;
  gsize size;
  guchar *data;
  gint64 id;

  if (object == NULL)
    return FALSE;
  data = g_base64_decode (text, &size);
  photo = g_bytes_new_take (data, size);
  id = daftar_blob_store_add_bytes (txn, photo, error);
  return id != 0
         && daftar_db_run (TXN_DB (txn), error, "UPDATE customer SET photo_id = $blob WHERE id = $customer",
                           DB_INT ("blob", id),
                           DB_INT ("customer", json_object_get_int_member_with_default (object, "customer_id", 0)), NULL);
}

/**
 * daftar_dump_store_each:
 * @reader: a handle
 * @func: called with each row
 * @data: passed to @func
 * @error: return location for a sentence for the user
 *
 * Goes through the whole shop in one snapshot, also what is in the bin, in an order in which it can be
 * put together again. The history of who changed what stays behind.
 */
gboolean
daftar_dump_store_each (DaftarReader    *reader,
                        DaftarDumpFunc   func,
                        gpointer         data,
                        GError         **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (!each_record (reader, daftar_table_get (order[i]), func, data, error))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    if (!each_plain (reader, i, func, data, error))
      return FALSE;
  return each_photo (reader, func, data, error);
}

/**
 * daftar_dump_store_begin:
 * @txn: a handle
 * @error: return location for a sentence for the user
 *
 * Makes room in a shop that was set up but has no customers yet; any other is refused.
 */
gboolean
daftar_dump_store_begin (DaftarTxn  *txn,
                         GError    **error)
{
  gint64 n = 0;

  /* Also those in the bin, and those of whom only the purchases are left. */
  if (!daftar_db_get_int (TXN_DB (txn), &n, error, "SELECT count(*) FROM customer", NULL))
    return FALSE;
  if (n > 0)
    {
      g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED,
                           _("A whole shop can only be brought into a shop without customers. Make a new one first."));
      return FALSE;
    }
  txn->silent = TRUE;
  for (int kind = DAFTAR_KIND_ANY + 1; kind < DAFTAR_N_KINDS; kind++)
    daftar_txn_changed (txn, kind, 0, DAFTAR_OP_CHANGED);
  return daftar_db_exec (TXN_DB (txn),
                         "PRAGMA defer_foreign_keys = ON; DELETE FROM operation_row; DELETE FROM operation;"
                         "DELETE FROM working_hours; DELETE FROM holiday; DELETE FROM stage; DELETE FROM board;"
                         "DELETE FROM staff_member; DELETE FROM custom_field; DELETE FROM saved_filter;"
                         "DELETE FROM shop;",
                         error);
}

/* What belongs to the file that was left behind: imports and steps of its history. */
static void
forget_references (gpointer record)
{
  static const char *const columns[] = { "import_id", "operation_id", "photo_id" };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      const DaftarField *field = daftar_record_class_find (DAFTAR_RECORD_GET_CLASS (record), columns[i]);

      if (field != NULL)
        daftar_record_set_int (record, field, 0);
    }
}

static gboolean
add_record (DaftarTxn          *txn,
            const DaftarTable  *table,
            const char         *json,
            GError            **error)
{
  g_autoptr (DaftarRecord) record = daftar_record_from_json (table->get_type (), json, error);

  if (record == NULL)
    return FALSE;
  forget_references (record);
  /* Writing it raises the version again. */
  record->version = MAX (record->version - 1, 0);
  return daftar_row_insert (txn, table, record, error) != 0;
}

/**
 * daftar_dump_store_add:
 * @txn: a handle
 * @table: the word for its table
 * @json: a row as daftar_dump_store_each() gave it
 * @error: return location for a sentence for the user
 */
gboolean
daftar_dump_store_add (DaftarTxn   *txn,
                       const char  *table,
                       const char  *json,
                       GError     **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (g_strcmp0 (daftar_table_get (order[i])->name, table) == 0)
      return add_record (txn, daftar_table_get (order[i]), json, error);
  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    if (g_strcmp0 (plain[i].table, table) == 0)
      return daftar_db_run (TXN_DB (txn), error, plain[i].insert, DB_TEXT ("json", json), NULL);
  if (g_strcmp0 (table, PHOTO) == 0)
    return add_photo (txn, json, error);
  g_set_error (error, DAFTAR_ERROR, DAFTAR_ERROR_NEWER,
               _("The file holds “%s”, which this version of Daftar doesn’t know. Update Daftar."), table);
  return FALSE;
}

/**
 * daftar_dump_store_end:
 * @txn: a handle
 * @error: return location for a sentence for the user
 *
 * Puts right what is counted over all rows, and leaves out whom this shop erased.
 */
gboolean
daftar_dump_store_end (DaftarTxn  *txn,
                       GError    **error)
{
  g_autoptr (GArray) ids = daftar_row_ids (daftar_db_query (TXN_DB (txn), error, "SELECT id FROM customer", NULL), error);
  int n_erased = 0;

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!daftar_customer_store_refresh (txn, g_array_index (ids, gint64, i), error))
      return FALSE;
  return ids != NULL
         && daftar_db_exec (TXN_DB (txn),
                            "INSERT INTO counter (name, next) SELECT 'ticket', max (number) FROM ticket"
                            " HAVING count(*) > 0 ON CONFLICT (name) DO UPDATE SET next = excluded.next",
                            error)
         && daftar_erase_store_again (txn, &n_erased, error);
}
