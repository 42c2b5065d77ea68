/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-follow-up-dialog.h"

#include "daftar-customer-entry.h"
#include "daftar-date.h"
#include "daftar-day-entry.h"
#include "daftar-entry.h"
#include "daftar-follow-up-action.h"
#include "daftar-form-dialog.h"
#include "daftar-number.h"
#include "daftar-recurrence.h"
#include "daftar-time-parse.h"

#include <glib/gi18n.h>

typedef struct
{
  DaftarUiContext *ui;
  DaftarFormDialog *dialog;
  DaftarFollowUp *follow_up; /* our own copy */
  GtkWidget *title;
  GtkWidget *customer;
  GtkWidget *day;
  GtkWidget *time;
  GtkWidget *repeat;
  GtkWidget *days;
  GtkWidget *days_row;
  GtkWidget *urgent;
} Form;

/* How often it comes; what was set otherwise by other means stays as it is. */
static const struct
{
  const char *label;
  int interval;
  DaftarRecurUnit unit;
} repeats[] = {
  { N_("Once"), 0, DAFTAR_RECUR_DAY },
  { N_("Every day"), 1, DAFTAR_RECUR_DAY },
  { N_("Every week"), 1, DAFTAR_RECUR_WEEK },
  { N_("Every month"), 1, DAFTAR_RECUR_MONTH },
  { N_("Every year"), 1, DAFTAR_RECUR_YEAR },
  { N_("Every Hijri year"), 1, DAFTAR_RECUR_HIJRI_YEAR },
};

#define AFTER_DONE   G_N_ELEMENTS (repeats)
#define AS_IT_IS     (AFTER_DONE + 1)
#define DEFAULT_DAYS "30"

static void
form_free (gpointer data)
{
  Form *form = data;

  g_object_unref (form->ui);
  g_object_unref (form->follow_up);
  g_free (form);
}

static void
check (Form *form)
{
  const char *title = gtk_editable_get_text (GTK_EDITABLE (form->title));

  daftar_form_dialog_set_ready (form->dialog, *title != '\0');
  daftar_form_dialog_set_error (form->dialog, NULL);
}

static void
repeat_cb (Form *form)
{
  gtk_widget_set_visible (form->days_row, gtk_drop_down_get_selected (GTK_DROP_DOWN (form->repeat)) == AFTER_DONE);
  daftar_form_dialog_set_error (form->dialog, NULL);
}

/* --- Reading the form. ----------------------------------------------------------------------------- */

static gboolean
read_repeat (Form    *form,
             GError **error)
{
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (form->repeat));
  gint64 days;

  if (chosen == AS_IT_IS)
    return TRUE;
  if (chosen < AFTER_DONE)
    {
      form->follow_up->repeat_interval = repeats[chosen].interval;
      form->follow_up->repeat_unit = repeats[chosen].unit;
      form->follow_up->repeat_from_done = FALSE;
      return TRUE;
    }
  if (!daftar_number_parse (gtk_editable_get_text (GTK_EDITABLE (form->days)), 0, &days, error))
    return FALSE;
  form->follow_up->repeat_interval = CLAMP (days, 1, 3650);
  form->follow_up->repeat_unit = DAFTAR_RECUR_DAY;
  form->follow_up->repeat_from_done = TRUE;
  return TRUE;
}

static gboolean
read_form (Form    *form,
           GError **error)
{
  DaftarFollowUp *follow_up = form->follow_up;
  g_autofree char *day = NULL;
  int minute;

  daftar_set_text (&follow_up->title, gtk_editable_get_text (GTK_EDITABLE (form->title)));
  follow_up->customer_id = daftar_customer_entry_get_id (DAFTAR_CUSTOMER_ENTRY (form->customer));
  follow_up->urgent = gtk_switch_get_active (GTK_SWITCH (form->urgent));
  if (!daftar_day_entry_get_day (DAFTAR_DAY_ENTRY (form->day), &day, error))
    return gtk_widget_grab_focus (form->day), FALSE;
  if (!daftar_time_parse (gtk_editable_get_text (GTK_EDITABLE (form->time)), &minute, error))
    return gtk_widget_grab_focus (form->time), FALSE;
  daftar_set_text (&follow_up->due_day, day);
  follow_up->due_minute = minute;
  return read_repeat (form, error);
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
  g_autoptr (DaftarFollowUp) saved = daftar_store_write_finish (DAFTAR_STORE (source), result, &operation, &error);

  daftar_form_dialog_set_busy (dialog, FALSE);
  if (saved == NULL)
    {
      daftar_form_dialog_set_error (dialog, error->message);
      return;
    }
  if (owner != NULL)
    daftar_ui_toast_undo (owner, form->ui, _("Follow-up saved"), operation);
  daftar_form_dialog_done (dialog);
}

