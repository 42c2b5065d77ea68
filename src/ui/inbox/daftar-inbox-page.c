/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-inbox-page.h"

#include "daftar-empty-state.h"
#include "daftar-id-selection.h"
#include "daftar-inbox-actions.h"
#include "daftar-inbox.h"
#include "daftar-page.h"
#include "daftar-pane.h"
#include "daftar-row-click.h"
#include "daftar-split.h"
#include "daftar-ticket-menus.h"
#include "daftar-ticket-row.h"
#include "daftar-ticket-store.h"
#include "daftar-ticket-text.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _DaftarInboxPage
{
  GtkWidget parent_instance;

  DaftarUiContext *ui;
  DaftarIdList *list;
  DaftarIdSelection *selection;
  DaftarInbox *inbox; /* what the list shows now */
  DaftarInboxCounts counts;
  GPtrArray *bound;  /* GtkListItem of the rows that are shown */
  GPtrArray *choices; /* GtkListItem of the views */

  GtkWidget *split;
  GtkWidget *views;
  GtkWidget *stack;
  GtkWidget *view;
  GtkWidget *detail;
  GtkWidget *detail_pane;
  GtkWidget *menu;
  gboolean wants_focus; /* the page was shown before the list had rows */
};

static void page_init (DaftarPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DaftarInboxPage, daftar_inbox_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (DAFTAR_TYPE_PAGE, page_init))

/* --- What the list shows. -------------------------------------------------------------------------- */

static void
show_view (DaftarInboxPage *self)
{
  gint64 staff_id = daftar_store_get_staff (daftar_ui_context_get_store (self->ui));

  g_clear_pointer (&self->inbox, daftar_inbox_unref);
  self->inbox = daftar_inbox_new (gtk_drop_down_get_selected (GTK_DROP_DOWN (self->views)), staff_id);
  daftar_id_list_show (self->list, daftar_inbox_ids, daftar_inbox_ref (self->inbox), daftar_inbox_unref,
                       daftar_inbox_ref);
}

static void
update_stack (DaftarInboxPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  gboolean none_at_all = self->counts.n[DAFTAR_INBOX_ALL] == 0;

  /* What isn't loaded yet is not nothing. */
  if (n > 0 || !daftar_id_list_is_loading (self->list))
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), n > 0 ? "list" : none_at_all ? "empty" : "done");
}

static void
set_heading (DaftarInboxPage *self,
             GtkListItem     *list_item)
{
  DaftarListItem *item = gtk_list_item_get_item (list_item);
  DaftarTicketRow *row = DAFTAR_TICKET_ROW (gtk_list_item_get_child (list_item));
  const char *meaning = NULL, *title = NULL;
  guint section, count = 0;

  if (item != NULL && daftar_inbox_get_heading (self->inbox, daftar_list_item_get_id (item), &section, &count))
    title = daftar_ticket_text_section (section, &meaning);
  daftar_ticket_row_set_heading (row, title, meaning, count);
}

/* Rows stay, but which of them begins a section may be another one now. */
static void
ids_changed_cb (DaftarInboxPage *self)
{
  for (guint i = 0; i < self->bound->len; i++)
    set_heading (self, g_ptr_array_index (self->bound, i));
  update_stack (self);
  if (self->wants_focus && g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0)
    daftar_inbox_page_focus_list (self);
}

/* --- Counts. --------------------------------------------------------------------------------------- */

static char *
choice_text (DaftarInboxPage *self,
             guint            view)
{
  g_autofree char *number = NULL;

  if (self->counts.n[view] == 0)
    return g_strdup (daftar_ticket_text_view (view));
  number = daftar_format_number (daftar_ui_context_get_format (self->ui), self->counts.n[view]);
  /* Translators: a view of the inbox and how many tickets it has: "Mine (3)". */
  return g_strdup_printf (_("%1$s (%2$s)"), daftar_ticket_text_view (view), number);
}

static void
fill_choice (DaftarInboxPage *self,
             GtkListItem     *item)
{
  g_autofree char *text = choice_text (self, gtk_list_item_get_position (item));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (DaftarInboxPage) self = data;
  g_autofree DaftarInboxCounts *counts = daftar_store_read_finish (DAFTAR_STORE (source), result, NULL);

  if (counts == NULL || self->split == NULL)
    return;
  self->counts = *counts;
  for (guint i = 0; i < self->choices->len; i++)
    fill_choice (self, g_ptr_array_index (self->choices, i));
  daftar_page_set_badge (DAFTAR_PAGE (self), counts->n[DAFTAR_INBOX_NOW], counts->n_late);
  update_stack (self);
}

