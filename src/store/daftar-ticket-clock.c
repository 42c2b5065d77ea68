/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-ticket-clock.h"

#include "daftar-row.h"
#include "daftar-shop-store.h"
#include "daftar-ticket-store.h"

/* Three clocks in working time, always computed from the whole history, so that nothing that happens
 * later (reopening, merging, undoing, other working hours) can leave one of them wrong. */

/* While the customer has the next word, or the ticket is solved, no clock runs. */
typedef struct
{
  gint64 from;
  gint64 to; /* G_MAXINT64: still so */
} Pause;

static gboolean
is_paused (gint64 status)
{
  return status == DAFTAR_TICKET_STATUS_WAITING_CUSTOMER || status == DAFTAR_TICKET_STATUS_SOLVED
         || status == DAFTAR_TICKET_STATUS_CLOSED;
}

static gboolean
is_closed (gint64 status)
{
  return status == DAFTAR_TICKET_STATUS_SOLVED || status == DAFTAR_TICKET_STATUS_CLOSED
         || status == DAFTAR_TICKET_STATUS_MERGED;
}

static gboolean
is_status_event (DaftarTicketEvent *event)
{
  return g_strcmp0 (event->what, "status") == 0 && event->new != NULL;
}

static gint64
first_status (DaftarTicket *ticket,
              GPtrArray    *events)
{
  for (guint i = 0; i < events->len; i++)
    {
      DaftarTicketEvent *event = g_ptr_array_index (events, i);

      if (is_status_event (event) && event->old != NULL)
        return g_ascii_strtoll (event->old, NULL, 10);
    }
  return ticket->status;
}

/* When the status became what it is; when it was last solved. */
typedef struct
{
  GArray *pauses;
  gint64 status_since;
  gint64 solved_at;
} History;

static void
change_status (History *history,
               gint64  *status,
               gint64   new_status,
               gint64   at)
{
  Pause pause = { at, G_MAXINT64 };

  if (is_paused (*status) && !is_paused (new_status) && history->pauses->len > 0)
    g_array_index (history->pauses, Pause, history->pauses->len - 1).to = at;
  else if (!is_paused (*status) && is_paused (new_status))
    g_array_append_val (history->pauses, pause);
  if (is_closed (new_status))
    history->solved_at = at;
  history->status_since = at;
  *status = new_status;
}

static void
read_history (History      *history,
              DaftarTicket *ticket,
              GPtrArray    *events)
{
  gint64 status = first_status (ticket, events);
  Pause *last;

  history->pauses = g_array_new (FALSE, FALSE, sizeof (Pause));
  history->status_since = ticket->created_at;
  history->solved_at = 0;
  if (is_paused (status))
    {
      Pause pause = { ticket->created_at, G_MAXINT64 };

      g_array_append_val (history->pauses, pause);
    }
  for (guint i = 0; i < events->len; i++)
    {
      DaftarTicketEvent *event = g_ptr_array_index (events, i);

      if (is_status_event (event))
        change_status (history, &status, g_ascii_strtoll (event->new, NULL, 10), event->at);
    }
  if (history->pauses->len == 0)
    return;
  /* A pause that lasts still: until the day on which it comes back by itself. After solving nothing runs
   * any more, and what was due stays readable. */
  last = &g_array_index (history->pauses, Pause, history->pauses->len - 1);
  if (last->to == G_MAXINT64 && ticket->status == DAFTAR_TICKET_STATUS_WAITING_CUSTOMER)
    last->to = MAX (last->from, ticket->wait_until);
  else if (last->to == G_MAXINT64)
    g_array_set_size (history->pauses, history->pauses->len - 1);
}

/* A shop that never opens again answers by the clock on the wall: nothing is forgotten. */
static gint64
add_working (DaftarHours *hours,
             gint64       start,
             gint64       us)
{
  gint64 due = daftar_hours_add (hours, start, us);

  return due == DAFTAR_HOURS_NEVER ? start + us : due;
}

