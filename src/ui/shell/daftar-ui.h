/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-config.h"

#include <glib.h>

G_BEGIN_DECLS

void daftar_ui_init (void);

G_END_DECLS
