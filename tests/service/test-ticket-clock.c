/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The response clocks, one row a behaviour. All times are the shop's own. */
#include "daftar-date.h"
#include "daftar-shop-store.h"
#include "daftar-test-shop.h"
#include "daftar-ticket-change.h"
#include "daftar-ticket-view.h"
#include "daftar-undo.h"

#define NONE "-"

typedef enum
{
  ADD = 1,
  IN,
  OUT,
  NOTE,
  CALL,
  ASSIGN,
  WAIT,   /* for the customer */
  SNOOZE,
  SOLVE,
  REOPEN,
  UNDO,    /* the step before */
  TARGETS, /* 30 minutes instead of 60 */
  ALWAYS,  /* open day and night from this day on */
} What;

typedef struct
{
  const char *when; /* "2025-01-15 10:00" */
  What what;
  const char *until;
} Step;

typedef struct
{
  const char *name;
  Step steps[8];
  const char *first_due;
  const char *first_response;
  const char *next_due;
  const char *solve_due;
  const char *next_at;
  const char *hours; /* NULL: "lunch" */
  const char *zone;  /* NULL: Asia/Riyadh */
} Case;

/* Lunch: Saturday to Thursday 9–13 and 16–22, Friday off, and a holiday on Monday the 20th. Sixty minutes
 * to each answer, eight hours (480 minutes) to the solution. The 15th is a Wednesday. */
