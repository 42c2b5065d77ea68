/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-people-dialogs.h"

#include "daftar-bidi.h"
#include "daftar-customer-row.h"
#include "daftar-empty-state.h"
#include "daftar-erase.h"
#include "daftar-list-dialog.h"
#include "daftar-shell-dialog.h"
#include "daftar-undo.h"

#include <glib/gi18n.h>

/* Who isn't among so many is looked for by name or number. */
#define LIMIT 200

/* Who was deleted, for thirty days. It lives as data of its dialog. */
typedef struct
{
  DaftarUiContext *ui;
  DaftarListDialog *dialog;
  GtkWidget *search;
  GtkWidget *list;
  GtkWidget *bar;
  GtkWidget *count;
  GCancellable *cancellable;
} Bin;

static void
bin_free (gpointer data)
{
  Bin *self = data;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_object_unref (self->ui);
  g_free (self);
}

static void load (Bin *self);

/* --- Who is chosen. --------------------------------------------------------------------------------- */

static GtkCheckButton *
get_check (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "check");
}

static DaftarCustomer *
get_customer (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "customer");
}

static GArray *
get_chosen (Bin *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (gtk_check_button_get_active (get_check (row)))
      g_array_append_val (ids, DAFTAR_RECORD (get_customer (row))->id);
  return ids;
}

static void
update_bar (Bin *self)
{
  g_autoptr (GArray) ids = get_chosen (self);
  g_autofree char *number = daftar_format_number (daftar_ui_context_get_format (self->ui), ids->len);
  /* Translators: %s is a number, for which the form is chosen. */
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s chosen", "%s chosen", ids->len), number);

  gtk_label_set_label (GTK_LABEL (self->count), text);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->bar), ids->len > 0);
}

/* --- Back. ------------------------------------------------------------------------------------------ */

typedef struct
{
  DaftarUiContext *ui;
  gint64 operation;
} Undo;

static void
undo_free (gpointer data)
{
  Undo *undo = data;

  g_object_unref (undo->ui);
  g_free (undo);
}

static void
undo_cb (gpointer data)
{
  Undo *undo = data;

  daftar_undo_async (daftar_ui_context_get_store (undo->ui), undo->operation, NULL, NULL);
}

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (DaftarListDialog) dialog = data;
  Bin *self = g_object_get_data (G_OBJECT (dialog), "bin");
  g_autoptr (GError) error = NULL;
  Undo *undo;
  gint64 operation = 0;

  daftar_store_write_finish (DAFTAR_STORE (source), result, &operation, &error);
  if (daftar_list_dialog_is_closed (dialog))
    return;
  if (error != NULL)
    {
      daftar_list_dialog_toast (dialog, error->message, NULL, NULL, NULL);
      return;
    }
  undo = g_new0 (Undo, 1);
  undo->ui = g_object_ref (self->ui);
  undo->operation = operation;
  daftar_list_dialog_toast (dialog, _("Restored"), undo_cb, undo, undo_free);
}

static void
restore (Bin    *self,
         GArray *ids)
{
  daftar_store_write_async (daftar_ui_context_get_store (self->ui), "customer.restore", daftar_bin_restore_write, ids,
                            (GDestroyNotify) g_array_unref, NULL, NULL, restored_cb, g_object_ref (self->dialog));
}

static void
restore_one_cb (GtkWidget *button,
                Bin       *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 *id = g_object_get_data (G_OBJECT (button), "id");

  g_array_append_val (ids, *id);
  restore (self, ids);
}

static void
restore_chosen_cb (Bin *self)
{
  restore (self, get_chosen (self));
}

/* --- Gone for good. --------------------------------------------------------------------------------- */

static void
erased_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (DaftarListDialog) dialog = data;
  g_autoptr (GError) error = NULL;

  daftar_erase_finish (DAFTAR_STORE (source), result, &error);
  if (!daftar_list_dialog_is_closed (dialog))
    daftar_list_dialog_toast (dialog, error != NULL ? error->message : _("Erased for good"), NULL, NULL, NULL);
}

static void
erase_cb (gpointer data)
{
  DaftarListDialog *dialog = data;
  Bin *self = g_object_get_data (G_OBJECT (dialog), "bin");
  g_autoptr (GArray) ids = NULL;

  if (daftar_list_dialog_is_closed (dialog))
    return;
  ids = get_chosen (self);
  daftar_erase_async (daftar_ui_context_get_store (self->ui), (const gint64 *) ids->data, ids->len, erased_cb,
                      g_object_ref (dialog));
}

