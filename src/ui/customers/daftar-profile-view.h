/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-profile.h"
#include "daftar-ui-context.h"

G_BEGIN_DECLS

#define DAFTAR_TYPE_PROFILE_VIEW (daftar_profile_view_get_type ())
G_DECLARE_FINAL_TYPE (DaftarProfileView, daftar_profile_view, DAFTAR, PROFILE_VIEW, GtkWidget)

GtkWidget     *daftar_profile_view_new         (DaftarUiContext   *ui);
void           daftar_profile_view_show        (DaftarProfileView *self,
                                                gint64             customer_id);
DaftarProfile *daftar_profile_view_get_profile (DaftarProfileView *self);
void           daftar_profile_view_write       (DaftarProfileView *self);
void           daftar_profile_view_print       (DaftarProfileView *self);
void           daftar_profile_view_save_pdf    (DaftarProfileView *self);

G_END_DECLS
