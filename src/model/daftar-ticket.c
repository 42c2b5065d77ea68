/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-ticket.h"

static const DaftarField fields[] = {
  DAFTAR_FIELD (DaftarTicket, INT, number, 0),
  DAFTAR_FIELD (DaftarTicket, INT, customer_id, DAFTAR_FIELD_OPTIONAL),
  DAFTAR_FIELD (DaftarTicket, TEXT, subject, 0),
  DAFTAR_FIELD (DaftarTicket, INT, kind, 0),
  DAFTAR_FIELD (DaftarTicket, INT, channel, 0),
  DAFTAR_FIELD (DaftarTicket, INT, status, 0),
  DAFTAR_FIELD (DaftarTicket, INT, priority, 0),
  DAFTAR_FIELD (DaftarTicket, INT, mood, 0),
  DAFTAR_FIELD (DaftarTicket, INT, assignee_id, DAFTAR_FIELD_OPTIONAL),
  DAFTAR_FIELD (DaftarTicket, INT, deal_id, DAFTAR_FIELD_OPTIONAL),
  DAFTAR_FIELD (DaftarTicket, INT, merged_into, DAFTAR_FIELD_OPTIONAL),
  DAFTAR_FIELD (DaftarTicket, TEXT, resolution, 0),
  DAFTAR_FIELD (DaftarTicket, TEXT, cause, 0),
  DAFTAR_FIELD (DaftarTicket, INT, wait_until, DAFTAR_FIELD_OPTIONAL),
  DAFTAR_FIELD (DaftarTicket, INT, created_at, 0),
  DAFTAR_FIELD (DaftarTicket, INT, updated_at, 0),
  DAFTAR_FIELD (DaftarTicket, INT, solved_at, DAFTAR_FIELD_OPTIONAL),
  DAFTAR_FIELD (DaftarTicket, INT, deleted_at, DAFTAR_FIELD_OPTIONAL),
  DAFTAR_FIELD (DaftarTicket, INT, first_due_at, DAFTAR_FIELD_OPTIONAL | DAFTAR_FIELD_DERIVED),
  DAFTAR_FIELD (DaftarTicket, INT, first_response_at, DAFTAR_FIELD_OPTIONAL | DAFTAR_FIELD_DERIVED),
  DAFTAR_FIELD (DaftarTicket, INT, next_due_at, DAFTAR_FIELD_OPTIONAL | DAFTAR_FIELD_DERIVED),
  DAFTAR_FIELD (DaftarTicket, INT, solve_due_at, DAFTAR_FIELD_OPTIONAL | DAFTAR_FIELD_DERIVED),
  DAFTAR_FIELD (DaftarTicket, INT, next_at, DAFTAR_FIELD_OPTIONAL | DAFTAR_FIELD_DERIVED),
  DAFTAR_FIELD (DaftarTicket, TEXT, subject_fold, DAFTAR_FIELD_DERIVED),
  DAFTAR_FIELD (DaftarTicket, TEXT, customer_name, DAFTAR_FIELD_VIEW),
  DAFTAR_FIELD (DaftarTicket, TEXT, assignee_name, DAFTAR_FIELD_VIEW),
  DAFTAR_FIELD (DaftarTicket, TEXT, last_text, DAFTAR_FIELD_VIEW),
  DAFTAR_FIELD (DaftarTicket, INT, last_direction, DAFTAR_FIELD_VIEW),
  DAFTAR_FIELD (DaftarTicket, TEXT, phone, DAFTAR_FIELD_VIEW),
};

DAFTAR_DEFINE_RECORD (DaftarTicket, daftar_ticket)
