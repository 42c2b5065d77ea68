/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-import-dialog.h"

#include <glib/gi18n.h>

#include "daftar-empty-state.h"
#include "daftar-import-columns.h"
#include "daftar-import-format.h"
#include "daftar-shell-dialog.h"

/* Refused rows that are listed; all of them can be saved. */
#define N_LISTED 100

/* The import as a person sees it: a file, what is in it, what would come of it, how far it is, done. Its work is
 * done on threads; while one runs nothing else touches the import. */
typedef struct
{
  GtkWindow *window;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkLabel *error;
  GtkWidget *back;
  GtkWidget *next;
  GtkWidget *people;
  GtkProgressBar *bar;
  GtkLabel *doing;

  DaftarUiContext *ui;
  DaftarImport *import;
  guint look_id;
  GCancellable *cancellable;
  gint64 import_id;
  gint64 n_left;
  char *refused_path;
  GPtrArray *refused; /* the first refused rows, listed by the thread that checked */
  int permille; /* atomic: how far the thread is */
  guint timer;
  gboolean working;
  gboolean writing; /* to the shop: that is not stopped by closing the window */
  gboolean closed; /* the window is gone: the thread frees the rest */
} Dialog;

static void
dialog_free (Dialog *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->import, daftar_import_free);
  g_clear_handle_id (&self->look_id, g_source_remove);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->ui);
  g_clear_pointer (&self->refused, g_ptr_array_unref);
  g_free (self->refused_path);
  g_free (self);
}

/* --- Pages. ---------------------------------------------------------------------------------------- */

static void
show_error (Dialog     *self,
            const char *sentence)
{
  gtk_label_set_label (self->error, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), sentence != NULL);
}

static void
show_page (Dialog     *self,
           const char *name,
           const char *next)
{
  show_error (self, NULL);
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (self->next, next != NULL);
  if (next != NULL)
    gtk_button_set_label (GTK_BUTTON (self->next), next);
  gtk_widget_set_visible (self->back, g_str_equal (name, "result"));
  if (next != NULL)
    gtk_widget_grab_focus (self->next);
}

static GtkWidget *
make_scroll (GtkWidget *box)
{
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 560);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), clamp);
  gtk_widget_set_vexpand (scroll, TRUE);
  return scroll;
}

static GtkWidget *
make_box (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  return box;
}

static void
put_page (Dialog     *self,
          const char *name,
          GtkWidget  *page)
{
  GtkWidget *old = gtk_stack_get_child_by_name (self->stack, name);

  if (old != NULL)
    gtk_stack_remove (self->stack, old);
  gtk_stack_add_named (self->stack, page, name);
}

/* --- Work on threads. ------------------------------------------------------------------------------ */

typedef gboolean (*WorkFunc) (Dialog *self, GError **error);
typedef void     (*DoneFunc) (Dialog *self, const GError *error);

typedef struct
{
  WorkFunc work;
  DoneFunc done;
} Work;

static guint n_writing;

/* The program stays until it is written: half an import would be left else. */
static void
set_writing (Dialog   *self,
             gboolean  writing)
{
  GApplication *application = g_application_get_default ();

  if (self->writing == writing)
    return;
  self->writing = writing;
  n_writing += writing ? 1 : -1;
  if (application != NULL && writing)
    g_application_hold (application);
  else if (application != NULL)
    g_application_release (application);
}

/**
 * daftar_import_dialog_is_writing:
 *
 * Returns: whether an import, or the taking back of one, is being written: then the program must not end yet
 */
gboolean
daftar_import_dialog_is_writing (void)
{
  return n_writing > 0;
}

static void
progress_cb (double   fraction,
             gpointer data)
{
  g_atomic_int_set (&((Dialog *) data)->permille, (int) (fraction * 1000));
}

static gboolean
show_progress_cb (gpointer data)
{
  Dialog *self = data;

  gtk_progress_bar_set_fraction (self->bar, g_atomic_int_get (&self->permille) / 1000.0);
  return G_SOURCE_CONTINUE;
}

static void
work_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Dialog *self = g_object_get_data (G_OBJECT (task), "dialog");
  GError *error = NULL;

  if (((Work *) data)->work (self, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
worked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Dialog *self = data;
  Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  self->working = FALSE;
  set_writing (self, FALSE);
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->closed)
    dialog_free (self);
  else
    work->done (self, error);
}

