/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-erase-store.h"

#include <glib/gi18n-lib.h>

#include "daftar-customer-derive.h"
#include "daftar-customer-store.h"
#include "daftar-erased-store.h"
#include "daftar-error.h"
#include "daftar-fold-index.h"
#include "daftar-ulid.h"

/* What stands where the name of somebody stood whose purchases the books still need. */
#define NOBODY "–"

/* --- Known again. ----------------------------------------------------------------------------------- */

static char *
record_text (gint64 id,
             gint64 created_at)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT, id, created_at);
}

/* A number that somebody else of the shop has too is no sign of the erased one alone. */
static gboolean
remember_points (DaftarTxn  *txn,
                 gint64      id,
                 GError    **error)
{
  g_autoptr (DaftarStatement) rows = daftar_db_query (
    TXN_DB (txn), error,
    "SELECT p.norm, p.rnorm IS NOT NULL FROM contact_point p WHERE p.customer_id = $id AND p.norm IS NOT NULL"
    " AND NOT EXISTS (SELECT * FROM contact_point o JOIN customer c ON c.id = o.customer_id WHERE o.norm = p.norm"
    "  AND o.customer_id <> $id AND c.deleted_at IS NULL)",
    DB_INT ("id", id), NULL);
  g_autoptr (GPtrArray) kinds = g_ptr_array_new ();
  g_autoptr (GPtrArray) norms = g_ptr_array_new_with_free_func (g_free);
  GError *local = NULL;

  while (rows != NULL && daftar_statement_next (rows, &local))
    {
      g_ptr_array_add (norms, g_strdup (daftar_statement_get_text (rows, 0)));
      g_ptr_array_add (kinds, daftar_statement_get_int (rows, 1) != 0 ? DAFTAR_ERASED_PHONE : DAFTAR_ERASED_EMAIL);
    }
  for (guint i = 0; local == NULL && i < norms->len; i++)
    daftar_erased_add (txn, g_ptr_array_index (kinds, i), g_ptr_array_index (norms, i), &local);
  if (local != NULL)
    g_propagate_error (error, local);
  return rows != NULL && local == NULL;
}

static gboolean
remember (DaftarTxn       *txn,
          DaftarCustomer  *customer,
          GError         **error)
{
  gint64 id = DAFTAR_RECORD (customer)->id;
  g_autofree char *record = record_text (id, customer->created_at);
  g_autofree char *ulid = NULL;
  g_autoptr (DaftarStatement) row =
    daftar_db_query (TXN_DB (txn), error, "SELECT hex(ulid) FROM customer WHERE id = $id", DB_INT ("id", id), NULL);

  if (row == NULL || !daftar_statement_next (row, error))
    return FALSE;
  ulid = g_strdup (daftar_statement_get_text (row, 0));
  daftar_statement_reset (row);
  return daftar_erased_add (txn, DAFTAR_ERASED_ULID, ulid, error)
         && daftar_erased_add (txn, DAFTAR_ERASED_RECORD, record, error) && remember_points (txn, id, error);
}

/**
 * daftar_erase_store_is_known:
 * @reader: a handle
 * @kind: "phone" or "email"
 * @value: its normal form
 * @known: (out): whether somebody with it was erased
 * @error: return location for a sentence for the user
 *
 * For what comes from outside by itself: a letter of somebody who was erased makes no customer of them again.
 */
gboolean
daftar_erase_store_is_known (DaftarReader  *reader,
                             const char    *kind,
                             const char    *value,
                             gboolean      *known,
                             GError       **error)
{
  return daftar_erased_knows (READER_DB (reader), kind, value, known, error);
}

/* --- Out of search. --------------------------------------------------------------------------------- */

static gboolean
drop_points (DaftarTxn  *txn,
             gint64      id,
             GError    **error)
{
  g_autoptr (GPtrArray) points = daftar_contact_point_store_list (daftar_txn_reader (txn), id, error);

  for (guint i = 0; points != NULL && i < points->len; i++)
    if (!daftar_table_contact_point.written (txn, g_ptr_array_index (points, i), NULL, error))
      return FALSE;
  return points != NULL;
}

