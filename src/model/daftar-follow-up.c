/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-follow-up.h"

static const DaftarField fields[] = {
  DAFTAR_FIELD (DaftarFollowUp, INT, customer_id, DAFTAR_FIELD_OPTIONAL),
  DAFTAR_FIELD (DaftarFollowUp, INT, ticket_id, DAFTAR_FIELD_OPTIONAL),
  DAFTAR_FIELD (DaftarFollowUp, INT, deal_id, DAFTAR_FIELD_OPTIONAL),
  DAFTAR_FIELD (DaftarFollowUp, TEXT, title, 0),
  DAFTAR_FIELD (DaftarFollowUp, INT, channel, DAFTAR_FIELD_OPTIONAL),
  DAFTAR_FIELD (DaftarFollowUp, INT, status, 0),
  DAFTAR_FIELD (DaftarFollowUp, TEXT, due_day, 0),
  DAFTAR_FIELD (DaftarFollowUp, INT, due_minute, 0),
  DAFTAR_FIELD (DaftarFollowUp, INT, due_at, DAFTAR_FIELD_DERIVED),
  DAFTAR_FIELD (DaftarFollowUp, INT, snoozed_until, DAFTAR_FIELD_OPTIONAL),
  DAFTAR_FIELD (DaftarFollowUp, INT, next_at, DAFTAR_FIELD_DERIVED),
  DAFTAR_FIELD (DaftarFollowUp, INT, repeat_interval, DAFTAR_FIELD_OPTIONAL),
  DAFTAR_FIELD (DaftarFollowUp, INT, repeat_unit, 0),
  DAFTAR_FIELD (DaftarFollowUp, BOOL, repeat_from_done, 0),
  DAFTAR_FIELD (DaftarFollowUp, TEXT, anchor_day, 0),
  DAFTAR_FIELD (DaftarFollowUp, BOOL, urgent, 0),
  DAFTAR_FIELD (DaftarFollowUp, INT, staff_id, DAFTAR_FIELD_OPTIONAL),
  DAFTAR_FIELD (DaftarFollowUp, INT, result, 0),
  DAFTAR_FIELD (DaftarFollowUp, TEXT, outcome, 0),
  DAFTAR_FIELD (DaftarFollowUp, INT, done_at, DAFTAR_FIELD_OPTIONAL),
  DAFTAR_FIELD (DaftarFollowUp, INT, reminded_at, DAFTAR_FIELD_OPTIONAL),
  DAFTAR_FIELD (DaftarFollowUp, INT, created_at, 0),
  DAFTAR_FIELD (DaftarFollowUp, INT, deleted_at, DAFTAR_FIELD_OPTIONAL),
  DAFTAR_FIELD (DaftarFollowUp, TEXT, customer_name, DAFTAR_FIELD_VIEW),
  DAFTAR_FIELD (DaftarFollowUp, TEXT, phone, DAFTAR_FIELD_VIEW),
  DAFTAR_FIELD (DaftarFollowUp, TEXT, staff_name, DAFTAR_FIELD_VIEW),
  DAFTAR_FIELD (DaftarFollowUp, TEXT, deal_title, DAFTAR_FIELD_VIEW),
  DAFTAR_FIELD (DaftarFollowUp, INT, ticket_number, DAFTAR_FIELD_VIEW),
};

DAFTAR_DEFINE_RECORD (DaftarFollowUp, daftar_follow_up)
