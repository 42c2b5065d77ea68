/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-record.h"

G_BEGIN_DECLS

/* One line of a purchase. */
#define DAFTAR_TYPE_PURCHASE_ITEM (daftar_purchase_item_get_type ())
DAFTAR_DECLARE_RECORD (DaftarPurchaseItem, daftar_purchase_item, PURCHASE_ITEM)

struct _DaftarPurchaseItem
{
  DaftarRecord parent_instance;

  gint64 purchase_id;
  char *name;
  gint64 quantity; /* thousandths */
  gint64 price; /* of one, minor units */
  gint64 position;
};

G_END_DECLS
