/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "daftar-db.h"

G_BEGIN_DECLS

/* How long somebody waits for another one who writes. */
#define DAFTAR_DB_BUSY_MS 15000

struct _DaftarDb
{
  sqlite3 *handle;
  char *path;
  GThread *owner; /* set by the first use; a connection is never shared between threads */
  GCancellable *cancellable;
  GData *data;
  GHashTable *statements; /* SQL text → DaftarStatement that waits for its next use */
  GHashTable *kept;       /* SQL text → DaftarStatement that stays with those who asked for it */
};

void     daftar_db_assert_owner (DaftarDb   *db);
void     daftar_db_set_error    (GError    **error,
                                 sqlite3    *handle,
                                 int         code,
                                 const char *path);

G_END_DECLS
