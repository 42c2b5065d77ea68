/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-ui-context.h"

G_BEGIN_DECLS

void daftar_note_dialog_present (GtkWidget       *parent,
                                 DaftarUiContext *ui,
                                 gint64           customer_id,
                                 const char      *customer_name);

G_END_DECLS