static gboolean
drop_folds (DaftarTxn        *txn,
            DaftarFoldIndex   index,
            const char       *sql,
            gint64            id,
            GError          **error)
{
  g_autoptr (DaftarStatement) rows = daftar_db_query (TXN_DB (txn), error, sql, DB_INT ("id", id), NULL);
  GError *local = NULL;

  while (rows != NULL && local == NULL && daftar_statement_next (rows, &local))
    daftar_fold_index_update (TXN_DB (txn), index, daftar_statement_get_int (rows, 0), daftar_statement_get_text (rows, 1),
                              NULL, &local);
  if (local != NULL)
    g_propagate_error (error, local);
  return rows != NULL && local == NULL;
}

static gboolean
drop_search (DaftarTxn       *txn,
             DaftarCustomer  *customer,
             GError         **error)
{
  gint64 id = DAFTAR_RECORD (customer)->id;

  return (customer->deleted_at != 0 || daftar_customer_index_drop (TXN_DB (txn), customer, error))
         && drop_points (txn, id, error)
         && drop_folds (txn, DAFTAR_FOLD_INDEX_TICKET,
                        "SELECT id, subject_fold FROM ticket WHERE customer_id = $id AND deleted_at IS NULL", id, error)
         && drop_folds (txn, DAFTAR_FOLD_INDEX_DEAL,
                        "SELECT id, title_fold FROM deal WHERE customer_id = $id AND deleted_at IS NULL", id, error);
}

/* --- Out of the tables. ----------------------------------------------------------------------------- */

static gboolean
run_all (DaftarTxn          *txn,
         const char *const  *statements,
         gint64              id,
         GError            **error)
{
  for (; *statements != NULL; statements++)
    if (!daftar_db_run (TXN_DB (txn), error, *statements, DB_INT ("id", id), NULL))
      return FALSE;
  return TRUE;
}

#define TICKETS "(SELECT id FROM ticket WHERE customer_id = $id)"
#define DEALS "(SELECT id FROM deal WHERE customer_id = $id)"
#define PURCHASES "(SELECT id FROM purchase WHERE customer_id = $id)"
#define FROM_OTHERS "EXISTS (SELECT * FROM ticket t WHERE t.id = merged_from AND t.customer_id IS NOT $id)"

/* Tickets of others that were merged with theirs come apart again, before theirs go. */
static const char *const part_tickets[] = {
  "UPDATE ticket_message SET ticket_id = merged_from, merged_from = NULL, version = version + 1"
  " WHERE ticket_id IN " TICKETS " AND " FROM_OTHERS,
  "UPDATE ticket SET merged_into = NULL, status = 5, version = version + 1"
  " WHERE merged_into IN " TICKETS " AND customer_id IS NOT $id",
  "DELETE FROM ticket_message WHERE merged_from IN " TICKETS,
  "DELETE FROM ticket_event WHERE what = 'merged_from' AND ticket_id IN"
  " (SELECT merged_into FROM ticket WHERE customer_id = $id AND merged_into IS NOT NULL)"
  " AND CAST (new AS INTEGER) IN " TICKETS,
  NULL
};

/* The history of a row, by the number of its kind in the history: also what stood in it before it came to somebody
 * else, or was removed. */
#define ROWS_OF(kind, rows) \
  "INSERT OR IGNORE INTO temp.erased_row (id) SELECT id FROM operation_row WHERE kind = " #kind " AND row_id IN " rows

