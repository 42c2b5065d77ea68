/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "daftar-cli.h"
#include "daftar-csv-writer.h"
#include "daftar-customer-list-store.h"
#include "daftar-customer-store.h"
#include "daftar-dump.h"
#include "daftar-error.h"
#include "daftar-vcard-writer.h"

/* Customers that are read at a time: memory stays flat. */
#define CHUNK 500

typedef struct
{
  GArray *ids;
  guint at;
  GString *text;
  DaftarCsvWriter *csv; /* nullable: vCard */
} Export;

static gpointer
ids_read (DaftarReader  *reader,
          gpointer       request,
          GError       **error)
{
  return daftar_customer_store_list_ids (reader, DAFTAR_CUSTOMER_ORDER_NAME, -1, error);
}

static char *
join_points (GPtrArray *points,
             gboolean (*wanted) (gint64 kind))
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < points->len; i++)
    {
      DaftarContactPoint *point = g_ptr_array_index (points, i);

      if (wanted (point->kind))
        g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", point->value);
    }
  return g_string_free (text, FALSE);
}

static gboolean
is_number (gint64 kind)
{
  return kind < DAFTAR_CONTACT_KIND_WHATSAPP;
}

static gboolean
is_whatsapp (gint64 kind)
{
  return kind == DAFTAR_CONTACT_KIND_WHATSAPP;
}

static gboolean
is_email (gint64 kind)
{
  return kind == DAFTAR_CONTACT_KIND_EMAIL;
}

static gboolean
is_address (gint64 kind)
{
  return kind == DAFTAR_CONTACT_KIND_ADDRESS;
}

static void
write_header (DaftarCsvWriter *csv)
{
  const char *const headers[] = { _("Name"), _("Phone"), _("WhatsApp"), _("E-mail"), _("Company"), _("City"), _("Address"),
                                  _("Birthday"), _("Tags"), _("Notes") };

  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    daftar_csv_writer_add_text (csv, headers[i]);
  daftar_csv_writer_end_row (csv);
}

static const char *
birthday_of (GPtrArray *occasions)
{
  for (guint i = 0; i < occasions->len; i++)
    {
      DaftarOccasion *occasion = g_ptr_array_index (occasions, i);

      if (occasion->kind == DAFTAR_OCCASION_KIND_BIRTHDAY)
        return occasion->day;
    }
  return NULL;
}

static void
write_row (DaftarCsvWriter *csv,
           DaftarCustomer  *customer,
           GPtrArray       *points,
           GPtrArray       *occasions)
{
  g_autofree char *numbers = join_points (points, is_number);
  g_autofree char *whatsapp = join_points (points, is_whatsapp);
  g_autofree char *emails = join_points (points, is_email);
  g_autofree char *addresses = join_points (points, is_address);
  g_autofree char *tags = g_strdelimit (g_strdup (customer->tags != NULL ? customer->tags : ""), "\n", ';');

  daftar_csv_writer_add_text (csv, customer->name);
  daftar_csv_writer_add_text (csv, numbers);
  daftar_csv_writer_add_text (csv, whatsapp);
  daftar_csv_writer_add_text (csv, emails);
  daftar_csv_writer_add_text (csv, customer->company);
  daftar_csv_writer_add_text (csv, customer->city);
  daftar_csv_writer_add_text (csv, addresses);
  daftar_csv_writer_add_text (csv, birthday_of (occasions));
  daftar_csv_writer_add_text (csv, tags);
  daftar_csv_writer_add_text (csv, customer->note);
  daftar_csv_writer_end_row (csv);
}

static const DaftarCardValueKind card_kinds[DAFTAR_N_CONTACT_KIND] = {
  [DAFTAR_CONTACT_KIND_MOBILE] = DAFTAR_CARD_VALUE_MOBILE,       [DAFTAR_CONTACT_KIND_PHONE] = DAFTAR_CARD_VALUE_PHONE,
  [DAFTAR_CONTACT_KIND_WHATSAPP] = DAFTAR_CARD_VALUE_WHATSAPP,   [DAFTAR_CONTACT_KIND_EMAIL] = DAFTAR_CARD_VALUE_EMAIL,
  [DAFTAR_CONTACT_KIND_WEBSITE] = DAFTAR_CARD_VALUE_WEBSITE,     [DAFTAR_CONTACT_KIND_INSTAGRAM] = DAFTAR_CARD_VALUE_INSTAGRAM,
  [DAFTAR_CONTACT_KIND_FACEBOOK] = DAFTAR_CARD_VALUE_FACEBOOK,   [DAFTAR_CONTACT_KIND_X] = DAFTAR_CARD_VALUE_X,
  [DAFTAR_CONTACT_KIND_TELEGRAM] = DAFTAR_CARD_VALUE_TELEGRAM,   [DAFTAR_CONTACT_KIND_TIKTOK] = DAFTAR_CARD_VALUE_TIKTOK,
  [DAFTAR_CONTACT_KIND_ADDRESS] = DAFTAR_CARD_VALUE_ADDRESS,
};

