/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-follow-ups-page.h"

#include "daftar-empty-state.h"
#include "daftar-follow-up-action.h"
#include "daftar-follow-up-dialog.h"
#include "daftar-follow-up-row.h"
#include "daftar-growing.h"
#include "daftar-id-list.h"
#include "daftar-outcome-popover.h"
#include "daftar-page.h"
#include "daftar-pane.h"
#include "daftar-section.h"
#include "daftar-snooze-dialog.h"
#include "daftar-ui-write.h"
#include "daftar-window.h"

#include <glib/gi18n.h>

/* The list is one view over several: the heading of a section and its rows, section after section. */
struct _DaftarFollowUpsPage
{
  GtkWidget parent_instance;

  DaftarUiContext *ui;
  DaftarIdList *lists[DAFTAR_N_FOLLOW_UP_VIEWS];
  GListStore *heads[DAFTAR_N_FOLLOW_UP_VIEWS]; /* the heading, if the section has rows */
  GListModel *open_model;
  GListModel *done_model;
  DaftarFollowUpCounts counts;
  guint heads_id;
  gboolean settled; /* the first lists are all there */
  gint64 wanted; /* to be shown as soon as it is in the list */

  GtkWidget *pane;
  GtkWidget *stack;
  GtkWidget *scroll;
  GtkWidget *view;
  GtkWidget *done_toggle;
  GtkWidget *menu;
  gint64 menu_id;
};

static void page_init (DaftarPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DaftarFollowUpsPage, daftar_follow_ups_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (DAFTAR_TYPE_PAGE, page_init))

static const struct
{
  const char *title;
  const char *meaning;
} sections[DAFTAR_N_FOLLOW_UP_VIEWS] = {
  { NC_ ("follow-ups", "Overdue"), "daftar-late" },
  { NC_ ("follow-ups", "Today"), NULL },
  { NC_ ("follow-ups", "Within a week"), NULL },
  { NC_ ("follow-ups", "Later"), NULL },
  { NC_ ("follow-ups", "Done"), NULL },
};

/* A heading in the model: it holds the number of its view as data. */
#define VIEW_KEY "view"

/* --- Rows. ----------------------------------------------------------------------------------------- */

static void
record_cb (DaftarListItem *item,
           GParamSpec     *pspec,
           GtkListItem    *list_item)
{
  DaftarFollowUpRow *row = g_object_get_data (G_OBJECT (list_item), "row");

  daftar_follow_up_row_set (row, daftar_list_item_get_id (item), daftar_list_item_get_record (item));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          DaftarFollowUpsPage      *self)
{
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *head = daftar_section_new (NULL, NULL);
  GtkWidget *row = daftar_follow_up_row_new (self->ui);

  gtk_stack_set_vhomogeneous (GTK_STACK (stack), FALSE);
  gtk_stack_add_named (GTK_STACK (stack), head, "head");
  gtk_stack_add_named (GTK_STACK (stack), row, "row");
  g_object_set_data (G_OBJECT (list_item), "head", head);
  g_object_set_data (G_OBJECT (list_item), "row", row);
  gtk_list_item_set_child (list_item, stack);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         DaftarFollowUpsPage      *self)
{
  GObject *item = gtk_list_item_get_item (list_item);
  GtkWidget *stack = gtk_list_item_get_child (list_item);

  if (DAFTAR_IS_LIST_ITEM (item))
    {
      gtk_list_item_set_activatable (list_item, TRUE);
      gtk_stack_set_visible_child_name (GTK_STACK (stack), "row");
      g_signal_connect_object (item, "notify::record", G_CALLBACK (record_cb), list_item, 0);
      record_cb (DAFTAR_LIST_ITEM (item), NULL, list_item);
    }
  else
    {
      int view = GPOINTER_TO_INT (g_object_get_data (item, VIEW_KEY));
      GtkWidget *head = g_object_get_data (G_OBJECT (list_item), "head");
      const char *title = g_dpgettext2 (NULL, "follow-ups", sections[view].title);

      gtk_list_item_set_activatable (list_item, FALSE);
      /* A screen reader reads what is hidden, too. */
      daftar_follow_up_row_set (g_object_get_data (G_OBJECT (list_item), "row"), 0, NULL);
      gtk_stack_set_visible_child_name (GTK_STACK (stack), "head");
      daftar_section_set_title (head, title, sections[view].meaning);
      daftar_section_set_count (head, g_list_model_get_n_items (G_LIST_MODEL (self->lists[view])));
      gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (stack)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      title, -1);
    }
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item,
           DaftarFollowUpsPage      *self)
{
  GObject *item = gtk_list_item_get_item (list_item);

  if (DAFTAR_IS_LIST_ITEM (item))
    g_signal_handlers_disconnect_by_func (item, record_cb, list_item);
}

