/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include <glib/gi18n-lib.h>

#include "daftar-board-store.h"
#include "daftar-error.h"
#include "daftar-fold-index.h"
#include "daftar-rank.h"
#include "daftar-row.h"
#include "daftar-text.h"

static gboolean
derive (DaftarTxn  *txn,
        gpointer    record,
        GError    **error)
{
  DaftarDeal *deal = record;

  g_free (deal->title_fold);
  deal->title_fold = daftar_text_fold (deal->title);
  return TRUE;
}

static gboolean
written (DaftarTxn  *txn,
         gpointer    before,
         gpointer    after,
         GError    **error)
{
  DaftarDeal *old = before, *new = after;

  return daftar_fold_index_update (TXN_DB (txn), DAFTAR_FOLD_INDEX_DEAL,
                                   DAFTAR_RECORD (old != NULL ? old : new)->id,
                                   old != NULL && old->deleted_at == 0 ? old->title_fold : NULL,
                                   new != NULL && new->deleted_at == 0 ? new->title_fold : NULL, error);
}

const DaftarTable daftar_table_deal = {
  .kind = DAFTAR_KIND_DEAL,
  .name = "deal",
  .get_type = daftar_deal_get_type,
  .has_ulid = TRUE,
  .customer_field = "customer_id",
  .derive = derive,
  .written = written,
};

const DaftarTable daftar_table_stage_visit = {
  .kind = DAFTAR_KIND_STAGE_VISIT,
  .name = "stage_visit",
  .get_type = daftar_stage_visit_get_type,
  .parent_field = "deal_id",
  .parent_table = "deal",
};

/* --- Reading. -------------------------------------------------------------------------------------- */

/**
 * daftar_deal_store_list_ids:
 * @reader: a handle
 * @stage_id: a column
 * @limit: how many at most; -1 for all
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the column's open deals, from its top
 */
GArray *
daftar_deal_store_list_ids (DaftarReader  *reader,
                            gint64         stage_id,
                            int            limit,
                            GError       **error)
{
  return daftar_row_ids (
    daftar_db_query (READER_DB (reader), error,
                     "SELECT id FROM deal WHERE board_id = (SELECT board_id FROM stage WHERE id = $stage)"
                     " AND stage_id = $stage AND status = 0 AND deleted_at IS NULL ORDER BY rank, id LIMIT $limit",
                     DB_INT ("stage", stage_id), DB_INT ("limit", limit), NULL),
    error);
}

#define ROW_COLUMNS                                                                                           \
  "SELECT d.*, c.name AS customer_name, s.name AS stage_name, s.quiet_days AS quiet_days,"                    \
  " m.name AS staff_name, f.title AS next_title, f.due_day AS next_day, f.next_at AS next_at,"                \
  " (SELECT max(mood) FROM ticket WHERE customer_id = d.customer_id AND next_at IS NOT NULL"                  \
  "   AND deleted_at IS NULL) AS worst_mood,"                                                                 \
  " (SELECT count(*) FROM ticket WHERE customer_id = d.customer_id AND next_at IS NOT NULL"                   \
  "   AND deleted_at IS NULL) AS n_open_tickets"                                                              \
  " FROM deal d JOIN customer c ON c.id = d.customer_id JOIN stage s ON s.id = d.stage_id"                    \
  " LEFT JOIN staff_member m ON m.id = d.staff_id"                                                            \
  " LEFT JOIN follow_up f ON f.id = (SELECT id FROM follow_up WHERE deal_id = d.id AND status = 0"            \
  "   AND deleted_at IS NULL ORDER BY next_at LIMIT 1)"

/**
 * daftar_deal_store_get_rows:
 * @reader: a handle
 * @ids: deals
 * @n_ids: how many
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable) (element-type DaftarDeal): what their cards show, in the order of @ids
 */
GPtrArray *
daftar_deal_store_get_rows (DaftarReader  *reader,
                            const gint64  *ids,
                            guint          n_ids,
                            GError       **error)
{
  g_autofree char *list = daftar_row_id_list (ids, n_ids);

  return daftar_row_all (daftar_db_query (READER_DB (reader), error,
                                          ROW_COLUMNS " JOIN json_each ($ids) j ON d.id = j.value ORDER BY j.key",
                                          DB_TEXT ("ids", list), NULL),
                         DAFTAR_TYPE_DEAL, error);
}

/**
 * daftar_deal_store_list_of_customer:
 * @reader: a handle
 * @customer_id: whose
 * @open_only: whether to leave out those that were won or lost
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable) (element-type DaftarDeal): the deals, the newest first
 */