static void
erase_chosen_cb (Bin *self)
{
  g_autoptr (GArray) ids = get_chosen (self);
  g_autofree char *number = daftar_format_number (daftar_ui_context_get_format (self->ui), ids->len);
  /* Translators: %s is a number, for which the form is chosen. */
  g_autofree char *heading =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Erase %s customer for good?", "Erase %s customers for good?", ids->len), number);

  daftar_shell_ask (GTK_WIDGET (self->dialog), heading,
                    _("Numbers, notes, tickets, messages, deals, follow-ups and the history go. Purchases stay in the books without the person. This can’t be undone."),
                    _("_Erase"), TRUE, erase_cb, g_object_ref (self->dialog), g_object_unref);
}

static void
erase_one_cb (GtkWidget *button,
              Bin       *self)
{
  DaftarCustomer *customer = g_object_get_data (G_OBJECT (button), "customer");

  daftar_erase_dialog_present (GTK_WIDGET (self->dialog), self->ui, DAFTAR_RECORD (customer)->id, customer->name);
}

/* --- Rows. ------------------------------------------------------------------------------------------ */

static char *
second_line (Bin            *self,
             DaftarCustomer *customer)
{
  DaftarFormat *format = daftar_ui_context_get_format (self->ui);
  gint64 now = daftar_ui_context_now (self->ui);
  int days = daftar_bin_days_left (customer->deleted_at, now);
  g_autofree char *deleted = daftar_format_moment (format, customer->deleted_at, now, DAFTAR_MOMENT_RELATIVE);
  g_autofree char *number = daftar_format_number (format, days);
  /* Translators: %s is a number, for which the form is chosen. */
  g_autofree char *left = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s day left", "%s days left", days), number);
  g_autofree char *who = daftar_customer_row_describe (customer, daftar_ui_context_get_shop (self->ui)->country);
  /* Translators: when it was deleted, then how long it stays in the bin. */
  g_autofree char *when = g_strdup_printf (_("Deleted %s · %s"), deleted, left);

  return who != NULL && *who != '\0' ? g_strdup_printf ("%s\n%s", who, when) : g_steal_pointer (&when);
}

static GtkWidget *
make_button (const char *icon,
             const char *tooltip,
             const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  /* Translators: what a button does, then with whom. */
  g_autofree char *label = g_strdup_printf (_("%s: %s"), tooltip, name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}

static GtkWidget *
make_row (Bin            *self,
          DaftarCustomer *customer)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *back = make_button ("edit-undo-symbolic", _("Restore"), customer->name);
  GtkWidget *erase = make_button ("user-trash-symbolic", _("Erase for Good…"), customer->name);
  g_autofree char *widget_name = g_strdup_printf ("bin-check-%" G_GINT64_FORMAT, DAFTAR_RECORD (customer)->id);
  g_autofree char *title = g_markup_escape_text (customer->name, -1);
  g_autofree char *line = second_line (self, customer);
  g_autofree char *subtitle = g_markup_escape_text (line, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  gtk_widget_set_name (check, widget_name);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, customer->name, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), back);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), erase);
  g_object_set_data (G_OBJECT (row), "check", check);
  g_object_set_data_full (G_OBJECT (row), "customer", g_object_ref (customer), g_object_unref);
  g_object_set_data_full (G_OBJECT (erase), "customer", g_object_ref (customer), g_object_unref);
  g_object_set_data_full (G_OBJECT (back), "id", g_memdup2 (&DAFTAR_RECORD (customer)->id, sizeof (gint64)), g_free);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (update_bar), self);
  g_signal_connect (back, "clicked", G_CALLBACK (restore_one_cb), self);
  g_signal_connect (erase, "clicked", G_CALLBACK (erase_one_cb), self);
  return row;
}

static void
show (Bin       *self,
      GPtrArray *rows)
{
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->search));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  for (guint i = 0; i < rows->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (self, g_ptr_array_index (rows, i)));
  update_bar (self);
  daftar_list_dialog_show (self->dialog, rows->len > 0 ? "list" : *query != '\0' ? "none" : "empty");
}

/* --- Reading. --------------------------------------------------------------------------------------- */

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (DaftarListDialog) dialog = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = daftar_store_read_finish (DAFTAR_STORE (source), result, &error);

  if (daftar_list_dialog_is_closed (dialog) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (rows != NULL)
    show (g_object_get_data (G_OBJECT (dialog), "bin"), rows);
  else
    daftar_list_dialog_toast (dialog, error->message, NULL, NULL, NULL);
}