static DaftarFollowUpRow *
row_in (GtkWidget *cell)
{
  GtkWidget *stack = cell != NULL ? gtk_widget_get_first_child (cell) : NULL;
  GtkWidget *child = GTK_IS_STACK (stack) ? gtk_stack_get_visible_child (GTK_STACK (stack)) : NULL;

  return DAFTAR_IS_FOLLOW_UP_ROW (child) ? DAFTAR_FOLLOW_UP_ROW (child) : NULL;
}

static DaftarFollowUpRow *
find_row (DaftarFollowUpsPage *self,
          gint64               id)
{
  for (GtkWidget *cell = gtk_widget_get_first_child (self->view); cell != NULL; cell = gtk_widget_get_next_sibling (cell))
    {
      DaftarFollowUpRow *row = row_in (cell);

      if (row != NULL && gtk_widget_get_mapped (GTK_WIDGET (row)) && daftar_follow_up_row_get_id (row) == id)
        return row;
    }
  return NULL;
}

static DaftarFollowUpRow *
focused_row (DaftarFollowUpsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  while (focus != NULL && gtk_widget_get_parent (focus) != self->view)
    focus = gtk_widget_get_parent (focus);
  return row_in (focus);
}

/* --- What can be done with one. -------------------------------------------------------------------- */

static void
end (GtkWidget            *page,
     gint64                id,
     DaftarFollowUpResult  result,
     const char           *outcome)
{
  DaftarFollowUpsPage *self = DAFTAR_FOLLOW_UPS_PAGE (page);
  DaftarFollowUpEnd *request = daftar_follow_up_end_new (id, result);
  const char *toast = result == DAFTAR_FOLLOW_UP_RESULT_NO_ANSWER  ? _("No answer: it comes again tomorrow")
                      : result == DAFTAR_FOLLOW_UP_RESULT_SKIPPED ? _("Skipped")
                                                                  : _("Done");

  request->outcome = g_strdup (outcome);
  daftar_ui_write (page, self->ui, "follow-up.done", toast, daftar_follow_up_end_write, request,
                   (GDestroyNotify) daftar_follow_up_end_free, g_object_unref, NULL, NULL);
}

/* Nobody is asked how it went where there was nobody to reach. */
static void
done_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DaftarFollowUpsPage *self = DAFTAR_FOLLOW_UPS_PAGE (widget);
  gint64 id = g_variant_get_int64 (parameter);
  DaftarFollowUpRow *row = find_row (self, id);
  DaftarFollowUp *follow_up = row != NULL ? daftar_follow_up_row_get (row) : NULL;

  if (follow_up == NULL || follow_up->status != DAFTAR_FOLLOW_UP_STATUS_OPEN)
    return;
  if (follow_up->customer_id == 0)
    end (widget, id, DAFTAR_FOLLOW_UP_RESULT_NONE, NULL);
  else
    daftar_outcome_popover_ask (daftar_follow_up_row_get_check (row), widget, id, end);
}

