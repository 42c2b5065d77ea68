/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-import-store.h"

#include <glib/gi18n-lib.h>

#include "daftar-blob-store.h"
#include "daftar-customer-derive.h"
#include "daftar-customer-store.h"
#include "daftar-error.h"
#include "daftar-row.h"
#include "daftar-ulid.h"

/* More people than this with one number are a switchboard's. */
#define MANY 20

/* What a contact point is compared by, computed outside the shop file. */
void
daftar_import_store_normalise (DaftarContactPoint *point,
                               const char         *country)
{
  daftar_contact_point_normalise (NULL, point, country, NULL);
}

/**
 * daftar_import_store_is_empty:
 * @reader: a handle
 * @empty: (out): whether the shop never had a customer
 * @error: return location for a sentence for the user
 */
gboolean
daftar_import_store_is_empty (DaftarReader  *reader,
                              gboolean      *empty,
                              GError       **error)
{
  gint64 any = 0;

  if (!daftar_db_get_int (READER_DB (reader), &any, error, "SELECT EXISTS (SELECT * FROM customer)", NULL))
    return FALSE;
  *empty = any == 0;
  return TRUE;
}

/* Customers with a number or address of this normal form. */
GArray *
daftar_import_store_find_norm (DaftarReader  *reader,
                               const char    *norm,
                               GError       **error)
{
  return daftar_row_ids (daftar_db_query (READER_DB (reader), error,
                                          "SELECT DISTINCT p.customer_id FROM contact_point p"
                                          " JOIN customer c ON c.id = p.customer_id"
                                          " WHERE p.norm = $norm AND c.deleted_at IS NULL LIMIT $limit",
                                          DB_TEXT ("norm", norm), DB_INT ("limit", MANY), NULL),
                         error);
}

GArray *
daftar_import_store_find_name (DaftarReader  *reader,
                               const char    *name_fold,
                               GError       **error)
{
  return daftar_row_ids (daftar_db_query (READER_DB (reader), error,
                                          "SELECT id FROM customer WHERE name_fold = $fold AND deleted_at IS NULL"
                                          " LIMIT $limit",
                                          DB_TEXT ("fold", name_fold), DB_INT ("limit", MANY), NULL),
                         error);
}

/**
 * daftar_import_store_begin:
 * @txn: a handle
 * @name: the file's, for people
 * @counts: what the check said
 * @error: return location for a sentence for the user
 *
 * Returns: the id with which everything that comes in is tagged; 0 on failure
 */
gint64
daftar_import_store_begin (DaftarTxn                 *txn,
                           const char                *name,
                           const DaftarImportCounts  *counts,
                           GError                   **error)
{
  guint8 ulid[DAFTAR_ULID_SIZE];
  g_autoptr (GBytes) bytes = NULL;
  gint64 id;

  daftar_txn_make_ulid (txn, ulid);
  bytes = g_bytes_new (ulid, sizeof ulid);
  if (!daftar_db_run (TXN_DB (txn), error,
                      "INSERT INTO import (ulid, at, staff_id, name, n_rows, n_new, n_same, n_changed, n_refused)"
                      " VALUES ($ulid, $at, $staff, $name, $rows, $new, $same, $changed, $refused)",
                      DB_BLOB ("ulid", bytes), DB_INT ("at", daftar_txn_now (txn)),
                      DB_ID ("staff", daftar_txn_get_staff (txn)), DB_TEXT ("name", name),
                      DB_INT ("rows", counts->rows), DB_INT ("new", counts->n_new), DB_INT ("same", counts->n_same),
                      DB_INT ("changed", counts->n_changed), DB_INT ("refused", counts->n_refused), NULL))
    return 0;
  id = daftar_db_get_last_id (TXN_DB (txn));
  daftar_txn_changed (txn, DAFTAR_KIND_IMPORT, id, DAFTAR_OP_ADDED);
  return daftar_import_store_note_operation (txn, id, error) ? id : 0;
}

/* All that it brings is written. */
gboolean
daftar_import_store_end (DaftarTxn  *txn,
                         gint64      import_id,
                         GError    **error)
{
  return daftar_db_run (TXN_DB (txn), error, "UPDATE import SET done_at = $now WHERE id = $id",
                        DB_INT ("now", daftar_txn_now (txn)), DB_INT ("id", import_id), NULL);
}

/* Imports that are being written, or that were when their program ended. */
GArray *
daftar_import_store_list_unfinished (DaftarReader  *reader,
                                     GError       **error)
{
  return daftar_row_ids (daftar_db_query (READER_DB (reader), error,
                                          "SELECT id FROM import WHERE done_at IS NULL AND undone_at IS NULL", NULL),
                         error);
}