static const Case cases[] = {
  { "an hour within the morning", { { "2025-01-15 10:00", ADD } },
    .first_due = "2025-01-15 11:00", .first_response = NONE, .next_due = NONE,
    .solve_due = "2025-01-15 21:00", .next_at = "2025-01-15 11:00" },
  { "lunch does not count", { { "2025-01-15 12:40", ADD } },
    .first_due = "2025-01-15 16:40", .next_at = "2025-01-15 16:40" },
  { "asked while closed: from the opening", { { "2025-01-15 23:30", ADD } },
    .first_due = "2025-01-16 10:00", .next_at = "2025-01-16 10:00" },
  { "Friday is off", { { "2025-01-16 21:30", ADD } },
    .first_due = "2025-01-18 09:30", .next_at = "2025-01-18 09:30" },
  { "a holiday is off", { { "2025-01-19 21:45", ADD } },
    .first_due = "2025-01-21 09:45", .next_at = "2025-01-21 09:45" },
  { "an answer stops the first clock", { { "2025-01-15 10:00", ADD }, { "2025-01-15 10:20", OUT } },
    .first_due = "2025-01-15 11:00", .first_response = "2025-01-15 10:20", .next_due = NONE,
    .next_at = "2025-01-15 21:00" },
  { "a note does not", { { "2025-01-15 10:00", ADD }, { "2025-01-15 10:20", NOTE } },
    .first_response = NONE, .next_at = "2025-01-15 11:00" },
  { "an assignee does not", { { "2025-01-15 10:00", ADD }, { "2025-01-15 10:20", ASSIGN } },
    .first_response = NONE, .next_at = "2025-01-15 11:00" },
  { "a change of status does not", { { "2025-01-15 10:00", ADD }, { "2025-01-15 10:20", REOPEN } },
    .first_response = NONE, .next_at = "2025-01-15 11:00" },
  { "a call does", { { "2025-01-15 10:00", ADD }, { "2025-01-15 10:30", CALL } },
    .first_response = "2025-01-15 10:30", .next_at = "2025-01-15 21:00" },
  { "the customer writes again", { { "2025-01-15 10:00", ADD }, { "2025-01-15 10:20", OUT }, { "2025-01-15 12:30", IN } },
    .first_response = "2025-01-15 10:20", .next_due = "2025-01-15 16:30", .next_at = "2025-01-15 16:30" },
  { "and is answered again",
    { { "2025-01-15 10:00", ADD }, { "2025-01-15 10:20", OUT }, { "2025-01-15 12:30", IN }, { "2025-01-15 12:50", OUT } },
    .first_response = "2025-01-15 10:20", .next_due = NONE, .next_at = "2025-01-15 21:00" },
  { "from the last unanswered message",
    { { "2025-01-15 10:00", ADD }, { "2025-01-15 10:20", OUT }, { "2025-01-15 11:00", IN }, { "2025-01-15 11:30", IN } },
    .next_due = "2025-01-15 12:30", .next_at = "2025-01-15 12:30" },
  { "writing again before the first answer changes nothing", { { "2025-01-15 10:00", ADD }, { "2025-01-15 10:50", IN } },
    .first_due = "2025-01-15 11:00", .next_due = NONE, .next_at = "2025-01-15 11:00" },
  { "waiting for the customer: the date counts",
    { { "2025-01-15 10:00", ADD }, { "2025-01-15 10:20", OUT }, { "2025-01-15 10:30", WAIT, "2025-01-19 09:00" } },
    .first_response = "2025-01-15 10:20", .next_at = "2025-01-19 09:00" },
  /* 30 minutes until 10:30, then from 12:00: 1 hour, and 6 and a half from 16:00 on. */
  { "waiting pauses the solution",
    { { "2025-01-15 10:00", ADD }, { "2025-01-15 10:20", OUT }, { "2025-01-15 10:30", WAIT, "2025-01-19 09:00" },
      { "2025-01-15 12:00", IN }, { "2025-01-15 12:10", OUT } },
    .solve_due = "2025-01-16 09:30", .next_at = "2025-01-16 09:30" },
  /* 20 minutes run before, 40 after. */
  { "waiting pauses the first response",
    { { "2025-01-15 10:00", ADD }, { "2025-01-15 10:20", WAIT, "2025-01-19 09:00" }, { "2025-01-15 11:00", REOPEN } },
    .first_due = "2025-01-15 11:40", .first_response = NONE, .next_at = "2025-01-15 11:40" },
  { "two pauses",
    { { "2025-01-15 10:00", ADD }, { "2025-01-15 10:10", WAIT, "2025-01-19 09:00" }, { "2025-01-15 10:20", REOPEN },
      { "2025-01-15 10:30", WAIT, "2025-01-19 09:00" }, { "2025-01-15 12:40", REOPEN } },
    .first_due = "2025-01-15 16:20", .next_at = "2025-01-15 16:20" },
  { "put off: the date counts, the clocks run",
    { { "2025-01-15 10:00", ADD }, { "2025-01-15 10:20", OUT }, { "2025-01-15 10:30", SNOOZE, "2025-01-18 10:00" } },
    .solve_due = "2025-01-15 21:00", .next_at = "2025-01-18 10:00" },
  { "put off, and the customer writes: it comes back for that",
    { { "2025-01-15 10:00", ADD }, { "2025-01-15 10:20", OUT }, { "2025-01-15 10:30", SNOOZE, "2025-01-18 10:00" },
      { "2025-01-15 12:00", IN } },
    .next_due = "2025-01-15 13:00", .next_at = "2025-01-15 13:00" },
  { "solved: nothing comes back", { { "2025-01-15 10:00", ADD }, { "2025-01-15 10:20", OUT }, { "2025-01-15 11:00", SOLVE } },
    .first_response = "2025-01-15 10:20", .solve_due = "2025-01-15 21:00", .next_at = NONE },
  { "reopening does not reset the first response",
    { { "2025-01-15 10:00", ADD }, { "2025-01-15 10:20", OUT }, { "2025-01-15 11:00", SOLVE }, { "2025-01-18 10:00", REOPEN } },
    .first_due = "2025-01-15 11:00", .first_response = "2025-01-15 10:20", .next_due = NONE,
    .solve_due = "2025-01-18 20:00", .next_at = "2025-01-18 20:00" },
  { "the customer's word reopens it",
    { { "2025-01-15 10:00", ADD }, { "2025-01-15 10:20", OUT }, { "2025-01-15 11:00", SOLVE }, { "2025-01-18 10:00", IN } },
    .first_response = "2025-01-15 10:20", .next_due = "2025-01-18 11:00", .next_at = "2025-01-18 11:00" },
  { "undoing the answer starts the clock again",
    { { "2025-01-15 10:00", ADD }, { "2025-01-15 10:20", OUT }, { "2025-01-15 10:25", UNDO } },
    .first_response = NONE, .next_at = "2025-01-15 11:00" },
  { "undoing waiting takes the pause back",
    { { "2025-01-15 10:00", ADD }, { "2025-01-15 10:20", WAIT, "2025-01-19 09:00" }, { "2025-01-15 10:30", UNDO } },
    .first_due = "2025-01-15 11:00", .next_at = "2025-01-15 11:00" },
  { "undoing the undoing brings the pause again",
    { { "2025-01-15 10:00", ADD }, { "2025-01-15 10:20", WAIT, "2025-01-19 09:00" }, { "2025-01-15 10:30", UNDO },
      { "2025-01-15 10:40", UNDO }, { "2025-01-15 11:00", REOPEN } },
    .first_due = "2025-01-15 11:40", .next_at = "2025-01-15 11:40" },
  { "undoing solving", { { "2025-01-15 10:00", ADD }, { "2025-01-15 10:20", SOLVE }, { "2025-01-15 10:30", UNDO } },
    .first_due = "2025-01-15 11:00", .first_response = NONE, .next_at = "2025-01-15 11:00" },
  { "other targets move what is open", { { "2025-01-15 10:00", ADD }, { "2025-01-15 10:05", TARGETS } },
    .first_due = "2025-01-15 10:30", .next_at = "2025-01-15 10:30" },
  { "and back when that is undone",
    { { "2025-01-15 10:00", ADD }, { "2025-01-15 10:05", TARGETS }, { "2025-01-15 10:06", UNDO } },
    .first_due = "2025-01-15 11:00", .next_at = "2025-01-15 11:00" },
  { "other hours move what is open", { { "2025-01-15 12:40", ADD }, { "2025-01-15 12:45", ALWAYS } },
    .first_due = "2025-01-15 13:40", .next_at = "2025-01-15 13:40" },
  { "never open: the clock on the wall", { { "2025-01-15 10:00", ADD } },
    .first_due = "2025-01-15 11:00", .next_at = "2025-01-15 11:00", .hours = "never" },
  { "day and night", { { "2025-01-15 23:30", ADD } },
    .first_due = "2025-01-16 00:30", .next_at = "2025-01-16 00:30", .hours = "always" },
  /* In Cairo the clock goes from 0:00 to 1:00 on Friday, 25 April 2025, and back on 31 October. */
  { "the hour that is missing in spring", { { "2025-04-24 23:30", ADD } },
    .first_due = "2025-04-25 01:30", .next_at = "2025-04-25 01:30", .hours = "always", .zone = "Africa/Cairo" },
  { "with hours across it", { { "2025-04-24 21:30", ADD } },
    .first_due = "2025-04-26 09:30", .solve_due = "2025-04-26 19:30", .zone = "Africa/Cairo" },
  { "a pause across the change", { { "2025-10-30 22:30", ADD }, { "2025-10-30 22:45", WAIT, "2025-11-02 09:00" },
      { "2025-10-31 09:00", REOPEN } },
    .first_due = "2025-10-31 09:45", .next_at = "2025-10-31 09:45", .hours = "always", .zone = "Africa/Cairo" },
};

