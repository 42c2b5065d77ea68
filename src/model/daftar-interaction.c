/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-interaction.h"

static const DaftarField fields[] = {
  DAFTAR_FIELD (DaftarInteraction, INT, customer_id, 0),
  DAFTAR_FIELD (DaftarInteraction, INT, at, 0),
  DAFTAR_FIELD (DaftarInteraction, INT, kind, 0),
  DAFTAR_FIELD (DaftarInteraction, INT, channel, 0),
  DAFTAR_FIELD (DaftarInteraction, INT, direction, 0),
  DAFTAR_FIELD (DaftarInteraction, TEXT, body, 0),
  DAFTAR_FIELD (DaftarInteraction, INT, staff_id, DAFTAR_FIELD_OPTIONAL),
  DAFTAR_FIELD (DaftarInteraction, INT, ticket_id, DAFTAR_FIELD_OPTIONAL),
  DAFTAR_FIELD (DaftarInteraction, INT, deal_id, DAFTAR_FIELD_OPTIONAL),
  DAFTAR_FIELD (DaftarInteraction, INT, follow_up_id, DAFTAR_FIELD_OPTIONAL),
  DAFTAR_FIELD (DaftarInteraction, INT, purchase_id, DAFTAR_FIELD_OPTIONAL),
  DAFTAR_FIELD (DaftarInteraction, INT, import_id, DAFTAR_FIELD_OPTIONAL),
  DAFTAR_FIELD (DaftarInteraction, INT, deleted_at, DAFTAR_FIELD_OPTIONAL),
  DAFTAR_FIELD (DaftarInteraction, BOOL, pinned, 0),
  DAFTAR_FIELD (DaftarInteraction, TEXT, staff_name, DAFTAR_FIELD_VIEW),
  DAFTAR_FIELD (DaftarInteraction, TEXT, customer_name, DAFTAR_FIELD_VIEW),
  DAFTAR_FIELD (DaftarInteraction, INT, ticket_number, DAFTAR_FIELD_VIEW),
  DAFTAR_FIELD (DaftarInteraction, TEXT, title, DAFTAR_FIELD_VIEW),
  DAFTAR_FIELD (DaftarInteraction, INT, amount, DAFTAR_FIELD_VIEW),
  DAFTAR_FIELD (DaftarInteraction, TEXT, currency, DAFTAR_FIELD_VIEW),
  DAFTAR_FIELD (DaftarInteraction, INT, result, DAFTAR_FIELD_VIEW),
};

DAFTAR_DEFINE_RECORD (DaftarInteraction, daftar_interaction)
