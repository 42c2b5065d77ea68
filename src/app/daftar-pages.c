/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-pages.h"

/**
 * daftar_pages_build:
 * @window: the window
 * @context: what the pages are built from
 *
 * Puts the pages into the window, in the order of the sidebar, and says what the window's keys do. A page stands here
 * when it works.
 */
void
daftar_pages_build (DaftarWindow  *window,
                    DaftarContext *context)
{
}
