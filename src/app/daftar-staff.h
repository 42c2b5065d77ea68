/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-ui-context.h"
#include "daftar-window.h"

G_BEGIN_DECLS

void daftar_staff_follow (DaftarWindow    *window,
                          DaftarUiContext *ui);

G_END_DECLS
