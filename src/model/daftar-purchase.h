/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-record.h"

G_BEGIN_DECLS

/* What a customer bought. */
#define DAFTAR_TYPE_PURCHASE (daftar_purchase_get_type ())
DAFTAR_DECLARE_RECORD (DaftarPurchase, daftar_purchase, PURCHASE)

struct _DaftarPurchase
{
  DaftarRecord parent_instance;

  gint64 customer_id;
  gint64 deal_id;
  gint64 at;
  gint64 amount; /* minor units */
  char *currency;
  char *receipt;
  char *warranty_until; /* ISO day */
  char *note;
  gint64 import_id;
  gint64 deleted_at;

  /* For showing, from joins. */
  char *items; /* joined */
  char *customer_name;
};

G_END_DECLS
