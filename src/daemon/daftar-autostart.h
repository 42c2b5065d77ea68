/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void daftar_autostart_ask_once (GDBusConnection *bus,
                                GSettings       *settings);

G_END_DECLS
