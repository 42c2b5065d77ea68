/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "daftar-date.h"
#include "daftar-import-person.h"
#include "daftar-phone.h"
#include "daftar-text.h"

/* Fewer digits are no phone number anywhere. */
#define MIN_DIGITS 5

/* --- Single values. -------------------------------------------------------------------------------- */

static gboolean
looks_like_number (const char *text)
{
  g_autofree char *digits = daftar_phone_digits (text);
  glong letters = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    letters += g_unichar_isalpha (g_utf8_get_char (p));
  return strlen (digits) >= MIN_DIGITS && letters <= (glong) strlen (digits);
}

/* "0501234567 / 0507654321" are two numbers, "050/123 4567" is one. */
static char **
split_numbers (const char *text)
{
  g_auto (GStrv) parts = g_regex_split_simple ("\\s*(?:[;|\\n،]|[,/](?=\\s*[+0٠۰(]))\\s*", text, 0, 0);

  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    if (!looks_like_number (parts[i]))
      return g_strsplit (text, "\n", 1);
  return g_steal_pointer (&parts);
}

static void
add_numbers (DaftarImportPerson *person,
             DaftarContactKind   kind,
             const char         *header,
             const char         *text)
{
  g_auto (GStrv) parts = strpbrk (text, ";|\n,/") != NULL || strstr (text, "،") != NULL ? split_numbers (text)
                                                                                         : g_strsplit (text, "\n", 1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (looks_like_number (parts[i]))
      daftar_import_person_add_point (person, kind, parts[i], FALSE);
    else if (*parts[i] != '\0')
      daftar_import_person_add_note (person, header, parts[i]);
}

static gboolean
looks_like_email (const char *text)
{
  const char *at = strchr (text, '@');

  return at != NULL && at != text && strchr (at, '.') != NULL && strchr (at + 1, '@') == NULL
         && strpbrk (text, " \t\n<>()") == NULL;
}

static void
add_emails (DaftarImportPerson *person,
            const char         *header,
            const char         *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text, ";, \n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (looks_like_email (parts[i]))
      daftar_import_person_add_point (person, DAFTAR_CONTACT_KIND_EMAIL, parts[i], FALSE);
    else if (*parts[i] != '\0')
      {
        /* Perhaps a name belongs to it: it stays whole, in the note. */
        daftar_import_person_add_note (person, header, text);
        return;
      }
}

static void
add_tags (DaftarImportPerson *person,
          const char         *text)
{
  g_auto (GStrv) parts = g_regex_split_simple ("\\s*(?:[;,|\\n؛،]|:::)\\s*", text, 0, 0);
  g_autoptr (GString) tags = g_string_new (person->customer->tags);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *tag = g_str_has_prefix (parts[i], "* ") ? parts[i] + 2 : parts[i];

      if (*tag == '\0')
        continue;
      if (tags->len > 0)
        g_string_append_c (tags, '\n');
      g_string_append (tags, tag);
    }
  daftar_set_text (&person->customer->tags, tags->len > 0 ? tags->str : NULL);
}

static void
add_birthday (DaftarImportPerson *person,
              const char         *header,
              const char         *text)
{
  g_autofree char *day = daftar_date_parse (text, DAFTAR_DATE_ORDER_DMY, NULL);

  if (day != NULL)
    daftar_import_person_add_day (person, DAFTAR_OCCASION_KIND_BIRTHDAY, day);
  else
    daftar_import_person_add_note (person, header, text);
}

static void
set_language (DaftarImportPerson *person,
              const char         *header,
              const char         *text)
{
  g_autofree char *fold = daftar_text_fold (text);

  if (g_str_has_prefix (fold, "ar") || strstr (fold, "عرب") != NULL)
    daftar_set_text (&person->customer->language, "ar");
  else if (g_str_has_prefix (fold, "en") || strstr (fold, "نجليز") != NULL || strstr (fold, "نكليز") != NULL)
    daftar_set_text (&person->customer->language, "en");
  else if (strlen (fold) == 2)
    daftar_set_text (&person->customer->language, fold);
  else
    daftar_import_person_add_note (person, header, text);
}

/* A second value for a place that has one already goes into the note. */
static void
set_once (DaftarImportPerson  *person,
          char               **member,
          const char          *header,
          const char          *text)
{
  if (*member == NULL)
    *member = g_strdup (text);
  else if (!g_str_equal (*member, text))
    daftar_import_person_add_note (person, header, text);
}

