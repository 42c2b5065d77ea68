/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-db-private.h"

struct _DaftarStatement
{
  sqlite3_stmt *handle; /* first: daftar_db_close() relies on it */
  DaftarDb *db;
  gboolean started;
};

static guint step_delay_ms;

/**
 * daftar_db_set_step_delay:
 * @milliseconds: how long each statement takes to start from now on
 *
 * Makes every connection of the process slow. Tests use it to show that nobody waits for the disk who
 * must not.
 */
void
daftar_db_set_step_delay (guint milliseconds)
{
  g_atomic_int_set ((int *) &step_delay_ms, milliseconds);
}

static DaftarStatement *
prepare_new (DaftarDb    *db,
             const char  *sql,
             GError     **error)
{
  DaftarStatement *statement;
  sqlite3_stmt *handle = NULL;
  int code;

  code = sqlite3_prepare_v3 (db->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, NULL);
  if (code != SQLITE_OK)
    {
      daftar_db_set_error (error, db->handle, code, db->path);
      return NULL;
    }
  statement = g_new0 (DaftarStatement, 1);
  statement->handle = handle;
  statement->db = db;
  return statement;
}

/**
 * daftar_db_prepare:
 * @db: a connection
 * @sql: one statement; its parameters are named $name
 * @error: return location for a sentence for the user
 *
 * Statements are kept with their text and used again. Release it as soon as its rows are read: a read
 * statement that stays open keeps its snapshot.
 *
 * Returns: (transfer full) (nullable): the statement
 */
DaftarStatement *
daftar_db_prepare (DaftarDb    *db,
                   const char  *sql,
                   GError     **error)
{
  gpointer key, value;

  daftar_db_assert_owner (db);
  if (g_hash_table_steal_extended (db->statements, sql, &key, &value))
    return value;
  return prepare_new (db, sql, error);
}

/**
 * daftar_db_keep:
 * @db: a connection
 * @sql: one statement
 * @error: return location for a sentence for the user
 *
 * For who runs a statement for each of very many rows: it is looked up by its text once, its parameters are
 * set by their places with daftar_statement_put_int() and its kin, and it is left reset.
 *
 * Returns: (transfer none) (nullable): a statement that stays as long as @db; only daftar_statement_run() it
 */
DaftarStatement *
daftar_db_keep (DaftarDb    *db,
                const char  *sql,
                GError     **error)
{
  DaftarStatement *statement;

  daftar_db_assert_owner (db);
  statement = g_hash_table_lookup (db->kept, sql);
  if (statement != NULL)
    return statement;
  statement = prepare_new (db, sql, error);
  if (statement != NULL)
    g_hash_table_insert (db->kept, (char *) sqlite3_sql (statement->handle), statement);
  return statement;
}

/**
 * daftar_statement_release:
 * @statement: (transfer full): a statement
 *
 * Resets the statement and keeps it for the next one who prepares the same text.
 */
void
daftar_statement_release (DaftarStatement *statement)
{
  DaftarDb *db = statement->db;
  const char *sql = sqlite3_sql (statement->handle);

  daftar_db_assert_owner (db);
  daftar_statement_reset (statement);
  sqlite3_clear_bindings (statement->handle);
  if (g_hash_table_contains (db->statements, sql))
    {
      sqlite3_finalize (statement->handle);
      g_free (statement);
      return;
    }
  g_hash_table_insert (db->statements, (char *) sql, statement);
}

void
daftar_statement_reset (DaftarStatement *statement)
{
  sqlite3_reset (statement->handle);
  statement->started = FALSE;
}

/**
 * daftar_statement_next:
 * @statement: a statement
 * @error: return location for a sentence for the user
 *
 * Returns: %TRUE if there is a row; %FALSE at the end, or with @error set
 */
gboolean
daftar_statement_next (DaftarStatement  *statement,
                       GError          **error)
{
  DaftarDb *db = statement->db;
  int code;

  daftar_db_assert_owner (db);
  if (!statement->started)
    {
      int delay = g_atomic_int_get ((int *) &step_delay_ms);

      statement->started = TRUE;
      if (G_UNLIKELY (delay > 0))
        g_usleep ((gulong) delay * 1000);
    }
  code = sqlite3_step (statement->handle);
  if (code == SQLITE_ROW)
    return TRUE;
  if (code != SQLITE_DONE)
    daftar_db_set_error (error, db->handle, code, db->path);
  return FALSE;
}

