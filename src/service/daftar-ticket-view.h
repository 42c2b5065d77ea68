/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-store.h"

G_BEGIN_DECLS

/* All of one ticket, to look at. */
typedef struct
{
  DaftarTicket *ticket;
  DaftarCustomer *customer; /* nullable */
  GPtrArray *points;        /* DaftarContactPoint of the customer, the preferred first */
  GPtrArray *conversation;  /* DaftarTicketMessage and DaftarTicketEvent, the oldest first */
  GPtrArray *others;        /* DaftarTicket: other open ones of the same customer */
  GPtrArray *staff;         /* DaftarStaffMember */
  gint64 tomorrow;          /* tomorrow's morning, microseconds UTC */
  gint64 next_opening;      /* when the shop opens after today */
  gint64 next_week;         /* the morning in a week */
} DaftarTicketView;

void     daftar_ticket_view_free (gpointer       self);
gpointer daftar_ticket_read      (DaftarReader  *reader,
                                  gpointer       ticket_id,
                                  GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarTicketView, daftar_ticket_view_free)

G_END_DECLS
