/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-erase.h"

#include <unistd.h>

#include "daftar-customer-store.h"
#include "daftar-lease-store.h"

#define HOUR (G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC)
#define DAY (24 * HOUR)

/* So many customers are erased in one transaction: others write in between. */
#define STEP 5

/* Somebody who reads at the very moment keeps the log from being emptied: how often to try, and how long to wait. */
#define N_TRIES 20
#define TRY_AGAIN_US (50 * 1000)

/* Between two steps of the sweeping. */
#define REST_US (20 * 1000)

/* --- The bin. --------------------------------------------------------------------------------------- */

void
daftar_bin_request_free (DaftarBinRequest *self)
{
  g_free (self->query);
  g_free (self);
}

/**
 * daftar_bin_read:
 * @reader: a handle
 * @request: a #DaftarBinRequest
 * @error: return location for a sentence for the user
 *
 * A #DaftarReadFunc.
 *
 * Returns: (transfer full) (nullable) (element-type DaftarCustomer): who is in the bin, the last deleted first
 */
gpointer
daftar_bin_read (DaftarReader  *reader,
                 gpointer       request,
                 GError       **error)
{
  DaftarBinRequest *wanted = request;
  g_autoptr (GArray) ids = daftar_bin_store_list (reader, wanted->query, wanted->limit, error);

  return ids != NULL ? daftar_customer_store_get_rows (reader, (const gint64 *) ids->data, ids->len, error) : NULL;
}

/**
 * daftar_bin_days_left:
 * @deleted_at: when somebody was deleted
 * @now: the moment
 *
 * Returns: for how many days that can still be taken back; the last day counts as one
 */
int
daftar_bin_days_left (gint64 deleted_at,
                      gint64 now)
{
  gint64 left = deleted_at + DAFTAR_BIN_DAYS * DAY - now;

  return left > 0 ? (int) ((left + DAY - 1) / DAY) : 0;
}

/**
 * daftar_bin_restore_write:
 * @txn: a handle
 * @ids: a #GArray of #gint64
 * @error: return location for a sentence for the user
 *
 * Takes customers out of the bin. A #DaftarWriteFunc.
 */
gpointer
daftar_bin_restore_write (DaftarTxn  *txn,
                          gpointer    ids,
                          GError    **error)
{
  GArray *array = ids;

  for (guint i = 0; i < array->len; i++)
    if (!daftar_customer_store_restore (txn, g_array_index (array, gint64, i), error))
      return NULL;
  return NULL;
}

/* --- Erasing. --------------------------------------------------------------------------------------- */

typedef struct
{
  const gint64 *ids;
  guint n_ids;
} Erase;

static gpointer
erase_write (DaftarTxn  *txn,
             gpointer    request,
             GError    **error)
{
  Erase *erase = request;

  for (guint i = 0; i < erase->n_ids; i++)
    if (!daftar_erase_store_erase (txn, erase->ids[i], error))
      return NULL;
  return NULL;
}

static gpointer
sweep_write (DaftarTxn  *txn,
             gpointer    request,
             GError    **error)
{
  daftar_erase_store_sweep (txn, request, error);
  return NULL;
}

static gpointer
done_write (DaftarTxn  *txn,
            gpointer    request,
            GError    **error)
{
  daftar_erase_store_set_done (txn, error);
  return NULL;
}

static gboolean
empty_log (DaftarStore  *store,
           gboolean     *whole,
           GError      **error)
{
  *whole = FALSE;
  for (int i = 0; i < N_TRIES && !*whole; i++)
    {
      if (i > 0)
        g_usleep (TRY_AGAIN_US);
      if (!daftar_erase_store_checkpoint (daftar_store_get_path (store), whole, error))
        return FALSE;
    }
  return TRUE;
}

/* Gives up, until the next daily round, when somebody reads for too long. */
static gboolean
scrub_all (DaftarStore  *store,
           gboolean     *whole,
           GError      **error)
{
  gint64 page = 0;

  for (int tries = 0; tries < N_TRIES && page >= 0;)
    {
      gint64 before = page;

      if (!daftar_erase_store_scrub (daftar_store_get_path (store), &page, error))
        return FALSE;
      tries = page == before ? tries + 1 : 0;
      g_usleep (page == before ? TRY_AGAIN_US : REST_US);
    }
  *whole = page < 0;
  return TRUE;
}

/* Takes what was erased out of search indexes, free pages and the log. What is interrupted is done by the next daily
 * round: the file says that it is pending. */