static void
start (Dialog     *self,
       const char *doing,
       WorkFunc    work,
       DoneFunc    done)
{
  g_autoptr (GTask) task = NULL;
  Work *job = g_new (Work, 1);

  *job = (Work) { work, done };
  g_set_object (&self->cancellable, NULL);
  self->cancellable = g_cancellable_new ();
  self->working = TRUE;
  g_atomic_int_set (&self->permille, 0);
  if (doing != NULL)
    {
      gtk_label_set_label (self->doing, doing);
      gtk_progress_bar_set_fraction (self->bar, 0);
      show_page (self, "progress", NULL);
      self->timer = g_timeout_add (100, show_progress_cb, self);
    }
  task = g_task_new (NULL, NULL, worked_cb, self);
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, job, g_free);
  g_object_set_data (G_OBJECT (task), "dialog", self);
  g_task_run_in_thread (task, work_thread);
}

/* --- Done. ----------------------------------------------------------------------------------------- */

static gboolean
undo_work (Dialog  *self,
           GError **error)
{
  return daftar_import_undo (daftar_ui_context_get_store (self->ui), self->import_id, &self->n_left, error);
}

static void
undone (Dialog       *self,
        const GError *error)
{
  g_autofree char *text = NULL;

  if (error != NULL)
    {
      show_page (self, "done", NULL);
      show_error (self, error->message);
      return;
    }
  if (self->n_left > 0)
    text = g_strdup_printf (g_dngettext (NULL, "%lld customer stays, because somebody worked with them since.",
                                         "%lld customers stay, because somebody worked with them since.", self->n_left),
                            (long long) self->n_left);
  put_page (self, "undone",
            daftar_empty_state_new ("edit-undo-symbolic", _("The import was taken back"), text, _("_Close"), "window.close"));
  show_page (self, "undone", NULL);
}

static void
undo_cb (GtkButton *button,
         Dialog    *self)
{
  start (self, _("Taking the import back…"), undo_work, undone);
  set_writing (self, TRUE);
}

static void
applied (Dialog       *self,
         const GError *error)
{
  const DaftarImportCounts *counts = daftar_import_get_counts (self->import);
  g_autofree char *text = NULL;
  GtkWidget *page, *box, *undo, *close;

  if (error != NULL)
    {
      show_page (self, "result", _("_Import"));
      show_error (self, g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
                          ? _("Stopped. Nothing was imported.") : error->message);
      return;
    }
  text = g_strdup_printf (g_dngettext (NULL, "%lld customer came in.", "%lld customers came in.", counts->n_new),
                          (long long) counts->n_new);
  page = adw_status_page_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "daftar-check-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("Done"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), text);
  gtk_widget_set_vexpand (page, TRUE);
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  undo = gtk_button_new_with_mnemonic (_("_Undo"));
  gtk_widget_add_css_class (undo, "pill");
  gtk_widget_set_name (undo, "import-undo");
  g_signal_connect (undo, "clicked", G_CALLBACK (undo_cb), self);
  close = gtk_button_new_with_mnemonic (_("_Close"));
  gtk_widget_add_css_class (close, "pill");
  gtk_widget_add_css_class (close, "suggested-action");
  gtk_widget_set_name (close, "import-close");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (close), "window.close");
  gtk_box_append (GTK_BOX (box), undo);
  gtk_box_append (GTK_BOX (box), close);
  adw_status_page_set_child (ADW_STATUS_PAGE (page), box);
  gtk_widget_set_name (page, "import-done");
  put_page (self, "done", page);
  show_page (self, "done", NULL);
  gtk_widget_grab_focus (close);
}

static gboolean
apply_work (Dialog  *self,
            GError **error)
{
  self->import_id = daftar_import_apply (self->import, progress_cb, self, self->cancellable, error);
  return self->import_id != 0;
}

/* --- The result of the dry run. -------------------------------------------------------------------- */

