/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-id-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DaftarIdSelection:
 *
 * A #GtkSelectionModel over a #DaftarIdList that selects rows by their ids: one, or any number. What is selected
 * stays so when rows move, and no row is loaded to find that out: GTK's own models ask for every row after a
 * change. Its properties "id" (the one that is selected, 0 if none or several are) and "n-selected" notify.
 */
#define DAFTAR_TYPE_ID_SELECTION (daftar_id_selection_get_type ())
G_DECLARE_FINAL_TYPE (DaftarIdSelection, daftar_id_selection, DAFTAR, ID_SELECTION, GObject)

DaftarIdSelection *daftar_id_selection_new            (DaftarIdList      *list);
DaftarIdSelection *daftar_id_selection_new_multiple   (DaftarIdList      *list);
gint64             daftar_id_selection_get_id         (DaftarIdSelection *self);
void               daftar_id_selection_set_id         (DaftarIdSelection *self,
                                                       gint64             id);
guint              daftar_id_selection_get_position   (DaftarIdSelection *self);
guint              daftar_id_selection_get_n_selected (DaftarIdSelection *self);
GArray            *daftar_id_selection_get_ids        (DaftarIdSelection *self);

G_END_DECLS
