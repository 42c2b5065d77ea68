/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-customer-export.h"

#include "daftar-bidi.h"
#include "daftar-dump.h"
#include "daftar-export.h"
#include "daftar-form-dialog.h"
#include "daftar-shell-dialog.h"
#include "daftar-window.h"

#include <glib/gi18n.h>

typedef enum
{
  TABLE,
  CARDS,
  SHOP,
  N_FORMATS,
} Format;

static const struct
{
  const char *title;
  const char *subtitle;
  const char *file;
  const char *name;
} formats[N_FORMATS] = {
  { N_("Table"), N_("CSV, for spreadsheets and other programs"), N_("customers.csv"), "export-table" },
  { N_("Contact cards"), N_("vCard, for telephones and address books"), N_("customers.vcf"), "export-cards" },
  { N_("The whole shop"), N_("JSON, with tickets, deals and all that happened"), N_("shop.json"), "export-shop" },
};

/* The question in which form, and then the writing. The form lives as data of its dialog. */
typedef struct
{
  DaftarUiContext *ui;
  DaftarFormDialog *dialog;
  GArray *ids; /* nullable: everybody */
  GtkWidget *choices[N_FORMATS];
} Form;

typedef struct
{
  DaftarStore *store;
  Format format;
  GArray *ids; /* nullable */
  char *path;
  gint64 n;
} Job;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_object_unref (form->ui);
  g_clear_pointer (&form->ids, g_array_unref);
  g_free (form);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->store);
  g_clear_pointer (&job->ids, g_array_unref);
  g_free (job->path);
  g_free (job);
}

/* --- Writing. -------------------------------------------------------------------------------------- */

static void
write_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  guint n = 0;

  if (job->format == SHOP)
    daftar_dump_write (job->store, job->path, &job->n, &error);
  else
    {
      daftar_export_write (job->store, job->format == TABLE ? DAFTAR_EXPORT_CSV : DAFTAR_EXPORT_VCARD, job->ids, job->path,
                           NULL, NULL, cancellable, &n, &error);
      job->n = n;
    }
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (DaftarUiContext) ui = data;
  Job *job = g_task_get_task_data (G_TASK (result));
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (source)));
  g_autoptr (GError) error = NULL;
  g_autofree char *base = g_path_get_basename (job->path);
  g_autofree char *file = daftar_bidi_isolate (base);
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      daftar_ui_tell_error (GTK_WIDGET (source), error);
      return;
    }
  number = daftar_format_number (daftar_ui_context_get_format (ui), job->n);
  text = job->format == SHOP ? g_strdup_printf (_("The whole shop is in “%s”"), file)
                             /* Translators: the first %s is a number of customers, for which the form is chosen, the
                              * second the name of a file. */
                             : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s customer is in “%s”",
                                                             "%s customers are in “%s”", (gulong) job->n),
                                                number, file);
  if (DAFTAR_IS_WINDOW (window))
    daftar_window_toast (DAFTAR_WINDOW (window), text, NULL, NULL, NULL, NULL);
}

static void
start (Form       *form,
       GtkWidget  *owner,
       Format      format,
       const char *path)
{
  Job *job = g_new0 (Job, 1);
  g_autoptr (GTask) task = g_task_new (owner, NULL, written_cb, g_object_ref (form->ui));

  job->store = g_object_ref (daftar_ui_context_get_store (form->ui));
  job->format = format;
  job->ids = form->ids != NULL ? g_array_ref (form->ids) : NULL;
  job->path = g_strdup (path);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, write_thread);
}

/* --- Asking. --------------------------------------------------------------------------------------- */

static Format
get_format (Form *form)
{
  for (guint i = 0; i < N_FORMATS; i++)
    if (form->choices[i] != NULL && gtk_check_button_get_active (GTK_CHECK_BUTTON (form->choices[i])))
      return i;
  return TABLE;
}

static void
file_cb (GFile    *file,
         gpointer  data)
{
  DaftarFormDialog *dialog = data;
  Form *form = g_object_get_data (G_OBJECT (dialog), "form");
  GtkWidget *owner = daftar_form_dialog_get_owner (dialog);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path == NULL || owner == NULL)
    return;
  start (form, owner, get_format (form), path);
  daftar_form_dialog_done (dialog);
}

static void
save_cb (Form *form)
{
  daftar_shell_save_file (GTK_WIDGET (form->dialog), _("Export Customers"), _(formats[get_format (form)].file), file_cb,
                          form->dialog);
}

static GtkWidget *
make_choice (Form   *form,
             Format  format)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_name (check, formats[format].name);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, _(formats[format].title), -1);
  if (form->choices[TABLE] != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), GTK_CHECK_BUTTON (form->choices[TABLE]));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(formats[format].title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _(formats[format].subtitle));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  form->choices[format] = check;
  return row;
}

/**
 * daftar_customer_export_present:
 * @parent: the widget that asks, in the window that tells of the end
 * @ui: the context
 * @ids: (nullable) (element-type gint64): whom; %NULL for everybody
 *
 * Asks in which form and where to write customers, and writes them on a thread.
 */
void
daftar_customer_export_present (GtkWidget       *parent,
                                DaftarUiContext *ui,
                                GArray          *ids)
{
  Form *form = g_new0 (Form, 1);
  GtkWidget *list = gtk_list_box_new ();

  form->ui = g_object_ref (ui);
  form->ids = ids != NULL ? g_array_ref (ids) : NULL;
  form->dialog = daftar_form_dialog_new (parent, _("Export Customers"), _("_Choose a File…"));
  gtk_widget_set_name (GTK_WIDGET (form->dialog), "export-dialog");
  g_object_set_data_full (G_OBJECT (form->dialog), "form", form, form_free);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Form of the file"), -1);
  for (guint i = 0; i < (ids != NULL ? SHOP : N_FORMATS); i++)
    gtk_list_box_append (GTK_LIST_BOX (list), make_choice (form, i));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (form->choices[TABLE]), TRUE);
  daftar_form_dialog_set_child (form->dialog, list);
  g_signal_connect_swapped (form->dialog, "save", G_CALLBACK (save_cb), form);
  gtk_window_present (GTK_WINDOW (form->dialog));
  gtk_widget_grab_focus (form->choices[TABLE]);
}
