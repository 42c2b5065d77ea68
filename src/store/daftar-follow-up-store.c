/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-follow-up-store.h"

#include <glib/gi18n-lib.h>

#include "daftar-date.h"
#include "daftar-error.h"
#include "daftar-row.h"

/* When a follow-up without a time of day is due: at the start of an ordinary working day. */
#define DEFAULT_MINUTE (9 * 60)

static GTimeZone *
shop_zone (DaftarDb *db)
{
  g_autoptr (DaftarStatement) shop = daftar_db_query (db, NULL, "SELECT zone FROM shop", NULL);
  GTimeZone *zone = NULL;

  if (shop != NULL && daftar_statement_next (shop, NULL))
    zone = g_time_zone_new_identifier (daftar_statement_get_text (shop, 0));
  return zone != NULL ? zone : g_time_zone_new_utc ();
}

/* The moment follows from the shop's day and time, so that a change of zone or of the clock's rules
 * moves it along. */
static gboolean
derive (DaftarTxn  *txn,
        gpointer    record,
        GError    **error)
{
  DaftarFollowUp *follow_up = record;
  g_autoptr (GTimeZone) zone = shop_zone (TXN_DB (txn));
  int year, month, day;

  if (follow_up->due_day == NULL || !daftar_date_parse_iso (follow_up->due_day, &year, &month, &day))
    {
      g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID,
                           _("Choose the day on which this follow-up is due."));
      return FALSE;
    }
  follow_up->due_at = daftar_date_to_moment (
    follow_up->due_day, follow_up->due_minute >= 0 ? (int) follow_up->due_minute : DEFAULT_MINUTE, zone);
  follow_up->next_at = MAX (follow_up->due_at, follow_up->snoozed_until);
  /* Whether somebody was reminded is not the form's to say, nor an undo's: as it stands, so it stays. */
  return DAFTAR_RECORD (follow_up)->id == 0
         || daftar_db_get_int (TXN_DB (txn), &follow_up->reminded_at, error,
                               "SELECT coalesce((SELECT reminded_at FROM follow_up WHERE id = $id), 0)",
                               DB_INT ("id", DAFTAR_RECORD (follow_up)->id), NULL);
}

/* A deal's card shows its next step. */
static gboolean
written (DaftarTxn  *txn,
         gpointer    before,
         gpointer    after,
         GError    **error)
{
  DaftarFollowUp *old = before, *new = after;

  if (old != NULL && old->deal_id != 0)
    daftar_txn_changed (txn, DAFTAR_KIND_DEAL, old->deal_id, DAFTAR_OP_CHANGED);
  if (new != NULL && new->deal_id != 0 && (old == NULL || old->deal_id != new->deal_id))
    daftar_txn_changed (txn, DAFTAR_KIND_DEAL, new->deal_id, DAFTAR_OP_CHANGED);
  return TRUE;
}

const DaftarTable daftar_table_follow_up = {
  .kind = DAFTAR_KIND_FOLLOW_UP,
  .name = "follow_up",
  .get_type = daftar_follow_up_get_type,
  .has_ulid = TRUE,
  .customer_field = "customer_id",
  .derive = derive,
  .written = written,
};

#define ROW_COLUMNS                                                                                           \
  "SELECT f.*, c.name AS customer_name, s.name AS staff_name, d.title AS deal_title, t.number AS ticket_number," \
  " (SELECT value FROM contact_point WHERE customer_id = f.customer_id AND kind < 3"                          \
  "   ORDER BY preferred DESC, position LIMIT 1) AS phone"                                                    \
  " FROM follow_up f LEFT JOIN customer c ON c.id = f.customer_id"                                            \
  " LEFT JOIN staff_member s ON s.id = f.staff_id LEFT JOIN deal d ON d.id = f.deal_id"                       \
  " LEFT JOIN ticket t ON t.id = f.ticket_id"

/**
 * daftar_follow_up_store_get_rows:
 * @reader: a handle
 * @ids: follow-ups
 * @n_ids: how many
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable) (element-type DaftarFollowUp): what rows show, in the order of @ids
 */
GPtrArray *
daftar_follow_up_store_get_rows (DaftarReader  *reader,
                                 const gint64  *ids,
                                 guint          n_ids,
                                 GError       **error)
{
  g_autofree char *list = daftar_row_id_list (ids, n_ids);

  return daftar_row_all (daftar_db_query (READER_DB (reader), error,
                                          ROW_COLUMNS " JOIN json_each ($ids) j ON f.id = j.value ORDER BY j.key",
                                          DB_TEXT ("ids", list), NULL),
                         DAFTAR_TYPE_FOLLOW_UP, error);
}

/**
 * daftar_follow_up_store_get:
 * @reader: a handle
 * @id: a follow-up
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable): the follow-up with the names of its people
 */
