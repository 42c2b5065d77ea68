/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-shop-store.h"

G_BEGIN_DECLS

/* The shop as its preferences show it, and as they leave it. */
typedef struct
{
  DaftarShop *shop;
  GArray *spans; /* of DaftarSpan, by weekday; nullable when saving: the hours stay */
} DaftarShopEdit;

DaftarShopEdit *daftar_shop_edit_new          (DaftarShop      *shop,
                                               GArray          *spans);
void            daftar_shop_edit_free         (DaftarShopEdit  *self);
gpointer        daftar_shop_edit_read         (DaftarReader    *reader,
                                               gpointer         request,
                                               GError         **error);
gpointer        daftar_shop_edit_write        (DaftarTxn       *txn,
                                               gpointer         edit,
                                               GError         **error);
gboolean        daftar_shop_edit_parse_spans  (const char      *text,
                                               int              weekday,
                                               GArray          *spans,
                                               GError         **error);
char           *daftar_shop_edit_format_spans (GArray          *spans,
                                               int              weekday);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarShopEdit, daftar_shop_edit_free)

G_END_DECLS
