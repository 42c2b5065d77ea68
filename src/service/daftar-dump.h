/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-store.h"

G_BEGIN_DECLS

gboolean daftar_dump_write (DaftarStore  *store,
                            const char   *path,
                            gint64       *n_rows,
                            GError      **error);
gboolean daftar_dump_load  (DaftarStore  *store,
                            const char   *path,
                            gint64       *n_rows,
                            GError      **error);

G_END_DECLS
