/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-customer-edit.h"

#include "daftar-customer-store.h"

/**
 * daftar_customer_edit_new:
 * @customer: (transfer full): a new customer or a changed copy
 * @points: (transfer full) (nullable) (element-type DaftarContactPoint): all its contact points, or %NULL
 *   if they stay
 *
 * Returns: (transfer full): what to save
 */
DaftarCustomerEdit *
daftar_customer_edit_new (DaftarCustomer *customer,
                          GPtrArray      *points)
{
  DaftarCustomerEdit *self = g_new0 (DaftarCustomerEdit, 1);

  self->customer = customer;
  self->points = points;
  return self;
}

void
daftar_customer_edit_free (DaftarCustomerEdit *self)
{
  g_clear_object (&self->customer);
  g_clear_object (&self->birthday);
  g_clear_pointer (&self->points, g_ptr_array_unref);
  g_free (self);
}

/**
 * daftar_customer_edit_write:
 * @txn: a handle
 * @edit: a #DaftarCustomerEdit
 * @error: return location for a sentence for the user
 *
 * Saves a customer with its contact points, all or nothing. A #DaftarWriteFunc.
 *
 * Returns: (transfer full) (nullable): the saved #DaftarCustomer
 */
gpointer
daftar_customer_edit_write (DaftarTxn  *txn,
                            gpointer    edit,
                            GError    **error)
{
  DaftarCustomerEdit *self = edit;
  gint64 id;

  if (!daftar_customer_store_save (txn, self->customer, error))
    return NULL;
  id = DAFTAR_RECORD (self->customer)->id;
  if (self->points != NULL && !daftar_contact_point_store_replace (txn, id, self->points, error))
    return NULL;
  if (self->birthday != NULL)
    {
      self->birthday->customer_id = id;
      if (!daftar_occasion_store_save (txn, self->birthday, error))
        return NULL;
    }
  return daftar_customer_store_get (daftar_txn_reader (txn), id, error);
}

/**
 * daftar_customer_delete_write:
 * @txn: a handle
 * @ids: a #GArray of #gint64
 * @error: return location for a sentence for the user
 *
 * Puts customers into the bin. A #DaftarWriteFunc.
 */
gpointer
daftar_customer_delete_write (DaftarTxn  *txn,
                              gpointer    ids,
                              GError    **error)
{
  GArray *array = ids;

  for (guint i = 0; i < array->len; i++)
    if (!daftar_customer_store_delete (txn, g_array_index (array, gint64, i), error))
      return NULL;
  return NULL;
}
