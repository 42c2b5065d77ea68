/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define DAFTAR_TYPE_APPLICATION (daftar_application_get_type ())
G_DECLARE_FINAL_TYPE (DaftarApplication, daftar_application, DAFTAR, APPLICATION, AdwApplication)

DaftarApplication *daftar_application_new           (GSettings         *settings);
void               daftar_application_restart       (DaftarApplication *self);
gboolean           daftar_application_wants_restart (DaftarApplication *self);

G_END_DECLS
