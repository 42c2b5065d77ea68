/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-refold.h"

#include "daftar-customer-derive.h"
#include "daftar-text.h"

/* Each column that holds folded text, and the index over it. */
typedef struct
{
  const char *select;
  const char *update;
  const char *rebuild;
} Folded;

static const Folded simple[] = {
  { "SELECT id, subject FROM ticket", "UPDATE ticket SET subject_fold = $fold WHERE id = $id",
    "INSERT INTO ticket_fts (ticket_fts) VALUES ('rebuild')" },
  { "SELECT id, title FROM deal", "UPDATE deal SET title_fold = $fold WHERE id = $id",
    "INSERT INTO deal_fts (deal_fts) VALUES ('rebuild')" },
};

static gboolean
refold_simple (DaftarDb      *db,
               const Folded  *folded,
               GError       **error)
{
  g_autoptr (DaftarStatement) rows = daftar_db_query (db, error, folded->select, NULL);
  GError *local = NULL;

  if (rows == NULL)
    return FALSE;
  while (daftar_statement_next (rows, &local))
    {
      g_autofree char *fold = daftar_text_fold (daftar_statement_get_text (rows, 1));

      if (!daftar_db_run (db, error, folded->update, DB_TEXT ("fold", fold),
                          DB_INT ("id", daftar_statement_get_int (rows, 0)), NULL))
        return FALSE;
    }
  if (local == NULL)
    return daftar_db_exec (db, folded->rebuild, error);
  g_propagate_error (error, local);
  return FALSE;
}

static gboolean
refold_all (DaftarDb  *db,
            GError   **error)
{
  if (!daftar_customer_refold (db, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (simple); i++)
    if (!refold_simple (db, &simple[i], error))
      return FALSE;
  return daftar_db_run (db, error,
                        "INSERT INTO meta (key, value) VALUES ('fold_version', $version)"
                        " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                        DB_INT ("version", DAFTAR_FOLD_VERSION), NULL);
}

static gboolean
in_transaction (DaftarDb  *db,
                gboolean (*func) (DaftarDb *db, GError **error),
                GError   **error)
{
  if (daftar_db_begin (db, TRUE, error) && func (db, error) && daftar_db_commit (db, error))
    return TRUE;
  daftar_db_rollback (db);
  return FALSE;
}

/**
 * daftar_refold:
 * @db: a connection that writes
 * @error: return location for a sentence for the user
 *
 * Folds all text again if the file was folded by a program whose rules were others, and makes the sort
 * keys of this computer's collator if they are missing.
 *
 * Returns: whether search and order now follow this program's rules
 */
gboolean
daftar_refold (DaftarDb  *db,
               GError   **error)
{
  gint64 version = 0;

  if (!daftar_db_get_int (db, &version, error, "SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'fold_version'",
                          NULL))
    return FALSE;
  return (version == DAFTAR_FOLD_VERSION || in_transaction (db, refold_all, error))
         && in_transaction (db, daftar_customer_make_keys, error);
}
