/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-shell-dialog.h"

#include "daftar-config.h"

#include <glib/gi18n.h>

/* The widgets that have a newer successor (AdwAlertDialog, GtkFileDialog, AdwAboutDialog) behind plain names. */

static GtkWindow *
window_of (GtkWidget *widget)
{
  GtkRoot *root = widget ? gtk_widget_get_root (widget) : NULL;

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/**
 * daftar_shell_tell:
 * @parent: the widget it is about
 * @heading: what happened
 * @body: a sentence that says what to do
 *
 * Tells what cannot be told in its place on the page.
 */
void
daftar_shell_tell (GtkWidget  *parent,
                   const char *heading,
                   const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (window_of (parent), heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

typedef struct
{
  GSourceOnceFunc callback;
  gpointer data;
  GDestroyNotify destroy;
} Question;

static void
question_free (gpointer  data,
               GClosure *closure)
{
  Question *question = data;

  if (question->destroy)
    question->destroy (question->data);
  g_free (question);
}

static void
answered_cb (AdwMessageDialog *dialog,
             const char       *response,
             Question         *question)
{
  if (g_strcmp0 (response, "do") == 0)
    question->callback (question->data);
}

/**
 * daftar_shell_ask:
 * @parent: the widget it is about
 * @heading: the question
 * @body: (nullable): what will come of it
 * @action_label: the verb that does it, with a mnemonic
 * @destructive: whether it cannot be taken back
 * @callback: called if the answer is yes
 * @data: for the callback
 * @destroy: (nullable): frees @data in any case
 *
 * Asks before what cannot be undone; whatever can be undone is done and offers its undo in a toast instead.
 */
void
daftar_shell_ask (GtkWidget       *parent,
                  const char      *heading,
                  const char      *body,
                  const char      *action_label,
                  gboolean         destructive,
                  GSourceOnceFunc  callback,
                  gpointer         data,
                  GDestroyNotify   destroy)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (window_of (parent), heading, body));
  Question *question = g_new0 (Question, 1);

  question->callback = callback;
  question->data = data;
  question->destroy = destroy;
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "do", action_label, NULL);
  adw_message_dialog_set_response_appearance (dialog, "do",
                                              destructive ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, destructive ? "cancel" : "do");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

typedef struct
{
  GtkWidget *parent; /* weak: what @data belongs to goes with it */
  DaftarShellFileFunc callback;
  gpointer data;
} FileChoice;

static void
file_choice_free (gpointer  data,
                  GClosure *closure)
{
  FileChoice *choice = data;

  g_clear_weak_pointer (&choice->parent);
  g_free (choice);
}

static void
file_chosen_cb (GtkNativeDialog *chooser,
                int              response,
                FileChoice      *choice)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file && choice->parent)
    choice->callback (file, choice->data);
  gtk_native_dialog_destroy (chooser);
  g_object_unref (chooser);
}

