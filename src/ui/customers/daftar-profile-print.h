/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-ui-context.h"

G_BEGIN_DECLS

void daftar_profile_print    (GtkWidget       *widget,
                              DaftarUiContext *ui,
                              gint64           customer_id);
void daftar_profile_save_pdf (GtkWidget       *widget,
                              DaftarUiContext *ui,
                              gint64           customer_id,
                              const char      *name);

G_END_DECLS
