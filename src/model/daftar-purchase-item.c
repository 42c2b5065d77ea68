/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-purchase-item.h"

static const DaftarField fields[] = {
  DAFTAR_FIELD (DaftarPurchaseItem, INT, purchase_id, 0),
  DAFTAR_FIELD (DaftarPurchaseItem, TEXT, name, 0),
  DAFTAR_FIELD (DaftarPurchaseItem, INT, quantity, 0),
  DAFTAR_FIELD (DaftarPurchaseItem, INT, price, 0),
  DAFTAR_FIELD (DaftarPurchaseItem, INT, position, 0),
};

DAFTAR_DEFINE_RECORD (DaftarPurchaseItem, daftar_purchase_item)
