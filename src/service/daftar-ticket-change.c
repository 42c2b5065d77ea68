/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-ticket-change.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "daftar-customer-store.h"
#include "daftar-error.h"
#include "daftar-ticket-clock.h"
#include "daftar-ticket-store.h"

#define BIT(status) (1 << DAFTAR_TICKET_STATUS_##status)
#define OPEN_ONES   (BIT (OPEN) | BIT (WAITING_CUSTOMER) | BIT (WAITING_US) | BIT (SOLVED) | BIT (CLOSED) | BIT (MERGED))

/* What a ticket may become, by what it is: the only place that knows. */
static const guint moves[DAFTAR_N_TICKET_STATUS] = {
  [DAFTAR_TICKET_STATUS_NEW] = OPEN_ONES,
  [DAFTAR_TICKET_STATUS_OPEN] = OPEN_ONES & ~BIT (OPEN),
  [DAFTAR_TICKET_STATUS_WAITING_CUSTOMER] = OPEN_ONES, /* another date is a move too */
  [DAFTAR_TICKET_STATUS_WAITING_US] = OPEN_ONES,
  [DAFTAR_TICKET_STATUS_SOLVED] = BIT (OPEN) | BIT (CLOSED) | BIT (MERGED),
  [DAFTAR_TICKET_STATUS_CLOSED] = BIT (OPEN) | BIT (MERGED),
  [DAFTAR_TICKET_STATUS_MERGED] = 0,
};

/**
 * daftar_ticket_may_become:
 * @from: what a ticket is
 * @to: what it is to be
 *
 * Returns: whether that is allowed
 */
gboolean
daftar_ticket_may_become (DaftarTicketStatus from,
                          DaftarTicketStatus to)
{
  return from < DAFTAR_N_TICKET_STATUS && to < DAFTAR_N_TICKET_STATUS && (moves[from] & (1 << to)) != 0;
}

static gboolean
is_empty (const char *text)
{
  while (text != NULL && g_ascii_isspace (*text))
    text++;
  return text == NULL || *text == '\0';
}

static gboolean
refuse (GError    **error,
        int         code,
        const char *sentence)
{
  g_set_error_literal (error, DAFTAR_ERROR, code, sentence);
  return FALSE;
}

/* --- A new one. ------------------------------------------------------------------------------------ */

DaftarTicketNew *
daftar_ticket_new_new (void)
{
  DaftarTicketNew *self = g_new0 (DaftarTicketNew, 1);

  self->priority = DAFTAR_PRIORITY_NORMAL;
  self->channel = DAFTAR_CHANNEL_PHONE;
  return self;
}

void
daftar_ticket_new_free (gpointer data)
{
  DaftarTicketNew *self = data;

  g_free (self->new_name);
  g_free (self->new_phone);
  g_free (self->subject);
  g_free (self->body);
  g_free (self);
}

static gboolean
add_customer (DaftarTxn        *txn,
              DaftarTicketNew  *new,
              GError          **error)
{
  g_autoptr (DaftarCustomer) customer = daftar_customer_new ();
  g_autoptr (DaftarContactPoint) point = daftar_contact_point_new ();

  if (is_empty (new->new_name))
    return refuse (error, DAFTAR_ERROR_INVALID, _("Choose the customer, or enter the name of a new one."));
  customer->name = g_strdup (new->new_name);
  if (!daftar_customer_store_save (txn, customer, error))
    return FALSE;
  new->customer_id = DAFTAR_RECORD (customer)->id;
  if (is_empty (new->new_phone))
    return TRUE;
  point->customer_id = new->customer_id;
  point->kind = strchr (new->new_phone, '@') != NULL ? DAFTAR_CONTACT_KIND_EMAIL : DAFTAR_CONTACT_KIND_MOBILE;
  point->value = g_strdup (new->new_phone);
  return daftar_contact_point_store_save (txn, point, error);
}

/* The subject is what was said in short: its first line, if nothing better was entered. */
static char *
make_subject (DaftarTicketNew *new)
{
  g_autofree char *line = NULL;

  if (!is_empty (new->subject))
    return g_strdup (new->subject);
  if (is_empty (new->body))
    return NULL;
  line = g_strstrip (g_strdup (new->body));
  line[strcspn (line, "\n")] = '\0';
  return g_utf8_strlen (line, -1) <= 80 ? g_steal_pointer (&line) : g_utf8_substring (line, 0, 80);
}

