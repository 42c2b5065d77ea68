/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include <glib/gi18n.h>

#include "daftar-cli.h"
#include "daftar-date.h"
#include "daftar-follow-up-action.h"
#include "daftar-inbox.h"
#include "daftar-ticket-change.h"
#include "daftar-ticket-store.h"
#include "daftar-ticket-view.h"

/* --- Telling. -------------------------------------------------------------------------------------- */

static void
say_ticket (DaftarTicket *ticket)
{
  daftar_cli_say ("#%lld  %s  %s  %s", (long long) ticket->number, ticket->subject,
                  daftar_enum_label (&daftar_enum_ticket_status, ticket->status),
                  ticket->customer_name != NULL ? ticket->customer_name : "–");
}

static void
say_follow_up (DaftarFollowUp *step)
{
  daftar_cli_say ("%6lld  %s  %s  %s", (long long) DAFTAR_RECORD (step)->id, step->due_day, step->title,
                  step->customer_name != NULL ? step->customer_name : "–");
}

static void
say_any (gpointer record)
{
  if (DAFTAR_IS_TICKET (record))
    say_ticket (record);
  else
    say_follow_up (record);
}

static int
tell_list (DaftarCli *cli,
           GPtrArray *records,
           GError    *error)
{
  if (records == NULL)
    return daftar_cli_fail (error);
  if (cli->json)
    daftar_cli_write_list (cli, NULL, records);
  for (guint i = 0; !cli->json && i < records->len; i++)
    say_any (g_ptr_array_index (records, i));
  return DAFTAR_CLI_DONE;
}

/* --- Tickets. -------------------------------------------------------------------------------------- */

typedef struct
{
  int view;
  gint64 staff_id;
  int limit;
  gint64 number;
  gint64 id;
} Request;

static gpointer
tickets_read (DaftarReader  *reader,
              gpointer       request,
              GError       **error)
{
  Request *self = request;
  g_autoptr (DaftarInbox) inbox = daftar_inbox_new (self->view, self->staff_id);
  g_autoptr (GArray) ids = daftar_inbox_ids (reader, inbox, self->limit, error);

  return ids != NULL ? daftar_ticket_store_get_rows (reader, (gint64 *) ids->data, MIN (ids->len, (guint) self->limit), error)
                     : NULL;
}

static int
ticket_list (DaftarCli  *cli,
             int         argc,
             char      **argv)
{
  static const char *const views[] = { "now", "mine", "unassigned", "waiting", "solved", "all" };
  g_autofree char *view = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  Request request = { 0, 0, 100, 0, 0 };
  const GOptionEntry entries[] = {
    { "view", 0, 0, G_OPTION_ARG_STRING, &view, "now, mine, unassigned, waiting, solved, all", N_("VIEW") },
    { "limit", 'n', 0, G_OPTION_ARG_INT, &request.limit, N_("How many at most"), "N" },
    { NULL }
  };

  if (!daftar_cli_parse (cli, entries, &argc, &argv, 0, 0))
    return DAFTAR_CLI_USAGE;
  while (view != NULL && request.view < DAFTAR_N_INBOX_VIEWS && !g_str_equal (views[request.view], view))
    request.view++;
  if (request.view == DAFTAR_N_INBOX_VIEWS)
    return daftar_cli_wrong (_("There is no such view; --help lists them."));
  if (daftar_cli_open (cli, &error))
    {
      request.staff_id = daftar_store_get_staff (cli->store);
      rows = daftar_store_read (cli->store, tickets_read, &request, &error);
    }
  return tell_list (cli, rows, error);
}

static gpointer
ticket_by_number (DaftarReader  *reader,
                  gpointer       request,
                  GError       **error)
{
  Request *self = request;
  g_autoptr (DaftarTicket) ticket = daftar_ticket_store_get_by_number (reader, self->number, error);

  self->id = ticket != NULL ? DAFTAR_RECORD (ticket)->id : 0;
  return NULL;
}

/* Opens the shop and finds the ticket of that number; 0 after saying what is wrong. */
static gint64
open_ticket (DaftarCli  *cli,
             gint64      number,
             GError    **error)
{
  Request request = { .number = number };

  if (daftar_cli_open (cli, error))
    daftar_store_read (cli->store, ticket_by_number, &request, error);
  return request.id;
}

