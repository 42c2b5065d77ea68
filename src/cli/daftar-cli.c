/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-cli.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <unistd.h>

#include "daftar-config.h"
#include "daftar-date.h"
#include "daftar-error.h"
#include "daftar-import.h"
#include "daftar-time-parse.h"

/* --- Saying. --------------------------------------------------------------------------------------- */

void
daftar_cli_say (const char *format,
                ...)
{
  va_list arguments;
  g_autofree char *text = NULL;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_print ("%s\n", text);
}

/**
 * daftar_cli_fail:
 * @error: what went wrong
 *
 * Says it in one sentence.
 *
 * Returns: how the program ends
 */
int
daftar_cli_fail (const GError *error)
{
  g_printerr ("daftarctl: %s\n", error != NULL ? error->message : _("It failed."));
  return DAFTAR_CLI_FAILED;
}

int
daftar_cli_wrong (const char *sentence)
{
  g_printerr ("daftarctl: %s\n", sentence);
  return DAFTAR_CLI_USAGE;
}

/* How far long work is, for somebody who looks at a terminal. */
void
daftar_cli_progress (gint64   done,
                     gint64   total,
                     gpointer unused)
{
  static int last = -1;
  int percent = total > 0 ? (int) (done * 100 / total) : 0;

  if (percent == last || !isatty (STDERR_FILENO))
    return;
  last = percent;
  g_printerr ("\r%3d %%%s", percent, percent >= 100 ? "\n" : "");
}

/* --- Commands and options. ------------------------------------------------------------------------- */

static void
print_commands (const char             *parent,
                const DaftarCliCommand *commands)
{
  g_print ("%s daftarctl [--file %s] [--as %s] [--json] %s%s%s …\n\n", _("Usage:"), _("FILE"), _("STAFF"),
           parent != NULL ? parent : "", parent != NULL ? " " : "", _("COMMAND"));
  for (; commands->name != NULL; commands++)
    g_print ("  %-12s %s\n", commands->name, _(commands->summary));
  if (parent == NULL)
    g_print ("\n%s\n", _("“daftarctl COMMAND --help” tells more about each of them."));
}

static gboolean
is_help (const char *argument)
{
  return g_str_equal (argument, "--help") || g_str_equal (argument, "-h") || g_str_equal (argument, "help");
}

/**
 * daftar_cli_dispatch:
 * @cli: the call
 * @parent: (nullable): the command whose subcommands these are
 * @commands: ended by one without a name
 * @argc: how many arguments, the first being the name of a command
 * @argv: the arguments
 *
 * Returns: how the program ends
 */
int
daftar_cli_dispatch (DaftarCli               *cli,
                     const char              *parent,
                     const DaftarCliCommand  *commands,
                     int                      argc,
                     char                   **argv)
{
  g_autofree char *sentence = NULL;

  if (argc < 1)
    {
      g_printerr ("daftarctl: %s\n", _("Say what to do; “daftarctl --help” lists the commands."));
      return DAFTAR_CLI_USAGE;
    }
  if (is_help (argv[0]))
    {
      print_commands (parent, commands);
      return DAFTAR_CLI_DONE;
    }
  for (const DaftarCliCommand *command = commands; command->name != NULL; command++)
    if (g_str_equal (command->name, argv[0]))
      {
        g_autofree char *name = g_strconcat ("daftarctl ", parent != NULL ? parent : "", parent != NULL ? " " : "",
                                             command->name, NULL);

        g_set_prgname (name);
        return command->run (cli, argc, argv);
      }
  sentence = g_strdup_printf (_("There is no command “%s”; “daftarctl --help” lists them."), argv[0]);
  return daftar_cli_wrong (sentence);
}

static const DaftarCliCommand *
find_command (const DaftarCliCommand *commands,
              const char             *name)
{
  for (; commands->name != NULL; commands++)
    if (g_str_equal (commands->name, name))
      return commands;
  return NULL;
}

static GOptionContext *
make_context (DaftarCli          *cli,
              const GOptionEntry *entries,
              const char         *name)
{
  const DaftarCliCommand *command = find_command (daftar_cli_commands, name);
  GOptionContext *context = g_option_context_new (command != NULL ? (*command->arguments != '\0' ? _(command->arguments) : NULL) : "…");
  const GOptionEntry common[] = {
    { "file", 'f', 0, G_OPTION_ARG_FILENAME, &cli->file, N_("The shop file; without it that of the window"), N_("FILE") },
    { "as", 0, 0, G_OPTION_ARG_STRING, &cli->as, N_("Who does it, for the history"), N_("STAFF") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &cli->json, N_("Answer with one JSON document"), NULL },
    { NULL }
  };

  if (command != NULL)
    g_option_context_set_summary (context, _(command->summary));
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  return context;
}