static void
snooze_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DaftarFollowUpsPage *self = DAFTAR_FOLLOW_UPS_PAGE (widget);
  gint64 id;
  int snooze;

  g_variant_get (parameter, "(xi)", &id, &snooze);
  if (snooze == DAFTAR_SNOOZE_UNTIL)
    daftar_snooze_dialog_present (widget, self->ui, id);
  else
    daftar_ui_write (widget, self->ui, "follow-up.snooze", _("Put off"), daftar_follow_up_snooze_write,
                     daftar_snooze_request_new (id, snooze, 0), (GDestroyNotify) daftar_snooze_request_free, g_free,
                     NULL, NULL);
}

static void
skip_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  end (widget, g_variant_get_int64 (parameter), DAFTAR_FOLLOW_UP_RESULT_SKIPPED, NULL);
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DaftarFollowUpsPage *self = DAFTAR_FOLLOW_UPS_PAGE (widget);
  DaftarFollowUpRow *row = find_row (self, g_variant_get_int64 (parameter));

  if (row != NULL && daftar_follow_up_row_get (row) != NULL)
    daftar_follow_up_dialog_edit (widget, self->ui, daftar_follow_up_row_get (row));
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  gint64 id = g_variant_get_int64 (parameter);

  daftar_ui_write (widget, DAFTAR_FOLLOW_UPS_PAGE (widget)->ui, "follow-up.delete", _("Deleted"),
                   daftar_follow_up_delete_write, g_memdup2 (&id, sizeof id), g_free, g_object_unref, NULL, NULL);
}

static void
customer_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  daftar_window_open (daftar_window_of (widget), "customer", g_variant_get_int64 (parameter));
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  daftar_follow_up_dialog_add (widget, DAFTAR_FOLLOW_UPS_PAGE (widget)->ui, 0, NULL, 0);
}

/* --- The menu of a row. ---------------------------------------------------------------------------- */

static void
append (GMenu      *menu,
        const char *label,
        const char *action,
        gint64      id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", id);
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_menu (DaftarFollowUp *follow_up)
{
  gint64 id = DAFTAR_RECORD (follow_up)->id;
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) second = g_menu_new ();
  g_autoptr (GMenuModel) later = daftar_follow_up_snooze_menu (id);

  if (follow_up->status == DAFTAR_FOLLOW_UP_STATUS_OPEN)
    {
      append (menu, _("_Done"), "follow-up.done", id);
      g_menu_append_submenu (menu, _("Remind _Later"), later);
      append (menu, _("_Skip"), "follow-up.skip", id);
      append (second, _("_Edit…"), "follow-up.edit", id);
    }
  if (follow_up->customer_id != 0)
    append (second, _("Open the _Customer"), "follow-up.customer", follow_up->customer_id);
  append (second, _("De_lete"), "follow-up.delete", id);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (second));
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static void
show_menu (DaftarFollowUpsPage *self,
           DaftarFollowUpRow   *row,
           double               x,
           double               y)
{
  DaftarFollowUp *follow_up = row != NULL ? daftar_follow_up_row_get (row) : NULL;
  g_autoptr (GMenuModel) model = NULL;

  if (follow_up == NULL)
    return;
  model = make_menu (follow_up);
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
pressed_cb (GtkGestureClick     *gesture,
            int                  n_press,
            double               x,
            double               y,
            DaftarFollowUpsPage *self)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  while (widget != NULL && !DAFTAR_IS_FOLLOW_UP_ROW (widget))
    widget = gtk_widget_get_parent (widget);
  if (widget != NULL)
    show_menu (self, DAFTAR_FOLLOW_UP_ROW (widget), x, y);
}

/* --- Keys. ----------------------------------------------------------------------------------------- */

static gboolean
key_done (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   data)
{
  DaftarFollowUpRow *row = focused_row (data);

  if (row != NULL)
    gtk_widget_activate_action (GTK_WIDGET (row), "follow-up.done", "x", daftar_follow_up_row_get_id (row));
  return row != NULL;
}

