/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-format.h"
#include "daftar-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DaftarUiContext:
 *
 * What every page is built from: the open store, the clock, the shop and how its numbers, days and
 * amounts are written. Its signal "tick" comes about twice a minute, for what says how late something is;
 * "notify::format" and "notify::shop" when those change.
 */
#define DAFTAR_TYPE_UI_CONTEXT (daftar_ui_context_get_type ())
G_DECLARE_FINAL_TYPE (DaftarUiContext, daftar_ui_context, DAFTAR, UI_CONTEXT, GObject)

DaftarUiContext *daftar_ui_context_new          (DaftarStore     *store,
                                                 GSettings       *settings,
                                                 DaftarShop      *shop);
DaftarStore     *daftar_ui_context_get_store    (DaftarUiContext *self);
DaftarClock     *daftar_ui_context_get_clock    (DaftarUiContext *self);
GSettings       *daftar_ui_context_get_settings (DaftarUiContext *self);
DaftarShop      *daftar_ui_context_get_shop     (DaftarUiContext *self);
DaftarFormat    *daftar_ui_context_get_format   (DaftarUiContext *self);
gint64           daftar_ui_context_now          (DaftarUiContext *self);
char            *daftar_ui_context_today        (DaftarUiContext *self);

void             daftar_ui_toast_undo           (GtkWidget       *widget,
                                                 DaftarUiContext *self,
                                                 const char      *text,
                                                 gint64           operation_id);
void             daftar_ui_tell_error           (GtkWidget       *widget,
                                                 const GError    *error);

G_END_DECLS
