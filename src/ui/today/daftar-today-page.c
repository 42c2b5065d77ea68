/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-today-page.h"

#include "daftar-empty-state.h"
#include "daftar-follow-up-action.h"
#include "daftar-note-dialog.h"
#include "daftar-page.h"
#include "daftar-pane.h"
#include "daftar-today-row.h"
#include "daftar-window.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define WIDTH 760

struct _DaftarTodayPage
{
  GtkWidget parent_instance;

  DaftarUiContext *ui;
  GCancellable *cancellable;
  GtkWidget *pane;
  GtkWidget *stack;
  GtkWidget *list;
};

static void page_init (DaftarPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DaftarTodayPage, daftar_today_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (DAFTAR_TYPE_PAGE, page_init))

/* --- What stands here. ----------------------------------------------------------------------------- */

static void
show_date (DaftarTodayPage *self)
{
  g_autofree char *today = daftar_ui_context_today (self->ui);
  g_autofree char *day = daftar_format_day (daftar_ui_context_get_format (self->ui), today, DAFTAR_DAY_WEEKDAY);

  daftar_pane_set_title (DAFTAR_PANE (self->pane), _("Today"), day);
}

static void
fill (DaftarTodayPage *self,
      GPtrArray       *items)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  int place = selected != NULL ? gtk_list_box_row_get_index (selected) : 0;
  gboolean had_focus = gtk_widget_get_focus_child (self->list) != NULL;
  GtkWidget *child;
  guint late = 0;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  for (guint i = 0; i < items->len; i++)
    {
      DaftarTodayItem *item = g_ptr_array_index (items, i);

      late += item->reason == DAFTAR_TODAY_TICKET_LATE || item->reason == DAFTAR_TODAY_FOLLOW_UP_OVERDUE;
      gtk_list_box_append (GTK_LIST_BOX (self->list), daftar_today_row_new (self->ui, item));
    }
  /* Who works the list off from the keyboard goes on where the last one was. */
  if (had_focus && items->len > 0)
    gtk_widget_grab_focus (GTK_WIDGET (
      gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), MIN (place, (int) items->len - 1))));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), items->len > 0 ? "list" : "empty");
  daftar_page_set_badge (DAFTAR_PAGE (self), items->len, late);
  show_date (self);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (DaftarTodayPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = daftar_store_read_finish (DAFTAR_STORE (source), result, &error);

  if (items != NULL && self->pane != NULL)
    fill (self, items);
  else if (error != NULL && self->pane != NULL)
    daftar_ui_tell_error (GTK_WIDGET (self), error);
}

static void
load (DaftarTodayPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  daftar_store_read_async (daftar_ui_context_get_store (self->ui), daftar_today_read, NULL, NULL,
                           (GDestroyNotify) g_ptr_array_unref, self->cancellable, loaded_cb, g_object_ref (self));
}

/* --- Doing it. ------------------------------------------------------------------------------------- */

static const DaftarTodayItem *
find_item (DaftarTodayPage *self,
           DaftarKind       kind,
           gint64           id)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      const DaftarTodayItem *item = daftar_today_row_get_item (row);

      if (item != NULL && item->kind == kind && item->id == id)
        return item;
    }
  return NULL;
}

static void
ended_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (DaftarTodayPage) self = data;
  g_autoptr (GError) error = NULL;
  gint64 operation;
  gpointer ended = daftar_store_write_finish (DAFTAR_STORE (source), result, &operation, &error);

  g_clear_object (&ended);
  if (self->pane == NULL)
    return;
  if (error != NULL)
    daftar_ui_tell_error (GTK_WIDGET (self), error);
  else
    daftar_ui_toast_undo (GTK_WIDGET (self), self->ui, _("Follow-up done"), operation);
}

static void
end_follow_up (DaftarTodayPage *self,
               gint64           id)
{
  daftar_store_write_async (daftar_ui_context_get_store (self->ui), "follow-up.done", daftar_follow_up_end_write,
                            daftar_follow_up_end_new (id, DAFTAR_FOLLOW_UP_RESULT_NONE),
                            (GDestroyNotify) daftar_follow_up_end_free, g_object_unref, NULL, ended_cb,
                            g_object_ref (self));
}

