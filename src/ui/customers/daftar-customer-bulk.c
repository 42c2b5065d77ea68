/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-customer-bulk.h"

#include "daftar-customer-list.h"
#include "daftar-date.h"
#include "daftar-day-entry.h"
#include "daftar-form-dialog.h"

#include <glib/gi18n.h>

/* A form about several customers. It lives as data of its dialog. */
typedef struct
{
  DaftarUiContext *ui;
  DaftarFormDialog *dialog;
  GArray *ids;
  GtkWidget *entry;
  GtkWidget *remove; /* of tags */
  GtkWidget *known;  /* of tags */
  GtkWidget *day;    /* of follow-ups */
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_object_unref (form->ui);
  g_array_unref (form->ids);
  g_free (form);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (DaftarFormDialog) dialog = data;
  Form *form = g_object_get_data (G_OBJECT (dialog), "form");
  GtkWidget *owner = daftar_form_dialog_get_owner (dialog);
  g_autoptr (GError) error = NULL;
  gint64 operation = 0;

  daftar_store_write_finish (DAFTAR_STORE (source), result, &operation, &error);
  daftar_form_dialog_set_busy (dialog, FALSE);
  if (error != NULL)
    {
      daftar_form_dialog_set_error (dialog, error->message);
      return;
    }
  if (owner != NULL)
    {
      g_autofree char *number = daftar_format_number (daftar_ui_context_get_format (form->ui), form->ids->len);
      /* Translators: %s is a number of customers, for which the form is chosen. */
      g_autofree char *text = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%s customer changed", "%s customers changed", form->ids->len), number);

      daftar_ui_toast_undo (owner, form->ui, text, operation);
    }
  daftar_form_dialog_done (dialog);
}

static void
write_bulk (Form               *form,
            const char         *operation,
            DaftarCustomerBulk *bulk)
{
  daftar_form_dialog_set_busy (form->dialog, TRUE);
  daftar_store_write_async (daftar_ui_context_get_store (form->ui), operation, daftar_customer_bulk_write, bulk,
                            (GDestroyNotify) daftar_customer_bulk_free, NULL, NULL, written_cb,
                            g_object_ref (form->dialog));
}

static char *
get_text (Form *form)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (form->entry))));
}

static void
typed_cb (Form *form)
{
  g_autofree char *text = get_text (form);

  daftar_form_dialog_set_ready (form->dialog, *text != '\0');
  daftar_form_dialog_set_error (form->dialog, NULL);
}

static Form *
form_new (GtkWidget       *parent,
          DaftarUiContext *ui,
          GArray          *ids,
          const char      *title,
          const char      *save_label,
          GCallback        save)
{
  Form *form = g_new0 (Form, 1);

  form->ui = g_object_ref (ui);
  form->ids = g_array_ref (ids);
  form->dialog = daftar_form_dialog_new (parent, title, save_label);
  g_object_set_data_full (G_OBJECT (form->dialog), "form", form, form_free);
  form->entry = gtk_entry_new ();
  gtk_entry_set_activates_default (GTK_ENTRY (form->entry), TRUE);
  g_signal_connect_swapped (form->entry, "changed", G_CALLBACK (typed_cb), form);
  g_signal_connect_swapped (form->dialog, "save", save, form);
  daftar_form_dialog_set_ready (form->dialog, FALSE);
  return form;
}

static void
name_entry (Form       *form,
            const char *name,
            const char *label)
{
  gtk_widget_set_name (form->entry, name);
  gtk_entry_set_placeholder_text (GTK_ENTRY (form->entry), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (form->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* --- A tag. ---------------------------------------------------------------------------------------- */

static void
save_tag_cb (Form *form)
{
  DaftarCustomerBulk *bulk = daftar_customer_bulk_new (g_array_ref (form->ids));

  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (form->remove)))
    bulk->remove_tag = get_text (form);
  else
    bulk->add_tag = get_text (form);
  write_bulk (form, "customer.tag", bulk);
}

static void
known_cb (GtkWidget *button,
          Form      *form)
{
  gtk_editable_set_text (GTK_EDITABLE (form->entry), gtk_button_get_label (GTK_BUTTON (button)));
  gtk_widget_grab_focus (form->entry);
}

/* Tags that are in use are one press away. */
static void
choices_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (DaftarFormDialog) dialog = data;
  Form *form = g_object_get_data (G_OBJECT (dialog), "form");
  g_autoptr (DaftarFilterChoices) choices = daftar_store_read_finish (DAFTAR_STORE (source), result, NULL);

  if (choices == NULL || daftar_form_dialog_is_closed (dialog))
    return;
  for (guint i = 0; choices->tags[i] != NULL && i < 12; i++)
    {
      GtkWidget *button = gtk_button_new_with_label (choices->tags[i]);

      gtk_widget_add_css_class (button, "daftar-chip");
      g_signal_connect (button, "clicked", G_CALLBACK (known_cb), form);
      gtk_flow_box_append (GTK_FLOW_BOX (form->known), button);
    }
}