/* Names of files may be any bytes; what goes into the shop is text. */
static gboolean
check_text (int    argc,
            char **argv)
{
  static const char *const takes_files[] = { "import", "export", "backup", "verify", "restore", "init", "demo", NULL };

  for (int i = 1; i < argc && !g_strv_contains (takes_files, argv[0]); i++)
    if (!g_utf8_validate (argv[i], -1, NULL))
      {
        daftar_cli_wrong (_("This is not text in UTF-8. Check the encoding of your terminal."));
        return FALSE;
      }
  return TRUE;
}

/**
 * daftar_cli_parse:
 * @cli: the call
 * @entries: (nullable): the command's own options
 * @argc: (inout): how many arguments there are, with the command's name
 * @argv: (inout): the arguments; the options are taken out
 * @min_arguments: how many there must be besides the options
 * @max_arguments: and how many at most; -1 for any number
 *
 * Reads the options and says what is wrong with them. Ends the program after --help.
 *
 * Returns: whether they are right; if not, the program ends with %DAFTAR_CLI_USAGE
 */
gboolean
daftar_cli_parse (DaftarCli            *cli,
                  const GOptionEntry   *entries,
                  int                  *argc,
                  char               ***argv,
                  int                   min_arguments,
                  int                   max_arguments)
{
  g_autoptr (GOptionContext) context = make_context (cli, entries, (*argv)[0]);
  g_autoptr (GError) error = NULL;
  int n;

  if (!g_option_context_parse (context, argc, argv, &error))
    {
      daftar_cli_wrong (error->message);
      return FALSE;
    }
  /* What stands after "--" is an argument, whatever it looks like. */
  if (*argc > 1 && g_str_equal ((*argv)[1], "--"))
    {
      memmove (*argv + 1, *argv + 2, sizeof (char *) * (*argc - 1));
      (*argc)--;
    }
  n = *argc - 1;
  if (n >= min_arguments && (max_arguments < 0 || n <= max_arguments))
    return check_text (*argc, *argv);
  daftar_cli_wrong (n < min_arguments ? _("Something is missing; --help tells what.")
                                      : _("There is more than this command takes; --help tells what it does."));
  return FALSE;
}

/**
 * daftar_cli_get_id:
 * @text: an argument
 * @id: (out): the number in it
 *
 * Returns: whether it is a number that can be an id; if not, that is said
 */
gboolean
daftar_cli_get_id (const char *text,
                   gint64     *id)
{
  g_autofree char *sentence = NULL;

  if (*text == '#')
    text++;
  if (g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, id, NULL))
    return TRUE;
  sentence = g_strdup_printf (_("“%s” is no number of anything in the shop."), text);
  daftar_cli_wrong (sentence);
  return FALSE;
}

/* --- The shop file. -------------------------------------------------------------------------------- */

/* The file of the window: the one in its settings, else the usual one. */
char *
daftar_cli_default_file (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, DAFTAR_APP_ID, TRUE);
  if (schema != NULL && g_settings_schema_has_key (schema, "shop-file"))
    {
      g_autoptr (GSettings) settings = g_settings_new_full (schema, NULL, NULL);
      g_autofree char *chosen = g_settings_get_string (settings, "shop-file");

      if (*chosen != '\0')
        return g_steal_pointer (&chosen);
    }
  return g_build_filename (g_get_user_data_dir (), "daftar", "shop.daftar", NULL);
}

static gpointer
read_shop (DaftarReader  *reader,
           gpointer       request,
           GError       **error)
{
  return daftar_shop_store_get (reader, error);
}

static gpointer
read_staff (DaftarReader  *reader,
            gpointer       request,
            GError       **error)
{
  return daftar_staff_store_list (reader, error);
}

/**
 * daftar_cli_find_staff:
 * @cli: a call with an open shop
 * @who: (nullable): a name or an id; %NULL for the first one
 * @id: (out): whose id it is; 0 if nobody works there and nobody was asked for
 * @error: return location for a sentence for the user
 *
 * Returns: whether there is such a person
 */
