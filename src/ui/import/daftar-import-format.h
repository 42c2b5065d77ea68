/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-import.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *daftar_import_format_new (DaftarImport    *import,
                                     GSourceOnceFunc  changed,
                                     gpointer         data);

G_END_DECLS