static void
load (Bin *self)
{
  DaftarBinRequest *request = g_new0 (DaftarBinRequest, 1);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  request->query = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  request->limit = LIMIT;
  daftar_store_read_async (daftar_ui_context_get_store (self->ui), daftar_bin_read, request,
                           (GDestroyNotify) daftar_bin_request_free, (GDestroyNotify) g_ptr_array_unref,
                           self->cancellable, read_cb, g_object_ref (self->dialog));
}

static void
changed_cb (DaftarListDialog *dialog,
            DaftarChanges    *changes)
{
  if (!daftar_list_dialog_is_closed (dialog) && daftar_changes_touch (changes, DAFTAR_KIND_CUSTOMER, 0))
    load (g_object_get_data (G_OBJECT (dialog), "bin"));
}

/* --- The dialog. ------------------------------------------------------------------------------------ */

static GtkWidget *
make_search (Bin *self)
{
  self->search = gtk_search_entry_new ();
  gtk_widget_set_name (self->search, "bin-search");
  g_object_set (self->search, "placeholder-text", _("Name or number"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search the bin"), -1);
  gtk_widget_set_margin_start (self->search, 18);
  gtk_widget_set_margin_end (self->search, 18);
  gtk_widget_set_margin_bottom (self->search, 6);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (load), self);
  return self->search;
}

static GtkWidget *
make_bar (Bin *self)
{
  GtkWidget *bar = gtk_action_bar_new ();
  GtkWidget *back = gtk_button_new_with_mnemonic (_("_Restore"));
  GtkWidget *erase = gtk_button_new_with_mnemonic (_("_Erase for Good…"));

  self->count = gtk_label_new (NULL);
  self->bar = gtk_revealer_new ();
  gtk_widget_add_css_class (self->count, "dim-label");
  gtk_widget_add_css_class (back, "suggested-action");
  g_signal_connect_swapped (back, "clicked", G_CALLBACK (restore_chosen_cb), self);
  g_signal_connect_swapped (erase, "clicked", G_CALLBACK (erase_chosen_cb), self);
  gtk_action_bar_pack_start (GTK_ACTION_BAR (bar), self->count);
  gtk_action_bar_pack_end (GTK_ACTION_BAR (bar), back);
  gtk_action_bar_pack_end (GTK_ACTION_BAR (bar), erase);
  gtk_revealer_set_child (GTK_REVEALER (self->bar), bar);
  gtk_revealer_set_transition_type (GTK_REVEALER (self->bar), GTK_REVEALER_TRANSITION_TYPE_SLIDE_UP);
  return self->bar;
}

/**
 * daftar_bin_dialog_present:
 * @parent: the widget that asks
 * @ui: the context
 *
 * Shows who was deleted, to be brought back or erased.
 */
void
daftar_bin_dialog_present (GtkWidget       *parent,
                           DaftarUiContext *ui)
{
  Bin *self = g_new0 (Bin, 1);

  self->ui = g_object_ref (ui);
  self->dialog = daftar_list_dialog_new (parent, _("Bin"), 560);
  g_object_set_data_full (G_OBJECT (self->dialog), "bin", self, bin_free);
  gtk_widget_set_name (GTK_WIDGET (self->dialog), "bin-dialog");
  self->list = gtk_list_box_new ();
  gtk_widget_set_name (self->list, "bin-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Bin"), -1);
  daftar_list_dialog_set_top (self->dialog, make_search (self));
  daftar_list_dialog_add (self->dialog, "loading", gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), FALSE);
  daftar_list_dialog_add (self->dialog, "list", self->list, TRUE);
  daftar_list_dialog_add (self->dialog, "none",
                          daftar_empty_state_new ("edit-find-symbolic", _("Nobody found"),
                                                  _("Any part of a name or number will do."), NULL, NULL),
                          FALSE);
  daftar_list_dialog_add (self->dialog, "empty",
                          daftar_empty_state_new ("user-trash-symbolic", _("The bin is empty"),
                                                  _("Who is deleted stays here for 30 days and can be brought back."), NULL, NULL),
                          FALSE);
  daftar_list_dialog_set_end (self->dialog, make_bar (self));
  g_signal_connect_object (daftar_ui_context_get_store (ui), "changed", G_CALLBACK (changed_cb), self->dialog,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self->dialog));
  load (self);
}
