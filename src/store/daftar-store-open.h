/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the files of store/ alone. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean daftar_store_prepare_file (const char  *path,
                                    gboolean     create,
                                    gint64      *last_seq,
                                    GError     **error);

G_END_DECLS
