/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-context.h"
#include "daftar-window.h"

G_BEGIN_DECLS

void daftar_rescue_present (DaftarWindow  *window,
                            DaftarContext *context,
                            const GError  *error);

G_END_DECLS
