/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-store.h"

G_BEGIN_DECLS

/* Where a moment stands in the list: what is late, today, within a week, after that, and what is done. */
typedef enum
{
  DAFTAR_FOLLOW_UP_VIEW_OVERDUE,
  DAFTAR_FOLLOW_UP_VIEW_TODAY,
  DAFTAR_FOLLOW_UP_VIEW_WEEK,
  DAFTAR_FOLLOW_UP_VIEW_LATER,
  DAFTAR_FOLLOW_UP_VIEW_DONE,
  DAFTAR_N_FOLLOW_UP_VIEWS,
} DaftarFollowUpView;

/* The moments that divide the views, from the shop's day. */
typedef struct
{
  gint64 now;
  gint64 day_start;
  gint64 day_end;
  gint64 week_end;
} DaftarFollowUpBounds;

typedef struct
{
  gint64 n[DAFTAR_N_FOLLOW_UP_VIEWS]; /* without those that are done */
} DaftarFollowUpCounts;

DaftarFollowUp *daftar_follow_up_store_get           (DaftarReader    *reader,
                                                      gint64           id,
                                                      GError         **error);
GPtrArray      *daftar_follow_up_store_get_rows      (DaftarReader    *reader,
                                                      const gint64    *ids,
                                                      guint            n_ids,
                                                      GError         **error);
GPtrArray      *daftar_follow_up_store_list_of_customer (DaftarReader *reader,
                                                      gint64           customer_id,
                                                      gboolean         open_only,
                                                      GError         **error);
GPtrArray      *daftar_follow_up_store_list_of_deal  (DaftarReader    *reader,
                                                      gint64           deal_id,
                                                      GError         **error);
GArray         *daftar_follow_up_store_list_ids      (DaftarReader    *reader,
                                                      DaftarFollowUpView view,
                                                      const DaftarFollowUpBounds *bounds,
                                                      int              limit,
                                                      GError         **error);
gboolean        daftar_follow_up_store_count         (DaftarReader    *reader,
                                                      const DaftarFollowUpBounds *bounds,
                                                      DaftarFollowUpCounts *counts,
                                                      GError         **error);
GPtrArray      *daftar_follow_up_store_list_to_remind (DaftarReader   *reader,
                                                      gint64           at,
                                                      GError         **error);
gint64          daftar_follow_up_store_next_reminder (DaftarReader    *reader,
                                                      gint64           after,
                                                      gboolean         urgent_only,
                                                      GError         **error);
gboolean        daftar_follow_up_store_claim         (DaftarTxn       *txn,
                                                      const gint64    *ids,
                                                      guint            n_ids,
                                                      gboolean         claimed,
                                                      GError         **error);
gboolean        daftar_follow_up_store_save          (DaftarTxn       *txn,
                                                      DaftarFollowUp  *follow_up,
                                                      GError         **error);

G_END_DECLS
