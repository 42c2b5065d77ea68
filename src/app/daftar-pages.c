/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-pages.h"

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
}
