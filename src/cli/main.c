/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include <glib/gi18n.h>
#include <locale.h>

#include "daftar-cli.h"
#include "daftar-config.h"

const DaftarCliCommand daftar_cli_commands[] = {
  { "init", "", N_("Make a new, empty shop"), daftar_cli_init },
  { "demo", "", N_("Make a sample shop to look at"), daftar_cli_demo },
  { "import", N_("FILE…"), N_("Bring customers in from CSV or vCard files"), daftar_cli_import },
  { "export", N_("OUT"), N_("Write all customers into a CSV or vCard file"), daftar_cli_export },
  { "find", N_("TEXT"), N_("The search of Ctrl+K"), daftar_cli_find },
  { "customer", N_("COMMAND"), N_("list, show, add, edit, delete, restore"), daftar_cli_customer },
  { "ticket", N_("COMMAND"), N_("list, show, add, reply, note, solve, set, snooze, merge"), daftar_cli_ticket },
  { "board", N_("COMMAND"), N_("list, show"), daftar_cli_board },
  { "deal", N_("COMMAND"), N_("list, show, add, edit, move, won, lost"), daftar_cli_deal },
  { "followup", N_("COMMAND"), N_("list, add, done, snooze, skip"), daftar_cli_follow_up },
  { "today", "", N_("What to do now"), daftar_cli_today },
  { "history", "", N_("What was done, and by whom"), daftar_cli_history },
  { "undo", N_("OPERATION"), N_("Take back what was done"), daftar_cli_undo },
  { "check", "", N_("Look whether everything in the file fits together"), daftar_cli_check },
  { "backup", N_("OUT"), N_("Copy the shop into a file, verified"), daftar_cli_backup },
  { "verify", N_("FILE"), N_("Look whether a backup is sound"), daftar_cli_verify },
  { "restore", N_("FILE"), N_("Bring a backup back into the shop file"), daftar_cli_restore },
  { NULL }
};

static void
set_language (void)
{
  const char *dir = g_getenv ("DAFTAR_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, dir != NULL ? dir : DAFTAR_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* The options that stand before the command. */
static gboolean
take_options (DaftarCli   *cli,
              int         *argc,
              char      ***argv,
              int         *status)
{
  gboolean version = FALSE;
  gboolean help = FALSE;
  char *ask[] = { "--help", NULL };
  const GOptionEntry entries[] = {
    { "file", 'f', 0, G_OPTION_ARG_FILENAME, &cli->file, NULL, NULL },
    { "as", 0, 0, G_OPTION_ARG_STRING, &cli->as, NULL, NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &cli->json, NULL, NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, NULL, NULL },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, NULL, NULL },
    { NULL }
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_strict_posix (context, TRUE);
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      *status = daftar_cli_wrong (error->message);
      return FALSE;
    }
  if (version)
    daftar_cli_say ("daftarctl %s", DAFTAR_VERSION);
  *status = help ? daftar_cli_dispatch (cli, NULL, daftar_cli_commands, 1, ask) : DAFTAR_CLI_DONE;
  return !version && !help;
}

int
main (int   argc,
      char *argv[])
{
  DaftarCli cli = { 0 };
  int status = DAFTAR_CLI_DONE;

  set_language ();
  cli.out = g_string_new (NULL);
  cli.writer = daftar_json_writer_new (cli.out);
  if (take_options (&cli, &argc, &argv, &status))
    status = daftar_cli_dispatch (&cli, NULL, daftar_cli_commands, argc - 1, argv + 1);
  daftar_cli_close (&cli);
  if (status == DAFTAR_CLI_DONE && cli.out->len > 0)
    g_print ("%s\n", cli.out->str);
  daftar_json_writer_free (cli.writer);
  g_string_free (cli.out, TRUE);
  g_clear_object (&cli.clock);
  g_free (cli.file);
  g_free (cli.as);
  return status;
}