static void
save_cb (Form *form)
{
  g_autoptr (GError) error = NULL;
  gboolean new = DAFTAR_RECORD (form->follow_up)->id == 0;

  if (!read_form (form, &error))
    {
      daftar_form_dialog_set_error (form->dialog, error->message);
      return;
    }
  daftar_form_dialog_set_busy (form->dialog, TRUE);
  daftar_store_write_async (daftar_ui_context_get_store (form->ui), new ? "follow-up.add" : "follow-up.edit",
                            daftar_follow_up_save_write, daftar_record_copy (form->follow_up), g_object_unref,
                            g_object_unref, NULL, saved_cb, g_object_ref (form->dialog));
}

/* --- Making the form. ------------------------------------------------------------------------------ */

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
make_line (const char *text,
           GtkWidget  *widget)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), widget);
  return box;
}

static guint
find_repeat (DaftarFollowUp *follow_up)
{
  if (follow_up->repeat_from_done && follow_up->repeat_interval > 0 && follow_up->repeat_unit == DAFTAR_RECUR_DAY)
    return AFTER_DONE;
  for (guint i = 0; i < G_N_ELEMENTS (repeats); i++)
    if (!follow_up->repeat_from_done && follow_up->repeat_interval == repeats[i].interval
        && (repeats[i].interval == 0 || follow_up->repeat_unit == repeats[i].unit))
      return i;
  return AS_IT_IS;
}

static GtkWidget *
make_repeat (Form *form)
{
  guint current = find_repeat (form->follow_up);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (repeats); i++)
    gtk_string_list_append (labels, _(repeats[i].label));
  gtk_string_list_append (labels, _("Some days after it is done"));
  if (current == AS_IT_IS)
    gtk_string_list_append (labels, _("As it is"));
  form->repeat = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&labels)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (form->repeat), current);
  gtk_widget_set_name (form->repeat, "follow-up-repeat");
  g_signal_connect_swapped (form->repeat, "notify::selected", G_CALLBACK (repeat_cb), form);
  return form->repeat;
}

