/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-ui-context.h"

G_BEGIN_DECLS

#define DAFTAR_TYPE_FOLLOW_UPS_PAGE (daftar_follow_ups_page_get_type ())
G_DECLARE_FINAL_TYPE (DaftarFollowUpsPage, daftar_follow_ups_page, DAFTAR, FOLLOW_UPS_PAGE, GtkWidget)

GtkWidget *daftar_follow_ups_page_new (DaftarUiContext *ui);

G_END_DECLS
