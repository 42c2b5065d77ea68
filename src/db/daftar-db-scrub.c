/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-db-private.h"

#include <string.h>

/* SQLite overwrites what is deleted, but not what it moved: when a page of a tree is split or joined with another, old
 * copies of its cells stay in the space between its directory and its content, and go into every backup. No statement
 * reaches them. This sets that space to zero, in the file itself, as its format says
 * (https://www.sqlite.org/fileformat2.html#b_tree_pages). It is done while nobody can write and the log is empty, so
 * that no other version of a page exists; what is changed means nothing to anybody. At the end of each stretch a commit
 * makes all connections forget the pages that they keep in memory. */

/* 64 MB are looked through before others may write. */
#define STRETCH_PAGES 16384
#define PAGES_AT_ONCE 64
#define MAX_PAGE_SIZE 65536

/* Above this the first byte of a page that isn't part of a tree could look as if it were. */
#define MAX_PAGES (1 << 25)

enum
{
  INDEX_INTERIOR = 2,
  TABLE_INTERIOR = 5,
  INDEX_LEAF = 10,
  TABLE_LEAF = 13,
};

static guint
get_u16 (const guint8 *bytes)
{
  return bytes[0] << 8 | bytes[1];
}

static guint32
get_u32 (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | bytes[1] << 16 | bytes[2] << 8 | bytes[3];
}

static gboolean
clear (guint8 *page,
       guint   start,
       guint   end)
{
  gboolean dirty = FALSE;

  for (guint i = start; i < end && !dirty; i++)
    dirty = page[i] != 0;
  if (dirty)
    memset (page + start, 0, end - start);
  return dirty;
}

/* What deleted cells left: each block begins with the place of the next and its own size. */
static gboolean
clear_free_blocks (guint8 *page,
                   guint   first,
                   guint   usable)
{
  gboolean dirty = FALSE;

  while (first != 0 && first + 4 <= usable)
    {
      guint next = get_u16 (page + first), size = get_u16 (page + first + 2);

      if (size < 4 || first + size > usable || (next != 0 && next < first + size))
        return dirty;
      dirty |= clear (page, first + 4, first + size);
      first = next;
    }
  return dirty;
}

/* Whether there was anything in the unused space of a page. */
static gboolean
scrub_page (guint8 *page,
            guint   begin,
            guint   usable)
{
  guint8 type = page[begin];
  guint start, content;

  if (type != INDEX_INTERIOR && type != TABLE_INTERIOR && type != INDEX_LEAF && type != TABLE_LEAF)
    return FALSE;
  start = begin + (type == INDEX_INTERIOR || type == TABLE_INTERIOR ? 12 : 8) + 2 * get_u16 (page + begin + 3);
  content = get_u16 (page + begin + 5);
  if (content == 0)
    content = MAX_PAGE_SIZE;
  if (start > content || content > usable)
    return FALSE;
  return clear (page, start, content) | clear_free_blocks (page, get_u16 (page + begin + 1), usable);
}

typedef struct
{
  sqlite3_file *file;
  guint page_size;
  guint usable;
  gint64 n_pages;
} Pages;

static int
scrub_some (Pages   *pages,
            guint8  *buffer,
            gint64   first,
            int      n)
{
  const sqlite3_io_methods *io = pages->file->pMethods;
  int code = io->xRead (pages->file, buffer, n * pages->page_size, first * pages->page_size);

  for (int i = 0; code == SQLITE_OK && i < n; i++)
    {
      guint8 *page = buffer + i * pages->page_size;
      gint64 number = first + i;

      /* The file's own header stands before the first page's. */
      if (scrub_page (page, number == 0 ? 100 : 0, pages->usable))
        code = io->xWrite (pages->file, page, pages->page_size, number * pages->page_size);
    }
  return code;
}

static int
read_header (Pages *pages)
{
  const sqlite3_io_methods *io = pages->file->pMethods;
  guint8 header[100];
  sqlite3_int64 size = 0;
  int code = io->xRead (pages->file, header, sizeof header, 0);

  if (code == SQLITE_OK)
    code = io->xFileSize (pages->file, &size);
  if (code != SQLITE_OK)
    return code;
  pages->page_size = get_u16 (header + 16) == 1 ? MAX_PAGE_SIZE : get_u16 (header + 16);
  pages->usable = pages->page_size - header[20];
  pages->n_pages = pages->page_size >= 512 ? size / pages->page_size : 0;
  /* With pages that map pointers, or so many that they can't be told apart, it is left as it is. */
  if (get_u32 (header + 52) != 0 || pages->n_pages >= MAX_PAGES)
    pages->n_pages = 0;
  return SQLITE_OK;
}

