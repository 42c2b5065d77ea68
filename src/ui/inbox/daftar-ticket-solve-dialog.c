/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-form-dialog.h"
#include "daftar-ticket-change.h"
#include "daftar-ticket-dialogs.h"

#include <glib/gi18n.h>

/* How it was solved and what the cause was. It lives as data of its dialog. */
typedef struct
{
  DaftarUiContext *ui;
  DaftarFormDialog *dialog;
  gint64 ticket_id;
  GtkWidget *resolution;
  GtkWidget *cause;
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_object_unref (form->ui);
  g_free (form);
}

static void
check (Form *form)
{
  daftar_form_dialog_set_ready (form->dialog, *gtk_editable_get_text (GTK_EDITABLE (form->resolution)) != '\0');
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
  gint64 operation;
  g_autoptr (DaftarTicket) ticket = daftar_store_write_finish (DAFTAR_STORE (source), result, &operation, &error);

  daftar_form_dialog_set_busy (dialog, FALSE);
  if (ticket == NULL)
    {
      daftar_form_dialog_set_error (dialog, error->message);
      return;
    }
  if (owner != NULL)
    daftar_ui_toast_undo (owner, form->ui, _("Ticket solved"), operation);
  daftar_form_dialog_done (dialog);
}

static void
save_cb (Form *form)
{
  DaftarTicketChange *change = daftar_ticket_change_new (form->ticket_id, DAFTAR_TICKET_SET_STATUS);

  change->status = DAFTAR_TICKET_STATUS_SOLVED;
  change->resolution = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (form->resolution))));
  change->cause = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (form->cause))));
  daftar_form_dialog_set_busy (form->dialog, TRUE);
  daftar_store_write_async (daftar_ui_context_get_store (form->ui), "ticket.solve", daftar_ticket_change, change,
                            daftar_ticket_change_free, g_object_unref, NULL, saved_cb, g_object_ref (form->dialog));
}

static GtkWidget *
make_field (Form       *form,
            GtkWidget  *box,
            const char *name,
            const char *label,
            const char *hint)
{
  GtkWidget *heading = gtk_label_new (label);
  GtkWidget *entry = gtk_entry_new ();

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_set_name (entry, name);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (check), form);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), entry);
  return entry;
}

/* Enter goes on to the next field, and from the last one it saves. */
static void
resolution_activate_cb (Form *form)
{
  gtk_widget_grab_focus (form->cause);
}

static void
cause_activate_cb (Form *form)
{
  gtk_widget_activate_action (GTK_WIDGET (form->dialog), "form.save", NULL);
}

/**
 * daftar_ticket_solve_dialog_present:
 * @parent: the widget that asks
 * @ui: the context
 * @ticket_id: what is solved
 *
 * Asks how a ticket was solved and what the cause was: the reports live on the answers.
 */
void
daftar_ticket_solve_dialog_present (GtkWidget       *parent,
                                    DaftarUiContext *ui,
                                    gint64           ticket_id)
{
  Form *form = g_new0 (Form, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  form->ui = g_object_ref (ui);
  form->ticket_id = ticket_id;
  form->dialog = daftar_form_dialog_new (parent, _("Solve Ticket"), _("_Solve"));
  g_object_set_data_full (G_OBJECT (form->dialog), "form", form, form_free);
  form->resolution = make_field (form, box, "solve-resolution", _("How it was solved"), _("Exchanged, explained, refunded…"));
  form->cause = make_field (form, box, "solve-cause", _("The cause, if known"), _("A faulty part, a late delivery…"));
  g_signal_connect_swapped (form->resolution, "activate", G_CALLBACK (resolution_activate_cb), form);
  g_signal_connect_swapped (form->cause, "activate", G_CALLBACK (cause_activate_cb), form);
  daftar_form_dialog_set_child (form->dialog, box);
  daftar_form_dialog_set_ready (form->dialog, FALSE);
  g_signal_connect_swapped (form->dialog, "save", G_CALLBACK (save_cb), form);
  gtk_window_present (GTK_WINDOW (form->dialog));
  gtk_widget_grab_focus (form->resolution);
}
