/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One fact of a customer, changed where it stands on the page. */
#pragma once

#include "daftar-store.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 customer_id;
  char *field;  /* the name of a field of DaftarCustomer */
  char *before; /* nullable: what the page showed; a number as its digits */
  char *after;  /* nullable: what it is to be; none or "" is nothing */
} DaftarFactEdit;

DaftarFactEdit *daftar_fact_edit_new   (gint64           customer_id,
                                        const char      *field,
                                        const char      *before,
                                        const char      *after);
void            daftar_fact_edit_free  (DaftarFactEdit  *self);
char           *daftar_fact_edit_get   (DaftarCustomer  *customer,
                                        const char      *field);
gpointer        daftar_fact_edit_write (DaftarTxn       *txn,
                                        gpointer         edit,
                                        GError         **error);
gboolean        daftar_fact_check_links (DaftarReader   *reader,
                                         DaftarCustomer *customer,
                                         GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarFactEdit, daftar_fact_edit_free)

G_END_DECLS
