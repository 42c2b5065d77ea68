/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The right entry for each type of the shop's own fields. */
#pragma once

#include "daftar-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *daftar_custom_input_new (DaftarCustomField  *field,
                                    DaftarCustomValue  *value);
gboolean   daftar_custom_input_get (GtkWidget          *input,
                                    DaftarCustomField  *field,
                                    DaftarCustomValue  *before,
                                    const char         *currency,
                                    DaftarCustomValue **value,
                                    GError            **error);

G_END_DECLS
