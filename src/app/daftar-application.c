/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-application.h"

#include "daftar-config.h"
#include "daftar-context.h"
#include "daftar-import-dialog.h"
#include "daftar-pages.h"
#include "daftar-preferences.h"
#include "daftar-rescue.h"
#include "daftar-shell-dialog.h"
#include "daftar-start-view.h"
#include "daftar-start.h"
#include "daftar-test-hook.h"
#include "daftar-ui.h"
#include "daftar-window.h"

#include <glib/gi18n.h>

struct _DaftarApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
  DaftarContext *context;
  DaftarTestHook *hook;

  char *file;
  gboolean demo;
  gboolean restart;

  gboolean ready; /* the shop file is open; what was asked before waits: */
  char *page;
  const char *pending;
  gboolean import; /* the import was chosen at the first start */
  char *import_file; /* nullable: asked for on the command line */
  char *pending_kind;
  gint64 pending_id;
};

G_DEFINE_FINAL_TYPE (DaftarApplication, daftar_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "file", 'f', 0, G_OPTION_ARG_FILENAME, NULL, N_("Open this shop file"), N_("FILE") },
  { "demo", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Open the sample shop"), NULL },
  { "page", 'p', 0, G_OPTION_ARG_STRING, NULL,
    N_("Start on a page: today, customers, boards, inbox or followups"), N_("PAGE") },
  { "import", 'i', 0, G_OPTION_ARG_FILENAME, NULL, N_("Import customers from this file"), N_("FILE") },
  { "new-note", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Write something down"), NULL },
  { "find-customer", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Find a customer"), NULL },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Show the version and end"), NULL },
  { NULL }
};

static DaftarWindow *
get_window (DaftarApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l; l = l->next)
    if (DAFTAR_IS_WINDOW (l->data))
      return l->data;
  return NULL;
}

/* --- actions --- */

static void
activate_quit (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  DaftarWindow *window = get_window (DAFTAR_APPLICATION (data));

  /* Through the window, which keeps its state as it closes. */
  if (window)
    gtk_window_close (GTK_WINDOW (window));
  /* An import that is being written holds the application and lets it go when it is done. */
  if (!daftar_import_dialog_is_writing ())
    g_application_quit (G_APPLICATION (data));
}

static void
activate_about (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  daftar_shell_about (gtk_application_get_active_window (GTK_APPLICATION (data)));
}

static void
activate_preferences (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       data)
{
  DaftarApplication *self = data;

  daftar_preferences_present (GTK_WINDOW (get_window (self)), self->settings, daftar_context_get_ui (self->context));
}

static void
activate_restart (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       data)
{
  daftar_application_restart (data);
}

static void
activate_in_window (DaftarApplication *self,
                    const char        *action)
{
  g_application_activate (G_APPLICATION (self));
  if (self->ready)
    gtk_widget_activate_action (GTK_WIDGET (get_window (self)), action, NULL);
  else
    self->pending = action;
}

static void
activate_note (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  activate_in_window (data, "win.note");
}

static void
activate_find (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  activate_in_window (data, "win.find");
}

static void
activate_inbox (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  g_application_activate (G_APPLICATION (data));
  daftar_window_show_page (get_window (data), "inbox");
}

/* From a notification: ("ticket", 1024). */
static void
activate_open (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  DaftarApplication *self = data;
  const char *kind;
  gint64 id;

  g_variant_get (parameter, "(&sx)", &kind, &id);
  g_application_activate (G_APPLICATION (data));
  if (self->ready)
    {
      daftar_window_open (get_window (self), kind, id);
      return;
    }
  g_free (self->pending_kind);
  self->pending_kind = g_strdup (kind);
  self->pending_id = id;
}

static void
activate_import (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       data)
{
  DaftarApplication *self = data;
  DaftarUiContext *ui = daftar_context_get_ui (self->context);
  DaftarWindow *window = get_window (self);

  if (ui && window)
    daftar_import_dialog_present (GTK_WIDGET (window), ui, NULL);
}

static void
add_actions (DaftarApplication *self)
{
  static const GActionEntry entries[] = {
    { "quit", activate_quit, NULL, NULL, NULL, { 0 } },
    { "about", activate_about, NULL, NULL, NULL, { 0 } },
    { "preferences", activate_preferences, NULL, NULL, NULL, { 0 } },
    { "restart", activate_restart, NULL, NULL, NULL, { 0 } },
    { "new-note", activate_note, NULL, NULL, NULL, { 0 } },
    { "find-customer", activate_find, NULL, NULL, NULL, { 0 } },
    { "import", activate_import, NULL, NULL, NULL, { 0 } },
    { "inbox", activate_inbox, NULL, NULL, NULL, { 0 } },
    { "open", activate_open, "(sx)", NULL, NULL, { 0 } },
  };
  static const struct
  {
    const char *action;
    const char *keys[3];
  } accels[] = {
    { "app.quit", { "<Control>q" } },
    { "app.preferences", { "<Control>comma" } },
    { "window.close", { "<Control>w" } },
    { "win.note", { "<Control>n" } },
    { "win.find", { "<Control>k" } },
    { "win.search", { "<Control>f" } },
    { "win.sidebar", { "F9" } },
    { "win.back", { "<Alt>Left", "Back" } },
    { "win.undo", { "<Control>z" } },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accels[i].action, accels[i].keys);
  /* Back is the way one came, to the right where one reads from the right. */
  if (gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), "win.back",
                                           (const char *[]) { "<Alt>Right", "Back", NULL });
}

