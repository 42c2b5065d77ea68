/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-ui-context.h"

G_BEGIN_DECLS

#define DAFTAR_TYPE_CUSTOMERS_PAGE (daftar_customers_page_get_type ())
G_DECLARE_FINAL_TYPE (DaftarCustomersPage, daftar_customers_page, DAFTAR, CUSTOMERS_PAGE, GtkWidget)

GtkWidget *daftar_customers_page_new (DaftarUiContext *ui);

G_END_DECLS
