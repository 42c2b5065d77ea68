/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-hours.h"
#include "daftar-store.h"

G_BEGIN_DECLS

/* One stretch of a week in which the shop is open. */
typedef struct
{
  int weekday; /* ISO 8601: Monday is 1 */
  int from_minute;
  int to_minute;
} DaftarSpan;

DaftarShop        *daftar_shop_store_get        (DaftarReader       *reader,
                                                 GError            **error);
GTimeZone         *daftar_shop_store_get_zone   (DaftarReader       *reader,
                                                 GError            **error);
gboolean           daftar_shop_store_save       (DaftarTxn          *txn,
                                                 DaftarShop         *shop,
                                                 GError            **error);
gboolean           daftar_shop_store_set_hours  (DaftarTxn          *txn,
                                                 const char         *valid_from,
                                                 const DaftarSpan   *spans,
                                                 guint               n_spans,
                                                 GError            **error);
GArray            *daftar_shop_store_list_spans (DaftarReader       *reader,
                                                 GError            **error);
DaftarHours       *daftar_shop_store_get_hours  (DaftarReader       *reader,
                                                 GError            **error);

GPtrArray         *daftar_staff_store_list      (DaftarReader       *reader,
                                                 GError            **error);
gboolean           daftar_staff_store_save      (DaftarTxn          *txn,
                                                 DaftarStaffMember  *member,
                                                 GError            **error);

G_END_DECLS
