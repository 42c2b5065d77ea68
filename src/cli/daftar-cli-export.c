/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include <glib/gi18n.h>

#include "daftar-cli.h"
#include "daftar-dump.h"
#include "daftar-export.h"

static void
progress_cb (double   fraction,
             gpointer data)
{
  daftar_cli_progress ((gint64) (fraction * 1000), 1000, NULL);
}

static int
export_file (DaftarCli          *cli,
             DaftarExportFormat  format,
             const char         *path)
{
  g_autoptr (GError) error = NULL;
  guint n;

  if (!daftar_cli_open (cli, &error)
      || !daftar_export_write (cli->store, format, NULL, path, progress_cb, NULL, NULL, &n, &error))
    return daftar_cli_fail (error);
  if (cli->json)
    {
      daftar_json_writer_begin_object (cli->writer);
      daftar_json_writer_member_string (cli->writer, "file", path);
      daftar_json_writer_member_int (cli->writer, "customers", n);
      daftar_json_writer_end_object (cli->writer);
    }
  else
    daftar_cli_say (_("“%s” is written, customers: %u."), path, n);
  return DAFTAR_CLI_DONE;
}

static int
export_shop (DaftarCli  *cli,
             const char *path)
{
  g_autoptr (GError) error = NULL;
  gint64 n_rows = 0;

  if (!daftar_cli_open (cli, &error) || !daftar_dump_write (cli->store, path, &n_rows, &error))
    return daftar_cli_fail (error);
  if (cli->json)
    {
      daftar_json_writer_begin_object (cli->writer);
      daftar_json_writer_member_string (cli->writer, "file", path);
      daftar_json_writer_member_int (cli->writer, "rows", n_rows);
      daftar_json_writer_end_object (cli->writer);
    }
  else
    daftar_cli_say (_("“%s” is written: the whole shop."), path);
  return DAFTAR_CLI_DONE;
}

int
daftar_cli_export (DaftarCli  *cli,
                   int         argc,
                   char      **argv)
{
  g_autofree char *format = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_("csv, vcard, or json for the whole shop"), N_("FORMAT") },
    { NULL }
  };

  if (!daftar_cli_parse (cli, entries, &argc, &argv, 1, 1))
    return DAFTAR_CLI_USAGE;
  if (g_strcmp0 (format, "json") == 0)
    return export_shop (cli, argv[1]);
  if (g_strcmp0 (format, "csv") != 0 && g_strcmp0 (format, "vcard") != 0)
    return daftar_cli_wrong (_("The format is csv, vcard or json."));
  return export_file (cli, g_str_equal (format, "csv") ? DAFTAR_EXPORT_CSV : DAFTAR_EXPORT_VCARD, argv[1]);
}
