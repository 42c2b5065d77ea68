/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-store.h"

G_BEGIN_DECLS

/* What a sound shop file holds. */
typedef struct
{
  char *shop; /* nullable: not set up */
  gint64 n_customers;
  gint64 n_tickets;
  gint64 n_deals;
  gint64 n_follow_ups;
  gint64 n_purchases;
  gint64 seq; /* of the last change */
} DaftarFileInfo;

/* One thing that daftarctl check looked at. */
typedef struct
{
  const char *what; /* for scripts */
  gint64 n_wrong;
} DaftarFinding;

void            daftar_file_info_free        (DaftarFileInfo  *self);
gboolean        daftar_backup_store_copy     (const char      *shop_path,
                                              const char      *target,
                                              GCancellable    *cancellable,
                                              GError         **error);
DaftarFileInfo *daftar_backup_store_verify   (const char      *path,
                                              GError         **error);
gboolean        daftar_backup_store_restore  (const char      *shop_path,
                                              const char      *backup,
                                              GError         **error);
gint64          daftar_backup_store_get_seq  (DaftarReader    *reader,
                                              GError         **error);
gint64          daftar_backup_store_get_mark (DaftarReader    *reader,
                                              GError         **error);
gboolean        daftar_backup_store_set_mark (DaftarTxn       *txn,
                                              gint64           seq,
                                              GError         **error);
GArray         *daftar_check_store_run       (DaftarTxn       *txn,
                                              GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarFileInfo, daftar_file_info_free)

G_END_DECLS
