/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "daftar-enums.h"

G_BEGIN_DECLS

const char *daftar_icon_for_channel      (DaftarChannel     channel);
const char *daftar_icon_for_contact_kind (DaftarContactKind kind);
const char *daftar_icon_for_mood         (DaftarMood        mood);
GtkWidget  *daftar_mood_icon_new         (void);
void        daftar_mood_icon_set         (GtkWidget        *icon,
                                          DaftarMood        mood);

G_END_DECLS
