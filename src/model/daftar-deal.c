/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-deal.h"

static const DaftarField fields[] = {
  DAFTAR_FIELD (DaftarDeal, INT, customer_id, 0),
  DAFTAR_FIELD (DaftarDeal, INT, board_id, 0),
  DAFTAR_FIELD (DaftarDeal, INT, stage_id, 0),
  DAFTAR_FIELD (DaftarDeal, TEXT, rank, 0),
  DAFTAR_FIELD (DaftarDeal, TEXT, title, 0),
  DAFTAR_FIELD (DaftarDeal, INT, value, 0),
  DAFTAR_FIELD (DaftarDeal, TEXT, currency, 0),
  DAFTAR_FIELD (DaftarDeal, INT, probability, 0),
  DAFTAR_FIELD (DaftarDeal, TEXT, expected_day, 0),
  DAFTAR_FIELD (DaftarDeal, INT, status, 0),
  DAFTAR_FIELD (DaftarDeal, TEXT, lost_reason, 0),
  DAFTAR_FIELD (DaftarDeal, TEXT, note, 0),
  DAFTAR_FIELD (DaftarDeal, INT, staff_id, DAFTAR_FIELD_OPTIONAL),
  DAFTAR_FIELD (DaftarDeal, INT, entered_at, 0),
  DAFTAR_FIELD (DaftarDeal, INT, activity_at, 0),
  DAFTAR_FIELD (DaftarDeal, INT, created_at, 0),
  DAFTAR_FIELD (DaftarDeal, INT, closed_at, DAFTAR_FIELD_OPTIONAL),
  DAFTAR_FIELD (DaftarDeal, INT, deleted_at, DAFTAR_FIELD_OPTIONAL),
  DAFTAR_FIELD (DaftarDeal, TEXT, title_fold, DAFTAR_FIELD_DERIVED),
  DAFTAR_FIELD (DaftarDeal, TEXT, customer_name, DAFTAR_FIELD_VIEW),
  DAFTAR_FIELD (DaftarDeal, TEXT, stage_name, DAFTAR_FIELD_VIEW),
  DAFTAR_FIELD (DaftarDeal, TEXT, next_title, DAFTAR_FIELD_VIEW),
  DAFTAR_FIELD (DaftarDeal, TEXT, next_day, DAFTAR_FIELD_VIEW),
  DAFTAR_FIELD (DaftarDeal, INT, next_at, DAFTAR_FIELD_VIEW),
  DAFTAR_FIELD (DaftarDeal, INT, worst_mood, DAFTAR_FIELD_VIEW),
  DAFTAR_FIELD (DaftarDeal, INT, n_open_tickets, DAFTAR_FIELD_VIEW),
  DAFTAR_FIELD (DaftarDeal, TEXT, staff_name, DAFTAR_FIELD_VIEW),
  DAFTAR_FIELD (DaftarDeal, INT, quiet_days, DAFTAR_FIELD_VIEW),
};

DAFTAR_DEFINE_RECORD (DaftarDeal, daftar_deal)
