/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-ui-context.h"

G_BEGIN_DECLS

void daftar_import_dialog_present (GtkWidget       *parent,
                                   DaftarUiContext *ui,
                                   const char      *path);
gboolean daftar_import_dialog_is_writing (void);

G_END_DECLS