DaftarFollowUp *
daftar_follow_up_store_get (DaftarReader  *reader,
                            gint64         id,
                            GError       **error)
{
  g_autoptr (GPtrArray) rows = daftar_follow_up_store_get_rows (reader, &id, 1, error);

  if (rows == NULL)
    return NULL;
  if (rows->len == 1)
    return g_object_ref (g_ptr_array_index (rows, 0));
  g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_NOT_FOUND, _("This follow-up is not there any more."));
  return NULL;
}

/**
 * daftar_follow_up_store_list_of_customer:
 * @reader: a handle
 * @customer_id: whose
 * @open_only: whether to leave out those that are done
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable) (element-type DaftarFollowUp): what was promised, the next first
 */
GPtrArray *
daftar_follow_up_store_list_of_customer (DaftarReader  *reader,
                                         gint64         customer_id,
                                         gboolean       open_only,
                                         GError       **error)
{
  return daftar_row_all (daftar_db_query (READER_DB (reader), error,
                                          ROW_COLUMNS " WHERE f.customer_id = $customer AND f.deleted_at IS NULL"
                                                      " AND (f.status = 0 OR $open = 0) ORDER BY f.status, f.next_at",
                                          DB_INT ("customer", customer_id), DB_INT ("open", open_only), NULL),
                         DAFTAR_TYPE_FOLLOW_UP, error);
}

/**
 * daftar_follow_up_store_list_of_deal:
 * @reader: a handle
 * @deal_id: which
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable) (element-type DaftarFollowUp): open ones, the next first, then the done
 */
GPtrArray *
daftar_follow_up_store_list_of_deal (DaftarReader  *reader,
                                     gint64         deal_id,
                                     GError       **error)
{
  return daftar_row_all (daftar_db_query (READER_DB (reader), error,
                                          ROW_COLUMNS " WHERE f.deal_id = $deal AND f.deleted_at IS NULL"
                                                      " ORDER BY f.status <> 0, coalesce(-f.done_at, f.next_at)",
                                          DB_INT ("deal", deal_id), NULL),
                         DAFTAR_TYPE_FOLLOW_UP, error);
}

/* --- Views. ---------------------------------------------------------------------------------------- */

/* Late is what has an hour that is past; what is meant for any time of the day is late when the day is over. */
#define OVERDUE                                                                                               \
  "(next_at < $now AND (next_at < $start OR due_minute >= 0 OR coalesce(snoozed_until, 0) > due_at))"
#define OPEN "status = 0 AND deleted_at IS NULL"

/**
 * daftar_follow_up_store_list_ids:
 * @reader: a handle
 * @view: which
 * @bounds: what divides the views
 * @limit: how many at most; -1 for all
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the next first; of those that are done the last first
 */
GArray *
daftar_follow_up_store_list_ids (DaftarReader                *reader,
                                 DaftarFollowUpView           view,
                                 const DaftarFollowUpBounds  *bounds,
                                 int                          limit,
                                 GError                     **error)
{
  static const char *const queries[DAFTAR_N_FOLLOW_UP_VIEWS] = {
    "SELECT id FROM follow_up WHERE " OPEN " AND " OVERDUE " ORDER BY next_at, id LIMIT $limit",
    "SELECT id FROM follow_up WHERE " OPEN " AND next_at >= $start AND next_at < $end AND NOT " OVERDUE
    " ORDER BY next_at, id LIMIT $limit",
    "SELECT id FROM follow_up WHERE " OPEN " AND next_at >= $end AND next_at < $week ORDER BY next_at, id LIMIT $limit",
    "SELECT id FROM follow_up WHERE " OPEN " AND next_at >= $week ORDER BY next_at, id LIMIT $limit",
    "SELECT id FROM follow_up WHERE done_at IS NOT NULL AND deleted_at IS NULL ORDER BY done_at DESC, id LIMIT $limit",
  };
  g_autoptr (DaftarStatement) statement = daftar_db_prepare (READER_DB (reader), queries[view], error);

  if (statement == NULL)
    return NULL;
  if (view <= DAFTAR_FOLLOW_UP_VIEW_TODAY)
    {
      daftar_statement_bind_int (statement, "$now", bounds->now);
      daftar_statement_bind_int (statement, "$start", bounds->day_start);
    }
  if (view == DAFTAR_FOLLOW_UP_VIEW_TODAY || view == DAFTAR_FOLLOW_UP_VIEW_WEEK)
    daftar_statement_bind_int (statement, "$end", bounds->day_end);
  if (view == DAFTAR_FOLLOW_UP_VIEW_WEEK || view == DAFTAR_FOLLOW_UP_VIEW_LATER)
    daftar_statement_bind_int (statement, "$week", bounds->week_end);
  daftar_statement_bind_int (statement, "$limit", limit);
  return daftar_row_ids (g_steal_pointer (&statement), error);
}

/**
 * daftar_follow_up_store_count:
 * @reader: a handle
 * @bounds: what divides the views
 * @counts: (out): how many there are in each view of open ones
 * @error: return location for a sentence for the user
 */
