/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may happen to a ticket and what must not, its history, merging, and the order of the inbox. */
#include "daftar-error.h"
#include "daftar-inbox.h"
#include "daftar-test-shop.h"
#include "daftar-ticket-change.h"
#include "daftar-ticket-view.h"
#include "daftar-undo.h"

#define MINUTES(n) ((gint64) (n) * G_TIME_SPAN_MINUTE)

static gint64
add_ticket (TestShop   *shop,
            const char *subject,
            DaftarMood  mood)
{
  g_autoptr (DaftarTicketNew) new = daftar_ticket_new_new ();
  g_autoptr (DaftarTicket) ticket = NULL;
  g_autoptr (GError) error = NULL;

  new->new_name = g_strdup ("كريم");
  new->subject = g_strdup (subject);
  new->body = g_strdup ("…");
  new->mood = mood;
  ticket = daftar_store_write (shop->store, "ticket.add", daftar_ticket_add, new, NULL, &error);
  g_assert_no_error (error);
  return DAFTAR_RECORD (ticket)->id;
}

static DaftarTicketView *
read_ticket (TestShop *shop,
             gint64    id)
{
  g_autoptr (GError) error = NULL;
  DaftarTicketView *view = daftar_store_read (shop->store, daftar_ticket_read, &id, &error);

  g_assert_no_error (error);
  return view;
}

/* The status it has then, or -1 if it was refused. */
static int
set_status (TestShop           *shop,
            gint64              id,
            DaftarTicketStatus  status,
            gint64              wait_until,
            gint64             *operation)
{
  g_autoptr (DaftarTicketChange) change = daftar_ticket_change_new (id, DAFTAR_TICKET_SET_STATUS);
  g_autoptr (DaftarTicket) ticket = NULL;

  change->status = status;
  change->wait_until = wait_until;
  change->resolution = g_strdup ("done");
  change->cause = g_strdup ("part");
  ticket = daftar_store_write (shop->store, "ticket.change", daftar_ticket_change, change, operation, NULL);
  return ticket != NULL ? (int) ticket->status : -1;
}

static void
undo (TestShop *shop,
      gint64   *operation)
{
  g_autoptr (GError) error = NULL;
  gint64 undone = *operation;

  g_assert_nonnull (daftar_store_write (shop->store, "undo", daftar_undo_write, &undone, operation, &error));
  g_assert_no_error (error);
}

static guint
count_events (TestShop   *shop,
              gint64      id,
              const char *what)
{
  g_autoptr (DaftarTicketView) view = read_ticket (shop, id);
  guint n = 0;

  for (guint i = 0; i < view->conversation->len; i++)
    if (DAFTAR_IS_TICKET_EVENT (view->conversation->pdata[i]))
      n += g_strcmp0 (DAFTAR_TICKET_EVENT (view->conversation->pdata[i])->what, what) == 0;
  return n;
}

/* Every pair of states is tried on a real ticket, and the table decides. */
static void
test_moves (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  gint64 later = TEST_NOW + MINUTES (10000);

  for (int from = DAFTAR_TICKET_STATUS_NEW; from <= DAFTAR_TICKET_STATUS_CLOSED; from++)
    for (int to = DAFTAR_TICKET_STATUS_NEW; to <= DAFTAR_TICKET_STATUS_CLOSED; to++)
      {
        gint64 id = add_ticket (shop, "moves", DAFTAR_MOOD_CALM);
        int is;

        if (from != DAFTAR_TICKET_STATUS_NEW)
          g_assert_cmpint (set_status (shop, id, from, later, NULL), ==, from);
        is = set_status (shop, id, to, later, NULL);
        if (from == to || daftar_ticket_may_become (from, to))
          g_assert_cmpint (is, ==, to);
        else
          g_assert_cmpint (is, ==, -1);
      }
  g_assert_false (daftar_ticket_may_become (DAFTAR_TICKET_STATUS_OPEN, DAFTAR_TICKET_STATUS_NEW));
  g_assert_false (daftar_ticket_may_become (DAFTAR_TICKET_STATUS_SOLVED, DAFTAR_TICKET_STATUS_WAITING_US));
  g_assert_false (daftar_ticket_may_become (DAFTAR_TICKET_STATUS_MERGED, DAFTAR_TICKET_STATUS_OPEN));
}

