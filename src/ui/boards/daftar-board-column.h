/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-ui-context.h"

#include "daftar-deal-card.h"

G_BEGIN_DECLS

/**
 * DaftarBoardColumn:
 *
 * One stage: its name, count and sum, and its cards, loaded as they are looked at. What is dropped on it activates the
 * page's action "deal.move" with the deal, the stage, and the card that it lands above (0: the end).
 */
#define DAFTAR_TYPE_BOARD_COLUMN (daftar_board_column_get_type ())
G_DECLARE_FINAL_TYPE (DaftarBoardColumn, daftar_board_column, DAFTAR, BOARD_COLUMN, GtkWidget)

GtkWidget      *daftar_board_column_new       (DaftarUiContext   *ui,
                                               DaftarStage       *stage);
void            daftar_board_column_set_stage (DaftarBoardColumn *self,
                                               DaftarStage       *stage);
DaftarStage    *daftar_board_column_get_stage (DaftarBoardColumn *self);
void            daftar_board_column_reload    (DaftarBoardColumn *self);
gboolean        daftar_board_column_find      (DaftarBoardColumn *self,
                                               gint64             deal_id,
                                               guint             *position);
gint64          daftar_board_column_get_id    (DaftarBoardColumn *self,
                                               guint              position);
guint           daftar_board_column_get_n     (DaftarBoardColumn *self);
gboolean        daftar_board_column_focus     (DaftarBoardColumn *self,
                                               guint              position);
DaftarDealCard *daftar_board_column_get_card  (DaftarBoardColumn *self,
                                               gint64             deal_id);
DaftarDealCard *daftar_board_column_get_focus (DaftarBoardColumn *self);

void daftar_board_column_forget_focus (DaftarBoardColumn *self);
gboolean daftar_board_column_is_loading (DaftarBoardColumn *self);

G_END_DECLS
