/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-ticket-menus.h"

#include "daftar-bidi.h"
#include "daftar-ticket-text.h"

#include <glib/gi18n.h>

static void
add_moment (GMenu           *menu,
            DaftarUiContext *ui,
            const char      *label,
            const char      *action,
            const char      *target,
            gint64           at)
{
  g_autofree char *moment =
    daftar_format_moment (daftar_ui_context_get_format (ui), at, daftar_ui_context_now (ui), DAFTAR_MOMENT_EXACT);
  g_autofree char *text = g_strdup_printf ("%s · %s", label, moment);
  g_autoptr (GMenuItem) item = g_menu_item_new (at != 0 ? text : label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}

static void
add_moments (GMenu            *menu,
             DaftarUiContext  *ui,
             DaftarTicketView *view,
             const char       *action)
{
  add_moment (menu, ui, _("_Tomorrow Morning"), action, "tomorrow", view->tomorrow);
  if (view->next_opening != view->tomorrow)
    add_moment (menu, ui, _("Next _Working Day"), action, "opening", view->next_opening);
  add_moment (menu, ui, _("In a Wee_k"), action, "week", view->next_week);
}

/**
 * daftar_ticket_menu_status:
 * @ui: the context
 * @view: a ticket
 *
 * Returns: (transfer full): what may become of it
 */
GMenuModel *
daftar_ticket_menu_status (DaftarUiContext  *ui,
                           DaftarTicketView *view)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) states = g_menu_new ();
  g_autoptr (GMenu) later = g_menu_new ();
  g_autoptr (GMenu) waiting = g_menu_new ();

  if (view->ticket->next_at == 0)
    {
      g_menu_append (menu, _("_Reopen"), "inbox.reopen");
      return G_MENU_MODEL (menu);
    }
  g_menu_append (states, _("_Solve…"), "inbox.solve");
  if (view->ticket->wait_until != 0)
    g_menu_append (states, _("_Open Again"), "inbox.reopen");
  g_menu_append (states, _("_Close Without an Answer"), "inbox.close");
  add_moment (later, ui, _("In an _Hour"), "inbox.snooze", "hour", 0);
  add_moments (later, ui, view, "inbox.snooze");
  add_moments (waiting, ui, view, "inbox.wait");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (states));
  g_menu_append_section (menu, _("Put Off Until"), G_MENU_MODEL (later));
  g_menu_append_section (menu, _("Wait for the Customer Until"), G_MENU_MODEL (waiting));
  return G_MENU_MODEL (menu);
}

static GMenuModel *
enum_menu (const DaftarEnum *values,
           const char       *action)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < values->n_values; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (daftar_enum_label (values, i), NULL);

      g_menu_item_set_action_and_target (item, action, "s", daftar_enum_nick (values, i));
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

GMenuModel *
daftar_ticket_menu_priority (void)
{
  return enum_menu (&daftar_enum_priority, "inbox.priority");
}

GMenuModel *
daftar_ticket_menu_mood (void)
{
  return enum_menu (&daftar_enum_mood, "inbox.mood");
}

/**
 * daftar_ticket_menu_assignee:
 * @view: a ticket
 *
 * Returns: (transfer full): who may be given the ticket
 */
GMenuModel *
daftar_ticket_menu_assignee (DaftarTicketView *view)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) nobody = g_menu_new ();
  g_autoptr (GMenu) staff = g_menu_new ();

  for (guint i = 0; i < view->staff->len; i++)
    {
      DaftarStaffMember *member = g_ptr_array_index (view->staff, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (member->name, NULL);

      g_menu_item_set_action_and_target (item, "inbox.assign", "x", DAFTAR_RECORD (member)->id);
      g_menu_append_item (staff, item);
    }
  g_menu_append (nobody, _("_Nobody"), "inbox.assign(int64 0)");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (staff));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (nobody));
  return G_MENU_MODEL (menu);
}

static GMenuModel *
merge_menu (DaftarUiContext  *ui,
            DaftarTicketView *view)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < view->others->len; i++)
    {
      DaftarTicket *other = g_ptr_array_index (view->others, i);
      g_autofree char *number = daftar_ticket_text_number (ui, other->number);
      g_autofree char *subject = daftar_bidi_isolate (other->subject);
      g_autofree char *text = g_strdup_printf ("%s · %s", number, subject);
      g_autoptr (GMenuItem) item = g_menu_item_new (text, NULL);

      g_menu_item_set_action_and_target (item, "inbox.merge", "x", DAFTAR_RECORD (other)->id);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

/**
 * daftar_ticket_menu_all:
 * @ui: the context
 * @view: a ticket
 *
 * Returns: (transfer full): everything that can be done with it
 */
GMenuModel *
daftar_ticket_menu_all (DaftarUiContext  *ui,
                        DaftarTicketView *view)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) write = g_menu_new ();
  g_autoptr (GMenu) state = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();
  g_autoptr (GMenuModel) status = daftar_ticket_menu_status (ui, view);
  g_autoptr (GMenuModel) priority = daftar_ticket_menu_priority ();
  g_autoptr (GMenuModel) mood = daftar_ticket_menu_mood ();
  g_autoptr (GMenuModel) assignee = daftar_ticket_menu_assignee (view);

  g_menu_append (write, _("_Reply"), "inbox.reply");
  g_menu_append (write, _("Write What the Customer _Said"), "inbox.received");
  g_menu_append (write, _("_Note"), "inbox.note");
  g_menu_append (write, _("_Call"), "inbox.call");
  g_menu_append_submenu (state, _("S_tatus"), status);
  g_menu_append_submenu (state, _("_Priority"), priority);
  g_menu_append_submenu (state, _("_Mood"), mood);
  g_menu_append_submenu (state, _("_Assign To"), assignee);
  if (view->others->len > 0)
    {
      g_autoptr (GMenuModel) merge = merge_menu (ui, view);

      g_menu_append_submenu (more, _("Mer_ge Into"), merge);
    }
  g_menu_append (more, _("Show C_ustomer"), "inbox.open-customer");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (write));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (state));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  return G_MENU_MODEL (menu);
}
