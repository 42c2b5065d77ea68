/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Customers who belong to each other: who works where, who came by whom. */
#pragma once

#include "daftar-store.h"

G_BEGIN_DECLS

typedef enum
{
  DAFTAR_CUSTOMER_LINK_COMPANY,  /* company_id */
  DAFTAR_CUSTOMER_LINK_REFERRED, /* referred_by */
  DAFTAR_N_CUSTOMER_LINKS,
} DaftarCustomerLink;

GPtrArray *daftar_customer_link_store_list  (DaftarReader        *reader,
                                             DaftarCustomerLink   link,
                                             gint64               id,
                                             int                  limit,
                                             GError             **error);
GPtrArray *daftar_customer_link_store_chain (DaftarReader        *reader,
                                             DaftarCustomerLink   link,
                                             gint64               id,
                                             GError             **error);

G_END_DECLS
