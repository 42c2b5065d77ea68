/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-store.h"

G_BEGIN_DECLS

/* How an import came out. */
typedef struct
{
  gint64 rows;
  gint64 n_new;
  gint64 n_same;
  gint64 n_changed;
  gint64 n_refused;
} DaftarImportCounts;

/* Somebody on the way in, or as they stand in the shop. */
typedef struct
{
  DaftarCustomer *customer;
  GPtrArray *points;    /* DaftarContactPoint, with their normal forms */
  GPtrArray *occasions; /* DaftarOccasion */
  GPtrArray *values;    /* DaftarCustomValue */
  GBytes *photo;        /* nullable: a picture that the customer does not have yet */
} DaftarImportPerson;

void                daftar_import_store_normalise    (DaftarContactPoint       *point,
                                                      const char               *country);
gboolean            daftar_import_store_is_empty     (DaftarReader             *reader,
                                                      gboolean                 *empty,
                                                      GError                  **error);
GArray             *daftar_import_store_find_norm    (DaftarReader             *reader,
                                                      const char               *norm,
                                                      GError                  **error);
GArray             *daftar_import_store_find_name    (DaftarReader             *reader,
                                                      const char               *name_fold,
                                                      GError                  **error);
gboolean            daftar_import_store_end          (DaftarTxn                *txn,
                                                      gint64                    import_id,
                                                      GError                  **error);
GArray             *daftar_import_store_list_unfinished (DaftarReader          *reader,
                                                      GError                  **error);
gint64              daftar_import_store_begin        (DaftarTxn                *txn,
                                                      const char               *name,
                                                      const DaftarImportCounts *counts,
                                                      GError                  **error);
gboolean            daftar_import_store_keep_photo   (DaftarTxn                *txn,
                                                      DaftarImportPerson       *person,
                                                      GError                  **error);
gboolean            daftar_import_store_add          (DaftarTxn                *txn,
                                                      gint64                    import_id,
                                                      DaftarImportPerson       *person,
                                                      GError                  **error);
gboolean            daftar_import_store_note_operation (DaftarTxn              *txn,
                                                      gint64                    import_id,
                                                      GError                  **error);
gint64              daftar_import_store_find         (DaftarReader             *reader,
                                                      gint64                    operation_id,
                                                      GError                  **error);
GArray             *daftar_import_store_list_operations (DaftarReader          *reader,
                                                      gint64                    import_id,
                                                      GError                  **error);
gboolean            daftar_import_store_purge        (DaftarTxn                *txn,
                                                      gint64                    import_id,
                                                      gint64                   *after,
                                                      int                       limit,
                                                      gint64                   *n_purged,
                                                      gint64                   *n_left,
                                                      GError                  **error);
gboolean            daftar_import_store_end_undo     (DaftarTxn                *txn,
                                                      gint64                    import_id,
                                                      GError                  **error);

G_END_DECLS
