/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-ticket-text.h"

#include "daftar-bidi.h"
#include "daftar-enums.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
is_waiting (DaftarTicket *ticket)
{
  return ticket->status == DAFTAR_TICKET_STATUS_WAITING_CUSTOMER || ticket->status == DAFTAR_TICKET_STATUS_WAITING_US;
}

static char *
solved_text (DaftarUiContext *ui,
             DaftarTicket    *ticket)
{
  if (ticket->status == DAFTAR_TICKET_STATUS_MERGED || ticket->solved_at == 0)
    return g_strdup (daftar_enum_label (&daftar_enum_ticket_status, ticket->status));
  return daftar_format_moment (daftar_ui_context_get_format (ui), ticket->solved_at, daftar_ui_context_now (ui),
                               DAFTAR_MOMENT_RELATIVE);
}

/**
 * daftar_ticket_text_clock:
 * @ui: the context
 * @ticket: a ticket
 * @meaning: (out): the class of its colour, or %NULL
 * @icon_name: (out): the icon that says the same, or %NULL
 *
 * Returns: (transfer full): what is left, or how late it is, or until when it waits
 */
char *
daftar_ticket_text_clock (DaftarUiContext  *ui,
                          DaftarTicket     *ticket,
                          const char      **meaning,
                          const char      **icon_name)
{
  DaftarFormat *format = daftar_ui_context_get_format (ui);
  gint64 left = ticket->next_at - daftar_ui_context_now (ui);
  g_autofree char *span = NULL;

  *meaning = *icon_name = NULL;
  if (ticket->next_at == 0)
    {
      *meaning = ticket->solved_at != 0 ? "daftar-good" : NULL;
      *icon_name = ticket->solved_at != 0 ? "daftar-check-symbolic" : NULL;
      return solved_text (ui, ticket);
    }
  if (is_waiting (ticket) && left > 0)
    {
      *icon_name = "daftar-snooze-symbolic";
      return daftar_format_moment (format, ticket->next_at, daftar_ui_context_now (ui), DAFTAR_MOMENT_RELATIVE);
    }
  span = daftar_format_duration (format, left);
  if (left <= 0)
    {
      *meaning = "daftar-late";
      *icon_name = "daftar-late-symbolic";
      /* Translators: %s is a duration, "2 h 10 min": so late is the answer to a ticket. */
      return g_strdup_printf (_("late by %s"), span);
    }
  if (left > 24 * G_TIME_SPAN_HOUR)
    return daftar_format_moment (format, ticket->next_at, daftar_ui_context_now (ui), DAFTAR_MOMENT_RELATIVE);
  if (left <= G_TIME_SPAN_HOUR)
    {
      *meaning = "daftar-soon";
      *icon_name = "daftar-late-symbolic";
    }
  /* Translators: %s is a duration, "12 min": so much time is left to answer a ticket. */
  return g_strdup_printf (_("%s left"), span);
}

static char *
exact (DaftarUiContext *ui,
       gint64           at)
{
  return daftar_format_moment (daftar_ui_context_get_format (ui), at, daftar_ui_context_now (ui), DAFTAR_MOMENT_EXACT);
}

/**
 * daftar_ticket_text_targets:
 * @ui: the context
 * @ticket: a ticket
 *
 * Returns: (transfer full): its clocks exactly, a line each, for a tooltip
 */
char *
daftar_ticket_text_targets (DaftarUiContext *ui,
                            DaftarTicket    *ticket)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *answered = exact (ui, ticket->first_response_at);
  g_autofree char *first = exact (ui, ticket->first_due_at);
  g_autofree char *next = exact (ui, ticket->next_due_at);
  g_autofree char *solved = exact (ui, ticket->solved_at);
  g_autofree char *solve = exact (ui, ticket->solve_due_at);
  g_autofree char *wait = exact (ui, ticket->wait_until);

  if (ticket->first_response_at != 0)
    g_ptr_array_add (lines, g_strdup_printf (_("First answered: %s"), answered));
  else if (ticket->first_due_at != 0)
    g_ptr_array_add (lines, g_strdup_printf (_("First answer until: %s"), first));
  if (ticket->next_due_at != 0)
    g_ptr_array_add (lines, g_strdup_printf (_("Next answer until: %s"), next));
  if (ticket->solved_at != 0)
    g_ptr_array_add (lines, g_strdup_printf (_("Solved: %s"), solved));
  else if (ticket->solve_due_at != 0)
    g_ptr_array_add (lines, g_strdup_printf (_("Solution until: %s"), solve));
  if (ticket->wait_until != 0)
    g_ptr_array_add (lines, g_strdup_printf (_("Waits until: %s"), wait));
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

char *
daftar_ticket_text_number (DaftarUiContext *ui,
                           gint64           number)
{
  g_autofree char *plain = g_strdup_printf ("#%" G_GINT64_FORMAT, number);
  g_autofree char *digits = daftar_format_digits (daftar_ui_context_get_format (ui), plain);

  return daftar_bidi_ltr (digits);
}

