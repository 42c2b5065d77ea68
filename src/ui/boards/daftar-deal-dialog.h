/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-ui-context.h"

G_BEGIN_DECLS

void daftar_deal_dialog_add  (GtkWidget       *parent,
                              DaftarUiContext *ui,
                              GPtrArray       *stages);
void daftar_deal_dialog_edit (GtkWidget       *parent,
                              DaftarUiContext *ui,
                              DaftarDeal      *deal);
void daftar_lost_dialog_present (GtkWidget       *parent,
                                 DaftarUiContext *ui,
                                 gint64           deal_id);

G_END_DECLS
