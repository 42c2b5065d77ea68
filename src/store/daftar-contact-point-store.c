/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-customer-derive.h"
#include "daftar-customer-store.h"
#include "daftar-row.h"

static gboolean
derive (DaftarTxn  *txn,
        gpointer    record,
        GError    **error)
{
  return daftar_contact_point_normalise (TXN_DB (txn), record, NULL, error);
}

/* Numbers and addresses are also found by any part of them. */
static gboolean
index_norm (DaftarDb            *db,
            DaftarContactPoint  *point,
            const char          *sql,
            GError             **error)
{
  if (point == NULL || point->norm == NULL)
    return TRUE;
  return daftar_db_run (db, error, sql, DB_INT ("id", DAFTAR_RECORD (point)->id), DB_TEXT ("norm", point->norm), NULL);
}

static gboolean
written (DaftarTxn  *txn,
         gpointer    before,
         gpointer    after,
         GError    **error)
{
  return index_norm (TXN_DB (txn), before,
                       "INSERT INTO point_tri (point_tri, rowid, norm) VALUES ('delete', $id, $norm)", error)
         && index_norm (TXN_DB (txn), after, "INSERT INTO point_tri (rowid, norm) VALUES ($id, $norm)", error);
}

const DaftarTable daftar_table_contact_point = {
  .kind = DAFTAR_KIND_CONTACT_POINT,
  .name = "contact_point",
  .get_type = daftar_contact_point_get_type,
  .customer_field = "customer_id",
  .derive = derive,
  .written = written,
};

const DaftarTable daftar_table_occasion = {
  .kind = DAFTAR_KIND_OCCASION,
  .name = "occasion",
  .get_type = daftar_occasion_get_type,
  .customer_field = "customer_id",
};

/**
 * daftar_contact_point_store_list:
 * @reader: a handle
 * @customer_id: whose
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable) (element-type DaftarContactPoint): in the customer's order
 */
GPtrArray *
daftar_contact_point_store_list (DaftarReader  *reader,
                                 gint64         customer_id,
                                 GError       **error)
{
  return daftar_row_all (daftar_db_query (READER_DB (reader), error,
                                          "SELECT * FROM contact_point WHERE customer_id = $id ORDER BY position",
                                          DB_INT ("id", customer_id), NULL),
                         DAFTAR_TYPE_CONTACT_POINT, error);
}

/**
 * daftar_contact_point_store_count:
 * @reader: a handle
 * @most: (out caller-allocates) (array length=n_kinds): for each kind how many the customer with most has
 * @n_kinds: how many kinds there are
 * @error: return location for a sentence for the user
 */
gboolean
daftar_contact_point_store_count (DaftarReader  *reader,
                                  guint         *most,
                                  guint          n_kinds,
                                  GError       **error)
{
  g_autoptr (DaftarStatement) rows = daftar_db_query (
    READER_DB (reader), error,
    "SELECT kind, max (n) FROM (SELECT kind, count(*) AS n FROM contact_point GROUP BY customer_id, kind) GROUP BY kind",
    NULL);
  GError *local = NULL;

  if (rows == NULL)
    return FALSE;
  while (daftar_statement_next (rows, &local))
    {
      gint64 kind = daftar_statement_get_int (rows, 0);

      if (kind >= 0 && kind < n_kinds)
        most[kind] = (guint) daftar_statement_get_int (rows, 1);
    }
  if (local != NULL)
    g_propagate_error (error, local);
  return local == NULL;
}

/**
 * daftar_contact_point_store_save:
 * @txn: a handle
 * @point: a new contact point, or a changed copy of one that was read
 * @error: return location for a sentence for the user
 */
gboolean
daftar_contact_point_store_save (DaftarTxn           *txn,
                                 DaftarContactPoint  *point,
                                 GError             **error)
{
  if (DAFTAR_RECORD (point)->id != 0)
    return daftar_row_update (txn, &daftar_table_contact_point, point, error);
  return daftar_row_insert (txn, &daftar_table_contact_point, point, error) != 0;
}

/**
 * daftar_contact_point_store_delete:
 * @txn: a handle
 * @id: a contact point
 * @error: return location for a sentence for the user
 */
gboolean
daftar_contact_point_store_delete (DaftarTxn  *txn,
                                   gint64      id,
                                   GError    **error)
{
  return daftar_row_delete (txn, &daftar_table_contact_point, id, error);
}

static gboolean
contains (GPtrArray *points,
          gint64     id)
{
  for (guint i = 0; i < points->len; i++)
    if (DAFTAR_RECORD (g_ptr_array_index (points, i))->id == id)
      return TRUE;
  return FALSE;
}

/**
 * daftar_contact_point_store_replace:
 * @txn: a handle
 * @customer_id: whose
 * @points: (element-type DaftarContactPoint): all that the customer has from now on, in order; records
 *   of the caller's own, with the ids of those that stay
 * @error: return location for a sentence for the user
 */
gboolean
daftar_contact_point_store_replace (DaftarTxn  *txn,
                                    gint64      customer_id,
                                    GPtrArray  *points,
                                    GError    **error)
{
  g_autoptr (GPtrArray) before = daftar_contact_point_store_list (daftar_txn_reader (txn), customer_id, error);

  if (before == NULL)
    return FALSE;
  for (guint i = 0; i < before->len; i++)
    {
      gint64 id = DAFTAR_RECORD (g_ptr_array_index (before, i))->id;

      if (!contains (points, id) && !daftar_row_delete (txn, &daftar_table_contact_point, id, error))
        return FALSE;
    }
  for (guint i = 0; i < points->len; i++)
    {
      DaftarContactPoint *point = g_ptr_array_index (points, i);

      point->customer_id = customer_id;
      point->position = i;
      if (!daftar_contact_point_store_save (txn, point, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * daftar_occasion_store_list:
 * @reader: a handle
 * @customer_id: whose
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable) (element-type DaftarOccasion): the customer's occasions
 */
GPtrArray *
daftar_occasion_store_list (DaftarReader  *reader,
                            gint64         customer_id,
                            GError       **error)
{
  return daftar_row_all (daftar_db_query (READER_DB (reader), error,
                                          "SELECT * FROM occasion WHERE customer_id = $id ORDER BY substr(day, 6)",
                                          DB_INT ("id", customer_id), NULL),
                         DAFTAR_TYPE_OCCASION, error);
}

gboolean
daftar_occasion_store_save (DaftarTxn       *txn,
                            DaftarOccasion  *occasion,
                            GError         **error)
{
  if (DAFTAR_RECORD (occasion)->id != 0)
    return daftar_row_update (txn, &daftar_table_occasion, occasion, error);
  return daftar_row_insert (txn, &daftar_table_occasion, occasion, error) != 0;
}

/**
 * daftar_occasion_store_delete:
 * @txn: a handle
 * @id: an occasion
 * @error: return location for a sentence for the user
 */
gboolean
daftar_occasion_store_delete (DaftarTxn  *txn,
                              gint64      id,
                              GError    **error)
{
  return daftar_row_delete (txn, &daftar_table_occasion, id, error);
}
