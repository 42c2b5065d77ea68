/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making one customer of two. */
#pragma once

#include "daftar-store.h"

G_BEGIN_DECLS

gint64          daftar_merge_store_resolve (DaftarReader    *reader,
                                            gint64           id,
                                            GError         **error);
DaftarCustomer *daftar_merge_store_get     (DaftarReader    *reader,
                                            gint64           id,
                                            GError         **error);
gboolean        daftar_merge_store_move    (DaftarTxn       *txn,
                                            gint64           from,
                                            gint64           to,
                                            GError         **error);
gboolean        daftar_merge_store_save    (DaftarTxn       *txn,
                                            DaftarCustomer  *target,
                                            GError         **error);
gboolean        daftar_merge_store_take_birthday (DaftarTxn *txn,
                                                  gint64     from,
                                                  gint64     to,
                                                  GError   **error);
gboolean        daftar_merge_store_take_value (DaftarTxn    *txn,
                                               gint64        field_id,
                                               gint64        from,
                                               gint64        to,
                                               GError      **error);
gboolean        daftar_merge_store_close   (DaftarTxn       *txn,
                                            gint64           from,
                                            gint64           to,
                                            GError         **error);

gint64          daftar_merge_store_count   (DaftarReader    *reader,
                                            gint64           id,
                                            GError         **error);

G_END_DECLS
