/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts that a profile is put together from. Each makes a widget of what is known, or NULL of nothing. */
#pragma once

#include "daftar-profile.h"
#include "daftar-ui-context.h"

G_BEGIN_DECLS

GtkWidget *daftar_profile_header_new   (DaftarUiContext   *ui,
                                        DaftarProfile     *profile);
GtkWidget *daftar_profile_buttons_new  (DaftarUiContext   *ui,
                                        DaftarProfile     *profile);
GtkWidget *daftar_profile_promised_new (DaftarUiContext   *ui,
                                        DaftarProfile     *profile);
GtkWidget *daftar_profile_open_new     (DaftarUiContext   *ui,
                                        DaftarProfile     *profile);
GtkWidget *daftar_profile_pinned_new   (DaftarUiContext   *ui,
                                        DaftarProfile     *profile);

G_END_DECLS
