/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-ticket-store.h"

#include <glib/gi18n-lib.h>

#include "daftar-customer-store.h"
#include "daftar-error.h"
#include "daftar-fold-index.h"
#include "daftar-row.h"
#include "daftar-text.h"
#include "daftar-ticket-clock.h"
#include "daftar-ticket-event-store.h"

/* The first ticket of a shop: a number that looks like one. */
#define FIRST_NUMBER 1001

static gboolean
is_closed (gint64 status)
{
  return status == DAFTAR_TICKET_STATUS_SOLVED || status == DAFTAR_TICKET_STATUS_CLOSED
         || status == DAFTAR_TICKET_STATUS_MERGED;
}

static gboolean
derive (DaftarTxn  *txn,
        gpointer    record,
        GError    **error)
{
  DaftarTicket *ticket = record;

  g_free (ticket->subject_fold);
  ticket->subject_fold = daftar_text_fold (ticket->subject);
  /* For the moment: the clocks follow as soon as the row and its history are written. */
  if (is_closed (ticket->status))
    ticket->next_at = 0;
  else if (ticket->next_at == 0)
    ticket->next_at = ticket->wait_until != 0 ? ticket->wait_until : daftar_txn_now (txn);
  return TRUE;
}

static gboolean
written (DaftarTxn  *txn,
         gpointer    before,
         gpointer    after,
         GError    **error)
{
  DaftarTicket *old = before, *new = after;

  return daftar_fold_index_update (TXN_DB (txn), DAFTAR_FOLD_INDEX_TICKET,
                                   DAFTAR_RECORD (old != NULL ? old : new)->id,
                                   old != NULL && old->deleted_at == 0 ? old->subject_fold : NULL,
                                   new != NULL && new->deleted_at == 0 ? new->subject_fold : NULL, error)
         && (old == NULL || new == NULL || daftar_ticket_event_store_tell (txn, old, new, error))
         && (new == NULL || daftar_ticket_clock_refresh (txn, DAFTAR_RECORD (new)->id, error));
}

const DaftarTable daftar_table_ticket = {
  .kind = DAFTAR_KIND_TICKET,
  .name = "ticket",
  .get_type = daftar_ticket_get_type,
  .has_ulid = TRUE,
  .customer_field = "customer_id",
  .derive = derive,
  .written = written,
};

static gboolean
refresh_ticket (DaftarTxn            *txn,
                DaftarTicketMessage  *message,
                GError              **error)
{
  gint64 customer_id = 0;

  /* Rows show the last message. */
  daftar_txn_changed (txn, DAFTAR_KIND_TICKET, message->ticket_id, DAFTAR_OP_CHANGED);
  return daftar_db_get_int (TXN_DB (txn), &customer_id, error, "SELECT customer_id FROM ticket WHERE id = $ticket",
                            DB_INT ("ticket", message->ticket_id), NULL)
         && daftar_ticket_clock_refresh (txn, message->ticket_id, error)
         && (customer_id == 0 || message->direction == DAFTAR_CONTACT_DIRECTION_NONE
             || daftar_customer_store_refresh (txn, customer_id, error));
}

static gboolean
message_written (DaftarTxn  *txn,
                 gpointer    before,
                 gpointer    after,
                 GError    **error)
{
  DaftarTicketMessage *old = before, *new = after;

  /* A merge carries it from one ticket to another. */
  if (old != NULL && (new == NULL || old->ticket_id != new->ticket_id) && !refresh_ticket (txn, old, error))
    return FALSE;
  return new == NULL || refresh_ticket (txn, new, error);
}

const DaftarTable daftar_table_ticket_message = {
  .kind = DAFTAR_KIND_TICKET_MESSAGE,
  .name = "ticket_message",
  .get_type = daftar_ticket_message_get_type,
  .parent_field = "ticket_id",
  .parent_table = "ticket",
  .has_ulid = TRUE,
  .written = message_written,
};

/* --- Reading. -------------------------------------------------------------------------------------- */

#define ROW_COLUMNS                                                                                           \
  "SELECT t.*, c.name AS customer_name, s.name AS assignee_name,"                                             \
  " (SELECT value FROM contact_point WHERE customer_id = t.customer_id AND kind < 3"                          \
  "   ORDER BY preferred DESC, position LIMIT 1) AS phone,"                                                   \
  " substr(m.body, 1, 200) AS last_text, m.direction AS last_direction"                                       \
  " FROM ticket t LEFT JOIN customer c ON c.id = t.customer_id"                                               \
  " LEFT JOIN staff_member s ON s.id = t.assignee_id"                                                         \
  " LEFT JOIN ticket_message m ON m.id = (SELECT id FROM ticket_message WHERE ticket_id = t.id"               \
  "   AND kind <> 1 AND deleted_at IS NULL ORDER BY at DESC, id DESC LIMIT 1)"

/**
 * daftar_ticket_store_get_rows:
 * @reader: a handle
 * @ids: tickets
 * @n_ids: how many
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable) (element-type DaftarTicket): what rows of a list show, in the order
 *   of @ids
 */
