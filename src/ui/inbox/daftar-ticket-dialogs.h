/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-ticket-view.h"
#include "daftar-ui-context.h"

G_BEGIN_DECLS

/* Called when the ticket is there. */
typedef void (*DaftarTicketAddedFunc) (gint64   ticket_id,
                                       gpointer data);

void daftar_ticket_dialog_present       (GtkWidget             *parent,
                                         DaftarUiContext       *ui,
                                         gint64                 customer_id,
                                         const char            *customer_name,
                                         DaftarTicketAddedFunc  added,
                                         gpointer               data);
void daftar_ticket_solve_dialog_present (GtkWidget             *parent,
                                         DaftarUiContext       *ui,
                                         gint64                 ticket_id);

G_END_DECLS
