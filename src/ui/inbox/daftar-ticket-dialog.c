/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-bidi.h"
#include "daftar-customer-entry.h"
#include "daftar-entry.h"
#include "daftar-enums.h"
#include "daftar-form-dialog.h"
#include "daftar-icons.h"
#include "daftar-ticket-change.h"
#include "daftar-ticket-dialogs.h"
#include "daftar-ticket-text.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* A new ticket: who, what about, on which channel, how they feel. It lives as data of its dialog. */
typedef struct
{
  DaftarUiContext *ui;
  DaftarFormDialog *dialog;
  DaftarTicketAddedFunc added;
  gpointer data;
  GtkWidget *customer;
  GtkWidget *phone;
  GtkWidget *subject;
  GtkWidget *body;
  GtkWidget *kind;
  GtkWidget *channel;
  GtkWidget *priority;
  GtkWidget *mood;
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_object_unref (form->ui);
  g_free (form);
}

static char *
get_body (Form *form)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (form->body));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static void
check (Form *form)
{
  DaftarCustomerEntry *customer = DAFTAR_CUSTOMER_ENTRY (form->customer);
  g_autofree char *body = get_body (form);
  gboolean someone =
    daftar_customer_entry_get_id (customer) != 0 || daftar_customer_entry_get_new_name (customer) != NULL;

  daftar_form_dialog_set_ready (form->dialog,
                                someone && (*body != '\0' || *gtk_editable_get_text (GTK_EDITABLE (form->subject)) != '\0'));
  daftar_form_dialog_set_error (form->dialog, NULL);
}

static void
customer_cb (Form *form)
{
  const char *name = daftar_customer_entry_get_new_name (DAFTAR_CUSTOMER_ENTRY (form->customer));

  gtk_widget_set_visible (form->phone, name != NULL);
  check (form);
  if (name != NULL)
    gtk_widget_grab_focus (form->phone);
  else if (daftar_customer_entry_get_id (DAFTAR_CUSTOMER_ENTRY (form->customer)) != 0)
    gtk_widget_grab_focus (form->subject);
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
    {
      g_autofree char *number = daftar_ticket_text_number (form->ui, ticket->number);
      /* Translators: %s is the number of a ticket, "#1024". */
      g_autofree char *text = g_strdup_printf (_("Ticket %s made"), number);

      daftar_ui_toast_undo (owner, form->ui, text, operation);
      if (form->added != NULL)
        form->added (DAFTAR_RECORD (ticket)->id, form->data);
    }
  daftar_form_dialog_done (dialog);
}

static guint
selected (GtkWidget *choice)
{
  return gtk_drop_down_get_selected (GTK_DROP_DOWN (choice));
}

static void
save_cb (Form *form)
{
  g_autoptr (DaftarTicketNew) new = daftar_ticket_new_new ();
  DaftarCustomerEntry *customer = DAFTAR_CUSTOMER_ENTRY (form->customer);

  new->customer_id = daftar_customer_entry_get_id (customer);
  new->new_name = g_strdup (daftar_customer_entry_get_new_name (customer));
  new->new_phone = daftar_bidi_strip (gtk_editable_get_text (GTK_EDITABLE (form->phone)));
  new->subject = g_strdup (gtk_editable_get_text (GTK_EDITABLE (form->subject)));
  new->body = get_body (form);
  new->kind = selected (form->kind);
  new->channel = selected (form->channel) + 1;
  new->priority = selected (form->priority);
  new->mood = selected (form->mood);
  daftar_form_dialog_set_busy (form->dialog, TRUE);
  daftar_store_write_async (daftar_ui_context_get_store (form->ui), "ticket.add", daftar_ticket_add,
                            g_steal_pointer (&new), daftar_ticket_new_free, g_object_unref, NULL, saved_cb,
                            g_object_ref (form->dialog));
}

/* --- The form. ------------------------------------------------------------------------------------- */

