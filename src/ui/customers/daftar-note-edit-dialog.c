/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-note-edit-dialog.h"

#include "daftar-fact-edit.h"
#include "daftar-form-dialog.h"

#include <glib/gi18n.h>

typedef struct
{
  DaftarUiContext *ui;
  DaftarFormDialog *dialog;
  DaftarInteraction *note;  /* one of these two */
  DaftarCustomer *customer; /* whose pinned note it is */
  GtkTextBuffer *buffer; /* unowned */
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_object_unref (form->ui);
  g_clear_object (&form->note);
  g_clear_object (&form->customer);
  g_free (form);
}

static char *
get_body (Form *form)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (form->buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (form->buffer, &start, &end, FALSE));
}

static void
typed_cb (Form *form)
{
  g_autofree char *body = get_body (form);

  /* Without words there is no pinned note: that is a way to take it off. */
  daftar_form_dialog_set_ready (form->dialog, form->customer != NULL || *body != '\0');
  daftar_form_dialog_set_error (form->dialog, NULL);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (DaftarFormDialog) dialog = data;
  Form *form = g_object_get_data (G_OBJECT (dialog), "form");
  GtkWidget *owner = daftar_form_dialog_get_owner (dialog);
  g_autoptr (GError) error = NULL;
  gint64 operation = 0;
  g_autoptr (GObject) saved = daftar_store_write_finish (DAFTAR_STORE (source), result, &operation, &error);

  daftar_form_dialog_set_busy (dialog, FALSE);
  if (saved == NULL)
    {
      daftar_form_dialog_set_error (dialog, error->message);
      return;
    }
  if (owner != NULL && operation != 0)
    daftar_ui_toast_undo (owner, form->ui, _("Saved"), operation);
  daftar_form_dialog_done (dialog);
}

static void
save_cb (Form *form)
{
  g_autofree char *body = get_body (form);
  DaftarStore *store = daftar_ui_context_get_store (form->ui);

  daftar_form_dialog_set_busy (form->dialog, TRUE);
  if (form->customer != NULL)
    daftar_store_write_async (
      store, "customer.edit", daftar_fact_edit_write,
      daftar_fact_edit_new (DAFTAR_RECORD (form->customer)->id, "note", form->customer->note, body),
      (GDestroyNotify) daftar_fact_edit_free, g_object_unref, NULL, saved_cb, g_object_ref (form->dialog));
  else
    daftar_store_write_async (store, "note.edit", daftar_note_change_write,
                              daftar_note_change_new (DAFTAR_RECORD (form->note)->id, DAFTAR_NOTE_CHANGE_BODY, body,
                                                      DAFTAR_RECORD (form->note)->version),
                              daftar_note_change_free, g_object_unref, NULL, saved_cb, g_object_ref (form->dialog));
}

static void
present (Form            *form,
         GtkWidget       *parent,
         const char      *title,
         const char      *body)
{
  GtkWidget *frame = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *text = gtk_text_view_new ();

  form->dialog = daftar_form_dialog_new (parent, title, _("_Save"));
  g_object_set_data_full (G_OBJECT (form->dialog), "form", form, form_free);
  form->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (text));
  gtk_text_buffer_set_text (form->buffer, body != NULL ? body : "", -1);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (text), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (text), FALSE);
  gtk_widget_set_name (text, "note-edit-body");
  gtk_widget_set_size_request (text, -1, 120);
  gtk_widget_set_vexpand (text, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What was said or done"), -1);
  g_signal_connect_swapped (form->buffer, "changed", G_CALLBACK (typed_cb), form);
  g_signal_connect_swapped (form->dialog, "save", G_CALLBACK (save_cb), form);
  gtk_widget_add_css_class (frame, "daftar-text-frame");
  gtk_box_append (GTK_BOX (frame), text);
  daftar_form_dialog_set_child (form->dialog, frame);
  gtk_window_present (GTK_WINDOW (form->dialog));
  gtk_widget_grab_focus (text);
}

/**
 * daftar_note_edit_dialog_present:
 * @parent: the widget that asks
 * @ui: the context
 * @note: something that was written down
 *
 * Opens what was written down, to be written better.
 */
void
daftar_note_edit_dialog_present (GtkWidget         *parent,
                                 DaftarUiContext   *ui,
                                 DaftarInteraction *note)
{
  Form *form = g_new0 (Form, 1);

  form->ui = g_object_ref (ui);
  form->note = g_object_ref (note);
  present (form, parent, _("Edit Note"), note->body);
}

/**
 * daftar_note_edit_dialog_present_pinned:
 * @parent: the widget that asks
 * @ui: the context
 * @customer: a customer
 *
 * Opens the note about the customer that stands on top of the page; without words it goes.
 */
void
daftar_note_edit_dialog_present_pinned (GtkWidget       *parent,
                                        DaftarUiContext *ui,
                                        DaftarCustomer  *customer)
{
  Form *form = g_new0 (Form, 1);

  form->ui = g_object_ref (ui);
  form->customer = g_object_ref (customer);
  present (form, parent, _("Pinned Note"), customer->note);
}