static const char *const find_history[] = {
  "INSERT OR IGNORE INTO temp.erased_row (id) SELECT id FROM operation_row WHERE customer_id = $id",
  ROWS_OF (1, "($id)"),
  ROWS_OF (2, "(SELECT id FROM contact_point WHERE customer_id = $id)"),
  ROWS_OF (3, "(SELECT id FROM interaction WHERE customer_id = $id)"),
  ROWS_OF (4, "(SELECT id FROM occasion WHERE customer_id = $id)"),
  ROWS_OF (7, DEALS),
  ROWS_OF (8, "(SELECT id FROM stage_visit WHERE deal_id IN " DEALS ")"),
  ROWS_OF (9, PURCHASES),
  ROWS_OF (10, "(SELECT id FROM purchase_item WHERE purchase_id IN " PURCHASES ")"),
  ROWS_OF (11, TICKETS),
  ROWS_OF (12, "(SELECT id FROM ticket_message WHERE ticket_id IN " TICKETS " OR merged_from IN " TICKETS ")"),
  ROWS_OF (14, "(SELECT id FROM follow_up WHERE customer_id = $id OR ticket_id IN " TICKETS " OR deal_id IN " DEALS ")"),
  ROWS_OF (20, "(SELECT id FROM custom_value WHERE customer_id = $id)"),
  NULL
};

/* An operation of which nothing is left goes as well. */
#define DROP_HISTORY                                                                                          \
  "INSERT OR IGNORE INTO temp.erased_operation (id) SELECT operation_id FROM operation_row"                   \
  " WHERE id IN (SELECT id FROM temp.erased_row);"                                                            \
  "DELETE FROM operation_row WHERE id IN (SELECT id FROM temp.erased_row);"                                   \
  "DELETE FROM operation WHERE id IN (SELECT id FROM temp.erased_operation)"                                  \
  " AND NOT EXISTS (SELECT * FROM operation_row r WHERE r.operation_id = operation.id)"                       \
  " AND NOT EXISTS (SELECT * FROM operation o WHERE o.undone_by = operation.id);"                             \
  "DELETE FROM temp.erased_row; DELETE FROM temp.erased_operation"

static gboolean
erase_history (DaftarTxn  *txn,
               gint64      id,
               GError    **error)
{
  return daftar_db_exec (TXN_DB (txn),
                         "CREATE TEMP TABLE IF NOT EXISTS erased_row (id INTEGER PRIMARY KEY);"
                         "CREATE TEMP TABLE IF NOT EXISTS erased_operation (id INTEGER PRIMARY KEY)",
                         error)
         && run_all (txn, find_history, id, error) && daftar_db_exec (TXN_DB (txn), DROP_HISTORY, error);
}

/* What points to them, then what is theirs. The books keep purchases, without a word about whose they were. */
static const char *const drop_rows[] = {
  "UPDATE customer SET referred_by = NULL, version = version + 1 WHERE referred_by = $id",
  "UPDATE customer SET company_id = NULL, version = version + 1 WHERE company_id = $id",
  "DELETE FROM interaction WHERE customer_id = $id",
  "DELETE FROM follow_up WHERE customer_id = $id",
  "DELETE FROM follow_up WHERE ticket_id IN " TICKETS " OR deal_id IN " DEALS,
  "DELETE FROM purchase WHERE customer_id = $id AND deleted_at IS NOT NULL",
  "UPDATE purchase SET note = NULL, deal_id = NULL, warranty_until = NULL, version = version + 1 WHERE customer_id = $id",
  "DELETE FROM ticket WHERE customer_id = $id",
  "DELETE FROM deal WHERE customer_id = $id",
  "DELETE FROM contact_point WHERE customer_id = $id",
  "DELETE FROM occasion WHERE customer_id = $id",
  "DELETE FROM custom_value WHERE customer_id = $id",
  "DELETE FROM distinct_pair WHERE customer_id = $id",
  "DELETE FROM distinct_pair WHERE other_id = $id",
  "DELETE FROM customer_key WHERE customer_id = $id",
  "DELETE FROM customer_tag WHERE customer_id = $id",
  "DELETE FROM change_log WHERE kind = 1 AND id = $id",
  NULL
};

