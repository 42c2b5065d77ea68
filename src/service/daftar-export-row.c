/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-export-row.h"

#include <glib/gi18n-lib.h>

#include "daftar-money.h"
#include "daftar-number.h"
#include "daftar-vcard-writer.h"

/* Decimals of a number in a field of the shop's own, which is kept in millionths. */
#define NUMBER_DECIMALS 6

/* --- The table. ------------------------------------------------------------------------------------ */

/* Every heading is one that daftar_column_guess_new() knows in each language of the program, so that what is exported
 * comes in again without a loss. */
static const char *const point_headings[DAFTAR_N_CONTACT_KIND] = {
  [DAFTAR_CONTACT_KIND_MOBILE] = NC_ ("heading in a file", "Mobile"),
  [DAFTAR_CONTACT_KIND_PHONE] = NC_ ("heading in a file", "Landline"),
  [DAFTAR_CONTACT_KIND_WHATSAPP] = NC_ ("heading in a file", "WhatsApp"),
  [DAFTAR_CONTACT_KIND_EMAIL] = NC_ ("heading in a file", "E-mail"),
  [DAFTAR_CONTACT_KIND_WEBSITE] = NC_ ("heading in a file", "Website"),
  [DAFTAR_CONTACT_KIND_INSTAGRAM] = NC_ ("heading in a file", "Instagram"),
  [DAFTAR_CONTACT_KIND_FACEBOOK] = NC_ ("heading in a file", "Facebook"),
  [DAFTAR_CONTACT_KIND_X] = NC_ ("heading in a file", "Twitter (X)"),
  [DAFTAR_CONTACT_KIND_TELEGRAM] = NC_ ("heading in a file", "Telegram"),
  [DAFTAR_CONTACT_KIND_TIKTOK] = NC_ ("heading in a file", "TikTok"),
  [DAFTAR_CONTACT_KIND_ADDRESS] = NC_ ("heading in a file", "Full address"),
};

static const char *
heading (const char *text)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "heading in a file", text);
}

static void
write_points_header (DaftarCsvWriter           *csv,
                     const DaftarExportColumns *columns)
{
  for (guint kind = 0; kind < DAFTAR_N_CONTACT_KIND; kind++)
    for (guint i = 0; i < columns->n_points[kind]; i++)
      {
        g_autofree char *numbered = g_strdup_printf ("%s %u", heading (point_headings[kind]), i + 1);

        daftar_csv_writer_add_text (csv, i == 0 ? heading (point_headings[kind]) : numbered);
      }
}

/**
 * daftar_export_write_header:
 * @csv: a writer
 * @columns: what columns there are
 *
 * Writes the names of the columns in the language of the program.
 */
void
daftar_export_write_header (DaftarCsvWriter           *csv,
                            const DaftarExportColumns *columns)
{
  const char *const first[] = {
    heading (NC_ ("heading in a file", "Name")),          heading (NC_ ("heading in a file", "Person or business")),
    heading (NC_ ("heading in a file", "First name")),    heading (NC_ ("heading in a file", "Family name")),
    heading (NC_ ("heading in a file", "Salutation")),    heading (NC_ ("heading in a file", "Nickname")),
    heading (NC_ ("heading in a file", "Company")),       heading (NC_ ("heading in a file", "City")),
  };
  const char *const last[] = {
    heading (NC_ ("heading in a file", "About the numbers and addresses")),
    heading (NC_ ("heading in a file", "Birthday")),      heading (NC_ ("heading in a file", "Occasions")),
    heading (NC_ ("heading in a file", "Language")),      heading (NC_ ("heading in a file", "Prefers")),
    heading (NC_ ("heading in a file", "Best time")),     heading (NC_ ("heading in a file", "Do not contact")),
    heading (NC_ ("heading in a file", "Source")),        heading (NC_ ("heading in a file", "Tags")),
    heading (NC_ ("heading in a file", "Notes")),
  };

  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    daftar_csv_writer_add_text (csv, first[i]);
  write_points_header (csv, columns);
  for (guint i = 0; i < G_N_ELEMENTS (last); i++)
    daftar_csv_writer_add_text (csv, last[i]);
  for (guint i = 0; i < columns->fields->len; i++)
    daftar_csv_writer_add_text (csv, ((DaftarCustomField *) g_ptr_array_index (columns->fields, i))->name);
  daftar_csv_writer_end_row (csv);
}

static void
write_points (DaftarCsvWriter           *csv,
              const DaftarExportColumns *columns,
              GPtrArray                 *points)
{
  for (guint kind = 0; kind < DAFTAR_N_CONTACT_KIND; kind++)
    {
      guint n = 0;

      for (guint i = 0; i < points->len; i++)
        {
          DaftarContactPoint *point = g_ptr_array_index (points, i);

          if (point->kind != kind || n == columns->n_points[kind])
            continue;
          daftar_csv_writer_add_text (csv, point->value);
          n++;
        }
      for (; n < columns->n_points[kind]; n++)
        daftar_csv_writer_add_text (csv, NULL);
    }
}

