/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-saved-filter.h"

static const DaftarField fields[] = {
  DAFTAR_FIELD (DaftarSavedFilter, TEXT, page, 0),
  DAFTAR_FIELD (DaftarSavedFilter, TEXT, name, 0),
  DAFTAR_FIELD (DaftarSavedFilter, TEXT, rule, 0),
  DAFTAR_FIELD (DaftarSavedFilter, INT, position, 0),
  DAFTAR_FIELD (DaftarSavedFilter, INT, created_at, 0),
};

DAFTAR_DEFINE_RECORD (DaftarSavedFilter, daftar_saved_filter)
