/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DAFTAR_TYPE_PANE (daftar_pane_get_type ())
G_DECLARE_FINAL_TYPE (DaftarPane, daftar_pane, DAFTAR, PANE, GtkWidget)

GtkWidget  *daftar_pane_new              (const char *title);
void        daftar_pane_set_title        (DaftarPane *self,
                                          const char *title,
                                          const char *subtitle);
void        daftar_pane_set_title_widget (DaftarPane *self,
                                          GtkWidget  *widget);
void        daftar_pane_set_child        (DaftarPane *self,
                                          GtkWidget  *child);
void        daftar_pane_pack_start       (DaftarPane *self,
                                          GtkWidget  *widget);
void        daftar_pane_pack_end         (DaftarPane *self,
                                          GtkWidget  *widget);
void        daftar_pane_add_top          (DaftarPane *self,
                                          GtkWidget  *widget);
void        daftar_pane_add_bottom       (DaftarPane *self,
                                          GtkWidget  *widget);

G_END_DECLS
