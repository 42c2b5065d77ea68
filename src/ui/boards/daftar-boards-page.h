/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-ui-context.h"

G_BEGIN_DECLS

#define DAFTAR_TYPE_BOARDS_PAGE (daftar_boards_page_get_type ())
G_DECLARE_FINAL_TYPE (DaftarBoardsPage, daftar_boards_page, DAFTAR, BOARDS_PAGE, GtkWidget)

GtkWidget *daftar_boards_page_new (DaftarUiContext *ui);

G_END_DECLS