static void
count (DaftarInboxPage *self)
{
  gint64 staff_id = daftar_store_get_staff (daftar_ui_context_get_store (self->ui));

  daftar_store_read_async (daftar_ui_context_get_store (self->ui), daftar_inbox_count_read,
                           g_memdup2 (&staff_id, sizeof staff_id), g_free, g_free, NULL, counted_cb,
                           g_object_ref (self));
}

static void
changed_cb (DaftarInboxPage *self,
            DaftarChanges   *changes)
{
  if (daftar_changes_touch (changes, DAFTAR_KIND_TICKET, 0))
    count (self);
}

/* The words move on by themselves; the file is asked only when time makes it another list. */
static void
tick_cb (DaftarInboxPage *self)
{
  for (guint i = 0; i < self->bound->len; i++)
    daftar_ticket_row_update (DAFTAR_TICKET_ROW (gtk_list_item_get_child (self->bound->pdata[i])));
  if (daftar_ui_context_now (self->ui) < self->counts.changes_at)
    return;
  daftar_id_list_refresh (self->list);
  count (self);
}

static void
format_cb (DaftarInboxPage *self)
{
  for (guint i = 0; i < self->bound->len; i++)
    daftar_ticket_row_update (DAFTAR_TICKET_ROW (gtk_list_item_get_child (self->bound->pdata[i])));
}

/* --- Rows. ----------------------------------------------------------------------------------------- */

static void
fill_row (DaftarInboxPage *self,
          GtkListItem     *list_item)
{
  DaftarTicketRow *row = DAFTAR_TICKET_ROW (gtk_list_item_get_child (list_item));
  GtkWidget *cell = gtk_widget_get_parent (GTK_WIDGET (row));
  g_autofree char *words = NULL;

  daftar_ticket_row_set (row, daftar_list_item_get_record (gtk_list_item_get_item (list_item)));
  words = daftar_ticket_row_describe (row);
  /* The row's own name for a screen reader stands on what the list view made around it. */
  if (words != NULL && cell != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
record_cb (DaftarListItem *item,
           GParamSpec     *pspec,
           GtkListItem    *list_item)
{
  fill_row (g_object_get_data (G_OBJECT (list_item), "page"), list_item);
}

static void
activate_cb (DaftarInboxPage *self,
             guint            position)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  daftar_split_show_detail (DAFTAR_SPLIT (self->split));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          DaftarInboxPage          *self)
{
  gtk_list_item_set_child (list_item, daftar_ticket_row_new (self->ui));
  daftar_row_click_add (list_item);
  g_object_set_data (G_OBJECT (list_item), "page", self);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         DaftarInboxPage          *self)
{
  g_signal_connect (gtk_list_item_get_item (list_item), "notify::record", G_CALLBACK (record_cb), list_item);
  g_ptr_array_add (self->bound, list_item);
  fill_row (self, list_item);
  set_heading (self, list_item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item,
           DaftarInboxPage          *self)
{
  g_ptr_array_remove_fast (self->bound, list_item);
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), record_cb, list_item);
}

static void
choice_setup_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "daftar-numbers");
  gtk_list_item_set_child (list_item, label);
}

static void
choice_bind_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *list_item,
                DaftarInboxPage          *self)
{
  g_ptr_array_add (self->choices, list_item);
  fill_choice (self, list_item);
}

static void
choice_unbind_cb (GtkSignalListItemFactory *factory,
                  GtkListItem              *list_item,
                  DaftarInboxPage          *self)
{
  g_ptr_array_remove_fast (self->choices, list_item);
}

/* --- Selecting. ------------------------------------------------------------------------------------ */

static void
selected_cb (DaftarInboxPage *self)
{
  daftar_ticket_detail_show (DAFTAR_TICKET_DETAIL (self->detail), daftar_id_selection_get_id (self->selection));
}

static void
ticket_shown_cb (DaftarInboxPage *self)
{
  DaftarTicketView *view = daftar_ticket_detail_get_view (DAFTAR_TICKET_DETAIL (self->detail));
  g_autoptr (GMenuModel) menu = view != NULL ? daftar_ticket_menu_all (self->ui, view) : NULL;
  g_autofree char *title = view != NULL ? daftar_ticket_text_number (self->ui, view->ticket->number) : NULL;

  daftar_pane_set_title (DAFTAR_PANE (self->detail_pane), title, NULL);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu), menu);
  gtk_widget_set_visible (self->menu, menu != NULL);
  daftar_inbox_actions_update (self);
}

/* --- For the actions. ------------------------------------------------------------------------------ */