/* The operation of this handle belongs to the import: undoing the import undoes it. */
gboolean
daftar_import_store_note_operation (DaftarTxn  *txn,
                                    gint64      import_id,
                                    GError    **error)
{
  gint64 operation = daftar_txn_get_operation (txn, error);

  return operation != 0
         && daftar_db_run (TXN_DB (txn), error,
                           "INSERT OR IGNORE INTO import_operation (import_id, operation_id) VALUES ($import, $operation)",
                           DB_INT ("import", import_id), DB_INT ("operation", operation), NULL);
}

static gboolean
insert (DaftarTxn          *txn,
        const DaftarTable  *table,
        gpointer            record,
        GError            **error)
{
  DaftarStatement *statement = daftar_row_insert_statement (txn, table, error);

  return statement != NULL && daftar_row_insert_bare (txn, table, statement, record, error)
         && (table->written == NULL || table->written (txn, NULL, record, error));
}

/**
 * daftar_import_store_keep_photo:
 * @txn: a handle
 * @person: somebody; their customer's picture is set, not saved
 * @error: return location for a sentence for the user
 *
 * Puts the picture that somebody brings along, if any, into the shop file.
 */
gboolean
daftar_import_store_keep_photo (DaftarTxn           *txn,
                                DaftarImportPerson  *person,
                                GError             **error)
{
  if (person->photo == NULL)
    return TRUE;
  person->customer->photo_id = daftar_blob_store_add_bytes (txn, person->photo, error);
  return person->customer->photo_id != 0;
}

/**
 * daftar_import_store_add:
 * @txn: a handle
 * @import_id: the tag
 * @person: somebody new; their records are the caller's own
 * @error: return location for a sentence for the user
 *
 * Adds somebody without a place in the history: the tag is what takes them back.
 */
gboolean
daftar_import_store_add (DaftarTxn           *txn,
                         gint64               import_id,
                         DaftarImportPerson  *person,
                         GError             **error)
{
  DaftarCustomer *customer = person->customer;

  customer->import_id = import_id;
  customer->created_at = customer->updated_at = daftar_txn_now (txn);
  daftar_customer_fold (customer);
  if (!daftar_import_store_keep_photo (txn, person, error) || !insert (txn, &daftar_table_customer, customer, error))
    return FALSE;
  for (guint i = 0; i < person->points->len; i++)
    {
      DaftarContactPoint *point = g_ptr_array_index (person->points, i);

      point->customer_id = DAFTAR_RECORD (customer)->id;
      point->position = i;
      if (!insert (txn, &daftar_table_contact_point, point, error))
        return FALSE;
    }
  for (guint i = 0; i < person->occasions->len; i++)
    {
      DaftarOccasion *occasion = g_ptr_array_index (person->occasions, i);

      occasion->customer_id = DAFTAR_RECORD (customer)->id;
      if (!insert (txn, &daftar_table_occasion, occasion, error))
        return FALSE;
    }
  for (guint i = 0; i < person->values->len; i++)
    {
      DaftarCustomValue *value = g_ptr_array_index (person->values, i);

      value->customer_id = DAFTAR_RECORD (customer)->id;
      if (!daftar_table_custom_value.derive (txn, value, error) || !insert (txn, &daftar_table_custom_value, value, error))
        return FALSE;
    }
  daftar_txn_changed (txn, DAFTAR_KIND_CUSTOMER, 0, DAFTAR_OP_CHANGED);
  return TRUE;
}

/* --- Taking it back. ------------------------------------------------------------------------------- */

/* The import that an operation of the history belongs to; 0 if to none, or on failure. */
gint64
daftar_import_store_find (DaftarReader  *reader,
                          gint64         operation_id,
                          GError       **error)
{
  gint64 id = 0;

  daftar_db_get_int (READER_DB (reader), &id, error,
                     "SELECT import_id FROM import_operation WHERE operation_id = $operation",
                     DB_INT ("operation", operation_id), NULL);
  return id;
}

/* What was changed (not added) by an import, the last first, where it isn't taken back yet. */
GArray *
daftar_import_store_list_operations (DaftarReader  *reader,
                                     gint64         import_id,
                                     GError       **error)
{
  return daftar_row_ids (daftar_db_query (READER_DB (reader), error,
                                          "SELECT operation_id FROM import_operation JOIN operation o ON o.id = operation_id"
                                          " WHERE import_id = $import AND o.undone_by IS NULL ORDER BY operation_id DESC",
                                          DB_INT ("import", import_id), NULL),
                         error);
}

/* Whether somebody worked with a customer since: such a one stays. What older operations say of that id was
 * about another customer, whose addition was taken back: the id went to this one. */
