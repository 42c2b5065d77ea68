/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-inbox-actions.h"

#include "daftar-shell-uri.h"
#include "daftar-ticket-change.h"
#include "daftar-ticket-dialogs.h"
#include "daftar-window.h"

#include <glib/gi18n.h>

/* --- Changing. ------------------------------------------------------------------------------------- */

typedef struct
{
  DaftarInboxPage *page;
  const char *said; /* static, translated: what the toast says */
  gint64 written_id; /* the ticket whose composer is to be emptied, or 0 */
  char *link; /* nullable: what to open once it is written down */
} Job;

static Job *
job_new (DaftarInboxPage *page,
         const char      *said)
{
  Job *job = g_new0 (Job, 1);

  job->page = g_object_ref (page);
  job->said = said;
  return job;
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->page);
  g_free (job->link);
  g_free (job);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  Job *job = data;
  GtkWidget *widget = GTK_WIDGET (job->page);
  g_autoptr (GError) error = NULL;
  gint64 operation;
  g_autoptr (DaftarTicket) ticket = daftar_store_write_finish (DAFTAR_STORE (source), result, &operation, &error);

  if (ticket == NULL)
    daftar_ui_tell_error (widget, error);
  else if (daftar_inbox_page_get_detail (job->page) != NULL)
    {
      if (job->written_id != 0)
        {
          daftar_composer_clear (daftar_ticket_detail_get_composer (daftar_inbox_page_get_detail (job->page)),
                                 job->written_id);
          /* One goes on to the next ticket, and the keys are those of the page again. */
          daftar_inbox_page_focus_list (job->page);
        }
      daftar_ui_toast_undo (widget, daftar_inbox_page_get_ui (job->page), job->said, operation);
      if (job->link != NULL)
        daftar_shell_open_uri (widget, job->link);
    }
  job_free (job);
}

static DaftarTicketView *
get_view (GtkWidget *widget)
{
  return daftar_ticket_detail_get_view (daftar_inbox_page_get_detail (DAFTAR_INBOX_PAGE (widget)));
}

/* A change of the ticket that is shown; NULL while there is none. */
static DaftarTicketChange *
new_change (GtkWidget       *widget,
            DaftarTicketSet  set)
{
  DaftarTicketView *view = get_view (widget);

  return view != NULL ? daftar_ticket_change_new (DAFTAR_RECORD (view->ticket)->id, set) : NULL;
}

static void
run_change (GtkWidget          *widget,
            const char         *operation,
            DaftarTicketChange *change,
            const char         *said)
{
  DaftarInboxPage *page = DAFTAR_INBOX_PAGE (widget);

  daftar_store_write_async (daftar_ui_context_get_store (daftar_inbox_page_get_ui (page)), operation,
                            daftar_ticket_change, change, daftar_ticket_change_free, g_object_unref, NULL, done_cb,
                            job_new (page, said));
}

static void
change_status (GtkWidget          *widget,
               DaftarTicketStatus  status,
               gint64              wait_until,
               const char         *said)
{
  DaftarTicketChange *change = new_change (widget, DAFTAR_TICKET_SET_STATUS);

  if (change == NULL)
    return;
  change->status = status;
  change->wait_until = wait_until;
  run_change (widget, "ticket.status", change, said);
}

static gint64
moment_of (GtkWidget  *widget,
           const char *word)
{
  DaftarTicketView *view = get_view (widget);

  if (view == NULL)
    return 0;
  if (g_str_equal (word, "hour"))
    return daftar_ui_context_now (daftar_inbox_page_get_ui (DAFTAR_INBOX_PAGE (widget))) + G_TIME_SPAN_HOUR;
  if (g_str_equal (word, "tomorrow"))
    return view->tomorrow;
  return g_str_equal (word, "opening") ? view->next_opening : view->next_week;
}

static void
snooze_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  change_status (widget, DAFTAR_TICKET_STATUS_WAITING_US, moment_of (widget, g_variant_get_string (parameter, NULL)),
                 _("Ticket put off"));
}

static void
wait_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  change_status (widget, DAFTAR_TICKET_STATUS_WAITING_CUSTOMER,
                 moment_of (widget, g_variant_get_string (parameter, NULL)), _("Waiting for the customer"));
}

static void
reopen_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  change_status (widget, DAFTAR_TICKET_STATUS_OPEN, 0, _("Ticket reopened"));
}

static void
close_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  change_status (widget, DAFTAR_TICKET_STATUS_CLOSED, 0, _("Ticket closed"));
}

static void
priority_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  DaftarTicketChange *change = new_change (widget, DAFTAR_TICKET_SET_PRIORITY);
  int value = 0;

  if (change == NULL)
    return;
  daftar_enum_from_nick (&daftar_enum_priority, g_variant_get_string (parameter, NULL), &value, NULL);
  change->priority = value;
  run_change (widget, "ticket.priority", change, _("Priority changed"));
}

