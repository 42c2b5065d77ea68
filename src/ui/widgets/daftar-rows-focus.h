/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean daftar_rows_focus (GtkWidget *rows);

G_END_DECLS
