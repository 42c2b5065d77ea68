/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-purchase.h"

static const DaftarField fields[] = {
  DAFTAR_FIELD (DaftarPurchase, INT, customer_id, 0),
  DAFTAR_FIELD (DaftarPurchase, INT, deal_id, DAFTAR_FIELD_OPTIONAL),
  DAFTAR_FIELD (DaftarPurchase, INT, at, 0),
  DAFTAR_FIELD (DaftarPurchase, INT, amount, 0),
  DAFTAR_FIELD (DaftarPurchase, TEXT, currency, 0),
  DAFTAR_FIELD (DaftarPurchase, TEXT, receipt, 0),
  DAFTAR_FIELD (DaftarPurchase, TEXT, warranty_until, 0),
  DAFTAR_FIELD (DaftarPurchase, TEXT, note, 0),
  DAFTAR_FIELD (DaftarPurchase, INT, import_id, DAFTAR_FIELD_OPTIONAL),
  DAFTAR_FIELD (DaftarPurchase, INT, deleted_at, DAFTAR_FIELD_OPTIONAL),
  DAFTAR_FIELD (DaftarPurchase, TEXT, items, DAFTAR_FIELD_VIEW),
  DAFTAR_FIELD (DaftarPurchase, TEXT, customer_name, DAFTAR_FIELD_VIEW),
};

DAFTAR_DEFINE_RECORD (DaftarPurchase, daftar_purchase)
