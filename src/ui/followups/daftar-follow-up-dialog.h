/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-ui-context.h"

G_BEGIN_DECLS

void daftar_follow_up_dialog_add  (GtkWidget       *parent,
                                   DaftarUiContext *ui,
                                   gint64           customer_id,
                                   const char      *customer_name,
                                   gint64           deal_id);
void daftar_follow_up_dialog_edit (GtkWidget       *parent,
                                   DaftarUiContext *ui,
                                   DaftarFollowUp  *follow_up);

G_END_DECLS
