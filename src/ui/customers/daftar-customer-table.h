/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-id-selection.h"
#include "daftar-ui-context.h"

G_BEGIN_DECLS

/**
 * DaftarCustomerTable:
 *
 * All customers in columns that one chooses, orders and sorts by. Its signal "activate" comes with a position,
 * "sorted" when a heading was pressed.
 */
#define DAFTAR_TYPE_CUSTOMER_TABLE (daftar_customer_table_get_type ())
G_DECLARE_FINAL_TYPE (DaftarCustomerTable, daftar_customer_table, DAFTAR, CUSTOMER_TABLE, GtkWidget)

GtkWidget  *daftar_customer_table_new         (DaftarUiContext     *ui,
                                               DaftarIdSelection   *selection);
void        daftar_customer_table_set_used    (DaftarCustomerTable *self,
                                               gboolean             used);
void        daftar_customer_table_set_sort    (DaftarCustomerTable *self,
                                               DaftarCustomerOrder  order,
                                               gboolean             descending);
void        daftar_customer_table_get_sort    (DaftarCustomerTable *self,
                                               DaftarCustomerOrder *order,
                                               gboolean            *descending);
const char *daftar_customer_column_title      (DaftarCustomerOrder  column);

G_END_DECLS