/* --- life --- */

static void
color_scheme_cb (DaftarApplication *self)
{
  static const AdwColorScheme schemes[] = { ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT,
                                            ADW_COLOR_SCHEME_FORCE_DARK };
  int choice = g_settings_get_enum (self->settings, "color-scheme");

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[CLAMP (choice, 0, 2)]);
}

/* Reminders come from a small process of their own, which stays when the window is closed. Where it isn't installed
 * nothing happens. */
static void
start_service (DaftarApplication *self)
{
  GDBusConnection *bus = g_application_get_dbus_connection (G_APPLICATION (self));

  if (bus)
    g_dbus_connection_call (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                            "StartServiceByName", g_variant_new ("(su)", DAFTAR_APP_ID ".Service", 0), NULL,
                            G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL, NULL);
}

/* --- the first start --- */

static void
start_import_cb (DaftarApplication *self)
{
  self->import = TRUE;
  daftar_context_reload (self->context);
}

static void
start_empty_cb (DaftarApplication *self)
{
  daftar_context_reload (self->context);
}

/* In a process of its own: another file is another program. */
static void
start_sample_cb (DaftarApplication *self)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  const char *arguments[] = { program, "--demo", NULL };
  g_autoptr (GError) error = NULL;

  if (!g_spawn_async (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, &error))
    daftar_shell_tell (GTK_WIDGET (get_window (self)), _("The sample shop cannot be opened"), error->message);
}