static void
add_count (Dialog     *self,
           GtkWidget  *group,
           const char *name,
           const char *title,
           const char *subtitle,
           gint64      count)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *number = daftar_format_number (daftar_ui_context_get_format (self->ui), count);
  GtkWidget *label = gtk_label_new (number);

  gtk_widget_set_name (row, name);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_widget_add_css_class (label, "title-3");
  gtk_widget_add_css_class (label, "daftar-numbers");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static gboolean
save_work (Dialog  *self,
           GError **error)
{
  return daftar_import_save_refused (self->import, self->refused_path, error);
}

static void
saved (Dialog       *self,
       const GError *error)
{
  if (error != NULL)
    show_error (self, error->message);
  else
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_("The rows were saved.")));
}

static void
save_file_cb (GFile    *file,
              gpointer  data)
{
  Dialog *self = data;

  if (self->working)
    return;
  g_free (self->refused_path);
  self->refused_path = g_file_get_path (file);
  if (self->refused_path != NULL)
    start (self, NULL, save_work, saved);
}

static void
save_cb (GtkButton *button,
         Dialog    *self)
{
  daftar_shell_save_file (GTK_WIDGET (self->window), _("Save the Refused Rows"), _("refused.csv"), save_file_cb, self);
}

static GtkWidget *
make_refused (Dialog *self)
{
  GtkWidget *group, *button;

  if (self->refused == NULL || self->refused->len == 0)
    return NULL;
  group = daftar_import_refused_new (self->refused);
  button = gtk_button_new_with_mnemonic (_("_Save…"));
  gtk_widget_set_tooltip_text (button, _("Save the refused rows with the reasons, to mend them and import them again"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_name (button, "import-save-refused");
  g_signal_connect (button, "clicked", G_CALLBACK (save_cb), self);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), button);
  return group;
}

static void
checked (Dialog       *self,
         const GError *error)
{
  const DaftarImportCounts *counts = daftar_import_get_counts (self->import);
  GtkWidget *box = make_box ();
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *refused = NULL;

  if (error != NULL)
    {
      g_object_unref (g_object_ref_sink (box));
      g_object_unref (g_object_ref_sink (group));
      show_page (self, "columns", _("_Check"));
      show_error (self, g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? NULL : error->message);
      return;
    }
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("What would come of it"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _("Nothing is written yet."));
  add_count (self, group, "import-new", _("New customers"), NULL, counts->n_new);
  add_count (self, group, "import-changed", _("Changed"), _("They are there already, and the file adds something."),
             counts->n_changed);
  add_count (self, group, "import-same", _("The same"), _("They are there already, or stand in the file twice."),
             counts->n_same);
  add_count (self, group, "import-refused-count", _("Refused"), NULL, counts->n_refused);
  gtk_box_append (GTK_BOX (box), group);
  if (counts->n_refused > 0)
    refused = make_refused (self);
  if (refused != NULL)
    gtk_box_append (GTK_BOX (box), refused);
  put_page (self, "result", make_scroll (box));
  show_page (self, "result", counts->n_new + counts->n_changed > 0 ? _("_Import") : NULL);
}

static gboolean
check_work (Dialog  *self,
            GError **error)
{
  if (!daftar_import_check (self->import, progress_cb, self, self->cancellable, error))
    return FALSE;
  g_clear_pointer (&self->refused, g_ptr_array_unref);
  self->refused = daftar_import_list_refused (self->import, N_LISTED, error);
  return self->refused != NULL;
}

/* --- The file. ------------------------------------------------------------------------------------- */

static void
duplicates_cb (AdwComboRow *row,
               GParamSpec  *pspec,
               Dialog      *self)
{
  static const DaftarImportDuplicates order[] = { DAFTAR_IMPORT_DUPLICATES_UPDATE, DAFTAR_IMPORT_DUPLICATES_SKIP,
                                                  DAFTAR_IMPORT_DUPLICATES_ADD };

  daftar_import_set_duplicates (self->import, order[MIN (adw_combo_row_get_selected (row), 2)]);
}

