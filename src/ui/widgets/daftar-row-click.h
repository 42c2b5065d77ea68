/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void daftar_row_click_add (GtkListItem *item);

G_END_DECLS
