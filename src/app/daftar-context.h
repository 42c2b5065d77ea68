/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define DAFTAR_TYPE_CONTEXT (daftar_context_get_type ())
G_DECLARE_FINAL_TYPE (DaftarContext, daftar_context, DAFTAR, CONTEXT, GObject)

DaftarContext *daftar_context_new          (GSettings     *settings,
                                            const char    *file,
                                            gboolean       demo);
GSettings     *daftar_context_get_settings (DaftarContext *self);
const char    *daftar_context_get_path     (DaftarContext *self);
gboolean       daftar_context_is_demo      (DaftarContext *self);

G_END_DECLS
