/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the files of store/ alone: ids of customers in the order of something, and those that a filter lets
 * through. */
#pragma once

#include "daftar-id-values.h"
#include "daftar-store-private.h"

G_BEGIN_DECLS

GArray         *daftar_customer_order_ids    (DaftarReader                *reader,
                                              DaftarCustomerOrder          order,
                                              gboolean                     descending,
                                              int                          limit,
                                              GError                     **error);
gboolean        daftar_customer_filter_match (DaftarReader                *reader,
                                              const DaftarCustomerFilter  *filter,
                                              DaftarIdValues             **matches,
                                              gint64                      *n_conditions,
                                              GError                     **error);
DaftarIdValues *daftar_customer_id_values    (DaftarReader                *reader,
                                              GError                     **error);

G_END_DECLS