static void
test_refused (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  gint64 id = add_ticket (shop, "refused", DAFTAR_MOOD_CALM);
  g_autoptr (DaftarTicketWords) nothing = daftar_ticket_words_new (id);
  g_autoptr (DaftarTicketChange) unsolved = daftar_ticket_change_new (id, DAFTAR_TICKET_SET_STATUS);
  g_autoptr (DaftarTicketNew) nobody = daftar_ticket_new_new ();
  DaftarTicketMerge itself = { id, id };
  g_autoptr (GError) error = NULL;

  /* Waiting without a date that is to come. */
  g_assert_cmpint (set_status (shop, id, DAFTAR_TICKET_STATUS_WAITING_CUSTOMER, 0, NULL), ==, -1);
  g_assert_cmpint (set_status (shop, id, DAFTAR_TICKET_STATUS_WAITING_US, TEST_NOW, NULL), ==, -1);
  unsolved->status = DAFTAR_TICKET_STATUS_SOLVED;
  unsolved->resolution = g_strdup ("  ");
  g_assert_null (daftar_store_write (shop->store, "t", daftar_ticket_change, unsolved, NULL, &error));
  g_assert_error (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID);
  g_clear_error (&error);
  nothing->body = g_strdup (" \n");
  g_assert_null (daftar_store_write (shop->store, "t", daftar_ticket_say, nothing, NULL, &error));
  g_assert_error (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID);
  g_clear_error (&error);
  nobody->subject = g_strdup ("who?");
  g_assert_null (daftar_store_write (shop->store, "t", daftar_ticket_add, nobody, NULL, &error));
  g_assert_error (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (daftar_store_write (shop->store, "t", daftar_ticket_merge, &itself, NULL, &error));
  g_assert_error (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED);
}

/* The history says what counts: undone changes are void, and come back with a second undo. */
static void
test_history (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  gint64 id = add_ticket (shop, "history", DAFTAR_MOOD_CALM);
  gint64 operation = 0, other = 0;
  g_autoptr (DaftarTicketView) view = NULL;

  daftar_clock_advance (shop->clock, MINUTES (5));
  g_assert_cmpint (set_status (shop, id, DAFTAR_TICKET_STATUS_SOLVED, 0, &operation), ==, DAFTAR_TICKET_STATUS_SOLVED);
  g_assert_cmpint (count_events (shop, id, "status"), ==, 1);
  undo (shop, &operation);
  g_assert_cmpint (count_events (shop, id, "status"), ==, 0);
  undo (shop, &operation);
  g_assert_cmpint (count_events (shop, id, "status"), ==, 1);
  undo (shop, &operation);
  g_assert_cmpint (count_events (shop, id, "status"), ==, 0);
  view = read_ticket (shop, id);
  g_assert_cmpint (view->ticket->status, ==, DAFTAR_TICKET_STATUS_NEW);
  g_assert_cmpint (view->ticket->solved_at, ==, 0);

  /* What somebody changed since stays, and so does what the history says of it. */
  set_status (shop, id, DAFTAR_TICKET_STATUS_OPEN, 0, &operation);
  daftar_clock_advance (shop->clock, MINUTES (5));
  set_status (shop, id, DAFTAR_TICKET_STATUS_WAITING_US, TEST_NOW + MINUTES (600), &other);
  undo (shop, &operation);
  g_assert_cmpint (count_events (shop, id, "status"), ==, 2);
}

static void
test_undo_add (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  g_autoptr (DaftarTicketNew) new = daftar_ticket_new_new ();
  g_autoptr (DaftarTicket) ticket = NULL;
  gint64 operation, id;

  new->new_name = g_strdup ("سلمى");
  new->new_phone = g_strdup ("0501112233");
  new->body = g_strdup ("متى يصل الطلب؟");
  ticket = daftar_store_write (shop->store, "ticket.add", daftar_ticket_add, new, &operation, NULL);
  g_assert_cmpint (ticket->number, ==, 1001);
  id = DAFTAR_RECORD (ticket)->id;
  undo (shop, &operation);
  g_assert_null (daftar_store_read (shop->store, daftar_ticket_read, &id, NULL));
  g_assert_cmpint (test_shop_count_customers (shop), ==, 0);
}

/* Solved, and the customer writes: open again, and both are on the timeline. */
static void
test_answers (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  gint64 id = add_ticket (shop, "answers", DAFTAR_MOOD_CALM);
  g_autoptr (DaftarTicketWords) answer = daftar_ticket_words_new (id);
  g_autoptr (DaftarTicket) ticket = NULL;
  gint64 operation;

  daftar_clock_advance (shop->clock, MINUTES (5));
  answer->channel = DAFTAR_CHANNEL_SMS;
  answer->body = g_strdup ("نعود إليكم غدًا");
  answer->wait_until = TEST_NOW + MINUTES (1440);
  ticket = daftar_store_write (shop->store, "ticket.reply", daftar_ticket_say, answer, &operation, NULL);
  g_assert_cmpint (ticket->status, ==, DAFTAR_TICKET_STATUS_WAITING_CUSTOMER);
  g_assert_cmpint (ticket->next_at, ==, answer->wait_until);
  g_assert_cmpint (ticket->first_response_at, ==, TEST_NOW + MINUTES (5));
  undo (shop, &operation);
  g_clear_object (&ticket);
  {
    g_autoptr (DaftarTicketView) view = read_ticket (shop, id);

    g_assert_cmpint (view->ticket->status, ==, DAFTAR_TICKET_STATUS_NEW);
    g_assert_cmpint (view->ticket->first_response_at, ==, 0);
    g_assert_cmpint (view->conversation->len, ==, 1);
  }
}

static void
test_merge (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  gint64 first = add_ticket (shop, "first", DAFTAR_MOOD_CALM);
  gint64 second = add_ticket (shop, "second", DAFTAR_MOOD_CALM);
  gint64 third = add_ticket (shop, "third", DAFTAR_MOOD_CALM);
  DaftarTicketMerge merge = { second, first }, into_merged = { third, second };
  g_autoptr (DaftarTicketView) after = NULL;
  g_autoptr (DaftarTicketView) gone = NULL;
  g_autoptr (DaftarTicketView) back = NULL;
  g_autoptr (DaftarTicket) ticket = NULL;
  gint64 operation;

  daftar_clock_advance (shop->clock, MINUTES (5));
  ticket = daftar_store_write (shop->store, "ticket.merge", daftar_ticket_merge, &merge, &operation, NULL);
  g_assert_nonnull (ticket);
  after = read_ticket (shop, first);
  g_assert_cmpint (after->conversation->len, ==, 3); /* two messages and the event */
  g_assert_cmpint (count_events (shop, first, "merged_from"), ==, 1);
  g_assert_cmpint (DAFTAR_TICKET_MESSAGE (after->conversation->pdata[1])->merged_from, ==, second);
  gone = read_ticket (shop, second);
  g_assert_cmpint (gone->ticket->status, ==, DAFTAR_TICKET_STATUS_MERGED);
  g_assert_cmpint (gone->ticket->merged_into, ==, first);
  g_assert_cmpint (gone->ticket->next_at, ==, 0);
  g_assert_cmpint (count_events (shop, second, "merged_into"), ==, 1);
  g_assert_null (daftar_store_write (shop->store, "ticket.merge", daftar_ticket_merge, &into_merged, NULL, NULL));

  undo (shop, &operation);
  g_assert_cmpint (count_events (shop, first, "merged_from"), ==, 0);
  back = read_ticket (shop, second);
  g_assert_cmpint (back->ticket->status, ==, DAFTAR_TICKET_STATUS_NEW);
  g_assert_cmpint (back->conversation->len, ==, 1);
  g_assert_cmpint (back->ticket->next_at, ==, TEST_NOW + MINUTES (60));
}

typedef struct
{
  DaftarInboxView view;
  gint64 staff_id;
} Question;

static gpointer
ask (DaftarReader  *reader,
     gpointer       data,
     GError       **error)
{
  Question *question = data;
  g_autoptr (DaftarInbox) inbox = daftar_inbox_new (question->view, question->staff_id);

  return daftar_inbox_ids (reader, inbox, -1, error);
}

static void
assert_ids (TestShop        *shop,
            DaftarInboxView  view,
            guint            n,
            ...)
{
  Question question = { view, 0 };
  g_autoptr (GArray) ids = daftar_store_read (shop->store, ask, &question, NULL);
  va_list expected;

  g_assert_nonnull (ids);
  g_assert_cmpuint (ids->len, ==, n);
  va_start (expected, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (g_array_index (ids, gint64, i), ==, va_arg (expected, gint64));
  va_end (expected);
}

static void
test_inbox (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  gint64 calm = add_ticket (shop, "calm", DAFTAR_MOOD_CALM);
  gint64 angry = add_ticket (shop, "angry", DAFTAR_MOOD_ANGRY);
  gint64 waits = add_ticket (shop, "waits", DAFTAR_MOOD_CALM);
  gint64 solved = add_ticket (shop, "solved", DAFTAR_MOOD_CALM);
  gint64 nobody = 0;
  g_autofree DaftarInboxCounts *counts = NULL;
  gint64 later;

  daftar_clock_advance (shop->clock, MINUTES (10));
  later = add_ticket (shop, "later", DAFTAR_MOOD_ANGRY);
  set_status (shop, waits, DAFTAR_TICKET_STATUS_WAITING_CUSTOMER, TEST_NOW + MINUTES (300), NULL);
  set_status (shop, solved, DAFTAR_TICKET_STATUS_SOLVED, 0, NULL);
  assert_ids (shop, DAFTAR_INBOX_NOW, 3, angry, calm, later);
  assert_ids (shop, DAFTAR_INBOX_WAITING, 1, waits);
  assert_ids (shop, DAFTAR_INBOX_SOLVED, 1, solved);
  assert_ids (shop, DAFTAR_INBOX_ALL, 5, angry, calm, later, waits, solved);
  assert_ids (shop, DAFTAR_INBOX_UNASSIGNED, 4, angry, calm, later, waits);
  assert_ids (shop, DAFTAR_INBOX_MINE, 0);

  /* 65 minutes after the first: two are late, one has five minutes left. */
  daftar_clock_advance (shop->clock, MINUTES (55));
  counts = daftar_store_read (shop->store, daftar_inbox_count_read, &nobody, NULL);
  g_assert_cmpint (counts->n[DAFTAR_INBOX_NOW], ==, 3);
  g_assert_cmpint (counts->n[DAFTAR_INBOX_WAITING], ==, 1);
  g_assert_cmpint (counts->n[DAFTAR_INBOX_SOLVED], ==, 1);
  g_assert_cmpint (counts->n[DAFTAR_INBOX_ALL], ==, 5);
  g_assert_cmpint (counts->n_late, ==, 2);
  g_assert_cmpint (counts->changes_at, ==, TEST_NOW + MINUTES (70));

  /* What waited comes back by itself, and last week's solved ones go. */
  daftar_clock_advance (shop->clock, MINUTES (240));
  assert_ids (shop, DAFTAR_INBOX_NOW, 4, angry, calm, later, waits);
  daftar_clock_advance (shop->clock, MINUTES (8 * 1440));
  assert_ids (shop, DAFTAR_INBOX_SOLVED, 0);
}

static gpointer
headings (DaftarReader  *reader,
          gpointer       data,
          GError       **error)
{
  g_autoptr (DaftarInbox) inbox = daftar_inbox_new (DAFTAR_INBOX_ALL, 0);
  g_autoptr (GArray) ids = daftar_inbox_ids (reader, inbox, -1, error);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      guint section, count;

      if (daftar_inbox_get_heading (inbox, g_array_index (ids, gint64, i), &section, &count))
        g_string_append_printf (text, "%u:%u ", section, count);
    }
  return g_string_free (text, FALSE);
}

static void
test_sections (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  gint64 late = add_ticket (shop, "late", DAFTAR_MOOD_CALM);
  gint64 waits = add_ticket (shop, "waits", DAFTAR_MOOD_CALM);
  g_autofree char *text = NULL;

  set_status (shop, waits, DAFTAR_TICKET_STATUS_WAITING_US, TEST_NOW + MINUTES (3000), NULL);
  daftar_clock_advance (shop->clock, MINUTES (61));
  add_ticket (shop, "soon", DAFTAR_MOOD_CALM);
  add_ticket (shop, "soon too", DAFTAR_MOOD_CALM);
  g_assert_cmpint (late, >, 0);
  text = daftar_store_read (shop->store, headings, NULL, NULL);
  g_assert_cmpstr (text, ==, "0:1 1:2 4:1 ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ticket/moves", test_moves);
  g_test_add_func ("/ticket/refused", test_refused);
  g_test_add_func ("/ticket/history", test_history);
  g_test_add_func ("/ticket/undo-add", test_undo_add);
  g_test_add_func ("/ticket/answers", test_answers);
  g_test_add_func ("/ticket/merge", test_merge);
  g_test_add_func ("/ticket/inbox", test_inbox);
  g_test_add_func ("/ticket/sections", test_sections);
  return g_test_run ();
}
