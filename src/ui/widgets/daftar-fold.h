/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DAFTAR_TYPE_FOLD (daftar_fold_get_type ())
G_DECLARE_FINAL_TYPE (DaftarFold, daftar_fold, DAFTAR, FOLD, GtkWidget)

GtkWidget *daftar_fold_new        (int         threshold);
void       daftar_fold_set_child  (DaftarFold *self,
                                   GtkWidget  *child);
gboolean   daftar_fold_get_narrow (DaftarFold *self);
void       daftar_fold_start_narrow (DaftarFold *self);

G_END_DECLS
