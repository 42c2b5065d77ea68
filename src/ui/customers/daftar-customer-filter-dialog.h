/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-ui-context.h"

G_BEGIN_DECLS

typedef void (*DaftarFilterFunc) (DaftarCustomerFilter *filter,
                                  gpointer              data);

void daftar_customer_filter_dialog_present (GtkWidget                  *parent,
                                            DaftarUiContext            *ui,
                                            const DaftarCustomerFilter *filter,
                                            DaftarFilterFunc            chosen);

G_END_DECLS