static GtkWidget *
make_form (Form       *form,
           const char *customer_name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  DaftarFollowUp *follow_up = form->follow_up;
  g_autofree char *days = NULL;

  form->title = make_entry ("follow-up-title", _("What is to be done"));
  form->customer = daftar_customer_entry_new (form->ui, FALSE);
  form->day = daftar_day_entry_new (form->ui);
  form->time = make_entry ("follow-up-time", _("Time"));
  gtk_entry_set_placeholder_text (GTK_ENTRY (form->time), _("Any time"));
  gtk_editable_set_width_chars (GTK_EDITABLE (form->time), 8);
  form->days = make_entry ("follow-up-days", _("Days"));
  gtk_editable_set_width_chars (GTK_EDITABLE (form->days), 6);
  daftar_entry_set_ltr (GTK_EDITABLE (form->days));
  form->urgent = gtk_switch_new ();
  gtk_widget_set_name (form->urgent, "follow-up-urgent");
  form->days_row = make_line (_("Days after it is done"), form->days);
  gtk_box_append (GTK_BOX (box), form->title);
  gtk_box_append (GTK_BOX (box), form->customer);
  gtk_box_append (GTK_BOX (box), form->day);
  gtk_box_append (GTK_BOX (box), make_line (_("Time"), form->time));
  gtk_box_append (GTK_BOX (box), make_line (_("Repeat"), make_repeat (form)));
  gtk_box_append (GTK_BOX (box), form->days_row);
  gtk_box_append (GTK_BOX (box), make_line (_("Urgent: remind outside working hours too"), form->urgent));

  gtk_editable_set_text (GTK_EDITABLE (form->title), follow_up->title != NULL ? follow_up->title : "");
  if (follow_up->customer_id != 0)
    daftar_customer_entry_set_customer (DAFTAR_CUSTOMER_ENTRY (form->customer), follow_up->customer_id, customer_name);
  daftar_day_entry_set_day (DAFTAR_DAY_ENTRY (form->day), follow_up->due_day);
  if (follow_up->due_minute >= 0)
    {
      g_autofree char *time = g_strdup_printf ("%02d:%02d", (int) follow_up->due_minute / 60, (int) follow_up->due_minute % 60);

      gtk_editable_set_text (GTK_EDITABLE (form->time), time);
    }
  days = follow_up->repeat_interval > 0 ? g_strdup_printf ("%d", (int) follow_up->repeat_interval) : g_strdup (DEFAULT_DAYS);
  gtk_editable_set_text (GTK_EDITABLE (form->days), days);
  gtk_switch_set_active (GTK_SWITCH (form->urgent), follow_up->urgent);
  repeat_cb (form);
  g_signal_connect_swapped (form->title, "changed", G_CALLBACK (check), form);
  g_signal_connect_swapped (form->title, "activate", G_CALLBACK (save_cb), form);
  g_signal_connect_swapped (form->time, "activate", G_CALLBACK (save_cb), form);
  g_signal_connect_swapped (form->customer, "changed", G_CALLBACK (check), form);
  g_signal_connect_swapped (form->day, "changed", G_CALLBACK (check), form);
  return box;
}

static void
present (GtkWidget       *parent,
         DaftarUiContext *ui,
         DaftarFollowUp  *follow_up,
         const char      *customer_name,
         const char      *heading)
{
  Form *form = g_new0 (Form, 1);

  form->ui = g_object_ref (ui);
  form->follow_up = follow_up;
  form->dialog = daftar_form_dialog_new (parent, heading, _("_Save"));
  gtk_widget_set_name (GTK_WIDGET (form->dialog), "follow-up-dialog");
  g_object_set_data_full (G_OBJECT (form->dialog), "form", form, form_free);
  daftar_form_dialog_set_child (form->dialog, make_form (form, customer_name));
  g_signal_connect_swapped (form->dialog, "save", G_CALLBACK (save_cb), form);
  check (form);
  gtk_window_present (GTK_WINDOW (form->dialog));
  gtk_widget_grab_focus (form->title);
}

/**
 * daftar_follow_up_dialog_add:
 * @parent: the widget that asks
 * @ui: the context
 * @customer_id: for whom, or 0
 * @customer_name: (nullable): that customer's name
 * @deal_id: the deal whose next step it is, or 0
 *
 * Opens the form for a new follow-up, for tomorrow unless another day is said.
 */
void
daftar_follow_up_dialog_add (GtkWidget       *parent,
                             DaftarUiContext *ui,
                             gint64           customer_id,
                             const char      *customer_name,
                             gint64           deal_id)
{
  DaftarFollowUp *follow_up = daftar_follow_up_new ();
  g_autofree char *today = daftar_ui_context_today (ui);

  follow_up->customer_id = customer_id;
  follow_up->deal_id = deal_id;
  follow_up->due_day = daftar_date_add_days (today, 1);
  follow_up->due_minute = -1;
  present (parent, ui, follow_up, customer_name, deal_id != 0 ? _("Next Step") : _("New Follow-up"));
}

/**
 * daftar_follow_up_dialog_edit:
 * @parent: the widget that asks
 * @ui: the context
 * @follow_up: what is to be changed
 *
 * Opens the form for a follow-up.
 */
void
daftar_follow_up_dialog_edit (GtkWidget       *parent,
                              DaftarUiContext *ui,
                              DaftarFollowUp  *follow_up)
{
  present (parent, ui, daftar_record_copy (follow_up), follow_up->customer_name, _("Edit Follow-up"));
}