static void
write_card (GString        *text,
            DaftarCustomer *customer,
            GPtrArray      *points,
            GPtrArray      *occasions)
{
  g_autoptr (DaftarExchangeCard) card = daftar_exchange_card_new ();
  g_auto (GStrv) tags = g_strsplit (customer->tags != NULL ? customer->tags : "", "\n", -1);

  card->name = g_strdup (customer->name);
  card->given = g_strdup (customer->given);
  card->family = g_strdup (customer->family);
  card->honorific = g_strdup (customer->honorific);
  card->nickname = g_strdup (customer->nickname);
  card->company = g_strdup (customer->company);
  card->language = g_strdup (customer->language);
  card->note = g_strdup (customer->note);
  card->birthday = g_strdup (birthday_of (occasions));
  if (customer->kind == DAFTAR_CUSTOMER_KIND_BUSINESS)
    card->kind = g_strdup ("org");
  for (guint i = 0; i < points->len; i++)
    {
      DaftarContactPoint *point = g_ptr_array_index (points, i);

      daftar_exchange_card_add_value (card, card_kinds[point->kind], point->value, point->label, point->preferred);
    }
  for (guint i = 0; tags[i] != NULL; i++)
    if (*tags[i] != '\0')
      g_ptr_array_add (card->categories, g_strdup (tags[i]));
  daftar_vcard_write (text, card, DAFTAR_VCARD_4_0);
}

static gpointer
chunk_read (DaftarReader  *reader,
            gpointer       request,
            GError       **error)
{
  Export *export = request;
  guint end = MIN (export->at + CHUNK, export->ids->len);

  for (; export->at < end; export->at++)
    {
      gint64 id = g_array_index (export->ids, gint64, export->at);
      g_autoptr (DaftarCustomer) customer = daftar_customer_store_get (reader, id, error);
      g_autoptr (GPtrArray) points = customer != NULL ? daftar_contact_point_store_list (reader, id, error) : NULL;
      g_autoptr (GPtrArray) occasions = points != NULL ? daftar_occasion_store_list (reader, id, error) : NULL;

      if (occasions == NULL)
        return NULL;
      if (export->csv != NULL)
        write_row (export->csv, customer, points, occasions);
      else
        write_card (export->text, customer, points, occasions);
    }
  return export;
}

static gboolean
write_file (DaftarCli   *cli,
            Export      *export,
            const char  *path,
            GError     **error)
{
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  FILE *file = g_fopen (part, "wb");
  gboolean done = file != NULL;

  if (export->csv != NULL)
    write_header (export->csv);
  while (done && export->at < export->ids->len && *error == NULL)
    if (daftar_store_read (cli->store, chunk_read, export, error) != NULL)
      {
        done = fwrite (export->text->str, 1, export->text->len, file) == export->text->len;
        g_string_truncate (export->text, 0);
        daftar_cli_progress (export->at, export->ids->len, NULL);
      }
  done = done && *error == NULL && fwrite (export->text->str, 1, export->text->len, file) == export->text->len;
  if (file != NULL && fclose (file) != 0)
    done = FALSE;
  done = done && g_rename (part, path) == 0;
  if (!done)
    g_unlink (part);
  if (!done && *error == NULL)
    g_set_error (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED, _("The file “%s” can’t be written (%s)."), path,
                 g_strerror (errno));
  return done;
}

static int
export_file (DaftarCli  *cli,
             gboolean    csv,
             const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (DaftarCsvWriter) writer = csv ? daftar_csv_writer_new (text, ',') : NULL;
  g_autoptr (GArray) ids = NULL;
  Export export = { NULL, 0, text, writer };

  if (!daftar_cli_open (cli, &error) || (ids = daftar_store_read (cli->store, ids_read, NULL, &error)) == NULL)
    return daftar_cli_fail (error);
  export.ids = ids;
  if (!write_file (cli, &export, path, &error))
    return daftar_cli_fail (error);
  if (cli->json)
    {
      daftar_json_writer_begin_object (cli->writer);
      daftar_json_writer_member_string (cli->writer, "file", path);
      daftar_json_writer_member_int (cli->writer, "customers", ids->len);
      daftar_json_writer_end_object (cli->writer);
    }
  else
    daftar_cli_say (_("“%s” is written, customers: %u."), path, ids->len);
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
  return export_file (cli, g_str_equal (format, "csv"), argv[1]);
}