static void
open_item (DaftarTodayPage       *self,
           const DaftarTodayItem *item)
{
  static const char *const words[DAFTAR_N_KINDS] = {
    [DAFTAR_KIND_CUSTOMER] = "customer",
    [DAFTAR_KIND_TICKET] = "ticket",
    [DAFTAR_KIND_DEAL] = "deal",
    [DAFTAR_KIND_FOLLOW_UP] = "follow-up",
  };
  DaftarWindow *window = daftar_window_of (GTK_WIDGET (self));

  if (item->kind == DAFTAR_KIND_FOLLOW_UP && item->customer_id != 0)
    daftar_window_open (window, "customer", item->customer_id);
  else
    daftar_window_open (window, words[item->kind], item->id);
}

static void
act_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  DaftarTodayPage *self = DAFTAR_TODAY_PAGE (widget);
  const DaftarTodayItem *item;
  int kind;
  gint64 id;

  g_variant_get (parameter, "(ix)", &kind, &id);
  item = find_item (self, kind, id);
  if (item == NULL)
    return;
  if (kind == DAFTAR_KIND_FOLLOW_UP)
    end_follow_up (self, id);
  else if (kind == DAFTAR_KIND_CUSTOMER)
    daftar_note_dialog_present (widget, self->ui, item->customer_id, item->customer_name);
  else
    open_item (self, item);
}

static void
activate_cb (DaftarTodayPage *self,
             GtkListBoxRow   *row)
{
  open_item (self, daftar_today_row_get_item (GTK_WIDGET (row)));
}

/* Space does what the row's button does, for who works the list off from the keyboard. */
static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        DaftarTodayPage       *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (self->list);
  const DaftarTodayItem *item = row != NULL ? daftar_today_row_get_item (row) : NULL;

  if (key != GDK_KEY_space || item == NULL || gtk_widget_get_focus_child (row) != NULL)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (GTK_WIDGET (self), "today.act", "(ix)", (int) item->kind, item->id);
  return GDK_EVENT_STOP;
}

/* --- The page. ------------------------------------------------------------------------------------- */

static const char *
get_id (DaftarPage *page)
{
  return "today";
}

static const char *
get_title (DaftarPage *page)
{
  return _("Today");
}

static const char *
get_icon_name (DaftarPage *page)
{
  return "daftar-today-symbolic";
}

static void
shown (DaftarPage *page)
{
  DaftarTodayPage *self = DAFTAR_TODAY_PAGE (page);
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);

  if (first != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (first));
}

static void
page_init (DaftarPageInterface *iface)
{
  iface->get_id = get_id;
  iface->get_title = get_title;
  iface->get_icon_name = get_icon_name;
  iface->shown = shown;
}

static void
daftar_today_page_dispose (GObject *object)
{
  DaftarTodayPage *self = DAFTAR_TODAY_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->pane, gtk_widget_unparent);
  g_clear_object (&self->ui);
  G_OBJECT_CLASS (daftar_today_page_parent_class)->dispose (object);
}

static void
daftar_today_page_class_init (DaftarTodayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daftar_today_page_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "today.act", "(ix)", act_action);
}

static void
daftar_today_page_init (DaftarTodayPage *self)
{
}

static GtkWidget *
make_list (DaftarTodayPage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->list = gtk_list_box_new ();
  gtk_widget_set_name (self->list, "today-list");
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_set_valign (self->list, GTK_ALIGN_START);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What to do now"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (activate_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->list, keys);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->list);
  gtk_widget_add_css_class (clamp, "daftar-profile");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  return scroller;
}

static void
changed_cb (DaftarTodayPage *self,
            DaftarChanges   *changes)
{
  load (self);
}

/**
 * daftar_today_page_new:
 * @ui: the context
 *
 * Returns: (transfer floating): the page of what to do now
 */
GtkWidget *
daftar_today_page_new (DaftarUiContext *ui)
{
  DaftarTodayPage *self = g_object_new (DAFTAR_TYPE_TODAY_PAGE, NULL);

  self->ui = g_object_ref (ui);
  self->pane = daftar_pane_new (_("Today"));
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), make_list (self), "list");
  gtk_stack_add_named (GTK_STACK (self->stack),
                       daftar_empty_state_new ("daftar-today-symbolic", _("Nothing is waiting"),
                                               _("A quiet day: call a customer you have not heard from for long, and "
                                                 "write it down."),
                                               _("_Find a Customer"), "win.find"),
                       "empty");
  daftar_pane_set_child (DAFTAR_PANE (self->pane), self->stack);
  gtk_widget_set_parent (self->pane, GTK_WIDGET (self));
  g_signal_connect_object (daftar_ui_context_get_store (ui), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (ui, "tick", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  show_date (self);
  load (self);
  return GTK_WIDGET (self);
}
