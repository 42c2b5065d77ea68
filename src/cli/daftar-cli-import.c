/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include <glib/gi18n.h>
#include <string.h>

#include "daftar-cli.h"
#include "daftar-country.h"
#include "daftar-error.h"
#include "daftar-dump.h"
#include "daftar-import.h"

/* Reasons that are shown; all of them go into the file of --refused. */
#define SHOWN 20

typedef struct
{
  gboolean dry_run;
  char **map;
  char *encoding;
  char *delimiter;
  char *country;
  char *duplicates;
  char *refused;
} Options;

static void
options_clear (Options *options)
{
  g_strfreev (options->map);
  g_free (options->encoding);
  g_free (options->delimiter);
  g_free (options->country);
  g_free (options->duplicates);
  g_free (options->refused);
}

static gboolean
read_duplicates (const char             *nick,
                 DaftarImportDuplicates *duplicates)
{
  static const char *const nicks[] = { "skip", "update", "add" };

  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    if (g_strcmp0 (nick, nicks[i]) == 0)
      {
        *duplicates = i;
        return TRUE;
      }
  return nick == NULL;
}

/* A column by its name in the file or its number. */
static int
find_column (DaftarImport *import,
             const char   *column)
{
  gint64 number;

  for (guint i = 0; i < daftar_import_get_n_columns (import); i++)
    if (g_str_equal (daftar_import_get_header (import, i), column))
      return i;
  if (g_ascii_string_to_signed (column, 10, 1, daftar_import_get_n_columns (import), &number, NULL))
    return (int) number - 1;
  return -1;
}

