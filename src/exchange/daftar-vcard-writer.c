/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include <string.h>

#include "daftar-vcard-writer.h"

typedef struct
{
  GString *out;
  gboolean new;         /* vCard 4.0 */
  guint n_items;        /* groups made so far for labels */
} Writer;

/* RFC 6350 §3.2: no line longer than 75 octets; the cut never goes through a character. */
static void
write_folded (GString    *out,
              const char *line)
{
  gsize column = 0;

  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p))
    {
      gsize size = g_utf8_next_char (p) - p;

      if (column + size > 75)
        {
          g_string_append (out, "\r\n ");
          column = 1;
        }
      g_string_append_len (out, p, size);
      column += size;
    }
  g_string_append (out, "\r\n");
}

static void
append_escaped (GString    *line,
                const char *text)
{
  g_autofree char *valid = NULL;

  if (text == NULL)
    return;
  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);
  for (const char *p = text; *p != '\0'; p++)
    if (*p == '\n')
      g_string_append (line, "\\n");
    else if (*p == '\\' || *p == ',' || *p == ';')
      g_string_append_printf (line, "\\%c", *p);
    else if (*p != '\r')
      g_string_append_c (line, *p);
}

/* RFC 6868, and quotation marks where the value needs them. */
static void
append_param (GString    *line,
              const char *name,
              const char *value)
{
  gboolean quote = strpbrk (value, ",;:") != NULL;
  g_autofree char *valid = g_utf8_make_valid (value, -1);

  g_string_append_printf (line, ";%s=%s", name, quote ? "\"" : "");
  for (const char *p = valid; *p != '\0'; p++)
    if (*p == '"' || *p == '^' || *p == '\n')
      g_string_append_printf (line, "^%c", *p == '"' ? '\'' : *p == '^' ? '^' : 'n');
    else if (!g_ascii_iscntrl (*p))
      g_string_append_c (line, *p);
  if (quote)
    g_string_append_c (line, '"');
}

static void
write_text (Writer     *writer,
            const char *name,
            const char *text)
{
  g_autoptr (GString) line = NULL;

  if (text == NULL || *text == '\0')
    return;
  line = g_string_new (name);
  g_string_append_c (line, ':');
  append_escaped (line, text);
  write_folded (writer->out, line->str);
}

static void
write_name_parts (Writer                   *writer,
                  const DaftarExchangeCard *card)
{
  const char *const parts[] = { card->family, card->given, card->additional, card->honorific, card->suffix };
  g_autoptr (GString) line = g_string_new ("N:");
  gboolean any = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (i > 0)
        g_string_append_c (line, ';');
      append_escaped (line, parts[i]);
      any |= parts[i] != NULL && *parts[i] != '\0';
    }
  /* 3.0 wants the property even if there is nothing to say. */
  if (any || !writer->new)
    write_folded (writer->out, line->str);
}

static const char *
value_name (DaftarCardValueKind kind)
{
  switch (kind)
    {
    case DAFTAR_CARD_VALUE_PHONE:
    case DAFTAR_CARD_VALUE_MOBILE:
    case DAFTAR_CARD_VALUE_FAX:
    case DAFTAR_CARD_VALUE_WHATSAPP:
      return "TEL";
    case DAFTAR_CARD_VALUE_EMAIL:
      return "EMAIL";
    case DAFTAR_CARD_VALUE_ADDRESS:
      return "ADR";
    case DAFTAR_CARD_VALUE_WEBSITE:
      return "URL";
    case DAFTAR_CARD_VALUE_MESSENGER:
      return "IMPP";
    case DAFTAR_CARD_VALUE_INSTAGRAM:
    case DAFTAR_CARD_VALUE_FACEBOOK:
    case DAFTAR_CARD_VALUE_X:
    case DAFTAR_CARD_VALUE_TELEGRAM:
    case DAFTAR_CARD_VALUE_TIKTOK:
    default:
      return "X-SOCIALPROFILE";
    }
}

/* What follows from the kind. A WhatsApp number is a mobile number to every other program. */
static const char *
value_types (DaftarCardValueKind kind)
{
  switch (kind)
    {
    case DAFTAR_CARD_VALUE_PHONE:
      return "voice";
    case DAFTAR_CARD_VALUE_MOBILE:
      return "cell";
    case DAFTAR_CARD_VALUE_FAX:
      return "fax";
    case DAFTAR_CARD_VALUE_WHATSAPP:
      return "cell,whatsapp";
    case DAFTAR_CARD_VALUE_X:
      return "twitter";
    case DAFTAR_CARD_VALUE_INSTAGRAM:
    case DAFTAR_CARD_VALUE_FACEBOOK:
    case DAFTAR_CARD_VALUE_TELEGRAM:
    case DAFTAR_CARD_VALUE_TIKTOK:
      return daftar_card_value_kind_to_nick (kind);
    case DAFTAR_CARD_VALUE_EMAIL:
    case DAFTAR_CARD_VALUE_ADDRESS:
    case DAFTAR_CARD_VALUE_WEBSITE:
    case DAFTAR_CARD_VALUE_MESSENGER:
    default:
      return NULL;
    }
}

static void
append_types (Writer                *writer,
              GString               *line,
              const DaftarCardValue *value,
              const char            *place)
{
  g_autoptr (GString) types = g_string_new (value_types (value->kind));

  if (place != NULL)
    g_string_append_printf (types, "%s%s", types->len > 0 ? "," : "", place);
  if (value->preferred && !writer->new)
    g_string_append_printf (types, "%spref", types->len > 0 ? "," : "");
  /* 4.0 has a list in quotation marks; 3.0 has it bare. */
  if (types->len > 0 && writer->new)
    append_param (line, "TYPE", types->str);
  else if (types->len > 0)
    g_string_append_printf (line, ";TYPE=%s", types->str);
  if (value->preferred && writer->new)
    g_string_append (line, ";PREF=1");
}

