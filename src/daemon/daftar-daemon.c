/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-daemon.h"

#include "daftar-autostart.h"
#include "daftar-backup.h"
#include "daftar-config.h"
#include "daftar-desktop-notifier.h"
#include "daftar-error.h"
#include "daftar-reminder.h"
#include "daftar-store.h"

#include <glib-unix.h>
#include <glib/gi18n.h>

#define APP_PATH "/io/github/daftarapp/Daftar"

struct _DaftarDaemon
{
  GApplication parent_instance;

  GSettings *settings;
  char *file; /* nullable: of --file */
  DaftarClock *clock;
  DaftarStore *store;
  DaftarNotifier *notifier;
  DaftarReminder *reminder;
  DaftarBackupSchedule *backups;
  GFileMonitor *monitor;
  guint signal_ids[2];
};

G_DEFINE_FINAL_TYPE (DaftarDaemon, daftar_daemon, G_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "file", 'f', 0, G_OPTION_ARG_FILENAME, NULL, N_("Watch this shop file"), N_("FILE") },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Show the version and end"), NULL },
  { NULL }
};

/* --- What the reminder wants. ---------------------------------------------------------------------- */

/* Through the window's own action: D-Bus starts the window if it is closed. */
static void
open_cb (DaftarDaemon *self,
         const char   *kind,
         gint64        id)
{
  GDBusConnection *bus = g_application_get_dbus_connection (G_APPLICATION (self));
  GVariantBuilder parameters;

  if (bus == NULL)
    return;
  g_variant_builder_init (&parameters, G_VARIANT_TYPE ("av"));
  g_variant_builder_add (&parameters, "v", g_variant_new ("(sx)", kind, id));
  g_dbus_connection_call (bus, DAFTAR_APP_ID, APP_PATH, "org.freedesktop.Application", "ActivateAction",
                          g_variant_new ("(sava{sv})", "open", &parameters, NULL), NULL, G_DBUS_CALL_FLAGS_NONE, -1,
                          NULL, NULL, NULL);
}

static void
failed_cb (DaftarDaemon *self,
           const GError *error)
{
  /* A newer program has the file now, or it is broken: the window says so. Until then there is nothing to do here. */
  if (g_error_matches (error, DAFTAR_ERROR, DAFTAR_ERROR_NEWER)
      || g_error_matches (error, DAFTAR_ERROR, DAFTAR_ERROR_DAMAGED))
    g_application_quit (G_APPLICATION (self));
}

/* --- The file. ------------------------------------------------------------------------------------- */

static void
enabled_cb (DaftarDaemon *self)
{
  if (self->reminder != NULL)
    daftar_reminder_set_enabled (self->reminder, g_settings_get_boolean (self->settings, "notifications"));
}

/* The same after a restart, another one on another machine. */
static char *
make_holder (void)
{
  g_autofree char *machine = NULL;

  if (!g_file_get_contents ("/etc/machine-id", &machine, NULL, NULL)
      && !g_file_get_contents ("/var/lib/dbus/machine-id", &machine, NULL, NULL))
    machine = g_strdup (g_get_host_name ());
  return g_strdup_printf ("%s/%s", g_strstrip (machine), g_get_user_name ());
}

