/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * DaftarListDialog:
 *
 * A window over the window with a list in it and nothing to save: the bin, duplicates, a history. Escape closes it. It
 * has toasts of its own, for what is done in it.
 */
#define DAFTAR_TYPE_LIST_DIALOG (daftar_list_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DaftarListDialog, daftar_list_dialog, DAFTAR, LIST_DIALOG, AdwWindow)

DaftarListDialog *daftar_list_dialog_new       (GtkWidget        *parent,
                                                const char       *title,
                                                int               width);
void              daftar_list_dialog_set_top   (DaftarListDialog *self,
                                                GtkWidget        *top);
void              daftar_list_dialog_set_end   (DaftarListDialog *self,
                                                GtkWidget        *bottom);
void              daftar_list_dialog_add       (DaftarListDialog *self,
                                                const char       *name,
                                                GtkWidget        *child,
                                                gboolean          scrolls);
void              daftar_list_dialog_show      (DaftarListDialog *self,
                                                const char       *name);
void              daftar_list_dialog_toast     (DaftarListDialog *self,
                                                const char       *text,
                                                GSourceOnceFunc   undo,
                                                gpointer          data,
                                                GDestroyNotify    destroy);
gboolean          daftar_list_dialog_is_closed (DaftarListDialog *self);
GtkWidget        *daftar_list_dialog_get_owner (DaftarListDialog *self);

G_END_DECLS