static gboolean
key_snooze (GtkWidget *widget,
            GVariant  *arguments,
            gpointer   data)
{
  DaftarFollowUpRow *row = focused_row (data);

  if (row != NULL)
    daftar_follow_up_row_snooze (row);
  return row != NULL;
}

static gboolean
key_delete (GtkWidget *widget,
            GVariant  *arguments,
            gpointer   data)
{
  DaftarFollowUpRow *row = focused_row (data);

  if (row != NULL)
    gtk_widget_activate_action (GTK_WIDGET (row), "follow-up.delete", "x", daftar_follow_up_row_get_id (row));
  return row != NULL;
}

static gboolean
key_menu (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   data)
{
  DaftarFollowUpsPage *self = data;
  DaftarFollowUpRow *row = focused_row (self);
  graphene_rect_t bounds;

  if (row == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self), &bounds))
    return FALSE;
  show_menu (self, row, bounds.origin.x + bounds.size.width / 2, bounds.origin.y + bounds.size.height / 2);
  return TRUE;
}

static void
add_keys (DaftarFollowUpsPage *self)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    GtkShortcutFunc func;
  } keys[] = {
    { GDK_KEY_space, 0, key_done },   { GDK_KEY_d, 0, key_done },
    { GDK_KEY_s, 0, key_snooze },     { GDK_KEY_Delete, 0, key_delete },
    { GDK_KEY_Menu, 0, key_menu },    { GDK_KEY_F10, GDK_SHIFT_MASK, key_menu },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, keys[i].modifiers),
                        gtk_callback_action_new (keys[i].func, self, NULL)));
  /* Before the view itself, which would select at Space. */
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->view, controller);
}

static void
activate_cb (GtkListView         *view,
             guint                position,
             DaftarFollowUpsPage *self)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (view)), position);

  if (DAFTAR_IS_LIST_ITEM (item))
    gtk_widget_activate_action (GTK_WIDGET (self), "follow-up.edit", "x", daftar_list_item_get_id (DAFTAR_LIST_ITEM (item)));
}

/* --- Contents. ------------------------------------------------------------------------------------- */

static gboolean
shows_done (DaftarFollowUpsPage *self)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->done_toggle));
}

static void
update_stack (DaftarFollowUpsPage *self)
{
  gboolean any = FALSE, loading = FALSE;
  int first = shows_done (self) ? DAFTAR_FOLLOW_UP_VIEW_DONE : 0;
  int last = shows_done (self) ? DAFTAR_FOLLOW_UP_VIEW_DONE : DAFTAR_FOLLOW_UP_VIEW_LATER;

  for (int i = first; i <= last; i++)
    {
      any = any || g_list_model_get_n_items (G_LIST_MODEL (self->lists[i])) > 0;
      loading = loading || daftar_id_list_is_loading (self->lists[i]);
    }
  if (any || !loading)
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), any ? "list" : shows_done (self) ? "none-done" : "none");
}

/* Scrolls to the follow-up that was asked for from elsewhere, and gives it the focus. */
static void
show_wanted (DaftarFollowUpsPage *self)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (self->view)));

  for (guint i = 0; self->wanted != 0 && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);

      if (!DAFTAR_IS_LIST_ITEM (item) || daftar_list_item_get_id (DAFTAR_LIST_ITEM (item)) != self->wanted)
        continue;
      self->wanted = 0;
      gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", i);
      gtk_widget_grab_focus (self->view);
    }
}

/* The sections come one by one, and the view keeps its place over those that come above: back to the top. */
static void
settle (DaftarFollowUpsPage *self)
{
  if (self->settled)
    return;
  self->settled = TRUE;
  for (int i = 0; i < DAFTAR_FOLLOW_UP_VIEW_DONE; i++)
    self->settled = self->settled && !daftar_id_list_is_loading (self->lists[i]);
  if (g_list_model_get_n_items (self->open_model) > 0)
    gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", 0);
}