/**
 * daftar_customer_bulk_tag:
 * @parent: the widget that asks
 * @ui: the context
 * @ids: (element-type gint64): customers
 *
 * Opens the form that gives all of them a tag, or takes one from them.
 */
void
daftar_customer_bulk_tag (GtkWidget       *parent,
                          DaftarUiContext *ui,
                          GArray          *ids)
{
  Form *form = form_new (parent, ui, ids, _("Tag Customers"), _("_Save"), G_CALLBACK (save_tag_cb));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *ways = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *add = gtk_check_button_new_with_mnemonic (_("_Give it"));

  name_entry (form, "bulk-tag-name", _("Tag"));
  form->remove = gtk_check_button_new_with_mnemonic (_("_Take it away"));
  gtk_widget_set_name (form->remove, "bulk-tag-remove");
  gtk_check_button_set_group (GTK_CHECK_BUTTON (form->remove), GTK_CHECK_BUTTON (add));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (add), TRUE);
  form->known = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (form->known), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (form->known), 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (form->known), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Tags in use"), -1);
  gtk_box_append (GTK_BOX (ways), add);
  gtk_box_append (GTK_BOX (ways), form->remove);
  gtk_box_append (GTK_BOX (box), form->entry);
  gtk_box_append (GTK_BOX (box), form->known);
  gtk_box_append (GTK_BOX (box), ways);
  daftar_form_dialog_set_child (form->dialog, box);
  gtk_window_present (GTK_WINDOW (form->dialog));
  gtk_widget_grab_focus (form->entry);
  daftar_store_read_async (daftar_ui_context_get_store (ui), daftar_filter_choices_read, NULL, NULL,
                           (GDestroyNotify) daftar_filter_choices_free, NULL, choices_cb, g_object_ref (form->dialog));
}

/* --- A follow-up for each. ------------------------------------------------------------------------- */

static void
save_plan_cb (Form *form)
{
  g_autoptr (DaftarFollowUp) follow_up = daftar_follow_up_new ();
  g_autoptr (GError) error = NULL;
  DaftarCustomerBulk *bulk;

  if (!daftar_day_entry_get_day (DAFTAR_DAY_ENTRY (form->day), &follow_up->due_day, &error))
    {
      daftar_form_dialog_set_error (form->dialog, error->message);
      gtk_widget_grab_focus (form->day);
      return;
    }
  follow_up->title = get_text (form);
  follow_up->due_minute = -1;
  bulk = daftar_customer_bulk_new (g_array_ref (form->ids));
  bulk->follow_up = g_steal_pointer (&follow_up);
  write_bulk (form, "followup.plan", bulk);
}

/**
 * daftar_customer_bulk_plan:
 * @parent: the widget that asks
 * @ui: the context
 * @ids: (element-type gint64): customers
 *
 * Opens the form that plans the same follow-up for each of them.
 */
void
daftar_customer_bulk_plan (GtkWidget       *parent,
                           DaftarUiContext *ui,
                           GArray          *ids)
{
  Form *form = form_new (parent, ui, ids, _("Plan a Follow-up for Each"), _("_Save"), G_CALLBACK (save_plan_cb));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autofree char *today = daftar_ui_context_today (ui);
  g_autofree char *tomorrow = daftar_date_add_days (today, 1);

  name_entry (form, "bulk-plan-title", _("What is to be done"));
  form->day = daftar_day_entry_new (ui);
  daftar_day_entry_set_day (DAFTAR_DAY_ENTRY (form->day), tomorrow);
  gtk_box_append (GTK_BOX (box), form->entry);
  gtk_box_append (GTK_BOX (box), form->day);
  daftar_form_dialog_set_child (form->dialog, box);
  gtk_window_present (GTK_WINDOW (form->dialog));
  gtk_widget_grab_focus (form->entry);
}
