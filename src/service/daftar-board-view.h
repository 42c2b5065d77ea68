/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-board-store.h"

G_BEGIN_DECLS

/* A board as one sees it: its columns with their counts and sums. Cards come column by column. */
typedef struct
{
  GPtrArray *boards; /* DaftarBoard, all of them */
  DaftarBoard *board;
  GPtrArray *stages; /* DaftarStage, in order */
} DaftarBoardView;

/* Everything about one deal. */
typedef struct
{
  DaftarDeal *deal;
  GPtrArray *stages;     /* DaftarStage, of its board */
  DaftarStage *stage;    /* where it is; one of @stages */
  GPtrArray *visits;     /* DaftarStageVisit, the first first */
  GPtrArray *follow_ups; /* DaftarFollowUp, open ones first */
  GPtrArray *purchases;  /* DaftarPurchase, the newest first */
  GPtrArray *notes;      /* DaftarInteraction, the newest first */
} DaftarDealDetails;

void      daftar_board_view_free    (DaftarBoardView    *self);
gpointer  daftar_board_view_read    (DaftarReader       *reader,
                                     gpointer            board_id,
                                     GError            **error);
GArray   *daftar_board_column_ids   (DaftarReader       *reader,
                                     gpointer            stage_id,
                                     int                 limit,
                                     GError            **error);
void      daftar_deal_details_free  (DaftarDealDetails  *self);
gpointer  daftar_deal_details_read  (DaftarReader       *reader,
                                     gpointer            deal_id,
                                     GError            **error);
int       daftar_deal_quiet_days    (DaftarDeal         *deal,
                                     gint64              now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarBoardView, daftar_board_view_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarDealDetails, daftar_deal_details_free)

G_END_DECLS
