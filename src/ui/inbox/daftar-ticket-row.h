/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-ui-context.h"

G_BEGIN_DECLS

#define DAFTAR_TYPE_TICKET_ROW (daftar_ticket_row_get_type ())
G_DECLARE_FINAL_TYPE (DaftarTicketRow, daftar_ticket_row, DAFTAR, TICKET_ROW, GtkWidget)

GtkWidget *daftar_ticket_row_new         (DaftarUiContext *ui);
void       daftar_ticket_row_set         (DaftarTicketRow *self,
                                          DaftarTicket    *ticket);
void       daftar_ticket_row_set_heading (DaftarTicketRow *self,
                                          const char      *title,
                                          const char      *meaning,
                                          guint            count);
void       daftar_ticket_row_update      (DaftarTicketRow *self);
char      *daftar_ticket_row_describe    (DaftarTicketRow *self);

G_END_DECLS