static int
tell_ticket (DaftarCli *cli,
             gint64     id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DaftarTicketView) view = daftar_store_read (cli->store, daftar_ticket_read, &id, &error);

  if (view == NULL)
    return daftar_cli_fail (error);
  if (cli->json)
    {
      daftar_json_writer_begin_object (cli->writer);
      daftar_cli_write_members (cli, view->ticket);
      daftar_cli_write_list (cli, "conversation", view->conversation);
      daftar_json_writer_end_object (cli->writer);
      return DAFTAR_CLI_DONE;
    }
  say_ticket (view->ticket);
  for (guint i = 0; i < view->conversation->len; i++)
    {
      DaftarTicketMessage *message = g_ptr_array_index (view->conversation, i);

      if (DAFTAR_IS_TICKET_MESSAGE (message))
        daftar_cli_say ("  %s: %s", daftar_enum_label (&daftar_enum_contact_direction, message->direction), message->body);
    }
  return DAFTAR_CLI_DONE;
}

static int
ticket_show (DaftarCli  *cli,
             int         argc,
             char      **argv)
{
  g_autoptr (GError) error = NULL;
  gint64 number, id;

  if (!daftar_cli_parse (cli, NULL, &argc, &argv, 1, 1) || !daftar_cli_get_id (argv[1], &number))
    return DAFTAR_CLI_USAGE;
  id = open_ticket (cli, number, &error);
  return id != 0 ? tell_ticket (cli, id) : daftar_cli_fail (error);
}

static int
finish_ticket (DaftarCli       *cli,
               const char      *operation,
               DaftarWriteFunc  func,
               gpointer         request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DaftarTicket) ticket = daftar_store_write (cli->store, operation, func, request, NULL, &error);

  return ticket != NULL ? tell_ticket (cli, DAFTAR_RECORD (ticket)->id) : daftar_cli_fail (error);
}

static gboolean
read_enum (const DaftarEnum *values,
           const char       *nick,
           int              *value)
{
  g_autoptr (GError) error = NULL;

  if (nick == NULL || daftar_enum_from_nick (values, nick, value, &error))
    return TRUE;
  daftar_cli_wrong (error->message);
  return FALSE;
}

static int
ticket_add (DaftarCli  *cli,
            int         argc,
            char      **argv)
{
  g_autoptr (DaftarTicketNew) ticket = daftar_ticket_new_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *kind = NULL, *channel = NULL, *mood = NULL, *priority = NULL;
  int values[] = { DAFTAR_TICKET_KIND_INQUIRY, DAFTAR_CHANNEL_PHONE, DAFTAR_MOOD_CALM, DAFTAR_PRIORITY_NORMAL };
  const GOptionEntry entries[] = {
    { "customer", 'c', 0, G_OPTION_ARG_INT64, &ticket->customer_id, N_("Whose it is"), N_("ID") },
    { "name", 0, 0, G_OPTION_ARG_STRING, &ticket->new_name, N_("Of a new customer"), N_("NAME") },
    { "phone", 0, 0, G_OPTION_ARG_STRING, &ticket->new_phone, N_("Of a new customer"), N_("NUMBER") },
    { "body", 'b', 0, G_OPTION_ARG_STRING, &ticket->body, N_("What the customer said or wrote"), N_("TEXT") },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &kind, "inquiry, complaint, request, return, feedback", N_("KIND") },
    { "channel", 0, 0, G_OPTION_ARG_STRING, &channel, "phone, email, whatsapp…", N_("CHANNEL") },
    { "mood", 0, 0, G_OPTION_ARG_STRING, &mood, "calm, lost, frustrated, angry", N_("MOOD") },
    { "priority", 0, 0, G_OPTION_ARG_STRING, &priority, "low, normal, high, urgent", N_("PRIORITY") },
    { NULL }
  };

  if (!daftar_cli_parse (cli, entries, &argc, &argv, 1, 1) || !read_enum (&daftar_enum_ticket_kind, kind, &values[0])
      || !read_enum (&daftar_enum_channel, channel, &values[1]) || !read_enum (&daftar_enum_mood, mood, &values[2])
      || !read_enum (&daftar_enum_priority, priority, &values[3]))
    return DAFTAR_CLI_USAGE;
  ticket->subject = g_strdup (argv[1]);
  ticket->kind = values[0];
  ticket->channel = values[1];
  ticket->mood = values[2];
  ticket->priority = values[3];
  return daftar_cli_open (cli, &error) ? finish_ticket (cli, "ticket.add", daftar_ticket_add, ticket) : daftar_cli_fail (error);
}

