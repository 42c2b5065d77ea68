/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-today.h"
#include "daftar-ui-context.h"

G_BEGIN_DECLS

GtkWidget             *daftar_today_row_new      (DaftarUiContext       *ui,
                                                  const DaftarTodayItem *item);
const DaftarTodayItem *daftar_today_row_get_item (GtkWidget             *row);

G_END_DECLS
