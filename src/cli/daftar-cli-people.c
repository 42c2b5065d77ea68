/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One customer of several, the bin, and erasing: the rest of "daftarctl customer". */
#define G_LOG_DOMAIN "daftar"

#include <glib/gi18n.h>
#include <string.h>

#include "daftar-cli-people.h"
#include "daftar-customer-store.h"
#include "daftar-duplicate-scan.h"
#include "daftar-erase.h"
#include "daftar-error.h"
#include "daftar-merge.h"
#include "daftar-undo.h"

/* All that follows the command, as ids; NULL, said, if one is none. */
static GArray *
read_ids (int    argc,
          char **argv)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (int i = 1; i < argc; i++)
    {
      gint64 id;

      if (!daftar_cli_get_id (argv[i], &id))
        return NULL;
      g_array_append_val (ids, id);
    }
  return g_steal_pointer (&ids);
}

/* --- What stays after an undoing. ------------------------------------------------------------------- */

/**
 * daftar_cli_tell_left:
 * @cli: the call
 * @name: (nullable): under which an object has it; %NULL says it in words
 * @left: (element-type DaftarUndoLeft): what somebody changed since
 */
void
daftar_cli_tell_left (DaftarCli  *cli,
                      const char *name,
                      GPtrArray  *left)
{
  if (cli->json)
    {
      daftar_json_writer_name (cli->writer, name);
      daftar_json_writer_begin_array (cli->writer);
    }
  for (guint i = 0; i < left->len; i++)
    {
      DaftarUndoLeft *one = g_ptr_array_index (left, i);
      g_autofree char *text = daftar_undo_left_describe (one);

      if (!cli->json)
        {
          daftar_cli_say (_("Left as it was changed since: %s"), text);
          continue;
        }
      daftar_json_writer_begin_object (cli->writer);
      daftar_cli_write_id (cli, "id", one->row_id);
      daftar_cli_write_id (cli, "customer_id", one->customer_id);
      daftar_json_writer_member_string (cli->writer, "name", one->name);
      daftar_json_writer_name (cli->writer, "fields");
      daftar_json_writer_begin_array (cli->writer);
      for (guint j = 0; one->fields[j] != NULL; j++)
        daftar_json_writer_string (cli->writer, one->fields[j]);
      daftar_json_writer_end_array (cli->writer);
      daftar_json_writer_name (cli->writer, "gone");
      daftar_json_writer_bool (cli->writer, one->gone);
      daftar_json_writer_end_object (cli->writer);
    }
  if (cli->json)
    daftar_json_writer_end_array (cli->writer);
}

/* --- merge, unmerge --- */

/* "city=17": what is kept, and whose. "note=all" keeps all notes. */
static gboolean
read_choices (DaftarMerge  *merge,
              char        **choices)
{
  for (guint i = 0; choices != NULL && choices[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (choices[i], "=", 2);
      gint64 id = DAFTAR_MERGE_ALL;

      if (parts[0] == NULL || parts[1] == NULL)
        {
          daftar_cli_wrong (_("Write what is kept as FIELD=ID, for example city=17."));
          return FALSE;
        }
      if (strcmp (parts[1], "all") != 0 && !daftar_cli_get_id (parts[1], &id))
        return FALSE;
      daftar_merge_choose (merge, parts[0], id);
    }
  return TRUE;
}

static int
merge (DaftarCli *cli,
       GArray    *ids,
       char     **choices)
{
  g_autoptr (DaftarMerge) wanted =
    daftar_merge_new (g_array_index (ids, gint64, 0), (const gint64 *) ids->data + 1, ids->len - 1);
  g_autoptr (DaftarCustomer) customer = NULL;
  g_autoptr (GError) error = NULL;

  if (!read_choices (wanted, choices))
    return DAFTAR_CLI_USAGE;
  if (daftar_cli_open (cli, &error))
    customer =
      daftar_store_write (cli->store, DAFTAR_OPERATION_MERGE, daftar_customer_merge_write, wanted, NULL, &error);
  return customer != NULL ? daftar_cli_tell_customer (cli, DAFTAR_RECORD (customer)->id) : daftar_cli_fail (error);
}

int
daftar_cli_customer_merge (DaftarCli  *cli,
                           int         argc,
                           char      **argv)
{
  g_auto (GStrv) choices = NULL;
  g_autoptr (GArray) ids = NULL;
  const GOptionEntry entries[] = {
    { "take", 't', 0, G_OPTION_ARG_STRING_ARRAY, &choices,
      N_("Whose name, city, note … is kept, instead of the first one’s; also several; note=all keeps all"), N_("FIELD=ID") },
    { NULL }
  };

  if (!daftar_cli_parse (cli, entries, &argc, &argv, 2, -1) || (ids = read_ids (argc, argv)) == NULL)
    return DAFTAR_CLI_USAGE;
  return merge (cli, ids, choices);
}

int
daftar_cli_customer_unmerge (DaftarCli  *cli,
                             int         argc,
                             char      **argv)
{
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  if (!daftar_cli_parse (cli, NULL, &argc, &argv, 1, 1) || !daftar_cli_get_id (argv[1], &id))
    return DAFTAR_CLI_USAGE;
  if (daftar_cli_open (cli, &error))
    left = daftar_store_write (cli->store, "undo", daftar_customer_unmerge_write, &id, NULL, &error);
  if (left == NULL)
    return daftar_cli_fail (error);
  if (cli->json)
    {
      daftar_json_writer_begin_object (cli->writer);
      daftar_cli_write_id (cli, "unmerged", id);
    }
  else
    daftar_cli_say (_("The merge is taken back."));
  daftar_cli_tell_left (cli, "left", left);
  if (cli->json)
    daftar_json_writer_end_object (cli->writer);
  return DAFTAR_CLI_DONE;
}

/* --- duplicates, distinct --- */

static void
tell_pair (DaftarCli           *cli,
           DaftarDuplicatePair *pair)
{
  g_autofree char *reason = daftar_likeness_describe (&pair->likeness);

  if (!cli->json)
    {
      daftar_cli_say ("%3d  %6lld  %s  –  %6lld  %s  (%s)", pair->score, (long long) DAFTAR_RECORD (pair->one)->id,
                      pair->one->name, (long long) DAFTAR_RECORD (pair->other)->id, pair->other->name, reason);
      return;
    }
  daftar_json_writer_begin_object (cli->writer);
  daftar_json_writer_member_int (cli->writer, "score", pair->score);
  daftar_json_writer_member_string (cli->writer, "reason", reason);
  daftar_json_writer_name (cli->writer, "one");
  daftar_cli_write_record (cli, pair->one);
  daftar_json_writer_name (cli->writer, "other");
  daftar_cli_write_record (cli, pair->other);
  daftar_json_writer_end_object (cli->writer);
}

int
daftar_cli_customer_duplicates (DaftarCli  *cli,
                                int         argc,
                                char      **argv)
{
  int limit = 50;
  g_autoptr (DaftarDuplicateScan) scan = NULL;
  g_autoptr (GPtrArray) pairs = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "limit", 'n', 0, G_OPTION_ARG_INT, &limit, N_("How many at most"), "N" },
    { NULL }
  };

  if (!daftar_cli_parse (cli, entries, &argc, &argv, 0, 0))
    return DAFTAR_CLI_USAGE;
  scan = daftar_duplicate_scan_new (CLAMP (limit, 1, 10000));
  if (daftar_cli_open (cli, &error))
    pairs = daftar_store_read (cli->store, daftar_duplicate_scan_read, scan, &error);
  if (pairs == NULL)
    return daftar_cli_fail (error);
  if (cli->json)
    daftar_json_writer_begin_array (cli->writer);
  for (guint i = 0; i < pairs->len; i++)
    tell_pair (cli, g_ptr_array_index (pairs, i));
  if (cli->json)
    daftar_json_writer_end_array (cli->writer);
  return DAFTAR_CLI_DONE;
}

