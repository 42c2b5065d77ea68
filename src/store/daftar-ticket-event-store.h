/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the files of store/ alone: the history of a ticket writes itself. */
#pragma once

#include "daftar-store.h"

G_BEGIN_DECLS

/* On the ticket that took in another one; "new" is the other's id. */
#define DAFTAR_TICKET_EVENT_MERGED_FROM "merged_from"

gboolean daftar_ticket_event_store_add  (DaftarTxn     *txn,
                                         gint64         ticket_id,
                                         gint64         at,
                                         const char    *what,
                                         const char    *old,
                                         const char    *new,
                                         GError       **error);
gboolean daftar_ticket_event_store_tell (DaftarTxn     *txn,
                                         DaftarTicket  *before,
                                         DaftarTicket  *after,
                                         GError       **error);

G_END_DECLS
