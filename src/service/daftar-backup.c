/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-backup.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "daftar-date.h"
#include "daftar-erase.h"
#include "daftar-error.h"
#include "daftar-lease-store.h"
#include "daftar-shop-store.h"

#define HOUR (G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC)
#define LOOK_AGAIN (4 * HOUR)
#define N_DAYS 7
#define N_WEEKS 8

#define PREFIX "daftar-"
#define SUFFIX ".daftar"

void
daftar_backup_file_free (DaftarBackupFile *self)
{
  g_free (self->path);
  g_free (self->day);
  g_free (self);
}

/**
 * daftar_backup_folder:
 * @shop_path: the shop file
 * @chosen: (nullable): the folder that the owner chose, for example on a USB disk
 *
 * Returns: (transfer full): where the daily backups of this file go
 */
char *
daftar_backup_folder (const char *shop_path,
                      const char *chosen)
{
  g_autofree char *folder = g_path_get_dirname (shop_path);
  g_autofree char *name = g_path_get_basename (shop_path);
  g_autofree char *backups = NULL;

  if (chosen != NULL && *chosen != '\0')
    return g_strdup (chosen);
  backups = g_strconcat (name, ".backups", NULL);
  return g_build_filename (folder, backups, NULL);
}

/* --- One backup. ----------------------------------------------------------------------------------- */

static gboolean
check_space (const char  *shop_path,
             const char  *folder,
             GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GFileInfo) info = g_file_query_filesystem_info (file, G_FILE_ATTRIBUTE_FILESYSTEM_FREE, NULL, NULL);
  GStatBuf shop;

  if (info == NULL || !g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_FILESYSTEM_FREE) || g_stat (shop_path, &shop) != 0)
    return TRUE;
  if (g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_FILESYSTEM_FREE) > (guint64) shop.st_size + (shop.st_size >> 3))
    return TRUE;
  g_set_error (error, DAFTAR_ERROR, DAFTAR_ERROR_FULL,
               _("There is not enough room in “%s” for a backup. Free some space, or choose another folder."), folder);
  return FALSE;
}

/* Whether the copy has what the shop had: a second opinion beside SQLite's own. */
static gboolean
check_copy (const char  *part,
            GError     **error)
{
  g_autoptr (DaftarFileInfo) info = daftar_backup_store_verify (part, error);

  return info != NULL;
}

static gboolean
put_in_place (const char  *part,
              const char  *target,
              GError     **error)
{
  if (g_rename (part, target) == 0)
    return TRUE;
  g_set_error (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED, _("The file “%s” can’t be written (%s)."), target,
               g_strerror (errno));
  return FALSE;
}

/**
 * daftar_backup_make:
 * @shop_path: the shop file, which others may have open
 * @target: the backup; an older one of that name is replaced when the new one is verified
 * @cancellable: (nullable): stops it
 * @error: return location for a sentence for the user
 *
 * Copies the shop, opens the copy and looks through it. It waits for the disk: not for the main thread of a window.
 */
gboolean
daftar_backup_make (const char    *shop_path,
                    const char    *target,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autofree char *folder = g_path_get_dirname (target);
  g_autofree char *part = g_strconcat (target, ".part", NULL);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED,
                   _("The folder “%s” can’t be made (%s). Choose another place for the backup."), folder,
                   g_strerror (errno));
      return FALSE;
    }
  g_unlink (part);
  if (check_space (shop_path, folder, error) && daftar_backup_store_copy (shop_path, part, cancellable, error)
      && g_chmod (part, 0600) == 0 && check_copy (part, error) && put_in_place (part, target, error))
    return TRUE;
  g_unlink (part);
  return FALSE;
}

/* --- The folder. ----------------------------------------------------------------------------------- */

static int
newest_first (gconstpointer a,
              gconstpointer b)
{
  return strcmp ((*(DaftarBackupFile **) b)->day, (*(DaftarBackupFile **) a)->day);
}

/**
 * daftar_backup_list:
 * @folder: where backups are
 *
 * Returns: (transfer full) (element-type DaftarBackupFile): the daily ones, the newest first
 */