typedef struct
{
  TestShop *shop;
  GTimeZone *zone;
  gint64 ticket_id;
  gint64 last_operation;
} Run;

static gint64
moment (Run        *run,
        const char *text)
{
  g_autofree char *day = g_strndup (text, 10);
  int hour = atoi (text + 11), minute = atoi (text + 14);

  return daftar_date_to_moment (day, hour * 60 + minute, run->zone);
}

static char *
words (Run    *run,
       gint64  at)
{
  int minute = 0;
  g_autofree char *day = NULL;

  if (at == 0)
    return g_strdup (NONE);
  day = daftar_date_from_moment (at, run->zone, &minute);
  return g_strdup_printf ("%s %02d:%02d", day, minute / 60, minute % 60);
}

static gpointer
set_up (DaftarTxn  *txn,
        gpointer    data,
        GError    **error)
{
  const Case *test = data;
  g_autoptr (DaftarShop) shop = daftar_shop_store_get (daftar_txn_reader (txn), error);
  DaftarSpan lunch[14], never = { 1, 600, 601 };
  guint n = 0;

  for (int day = 1; day <= 7; day++)
    if (day != 5)
      {
        lunch[n++] = (DaftarSpan) { day, 9 * 60, 13 * 60 };
        lunch[n++] = (DaftarSpan) { day, 16 * 60, 22 * 60 };
      }
  if (test->zone != NULL)
    daftar_set_text (&shop->zone, test->zone);
  g_assert_true (daftar_shop_store_save (txn, shop, error));
  if (g_strcmp0 (test->hours, "never") == 0)
    {
      daftar_shop_store_set_hours (txn, "1900-01-01", &never, 1, error);
      test_txn_exec (txn, "INSERT INTO holiday (first_day, last_day) VALUES ('2000-01-01', '2099-12-31')");
    }
  else if (test->hours == NULL)
    {
      daftar_shop_store_set_hours (txn, "1900-01-01", lunch, n, error);
      test_txn_exec (txn, "INSERT INTO holiday (first_day, last_day) VALUES ('2025-01-20', '2025-01-20')");
    }
  return g_steal_pointer (&shop);
}

