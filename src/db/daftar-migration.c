/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-migration.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "daftar-error.h"

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The files NNN-what.sql of a folder, in order. */
static GPtrArray *
list_files (GResource  *resource,
            const char *folder)
{
  g_auto (GStrv) names = g_resource_enumerate_children (resource, folder, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    g_ptr_array_add (files, g_steal_pointer (&names[i]));
  g_ptr_array_sort (files, compare_names);
  return files;
}

/**
 * daftar_migration_get_newest:
 * @resource: where the migrations are
 * @folder: their folder in it
 *
 * Returns: the newest version that this program knows
 */
int
daftar_migration_get_newest (GResource  *resource,
                             const char *folder)
{
  g_autoptr (GPtrArray) files = list_files (resource, folder);

  return files->len == 0 ? 0 : atoi (g_ptr_array_index (files, files->len - 1));
}

/**
 * daftar_migration_get_version:
 * @db: a connection
 * @version: (out): the file's version, 0 for a file without tables
 * @error: return location for a sentence for the user
 */
gboolean
daftar_migration_get_version (DaftarDb  *db,
                              int       *version,
                              GError   **error)
{
  gint64 value = 0;

  if (!daftar_db_get_int (db, &value, error, "SELECT count(*) FROM sqlite_schema WHERE name = 'meta'", NULL))
    return FALSE;
  if (value != 0
      && !daftar_db_get_int (db, &value, error,
                             "SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'schema_version'", NULL))
    return FALSE;
  *version = (int) value;
  return TRUE;
}

/**
 * daftar_migration_check:
 * @db: a connection inside a transaction
 * @newest: the version that this program is written for
 * @error: return location for a sentence for the user
 *
 * Another process may have migrated or restored the file since it was opened: each transaction looks
 * first, and a program that is now too old stops with a sentence.
 */
gboolean
daftar_migration_check (DaftarDb  *db,
                        int        newest,
                        GError   **error)
{
  gint64 version = 0;

  if (!daftar_db_get_int (db, &version, error,
                          "SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'schema_version'", NULL))
    return FALSE;
  if (version == newest)
    return TRUE;
  g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_NEWER,
                       version > newest ? _("This shop file was made by a newer version of Daftar. Update Daftar on "
                                            "this computer to open it.")
                                        : _("This shop file was replaced by an older one while it was open. Close "
                                            "Daftar and start it again."));
  return FALSE;
}

static gboolean
apply (DaftarDb    *db,
       GResource   *resource,
       const char  *path,
       int          version,
       GError     **error)
{
  g_autoptr (GBytes) sql = g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return sql != NULL && daftar_db_exec (db, g_bytes_get_data (sql, NULL), error)
         && daftar_db_run (db, error,
                           "INSERT INTO meta (key, value) VALUES ('schema_version', $version)"
                           " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                           DB_INT ("version", version), NULL);
}

/* The version is read again under the lock: two programs may start at the same moment. */
static gboolean
apply_in_transaction (DaftarDb    *db,
                      GResource   *resource,
                      const char  *path,
                      int          version,
                      GError     **error)
{
  int current;
  gboolean done;

  if (!daftar_db_exec (db, "BEGIN EXCLUSIVE", error))
    return FALSE;
  done = daftar_migration_get_version (db, &current, error)
         && (current >= version || apply (db, resource, path, version, error)) && daftar_db_commit (db, error);
  if (!done)
    daftar_db_rollback (db);
  return done;
}

/**
 * daftar_migration_run:
 * @db: a connection that writes
 * @resource: where the migrations are
 * @folder: their folder in it, ending with a slash
 * @error: return location for a sentence for the user
 *
 * Brings the file to the newest version, each step in a transaction of its own that also sets the
 * version. A file from a newer program is refused untouched.
 *
 * Returns: whether the file is now of the newest version
 */
gboolean
daftar_migration_run (DaftarDb    *db,
                      GResource   *resource,
                      const char  *folder,
                      GError     **error)
{
  g_autoptr (GPtrArray) files = list_files (resource, folder);
  int version;

  if (!daftar_migration_get_version (db, &version, error))
    return FALSE;
  for (guint i = 0; i < files->len; i++)
    {
      const char *name = g_ptr_array_index (files, i);
      g_autofree char *path = g_strconcat (folder, name, NULL);

      if (atoi (name) > version && !apply_in_transaction (db, resource, path, atoi (name), error))
        return FALSE;
    }
  return daftar_migration_check (db, daftar_migration_get_newest (resource, folder), error);
}
