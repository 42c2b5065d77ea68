/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ticket in words. */
#pragma once

#include "daftar-inbox-store.h"
#include "daftar-ui-context.h"

G_BEGIN_DECLS

char       *daftar_ticket_text_clock   (DaftarUiContext    *ui,
                                        DaftarTicket       *ticket,
                                        const char        **meaning,
                                        const char        **icon_name);
char       *daftar_ticket_text_targets (DaftarUiContext    *ui,
                                        DaftarTicket       *ticket);
char       *daftar_ticket_text_event   (DaftarUiContext    *ui,
                                        DaftarTicketEvent  *event);
char       *daftar_ticket_text_number  (DaftarUiContext    *ui,
                                        gint64              number);
const char *daftar_ticket_text_section (DaftarInboxSection  section,
                                        const char        **meaning);
const char *daftar_ticket_text_view    (DaftarInboxView     view);

G_END_DECLS