static GtkWidget *
make_choices (Dialog *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_combo_row_new ();
  const char *const choices[] = { _("Add what is missing"), _("Leave them as they are"), _("Add them once more"), NULL };
  g_autoptr (GtkStringList) model = gtk_string_list_new (choices);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Who is there already"));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  gtk_widget_set_name (row, "import-duplicates");
  g_signal_connect (row, "notify::selected", G_CALLBACK (duplicates_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return group;
}

static void
columns_changed (gpointer data)
{
  Dialog *self = data;
  GtkWidget *fresh = daftar_import_people_new (self->import);
  GtkWidget *box = gtk_widget_get_parent (self->people);

  gtk_box_insert_child_after (GTK_BOX (box), fresh, self->people);
  gtk_box_remove (GTK_BOX (box), self->people);
  self->people = fresh;
}

static void looked (Dialog       *self,
                    const GError *error);

static gboolean
look_work (Dialog  *self,
           GError **error)
{
  return daftar_import_look (self->import, error);
}

/* The file was read in another way: once the choice has closed, it is looked at again. */
static void
look_again_cb (gpointer data)
{
  Dialog *self = data;

  self->look_id = 0;
  if (self->import != NULL && !self->working)
    start (self, _("Looking at the file…"), look_work, looked);
}

static void
format_changed_cb (gpointer data)
{
  Dialog *self = data;

  if (self->look_id == 0)
    self->look_id = g_idle_add_once (look_again_cb, self);
}

static void
looked (Dialog       *self,
        const GError *error)
{
  GtkWidget *box, *about;
  g_autofree char *name = NULL;

  if (error != NULL)
    {
      show_page (self, "choose", NULL);
      show_error (self, error->message);
      return;
    }
  box = make_box ();
  name = g_strdup_printf ("%s · %s", daftar_import_get_name (self->import), daftar_import_get_charset (self->import));
  about = gtk_label_new (name);
  gtk_label_set_ellipsize (GTK_LABEL (about), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_add_css_class (about, "dim-label");
  gtk_box_append (GTK_BOX (box), about);
  if (!daftar_import_is_vcard (self->import))
    {
      self->people = daftar_import_people_new (self->import);
      gtk_box_append (GTK_BOX (box), self->people);
      gtk_box_append (GTK_BOX (box), daftar_import_columns_new (self->import, G_CALLBACK (columns_changed), self));
    }
  gtk_box_append (GTK_BOX (box), make_choices (self));
  gtk_box_append (GTK_BOX (box), daftar_import_format_new (self->import, format_changed_cb, self));
  put_page (self, "columns", make_scroll (box));
  show_page (self, "columns", _("_Check"));
}

static void
take_file (Dialog     *self,
           const char *path)
{
  g_clear_pointer (&self->import, daftar_import_free);
  self->import = daftar_import_new (daftar_ui_context_get_store (self->ui), path);
  daftar_import_set_country (self->import, daftar_ui_context_get_shop (self->ui)->country);
  start (self, _("Looking at the file…"), look_work, looked);
}

static void
file_cb (GFile    *file,
         gpointer  data)
{
  Dialog *self = data;
  g_autofree char *path = g_file_get_path (file);

  if (self->working)
    return;
  if (path == NULL)
    show_error (self, _("This file is on another computer. Copy it here first."));
  else
    take_file (self, path);
}

static void
choose_cb (Dialog *self)
{
  static const char *const suffixes[] = { "csv", "vcf", "txt", "tsv", NULL };

  daftar_shell_open_file (GTK_WIDGET (self->window), _("Choose a File of Customers"), _("CSV and vCard files"), suffixes,
                          file_cb, self);
}

/* --- The window. ----------------------------------------------------------------------------------- */

static void
next_cb (GtkButton *button,
         Dialog    *self)
{
  const char *page = gtk_stack_get_visible_child_name (self->stack);

  if (self->working)
    return;
  if (g_str_equal (page, "columns"))
    start (self, _("Reading and comparing…"), check_work, checked);
  else if (g_str_equal (page, "result"))
    {
      start (self, _("Importing…"), apply_work, applied);
      set_writing (self, TRUE);
    }
}

static void
back_cb (GtkButton *button,
         Dialog    *self)
{
  /* While the refused rows are saved, the columns stay as they are. */
  if (!self->working)
    show_page (self, "columns", _("_Check"));
}

static void
cancel_cb (GtkButton *button,
           Dialog    *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

static void
destroyed_cb (GtkWidget *window,
              Dialog    *self)
{
  self->closed = TRUE;
  g_clear_handle_id (&self->timer, g_source_remove);
  /* What is being checked is dropped; what is being written is finished. */
  if (self->working && !self->writing)
    g_cancellable_cancel (self->cancellable);
  if (!self->working)
    dialog_free (self);
}

static GtkWidget *
make_progress (Dialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Stop"));

  self->doing = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->doing), "title-4");
  self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_widget_set_name (GTK_WIDGET (self->bar), "import-progress");
  gtk_widget_set_halign (cancel, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (cancel, "pill");
  g_signal_connect (cancel, "clicked", G_CALLBACK (cancel_cb), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->doing));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->bar));
  gtk_box_append (GTK_BOX (box), cancel);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_start (box, 24);
  gtk_widget_set_margin_end (box, 24);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 400);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  return clamp;
}

