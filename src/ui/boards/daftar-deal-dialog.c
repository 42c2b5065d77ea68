/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-deal-dialog.h"

#include "daftar-customer-entry.h"
#include "daftar-day-entry.h"
#include "daftar-deal-action.h"
#include "daftar-entry.h"
#include "daftar-form-dialog.h"
#include "daftar-money.h"

#include <glib/gi18n.h>

/* A new deal, one that is changed, or the reason why one was lost: only the widgets of the form that is open exist. */
typedef struct
{
  DaftarUiContext *ui;
  DaftarFormDialog *dialog;
  DaftarDeal *deal;  /* our own copy */
  GPtrArray *stages; /* of a new deal */
  const char *toast;
  GtkWidget *customer;
  GtkWidget *title;
  GtkWidget *value;
  GtkWidget *stage;
  GtkWidget *day;
  GtkWidget *note;
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_object_unref (form->ui);
  g_clear_object (&form->deal);
  g_clear_pointer (&form->stages, g_ptr_array_unref);
  g_free (form);
}

static void
check (Form *form)
{
  gboolean ready = form->title == NULL || *gtk_editable_get_text (GTK_EDITABLE (form->title)) != '\0';

  if (form->customer != NULL)
    ready = ready && daftar_customer_entry_get_id (DAFTAR_CUSTOMER_ENTRY (form->customer)) != 0;
  daftar_form_dialog_set_ready (form->dialog, ready);
  daftar_form_dialog_set_error (form->dialog, NULL);
}

static void
customer_cb (Form *form)
{
  check (form);
  if (daftar_customer_entry_get_id (DAFTAR_CUSTOMER_ENTRY (form->customer)) != 0)
    gtk_widget_grab_focus (form->title);
}

static char *
get_note (Form *form)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (form->note));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
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
  g_autoptr (DaftarDeal) saved = daftar_store_write_finish (DAFTAR_STORE (source), result, &operation, &error);

  daftar_form_dialog_set_busy (dialog, FALSE);
  if (saved == NULL)
    {
      daftar_form_dialog_set_error (dialog, error->message);
      return;
    }
  if (owner != NULL)
    daftar_ui_toast_undo (owner, form->ui, form->toast, operation);
  daftar_form_dialog_done (dialog);
}

/* --- A deal. --------------------------------------------------------------------------------------- */

static gboolean
read_deal (Form    *form,
           GError **error)
{
  DaftarDeal *deal = form->deal;
  const char *value = gtk_editable_get_text (GTK_EDITABLE (form->value));
  g_autofree char *day = NULL;
  g_autofree char *note = get_note (form);

  deal->value = 0;
  if (*value != '\0' && !daftar_money_parse (value, deal->currency, &deal->value, error))
    return gtk_widget_grab_focus (form->value), FALSE;
  if (!daftar_day_entry_get_day (DAFTAR_DAY_ENTRY (form->day), &day, error))
    return gtk_widget_grab_focus (form->day), FALSE;
  daftar_set_text (&deal->title, gtk_editable_get_text (GTK_EDITABLE (form->title)));
  daftar_set_text (&deal->expected_day, day);
  daftar_set_text (&deal->note, *note != '\0' ? note : NULL);
  if (form->customer != NULL)
    deal->customer_id = daftar_customer_entry_get_id (DAFTAR_CUSTOMER_ENTRY (form->customer));
  if (form->stage != NULL)
    deal->stage_id =
      DAFTAR_RECORD (form->stages->pdata[gtk_drop_down_get_selected (GTK_DROP_DOWN (form->stage))])->id;
  return TRUE;
}

static void
save_cb (Form *form)
{
  g_autoptr (GError) error = NULL;

  if (!read_deal (form, &error))
    {
      daftar_form_dialog_set_error (form->dialog, error->message);
      return;
    }
  daftar_form_dialog_set_busy (form->dialog, TRUE);
  daftar_store_write_async (daftar_ui_context_get_store (form->ui), form->stages != NULL ? "deal.add" : "deal.edit",
                            daftar_deal_save_write, daftar_record_copy (form->deal), g_object_unref, g_object_unref, NULL,
                            saved_cb, g_object_ref (form->dialog));
}

