/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "daftar-store.h"

G_BEGIN_DECLS

/**
 * DaftarStartView:
 *
 * The questions of the first start, then what to do first. Its signals: "import", "empty" when the shop is
 * set up and that was chosen; "sample" for the sample shop; "restart" when another language was chosen.
 */
#define DAFTAR_TYPE_START_VIEW (daftar_start_view_get_type ())
G_DECLARE_FINAL_TYPE (DaftarStartView, daftar_start_view, DAFTAR, START_VIEW, AdwBin)

GtkWidget *daftar_start_view_new (DaftarStore *store,
                                  GSettings   *settings);

G_END_DECLS
