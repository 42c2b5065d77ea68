/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the files of store/ alone: the connection behind the handles. */
#pragma once

#include "daftar-db.h"
#include "daftar-store.h"

G_BEGIN_DECLS

struct _DaftarReader
{
  DaftarDb *db;
  gint64 now;
  GCancellable *cancellable; /* nullable */
};

struct _DaftarTxn
{
  DaftarReader reader;
  const char *operation;
  gint64 operation_id; /* 0 until the first row is written */
  gint64 staff_id;
  gint64 undoing; /* the operation whose rows are being put back, or 0 */
  gboolean silent; /* rows are changed without a place in the history (import, refolding) */
  const guint64 *ulid_seed; /* nullable: see daftar_txn_seed_ulids() */
  guint64 n_ulids;
  DaftarChanges *changes;
};

/* The connection, on the thread that owns it. */
#define READER_DB(reader) ((reader)->db)
#define TXN_DB(txn)       ((txn)->reader.db)

void daftar_txn_make_ulid (DaftarTxn *txn, guint8 *ulid);
void daftar_txn_changed (DaftarTxn *txn, DaftarKind kind, gint64 id, DaftarOp op);

GResource *daftar_sql_get_resource (void);
#define DAFTAR_SQL_FOLDER "/io/github/daftarapp/Daftar/sql/sqlite/"

G_END_DECLS