GPtrArray *
daftar_deal_store_list_of_customer (DaftarReader  *reader,
                                    gint64         customer_id,
                                    gboolean       open_only,
                                    GError       **error)
{
  return daftar_row_all (daftar_db_query (READER_DB (reader), error,
                                          ROW_COLUMNS " WHERE d.customer_id = $customer AND d.deleted_at IS NULL"
                                                      " AND (d.status = 0 OR $open = 0) ORDER BY d.id DESC",
                                          DB_INT ("customer", customer_id), DB_INT ("open", open_only), NULL),
                         DAFTAR_TYPE_DEAL, error);
}

DaftarDeal *
daftar_deal_store_get (DaftarReader  *reader,
                       gint64         id,
                       GError       **error)
{
  g_autoptr (GPtrArray) rows = daftar_deal_store_get_rows (reader, &id, 1, error);

  if (rows == NULL)
    return NULL;
  if (rows->len == 1)
    return g_object_ref (g_ptr_array_index (rows, 0));
  g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_NOT_FOUND, _("This deal is not there any more."));
  return NULL;
}

GPtrArray *
daftar_deal_store_list_visits (DaftarReader  *reader,
                               gint64         deal_id,
                               GError       **error)
{
  return daftar_row_all (daftar_db_query (READER_DB (reader), error,
                                          "SELECT v.*, s.name AS stage_name, m.name AS staff_name FROM stage_visit v"
                                          " JOIN stage s ON s.id = v.stage_id"
                                          " LEFT JOIN staff_member m ON m.id = v.staff_id"
                                          " WHERE v.deal_id = $deal ORDER BY v.entered_at, v.id",
                                          DB_INT ("deal", deal_id), NULL),
                         DAFTAR_TYPE_STAGE_VISIT, error);
}

/* --- Order. ---------------------------------------------------------------------------------------- */

static char *
query_rank (DaftarDb    *db,
            const char  *sql,
            gint64       stage_id,
            const char  *rank,
            gint64       skip_id)
{
  g_autoptr (DaftarStatement) statement = daftar_db_query (db, NULL, sql, DB_INT ("stage", stage_id),
                                                           DB_TEXT ("rank", rank), DB_INT ("skip", skip_id), NULL);

  if (statement == NULL || !daftar_statement_next (statement, NULL))
    return NULL;
  return g_strdup (daftar_statement_get_text (statement, 0));
}

#define OF_COLUMN                                                                                             \
  "FROM deal WHERE board_id = (SELECT board_id FROM stage WHERE id = $stage) AND stage_id = $stage"           \
  " AND status = 0 AND deleted_at IS NULL AND id <> $skip"

/* A rank before the card @before_id, or at the column's end. */
static char *
find_rank (DaftarTxn *txn,
           gint64     stage_id,
           gint64     before_id,
           gint64     skip_id)
{
  g_autoptr (DaftarDeal) before =
    before_id != 0 ? daftar_row_get (daftar_txn_reader (txn), &daftar_table_deal, before_id, NULL) : NULL;
  g_autofree char *above = NULL;

  if (before != NULL && before->stage_id == stage_id)
    {
      above = query_rank (TXN_DB (txn), "SELECT max(rank) " OF_COLUMN " AND rank < $rank", stage_id, before->rank,
                          skip_id);
      return daftar_rank_between (above, before->rank);
    }
  above = query_rank (TXN_DB (txn), "SELECT max(rank) " OF_COLUMN " AND $rank IS NULL", stage_id, NULL, skip_id);
  return daftar_rank_between (above, NULL);
}

/* --- Writing. -------------------------------------------------------------------------------------- */

static gboolean
enter_stage (DaftarTxn   *txn,
             DaftarDeal  *deal,
             gint64       from_stage_id,
             GError     **error)
{
  g_autoptr (DaftarStageVisit) visit = daftar_stage_visit_new ();

  visit->deal_id = DAFTAR_RECORD (deal)->id;
  visit->from_stage_id = from_stage_id;
  visit->stage_id = deal->stage_id;
  visit->entered_at = daftar_txn_now (txn);
  visit->staff_id = daftar_txn_get_staff (txn);
  return daftar_row_insert (txn, &daftar_table_stage_visit, visit, error) != 0;
}

static gboolean
leave_stage (DaftarTxn  *txn,
             gint64      deal_id,
             GError    **error)
{
  g_autoptr (DaftarStageVisit) visit = NULL;
  GError *local = NULL;

  visit = daftar_row_first (daftar_db_query (TXN_DB (txn), &local,
                                             "SELECT * FROM stage_visit WHERE deal_id = $deal AND left_at IS NULL"
                                             " ORDER BY entered_at DESC LIMIT 1",
                                             DB_INT ("deal", deal_id), NULL),
                            DAFTAR_TYPE_STAGE_VISIT, &local);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  if (visit == NULL)
    return TRUE;
  visit->left_at = daftar_txn_now (txn);
  return daftar_row_update (txn, &daftar_table_stage_visit, visit, error);
}

