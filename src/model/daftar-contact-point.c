/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-contact-point.h"

static const DaftarField fields[] = {
  DAFTAR_FIELD (DaftarContactPoint, INT, customer_id, 0),
  DAFTAR_FIELD (DaftarContactPoint, INT, kind, 0),
  DAFTAR_FIELD (DaftarContactPoint, TEXT, value, 0),
  DAFTAR_FIELD (DaftarContactPoint, TEXT, label, 0),
  DAFTAR_FIELD (DaftarContactPoint, BOOL, preferred, 0),
  DAFTAR_FIELD (DaftarContactPoint, INT, consent, DAFTAR_FIELD_OPTIONAL),
  DAFTAR_FIELD (DaftarContactPoint, INT, position, 0),
  DAFTAR_FIELD (DaftarContactPoint, TEXT, norm, DAFTAR_FIELD_DERIVED),
  DAFTAR_FIELD (DaftarContactPoint, TEXT, rnorm, DAFTAR_FIELD_DERIVED),
};

DAFTAR_DEFINE_RECORD (DaftarContactPoint, daftar_contact_point)
