/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-store.h"

G_BEGIN_DECLS

/* A customer as a form leaves it. The records are the form's own copies. */
typedef struct
{
  DaftarCustomer *customer;
  GPtrArray *points;        /* nullable: the contact points stay; otherwise all of them, in order */
  DaftarOccasion *birthday; /* nullable: stays */
  GPtrArray *values;        /* nullable: DaftarCustomValueEdit, what changed in the shop's own fields */
} DaftarCustomerEdit;

DaftarCustomerEdit *daftar_customer_edit_new     (DaftarCustomer     *customer,
                                                  GPtrArray          *points);
void                daftar_customer_edit_free    (DaftarCustomerEdit *self);
gpointer            daftar_customer_edit_write   (DaftarTxn          *txn,
                                                  gpointer            edit,
                                                  GError            **error);
gpointer            daftar_customer_delete_write (DaftarTxn          *txn,
                                                  gpointer            ids,
                                                  GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarCustomerEdit, daftar_customer_edit_free)

G_END_DECLS
