/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-staff.h"

#include "daftar-shop-store.h"

/* Who works at this window now: the history names them. It says who acted and keeps nobody out. */
typedef struct
{
  DaftarWindow *window; /* unowned: it owns this */
  DaftarUiContext *ui;
  GSimpleAction *action;
  GPtrArray *members;
} Staff;

static void
staff_free (gpointer data)
{
  Staff *self = data;

  g_clear_object (&self->ui);
  g_clear_object (&self->action);
  g_clear_pointer (&self->members, g_ptr_array_unref);
  g_free (self);
}

static DaftarStaffMember *
find_member (Staff  *self,
             gint64  id)
{
  for (guint i = 0; i < self->members->len; i++)
    if (DAFTAR_RECORD (g_ptr_array_index (self->members, i))->id == id)
      return g_ptr_array_index (self->members, i);
  return self->members->len > 0 ? g_ptr_array_index (self->members, 0) : NULL;
}

static GMenuModel *
make_menu (Staff *self)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < self->members->len; i++)
    {
      DaftarStaffMember *member = g_ptr_array_index (self->members, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (member->name, NULL);

      g_menu_item_set_action_and_target (item, "win.staff", "x", DAFTAR_RECORD (member)->id);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static void
set_current (Staff  *self,
             gint64  id)
{
  DaftarStaffMember *member = find_member (self, id);
  g_autoptr (GMenuModel) menu = make_menu (self);

  if (member == NULL)
    return;
  daftar_store_set_staff (daftar_ui_context_get_store (self->ui), DAFTAR_RECORD (member)->id);
  g_settings_set_int64 (daftar_ui_context_get_settings (self->ui), "last-staff", DAFTAR_RECORD (member)->id);
  g_simple_action_set_state (self->action, g_variant_new_int64 (DAFTAR_RECORD (member)->id));
  daftar_window_set_staff (self->window, member->name, menu);
}

static void
chosen_cb (Staff    *self,
           GVariant *parameter)
{
  /* The action can be called from the bus before the names are read. */
  if (self->members != NULL)
    set_current (self, g_variant_get_int64 (parameter));
}

static gpointer
read_members (DaftarReader  *reader,
              gpointer       request,
              GError       **error)
{
  return daftar_staff_store_list (reader, error);
}

static void
members_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (DaftarWindow) window = data;
  Staff *self = g_object_get_data (G_OBJECT (window), "staff");
  GPtrArray *members = daftar_store_read_finish (DAFTAR_STORE (source), result, NULL);

  if (members == NULL)
    return;
  g_clear_pointer (&self->members, g_ptr_array_unref);
  self->members = members;
  if (gtk_widget_get_root (GTK_WIDGET (window)) != NULL && gtk_widget_get_realized (GTK_WIDGET (window)))
    set_current (self, g_settings_get_int64 (daftar_ui_context_get_settings (self->ui), "last-staff"));
}

static void
load (Staff *self)
{
  daftar_store_read_async (daftar_ui_context_get_store (self->ui), read_members, NULL, NULL,
                           (GDestroyNotify) g_ptr_array_unref, NULL, members_cb, g_object_ref (self->window));
}

static void
changed_cb (DaftarWindow  *window,
            DaftarChanges *changes)
{
  if (daftar_changes_touch (changes, DAFTAR_KIND_STAFF_MEMBER, 0))
    load (g_object_get_data (G_OBJECT (window), "staff"));
}

/**
 * daftar_staff_follow:
 * @window: the window
 * @ui: the context
 *
 * Shows at the bottom of the sidebar who works now, lets one change that, and tells the store.
 */
void
daftar_staff_follow (DaftarWindow    *window,
                     DaftarUiContext *ui)
{
  Staff *self = g_new0 (Staff, 1);

  self->window = window;
  self->ui = g_object_ref (ui);
  self->action = g_simple_action_new_stateful ("staff", G_VARIANT_TYPE_INT64, g_variant_new_int64 (0));
  g_object_set_data_full (G_OBJECT (window), "staff", self, staff_free);
  g_signal_connect_swapped (self->action, "change-state", G_CALLBACK (chosen_cb), self);
  g_action_map_add_action (G_ACTION_MAP (window), G_ACTION (self->action));
  g_signal_connect_object (daftar_ui_context_get_store (ui), "changed", G_CALLBACK (changed_cb), window,
                           G_CONNECT_SWAPPED);
  load (self);
}
