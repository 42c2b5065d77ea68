/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-store.h"

G_BEGIN_DECLS

/**
 * DaftarBulk:
 *
 * Many new rows at once, into a shop that has none of their kind yet: without history, the indexes, search,
 * order and tags made when all rows are there. Between daftar_bulk_begin() and daftar_bulk_end() there may
 * be several transactions of the same store; whoever uses more than one works on a file that nobody else
 * has open and throws it away on failure.
 */
typedef struct _DaftarBulk DaftarBulk;

void        daftar_bulk_expect_rows (DaftarTxn *txn,
                                     gboolean   many);
DaftarBulk *daftar_bulk_begin (DaftarTxn   *txn,
                               gboolean     now,
                               GError     **error);
gboolean    daftar_bulk_add   (DaftarBulk  *self,
                               DaftarTxn   *txn,
                               gpointer     record,
                               GError     **error);
gboolean    daftar_bulk_end   (DaftarBulk  *self,
                               DaftarTxn   *txn,
                               GError     **error);
void        daftar_bulk_free  (DaftarBulk  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarBulk, daftar_bulk_free)

G_END_DECLS