/* What it became, in words; NULL for nothing. */
static char *
new_value (DaftarUiContext   *ui,
           DaftarTicketEvent *event)
{
  static const struct { const char *what; const DaftarEnum *values; } enums[] = {
    { "status", &daftar_enum_ticket_status }, { "priority", &daftar_enum_priority }, { "mood", &daftar_enum_mood },
    { "kind", &daftar_enum_ticket_kind },     { "channel", &daftar_enum_channel },
  };
  gint64 number = g_ascii_strtoll (event->new, NULL, 10);

  for (guint i = 0; i < G_N_ELEMENTS (enums); i++)
    if (strcmp (event->what, enums[i].what) == 0)
      return g_strdup (daftar_enum_label (enums[i].values, number));
  if (strcmp (event->what, "wait_until") == 0)
    return number != 0 ? exact (ui, number) : NULL;
  if (g_str_has_prefix (event->what, "merged_") && event->new_name != NULL)
    return daftar_ticket_text_number (ui, g_ascii_strtoll (event->new_name, NULL, 10));
  if (strcmp (event->what, "subject") == 0)
    return daftar_bidi_isolate (event->new);
  return event->new_name != NULL ? daftar_bidi_isolate (event->new_name) : NULL;
}

/**
 * daftar_ticket_text_event:
 * @ui: the context
 * @event: a change
 *
 * Returns: (transfer full) (nullable): what changed, without by whom and when; %NULL if that goes without
 *   saying
 */
char *
daftar_ticket_text_event (DaftarUiContext   *ui,
                          DaftarTicketEvent *event)
{
  g_autofree char *value = event->new != NULL ? new_value (ui, event) : NULL;

  if (value == NULL)
    return strcmp (event->what, "assignee_id") == 0 ? g_strdup (_("Assigned to nobody")) : NULL;
  if (strcmp (event->what, "status") == 0)
    return g_strdup_printf (_("Status: %s"), value);
  if (strcmp (event->what, "priority") == 0)
    return g_strdup_printf (_("Priority: %s"), value);
  if (strcmp (event->what, "mood") == 0)
    return g_strdup_printf (_("Mood: %s"), value);
  if (strcmp (event->what, "kind") == 0)
    return g_strdup_printf (_("Kind: %s"), value);
  if (strcmp (event->what, "channel") == 0)
    return g_strdup_printf (_("Channel: %s"), value);
  if (strcmp (event->what, "wait_until") == 0)
    return g_strdup_printf (_("Comes back: %s"), value);
  if (strcmp (event->what, "assignee_id") == 0)
    return g_strdup_printf (_("Assigned to %s"), value);
  if (strcmp (event->what, "customer_id") == 0)
    return g_strdup_printf (_("Customer: %s"), value);
  if (strcmp (event->what, "subject") == 0)
    return g_strdup_printf (_("Subject: %s"), value);
  if (strcmp (event->what, "merged_into") == 0)
    return g_strdup_printf (_("Merged into %s"), value);
  if (strcmp (event->what, "merged_from") == 0)
    return g_strdup_printf (_("%s was merged into this ticket"), value);
  return NULL;
}

/**
 * daftar_ticket_text_section:
 * @section: a part of the list
 * @meaning: (out): the class of its colour, or %NULL
 *
 * Returns: its heading
 */
const char *
daftar_ticket_text_section (DaftarInboxSection   section,
                            const char         **meaning)
{
  *meaning = NULL;
  switch (section)
    {
    case DAFTAR_INBOX_SECTION_LATE:
      *meaning = "daftar-late";
      /* Translators: heading above the tickets whose answer is late. */
      return C_("tickets", "Late");
    case DAFTAR_INBOX_SECTION_HOUR:
      *meaning = "daftar-soon";
      return C_("tickets", "Within the hour");
    case DAFTAR_INBOX_SECTION_TODAY:
      return C_("tickets", "Today");
    case DAFTAR_INBOX_SECTION_LATER:
      return C_("tickets", "Later");
    case DAFTAR_INBOX_SECTION_WAITING:
      return C_("tickets", "Waiting");
    case DAFTAR_INBOX_SECTION_DONE:
    default:
      return C_("tickets", "Done");
    }
}

const char *
daftar_ticket_text_view (DaftarInboxView view)
{
  switch (view)
    {
    case DAFTAR_INBOX_NOW:
      /* Translators: which tickets the inbox shows. */
      return C_("inbox", "To Answer");
    case DAFTAR_INBOX_MINE:
      return C_("inbox", "Mine");
    case DAFTAR_INBOX_UNASSIGNED:
      return C_("inbox", "Unassigned");
    case DAFTAR_INBOX_WAITING:
      return C_("inbox", "Waiting");
    case DAFTAR_INBOX_SOLVED:
      return C_("inbox", "Solved This Week");
    case DAFTAR_INBOX_ALL:
    default:
      return C_("inbox", "All Tickets");
    }
}
