/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-note SHOP: how long a note takes until it is safe, beside appending a line to a file and fdatasync(); and how
 * long a backup takes while notes are written, beside copying the file. SHOP is changed: give it a copy. */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "bench.h"
#include "daftar-backup.h"
#include "daftar-note.h"
#include "daftar-store.h"

#define N_NOTES 400

static void
append_line (int          fd,
             BenchSeries *times)
{
  static const char line[] = "A talk of a usual length, about when the coffee machine will be delivered and by whom.\n";
  gint64 start = g_get_monotonic_time ();

  g_assert_cmpint (write (fd, line, strlen (line)), ==, strlen (line));
  g_assert_cmpint (fdatasync (fd), ==, 0);
  bench_series_add (times, start);
}

static void
write_note (DaftarStore *store,
            gint64       customer_id,
            BenchSeries *times)
{
  g_autoptr (DaftarNote) note = daftar_note_new ();
  g_autoptr (GObject) customer = NULL;
  gint64 start = g_get_monotonic_time ();

  note->customer_id = customer_id;
  note->channel = 1;
  note->direction = 1;
  note->body = g_strdup ("A talk of a usual length, about when the coffee machine will be delivered and by whom.");
  customer = daftar_store_write (store, "note.add", daftar_note_write, note, NULL, NULL);
  bench_series_add (times, start);
  g_assert_nonnull (customer);
}

static void
measure_notes (DaftarStore *store,
               const char  *folder)
{
  g_autofree char *path = g_build_filename (folder, "bench-append", NULL);
  BenchSeries floor = bench_series_new (), notes = bench_series_new ();
  int fd = g_open (path, O_CREAT | O_WRONLY | O_APPEND, 0600);

  /* In turn, so that both see the same disk. */
  for (int i = 0; i < N_NOTES; i++)
    {
      append_line (fd, &floor);
      write_note (store, 1 + i * 7, &notes);
    }
  close (fd);
  g_unlink (path);
  bench_report ("note commit, median", "append + fdatasync", bench_percentile (&floor, 0.5),
                bench_percentile (&notes, 0.5), 2, 0);
  bench_report ("note commit, p99", "append + fdatasync, p99", bench_percentile (&floor, 0.99),
                bench_percentile (&notes, 0.99), 0, 0);
}

typedef struct
{
  DaftarStore *store;
  BenchSeries times;
  int stop;
} Clerk;

static gpointer
clerk_main (gpointer data)
{
  Clerk *clerk = data;

  for (int i = 0; !g_atomic_int_get (&clerk->stop); i++)
    {
      write_note (clerk->store, 1 + i * 11, &clerk->times);
      g_usleep (10000);
    }
  return NULL;
}

static double
copy_file (const char *from,
           const char *to)
{
  const char *const command[] = { "sh", "-c", "cp \"$0\" \"$1\" && sync \"$1\"", from, to, NULL };
  gint64 start = g_get_monotonic_time ();
  int status;

  g_assert_true (g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
  return g_get_monotonic_time () - start;
}

static void
measure_backup (DaftarStore *store,
                const char  *path,
                const char  *folder)
{
  g_autofree char *copy = g_build_filename (folder, "bench-copy", NULL);
  g_autofree char *backup = g_build_filename (folder, "bench-backup.daftar", NULL);
  g_autoptr (GError) error = NULL;
  Clerk clerk = { store, bench_series_new (), 0 };
  double floor = copy_file (path, copy);
  GThread *thread;
  gint64 start;
  double us;

  g_unlink (copy);
  thread = g_thread_new ("clerk", clerk_main, &clerk);
  start = g_get_monotonic_time ();
  if (!daftar_backup_store_copy (path, backup, NULL, &error))
    g_error ("%s", error->message);
  us = g_get_monotonic_time () - start;
  g_atomic_int_set (&clerk.stop, 1);
  g_thread_join (thread);
  g_unlink (backup);
  bench_report ("backup while notes are written", "cp + sync", floor, us, 1.5, 0);
  bench_report ("longest note meanwhile", "", 0, bench_percentile (&clerk.times, 1), 0, 0);
}

int
main (int argc, char **argv)
{
  const char *path = argc > 1 ? argv[1] : "";
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (DaftarClock) clock = daftar_clock_new_system ();
  g_autoptr (DaftarStore) store = daftar_store_new (path, clock);
  g_autoptr (GError) error = NULL;

  if (!daftar_store_open (store, FALSE, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  measure_notes (store, folder);
  measure_backup (store, path, folder);
  daftar_store_close (store);
  return 0;
}
