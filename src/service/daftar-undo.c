/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-undo.h"

#include "daftar-operation-store.h"

/**
 * daftar_undo_write:
 * @txn: a handle
 * @operation_id: a pointer to the id of what to take back, a #gint64
 * @error: return location for a sentence for the user
 *
 * A #DaftarWriteFunc.
 *
 * Returns: the number of rows that stay as somebody left them since, plus 1 (so that it isn't %NULL), by
 *   GINT_TO_POINTER()
 */
gpointer
daftar_undo_write (DaftarTxn  *txn,
                   gpointer    operation_id,
                   GError    **error)
{
  int n_left = 0;

  if (!daftar_operation_store_undo (txn, *(gint64 *) operation_id, &n_left, error))
    return NULL;
  return GINT_TO_POINTER (n_left + 1);
}

/**
 * daftar_undo_async:
 * @store: the shop
 * @operation_id: what to take back
 * @callback: called on the thread that asks
 * @user_data: passed to @callback
 */
void
daftar_undo_async (DaftarStore         *store,
                   gint64               operation_id,
                   GAsyncReadyCallback  callback,
                   gpointer             user_data)
{
  daftar_store_write_async (store, "undo", daftar_undo_write, g_memdup2 (&operation_id, sizeof operation_id), g_free,
                            NULL, NULL, callback, user_data);
}

/**
 * daftar_undo_finish:
 * @store: the shop
 * @result: given to the callback
 * @n_left: (out) (optional): how many rows stay as somebody left them since
 * @error: return location for a sentence for the user
 */
gboolean
daftar_undo_finish (DaftarStore   *store,
                    GAsyncResult  *result,
                    int           *n_left,
                    GError       **error)
{
  int value = GPOINTER_TO_INT (daftar_store_write_finish (store, result, NULL, error));

  if (n_left != NULL)
    *n_left = MAX (value - 1, 0);
  return value != 0;
}
