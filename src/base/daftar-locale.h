/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void daftar_locale_set_language (GSettings *settings);

G_END_DECLS
