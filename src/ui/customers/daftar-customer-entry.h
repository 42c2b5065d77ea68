/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-ui-context.h"

G_BEGIN_DECLS

/**
 * DaftarCustomerEntry:
 *
 * An entry in which a customer is chosen: type any part of the name or number, Enter or a press takes the
 * one meant; or, where that is allowed, a new customer of that name. Its signal "changed" tells of both.
 */
#define DAFTAR_TYPE_CUSTOMER_ENTRY (daftar_customer_entry_get_type ())
G_DECLARE_FINAL_TYPE (DaftarCustomerEntry, daftar_customer_entry, DAFTAR, CUSTOMER_ENTRY, GtkWidget)

GtkWidget  *daftar_customer_entry_new          (DaftarUiContext     *ui,
                                                gboolean             allow_new);
void        daftar_customer_entry_set_free_text (DaftarCustomerEntry *self,
                                                 const char          *label);
void        daftar_customer_entry_set_text     (DaftarCustomerEntry *self,
                                                const char          *text);
const char *daftar_customer_entry_get_name     (DaftarCustomerEntry *self);
gint64      daftar_customer_entry_get_id       (DaftarCustomerEntry *self);
const char *daftar_customer_entry_get_new_name (DaftarCustomerEntry *self);
void        daftar_customer_entry_set_customer (DaftarCustomerEntry *self,
                                                gint64               id,
                                                const char          *name);

G_END_DECLS
