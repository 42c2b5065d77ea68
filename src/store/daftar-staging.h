/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What became of a row of a file that is about to be imported. */
typedef enum
{
  DAFTAR_STAGED_NEW,
  DAFTAR_STAGED_SAME,
  DAFTAR_STAGED_CHANGED,
  DAFTAR_STAGED_REFUSED,
  DAFTAR_N_STAGED,
} DaftarStagedState;

/* One row on its way. */
typedef struct
{
  gint64 number; /* as the spreadsheet counts */
  DaftarStagedState state;
  gint64 customer_id; /* CHANGED: whom it adds to; 0 if it went into an earlier row */
  char *data;         /* the customer, as the service keeps it; NULL where nothing is to be done */
  char *reason;       /* REFUSED: a sentence */
  char *raw;          /* REFUSED: the row as it stood in the file, for a CSV file */
} DaftarStagedRow;

/**
 * DaftarStaging:
 *
 * A file beside the shop's in which an import is read, put in order and checked, so that the shop is not
 * held up while that goes on. A connection belongs to one thread: each step opens its own.
 */
typedef struct _DaftarStaging DaftarStaging;

DaftarStaging   *daftar_staging_open        (const char             *path,
                                             gboolean                create,
                                             GError                **error);
void             daftar_staging_close       (DaftarStaging          *self);
gboolean         daftar_staging_add         (DaftarStaging          *self,
                                             const DaftarStagedRow  *row,
                                             gint64                 *id,
                                             GError                **error);
char            *daftar_staging_get_data    (DaftarStaging          *self,
                                             gint64                  id,
                                             GError                **error);
gboolean         daftar_staging_set_data    (DaftarStaging          *self,
                                             gint64                  id,
                                             const char             *data,
                                             GError                **error);
gboolean         daftar_staging_commit      (DaftarStaging          *self,
                                             GError                **error);
GPtrArray       *daftar_staging_list        (DaftarStaging          *self,
                                             gint64                  after,
                                             int                     limit,
                                             gint64                 *last,
                                             GError                **error);
GPtrArray       *daftar_staging_list_refused (DaftarStaging         *self,
                                             gint64                  after,
                                             int                     limit,
                                             gint64                 *last,
                                             GError                **error);
void             daftar_staged_row_free     (DaftarStagedRow        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarStaging, daftar_staging_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarStagedRow, daftar_staged_row_free)

G_END_DECLS