/**
 * daftar_statement_run:
 * @statement: a statement whose rows, if any, are of no interest
 * @error: return location for a sentence for the user
 *
 * Runs it to the end and resets it, its parameters kept.
 *
 * Returns: whether it succeeded
 */
gboolean
daftar_statement_run (DaftarStatement  *statement,
                      GError          **error)
{
  GError *local = NULL;

  while (daftar_statement_next (statement, &local))
    ;
  daftar_statement_reset (statement);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

/* A name that the statement doesn't have is a mistake of ours, not of the data. */
static int
index_of (DaftarStatement *statement,
          const char      *name)
{
  int index = sqlite3_bind_parameter_index (statement->handle, name);

  if (G_UNLIKELY (index == 0))
    g_error ("No parameter %s in: %s", name, sqlite3_sql (statement->handle));
  return index;
}

void
daftar_statement_bind_int (DaftarStatement *statement,
                           const char      *name,
                           gint64           value)
{
  sqlite3_bind_int64 (statement->handle, index_of (statement, name), value);
}

void
daftar_statement_bind_text (DaftarStatement *statement,
                            const char      *name,
                            const char      *value)
{
  g_autofree char *mended = NULL;

  /* A terminal or the name of a file may bring bytes that are no text: nobody could show them again. */
  if (value != NULL && !g_utf8_validate (value, -1, NULL))
    value = mended = g_utf8_make_valid (value, -1);
  sqlite3_bind_text (statement->handle, index_of (statement, name), value, -1, SQLITE_TRANSIENT);
}

void
daftar_statement_bind_data (DaftarStatement *statement,
                            const char      *name,
                            const void      *data,
                            gsize            size)
{
  sqlite3_bind_blob64 (statement->handle, index_of (statement, name), data, size, SQLITE_TRANSIENT);
}

void
daftar_statement_bind_null (DaftarStatement *statement,
                            const char      *name)
{
  sqlite3_bind_null (statement->handle, index_of (statement, name));
}

/* --- By place: for statements that daftar_db_keep() gave. Places count from 1, in the order of the text. --- */

void
daftar_statement_put_int (DaftarStatement *statement,
                          int              index,
                          gint64           value)
{
  sqlite3_bind_int64 (statement->handle, index, value);
}

/* @value must stay until the statement has run. */
void
daftar_statement_put_text (DaftarStatement *statement,
                           int              index,
                           const char      *value)
{
  const char *end;

  if (value == NULL)
    sqlite3_bind_null (statement->handle, index);
  else if (g_utf8_validate (value, -1, &end))
    sqlite3_bind_text (statement->handle, index, value, end - value, SQLITE_STATIC);
  else
    sqlite3_bind_text (statement->handle, index, g_utf8_make_valid (value, -1), -1, g_free);
}

/* @data must stay until the statement has run. */
void
daftar_statement_put_data (DaftarStatement *statement,
                           int              index,
                           const void      *data,
                           gsize            size)
{
  sqlite3_bind_blob64 (statement->handle, index, data, size, SQLITE_STATIC);
}

void
daftar_statement_put_null (DaftarStatement *statement,
                           int              index)
{
  sqlite3_bind_null (statement->handle, index);
}

static void
bind_bytes (DaftarStatement *statement,
            const char      *name,
            GBytes          *bytes)
{
  gsize size = 0;
  const void *data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  if (bytes == NULL)
    daftar_statement_bind_null (statement, name);
  else
    daftar_statement_bind_data (statement, name, data != NULL ? data : "", size);
}

/* Reads the arguments that DB_INT() and its kin make. */
static void
bind_arguments (DaftarStatement *statement,
                va_list          arguments)
{
  const char *spec;

  while ((spec = va_arg (arguments, const char *)) != NULL)
    {
      const char *name = spec + 1;
      gint64 number;

      switch (spec[0])
        {
        case 'i':
          daftar_statement_bind_int (statement, name, va_arg (arguments, gint64));
          break;
        case '0':
          number = va_arg (arguments, gint64);
          if (number != 0)
            daftar_statement_bind_int (statement, name, number);
          else
            daftar_statement_bind_null (statement, name);
          break;
        case 't':
          daftar_statement_bind_text (statement, name, va_arg (arguments, const char *));
          break;
        case 'b':
          bind_bytes (statement, name, va_arg (arguments, GBytes *));
          break;
        default:
          g_assert_not_reached ();
        }
    }
}

static DaftarStatement *
query_valist (DaftarDb    *db,
              GError     **error,
              const char  *sql,
              va_list      arguments)
{
  DaftarStatement *statement = daftar_db_prepare (db, sql, error);

  if (statement != NULL)
    bind_arguments (statement, arguments);
  return statement;
}

/**
 * daftar_db_query:
 * @db: a connection
 * @error: return location for a sentence for the user
 * @sql: one statement
 * @...: DB_INT(), DB_ID(), DB_TEXT() and DB_BLOB() for its parameters, then %NULL
 *
 * Returns: (transfer full) (nullable): the statement, ready for daftar_statement_next()
 */
DaftarStatement *
daftar_db_query (DaftarDb    *db,
                 GError     **error,
                 const char  *sql,
                 ...)
{
  DaftarStatement *statement;
  va_list arguments;

  va_start (arguments, sql);
  statement = query_valist (db, error, sql, arguments);
  va_end (arguments);
  return statement;
}

/**
 * daftar_db_run:
 * @db: a connection
 * @error: return location for a sentence for the user
 * @sql: one statement that gives no rows
 * @...: its parameters as in daftar_db_query(), then %NULL
 *
 * Returns: whether it succeeded
 */
gboolean
daftar_db_run (DaftarDb    *db,
               GError     **error,
               const char  *sql,
               ...)
{
  g_autoptr (DaftarStatement) statement = NULL;
  va_list arguments;

  va_start (arguments, sql);
  statement = query_valist (db, error, sql, arguments);
  va_end (arguments);
  return statement != NULL && daftar_statement_run (statement, error);
}

/**
 * daftar_db_get_int:
 * @db: a connection
 * @value: (out): the first column of the first row; left alone if there is no row or it is NULL
 * @error: return location for a sentence for the user
 * @sql: one statement
 * @...: its parameters as in daftar_db_query(), then %NULL
 *
 * Returns: whether it succeeded, with a row or without
 */
gboolean
daftar_db_get_int (DaftarDb    *db,
                   gint64      *value,
                   GError     **error,
                   const char  *sql,
                   ...)
{
  g_autoptr (DaftarStatement) statement = NULL;
  GError *local = NULL;
  va_list arguments;

  va_start (arguments, sql);
  statement = query_valist (db, error, sql, arguments);
  va_end (arguments);
  if (statement == NULL)
    return FALSE;
  if (daftar_statement_next (statement, &local) && !daftar_statement_is_null (statement, 0))
    *value = daftar_statement_get_int (statement, 0);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

int
daftar_statement_get_n_columns (DaftarStatement *statement)
{
  return sqlite3_column_count (statement->handle);
}

const char *
daftar_statement_get_name (DaftarStatement *statement,
                           int              column)
{
  return sqlite3_column_name (statement->handle, column);
}

gboolean
daftar_statement_is_null (DaftarStatement *statement,
                          int              column)
{
  return sqlite3_column_type (statement->handle, column) == SQLITE_NULL;
}

gint64
daftar_statement_get_int (DaftarStatement *statement,
                          int              column)
{
  return sqlite3_column_int64 (statement->handle, column);
}

/**
 * daftar_statement_get_text:
 * @statement: a statement on a row
 * @column: counted from 0
 *
 * Returns: (nullable): the text, valid until the next step
 */
const char *
daftar_statement_get_text (DaftarStatement *statement,
                           int              column)
{
  return (const char *) sqlite3_column_text (statement->handle, column);
}

/**
 * daftar_statement_get_data:
 * @statement: a statement on a row
 * @column: counted from 0
 * @size: (out): how many bytes
 *
 * Returns: (nullable): the bytes, valid until the next step
 */
const void *
daftar_statement_get_data (DaftarStatement *statement,
                           int              column,
                           gsize           *size)
{
  const void *data = sqlite3_column_blob (statement->handle, column);

  *size = sqlite3_column_bytes (statement->handle, column);
  return data;
}
