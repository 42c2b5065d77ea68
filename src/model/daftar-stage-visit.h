/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-record.h"

G_BEGIN_DECLS

/* One visit of a deal to a stage. */
#define DAFTAR_TYPE_STAGE_VISIT (daftar_stage_visit_get_type ())
DAFTAR_DECLARE_RECORD (DaftarStageVisit, daftar_stage_visit, STAGE_VISIT)

struct _DaftarStageVisit
{
  DaftarRecord parent_instance;

  gint64 deal_id;
  gint64 from_stage_id;
  gint64 stage_id;
  gint64 entered_at;
  gint64 left_at;
  gint64 staff_id;

  /* For showing, from joins. */
  char *stage_name;
  char *staff_name;
};

G_END_DECLS
