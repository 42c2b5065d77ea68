/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-page.h"

G_BEGIN_DECLS

#define DAFTAR_TYPE_SIDEBAR_ROW (daftar_sidebar_row_get_type ())
G_DECLARE_FINAL_TYPE (DaftarSidebarRow, daftar_sidebar_row, DAFTAR, SIDEBAR_ROW, GtkListBoxRow)

GtkWidget  *daftar_sidebar_row_new      (DaftarPage       *page,
                                         int               number);
DaftarPage *daftar_sidebar_row_get_page (DaftarSidebarRow *self);
void        daftar_sidebar_row_update   (DaftarSidebarRow *self);

G_END_DECLS
