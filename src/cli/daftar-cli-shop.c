/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-cli.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "daftar-country.h"
#include "daftar-customer-store.h"
#include "daftar-date.h"
#include "daftar-demo.h"
#include "daftar-error.h"
#include "daftar-setup.h"

static char *
target_file (DaftarCli *cli)
{
  return cli->file != NULL ? g_canonicalize_filename (cli->file, NULL) : daftar_cli_default_file ();
}

static void
remove_file (const char *path)
{
  static const char *const ends[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *name = g_strconcat (path, ends[i], NULL);

      g_unlink (name);
    }
}

/* A new shop is made beside its place and put there when it is whole. */
static gboolean
put_in_place (DaftarCli   *cli,
              const char  *part,
              const char  *path,
              GError     **error)
{
  daftar_cli_close (cli);
  if (g_rename (part, path) == 0)
    return TRUE;
  g_set_error (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED, _("The file “%s” can’t be written (%s)."), path,
               g_strerror (errno));
  return FALSE;
}

static gboolean
make_shop (DaftarCli   *cli,
           gboolean   (*fill) (DaftarCli *cli, gpointer request, GError **error),
           gpointer     request,
           GError     **error)
{
  g_autofree char *path = target_file (cli);
  g_autofree char *part = g_strconcat (path, ".part", NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED,
                   _("“%s” is there already. Name another file, or move it away first."), path);
      return FALSE;
    }
  remove_file (part);
  if (daftar_cli_open_new (cli, part, error) && fill (cli, request, error) && put_in_place (cli, part, path, error))
    {
      if (cli->json)
        daftar_json_writer_member_string (cli->writer, "file", path);
      else
        daftar_cli_say (_("The shop is in “%s”."), path);
      return TRUE;
    }
  daftar_cli_close (cli);
  remove_file (part);
  return FALSE;
}

/* --- init --- */

static gboolean
fill_empty (DaftarCli  *cli,
            gpointer    request,
            GError    **error)
{
  g_autoptr (DaftarShop) shop = daftar_store_write (cli->store, "shop.set-up", daftar_setup_write, request, NULL, error);

  return shop != NULL;
}

int
daftar_cli_init (DaftarCli  *cli,
                 int         argc,
                 char      **argv)
{
  g_autoptr (DaftarSetup) setup = daftar_setup_new ();
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "name", 'n', 0, G_OPTION_ARG_STRING, &setup->name, N_("The name of the shop"), N_("NAME") },
    { "country", 'c', 0, G_OPTION_ARG_STRING, &setup->country, N_("The country: SA, EG, JO…"), N_("CC") },
    { "language", 'l', 0, G_OPTION_ARG_STRING, &setup->language, N_("The language of the shop: ar or en"), N_("LANGUAGE") },
    { NULL }
  };

  if (!daftar_cli_parse (cli, entries, &argc, &argv, 0, 0))
    return DAFTAR_CLI_USAGE;
  if (setup->country == NULL)
    setup->country = g_strdup ("SA");
  if (setup->language == NULL)
    setup->language = g_strdup ("ar");
  if (setup->name == NULL)
    setup->name = g_strdup (g_str_equal (setup->language, "ar") ? "متجري" : "My shop");
  if (cli->json)
    daftar_json_writer_begin_object (cli->writer);
  if (!make_shop (cli, fill_empty, setup, &error))
    return daftar_cli_fail (error);
  if (cli->json)
    daftar_json_writer_end_object (cli->writer);
  return DAFTAR_CLI_DONE;
}

/* --- demo --- */

static gboolean
fill_demo (DaftarCli  *cli,
           gpointer    request,
           GError    **error)
{
  return daftar_demo_fill (cli->store, request, daftar_cli_progress, NULL, error);
}

/* Half past ten in the morning of that day, in the sample shop's zone. */
static gboolean
set_date (DaftarCli   *cli,
          const char  *date)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Asia/Riyadh");
  int year, month, day;

  if (date == NULL)
    return TRUE;
  if (!daftar_date_parse_iso (date, &year, &month, &day))
    return FALSE;
  cli->clock = daftar_clock_new_fixed (daftar_date_to_moment (date, 10 * 60 + 30, zone));
  return TRUE;
}

int
daftar_cli_demo (DaftarCli  *cli,
                 int         argc,
                 char      **argv)
{
  gint64 n_customers = 0, seed = 1;
  g_autofree char *date = NULL;
  g_autofree char *language = NULL;
  DaftarDemo demo = { 0 };
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "customers", 'n', 0, G_OPTION_ARG_INT64, &n_customers, N_("How many customers (200)"), "N" },
    { "seed", 's', 0, G_OPTION_ARG_INT64, &seed, N_("The same seed on the same day gives the same shop"), "S" },
    { "date", 'd', 0, G_OPTION_ARG_STRING, &date, N_("The day on which it is today in the shop"), N_("YYYY-MM-DD") },
    { "language", 'l', 0, G_OPTION_ARG_STRING, &language, N_("The language of the shop: ar or en"), N_("LANGUAGE") },
    { NULL }
  };

  if (!daftar_cli_parse (cli, entries, &argc, &argv, 0, 0))
    return DAFTAR_CLI_USAGE;
  if (n_customers < 0 || n_customers > 10000000)
    return daftar_cli_wrong (_("A sample shop has between 1 and 10,000,000 customers."));
  if (!set_date (cli, date))
    return daftar_cli_wrong (_("Write the day as YYYY-MM-DD."));
  if (language != NULL && !g_str_equal (language, "ar") && !g_str_equal (language, "en"))
    return daftar_cli_wrong (_("The language of a sample shop is ar or en."));
  demo = (DaftarDemo) { n_customers, seed, language != NULL ? language : "ar" };
  if (cli->json)
    daftar_json_writer_begin_object (cli->writer);
  if (!make_shop (cli, fill_demo, &demo, &error))
    return daftar_cli_fail (error);
  if (cli->json)
    {
      daftar_json_writer_member_int (cli->writer, "customers", n_customers != 0 ? n_customers : DAFTAR_DEMO_CUSTOMERS);
      daftar_json_writer_end_object (cli->writer);
    }
  return DAFTAR_CLI_DONE;
}
