/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-note-dialog.h"

#include "daftar-bidi.h"
#include "daftar-customer-entry.h"
#include "daftar-date.h"
#include "daftar-day-entry.h"
#include "daftar-duplicate-list.h"
#include "daftar-entry.h"
#include "daftar-form-dialog.h"
#include "daftar-icons.h"
#include "daftar-note.h"
#include "daftar-window.h"

#include <glib/gi18n.h>

/* Write it down: who, how, what, what next. It lives as data of its dialog. */
typedef struct
{
  DaftarUiContext *ui;
  DaftarFormDialog *dialog;
  GtkWidget *customer;
  GtkWidget *phone;
  GtkWidget *duplicates;
  GtkWidget *channels[DAFTAR_N_CHANNEL];
  GtkWidget *outgoing;
  GtkWidget *body;
  GtkWidget *next_title;
  GtkWidget *next_day;
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
  g_autofree char *body = get_body (form);
  DaftarCustomerEntry *customer = DAFTAR_CUSTOMER_ENTRY (form->customer);
  gboolean someone =
    daftar_customer_entry_get_id (customer) != 0 || daftar_customer_entry_get_new_name (customer) != NULL;

  daftar_form_dialog_set_ready (form->dialog, someone && *body != '\0');
  daftar_form_dialog_set_error (form->dialog, NULL);
}

/* --- Who. ------------------------------------------------------------------------------------------ */

static void
look_for_duplicates (Form *form)
{
  const char *name = daftar_customer_entry_get_new_name (DAFTAR_CUSTOMER_ENTRY (form->customer));
  const char *contact = gtk_editable_get_text (GTK_EDITABLE (form->phone));
  DaftarDuplicateRequest *request = g_new0 (DaftarDuplicateRequest, 1);

  if (name != NULL)
    {
      request->name = g_strdup (name);
      if (strchr (contact, '@') != NULL)
        request->email = g_strdup (contact);
      else
        request->phone = g_strdup (contact);
    }
  daftar_duplicate_list_ask (DAFTAR_DUPLICATE_LIST (form->duplicates), request);
}

static void
customer_cb (Form *form)
{
  const char *name = daftar_customer_entry_get_new_name (DAFTAR_CUSTOMER_ENTRY (form->customer));

  gtk_widget_set_visible (form->phone, name != NULL);
  look_for_duplicates (form);
  check (form);
  if (name != NULL)
    gtk_widget_grab_focus (form->phone);
  else if (daftar_customer_entry_get_id (DAFTAR_CUSTOMER_ENTRY (form->customer)) != 0)
    gtk_widget_grab_focus (form->body);
}

static void
duplicate_read_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      data);

static void
duplicate_cb (Form   *form,
              gint64  id)
{
  DaftarDuplicateRequest *request = g_new0 (DaftarDuplicateRequest, 1);

  request->name = g_strdup (daftar_customer_entry_get_new_name (DAFTAR_CUSTOMER_ENTRY (form->customer)));
  g_object_set_data_full (G_OBJECT (form->dialog), "wanted", g_memdup2 (&id, sizeof id), g_free);
  request->phone = g_strdup (gtk_editable_get_text (GTK_EDITABLE (form->phone)));
  request->email = g_strdup (request->phone);
  daftar_store_read_async (daftar_ui_context_get_store (form->ui), daftar_duplicate_read, request,
                           (GDestroyNotify) daftar_duplicate_request_free, (GDestroyNotify) g_ptr_array_unref, NULL,
                           duplicate_read_cb, g_object_ref (form->dialog));
}

