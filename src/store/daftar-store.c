/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-store.h"

#include <glib/gi18n-lib.h>

#include "daftar-db-thread.h"
#include "daftar-error.h"
#include "daftar-migration.h"
#include "daftar-store-open.h"
#include "daftar-store-private.h"
#include "daftar-ulid.h"

#define N_READERS 3

/* How often a window that is seen asks whether another process changed the file. */
#define WATCH_INTERVAL_MS 500

/* How many changes stay in the log for those who look seldom; who missed some reads everything anew. */
#define LOG_LENGTH 20000

struct _DaftarStore
{
  GObject parent_instance;

  char *path;
  DaftarClock *clock;
  GMainContext *context;
  gint64 staff_id;
  int newest; /* schema version that this program is written for */
  guint watch_id;
  GThread *forbidden;

  GMutex lock; /* of the two below: threads of others may ask while the store is closed */
  DaftarDbThread *writer;
  DaftarDbThread *readers;
  DaftarDbThread *watcher;

  /* Used by the watcher's thread alone, once it runs. */
  gint64 last_seq;
  gint64 data_version;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DaftarStore, daftar_store, G_TYPE_OBJECT)

/* --- Jobs: a function, its request, and who waits for the result. --------------------------------- */

typedef struct
{
  DaftarStore *store; /* unowned: the store waits for its threads before it goes */
  DaftarReadFunc read;
  DaftarWriteFunc write;
  char *operation;
  gint64 staff_id;
  gint64 operation_id;
  gboolean many; /* see daftar_store_write_many() */
  gpointer request;
  GDestroyNotify request_free;
  GDestroyNotify result_free;
  GCancellable *cancellable;
  gpointer result;
  GError *error;
  GTask *task; /* of an asynchronous call, else the four below */
  GMutex lock;
  GCond done_cond;
  gboolean done;
} Job;

static void
job_free (Job *job)
{
  if (job->request_free != NULL)
    job->request_free (job->request);
  g_clear_object (&job->cancellable);
  g_free (job->operation);
  g_mutex_clear (&job->lock);
  g_cond_clear (&job->done_cond);
  g_free (job);
}

static Job *
job_new (DaftarStore *self,
         gpointer     request)
{
  Job *job = g_new0 (Job, 1);

  job->store = self;
  job->request = request;
  job->staff_id = self->staff_id;
  g_mutex_init (&job->lock);
  g_cond_init (&job->done_cond);
  return job;
}

static void
drop_result (Job *job)
{
  if (job->result != NULL && job->result_free != NULL)
    job->result_free (job->result);
  job->result = NULL;
}

/* The last thing that a store's thread does with a job. */
static void
job_finish (Job *job)
{
  if (job->task == NULL)
    {
      g_mutex_lock (&job->lock);
      job->done = TRUE;
      g_cond_signal (&job->done_cond);
      g_mutex_unlock (&job->lock);
      return;
    }

  g_autoptr (GTask) task = g_steal_pointer (&job->task);

  if (job->error != NULL)
    {
      drop_result (job);
      g_task_return_error (task, g_steal_pointer (&job->error));
    }
  else
    g_task_return_pointer (task, g_steal_pointer (&job->result), job->result_free);
}

static void
job_wait (Job *job)
{
  g_mutex_lock (&job->lock);
  while (!job->done)
    g_cond_wait (&job->done_cond, &job->lock);
  g_mutex_unlock (&job->lock);
}

/* Who asks a closed store is told so: the window was closed while a thread of its own was at work. */
static void
push (DaftarStore     *self,
      DaftarDbThread **threads,
      DaftarDbJob      func,
      Job             *job)
{
  gboolean pushed = FALSE;

  g_mutex_lock (&self->lock);
  if (*threads != NULL)
    {
      daftar_db_thread_push (*threads, func, job);
      pushed = TRUE;
    }
  g_mutex_unlock (&self->lock);
  if (!pushed)
    {
      g_set_error_literal (&job->error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("The shop file was closed meanwhile."));
      job_finish (job);
    }
}

/* --- Changes, also those of other processes. ------------------------------------------------------- */

typedef struct
{
  DaftarStore *store;
  DaftarChanges *changes;
} Emission;

static gboolean
emit_cb (gpointer data)
{
  Emission *emission = data;

  g_signal_emit (emission->store, signals[SIGNAL_CHANGED], 0, emission->changes);
  return G_SOURCE_REMOVE;
}