/* Their picture, and those that they had before: the history knows them for when that is taken back. */
static gboolean
find_photos (DaftarTxn  *txn,
             gint64      id,
             GError    **error)
{
  return daftar_db_exec (TXN_DB (txn), "CREATE TEMP TABLE IF NOT EXISTS erased_blob (id INTEGER PRIMARY KEY)", error)
         && daftar_db_run (TXN_DB (txn), error,
                           "INSERT OR IGNORE INTO temp.erased_blob (id)"
                           " SELECT photo_id FROM customer WHERE id = $id AND photo_id IS NOT NULL"
                           " UNION SELECT before ->> 'photo_id' FROM operation_row WHERE kind = 1 AND row_id = $id"
                           "  AND before ->> 'photo_id' IS NOT NULL"
                           " UNION SELECT after ->> 'photo_id' FROM operation_row WHERE kind = 1 AND row_id = $id"
                           "  AND after ->> 'photo_id' IS NOT NULL",
                           DB_INT ("id", id), NULL);
}

static gboolean
erase_photos (DaftarTxn  *txn,
              GError    **error)
{
  return daftar_db_exec (TXN_DB (txn),
                         "DELETE FROM blob WHERE id IN (SELECT id FROM temp.erased_blob)"
                         " AND NOT EXISTS (SELECT * FROM customer WHERE photo_id = blob.id);"
                         "DELETE FROM temp.erased_blob",
                         error);
}

/* The row itself, or nobody's row in its place if purchases still point to it. */
static gboolean
erase_row (DaftarTxn       *txn,
           DaftarCustomer  *customer,
           GError         **error)
{
  gint64 id = DAFTAR_RECORD (customer)->id, n_purchases = 0;
  gint64 now = daftar_txn_now (txn);
  g_autoptr (DaftarCustomer) nobody = daftar_customer_new ();
  g_autoptr (GBytes) new_ulid = NULL;
  guint8 ulid[DAFTAR_ULID_SIZE];

  if (!daftar_db_get_int (TXN_DB (txn), &n_purchases, error, "SELECT count(*) FROM purchase WHERE customer_id = $id",
                          DB_INT ("id", id), NULL))
    return FALSE;
  if (n_purchases == 0)
    return daftar_db_run (TXN_DB (txn), error, "DELETE FROM customer WHERE id = $id", DB_INT ("id", id), NULL);
  nobody->name = g_strdup (NOBODY);
  daftar_customer_fold (nobody);
  daftar_txn_make_ulid (txn, ulid);
  new_ulid = g_bytes_new (ulid, sizeof ulid);
  return daftar_db_run (TXN_DB (txn), error,
                        "UPDATE customer SET version = version + 1, ulid = $ulid, kind = 0, name = $name, given = NULL,"
                        " family = NULL, nickname = NULL, honorific = NULL, company = NULL, company_id = NULL,"
                        " city = NULL, language = NULL, source = NULL, note = NULL, tags = NULL, do_not_contact = 1,"
                        " preferred_channel = NULL, referred_by = NULL, import_id = NULL, created_at = $now,"
                        " updated_at = $now, deleted_at = $now, last_contact_at = NULL, photo_id = NULL,"
                        " contact_time = NULL, merged_into = NULL, erased_at = $now, name_fold = $fold, name_alt = $alt,"
                        " more_fold = $more, rest_fold = $rest WHERE id = $id",
                        DB_BLOB ("ulid", new_ulid), DB_TEXT ("name", nobody->name), DB_INT ("now", now),
                        DB_TEXT ("fold", nobody->name_fold), DB_TEXT ("alt", nobody->name_alt),
                        DB_TEXT ("more", nobody->more_fold), DB_TEXT ("rest", nobody->rest_fold), DB_INT ("id", id), NULL);
}

static gboolean
erase_one (DaftarTxn  *txn,
           gint64      id,
           GError    **error)
{
  g_autoptr (DaftarCustomer) customer = daftar_customer_store_get (daftar_txn_reader (txn), id, error);

  if (customer == NULL)
    return FALSE;
  if (customer->erased_at != 0)
    {
      g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED, _("This customer was erased for good."));
      return FALSE;
    }
  daftar_txn_changed (txn, DAFTAR_KIND_CUSTOMER, id, DAFTAR_OP_REMOVED);
  return remember (txn, customer, error) && run_all (txn, part_tickets, id, error) && drop_search (txn, customer, error)
         && find_photos (txn, id, error) && erase_history (txn, id, error) && run_all (txn, drop_rows, id, error)
         && erase_row (txn, customer, error) && erase_photos (txn, error);
}

