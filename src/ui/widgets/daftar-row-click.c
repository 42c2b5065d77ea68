/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-row-click.h"

static void
released_cb (GtkGestureClick *gesture,
             int              n_press,
             double           x,
             double           y,
             GtkListItem     *item)
{
  GtkWidget *child = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  GtkWidget *view = gtk_widget_get_ancestor (child, GTK_TYPE_LIST_VIEW);
  guint position = gtk_list_item_get_position (item);
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  /* With these the row is added to what is selected: that is the view's own work. */
  if (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK))
    return;
  if (view != NULL && position != GTK_INVALID_LIST_POSITION && n_press == 1)
    g_signal_emit_by_name (view, "activate", position);
}

/**
 * daftar_row_click_add:
 * @item: a row that has its child, in a factory's "setup"
 *
 * Makes one click activate the row. GTK's own gtk_list_view_set_single_click_activate() also selects
 * whatever the pointer passes over, and the detail beside the list would follow the mouse.
 */
void
daftar_row_click_add (GtkListItem *item)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (click, "released", G_CALLBACK (released_cb), item);
  gtk_widget_add_controller (gtk_list_item_get_child (item), GTK_EVENT_CONTROLLER (click));
}
