/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-customer.h"

static const DaftarField fields[] = {
  DAFTAR_FIELD (DaftarCustomer, INT, kind, 0),
  DAFTAR_FIELD (DaftarCustomer, TEXT, name, 0),
  DAFTAR_FIELD (DaftarCustomer, TEXT, given, 0),
  DAFTAR_FIELD (DaftarCustomer, TEXT, family, 0),
  DAFTAR_FIELD (DaftarCustomer, TEXT, nickname, 0),
  DAFTAR_FIELD (DaftarCustomer, TEXT, honorific, 0),
  DAFTAR_FIELD (DaftarCustomer, TEXT, company, 0),
  DAFTAR_FIELD (DaftarCustomer, INT, company_id, DAFTAR_FIELD_OPTIONAL),
  DAFTAR_FIELD (DaftarCustomer, TEXT, city, 0),
  DAFTAR_FIELD (DaftarCustomer, TEXT, language, 0),
  DAFTAR_FIELD (DaftarCustomer, TEXT, source, 0),
  DAFTAR_FIELD (DaftarCustomer, TEXT, note, 0),
  DAFTAR_FIELD (DaftarCustomer, BOOL, do_not_contact, 0),
  DAFTAR_FIELD (DaftarCustomer, INT, preferred_channel, DAFTAR_FIELD_OPTIONAL),
  DAFTAR_FIELD (DaftarCustomer, INT, referred_by, DAFTAR_FIELD_OPTIONAL),
  DAFTAR_FIELD (DaftarCustomer, INT, import_id, DAFTAR_FIELD_OPTIONAL),
  DAFTAR_FIELD (DaftarCustomer, INT, created_at, 0),
  DAFTAR_FIELD (DaftarCustomer, INT, updated_at, 0),
  DAFTAR_FIELD (DaftarCustomer, INT, deleted_at, DAFTAR_FIELD_OPTIONAL),
  DAFTAR_FIELD (DaftarCustomer, TEXT, tags, 0),
  DAFTAR_FIELD (DaftarCustomer, INT, photo_id, DAFTAR_FIELD_OPTIONAL),
  DAFTAR_FIELD (DaftarCustomer, TEXT, contact_time, 0),
  DAFTAR_FIELD (DaftarCustomer, INT, merged_into, DAFTAR_FIELD_OPTIONAL),
  DAFTAR_FIELD (DaftarCustomer, INT, erased_at, DAFTAR_FIELD_OPTIONAL),
  DAFTAR_FIELD (DaftarCustomer, TEXT, name_fold, DAFTAR_FIELD_DERIVED),
  DAFTAR_FIELD (DaftarCustomer, TEXT, name_alt, DAFTAR_FIELD_DERIVED),
  DAFTAR_FIELD (DaftarCustomer, TEXT, more_fold, DAFTAR_FIELD_DERIVED),
  DAFTAR_FIELD (DaftarCustomer, TEXT, rest_fold, DAFTAR_FIELD_DERIVED),
  DAFTAR_FIELD (DaftarCustomer, INT, last_contact_at, DAFTAR_FIELD_VIEW),
  DAFTAR_FIELD (DaftarCustomer, TEXT, phone, DAFTAR_FIELD_VIEW),
  DAFTAR_FIELD (DaftarCustomer, TEXT, phone_norm, DAFTAR_FIELD_VIEW),
  DAFTAR_FIELD (DaftarCustomer, TEXT, email, DAFTAR_FIELD_VIEW),
  DAFTAR_FIELD (DaftarCustomer, INT, n_open_tickets, DAFTAR_FIELD_VIEW),
  DAFTAR_FIELD (DaftarCustomer, INT, worst_mood, DAFTAR_FIELD_VIEW),
  DAFTAR_FIELD (DaftarCustomer, TEXT, stage_name, DAFTAR_FIELD_VIEW),
  DAFTAR_FIELD (DaftarCustomer, INT, stage_role, DAFTAR_FIELD_VIEW),
  DAFTAR_FIELD (DaftarCustomer, INT, value, DAFTAR_FIELD_VIEW),
  DAFTAR_FIELD (DaftarCustomer, INT, matched_by, DAFTAR_FIELD_VIEW),
  DAFTAR_FIELD (DaftarCustomer, TEXT, matched, DAFTAR_FIELD_VIEW),
};

DAFTAR_DEFINE_RECORD (DaftarCustomer, daftar_customer)
