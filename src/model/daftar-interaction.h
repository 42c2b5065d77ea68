/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-record.h"

G_BEGIN_DECLS

/* Something that happened with a customer: the timeline consists of these. */
#define DAFTAR_TYPE_INTERACTION (daftar_interaction_get_type ())
DAFTAR_DECLARE_RECORD (DaftarInteraction, daftar_interaction, INTERACTION)

struct _DaftarInteraction
{
  DaftarRecord parent_instance;

  gint64 customer_id;
  gint64 at;
  gint64 kind; /* DaftarInteractionKind */
  gint64 channel; /* DaftarChannel */
  gint64 direction; /* DaftarContactDirection */
  char *body;
  gint64 staff_id;
  gint64 ticket_id;
  gint64 deal_id;
  gint64 follow_up_id;
  gint64 purchase_id;
  gint64 import_id;
  gint64 deleted_at;
  gboolean pinned; /* stays on top of the page */

  /* For showing, from joins. */
  char *staff_name;
  char *customer_name;
  gint64 ticket_number;
  char *title; /* of what it belongs to */
  gint64 amount;
  char *currency;
  gint64 result; /* DaftarFollowUpResult, of a follow-up */
};

G_END_DECLS
