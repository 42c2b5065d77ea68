/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-composer.h"
#include "daftar-ticket-view.h"
#include "daftar-ui-context.h"

G_BEGIN_DECLS

typedef enum
{
  DAFTAR_TICKET_MENU_STATUS,
  DAFTAR_TICKET_MENU_PRIORITY,
  DAFTAR_TICKET_MENU_MOOD,
  DAFTAR_TICKET_MENU_ASSIGNEE,
} DaftarTicketMenu;
#define DAFTAR_N_TICKET_MENUS 4

/**
 * DaftarTicketDetail:
 *
 * One ticket: what it is about, its state in menus, the conversation, the composer. It reads it again when
 * it changes. Signal "shown": another ticket, or the same in another state.
 */
#define DAFTAR_TYPE_TICKET_DETAIL (daftar_ticket_detail_get_type ())
G_DECLARE_FINAL_TYPE (DaftarTicketDetail, daftar_ticket_detail, DAFTAR, TICKET_DETAIL, GtkWidget)

GtkWidget        *daftar_ticket_detail_new          (DaftarUiContext    *ui);
void              daftar_ticket_detail_show         (DaftarTicketDetail *self,
                                                     gint64              ticket_id);
DaftarTicketView *daftar_ticket_detail_get_view     (DaftarTicketDetail *self);
DaftarComposer   *daftar_ticket_detail_get_composer (DaftarTicketDetail *self);
void              daftar_ticket_detail_open_menu    (DaftarTicketDetail *self,
                                                     DaftarTicketMenu    menu);

G_END_DECLS