static void
tell_all (DaftarTxn *txn)
{
  static const DaftarKind kinds[] = {
    DAFTAR_KIND_CONTACT_POINT, DAFTAR_KIND_INTERACTION, DAFTAR_KIND_OCCASION, DAFTAR_KIND_DEAL,
    DAFTAR_KIND_PURCHASE, DAFTAR_KIND_TICKET, DAFTAR_KIND_TICKET_MESSAGE, DAFTAR_KIND_FOLLOW_UP,
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    daftar_txn_changed (txn, kinds[i], 0, DAFTAR_OP_CHANGED);
}

static gboolean
set_pending (DaftarTxn  *txn,
             gboolean    pending,
             GError    **error)
{
  return daftar_db_run (TXN_DB (txn), error,
                        pending ? "INSERT OR REPLACE INTO meta (key, value) VALUES ('erase_pending', '1')"
                                : "DELETE FROM meta WHERE key = 'erase_pending'",
                        NULL);
}

/**
 * daftar_erase_store_erase:
 * @txn: a handle of an operation of its own
 * @id: a customer, also one in the bin
 * @error: return location for a sentence for the user
 *
 * Takes a person and all that was merged into that person out of every table and of the history. The bytes are gone
 * when daftar_erase_store_sweep() and daftar_erase_store_checkpoint() have followed.
 */
gboolean
daftar_erase_store_erase (DaftarTxn  *txn,
                          gint64      id,
                          GError    **error)
{
  g_autoptr (GArray) merged = daftar_row_ids (
    daftar_db_query (TXN_DB (txn), error, "SELECT id FROM customer WHERE merged_into = $id", DB_INT ("id", id), NULL),
    error);

  if (merged == NULL)
    return FALSE;
  for (guint i = 0; i < merged->len; i++)
    if (!erase_one (txn, g_array_index (merged, gint64, i), error))
      return FALSE;
  tell_all (txn);
  return erase_one (txn, id, error) && set_pending (txn, TRUE, error)
         /* That somebody was erased, by whom and when, stays in the history. */
         && daftar_txn_get_operation (txn, error) != 0;
}

/* Whether a row of customer is one that was erased. */
static gboolean
is_erased_row (DaftarDb         *db,
               DaftarStatement  *row,
               gboolean         *known,
               GError          **error)
{
  g_autofree char *record = record_text (daftar_statement_get_int (row, 0), daftar_statement_get_int (row, 2));

  return daftar_erased_knows (db, DAFTAR_ERASED_ULID, daftar_statement_get_text (row, 1), known, error)
         && (*known || daftar_erased_knows (db, DAFTAR_ERASED_RECORD, record, known, error));
}

/**
 * daftar_erase_store_again:
 * @txn: a handle
 * @n_erased: (out): how many
 * @error: return location for a sentence for the user
 *
 * Erases all whom the shop knows as erased: after something old was brought back.
 */
gboolean
daftar_erase_store_again (DaftarTxn  *txn,
                          int        *n_erased,
                          GError    **error)
{
  g_autoptr (DaftarStatement) rows = daftar_db_query (
    TXN_DB (txn), error, "SELECT id, hex(ulid), created_at FROM customer WHERE erased_at IS NULL", NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 n = 0;
  GError *local = NULL;

  *n_erased = 0;
  if (rows == NULL || !daftar_db_get_int (TXN_DB (txn), &n, error, "SELECT count(*) FROM erased", NULL))
    return FALSE;
  while (n > 0 && local == NULL && daftar_statement_next (rows, &local))
    {
      gint64 id = daftar_statement_get_int (rows, 0);
      gboolean known = FALSE;

      if (is_erased_row (TXN_DB (txn), rows, &known, &local) && known)
        g_array_append_val (ids, id);
    }
  for (guint i = 0; local == NULL && i < ids->len; i++)
    {
      gint64 there = 0;

      /* Somebody merged into one of them went with that one. */
      if (daftar_db_get_int (TXN_DB (txn), &there, &local,
                             "SELECT count(*) FROM customer WHERE id = $id AND erased_at IS NULL",
                             DB_INT ("id", g_array_index (ids, gint64, i)), NULL)
          && there != 0 && daftar_erase_store_erase (txn, g_array_index (ids, gint64, i), &local))
        (*n_erased)++;
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

/* --- Out of the file. ------------------------------------------------------------------------------- */

static const char *const indexes[] = { "customer_fts", "customer_all", "customer_tri",
                                       "point_tri",    "ticket_fts",   "deal_fts" };

/* Pages of the index that one step writes at most: others get their turn in between. */
#define STEP_PAGES 200

gboolean
daftar_erase_store_is_pending (DaftarReader *reader)
{
  gint64 pending = 0;

  daftar_db_get_int (READER_DB (reader), &pending, NULL, "SELECT count(*) FROM meta WHERE key = 'erase_pending'", NULL);
  return pending != 0;
}

/**
 * daftar_erase_store_sweep:
 * @txn: a handle
 * @sweep: where it stands; call again until it is done
 * @error: return location for a sentence for the user
 *
 * Does one step of writing the search indexes anew: they keep the words of rows that were taken out until then. A
 * million customers take many steps, each a transaction of its own, so that others write in between.
 */
gboolean
daftar_erase_store_sweep (DaftarTxn    *txn,
                          DaftarSweep  *sweep,
                          GError      **error)
{
  DaftarDb *db = TXN_DB (txn);
  gint64 before = 0, after = 0;
  /* Negative begins a merge of all there is; positive goes on with it
   * (https://www.sqlite.org/fts5.html#the_merge_command). */
  g_autofree char *sql =
    g_strdup_printf ("INSERT INTO %s (%s, rank) VALUES ('merge', %d)", indexes[sweep->index], indexes[sweep->index],
                     sweep->begun ? STEP_PAGES : -STEP_PAGES);

  if (!daftar_db_get_int (db, &before, error, "SELECT total_changes()", NULL) || !daftar_db_exec (db, sql, error)
      || !daftar_db_get_int (db, &after, error, "SELECT total_changes()", NULL))
    return FALSE;
  sweep->begun = TRUE;
  if (after - before >= 2)
    return TRUE;
  sweep->index++;
  sweep->begun = FALSE;
  sweep->done = sweep->index == G_N_ELEMENTS (indexes);
  return TRUE;
}

/* Nothing is left to be swept up. */
gboolean
daftar_erase_store_set_done (DaftarTxn  *txn,
                             GError    **error)
{
  return set_pending (txn, FALSE, error);
}

/**
 * daftar_erase_store_scrub:
 * @path: the shop file, which others may have open
 * @page: (inout): where to go on, from 0; -1 when the whole file was looked through
 * @error: return location for a sentence for the user
 *
 * Overwrites, in a stretch of the file, old copies of what SQLite only moved. See daftar_db_scrub().
 */
gboolean
daftar_erase_store_scrub (const char  *path,
                          gint64      *page,
                          GError     **error)
{
  g_autoptr (DaftarDb) db = daftar_db_open (path, DAFTAR_DB_MODE_WRITE, error);

  return db != NULL && daftar_db_scrub (db, page, error);
}

/**
 * daftar_erase_store_checkpoint:
 * @path: the shop file, which others may have open
 * @whole: (out): whether the log is empty now; somebody who reads at the moment may keep it from that
 * @error: return location for a sentence for the user
 *
 * Brings what was written into the file and empties the log beside it, in which the old contents still stand.
 */
gboolean
daftar_erase_store_checkpoint (const char  *path,
                               gboolean    *whole,
                               GError     **error)
{
  g_autoptr (DaftarDb) db = daftar_db_open (path, DAFTAR_DB_MODE_WRITE, error);

  *whole = FALSE;
  return db != NULL && daftar_db_empty_log (db, whole, error);
}
