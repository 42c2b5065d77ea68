/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-operation-store.h"

G_BEGIN_DECLS

gpointer   daftar_undo_write         (DaftarTxn             *txn,
                                      gpointer               operation_id,
                                      GError               **error);
gpointer   daftar_undo_tell_write    (DaftarTxn             *txn,
                                      gpointer               operation_id,
                                      GError               **error);
void       daftar_undo_async         (DaftarStore           *store,
                                      gint64                 operation_id,
                                      GAsyncReadyCallback    callback,
                                      gpointer               user_data);
gboolean   daftar_undo_finish        (DaftarStore           *store,
                                      GAsyncResult          *result,
                                      GPtrArray            **left,
                                      GError               **error);
char      *daftar_undo_left_describe (const DaftarUndoLeft  *left);
char      *daftar_undo_describe      (GPtrArray             *left,
                                      guint                  limit);

G_END_DECLS
