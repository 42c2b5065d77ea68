/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-db.h"

G_BEGIN_DECLS

gboolean daftar_migration_run          (DaftarDb   *db,
                                        GResource  *resource,
                                        const char *folder,
                                        GError    **error);
int      daftar_migration_get_newest   (GResource  *resource,
                                        const char *folder);
gboolean daftar_migration_get_version  (DaftarDb   *db,
                                        int        *version,
                                        GError    **error);
gboolean daftar_migration_check        (DaftarDb   *db,
                                        int         newest,
                                        GError    **error);

G_END_DECLS
