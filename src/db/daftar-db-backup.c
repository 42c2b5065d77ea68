/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-db-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "daftar-error.h"

/* 4 MB a step: the longest was measured at 6.6 ms. */
#define BACKUP_PAGES 1000

static gboolean
step_to_end (DaftarDb        *db,
             sqlite3_backup  *backup,
             GCancellable    *cancellable,
             GError         **error)
{
  int code;

  do
    {
      code = sqlite3_backup_step (backup, BACKUP_PAGES);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }
  while (code == SQLITE_OK);
  if (code == SQLITE_DONE)
    return TRUE;
  daftar_db_set_error (error, NULL, code, db->path);
  return FALSE;
}

static gboolean
copy_pages (DaftarDb      *db,
            sqlite3       *from,
            sqlite3       *to,
            GCancellable  *cancellable,
            GError       **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (to, "main", from, "main");
  gboolean done;

  if (backup == NULL)
    {
      daftar_db_set_error (error, to, sqlite3_errcode (to), db->path);
      return FALSE;
    }
  done = step_to_end (db, backup, cancellable, error);
  sqlite3_backup_finish (backup);
  return done;
}

/* A copy in WAL mode would drag two more files along: a backup is one file. */
static gboolean
finish_copy (DaftarDb  *db,
             sqlite3   *copy,
             GError   **error)
{
  int code = sqlite3_exec (copy, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;
  daftar_db_set_error (error, copy, code, db->path);
  return FALSE;
}

/**
 * daftar_db_backup:
 * @db: the connection whose file is copied
 * @path: the copy, a path where there is no file yet
 * @cancellable: (nullable): stops the copying
 * @error: return location for a sentence for the user
 *
 * Copies the file while others read and write it. The steps run inside one read transaction: a stepped
 * backup without one starts over after each commit of another connection and never ends in a busy shop.
 * On failure nothing is left at @path.
 *
 * Returns: whether the copy is whole
 */
gboolean
daftar_db_backup (DaftarDb      *db,
                  const char    *path,
                  GCancellable  *cancellable,
                  GError       **error)
{
  sqlite3 *copy = NULL;
  gint64 tables = 0;
  gboolean done;
  int code;

  daftar_db_assert_owner (db);
  code = sqlite3_open_v2 (path, &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
  if (code != SQLITE_OK)
    {
      daftar_db_set_error (error, copy, code, path);
      sqlite3_close (copy);
      return FALSE;
    }
  /* The first read is what takes the snapshot. */
  done = daftar_db_begin (db, FALSE, error)
         && daftar_db_get_int (db, &tables, error, "SELECT count(*) FROM sqlite_schema", NULL)
         && copy_pages (db, db->handle, copy, cancellable, error);
  daftar_db_rollback (db);
  done = done && finish_copy (db, copy, error);
  sqlite3_close (copy);
  if (!done)
    g_unlink (path);
  return done;
}

/**
 * daftar_db_restore:
 * @db: the connection whose file is replaced
 * @path: the backup
 * @error: return location for a sentence for the user
 *
 * Copies a backup into the live file, as one transaction that other processes see like any other commit:
 * the file itself is never moved under them.
 *
 * Returns: whether it succeeded; if not, the file is as it was
 */
gboolean
daftar_db_restore (DaftarDb    *db,
                   const char  *path,
                   GError     **error)
{
  sqlite3 *source = NULL;
  gboolean done;
  int code;

  daftar_db_assert_owner (db);
  code = sqlite3_open_v2 (path, &source, SQLITE_OPEN_READONLY, NULL);
  if (code != SQLITE_OK)
    {
      daftar_db_set_error (error, source, code, path);
      sqlite3_close (source);
      return FALSE;
    }
  done = copy_pages (db, source, db->handle, NULL, error);
  sqlite3_close (source);
  /* The backup is not in WAL mode, and its header came along with its pages. */
  return done && daftar_db_exec (db, "PRAGMA journal_mode = WAL", error);
}

/**
 * daftar_db_quick_check:
 * @db: a connection
 * @error: return location for a sentence for the user
 *
 * Returns: whether SQLite finds the file sound
 */
gboolean
daftar_db_quick_check (DaftarDb  *db,
                       GError   **error)
{
  g_autoptr (DaftarStatement) statement = daftar_db_query (db, error, "PRAGMA quick_check(1)", NULL);

  if (statement == NULL || !daftar_statement_next (statement, error))
    return FALSE;
  if (g_strcmp0 (daftar_statement_get_text (statement, 0), "ok") == 0)
    return TRUE;
  daftar_db_set_error (error, NULL, SQLITE_CORRUPT, db->path);
  return FALSE;
}
