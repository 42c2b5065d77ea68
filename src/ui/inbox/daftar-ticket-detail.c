/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-ticket-detail.h"

#include "daftar-avatar.h"
#include "daftar-bidi.h"
#include "daftar-conversation.h"
#include "daftar-empty-state.h"
#include "daftar-icons.h"
#include "daftar-ticket-menus.h"
#include "daftar-ticket-text.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define MAX_WIDTH 720

struct _DaftarTicketDetail
{
  GtkWidget parent_instance;

  DaftarUiContext *ui;
  gint64 ticket_id;
  DaftarTicketView *view; /* nullable */
  GCancellable *cancellable;

  GtkWidget *stack;
  GtkWidget *subject;
  GtkWidget *avatar;
  GtkWidget *customer;
  GtkWidget *customer_name;
  GtkWidget *facts;
  GtkWidget *clock;
  GtkWidget *clock_icon;
  GtkWidget *menus[DAFTAR_N_TICKET_MENUS];
  GtkWidget *menu_labels[DAFTAR_N_TICKET_MENUS];
  GtkWidget *menu_icons[DAFTAR_N_TICKET_MENUS];
  GtkWidget *solution;
  GtkWidget *conversation;
  GtkWidget *composer;
};

enum
{
  SIGNAL_SHOWN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DaftarTicketDetail, daftar_ticket_detail, GTK_TYPE_WIDGET)

/* --- What it says. --------------------------------------------------------------------------------- */

static void
set_meaning (GtkWidget  *widget,
             const char *meaning)
{
  static const char *const meanings[] = { "daftar-late", "daftar-soon", "daftar-good" };

  for (guint i = 0; i < G_N_ELEMENTS (meanings); i++)
    if (g_strcmp0 (meaning, meanings[i]) == 0)
      gtk_widget_add_css_class (widget, meanings[i]);
    else
      gtk_widget_remove_css_class (widget, meanings[i]);
}

static void
update_clock (DaftarTicketDetail *self)
{
  const char *meaning = NULL, *icon_name = NULL;
  g_autofree char *text = NULL;
  g_autofree char *targets = NULL;

  if (self->view == NULL)
    return;
  text = daftar_ticket_text_clock (self->ui, self->view->ticket, &meaning, &icon_name);
  targets = daftar_ticket_text_targets (self->ui, self->view->ticket);
  gtk_label_set_label (GTK_LABEL (self->clock), text);
  gtk_widget_set_tooltip_text (self->clock, targets);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->clock_icon), icon_name);
  gtk_widget_set_visible (self->clock_icon, icon_name != NULL);
  set_meaning (self->clock, meaning);
  set_meaning (self->clock_icon, meaning);
}

static void
set_menu (DaftarTicketDetail *self,
          DaftarTicketMenu    which,
          const char         *heading,
          const char         *label,
          GMenuModel         *menu)
{
  g_autofree char *name = g_strdup_printf ("%s: %s", heading, label);

  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menus[which]), menu);
  gtk_label_set_label (GTK_LABEL (self->menu_labels[which]), label);
  gtk_widget_set_tooltip_text (self->menus[which], heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menus[which]), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_unref (menu);
}

static void
set_menus (DaftarTicketDetail *self,
           DaftarTicket       *ticket)
{
  GtkWidget *mood = self->menu_icons[DAFTAR_TICKET_MENU_MOOD];

  set_menu (self, DAFTAR_TICKET_MENU_STATUS, _("Status"), daftar_enum_label (&daftar_enum_ticket_status, ticket->status),
            daftar_ticket_menu_status (self->ui, self->view));
  set_menu (self, DAFTAR_TICKET_MENU_PRIORITY, _("Priority"), daftar_enum_label (&daftar_enum_priority, ticket->priority),
            daftar_ticket_menu_priority ());
  set_menu (self, DAFTAR_TICKET_MENU_MOOD, _("Mood"), daftar_enum_label (&daftar_enum_mood, ticket->mood),
            daftar_ticket_menu_mood ());
  set_menu (self, DAFTAR_TICKET_MENU_ASSIGNEE, _("Assigned To"),
            ticket->assignee_name != NULL ? ticket->assignee_name : _("Nobody"), daftar_ticket_menu_assignee (self->view));
  daftar_mood_icon_set (mood, ticket->mood);
  gtk_widget_set_visible (mood, TRUE);
  gtk_widget_set_tooltip_text (mood, NULL);
}

static char *
facts_text (DaftarTicketDetail *self,
            DaftarTicket       *ticket)
{
  g_autofree char *since = daftar_format_moment (daftar_ui_context_get_format (self->ui), ticket->created_at,
                                                 daftar_ui_context_now (self->ui), DAFTAR_MOMENT_RELATIVE);

  return g_strdup_printf ("%s · %s · %s", daftar_enum_label (&daftar_enum_ticket_kind, ticket->kind),
                          daftar_enum_label (&daftar_enum_channel, ticket->channel), since);
}