static int
ticket_say (DaftarCli         *cli,
            int                argc,
            char             **argv,
            DaftarMessageKind  kind)
{
  g_autoptr (DaftarTicketWords) words = NULL;
  g_autoptr (GError) error = NULL;
  gint64 number, id;

  if (!daftar_cli_parse (cli, NULL, &argc, &argv, 2, 2) || !daftar_cli_get_id (argv[1], &number))
    return DAFTAR_CLI_USAGE;
  id = open_ticket (cli, number, &error);
  if (id == 0)
    return daftar_cli_fail (error);
  words = daftar_ticket_words_new (id);
  words->kind = kind;
  words->direction = kind == DAFTAR_MESSAGE_KIND_NOTE ? DAFTAR_CONTACT_DIRECTION_NONE : DAFTAR_CONTACT_DIRECTION_OUT;
  words->body = g_strdup (argv[2]);
  return finish_ticket (cli, kind == DAFTAR_MESSAGE_KIND_NOTE ? "ticket.note" : "ticket.reply", daftar_ticket_say, words);
}

static int
ticket_reply (DaftarCli  *cli,
              int         argc,
              char      **argv)
{
  return ticket_say (cli, argc, argv, DAFTAR_MESSAGE_KIND_MESSAGE);
}

static int
ticket_note (DaftarCli  *cli,
             int         argc,
             char      **argv)
{
  return ticket_say (cli, argc, argv, DAFTAR_MESSAGE_KIND_NOTE);
}

static int
ticket_solve (DaftarCli  *cli,
              int         argc,
              char      **argv)
{
  g_autoptr (DaftarTicketChange) change = NULL;
  g_autoptr (GError) error = NULL;
  gint64 number, id;

  if (!daftar_cli_parse (cli, NULL, &argc, &argv, 1, 2) || !daftar_cli_get_id (argv[1], &number))
    return DAFTAR_CLI_USAGE;
  id = open_ticket (cli, number, &error);
  if (id == 0)
    return daftar_cli_fail (error);
  change = daftar_ticket_change_new (id, DAFTAR_TICKET_SET_STATUS);
  change->status = DAFTAR_TICKET_STATUS_SOLVED;
  change->resolution = g_strdup (argc > 2 ? argv[2] : NULL);
  return finish_ticket (cli, "ticket.solve", daftar_ticket_change, change);
}

typedef struct
{
  char *status;
  char *until;
  char *resolution;
  char *cause;
  char *priority;
  char *mood;
  char *kind;
  char *subject;
  char *assignee;
  gint64 customer_id;
} TicketFields;

static void
ticket_fields_clear (TicketFields *fields)
{
  g_free (fields->status);
  g_free (fields->until);
  g_free (fields->resolution);
  g_free (fields->cause);
  g_free (fields->priority);
  g_free (fields->mood);
  g_free (fields->kind);
  g_free (fields->subject);
  g_free (fields->assignee);
}

/* What was given, as far as it is known without the shop; NULL after saying what is wrong with it. */
static DaftarTicketChange *
make_change (TicketFields *fields)
{
  g_autoptr (DaftarTicketChange) change = daftar_ticket_change_new (0, 0);
  int status = 0, priority = 0, mood = 0, kind = 0;

  if (!read_enum (&daftar_enum_ticket_status, fields->status, &status)
      || !read_enum (&daftar_enum_priority, fields->priority, &priority)
      || !read_enum (&daftar_enum_mood, fields->mood, &mood) || !read_enum (&daftar_enum_ticket_kind, fields->kind, &kind))
    return NULL;
  change->set = (fields->status != NULL ? DAFTAR_TICKET_SET_STATUS : 0)
                | (fields->priority != NULL ? DAFTAR_TICKET_SET_PRIORITY : 0)
                | (fields->mood != NULL ? DAFTAR_TICKET_SET_MOOD : 0) | (fields->kind != NULL ? DAFTAR_TICKET_SET_KIND : 0)
                | (fields->subject != NULL ? DAFTAR_TICKET_SET_SUBJECT : 0)
                | (fields->assignee != NULL ? DAFTAR_TICKET_SET_ASSIGNEE : 0)
                | (fields->customer_id != 0 ? DAFTAR_TICKET_SET_CUSTOMER : 0);
  change->status = status;
  change->priority = priority;
  change->mood = mood;
  change->kind = kind;
  change->customer_id = fields->customer_id;
  change->subject = g_strdup (fields->subject);
  change->resolution = g_strdup (fields->resolution);
  change->cause = g_strdup (fields->cause);
  if (change->set != 0)
    return g_steal_pointer (&change);
  daftar_cli_wrong (_("Say what to change; --help lists it."));
  return NULL;
}