GPtrArray *
daftar_ticket_store_get_rows (DaftarReader  *reader,
                              const gint64  *ids,
                              guint          n_ids,
                              GError       **error)
{
  g_autofree char *list = daftar_row_id_list (ids, n_ids);

  return daftar_row_all (daftar_db_query (READER_DB (reader), error,
                                          ROW_COLUMNS " JOIN json_each ($ids) j ON t.id = j.value ORDER BY j.key",
                                          DB_TEXT ("ids", list), NULL),
                         DAFTAR_TYPE_TICKET, error);
}

/**
 * daftar_ticket_store_get:
 * @reader: a handle
 * @id: a ticket
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable): the ticket with the names of its people
 */
DaftarTicket *
daftar_ticket_store_get (DaftarReader  *reader,
                         gint64         id,
                         GError       **error)
{
  g_autoptr (GPtrArray) rows = daftar_ticket_store_get_rows (reader, &id, 1, error);

  if (rows == NULL)
    return NULL;
  if (rows->len == 1)
    return g_object_ref (g_ptr_array_index (rows, 0));
  g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_NOT_FOUND, _("This ticket is not there any more."));
  return NULL;
}

/**
 * daftar_ticket_store_get_by_number:
 * @reader: a handle
 * @number: what people call it by
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable): the ticket
 */
DaftarTicket *
daftar_ticket_store_get_by_number (DaftarReader  *reader,
                                   gint64         number,
                                   GError       **error)
{
  gint64 id = 0;

  if (!daftar_db_get_int (READER_DB (reader), &id, error,
                          "SELECT id FROM ticket WHERE number = $number AND deleted_at IS NULL",
                          DB_INT ("number", number), NULL))
    return NULL;
  return daftar_ticket_store_get (reader, id, error);
}

GPtrArray *
daftar_ticket_store_list_of_customer (DaftarReader  *reader,
                                      gint64         customer_id,
                                      gboolean       open_only,
                                      GError       **error)
{
  return daftar_row_all (daftar_db_query (READER_DB (reader), error,
                                          ROW_COLUMNS " WHERE t.customer_id = $customer AND t.deleted_at IS NULL"
                                                      " AND (t.next_at IS NOT NULL OR $open = 0)"
                                                      " ORDER BY t.created_at DESC",
                                          DB_INT ("customer", customer_id), DB_INT ("open", open_only), NULL),
                         DAFTAR_TYPE_TICKET, error);
}

/**
 * daftar_ticket_store_list_messages:
 * @reader: a handle
 * @ticket_id: a ticket
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable) (element-type DaftarTicketMessage): the oldest first
 */
GPtrArray *
daftar_ticket_store_list_messages (DaftarReader  *reader,
                                   gint64         ticket_id,
                                   GError       **error)
{
  return daftar_row_all (daftar_db_query (READER_DB (reader), error,
                                          "SELECT m.*, s.name AS staff_name FROM ticket_message m"
                                          " LEFT JOIN staff_member s ON s.id = m.staff_id"
                                          " WHERE m.ticket_id = $ticket AND m.deleted_at IS NULL ORDER BY m.at, m.id",
                                          DB_INT ("ticket", ticket_id), NULL),
                         DAFTAR_TYPE_TICKET_MESSAGE, error);
}

/* --- Writing. -------------------------------------------------------------------------------------- */

static gboolean
take_number (DaftarTxn  *txn,
             gint64     *number,
             GError    **error)
{
  return daftar_db_get_int (TXN_DB (txn), number, error,
                            "INSERT INTO counter (name, next) VALUES ('ticket', $first)"
                            " ON CONFLICT (name) DO UPDATE SET next = next + 1 RETURNING next",
                            DB_INT ("first", FIRST_NUMBER), NULL);
}

/**
 * daftar_ticket_store_save:
 * @txn: a handle
 * @ticket: a new ticket (it gets the next number), or a changed copy of one that was read. What changed is
 *   told in the ticket's history, and its clocks follow.
 * @at: when this happened, microseconds UTC; 0 for now
 * @error: return location for a sentence for the user
 */
gboolean
daftar_ticket_store_save (DaftarTxn     *txn,
                          DaftarTicket  *ticket,
                          gint64         at,
                          GError       **error)
{
  if (at == 0)
    at = daftar_txn_now (txn);
  if (ticket->subject == NULL || *g_strstrip (ticket->subject) == '\0')
    {
      g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID, _("Enter what this ticket is about."));
      return FALSE;
    }
  ticket->updated_at = at;
  if (DAFTAR_RECORD (ticket)->id != 0)
    return daftar_row_update (txn, &daftar_table_ticket, ticket, error);
  ticket->created_at = at;
  if (ticket->number == 0 && !take_number (txn, &ticket->number, error))
    return FALSE;
  return daftar_row_insert (txn, &daftar_table_ticket, ticket, error) != 0;
}

/**
 * daftar_ticket_store_save_message:
 * @txn: a handle
 * @message: a message, call or note, new or a changed copy of one that was read
 * @error: return location for a sentence for the user
 */
gboolean
daftar_ticket_store_save_message (DaftarTxn            *txn,
                                  DaftarTicketMessage  *message,
                                  GError              **error)
{
  if (message->body == NULL)
    message->body = g_strdup ("");
  if (DAFTAR_RECORD (message)->id != 0)
    return daftar_row_update (txn, &daftar_table_ticket_message, message, error);
  if (message->at == 0)
    message->at = daftar_txn_now (txn);
  return daftar_row_insert (txn, &daftar_table_ticket_message, message, error) != 0;
}
