/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-profile.h"
#include "daftar-ui-context.h"

G_BEGIN_DECLS

void daftar_customer_dialog_present (GtkWidget       *parent,
                                     DaftarUiContext *ui,
                                     DaftarProfile   *profile);

G_END_DECLS