static int
set_ticket (DaftarCli          *cli,
            gint64              number,
            DaftarTicketChange *change,
            TicketFields       *fields)
{
  g_autoptr (GError) error = NULL;

  change->ticket_id = open_ticket (cli, number, &error);
  if (change->ticket_id == 0
      || (fields->assignee != NULL && !g_str_equal (fields->assignee, "none")
          && !daftar_cli_find_staff (cli, fields->assignee, &change->assignee_id, &error)))
    return daftar_cli_fail (error);
  if (fields->until != NULL && !daftar_cli_get_moment (cli, fields->until, &change->wait_until))
    return DAFTAR_CLI_USAGE;
  return finish_ticket (cli, fields->status != NULL ? "ticket.status" : "ticket.set", daftar_ticket_change, change);
}

static int
ticket_set (DaftarCli  *cli,
            int         argc,
            char      **argv)
{
  TicketFields fields = { 0 };
  g_autoptr (DaftarTicketChange) change = NULL;
  gint64 number;
  int status = DAFTAR_CLI_USAGE;
  const GOptionEntry entries[] = {
    { "status", 0, 0, G_OPTION_ARG_STRING, &fields.status, "open, waiting-customer, waiting-us, solved, closed", N_("STATUS") },
    { "until", 0, 0, G_OPTION_ARG_STRING, &fields.until, N_("How long it waits: YYYY-MM-DD or “YYYY-MM-DD HH:MM”"), N_("MOMENT") },
    { "resolution", 0, 0, G_OPTION_ARG_STRING, &fields.resolution, N_("How it was solved"), N_("TEXT") },
    { "cause", 0, 0, G_OPTION_ARG_STRING, &fields.cause, N_("What it came from"), N_("TEXT") },
    { "priority", 0, 0, G_OPTION_ARG_STRING, &fields.priority, "low, normal, high, urgent", N_("PRIORITY") },
    { "mood", 0, 0, G_OPTION_ARG_STRING, &fields.mood, "calm, lost, frustrated, angry", N_("MOOD") },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &fields.kind, "inquiry, complaint, request, return, feedback", N_("KIND") },
    { "subject", 0, 0, G_OPTION_ARG_STRING, &fields.subject, N_("What it is about"), N_("TEXT") },
    { "assignee", 0, 0, G_OPTION_ARG_STRING, &fields.assignee, N_("Who takes care of it; none for nobody"), N_("STAFF") },
    { "customer", 'c', 0, G_OPTION_ARG_INT64, &fields.customer_id, N_("Whose it is"), N_("ID") },
    { NULL }
  };

  if (daftar_cli_parse (cli, entries, &argc, &argv, 1, 1) && daftar_cli_get_id (argv[1], &number)
      && (change = make_change (&fields)) != NULL)
    status = set_ticket (cli, number, change, &fields);
  ticket_fields_clear (&fields);
  return status;
}

static int
ticket_snooze (DaftarCli  *cli,
               int         argc,
               char      **argv)
{
  TicketFields fields = { 0 };
  g_autoptr (DaftarTicketChange) change = NULL;
  gint64 number;

  if (!daftar_cli_parse (cli, NULL, &argc, &argv, 2, 2) || !daftar_cli_get_id (argv[1], &number))
    return DAFTAR_CLI_USAGE;
  fields.status = (char *) "waiting-us";
  fields.until = argv[2];
  change = make_change (&fields);
  return set_ticket (cli, number, change, &fields);
}

