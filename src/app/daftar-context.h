/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-ui-context.h"

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
DaftarClock   *daftar_context_get_clock    (DaftarContext *self);
DaftarStore   *daftar_context_get_store    (DaftarContext *self);
DaftarUiContext *daftar_context_get_ui     (DaftarContext *self);
void           daftar_context_open         (DaftarContext *self);
void           daftar_context_reload       (DaftarContext *self);

G_END_DECLS
