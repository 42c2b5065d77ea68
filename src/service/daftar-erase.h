/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bin, and nothing left of a person. */
#pragma once

#include "daftar-erase-store.h"

G_BEGIN_DECLS

typedef struct
{
  char *query; /* nullable */
  int limit;
} DaftarBinRequest;

void     daftar_bin_request_free (DaftarBinRequest  *self);
gpointer daftar_bin_read         (DaftarReader      *reader,
                                  gpointer           request,
                                  GError           **error);
int      daftar_bin_days_left    (gint64             deleted_at,
                                  gint64             now);
gpointer daftar_bin_restore_write (DaftarTxn        *txn,
                                   gpointer          ids,
                                   GError          **error);

gboolean daftar_erase            (DaftarStore       *store,
                                  const gint64      *ids,
                                  guint              n_ids,
                                  GError           **error);
void     daftar_erase_async      (DaftarStore       *store,
                                  const gint64      *ids,
                                  guint              n_ids,
                                  GAsyncReadyCallback callback,
                                  gpointer           user_data);
gboolean daftar_erase_finish     (DaftarStore       *store,
                                  GAsyncResult      *result,
                                  GError           **error);
gboolean daftar_erase_end        (DaftarStore       *store,
                                  GError           **error);
gboolean daftar_erase_daily      (DaftarStore       *store,
                                  guint             *n_erased,
                                  GError           **error);

G_END_DECLS