/* The scheme of the messenger's URI is its name, if it can be one. */
static gboolean
is_scheme (const char *label)
{
  return g_ascii_islower (label[0]) && label[strspn (label, "abcdefghijklmnopqrstuvwxyz0123456789-")] == '\0';
}

static void
write_value (Writer                *writer,
             const DaftarCardValue *value)
{
  gboolean messenger = value->kind == DAFTAR_CARD_VALUE_MESSENGER;
  gboolean place = g_strcmp0 (value->label, "home") == 0 || g_strcmp0 (value->label, "work") == 0;
  gboolean named = value->label != NULL && *value->label != '\0' && !place && !messenger;
  const char *label = messenger && value->label != NULL ? value->label : "x-apple";
  g_autoptr (GString) line = g_string_new (NULL);

  if (named)
    g_string_append_printf (line, "item%u.", ++writer->n_items);
  g_string_append (line, value_name (value->kind));
  append_types (writer, line, value, place && !messenger ? value->label : NULL);
  if (messenger && !is_scheme (label))
    append_param (line, "X-SERVICE-TYPE", label);
  g_string_append_c (line, ':');
  if (messenger)
    g_string_append_printf (line, "%s:", is_scheme (label) ? label : "x-apple");
  if (value->kind == DAFTAR_CARD_VALUE_ADDRESS)
    g_string_append (line, ";;");
  append_escaped (line, value->value);
  if (value->kind == DAFTAR_CARD_VALUE_ADDRESS)
    {
      g_string_append_c (line, ';');
      append_escaped (line, value->city);
      g_string_append (line, ";;;");
    }
  write_folded (writer->out, line->str);
  if (named)
    {
      g_string_printf (line, "item%u.X-ABLabel:", writer->n_items);
      append_escaped (line, value->label);
      write_folded (writer->out, line->str);
    }
}

/* 2024-05-17 and --05-17 as they are in 3.0; 20240517 and --0517 in 4.0 (RFC 6350 §4.3.1 has only the basic form). */
static void
write_day (Writer     *writer,
           const char *name,
           const char *day)
{
  g_autoptr (GString) line = g_string_new (NULL);

  if (day == NULL)
    return;
  g_string_printf (line, "%s:%s", name, g_str_has_prefix (day, "--") ? "--" : "");
  for (const char *p = day + (g_str_has_prefix (day, "--") ? 2 : 0); *p != '\0'; p++)
    if (!writer->new || *p != '-')
      g_string_append_c (line, *p);
  write_folded (writer->out, line->str);
}

static void
write_categories (Writer          *writer,
                  const GPtrArray *categories)
{
  g_autoptr (GString) line = g_string_new ("CATEGORIES:");

  if (categories->len == 0)
    return;
  for (guint i = 0; i < categories->len; i++)
    {
      if (i > 0)
        g_string_append_c (line, ',');
      append_escaped (line, categories->pdata[i]);
    }
  write_folded (writer->out, line->str);
}

static void
write_photo (Writer                   *writer,
             const DaftarExchangeCard *card)
{
  gsize length;
  gconstpointer data = card->photo != NULL ? g_bytes_get_data (card->photo, &length) : NULL;
  const char *type = card->photo_type != NULL ? card->photo_type : "image/jpeg";
  g_autofree char *base64 = NULL, *line = NULL;

  if (data == NULL)
    return;
  base64 = g_base64_encode (data, length);
  if (writer->new)
    line = g_strdup_printf ("PHOTO:data:%s;base64,%s", type, base64);
  else
    line = g_strdup_printf ("PHOTO;ENCODING=b;TYPE=%s:%s", g_str_has_prefix (type, "image/") ? type + 6 : type, base64);
  write_folded (writer->out, line);
}

/**
 * daftar_vcard_write:
 * @out: where the text is appended
 * @card: a card
 * @version: of the format
 *
 * Writes a card so that address books of others take it and our own reader gives the same back.
 */
void
daftar_vcard_write (GString                  *out,
                    const DaftarExchangeCard *card,
                    DaftarVcardVersion        version)
{
  Writer writer = { .out = out, .new = version == DAFTAR_VCARD_4_0 };

  g_string_append (out, writer.new ? "BEGIN:VCARD\r\nVERSION:4.0\r\n" : "BEGIN:VCARD\r\nVERSION:3.0\r\n");
  write_text (&writer, "UID", card->uid);
  write_text (&writer, writer.new ? "KIND" : "X-ADDRESSBOOKSERVER-KIND", card->kind);
  /* A card must have a full name, also where the customer has none yet. */
  if (card->name == NULL || *card->name == '\0')
    g_string_append (out, "FN:\r\n");
  write_text (&writer, "FN", card->name);
  write_name_parts (&writer, card);
  write_text (&writer, "NICKNAME", card->nickname);
  write_text (&writer, "ORG", card->company);
  write_text (&writer, "TITLE", card->title);
  for (guint i = 0; i < card->values->len; i++)
    write_value (&writer, card->values->pdata[i]);
  write_day (&writer, "BDAY", card->birthday);
  write_day (&writer, writer.new ? "ANNIVERSARY" : "X-ANNIVERSARY", card->anniversary);
  write_text (&writer, "LANG", card->language);
  write_categories (&writer, card->categories);
  write_text (&writer, "NOTE", card->note);
  for (guint i = 0; i < card->extras->len; i++)
    write_text (&writer, "X-DAFTAR-LINE", card->extras->pdata[i]);
  write_photo (&writer, card);
  write_text (&writer, "REV", card->revised);
  g_string_append (out, "END:VCARD\r\n");
}
