/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void daftar_start_choose_renderer (void);
void daftar_start_set_direction   (void);
void daftar_start_again           (char       **environment);

G_END_DECLS
