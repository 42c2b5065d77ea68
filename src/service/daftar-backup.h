/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-backup-store.h"

G_BEGIN_DECLS

/* One backup in a folder. */
typedef struct
{
  char *path;
  char *day; /* ISO */
  gint64 size;
} DaftarBackupFile;

void       daftar_backup_file_free (DaftarBackupFile *self);
char      *daftar_backup_folder    (const char       *shop_path,
                                    const char       *chosen);
gboolean   daftar_backup_make      (const char       *shop_path,
                                    const char       *target,
                                    GCancellable     *cancellable,
                                    GError          **error);
GPtrArray *daftar_backup_list      (const char       *folder);
void       daftar_backup_prune     (const char       *folder);
gboolean   daftar_backup_daily     (DaftarStore      *store,
                                    gboolean         *made,
                                    GError          **error);
gboolean   daftar_backup_restore   (const char       *shop_path,
                                    const char       *backup,
                                    char            **kept,
                                    GError          **error);

/* Calls daftar_backup_daily() on a thread now and every few hours, until it is freed. */
typedef struct _DaftarBackupSchedule DaftarBackupSchedule;

DaftarBackupSchedule *daftar_backup_schedule      (DaftarStore          *store,
                                                   DaftarClock          *clock);
void                  daftar_backup_schedule_free (DaftarBackupSchedule *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarBackupFile, daftar_backup_file_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarBackupSchedule, daftar_backup_schedule_free)

G_END_DECLS