/**
 * daftar_deal_store_add:
 * @txn: a handle
 * @deal: a new deal; its board follows from its stage, its place is the column's end
 * @error: return location for a sentence for the user
 */
gboolean
daftar_deal_store_add (DaftarTxn   *txn,
                       DaftarDeal  *deal,
                       GError     **error)
{
  g_autoptr (DaftarStage) stage = daftar_stage_store_get (daftar_txn_reader (txn), deal->stage_id, error);

  if (stage == NULL)
    return FALSE;
  if (deal->title == NULL || *g_strstrip (deal->title) == '\0')
    {
      g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID, _("Enter what this deal is about."));
      return FALSE;
    }
  deal->board_id = stage->board_id;
  if (deal->rank == NULL)
    deal->rank = find_rank (txn, deal->stage_id, 0, 0);
  if (deal->created_at == 0)
    deal->created_at = daftar_txn_now (txn);
  deal->entered_at = deal->activity_at = deal->created_at;
  return daftar_row_insert (txn, &daftar_table_deal, deal, error) != 0 && enter_stage (txn, deal, 0, error);
}

/**
 * daftar_deal_store_save:
 * @txn: a handle
 * @deal: a changed copy of a deal that was read; its stage is changed by daftar_deal_store_move() alone
 * @error: return location for a sentence for the user
 */
gboolean
daftar_deal_store_save (DaftarTxn   *txn,
                        DaftarDeal  *deal,
                        GError     **error)
{
  if (deal->title == NULL || *g_strstrip (deal->title) == '\0')
    {
      g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID, _("Enter what this deal is about."));
      return FALSE;
    }
  if (deal->status != DAFTAR_DEAL_STATUS_OPEN && deal->closed_at == 0)
    {
      deal->closed_at = daftar_txn_now (txn);
      if (!leave_stage (txn, DAFTAR_RECORD (deal)->id, error))
        return FALSE;
    }
  return daftar_row_update (txn, &daftar_table_deal, deal, error);
}

/**
 * daftar_deal_store_move:
 * @txn: a handle
 * @deal_id: the card
 * @stage_id: the column it goes to, which may be its own
 * @before_id: the card it is put above, or 0 for the column's end
 * @error: return location for a sentence for the user
 *
 * Moves a card. One row is written for its place, whatever stands in the column; a change of stage ends
 * one visit and begins another.
 */
gboolean
daftar_deal_store_move (DaftarTxn  *txn,
                        gint64      deal_id,
                        gint64      stage_id,
                        gint64      before_id,
                        GError    **error)
{
  g_autoptr (DaftarDeal) deal = daftar_row_get (daftar_txn_reader (txn), &daftar_table_deal, deal_id, error);
  g_autoptr (DaftarStage) stage = daftar_stage_store_get (daftar_txn_reader (txn), stage_id, error);
  gint64 from;

  if (deal == NULL || stage == NULL)
    return FALSE;
  if (before_id == deal_id)
    return TRUE;
  from = deal->stage_id;
  g_free (deal->rank);
  deal->rank = find_rank (txn, stage_id, before_id, deal_id);
  if (stage_id == from)
    return daftar_row_update (txn, &daftar_table_deal, deal, error);

  deal->stage_id = stage_id;
  deal->board_id = stage->board_id;
  deal->entered_at = deal->activity_at = daftar_txn_now (txn);
  return leave_stage (txn, deal_id, error) && daftar_row_update (txn, &daftar_table_deal, deal, error)
         && enter_stage (txn, deal, from, error);
}

/**
 * daftar_deal_store_touch:
 * @txn: a handle
 * @deal_id: a deal, or 0
 * @error: return location for a sentence for the user
 *
 * Notes that something really happened with the deal: it is not quiet.
 */
gboolean
daftar_deal_store_touch (DaftarTxn  *txn,
                         gint64      deal_id,
                         GError    **error)
{
  g_autoptr (DaftarDeal) deal = NULL;

  if (deal_id == 0)
    return TRUE;
  deal = daftar_row_get (daftar_txn_reader (txn), &daftar_table_deal, deal_id, error);
  if (deal == NULL)
    return FALSE;
  deal->activity_at = daftar_txn_now (txn);
  return daftar_row_update (txn, &daftar_table_deal, deal, error);
}