static void
choose (GtkWidget            *parent,
        const char           *title,
        const char           *accept,
        GtkFileChooserAction  action,
        const char           *name,
        GtkFileFilter        *filter,
        DaftarShellFileFunc   callback,
        gpointer              data)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (title, window_of (parent), action, accept, _("_Cancel"));
  FileChoice *choice = g_new0 (FileChoice, 1);

  g_set_weak_pointer (&choice->parent, parent);
  choice->callback = callback;
  choice->data = data;
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  if (name)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  if (filter)
    gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  g_signal_connect_data (chooser, "response", G_CALLBACK (file_chosen_cb), choice, file_choice_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * daftar_shell_open_file:
 * @parent: the widget it is about
 * @title: what is wanted
 * @filter_name: (nullable): what kind of files, in words
 * @suffixes: (nullable) (array zero-terminated=1): their endings without the dot
 * @callback: (scope async): called with the file; not called if none was chosen or @parent has gone
 * @data: for the callback
 *
 * Lets a file be chosen, through the portal where there is one.
 */
void
daftar_shell_open_file (GtkWidget           *parent,
                        const char          *title,
                        const char          *filter_name,
                        const char *const   *suffixes,
                        DaftarShellFileFunc  callback,
                        gpointer             data)
{
  g_autoptr (GtkFileFilter) filter = NULL;

  if (filter_name && suffixes)
    {
      filter = gtk_file_filter_new ();
      gtk_file_filter_set_name (filter, filter_name);
      for (; *suffixes; suffixes++)
        gtk_file_filter_add_suffix (filter, *suffixes);
    }
  choose (parent, title, _("_Open"), GTK_FILE_CHOOSER_ACTION_OPEN, NULL, filter, callback, data);
}

/**
 * daftar_shell_save_file:
 * @parent: the widget it is about
 * @title: what will be saved
 * @suggested_name: the name it starts with
 * @callback: (scope async): called with the place
 * @data: for the callback
 *
 * Lets a place for a new file be chosen.
 */
void
daftar_shell_save_file (GtkWidget           *parent,
                        const char          *title,
                        const char          *suggested_name,
                        DaftarShellFileFunc  callback,
                        gpointer             data)
{
  choose (parent, title, _("_Save"), GTK_FILE_CHOOSER_ACTION_SAVE, suggested_name, NULL, callback, data);
}

/**
 * daftar_shell_open_folder:
 * @parent: the widget it is about
 * @title: what is wanted
 * @callback: (scope async): called with the folder
 * @data: for the callback
 *
 * Lets a folder be chosen.
 */
void
daftar_shell_open_folder (GtkWidget           *parent,
                          const char          *title,
                          DaftarShellFileFunc  callback,
                          gpointer             data)
{
  choose (parent, title, _("_Select"), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, NULL, NULL, callback, data);
}

/**
 * daftar_shell_about:
 * @parent: (nullable): the window it stands over
 *
 * Shows what this program is.
 */
void
daftar_shell_about (GtkWindow *parent)
{
  adw_show_about_window (parent,
                         "application-name", _("Daftar"),
                         "application-icon", DAFTAR_APP_ID,
                         "version", DAFTAR_VERSION,
                         "comments", _("The notebook of your shop"),
                         "developer-name", _("Daftar contributors"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "website", "https://github.com/daftarapp/daftar",
                         "issue-url", "https://github.com/daftarapp/daftar/issues",
                         /* TRANSLATORS: your names, one a line */
                         "translator-credits", _("translator-credits"),
                         NULL);
}

/**
 * daftar_shell_preferences_new:
 * @parent: (nullable): the window it stands over
 * @title: its title
 *
 * Returns: (transfer none): a window for pages of preferences, not shown yet
 */
GtkWindow *
daftar_shell_preferences_new (GtkWindow  *parent,
                              const char *title)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkWindow *window;

  window = g_object_new (ADW_TYPE_PREFERENCES_WINDOW,
                         "application", parent ? gtk_window_get_application (parent) : NULL, /* for its actions */
                         "transient-for", parent,
                         "modal", TRUE,
                         "title", title,
                         "search-enabled", FALSE,
                         "default-width", 600,
                         "default-height", 560,
                         NULL);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
  return window;
}

/**
 * daftar_shell_preferences_add_page:
 * @preferences: a window made by daftar_shell_preferences_new()
 * @page: (transfer floating): a page for it
 */
void
daftar_shell_preferences_add_page (GtkWindow          *preferences,
                                   AdwPreferencesPage *page)
{
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (preferences), page);
}

/**
 * daftar_shell_preferences_toast:
 * @preferences: a window made by daftar_shell_preferences_new()
 * @text: what there is to say
 * @button_label: (nullable): what can be done about it
 * @action_name: (nullable): the action of the button
 *
 * Says something within the window of preferences.
 */
void
daftar_shell_preferences_toast (GtkWindow  *preferences,
                                const char *text,
                                const char *button_label,
                                const char *action_name)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_timeout (toast, 0);
  adw_toast_set_button_label (toast, button_label);
  adw_toast_set_action_name (toast, action_name);
  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (preferences), toast);
}
