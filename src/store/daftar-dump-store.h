/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-store.h"

G_BEGIN_DECLS

/* Called with each row: a word for its table and its JSON. */
typedef gboolean (*DaftarDumpFunc) (const char  *table,
                                    const char  *json,
                                    gpointer     data,
                                    GError     **error);

gboolean daftar_dump_store_each  (DaftarReader    *reader,
                                  DaftarDumpFunc   func,
                                  gpointer         data,
                                  GError         **error);
gboolean daftar_dump_store_begin (DaftarTxn       *txn,
                                  GError         **error);
gboolean daftar_dump_store_add   (DaftarTxn       *txn,
                                  const char      *table,
                                  const char      *json,
                                  GError         **error);
gboolean daftar_dump_store_end   (DaftarTxn       *txn,
                                  GError         **error);

G_END_DECLS
