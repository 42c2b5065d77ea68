/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-ui-context.h"

G_BEGIN_DECLS

void daftar_preferences_present (GtkWindow       *parent,
                                 GSettings       *settings,
                                 DaftarUiContext *ui);

G_END_DECLS
