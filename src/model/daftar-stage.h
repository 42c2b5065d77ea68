/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-record.h"

G_BEGIN_DECLS

/* One column of a board. */
#define DAFTAR_TYPE_STAGE (daftar_stage_get_type ())
DAFTAR_DECLARE_RECORD (DaftarStage, daftar_stage, STAGE)

struct _DaftarStage
{
  DaftarRecord parent_instance;

  gint64 board_id;
  char *name;
  gint64 role; /* DaftarStageRole */
  gint64 position;
  gint64 quiet_days; /* days without activity after which a deal here has gone quiet; 0: never */
  gint64 probability; /* percent */
  char *playbook; /* what to do for a customer at this stage, a line each */

  /* For showing, from joins. */
  gint64 n_deals;
  gint64 sum; /* of the values, minor units of the shop’s currency */
  gboolean sum_other; /* whether deals in other currencies are not in @sum */
};

G_END_DECLS
