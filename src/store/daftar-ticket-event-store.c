/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-ticket-event-store.h"

#include "daftar-row.h"
#include "daftar-ticket-store.h"

/* Events are not part of the operations' history: they are history. They know the operation that they
 * came with; while it is undone they are void, and they count again when that is undone in its turn. */
const DaftarTable daftar_table_ticket_event = {
  .kind = DAFTAR_KIND_TICKET_EVENT,
  .name = "ticket_event",
  .get_type = daftar_ticket_event_get_type,
};

/* The columns whose changes the ticket's history tells. */
static const char *const told[] = { "status", "priority", "mood", "kind", "assignee_id", "customer_id", "subject",
                                    "wait_until", "merged_into", "channel", "deal_id" };

/**
 * daftar_ticket_event_store_add:
 * @txn: a handle
 * @ticket_id: whose history
 * @at: when, microseconds UTC
 * @what: the column that changed, or one of DAFTAR_TICKET_EVENT_…
 * @old: (nullable): what was there
 * @new: (nullable): what is there now
 * @error: return location for a sentence for the user
 */
gboolean
daftar_ticket_event_store_add (DaftarTxn   *txn,
                               gint64       ticket_id,
                               gint64       at,
                               const char  *what,
                               const char  *old,
                               const char  *new,
                               GError     **error)
{
  gint64 operation = txn->silent ? 0 : daftar_txn_get_operation (txn, error);

  if (operation == 0 && !txn->silent)
    return FALSE;
  daftar_txn_changed (txn, DAFTAR_KIND_TICKET_EVENT, ticket_id, DAFTAR_OP_ADDED);
  return daftar_db_run (TXN_DB (txn), error,
                        "INSERT INTO ticket_event (version, operation_id, ticket_id, at, staff_id, what, old, new, voided)"
                        " VALUES (1, $operation, $ticket, $at, $staff, $what, $old, $new, 0)",
                        DB_ID ("operation", operation), DB_INT ("ticket", ticket_id), DB_INT ("at", at),
                        DB_ID ("staff", daftar_txn_get_staff (txn)), DB_TEXT ("what", what), DB_TEXT ("old", old),
                        DB_TEXT ("new", new), NULL);
}

static char *
field_as_text (gpointer           record,
               const DaftarField *field)
{
  if (field->type == DAFTAR_FIELD_TEXT)
    return g_strdup (daftar_record_get_text (record, field));
  return g_strdup_printf ("%" G_GINT64_FORMAT, daftar_record_get_int (record, field));
}

static gboolean
tell_field (DaftarTxn          *txn,
            const DaftarField  *field,
            DaftarTicket       *before,
            DaftarTicket       *after,
            GError            **error)
{
  g_autofree char *old = field_as_text (before, field);
  g_autofree char *new = field_as_text (after, field);

  return g_strcmp0 (old, new) == 0
         || daftar_ticket_event_store_add (txn, DAFTAR_RECORD (after)->id, after->updated_at, field->name, old, new,
                                           error);
}

/* The operation whose events are meant: undoing an undoing brings back those of the first one. */
#define FIRST_OPERATION                                                                                       \
  "WITH RECURSIVE first (id) AS (VALUES ($operation)"                                                         \
  " UNION ALL SELECT o.id FROM operation o JOIN first f ON o.undone_by = f.id)"                               \
  " SELECT min(id) FROM first"

static gboolean
turn_events (DaftarTxn  *txn,
             gint64      ticket_id,
             GError    **error)
{
  daftar_txn_changed (txn, DAFTAR_KIND_TICKET_EVENT, ticket_id, DAFTAR_OP_CHANGED);
  return daftar_db_run (TXN_DB (txn), error,
                        "UPDATE ticket_event SET voided = 1 - voided WHERE operation_id = (" FIRST_OPERATION ")"
                        " AND (ticket_id = $ticket AND what <> 'merged_from'"
                        "   OR what = 'merged_from' AND new = CAST ($ticket AS TEXT))",
                        DB_INT ("operation", txn->undoing), DB_INT ("ticket", ticket_id), NULL);
}

/**
 * daftar_ticket_event_store_tell:
 * @txn: a handle
 * @before: the ticket as it was
 * @after: the ticket as it is
 * @error: return location for a sentence for the user
 *
 * Writes what changed into the ticket's history. While an operation is being undone, nothing is added:
 * what that operation had told becomes void instead.
 */
gboolean
daftar_ticket_event_store_tell (DaftarTxn     *txn,
                                DaftarTicket  *before,
                                DaftarTicket  *after,
                                GError       **error)
{
  if (txn->undoing != 0)
    return turn_events (txn, DAFTAR_RECORD (after)->id, error);
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    if (!tell_field (txn, daftar_record_class_find (DAFTAR_RECORD_GET_CLASS (after), told[i]), before, after, error))
      return FALSE;
  return TRUE;
}

/**
 * daftar_ticket_store_tell_merged:
 * @txn: a handle
 * @ticket_id: the ticket that took in another one
 * @merged_id: that other one
 * @error: return location for a sentence for the user
 *
 * Writes into the first one's history what the other one's says by itself.
 */
gboolean
daftar_ticket_store_tell_merged (DaftarTxn  *txn,
                                 gint64      ticket_id,
                                 gint64      merged_id,
                                 GError    **error)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, merged_id);

  return daftar_ticket_event_store_add (txn, ticket_id, daftar_txn_now (txn), DAFTAR_TICKET_EVENT_MERGED_FROM, NULL,
                                        id, error);
}

/**
 * daftar_ticket_store_list_events:
 * @reader: a handle
 * @ticket_id: a ticket
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable) (element-type DaftarTicketEvent): what counts of its history, the
 *   oldest first
 */
GPtrArray *
daftar_ticket_store_list_events (DaftarReader  *reader,
                                 gint64         ticket_id,
                                 GError       **error)
{
  return daftar_row_all (daftar_db_query (READER_DB (reader), error,
                                          "SELECT e.*, s.name AS staff_name,"
                                          " CASE e.what WHEN 'assignee_id' THEN (SELECT name FROM staff_member"
                                          "   WHERE id = CAST (e.new AS INTEGER))"
                                          " WHEN 'customer_id' THEN (SELECT name FROM customer"
                                          "   WHERE id = CAST (e.new AS INTEGER))"
                                          " WHEN 'merged_into' THEN (SELECT CAST (number AS TEXT) FROM ticket"
                                          "   WHERE id = CAST (e.new AS INTEGER))"
                                          " WHEN 'merged_from' THEN (SELECT CAST (number AS TEXT) FROM ticket"
                                          "   WHERE id = CAST (e.new AS INTEGER)) END AS new_name"
                                          " FROM ticket_event e LEFT JOIN staff_member s ON s.id = e.staff_id"
                                          " WHERE e.ticket_id = $ticket AND e.voided = 0 ORDER BY e.at, e.id",
                                          DB_INT ("ticket", ticket_id), NULL),
                         DAFTAR_TYPE_TICKET_EVENT, error);
}
