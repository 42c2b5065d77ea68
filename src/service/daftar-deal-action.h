/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-board-store.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 deal_id;
  gint64 stage_id;
  gint64 before_id; /* the card it is put above; 0: the column's end */
} DaftarDealMove;

/* What a move did. */
typedef struct
{
  DaftarDeal *deal; /* as it is now */
  DaftarStage *stage;
  gboolean entered; /* it came from another stage */
} DaftarDealMoved;

/* What was sold. The purchase's customer, deal and currency follow from the deal. */
typedef struct
{
  gint64 deal_id;
  DaftarPurchase *purchase;
  GPtrArray *items;  /* DaftarPurchaseItem */
  char *thank_title; /* nullable: a follow-up for tomorrow, to say thank you */
} DaftarSale;

typedef struct
{
  gint64 deal_id;
  DaftarDealStatus status; /* won or lost */
  char *reason;            /* why it was lost */
} DaftarDealClose;

void         daftar_deal_moved_free   (DaftarDealMoved  *self);
gpointer     daftar_deal_move_write   (DaftarTxn        *txn,
                                       gpointer          move,
                                       GError          **error);
gboolean     daftar_deal_moved_asks_sale (DaftarDealMoved *self);

gpointer     daftar_deal_save_write   (DaftarTxn        *txn,
                                       gpointer          deal,
                                       GError          **error);
gpointer     daftar_deal_delete_write (DaftarTxn        *txn,
                                       gpointer          id,
                                       GError          **error);

DaftarSale  *daftar_sale_new          (gint64            deal_id);
void         daftar_sale_free         (DaftarSale       *self);
void         daftar_sale_add_item     (DaftarSale       *self,
                                       const char       *name,
                                       gint64            quantity,
                                       gint64            price);
gboolean     daftar_sale_sum          (DaftarSale       *self,
                                       gint64           *amount);
gpointer     daftar_sale_write        (DaftarTxn        *txn,
                                       gpointer          sale,
                                       GError          **error);

DaftarDealClose *daftar_deal_close_new (gint64           deal_id,
                                       DaftarDealStatus  status,
                                       const char       *reason);
void         daftar_deal_close_free   (DaftarDealClose  *self);
gpointer     daftar_deal_close_write  (DaftarTxn        *txn,
                                       gpointer          request,
                                       GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarDealMoved, daftar_deal_moved_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarSale, daftar_sale_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarDealClose, daftar_deal_close_free)

G_END_DECLS