gboolean
daftar_follow_up_store_count (DaftarReader                *reader,
                              const DaftarFollowUpBounds  *bounds,
                              DaftarFollowUpCounts        *counts,
                              GError                     **error)
{
  g_autoptr (DaftarStatement) row = daftar_db_query (
    READER_DB (reader), error,
    "SELECT count(*) FILTER (WHERE " OVERDUE "),"
    " count(*) FILTER (WHERE next_at >= $start AND next_at < $end AND NOT " OVERDUE "),"
    " count(*) FILTER (WHERE next_at >= $end AND next_at < $week),"
    " count(*) FILTER (WHERE next_at >= $week) FROM follow_up WHERE " OPEN,
    DB_INT ("now", bounds->now), DB_INT ("start", bounds->day_start), DB_INT ("end", bounds->day_end),
    DB_INT ("week", bounds->week_end), NULL);

  if (row == NULL || !daftar_statement_next (row, error))
    return FALSE;
  counts->n[DAFTAR_FOLLOW_UP_VIEW_DONE] = 0;
  for (int i = 0; i < DAFTAR_FOLLOW_UP_VIEW_DONE; i++)
    counts->n[i] = daftar_statement_get_int (row, i);
  return TRUE;
}

/* --- Reminders. ------------------------------------------------------------------------------------ */

#define UNCLAIMED OPEN " AND (reminded_at IS NULL OR reminded_at <> next_at)"

/**
 * daftar_follow_up_store_list_to_remind:
 * @reader: a handle
 * @at: now
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable) (element-type DaftarFollowUp): those that are due and that nobody was
 *   reminded of at their present time, the first first
 */
GPtrArray *
daftar_follow_up_store_list_to_remind (DaftarReader  *reader,
                                       gint64         at,
                                       GError       **error)
{
  g_autoptr (GArray) ids = daftar_row_ids (
    daftar_db_query (READER_DB (reader), error,
                     "SELECT id FROM follow_up WHERE " UNCLAIMED " AND next_at <= $at ORDER BY next_at, id",
                     DB_INT ("at", at), NULL),
    error);

  return ids != NULL ? daftar_follow_up_store_get_rows (reader, (const gint64 *) ids->data, ids->len, error) : NULL;
}

/**
 * daftar_follow_up_store_next_reminder:
 * @reader: a handle
 * @after: a moment
 * @urgent_only: whether only urgent ones count
 * @error: return location for a sentence for the user
 *
 * Returns: when the next one falls due after that moment; %G_MAXINT64 if none does
 */
gint64
daftar_follow_up_store_next_reminder (DaftarReader  *reader,
                                      gint64         after,
                                      gboolean       urgent_only,
                                      GError       **error)
{
  gint64 next = G_MAXINT64;

  daftar_db_get_int (READER_DB (reader), &next, error,
                     "SELECT coalesce(min(next_at), 9223372036854775807) FROM follow_up WHERE " UNCLAIMED
                     " AND next_at > $after AND urgent >= $urgent",
                     DB_INT ("after", after), DB_INT ("urgent", urgent_only), NULL);
  return next;
}

/**
 * daftar_follow_up_store_claim:
 * @txn: a handle
 * @ids: follow-ups
 * @n_ids: how many
 * @claimed: whether somebody is being reminded of them; false gives the claim back
 * @error: return location for a sentence for the user
 *
 * Marks them, so that no other process shows the same reminder. That is no change of the follow-up: it has
 * no place in its history, and who is editing it is not disturbed.
 */
gboolean
daftar_follow_up_store_claim (DaftarTxn     *txn,
                              const gint64  *ids,
                              guint          n_ids,
                              gboolean       claimed,
                              GError       **error)
{
  g_autofree char *list = daftar_row_id_list (ids, n_ids);

  return daftar_db_run (TXN_DB (txn), error,
                        "UPDATE follow_up SET reminded_at = CASE $claimed WHEN 1 THEN next_at END"
                        " WHERE id IN (SELECT value FROM json_each ($ids))",
                        DB_INT ("claimed", claimed ? 1 : 0), DB_TEXT ("ids", list), NULL);
}

/**
 * daftar_follow_up_store_save:
 * @txn: a handle
 * @follow_up: a new follow-up or a changed copy of one that was read
 * @error: return location for a sentence for the user
 */
gboolean
daftar_follow_up_store_save (DaftarTxn       *txn,
                             DaftarFollowUp  *follow_up,
                             GError         **error)
{
  if (follow_up->title == NULL || *g_strstrip (follow_up->title) == '\0')
    {
      g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID, _("Enter what is to be done."));
      return FALSE;
    }
  if (DAFTAR_RECORD (follow_up)->id != 0)
    return daftar_row_update (txn, &daftar_table_follow_up, follow_up, error);
  if (follow_up->created_at == 0)
    follow_up->created_at = daftar_txn_now (txn);
  if (follow_up->anchor_day == NULL)
    follow_up->anchor_day = g_strdup (follow_up->due_day);
  return daftar_row_insert (txn, &daftar_table_follow_up, follow_up, error) != 0;
}
