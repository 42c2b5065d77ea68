/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-record.h"

G_BEGIN_DECLS

/* One message, call or note on a ticket. */
#define DAFTAR_TYPE_TICKET_MESSAGE (daftar_ticket_message_get_type ())
DAFTAR_DECLARE_RECORD (DaftarTicketMessage, daftar_ticket_message, TICKET_MESSAGE)

struct _DaftarTicketMessage
{
  DaftarRecord parent_instance;

  gint64 ticket_id;
  gint64 at;
  gint64 kind; /* DaftarMessageKind */
  gint64 direction; /* DaftarContactDirection */
  gint64 channel; /* DaftarChannel */
  char *body;
  gint64 staff_id;
  char *author; /* name of a person outside the shop, if not the customer */
  gint64 duration; /* of a call, seconds */
  gint64 merged_from; /* the ticket it was on before a merge */
  gint64 deleted_at;

  /* For showing, from joins. */
  char *staff_name;
};

G_END_DECLS
