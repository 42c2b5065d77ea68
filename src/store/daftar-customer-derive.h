/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the files of store/ alone: what is computed from a customer's columns and found by. */
#pragma once

#include "daftar-collate.h"
#include "daftar-row.h"

G_BEGIN_DECLS

void            daftar_customer_fold       (DaftarCustomer  *customer);
gboolean        daftar_customer_refold     (DaftarDb        *db,
                                            GError         **error);
gboolean        daftar_customer_refill_search (DaftarDb     *db,
                                            GError         **error);
gboolean        daftar_contact_point_refill_search (DaftarDb *db,
                                            GError         **error);
gboolean        daftar_customer_key_add    (DaftarDb        *db,
                                            DaftarCustomer  *customer,
                                            GError         **error);
gboolean        daftar_customer_make_keys  (DaftarDb        *db,
                                            GError         **error);
gboolean        daftar_customer_rewrite_keys (DaftarDb      *db,
                                            GError         **error);
gboolean        daftar_customer_rewrite_tags (DaftarDb      *db,
                                            GError         **error);
DaftarCollator *daftar_customer_collator   (DaftarDb        *db,
                                            GError         **error);
gboolean        daftar_customer_index_add  (DaftarDb        *db,
                                            DaftarCustomer  *customer,
                                            GError         **error);
gboolean        daftar_customer_index_drop (DaftarDb        *db,
                                            DaftarCustomer  *customer,
                                            GError         **error);
gboolean        daftar_contact_point_normalise (DaftarDb            *db,
                                                DaftarContactPoint  *point,
                                                const char          *country,
                                                GError             **error);

G_END_DECLS