static gboolean
sweep_all (DaftarStore  *store,
           GError      **error)
{
  DaftarSweep sweep = { 0 };
  GError *local = NULL;
  gboolean whole = FALSE;

  while (local == NULL && !sweep.done)
    {
      daftar_store_write (store, "customer.erase", sweep_write, &sweep, NULL, &local);
      /* Another process that waits looks only now and then whether the file is free. */
      g_usleep (REST_US);
    }
  if (local == NULL && scrub_all (store, &whole, &local) && whole && empty_log (store, &whole, &local) && whole)
    daftar_store_write (store, "customer.erase", done_write, NULL, NULL, &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

/**
 * daftar_erase:
 * @store: the shop
 * @ids: (array length=n_ids): customers, also of the bin
 * @n_ids: how many
 * @error: return location for a sentence for the user
 *
 * Erases people for good: nothing about them is left in the file or beside it. Their purchases stay, as nobody's. It
 * waits for the disk: not for the main thread of a window.
 */
gboolean
daftar_erase (DaftarStore   *store,
              const gint64  *ids,
              guint          n_ids,
              GError       **error)
{
  GError *local = NULL;

  for (guint done = 0; local == NULL && done < n_ids; done += STEP)
    {
      Erase erase = { ids + done, MIN (STEP, n_ids - done) };

      daftar_store_write (store, "customer.erase", erase_write, &erase, NULL, &local);
    }
  if (local == NULL)
    return sweep_all (store, error);
  g_propagate_error (error, local);
  return FALSE;
}

static void
erase_thread (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  GArray *ids = task_data;
  GError *error = NULL;

  if (daftar_erase (source, (const gint64 *) ids->data, ids->len, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * daftar_erase_async:
 * @store: the shop
 * @ids: (array length=n_ids): customers
 * @n_ids: how many
 * @callback: called when nothing of them is left
 * @user_data: passed to @callback
 */
void
daftar_erase_async (DaftarStore         *store,
                    const gint64        *ids,
                    guint                n_ids,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (store, NULL, callback, user_data);
  GArray *copy = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_vals (copy, ids, n_ids);
  g_task_set_task_data (task, copy, (GDestroyNotify) g_array_unref);
  g_task_run_in_thread (task, erase_thread);
}

gboolean
daftar_erase_finish (DaftarStore   *store,
                     GAsyncResult  *result,
                     GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static gpointer
pending_read (DaftarReader  *reader,
              gpointer       request,
              GError       **error)
{
  *(gboolean *) request = daftar_erase_store_is_pending (reader);
  return NULL;
}

/**
 * daftar_erase_end:
 * @store: the shop
 * @error: return location for a sentence for the user
 *
 * Ends what an erasing left to do, if anything. It waits for the disk: not for the main thread of a window.
 */
gboolean
daftar_erase_end (DaftarStore  *store,
                  GError      **error)
{
  gboolean pending = FALSE;

  daftar_store_read (store, pending_read, &pending, NULL);
  return !pending || sweep_all (store, error);
}

/* --- Every day. ------------------------------------------------------------------------------------- */

typedef struct
{
  GArray *ids;
  gboolean pending;
  gboolean mine;
} Daily;

static gpointer
daily_read (DaftarReader  *reader,
            gpointer       request,
            GError       **error)
{
  Daily *daily = request;

  daily->ids = daftar_bin_store_list_over (reader, -1, error);
  daily->pending = daftar_erase_store_is_pending (reader);
  return NULL;
}

/* Of several processes and workstations one empties the bin. */
static gpointer
lease_write (DaftarTxn  *txn,
             gpointer    request,
             GError    **error)
{
  gint64 held = 0;
  g_autofree char *holder = g_strdup_printf ("%s:%d", g_get_host_name (), (int) getpid ());

  ((Daily *) request)->mine = daftar_lease_store_take (txn, "bin", holder, HOUR, &held, error);
  return NULL;
}

/**
 * daftar_erase_daily:
 * @store: the shop
 * @n_erased: (out) (optional): how many
 * @error: return location for a sentence for the user
 *
 * Erases who has been in the bin for %DAFTAR_BIN_DAYS days, and ends what an erasing that was interrupted left to do. It
 * waits for the disk: not for the main thread of a window.
 */
gboolean
daftar_erase_daily (DaftarStore  *store,
                    guint        *n_erased,
                    GError      **error)
{
  Daily daily = { 0 };
  g_autoptr (GArray) ids = NULL;
  GError *local = NULL;

  if (n_erased != NULL)
    *n_erased = 0;
  daftar_store_read (store, daily_read, &daily, &local);
  ids = daily.ids;
  if (local == NULL && (ids->len > 0 || daily.pending))
    daftar_store_write (store, "bin", lease_write, &daily, NULL, &local);
  if (local == NULL && daily.mine && daftar_erase (store, (const gint64 *) ids->data, ids->len, &local)
      && n_erased != NULL)
    *n_erased = ids->len;
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}