static GtkWidget *
make_choose (Dialog *self)
{
  GtkWidget *page = daftar_empty_state_new (
    "daftar-customers-symbolic", _("Import Customers"),
    _("From a table (CSV) of any program, or from contacts (vCard). You see what would come of it before anything is written."),
    _("_Choose a File…"), NULL);
  GtkWidget *button = adw_status_page_get_child (ADW_STATUS_PAGE (page));

  gtk_widget_set_name (button, "import-choose");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (choose_cb), self);
  return page;
}

static GtkWidget *
make_header (Dialog *self)
{
  GtkWidget *header = adw_header_bar_new ();

  self->back = gtk_button_new_from_icon_name ("go-previous-symbolic");
  gtk_widget_set_tooltip_text (self->back, _("Back to the columns"));
  gtk_widget_set_visible (self->back, FALSE);
  g_signal_connect (self->back, "clicked", G_CALLBACK (back_cb), self);
  self->next = gtk_button_new ();
  gtk_button_set_use_underline (GTK_BUTTON (self->next), TRUE);
  gtk_widget_add_css_class (self->next, "suggested-action");
  gtk_widget_set_name (self->next, "import-next");
  g_signal_connect (self->next, "clicked", G_CALLBACK (next_cb), self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->back);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->next);
  return header;
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

static void
close_on_escape (GtkWidget *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0), gtk_callback_action_new (escape_cb, NULL, NULL)));
  gtk_widget_add_controller (window, keys);
}

/**
 * daftar_import_dialog_present:
 * @parent: a widget of the window
 * @ui: what is built from
 * @path: (nullable) (type filename): the file, if it is known already
 *
 * Opens the import of customers.
 */
void
daftar_import_dialog_present (GtkWidget       *parent,
                              DaftarUiContext *ui,
                              const char      *path)
{
  Dialog *self = g_new0 (Dialog, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkRoot *root = gtk_widget_get_root (parent);

  self->ui = g_object_ref (ui);
  self->window = GTK_WINDOW (adw_window_new ());
  self->stack = GTK_STACK (gtk_stack_new ());
  self->error = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->error, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->error), "error");
  gtk_widget_set_margin_start (GTK_WIDGET (self->error), 18);
  gtk_widget_set_margin_end (GTK_WIDGET (self->error), 18);
  gtk_widget_set_margin_top (GTK_WIDGET (self->error), 6);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->error), 6);
  gtk_widget_set_name (GTK_WIDGET (self->error), "import-error");
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_toast_overlay_set_child (self->toasts, box);
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->error));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  gtk_stack_add_named (self->stack, make_choose (self), "choose");
  gtk_stack_add_named (self->stack, make_progress (self), "progress");
  show_page (self, "choose", NULL);

  adw_window_set_content (ADW_WINDOW (self->window), GTK_WIDGET (self->toasts));
  gtk_window_set_title (self->window, _("Import Customers"));
  gtk_window_set_default_size (self->window, 620, 640);
  gtk_window_set_modal (self->window, TRUE);
  gtk_window_set_transient_for (self->window, GTK_WINDOW (root));
  gtk_widget_set_name (GTK_WIDGET (self->window), "import-dialog");
  close_on_escape (GTK_WIDGET (self->window));
  g_signal_connect (self->window, "destroy", G_CALLBACK (destroyed_cb), self);
  gtk_window_present (self->window);
  if (path != NULL)
    take_file (self, path);
}
