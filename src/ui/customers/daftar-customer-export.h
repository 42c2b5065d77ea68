/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-ui-context.h"

G_BEGIN_DECLS

void daftar_customer_export_present (GtkWidget       *parent,
                                     DaftarUiContext *ui,
                                     GArray          *ids);

G_END_DECLS
