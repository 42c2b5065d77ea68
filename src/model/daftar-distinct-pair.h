/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-record.h"

G_BEGIN_DECLS

/* Two customers who look alike and are not the same. */
#define DAFTAR_TYPE_DISTINCT_PAIR (daftar_distinct_pair_get_type ())
DAFTAR_DECLARE_RECORD (DaftarDistinctPair, daftar_distinct_pair, DISTINCT_PAIR)

struct _DaftarDistinctPair
{
  DaftarRecord parent_instance;

  gint64 customer_id; /* the smaller id of the two */
  gint64 other_id;
  gint64 at;
  gint64 staff_id;
};

G_END_DECLS
