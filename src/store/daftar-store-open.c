/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-store-open.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "daftar-error.h"
#include "daftar-migration.h"
#include "daftar-refold.h"
#include "daftar-store-private.h"

/* A file of ours that holds customers is for its owner's eyes. */
#define FILE_MODE 0600
#define FOLDER_MODE 0700

static gboolean
make_folder (const char  *path,
             GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, FOLDER_MODE) == 0)
    return TRUE;
  g_set_error (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED,
               _("The folder “%s” can’t be made (%s). Choose another place for the shop file."), folder,
               g_strerror (errno));
  return FALSE;
}

static DaftarDb *
open_file (const char  *path,
           gboolean     create,
           GError     **error)
{
  GStatBuf info;
  gboolean exists = g_stat (path, &info) == 0;
  DaftarDb *db;

  /* An empty file that is only to be looked at stays empty: it may be anybody's. */
  if ((!exists || info.st_size == 0) && !create)
    {
      g_set_error (error, DAFTAR_ERROR, DAFTAR_ERROR_NOT_FOUND, _("There is no shop file “%s”."), path);
      return NULL;
    }
  if (!exists && !make_folder (path, error))
    return NULL;
  /* An empty file is what an interrupted start leaves. */
  db = daftar_db_open (path, exists && info.st_size > 0 ? DAFTAR_DB_MODE_WRITE : DAFTAR_DB_MODE_CREATE, error);
  if (db != NULL && !exists)
    g_chmod (path, FILE_MODE);
  return db;
}

/**
 * daftar_store_prepare_file:
 * @path: the shop file
 * @create: whether to make it if there is none
 * @last_seq: (out): the newest entry of its change log: what comes after is news
 * @error: return location for a sentence for the user
 *
 * Makes sure that the file is a sound shop file of the version that this program is written for, its
 * search columns folded and its sort keys made as this program does.
 *
 * Returns: whether it is
 */
gboolean
daftar_store_prepare_file (const char  *path,
                           gboolean     create,
                           gint64      *last_seq,
                           GError     **error)
{
  g_autoptr (DaftarDb) db = open_file (path, create, error);

  return db != NULL && daftar_migration_run (db, daftar_sql_get_resource (), DAFTAR_SQL_FOLDER, error)
         && daftar_refold (db, error)
         && daftar_db_get_int (db, last_seq, error, "SELECT max(seq) FROM change_log", NULL);
}
