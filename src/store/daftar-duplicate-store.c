/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-duplicate-store.h"

#include "daftar-customer-derive.h"
#include "daftar-row.h"
#include "daftar-text.h"

/* More than this many with the same number are a switchboard, not a person. */
#define LIMIT 20

const DaftarTable daftar_table_distinct_pair = {
  .kind = DAFTAR_KIND_DISTINCT_PAIR,
  .name = "distinct_pair",
  .get_type = daftar_distinct_pair_get_type,
  .customer_field = "customer_id",
};

static GArray *
by_norm (DaftarReader  *reader,
         gint64         kind,
         const char    *value,
         GError       **error)
{
  g_autoptr (DaftarContactPoint) point = daftar_contact_point_new ();

  point->kind = kind;
  point->value = g_strdup (value);
  if (!daftar_contact_point_normalise (READER_DB (reader), point, NULL, error))
    return NULL;
  return daftar_row_ids (daftar_db_query (READER_DB (reader), error,
                                          "SELECT DISTINCT p.customer_id FROM contact_point p"
                                          " JOIN customer c ON c.id = p.customer_id"
                                          " WHERE p.norm = $norm AND c.deleted_at IS NULL LIMIT $limit",
                                          DB_TEXT ("norm", point->norm), DB_INT ("limit", LIMIT), NULL),
                         error);
}

/**
 * daftar_duplicate_store_by_email:
 * @reader: a handle
 * @email: an address in any case
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable) (element-type gint64): customers with that address
 */
GArray *
daftar_duplicate_store_by_email (DaftarReader  *reader,
                                 const char    *email,
                                 GError       **error)
{
  return by_norm (reader, DAFTAR_CONTACT_KIND_EMAIL, email, error);
}

/**
 * daftar_duplicate_store_by_phone:
 * @reader: a handle
 * @phone: a number in any spelling
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable) (element-type gint64): customers with that number
 */
GArray *
daftar_duplicate_store_by_phone (DaftarReader  *reader,
                                 const char    *phone,
                                 GError       **error)
{
  return by_norm (reader, DAFTAR_CONTACT_KIND_MOBILE, phone, error);
}

/**
 * daftar_duplicate_store_by_name:
 * @reader: a handle
 * @name: a full name in any spelling
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable) (element-type gint64): customers of that name
 */
GArray *
daftar_duplicate_store_by_name (DaftarReader  *reader,
                                const char    *name,
                                GError       **error)
{
  g_autofree char *fold = daftar_text_fold (name);

  return daftar_row_ids (daftar_db_query (READER_DB (reader), error,
                                          "SELECT id FROM customer WHERE name_fold = $fold AND name_fold <> ''"
                                          " AND deleted_at IS NULL LIMIT $limit",
                                          DB_TEXT ("fold", fold), DB_INT ("limit", LIMIT), NULL),
                         error);
}
