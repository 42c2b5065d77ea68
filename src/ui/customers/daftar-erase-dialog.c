/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-people-dialogs.h"

#include "daftar-bidi.h"
#include "daftar-erase.h"
#include "daftar-form-dialog.h"
#include "daftar-text.h"
#include "daftar-window.h"

#include <glib/gi18n.h>

/* Erasing for good: the name is typed first, since nothing brings it back. It lives as data of its dialog. */
typedef struct
{
  DaftarUiContext *ui;
  DaftarFormDialog *dialog;
  gint64 id;
  char *fold;
  GtkWidget *name;
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_object_unref (form->ui);
  g_free (form->fold);
  g_free (form);
}

/* However it is written: with or without tashkeel, in any case. */
static void
check (Form *form)
{
  g_autofree char *typed = daftar_text_fold (gtk_editable_get_text (GTK_EDITABLE (form->name)));

  daftar_form_dialog_set_ready (form->dialog, g_strcmp0 (typed, form->fold) == 0);
}

static void
erased_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (DaftarFormDialog) dialog = data;
  g_autoptr (GError) error = NULL;
  gboolean erased = daftar_erase_finish (DAFTAR_STORE (source), result, &error);
  GtkWidget *owner = daftar_form_dialog_get_owner (dialog);
  DaftarWindow *window = owner != NULL ? daftar_window_of (owner) : NULL;

  daftar_form_dialog_set_busy (dialog, FALSE);
  if (!erased)
    {
      daftar_form_dialog_set_error (dialog, error->message);
      return;
    }
  if (window != NULL)
    daftar_window_toast (window, _("Erased for good"), NULL, NULL, NULL, NULL);
  daftar_form_dialog_done (dialog);
}

static void
erase_cb (Form *form)
{
  daftar_form_dialog_set_busy (form->dialog, TRUE);
  daftar_erase_async (daftar_ui_context_get_store (form->ui), &form->id, 1, erased_cb, g_object_ref (form->dialog));
}

static GtkWidget *
make_text (const char *text,
           gboolean    dim)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  /* The form’s height is that of its natural width. */
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_widget_add_css_class (label, "daftar-wrapping");
  if (dim)
    gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static GtkWidget *
make_form (Form       *form,
           const char *name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autofree char *isolated = daftar_bidi_isolate (name);
  /* Translators: %s is a customer’s name. */
  g_autofree char *what = g_strdup_printf (_("Everything about %s goes: numbers, notes, tickets, messages, deals, follow-ups and the history."), isolated);
  /* Translators: %s is a customer’s name. */
  g_autofree char *ask = g_strdup_printf (_("Type “%s” to confirm"), isolated);

  form->name = gtk_entry_new ();
  gtk_widget_set_name (form->name, "erase-name");
  gtk_accessible_update_property (GTK_ACCESSIBLE (form->name), GTK_ACCESSIBLE_PROPERTY_LABEL, ask, -1);
  g_signal_connect_swapped (form->name, "changed", G_CALLBACK (check), form);
  gtk_box_append (GTK_BOX (box), make_text (what, FALSE));
  gtk_box_append (GTK_BOX (box), make_text (_("Purchases stay in the books without the person. Old backups hold it until newer ones replace them."), TRUE));
  gtk_box_append (GTK_BOX (box), make_text (_("This can’t be undone."), FALSE));
  gtk_widget_set_margin_top (form->name, 6);
  gtk_box_append (GTK_BOX (box), make_text (ask, FALSE));
  gtk_box_append (GTK_BOX (box), form->name);
  return box;
}

/**
 * daftar_erase_dialog_present:
 * @parent: the widget that asks
 * @ui: the context
 * @customer_id: a customer, also one in the bin
 * @name: the customer’s name
 *
 * Asks whether somebody is to be erased for good, and does so.
 */
void
daftar_erase_dialog_present (GtkWidget       *parent,
                             DaftarUiContext *ui,
                             gint64           customer_id,
                             const char      *name)
{
  Form *form = g_new0 (Form, 1);

  form->ui = g_object_ref (ui);
  form->id = customer_id;
  form->fold = daftar_text_fold (name);
  form->dialog = daftar_form_dialog_new (parent, _("Erase for Good"), _("_Erase"));
  g_object_set_data_full (G_OBJECT (form->dialog), "form", form, form_free);
  daftar_form_dialog_set_destructive (form->dialog);
  daftar_form_dialog_set_child (form->dialog, make_form (form, name));
  daftar_form_dialog_set_ready (form->dialog, FALSE);
  g_signal_connect_swapped (form->dialog, "save", G_CALLBACK (erase_cb), form);
  gtk_window_present (GTK_WINDOW (form->dialog));
  gtk_widget_grab_focus (form->name);
}