static void
ask_first_questions (DaftarApplication *self,
                     DaftarWindow      *window)
{
  GtkWidget *view = daftar_start_view_new (daftar_context_get_store (self->context), self->settings);

  g_signal_connect_object (view, "import", G_CALLBACK (start_import_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "empty", G_CALLBACK (start_empty_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "sample", G_CALLBACK (start_sample_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "restart", G_CALLBACK (daftar_application_restart), self, G_CONNECT_SWAPPED);
  daftar_window_set_cover (window, view);
}

static void
fill_window (DaftarApplication *self,
             DaftarWindow      *window)
{
  g_autofree char *last = g_settings_get_string (self->settings, "page");
  DaftarUiContext *ui = daftar_context_get_ui (self->context);

  if (!ui)
    {
      ask_first_questions (self, window);
      return;
    }
  daftar_window_set_cover (window, NULL);
  daftar_pages_build (window, ui);
  daftar_store_set_watching (daftar_ui_context_get_store (ui), TRUE);
  if (!(self->page && daftar_window_show_page (window, self->page)) && !daftar_window_show_page (window, last))
    daftar_window_show_page (window, "today");
  if (self->pending)
    gtk_widget_activate_action (GTK_WIDGET (window), self->pending, NULL);
  self->pending = NULL;
  if (self->pending_kind)
    daftar_window_open (window, self->pending_kind, self->pending_id);
  g_clear_pointer (&self->pending_kind, g_free);
  if ((self->import || self->import_file) && daftar_window_show_page (window, "customers"))
    daftar_import_dialog_present (GTK_WIDGET (window), ui, self->import_file);
  self->import = FALSE;
  g_clear_pointer (&self->import_file, g_free);
  if (!self->file && !self->demo)
    start_service (self);
}

static void
ready_cb (DaftarApplication *self)
{
  DaftarWindow *window = get_window (self);

  self->ready = TRUE;
  if (window)
    fill_window (self, window);
}

static void
failed_cb (DaftarApplication *self,
           const GError      *error)
{
  DaftarWindow *window = get_window (self);

  if (window)
    daftar_rescue_present (window, self->context, error);
}

static void
daftar_application_startup (GApplication *application)
{
  DaftarApplication *self = DAFTAR_APPLICATION (application);

  daftar_ui_init ();
  G_APPLICATION_CLASS (daftar_application_parent_class)->startup (application);
  daftar_start_set_direction ();
  gtk_window_set_default_icon_name (DAFTAR_APP_ID);
  self->context = daftar_context_new (self->settings, self->file, self->demo);
  g_signal_connect_object (self->context, "ready", G_CALLBACK (ready_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->context, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  daftar_context_open (self->context);
  g_signal_connect_object (self->settings, "changed::color-scheme", G_CALLBACK (color_scheme_cb), self,
                           G_CONNECT_SWAPPED);
  color_scheme_cb (self);
  add_actions (self);
  self->hook = daftar_test_hook_new_if_asked ();
}

static void
daftar_application_activate (GApplication *application)
{
  DaftarApplication *self = DAFTAR_APPLICATION (application);
  DaftarWindow *window = get_window (self);

  if (!window)
    {
      window = daftar_window_new (GTK_APPLICATION (self), self->settings);
      if (self->ready)
        fill_window (self, window);
    }
  gtk_window_present (GTK_WINDOW (window));
}

static int
daftar_application_local_options (GApplication *application,
                                  GVariantDict *given)
{
  DaftarApplication *self = DAFTAR_APPLICATION (application);

  if (g_variant_dict_contains (given, "version"))
    {
      g_print ("daftar %s\n", DAFTAR_VERSION);
      return 0;
    }
  g_variant_dict_lookup (given, "file", "^ay", &self->file);
  g_variant_dict_lookup (given, "demo", "b", &self->demo);
  /* Another file than the shop's own is another program: it must not go to the one that runs. */
  if (self->file || self->demo)
    g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  return -1;
}

static int
daftar_application_command_line (GApplication            *application,
                                 GApplicationCommandLine *line)
{
  DaftarApplication *self = DAFTAR_APPLICATION (application);
  GVariantDict *given = g_application_command_line_get_options_dict (line);
  const char *page = NULL;
  const char *import = NULL;

  if (g_variant_dict_lookup (given, "import", "^&ay", &import))
    {
      g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (line, import);

      g_free (self->import_file);
      self->import_file = g_file_get_path (file);
    }
  g_application_activate (application);
  if (self->ready && self->import_file && daftar_context_get_ui (self->context) && get_window (self))
    {
      daftar_import_dialog_present (GTK_WIDGET (get_window (self)), daftar_context_get_ui (self->context), self->import_file);
      g_clear_pointer (&self->import_file, g_free);
    }
  if (g_variant_dict_lookup (given, "page", "&s", &page))
    {
      if (self->ready)
        daftar_window_show_page (get_window (self), page);
      g_free (self->page);
      self->page = g_strdup (page);
    }
  if (g_variant_dict_contains (given, "new-note"))
    activate_in_window (self, "win.note");
  if (g_variant_dict_contains (given, "find-customer"))
    activate_in_window (self, "win.find");
  return 0;
}

static void
daftar_application_shutdown (GApplication *application)
{
  DaftarApplication *self = DAFTAR_APPLICATION (application);

  g_clear_object (&self->hook);
  g_clear_object (&self->context);
  G_APPLICATION_CLASS (daftar_application_parent_class)->shutdown (application);
}

static void
daftar_application_finalize (GObject *object)
{
  DaftarApplication *self = DAFTAR_APPLICATION (object);

  g_clear_object (&self->settings);
  g_clear_pointer (&self->file, g_free);
  g_clear_pointer (&self->page, g_free);
  g_clear_pointer (&self->import_file, g_free);
  g_clear_pointer (&self->pending_kind, g_free);
  G_OBJECT_CLASS (daftar_application_parent_class)->finalize (object);
}

static void
daftar_application_class_init (DaftarApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = daftar_application_finalize;
  application_class->startup = daftar_application_startup;
  application_class->activate = daftar_application_activate;
  application_class->handle_local_options = daftar_application_local_options;
  application_class->command_line = daftar_application_command_line;
  application_class->shutdown = daftar_application_shutdown;
}

static void
daftar_application_init (DaftarApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_summary (G_APPLICATION (self), _("The notebook of your shop"));
}

/**
 * daftar_application_new:
 * @settings: ours, already read for the language
 *
 * Returns: (transfer full): the application
 */
DaftarApplication *
daftar_application_new (GSettings *settings)
{
  DaftarApplication *self = g_object_new (DAFTAR_TYPE_APPLICATION,
                                          "application-id", DAFTAR_APP_ID,
                                          "resource-base-path", "/io/github/daftarapp/Daftar",
                                          "flags", G_APPLICATION_HANDLES_COMMAND_LINE,
                                          NULL);

  self->settings = g_object_ref (settings);
  return self;
}

/**
 * daftar_application_restart:
 * @self: the application
 *
 * Ends it and starts it again, for a new language of the interface.
 */
void
daftar_application_restart (DaftarApplication *self)
{
  g_return_if_fail (DAFTAR_IS_APPLICATION (self));

  self->restart = TRUE;
  g_action_group_activate_action (G_ACTION_GROUP (self), "quit", NULL);
}

/**
 * daftar_application_wants_restart:
 * @self: the application, after it has run
 *
 * Returns: whether it ended only to be started again
 */
gboolean
daftar_application_wants_restart (DaftarApplication *self)
{
  g_return_val_if_fail (DAFTAR_IS_APPLICATION (self), FALSE);

  return self->restart;
}
