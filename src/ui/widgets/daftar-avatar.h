/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DAFTAR_TYPE_AVATAR (daftar_avatar_get_type ())
G_DECLARE_FINAL_TYPE (DaftarAvatar, daftar_avatar, DAFTAR, AVATAR, GtkWidget)

GtkWidget *daftar_avatar_new          (int           size);
void       daftar_avatar_set_initials (DaftarAvatar *self,
                                       const char   *initials,
                                       const char   *name);
void       daftar_avatar_set_name     (DaftarAvatar *self,
                                       const char   *name);
void       daftar_avatar_set_picture  (DaftarAvatar *self,
                                       GdkPaintable *picture);

G_END_DECLS