static gboolean
set_mapping (DaftarImport  *import,
             char         **map,
             GError       **error)
{
  for (guint i = 0; map != NULL && map[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (map[i], "=", 2);
      DaftarImportField field;
      int column;

      if (parts[0] == NULL || parts[1] == NULL || !daftar_import_field_from_nick (parts[0], &field))
        {
          g_set_error (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID,
                       _("“%s” says nothing about a column. Write for example --map phone=COLUMN."), map[i]);
          return FALSE;
        }
      column = find_column (import, parts[1]);
      if (column < 0)
        {
          g_set_error (error, DAFTAR_ERROR, DAFTAR_ERROR_NOT_FOUND, _("There is no column “%s” in the file."), parts[1]);
          return FALSE;
        }
      daftar_import_set_field (import, column, field);
    }
  return TRUE;
}

static void
progress_cb (double   fraction,
             gpointer unused)
{
  daftar_cli_progress ((gint64) (fraction * 1000), 1000, NULL);
}

static void
write_mapping (DaftarCli    *cli,
               DaftarImport *import)
{
  daftar_json_writer_name (cli->writer, "columns");
  daftar_json_writer_begin_array (cli->writer);
  for (guint i = 0; !daftar_import_is_vcard (import) && i < daftar_import_get_n_columns (import); i++)
    {
      daftar_json_writer_begin_object (cli->writer);
      daftar_json_writer_member_string (cli->writer, "column", daftar_import_get_header (import, i));
      daftar_json_writer_member_string (cli->writer, "field",
                                        daftar_import_field_to_nick (daftar_import_get_field (import, i)));
      daftar_json_writer_end_object (cli->writer);
    }
  daftar_json_writer_end_array (cli->writer);
}

static void
write_counts (DaftarCli    *cli,
              DaftarImport *import,
              GPtrArray    *refused,
              gint64        id)
{
  const DaftarImportCounts *counts = daftar_import_get_counts (import);

  daftar_json_writer_begin_object (cli->writer);
  daftar_json_writer_member_string (cli->writer, "file", daftar_import_get_name (import));
  daftar_json_writer_member_string (cli->writer, "encoding", daftar_import_get_charset (import));
  daftar_json_writer_member_int (cli->writer, "rows", counts->rows);
  daftar_json_writer_member_int (cli->writer, "new", counts->n_new);
  daftar_json_writer_member_int (cli->writer, "same", counts->n_same);
  daftar_json_writer_member_int (cli->writer, "changed", counts->n_changed);
  daftar_json_writer_member_int (cli->writer, "refused", counts->n_refused);
  if (id != 0)
    daftar_cli_write_id (cli, "import", id);
  write_mapping (cli, import);
  daftar_json_writer_name (cli->writer, "reasons");
  daftar_json_writer_begin_array (cli->writer);
  for (guint i = 0; i < refused->len; i++)
    {
      DaftarImportRefusal *refusal = g_ptr_array_index (refused, i);

      daftar_json_writer_begin_object (cli->writer);
      daftar_json_writer_member_int (cli->writer, "row", refusal->number);
      daftar_json_writer_member_string (cli->writer, "reason", refusal->reason);
      daftar_json_writer_end_object (cli->writer);
    }
  daftar_json_writer_end_array (cli->writer);
  daftar_json_writer_end_object (cli->writer);
}

static void
say_counts (DaftarImport *import,
            GPtrArray    *refused,
            gboolean      dry_run)
{
  const DaftarImportCounts *counts = daftar_import_get_counts (import);

  daftar_cli_say (dry_run ? _("%s: nothing was written yet. Rows: %lld, new: %lld, the same: %lld, changed: %lld, refused: %lld.")
                          : _("%s: done. Rows: %lld, new: %lld, the same: %lld, changed: %lld, refused: %lld."),
                  daftar_import_get_name (import), (long long) counts->rows, (long long) counts->n_new,
                  (long long) counts->n_same, (long long) counts->n_changed, (long long) counts->n_refused);
  for (guint i = 0; i < refused->len; i++)
    {
      DaftarImportRefusal *refusal = g_ptr_array_index (refused, i);

      daftar_cli_say (_("  row %lld: %s"), (long long) refusal->number, refusal->reason);
    }
}

static gboolean
import_file (DaftarCli   *cli,
             Options     *options,
             const char  *path,
             GError     **error)
{
  g_autoptr (DaftarImport) import = daftar_import_new (cli->store, path);
  g_autoptr (GPtrArray) refused = NULL;
  DaftarImportDuplicates duplicates = DAFTAR_IMPORT_DUPLICATES_UPDATE;
  gint64 id = 0;

  read_duplicates (options->duplicates, &duplicates);
  daftar_import_set_duplicates (import, duplicates);
  daftar_import_set_charset (import, options->encoding);
  daftar_import_set_country (import, options->country);
  if (options->delimiter != NULL)
    daftar_import_set_delimiter (import, g_str_equal (options->delimiter, "\\t") ? '\t' : *options->delimiter);
  if (!daftar_import_look (import, error) || !set_mapping (import, options->map, error)
      || !daftar_import_check (import, progress_cb, NULL, NULL, error))
    return FALSE;
  refused = daftar_import_list_refused (import, cli->json ? G_MAXINT : SHOWN, error);
  if (refused == NULL || (options->refused != NULL && !daftar_import_save_refused (import, options->refused, error)))
    return FALSE;
  if (!options->dry_run && (id = daftar_import_apply (import, progress_cb, NULL, NULL, error)) == 0)
    return FALSE;
  if (cli->json)
    write_counts (cli, import, refused, id);
  else
    say_counts (import, refused, options->dry_run);
  return TRUE;
}

/* A whole shop, into one without customers. */
static gboolean
import_shop (DaftarCli   *cli,
             const char  *path,
             GError     **error)
{
  gint64 n_rows = 0;

  if (!daftar_dump_load (cli->store, path, &n_rows, error))
    return FALSE;
  if (cli->json)
    {
      daftar_json_writer_begin_object (cli->writer);
      daftar_json_writer_member_string (cli->writer, "file", path);
      daftar_json_writer_member_int (cli->writer, "rows", n_rows);
      daftar_json_writer_end_object (cli->writer);
    }
  else
    daftar_cli_say (_("“%s” is in: the whole shop."), path);
  return TRUE;
}

static int
check_options (Options *options,
               int      n_files)
{
  DaftarImportDuplicates duplicates;

  if (!read_duplicates (options->duplicates, &duplicates))
    return daftar_cli_wrong (_("What to do with duplicates is skip, update or add."));
  if (options->delimiter != NULL && strlen (options->delimiter) != 1 && !g_str_equal (options->delimiter, "\\t"))
    return daftar_cli_wrong (_("The delimiter is a single character; \\t is the tab."));
  if (options->country != NULL && daftar_country_lookup (options->country) == NULL)
    return daftar_cli_wrong (_("This country is not known. Use two letters such as SA or EG."));
  if (options->refused != NULL && n_files > 1)
    return daftar_cli_wrong (_("--refused takes the rows of one file; import the files one by one."));
  return DAFTAR_CLI_DONE;
}

static int
import_files (DaftarCli  *cli,
              Options    *options,
              char      **files,
              int         n_files)
{
  g_autoptr (GError) error = NULL;

  if (!daftar_cli_open (cli, &error))
    return daftar_cli_fail (error);
  if (cli->json && n_files > 1)
    daftar_json_writer_begin_array (cli->writer);
  for (int i = 0; i < n_files; i++)
    if (!(g_str_has_suffix (files[i], ".json") ? import_shop (cli, files[i], &error)
                                              : import_file (cli, options, files[i], &error)))
      return daftar_cli_fail (error);
  if (cli->json && n_files > 1)
    daftar_json_writer_end_array (cli->writer);
  return DAFTAR_CLI_DONE;
}

int
daftar_cli_import (DaftarCli  *cli,
                   int         argc,
                   char      **argv)
{
  Options options = { 0 };
  int status;
  const GOptionEntry entries[] = {
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &options.dry_run, N_("Only say what would come of it"), NULL },
    { "map", 'm', 0, G_OPTION_ARG_STRING_ARRAY, &options.map, N_("What a column becomes"), N_("FIELD=COLUMN") },
    { "encoding", 'e', 0, G_OPTION_ARG_STRING, &options.encoding, N_("The encoding, where the guess is wrong"), N_("ENCODING") },
    { "delimiter", 'd', 0, G_OPTION_ARG_STRING, &options.delimiter, N_("What stands between the columns"), N_("CHARACTER") },
    { "country", 'c', 0, G_OPTION_ARG_STRING, &options.country, N_("Where numbers without a country are dialled"), N_("CC") },
    { "duplicates", 0, 0, G_OPTION_ARG_STRING, &options.duplicates, N_("Who is there already: skip, update or add"), N_("WHAT") },
    { "refused", 0, 0, G_OPTION_ARG_FILENAME, &options.refused, N_("Write the refused rows and the reasons here"), N_("OUT.csv") },
    { NULL }
  };

  if (!daftar_cli_parse (cli, entries, &argc, &argv, 1, -1))
    status = DAFTAR_CLI_USAGE;
  else if ((status = check_options (&options, argc - 1)) == DAFTAR_CLI_DONE)
    status = import_files (cli, &options, argv + 1, argc - 1);
  options_clear (&options);
  return status;
}
