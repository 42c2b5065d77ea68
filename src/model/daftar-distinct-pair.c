/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-distinct-pair.h"

static const DaftarField fields[] = {
  DAFTAR_FIELD (DaftarDistinctPair, INT, customer_id, 0),
  DAFTAR_FIELD (DaftarDistinctPair, INT, other_id, 0),
  DAFTAR_FIELD (DaftarDistinctPair, INT, at, 0),
  DAFTAR_FIELD (DaftarDistinctPair, INT, staff_id, DAFTAR_FIELD_OPTIONAL),
};

DAFTAR_DEFINE_RECORD (DaftarDistinctPair, daftar_distinct_pair)