static void
set_solution (DaftarTicketDetail *self,
              DaftarTicket       *ticket)
{
  g_autofree char *resolution = daftar_bidi_isolate (ticket->resolution != NULL ? ticket->resolution : "");
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->solution, ticket->solved_at != 0 && ticket->resolution != NULL);
  if (ticket->cause != NULL)
    {
      g_autofree char *cause = daftar_bidi_isolate (ticket->cause);

      /* Translators: how a ticket was solved, and what the cause was. */
      text = g_strdup_printf (_("Solved: %1$s. Cause: %2$s"), resolution, cause);
    }
  else
    text = g_strdup_printf (_("Solved: %s"), resolution);
  gtk_label_set_label (GTK_LABEL (self->solution), text);
}

static void
fill (DaftarTicketDetail *self)
{
  DaftarTicket *ticket = self->view->ticket;
  const char *name = ticket->customer_name != NULL ? ticket->customer_name : _("No customer");
  g_autofree char *facts = facts_text (self, ticket);

  gtk_label_set_label (GTK_LABEL (self->subject), ticket->subject);
  daftar_avatar_set_name (DAFTAR_AVATAR (self->avatar), name);
  gtk_label_set_label (GTK_LABEL (self->customer_name), name);
  gtk_widget_set_sensitive (self->customer, ticket->customer_id != 0);
  gtk_label_set_label (GTK_LABEL (self->facts), facts);
  set_menus (self, ticket);
  set_solution (self, ticket);
  update_clock (self);
  daftar_conversation_set (DAFTAR_CONVERSATION (self->conversation), self->view);
  daftar_composer_set_ticket (DAFTAR_COMPOSER (self->composer), self->view);
  gtk_widget_set_visible (self->composer, ticket->status != DAFTAR_TICKET_STATUS_MERGED);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "ticket");
}

/* --- Reading. -------------------------------------------------------------------------------------- */

static void
set_view (DaftarTicketDetail *self,
          DaftarTicketView   *view)
{
  g_clear_pointer (&self->view, daftar_ticket_view_free);
  self->view = view;
  if (view != NULL)
    fill (self);
  else
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "none");
  g_signal_emit (self, signals[SIGNAL_SHOWN], 0);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (DaftarTicketDetail) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DaftarTicketView) view = daftar_store_read_finish (DAFTAR_STORE (source), result, &error);

  /* A late answer: something else is to be shown by now, or the window is gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->stack == NULL
      || (view != NULL && DAFTAR_RECORD (view->ticket)->id != self->ticket_id))
    return;
  /* It is not there any more (its creation was undone): so nothing is chosen. */
  set_view (self, g_steal_pointer (&view));
}

static void
read_again (DaftarTicketDetail *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  daftar_store_read_async (daftar_ui_context_get_store (self->ui), daftar_ticket_read,
                           g_memdup2 (&self->ticket_id, sizeof self->ticket_id), g_free, daftar_ticket_view_free,
                           self->cancellable, read_cb, g_object_ref (self));
}

static void
changed_cb (DaftarTicketDetail *self,
            DaftarChanges      *changes)
{
  if (self->ticket_id == 0)
    return;
  if (daftar_changes_touch (changes, DAFTAR_KIND_TICKET, self->ticket_id)
      || daftar_changes_touch (changes, DAFTAR_KIND_TICKET_EVENT, self->ticket_id)
      || daftar_changes_touch (changes, DAFTAR_KIND_STAFF_MEMBER, 0)
      || daftar_changes_touch (changes, DAFTAR_KIND_HOURS, 0)
      || (self->view != NULL && daftar_changes_touch (changes, DAFTAR_KIND_CUSTOMER, self->view->ticket->customer_id)))
    read_again (self);
}

/* --- The widget. ----------------------------------------------------------------------------------- */

static void
daftar_ticket_detail_dispose (GObject *object)
{
  DaftarTicketDetail *self = DAFTAR_TICKET_DETAIL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_pointer (&self->view, daftar_ticket_view_free);
  g_clear_object (&self->ui);
  G_OBJECT_CLASS (daftar_ticket_detail_parent_class)->dispose (object);
}

static void
daftar_ticket_detail_class_init (DaftarTicketDetailClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daftar_ticket_detail_dispose;
  signals[SIGNAL_SHOWN] =
    g_signal_new ("shown", DAFTAR_TYPE_TICKET_DETAIL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
daftar_ticket_detail_init (DaftarTicketDetail *self)
{
}

static GtkWidget *
make_who (DaftarTicketDetail *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->avatar = daftar_avatar_new (24);
  self->customer_name = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->customer_name), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (name), self->avatar);
  gtk_box_append (GTK_BOX (name), self->customer_name);
  self->customer = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->customer), name);
  gtk_widget_set_name (self->customer, "ticket-customer");
  gtk_widget_add_css_class (self->customer, "flat");
  gtk_widget_add_css_class (self->customer, "daftar-flush");
  gtk_widget_set_tooltip_text (self->customer, _("Show Customer"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->customer), "inbox.open-customer");
  gtk_widget_set_hexpand (self->customer, TRUE);
  gtk_widget_set_halign (self->customer, GTK_ALIGN_START);
  self->clock_icon = gtk_image_new ();
  self->clock = gtk_label_new (NULL);
  gtk_widget_set_name (self->clock, "ticket-clock");
  gtk_widget_add_css_class (self->clock, "daftar-medium");
  gtk_widget_add_css_class (self->clock, "daftar-numbers");
  gtk_box_append (GTK_BOX (line), self->customer);
  gtk_box_append (GTK_BOX (line), self->clock_icon);
  gtk_box_append (GTK_BOX (line), self->clock);
  return line;
}

