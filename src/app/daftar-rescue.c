/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-rescue.h"

#include "daftar-backup.h"
#include "daftar-error.h"

#include <glib/gi18n.h>

/* The shop file can't be opened: why, and the way back to the newest backup if it is damaged. */
typedef struct
{
  GWeakRef window;
  DaftarContext *context;
  GError *error;
  char *shop_path;
  char *backup; /* nullable */
  char *day;    /* nullable: of the backup */
} Rescue;

static void
rescue_free (gpointer data)
{
  Rescue *self = data;

  g_weak_ref_clear (&self->window);
  g_object_unref (self->context);
  g_error_free (self->error);
  g_free (self->shop_path);
  g_free (self->backup);
  g_free (self->day);
  g_free (self);
}

static Rescue *
rescue_new (DaftarWindow  *window,
            DaftarContext *context,
            const GError  *error)
{
  Rescue *self = g_new0 (Rescue, 1);

  g_weak_ref_init (&self->window, window);
  self->context = g_object_ref (context);
  self->error = g_error_copy (error);
  self->shop_path = g_strdup (daftar_context_get_path (context));
  return self;
}

/* --- Restoring. ------------------------------------------------------------------------------------ */

static void
restore_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Rescue *self = data;
  g_autofree char *kept = NULL;
  GError *error = NULL;

  if (daftar_backup_restore (self->shop_path, self->backup, &kept, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Rescue *self = g_task_get_task_data (G_TASK (result));
  g_autoptr (DaftarWindow) window = g_weak_ref_get (&self->window);
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    daftar_context_open (self->context);
  else if (window != NULL)
    daftar_window_toast (window, error->message, NULL, NULL, NULL, NULL);
}

static void
restore_cb (GSimpleAction *action,
            GVariant      *parameter,
            Rescue        *self)
{
  g_autoptr (DaftarWindow) window = g_weak_ref_get (&self->window);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, restored_cb, NULL);
  Rescue *running = rescue_new (window, self->context, self->error);

  running->backup = g_strdup (self->backup);
  g_simple_action_set_enabled (action, FALSE);
  g_task_set_task_data (task, running, rescue_free);
  g_task_run_in_thread (task, restore_thread);
}

/* --- Finding the backup. --------------------------------------------------------------------------- */

static void
find_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Rescue *self = data;
  g_autofree char *folder = daftar_backup_folder (self->shop_path, NULL);
  g_autoptr (GPtrArray) files = daftar_backup_list (folder);
  DaftarBackupFile *newest = NULL;

  for (guint i = 0; files != NULL && i < files->len; i++)
    {
      DaftarBackupFile *file = g_ptr_array_index (files, i);

      if (newest == NULL || g_strcmp0 (file->day, newest->day) > 0)
        newest = file;
    }
  if (newest != NULL)
    {
      self->backup = g_strdup (newest->path);
      self->day = g_strdup (newest->day);
    }
  g_task_return_boolean (task, TRUE);
}

static void
offer (Rescue       *self,
       DaftarWindow *window)
{
  Rescue *kept = rescue_new (window, self->context, self->error);
  g_autoptr (GSimpleAction) action = g_simple_action_new ("restore-backup", NULL);
  /* Translators: %s is the day of a backup, as 2026-11-22. */
  g_autofree char *label = g_strdup_printf (_("_Restore the Backup of %s"), self->day);
  g_autofree char *sentence = g_strdup_printf (
    "%s\n\n%s", self->error->message,
    _("Nothing is lost of what is in the backup; the damaged file is kept beside it."));

  kept->backup = g_strdup (self->backup);
  g_signal_connect_data (action, "activate", G_CALLBACK (restore_cb), kept, (GClosureNotify) rescue_free, 0);
  g_action_map_add_action (G_ACTION_MAP (window), G_ACTION (action));
  daftar_window_show_error (window, _("The shop cannot be opened"), sentence, label, "win.restore-backup");
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  Rescue *self = g_task_get_task_data (G_TASK (result));
  g_autoptr (DaftarWindow) window = g_weak_ref_get (&self->window);

  if (window == NULL)
    return;
  if (self->backup != NULL)
    offer (self, window);
  else
    daftar_window_show_error (window, _("The shop cannot be opened"), self->error->message, NULL, NULL);
}

/**
 * daftar_rescue_present:
 * @window: the window
 * @context: whose file it is
 * @error: why it can't be opened
 *
 * Says in the place of a page why the shop can't be opened; of a damaged file it offers the newest backup.
 */
void
daftar_rescue_present (DaftarWindow  *window,
                       DaftarContext *context,
                       const GError  *error)
{
  g_autoptr (GTask) task = NULL;

  if (!g_error_matches (error, DAFTAR_ERROR, DAFTAR_ERROR_DAMAGED))
    {
      daftar_window_show_error (window, _("The shop cannot be opened"), error->message, NULL, NULL);
      return;
    }
  task = g_task_new (NULL, NULL, found_cb, NULL);
  g_task_set_task_data (task, rescue_new (window, context, error), rescue_free);
  g_task_run_in_thread (task, find_thread);
}
