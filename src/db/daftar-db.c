/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-db-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <sys/vfs.h>

#include "daftar-bidi.h"
#include "daftar-error.h"

/* How long a writer waits for another process's transaction before it gives up. */

/* Virtual machine steps between two looks at the cancellable: about 0.1 ms. */
#define PROGRESS_STEPS 4000

void
daftar_db_assert_owner (DaftarDb *db)
{
  if (db->owner == NULL)
    db->owner = g_thread_self ();
  if (G_UNLIKELY (db->owner != g_thread_self ()))
    g_error ("A database connection was used from a thread that does not own it");
}

/* Turns SQLite's code into a sentence that says what to do. */
void
daftar_db_set_error (GError    **error,
                     sqlite3    *handle,
                     int         code,
                     const char *path)
{
  const char *detail = handle != NULL ? sqlite3_errmsg (handle) : sqlite3_errstr (code);
  /* A path in an Arabic sentence would begin at the wrong end. */
  g_autofree char *shown = daftar_bidi_ltr (path);

  /* The memory that the connections share is a file too: without room for it there is an I/O error. */
  if ((code & 0xff) == SQLITE_IOERR
      && (code == SQLITE_IOERR_SHMSIZE || (handle != NULL && sqlite3_system_errno (handle) == ENOSPC)))
    code = SQLITE_FULL;
  switch (code & 0xff)
    {
    case SQLITE_FULL:
      g_set_error (error, DAFTAR_ERROR, DAFTAR_ERROR_FULL,
                   _("The disk is full, so nothing was saved. Free some space and try again."));
      break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      g_set_error (error, DAFTAR_ERROR, DAFTAR_ERROR_DAMAGED,
                   _("The shop file “%s” is damaged. Restore the last backup."), shown);
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, DAFTAR_ERROR, DAFTAR_ERROR_BUSY,
                   _("The shop file is in use by another program at the moment. Try again shortly."));
      break;
    case SQLITE_CONSTRAINT:
      g_set_error (error, DAFTAR_ERROR, DAFTAR_ERROR_CONFLICT,
                   _("This doesn’t fit what is already in the shop file (%s)."), detail);
      break;
    case SQLITE_INTERRUPT:
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Stopped."));
      break;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_READONLY:
      g_set_error (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED,
                   _("The shop file “%s” can’t be opened. Check that it exists and that you may write to it."),
                   shown);
      break;
    default:
      g_set_error (error, DAFTAR_ERROR, DAFTAR_ERROR_FAILED, _("The shop file can’t be used: %s."), detail);
      break;
    }
}

static int
progress_cb (void *data)
{
  DaftarDb *db = data;

  return db->cancellable != NULL && g_cancellable_is_cancelled (db->cancellable);
}

/* Nobody asks SQLite how much memory it uses, and counting it takes a lock at every allocation. */
static void
set_up_library (void)
{
  static gsize done = 0;

  if (!g_once_init_enter (&done))
    return;
  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
  g_once_init_leave (&done, 1);
}

/* WAL needs shared memory between the processes that have the file open, which no network file system
 * offers (https://www.sqlite.org/wal.html, section 1). */
