/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

/* The frame with sample pages, to look at: gallery [dark] [en|ar]. */

#include "daftar-locale.h"
#include "daftar-start.h"
#include "daftar-test-hook.h"
#include "daftar-ui.h"
#include "daftar-window.h"
#include "sample-page.h"

static void
activate_cb (AdwApplication *application,
             char          **argv)
{
  g_autoptr (GSettings) settings = g_settings_new (DAFTAR_APP_ID);
  DaftarWindow *window;
  static const char *const pages[][4] = {
    { "today", "Today", "اليوم", "daftar-today-symbolic" },
    { "customers", "Customers", "العملاء", "daftar-customers-symbolic" },
    { "boards", "Boards", "اللوحات", "daftar-boards-symbolic" },
    { "inbox", "Inbox", "الطلبات", "daftar-inbox-symbolic" },
    { "followups", "Follow-ups", "المتابعات", "daftar-followups-symbolic" },
  };
  gboolean arabic = argv[1] && g_strv_contains ((const char *const *) argv, "ar");

  daftar_start_set_direction ();
  if (argv[1] && g_strv_contains ((const char *const *) argv, "dark"))
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  window = daftar_window_new (GTK_APPLICATION (application), settings);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      DaftarPage *page = sample_page_new (pages[i][0], pages[i][arabic ? 2 : 1], pages[i][3]);

      daftar_window_add_page (window, page);
      daftar_page_set_badge (page, (i * 7) % 5 * 400, i == 3 ? 2 : 0);
    }
  daftar_window_set_shop_name (window, arabic ? "نور للتجارة" : "Noor Trading");
  daftar_window_set_staff (window, arabic ? "سامي الخطيب" : "Sami Khatib", G_MENU_MODEL (g_menu_new ()));
  daftar_window_show_page (window, "customers");
  gtk_window_present (GTK_WINDOW (window));
  if (!argv[1] || !g_strv_contains ((const char *const *) argv, "quiet"))
    daftar_window_toast (window, arabic ? "حُفظ التدوين" : "Written down", arabic ? "تراجع" : "Undo", NULL, NULL, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GSettings) settings = g_settings_new (DAFTAR_APP_ID);
  g_autoptr (AdwApplication) application = NULL;
  g_autoptr (DaftarTestHook) hook = NULL;
  static const char *const quit[] = { "<Control>q", NULL };

  daftar_locale_set_language (settings);
  daftar_start_choose_renderer ();
  gtk_init ();
  daftar_ui_init ();
  application = adw_application_new (DAFTAR_APP_ID, G_APPLICATION_NON_UNIQUE);
  hook = daftar_test_hook_new_if_asked ();
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "window.close", quit);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "win.sidebar", (const char *[]) { "F9", NULL });
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), argv);
  return g_application_run (G_APPLICATION (application), 1, argv);
}