/* NULL when the page is gone. */
DaftarTicketDetail *
daftar_inbox_page_get_detail (DaftarInboxPage *self)
{
  return self->split != NULL ? DAFTAR_TICKET_DETAIL (self->detail) : NULL;
}

DaftarUiContext *
daftar_inbox_page_get_ui (DaftarInboxPage *self)
{
  return self->ui;
}

void
daftar_inbox_page_show (DaftarInboxPage *self,
                        gint64           ticket_id)
{
  daftar_id_selection_set_id (self->selection, ticket_id);
  daftar_split_show_detail (DAFTAR_SPLIT (self->split));
}

void
daftar_inbox_page_move (DaftarInboxPage *self,
                        int              by)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  guint position = daftar_id_selection_get_position (self->selection);

  if (n == 0)
    return;
  if (position == GTK_INVALID_LIST_POSITION)
    position = by > 0 ? 0 : n - 1;
  else
    position = CLAMP ((gint64) position + by, 0, (gint64) n - 1);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", position);
  /* The focus goes along, so that Enter and the arrows go on from here. */
  for (guint i = 0; i < self->bound->len; i++)
    if (gtk_list_item_get_position (self->bound->pdata[i]) == position)
      gtk_widget_grab_focus (gtk_widget_get_parent (gtk_list_item_get_child (self->bound->pdata[i])));
}

void
daftar_inbox_page_focus_list (DaftarInboxPage *self)
{
  self->wants_focus = g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0;
  if (daftar_split_get_folded (DAFTAR_SPLIT (self->split)) && gtk_widget_get_mapped (self->menu))
    gtk_widget_grab_focus (self->menu);
  else
    gtk_widget_grab_focus (self->wants_focus || !gtk_widget_get_mapped (self->view) ? self->views : self->view);
}

/* --- The page. ------------------------------------------------------------------------------------- */

static const char *
get_id (DaftarPage *page)
{
  return "inbox";
}

static const char *
get_title (DaftarPage *page)
{
  return _("Inbox");
}

static const char *
get_icon_name (DaftarPage *page)
{
  return "daftar-inbox-symbolic";
}

static gboolean
open_record (DaftarPage *page,
             const char *kind,
             gint64      id)
{
  if (!g_str_equal (kind, "ticket"))
    return FALSE;
  daftar_inbox_page_show (DAFTAR_INBOX_PAGE (page), id);
  return TRUE;
}

static gboolean
back (DaftarPage *page)
{
  return daftar_split_show_list (DAFTAR_SPLIT (DAFTAR_INBOX_PAGE (page)->split));
}

static void
shown (DaftarPage *page)
{
  daftar_inbox_page_focus_list (DAFTAR_INBOX_PAGE (page));
}

static void
page_init (DaftarPageInterface *iface)
{
  iface->get_id = get_id;
  iface->get_title = get_title;
  iface->get_icon_name = get_icon_name;
  iface->open = open_record;
  iface->back = back;
  iface->shown = shown;
}

static void
daftar_inbox_page_dispose (GObject *object)
{
  DaftarInboxPage *self = DAFTAR_INBOX_PAGE (object);

  g_clear_pointer (&self->split, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->ui);
  G_OBJECT_CLASS (daftar_inbox_page_parent_class)->dispose (object);
}

static void
daftar_inbox_page_finalize (GObject *object)
{
  DaftarInboxPage *self = DAFTAR_INBOX_PAGE (object);

  g_clear_pointer (&self->inbox, daftar_inbox_unref);
  g_ptr_array_unref (self->bound);
  g_ptr_array_unref (self->choices);
  G_OBJECT_CLASS (daftar_inbox_page_parent_class)->finalize (object);
}

static void
daftar_inbox_page_class_init (DaftarInboxPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daftar_inbox_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = daftar_inbox_page_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  daftar_inbox_actions_install (widget_class);
}

static void
daftar_inbox_page_init (DaftarInboxPage *self)
{
  self->bound = g_ptr_array_new ();
  self->choices = g_ptr_array_new ();
}

static GtkWidget *
make_list_view (DaftarInboxPage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  self->view = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  gtk_widget_set_name (self->view, "inbox-list");
  gtk_widget_add_css_class (self->view, "daftar-rows");
  gtk_widget_add_css_class (self->view, "daftar-sectioned");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Tickets"), -1);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activate_cb), self);
  return self->view;
}

