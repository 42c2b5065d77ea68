/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-hours.h"
#include "daftar-store.h"

G_BEGIN_DECLS

/* What is due on a ticket, and when: microseconds UTC, 0 where nothing is. */
typedef struct
{
  gint64 first_due_at;
  gint64 first_response_at;
  gint64 next_due_at;
  gint64 solve_due_at;
  gint64 next_at;
} DaftarTicketClock;

void     daftar_ticket_clock_compute     (DaftarTicketClock  *clock,
                                          DaftarTicket       *ticket,
                                          GPtrArray          *messages,
                                          GPtrArray          *events,
                                          DaftarHours        *hours,
                                          DaftarShop         *shop);
gboolean daftar_ticket_clock_refresh     (DaftarTxn          *txn,
                                          gint64              ticket_id,
                                          GError            **error);
gboolean daftar_ticket_clock_refresh_all (DaftarTxn          *txn,
                                          GError            **error);

G_END_DECLS
