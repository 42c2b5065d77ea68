/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-record.h"

G_BEGIN_DECLS

/* One change of a ticket; never deleted, at most void. */
#define DAFTAR_TYPE_TICKET_EVENT (daftar_ticket_event_get_type ())
DAFTAR_DECLARE_RECORD (DaftarTicketEvent, daftar_ticket_event, TICKET_EVENT)

struct _DaftarTicketEvent
{
  DaftarRecord parent_instance;

  gint64 operation_id;
  gint64 ticket_id;
  gint64 at;
  gint64 staff_id;
  char *what; /* the column that changed */
  char *old;
  char *new;
  gboolean voided;

  /* For showing, from joins. */
  char *staff_name;
  char *new_name; /* of the person or ticket that @new is the id of */
};

G_END_DECLS
