/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-staging.h"

#include "daftar-db.h"

struct _DaftarStaging
{
  DaftarDb *db;
};

#define TABLES                                                                                                 \
  "CREATE TABLE staged (id INTEGER PRIMARY KEY, number INTEGER NOT NULL, state INTEGER NOT NULL,"              \
  " customer_id INTEGER, data TEXT, reason TEXT, raw TEXT) STRICT"

void
daftar_staged_row_free (DaftarStagedRow *self)
{
  g_free (self->data);
  g_free (self->reason);
  g_free (self->raw);
  g_free (self);
}

/* It is thrown away if anything goes wrong, so nothing needs to survive a power cut. */
static gboolean
prepare (DaftarDb  *db,
         GError   **error)
{
  return daftar_db_exec (db, "PRAGMA journal_mode = MEMORY", error)
         && daftar_db_exec (db, "PRAGMA synchronous = OFF", error) && daftar_db_exec (db, TABLES, error)
         && daftar_db_begin (db, TRUE, error);
}

/**
 * daftar_staging_open:
 * @path: the file
 * @create: whether to make it; it can then be filled until daftar_staging_commit()
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable): the file, for the thread that first uses it
 */
DaftarStaging *
daftar_staging_open (const char  *path,
                     gboolean     create,
                     GError     **error)
{
  g_autoptr (DaftarDb) db = daftar_db_open (path, create ? DAFTAR_DB_MODE_CREATE : DAFTAR_DB_MODE_READ, error);
  DaftarStaging *self;

  if (db == NULL || (create && !prepare (db, error)))
    return NULL;
  self = g_new0 (DaftarStaging, 1);
  self->db = g_steal_pointer (&db);
  return self;
}

void
daftar_staging_close (DaftarStaging *self)
{
  daftar_db_close (self->db);
  g_free (self);
}

gboolean
daftar_staging_add (DaftarStaging          *self,
                    const DaftarStagedRow  *row,
                    gint64                 *id,
                    GError                **error)
{
  DaftarStatement *insert = daftar_db_keep (
    self->db, "INSERT INTO staged (number, state, customer_id, data, reason, raw) VALUES (?, ?, ?, ?, ?, ?)", error);

  if (insert == NULL)
    return FALSE;
  daftar_statement_put_int (insert, 1, row->number);
  daftar_statement_put_int (insert, 2, row->state);
  if (row->customer_id != 0)
    daftar_statement_put_int (insert, 3, row->customer_id);
  else
    daftar_statement_put_null (insert, 3);
  daftar_statement_put_text (insert, 4, row->data);
  daftar_statement_put_text (insert, 5, row->reason);
  daftar_statement_put_text (insert, 6, row->raw);
  if (!daftar_statement_run (insert, error))
    return FALSE;
  *id = daftar_db_get_last_id (self->db);
  return TRUE;
}

char *
daftar_staging_get_data (DaftarStaging  *self,
                         gint64          id,
                         GError        **error)
{
  g_autoptr (DaftarStatement) row =
    daftar_db_query (self->db, error, "SELECT data FROM staged WHERE id = $id", DB_INT ("id", id), NULL);

  if (row == NULL || !daftar_statement_next (row, error))
    return NULL;
  return g_strdup (daftar_statement_get_text (row, 0));
}

gboolean
daftar_staging_set_data (DaftarStaging  *self,
                         gint64          id,
                         const char     *data,
                         GError        **error)
{
  return daftar_db_run (self->db, error, "UPDATE staged SET data = $data WHERE id = $id", DB_INT ("id", id),
                        DB_TEXT ("data", data), NULL);
}

gboolean
daftar_staging_commit (DaftarStaging  *self,
                       GError        **error)
{
  return daftar_db_commit (self->db, error);
}

static GPtrArray *
read_rows (DaftarStatement  *statement,
           gint64           *last,
           GError          **error)
{
  g_autoptr (DaftarStatement) owned = statement;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) daftar_staged_row_free);
  GError *local = NULL;

  if (statement == NULL)
    return NULL;
  while (daftar_statement_next (statement, &local))
    {
      DaftarStagedRow *row = g_new0 (DaftarStagedRow, 1);

      *last = daftar_statement_get_int (statement, 0);
      row->number = daftar_statement_get_int (statement, 1);
      row->state = daftar_statement_get_int (statement, 2);
      row->customer_id = daftar_statement_get_int (statement, 3);
      row->data = g_strdup (daftar_statement_get_text (statement, 4));
      row->reason = g_strdup (daftar_statement_get_text (statement, 5));
      row->raw = g_strdup (daftar_statement_get_text (statement, 6));
      g_ptr_array_add (rows, row);
    }
  if (local == NULL)
    return g_steal_pointer (&rows);
  g_propagate_error (error, local);
  return NULL;
}

/**
 * daftar_staging_list:
 * @self: the file
 * @after: the place behind which to go on; 0 at first
 * @limit: how many at most
 * @last: (inout): the place of the last one
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable) (element-type DaftarStagedRow): the rows that are to be written
 */
GPtrArray *
daftar_staging_list (DaftarStaging  *self,
                     gint64          after,
                     int             limit,
                     gint64         *last,
                     GError        **error)
{
  return read_rows (daftar_db_query (self->db, error,
                                     "SELECT * FROM staged WHERE id > $after AND data IS NOT NULL ORDER BY id LIMIT $limit",
                                     DB_INT ("after", after), DB_INT ("limit", limit), NULL),
                    last, error);
}

GPtrArray *
daftar_staging_list_refused (DaftarStaging  *self,
                             gint64          after,
                             int             limit,
                             gint64         *last,
                             GError        **error)
{
  return read_rows (daftar_db_query (self->db, error,
                                     "SELECT * FROM staged WHERE id > $after AND state = $refused ORDER BY id LIMIT $limit",
                                     DB_INT ("after", after), DB_INT ("refused", DAFTAR_STAGED_REFUSED),
                                     DB_INT ("limit", limit), NULL),
                    last, error);
}
