/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-ticket-view.h"
#include "daftar-ui-context.h"

G_BEGIN_DECLS

#define DAFTAR_TYPE_CONVERSATION (daftar_conversation_get_type ())
G_DECLARE_FINAL_TYPE (DaftarConversation, daftar_conversation, DAFTAR, CONVERSATION, GtkWidget)

GtkWidget *daftar_conversation_new (DaftarUiContext    *ui);
void       daftar_conversation_set (DaftarConversation *self,
                                    DaftarTicketView   *view);

G_END_DECLS
