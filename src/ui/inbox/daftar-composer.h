/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-ticket-change.h"
#include "daftar-ticket-view.h"
#include "daftar-ui-context.h"

G_BEGIN_DECLS

/* What is being written. */
typedef enum
{
  DAFTAR_COMPOSER_REPLY,
  DAFTAR_COMPOSER_RECEIVED, /* what the customer wrote or said */
  DAFTAR_COMPOSER_NOTE,
  DAFTAR_COMPOSER_CALL,
} DaftarComposerMode;
#define DAFTAR_N_COMPOSER_MODES 4

#define DAFTAR_TYPE_COMPOSER (daftar_composer_get_type ())
G_DECLARE_FINAL_TYPE (DaftarComposer, daftar_composer, DAFTAR, COMPOSER, GtkWidget)

GtkWidget         *daftar_composer_new        (DaftarUiContext    *ui);
void               daftar_composer_set_ticket (DaftarComposer     *self,
                                               DaftarTicketView   *view);
void               daftar_composer_start      (DaftarComposer     *self,
                                               DaftarComposerMode  mode);
DaftarTicketWords *daftar_composer_get_words  (DaftarComposer     *self,
                                               GError            **error);
char              *daftar_composer_get_link   (DaftarComposer     *self,
                                               DaftarTicketView   *view,
                                               GError           **error);
void               daftar_composer_clear      (DaftarComposer     *self,
                                               gint64              ticket_id);

G_END_DECLS
