/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures as they come, made small and safe to keep. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void    daftar_photo_load_async    (GFile               *file,
                                    GdkTexture          *texture,
                                    GAsyncReadyCallback  callback,
                                    gpointer             data);
GBytes *daftar_photo_load_finish   (GAsyncResult        *result,
                                    GError             **error);
GBytes *daftar_photo_from_bytes    (GBytes              *bytes,
                                    GError             **error);

G_END_DECLS