int
daftar_cli_customer_distinct (DaftarCli  *cli,
                              int         argc,
                              char      **argv)
{
  DaftarDistinct pair;
  gint64 operation = 0;
  g_autoptr (GError) error = NULL;

  if (!daftar_cli_parse (cli, NULL, &argc, &argv, 2, 2) || !daftar_cli_get_id (argv[1], &pair.one)
      || !daftar_cli_get_id (argv[2], &pair.other))
    return DAFTAR_CLI_USAGE;
  if (daftar_cli_open (cli, &error))
    daftar_store_write (cli->store, "customer.distinct", daftar_distinct_write, &pair, &operation, &error);
  if (error != NULL)
    return daftar_cli_fail (error);
  if (cli->json)
    {
      daftar_json_writer_begin_object (cli->writer);
      daftar_cli_write_id (cli, "operation", operation);
      daftar_json_writer_end_object (cli->writer);
    }
  else
    daftar_cli_say (_("They are different people: they are not shown as duplicates any more."));
  return DAFTAR_CLI_DONE;
}

/* --- the bin --- */

int
daftar_cli_customer_list_deleted (DaftarCli *cli,
                                  int        limit)
{
  DaftarBinRequest request = { NULL, limit };
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;

  if (daftar_cli_open (cli, &error))
    rows = daftar_store_read (cli->store, daftar_bin_read, &request, &error);
  if (rows == NULL)
    return daftar_cli_fail (error);
  if (cli->json)
    daftar_cli_write_list (cli, NULL, rows);
  for (guint i = 0; !cli->json && i < rows->len; i++)
    {
      DaftarCustomer *row = g_ptr_array_index (rows, i);
      int days = daftar_bin_days_left (row->deleted_at, daftar_clock_now (cli->clock));
      g_autofree char *left =
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day left", "%d days left", days), days);

      daftar_cli_say ("%6lld  %s  %s  %s", (long long) DAFTAR_RECORD (row)->id, row->name,
                      row->phone != NULL ? row->phone : "–", left);
    }
  return DAFTAR_CLI_DONE;
}

int
daftar_cli_customer_erase (DaftarCli  *cli,
                           int         argc,
                           char      **argv)
{
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;

  if (!daftar_cli_parse (cli, NULL, &argc, &argv, 1, -1) || (ids = read_ids (argc, argv)) == NULL)
    return DAFTAR_CLI_USAGE;
  if (!daftar_cli_open (cli, &error) || !daftar_erase (cli->store, (const gint64 *) ids->data, ids->len, &error))
    return daftar_cli_fail (error);
  if (cli->json)
    {
      daftar_json_writer_begin_object (cli->writer);
      daftar_json_writer_member_int (cli->writer, "erased", ids->len);
      daftar_json_writer_end_object (cli->writer);
    }
  else
    daftar_cli_say (_("Erased for good. Backups that were made before still hold what was erased, until they are replaced."));
  return DAFTAR_CLI_DONE;
}
