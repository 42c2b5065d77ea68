/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-follow-up-store.h"

G_BEGIN_DECLS

/* When a follow-up is to come back. */
typedef enum
{
  DAFTAR_SNOOZE_HOUR,
  DAFTAR_SNOOZE_TOMORROW,    /* in the morning */
  DAFTAR_SNOOZE_WORKING_DAY, /* when the shop opens next, tomorrow or later */
  DAFTAR_SNOOZE_UNTIL,       /* a moment of one's own */
} DaftarSnooze;

void      daftar_follow_up_bounds      (DaftarFollowUpBounds *bounds,
                                        GTimeZone            *zone,
                                        gint64                now);
gpointer  daftar_follow_up_counts_read (DaftarReader         *reader,
                                        gpointer              request,
                                        GError              **error);
GArray   *daftar_follow_up_view_ids    (DaftarReader         *reader,
                                        gpointer              view,
                                        int                   limit,
                                        GError              **error);
gpointer  daftar_follow_up_read        (DaftarReader         *reader,
                                        gpointer              id,
                                        GError              **error);
gboolean  daftar_follow_up_is_overdue  (DaftarFollowUp       *follow_up,
                                        GTimeZone            *zone,
                                        gint64                now);

G_END_DECLS