/* The one that was pressed is taken instead of the new one. */
static void
duplicate_read_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      data)
{
  g_autoptr (DaftarFormDialog) dialog = data;
  Form *form = g_object_get_data (G_OBJECT (dialog), "form");
  gint64 *wanted = g_object_get_data (G_OBJECT (dialog), "wanted");
  g_autoptr (GPtrArray) duplicates = daftar_store_read_finish (DAFTAR_STORE (source), result, NULL);

  for (guint i = 0; duplicates != NULL && !daftar_form_dialog_is_closed (dialog) && i < duplicates->len; i++)
    {
      DaftarDuplicate *duplicate = g_ptr_array_index (duplicates, i);

      if (DAFTAR_RECORD (duplicate->customer)->id == *wanted)
        daftar_customer_entry_set_customer (DAFTAR_CUSTOMER_ENTRY (form->customer), *wanted,
                                            duplicate->customer->name);
    }
}

/* --- How. ------------------------------------------------------------------------------------------ */

static DaftarChannel
get_channel (Form *form)
{
  for (int i = 0; i < DAFTAR_N_CHANNEL; i++)
    if (form->channels[i] != NULL && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (form->channels[i])))
      return i;
  return DAFTAR_CHANNEL_NONE;
}

static GtkWidget *
make_channels (Form *form)
{
  GtkWidget *flow = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), DAFTAR_N_CHANNEL);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (flow), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Channel"), -1);
  for (int i = 0; i < DAFTAR_N_CHANNEL; i++)
    {
      const char *label = i == DAFTAR_CHANNEL_NONE ? _("Note for ourselves") : daftar_enum_label (&daftar_enum_channel, i);
      GtkWidget *button = gtk_toggle_button_new ();
      g_autofree char *name = g_strdup_printf ("channel-%s", daftar_enum_nick (&daftar_enum_channel, i));

      gtk_button_set_icon_name (GTK_BUTTON (button), daftar_icon_for_channel (i));
      gtk_widget_set_name (button, name);
      gtk_widget_set_tooltip_text (button, label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (form->channels[0]));
      form->channels[i] = button;
      gtk_flow_box_append (GTK_FLOW_BOX (flow), button);
    }
  /* Most of what is written down is a call. */
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (form->channels[DAFTAR_CHANNEL_PHONE]), TRUE);
  return flow;
}

/* --- What. ----------------------------------------------------------------------------------------- */

static GtkWidget *
make_body (Form *form)
{
  GtkWidget *frame = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  form->body = gtk_text_view_new ();
  gtk_widget_set_name (form->body, "note-body");
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (form->body), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (form->body), FALSE);
  gtk_widget_set_size_request (form->body, -1, 72);
  gtk_accessible_update_property (GTK_ACCESSIBLE (form->body), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What was said or done"), -1);
  g_signal_connect_swapped (gtk_text_view_get_buffer (GTK_TEXT_VIEW (form->body)), "changed", G_CALLBACK (check), form);
  gtk_widget_set_vexpand (form->body, TRUE);
  gtk_widget_add_css_class (frame, "daftar-text-frame");
  gtk_box_append (GTK_BOX (frame), form->body);
  return frame;
}

static GtkWidget *
make_heading (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

/* --- Saving. --------------------------------------------------------------------------------------- */

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
  g_autoptr (DaftarCustomer) customer = daftar_store_write_finish (DAFTAR_STORE (source), result, &operation, &error);

  daftar_form_dialog_set_busy (dialog, FALSE);
  if (customer == NULL)
    {
      daftar_form_dialog_set_error (dialog, error->message);
      return;
    }
  if (owner != NULL)
    {
      g_autofree char *name = daftar_bidi_isolate (customer->name);
      /* Translators: %s is a customer's name. */
      g_autofree char *text = g_strdup_printf (_("Written down for %s"), name);

      daftar_ui_toast_undo (owner, form->ui, text, operation);
    }
  daftar_form_dialog_done (dialog);
}

