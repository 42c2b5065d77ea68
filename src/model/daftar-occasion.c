/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-occasion.h"

static const DaftarField fields[] = {
  DAFTAR_FIELD (DaftarOccasion, INT, customer_id, 0),
  DAFTAR_FIELD (DaftarOccasion, INT, kind, 0),
  DAFTAR_FIELD (DaftarOccasion, TEXT, day, 0),
  DAFTAR_FIELD (DaftarOccasion, BOOL, hijri, 0),
  DAFTAR_FIELD (DaftarOccasion, TEXT, label, 0),
  DAFTAR_FIELD (DaftarOccasion, TEXT, customer_name, DAFTAR_FIELD_VIEW),
  DAFTAR_FIELD (DaftarOccasion, TEXT, next_day, DAFTAR_FIELD_VIEW),
};

DAFTAR_DEFINE_RECORD (DaftarOccasion, daftar_occasion)