/* What is known of contact points beside their values, a line each: words of the program, label, value. */
static char *
describe_points (GPtrArray *points)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < points->len; i++)
    {
      DaftarContactPoint *point = g_ptr_array_index (points, i);

      if (point->label == NULL && !point->preferred && point->consent == DAFTAR_CONSENT_UNKNOWN)
        continue;
      g_string_append_printf (text, "%s%s | %s | %s | %s | %s", text->len > 0 ? "\n" : "",
                              daftar_enum_nick (&daftar_enum_contact_kind, point->kind),
                              point->preferred ? "preferred" : "",
                              point->consent != DAFTAR_CONSENT_UNKNOWN ? daftar_enum_nick (&daftar_enum_consent, point->consent)
                                                                       : "",
                              point->label != NULL ? point->label : "", point->value);
    }
  return g_string_free (text, FALSE);
}

static gboolean
is_plain_birthday (const DaftarOccasion *occasion)
{
  return occasion->kind == DAFTAR_OCCASION_KIND_BIRTHDAY && !occasion->hijri && occasion->label == NULL;
}

static const char *
birthday_of (GPtrArray *occasions)
{
  for (guint i = 0; i < occasions->len; i++)
    if (is_plain_birthday (g_ptr_array_index (occasions, i)))
      return ((DaftarOccasion *) g_ptr_array_index (occasions, i))->day;
  return NULL;
}

/* All but the birthday, a line each: day, kind, calendar, label. */
static char *
describe_occasions (GPtrArray *occasions)
{
  GString *text = g_string_new (NULL);
  const char *birthday = birthday_of (occasions);

  for (guint i = 0; i < occasions->len; i++)
    {
      DaftarOccasion *occasion = g_ptr_array_index (occasions, i);

      if (is_plain_birthday (occasion) && occasion->day == birthday)
        continue;
      g_string_append_printf (text, "%s%s | %s | %s | %s", text->len > 0 ? "\n" : "", occasion->day,
                              daftar_enum_nick (&daftar_enum_occasion_kind, occasion->kind),
                              occasion->hijri ? "hijri" : "", occasion->label != NULL ? occasion->label : "");
    }
  return g_string_free (text, FALSE);
}

/* A value as it is typed. */
static char *
field_text (const DaftarCustomField *field,
            const DaftarCustomValue *value)
{
  switch ((DaftarCustomType) field->type)
    {
    case DAFTAR_CUSTOM_TYPE_NUMBER:
      return daftar_number_plain (value->number, NUMBER_DECIMALS);
    case DAFTAR_CUSTOM_TYPE_MONEY:
      return daftar_money_plain (value->number, value->text);
    case DAFTAR_CUSTOM_TYPE_BOOL:
      return g_strdup (value->number != 0 ? _("Yes") : _("No"));
    case DAFTAR_CUSTOM_TYPE_TEXT:
    case DAFTAR_CUSTOM_TYPE_DATE:
    case DAFTAR_CUSTOM_TYPE_CHOICE:
    default:
      return g_strdup (value->text);
    }
}

static void
write_fields (DaftarCsvWriter           *csv,
              const DaftarExportColumns *columns,
              GPtrArray                 *values)
{
  for (guint f = 0; f < columns->fields->len; f++)
    {
      DaftarCustomField *field = g_ptr_array_index (columns->fields, f);
      g_autofree char *text = NULL;

      for (guint v = 0; v < values->len; v++)
        {
          DaftarCustomValue *value = g_ptr_array_index (values, v);

          if (value->field_id == DAFTAR_RECORD (field)->id)
            text = field_text (field, value);
        }
      daftar_csv_writer_add_text (csv, text);
    }
}

/**
 * daftar_export_write_row:
 * @csv: a writer
 * @columns: what columns there are
 * @person: somebody
 *
 * Writes a customer as a row below daftar_export_write_header().
 */
