/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-store.h"

G_BEGIN_DECLS

/* Why something stands on the list of today, in the order of the list. */
typedef enum
{
  DAFTAR_TODAY_TICKET_LATE,
  DAFTAR_TODAY_FOLLOW_UP_OVERDUE,
  DAFTAR_TODAY_TICKET_SOON,
  DAFTAR_TODAY_FOLLOW_UP_DUE,
  DAFTAR_TODAY_OCCASION,
  DAFTAR_TODAY_DEAL_QUIET,
  DAFTAR_TODAY_DEAL_NO_STEP,
  DAFTAR_N_TODAY,
} DaftarTodayReason;

typedef struct
{
  DaftarTodayReason reason;
  DaftarKind kind; /* of the record behind it */
  gint64 id;
  gint64 customer_id;
  char *title;         /* what it is */
  char *customer_name; /* nullable */
  char *phone;         /* nullable: to call at once */
  gint64 at;           /* the moment that the reason counts from or to; 0 for occasions */
  char *day;           /* nullable: of an occasion, ISO */
  gint64 mood;         /* DaftarMood of a ticket */
  gint64 number;       /* of a ticket */
  int quiet_days;      /* of a deal */
} DaftarTodayItem;

void        daftar_today_item_free    (DaftarTodayItem   *self);
const char *daftar_today_reason_nick  (DaftarTodayReason  reason);
gpointer    daftar_today_read         (DaftarReader      *reader,
                                       gpointer           request,
                                       GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarTodayItem, daftar_today_item_free)

G_END_DECLS
