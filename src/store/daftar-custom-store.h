/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields of the shop's own and what customers have in them. */
#pragma once

#include "daftar-store.h"

G_BEGIN_DECLS

GPtrArray *daftar_custom_field_store_list   (DaftarReader       *reader,
                                             GError            **error);
gboolean   daftar_custom_field_store_save   (DaftarTxn          *txn,
                                             DaftarCustomField  *field,
                                             GError            **error);
gboolean   daftar_custom_field_store_delete (DaftarTxn          *txn,
                                             gint64              id,
                                             GError            **error);
GPtrArray *daftar_custom_value_store_list   (DaftarReader       *reader,
                                             gint64              customer_id,
                                             GError            **error);
gint64     daftar_custom_value_store_count  (DaftarReader       *reader,
                                             gint64              field_id,
                                             GError            **error);
gboolean   daftar_custom_value_store_set    (DaftarTxn          *txn,
                                             DaftarCustomValue  *value,
                                             GError            **error);
gboolean   daftar_custom_value_store_clear  (DaftarTxn          *txn,
                                             gint64              customer_id,
                                             gint64              field_id,
                                             GError            **error);

G_END_DECLS
