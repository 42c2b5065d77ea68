/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-ui-context.h"

G_BEGIN_DECLS

/**
 * DaftarProfileComposer:
 *
 * One line in which one writes what happened: Enter saves it. The channel and the next step stand beside it.
 */
#define DAFTAR_TYPE_PROFILE_COMPOSER (daftar_profile_composer_get_type ())
G_DECLARE_FINAL_TYPE (DaftarProfileComposer, daftar_profile_composer, DAFTAR, PROFILE_COMPOSER, GtkWidget)

GtkWidget *daftar_profile_composer_new          (DaftarUiContext       *ui);
void       daftar_profile_composer_set_customer (DaftarProfileComposer *self,
                                                 gint64                 customer_id);

G_END_DECLS