static gpointer
set_targets (DaftarTxn  *txn,
             gpointer    unused,
             GError    **error)
{
  DaftarShop *shop = daftar_shop_store_get (daftar_txn_reader (txn), error);

  shop->first_target = 30;
  g_assert_true (daftar_shop_store_save (txn, shop, error));
  return shop;
}

static gpointer
set_always (DaftarTxn  *txn,
            gpointer    unused,
            GError    **error)
{
  DaftarSpan spans[7];

  for (int day = 1; day <= 7; day++)
    spans[day - 1] = (DaftarSpan) { day, 0, 1440 };
  return GINT_TO_POINTER (daftar_shop_store_set_hours (txn, "2025-01-15", spans, 7, error));
}

static void
do_write (Run             *run,
          DaftarWriteFunc  func,
          gpointer         request,
          gboolean         is_object)
{
  g_autoptr (GError) error = NULL;
  gpointer result = daftar_store_write (run->shop->store, "test", func, request, &run->last_operation, &error);

  g_assert_no_error (error);
  g_assert_nonnull (result);
  if (is_object)
    g_object_unref (result);
}

static void
do_add (Run *run)
{
  g_autoptr (DaftarTicketNew) new = daftar_ticket_new_new ();
  DaftarTicket *ticket;

  new->customer_id = test_shop_add_customer (run->shop, "أمل الحداد", "0501234567");
  new->body = g_strdup ("الغلاية لا تعمل");
  ticket = daftar_store_write (run->shop->store, "ticket.add", daftar_ticket_add, new, &run->last_operation, NULL);
  g_assert_nonnull (ticket);
  g_assert_cmpstr (ticket->subject, ==, "الغلاية لا تعمل");
  run->ticket_id = DAFTAR_RECORD (ticket)->id;
  g_object_unref (ticket);
}

static void
do_say (Run                    *run,
        DaftarMessageKind       kind,
        DaftarContactDirection  direction)
{
  g_autoptr (DaftarTicketWords) said = daftar_ticket_words_new (run->ticket_id);

  said->kind = kind;
  said->direction = direction;
  said->channel = DAFTAR_CHANNEL_WHATSAPP;
  said->body = g_strdup ("…");
  said->duration = kind == DAFTAR_MESSAGE_KIND_CALL ? 90 : 0;
  do_write (run, daftar_ticket_say, said, TRUE);
}

