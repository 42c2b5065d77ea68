/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done to several customers at once. */
#pragma once

#include "daftar-ui-context.h"

G_BEGIN_DECLS

void daftar_customer_bulk_tag  (GtkWidget       *parent,
                                DaftarUiContext *ui,
                                GArray          *ids);
void daftar_customer_bulk_plan (GtkWidget       *parent,
                                DaftarUiContext *ui,
                                GArray          *ids);

G_END_DECLS