static gboolean
heads_cb (gpointer data)
{
  DaftarFollowUpsPage *self = data;

  self->heads_id = 0;
  for (int i = 0; i < DAFTAR_N_FOLLOW_UP_VIEWS; i++)
    {
      guint n = g_list_model_get_n_items (G_LIST_MODEL (self->lists[i]));
      GListModel *head = G_LIST_MODEL (self->heads[i]);
      guint shown = g_list_model_get_n_items (head);
      g_autoptr (GObject) fresh = NULL;

      if ((n > 0) == (shown > 0) && (n == 0 || GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (head), "n")) == n))
        continue;
      /* Another heading, so that its count is written anew. */
      fresh = g_object_new (G_TYPE_OBJECT, NULL);
      g_object_set_data (fresh, VIEW_KEY, GINT_TO_POINTER (i));
      g_object_set_data (G_OBJECT (head), "n", GUINT_TO_POINTER (n));
      g_list_store_splice (self->heads[i], 0, shown, (gpointer *) &fresh, n > 0 ? 1 : 0);
    }
  update_stack (self);
  settle (self);
  show_wanted (self);
  return G_SOURCE_REMOVE;
}

/* Not at once: the models over the list have not heard of the change yet. */
static void
items_cb (DaftarFollowUpsPage *self)
{
  if (self->heads_id == 0)
    self->heads_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, heads_cb, self, NULL);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (DaftarFollowUpsPage) self = data;
  g_autofree DaftarFollowUpCounts *counts = daftar_store_read_finish (DAFTAR_STORE (source), result, NULL);

  if (counts == NULL)
    return;
  daftar_page_set_badge (DAFTAR_PAGE (self),
                         counts->n[DAFTAR_FOLLOW_UP_VIEW_OVERDUE] + counts->n[DAFTAR_FOLLOW_UP_VIEW_TODAY],
                         counts->n[DAFTAR_FOLLOW_UP_VIEW_OVERDUE]);
}

static void
count (DaftarFollowUpsPage *self)
{
  daftar_store_read_async (daftar_ui_context_get_store (self->ui), daftar_follow_up_counts_read, NULL, NULL, g_free, NULL,
                           counted_cb, g_object_ref (self));
}

/* What is due becomes late, and tomorrow becomes today, without anybody changing anything. */
static void
tick_cb (DaftarFollowUpsPage *self)
{
  for (int i = 0; i < DAFTAR_FOLLOW_UP_VIEW_DONE; i++)
    daftar_id_list_refresh (self->lists[i]);
  count (self);
}

static void
changed_cb (DaftarFollowUpsPage *self,
            DaftarChanges       *changes)
{
  if (daftar_changes_touch (changes, DAFTAR_KIND_FOLLOW_UP, 0))
    count (self);
  if (!daftar_changes_touch (changes, DAFTAR_KIND_CUSTOMER, 0) && !daftar_changes_touch (changes, DAFTAR_KIND_CONTACT_POINT, 0)
      && !daftar_changes_touch (changes, DAFTAR_KIND_DEAL, 0))
    return;
  for (int i = 0; i < DAFTAR_N_FOLLOW_UP_VIEWS; i++)
    daftar_id_list_reload (self->lists[i]);
}

static void
set_model (DaftarFollowUpsPage *self,
           GListModel          *model)
{
  g_autoptr (GtkNoSelection) selection = gtk_no_selection_new (
    daftar_growing_new (g_object_ref (model), GTK_SCROLLED_WINDOW (self->scroll)));

  gtk_list_view_set_model (GTK_LIST_VIEW (self->view), GTK_SELECTION_MODEL (selection));
}

static void
toggled_cb (DaftarFollowUpsPage *self)
{
  set_model (self, shows_done (self) ? self->done_model : self->open_model);
  daftar_pane_set_title (DAFTAR_PANE (self->pane), _("Follow-ups"),
                         shows_done (self) ? g_dpgettext2 (NULL, "follow-ups", "Done") : NULL);
  update_stack (self);
}

