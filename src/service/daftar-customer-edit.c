/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-customer-edit.h"

#include "daftar-custom-edit.h"
#include "daftar-customer-store.h"
#include "daftar-fact-edit.h"
#include "daftar-part-edit.h"

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
  g_clear_pointer (&self->values, g_ptr_array_unref);
  g_clear_pointer (&self->points, g_ptr_array_unref);
  g_free (self);
}

static gboolean
is_as_it_was (DaftarContactPoint *point,
              GPtrArray          *before)
{
  for (guint i = 0; i < before->len; i++)
    {
      DaftarContactPoint *old = g_ptr_array_index (before, i);

      if (DAFTAR_RECORD (old)->id == DAFTAR_RECORD (point)->id)
        return old->kind == point->kind && g_strcmp0 (old->value, point->value) == 0;
    }
  return FALSE;
}

/* What an import brought stays as it is: only what was typed now is held to be what it says it is. */
static gboolean
check_points (DaftarReader  *reader,
              gint64         customer_id,
              GPtrArray     *points,
              GError       **error)
{
  g_autoptr (GPtrArray) before = NULL;

  if (points == NULL)
    return TRUE;
  before = daftar_contact_point_store_list (reader, customer_id, error);
  for (guint i = 0; before != NULL && i < points->len; i++)
    if (!is_as_it_was (g_ptr_array_index (points, i), before)
        && !daftar_contact_point_check (g_ptr_array_index (points, i), error))
      return FALSE;
  return before != NULL;
}

static gboolean
save_values (DaftarTxn  *txn,
             GPtrArray  *values,
             gint64      customer_id,
             GError    **error)
{
  for (guint i = 0; values != NULL && i < values->len; i++)
    {
      DaftarCustomValueEdit *edit = g_ptr_array_index (values, i);
      g_autoptr (DaftarCustomer) saved = NULL;

      edit->customer_id = customer_id;
      saved = daftar_custom_value_edit_write (txn, edit, error);
      if (saved == NULL)
        return FALSE;
    }
  return TRUE;
}

/**
 * daftar_customer_edit_write:
 * @txn: a handle
 * @edit: a #DaftarCustomerEdit
 * @error: return location for a sentence for the user
 *
 * Saves a customer with its contact points and the values of the shop's own fields, all or nothing. A #DaftarWriteFunc.
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

  if (!daftar_fact_check_links (daftar_txn_reader (txn), self->customer, error)
      || !check_points (daftar_txn_reader (txn), DAFTAR_RECORD (self->customer)->id, self->points, error)
      || !daftar_customer_store_save (txn, self->customer, error))
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
  if (!save_values (txn, self->values, id, error))
    return NULL;
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
