/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-custom-field.h"

static const DaftarField fields[] = {
  DAFTAR_FIELD (DaftarCustomField, TEXT, name, 0),
  DAFTAR_FIELD (DaftarCustomField, INT, type, 0),
  DAFTAR_FIELD (DaftarCustomField, TEXT, choices, 0),
  DAFTAR_FIELD (DaftarCustomField, INT, position, 0),
  DAFTAR_FIELD (DaftarCustomField, INT, created_at, 0),
  DAFTAR_FIELD (DaftarCustomField, INT, deleted_at, DAFTAR_FIELD_OPTIONAL),
};

DAFTAR_DEFINE_RECORD (DaftarCustomField, daftar_custom_field)
