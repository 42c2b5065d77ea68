/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-store.h"

G_BEGIN_DECLS

gpointer daftar_undo_write  (DaftarTxn           *txn,
                             gpointer             operation_id,
                             GError             **error);
void     daftar_undo_async  (DaftarStore         *store,
                             gint64               operation_id,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data);
gboolean daftar_undo_finish (DaftarStore         *store,
                             GAsyncResult        *result,
                             int                 *n_left,
                             GError             **error);

G_END_DECLS