#define UNTOUCHED                                                                                             \
  "c.version = 1 AND NOT EXISTS (SELECT * FROM interaction WHERE customer_id = c.id)"                         \
  " AND NOT EXISTS (SELECT * FROM ticket WHERE customer_id = c.id)"                                           \
  " AND NOT EXISTS (SELECT * FROM deal WHERE customer_id = c.id)"                                             \
  " AND NOT EXISTS (SELECT * FROM follow_up WHERE customer_id = c.id)"                                        \
  " AND NOT EXISTS (SELECT * FROM purchase WHERE customer_id = c.id)"                                         \
  " AND NOT EXISTS (SELECT * FROM contact_point WHERE customer_id = c.id AND version > 1)"                    \
  " AND NOT EXISTS (SELECT * FROM operation_row WHERE customer_id = c.id AND operation_id >="                 \
  " (SELECT min(operation_id) FROM import_operation WHERE import_id = c.import_id))"

static gboolean
purge_one (DaftarTxn  *txn,
           gint64      id,
           GError    **error)
{
  g_autoptr (DaftarCustomer) customer = daftar_customer_store_get (daftar_txn_reader (txn), id, error);
  g_autoptr (GPtrArray) points = customer != NULL ? daftar_contact_point_store_list (daftar_txn_reader (txn), id, error) : NULL;
  DaftarDb *db = TXN_DB (txn);

  if (points == NULL || (customer->deleted_at == 0 && !daftar_customer_index_drop (db, customer, error)))
    return FALSE;
  for (guint i = 0; i < points->len; i++)
    if (!daftar_table_contact_point.written (txn, g_ptr_array_index (points, i), NULL, error))
      return FALSE;
  return daftar_db_run (db, error, "UPDATE customer SET referred_by = NULL WHERE referred_by = $id", DB_INT ("id", id), NULL)
         && daftar_db_run (db, error, "UPDATE customer SET company_id = NULL WHERE company_id = $id", DB_INT ("id", id), NULL)
         && daftar_db_run (db, error, "DELETE FROM customer WHERE id = $id", DB_INT ("id", id), NULL);
}

static GArray *
list_tagged (DaftarTxn  *txn,
             gint64      import_id,
             gint64      after,
             int         limit,
             GError    **error)
{
  return daftar_row_ids (daftar_db_query (TXN_DB (txn), error,
                                          "SELECT c.id FROM customer c WHERE c.import_id = $import"
                                          " AND c.id > $after ORDER BY c.id LIMIT $limit",
                                          DB_INT ("import", import_id), DB_INT ("after", after),
                                          DB_INT ("limit", limit), NULL),
                         error);
}

static gboolean
is_untouched (DaftarTxn *txn,
              gint64     id)
{
  gint64 untouched = 0;

  return daftar_db_get_int (TXN_DB (txn), &untouched, NULL, "SELECT " UNTOUCHED " FROM customer c WHERE c.id = $id",
                            DB_INT ("id", id), NULL)
         && untouched != 0;
}

/**
 * daftar_import_store_purge:
 * @txn: a handle
 * @import_id: the tag
 * @after: (inout): where to go on
 * @limit: how many customers to look at
 * @n_purged: (inout): how many are gone
 * @n_left: (inout): how many stay, because somebody worked with them since
 * @error: return location for a sentence for the user
 *
 * Takes out what an import brought, a stretch at a time. There is more as long as @after grows.
 */
gboolean
daftar_import_store_purge (DaftarTxn  *txn,
                           gint64      import_id,
                           gint64     *after,
                           int         limit,
                           gint64     *n_purged,
                           gint64     *n_left,
                           GError    **error)
{
  g_autoptr (GArray) ids = list_tagged (txn, import_id, *after, limit, error);

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      *after = g_array_index (ids, gint64, i);
      if (!is_untouched (txn, *after))
        (*n_left)++;
      else if (purge_one (txn, *after, error))
        (*n_purged)++;
      else
        return FALSE;
    }
  if (ids->len > 0)
    daftar_txn_changed (txn, DAFTAR_KIND_CUSTOMER, 0, DAFTAR_OP_CHANGED);
  return TRUE;
}

/* Marks an import as taken back, with its first operation. */
gboolean
daftar_import_store_end_undo (DaftarTxn  *txn,
                              gint64      import_id,
                              GError    **error)
{
  gint64 own = daftar_txn_get_operation (txn, error);

  daftar_txn_changed (txn, DAFTAR_KIND_IMPORT, import_id, DAFTAR_OP_CHANGED);
  return own != 0
         && daftar_db_run (TXN_DB (txn), error, "UPDATE import SET undone_at = $now WHERE id = $id",
                           DB_INT ("now", daftar_txn_now (txn)), DB_INT ("id", import_id), NULL)
         && daftar_db_run (TXN_DB (txn), error,
                           "UPDATE operation SET undone_by = $own WHERE undone_by IS NULL"
                           " AND id IN (SELECT operation_id FROM import_operation WHERE import_id = $id)",
                           DB_INT ("own", own), DB_INT ("id", import_id), NULL);
}
