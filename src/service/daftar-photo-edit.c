/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-photo-edit.h"

#include "daftar-blob-store.h"
#include "daftar-customer-store.h"

/* As long as the bin keeps things, a picture that was replaced can be had back. */
#define KEPT (30 * G_TIME_SPAN_DAY)

DaftarPhotoEdit *
daftar_photo_edit_new (gint64  customer_id,
                       GBytes *photo)
{
  DaftarPhotoEdit *self = g_new0 (DaftarPhotoEdit, 1);

  self->customer_id = customer_id;
  self->photo = photo != NULL ? g_bytes_ref (photo) : NULL;
  return self;
}

void
daftar_photo_edit_free (DaftarPhotoEdit *self)
{
  g_clear_pointer (&self->photo, g_bytes_unref);
  g_free (self);
}

/**
 * daftar_photo_edit_write:
 * @txn: a handle
 * @edit: a #DaftarPhotoEdit
 * @error: return location for a sentence for the user
 *
 * Gives a customer a picture or takes it away. Pictures that nobody has and no undo needs go too. A #DaftarWriteFunc.
 *
 * Returns: (transfer full) (nullable): the saved #DaftarCustomer
 */
gpointer
daftar_photo_edit_write (DaftarTxn  *txn,
                         gpointer    edit,
                         GError    **error)
{
  DaftarPhotoEdit *self = edit;
  g_autoptr (DaftarCustomer) customer =
    daftar_customer_store_get (daftar_txn_reader (txn), self->customer_id, error);
  gint64 id = 0;

  if (customer == NULL)
    return NULL;
  if (self->photo != NULL && (id = daftar_blob_store_add_bytes (txn, self->photo, error)) == 0)
    return NULL;
  customer->photo_id = id;
  if (!daftar_customer_store_save (txn, customer, error)
      || !daftar_blob_store_sweep (txn, daftar_txn_now (txn) - KEPT, error))
    return NULL;
  return g_steal_pointer (&customer);
}