GPtrArray *
daftar_backup_list (const char *folder)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) daftar_backup_file_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *day = g_str_has_prefix (name, PREFIX) && g_str_has_suffix (name, SUFFIX)
                               ? g_strndup (name + strlen (PREFIX), 10) : NULL;
      DaftarBackupFile *file;
      GStatBuf info;
      int year, month, number;

      if (day == NULL || strlen (name) != strlen (PREFIX) + 10 + strlen (SUFFIX)
          || !daftar_date_parse_iso (day, &year, &month, &number))
        continue;
      file = g_new0 (DaftarBackupFile, 1);
      file->path = g_build_filename (folder, name, NULL);
      file->day = g_steal_pointer (&day);
      file->size = g_stat (file->path, &info) == 0 ? info.st_size : 0;
      g_ptr_array_add (list, file);
    }
  g_ptr_array_sort (list, newest_first);
  return list;
}

/**
 * daftar_backup_prune:
 * @folder: where backups are
 *
 * Keeps the seven newest days and, of each of the eight newest weeks, the last day.
 */
void
daftar_backup_prune (const char *folder)
{
  g_autoptr (GPtrArray) list = daftar_backup_list (folder);
  int last_week = G_MAXINT, n_weeks = 0;

  for (guint i = 0; i < list->len; i++)
    {
      DaftarBackupFile *file = g_ptr_array_index (list, i);
      int number = daftar_date_to_number (file->day);
      int week = (number - (daftar_date_weekday (file->day) - 1)) / 7;
      gboolean of_week = week != last_week && n_weeks < N_WEEKS;

      if (week != last_week)
        n_weeks++;
      last_week = week;
      if (i >= N_DAYS && !of_week)
        g_unlink (file->path);
    }
}

/* --- Every day. ------------------------------------------------------------------------------------ */

typedef struct
{
  gint64 now;
  gint64 seq;
  gint64 mark;
  char *folder;
  char *day;
  gboolean mine;
} Daily;

static gpointer
daily_read (DaftarReader  *reader,
            gpointer       request,
            GError       **error)
{
  Daily *daily = request;
  g_autoptr (DaftarShop) shop = daftar_shop_store_get (reader, error);
  g_autoptr (GTimeZone) zone = NULL;

  if (shop == NULL)
    return NULL;
  zone = g_time_zone_new_identifier (shop->zone);
  daily->now = daftar_reader_now (reader);
  daily->day = daftar_date_today (zone, daily->now);
  daily->folder = g_strdup (shop->backup_folder);
  daily->seq = daftar_backup_store_get_seq (reader, error);
  daily->mark = daftar_backup_store_get_mark (reader, error);
  return daily;
}

/* Of several processes and workstations one makes the backup. */
static gpointer
lease_write (DaftarTxn  *txn,
             gpointer    request,
             GError    **error)
{
  gint64 held = 0;
  g_autofree char *holder = g_strdup_printf ("%s:%d", g_get_host_name (), (int) getpid ());

  ((Daily *) request)->mine = daftar_lease_store_take (txn, "backup", holder, HOUR, &held, error);
  return NULL;
}

static gpointer
mark_write (DaftarTxn  *txn,
            gpointer    request,
            GError    **error)
{
  return GINT_TO_POINTER (daftar_backup_store_set_mark (txn, ((Daily *) request)->seq, error));
}

/**
 * daftar_backup_daily:
 * @store: the shop
 * @made: (out) (optional): whether there was anything to do
 * @error: return location for a sentence for the user
 *
 * Makes today's backup if something changed since the last one, and takes away those that are too old. It
 * waits for the disk: not for the main thread of a window.
 *
 * Returns: whether all is well
 */
gboolean
daftar_backup_daily (DaftarStore  *store,
                     gboolean     *made,
                     GError      **error)
{
  Daily daily = { 0 };
  g_autofree char *folder = NULL;
  g_autofree char *target = NULL;
  gboolean done = FALSE;
  GError *local = NULL;

  if (made != NULL)
    *made = FALSE;
  if (daftar_store_read (store, daily_read, &daily, &local) != NULL)
    {
      g_autofree char *name = g_strconcat (PREFIX, daily.day, SUFFIX, NULL);

      folder = daftar_backup_folder (daftar_store_get_path (store), daily.folder);
      target = g_build_filename (folder, name, NULL);
      if (daily.seq != daily.mark || !g_file_test (folder, G_FILE_TEST_IS_DIR))
        daftar_store_write (store, "backup", lease_write, &daily, NULL, &local);
      if (daily.mine)
        {
          done = daftar_backup_make (daftar_store_get_path (store), target, NULL, &local)
                 && daftar_store_write (store, "backup", mark_write, &daily, NULL, &local) != NULL;
          if (done)
            daftar_backup_prune (folder);
        }
    }
  g_free (daily.folder);
  g_free (daily.day);
  if (made != NULL)
    *made = done;
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

/* --- Back. ----------------------------------------------------------------------------------------- */

static void
move_aside (const char *path,
            const char *aside)
{
  static const char *const ends[] = { "-wal", "-shm" };

  g_rename (path, aside);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *from = g_strconcat (path, ends[i], NULL);
      g_autofree char *to = g_strconcat (aside, ends[i], NULL);

      g_rename (from, to);
    }
}

