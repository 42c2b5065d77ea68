/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-custom-value.h"

static const DaftarField fields[] = {
  DAFTAR_FIELD (DaftarCustomValue, INT, customer_id, 0),
  DAFTAR_FIELD (DaftarCustomValue, INT, field_id, 0),
  DAFTAR_FIELD (DaftarCustomValue, TEXT, text, 0),
  DAFTAR_FIELD (DaftarCustomValue, TEXT, text_fold, DAFTAR_FIELD_DERIVED),
  DAFTAR_FIELD (DaftarCustomValue, INT, number, 0),
  DAFTAR_FIELD (DaftarCustomValue, TEXT, field_name, DAFTAR_FIELD_VIEW),
  DAFTAR_FIELD (DaftarCustomValue, INT, field_type, DAFTAR_FIELD_VIEW),
};

DAFTAR_DEFINE_RECORD (DaftarCustomValue, daftar_custom_value)
