/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-store.h"

G_BEGIN_DECLS

GPtrArray   *daftar_board_store_list        (DaftarReader  *reader,
                                             GError       **error);
gboolean     daftar_board_store_save        (DaftarTxn     *txn,
                                             DaftarBoard   *board,
                                             GError       **error);
GPtrArray   *daftar_stage_store_list        (DaftarReader  *reader,
                                             gint64         board_id,
                                             GError       **error);
DaftarStage *daftar_stage_store_get         (DaftarReader  *reader,
                                             gint64         id,
                                             GError       **error);
gboolean     daftar_stage_store_save        (DaftarTxn     *txn,
                                             DaftarStage   *stage,
                                             GError       **error);

GArray      *daftar_deal_store_list_ids     (DaftarReader  *reader,
                                             gint64         stage_id,
                                             int            limit,
                                             GError       **error);
GPtrArray   *daftar_deal_store_get_rows     (DaftarReader  *reader,
                                             const gint64  *ids,
                                             guint          n_ids,
                                             GError       **error);
GPtrArray   *daftar_deal_store_list_of_customer (DaftarReader *reader,
                                             gint64         customer_id,
                                             gboolean       open_only,
                                             GError       **error);
DaftarDeal  *daftar_deal_store_get          (DaftarReader  *reader,
                                             gint64         id,
                                             GError       **error);
GPtrArray   *daftar_deal_store_list_visits  (DaftarReader  *reader,
                                             gint64         deal_id,
                                             GError       **error);
gboolean     daftar_deal_store_add          (DaftarTxn     *txn,
                                             DaftarDeal    *deal,
                                             GError       **error);
gboolean     daftar_deal_store_save         (DaftarTxn     *txn,
                                             DaftarDeal    *deal,
                                             GError       **error);
gboolean     daftar_deal_store_move         (DaftarTxn     *txn,
                                             gint64         deal_id,
                                             gint64         stage_id,
                                             gint64         before_id,
                                             GError       **error);
gboolean     daftar_deal_store_touch        (DaftarTxn     *txn,
                                             gint64         deal_id,
                                             GError       **error);

gboolean     daftar_purchase_store_add      (DaftarTxn      *txn,
                                             DaftarPurchase *purchase,
                                             GPtrArray      *items,
                                             GError        **error);
GPtrArray   *daftar_purchase_store_list_of_deal (DaftarReader *reader,
                                             gint64          deal_id,
                                             GError        **error);
GPtrArray   *daftar_purchase_store_list     (DaftarReader   *reader,
                                             gint64          customer_id,
                                             GError        **error);

G_END_DECLS
