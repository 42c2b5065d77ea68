/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-ticket-message.h"

static const DaftarField fields[] = {
  DAFTAR_FIELD (DaftarTicketMessage, INT, ticket_id, 0),
  DAFTAR_FIELD (DaftarTicketMessage, INT, at, 0),
  DAFTAR_FIELD (DaftarTicketMessage, INT, kind, 0),
  DAFTAR_FIELD (DaftarTicketMessage, INT, direction, 0),
  DAFTAR_FIELD (DaftarTicketMessage, INT, channel, 0),
  DAFTAR_FIELD (DaftarTicketMessage, TEXT, body, 0),
  DAFTAR_FIELD (DaftarTicketMessage, INT, staff_id, DAFTAR_FIELD_OPTIONAL),
  DAFTAR_FIELD (DaftarTicketMessage, TEXT, author, 0),
  DAFTAR_FIELD (DaftarTicketMessage, INT, duration, DAFTAR_FIELD_OPTIONAL),
  DAFTAR_FIELD (DaftarTicketMessage, INT, merged_from, DAFTAR_FIELD_OPTIONAL),
  DAFTAR_FIELD (DaftarTicketMessage, INT, deleted_at, DAFTAR_FIELD_OPTIONAL),
  DAFTAR_FIELD (DaftarTicketMessage, TEXT, staff_name, DAFTAR_FIELD_VIEW),
};

DAFTAR_DEFINE_RECORD (DaftarTicketMessage, daftar_ticket_message)