/* @start plus @minutes of working time, pauses left out; those that began at @until or later don't count. */
static gint64
due_after (DaftarHours *hours,
           GArray      *pauses,
           gint64       start,
           gint64       minutes,
           gint64       until)
{
  gint64 left = minutes * G_TIME_SPAN_MINUTE;

  for (guint i = 0; i < pauses->len; i++)
    {
      Pause *pause = &g_array_index (pauses, Pause, i);
      gint64 run;

      if (pause->to <= start || pause->from >= until)
        continue;
      run = pause->from > start ? daftar_hours_between (hours, start, pause->from) : 0;
      if (run >= left)
        break;
      left -= run;
      start = pause->to;
    }
  return add_working (hours, start, left);
}

/* Only a message to the customer or a logged call is an answer; a note or a change of status is none. */
static gint64
find_unanswered (DaftarTicketClock *clock,
                 GPtrArray         *messages,
                 History           *history)
{
  gint64 unanswered = 0;

  for (guint i = 0; i < messages->len; i++)
    {
      DaftarTicketMessage *message = g_ptr_array_index (messages, i);
      gboolean call = message->kind == DAFTAR_MESSAGE_KIND_CALL;

      if (message->kind == DAFTAR_MESSAGE_KIND_NOTE)
        continue;
      if (!call && message->direction == DAFTAR_CONTACT_DIRECTION_IN)
        unanswered = message->at;
      else if (call || message->direction == DAFTAR_CONTACT_DIRECTION_OUT)
        {
          unanswered = 0;
          if (clock->first_response_at == 0)
            clock->first_response_at = message->at;
        }
    }
  return unanswered >= history->solved_at ? unanswered : 0;
}

static gint64
earliest (gint64 a,
          gint64 b)
{
  return a == 0 ? b : b == 0 ? a : MIN (a, b);
}

static gint64
compute_next (DaftarTicketClock *clock,
              DaftarTicket      *ticket,
              History           *history,
              gint64             unanswered)
{
  gint64 response = clock->first_response_at == 0 ? clock->first_due_at : clock->next_due_at;

  if (is_closed (ticket->status))
    return 0;
  if (ticket->status == DAFTAR_TICKET_STATUS_WAITING_CUSTOMER && ticket->wait_until != 0)
    return ticket->wait_until;
  /* Put off until a moment: what the customer wrote since comes back earlier, what was known does not. */
  if (ticket->status == DAFTAR_TICKET_STATUS_WAITING_US && ticket->wait_until != 0)
    return unanswered > history->status_since ? earliest (ticket->wait_until, response) : ticket->wait_until;
  return earliest (response, clock->solve_due_at);
}

/**
 * daftar_ticket_clock_compute:
 * @clock: (out): what is due
 * @ticket: the ticket
 * @messages: (element-type DaftarTicketMessage): all of it, the oldest first
 * @events: (element-type DaftarTicketEvent): its history without what is void, the oldest first
 * @hours: when the shop is open
 * @shop: whose targets count
 *
 * First response: from the creation, once. Next response: from the customer's last unanswered message.
 * Solution: from the creation to solved. All in working minutes without the time spent waiting for the
 * customer. The ticket comes back at the earliest that is open (Zammad's rule; docs/decisions.md, 25).
 */
void
daftar_ticket_clock_compute (DaftarTicketClock *clock,
                             DaftarTicket      *ticket,
                             GPtrArray         *messages,
                             GPtrArray         *events,
                             DaftarHours       *hours,
                             DaftarShop        *shop)
{
  History history;
  gint64 unanswered;

  *clock = (DaftarTicketClock) { 0 };
  read_history (&history, ticket, events);
  unanswered = find_unanswered (clock, messages, &history);
  clock->first_due_at = due_after (hours, history.pauses, ticket->created_at, shop->first_target,
                                   clock->first_response_at != 0 ? clock->first_response_at : G_MAXINT64);
  clock->solve_due_at = due_after (hours, history.pauses, ticket->created_at, shop->solve_target, G_MAXINT64);
  if (unanswered != 0 && clock->first_response_at != 0)
    clock->next_due_at = due_after (hours, history.pauses, unanswered, shop->next_target, G_MAXINT64);
  clock->next_at = compute_next (clock, ticket, &history, unanswered);
  g_array_unref (history.pauses);
}

