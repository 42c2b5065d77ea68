/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The menus of a ticket: everywhere the same actions with the same names. */
#pragma once

#include "daftar-ticket-view.h"
#include "daftar-ui-context.h"

G_BEGIN_DECLS

GMenuModel *daftar_ticket_menu_status   (DaftarUiContext  *ui,
                                         DaftarTicketView *view);
GMenuModel *daftar_ticket_menu_priority (void);
GMenuModel *daftar_ticket_menu_mood     (void);
GMenuModel *daftar_ticket_menu_assignee (DaftarTicketView *view);
GMenuModel *daftar_ticket_menu_all      (DaftarUiContext  *ui,
                                         DaftarTicketView *view);

G_END_DECLS
