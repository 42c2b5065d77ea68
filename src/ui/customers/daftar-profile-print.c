/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-profile-print.h"

#include "daftar-bidi.h"
#include "daftar-profile-paper.h"
#include "daftar-shell-dialog.h"
#include "daftar-window.h"

#include <glib/gi18n.h>

/* One printing: it lives until it is on paper or in its file. */
typedef struct
{
  GtkWidget *widget;
  DaftarUiContext *ui;
  gint64 customer_id;
  GFile *file; /* nullable: of a PDF */
  DaftarProfilePaper *paper;
} Job;

static Job *
job_new (GtkWidget       *widget,
         DaftarUiContext *ui,
         gint64           customer_id)
{
  Job *job = g_new0 (Job, 1);

  job->widget = g_object_ref (widget);
  job->ui = g_object_ref (ui);
  job->customer_id = customer_id;
  return job;
}

static void
job_free (Job *job)
{
  g_object_unref (job->widget);
  g_object_unref (job->ui);
  g_clear_object (&job->file);
  g_clear_pointer (&job->paper, daftar_profile_paper_free);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

/* --- On paper. ------------------------------------------------------------------------------------- */

static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                Job               *job)
{
  gtk_print_operation_set_n_pages (operation,
                                   daftar_profile_paper_layout (job->paper, gtk_print_context_get_width (context),
                                                                gtk_print_context_get_height (context)));
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              Job               *job)
{
  daftar_profile_paper_draw (job->paper, gtk_print_context_get_cairo_context (context), page);
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         Job                     *job)
{
  g_autoptr (GError) error = NULL;

  gtk_print_operation_get_error (operation, &error);
  if (error != NULL)
    daftar_ui_tell_error (job->widget, error);
}

static void
run_print (Job *job)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkRoot *root = gtk_widget_get_root (job->widget);

  gtk_page_setup_set_top_margin (setup, 48, GTK_UNIT_POINTS);
  gtk_page_setup_set_bottom_margin (setup, 48, GTK_UNIT_POINTS);
  gtk_page_setup_set_left_margin (setup, 48, GTK_UNIT_POINTS);
  gtk_page_setup_set_right_margin (setup, 48, GTK_UNIT_POINTS);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), job);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), job);
  g_object_set_data_full (G_OBJECT (operation), "job", job, (GDestroyNotify) job_free);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL);
}

/* --- As a file. ------------------------------------------------------------------------------------ */

static void
make_pdf (GTask        *task,
          gpointer      object,
          gpointer      data,
          GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = daftar_profile_paper_to_pdf (job->paper, &error);
  gboolean done = bytes != NULL
                  && g_file_replace_contents (job->file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL,
                                              FALSE, G_FILE_CREATE_NONE, NULL, cancellable, &error);

  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
pdf_made_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  DaftarWindow *window = daftar_window_of (job->widget);

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    daftar_ui_tell_error (job->widget, error);
  else if (window != NULL)
    daftar_window_toast (window, _("Saved as PDF"), NULL, NULL, NULL, NULL);
}

static void
run_save (Job *job)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, pdf_made_cb, NULL);

  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, make_pdf);
}

/* --- Both. ----------------------------------------------------------------------------------------- */

static void
profile_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (Job) job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DaftarProfile) profile = daftar_store_read_finish (DAFTAR_STORE (source), result, &error);

  if (profile == NULL)
    {
      daftar_ui_tell_error (job->widget, error);
      return;
    }
  job->paper = daftar_profile_paper_new (job->ui, profile);
  if (job->file != NULL)
    run_save (g_steal_pointer (&job));
  else
    run_print (g_steal_pointer (&job));
}

/* Read anew: what is printed is what stands in the file. */
static void
read_profile (Job *job)
{
  daftar_store_read_async (daftar_ui_context_get_store (job->ui), daftar_profile_read,
                           g_memdup2 (&job->customer_id, sizeof (gint64)), g_free, (GDestroyNotify) daftar_profile_free,
                           NULL, profile_read_cb, job);
}

/**
 * daftar_profile_print:
 * @widget: the widget that asks
 * @ui: the context
 * @customer_id: a customer
 *
 * Opens the dialog of the printer, and prints.
 */
void
daftar_profile_print (GtkWidget       *widget,
                      DaftarUiContext *ui,
                      gint64           customer_id)
{
  read_profile (job_new (widget, ui, customer_id));
}

typedef struct
{
  DaftarUiContext *ui;
  gint64 customer_id;
} Choice;

static void
place_chosen_cb (GFile    *file,
                 gpointer  data)
{
  GtkWidget *widget = data;
  Choice *choice = g_object_get_data (G_OBJECT (widget), "profile-pdf");
  Job *job = job_new (widget, choice->ui, choice->customer_id);

  job->file = g_object_ref (file);
  read_profile (job);
}

static char *
suggest_name (const char *name)
{
  g_autofree char *plain = daftar_bidi_strip (name);

  for (char *c = plain; *c != '\0'; c++)
    if (strchr ("/\\:*?\"<>|\n", *c) != NULL)
      *c = ' ';
  return g_strconcat (g_strstrip (plain), ".pdf", NULL);
}

/**
 * daftar_profile_save_pdf:
 * @widget: the widget that asks
 * @ui: the context
 * @customer_id: a customer
 * @name: the customer's name
 *
 * Asks for a place and saves the customer there as a PDF file.
 */
void
daftar_profile_save_pdf (GtkWidget       *widget,
                         DaftarUiContext *ui,
                         gint64           customer_id,
                         const char      *name)
{
  g_autofree char *suggested = suggest_name (name);
  Choice *choice = g_new0 (Choice, 1);

  choice->ui = ui;
  choice->customer_id = customer_id;
  g_object_set_data_full (G_OBJECT (widget), "profile-pdf", choice, g_free);
  daftar_shell_save_file (widget, _("Save as PDF"), suggested, place_chosen_cb, widget);
}