static void
emission_free (gpointer data)
{
  Emission *emission = data;

  g_object_unref (emission->store);
  daftar_changes_unref (emission->changes);
  g_free (emission);
}

static gboolean
read_log (DaftarStore   *self,
          DaftarDb      *db,
          DaftarChanges *changes)
{
  g_autoptr (DaftarStatement) log = NULL;
  gint64 oldest = 0;

  if (!daftar_db_get_int (db, &oldest, NULL, "SELECT min(seq) FROM change_log", NULL))
    return FALSE;
  if (oldest > self->last_seq + 1)
    for (int kind = DAFTAR_KIND_ANY + 1; kind < DAFTAR_N_KINDS; kind++)
      daftar_changes_add (changes, kind, 0, DAFTAR_OP_CHANGED);

  log = daftar_db_query (db, NULL, "SELECT seq, kind, id, op FROM change_log WHERE seq > $seq ORDER BY seq",
                         DB_INT ("seq", self->last_seq), NULL);
  if (log == NULL)
    return FALSE;
  while (daftar_statement_next (log, NULL))
    {
      gint64 kind = daftar_statement_get_int (log, 1);

      self->last_seq = daftar_statement_get_int (log, 0);
      if (kind > DAFTAR_KIND_ANY && kind < DAFTAR_N_KINDS)
        daftar_changes_add (changes, kind, daftar_statement_get_int (log, 2), daftar_statement_get_int (log, 3));
    }
  return daftar_changes_size (changes) > 0;
}

static void
watch_job (DaftarDb     *db,
           const GError *open_error,
           gpointer      data)
{
  DaftarStore *self = data;
  g_autoptr (DaftarChanges) changes = daftar_changes_new ();
  g_autoptr (GSource) idle = NULL;
  Emission *emission;
  gint64 version;

  if (db == NULL)
    return;
  version = daftar_db_get_data_version (db);
  if (version == self->data_version)
    return;
  self->data_version = version;
  if (!read_log (self, db, changes))
    return;
  emission = g_new (Emission, 1);
  emission->store = g_object_ref (self);
  emission->changes = g_steal_pointer (&changes);
  /* Not g_main_context_invoke(): while nobody runs the context, that would call it here, on this thread. */
  idle = g_idle_source_new ();
  g_source_set_priority (idle, G_PRIORITY_DEFAULT);
  g_source_set_callback (idle, emit_cb, emission, emission_free);
  g_source_attach (idle, self->context);
}

static void
look_for_changes (DaftarStore *self)
{
  if (self->watcher != NULL)
    daftar_db_thread_push (self->watcher, watch_job, self);
}

static gboolean
watch_cb (gpointer data)
{
  look_for_changes (data);
  return G_SOURCE_CONTINUE;
}

/**
 * daftar_store_set_watching:
 * @self: a store
 * @watching: whether to look regularly for what other processes change
 *
 * Own changes are told by the signal "changed" in any case. A window that isn't seen needs no watching:
 * it hears of everything when it starts to watch again.
 */
void
daftar_store_set_watching (DaftarStore *self,
                           gboolean     watching)
{
  if (watching == (self->watch_id != 0))
    return;
  if (!watching)
    {
      g_clear_handle_id (&self->watch_id, g_source_remove);
      return;
    }
  look_for_changes (self);
  self->watch_id = g_timeout_add (WATCH_INTERVAL_MS, watch_cb, self);
}

/**
 * daftar_store_look:
 * @self: a store
 *
 * Looks once for what other processes changed; for who is woken by the file itself instead of watching.
 */
void
daftar_store_look (DaftarStore *self)
{
  look_for_changes (self);
}

/* --- Reading. -------------------------------------------------------------------------------------- */

static void
run_read (Job      *job,
          DaftarDb *db)
{
  DaftarReader reader = { db, daftar_clock_now (job->store->clock), job->cancellable };

  daftar_db_set_cancellable (db, job->cancellable);
  if (daftar_db_begin (db, FALSE, &job->error))
    {
      if (daftar_migration_check (db, job->store->newest, &job->error))
        job->result = job->read (&reader, job->request, &job->error);
      daftar_db_rollback (db);
    }
  daftar_db_set_cancellable (db, NULL);
}