static int
ticket_merge (DaftarCli  *cli,
              int         argc,
              char      **argv)
{
  g_autoptr (GError) error = NULL;
  Request into = { 0 };
  gint64 number;
  DaftarTicketMerge merge = { 0 };

  if (!daftar_cli_parse (cli, NULL, &argc, &argv, 2, 2) || !daftar_cli_get_id (argv[1], &number)
      || !daftar_cli_get_id (argv[2], &into.number))
    return DAFTAR_CLI_USAGE;
  merge.ticket_id = open_ticket (cli, number, &error);
  if (merge.ticket_id != 0)
    daftar_store_read (cli->store, ticket_by_number, &into, &error);
  if (error != NULL)
    return daftar_cli_fail (error);
  merge.into_id = into.id;
  return finish_ticket (cli, "ticket.merge", daftar_ticket_merge, &merge);
}

static const DaftarCliCommand ticket_commands[] = {
  { "list", "", N_("What must be answered, the next first"), ticket_list },
  { "show", N_("NUMBER"), N_("A ticket and its conversation"), ticket_show },
  { "add", N_("SUBJECT"), N_("A new ticket"), ticket_add },
  { "reply", N_("NUMBER TEXT"), N_("An answer to the customer"), ticket_reply },
  { "note", N_("NUMBER TEXT"), N_("A note for ourselves"), ticket_note },
  { "solve", N_("NUMBER [RESOLUTION]"), N_("Solve a ticket"), ticket_solve },
  { "set", N_("NUMBER"), N_("Change its status, priority, mood, kind, subject or who takes care of it"), ticket_set },
  { "snooze", N_("NUMBER MOMENT"), N_("Let a ticket come back at YYYY-MM-DD or “YYYY-MM-DD HH:MM”"), ticket_snooze },
  { "merge", N_("NUMBER INTO"), N_("Put a ticket into another one"), ticket_merge },
  { NULL }
};

int
daftar_cli_ticket (DaftarCli  *cli,
                   int         argc,
                   char      **argv)
{
  return daftar_cli_dispatch (cli, argv[0], ticket_commands, argc - 1, argv + 1);
}

/* --- Follow-ups. ----------------------------------------------------------------------------------- */

static gpointer
follow_ups_read (DaftarReader  *reader,
                 gpointer       request,
                 GError       **error)
{
  g_autoptr (GArray) ids =
    daftar_follow_up_view_ids (reader, GINT_TO_POINTER (((Request *) request)->view), -1, error);

  return ids != NULL ? daftar_follow_up_store_get_rows (reader, (gint64 *) ids->data, ids->len, error) : NULL;
}

static int
follow_up_list (DaftarCli  *cli,
                int         argc,
                char      **argv)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  gboolean overdue = FALSE, week = FALSE, due = FALSE;
  Request request = { 0 };
  const GOptionEntry entries[] = {
    { "due", 0, 0, G_OPTION_ARG_NONE, &due, N_("Those of today (the default)"), NULL },
    { "overdue", 0, 0, G_OPTION_ARG_NONE, &overdue, N_("Those that are late"), NULL },
    { "week", 0, 0, G_OPTION_ARG_NONE, &week, N_("Those of the days after today"), NULL },
    { NULL }
  };

  if (!daftar_cli_parse (cli, entries, &argc, &argv, 0, 0))
    return DAFTAR_CLI_USAGE;
  request.view = overdue ? DAFTAR_FOLLOW_UP_VIEW_OVERDUE : week ? DAFTAR_FOLLOW_UP_VIEW_WEEK : DAFTAR_FOLLOW_UP_VIEW_TODAY;
  if (daftar_cli_open (cli, &error))
    rows = daftar_store_read (cli->store, follow_ups_read, &request, &error);
  return tell_list (cli, rows, error);
}

static int
tell_follow_up (DaftarCli      *cli,
                DaftarFollowUp *step,
                GError         *error)
{
  if (step == NULL)
    return daftar_cli_fail (error);
  if (cli->json)
    daftar_cli_write_record (cli, step);
  else
    say_follow_up (step);
  return DAFTAR_CLI_DONE;
}

