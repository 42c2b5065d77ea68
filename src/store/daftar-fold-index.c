/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-fold-index.h"

static const struct
{
  const char *remove;
  const char *add;
} statements[] = {
  [DAFTAR_FOLD_INDEX_DEAL] = {
    "INSERT INTO deal_fts (deal_fts, rowid, title_fold) VALUES ('delete', $id, $fold)",
    "INSERT INTO deal_fts (rowid, title_fold) VALUES ($id, $fold)",
  },
  [DAFTAR_FOLD_INDEX_TICKET] = {
    "INSERT INTO ticket_fts (ticket_fts, rowid, subject_fold) VALUES ('delete', $id, $fold)",
    "INSERT INTO ticket_fts (rowid, subject_fold) VALUES ($id, $fold)",
  },
};

/* Replaces what a row is found by. @before must be exactly what was put in; either may be NULL. */
gboolean
daftar_fold_index_update (DaftarDb         *db,
                          DaftarFoldIndex   index,
                          gint64            id,
                          const char       *before,
                          const char       *after,
                          GError          **error)
{
  if (g_strcmp0 (before, after) == 0)
    return TRUE;
  return (before == NULL
          || daftar_db_run (db, error, statements[index].remove, DB_INT ("id", id), DB_TEXT ("fold", before), NULL))
         && (after == NULL
             || daftar_db_run (db, error, statements[index].add, DB_INT ("id", id), DB_TEXT ("fold", after), NULL));
}
