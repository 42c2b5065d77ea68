/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-duplicate-list.h"

#include "daftar-customer-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _DaftarDuplicateList
{
  GtkWidget parent_instance;

  DaftarUiContext *ui;
  GtkWidget *group;
  GPtrArray *rows;
  GCancellable *cancellable;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DaftarDuplicateList, daftar_duplicate_list, GTK_TYPE_WIDGET)

static void
chosen_cb (GtkWidget           *row,
           DaftarDuplicateList *self)
{
  gint64 *id = g_object_get_data (G_OBJECT (row), "id");

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, *id);
}

static GtkWidget *
make_row (DaftarDuplicateList *self,
          DaftarDuplicate     *duplicate)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *why = daftar_likeness_describe (&duplicate->likeness);
  GtkWidget *reason = gtk_label_new (why);
  g_autofree char *name = g_markup_escape_text (duplicate->customer->name, -1);
  g_autofree char *line =
    daftar_customer_row_describe (duplicate->customer, daftar_ui_context_get_shop (self->ui)->country);
  g_autofree char *second = g_markup_escape_text (line, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), second);
  gtk_widget_add_css_class (reason, "daftar-soon");
  gtk_widget_add_css_class (reason, "daftar-reason");
  gtk_label_set_wrap (GTK_LABEL (reason), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (reason), 18);
  gtk_widget_add_css_class (reason, "daftar-wrapping");
  gtk_label_set_xalign (GTK_LABEL (reason), 1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), reason);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "id",
                          g_memdup2 (&DAFTAR_RECORD (duplicate->customer)->id, sizeof (gint64)), g_free);
  g_signal_connect (row, "activated", G_CALLBACK (chosen_cb), self);
  return row;
}

static void
show (DaftarDuplicateList *self,
      GPtrArray           *duplicates)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->group), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < duplicates->len; i++)
    {
      GtkWidget *row = make_row (self, g_ptr_array_index (duplicates, i));

      g_ptr_array_add (self->rows, row);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), duplicates->len > 0);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (DaftarDuplicateList) self = data;
  g_autoptr (GPtrArray) duplicates = daftar_store_read_finish (DAFTAR_STORE (source), result, NULL);

  if (duplicates != NULL && self->group != NULL)
    show (self, duplicates);
}

/**
 * daftar_duplicate_list_ask:
 * @self: the list
 * @request: (transfer full): what is known so far
 *
 * Shows who may be meant. A question asked before is forgotten.
 */
void
daftar_duplicate_list_ask (DaftarDuplicateList    *self,
                           DaftarDuplicateRequest *request)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  daftar_store_read_async (daftar_ui_context_get_store (self->ui), daftar_duplicate_read, request,
                           (GDestroyNotify) daftar_duplicate_request_free, (GDestroyNotify) g_ptr_array_unref,
                           self->cancellable, found_cb, g_object_ref (self));
}

static void
daftar_duplicate_list_dispose (GObject *object)
{
  DaftarDuplicateList *self = DAFTAR_DUPLICATE_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->group, gtk_widget_unparent);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->ui);
  G_OBJECT_CLASS (daftar_duplicate_list_parent_class)->dispose (object);
}

static void
daftar_duplicate_list_class_init (DaftarDuplicateListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daftar_duplicate_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", DAFTAR_TYPE_DUPLICATE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
daftar_duplicate_list_init (DaftarDuplicateList *self)
{
  self->rows = g_ptr_array_new ();
  self->group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->group), _("Already in the notebook?"));
  gtk_widget_set_parent (self->group, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * daftar_duplicate_list_new:
 * @ui: the context
 *
 * Returns: (transfer floating): a list that is not seen as long as it is empty
 */
GtkWidget *
daftar_duplicate_list_new (DaftarUiContext *ui)
{
  DaftarDuplicateList *self = g_object_new (DAFTAR_TYPE_DUPLICATE_LIST, NULL);

  self->ui = g_object_ref (ui);
  return GTK_WIDGET (self);
}