static void
save_cb (Form *form)
{
  g_autoptr (DaftarNote) note = daftar_note_new ();
  DaftarCustomerEntry *customer = DAFTAR_CUSTOMER_ENTRY (form->customer);
  g_autoptr (GError) error = NULL;

  note->customer_id = daftar_customer_entry_get_id (customer);
  note->new_name = g_strdup (daftar_customer_entry_get_new_name (customer));
  note->new_phone = daftar_bidi_strip (gtk_editable_get_text (GTK_EDITABLE (form->phone)));
  note->channel = get_channel (form);
  note->direction = note->channel == DAFTAR_CHANNEL_NONE                                 ? DAFTAR_CONTACT_DIRECTION_NONE
                    : gtk_check_button_get_active (GTK_CHECK_BUTTON (form->outgoing)) ? DAFTAR_CONTACT_DIRECTION_OUT
                                                                                      : DAFTAR_CONTACT_DIRECTION_IN;
  note->body = get_body (form);
  note->next_title = g_strdup (gtk_editable_get_text (GTK_EDITABLE (form->next_title)));
  if (!daftar_day_entry_get_day (DAFTAR_DAY_ENTRY (form->next_day), &note->next_day, &error))
    {
      daftar_form_dialog_set_error (form->dialog, error->message);
      gtk_widget_grab_focus (form->next_day);
      return;
    }
  daftar_form_dialog_set_busy (form->dialog, TRUE);
  daftar_store_write_async (daftar_ui_context_get_store (form->ui), "note.add", daftar_note_write,
                            g_steal_pointer (&note), (GDestroyNotify) daftar_note_free, g_object_unref, NULL, saved_cb,
                            g_object_ref (form->dialog));
}

static GtkWidget *
make_form (Form *form)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  form->customer = daftar_customer_entry_new (form->ui, TRUE);
  form->phone = gtk_entry_new ();
  gtk_widget_set_name (form->phone, "note-phone");
  gtk_entry_set_placeholder_text (GTK_ENTRY (form->phone), _("Number or e-mail"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (form->phone), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Number or e-mail"),
                                  -1);
  daftar_entry_set_ltr (GTK_EDITABLE (form->phone));
  gtk_widget_set_visible (form->phone, FALSE);
  form->duplicates = daftar_duplicate_list_new (form->ui);
  form->outgoing = gtk_check_button_new_with_mnemonic (_("_We contacted them"));
  form->next_title = gtk_entry_new ();
  gtk_widget_set_name (form->next_title, "note-next");
  gtk_entry_set_placeholder_text (GTK_ENTRY (form->next_title), _("What is to be done next"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (form->next_title), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Next step"), -1);
  form->next_day = daftar_day_entry_new (form->ui);
  gtk_widget_set_name (form->next_day, "note-next-day");
  g_signal_connect_swapped (form->customer, "changed", G_CALLBACK (customer_cb), form);
  g_signal_connect_swapped (form->phone, "changed", G_CALLBACK (look_for_duplicates), form);
  g_signal_connect_swapped (form->duplicates, "chosen", G_CALLBACK (duplicate_cb), form);
  gtk_box_append (GTK_BOX (box), form->customer);
  gtk_box_append (GTK_BOX (box), form->phone);
  gtk_box_append (GTK_BOX (box), form->duplicates);
  gtk_box_append (GTK_BOX (box), make_channels (form));
  gtk_box_append (GTK_BOX (box), form->outgoing);
  gtk_box_append (GTK_BOX (box), make_heading (_("What was said or done")));
  gtk_box_append (GTK_BOX (box), make_body (form));
  gtk_box_append (GTK_BOX (box), make_heading (_("Next step")));
  gtk_box_append (GTK_BOX (box), form->next_title);
  gtk_box_append (GTK_BOX (box), form->next_day);
  return box;
}

/**
 * daftar_note_dialog_present:
 * @parent: the widget that asks
 * @ui: the context
 * @customer_id: of whom it is, or 0 to be chosen
 * @customer_name: (nullable): the name of that customer
 *
 * Opens the form to write something down, from anywhere (Ctrl+N).
 */
void
daftar_note_dialog_present (GtkWidget       *parent,
                            DaftarUiContext *ui,
                            gint64           customer_id,
                            const char      *customer_name)
{
  Form *form = g_new0 (Form, 1);

  form->ui = g_object_ref (ui);
  form->dialog = daftar_form_dialog_new (parent, _("Write It Down"), _("_Save"));
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
