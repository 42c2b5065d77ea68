/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-store.h"

G_BEGIN_DECLS

typedef enum
{
  DAFTAR_EXPORT_CSV,
  DAFTAR_EXPORT_VCARD,
} DaftarExportFormat;

/* Told on the thread that works: how much is done, 0 to 1. */
typedef void (*DaftarExportProgress) (double   fraction,
                                      gpointer data);

gboolean daftar_export_write (DaftarStore           *store,
                              DaftarExportFormat     format,
                              GArray                *ids,
                              const char            *path,
                              DaftarExportProgress   progress,
                              gpointer               data,
                              GCancellable          *cancellable,
                              guint                 *n_written,
                              GError               **error);

G_END_DECLS