/* --- A row of a table. ----------------------------------------------------------------------------- */

typedef struct
{
  DaftarImportPerson *person;
  const DaftarImportOwn *own;
  GString *address;
  char *middle;
  const char *details; /* nullable: see daftar_import_take_details() */
} RowReader;


static void
append_address (RowReader  *reader,
                const char *text)
{
  if (reader->address->len > 0)
    g_string_append (reader->address, daftar_text_direction (text) == DAFTAR_DIRECTION_RTL ? "، " : ", ");
  g_string_append (reader->address, text);
}

static void
take_field (RowReader         *reader,
            DaftarImportField  field,
            const char        *header,
            const char        *text)
{
  DaftarImportPerson *person = reader->person;
  DaftarCustomer *customer = person->customer;

  switch (field)
    {
    case DAFTAR_IMPORT_FIELD_IGNORE:
      break;
    case DAFTAR_IMPORT_FIELD_TEXT:
      daftar_import_person_add_note (person, NULL, text);
      break;
    case DAFTAR_IMPORT_FIELD_NAME:
      set_once (person, &customer->name, header, text);
      break;
    case DAFTAR_IMPORT_FIELD_GIVEN:
      set_once (person, &customer->given, header, text);
      break;
    case DAFTAR_IMPORT_FIELD_MIDDLE:
      set_once (person, &reader->middle, header, text);
      break;
    case DAFTAR_IMPORT_FIELD_FAMILY:
      set_once (person, &customer->family, header, text);
      break;
    case DAFTAR_IMPORT_FIELD_HONORIFIC:
      set_once (person, &customer->honorific, header, text);
      break;
    case DAFTAR_IMPORT_FIELD_NICKNAME:
      set_once (person, &customer->nickname, header, text);
      break;
    case DAFTAR_IMPORT_FIELD_COMPANY:
      set_once (person, &customer->company, header, text);
      break;
    case DAFTAR_IMPORT_FIELD_CITY:
      set_once (person, &customer->city, header, text);
      break;
    case DAFTAR_IMPORT_FIELD_SOURCE:
      set_once (person, &customer->source, header, text);
      break;
    case DAFTAR_IMPORT_FIELD_PHONE:
    case DAFTAR_IMPORT_FIELD_MOBILE:
      /* What shops call the phone is nearly always a mobile: it must be reachable by message too. */
      add_numbers (person, DAFTAR_CONTACT_KIND_MOBILE, header, text);
      break;
    case DAFTAR_IMPORT_FIELD_WHATSAPP:
      add_numbers (person, DAFTAR_CONTACT_KIND_WHATSAPP, header, text);
      break;
    case DAFTAR_IMPORT_FIELD_EMAIL:
      add_emails (person, header, text);
      break;
    case DAFTAR_IMPORT_FIELD_ADDRESS:
      append_address (reader, text);
      break;
    case DAFTAR_IMPORT_FIELD_WEBSITE:
      daftar_import_person_add_point (person, DAFTAR_CONTACT_KIND_WEBSITE, text, FALSE);
      break;
    case DAFTAR_IMPORT_FIELD_INSTAGRAM:
      daftar_import_person_add_point (person, DAFTAR_CONTACT_KIND_INSTAGRAM, text, FALSE);
      break;
    case DAFTAR_IMPORT_FIELD_FACEBOOK:
      daftar_import_person_add_point (person, DAFTAR_CONTACT_KIND_FACEBOOK, text, FALSE);
      break;
    case DAFTAR_IMPORT_FIELD_X:
      daftar_import_person_add_point (person, DAFTAR_CONTACT_KIND_X, text, FALSE);
      break;
    case DAFTAR_IMPORT_FIELD_TELEGRAM:
      daftar_import_person_add_point (person, DAFTAR_CONTACT_KIND_TELEGRAM, text, FALSE);
      break;
    case DAFTAR_IMPORT_FIELD_TIKTOK:
      daftar_import_person_add_point (person, DAFTAR_CONTACT_KIND_TIKTOK, text, FALSE);
      break;
    case DAFTAR_IMPORT_FIELD_BIRTHDAY:
      add_birthday (person, header, text);
      break;
    case DAFTAR_IMPORT_FIELD_LANGUAGE:
      set_language (person, header, text);
      break;
    case DAFTAR_IMPORT_FIELD_TAGS:
      add_tags (person, text);
      break;
    case DAFTAR_IMPORT_FIELD_LANDLINE:
      add_numbers (person, DAFTAR_CONTACT_KIND_PHONE, header, text);
      break;
    case DAFTAR_IMPORT_FIELD_PLACE:
      daftar_import_person_add_point (person, DAFTAR_CONTACT_KIND_ADDRESS, text, FALSE);
      break;
    case DAFTAR_IMPORT_FIELD_KIND:
      if (!daftar_import_find_word (&daftar_enum_customer_kind, text, &customer->kind))
        daftar_import_person_add_note (person, header, text);
      break;
    case DAFTAR_IMPORT_FIELD_CHANNEL:
      if (!daftar_import_find_word (&daftar_enum_channel, text, &customer->preferred_channel))
        daftar_import_person_add_note (person, header, text);
      break;
    case DAFTAR_IMPORT_FIELD_TIME:
      set_once (person, &customer->contact_time, header, text);
      break;
    case DAFTAR_IMPORT_FIELD_DO_NOT_CONTACT:
      customer->do_not_contact = daftar_import_is_yes (text);
      break;
    case DAFTAR_IMPORT_FIELD_POINT_DETAILS:
      reader->details = text;
      break;
    case DAFTAR_IMPORT_FIELD_OCCASIONS:
      daftar_import_take_occasions (person, header, text);
      break;
    case DAFTAR_IMPORT_FIELD_OWN:
      if (!daftar_import_own_take (reader->own, person, header, text))
        daftar_import_person_add_note (person, header, text);
      break;
    case DAFTAR_IMPORT_FIELD_NOTE:
    case DAFTAR_IMPORT_FIELD_EXTERNAL_ID:
    default:
      daftar_import_person_add_note (person, header, text);
      break;
    }
}