/**
 * daftar_backup_restore:
 * @shop_path: the shop file, which others may have open
 * @backup: the backup; refused if it is damaged or of a newer version
 * @kept: (out) (optional) (transfer full): where the shop as it was until now is kept
 * @error: return location for a sentence for the user
 *
 * Brings a backup back. The shop as it was is copied first; a file that can't be read any more is moved aside.
 */
gboolean
daftar_backup_restore (const char  *shop_path,
                       const char  *backup,
                       char       **kept,
                       GError     **error)
{
  g_autoptr (DaftarFileInfo) info = daftar_backup_store_verify (backup, error);
  g_autoptr (DaftarFileInfo) now = NULL;
  g_autoptr (GDateTime) modified = NULL;
  g_autofree char *stamp = NULL;
  g_autofree char *aside = NULL;
  GStatBuf file;

  if (info == NULL)
    return FALSE;
  if (g_stat (shop_path, &file) != 0)
    return daftar_backup_make (backup, shop_path, NULL, error);
  modified = g_date_time_new_from_unix_utc (file.st_mtime);
  stamp = g_date_time_format (modified, "%Y-%m-%d-%H%M%S");
  aside = g_strconcat (shop_path, ".before-", stamp, NULL);
  now = daftar_backup_store_verify (shop_path, NULL);
  if (now == NULL)
    {
      move_aside (shop_path, aside);
      if (!daftar_backup_make (backup, shop_path, NULL, error))
        return FALSE;
    }
  else if (!daftar_backup_make (shop_path, aside, NULL, error) || !daftar_backup_store_restore (shop_path, backup, error))
    return FALSE;
  if (kept != NULL)
    *kept = g_steal_pointer (&aside);
  return TRUE;
}

/* --- The schedule. --------------------------------------------------------------------------------- */

struct _DaftarBackupSchedule
{
  DaftarStore *store;
  DaftarClock *clock;
  guint call;
  GThread *thread;
};

static gpointer
daily_thread (gpointer store)
{
  /* What went wrong is tried again in a few hours. Who is to be erased is not in the day's backup any more. */
  daftar_erase_daily (store, NULL, NULL);
  daftar_backup_daily (store, NULL, NULL);
  return NULL;
}

static void
join (DaftarBackupSchedule *self)
{
  if (self->thread != NULL)
    g_thread_join (g_steal_pointer (&self->thread));
}

static gboolean
look_cb (gpointer data)
{
  DaftarBackupSchedule *self = data;

  join (self);
  self->thread = g_thread_new ("backup", daily_thread, self->store);
  self->call = daftar_clock_call_at (self->clock, daftar_clock_now (self->clock) + LOOK_AGAIN, look_cb, self, NULL);
  return G_SOURCE_REMOVE;
}

/**
 * daftar_backup_schedule:
 * @store: the shop, open as long as the schedule lives
 * @clock: wakes it
 *
 * Returns: (transfer full): daily backups from now on
 */
DaftarBackupSchedule *
daftar_backup_schedule (DaftarStore *store,
                        DaftarClock *clock)
{
  DaftarBackupSchedule *self = g_new0 (DaftarBackupSchedule, 1);

  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  look_cb (self);
  return self;
}

void
daftar_backup_schedule_free (DaftarBackupSchedule *self)
{
  if (self->call != 0)
    daftar_clock_cancel (self->clock, self->call);
  /* A backup that is being made is finished: the store must outlive it. */
  join (self);
  g_object_unref (self->store);
  g_object_unref (self->clock);
  g_free (self);
}
