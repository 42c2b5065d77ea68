/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-ui-context.h"

G_BEGIN_DECLS

#define DAFTAR_TYPE_CUSTOMER_ROW (daftar_customer_row_get_type ())
G_DECLARE_FINAL_TYPE (DaftarCustomerRow, daftar_customer_row, DAFTAR, CUSTOMER_ROW, GtkWidget)

GtkWidget *daftar_customer_row_new       (DaftarUiContext   *ui);
void       daftar_customer_row_set       (DaftarCustomerRow *self,
                                          DaftarCustomer    *customer,
                                          const char        *query);
char      *daftar_customer_row_number    (DaftarCustomer    *customer,
                                          const char        *country);
char      *daftar_customer_row_describe  (DaftarCustomer    *customer,
                                          const char        *country);

G_END_DECLS