static void
join_name (RowReader *reader)
{
  DaftarCustomer *customer = reader->person->customer;

  if (customer->name == NULL && reader->middle != NULL && customer->given != NULL)
    customer->name = g_strjoin (" ", customer->given, reader->middle, customer->family, NULL);
}

/**
 * daftar_import_person_from_row:
 * @mapping: (array length=n_columns): what each column becomes
 * @own: the shop's own fields
 * @headers: (array length=n_columns): what the columns are called
 * @n_columns: how many
 * @fields: (array length=n_fields): the row; changed in place
 * @n_fields: how many
 *
 * Returns: (transfer full): somebody; daftar_import_person_finish() says whether they can be a customer
 */
DaftarImportPerson *
daftar_import_person_from_row (const DaftarImportField  *mapping,
                               const DaftarImportOwn    *own,
                               char                    **headers,
                               guint                     n_columns,
                               char                    **fields,
                               guint                     n_fields)
{
  RowReader reader = { daftar_import_person_new (), own, g_string_new (NULL), NULL, NULL };

  for (guint i = 0; i < MIN (n_columns, n_fields); i++)
    if (*g_strstrip (fields[i]) != '\0')
      take_field (&reader, mapping[i], headers[i], fields[i]);
  if (reader.address->len > 0)
    daftar_import_person_add_point (reader.person, DAFTAR_CONTACT_KIND_ADDRESS, reader.address->str, FALSE);
  if (reader.details != NULL)
    daftar_import_take_details (reader.person, reader.details);
  join_name (&reader);
  g_string_free (reader.address, TRUE);
  g_free (reader.middle);
  return reader.person;
}

/* --- A card. --------------------------------------------------------------------------------------- */

static const int kinds[] = {
  [DAFTAR_CARD_VALUE_PHONE] = DAFTAR_CONTACT_KIND_PHONE,
  [DAFTAR_CARD_VALUE_MOBILE] = DAFTAR_CONTACT_KIND_MOBILE,
  [DAFTAR_CARD_VALUE_FAX] = -1,
  [DAFTAR_CARD_VALUE_WHATSAPP] = DAFTAR_CONTACT_KIND_WHATSAPP,
  [DAFTAR_CARD_VALUE_EMAIL] = DAFTAR_CONTACT_KIND_EMAIL,
  [DAFTAR_CARD_VALUE_ADDRESS] = DAFTAR_CONTACT_KIND_ADDRESS,
  [DAFTAR_CARD_VALUE_WEBSITE] = DAFTAR_CONTACT_KIND_WEBSITE,
  [DAFTAR_CARD_VALUE_INSTAGRAM] = DAFTAR_CONTACT_KIND_INSTAGRAM,
  [DAFTAR_CARD_VALUE_FACEBOOK] = DAFTAR_CONTACT_KIND_FACEBOOK,
  [DAFTAR_CARD_VALUE_X] = DAFTAR_CONTACT_KIND_X,
  [DAFTAR_CARD_VALUE_TELEGRAM] = DAFTAR_CONTACT_KIND_TELEGRAM,
  [DAFTAR_CARD_VALUE_TIKTOK] = DAFTAR_CONTACT_KIND_TIKTOK,
  [DAFTAR_CARD_VALUE_MESSENGER] = -1,
};

