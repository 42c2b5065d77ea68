/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-ticket-event.h"

static const DaftarField fields[] = {
  DAFTAR_FIELD (DaftarTicketEvent, INT, operation_id, DAFTAR_FIELD_OPTIONAL),
  DAFTAR_FIELD (DaftarTicketEvent, INT, ticket_id, 0),
  DAFTAR_FIELD (DaftarTicketEvent, INT, at, 0),
  DAFTAR_FIELD (DaftarTicketEvent, INT, staff_id, DAFTAR_FIELD_OPTIONAL),
  DAFTAR_FIELD (DaftarTicketEvent, TEXT, what, 0),
  DAFTAR_FIELD (DaftarTicketEvent, TEXT, old, 0),
  DAFTAR_FIELD (DaftarTicketEvent, TEXT, new, 0),
  DAFTAR_FIELD (DaftarTicketEvent, BOOL, voided, 0),
  DAFTAR_FIELD (DaftarTicketEvent, TEXT, staff_name, DAFTAR_FIELD_VIEW),
  DAFTAR_FIELD (DaftarTicketEvent, TEXT, new_name, DAFTAR_FIELD_VIEW),
};

DAFTAR_DEFINE_RECORD (DaftarTicketEvent, daftar_ticket_event)
