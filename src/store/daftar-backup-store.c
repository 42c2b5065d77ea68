/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-backup-store.h"

#include <glib/gstdio.h>

#include "daftar-customer-derive.h"
#include "daftar-db.h"
#include "daftar-erase-store.h"
#include "daftar-erased-store.h"
#include "daftar-migration.h"
#include "daftar-row.h"
#include "daftar-store-open.h"

void
daftar_file_info_free (DaftarFileInfo *self)
{
  g_free (self->shop);
  g_free (self);
}

/**
 * daftar_backup_store_copy:
 * @shop_path: the shop file
 * @target: the copy, where there is no file yet
 * @cancellable: (nullable): stops it
 * @error: return location for a sentence for the user
 *
 * Copies the shop file while others read and write it, on a connection of its own.
 */
gboolean
daftar_backup_store_copy (const char    *shop_path,
                          const char    *target,
                          GCancellable  *cancellable,
                          GError       **error)
{
  g_autoptr (DaftarDb) db = daftar_db_open (shop_path, DAFTAR_DB_MODE_READ, error);

  return db != NULL && daftar_db_backup (db, target, cancellable, error);
}

static gboolean
count (DaftarDb      *db,
       gint64        *n,
       const char    *sql,
       GError       **error)
{
  return daftar_db_get_int (db, n, error, sql, NULL);
}

static gboolean
read_info (DaftarDb        *db,
           DaftarFileInfo  *info,
           GError         **error)
{
  g_autoptr (DaftarStatement) shop = daftar_db_query (db, error, "SELECT name FROM shop", NULL);

  if (shop == NULL)
    return FALSE;
  if (daftar_statement_next (shop, NULL))
    info->shop = g_strdup (daftar_statement_get_text (shop, 0));
  return count (db, &info->n_customers, "SELECT count(*) FROM customer WHERE deleted_at IS NULL", error)
         && count (db, &info->n_tickets, "SELECT count(*) FROM ticket WHERE deleted_at IS NULL", error)
         && count (db, &info->n_deals, "SELECT count(*) FROM deal WHERE deleted_at IS NULL", error)
         && count (db, &info->n_follow_ups, "SELECT count(*) FROM follow_up WHERE deleted_at IS NULL", error)
         && count (db, &info->n_purchases, "SELECT count(*) FROM purchase WHERE deleted_at IS NULL", error)
         && count (db, &info->seq, "SELECT max(seq) FROM change_log", error);
}

/**
 * daftar_backup_store_verify:
 * @path: a backup or any shop file
 * @error: return location for a sentence for the user, also for a file of a newer version
 *
 * Opens it, has SQLite look through it and counts what is in it.
 *
 * Returns: (transfer full) (nullable): what is in it, if it is sound
 */
DaftarFileInfo *
daftar_backup_store_verify (const char  *path,
                            GError     **error)
{
  g_autoptr (DaftarDb) db = daftar_db_open (path, DAFTAR_DB_MODE_READ, error);
  g_autoptr (DaftarFileInfo) info = g_new0 (DaftarFileInfo, 1);
  int newest = daftar_migration_get_newest (daftar_sql_get_resource (), DAFTAR_SQL_FOLDER), version = 0;

  if (db == NULL || !daftar_migration_get_version (db, &version, error)
      || (version > newest && !daftar_migration_check (db, newest, error)) || !daftar_db_quick_check (db, error)
      || !read_info (db, info, error))
    return NULL;
  return g_steal_pointer (&info);
}

/* Everybody who has the file open hears that all of it is other now: the log goes on where it was before. */
static gboolean
tell_everybody (DaftarDb  *db,
                gint64     seq,
                GError   **error)
{
  gint64 restored = 0;

  if (!daftar_db_get_int (db, &restored, error, "SELECT max(seq) FROM change_log", NULL))
    return FALSE;
  seq = MAX (seq, restored);
  for (int kind = DAFTAR_KIND_ANY + 1; kind < DAFTAR_N_KINDS; kind++)
    if (!daftar_db_run (db, error, "INSERT INTO change_log (seq, kind, id, op) VALUES ($seq, $kind, NULL, $op)",
                        DB_INT ("seq", ++seq), DB_INT ("kind", kind), DB_INT ("op", DAFTAR_OP_CHANGED), NULL))
      return FALSE;
  return TRUE;
}

/* --- Who was erased stays so. ------------------------------------------------------------------------ */

static void
remove_copy (const char *path)
{
  static const char *const ends[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *name = g_strconcat (path, ends[i], NULL);

      g_unlink (name);
    }
}

