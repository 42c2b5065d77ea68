/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-record.h"

G_BEGIN_DECLS

/* One customer on a board: where the purchase stands. */
#define DAFTAR_TYPE_DEAL (daftar_deal_get_type ())
DAFTAR_DECLARE_RECORD (DaftarDeal, daftar_deal, DEAL)

struct _DaftarDeal
{
  DaftarRecord parent_instance;

  gint64 customer_id;
  gint64 board_id;
  gint64 stage_id;
  char *rank; /* order within the column: see daftar_rank_between() */
  char *title;
  gint64 value; /* minor units */
  char *currency;
  gint64 probability; /* percent; -1: that of the stage */
  char *expected_day; /* ISO day */
  gint64 status; /* DaftarDealStatus */
  char *lost_reason;
  char *note;
  gint64 staff_id;
  gint64 entered_at; /* when it came to its stage */
  gint64 activity_at; /* last real activity */
  gint64 created_at;
  gint64 closed_at;
  gint64 deleted_at;
  char *title_fold;

  /* For showing, from joins. */
  char *customer_name;
  char *stage_name;
  char *next_title; /* the next step */
  char *next_day;
  gint64 next_at;
  gint64 worst_mood;
  gint64 n_open_tickets;
  char *staff_name;
  gint64 quiet_days; /* of its stage */
};

G_END_DECLS
