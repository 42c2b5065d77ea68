/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-follow-up-view.h"

G_BEGIN_DECLS

/* How one went. No answer brings it back at @again_day. */
typedef struct
{
  gint64 id;
  DaftarFollowUpResult result;
  char *outcome;    /* nullable: more about it */
  char *again_day;  /* nullable: without an answer, tomorrow */
  int again_minute; /* -1: at the time of day that it had */
} DaftarFollowUpEnd;

typedef struct
{
  GArray *ids;
  DaftarSnooze snooze;
  gint64 until; /* of DAFTAR_SNOOZE_UNTIL */
} DaftarSnoozeRequest;

DaftarFollowUpEnd   *daftar_follow_up_end_new     (gint64                id,
                                                   DaftarFollowUpResult  result);
void                 daftar_follow_up_end_free    (DaftarFollowUpEnd    *self);
gpointer             daftar_follow_up_end_write   (DaftarTxn            *txn,
                                                   gpointer              end,
                                                   GError              **error);

DaftarSnoozeRequest *daftar_snooze_request_new    (gint64                id,
                                                   DaftarSnooze          snooze,
                                                   gint64                until);
void                 daftar_snooze_request_free   (DaftarSnoozeRequest  *self);
gpointer             daftar_follow_up_snooze_write (DaftarTxn           *txn,
                                                   gpointer              request,
                                                   GError              **error);

gpointer             daftar_follow_up_save_write  (DaftarTxn            *txn,
                                                   gpointer              follow_up,
                                                   GError              **error);
gpointer             daftar_follow_up_delete_write (DaftarTxn           *txn,
                                                   gpointer              id,
                                                   GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarFollowUpEnd, daftar_follow_up_end_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarSnoozeRequest, daftar_snooze_request_free)

G_END_DECLS
