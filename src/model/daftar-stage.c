/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-stage.h"

static const DaftarField fields[] = {
  DAFTAR_FIELD (DaftarStage, INT, board_id, 0),
  DAFTAR_FIELD (DaftarStage, TEXT, name, 0),
  DAFTAR_FIELD (DaftarStage, INT, role, 0),
  DAFTAR_FIELD (DaftarStage, INT, position, 0),
  DAFTAR_FIELD (DaftarStage, INT, quiet_days, 0),
  DAFTAR_FIELD (DaftarStage, INT, probability, 0),
  DAFTAR_FIELD (DaftarStage, TEXT, playbook, 0),
  DAFTAR_FIELD (DaftarStage, INT, n_deals, DAFTAR_FIELD_VIEW),
  DAFTAR_FIELD (DaftarStage, INT, sum, DAFTAR_FIELD_VIEW),
  DAFTAR_FIELD (DaftarStage, BOOL, sum_other, DAFTAR_FIELD_VIEW),
};

DAFTAR_DEFINE_RECORD (DaftarStage, daftar_stage)
