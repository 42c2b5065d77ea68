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
  char *what; /* nullable: the name of what it was about */
} DaftarOperation;

/* One row that an undoing left alone, or some of its columns. */
typedef struct
{
  DaftarKind kind;
  gint64 row_id;
  gint64 customer_id; /* 0: of nobody */
  char *name;         /* nullable: what people know it by */
  char **fields;      /* the columns that somebody changed since; empty if others depend on the row now */
  gboolean gone;      /* somebody removed it since */
} DaftarUndoLeft;

/* The operation of which every column goes back by itself when it is undone. */
#define DAFTAR_OPERATION_MERGE "customer.merge"

void       daftar_operation_free             (DaftarOperation *self);
void       daftar_undo_left_free             (DaftarUndoLeft  *self);

gboolean   daftar_operation_store_undo       (DaftarTxn       *txn,
                                              gint64           operation_id,
                                              GPtrArray      **left,
                                              GError         **error);
GPtrArray *daftar_operation_store_list       (DaftarReader    *reader,
                                              gint64           customer_id,
                                              int              limit,
                                              GError         **error);
gboolean   daftar_operation_store_is_merge   (DaftarReader    *reader,
                                              gint64           operation_id);
gint64     daftar_operation_store_find_merge (DaftarReader    *reader,
                                              gint64           customer_id,
                                              GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarOperation, daftar_operation_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarUndoLeft, daftar_undo_left_free)

G_END_DECLS
