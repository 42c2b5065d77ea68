/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-notifier.h"

G_BEGIN_DECLS

/* The desktop's notifications, through libnotify. */
#define DAFTAR_TYPE_DESKTOP_NOTIFIER (daftar_desktop_notifier_get_type ())
G_DECLARE_FINAL_TYPE (DaftarDesktopNotifier, daftar_desktop_notifier, DAFTAR, DESKTOP_NOTIFIER, GObject)

DaftarNotifier *daftar_desktop_notifier_new (void);

G_END_DECLS