static gboolean
add_message (DaftarTxn          *txn,
             DaftarTicketWords  *words,
             GError            **error)
{
  g_autoptr (DaftarTicketMessage) message = daftar_ticket_message_new ();

  message->ticket_id = words->ticket_id;
  message->kind = words->kind;
  message->direction = words->direction;
  message->channel = words->channel;
  message->body = g_strdup (words->body);
  message->author = g_strdup (words->author);
  message->duration = words->duration;
  message->at = words->at;
  if (words->direction != DAFTAR_CONTACT_DIRECTION_IN || words->kind == DAFTAR_MESSAGE_KIND_CALL)
    message->staff_id = daftar_txn_get_staff (txn);
  return daftar_ticket_store_save_message (txn, message, error);
}

/**
 * daftar_ticket_add:
 * @txn: a handle
 * @ticket_new: a #DaftarTicketNew
 * @error: return location for a sentence for the user
 *
 * A #DaftarWriteFunc.
 *
 * Returns: (transfer full) (nullable): the #DaftarTicket
 */
gpointer
daftar_ticket_add (DaftarTxn  *txn,
                   gpointer    ticket_new,
                   GError    **error)
{
  DaftarTicketNew *new = ticket_new;
  g_autoptr (DaftarTicket) ticket = daftar_ticket_new ();
  DaftarTicketWords words = { .direction = DAFTAR_CONTACT_DIRECTION_IN, .channel = new->channel, .at = new->at };

  if (new->customer_id == 0 && !add_customer (txn, new, error))
    return NULL;
  ticket->customer_id = new->customer_id;
  ticket->subject = make_subject (new);
  ticket->kind = new->kind;
  ticket->channel = new->channel;
  ticket->priority = new->priority;
  ticket->mood = new->mood;
  ticket->assignee_id = new->assignee_id;
  ticket->deal_id = new->deal_id;
  if (!daftar_ticket_store_save (txn, ticket, new->at, error))
    return NULL;
  words.ticket_id = DAFTAR_RECORD (ticket)->id;
  words.body = new->body;
  if (!is_empty (new->body) && !add_message (txn, &words, error))
    return NULL;
  return daftar_ticket_store_get (daftar_txn_reader (txn), words.ticket_id, error);
}

/* --- What is said. --------------------------------------------------------------------------------- */

DaftarTicketWords *
daftar_ticket_words_new (gint64 ticket_id)
{
  DaftarTicketWords *self = g_new0 (DaftarTicketWords, 1);

  self->ticket_id = ticket_id;
  return self;
}

void
daftar_ticket_words_free (gpointer data)
{
  DaftarTicketWords *self = data;

  g_free (self->body);
  g_free (self->author);
  g_free (self);
}

static gboolean
check_words (DaftarTxn          *txn,
             DaftarTicketWords  *words,
             DaftarTicket       *ticket,
             GError            **error)
{
  gint64 now = words->at != 0 ? words->at : daftar_txn_now (txn);

  if (words->kind == DAFTAR_MESSAGE_KIND_NOTE)
    words->direction = DAFTAR_CONTACT_DIRECTION_NONE;
  else if (words->direction == DAFTAR_CONTACT_DIRECTION_NONE)
    words->direction = DAFTAR_CONTACT_DIRECTION_OUT;
  if (words->kind == DAFTAR_MESSAGE_KIND_CALL && words->channel == DAFTAR_CHANNEL_NONE)
    words->channel = DAFTAR_CHANNEL_PHONE;
  if (ticket->status == DAFTAR_TICKET_STATUS_MERGED)
    return refuse (error, DAFTAR_ERROR_REFUSED, _("This ticket was merged into another one. Write there."));
  if (is_empty (words->body) && words->kind != DAFTAR_MESSAGE_KIND_CALL)
    return refuse (error, DAFTAR_ERROR_INVALID, _("Write something first."));
  if (words->wait_until != 0 && words->wait_until <= now)
    return refuse (error, DAFTAR_ERROR_INVALID, _("Choose a moment that is still to come."));
  return TRUE;
}

/* What an entry makes of the ticket's status: the customer's word opens it again, an answer makes a new
 * one an open one. What is put off stays so: "thank you" must not lose the date. */
static DaftarTicketStatus
status_after (DaftarTicketWords *words,
              DaftarTicket      *ticket)
{
  if (words->kind == DAFTAR_MESSAGE_KIND_NOTE)
    return ticket->status;
  if (words->wait_until != 0)
    return DAFTAR_TICKET_STATUS_WAITING_CUSTOMER;
  if (words->direction == DAFTAR_CONTACT_DIRECTION_IN)
    return ticket->status == DAFTAR_TICKET_STATUS_NEW || ticket->status == DAFTAR_TICKET_STATUS_WAITING_US
             ? ticket->status
             : DAFTAR_TICKET_STATUS_OPEN;
  return ticket->status == DAFTAR_TICKET_STATUS_NEW ? DAFTAR_TICKET_STATUS_OPEN : ticket->status;
}