static GtkWidget *
make_entry (const char *name,
            const char *label)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_widget_set_name (entry, name);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return entry;
}

static GtkWidget *
make_heading (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

static GtkWidget *
make_note (Form       *form,
           const char *label,
           const char *text)
{
  GtkWidget *frame = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  form->note = gtk_text_view_new ();
  gtk_widget_set_name (form->note, "deal-note");
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (form->note), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (form->note), FALSE);
  gtk_widget_set_size_request (form->note, -1, 72);
  gtk_accessible_update_property (GTK_ACCESSIBLE (form->note), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (form->note)), text != NULL ? text : "", -1);
  gtk_widget_add_css_class (frame, "daftar-text-frame");
  gtk_box_append (GTK_BOX (frame), form->note);
  return frame;
}

static GtkWidget *
make_stage (Form *form)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < form->stages->len; i++)
    gtk_string_list_append (names, DAFTAR_STAGE (form->stages->pdata[i])->name);
  form->stage = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  gtk_widget_set_name (form->stage, "deal-stage");
  gtk_accessible_update_property (GTK_ACCESSIBLE (form->stage), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Stage"), -1);
  return form->stage;
}

static GtkWidget *
make_form (Form *form)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  DaftarDeal *deal = form->deal;
  /* Translators: %s is a currency code, SAR. */
  g_autofree char *value_label = g_strdup_printf (_("Value in %s"), deal->currency);

  if (form->stages != NULL)
    {
      form->customer = daftar_customer_entry_new (form->ui, FALSE);
      gtk_box_append (GTK_BOX (box), form->customer);
    }
  form->title = make_entry ("deal-title", _("What it is about"));
  form->value = make_entry ("deal-value", value_label);
  daftar_entry_set_ltr (GTK_EDITABLE (form->value));
  form->day = daftar_day_entry_new (form->ui);
  gtk_box_append (GTK_BOX (box), form->title);
  gtk_box_append (GTK_BOX (box), form->value);
  if (form->stages != NULL)
    gtk_box_append (GTK_BOX (box), make_stage (form));
  gtk_box_append (GTK_BOX (box), make_heading (_("Expected by")));
  gtk_box_append (GTK_BOX (box), form->day);
  gtk_box_append (GTK_BOX (box), make_heading (_("Note")));
  gtk_box_append (GTK_BOX (box), make_note (form, _("Note"), deal->note));
  gtk_editable_set_text (GTK_EDITABLE (form->title), deal->title != NULL ? deal->title : "");
  if (deal->value != 0)
    {
      g_autofree char *plain = daftar_money_plain (deal->value, deal->currency);

      gtk_editable_set_text (GTK_EDITABLE (form->value), plain);
    }
  daftar_day_entry_set_day (DAFTAR_DAY_ENTRY (form->day), deal->expected_day);
  if (form->customer != NULL)
    g_signal_connect_swapped (form->customer, "changed", G_CALLBACK (customer_cb), form);
  g_signal_connect_swapped (form->title, "changed", G_CALLBACK (check), form);
  g_signal_connect_swapped (form->value, "changed", G_CALLBACK (check), form);
  g_signal_connect_swapped (form->title, "activate", G_CALLBACK (save_cb), form);
  g_signal_connect_swapped (form->value, "activate", G_CALLBACK (save_cb), form);
  return box;
}

static Form *
form_new (GtkWidget       *parent,
          DaftarUiContext *ui,
          const char      *title,
          const char      *save_label,
          const char      *toast)
{
  Form *form = g_new0 (Form, 1);

  form->ui = g_object_ref (ui);
  form->toast = toast;
  form->dialog = daftar_form_dialog_new (parent, title, save_label);
  g_object_set_data_full (G_OBJECT (form->dialog), "form", form, form_free);
  return form;
}

static void
present (Form *form)
{
  daftar_form_dialog_set_child (form->dialog, make_form (form));
  g_signal_connect_swapped (form->dialog, "save", G_CALLBACK (save_cb), form);
  check (form);
  gtk_window_present (GTK_WINDOW (form->dialog));
  gtk_widget_grab_focus (form->customer != NULL ? form->customer : form->title);
}

