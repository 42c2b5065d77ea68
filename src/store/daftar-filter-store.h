/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filters that are kept under a name. */
#pragma once

#include "daftar-store.h"

G_BEGIN_DECLS

GPtrArray *daftar_filter_store_list   (DaftarReader       *reader,
                                       const char         *page,
                                       GError            **error);
gboolean   daftar_filter_store_save   (DaftarTxn          *txn,
                                       DaftarSavedFilter  *filter,
                                       GError            **error);
gboolean   daftar_filter_store_delete (DaftarTxn          *txn,
                                       gint64              id,
                                       GError            **error);

G_END_DECLS
