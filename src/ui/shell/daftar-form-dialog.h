/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * DaftarFormDialog:
 *
 * A window over the window with a form in it: Cancel at the start, what saves it at the end, a place for
 * the sentence about what is wrong. Escape cancels, Ctrl+Enter saves from anywhere. It stays open until
 * its signal "save" led to daftar_form_dialog_done(), so that nothing typed is lost.
 */
#define DAFTAR_TYPE_FORM_DIALOG (daftar_form_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DaftarFormDialog, daftar_form_dialog, DAFTAR, FORM_DIALOG, AdwWindow)

DaftarFormDialog *daftar_form_dialog_new       (GtkWidget        *parent,
                                                const char       *title,
                                                const char       *save_label);
void              daftar_form_dialog_set_destructive (DaftarFormDialog *self);
void              daftar_form_dialog_set_width (DaftarFormDialog *self,
                                                int               width);
void              daftar_form_dialog_set_child (DaftarFormDialog *self,
                                                GtkWidget        *child);
void              daftar_form_dialog_set_error (DaftarFormDialog *self,
                                                const char       *sentence);
void              daftar_form_dialog_set_ready (DaftarFormDialog *self,
                                                gboolean          ready);
void              daftar_form_dialog_set_busy  (DaftarFormDialog *self,
                                                gboolean          busy);
void              daftar_form_dialog_done      (DaftarFormDialog *self);
gboolean          daftar_form_dialog_is_closed (DaftarFormDialog *self);
GtkWidget        *daftar_form_dialog_get_owner (DaftarFormDialog *self);

G_END_DECLS
