/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-note-change.h"
#include "daftar-ui-context.h"

G_BEGIN_DECLS

void daftar_note_edit_dialog_present (GtkWidget         *parent,
                                      DaftarUiContext   *ui,
                                      DaftarInteraction *note);
void daftar_note_edit_dialog_present_pinned (GtkWidget  *parent,
                                      DaftarUiContext   *ui,
                                      DaftarCustomer    *customer);

G_END_DECLS