static gboolean
is_on_network (const char *path)
{
  struct statfs info;
  g_autofree char *folder = g_path_get_dirname (path);

  if (statfs (folder, &info) != 0)
    return FALSE;
  switch ((unsigned long) info.f_type)
    {
    case 0x6969:     /* NFS */
    case 0x517B:     /* SMB */
    case 0xFF534D42: /* CIFS */
    case 0xFE534D42: /* SMB2 */
    case 0x564c:     /* NCP */
    case 0x01021997: /* 9P */
    case 0x5346414F: /* AFS */
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
set_up_connection (DaftarDb     *db,
                   DaftarDbMode  mode,
                   GError      **error)
{
  sqlite3_extended_result_codes (db->handle, 1);
  sqlite3_progress_handler (db->handle, PROGRESS_STEPS, progress_cb, db);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);

  if (mode == DAFTAR_DB_MODE_CREATE
      && (!daftar_db_exec (db, "PRAGMA page_size = 4096", error)
          || !daftar_db_exec (db, "PRAGMA application_id = 1147233908", error)))
    return FALSE;
  if (mode != DAFTAR_DB_MODE_READ
      && (!daftar_db_exec (db, "PRAGMA journal_mode = WAL", error)
          /* What is deleted is overwritten: the file remembers no customer who was erased. Debian's SQLite does so by
           * itself, others don't. */
          || !daftar_db_exec (db, "PRAGMA secure_delete = ON", error)))
    return FALSE;
  return daftar_db_exec (db, "PRAGMA synchronous = FULL", error)
         && daftar_db_exec (db, "PRAGMA foreign_keys = ON", error)
         /* Who writes may have to sort a million rows: those go to a file, what is small stays in memory all the same. */
         && daftar_db_exec (db, mode == DAFTAR_DB_MODE_READ ? "PRAGMA temp_store = MEMORY" : "PRAGMA temp_store = FILE", error)
         && daftar_db_exec (db, mode == DAFTAR_DB_MODE_READ ? "PRAGMA query_only = ON" : "PRAGMA query_only = OFF", error)
         && daftar_db_exec (db, "PRAGMA cache_size = -4000", error);
}

static gboolean
check_is_shop_file (DaftarDb  *db,
                    GError   **error)
{
  gint64 id = 0;

  if (!daftar_db_get_int (db, &id, error, "PRAGMA application_id", NULL))
    return FALSE;
  if (id == DAFTAR_DB_APPLICATION_ID)
    return TRUE;
  g_set_error (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID,
               _("“%s” is not a Daftar shop file. Choose a file that Daftar made."), db->path);
  return FALSE;
}

/**
 * daftar_db_open:
 * @path: the file, in the file system's encoding
 * @mode: whether to read, write, or make a new file
 * @error: return location for a sentence for the user
 *
 * Opens a connection. The thread that first uses it owns it: every call asserts that.
 *
 * Returns: (transfer full) (nullable): the connection
 */
DaftarDb *
daftar_db_open (const char    *path,
                DaftarDbMode   mode,
                GError       **error)
{
  g_autoptr (DaftarDb) db = g_new0 (DaftarDb, 1);
  int flags = mode == DAFTAR_DB_MODE_CREATE ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READWRITE;
  int code;

  db->path = g_strdup (path);
  db->owner = g_thread_self ();
  g_datalist_init (&db->data);
  db->statements = g_hash_table_new (g_str_hash, g_str_equal);
  db->kept = g_hash_table_new (g_str_hash, g_str_equal);
  set_up_library ();
  if (is_on_network (path))
    {
      g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED,
                           _("The shop file can’t be kept on a network folder, where it would be damaged sooner or "
                             "later. Keep it on this computer and put the backups on the network folder instead."));
      return NULL;
    }
  code = sqlite3_open_v2 (path, &db->handle, flags | SQLITE_OPEN_NOMUTEX, NULL);
  if (code != SQLITE_OK)
    {
      daftar_db_set_error (error, db->handle, code, path);
      return NULL;
    }
  /* Before the first read: another process may just be recovering the log. */
  sqlite3_busy_timeout (db->handle, DAFTAR_DB_BUSY_MS);
  /* SQLite would open what may not be written to for reading alone, and every saving would fail. */
  if (mode != DAFTAR_DB_MODE_READ && sqlite3_db_readonly (db->handle, "main") == 1)
    {
      daftar_db_set_error (error, db->handle, SQLITE_READONLY, path);
      return NULL;
    }
  if ((mode != DAFTAR_DB_MODE_CREATE && !check_is_shop_file (db, error)) || !set_up_connection (db, mode, error))
    return NULL;
  db->owner = NULL;
  return g_steal_pointer (&db);
}

/* Takes the table. Its keys are the statements' own texts. */
static void
finalize_statements (GHashTable *statements)
{
  GHashTableIter iter;
  gpointer statement;

  g_hash_table_iter_init (&iter, statements);
  while (g_hash_table_iter_next (&iter, NULL, &statement))
    {
      g_hash_table_iter_steal (&iter);
      sqlite3_finalize (*(sqlite3_stmt **) statement);
      g_free (statement);
    }
  g_hash_table_unref (statements);
}

