/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-page.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define DAFTAR_TYPE_WINDOW (daftar_window_get_type ())
G_DECLARE_FINAL_TYPE (DaftarWindow, daftar_window, DAFTAR, WINDOW, AdwApplicationWindow)

DaftarWindow *daftar_window_new             (GtkApplication *application,
                                             GSettings      *settings);
void          daftar_window_add_page        (DaftarWindow   *self,
                                             DaftarPage     *page);
gboolean      daftar_window_show_page       (DaftarWindow   *self,
                                             const char     *id);
gboolean      daftar_window_has_page        (DaftarWindow   *self,
                                             const char     *id);
DaftarPage   *daftar_window_get_page        (DaftarWindow   *self);
gboolean      daftar_window_open            (DaftarWindow   *self,
                                             const char     *kind,
                                             gint64          id);
void          daftar_window_set_shop_name   (DaftarWindow   *self,
                                             const char     *name);
void          daftar_window_set_staff       (DaftarWindow   *self,
                                             const char     *name,
                                             GMenuModel     *choices);
void          daftar_window_set_hook        (DaftarWindow   *self,
                                             const char     *name,
                                             GCallback       callback,
                                             gpointer        data);
void          daftar_window_toast           (DaftarWindow   *self,
                                             const char     *text,
                                             const char     *button_label,
                                             GSourceOnceFunc callback,
                                             gpointer        data,
                                             GDestroyNotify  destroy);
void          daftar_window_show_error      (DaftarWindow   *self,
                                             const char     *heading,
                                             const char     *sentence,
                                             const char     *button_label,
                                             const char     *action_name);
void          daftar_window_set_cover         (DaftarWindow   *self,
                                               GtkWidget      *cover);
gboolean      daftar_window_get_folded      (DaftarWindow   *self);
DaftarWindow *daftar_window_of              (GtkWidget      *widget);

G_END_DECLS
