/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-autostart.h"

#include "daftar-config.h"

#include <glib/gi18n.h>

#define PORTAL_NAME      "org.freedesktop.portal.Desktop"
#define PORTAL_PATH      "/org/freedesktop/portal/desktop"
#define PORTAL_INTERFACE "org.freedesktop.portal.Background"

static void
asked_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (GSettings) settings = data;
  g_autoptr (GVariant) handle = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);

  /* Where there is no portal, nobody was asked. What was answered stands: who says no is not asked again. */
  if (handle != NULL)
    g_settings_set_boolean (settings, "background-asked", TRUE);
}

/**
 * daftar_autostart_ask_once:
 * @bus: the session's
 * @settings: ours, which remember that it was asked
 *
 * Asks the desktop, through its portal, that the reminders may begin with the session. Asked once in the life of
 * an installation; without a portal nothing happens.
 */
void
daftar_autostart_ask_once (GDBusConnection *bus,
                           GSettings       *settings)
{
  static const char *const command[] = { DAFTAR_LIBEXECDIR "/daftar-service", NULL };
  GVariantBuilder options;

  if (g_settings_get_boolean (settings, "background-asked"))
    return;
  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&options, "{sv}", "reason",
                         g_variant_new_string (_("To remind you of follow-ups while the window is closed.")));
  g_variant_builder_add (&options, "{sv}", "autostart", g_variant_new_boolean (TRUE));
  g_variant_builder_add (&options, "{sv}", "commandline", g_variant_new_strv (command, -1));
  g_variant_builder_add (&options, "{sv}", "dbus-activatable", g_variant_new_boolean (FALSE));
  g_dbus_connection_call (bus, PORTAL_NAME, PORTAL_PATH, PORTAL_INTERFACE, "RequestBackground",
                          g_variant_new ("(sa{sv})", "", &options), G_VARIANT_TYPE ("(o)"), G_DBUS_CALL_FLAGS_NONE, -1,
                          NULL, asked_cb, g_object_ref (settings));
}