static void
set_status (DaftarTicket       *ticket,
            DaftarTicketStatus  status,
            gint64              wait_until,
            gint64              at)
{
  gboolean waits = status == DAFTAR_TICKET_STATUS_WAITING_CUSTOMER || status == DAFTAR_TICKET_STATUS_WAITING_US;
  gboolean closed = status == DAFTAR_TICKET_STATUS_SOLVED || status == DAFTAR_TICKET_STATUS_CLOSED;

  ticket->status = status;
  ticket->wait_until = waits ? wait_until : 0;
  if (!closed)
    ticket->solved_at = 0;
  else if (ticket->solved_at == 0)
    ticket->solved_at = at;
}

/**
 * daftar_ticket_say:
 * @txn: a handle
 * @words: a #DaftarTicketWords
 * @error: return location for a sentence for the user
 *
 * Writes a message, a note or a call into the conversation. A #DaftarWriteFunc.
 *
 * Returns: (transfer full) (nullable): the #DaftarTicket
 */
gpointer
daftar_ticket_say (DaftarTxn  *txn,
                   gpointer    words,
                   GError    **error)
{
  DaftarTicketWords *self = words;
  g_autoptr (DaftarTicket) ticket = daftar_ticket_store_get (daftar_txn_reader (txn), self->ticket_id, error);
  DaftarTicketStatus status;

  if (ticket == NULL || !check_words (txn, self, ticket, error))
    return NULL;
  status = status_after (self, ticket);
  if (!add_message (txn, self, error))
    return NULL;
  if (status != ticket->status || self->wait_until != 0)
    {
      /* Adding the message moved the clocks of the row. */
      g_clear_object (&ticket);
      ticket = daftar_ticket_store_get (daftar_txn_reader (txn), self->ticket_id, error);
      if (ticket == NULL)
        return NULL;
      set_status (ticket, status, self->wait_until, self->at != 0 ? self->at : daftar_txn_now (txn));
      if (!daftar_ticket_store_save (txn, ticket, self->at, error))
        return NULL;
    }
  return daftar_ticket_store_get (daftar_txn_reader (txn), self->ticket_id, error);
}

/* --- What is decided. ------------------------------------------------------------------------------ */

DaftarTicketChange *
daftar_ticket_change_new (gint64          ticket_id,
                          DaftarTicketSet set)
{
  DaftarTicketChange *self = g_new0 (DaftarTicketChange, 1);

  self->ticket_id = ticket_id;
  self->set = set;
  return self;
}

void
daftar_ticket_change_free (gpointer data)
{
  DaftarTicketChange *self = data;

  g_free (self->resolution);
  g_free (self->cause);
  g_free (self->subject);
  g_free (self);
}

static gboolean
apply_status (DaftarTicketChange  *change,
              DaftarTicket        *ticket,
              gint64               at,
              GError             **error)
{
  gboolean waits = change->status == DAFTAR_TICKET_STATUS_WAITING_CUSTOMER
                   || change->status == DAFTAR_TICKET_STATUS_WAITING_US;

  if ((gint64) change->status == ticket->status && !waits)
    return TRUE;
  if (change->status == DAFTAR_TICKET_STATUS_MERGED || !daftar_ticket_may_become (ticket->status, change->status))
    return refuse (error, DAFTAR_ERROR_REFUSED, _("A ticket in this state cannot become that."));
  if (waits && change->wait_until <= at)
    return refuse (error, DAFTAR_ERROR_INVALID, _("Choose a moment that is still to come, so that the ticket comes back."));
  if (change->status == DAFTAR_TICKET_STATUS_SOLVED)
    {
      if (is_empty (change->resolution))
        return refuse (error, DAFTAR_ERROR_INVALID, _("Write how it was solved."));
      daftar_set_text (&ticket->resolution, change->resolution);
      daftar_set_text (&ticket->cause, is_empty (change->cause) ? NULL : change->cause);
    }
  set_status (ticket, change->status, change->wait_until, at);
  return TRUE;
}

static gboolean
apply (DaftarTicketChange  *change,
       DaftarTicket        *ticket,
       gint64               at,
       GError             **error)
{
  if (change->set & DAFTAR_TICKET_SET_PRIORITY)
    ticket->priority = change->priority;
  if (change->set & DAFTAR_TICKET_SET_MOOD)
    ticket->mood = change->mood;
  if (change->set & DAFTAR_TICKET_SET_ASSIGNEE)
    ticket->assignee_id = change->assignee_id;
  if (change->set & DAFTAR_TICKET_SET_KIND)
    ticket->kind = change->kind;
  if (change->set & DAFTAR_TICKET_SET_SUBJECT)
    daftar_set_text (&ticket->subject, change->subject);
  if (change->set & DAFTAR_TICKET_SET_CUSTOMER)
    ticket->customer_id = change->customer_id;
  return !(change->set & DAFTAR_TICKET_SET_STATUS) || apply_status (change, ticket, at, error);
}

