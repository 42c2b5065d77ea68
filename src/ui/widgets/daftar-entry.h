/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void daftar_entry_set_ltr           (GtkEditable *editable);
void daftar_entry_set_own_direction (GtkEditable *editable);

G_END_DECLS
