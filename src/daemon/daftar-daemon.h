/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The program without a window: reminds, and sleeps in between. */
#define DAFTAR_TYPE_DAEMON (daftar_daemon_get_type ())
G_DECLARE_FINAL_TYPE (DaftarDaemon, daftar_daemon, DAFTAR, DAEMON, GApplication)

DaftarDaemon *daftar_daemon_new (GSettings *settings);

G_END_DECLS
