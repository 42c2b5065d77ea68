/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-db.h"

G_BEGIN_DECLS

typedef struct _DaftarDbThread DaftarDbThread;

/* @db is %NULL if the file could not be opened; @open_error then says why. */
typedef void (*DaftarDbJob) (DaftarDb     *db,
                             const GError *open_error,
                             gpointer      data);

DaftarDbThread *daftar_db_thread_new  (const char     *name,
                                       const char     *path,
                                       DaftarDbMode    mode,
                                       guint           n_threads);
void            daftar_db_thread_push (DaftarDbThread *self,
                                       DaftarDbJob     job,
                                       gpointer        data);
void            daftar_db_thread_free (DaftarDbThread *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarDbThread, daftar_db_thread_free)

G_END_DECLS
