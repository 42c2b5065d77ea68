/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-people-dialogs.h"

#include "daftar-bidi.h"
#include "daftar-empty-state.h"
#include "daftar-history.h"
#include "daftar-list-dialog.h"
#include "daftar-undo.h"

#include <glib/gi18n.h>

/* So many are shown at first, and again so many more each time. */
#define STEP 60

/* A toast has room for so many names of what stays. */
#define MAX_NAMED 4

/* What was done with a customer, the newest first. It lives as data of its dialog. */
typedef struct
{
  DaftarUiContext *ui;
  DaftarListDialog *dialog;
  gint64 customer_id;
  int limit;
  GtkWidget *list;
  GtkWidget *more;
} History;

static void
history_free (gpointer data)
{
  History *self = data;

  g_object_unref (self->ui);
  g_free (self);
}

static void load (History *self);

/* --- Taking back. ----------------------------------------------------------------------------------- */

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (DaftarListDialog) dialog = data;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!daftar_undo_finish (DAFTAR_STORE (source), result, &left, &error))
    text = g_strdup (error->message);
  else
    text = daftar_undo_describe (left, MAX_NAMED);
  if (!daftar_list_dialog_is_closed (dialog))
    daftar_list_dialog_toast (dialog, text != NULL ? text : _("Taken back"), NULL, NULL, NULL);
}

static void
undo_cb (GtkWidget *button,
         History   *self)
{
  gint64 *operation = g_object_get_data (G_OBJECT (button), "operation");

  gtk_widget_set_sensitive (button, FALSE);
  daftar_undo_async (daftar_ui_context_get_store (self->ui), *operation, undone_cb, g_object_ref (self->dialog));
}

/* --- Rows. ------------------------------------------------------------------------------------------ */

static char *
when_text (History         *self,
           DaftarOperation *operation)
{
  DaftarFormat *format = daftar_ui_context_get_format (self->ui);
  g_autofree char *at =
    daftar_format_moment (format, operation->at, daftar_ui_context_now (self->ui), DAFTAR_MOMENT_RELATIVE);
  g_autofree char *who = operation->staff_name != NULL ? daftar_bidi_isolate (operation->staff_name) : NULL;

  return who != NULL ? g_strdup_printf ("%s · %s", at, who) : g_strdup (at);
}

static GtkWidget *
make_undo (History         *self,
           DaftarOperation *operation,
           const char      *label)
{
  GtkWidget *button = gtk_button_new_with_label (_("Undo"));
  /* Translators: %s is what was done: “Customers merged”. */
  g_autofree char *name = g_strdup_printf (_("Undo: %s"), label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "operation", g_memdup2 (&operation->id, sizeof operation->id), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (undo_cb), self);
  return button;
}

static GtkWidget *
make_row (History         *self,
          DaftarOperation *operation)
{
  GtkWidget *row = adw_action_row_new ();
  const char *label = daftar_history_label (operation->kind);
  g_autofree char *what = operation->what != NULL ? daftar_bidi_isolate (operation->what) : NULL;
  g_autofree char *line = what != NULL ? g_strdup_printf ("%s: %s", label, what) : g_strdup (label);
  g_autofree char *flat = g_strdelimit (g_strdup (line), "\n", ' ');
  g_autofree char *title = g_markup_escape_text (flat, -1);
  g_autofree char *when = when_text (self, operation);
  g_autofree char *subtitle = g_markup_escape_text (when, -1);
  g_autofree char *exact =
    daftar_format_moment (daftar_ui_context_get_format (self->ui), operation->at, daftar_ui_context_now (self->ui), DAFTAR_MOMENT_EXACT);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_tooltip_text (row, exact);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  if (daftar_history_can_undo (operation))
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_undo (self, operation, label));
  else if (operation->undone_by != 0)
    {
      GtkWidget *undone = gtk_label_new (_("taken back"));

      gtk_widget_add_css_class (undone, "dim-label");
      gtk_widget_add_css_class (undone, "daftar-second");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), undone);
    }
  return row;
}

static void
show (History   *self,
      GPtrArray *operations)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  for (guint i = 0; i < operations->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (self, g_ptr_array_index (operations, i)));
  gtk_widget_set_visible (self->more, operations->len == (guint) self->limit);
  daftar_list_dialog_show (self->dialog, operations->len > 0 ? "list" : "empty");
}

/* --- Reading. --------------------------------------------------------------------------------------- */

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (DaftarListDialog) dialog = data;
  History *self = g_object_get_data (G_OBJECT (dialog), "history");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) operations = daftar_store_read_finish (DAFTAR_STORE (source), result, &error);

  if (daftar_list_dialog_is_closed (dialog))
    return;
  if (operations != NULL)
    show (self, operations);
  else
    daftar_list_dialog_toast (dialog, error->message, NULL, NULL, NULL);
}

static void
load (History *self)
{
  DaftarHistoryRequest *request = g_new0 (DaftarHistoryRequest, 1);

  request->customer_id = self->customer_id;
  request->limit = self->limit;
  daftar_store_read_async (daftar_ui_context_get_store (self->ui), daftar_history_read, request, g_free,
                           (GDestroyNotify) g_ptr_array_unref, NULL, read_cb, g_object_ref (self->dialog));
}

static void
more_cb (History *self)
{
  self->limit += STEP;
  load (self);
}

static void
changed_cb (DaftarListDialog *dialog)
{
  if (!daftar_list_dialog_is_closed (dialog))
    load (g_object_get_data (G_OBJECT (dialog), "history"));
}

static GtkWidget *
make_list (History *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->list = gtk_list_box_new ();
  gtk_widget_set_name (self->list, "history-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("History"), -1);
  self->more = gtk_button_new_with_mnemonic (_("Show _More"));
  gtk_widget_set_halign (self->more, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->more, FALSE);
  g_signal_connect_swapped (self->more, "clicked", G_CALLBACK (more_cb), self);
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), self->more);
  return box;
}

/**
 * daftar_history_dialog_present:
 * @parent: the widget that asks
 * @ui: the context
 * @customer_id: a customer
 * @name: the customer’s name
 *
 * Shows what was done with a customer, when and by whom, and takes it back.
 */
void
daftar_history_dialog_present (GtkWidget       *parent,
                               DaftarUiContext *ui,
                               gint64           customer_id,
                               const char      *name)
{
  History *self = g_new0 (History, 1);
  g_autofree char *isolated = daftar_bidi_isolate (name);
  /* Translators: %s is a customer’s name. */
  g_autofree char *title = g_strdup_printf (_("History of %s"), isolated);

  self->ui = g_object_ref (ui);
  self->customer_id = customer_id;
  self->limit = STEP;
  self->dialog = daftar_list_dialog_new (parent, title, 560);
  g_object_set_data_full (G_OBJECT (self->dialog), "history", self, history_free);
  gtk_widget_set_name (GTK_WIDGET (self->dialog), "history-dialog");
  daftar_list_dialog_add (self->dialog, "loading", gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), FALSE);
  daftar_list_dialog_add (self->dialog, "list", make_list (self), TRUE);
  daftar_list_dialog_add (self->dialog, "empty",
                          daftar_empty_state_new ("document-open-recent-symbolic", _("Nothing in the history"),
                                                  _("What came with an import or the sample shop has none. What is changed from now on stands here."),
                                                  NULL, NULL),
                          FALSE);
  g_signal_connect_object (daftar_ui_context_get_store (ui), "changed", G_CALLBACK (changed_cb), self->dialog,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self->dialog));
  load (self);
}