gboolean
daftar_cli_find_staff (DaftarCli   *cli,
                       const char  *who,
                       gint64      *id,
                       GError     **error)
{
  g_autoptr (GPtrArray) staff = daftar_store_read (cli->store, read_staff, NULL, error);

  *id = 0;
  if (staff == NULL)
    return FALSE;
  for (guint i = 0; i < staff->len; i++)
    {
      DaftarStaffMember *member = g_ptr_array_index (staff, i);
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, DAFTAR_RECORD (member)->id);

      if (who == NULL || g_str_equal (who, number) || g_str_equal (who, member->name))
        {
          *id = DAFTAR_RECORD (member)->id;
          return TRUE;
        }
    }
  if (who == NULL)
    return TRUE;
  g_set_error (error, DAFTAR_ERROR, DAFTAR_ERROR_NOT_FOUND, _("Nobody called “%s” works in this shop."), who);
  return FALSE;
}

static gboolean
set_staff (DaftarCli  *cli,
           GError    **error)
{
  gint64 id;

  if (!daftar_cli_find_staff (cli, cli->as, &id, error))
    return FALSE;
  if (id != 0)
    daftar_store_set_staff (cli->store, id);
  return TRUE;
}

/**
 * daftar_cli_get_moment:
 * @cli: a call with an open shop
 * @text: an argument: a day, or a day and a time in the shop's zone
 * @at: (out): microseconds UTC; of a day alone nine in the morning
 *
 * Returns: whether it is one; if not, that is said
 */
gboolean
daftar_cli_get_moment (DaftarCli   *cli,
                       const char  *text,
                       gint64      *at)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (cli->shop->zone);
  g_auto (GStrv) parts = g_strsplit_set (text, " T", 2);
  int year, month, day, minute = 9 * 60;

  if (zone == NULL)
    zone = g_time_zone_new_utc ();
  if (parts[0] != NULL && daftar_date_parse_iso (parts[0], &year, &month, &day)
      && (parts[1] == NULL || daftar_time_parse (parts[1], &minute, NULL)))
    {
      *at = daftar_date_to_moment (parts[0], minute, zone);
      return TRUE;
    }
  daftar_cli_wrong (_("Write the moment as YYYY-MM-DD or “YYYY-MM-DD HH:MM”."));
  return FALSE;
}

static const char *
interface_language (void)
{
  const char *const *names = g_get_language_names ();

  return g_str_has_prefix (names[0], "ar") ? "ar" : "en";
}

/**
 * daftar_cli_open:
 * @cli: the call
 * @error: return location for a sentence for the user
 *
 * Opens the shop file, which must be there and set up.
 */
gboolean
daftar_cli_open (DaftarCli  *cli,
                 GError    **error)
{
  g_autofree char *file = cli->file != NULL ? g_strdup (cli->file) : daftar_cli_default_file ();

  if (cli->clock == NULL)
    cli->clock = daftar_clock_new_system ();
  cli->store = daftar_store_new (file, cli->clock);
  if (!daftar_store_open (cli->store, FALSE, error))
    return FALSE;
  /* What cannot be taken out now is the next time. */
  daftar_import_recover (cli->store, NULL);
  cli->shop = daftar_store_read (cli->store, read_shop, NULL, error);
  if (cli->shop == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_NOT_FOUND, _("This shop is not set up yet."));
      return FALSE;
    }
  cli->format = daftar_format_new (interface_language (), cli->shop->country, FALSE, DAFTAR_CALENDAR_GREGORIAN,
                                   cli->shop->zone);
  return set_staff (cli, error);
}

/**
 * daftar_cli_open_new:
 * @cli: the call
 * @path: where there must be no file yet
 * @error: return location for a sentence for the user
 *
 * Makes an empty file.
 */
gboolean
daftar_cli_open_new (DaftarCli   *cli,
                     const char  *path,
                     GError     **error)
{
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED,
                   _("“%s” is there already. Name another file, or move it away first."), path);
      return FALSE;
    }
  if (cli->clock == NULL)
    cli->clock = daftar_clock_new_system ();
  cli->store = daftar_store_new (path, cli->clock);
  return daftar_store_open (cli->store, TRUE, error);
}

void
daftar_cli_close (DaftarCli *cli)
{
  if (cli->store != NULL)
    daftar_store_close (cli->store);
  g_clear_object (&cli->store);
  g_clear_object (&cli->shop);
  g_clear_pointer (&cli->format, daftar_format_unref);
}
