/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-filter-store.h"

#include <glib/gi18n-lib.h>

#include "daftar-error.h"
#include "daftar-row.h"

const DaftarTable daftar_table_saved_filter = {
  .kind = DAFTAR_KIND_SAVED_FILTER,
  .name = "saved_filter",
  .get_type = daftar_saved_filter_get_type,
  .has_ulid = TRUE,
};

/**
 * daftar_filter_store_list:
 * @reader: a handle
 * @page: the id of a page
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable) (element-type DaftarSavedFilter): the page's filters, in their order
 */
GPtrArray *
daftar_filter_store_list (DaftarReader  *reader,
                          const char    *page,
                          GError       **error)
{
  return daftar_row_all (daftar_db_query (READER_DB (reader), error,
                                          "SELECT * FROM saved_filter WHERE page = $page ORDER BY position, id",
                                          DB_TEXT ("page", page), NULL),
                         DAFTAR_TYPE_SAVED_FILTER, error);
}

/**
 * daftar_filter_store_save:
 * @txn: a handle
 * @filter: a new filter, or a changed copy of one that was read
 * @error: return location for a sentence for the user
 */
gboolean
daftar_filter_store_save (DaftarTxn          *txn,
                          DaftarSavedFilter  *filter,
                          GError            **error)
{
  if (filter->name == NULL || *g_strstrip (filter->name) == '\0')
    {
      g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID, _("Enter a name for this filter."));
      return FALSE;
    }
  if (DAFTAR_RECORD (filter)->id != 0)
    return daftar_row_update (txn, &daftar_table_saved_filter, filter, error);
  filter->created_at = daftar_txn_now (txn);
  return daftar_row_insert (txn, &daftar_table_saved_filter, filter, error) != 0;
}

/**
 * daftar_filter_store_delete:
 * @txn: a handle
 * @id: a filter
 * @error: return location for a sentence for the user
 */
gboolean
daftar_filter_store_delete (DaftarTxn  *txn,
                            gint64      id,
                            GError    **error)
{
  return daftar_row_delete (txn, &daftar_table_saved_filter, id, error);
}