static void
make_models (DaftarFollowUpsPage *self)
{
  g_autoptr (GListStore) open = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (GListStore) done = g_list_store_new (G_TYPE_LIST_MODEL);
  DaftarStore *store = daftar_ui_context_get_store (self->ui);

  for (int i = 0; i < DAFTAR_N_FOLLOW_UP_VIEWS; i++)
    {
      self->lists[i] = daftar_id_list_new (store, DAFTAR_KIND_FOLLOW_UP, daftar_follow_up_store_get_rows);
      self->heads[i] = g_list_store_new (G_TYPE_OBJECT);
      if (i != DAFTAR_FOLLOW_UP_VIEW_DONE)
        g_list_store_append (open, self->heads[i]);
      g_list_store_append (i == DAFTAR_FOLLOW_UP_VIEW_DONE ? done : open, self->lists[i]);
      g_signal_connect_object (self->lists[i], "items-changed", G_CALLBACK (items_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->lists[i], "notify::loading", G_CALLBACK (items_cb), self, G_CONNECT_SWAPPED);
    }
  self->open_model = G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (g_steal_pointer (&open))));
  self->done_model = G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (g_steal_pointer (&done))));
}

/* --- The page. ------------------------------------------------------------------------------------- */

static const char *
get_id (DaftarPage *page)
{
  return "followups";
}

static const char *
get_title (DaftarPage *page)
{
  return _("Follow-ups");
}

static const char *
get_icon_name (DaftarPage *page)
{
  return "daftar-followups-symbolic";
}

static gboolean
open_record (DaftarPage *page,
             const char *kind,
             gint64      id)
{
  DaftarFollowUpsPage *self = DAFTAR_FOLLOW_UPS_PAGE (page);

  if (!g_str_equal (kind, "follow-up"))
    return FALSE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->done_toggle), FALSE);
  self->wanted = id;
  show_wanted (self);
  return TRUE;
}

static gboolean
back (DaftarPage *page)
{
  DaftarFollowUpsPage *self = DAFTAR_FOLLOW_UPS_PAGE (page);

  if (!shows_done (self))
    return FALSE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->done_toggle), FALSE);
  return TRUE;
}

static void
shown (DaftarPage *page)
{
  gtk_widget_grab_focus (DAFTAR_FOLLOW_UPS_PAGE (page)->view);
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
daftar_follow_ups_page_dispose (GObject *object)
{
  DaftarFollowUpsPage *self = DAFTAR_FOLLOW_UPS_PAGE (object);

  g_clear_handle_id (&self->heads_id, g_source_remove);
  /* The pane, the menu, and a question that is still open. */
  while (gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_unparent (gtk_widget_get_first_child (GTK_WIDGET (self)));
  for (int i = 0; i < DAFTAR_N_FOLLOW_UP_VIEWS; i++)
    {
      g_clear_object (&self->lists[i]);
      g_clear_object (&self->heads[i]);
    }
  g_clear_object (&self->open_model);
  g_clear_object (&self->done_model);
  g_clear_object (&self->ui);
  G_OBJECT_CLASS (daftar_follow_ups_page_parent_class)->dispose (object);
}

static void
daftar_follow_ups_page_class_init (DaftarFollowUpsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daftar_follow_ups_page_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "follow-up.done", "x", done_action);
  gtk_widget_class_install_action (widget_class, "follow-up.snooze", "(xi)", snooze_action);
  gtk_widget_class_install_action (widget_class, "follow-up.skip", "x", skip_action);
  gtk_widget_class_install_action (widget_class, "follow-up.edit", "x", edit_action);
  gtk_widget_class_install_action (widget_class, "follow-up.delete", "x", delete_action);
  gtk_widget_class_install_action (widget_class, "follow-up.customer", "x", customer_action);
  gtk_widget_class_install_action (widget_class, "follow-up.add", NULL, add_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "follow-up.add", NULL);
}

static void
daftar_follow_ups_page_init (DaftarFollowUpsPage *self)
{
}

static GtkWidget *
make_view (DaftarFollowUpsPage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *clamp = adw_clamp_scrollable_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  self->view = gtk_list_view_new (NULL, factory);
  gtk_widget_set_name (self->view, "follow-ups-list");
  gtk_widget_add_css_class (self->view, "daftar-rows");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Follow-ups"), -1);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self, 0);
  adw_clamp_scrollable_set_maximum_size (ADW_CLAMP_SCROLLABLE (clamp), 840);
  adw_clamp_scrollable_set_child (ADW_CLAMP_SCROLLABLE (clamp), self->view);
  self->scroll = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroll), clamp);
  add_keys (self);
  return self->scroll;
}