static int
scrub_stretch (DaftarDb *db,
               gint64   *page)
{
  Pages pages = { 0 };
  g_autofree guint8 *buffer = NULL;
  int code = sqlite3_file_control (db->handle, "main", SQLITE_FCNTL_FILE_POINTER, &pages.file);
  gint64 end;

  if (code != SQLITE_OK || (code = read_header (&pages)) != SQLITE_OK)
    return code;
  buffer = g_malloc (PAGES_AT_ONCE * pages.page_size);
  end = MIN (*page + STRETCH_PAGES, pages.n_pages);
  while (code == SQLITE_OK && *page < end)
    {
      int n = MIN (PAGES_AT_ONCE, end - *page);

      code = scrub_some (&pages, buffer, *page, n);
      *page += n;
    }
  if (code == SQLITE_OK)
    code = pages.file->pMethods->xSync (pages.file, SQLITE_SYNC_NORMAL);
  if (*page >= pages.n_pages)
    *page = -1;
  return code;
}

/* Waiting for those who read holds up those who want to write: not for long. */
#define PATIENCE_MS 200

/**
 * daftar_db_empty_log:
 * @db: a connection that writes, outside a transaction
 * @empty: (out): whether the log is empty now; somebody who reads at the moment keeps it from that
 * @error: return location for a sentence for the user
 *
 * Brings what was written into the file and empties the log beside it, in which older contents still stand.
 */
gboolean
daftar_db_empty_log (DaftarDb  *db,
                     gboolean  *empty,
                     GError   **error)
{
  gint64 busy = 1;
  gboolean done;

  daftar_db_assert_owner (db);
  *empty = FALSE;
  /* Most of it while others write: what empties the log keeps them waiting for as long as there is something left. */
  if (!daftar_db_exec (db, "PRAGMA wal_checkpoint(PASSIVE)", error))
    return FALSE;
  sqlite3_busy_timeout (db->handle, PATIENCE_MS);
  done = daftar_db_get_int (db, &busy, error, "PRAGMA wal_checkpoint(TRUNCATE)", NULL);
  sqlite3_busy_timeout (db->handle, DAFTAR_DB_BUSY_MS);
  *empty = done && busy == 0;
  return done;
}

/* Whether the file is all there is: no version of a page stands in the log. */
static gboolean
is_log_empty (DaftarDb *db)
{
  sqlite3_file *log = NULL;
  sqlite3_int64 size = -1;

  return sqlite3_file_control (db->handle, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log) == SQLITE_OK && log != NULL
         && log->pMethods != NULL && log->pMethods->xFileSize (log, &size) == SQLITE_OK && size == 0;
}

/**
 * daftar_db_scrub:
 * @db: a connection that writes, outside a transaction
 * @page: (inout): where to go on, from 0; -1 when the whole file was looked through
 * @error: return location for a sentence for the user
 *
 * Overwrites what was moved or deleted in a stretch of the file. While somebody reads, which keeps the log from being
 * emptied, nothing is done: try again.
 *
 * Returns: whether nothing went wrong
 */
gboolean
daftar_db_scrub (DaftarDb  *db,
                 gint64    *page,
                 GError   **error)
{
  gboolean empty = FALSE;
  gint64 version = 0;
  g_autofree char *mark = NULL;
  int code = SQLITE_OK;

  daftar_db_assert_owner (db);
  if (!daftar_db_empty_log (db, &empty, error)
      || !daftar_db_get_int (db, &version, error, "PRAGMA user_version", NULL))
    return FALSE;
  if (!empty)
    return TRUE;
  if (!daftar_db_begin (db, TRUE, error))
    return FALSE;
  if (is_log_empty (db))
    code = scrub_stretch (db, page);
  if (code != SQLITE_OK)
    {
      daftar_db_rollback (db);
      daftar_db_set_error (error, NULL, code, db->path);
      return FALSE;
    }
  mark = g_strdup_printf ("PRAGMA user_version = %d", (int) ((version + 1) & 0x7fff));
  if (daftar_db_exec (db, mark, error) && daftar_db_commit (db, error))
    return TRUE;
  daftar_db_rollback (db);
  return FALSE;
}