static void
read_job (DaftarDb     *db,
          const GError *open_error,
          gpointer      data)
{
  Job *job = data;

  if (job->cancellable != NULL && g_cancellable_set_error_if_cancelled (job->cancellable, &job->error))
    ;
  else if (db == NULL)
    job->error = g_error_copy (open_error);
  else
    run_read (job, db);
  job_finish (job);
}

static void
assert_may_wait (DaftarStore *self)
{
  if (self->forbidden == g_thread_self ())
    g_error ("The main thread must not wait for the shop file");
}

/**
 * daftar_store_forbid_waiting:
 * @self: a store
 *
 * From now on the calling thread must use the asynchronous calls: a waiting one ends the program. The
 * window says this of its main thread.
 */
void
daftar_store_forbid_waiting (DaftarStore *self)
{
  self->forbidden = g_thread_self ();
}

/**
 * daftar_store_read:
 * @self: a store
 * @func: what to do with a #DaftarReader
 * @request: passed to @func
 * @error: return location for a sentence for the user
 *
 * Runs @func on one of the store's threads and waits for it.
 *
 * Returns: what @func returns
 */
gpointer
daftar_store_read (DaftarStore     *self,
                   DaftarReadFunc   func,
                   gpointer         request,
                   GError         **error)
{
  Job *job = job_new (self, request);
  gpointer result;

  assert_may_wait (self);
  job->read = func;
  push (self, &self->readers, read_job, job);
  job_wait (job);
  result = job->result;
  if (job->error != NULL)
    g_propagate_error (error, g_steal_pointer (&job->error));
  job_free (job);
  return result;
}

static Job *
job_new_async (DaftarStore         *self,
               gpointer             request,
               GDestroyNotify       request_free,
               GDestroyNotify       result_free,
               GCancellable        *cancellable,
               GAsyncReadyCallback  callback,
               gpointer             user_data)
{
  Job *job = job_new (self, request);

  job->request_free = request_free;
  job->result_free = result_free;
  job->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  job->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (job->task, job_new_async);
  g_task_set_task_data (job->task, job, (GDestroyNotify) job_free);
  return job;
}

/**
 * daftar_store_read_async:
 * @self: a store
 * @func: what to do with a #DaftarReader, on another thread
 * @request: (transfer full): passed to @func
 * @request_free: (nullable): frees @request
 * @result_free: (nullable): frees the result if nobody takes it
 * @cancellable: (nullable): stops the query that runs
 * @callback: called on the thread that asks
 * @user_data: passed to @callback
 */
void
daftar_store_read_async (DaftarStore         *self,
                         DaftarReadFunc       func,
                         gpointer             request,
                         GDestroyNotify       request_free,
                         GDestroyNotify       result_free,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  Job *job = job_new_async (self, request, request_free, result_free, cancellable, callback, user_data);

  job->read = func;
  push (self, &self->readers, read_job, job);
}

/**
 * daftar_store_read_finish:
 * @self: a store
 * @result: given to the callback
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full): what the function returned
 */
