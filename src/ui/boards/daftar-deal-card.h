/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-ui-context.h"

G_BEGIN_DECLS

/* A deal on its board: whose, what, what it is worth, what comes next, and what is wrong with it. It can be dragged. */
#define DAFTAR_TYPE_DEAL_CARD (daftar_deal_card_get_type ())
G_DECLARE_FINAL_TYPE (DaftarDealCard, daftar_deal_card, DAFTAR, DEAL_CARD, GtkWidget)

GtkWidget  *daftar_deal_card_new     (DaftarUiContext *ui);
void        daftar_deal_card_set     (DaftarDealCard  *self,
                                      gint64           id,
                                      DaftarDeal      *deal);
gint64      daftar_deal_card_get_id  (DaftarDealCard  *self);
DaftarDeal *daftar_deal_card_get     (DaftarDealCard  *self);
void        daftar_deal_card_set_gap (DaftarDealCard  *self,
                                      gboolean         above,
                                      gboolean         below);
char       *daftar_deal_next_step    (DaftarUiContext *ui,
                                      DaftarDeal      *deal);

G_END_DECLS
