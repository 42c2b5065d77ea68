/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-dump.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "daftar-dump-store.h"
#include "daftar-erase.h"
#include "daftar-error.h"

/* The whole shop as one JSON array, a row on each line, so that neither side needs all of it in memory:
 *
 *   [
 *   {"daftar": 1},
 *   {"table": "shop", "row": {…}},
 *   …
 *   ]
 */
#define HEAD "{\"daftar\": 1}"

typedef struct
{
  GOutputStream *out;
  GDataInputStream *in;
  gint64 n_rows;
} Dump;

/* --- Out. ------------------------------------------------------------------------------------------ */

static gboolean
write_row (const char  *table,
           const char  *json,
           gpointer     data,
           GError     **error)
{
  Dump *dump = data;

  dump->n_rows++;
  return g_output_stream_printf (dump->out, NULL, NULL, error, ",\n{\"table\": \"%s\", \"row\": %s}", table, json);
}

static gpointer
write_all (DaftarReader  *reader,
           gpointer       data,
           GError       **error)
{
  Dump *dump = data;

  return GINT_TO_POINTER (g_output_stream_printf (dump->out, NULL, NULL, error, "[\n%s", HEAD)
                          && daftar_dump_store_each (reader, write_row, dump, error)
                          && g_output_stream_printf (dump->out, NULL, NULL, error, "\n]\n")
                          && g_output_stream_close (dump->out, NULL, error));
}

/**
 * daftar_dump_write:
 * @store: the shop
 * @path: the file to write; it appears when it is whole
 * @n_rows: (out): how many rows it holds
 * @error: return location for a sentence for the user
 *
 * Writes everything that the shop consists of as JSON.
 */
gboolean
daftar_dump_write (DaftarStore  *store,
                   const char   *path,
                   gint64       *n_rows,
                   GError      **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileOutputStream) out =
    g_file_replace (file, NULL, FALSE, G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, NULL, error);
  g_autoptr (GOutputStream) buffered = NULL;
  Dump dump = { 0 };

  if (out == NULL)
    return FALSE;
  buffered = g_buffered_output_stream_new_sized (G_OUTPUT_STREAM (out), 1 << 16);
  dump.out = buffered;
  if (daftar_store_read (store, write_all, &dump, error) == NULL)
    {
      g_autoptr (GCancellable) stopped = g_cancellable_new ();

      /* Closed like this, the old file stays and no half of a new one. */
      g_cancellable_cancel (stopped);
      g_output_stream_close (G_OUTPUT_STREAM (out), stopped, NULL);
      return FALSE;
    }
  *n_rows = dump.n_rows;
  return TRUE;
}

/* --- In. ------------------------------------------------------------------------------------------- */

static gboolean
load_line (DaftarTxn   *txn,
           const char  *line,
           GError     **error)
{
  g_autoptr (JsonNode) node = json_from_string (line, error);
  JsonObject *object = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  g_autofree char *row = NULL;

  if (object == NULL || !json_object_has_member (object, "row"))
    {
      g_clear_error (error);
      g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_DAMAGED,
                           _("This file is not a whole shop that Daftar wrote, or it was cut short. Nothing was brought in."));
      return FALSE;
    }
  row = json_to_string (json_object_get_member (object, "row"), FALSE);
  return daftar_dump_store_add (txn, json_object_get_string_member_with_default (object, "table", ""), row, error);
}

static gpointer
load_all (DaftarTxn  *txn,
          gpointer    data,
          GError    **error)
{
  Dump *dump = data;
  GError *local = NULL;
  gboolean ended = FALSE;
  gint64 number = 0;

  if (!daftar_dump_store_begin (txn, error))
    return NULL;
  while (local == NULL && !ended)
    {
      g_autofree char *line = g_data_input_stream_read_line_utf8 (dump->in, NULL, NULL, &local);
      gsize length = line != NULL ? strlen (line) : 0;

      number++;
      if (g_error_matches (local, G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE))
        g_clear_error (&local); /* cut in the middle of a letter */
      if (line == NULL || g_str_equal (line, "]"))
        {
          /* Without its last line it was cut short: load_line() says so. */
          ended = TRUE;
          if (line == NULL && local == NULL)
            load_line (txn, "{}", &local);
          continue;
        }
      if (length > 0 && line[length - 1] == ',')
        line[length - 1] = '\0';
      if (number <= 2)
        {
          if (g_strcmp0 (line, number == 1 ? "[" : HEAD) != 0)
            load_line (txn, "{}", &local);
          continue;
        }
      dump->n_rows++;
      load_line (txn, line, &local);
    }
  if (local == NULL)
    return GINT_TO_POINTER (daftar_dump_store_end (txn, error));
  g_propagate_error (error, local);
  return NULL;
}

/**
 * daftar_dump_load:
 * @store: a shop without customers
 * @path: what daftar_dump_write() wrote
 * @n_rows: (out): how many rows came in
 * @error: return location for a sentence for the user
 *
 * Makes the shop what the file says, all or nothing.
 */
gboolean
daftar_dump_load (DaftarStore  *store,
                  const char   *path,
                  gint64       *n_rows,
                  GError      **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) in = g_file_read (file, NULL, error);
  g_autoptr (GDataInputStream) lines = NULL;
  Dump dump = { 0 };

  if (in == NULL)
    return FALSE;
  lines = g_data_input_stream_new (G_INPUT_STREAM (in));
  dump.in = lines;
  if (daftar_store_write (store, "shop.load", load_all, &dump, NULL, error) == NULL)
    return FALSE;
  *n_rows = dump.n_rows;
  /* Whom this shop erased was left out, and is not to stand in the search either. */
  return daftar_erase_end (store, error);
}
