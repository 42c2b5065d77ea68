/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the files of store/ alone. */
#pragma once

#include "daftar-db.h"

G_BEGIN_DECLS

gboolean daftar_refold (DaftarDb  *db,
                        GError   **error);

G_END_DECLS
