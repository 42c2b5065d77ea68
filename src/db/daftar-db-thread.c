/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-db-thread.h"

/* One queue of jobs and the threads that work it off, each with a connection of its own. */
struct _DaftarDbThread
{
  char *name;
  char *path;
  DaftarDbMode mode;
  GAsyncQueue *queue;
  GPtrArray *threads;
  guint max_threads;
  int idle;
  GMutex lock;
};

typedef struct
{
  DaftarDbJob job; /* NULL ends the thread */
  gpointer data;
} Job;

static void
run_job (DaftarDbThread  *self,
         DaftarDb       **db,
         Job             *job)
{
  g_autoptr (GError) error = NULL;

  if (*db == NULL)
    *db = daftar_db_open (self->path, self->mode, &error);
  job->job (*db, error, job->data);
}

static gpointer
thread_main (gpointer data)
{
  DaftarDbThread *self = data;
  g_autoptr (DaftarDb) db = NULL;
  gboolean running = TRUE;

  while (running)
    {
      g_autofree Job *job = NULL;

      g_atomic_int_inc (&self->idle);
      job = g_async_queue_pop (self->queue);
      g_atomic_int_add (&self->idle, -1);
      running = job->job != NULL;
      if (running)
        run_job (self, &db, job);
    }
  return NULL;
}

/**
 * daftar_db_thread_new:
 * @name: the threads' name in a debugger
 * @path: the file
 * @mode: how the connections are opened
 * @n_threads: how many jobs may run at the same time; 1 keeps their order
 *
 * The threads and their connections are made when the first jobs come.
 *
 * Returns: (transfer full): the threads
 */
DaftarDbThread *
daftar_db_thread_new (const char   *name,
                      const char   *path,
                      DaftarDbMode  mode,
                      guint         n_threads)
{
  DaftarDbThread *self = g_new0 (DaftarDbThread, 1);

  self->name = g_strdup (name);
  self->path = g_strdup (path);
  self->mode = mode;
  self->max_threads = n_threads;
  self->queue = g_async_queue_new ();
  self->threads = g_ptr_array_new ();
  g_mutex_init (&self->lock);
  return self;
}

/**
 * daftar_db_thread_push:
 * @self: the threads
 * @job: what to run on one of them
 * @data: passed to @job
 */
void
daftar_db_thread_push (DaftarDbThread *self,
                       DaftarDbJob     job,
                       gpointer        data)
{
  Job *entry = g_new (Job, 1);

  g_return_if_fail (job != NULL);
  entry->job = job;
  entry->data = data;
  g_mutex_lock (&self->lock);
  if (self->threads->len < self->max_threads
      && (self->threads->len == 0
          || g_atomic_int_get (&self->idle) <= MAX (g_async_queue_length (self->queue), 0)))
    g_ptr_array_add (self->threads, g_thread_new (self->name, thread_main, self));
  g_async_queue_push (self->queue, entry);
  g_mutex_unlock (&self->lock);
}

/**
 * daftar_db_thread_free:
 * @self: (transfer full): the threads
 *
 * Waits for the jobs that were pushed, then closes the connections.
 */
void
daftar_db_thread_free (DaftarDbThread *self)
{
  for (guint i = 0; i < self->threads->len; i++)
    g_async_queue_push (self->queue, g_new0 (Job, 1));
  for (guint i = 0; i < self->threads->len; i++)
    g_thread_join (g_ptr_array_index (self->threads, i));
  g_ptr_array_unref (self->threads);
  g_async_queue_unref (self->queue);
  g_mutex_clear (&self->lock);
  g_free (self->name);
  g_free (self->path);
  g_free (self);
}
