/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An import whose program ended in its middle, by a power cut or by force: what it wrote so far is taken out, and
 * the file in which it read the customers is removed. Locks tell it from one that is under way: the system takes
 * them back with the program. */
#define G_LOG_DOMAIN "daftar"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "daftar-error.h"
#include "daftar-import-private.h"

#define FOLDER_PREFIX "daftar-import-"
/* A folder so young may be one that its program has not locked yet. */
#define YOUNG_SECONDS 60

static int
lock (const char *path,
      int         flags)
{
  int fd = open (path, flags | O_CLOEXEC, 0600);

  if (fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) == 0)
    return fd;
  if (fd >= 0)
    close (fd);
  return -1;
}

/* Not the shop file itself: closing it would take SQLite's own locks with it. */
static char *
lock_path (DaftarStore *store)
{
  return g_strconcat (daftar_store_get_path (store), "-import", NULL);
}

/**
 * daftar_import_lock:
 * @store: the shop
 * @error: return location for a sentence for the user
 *
 * Returns: what daftar_import_unlock() takes; -1 if another import writes into the shop
 */
int
daftar_import_lock (DaftarStore  *store,
                    GError      **error)
{
  g_autofree char *path = lock_path (store);
  int fd = lock (path, O_RDWR | O_CREAT);

  if (fd < 0)
    g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_BUSY,
                         _("Another import into this shop is under way. Wait until it is done, then try again."));
  return fd;
}

void
daftar_import_unlock (DaftarStore *store,
                      int          fd)
{
  g_autofree char *path = lock_path (store);

  g_unlink (path);
  close (fd);
}

/**
 * daftar_import_make_folder:
 * @fd: (out): the lock on it, to be closed when it is gone
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable): a folder for one import
 */
char *
daftar_import_make_folder (int     *fd,
                           GError **error)
{
  char *path = g_dir_make_tmp (FOLDER_PREFIX "XXXXXX", error);

  *fd = path != NULL ? lock (path, O_RDONLY | O_DIRECTORY) : -1;
  return path;
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_unlink (file);
    }
  g_rmdir (path);
}

/* What imports of ended programs left in the folder for such files. */
static void
sweep_folders (gint64 now)
{
  g_autoptr (GDir) dir = g_dir_open (g_get_tmp_dir (), 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = NULL;
      GStatBuf info;
      int fd;

      if (!g_str_has_prefix (name, FOLDER_PREFIX))
        continue;
      path = g_build_filename (g_get_tmp_dir (), name, NULL);
      if (g_lstat (path, &info) != 0 || info.st_uid != getuid () || !S_ISDIR (info.st_mode)
          || now / G_USEC_PER_SEC - info.st_mtime < YOUNG_SECONDS)
        continue;
      fd = lock (path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
      if (fd < 0)
        continue;
      remove_folder (path);
      close (fd);
    }
}

static gpointer
list_read (DaftarReader  *reader,
           gpointer       request,
           GError       **error)
{
  return daftar_import_store_list_unfinished (reader, error);
}

/**
 * daftar_import_recover:
 * @store: the shop, just opened; not on the main thread of a window
 * @error: return location for a sentence for the user
 *
 * Takes out what unfinished imports brought, unless one is being written right now.
 *
 * Returns: whether nothing of them is left, or they are not to be touched
 */
gboolean
daftar_import_recover (DaftarStore  *store,
                       GError      **error)
{
  g_autoptr (GArray) before = daftar_store_read (store, list_read, NULL, error);
  g_autoptr (GArray) unfinished = NULL;
  gboolean done = TRUE;
  int fd;

  sweep_folders (daftar_clock_now (daftar_store_get_clock (store)));
  if (before == NULL || before->len == 0)
    return before != NULL;
  fd = daftar_import_lock (store, NULL);
  if (fd < 0)
    return TRUE;
  /* It may have come to its end since. */
  unfinished = daftar_store_read (store, list_read, NULL, error);
  done = unfinished != NULL;
  for (guint i = 0; done && i < unfinished->len; i++)
    done = daftar_import_undo (store, g_array_index (unfinished, gint64, i), NULL, error);
  daftar_import_unlock (store, fd);
  return done;
}