/**
 * daftar_deal_dialog_add:
 * @parent: the widget that asks
 * @ui: the context
 * @stages: (element-type DaftarStage): those of the board, the first of which it begins in
 *
 * Opens the form for a new deal.
 */
void
daftar_deal_dialog_add (GtkWidget       *parent,
                        DaftarUiContext *ui,
                        GPtrArray       *stages)
{
  Form *form = form_new (parent, ui, _("New Deal"), _("_Add"), _("Deal added"));

  form->deal = daftar_deal_new ();
  form->deal->currency = g_strdup (daftar_ui_context_get_shop (ui)->currency);
  form->deal->probability = -1;
  form->stages = g_ptr_array_ref (stages);
  present (form);
}

/**
 * daftar_deal_dialog_edit:
 * @parent: the widget that asks
 * @ui: the context
 * @deal: what is to be changed
 *
 * Opens the form for a deal.
 */
void
daftar_deal_dialog_edit (GtkWidget       *parent,
                         DaftarUiContext *ui,
                         DaftarDeal      *deal)
{
  Form *form = form_new (parent, ui, _("Edit Deal"), _("_Save"), _("Deal saved"));

  form->deal = daftar_record_copy (deal);
  present (form);
}

/* --- Lost. ----------------------------------------------------------------------------------------- */

static void
lose_cb (Form *form)
{
  gint64 *id = g_object_get_data (G_OBJECT (form->dialog), "deal-id");

  daftar_form_dialog_set_busy (form->dialog, TRUE);
  daftar_store_write_async (
    daftar_ui_context_get_store (form->ui), "deal.lost", daftar_deal_close_write,
    daftar_deal_close_new (*id, DAFTAR_DEAL_STATUS_LOST, gtk_editable_get_text (GTK_EDITABLE (form->title))),
    (GDestroyNotify) daftar_deal_close_free, g_object_unref, NULL, saved_cb, g_object_ref (form->dialog));
}

static void
reason_cb (GtkButton *button,
           Form      *form)
{
  gtk_editable_set_text (GTK_EDITABLE (form->title), gtk_button_get_label (button));
  gtk_widget_grab_focus (form->title);
}

/**
 * daftar_lost_dialog_present:
 * @parent: the widget that asks
 * @ui: the context
 * @deal_id: which
 *
 * Asks why a deal was lost.
 */
void
daftar_lost_dialog_present (GtkWidget       *parent,
                            DaftarUiContext *ui,
                            gint64           deal_id)
{
  static const char *const reasons[] = { N_("Price"), N_("Bought elsewhere"), N_("No longer needed"), N_("No answer any more"),
                                         N_("Delivery took too long") };
  Form *form = form_new (parent, ui, _("Why Was It Lost?"), _("_Lost"), _("Taken off the board"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *flow = gtk_flow_box_new ();

  g_object_set_data_full (G_OBJECT (form->dialog), "deal-id", g_memdup2 (&deal_id, sizeof deal_id), g_free);
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 6);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (flow), 6);
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      GtkWidget *button = gtk_button_new_with_label (_(reasons[i]));

      g_signal_connect (button, "clicked", G_CALLBACK (reason_cb), form);
      gtk_flow_box_append (GTK_FLOW_BOX (flow), button);
    }
  form->title = make_entry ("lost-reason", _("Reason"));
  g_signal_connect_swapped (form->title, "changed", G_CALLBACK (check), form);
  g_signal_connect_swapped (form->title, "activate", G_CALLBACK (lose_cb), form);
  gtk_box_append (GTK_BOX (box), flow);
  gtk_box_append (GTK_BOX (box), form->title);
  daftar_form_dialog_set_child (form->dialog, box);
  g_signal_connect_swapped (form->dialog, "save", G_CALLBACK (lose_cb), form);
  check (form);
  gtk_window_present (GTK_WINDOW (form->dialog));
  gtk_widget_grab_focus (form->title);
}