static void
mood_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DaftarTicketChange *change = new_change (widget, DAFTAR_TICKET_SET_MOOD);
  int value = 0;

  if (change == NULL)
    return;
  daftar_enum_from_nick (&daftar_enum_mood, g_variant_get_string (parameter, NULL), &value, NULL);
  change->mood = value;
  run_change (widget, "ticket.mood", change, _("Mood changed"));
}

static void
assign_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DaftarTicketChange *change = new_change (widget, DAFTAR_TICKET_SET_ASSIGNEE);

  if (change == NULL)
    return;
  change->assignee_id = g_variant_get_int64 (parameter);
  run_change (widget, "ticket.assign", change, _("Ticket assigned"));
}

static void
merge_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  DaftarInboxPage *page = DAFTAR_INBOX_PAGE (widget);
  DaftarTicketView *view = get_view (widget);
  DaftarTicketMerge *merge;

  if (view == NULL)
    return;
  merge = g_new0 (DaftarTicketMerge, 1);
  merge->ticket_id = DAFTAR_RECORD (view->ticket)->id;
  merge->into_id = g_variant_get_int64 (parameter);
  daftar_store_write_async (daftar_ui_context_get_store (daftar_inbox_page_get_ui (page)), "ticket.merge",
                            daftar_ticket_merge, merge, g_free, g_object_unref, NULL, done_cb,
                            job_new (page, _("Tickets merged")));
  daftar_inbox_page_show (page, merge->into_id);
}

/* --- Writing. -------------------------------------------------------------------------------------- */

static void
send_words (GtkWidget *widget,
            gint64     wait_until)
{
  DaftarInboxPage *page = DAFTAR_INBOX_PAGE (widget);
  DaftarTicketView *view = get_view (widget);
  DaftarComposer *composer = daftar_ticket_detail_get_composer (daftar_inbox_page_get_detail (page));
  g_autoptr (GError) error = NULL;
  DaftarTicketWords *words = view != NULL ? daftar_composer_get_words (composer, &error) : NULL;
  g_autofree char *link = words != NULL ? daftar_composer_get_link (composer, view, &error) : NULL;
  Job *job;

  /* Who must not be written to isn't, and no message is on record that was never sent. What was typed stays. */
  if (error != NULL)
    {
      daftar_ui_tell_error (widget, error);
      g_clear_pointer (&words, daftar_ticket_words_free);
    }
  if (words == NULL)
    return;
  words->wait_until = wait_until;
  job = job_new (page, words->kind == DAFTAR_MESSAGE_KIND_NOTE   ? _("Note written")
                       : words->kind == DAFTAR_MESSAGE_KIND_CALL ? _("Call written down")
                                                                 : _("Message written down"));
  job->written_id = words->ticket_id;
  job->link = g_steal_pointer (&link);
  daftar_store_write_async (daftar_ui_context_get_store (daftar_inbox_page_get_ui (page)), "ticket.message",
                            daftar_ticket_say, words, daftar_ticket_words_free, g_object_unref, NULL, done_cb, job);
}

static void
send_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  send_words (widget, 0);
}

static void
send_wait_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  send_words (widget, moment_of (widget, g_variant_get_string (parameter, NULL)));
}

static void
start (GtkWidget          *widget,
       DaftarComposerMode  mode)
{
  DaftarTicketDetail *detail = daftar_inbox_page_get_detail (DAFTAR_INBOX_PAGE (widget));
  DaftarTicketView *view = daftar_ticket_detail_get_view (detail);

  if (view == NULL)
    return;
  daftar_inbox_page_show (DAFTAR_INBOX_PAGE (widget), DAFTAR_RECORD (view->ticket)->id);
  daftar_composer_start (daftar_ticket_detail_get_composer (detail), mode);
}

static void
reply_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  start (widget, DAFTAR_COMPOSER_REPLY);
}

static void
received_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  start (widget, DAFTAR_COMPOSER_RECEIVED);
}

static void
note_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  start (widget, DAFTAR_COMPOSER_NOTE);
}

static void
call_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  start (widget, DAFTAR_COMPOSER_CALL);
}

static void
leave_composer_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  daftar_inbox_page_focus_list (DAFTAR_INBOX_PAGE (widget));
}

/* --- Going elsewhere. ------------------------------------------------------------------------------ */

static void
solve_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  DaftarTicketView *view = get_view (widget);

  if (view != NULL)
    daftar_ticket_solve_dialog_present (widget, daftar_inbox_page_get_ui (DAFTAR_INBOX_PAGE (widget)),
                                        DAFTAR_RECORD (view->ticket)->id);
}

static void
added_cb (gint64   ticket_id,
          gpointer page)
{
  daftar_inbox_page_show (page, ticket_id);
}

