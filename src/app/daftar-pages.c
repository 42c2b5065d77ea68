/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-pages.h"

#include "daftar-customers-page.h"
#include "daftar-find-dialog.h"
#include "daftar-boards-page.h"
#include "daftar-follow-ups-page.h"
#include "daftar-inbox-page.h"
#include "daftar-note-dialog.h"
#include "daftar-staff.h"
#include "daftar-today-page.h"

static void
shop_cb (DaftarUiContext *ui,
         GParamSpec      *pspec,
         DaftarWindow    *window)
{
  daftar_window_set_shop_name (window, daftar_ui_context_get_shop (ui)->name);
}

/* The name above the pages, also after it was changed on another workstation. */
static void
watch_shop (DaftarWindow    *window,
            DaftarUiContext *ui)
{
  g_signal_connect_object (ui, "notify::shop", G_CALLBACK (shop_cb), window, 0);
  shop_cb (ui, NULL, window);
}

static void
note_cb (GSimpleAction *action,
         GVariant      *parameter,
         DaftarWindow  *window)
{
  daftar_note_dialog_present (GTK_WIDGET (window), g_object_get_data (G_OBJECT (window), "ui"), 0, NULL);
}

static void
find_cb (GSimpleAction *action,
         GVariant      *parameter,
         DaftarWindow  *window)
{
  daftar_find_dialog_present (GTK_WIDGET (window), g_object_get_data (G_OBJECT (window), "ui"));
}

/**
 * daftar_pages_build:
 * @window: the window
 * @ui: what the pages are built from
 *
 * Puts the pages into the window, in the order of the sidebar, and says what the window's keys do. A page stands here
 * when it works.
 */
void
daftar_pages_build (DaftarWindow    *window,
                    DaftarUiContext *ui)
{
  watch_shop (window, ui);
  daftar_staff_follow (window, ui);
  g_object_set_data_full (G_OBJECT (window), "ui", g_object_ref (ui), g_object_unref);
  daftar_window_set_hook (window, "note", G_CALLBACK (note_cb), window);
  daftar_window_set_hook (window, "find", G_CALLBACK (find_cb), window);
  daftar_window_add_page (window, DAFTAR_PAGE (daftar_today_page_new (ui)));
  daftar_window_add_page (window, DAFTAR_PAGE (daftar_customers_page_new (ui)));
  daftar_window_add_page (window, DAFTAR_PAGE (daftar_boards_page_new (ui)));
  daftar_window_add_page (window, DAFTAR_PAGE (daftar_inbox_page_new (ui)));
  daftar_window_add_page (window, DAFTAR_PAGE (daftar_follow_ups_page_new (ui)));
}