gpointer
daftar_store_read_finish (DaftarStore   *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- Writing. -------------------------------------------------------------------------------------- */

static gboolean
append_to_log (DaftarTxn  *txn,
               GError    **error)
{
  DaftarDb *db = TXN_DB (txn);
  guint n = daftar_changes_size (txn->changes);

  for (guint i = 0; i < n; i++)
    {
      const DaftarChange *change = daftar_changes_get (txn->changes, i);

      if (!daftar_db_run (db, error, "INSERT INTO change_log (kind, id, op) VALUES ($kind, $id, $op)",
                          DB_INT ("kind", change->kind), DB_ID ("id", change->id), DB_INT ("op", change->op), NULL))
        return FALSE;
    }
  return n == 0
         || daftar_db_run (db, error,
                           "DELETE FROM change_log WHERE seq < (SELECT max(seq) FROM change_log) - $length",
                           DB_INT ("length", LOG_LENGTH), NULL);
}

static void
run_write (Job      *job,
           DaftarDb *db)
{
  DaftarTxn txn = {
    .reader = { db, daftar_clock_now (job->store->clock), job->cancellable },
    .operation = job->operation,
    .staff_id = job->staff_id,
    .changes = daftar_changes_new (),
  };
  gboolean committed = FALSE;

  /* SQLite hears of this only between transactions. */
  if (job->many)
    daftar_db_exec (db, "PRAGMA foreign_keys = OFF", NULL);
  if (daftar_db_begin (db, TRUE, &job->error))
    {
      if (daftar_migration_check (db, job->store->newest, &job->error))
        job->result = job->write (&txn, job->request, &job->error);
      committed = job->error == NULL && append_to_log (&txn, &job->error) && daftar_db_commit (db, &job->error);
      if (!committed)
        daftar_db_rollback (db);
    }
  if (job->many)
    daftar_db_exec (db, "PRAGMA foreign_keys = ON", NULL);
  if (committed && daftar_changes_size (txn.changes) > 0)
    look_for_changes (job->store);
  job->operation_id = committed ? txn.operation_id : 0;
  daftar_changes_unref (txn.changes);
}

static void
write_job (DaftarDb     *db,
           const GError *open_error,
           gpointer      data)
{
  Job *job = data;

  if (job->cancellable != NULL && g_cancellable_set_error_if_cancelled (job->cancellable, &job->error))
    ;
  else if (db == NULL)
    job->error = g_error_copy (open_error);
  else
    run_write (job, db);
  job_finish (job);
}

static gpointer
write_and_wait (DaftarStore      *self,
                const char       *operation,
                DaftarWriteFunc   func,
                gpointer          request,
                gboolean          many,
                gint64           *operation_id,
                GError          **error)
{
  Job *job = job_new (self, request);
  gpointer result;

  assert_may_wait (self);
  job->many = many;
  job->write = func;
  job->operation = g_strdup (operation);
  push (self, &self->writer, write_job, job);
  job_wait (job);
  result = job->result;
  if (operation_id != NULL)
    *operation_id = job->operation_id;
  if (job->error != NULL)
    {
      result = NULL;
      g_propagate_error (error, g_steal_pointer (&job->error));
    }
  job_free (job);
  return result;
}

/**
 * daftar_store_write:
 * @self: a store
 * @operation: what is done, for the history: "customer.add"
 * @func: does it with a #DaftarTxn; if it sets its error, nothing is changed
 * @request: passed to @func
 * @operation_id: (out) (optional): for undoing it; 0 if no row was written
 * @error: return location for a sentence for the user
 *
 * Runs @func in one transaction on the store's writing thread and waits for it.
 *
 * Returns: what @func returns
 */
gpointer
daftar_store_write (DaftarStore      *self,
                    const char       *operation,
                    DaftarWriteFunc   func,
                    gpointer          request,
                    gint64           *operation_id,
                    GError          **error)
{
  return write_and_wait (self, operation, func, request, FALSE, operation_id, error);
}

/**
 * daftar_store_write_many:
 * @self: a store
 * @operation: as in daftar_store_write()
 * @func: as in daftar_store_write(); it only adds rows, and none that refers to what is not there
 * @request: passed to @func
 * @error: return location for a sentence for the user
 *
 * As daftar_store_write(), for rows by the hundred thousand into a new shop: SQLite does not look up again what each
 * of them refers to, which for rows out of their order takes longer than to write them.
 *
 * Returns: what @func returns
 */
gpointer
daftar_store_write_many (DaftarStore      *self,
                         const char       *operation,
                         DaftarWriteFunc   func,
                         gpointer          request,
                         GError          **error)
{
  return write_and_wait (self, operation, func, request, TRUE, NULL, error);
}

/**
 * daftar_store_write_async:
 * @self: a store
 * @operation: what is done, for the history: "customer.add"
 * @func: does it with a #DaftarTxn, on another thread
 * @request: (transfer full): passed to @func
 * @request_free: (nullable): frees @request
 * @result_free: (nullable): frees the result if nobody takes it
 * @cancellable: (nullable): keeps it from starting; what has started is finished
 * @callback: called on the thread that asks
 * @user_data: passed to @callback
 */
void
daftar_store_write_async (DaftarStore         *self,
                          const char          *operation,
                          DaftarWriteFunc      func,
                          gpointer             request,
                          GDestroyNotify       request_free,
                          GDestroyNotify       result_free,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  Job *job = job_new_async (self, request, request_free, result_free, cancellable, callback, user_data);

  job->write = func;
  job->operation = g_strdup (operation);
  /* What was committed is told as done, even if its asker has lost interest. */
  g_task_set_check_cancellable (job->task, FALSE);
  push (self, &self->writer, write_job, job);
}

/**
 * daftar_store_write_finish:
 * @self: a store
 * @result: given to the callback
 * @operation_id: (out) (optional): for undoing it; 0 if no row was written
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full): what the function returned
 */
gpointer
daftar_store_write_finish (DaftarStore   *self,
                           GAsyncResult  *result,
                           gint64        *operation_id,
                           GError       **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));

  if (operation_id != NULL)
    *operation_id = job->operation_id;
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- Handles. -------------------------------------------------------------------------------------- */