static int
follow_up_add (DaftarCli  *cli,
               int         argc,
               char      **argv)
{
  g_autoptr (DaftarFollowUp) step = daftar_follow_up_new ();
  g_autoptr (DaftarFollowUp) saved = NULL;
  g_autoptr (GError) error = NULL;
  int year, month, day;
  const GOptionEntry entries[] = {
    { "customer", 'c', 0, G_OPTION_ARG_INT64, &step->customer_id, N_("Whose it is"), N_("ID") },
    { NULL }
  };

  if (!daftar_cli_parse (cli, entries, &argc, &argv, 2, 2))
    return DAFTAR_CLI_USAGE;
  if (!daftar_date_parse_iso (argv[1], &year, &month, &day))
    return daftar_cli_wrong (_("Write the day as YYYY-MM-DD."));
  step->due_day = g_strdup (argv[1]);
  step->title = g_strdup (argv[2]);
  step->due_minute = -1;
  if (daftar_cli_open (cli, &error))
    saved = daftar_store_write (cli->store, "follow-up.add", daftar_follow_up_save_write, step, NULL, &error);
  return tell_follow_up (cli, saved, error);
}

static int
follow_up_done (DaftarCli  *cli,
                int         argc,
                char      **argv)
{
  g_autoptr (DaftarFollowUpEnd) end = NULL;
  g_autoptr (DaftarFollowUp) step = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  if (!daftar_cli_parse (cli, NULL, &argc, &argv, 1, 2) || !daftar_cli_get_id (argv[1], &id))
    return DAFTAR_CLI_USAGE;
  end = daftar_follow_up_end_new (id, DAFTAR_FOLLOW_UP_RESULT_REACHED);
  end->outcome = g_strdup (argc > 2 ? argv[2] : NULL);
  if (daftar_cli_open (cli, &error))
    step = daftar_store_write (cli->store, "follow-up.done", daftar_follow_up_end_write, end, NULL, &error);
  return tell_follow_up (cli, step, error);
}

static int
follow_up_skip (DaftarCli  *cli,
                int         argc,
                char      **argv)
{
  g_autoptr (DaftarFollowUpEnd) end = NULL;
  g_autoptr (DaftarFollowUp) step = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  if (!daftar_cli_parse (cli, NULL, &argc, &argv, 1, 2) || !daftar_cli_get_id (argv[1], &id))
    return DAFTAR_CLI_USAGE;
  end = daftar_follow_up_end_new (id, DAFTAR_FOLLOW_UP_RESULT_SKIPPED);
  end->outcome = g_strdup (argc > 2 ? argv[2] : NULL);
  if (daftar_cli_open (cli, &error))
    step = daftar_store_write (cli->store, "follow-up.skip", daftar_follow_up_end_write, end, NULL, &error);
  return tell_follow_up (cli, step, error);
}

/* Without a moment: until tomorrow morning. */
static int
follow_up_snooze (DaftarCli  *cli,
                  int         argc,
                  char      **argv)
{
  g_autoptr (DaftarSnoozeRequest) request = NULL;
  g_autoptr (DaftarFollowUp) step = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *back = NULL;
  gint64 id, until = 0;

  if (!daftar_cli_parse (cli, NULL, &argc, &argv, 1, 2) || !daftar_cli_get_id (argv[1], &id))
    return DAFTAR_CLI_USAGE;
  if (!daftar_cli_open (cli, &error))
    return daftar_cli_fail (error);
  if (argc > 2 && !daftar_cli_get_moment (cli, argv[2], &until))
    return DAFTAR_CLI_USAGE;
  request = daftar_snooze_request_new (id, argc > 2 ? DAFTAR_SNOOZE_UNTIL : DAFTAR_SNOOZE_TOMORROW, until);
  back = daftar_store_write (cli->store, "follow-up.snooze", daftar_follow_up_snooze_write, request, NULL, &error);
  if (back != NULL)
    step = daftar_store_read (cli->store, daftar_follow_up_read, &id, &error);
  return tell_follow_up (cli, step, error);
}

static const DaftarCliCommand follow_up_commands[] = {
  { "list", "", N_("What was promised"), follow_up_list },
  { "add", N_("DAY TITLE"), N_("Promise something"), follow_up_add },
  { "done", N_("ID [OUTCOME]"), N_("It is done"), follow_up_done },
  { "snooze", N_("ID [MOMENT]"), N_("Let it come back tomorrow, or at YYYY-MM-DD or “YYYY-MM-DD HH:MM”"), follow_up_snooze },
  { "skip", N_("ID [WHY]"), N_("It isn’t to be done any more"), follow_up_skip },
  { NULL }
};

int
daftar_cli_follow_up (DaftarCli  *cli,
                      int         argc,
                      char      **argv)
{
  return daftar_cli_dispatch (cli, argv[0], follow_up_commands, argc - 1, argv + 1);
}