static gboolean
write_clock (DaftarTxn          *txn,
             DaftarTicket       *ticket,
             DaftarTicketClock  *clock,
             GError            **error)
{
  if (ticket->first_due_at == clock->first_due_at && ticket->first_response_at == clock->first_response_at
      && ticket->next_due_at == clock->next_due_at && ticket->solve_due_at == clock->solve_due_at
      && ticket->next_at == clock->next_at)
    return TRUE;
  daftar_txn_changed (txn, DAFTAR_KIND_TICKET, DAFTAR_RECORD (ticket)->id, DAFTAR_OP_CHANGED);
  return daftar_db_run (TXN_DB (txn), error,
                        "UPDATE ticket SET first_due_at = $first, first_response_at = $response, next_due_at = $next,"
                        " solve_due_at = $solve, next_at = $at WHERE id = $id",
                        DB_ID ("first", clock->first_due_at), DB_ID ("response", clock->first_response_at),
                        DB_ID ("next", clock->next_due_at), DB_ID ("solve", clock->solve_due_at),
                        DB_ID ("at", clock->next_at), DB_INT ("id", DAFTAR_RECORD (ticket)->id), NULL);
}

static gboolean
refresh_with (DaftarTxn    *txn,
              gint64        ticket_id,
              DaftarHours  *hours,
              DaftarShop   *shop,
              GError      **error)
{
  DaftarReader *reader = daftar_txn_reader (txn);
  g_autoptr (DaftarTicket) ticket = daftar_row_get (reader, &daftar_table_ticket, ticket_id, error);
  g_autoptr (GPtrArray) messages = NULL;
  g_autoptr (GPtrArray) events = NULL;
  DaftarTicketClock clock;

  if (ticket == NULL || (messages = daftar_ticket_store_list_messages (reader, ticket_id, error)) == NULL
      || (events = daftar_ticket_store_list_events (reader, ticket_id, error)) == NULL)
    return FALSE;
  daftar_ticket_clock_compute (&clock, ticket, messages, events, hours, shop);
  return write_clock (txn, ticket, &clock, error);
}

/**
 * daftar_ticket_clock_refresh:
 * @txn: a handle
 * @ticket_id: a ticket
 * @error: return location for a sentence for the user
 *
 * Computes the clocks again and writes them if they are others. Called by the store for everything that
 * is written about a ticket.
 */
gboolean
daftar_ticket_clock_refresh (DaftarTxn  *txn,
                             gint64      ticket_id,
                             GError    **error)
{
  g_autoptr (DaftarHours) hours = daftar_shop_store_get_hours (daftar_txn_reader (txn), error);
  g_autoptr (DaftarShop) shop = hours != NULL ? daftar_shop_store_get (daftar_txn_reader (txn), error) : NULL;

  return shop != NULL && refresh_with (txn, ticket_id, hours, shop, error);
}

/**
 * daftar_ticket_clock_refresh_all:
 * @txn: a handle
 * @error: return location for a sentence for the user
 *
 * Computes the clocks of all open tickets again: the shop's hours, holidays, targets or zone changed.
 */
gboolean
daftar_ticket_clock_refresh_all (DaftarTxn  *txn,
                                 GError    **error)
{
  g_autoptr (GArray) ids = daftar_row_ids (
    daftar_db_query (TXN_DB (txn), error,
                     "SELECT id FROM ticket WHERE next_at IS NOT NULL AND deleted_at IS NULL", NULL),
    error);
  g_autoptr (DaftarHours) hours = NULL;
  g_autoptr (DaftarShop) shop = NULL;

  if (ids == NULL)
    return FALSE;
  if (ids->len == 0)
    return TRUE;
  if ((hours = daftar_shop_store_get_hours (daftar_txn_reader (txn), error)) == NULL
      || (shop = daftar_shop_store_get (daftar_txn_reader (txn), error)) == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!refresh_with (txn, g_array_index (ids, gint64, i), hours, shop, error))
      return FALSE;
  return TRUE;
}