static GtkWidget *
make_stack (DaftarInboxPage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), make_list_view (self));
  self->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_stack_add_named (GTK_STACK (self->stack), scroller, "list");
  gtk_stack_add_named (GTK_STACK (self->stack),
                       daftar_empty_state_new ("daftar-inbox-symbolic", _("No tickets yet"),
                                               _("What a customer asks for or complains about becomes a ticket, "
                                                 "so that nobody forgets it."),
                                               _("_New Ticket"), "inbox.new"),
                       "empty");
  gtk_stack_add_named (GTK_STACK (self->stack),
                       daftar_empty_state_new ("daftar-check-symbolic", _("Nothing here"),
                                               _("No ticket is of this kind now."), NULL, NULL),
                       "done");
  return self->stack;
}

static GtkWidget *
make_views (DaftarInboxPage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const char *labels[DAFTAR_N_INBOX_VIEWS + 1] = { NULL };

  for (guint i = 0; i < DAFTAR_N_INBOX_VIEWS; i++)
    labels[i] = daftar_ticket_text_view (i);
  self->views = gtk_drop_down_new_from_strings (labels);
  g_signal_connect (factory, "setup", G_CALLBACK (choice_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (choice_bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (choice_unbind_cb), self);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (self->views), factory);
  g_object_unref (factory);
  gtk_widget_set_name (self->views, "inbox-views");
  gtk_widget_set_hexpand (self->views, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->views), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Which tickets"), -1);
  g_signal_connect_swapped (self->views, "notify::selected", G_CALLBACK (show_view), self);
  gtk_box_append (GTK_BOX (tools), self->views);
  gtk_widget_add_css_class (tools, "daftar-tools");
  return tools;
}

static GtkWidget *
make_list_pane (DaftarInboxPage *self)
{
  GtkWidget *pane = daftar_pane_new (_("Inbox"));
  GtkWidget *add = gtk_button_new_from_icon_name ("list-add-symbolic");

  gtk_widget_set_name (add, "inbox-new");
  gtk_widget_set_tooltip_text (add, _("New Ticket"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (add), GTK_ACCESSIBLE_PROPERTY_LABEL, _("New Ticket"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "inbox.new");
  daftar_pane_pack_end (DAFTAR_PANE (pane), add);
  daftar_pane_add_top (DAFTAR_PANE (pane), make_views (self));
  daftar_pane_set_child (DAFTAR_PANE (pane), make_stack (self));
  return pane;
}

static GtkWidget *
make_detail_pane (DaftarInboxPage *self)
{
  GtkWidget *solve = gtk_button_new_with_mnemonic (_("_Solve…"));

  self->menu = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu), "view-more-symbolic");
  gtk_widget_set_name (self->menu, "ticket-menu");
  gtk_widget_set_tooltip_text (self->menu, _("More"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, _("More"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (solve), "inbox.solve");
  gtk_widget_set_name (solve, "ticket-solve");
  self->detail = daftar_ticket_detail_new (self->ui);
  self->detail_pane = daftar_pane_new (NULL);
  gtk_widget_add_css_class (self->detail_pane, "daftar-surface");
  daftar_pane_pack_end (DAFTAR_PANE (self->detail_pane), self->menu);
  daftar_pane_pack_end (DAFTAR_PANE (self->detail_pane), solve);
  daftar_pane_set_child (DAFTAR_PANE (self->detail_pane), self->detail);
  g_signal_connect_object (self->detail, "shown", G_CALLBACK (ticket_shown_cb), self, G_CONNECT_SWAPPED);
  return self->detail_pane;
}

/**
 * daftar_inbox_page_new:
 * @ui: the context
 *
 * Returns: (transfer floating): the page of all tickets and of each one
 */
GtkWidget *
daftar_inbox_page_new (DaftarUiContext *ui)
{
  DaftarInboxPage *self = g_object_new (DAFTAR_TYPE_INBOX_PAGE, NULL);

  self->ui = g_object_ref (ui);
  self->inbox = daftar_inbox_new (DAFTAR_INBOX_NOW, 0);
  self->list = daftar_id_list_new (daftar_ui_context_get_store (ui), DAFTAR_KIND_TICKET, daftar_ticket_store_get_rows);
  self->selection = daftar_id_selection_new (self->list);
  self->split = daftar_split_new (make_list_pane (self), make_detail_pane (self));
  gtk_widget_set_parent (self->split, GTK_WIDGET (self));
  g_signal_connect_object (self->selection, "notify::id", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (ids_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::loading", G_CALLBACK (ids_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (daftar_ui_context_get_store (ui), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (ui, "tick", G_CALLBACK (tick_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (ui, "notify::format", G_CALLBACK (format_cb), self, G_CONNECT_SWAPPED);
  ticket_shown_cb (self);
  show_view (self);
  count (self);
  return GTK_WIDGET (self);
}