/**
 * daftar_ticket_change:
 * @txn: a handle
 * @change: a #DaftarTicketChange
 * @error: return location for a sentence for the user
 *
 * Changes what is to be changed, or nothing. A #DaftarWriteFunc.
 *
 * Returns: (transfer full) (nullable): the #DaftarTicket
 */
gpointer
daftar_ticket_change (DaftarTxn  *txn,
                      gpointer    change,
                      GError    **error)
{
  DaftarTicketChange *self = change;
  gint64 at = self->at != 0 ? self->at : daftar_txn_now (txn);
  g_autoptr (DaftarTicket) ticket = daftar_ticket_store_get (daftar_txn_reader (txn), self->ticket_id, error);

  if (ticket == NULL || !apply (self, ticket, at, error) || !daftar_ticket_store_save (txn, ticket, at, error))
    return NULL;
  return daftar_ticket_store_get (daftar_txn_reader (txn), self->ticket_id, error);
}

/* --- Merging. -------------------------------------------------------------------------------------- */

static gboolean
check_merge (DaftarTicket  *ticket,
             DaftarTicket  *into,
             GError       **error)
{
  if (DAFTAR_RECORD (ticket)->id == DAFTAR_RECORD (into)->id)
    return refuse (error, DAFTAR_ERROR_REFUSED, _("A ticket cannot be merged with itself. Choose another one."));
  if (ticket->status == DAFTAR_TICKET_STATUS_MERGED || into->status == DAFTAR_TICKET_STATUS_MERGED)
    return refuse (error, DAFTAR_ERROR_REFUSED, _("One of the two was merged already. Choose the one that it went into."));
  return TRUE;
}

static gboolean
move_messages (DaftarTxn     *txn,
               DaftarTicket  *ticket,
               DaftarTicket  *into,
               GError       **error)
{
  g_autoptr (GPtrArray) messages =
    daftar_ticket_store_list_messages (daftar_txn_reader (txn), DAFTAR_RECORD (ticket)->id, error);

  for (guint i = 0; messages != NULL && i < messages->len; i++)
    {
      DaftarTicketMessage *message = g_ptr_array_index (messages, i);

      message->ticket_id = DAFTAR_RECORD (into)->id;
      message->merged_from = DAFTAR_RECORD (ticket)->id;
      if (!daftar_ticket_store_save_message (txn, message, error))
        return FALSE;
    }
  return messages != NULL;
}

/**
 * daftar_ticket_merge:
 * @txn: a handle
 * @merge: a #DaftarTicketMerge
 * @error: return location for a sentence for the user
 *
 * Moves what was said on one ticket to another and closes the first. Both histories say it, and the
 * messages remember where they came from. A #DaftarWriteFunc.
 *
 * Returns: (transfer full) (nullable): the #DaftarTicket that is left
 */
gpointer
daftar_ticket_merge (DaftarTxn  *txn,
                     gpointer    merge,
                     GError    **error)
{
  DaftarTicketMerge *self = merge;
  DaftarReader *reader = daftar_txn_reader (txn);
  g_autoptr (DaftarTicket) ticket = daftar_ticket_store_get (reader, self->ticket_id, error);
  g_autoptr (DaftarTicket) into = ticket != NULL ? daftar_ticket_store_get (reader, self->into_id, error) : NULL;

  if (into == NULL || !check_merge (ticket, into, error) || !move_messages (txn, ticket, into, error))
    return NULL;
  ticket->status = DAFTAR_TICKET_STATUS_MERGED;
  ticket->merged_into = self->into_id;
  ticket->wait_until = 0;
  if (!daftar_ticket_store_save (txn, ticket, 0, error)
      || !daftar_ticket_store_tell_merged (txn, self->into_id, self->ticket_id, error))
    return NULL;
  return daftar_ticket_store_get (reader, self->into_id, error);
}

/**
 * daftar_ticket_refresh_clocks:
 * @txn: a handle
 * @unused: nothing
 * @error: return location for a sentence for the user
 *
 * Computes the clocks of all open tickets again. Changing hours, targets or zone through the store does
 * it by itself; this is for a change of holidays and for checks. A #DaftarWriteFunc.
 *
 * Returns: not %NULL if it succeeded
 */
gpointer
daftar_ticket_refresh_clocks (DaftarTxn  *txn,
                              gpointer    unused,
                              GError    **error)
{
  return GINT_TO_POINTER (daftar_ticket_clock_refresh_all (txn, error));
}