/**
 * daftar_reader_now:
 * @reader: a handle
 *
 * Returns: the moment at which the handle was given, in microseconds UTC: one for all that it reads
 */
gint64
daftar_reader_now (DaftarReader *reader)
{
  return reader->now;
}

GCancellable *
daftar_reader_get_cancellable (DaftarReader *reader)
{
  return reader->cancellable;
}

DaftarReader *
daftar_txn_reader (DaftarTxn *txn)
{
  return &txn->reader;
}

gint64
daftar_txn_now (DaftarTxn *txn)
{
  return txn->reader.now;
}

gint64
daftar_txn_get_staff (DaftarTxn *txn)
{
  return txn->staff_id;
}

/**
 * daftar_txn_seed_ulids:
 * @txn: a handle
 * @seed: where they start from; it must outlive the handle
 * @n_before: how many were made of this seed before
 *
 * From now on the rows of this handle get ULIDs that follow from the seed and the time alone, each the
 * next after the last: for a sample shop that is the same each time it is made, and for bulk loads, where
 * random ones would be scattered over the index.
 */
void
daftar_txn_seed_ulids (DaftarTxn      *txn,
                       const guint64  *seed,
                       guint64         n_before)
{
  txn->ulid_seed = seed;
  txn->n_ulids = n_before;
}

guint64
daftar_txn_get_n_ulids (DaftarTxn *txn)
{
  return txn->n_ulids;
}

/* Fills @ulid for the next row of this handle. */
void
daftar_txn_make_ulid (DaftarTxn *txn,
                      guint8    *ulid)
{
  guint64 low;

  daftar_ulid_generate (ulid, txn->reader.now);
  if (txn->ulid_seed == NULL)
    return;
  /* The time stands in the first 6 bytes, then 4 bytes of the seed, then the count. */
  low = txn->n_ulids++;
  for (int i = 9; i >= 6; i--)
    ulid[i] = (*txn->ulid_seed >> (8 * (9 - i))) & 0xff;
  for (int i = DAFTAR_ULID_SIZE - 1; i >= 10; i--, low >>= 8)
    ulid[i] = low & 0xff;
}

void
daftar_txn_changed (DaftarTxn  *txn,
                    DaftarKind  kind,
                    gint64      id,
                    DaftarOp    op)
{
  daftar_changes_add (txn->changes, kind, id, op);
}

/**
 * daftar_txn_get_operation:
 * @txn: a handle
 * @error: return location for a sentence for the user
 *
 * Returns: the id of the operation that the rows of this transaction belong to, begun if there is none;
 *   0 on failure
 */
gint64
daftar_txn_get_operation (DaftarTxn  *txn,
                          GError    **error)
{
  guint8 ulid[DAFTAR_ULID_SIZE];
  g_autoptr (GBytes) bytes = NULL;

  if (txn->operation_id != 0)
    return txn->operation_id;
  daftar_txn_make_ulid (txn, ulid);
  bytes = g_bytes_new (ulid, sizeof ulid);
  if (daftar_db_run (TXN_DB (txn), error,
                     "INSERT INTO operation (ulid, at, staff_id, kind) VALUES ($ulid, $at, $staff, $kind)",
                     DB_BLOB ("ulid", bytes), DB_INT ("at", txn->reader.now), DB_ID ("staff", txn->staff_id),
                     DB_TEXT ("kind", txn->operation), NULL))
    txn->operation_id = daftar_db_get_last_id (TXN_DB (txn));
  return txn->operation_id;
}

/* --- The object. ----------------------------------------------------------------------------------- */


static void
start_threads (DaftarStore *self)
{
  self->writer = daftar_db_thread_new ("writer", self->path, DAFTAR_DB_MODE_WRITE, 1);
  self->readers = daftar_db_thread_new ("reader", self->path, DAFTAR_DB_MODE_READ, N_READERS);
  self->watcher = daftar_db_thread_new ("watcher", self->path, DAFTAR_DB_MODE_READ, 1);
}

