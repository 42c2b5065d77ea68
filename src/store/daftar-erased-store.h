/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the files of store/ alone: keyed hashes of those who were erased. */
#pragma once

#include "daftar-row.h"

G_BEGIN_DECLS

/* By what somebody is known again. */
#define DAFTAR_ERASED_ULID "ulid"     /* of the row, also in a backup */
#define DAFTAR_ERASED_RECORD "record" /* id and moment of adding: in a shop that was written as JSON */
#define DAFTAR_ERASED_PHONE "phone"
#define DAFTAR_ERASED_EMAIL "email"

GBytes   *daftar_erased_hash   (DaftarDb    *db,
                                const char  *kind,
                                const char  *value,
                                GError     **error);
gboolean  daftar_erased_add    (DaftarTxn   *txn,
                                const char  *kind,
                                const char  *value,
                                GError     **error);
gboolean  daftar_erased_knows  (DaftarDb    *db,
                                const char  *kind,
                                const char  *value,
                                gboolean    *known,
                                GError     **error);

/* All that one file knows, to be carried to another. */
typedef struct
{
  char *key;       /* nullable: nobody was erased yet */
  GPtrArray *hashes; /* GBytes */
  GArray *moments; /* gint64, of each */
} DaftarErased;

void          daftar_erased_free (DaftarErased  *self);
DaftarErased *daftar_erased_read (DaftarDb      *db,
                                  GError       **error);
gboolean      daftar_erased_write (DaftarErased *self,
                                   DaftarDb     *db,
                                   GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarErased, daftar_erased_free)

G_END_DECLS
