/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files and pictures in the shop file, each kept once however often it is used. */
#pragma once

#include "daftar-store.h"

G_BEGIN_DECLS

gint64   daftar_blob_store_add       (DaftarTxn      *txn,
                                      GInputStream   *contents,
                                      GError        **error);
gint64   daftar_blob_store_add_bytes (DaftarTxn      *txn,
                                      GBytes         *contents,
                                      GError        **error);
gboolean daftar_blob_store_write_to  (DaftarReader   *reader,
                                      gint64          id,
                                      GOutputStream  *out,
                                      GError        **error);
GBytes  *daftar_blob_store_get       (DaftarReader   *reader,
                                      gint64          id,
                                      GError        **error);
gboolean daftar_blob_store_sweep     (DaftarTxn      *txn,
                                      gint64          history_from,
                                      GError        **error);

G_END_DECLS