/**
 * daftar_store_open:
 * @self: a store
 * @create: whether to make the file if there is none
 * @error: return location for a sentence for the user, with the code telling a newer file
 *   (%DAFTAR_ERROR_NEWER), a damaged one (%DAFTAR_ERROR_DAMAGED) and one that isn't ours apart
 *
 * Brings the file to the newest version and starts the threads.
 *
 * Returns: whether the store can be used
 */
gboolean
daftar_store_open (DaftarStore  *self,
                   gboolean      create,
                   GError      **error)
{
  g_return_val_if_fail (self->writer == NULL, FALSE);
  if (!daftar_store_prepare_file (self->path, create, &self->last_seq, error))
    return FALSE;
  start_threads (self);
  return TRUE;
}

static void
open_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  DaftarStore *self = source;
  GError *error = NULL;

  if (daftar_store_prepare_file (self->path, GPOINTER_TO_INT (task_data), &self->last_seq, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * daftar_store_open_async:
 * @self: a store
 * @create: whether to make the file if there is none
 * @callback: called when it is open
 * @user_data: passed to @callback
 */
void
daftar_store_open_async (DaftarStore         *self,
                         gboolean             create,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  g_return_if_fail (self->writer == NULL);
  g_task_set_task_data (task, GINT_TO_POINTER (create), NULL);
  g_task_run_in_thread (task, open_thread);
}

gboolean
daftar_store_open_finish (DaftarStore   *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  start_threads (self);
  return TRUE;
}

/**
 * daftar_store_close:
 * @self: a store
 *
 * Waits for what is under way, closes the connections, and may be called more than once.
 */
void
daftar_store_close (DaftarStore *self)
{
  DaftarDbThread *watcher = g_steal_pointer (&self->watcher);
  DaftarDbThread *readers, *writer;

  g_clear_handle_id (&self->watch_id, g_source_remove);
  g_mutex_lock (&self->lock);
  readers = g_steal_pointer (&self->readers);
  writer = g_steal_pointer (&self->writer);
  g_mutex_unlock (&self->lock);
  g_clear_pointer (&readers, daftar_db_thread_free);
  g_clear_pointer (&writer, daftar_db_thread_free);
  g_clear_pointer (&watcher, daftar_db_thread_free);
}

static void
daftar_store_dispose (GObject *object)
{
  daftar_store_close (DAFTAR_STORE (object));
  G_OBJECT_CLASS (daftar_store_parent_class)->dispose (object);
}

static void
daftar_store_finalize (GObject *object)
{
  DaftarStore *self = DAFTAR_STORE (object);

  g_free (self->path);
  g_object_unref (self->clock);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (daftar_store_parent_class)->finalize (object);
}

static void
daftar_store_class_init (DaftarStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daftar_store_dispose;
  G_OBJECT_CLASS (klass)->finalize = daftar_store_finalize;

  /**
   * DaftarStore::changed:
   * @self: the store
   * @changes: what changed, in this process or another
   *
   * Emitted on the thread that made the store. Views refresh from this and from the clock alone.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", DAFTAR_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, DAFTAR_TYPE_CHANGES);
}

static void
daftar_store_init (DaftarStore *self)
{
  g_mutex_init (&self->lock);
  self->context = g_main_context_ref_thread_default ();
  self->newest = daftar_migration_get_newest (daftar_sql_get_resource (), DAFTAR_SQL_FOLDER);
}

/**
 * daftar_store_new:
 * @path: the shop file
 * @clock: tells the time
 *
 * Close it with daftar_store_close() before the last reference goes: that may be one of a call that is
 * still under way, on a thread that can't wait for itself.
 *
 * Returns: (transfer full): a store that isn't open yet
 */
DaftarStore *
daftar_store_new (const char  *path,
                  DaftarClock *clock)
{
  DaftarStore *self = g_object_new (DAFTAR_TYPE_STORE, NULL);

  self->path = g_strdup (path);
  self->clock = g_object_ref (clock);
  return self;
}

const char *
daftar_store_get_path (DaftarStore *self)
{
  return self->path;
}

DaftarClock *
daftar_store_get_clock (DaftarStore *self)
{
  return self->clock;
}

gint64
daftar_store_get_staff (DaftarStore *self)
{
  return self->staff_id;
}

/**
 * daftar_store_set_staff:
 * @self: a store
 * @staff_id: who works now: the history names them; 0 for nobody
 */
void
daftar_store_set_staff (DaftarStore *self,
                        gint64       staff_id)
{
  self->staff_id = staff_id;
}
