/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-ui-context.h"

G_BEGIN_DECLS

/**
 * DaftarCustomerFilterMenu:
 *
 * A button that says what the list is narrowed to, and its menu of filters: those that come with the program and
 * those that the shop keeps. "notify::rule" tells that another one was chosen.
 */
#define DAFTAR_TYPE_CUSTOMER_FILTER_MENU (daftar_customer_filter_menu_get_type ())
G_DECLARE_FINAL_TYPE (DaftarCustomerFilterMenu, daftar_customer_filter_menu, DAFTAR, CUSTOMER_FILTER_MENU, GtkWidget)

GtkWidget            *daftar_customer_filter_menu_new        (DaftarUiContext            *ui);
DaftarCustomerFilter *daftar_customer_filter_menu_get_filter (DaftarCustomerFilterMenu   *self);
void                  daftar_customer_filter_menu_set_filter (DaftarCustomerFilterMenu   *self,
                                                              const DaftarCustomerFilter *filter);

G_END_DECLS