static GtkWidget *
make_heading (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

static GtkWidget *
make_body (Form *form)
{
  GtkWidget *frame = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  form->body = gtk_text_view_new ();
  gtk_widget_set_name (form->body, "ticket-body");
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (form->body), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (form->body), FALSE);
  gtk_widget_set_size_request (form->body, -1, 72);
  gtk_accessible_update_property (GTK_ACCESSIBLE (form->body), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What the customer said or wrote"), -1);
  g_signal_connect_swapped (gtk_text_view_get_buffer (GTK_TEXT_VIEW (form->body)), "changed", G_CALLBACK (check), form);
  gtk_widget_add_css_class (frame, "daftar-text-frame");
  gtk_box_append (GTK_BOX (frame), form->body);
  return frame;
}

static GtkWidget *
make_choice (GtkGrid          *grid,
             int               column,
             int               row,
             const char       *name,
             const char       *label,
             const DaftarEnum *values,
             guint             first,
             guint             value)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  GtkWidget *choice;

  for (guint i = first; i < values->n_values; i++)
    g_ptr_array_add (words, (gpointer) daftar_enum_label (values, i));
  g_ptr_array_add (words, NULL);
  choice = gtk_drop_down_new_from_strings ((const char *const *) words->pdata);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), value - first);
  gtk_widget_set_name (choice, name);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_box_append (GTK_BOX (box), make_heading (label));
  gtk_box_append (GTK_BOX (box), choice);
  gtk_grid_attach (grid, box, column, row, 1, 1);
  return choice;
}

static GtkWidget *
make_choices (Form *form)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  form->kind = make_choice (GTK_GRID (grid), 0, 0, "ticket-kind", _("Kind"), &daftar_enum_ticket_kind, 0,
                            DAFTAR_TICKET_KIND_INQUIRY);
  form->channel = make_choice (GTK_GRID (grid), 1, 0, "ticket-channel", _("Channel"), &daftar_enum_channel, 1,
                               DAFTAR_CHANNEL_PHONE);
  form->mood = make_choice (GTK_GRID (grid), 0, 1, "ticket-new-mood", _("Mood"), &daftar_enum_mood, 0, DAFTAR_MOOD_CALM);
  form->priority = make_choice (GTK_GRID (grid), 1, 1, "ticket-new-priority", _("Priority"), &daftar_enum_priority, 0,
                                DAFTAR_PRIORITY_NORMAL);
  return grid;
}

static GtkWidget *
make_form (Form *form)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  form->customer = daftar_customer_entry_new (form->ui, TRUE);
  form->phone = gtk_entry_new ();
  gtk_widget_set_name (form->phone, "ticket-phone");
  gtk_entry_set_placeholder_text (GTK_ENTRY (form->phone), _("Number or e-mail"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (form->phone), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Number or e-mail"),
                                  -1);
  daftar_entry_set_ltr (GTK_EDITABLE (form->phone));
  gtk_widget_set_visible (form->phone, FALSE);
  form->subject = gtk_entry_new ();
  gtk_widget_set_name (form->subject, "ticket-new-subject");
  gtk_entry_set_placeholder_text (GTK_ENTRY (form->subject), _("What it is about"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (form->subject), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What it is about"),
                                  -1);
  g_signal_connect_swapped (form->customer, "changed", G_CALLBACK (customer_cb), form);
  g_signal_connect_swapped (form->subject, "changed", G_CALLBACK (check), form);
  gtk_box_append (GTK_BOX (box), form->customer);
  gtk_box_append (GTK_BOX (box), form->phone);
  gtk_box_append (GTK_BOX (box), form->subject);
  gtk_box_append (GTK_BOX (box), make_heading (_("What the customer said or wrote")));
  gtk_box_append (GTK_BOX (box), make_body (form));
  gtk_box_append (GTK_BOX (box), make_choices (form));
  return box;
}

/**
 * daftar_ticket_dialog_present:
 * @parent: the widget that asks
 * @ui: the context
 * @customer_id: whose ticket, or 0 to be chosen
 * @customer_name: (nullable): the name of that customer
 * @added: (nullable): called with the new ticket while @parent still stands
 * @data: for @added
 *
 * Opens the form for a new ticket.
 */
void
daftar_ticket_dialog_present (GtkWidget             *parent,
                              DaftarUiContext       *ui,
                              gint64                 customer_id,
                              const char            *customer_name,
                              DaftarTicketAddedFunc  added,
                              gpointer               data)
{
  Form *form = g_new0 (Form, 1);

  form->ui = g_object_ref (ui);
  form->added = added;
  form->data = data;
  form->dialog = daftar_form_dialog_new (parent, _("New Ticket"), _("_Save"));
  g_object_set_data_full (G_OBJECT (form->dialog), "form", form, form_free);
  daftar_form_dialog_set_child (form->dialog, make_form (form));
  daftar_form_dialog_set_ready (form->dialog, FALSE);
  g_signal_connect_swapped (form->dialog, "save", G_CALLBACK (save_cb), form);
  gtk_window_present (GTK_WINDOW (form->dialog));
  if (customer_id != 0)
    daftar_customer_entry_set_customer (DAFTAR_CUSTOMER_ENTRY (form->customer), customer_id, customer_name);
  else
    gtk_widget_grab_focus (form->customer);
}
