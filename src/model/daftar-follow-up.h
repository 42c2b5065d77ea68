/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-record.h"

G_BEGIN_DECLS

/* Something promised: what, to whom, when. */
#define DAFTAR_TYPE_FOLLOW_UP (daftar_follow_up_get_type ())
DAFTAR_DECLARE_RECORD (DaftarFollowUp, daftar_follow_up, FOLLOW_UP)

struct _DaftarFollowUp
{
  DaftarRecord parent_instance;

  gint64 customer_id;
  gint64 ticket_id;
  gint64 deal_id;
  char *title;
  gint64 channel; /* DaftarChannel */
  gint64 status; /* DaftarFollowUpStatus */
  char *due_day; /* ISO day, the shop’s */
  gint64 due_minute; /* minute of the day; -1: any time that day */
  gint64 due_at; /* the moment that follows from day, minute and zone */
  gint64 snoozed_until;
  gint64 next_at; /* when to remind: the later of due and snoozed */
  gint64 repeat_interval;
  gint64 repeat_unit; /* DaftarRecurUnit */
  gboolean repeat_from_done; /* counts from the day done, not from the planned one */
  char *anchor_day; /* ISO day that repetitions count from */
  gboolean urgent; /* reminds outside working hours too */
  gint64 staff_id; /* for whom */
  gint64 result; /* DaftarFollowUpResult: how it went */
  char *outcome; /* more about it, in somebody’s words */
  gint64 done_at;
  gint64 reminded_at; /* for which next_at a reminder was claimed */
  gint64 created_at;
  gint64 deleted_at;

  /* For showing, from joins. */
  char *customer_name;
  char *phone;
  char *staff_name;
  char *deal_title;
  gint64 ticket_number;
};

G_END_DECLS
