/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DAFTAR_TYPE_SPLIT (daftar_split_get_type ())
G_DECLARE_FINAL_TYPE (DaftarSplit, daftar_split, DAFTAR, SPLIT, GtkWidget)

GtkWidget *daftar_split_new         (GtkWidget   *list,
                                     GtkWidget   *detail);
void       daftar_split_set_list    (DaftarSplit *self,
                                     GtkWidget   *list);
void       daftar_split_set_detail  (DaftarSplit *self,
                                     GtkWidget   *detail);
void       daftar_split_show_detail (DaftarSplit *self);
gboolean   daftar_split_show_list   (DaftarSplit *self);
gboolean   daftar_split_get_folded  (DaftarSplit *self);
void       daftar_split_set_one     (DaftarSplit *self,
                                     gboolean     one);

G_END_DECLS