static void
do_status (Run                *run,
           DaftarTicketStatus  status,
           const char         *until)
{
  g_autoptr (DaftarTicketChange) change = daftar_ticket_change_new (run->ticket_id, DAFTAR_TICKET_SET_STATUS);

  change->status = status;
  change->wait_until = until != NULL ? moment (run, until) : 0;
  change->resolution = g_strdup ("استُبدلت");
  do_write (run, daftar_ticket_change, change, TRUE);
}

static void
do_assign (Run *run)
{
  g_autoptr (DaftarTicketChange) change =
    daftar_ticket_change_new (run->ticket_id, DAFTAR_TICKET_SET_PRIORITY | DAFTAR_TICKET_SET_MOOD);

  change->priority = DAFTAR_PRIORITY_URGENT;
  change->mood = DAFTAR_MOOD_ANGRY;
  do_write (run, daftar_ticket_change, change, TRUE);
}

static void
do_undo (Run *run)
{
  gint64 operation = run->last_operation;

  do_write (run, daftar_undo_write, &operation, FALSE);
}

static void
do_step (Run        *run,
         const Step *step)
{
  daftar_clock_advance (run->shop->clock, moment (run, step->when) - daftar_clock_now (run->shop->clock));
  switch (step->what)
    {
    case ADD: do_add (run); break;
    case IN: do_say (run, DAFTAR_MESSAGE_KIND_MESSAGE, DAFTAR_CONTACT_DIRECTION_IN); break;
    case OUT: do_say (run, DAFTAR_MESSAGE_KIND_MESSAGE, DAFTAR_CONTACT_DIRECTION_OUT); break;
    case NOTE: do_say (run, DAFTAR_MESSAGE_KIND_NOTE, DAFTAR_CONTACT_DIRECTION_NONE); break;
    case CALL: do_say (run, DAFTAR_MESSAGE_KIND_CALL, DAFTAR_CONTACT_DIRECTION_OUT); break;
    case ASSIGN: do_assign (run); break;
    case WAIT: do_status (run, DAFTAR_TICKET_STATUS_WAITING_CUSTOMER, step->until); break;
    case SNOOZE: do_status (run, DAFTAR_TICKET_STATUS_WAITING_US, step->until); break;
    case SOLVE: do_status (run, DAFTAR_TICKET_STATUS_SOLVED, NULL); break;
    case REOPEN: do_status (run, DAFTAR_TICKET_STATUS_OPEN, NULL); break;
    case UNDO: do_undo (run); break;
    case TARGETS: do_write (run, set_targets, NULL, TRUE); break;
    case ALWAYS: do_write (run, set_always, NULL, FALSE); break;
    default: g_assert_not_reached ();
    }
}

static void
check (Run        *run,
       const char *what,
       gint64      at,
       const char *expected)
{
  g_autofree char *is = words (run, at);

  if (expected != NULL && strcmp (is, expected) != 0)
    {
      g_test_message ("%s is %s and should be %s", what, is, expected);
      g_test_fail ();
    }
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (TestShop) shop = test_shop_new ();
  Run run = { .shop = shop };
  g_autoptr (DaftarTicketView) view = NULL;

  run.zone = g_time_zone_new_identifier (test->zone != NULL ? test->zone : "Asia/Riyadh");
  do_write (&run, set_up, (gpointer) test, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (test->steps) && test->steps[i].what != 0; i++)
    do_step (&run, &test->steps[i]);
  view = daftar_store_read (shop->store, daftar_ticket_read, &run.ticket_id, NULL);
  g_assert_nonnull (view);
  check (&run, "the first answer's target", view->ticket->first_due_at, test->first_due);
  check (&run, "the first answer", view->ticket->first_response_at, test->first_response);
  check (&run, "the next answer's target", view->ticket->next_due_at, test->next_due);
  check (&run, "the solution's target", view->ticket->solve_due_at, test->solve_due);
  check (&run, "coming back", view->ticket->next_at, test->next_at);
  g_assert_true ((view->ticket->next_at == 0) == (view->ticket->status >= DAFTAR_TICKET_STATUS_SOLVED));
  g_time_zone_unref (run.zone);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/ticket-clock/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  return g_test_run ();
}
