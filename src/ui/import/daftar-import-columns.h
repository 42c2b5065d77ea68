/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "daftar-import.h"

G_BEGIN_DECLS

GtkWidget *daftar_import_columns_new    (DaftarImport *import,
                                         GCallback     changed,
                                         gpointer      data);
GtkWidget *daftar_import_people_new     (DaftarImport *import);
GtkWidget *daftar_import_refused_new    (GPtrArray    *refused);

G_END_DECLS
