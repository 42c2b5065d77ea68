/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-store.h"

G_BEGIN_DECLS

DaftarCustomer *daftar_customer_store_get          (DaftarReader        *reader,
                                                    gint64               id,
                                                    GError             **error);
gboolean        daftar_customer_store_check_not_erased (DaftarReader    *reader,
                                                        gint64           id,
                                                        GError         **error);
GPtrArray      *daftar_customer_store_get_rows     (DaftarReader        *reader,
                                                    const gint64        *ids,
                                                    guint                n_ids,
                                                    GError             **error);
gint64          daftar_customer_store_count        (DaftarReader        *reader,
                                                    GError             **error);
gboolean        daftar_customer_store_save         (DaftarTxn           *txn,
                                                    DaftarCustomer      *customer,
                                                    GError             **error);
gboolean        daftar_customer_store_delete       (DaftarTxn           *txn,
                                                    gint64               id,
                                                    GError             **error);
gboolean        daftar_customer_store_restore      (DaftarTxn           *txn,
                                                    gint64               id,
                                                    GError             **error);
gboolean        daftar_customer_store_refresh      (DaftarTxn           *txn,
                                                    gint64               id,
                                                    GError             **error);

GPtrArray      *daftar_contact_point_store_list    (DaftarReader        *reader,
                                                    gint64               customer_id,
                                                    GError             **error);
gboolean        daftar_contact_point_store_count   (DaftarReader        *reader,
                                                    guint               *most,
                                                    guint                n_kinds,
                                                    GError             **error);
gboolean        daftar_contact_point_store_replace (DaftarTxn           *txn,
                                                    gint64               customer_id,
                                                    GPtrArray           *points,
                                                    GError             **error);
gboolean        daftar_contact_point_store_save    (DaftarTxn           *txn,
                                                    DaftarContactPoint  *point,
                                                    GError             **error);
gboolean        daftar_contact_point_store_delete  (DaftarTxn           *txn,
                                                    gint64               id,
                                                    GError             **error);
GPtrArray      *daftar_occasion_store_list         (DaftarReader        *reader,
                                                    gint64               customer_id,
                                                    GError             **error);
gboolean        daftar_occasion_store_save         (DaftarTxn           *txn,
                                                    DaftarOccasion      *occasion,
                                                    GError             **error);
gboolean        daftar_occasion_store_delete       (DaftarTxn           *txn,
                                                    gint64               id,
                                                    GError             **error);

G_END_DECLS