static void
make_contents (DaftarFollowUpsPage *self)
{
  GtkWidget *add = gtk_button_new_from_icon_name ("list-add-symbolic");
  GtkGesture *click = gtk_gesture_click_new ();

  self->pane = daftar_pane_new (_("Follow-ups"));
  gtk_widget_add_css_class (self->pane, "daftar-surface");
  gtk_widget_add_css_class (add, "suggested-action");
  gtk_widget_set_name (add, "follow-up-add");
  gtk_widget_set_tooltip_text (add, _("New follow-up"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (add), GTK_ACCESSIBLE_PROPERTY_LABEL, _("New follow-up"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "follow-up.add");
  daftar_pane_pack_end (DAFTAR_PANE (self->pane), add);
  self->done_toggle = gtk_toggle_button_new ();
  gtk_button_set_icon_name (GTK_BUTTON (self->done_toggle), "daftar-check-symbolic");
  gtk_widget_set_name (self->done_toggle, "follow-ups-done");
  gtk_widget_set_tooltip_text (self->done_toggle, _("Show what is done"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->done_toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Show what is done"), -1);
  g_signal_connect_object (self->done_toggle, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  daftar_pane_pack_end (DAFTAR_PANE (self->pane), self->done_toggle);

  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), gtk_label_new (NULL), "wait");
  gtk_stack_add_named (GTK_STACK (self->stack), make_view (self), "list");
  gtk_stack_add_named (GTK_STACK (self->stack),
                       daftar_empty_state_new ("daftar-followups-symbolic", _("Nothing promised"),
                                               _("What you promise to a customer stands here until it is done, and reminds you "
                                                 "in time."),
                                               _("_New Follow-up"), "follow-up.add"),
                       "none");
  gtk_stack_add_named (GTK_STACK (self->stack),
                       daftar_empty_state_new ("daftar-check-symbolic", _("Nothing done yet"),
                                               _("Follow-ups that are done stand here, with what came of them."), NULL, NULL),
                       "none-done");
  daftar_pane_set_child (DAFTAR_PANE (self->pane), self->stack);
  gtk_widget_set_parent (self->pane, GTK_WIDGET (self));
  self->menu = gtk_popover_menu_new_from_model (NULL);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * daftar_follow_ups_page_new:
 * @ui: the context
 *
 * Returns: (transfer floating): the page of what was promised
 */
GtkWidget *
daftar_follow_ups_page_new (DaftarUiContext *ui)
{
  DaftarFollowUpsPage *self = g_object_new (DAFTAR_TYPE_FOLLOW_UPS_PAGE, NULL);

  self->ui = g_object_ref (ui);
  gtk_widget_set_name (GTK_WIDGET (self), "followups-page");
  make_models (self);
  make_contents (self);
  set_model (self, self->open_model);
  for (int i = 0; i < DAFTAR_N_FOLLOW_UP_VIEWS; i++)
    daftar_id_list_show (self->lists[i], daftar_follow_up_view_ids, GINT_TO_POINTER (i), NULL, NULL);
  g_signal_connect_object (ui, "tick", G_CALLBACK (tick_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (daftar_ui_context_get_store (ui), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  count (self);
  return GTK_WIDGET (self);
}
