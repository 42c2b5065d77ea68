/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-snooze-dialog.h"

#include "daftar-date.h"
#include "daftar-day-entry.h"
#include "daftar-error.h"
#include "daftar-follow-up-action.h"
#include "daftar-form-dialog.h"
#include "daftar-time-parse.h"

#include <glib/gi18n.h>

/* In the morning, unless an hour is said. */
#define DEFAULT_MINUTE (9 * 60)

typedef struct
{
  DaftarUiContext *ui;
  DaftarFormDialog *dialog;
  GtkWidget *day;
  GtkWidget *time;
  gint64 id;
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_object_unref (form->ui);
  g_free (form);
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
  g_autofree gint64 *until = daftar_store_write_finish (DAFTAR_STORE (source), result, &operation, &error);

  daftar_form_dialog_set_busy (dialog, FALSE);
  if (until == NULL)
    {
      daftar_form_dialog_set_error (dialog, error->message);
      return;
    }
  if (owner != NULL)
    daftar_ui_toast_undo (owner, form->ui, _("Put off"), operation);
  daftar_form_dialog_done (dialog);
}

static void
save_cb (Form *form)
{
  GTimeZone *zone = daftar_format_get_zone (daftar_ui_context_get_format (form->ui));
  g_autofree char *day = NULL;
  g_autoptr (GError) error = NULL;
  int minute = -1;

  if (daftar_day_entry_get_day (DAFTAR_DAY_ENTRY (form->day), &day, &error))
    daftar_time_parse (gtk_editable_get_text (GTK_EDITABLE (form->time)), &minute, &error);
  if (error == NULL && day == NULL)
    g_set_error_literal (&error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID, _("Choose a day."));
  if (error != NULL)
    {
      daftar_form_dialog_set_error (form->dialog, error->message);
      return;
    }
  daftar_form_dialog_set_busy (form->dialog, TRUE);
  daftar_store_write_async (
    daftar_ui_context_get_store (form->ui), "follow-up.snooze", daftar_follow_up_snooze_write,
    daftar_snooze_request_new (form->id, DAFTAR_SNOOZE_UNTIL,
                               daftar_date_to_moment (day, minute >= 0 ? minute : DEFAULT_MINUTE, zone)),
    (GDestroyNotify) daftar_snooze_request_free, g_free, NULL, saved_cb, g_object_ref (form->dialog));
}

/**
 * daftar_snooze_dialog_present:
 * @parent: the widget that asks
 * @ui: the context
 * @id: a follow-up
 *
 * Asks for the day and time at which it is to come back.
 */
void
daftar_snooze_dialog_present (GtkWidget       *parent,
                              DaftarUiContext *ui,
                              gint64           id)
{
  Form *form = g_new0 (Form, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autofree char *today = daftar_ui_context_today (ui);
  g_autofree char *tomorrow = daftar_date_add_days (today, 1);

  form->ui = g_object_ref (ui);
  form->id = id;
  form->dialog = daftar_form_dialog_new (parent, _("Remind Later"), _("_Put Off"));
  g_object_set_data_full (G_OBJECT (form->dialog), "form", form, form_free);
  form->day = daftar_day_entry_new (ui);
  daftar_day_entry_set_day (DAFTAR_DAY_ENTRY (form->day), tomorrow);
  form->time = gtk_entry_new ();
  gtk_widget_set_name (form->time, "snooze-time");
  gtk_editable_set_text (GTK_EDITABLE (form->time), "09:00");
  gtk_accessible_update_property (GTK_ACCESSIBLE (form->time), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Time"), -1);
  g_signal_connect_swapped (form->time, "activate", G_CALLBACK (save_cb), form);
  gtk_box_append (GTK_BOX (box), form->day);
  gtk_box_append (GTK_BOX (box), form->time);
  daftar_form_dialog_set_child (form->dialog, box);
  g_signal_connect_swapped (form->dialog, "save", G_CALLBACK (save_cb), form);
  gtk_window_present (GTK_WINDOW (form->dialog));
  gtk_widget_grab_focus (form->day);
}