static void
new_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  daftar_ticket_dialog_present (widget, daftar_inbox_page_get_ui (DAFTAR_INBOX_PAGE (widget)), 0, NULL, added_cb,
                                widget);
}

static void
open_customer_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  DaftarTicketView *view = get_view (widget);
  DaftarWindow *window = daftar_window_of (widget);

  if (view != NULL && window != NULL && view->ticket->customer_id != 0)
    daftar_window_open (window, "customer", view->ticket->customer_id);
}

static void
next_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  daftar_inbox_page_move (DAFTAR_INBOX_PAGE (widget), 1);
}

static void
previous_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  daftar_inbox_page_move (DAFTAR_INBOX_PAGE (widget), -1);
}

static void
open_menu (GtkWidget        *widget,
           DaftarTicketMenu  menu)
{
  if (get_view (widget) != NULL)
    daftar_ticket_detail_open_menu (daftar_inbox_page_get_detail (DAFTAR_INBOX_PAGE (widget)), menu);
}

static void
assign_menu_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  open_menu (widget, DAFTAR_TICKET_MENU_ASSIGNEE);
}

static void
status_menu_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  open_menu (widget, DAFTAR_TICKET_MENU_STATUS);
}

static void
priority_menu_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  open_menu (widget, DAFTAR_TICKET_MENU_PRIORITY);
}

static void
mood_menu_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  open_menu (widget, DAFTAR_TICKET_MENU_MOOD);
}

/* --- All of them. ---------------------------------------------------------------------------------- */

typedef struct
{
  const char *name;
  const char *parameter;
  GtkWidgetActionActivateFunc activate;
  guint key; /* alone: it works where nothing is being typed */
} Action;

static const Action actions[] = {
  { "inbox.reply", NULL, reply_action, GDK_KEY_r },
  { "inbox.received", NULL, received_action, GDK_KEY_i },
  { "inbox.note", NULL, note_action, GDK_KEY_n },
  { "inbox.call", NULL, call_action, GDK_KEY_c },
  { "inbox.send", NULL, send_action, 0 },
  { "inbox.send-wait", "s", send_wait_action, 0 },
  { "inbox.assign", "x", assign_action, 0 },
  { "inbox.assign-menu", NULL, assign_menu_action, GDK_KEY_a },
  { "inbox.priority", "s", priority_action, 0 },
  { "inbox.priority-menu", NULL, priority_menu_action, GDK_KEY_p },
  { "inbox.mood", "s", mood_action, 0 },
  { "inbox.mood-menu", NULL, mood_menu_action, GDK_KEY_m },
  { "inbox.snooze", "s", snooze_action, 0 },
  { "inbox.wait", "s", wait_action, 0 },
  { "inbox.status-menu", NULL, status_menu_action, GDK_KEY_s },
  { "inbox.solve", NULL, solve_action, GDK_KEY_e },
  { "inbox.reopen", NULL, reopen_action, GDK_KEY_o },
  { "inbox.close", NULL, close_action, 0 },
  { "inbox.merge", "x", merge_action, 0 },
  { "inbox.open-customer", NULL, open_customer_action, GDK_KEY_u },
  /* What follows needs no ticket. */
  { "inbox.leave-composer", NULL, leave_composer_action, 0 },
  { "inbox.new", NULL, new_action, 0 },
  { "inbox.next", NULL, next_action, GDK_KEY_j },
  { "inbox.previous", NULL, previous_action, GDK_KEY_k },
};

#define N_TICKET_ACTIONS 20

void
daftar_inbox_actions_install (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].activate);
      if (actions[i].key != 0)
        gtk_widget_class_add_binding_action (widget_class, actions[i].key, 0, actions[i].name, NULL);
    }
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "inbox.new", NULL);
}

/* What cannot be done with the ticket that is shown is grey in every menu. */
void
daftar_inbox_actions_update (DaftarInboxPage *self)
{
  DaftarTicketView *view = get_view (GTK_WIDGET (self));
  DaftarTicket *ticket = view != NULL ? view->ticket : NULL;
  struct { const char *name; DaftarTicketStatus status; } moves[] = {
    { "inbox.snooze", DAFTAR_TICKET_STATUS_WAITING_US },
    { "inbox.wait", DAFTAR_TICKET_STATUS_WAITING_CUSTOMER },
    { "inbox.solve", DAFTAR_TICKET_STATUS_SOLVED },
    { "inbox.reopen", DAFTAR_TICKET_STATUS_OPEN },
    { "inbox.close", DAFTAR_TICKET_STATUS_CLOSED },
  };

  for (guint i = 0; i < N_TICKET_ACTIONS; i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name, ticket != NULL);
  for (guint i = 0; ticket != NULL && i < G_N_ELEMENTS (moves); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), moves[i].name,
                                   daftar_ticket_may_become (ticket->status, moves[i].status));
}
