/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-ui-context.h"

G_BEGIN_DECLS

/**
 * DaftarDealView:
 *
 * Everything about one deal: what it is worth, what comes next, what to do at its stage, where it has been, what was
 * said and sold. It keeps itself up to date. Its signal "closed" wants back to the board.
 */
#define DAFTAR_TYPE_DEAL_VIEW (daftar_deal_view_get_type ())
G_DECLARE_FINAL_TYPE (DaftarDealView, daftar_deal_view, DAFTAR, DEAL_VIEW, GtkWidget)

GtkWidget *daftar_deal_view_new  (DaftarUiContext *ui);
void       daftar_deal_view_show (DaftarDealView  *self,
                                  gint64           deal_id);

G_END_DECLS