static void
watch_file (DaftarDaemon *self)
{
  g_autofree char *log = g_strconcat (daftar_store_get_path (self->store), "-wal", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (log);

  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (daftar_store_look), self->store, G_CONNECT_SWAPPED);
  else
    daftar_store_set_watching (self->store, TRUE);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (DaftarDaemon) self = data;
  g_autofree char *holder = make_holder ();

  /* No shop yet, or one that cannot be used: the window tells, and starts us again when there is one. */
  if (!daftar_store_open_finish (DAFTAR_STORE (source), result, NULL))
    {
      g_application_quit (G_APPLICATION (self));
      return;
    }
  watch_file (self);
  self->reminder = daftar_reminder_new (self->store, self->notifier, holder);
  g_signal_connect_object (self->reminder, "open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reminder, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  enabled_cb (self);
  self->backups = daftar_backup_schedule (self->store, self->clock);
}

static char *
choose_path (DaftarDaemon *self)
{
  g_autofree char *chosen = g_settings_get_string (self->settings, "shop-file");

  if (self->file != NULL)
    return g_canonicalize_filename (self->file, NULL);
  if (*chosen != '\0')
    return g_steal_pointer (&chosen);
  return g_build_filename (g_get_user_data_dir (), "daftar", "shop.daftar", NULL);
}

static void
close_file (DaftarDaemon *self)
{
  g_clear_object (&self->monitor);
  g_clear_object (&self->reminder);
  g_clear_pointer (&self->backups, daftar_backup_schedule_free);
  if (self->store != NULL)
    daftar_store_close (self->store);
  g_clear_object (&self->store);
}

static void
open_file (DaftarDaemon *self)
{
  g_autofree char *path = choose_path (self);

  close_file (self);
  self->store = daftar_store_new (path, self->clock);
  daftar_store_open_async (self->store, FALSE, opened_cb, g_object_ref (self));
}

/* --- Life. ----------------------------------------------------------------------------------------- */

static gboolean
signal_cb (gpointer data)
{
  g_application_quit (G_APPLICATION (data));
  return G_SOURCE_CONTINUE;
}

static void
daftar_daemon_startup (GApplication *application)
{
  DaftarDaemon *self = DAFTAR_DAEMON (application);
  GDBusConnection *bus;

  G_APPLICATION_CLASS (daftar_daemon_parent_class)->startup (application);
  g_application_hold (application);
  self->signal_ids[0] = g_unix_signal_add (SIGTERM, signal_cb, self);
  self->signal_ids[1] = g_unix_signal_add (SIGINT, signal_cb, self);
  self->clock = daftar_clock_new_system ();
  self->notifier = daftar_desktop_notifier_new ();
  g_signal_connect_object (self->settings, "changed::notifications", G_CALLBACK (enabled_cb), self, G_CONNECT_SWAPPED);
  if (self->file == NULL)
    g_signal_connect_object (self->settings, "changed::shop-file", G_CALLBACK (open_file), self, G_CONNECT_SWAPPED);
  open_file (self);
  bus = g_application_get_dbus_connection (application);
  if (bus != NULL && self->file == NULL)
    daftar_autostart_ask_once (bus, self->settings);
}

static void
daftar_daemon_activate (GApplication *application)
{
}

static int
daftar_daemon_local_options (GApplication *application,
                             GVariantDict *given)
{
  DaftarDaemon *self = DAFTAR_DAEMON (application);

  if (g_variant_dict_contains (given, "version"))
    {
      g_print ("daftar-service %s\n", DAFTAR_VERSION);
      return 0;
    }
  g_variant_dict_lookup (given, "file", "^ay", &self->file);
  if (self->file != NULL)
    g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  return -1;
}

static void
daftar_daemon_shutdown (GApplication *application)
{
  DaftarDaemon *self = DAFTAR_DAEMON (application);

  for (guint i = 0; i < G_N_ELEMENTS (self->signal_ids); i++)
    g_clear_handle_id (&self->signal_ids[i], g_source_remove);
  close_file (self);
  g_clear_object (&self->notifier);
  g_clear_object (&self->clock);
  G_APPLICATION_CLASS (daftar_daemon_parent_class)->shutdown (application);
}

static void
daftar_daemon_finalize (GObject *object)
{
  DaftarDaemon *self = DAFTAR_DAEMON (object);

  g_clear_object (&self->settings);
  g_free (self->file);
  G_OBJECT_CLASS (daftar_daemon_parent_class)->finalize (object);
}

static void
daftar_daemon_class_init (DaftarDaemonClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = daftar_daemon_finalize;
  application_class->startup = daftar_daemon_startup;
  application_class->activate = daftar_daemon_activate;
  application_class->handle_local_options = daftar_daemon_local_options;
  application_class->shutdown = daftar_daemon_shutdown;
}

static void
daftar_daemon_init (DaftarDaemon *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

/**
 * daftar_daemon_new:
 * @settings: ours, already read for the language
 *
 * Returns: (transfer full): the program
 */
DaftarDaemon *
daftar_daemon_new (GSettings *settings)
{
  DaftarDaemon *self =
    g_object_new (DAFTAR_TYPE_DAEMON, "application-id", DAFTAR_APP_ID ".Service", "flags", G_APPLICATION_DEFAULT_FLAGS, NULL);

  self->settings = g_object_ref (settings);
  return self;
}