void
daftar_export_write_row (DaftarCsvWriter           *csv,
                         const DaftarExportColumns *columns,
                         const DaftarExportPerson  *person)
{
  const DaftarCustomer *customer = person->customer;
  g_autofree char *details = describe_points (person->points);
  g_autofree char *occasions = describe_occasions (person->occasions);
  g_autofree char *tags = g_strdelimit (g_strdup (customer->tags != NULL ? customer->tags : ""), "\n", ';');

  daftar_csv_writer_add_text (csv, customer->name);
  daftar_csv_writer_add_text (csv, daftar_enum_label (&daftar_enum_customer_kind, customer->kind));
  daftar_csv_writer_add_text (csv, customer->given);
  daftar_csv_writer_add_text (csv, customer->family);
  daftar_csv_writer_add_text (csv, customer->honorific);
  daftar_csv_writer_add_text (csv, customer->nickname);
  daftar_csv_writer_add_text (csv, customer->company);
  daftar_csv_writer_add_text (csv, customer->city);
  write_points (csv, columns, person->points);
  daftar_csv_writer_add_text (csv, details);
  daftar_csv_writer_add_text (csv, birthday_of (person->occasions));
  daftar_csv_writer_add_text (csv, occasions);
  daftar_csv_writer_add_text (csv, customer->language);
  daftar_csv_writer_add_text (csv, customer->preferred_channel != DAFTAR_CHANNEL_NONE
                                     ? daftar_enum_label (&daftar_enum_channel, customer->preferred_channel)
                                     : NULL);
  daftar_csv_writer_add_text (csv, customer->contact_time);
  daftar_csv_writer_add_text (csv, customer->do_not_contact ? _("Yes") : NULL);
  daftar_csv_writer_add_text (csv, customer->source);
  daftar_csv_writer_add_text (csv, tags);
  daftar_csv_writer_add_text (csv, customer->note);
  write_fields (csv, columns, person->values);
  daftar_csv_writer_end_row (csv);
}

/* --- Cards. ---------------------------------------------------------------------------------------- */

static const DaftarCardValueKind card_kinds[DAFTAR_N_CONTACT_KIND] = {
  [DAFTAR_CONTACT_KIND_MOBILE] = DAFTAR_CARD_VALUE_MOBILE,     [DAFTAR_CONTACT_KIND_PHONE] = DAFTAR_CARD_VALUE_PHONE,
  [DAFTAR_CONTACT_KIND_WHATSAPP] = DAFTAR_CARD_VALUE_WHATSAPP, [DAFTAR_CONTACT_KIND_EMAIL] = DAFTAR_CARD_VALUE_EMAIL,
  [DAFTAR_CONTACT_KIND_WEBSITE] = DAFTAR_CARD_VALUE_WEBSITE,   [DAFTAR_CONTACT_KIND_INSTAGRAM] = DAFTAR_CARD_VALUE_INSTAGRAM,
  [DAFTAR_CONTACT_KIND_FACEBOOK] = DAFTAR_CARD_VALUE_FACEBOOK, [DAFTAR_CONTACT_KIND_X] = DAFTAR_CARD_VALUE_X,
  [DAFTAR_CONTACT_KIND_TELEGRAM] = DAFTAR_CARD_VALUE_TELEGRAM, [DAFTAR_CONTACT_KIND_TIKTOK] = DAFTAR_CARD_VALUE_TIKTOK,
  [DAFTAR_CONTACT_KIND_ADDRESS] = DAFTAR_CARD_VALUE_ADDRESS,
};

static const char *
anniversary_of (GPtrArray *occasions)
{
  for (guint i = 0; i < occasions->len; i++)
    {
      DaftarOccasion *occasion = g_ptr_array_index (occasions, i);

      if (occasion->kind == DAFTAR_OCCASION_KIND_ANNIVERSARY)
        return occasion->day;
    }
  return NULL;
}

/**
 * daftar_export_write_card:
 * @text: where it is appended
 * @person: somebody
 *
 * Writes a customer as a vCard 4.0 (RFC 6350).
 */
void
daftar_export_write_card (GString                  *text,
                          const DaftarExportPerson *person)
{
  const DaftarCustomer *customer = person->customer;
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
  card->birthday = g_strdup (birthday_of (person->occasions));
  card->anniversary = g_strdup (anniversary_of (person->occasions));
  if (customer->kind == DAFTAR_CUSTOMER_KIND_BUSINESS)
    card->kind = g_strdup ("org");
  for (guint i = 0; i < person->points->len; i++)
    {
      DaftarContactPoint *point = g_ptr_array_index (person->points, i);

      daftar_exchange_card_add_value (card, card_kinds[point->kind], point->value, point->label, point->preferred);
    }
  for (guint i = 0; tags[i] != NULL; i++)
    if (*tags[i] != '\0')
      g_ptr_array_add (card->categories, g_strdup (tags[i]));
  if (person->photo != NULL)
    {
      gsize size;
      const guint8 *data = g_bytes_get_data (person->photo, &size);
      g_autofree char *type = g_content_type_guess (NULL, data, size, NULL);

      card->photo = g_bytes_ref (person->photo);
      card->photo_type = g_content_type_get_mime_type (type);
    }
  daftar_vcard_write (text, card, DAFTAR_VCARD_4_0);
}
