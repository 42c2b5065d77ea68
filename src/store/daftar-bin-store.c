/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-erase-store.h"

#include "daftar-phone.h"
#include "daftar-row.h"
#include "daftar-text.h"

#define DAY (G_GINT64_CONSTANT (24 * 3600) * G_USEC_PER_SEC)

#define IN_BIN "c.deleted_at IS NOT NULL AND c.merged_into IS NULL AND c.erased_at IS NULL"

/**
 * daftar_bin_store_list:
 * @reader: a handle
 * @query: (nullable): part of a name or number
 * @limit: how many at most
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable) (element-type gint64): customers in the bin, the last deleted first
 */
GArray *
daftar_bin_store_list (DaftarReader  *reader,
                       const char    *query,
                       int            limit,
                       GError       **error)
{
  g_autofree char *fold = daftar_text_fold (query != NULL ? query : "");
  g_autofree char *digits = query != NULL ? daftar_phone_digits (query) : NULL;
  const char *national = digits != NULL ? digits : "";

  /* A national number is stored with its country instead of the 0. */
  while (*national == '0')
    national++;
  return daftar_row_ids (
    daftar_db_query (READER_DB (reader), error,
                     "SELECT c.id FROM customer c WHERE " IN_BIN " AND ($fold = '' OR instr(c.name_fold, $fold) > 0"
                     "  OR instr(c.more_fold, $fold) > 0 OR ($digits <> '' AND EXISTS (SELECT * FROM contact_point p"
                     "   WHERE p.customer_id = c.id AND instr(p.norm, $digits) > 0)))"
                     " ORDER BY c.deleted_at DESC, c.id DESC LIMIT $limit",
                     DB_TEXT ("fold", fold), DB_TEXT ("digits", national), DB_INT ("limit", limit), NULL),
    error);
}

/**
 * daftar_bin_store_list_over:
 * @reader: a handle
 * @limit: how many at most
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable) (element-type gint64): customers who have been in the bin for longer than
 *   %DAFTAR_BIN_DAYS
 */
GArray *
daftar_bin_store_list_over (DaftarReader  *reader,
                            int            limit,
                            GError       **error)
{
  return daftar_row_ids (
    daftar_db_query (READER_DB (reader), error,
                     "SELECT c.id FROM customer c WHERE " IN_BIN " AND c.deleted_at <= $before ORDER BY c.deleted_at"
                     " LIMIT $limit",
                     DB_INT ("before", daftar_reader_now (reader) - DAFTAR_BIN_DAYS * DAY), DB_INT ("limit", limit), NULL),
    error);
}
