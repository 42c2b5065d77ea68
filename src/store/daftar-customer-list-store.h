/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of all customers: in any order, narrowed by any filter. */
#pragma once

#include "daftar-store.h"

G_BEGIN_DECLS

/* What a search shows at most: who doesn't see the one meant types one letter more. */
#define DAFTAR_MAX_CUSTOMERS_FOUND 200

typedef struct
{
  DaftarCustomerOrder order;
  gboolean descending;
  DaftarCustomerFilter *filter; /* nullable: everybody */
} DaftarCustomerQuery;

DaftarCustomerQuery *daftar_customer_query_new          (DaftarCustomerOrder         order,
                                                         gboolean                    descending,
                                                         const DaftarCustomerFilter *filter);
DaftarCustomerQuery *daftar_customer_query_copy         (const DaftarCustomerQuery  *self);
void                 daftar_customer_query_free         (DaftarCustomerQuery        *self);

GArray              *daftar_customer_list_store_ids     (DaftarReader               *reader,
                                                         const DaftarCustomerQuery  *query,
                                                         int                         limit,
                                                         GError                    **error);
GArray              *daftar_customer_store_list_ids     (DaftarReader               *reader,
                                                         DaftarCustomerOrder         order,
                                                         int                         limit,
                                                         GError                    **error);
char               **daftar_customer_list_store_tags    (DaftarReader               *reader,
                                                         GError                    **error);
char               **daftar_customer_list_store_cities  (DaftarReader               *reader,
                                                         GError                    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarCustomerQuery, daftar_customer_query_free)

G_END_DECLS
