/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-ui-context.h"

G_BEGIN_DECLS

#define DAFTAR_TYPE_INBOX_PAGE (daftar_inbox_page_get_type ())
G_DECLARE_FINAL_TYPE (DaftarInboxPage, daftar_inbox_page, DAFTAR, INBOX_PAGE, GtkWidget)

GtkWidget *daftar_inbox_page_new (DaftarUiContext *ui);

G_END_DECLS