/**
 * daftar_db_close:
 * @db: (transfer full): a connection
 *
 * Closes the connection and frees its statements.
 */
void
daftar_db_close (DaftarDb *db)
{
  finalize_statements (db->statements);
  finalize_statements (db->kept);
  g_datalist_clear (&db->data);
  sqlite3_close_v2 (db->handle);
  g_clear_object (&db->cancellable);
  g_free (db->path);
  g_free (db);
}

const char *
daftar_db_get_path (DaftarDb *db)
{
  return db->path;
}

/**
 * daftar_db_set_cancellable:
 * @db: a connection
 * @cancellable: (nullable): stops the statement that runs on @db when it is cancelled
 */
void
daftar_db_set_cancellable (DaftarDb     *db,
                           GCancellable *cancellable)
{
  daftar_db_assert_owner (db);
  g_set_object (&db->cancellable, cancellable);
}

/**
 * daftar_db_get_data:
 * @db: a connection
 * @key: a name
 *
 * Returns: (transfer none) (nullable): what daftar_db_set_data() kept under that name
 */
gpointer
daftar_db_get_data (DaftarDb   *db,
                    const char *key)
{
  return g_datalist_get_data (&db->data, key);
}

/**
 * daftar_db_set_data:
 * @db: a connection
 * @key: a name
 * @data: (transfer full): something that is costly to make and belongs to one thread
 * @destroy: frees @data with the connection
 */
void
daftar_db_set_data (DaftarDb       *db,
                    const char     *key,
                    gpointer        data,
                    GDestroyNotify  destroy)
{
  g_datalist_id_set_data_full (&db->data, g_quark_from_string (key), data, destroy);
}

/**
 * daftar_db_exec:
 * @db: a connection
 * @sql: one or more statements without parameters
 * @error: return location for a sentence for the user
 *
 * Returns: whether all of them ran
 */
gboolean
daftar_db_exec (DaftarDb    *db,
                const char  *sql,
                GError     **error)
{
  int code;

  daftar_db_assert_owner (db);
  code = sqlite3_exec (db->handle, sql, NULL, NULL, NULL);
  if (code == SQLITE_OK)
    return TRUE;
  daftar_db_set_error (error, db->handle, code, db->path);
  return FALSE;
}

/**
 * daftar_db_begin:
 * @db: a connection
 * @immediate: whether the transaction will write. A read that turns into a write after somebody else's
 *   commit fails at once, so who writes says so at the start.
 * @error: return location for a sentence for the user
 */
gboolean
daftar_db_begin (DaftarDb  *db,
                 gboolean   immediate,
                 GError   **error)
{
  return daftar_db_exec (db, immediate ? "BEGIN IMMEDIATE" : "BEGIN", error);
}

gboolean
daftar_db_commit (DaftarDb  *db,
                  GError   **error)
{
  return daftar_db_exec (db, "COMMIT", error);
}

/**
 * daftar_db_rollback:
 * @db: a connection
 *
 * Takes back the running transaction. SQLite does so by itself after some errors (a full disk), so that
 * there being none any more is no error.
 */
void
daftar_db_rollback (DaftarDb *db)
{
  daftar_db_assert_owner (db);
  if (!sqlite3_get_autocommit (db->handle))
    sqlite3_exec (db->handle, "ROLLBACK", NULL, NULL, NULL);
}

gint64
daftar_db_get_last_id (DaftarDb *db)
{
  daftar_db_assert_owner (db);
  return sqlite3_last_insert_rowid (db->handle);
}

gint64
daftar_db_get_changes (DaftarDb *db)
{
  daftar_db_assert_owner (db);
  return sqlite3_changes64 (db->handle);
}

/**
 * daftar_db_get_data_version:
 * @db: a connection
 *
 * Returns: a number that changes when another connection, also of another process, commits
 */
gint64
daftar_db_get_data_version (DaftarDb *db)
{
  gint64 version = 0;

  daftar_db_get_int (db, &version, NULL, "PRAGMA data_version", NULL);
  return version;
}
