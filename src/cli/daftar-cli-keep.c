/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-cli.h"

#include <glib/gi18n.h>

#include "daftar-backup.h"
#include "daftar-error.h"

static char *
shop_file (DaftarCli *cli)
{
  return cli->file != NULL ? g_canonicalize_filename (cli->file, NULL) : daftar_cli_default_file ();
}

static void
tell_info (DaftarCli            *cli,
           const char           *path,
           const DaftarFileInfo *info,
           const char           *kept)
{
  if (!cli->json)
    {
      daftar_cli_say (_("“%s” is sound: %s; customers: %lld, tickets: %lld, deals: %lld, follow-ups: %lld, purchases: %lld."),
                      path, info->shop != NULL ? info->shop : "–", (long long) info->n_customers,
                      (long long) info->n_tickets, (long long) info->n_deals, (long long) info->n_follow_ups,
                      (long long) info->n_purchases);
      if (kept != NULL)
        daftar_cli_say (_("What was there before is kept in “%s”."), kept);
      return;
    }
  daftar_json_writer_begin_object (cli->writer);
  daftar_json_writer_member_string (cli->writer, "file", path);
  daftar_json_writer_member_string (cli->writer, "shop", info->shop);
  daftar_json_writer_member_int (cli->writer, "customers", info->n_customers);
  daftar_json_writer_member_int (cli->writer, "tickets", info->n_tickets);
  daftar_json_writer_member_int (cli->writer, "deals", info->n_deals);
  daftar_json_writer_member_int (cli->writer, "followups", info->n_follow_ups);
  daftar_json_writer_member_int (cli->writer, "purchases", info->n_purchases);
  if (kept != NULL)
    daftar_json_writer_member_string (cli->writer, "kept", kept);
  daftar_json_writer_end_object (cli->writer);
}

static int
verify_and_tell (DaftarCli  *cli,
                 const char *path,
                 const char *kept)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DaftarFileInfo) info = daftar_backup_store_verify (path, &error);

  if (info == NULL)
    return daftar_cli_fail (error);
  tell_info (cli, path, info, kept);
  return DAFTAR_CLI_DONE;
}

int
daftar_cli_backup (DaftarCli  *cli,
                   int         argc,
                   char      **argv)
{
  g_autofree char *file = NULL;
  g_autoptr (GError) error = NULL;

  if (!daftar_cli_parse (cli, NULL, &argc, &argv, 1, 1))
    return DAFTAR_CLI_USAGE;
  file = shop_file (cli);
  if (!daftar_backup_make (file, argv[1], NULL, &error))
    return daftar_cli_fail (error);
  return verify_and_tell (cli, argv[1], NULL);
}

int
daftar_cli_verify (DaftarCli  *cli,
                   int         argc,
                   char      **argv)
{
  return daftar_cli_parse (cli, NULL, &argc, &argv, 1, 1) ? verify_and_tell (cli, argv[1], NULL) : DAFTAR_CLI_USAGE;
}

int
daftar_cli_restore (DaftarCli  *cli,
                    int         argc,
                    char      **argv)
{
  g_autofree char *file = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;

  if (!daftar_cli_parse (cli, NULL, &argc, &argv, 1, 1))
    return DAFTAR_CLI_USAGE;
  file = shop_file (cli);
  if (!daftar_backup_restore (file, argv[1], &kept, &error))
    return daftar_cli_fail (error);
  return verify_and_tell (cli, file, kept);
}

static gpointer
check_write (DaftarTxn  *txn,
             gpointer    request,
             GError    **error)
{
  return daftar_check_store_run (txn, error);
}

static const char *
finding_label (const char *what)
{
  static const struct
  {
    const char *what;
    const char *label;
  } labels[] = {
    { "file", NC_ ("check", "The file itself") },   { "references", NC_ ("check", "References") },
    { "search", NC_ ("check", "Search") },          { "folds", NC_ ("check", "Names as they are searched") },
    { "numbers", NC_ ("check", "Numbers as they are searched") }, { "order", NC_ ("check", "Order of the names") },
    { "tickets", NC_ ("check", "Tickets that would never come back") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i].what, what))
      return g_dpgettext2 (NULL, "check", labels[i].label);
  return what;
}

int
daftar_cli_check (DaftarCli  *cli,
                  int         argc,
                  char      **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) findings = NULL;
  gint64 wrong = 0;

  if (!daftar_cli_parse (cli, NULL, &argc, &argv, 0, 0))
    return DAFTAR_CLI_USAGE;
  if (!daftar_cli_open (cli, &error) || (findings = daftar_store_write (cli->store, "check", check_write, NULL, NULL, &error)) == NULL)
    return daftar_cli_fail (error);
  if (cli->json)
    daftar_json_writer_begin_object (cli->writer);
  for (guint i = 0; i < findings->len; i++)
    {
      DaftarFinding *finding = &g_array_index (findings, DaftarFinding, i);

      wrong += finding->n_wrong;
      if (cli->json)
        daftar_json_writer_member_int (cli->writer, finding->what, finding->n_wrong);
      else
        daftar_cli_say (finding->n_wrong == 0 ? _("%s: in order") : _("%s: wrong, %lld"), finding_label (finding->what),
                        (long long) finding->n_wrong);
    }
  if (cli->json)
    daftar_json_writer_end_object (cli->writer);
  if (wrong == 0)
    return DAFTAR_CLI_DONE;
  g_set_error_literal (&error, DAFTAR_ERROR, DAFTAR_ERROR_DAMAGED,
                       _("Something is wrong in the shop file. Make a backup of it and restore the last good one."));
  return daftar_cli_fail (error);
}