static gboolean
run_again (DaftarDb      *db,
           DaftarErased  *erased,
           int           *n_erased,
           GError       **error)
{
  /* Erased is who was erased by then. */
  gint64 then = g_array_index (erased->moments, gint64, erased->moments->len - 1);
  DaftarTxn txn = { .reader = { db, then, NULL }, .operation = "customer.erase", .changes = daftar_changes_new () };
  gboolean done = daftar_db_begin (db, TRUE, error);

  if (done)
    {
      done = daftar_erased_write (erased, db, error) && daftar_erase_store_again (&txn, n_erased, error)
             && daftar_db_commit (db, error);
      if (!done)
        daftar_db_rollback (db);
    }
  daftar_changes_unref (txn.changes);
  return done;
}

/* Nobody works with the copy, so that it is swept in one go. */
static gboolean
sweep (DaftarDb  *db,
       GError   **error)
{
  return daftar_db_exec (db,
                         "INSERT INTO customer_fts (customer_fts) VALUES ('optimize');"
                         "INSERT INTO customer_all (customer_all) VALUES ('optimize');"
                         "INSERT INTO customer_tri (customer_tri) VALUES ('optimize');"
                         "INSERT INTO point_tri (point_tri) VALUES ('optimize');"
                         "INSERT INTO ticket_fts (ticket_fts) VALUES ('optimize');"
                         "INSERT INTO deal_fts (deal_fts) VALUES ('optimize');"
                         "DELETE FROM meta WHERE key = 'erase_pending';"
                         /* The file written anew may be larger than the memory. */
                         "PRAGMA temp_store = FILE; VACUUM",
                         error);
}

/* Erases in a copy of the backup whom the shop erased since that was made: they never come back into the file, not even
 * for a moment. */
static gboolean
erase_in_copy (const char    *copy,
               DaftarErased  *erased,
               GError       **error)
{
  g_autoptr (DaftarDb) db = NULL;
  gint64 seq = 0;
  int n_erased = 0;

  return daftar_store_prepare_file (copy, FALSE, &seq, error)
         && (db = daftar_db_open (copy, DAFTAR_DB_MODE_WRITE, error)) != NULL && run_again (db, erased, &n_erased, error)
         && (n_erased == 0 || sweep (db, error));
}

static DaftarErased *
read_erased (const char  *shop_path,
             GError     **error)
{
  g_autoptr (DaftarDb) db = daftar_db_open (shop_path, DAFTAR_DB_MODE_READ, error);

  return db != NULL ? daftar_erased_read (db, error) : NULL;
}

static gboolean
restore_into (const char  *shop_path,
              const char  *backup,
              GError     **error)
{
  g_autoptr (DaftarDb) db = daftar_db_open (shop_path, DAFTAR_DB_MODE_WRITE, error);
  gint64 seq = 0;

  return db != NULL && daftar_db_get_int (db, &seq, NULL, "SELECT max(seq) FROM change_log", NULL)
         && daftar_db_restore (db, backup, error) && tell_everybody (db, seq, error);
}

/**
 * daftar_backup_store_restore:
 * @shop_path: the shop file, which others may have open
 * @backup: a backup that was verified
 * @error: return location for a sentence for the user
 *
 * Copies a backup into the live file and brings it to this program's version. Who was erased since the backup was made
 * does not come back with it.
 */
gboolean
daftar_backup_store_restore (const char  *shop_path,
                             const char  *backup,
                             GError     **error)
{
  g_autoptr (DaftarErased) erased = read_erased (shop_path, error);
  g_autofree char *copy = g_strconcat (shop_path, ".restoring", NULL);
  gboolean done;
  gint64 seq = 0;

  if (erased == NULL)
    return FALSE;
  if (erased->hashes->len == 0)
    return restore_into (shop_path, backup, error) && daftar_store_prepare_file (shop_path, FALSE, &seq, error);
  remove_copy (copy);
  done = daftar_backup_store_copy (backup, copy, NULL, error) && g_chmod (copy, 0600) == 0
         && erase_in_copy (copy, erased, error) && restore_into (shop_path, copy, error)
         && daftar_store_prepare_file (shop_path, FALSE, &seq, error);
  remove_copy (copy);
  return done;
}

/* --- What the daily backup remembers. -------------------------------------------------------------- */

gint64
daftar_backup_store_get_seq (DaftarReader  *reader,
                             GError       **error)
{
  gint64 seq = 0;

  daftar_db_get_int (READER_DB (reader), &seq, error, "SELECT max(seq) FROM change_log", NULL);
  return seq;
}

/* The last change that stands in a backup; -1 if there is none. */
gint64
daftar_backup_store_get_mark (DaftarReader  *reader,
                              GError       **error)
{
  gint64 mark = -1;

  daftar_db_get_int (READER_DB (reader), &mark, error,
                     "SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'backup_seq'", NULL);
  return mark;
}

