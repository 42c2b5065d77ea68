/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done with the ticket that the inbox shows: the actions of the page. */
#pragma once

#include "daftar-inbox-page.h"
#include "daftar-ticket-detail.h"

G_BEGIN_DECLS

void                daftar_inbox_actions_install (GtkWidgetClass  *widget_class);
void                daftar_inbox_actions_update  (DaftarInboxPage *self);

/* By the page, for the actions. */
DaftarTicketDetail *daftar_inbox_page_get_detail (DaftarInboxPage *self);
DaftarUiContext    *daftar_inbox_page_get_ui     (DaftarInboxPage *self);
void                daftar_inbox_page_show       (DaftarInboxPage *self,
                                                  gint64           ticket_id);
void                daftar_inbox_page_move       (DaftarInboxPage *self,
                                                  int              by);
void                daftar_inbox_page_focus_list (DaftarInboxPage *self);

G_END_DECLS
