/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-application.h"
#include "daftar-config.h"
#include "daftar-locale.h"
#include "daftar-start.h"

int
main (int   argc,
      char *argv[])
{
  g_auto (GStrv) environment = g_get_environ ();
  g_autoptr (GSettings) settings = g_settings_new (DAFTAR_APP_ID);
  g_autoptr (DaftarApplication) application = NULL;
  int status;

  daftar_locale_set_language (settings);
  daftar_start_choose_renderer ();
  g_set_prgname (DAFTAR_APP_ID);
  application = daftar_application_new (settings);
  status = g_application_run (G_APPLICATION (application), argc, argv);
  g_settings_sync ();
  if (daftar_application_wants_restart (application))
    daftar_start_again (environment);
  return status;
}