static void
take_value (DaftarImportPerson    *person,
            const DaftarCardValue *value)
{
  int kind = kinds[value->kind];

  if (kind >= 0)
    {
      daftar_import_person_add_point (person, kind, value->value, value->preferred);
      ((DaftarContactPoint *) g_ptr_array_index (person->points, person->points->len - 1))->label = g_strdup (value->label);
    }
  else
    daftar_import_person_add_note (person, value->kind == DAFTAR_CARD_VALUE_FAX ? C_("contact", "Fax") : value->label,
                                   value->value);
  if (value->city != NULL && person->customer->city == NULL)
    person->customer->city = g_strdup (value->city);
}

/* "--05-06" is a day of every year. */
static void
take_day (DaftarImportPerson *person,
          DaftarOccasionKind  kind,
          const char         *day)
{
  g_autofree char *iso = NULL;
  int year, month, number;

  if (day == NULL)
    return;
  iso = g_str_has_prefix (day, "--") ? g_strconcat ("0000-", day + 2, NULL) : g_strdup (day);
  if (g_str_has_prefix (iso, "0000-") || daftar_date_parse_iso (iso, &year, &month, &number))
    daftar_import_person_add_day (person, kind, iso);
  else
    daftar_import_person_add_note (person, NULL, day);
}

/* What only the program that wrote the card needs. */
static gboolean
is_private (const char *line)
{
  static const char *const names[] = { "X-", "PRODID", "REV", "UID", "SORT-STRING", "CLASS", "MAILER", "CLIENTPIDMAP",
                                       "VERSION", "KEY" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strncasecmp (line, names[i], strlen (names[i])) == 0)
      return TRUE;
  return FALSE;
}

/* Only what is a picture by its bytes, whatever the card calls it. */
static void
take_photo (DaftarImportPerson *person,
            GBytes             *photo)
{
  gsize size = 0;
  const guint8 *data = photo != NULL ? g_bytes_get_data (photo, &size) : NULL;
  g_autofree char *type = size > 0 ? g_content_type_guess (NULL, data, size, NULL) : NULL;

  if (type != NULL && g_content_type_is_a (type, "image/*"))
    person->photo = g_bytes_ref (photo);
}

/**
 * daftar_import_person_from_card:
 * @card: a card
 *
 * Returns: (transfer full): somebody; daftar_import_person_finish() says whether they can be a customer
 */
DaftarImportPerson *
daftar_import_person_from_card (DaftarExchangeCard *card)
{
  DaftarImportPerson *person = daftar_import_person_new ();
  DaftarCustomer *customer = person->customer;

  customer->name = g_strdup (card->name);
  customer->given = g_strdup (card->given);
  customer->family = g_strdup (card->family);
  customer->honorific = g_strdup (card->honorific);
  customer->nickname = g_strdup (card->nickname);
  customer->company = g_strdup (card->company);
  if (card->language != NULL)
    customer->language = g_ascii_strdown (card->language, strcspn (card->language, "-_"));
  if (g_strcmp0 (card->kind, "org") == 0)
    customer->kind = DAFTAR_CUSTOMER_KIND_BUSINESS;
  if (card->note != NULL)
    daftar_import_person_add_note (person, NULL, card->note);
  if (card->title != NULL)
    daftar_import_person_add_note (person, C_("contact", "Job"), card->title);
  for (guint i = 0; i < card->values->len; i++)
    take_value (person, g_ptr_array_index (card->values, i));
  for (guint i = 0; i < card->categories->len; i++)
    add_tags (person, g_ptr_array_index (card->categories, i));
  for (guint i = 0; i < card->extras->len; i++)
    if (!is_private (g_ptr_array_index (card->extras, i)))
      daftar_import_person_add_note (person, NULL, g_ptr_array_index (card->extras, i));
  take_photo (person, card->photo);
  take_day (person, DAFTAR_OCCASION_KIND_BIRTHDAY, card->birthday);
  take_day (person, DAFTAR_OCCASION_KIND_ANNIVERSARY, card->anniversary);
  return person;
}
