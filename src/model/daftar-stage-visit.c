/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-stage-visit.h"

static const DaftarField fields[] = {
  DAFTAR_FIELD (DaftarStageVisit, INT, deal_id, 0),
  DAFTAR_FIELD (DaftarStageVisit, INT, from_stage_id, DAFTAR_FIELD_OPTIONAL),
  DAFTAR_FIELD (DaftarStageVisit, INT, stage_id, 0),
  DAFTAR_FIELD (DaftarStageVisit, INT, entered_at, 0),
  DAFTAR_FIELD (DaftarStageVisit, INT, left_at, DAFTAR_FIELD_OPTIONAL),
  DAFTAR_FIELD (DaftarStageVisit, INT, staff_id, DAFTAR_FIELD_OPTIONAL),
  DAFTAR_FIELD (DaftarStageVisit, TEXT, stage_name, DAFTAR_FIELD_VIEW),
  DAFTAR_FIELD (DaftarStageVisit, TEXT, staff_name, DAFTAR_FIELD_VIEW),
};

DAFTAR_DEFINE_RECORD (DaftarStageVisit, daftar_stage_visit)
