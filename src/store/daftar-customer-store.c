/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-customer-store.h"

#include <glib/gi18n-lib.h>

#include "daftar-customer-derive.h"
#include "daftar-error.h"
#include "daftar-row.h"

static gboolean
derive (DaftarTxn  *txn,
        gpointer    record,
        GError    **error)
{
  daftar_customer_fold (record);
  return TRUE;
}

static gboolean
is_live (gpointer record)
{
  return record != NULL && DAFTAR_CUSTOMER (record)->deleted_at == 0;
}

static gboolean
written (DaftarTxn  *txn,
         gpointer    before,
         gpointer    after,
         GError    **error)
{
  return (!is_live (before) || daftar_customer_index_drop (TXN_DB (txn), before, error))
         && (!is_live (after) || daftar_customer_index_add (TXN_DB (txn), after, error));
}

const DaftarTable daftar_table_customer = {
  .kind = DAFTAR_KIND_CUSTOMER,
  .name = "customer",
  .get_type = daftar_customer_get_type,
  .has_ulid = TRUE,
  .customer_field = "id",
  .derive = derive,
  .written = written,
};

/**
 * daftar_customer_store_get:
 * @reader: a handle
 * @id: a customer
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable): the customer, also one that is deleted
 */
DaftarCustomer *
daftar_customer_store_get (DaftarReader  *reader,
                           gint64         id,
                           GError       **error)
{
  return daftar_row_get (reader, &daftar_table_customer, id, error);
}

/**
 * daftar_customer_store_check_not_erased:
 * @reader: a handle
 * @id: a customer
 * @error: return location for a sentence for the user
 *
 * Returns: whether it isn't somebody of whom only the purchases are left
 */
gboolean
daftar_customer_store_check_not_erased (DaftarReader  *reader,
                                        gint64         id,
                                        GError       **error)
{
  gint64 erased = 0;

  if (!daftar_db_get_int (READER_DB (reader), &erased, error,
                          "SELECT count(*) FROM customer WHERE id = $id AND erased_at IS NOT NULL", DB_INT ("id", id), NULL))
    return FALSE;
  if (erased == 0)
    return TRUE;
  g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_NOT_FOUND, _("This customer was erased for good."));
  return FALSE;
}

/**
 * daftar_customer_store_count:
 * @reader: a handle
 * @error: return location for a sentence for the user
 *
 * Returns: how many customers aren't deleted; -1 on failure
 */
gint64
daftar_customer_store_count (DaftarReader  *reader,
                             GError       **error)
{
  gint64 count = 0;

  if (!daftar_db_get_int (READER_DB (reader), &count, error,
                          "SELECT count(*) FROM customer INDEXED BY customer_created WHERE deleted_at IS NULL", NULL))
    return -1;
  return count;
}

/**
 * daftar_customer_store_save:
 * @txn: a handle
 * @customer: a new customer (id 0), or a changed copy of one that was read
 * @error: return location for a sentence for the user
 *
 * Returns: whether it is saved; the id and version are then in @customer
 */
gboolean
daftar_customer_store_save (DaftarTxn       *txn,
                            DaftarCustomer  *customer,
                            GError         **error)
{
  if (customer->name != NULL)
    g_strstrip (customer->name);
  if (customer->name == NULL || *customer->name == '\0')
    {
      g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID, _("Enter a name for this customer."));
      return FALSE;
    }
  if (DAFTAR_RECORD (customer)->id != 0)
    {
      g_autoptr (DaftarCustomer) before = daftar_customer_store_get (daftar_txn_reader (txn),
                                                                     DAFTAR_RECORD (customer)->id, error);

      if (before == NULL)
        return FALSE;
      /* When it changed is no change by itself. */
      customer->updated_at = before->updated_at;
      daftar_customer_fold (customer);
      if (daftar_record_equal (before, customer))
        return TRUE;
      customer->updated_at = daftar_txn_now (txn);
      return daftar_row_update (txn, &daftar_table_customer, customer, error);
    }
  if (customer->created_at == 0)
    customer->created_at = daftar_txn_now (txn);
  customer->updated_at = customer->created_at;
  return daftar_row_insert (txn, &daftar_table_customer, customer, error) != 0;
}

static gboolean
set_deleted (DaftarTxn  *txn,
             gint64      id,
             gint64      at,
             GError    **error)
{
  g_autoptr (DaftarCustomer) customer = daftar_customer_store_get (daftar_txn_reader (txn), id, error);

  if (customer == NULL)
    return FALSE;
  if (customer->merged_into != 0 || customer->erased_at != 0)
    {
      g_set_error (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED,
                   customer->erased_at != 0
                     ? _("This customer was erased for good.")
                     : _("“%s” was merged into another customer. Take the merge back instead."),
                   customer->name);
      return FALSE;
    }
  /* When somebody was deleted first is what counts. */
  if (at != 0 && customer->deleted_at != 0)
    return TRUE;
  customer->deleted_at = at;
  return daftar_row_update (txn, &daftar_table_customer, customer, error);
}

/**
 * daftar_customer_store_delete:
 * @txn: a handle
 * @id: a customer
 * @error: return location for a sentence for the user
 *
 * Puts a customer into the bin: gone from lists and search at once, there for 30 days.
 */
gboolean
daftar_customer_store_delete (DaftarTxn  *txn,
                              gint64      id,
                              GError    **error)
{
  return set_deleted (txn, id, daftar_txn_now (txn), error);
}

/**
 * daftar_customer_store_restore:
 * @txn: a handle
 * @id: a customer in the bin
 * @error: return location for a sentence for the user
 */
gboolean
daftar_customer_store_restore (DaftarTxn  *txn,
                               gint64      id,
                               GError    **error)
{
  return set_deleted (txn, id, 0, error);
}

/**
 * daftar_customer_store_refresh:
 * @txn: a handle
 * @id: a customer, or 0
 * @error: return location for a sentence for the user
 *
 * Computes the last contact anew, after something with the customer was added, changed or taken back.
 */
gboolean
daftar_customer_store_refresh (DaftarTxn  *txn,
                               gint64      id,
                               GError    **error)
{
  if (id == 0)
    return TRUE;
  daftar_txn_changed (txn, DAFTAR_KIND_CUSTOMER, id, DAFTAR_OP_CHANGED);
  return daftar_db_run (
    TXN_DB (txn), error,
    "UPDATE customer SET last_contact_at = (SELECT max(at) FROM ("
    " SELECT max(at) AS at FROM interaction WHERE customer_id = $id AND direction <> 0 AND deleted_at IS NULL"
    " UNION ALL"
    " SELECT max(m.at) FROM ticket t JOIN ticket_message m ON m.ticket_id = t.id"
    "  WHERE t.customer_id = $id AND m.direction <> 0 AND m.deleted_at IS NULL AND t.deleted_at IS NULL"
    " UNION ALL"
    /* A promise that was kept in a talk (result 1: reached). */
    " SELECT max(done_at) FROM follow_up WHERE customer_id = $id AND status = 1 AND result = 1 AND deleted_at IS NULL"
    " UNION ALL"
    " SELECT max(at) FROM purchase WHERE customer_id = $id AND deleted_at IS NULL)) WHERE id = $id",
    DB_INT ("id", id), NULL);
}
