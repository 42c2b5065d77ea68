/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-store.h"

G_BEGIN_DECLS

GArray *daftar_duplicate_store_by_email (DaftarReader  *reader,
                                         const char    *email,
                                         GError       **error);
GArray *daftar_duplicate_store_by_phone (DaftarReader  *reader,
                                         const char    *phone,
                                         GError       **error);
GArray *daftar_duplicate_store_by_name  (DaftarReader  *reader,
                                         const char    *name,
                                         GError       **error);

G_END_DECLS
