/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include <glib/gi18n.h>

#include "daftar-cli-people.h"
#include "daftar-history.h"
#include "daftar-import.h"
#include "daftar-today.h"
#include "daftar-undo.h"

/* --- today --- */

static void
tell_item (DaftarCli       *cli,
           DaftarTodayItem *item)
{
  if (!cli->json)
    {
      daftar_cli_say ("%-18s %6lld  %s%s%s", daftar_today_reason_nick (item->reason), (long long) item->id, item->title,
                      item->customer_name != NULL ? " · " : "", item->customer_name != NULL ? item->customer_name : "");
      return;
    }
  daftar_json_writer_begin_object (cli->writer);
  daftar_json_writer_member_string (cli->writer, "reason", daftar_today_reason_nick (item->reason));
  daftar_cli_write_id (cli, "id", item->id);
  daftar_cli_write_id (cli, "customer_id", item->customer_id);
  daftar_json_writer_member_string (cli->writer, "title", item->title);
  daftar_json_writer_member_string (cli->writer, "customer", item->customer_name);
  daftar_json_writer_member_string (cli->writer, "phone", item->phone);
  daftar_cli_write_moment (cli, "at", item->at);
  daftar_json_writer_member_string (cli->writer, "day", item->day);
  if (item->number != 0)
    daftar_json_writer_member_int (cli->writer, "number", item->number);
  daftar_json_writer_end_object (cli->writer);
}

int
daftar_cli_today (DaftarCli  *cli,
                  int         argc,
                  char      **argv)
{
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GError) error = NULL;

  if (!daftar_cli_parse (cli, NULL, &argc, &argv, 0, 0))
    return DAFTAR_CLI_USAGE;
  if (!daftar_cli_open (cli, &error) || (items = daftar_store_read (cli->store, daftar_today_read, NULL, &error)) == NULL)
    return daftar_cli_fail (error);
  if (cli->json)
    daftar_json_writer_begin_array (cli->writer);
  for (guint i = 0; i < items->len; i++)
    tell_item (cli, g_ptr_array_index (items, i));
  if (cli->json)
    daftar_json_writer_end_array (cli->writer);
  return DAFTAR_CLI_DONE;
}

/* --- history and undo --- */

static void
tell_operation (DaftarCli       *cli,
                DaftarOperation *operation)
{
  if (!cli->json)
    {
      g_autofree char *at =
        daftar_format_moment (cli->format, operation->at, daftar_clock_now (cli->clock), DAFTAR_MOMENT_EXACT);

      daftar_cli_say ("%6lld  %s  %s%s%s  %s%s", (long long) operation->id, at, daftar_history_label (operation->kind),
                      operation->what != NULL ? ": " : "", operation->what != NULL ? operation->what : "",
                      operation->staff_name != NULL ? operation->staff_name : "–",
                      operation->undone_by != 0 ? _(" (taken back)") : "");
      return;
    }
  daftar_json_writer_begin_object (cli->writer);
  daftar_cli_write_id (cli, "id", operation->id);
  daftar_cli_write_moment (cli, "at", operation->at);
  daftar_json_writer_member_string (cli->writer, "kind", operation->kind);
  daftar_json_writer_member_string (cli->writer, "what", operation->what);
  daftar_json_writer_member_string (cli->writer, "staff", operation->staff_name);
  daftar_cli_write_id (cli, "undone_by", operation->undone_by);
  daftar_json_writer_end_object (cli->writer);
}

int
daftar_cli_history (DaftarCli  *cli,
                    int         argc,
                    char      **argv)
{
  DaftarHistoryRequest request = { 0, 50 };
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "customer", 'c', 0, G_OPTION_ARG_INT64, &request.customer_id, N_("Only what was done with this customer"), N_("ID") },
    { "limit", 'n', 0, G_OPTION_ARG_INT, &request.limit, N_("How many at most"), "N" },
    { NULL }
  };

  if (!daftar_cli_parse (cli, entries, &argc, &argv, 0, 0))
    return DAFTAR_CLI_USAGE;
  if (!daftar_cli_open (cli, &error) || (list = daftar_store_read (cli->store, daftar_history_read, &request, &error)) == NULL)
    return daftar_cli_fail (error);
  if (cli->json)
    daftar_json_writer_begin_array (cli->writer);
  for (guint i = 0; i < list->len; i++)
    tell_operation (cli, g_ptr_array_index (list, i));
  if (cli->json)
    daftar_json_writer_end_array (cli->writer);
  return DAFTAR_CLI_DONE;
}

typedef struct
{
  gint64 operation_id;
  gint64 import_id;
} ImportOf;

static gpointer
import_read (DaftarReader  *reader,
             gpointer       request,
             GError       **error)
{
  ImportOf *of = request;

  of->import_id = daftar_import_store_find (reader, of->operation_id, error);
  return NULL;
}

static int
undo (DaftarCli *cli,
      gint64     id)
{
  ImportOf of = { id, 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  gint64 left = 0;

  daftar_store_read (cli->store, import_read, &of, &error);
  if (error != NULL)
    return daftar_cli_fail (error);
  /* An import is taken out as a whole, by its tag. */
  if (of.import_id != 0)
    {
      if (!daftar_import_undo (cli->store, of.import_id, &left, &error))
        return daftar_cli_fail (error);
    }
  else
    {
      rows = daftar_store_write (cli->store, "undo", daftar_undo_tell_write, &id, NULL, &error);
      if (rows == NULL)
        return daftar_cli_fail (error);
      left = rows->len;
    }
  if (cli->json)
    {
      daftar_json_writer_begin_object (cli->writer);
      daftar_cli_write_id (cli, "undone", id);
      daftar_json_writer_member_int (cli->writer, "left", left);
      if (rows != NULL)
        daftar_cli_tell_left (cli, "left_rows", rows);
      daftar_json_writer_end_object (cli->writer);
    }
  else
    {
      daftar_cli_say (_("Taken back. Left as somebody changed it since: %lld."), (long long) left);
      if (rows != NULL)
        daftar_cli_tell_left (cli, NULL, rows);
    }
  return DAFTAR_CLI_DONE;
}

int
daftar_cli_undo (DaftarCli  *cli,
                 int         argc,
                 char      **argv)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  if (!daftar_cli_parse (cli, NULL, &argc, &argv, 1, 1) || !daftar_cli_get_id (argv[1], &id))
    return DAFTAR_CLI_USAGE;
  return daftar_cli_open (cli, &error) ? undo (cli, id) : daftar_cli_fail (error);
}
