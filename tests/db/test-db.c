/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "daftar-db-thread.h"
#include "daftar-db.h"
#include "daftar-error.h"
#include "daftar-migration.h"
#include "test-db-resources.h"

typedef struct
{
  char *folder;
  char *path;
  DaftarDb *db;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("daftar-db-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "shop.daftar", NULL);
  fixture->db = daftar_db_open (fixture->path, DAFTAR_DB_MODE_CREATE, &error);
  g_assert_no_error (error);
  g_assert_true (daftar_db_exec (fixture->db,
                                 "CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT, data BLOB, n INTEGER) STRICT",
                                 &error));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  g_clear_pointer (&fixture->db, daftar_db_close);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static gint64
count (DaftarDb *db)
{
  gint64 n = -1;

  g_assert_true (daftar_db_get_int (db, &n, NULL, "SELECT count(*) FROM t", NULL));
  return n;
}

static void
test_values (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("\0\1\2", 3);
  g_autoptr (GError) error = NULL;
  g_autoptr (DaftarStatement) row = NULL;
  gsize size;

  g_assert_true (daftar_db_run (fixture->db, &error, "INSERT INTO t (text, data, n) VALUES ($text, $data, $n)",
                                DB_TEXT ("text", "أمل'; DROP TABLE t; --"), DB_BLOB ("data", bytes), DB_ID ("n", 0),
                                NULL));
  row = daftar_db_query (fixture->db, &error, "SELECT text, data, n FROM t WHERE text = $text",
                         DB_TEXT ("text", "أمل'; DROP TABLE t; --"), NULL);
  g_assert_true (daftar_statement_next (row, &error));
  g_assert_cmpstr (daftar_statement_get_text (row, 0), ==, "أمل'; DROP TABLE t; --");
  g_assert_cmpmem (daftar_statement_get_data (row, 1, &size), 3, "\0\1\2", 3);
  g_assert_true (daftar_statement_is_null (row, 2));
  g_assert_false (daftar_statement_next (row, &error));
  g_assert_no_error (error);
}

/* The same text twice at the same time is two statements, and both are kept for later. */
static void
test_statements_nest (Fixture      *fixture,
                      gconstpointer data)
{
  const char *sql = "SELECT id FROM t ORDER BY id";

  g_assert_true (daftar_db_exec (fixture->db, "INSERT INTO t (n) VALUES (1), (2), (3)", NULL));
  for (int round = 0; round < 3; round++)
    {
      g_autoptr (DaftarStatement) outer = daftar_db_prepare (fixture->db, sql, NULL);
      int pairs = 0;

      while (daftar_statement_next (outer, NULL))
        {
          g_autoptr (DaftarStatement) inner = daftar_db_prepare (fixture->db, sql, NULL);

          while (daftar_statement_next (inner, NULL))
            pairs++;
        }
      g_assert_cmpint (pairs, ==, 9);
    }
}

static void
test_transaction (Fixture      *fixture,
                  gconstpointer data)
{
  g_assert_true (daftar_db_begin (fixture->db, TRUE, NULL));
  g_assert_true (daftar_db_exec (fixture->db, "INSERT INTO t (n) VALUES (1)", NULL));
  daftar_db_rollback (fixture->db);
  daftar_db_rollback (fixture->db);
  g_assert_cmpint (count (fixture->db), ==, 0);
}

static void
test_constraint (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (daftar_db_exec (fixture->db, "INSERT INTO t (id) VALUES (1)", NULL));
  g_assert_false (daftar_db_exec (fixture->db, "INSERT INTO t (id) VALUES (1)", &error));
  g_assert_error (error, DAFTAR_ERROR, DAFTAR_ERROR_CONFLICT);
}

static void
test_full (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (daftar_db_exec (fixture->db, "PRAGMA max_page_count = 4", NULL));
  g_assert_false (daftar_db_exec (fixture->db, "INSERT INTO t (data) VALUES (zeroblob (100000))", &error));
  g_assert_error (error, DAFTAR_ERROR, DAFTAR_ERROR_FULL);
  g_assert_cmpint (count (fixture->db), ==, 0);
}

static void
test_cancelled (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  gint64 n = 0;

  g_cancellable_cancel (cancellable);
  daftar_db_set_cancellable (fixture->db, cancellable);
  g_assert_false (daftar_db_get_int (fixture->db, &n, &error,
                                     "WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 100000000)"
                                     " SELECT count(*) FROM c",
                                     NULL));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A file that isn't ours is told apart from one that is broken. */
static void
test_not_ours (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (daftar_db_exec (fixture->db, "PRAGMA application_id = 1", NULL));
  g_clear_pointer (&fixture->db, daftar_db_close);
  g_assert_null (daftar_db_open (fixture->path, DAFTAR_DB_MODE_WRITE, &error));
  g_assert_error (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID);
}

/* Bytes that are no text do not get into the file. */
static void
test_not_text (Fixture      *fixture,
               gconstpointer data)
{
  static const char *const names[] = { "N\xff\xfe", "\xc3", "\xed\xa0\x80" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *expected = g_utf8_make_valid (names[i], -1);
      gint64 n = 0;

      g_assert_true (daftar_db_run (fixture->db, NULL, "INSERT INTO t (text) VALUES ($text)", DB_TEXT ("text", names[i]), NULL));
      g_assert_true (daftar_db_get_int (fixture->db, &n, NULL, "SELECT count(*) FROM t WHERE text = $text",
                                        DB_TEXT ("text", expected), NULL));
      g_assert_cmpint (n, ==, 1);
    }
}

/* --- Backup while another connection writes all the time. ------------------------------------------ */

typedef struct
{
  char *path;
  int stop;
  int n;
} Writer;

static gpointer
write_all_the_time (gpointer data)
{
  Writer *writer = data;
  g_autoptr (DaftarDb) db = daftar_db_open (writer->path, DAFTAR_DB_MODE_WRITE, NULL);

  while (!g_atomic_int_get (&writer->stop))
    {
      g_assert_true (daftar_db_exec (db, "INSERT INTO t (data) VALUES (randomblob (2000))", NULL));
      g_atomic_int_inc (&writer->n);
    }
  return NULL;
}

static void
test_backup (Fixture      *fixture,
             gconstpointer data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.daftar", NULL);
  Writer writer = { fixture->path, FALSE, 0 };
  g_autoptr (GThread) thread = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (DaftarDb) backup = NULL;
  gint64 copied;

  g_assert_true (daftar_db_exec (fixture->db,
                                 "WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 8000)"
                                 " INSERT INTO t (data) SELECT randomblob (2000) FROM c",
                                 NULL));
  thread = g_thread_new ("writer", write_all_the_time, &writer);
  while (g_atomic_int_get (&writer.n) < 5)
    g_thread_yield ();
  g_assert_true (daftar_db_backup (fixture->db, copy, NULL, &error));
  g_assert_no_error (error);
  g_atomic_int_set (&writer.stop, TRUE);
  g_thread_join (g_steal_pointer (&thread));

  backup = daftar_db_open (copy, DAFTAR_DB_MODE_READ, &error);
  g_assert_no_error (error);
  g_assert_true (daftar_db_quick_check (backup, &error));
  copied = count (backup);
  g_assert_cmpint (copied, >=, 8000);

  /* Restored over the live file, what came after is gone; another connection sees it. */
  g_assert_true (daftar_db_exec (fixture->db, "DELETE FROM t", NULL));
  g_assert_true (daftar_db_restore (fixture->db, copy, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count (fixture->db), ==, copied);
}

static void
test_backup_cancelled (Fixture      *fixture,
                       gconstpointer data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.daftar", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (daftar_db_backup (fixture->db, copy, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
}

/* --- Migrations. ----------------------------------------------------------------------------------- */

static void
test_migrate (Fixture      *fixture,
              gconstpointer data)
{
  GResource *resource = test_db_get_resource ();
  g_autoptr (GError) error = NULL;
  int version = -1;
  gint64 n = 0;

  g_assert_cmpint (daftar_migration_get_newest (resource, "/good/"), ==, 2);
  g_assert_true (daftar_migration_run (fixture->db, resource, "/good/", &error));
  g_assert_true (daftar_migration_get_version (fixture->db, &version, &error));
  g_assert_cmpint (version, ==, 2);
  g_assert_true (daftar_db_get_int (fixture->db, &n, &error, "SELECT count(*) FROM second", NULL));
  g_assert_true (daftar_migration_run (fixture->db, resource, "/good/", &error));

  g_assert_true (daftar_db_exec (fixture->db, "UPDATE meta SET value = '3' WHERE key = 'schema_version'", NULL));
  g_assert_false (daftar_migration_run (fixture->db, resource, "/good/", &error));
  g_assert_error (error, DAFTAR_ERROR, DAFTAR_ERROR_NEWER);
}

/* A step that fails leaves the file as the step before left it. */
static void
test_migration_fails (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  int version = -1;
  gint64 n = -1;

  g_assert_false (daftar_migration_run (fixture->db, test_db_get_resource (), "/bad/", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_true (daftar_migration_get_version (fixture->db, &version, &error));
  g_assert_cmpint (version, ==, 1);
  g_assert_true (
    daftar_db_get_int (fixture->db, &n, &error, "SELECT count(*) FROM sqlite_schema WHERE name = 'half'", NULL));
  g_assert_cmpint (n, ==, 0);
}

/* --- Threads. -------------------------------------------------------------------------------------- */

typedef struct
{
  GThread *threads[3];
  int n;
} Seen;

static void
note_thread (DaftarDb     *db,
             const GError *open_error,
             gpointer      data)
{
  Seen *seen = data;

  g_assert_nonnull (db);
  seen->threads[seen->n++] = g_thread_self ();
}

static void
test_one_thread (Fixture      *fixture,
                 gconstpointer data)
{
  DaftarDbThread *thread = daftar_db_thread_new ("test", fixture->path, DAFTAR_DB_MODE_WRITE, 1);
  Seen seen = { 0 };

  for (int i = 0; i < 3; i++)
    daftar_db_thread_push (thread, note_thread, &seen);
  daftar_db_thread_free (thread);
  g_assert_cmpint (seen.n, ==, 3);
  g_assert_true (seen.threads[0] == seen.threads[1] && seen.threads[1] == seen.threads[2]);
  g_assert_true (seen.threads[0] != g_thread_self ());
}

static gpointer
use_elsewhere (gpointer data)
{
  daftar_db_exec (data, "SELECT 1", NULL);
  return NULL;
}

static void
test_owner (Fixture      *fixture,
            gconstpointer data)
{
  if (g_test_subprocess ())
    {
      g_thread_join (g_thread_new ("other", use_elsewhere, fixture->db));
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*a thread that does not own it*");
}

/* --- Nothing is left of what was deleted. ----------------------------------------------------------- */

#define N_WORDS 3000
#define WORD 20

static char *
make_word (GRand *rand)
{
  char *word = g_malloc0 (WORD + 1);

  for (int i = 0; i < WORD; i++)
    word[i] = 'a' + g_rand_int_range (rand, 0, 26);
  return word;
}

/* How many of every tenth word stand in the bytes of the file. */
static guint
count_left (const char *path,
            GPtrArray  *words)
{
  g_autofree char *contents = NULL;
  gsize size;
  guint n = 0;

  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
  for (guint i = 0; i < words->len; i += 10)
    n += memmem (contents, size, g_ptr_array_index (words, i), WORD) != NULL;
  return n;
}

static void
scrub (DaftarDb *db)
{
  g_autoptr (GError) error = NULL;

  for (gint64 page = 0; page >= 0;)
    {
      g_assert_true (daftar_db_scrub (db, &page, &error));
      g_assert_no_error (error);
    }
}

/* Short and long rows, so that cells move between pages; then every tenth word goes. */
static void
test_scrub (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  guint before;
  gint64 page = 0;

  g_assert_true (daftar_db_exec (fixture->db, "CREATE INDEX t_text ON t (text)", &error));
  g_assert_true (daftar_db_begin (fixture->db, TRUE, &error));
  for (int i = 0; i < N_WORDS; i++)
    {
      static const int times[] = { 1, 1, 1, 20, 60 };
      GString *text = g_string_new (NULL);

      g_ptr_array_add (words, make_word (rand));
      for (int j = times[g_rand_int_range (rand, 0, G_N_ELEMENTS (times))]; j > 0; j--)
        g_string_append (text, g_ptr_array_index (words, i));
      g_assert_true (daftar_db_run (fixture->db, &error, "INSERT INTO t (text) VALUES ($text)", DB_TEXT ("text", text->str), NULL));
      g_string_free (text, TRUE);
    }
  g_assert_true (daftar_db_commit (fixture->db, &error));
  g_assert_true (daftar_db_exec (fixture->db, "DELETE FROM t WHERE id % 10 = 1; PRAGMA wal_checkpoint(TRUNCATE)", &error));
  before = count_left (fixture->path, words);
  g_test_message ("%u of %u are left before", before, words->len / 10);

  /* While somebody reads what was there nothing is done; afterwards it is. */
  {
    g_autoptr (DaftarDb) reader = daftar_db_open (fixture->path, DAFTAR_DB_MODE_READ, &error);

    g_assert_true (daftar_db_begin (reader, FALSE, &error));
    g_assert_cmpint (count (reader), ==, N_WORDS * 9 / 10);
    g_assert_true (daftar_db_exec (fixture->db, "UPDATE t SET n = 1 WHERE id = 2", &error));
    g_assert_true (daftar_db_scrub (fixture->db, &page, &error));
    g_assert_cmpint (page, ==, 0);
    daftar_db_rollback (reader);
    scrub (fixture->db);
    g_assert_cmpint (count (reader), ==, N_WORDS * 9 / 10);
  }
  g_assert_cmpuint (count_left (fixture->path, words), ==, 0);
  g_assert_true (daftar_db_quick_check (fixture->db, &error));
  g_assert_cmpint (count (fixture->db), ==, N_WORDS * 9 / 10);
  /* The others are all there, in the table and its index. */
  for (guint i = 0; i < words->len; i++)
    {
      gint64 n = -1;

      g_assert_true (daftar_db_get_int (fixture->db, &n, &error,
                                        "SELECT count(*) FROM t WHERE text >= $word AND text < $word || '~'",
                                        DB_TEXT ("word", g_ptr_array_index (words, i)), NULL));
      g_assert_cmpint (n, ==, i % 10 != 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/db/values", test_values);
  ADD ("/db/statements-nest", test_statements_nest);
  ADD ("/db/transaction", test_transaction);
  ADD ("/db/constraint", test_constraint);
  ADD ("/db/full", test_full);
  ADD ("/db/cancelled", test_cancelled);
  ADD ("/db/not-ours", test_not_ours);
  ADD ("/db/not-text", test_not_text);
  ADD ("/db/backup", test_backup);
  ADD ("/db/backup-cancelled", test_backup_cancelled);
  ADD ("/db/migrate", test_migrate);
  ADD ("/db/migration-fails", test_migration_fails);
  ADD ("/db/one-thread", test_one_thread);
  ADD ("/db/owner", test_owner);
  ADD ("/db/scrub", test_scrub);
  return g_test_run ();
}
