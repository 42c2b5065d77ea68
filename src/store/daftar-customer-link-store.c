/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-customer-link-store.h"

#include "daftar-row.h"

/* Longer chains than this are not followed: nobody came by the hundredth hand. */
#define MAX_CHAIN 100

static const char *const list_sql[DAFTAR_N_CUSTOMER_LINKS] = {
  [DAFTAR_CUSTOMER_LINK_COMPANY] = "SELECT * FROM customer WHERE company_id = $id AND deleted_at IS NULL"
                                   " ORDER BY name_fold LIMIT $limit",
  [DAFTAR_CUSTOMER_LINK_REFERRED] = "SELECT * FROM customer WHERE referred_by = $id AND deleted_at IS NULL"
                                    " ORDER BY created_at DESC LIMIT $limit",
};

/* The depth ends a circle that an older file may have. */
static const char *const chain_sql[DAFTAR_N_CUSTOMER_LINKS] = {
  [DAFTAR_CUSTOMER_LINK_COMPANY] =
    "WITH RECURSIVE up (id, depth) AS (SELECT $id, 0 UNION ALL SELECT c.company_id, up.depth + 1 FROM up"
    " JOIN customer c ON c.id = up.id WHERE c.company_id IS NOT NULL AND up.depth < $max)"
    " SELECT c.* FROM up JOIN customer c ON c.id = up.id GROUP BY c.id ORDER BY min (up.depth)",
  [DAFTAR_CUSTOMER_LINK_REFERRED] =
    "WITH RECURSIVE up (id, depth) AS (SELECT $id, 0 UNION ALL SELECT c.referred_by, up.depth + 1 FROM up"
    " JOIN customer c ON c.id = up.id WHERE c.referred_by IS NOT NULL AND up.depth < $max)"
    " SELECT c.* FROM up JOIN customer c ON c.id = up.id GROUP BY c.id ORDER BY min (up.depth)",
};

/**
 * daftar_customer_link_store_list:
 * @reader: a handle
 * @link: in which way
 * @id: a customer
 * @limit: how many at most
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable) (element-type DaftarCustomer): who works there, by name; or whom they brought,
 *   the newest first
 */
GPtrArray *
daftar_customer_link_store_list (DaftarReader        *reader,
                                 DaftarCustomerLink   link,
                                 gint64               id,
                                 int                  limit,
                                 GError             **error)
{
  return daftar_row_all (daftar_db_query (READER_DB (reader), error, list_sql[link], DB_INT ("id", id),
                                          DB_INT ("limit", limit), NULL),
                         DAFTAR_TYPE_CUSTOMER, error);
}

/**
 * daftar_customer_link_store_chain:
 * @reader: a handle
 * @link: in which way
 * @id: a customer
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable) (element-type DaftarCustomer): the customer, then who brought them, then who
 *   brought those, and so on; or the business above each
 */
GPtrArray *
daftar_customer_link_store_chain (DaftarReader        *reader,
                                  DaftarCustomerLink   link,
                                  gint64               id,
                                  GError             **error)
{
  return daftar_row_all (daftar_db_query (READER_DB (reader), error, chain_sql[link], DB_INT ("id", id),
                                          DB_INT ("max", MAX_CHAIN), NULL),
                         DAFTAR_TYPE_CUSTOMER, error);
}
