/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-store.h"

G_BEGIN_DECLS

/* One thing that somebody did, as the history shows it. */
typedef struct
{
  gint64 id;
  gint64 at;
  char *kind; /* "customer.add" */
  char *staff_name;
  gint64 undone_by;
} DaftarOperation;

void       daftar_operation_free         (DaftarOperation *self);

gboolean   daftar_operation_store_undo   (DaftarTxn       *txn,
                                          gint64           operation_id,
                                          int             *n_left,
                                          GError         **error);
GPtrArray *daftar_operation_store_list   (DaftarReader    *reader,
                                          gint64           customer_id,
                                          int              limit,
                                          GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarOperation, daftar_operation_free)

G_END_DECLS