static GtkWidget *
make_menus (DaftarTicketDetail *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  static const char *const names[] = { "ticket-status", "ticket-priority", "ticket-mood", "ticket-assignee" };

  for (guint i = 0; i < DAFTAR_N_TICKET_MENUS; i++)
    {
      GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

      self->menus[i] = gtk_menu_button_new ();
      self->menu_icons[i] = daftar_mood_icon_new ();
      self->menu_labels[i] = gtk_label_new (NULL);
      gtk_label_set_ellipsize (GTK_LABEL (self->menu_labels[i]), PANGO_ELLIPSIZE_END);
      gtk_box_append (GTK_BOX (inner), self->menu_icons[i]);
      gtk_box_append (GTK_BOX (inner), self->menu_labels[i]);
      gtk_menu_button_set_child (GTK_MENU_BUTTON (self->menus[i]), inner);
      gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->menus[i]), TRUE);
      gtk_widget_set_name (self->menus[i], names[i]);
      gtk_widget_add_css_class (self->menus[i], "daftar-chip");
      gtk_box_append (GTK_BOX (line), self->menus[i]);
    }
  return line;
}

static GtkWidget *
make_header (DaftarTicketDetail *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *clamp = adw_clamp_new ();

  self->subject = gtk_label_new (NULL);
  gtk_widget_set_name (self->subject, "ticket-subject");
  gtk_widget_add_css_class (self->subject, "title-3");
  gtk_label_set_wrap (GTK_LABEL (self->subject), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->subject), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (self->subject), 2);
  gtk_label_set_ellipsize (GTK_LABEL (self->subject), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->subject), 0);
  self->facts = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->facts, "dim-label");
  gtk_widget_add_css_class (self->facts, "daftar-second");
  gtk_label_set_ellipsize (GTK_LABEL (self->facts), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->facts), 0);
  self->solution = gtk_label_new (NULL);
  gtk_widget_set_name (self->solution, "ticket-solution");
  gtk_widget_add_css_class (self->solution, "daftar-good");
  gtk_label_set_wrap (GTK_LABEL (self->solution), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->solution), 0);
  gtk_box_append (GTK_BOX (box), self->subject);
  gtk_box_append (GTK_BOX (box), self->facts);
  gtk_box_append (GTK_BOX (box), make_who (self));
  gtk_box_append (GTK_BOX (box), make_menus (self));
  gtk_box_append (GTK_BOX (box), self->solution);
  gtk_widget_add_css_class (box, "daftar-ticket-head");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), MAX_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), MAX_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  return clamp;
}

/**
 * daftar_ticket_detail_new:
 * @ui: the context
 *
 * Returns: (transfer floating): a detail that shows nothing yet
 */
GtkWidget *
daftar_ticket_detail_new (DaftarUiContext *ui)
{
  DaftarTicketDetail *self = g_object_new (DAFTAR_TYPE_TICKET_DETAIL, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->ui = g_object_ref (ui);
  self->conversation = daftar_conversation_new (ui);
  self->composer = daftar_composer_new (ui);
  gtk_widget_set_vexpand (self->conversation, TRUE);
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), self->conversation);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), self->composer);
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack),
                       daftar_empty_state_new ("daftar-inbox-symbolic", _("No ticket chosen"),
                                               _("Choose one on the list to read and answer it."), NULL, NULL),
                       "none");
  gtk_stack_add_named (GTK_STACK (self->stack), box, "ticket");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  g_signal_connect_object (daftar_ui_context_get_store (ui), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (ui, "tick", G_CALLBACK (update_clock), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * daftar_ticket_detail_show:
 * @self: the detail
 * @ticket_id: a ticket; 0 for none
 */
void
daftar_ticket_detail_show (DaftarTicketDetail *self,
                           gint64              ticket_id)
{
  if (self->ticket_id == ticket_id)
    return;
  self->ticket_id = ticket_id;
  if (ticket_id != 0)
    read_again (self);
  else
    set_view (self, NULL);
}

/**
 * daftar_ticket_detail_get_view:
 * @self: the detail
 *
 * Returns: (transfer none) (nullable): what is shown; %NULL before it is read
 */
DaftarTicketView *
daftar_ticket_detail_get_view (DaftarTicketDetail *self)
{
  return self->view;
}

DaftarComposer *
daftar_ticket_detail_get_composer (DaftarTicketDetail *self)
{
  return DAFTAR_COMPOSER (self->composer);
}

void
daftar_ticket_detail_open_menu (DaftarTicketDetail *self,
                                DaftarTicketMenu    menu)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->menus[menu]));
}
