/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-store.h"

G_BEGIN_DECLS

DaftarTicket *daftar_ticket_store_get           (DaftarReader         *reader,
                                                 gint64                id,
                                                 GError              **error);
DaftarTicket *daftar_ticket_store_get_by_number (DaftarReader         *reader,
                                                 gint64                number,
                                                 GError              **error);
GPtrArray    *daftar_ticket_store_get_rows      (DaftarReader         *reader,
                                                 const gint64         *ids,
                                                 guint                 n_ids,
                                                 GError              **error);
GPtrArray    *daftar_ticket_store_list_of_customer (DaftarReader      *reader,
                                                 gint64                customer_id,
                                                 gboolean              open_only,
                                                 GError              **error);
gboolean      daftar_ticket_store_save          (DaftarTxn            *txn,
                                                 DaftarTicket         *ticket,
                                                 gint64                at,
                                                 GError              **error);
GPtrArray    *daftar_ticket_store_list_messages (DaftarReader         *reader,
                                                 gint64                ticket_id,
                                                 GError              **error);
gboolean      daftar_ticket_store_save_message  (DaftarTxn            *txn,
                                                 DaftarTicketMessage  *message,
                                                 GError              **error);
gboolean      daftar_ticket_store_tell_merged   (DaftarTxn            *txn,
                                                 gint64                ticket_id,
                                                 gint64                merged_id,
                                                 GError              **error);
GPtrArray    *daftar_ticket_store_list_events   (DaftarReader         *reader,
                                                 gint64                ticket_id,
                                                 GError              **error);

G_END_DECLS
