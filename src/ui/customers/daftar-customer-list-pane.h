/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-id-selection.h"
#include "daftar-ui-context.h"

G_BEGIN_DECLS

/**
 * DaftarCustomerListPane:
 *
 * All customers: searched, filtered, sorted; as a list beside the profile or as a table. Its signal "open" comes
 * when one is chosen to be looked at, "notify::table" when the table takes the place of both or leaves it.
 */
#define DAFTAR_TYPE_CUSTOMER_LIST_PANE (daftar_customer_list_pane_get_type ())
G_DECLARE_FINAL_TYPE (DaftarCustomerListPane, daftar_customer_list_pane, DAFTAR, CUSTOMER_LIST_PANE, GtkWidget)

GtkWidget         *daftar_customer_list_pane_new           (DaftarUiContext        *ui);
DaftarIdSelection *daftar_customer_list_pane_get_selection (DaftarCustomerListPane *self);
gboolean           daftar_customer_list_pane_get_table     (DaftarCustomerListPane *self);
gboolean           daftar_customer_list_pane_focus_search  (DaftarCustomerListPane *self);
void               daftar_customer_list_pane_show_all      (DaftarCustomerListPane *self);

G_END_DECLS
