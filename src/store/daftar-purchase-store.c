/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include <glib/gi18n-lib.h>

#include "daftar-board-store.h"
#include "daftar-customer-store.h"
#include "daftar-error.h"
#include "daftar-row.h"

const DaftarTable daftar_table_purchase = {
  .kind = DAFTAR_KIND_PURCHASE,
  .name = "purchase",
  .get_type = daftar_purchase_get_type,
  .has_ulid = TRUE,
  .customer_field = "customer_id",
};

const DaftarTable daftar_table_purchase_item = {
  .kind = DAFTAR_KIND_PURCHASE_ITEM,
  .name = "purchase_item",
  .get_type = daftar_purchase_item_get_type,
  .parent_field = "purchase_id",
  .parent_table = "purchase",
};

/**
 * daftar_purchase_store_add:
 * @txn: a handle
 * @purchase: a new purchase
 * @items: (nullable) (element-type DaftarPurchaseItem): what was bought
 * @error: return location for a sentence for the user
 */
gboolean
daftar_purchase_store_add (DaftarTxn       *txn,
                           DaftarPurchase  *purchase,
                           GPtrArray       *items,
                           GError         **error)
{
  if (purchase->amount < 0)
    {
      g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID, _("The amount can’t be below zero."));
      return FALSE;
    }
  if (purchase->at == 0)
    purchase->at = daftar_txn_now (txn);
  if (daftar_row_insert (txn, &daftar_table_purchase, purchase, error) == 0)
    return FALSE;
  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      DaftarPurchaseItem *item = g_ptr_array_index (items, i);

      item->purchase_id = DAFTAR_RECORD (purchase)->id;
      item->position = i;
      if (daftar_row_insert (txn, &daftar_table_purchase_item, item, error) == 0)
        return FALSE;
    }
  return daftar_customer_store_refresh (txn, purchase->customer_id, error);
}

/**
 * daftar_purchase_store_list:
 * @reader: a handle
 * @customer_id: whose
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable) (element-type DaftarPurchase): the newest first
 */
GPtrArray *
daftar_purchase_store_list (DaftarReader  *reader,
                            gint64         customer_id,
                            GError       **error)
{
  return daftar_row_all (
    daftar_db_query (READER_DB (reader), error,
                     "SELECT p.*, (SELECT group_concat(name, ', ') FROM purchase_item WHERE purchase_id = p.id)"
                     " AS items FROM purchase p WHERE p.customer_id = $customer AND p.deleted_at IS NULL"
                     " ORDER BY p.at DESC",
                     DB_INT ("customer", customer_id), NULL),
    DAFTAR_TYPE_PURCHASE, error);
}

/**
 * daftar_purchase_store_list_of_deal:
 * @reader: a handle
 * @deal_id: which
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable) (element-type DaftarPurchase): what came of a deal, the newest first
 */
GPtrArray *
daftar_purchase_store_list_of_deal (DaftarReader  *reader,
                                    gint64         deal_id,
                                    GError       **error)
{
  return daftar_row_all (
    daftar_db_query (READER_DB (reader), error,
                     "SELECT p.*, (SELECT group_concat(name, ', ') FROM purchase_item WHERE purchase_id = p.id)"
                     " AS items FROM purchase p WHERE p.deal_id = $deal AND p.deleted_at IS NULL ORDER BY p.at DESC",
                     DB_INT ("deal", deal_id), NULL),
    DAFTAR_TYPE_PURCHASE, error);
}
