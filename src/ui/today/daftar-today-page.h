/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-ui-context.h"

G_BEGIN_DECLS

#define DAFTAR_TYPE_TODAY_PAGE (daftar_today_page_get_type ())
G_DECLARE_FINAL_TYPE (DaftarTodayPage, daftar_today_page, DAFTAR, TODAY_PAGE, GtkWidget)

GtkWidget *daftar_today_page_new (DaftarUiContext *ui);

G_END_DECLS