gboolean
daftar_backup_store_set_mark (DaftarTxn  *txn,
                              gint64      seq,
                              GError    **error)
{
  return daftar_db_run (TXN_DB (txn), error,
                        "INSERT INTO meta (key, value) VALUES ('backup_seq', $seq)"
                        " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                        DB_INT ("seq", seq), NULL);
}

/* --- Is everything as it should be? ---------------------------------------------------------------- */

static gint64
count_rows (DaftarDb    *db,
            const char  *sql,
            GError     **error)
{
  g_autoptr (DaftarStatement) rows = daftar_db_query (db, error, sql, NULL);
  gint64 n = 0;

  while (rows != NULL && daftar_statement_next (rows, error))
    n++;
  return n;
}

/* The search indexes against what they index. A difference is an error of SQLite's, not of ours. */
static gint64
check_search (DaftarDb *db)
{
  static const char *const indexes[] = { "customer_fts", "customer_all", "customer_tri",
                                         "point_tri",    "ticket_fts",   "deal_fts" };
  gint64 n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (indexes); i++)
    {
      g_autofree char *sql =
        g_strdup_printf ("INSERT INTO %s (%s, rank) VALUES ('integrity-check', 1)", indexes[i], indexes[i]);

      n += !daftar_db_exec (db, sql, NULL);
    }
  return n;
}

/* Columns that are computed from others. */
static gint64
check_folds (DaftarDb *db,
             GError  **error)
{
  g_autoptr (DaftarStatement) rows =
    daftar_db_query (db, error,
                     "SELECT name_fold, name_alt, more_fold, rest_fold, id, name, nickname, company, city, tags, note"
                     " FROM customer",
                     NULL);
  gint64 n = 0;

  while (rows != NULL && daftar_statement_next (rows, error))
    {
      g_autoptr (DaftarCustomer) customer = daftar_row_read (rows, DAFTAR_TYPE_CUSTOMER);

      daftar_customer_fold (customer);
      n += g_strcmp0 (customer->name_fold, daftar_statement_get_text (rows, 0)) != 0
           || g_strcmp0 (customer->name_alt, daftar_statement_get_text (rows, 1)) != 0
           || g_strcmp0 (customer->more_fold, daftar_statement_get_text (rows, 2)) != 0
           || g_strcmp0 (customer->rest_fold, daftar_statement_get_text (rows, 3)) != 0;
    }
  return n;
}

static gint64
check_numbers (DaftarDb *db,
               GError  **error)
{
  g_autoptr (DaftarStatement) rows = daftar_db_query (
    db, error, "SELECT p.id, p.kind, p.value, p.norm, (SELECT country FROM shop) FROM contact_point p", NULL);
  gint64 n = 0;

  while (rows != NULL && daftar_statement_next (rows, error))
    {
      g_autoptr (DaftarContactPoint) point = daftar_contact_point_new ();

      point->kind = daftar_statement_get_int (rows, 1);
      point->value = g_strdup (daftar_statement_get_text (rows, 2));
      daftar_contact_point_normalise (db, point, daftar_statement_get_text (rows, 4), NULL);
      n += g_strcmp0 (point->norm, daftar_statement_get_text (rows, 3)) != 0;
    }
  return n;
}

/**
 * daftar_check_store_run:
 * @txn: a handle
 * @error: return location for a sentence for the user
 *
 * Looks whether everything in the file fits together.
 *
 * Returns: (transfer full) (nullable) (element-type DaftarFinding): what was looked at, with what is wrong
 */
GArray *
daftar_check_store_run (DaftarTxn  *txn,
                        GError    **error)
{
  DaftarDb *db = TXN_DB (txn);
  GArray *findings = g_array_new (FALSE, FALSE, sizeof (DaftarFinding));
  GError *local = NULL;
  DaftarFinding found[] = {
    { "file", count_rows (db, "SELECT * FROM pragma_integrity_check WHERE integrity_check <> 'ok'", &local) },
    { "references", local == NULL ? count_rows (db, "SELECT * FROM pragma_foreign_key_check", &local) : 0 },
    { "search", local == NULL ? check_search (db) : 0 },
    { "folds", local == NULL ? check_folds (db, &local) : 0 },
    { "numbers", local == NULL ? check_numbers (db, &local) : 0 },
    { "order", local == NULL ? count_rows (db,
                                           "SELECT id FROM customer c WHERE deleted_at IS NULL AND NOT EXISTS"
                                           " (SELECT * FROM customer_key k WHERE k.customer_id = c.id AND k.collator ="
                                           " (SELECT value FROM meta WHERE key = 'collator'))",
                                           &local)
                             : 0 },
    { "tickets", local == NULL
                   ? count_rows (db, "SELECT id FROM ticket WHERE next_at IS NULL AND status NOT IN (4, 5, 6)", &local)
                   : 0 },
  };

  if (local != NULL)
    {
      g_propagate_error (error, local);
      g_array_unref (findings);
      return NULL;
    }
  g_array_append_vals (findings, found, G_N_ELEMENTS (found));
  return findings;
}
