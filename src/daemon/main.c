/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-config.h"
#include "daftar-daemon.h"
#include "daftar-locale.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GSettings) settings = g_settings_new (DAFTAR_APP_ID);
  g_autoptr (DaftarDaemon) daemon = NULL;
  int status;

  daftar_locale_set_language (settings);
  g_set_prgname ("daftar-service");
  daemon = daftar_daemon_new (settings);
  status = g_application_run (G_APPLICATION (daemon), argc, argv);
  g_settings_sync ();
  return status;
}
