/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bin, and nothing left of a person. */
#pragma once

#include "daftar-store.h"

G_BEGIN_DECLS

/* How long somebody who was deleted can be brought back. */
#define DAFTAR_BIN_DAYS 30

GArray   *daftar_bin_store_list             (DaftarReader  *reader,
                                             const char    *query,
                                             int            limit,
                                             GError       **error);
GArray   *daftar_bin_store_list_over        (DaftarReader  *reader,
                                             int            limit,
                                             GError       **error);

gboolean  daftar_erase_store_erase          (DaftarTxn     *txn,
                                             gint64         id,
                                             GError       **error);
gboolean  daftar_erase_store_again          (DaftarTxn     *txn,
                                             int           *n_erased,
                                             GError       **error);
gboolean  daftar_erase_store_is_known       (DaftarReader  *reader,
                                             const char    *kind,
                                             const char    *value,
                                             gboolean      *known,
                                             GError       **error);

/* Where the sweeping of the search indexes stands. Begin with all zero. */
typedef struct
{
  guint index;
  gboolean begun;
  gboolean done;
} DaftarSweep;

gboolean  daftar_erase_store_is_pending     (DaftarReader  *reader);
gboolean  daftar_erase_store_sweep          (DaftarTxn     *txn,
                                             DaftarSweep   *sweep,
                                             GError       **error);
gboolean  daftar_erase_store_scrub          (const char    *path,
                                             gint64        *page,
                                             GError       **error);
gboolean  daftar_erase_store_set_done       (DaftarTxn     *txn,
                                             GError       **error);
gboolean  daftar_erase_store_checkpoint     (const char    *path,
                                             gboolean      *whole,
                                             GError       **error);

G_END_DECLS
