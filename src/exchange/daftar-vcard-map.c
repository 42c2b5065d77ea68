/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include <string.h>

#include "daftar-date.h"
#include "daftar-vcard-map.h"
#include "daftar-vcard-text.h"

#define MAX_PHOTO (8 * 1024 * 1024)
#define CITY 3 /* of the parts of ADR */

typedef struct
{
  DaftarExchangeCard *card;
  const DaftarVcardProperty *property;
  char *text;               /* the value, unescaped and stripped */
  char *label;              /* what the owner calls it, or home/work, or NULL */
  gboolean preferred;
  gboolean old;             /* vCard 2.1 */
  GHashTable *labels;       /* group → what X-ABLabel says of it */
  gboolean has_address;
} Context;

typedef void (*MapFunc) (Context    *context,
                         const char *argument);

static void
add_extra (Context    *context,
           const char *name,
           const char *text)
{
  if (*text == '\0')
    return;
  if (context->label != NULL)
    g_ptr_array_add (context->card->extras, g_strdup_printf ("%s (%s): %s", name, context->label, text));
  else
    g_ptr_array_add (context->card->extras, g_strdup_printf ("%s: %s", name, text));
}

/* The first one that says something is kept; more of the same go to the extras. */
static void
set_text (Context    *context,
          char      **place,
          const char *text)
{
  if (*text == '\0')
    return;
  if (*place == NULL)
    *place = g_strdup (text);
  else if (!g_str_equal (*place, text))
    add_extra (context, context->property->name, text);
}

static void
map_text (Context    *context,
          const char *offset)
{
  set_text (context, (char **) ((char *) context->card + GPOINTER_TO_SIZE (offset)), context->text);
}

static void
map_ignore (Context    *context,
            const char *argument)
{
}

static void
map_kind (Context    *context,
          const char *argument)
{
  if (context->card->kind == NULL && *context->text != '\0')
    context->card->kind = g_utf8_strdown (context->text, -1);
}

static void
map_show_as (Context    *context,
             const char *argument)
{
  if (context->card->kind == NULL && g_ascii_strcasecmp (context->text, "COMPANY") == 0)
    context->card->kind = g_strdup ("org");
}

/* A part of N may list several names with commas. */
static void
map_name_parts (Context    *context,
                const char *argument)
{
  DaftarExchangeCard *card = context->card;
  char **const places[] = { &card->family, &card->given, &card->additional, &card->honorific, &card->suffix };
  g_autoptr (GPtrArray) parts = daftar_vcard_split (context->property->value, ';', context->old);

  for (guint i = 0; i < parts->len && i < G_N_ELEMENTS (places); i++)
    if (*(char *) parts->pdata[i] != '\0' && *places[i] == NULL)
      *places[i] = g_strdelimit (g_strdup (parts->pdata[i]), ",\n", ' ');
}

static void
map_org (Context    *context,
         const char *argument)
{
  g_autoptr (GPtrArray) parts = daftar_vcard_split (context->property->value, ';', context->old);

  set_text (context, &context->card->company, parts->pdata[0]);
  for (guint i = 1; i < parts->len; i++)
    add_extra (context, "ORG", parts->pdata[i]);
}

static void
add_value (Context             *context,
           DaftarCardValueKind  kind,
           const char          *value)
{
  if (*value != '\0')
    daftar_exchange_card_add_value (context->card, kind, value, context->label, context->preferred);
}

/* RFC 3966: tel:+1-201-555-0123;ext=12. The extension goes into the label, so that the number stays one. */
static void
map_phone (Context    *context,
           const char *argument)
{
  const DaftarVcardProperty *property = context->property;
  const char *number = context->text;
  DaftarCardValueKind kind = DAFTAR_CARD_VALUE_PHONE;
  g_autofree char *bare = NULL;

  if (g_ascii_strncasecmp (number, "tel:", 4) == 0)
    {
      const char *extension = strstr (number, ";ext=");

      bare = g_strndup (number + 4, strcspn (number + 4, ";"));
      if (extension != NULL)
        {
          g_autofree char *label = g_steal_pointer (&context->label);

          context->label = g_strdup_printf ("%s%sext. %s", label != NULL ? label : "", label != NULL ? ", " : "", extension + 5);
        }
      number = bare;
    }
  if (daftar_vcard_property_has_type (property, "whatsapp") || daftar_vcard_property_has_type (property, "x-whatsapp") ||
      (context->label != NULL && (g_ascii_strcasecmp (context->label, "whatsapp") == 0 || strstr (context->label, "واتس"))))
    kind = DAFTAR_CARD_VALUE_WHATSAPP;
  else if (daftar_vcard_property_has_type (property, "fax") || strstr (property->name, "FAX") != NULL)
    kind = DAFTAR_CARD_VALUE_FAX;
  else if (daftar_vcard_property_has_type (property, "cell") || daftar_vcard_property_has_type (property, "mobile") ||
           daftar_vcard_property_has_type (property, "iphone"))
    kind = DAFTAR_CARD_VALUE_MOBILE;
  add_value (context, kind, number);
}

static void
map_email (Context    *context,
           const char *argument)
{
  add_value (context, DAFTAR_CARD_VALUE_EMAIL,
             g_ascii_strncasecmp (context->text, "mailto:", 7) == 0 ? context->text + 7 : context->text);
}

/* ADR: post box, extension, street, city, region, postal code, country. */
static void
map_address (Context    *context,
             const char *argument)
{
  static const guint8 order[] = { 2, 1, 0, 3, 4, 5, 6 };
  g_autoptr (GPtrArray) parts = daftar_vcard_split (context->property->value, ';', context->old);
  g_autoptr (GString) address = g_string_new (NULL);
  DaftarCardValue *added;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (order[i] < parts->len)
      {
        char *part = g_strstrip (g_strdelimit (parts->pdata[order[i]], "\n", ' '));

        if (order[i] != CITY || *part == '\0' || !daftar_vcard_has_part (address->str, part))
          daftar_vcard_append_part (address, part);
      }
  if (address->len == 0)
    return;
  context->has_address = TRUE;
  added = daftar_exchange_card_add_value (context->card, DAFTAR_CARD_VALUE_ADDRESS, address->str, context->label,
                                          context->preferred);
  if (parts->len > CITY && *(char *) parts->pdata[CITY] != '\0')
    added->city = g_strdup (parts->pdata[CITY]);
}

/* An address as it is printed: the same one again, if the card has it in parts. */
static void
map_address_label (Context    *context,
                   const char *argument)
{
  g_autofree char *line = NULL;
  g_auto (GStrv) lines = NULL;

  if (context->has_address)
    {
      add_extra (context, "LABEL", context->text);
      return;
    }
  lines = g_strsplit (context->text, "\n", -1);
  line = g_strjoinv (", ", lines);
  add_value (context, DAFTAR_CARD_VALUE_ADDRESS, line);
}

static const struct
{
  const char *word;
  DaftarCardValueKind kind;
  const char *hosts[4];
} networks[] = {
  { "whatsapp", DAFTAR_CARD_VALUE_WHATSAPP, { "wa.me/", "whatsapp.com/", } },
  { "telegram", DAFTAR_CARD_VALUE_TELEGRAM, { "t.me/", "telegram.me/", } },
  { "instagram", DAFTAR_CARD_VALUE_INSTAGRAM, { "instagram.com/", } },
  { "facebook", DAFTAR_CARD_VALUE_FACEBOOK, { "facebook.com/", "fb.com/", "fb.me/" } },
  { "twitter", DAFTAR_CARD_VALUE_X, { "twitter.com/", "//x.com/", "www.x.com/" } },
  { "x", DAFTAR_CARD_VALUE_X, { NULL } },
  { "tiktok", DAFTAR_CARD_VALUE_TIKTOK, { "tiktok.com/" } },
};

/* Adds a handle or link on a network that is known by its word, or else by the host of the link. */
static void
add_network (Context             *context,
             const char          *word,
             const char          *value,
             DaftarCardValueKind  otherwise)
{
  g_autofree char *low = g_ascii_strdown (value, -1);

  for (guint i = 0; i < G_N_ELEMENTS (networks); i++)
    {
      gboolean is = word != NULL && g_ascii_strcasecmp (word, networks[i].word) == 0;

      for (guint h = 0; !is && h < G_N_ELEMENTS (networks[i].hosts) && networks[i].hosts[h] != NULL; h++)
        is = strstr (low, networks[i].hosts[h]) != NULL;
      if (!is)
        continue;
      if (word != NULL && context->label != NULL && g_ascii_strcasecmp (word, context->label) == 0)
        g_clear_pointer (&context->label, g_free);
      add_value (context, networks[i].kind, value);
      return;
    }
  if (otherwise == DAFTAR_CARD_VALUE_MESSENGER && word != NULL)
    {
      g_free (context->label);
      context->label = g_ascii_strdown (word, -1);
    }
  add_value (context, otherwise, value);
}

static void
map_url (Context    *context,
         const char *argument)
{
  add_network (context, NULL, context->text, DAFTAR_CARD_VALUE_WEBSITE);
}

/* IMPP:xmpp:a@b, Apple's IMPP;X-SERVICE-TYPE=Telegram:x-apple:name. */
static void
map_messenger (Context    *context,
               const char *argument)
{
  const char *service = daftar_vcard_property_param (context->property, "X-SERVICE-TYPE");
  const char *colon = strchr (context->text, ':');
  gboolean link = strstr (context->text, "://") != NULL;
  g_autofree char *scheme = colon != NULL && !link ? g_strndup (context->text, colon - context->text) : NULL;

  add_network (context, service != NULL ? service : scheme, scheme != NULL ? colon + 1 : context->text,
               DAFTAR_CARD_VALUE_MESSENGER);
}

static void
map_social (Context    *context,
            const char *argument)
{
  const char *type = daftar_vcard_property_param (context->property, "SERVICE-TYPE");
  const char *value = context->text;

  if (type == NULL)
    type = daftar_vcard_property_param (context->property, "TYPE");
  if (g_ascii_strncasecmp (value, "x-apple:", 8) == 0)
    value += 8;
  add_network (context, type, value, type != NULL ? DAFTAR_CARD_VALUE_MESSENGER : DAFTAR_CARD_VALUE_WEBSITE);
}

static void
map_network (Context    *context,
             const char *word)
{
  add_network (context, word, context->text, DAFTAR_CARD_VALUE_MESSENGER);
}

/* X-messaging/twitter-All:a, b: as KDE wrote it, with U+E000 between several. */
static void
map_kde_messaging (Context *context)
{
  const char *start = context->property->name + strlen ("X-MESSAGING/");
  g_autofree char *word = g_strndup (start, strcspn (start, "-"));
  g_auto (GStrv) values = g_strsplit (context->text, "\356\200\200", -1);

  for (guint i = 0; values[i] != NULL; i++)
    add_network (context, word, g_strstrip (values[i]), DAFTAR_CARD_VALUE_MESSENGER);
}

static void
map_day (Context    *context,
         const char *offset)
{
  char **place = (char **) ((char *) context->card + GPOINTER_TO_SIZE (offset));
  g_autofree char *day = daftar_vcard_parse_day (context->text, daftar_vcard_property_param (context->property, "X-APPLE-OMIT-YEAR"));

  /* Not what the standard asks for, but what somebody typed. */
  if (day == NULL && !g_str_has_prefix (context->text, "--"))
    day = daftar_date_parse (context->text, DAFTAR_DATE_ORDER_DMY, NULL);
  if (day != NULL && *place == NULL)
    *place = g_steal_pointer (&day);
  else
    add_extra (context, context->property->name, context->text);
}

/* Apple: item1.X-ABDATE with a label. */
static void
map_labelled_day (Context    *context,
                  const char *argument)
{
  if (context->label != NULL && g_ascii_strcasecmp (context->label, "anniversary") == 0)
    {
      g_clear_pointer (&context->label, g_free);
      map_day (context, GSIZE_TO_POINTER (G_STRUCT_OFFSET (DaftarExchangeCard, anniversary)));
    }
  else
    add_extra (context, "DATE", context->text);
}

static void
map_note (Context    *context,
          const char *argument)
{
  g_autofree char *before = g_steal_pointer (&context->card->note);

  if (before == NULL || *context->text == '\0')
    context->card->note = before != NULL ? g_steal_pointer (&before) : *context->text != '\0' ? g_strdup (context->text) : NULL;
  else
    context->card->note = g_strconcat (before, "\n", context->text, NULL);
}

static void
map_categories (Context    *context,
                const char *argument)
{
  g_autoptr (GPtrArray) parts = daftar_vcard_split (context->property->value, ',', context->old);

  for (guint i = 0; i < parts->len; i++)
    if (*(char *) parts->pdata[i] != '\0' &&
        !g_ptr_array_find_with_equal_func (context->card->categories, parts->pdata[i], g_str_equal, NULL))
      g_ptr_array_add (context->card->categories, g_strdup (parts->pdata[i]));
}

static void
set_photo (Context    *context,
           GBytes     *bytes,
           const char *type)
{
  gsize size = g_bytes_get_size (bytes);

  if (context->card->photo != NULL || size == 0 || size > MAX_PHOTO)
    return;
  context->card->photo = g_bytes_ref (bytes);
  if (daftar_vcard_picture_type (bytes) != NULL)
    type = daftar_vcard_picture_type (bytes);
  if (type != NULL)
    {
      g_autofree char *low = g_ascii_strdown (type, -1);

      context->card->photo_type = strchr (low, '/') != NULL ? g_steal_pointer (&low) : g_strconcat ("image/", low, NULL);
    }
}

/* data:image/png;base64,… (RFC 2397), as vCard 4.0 has pictures. */
static void
set_photo_from_data (Context    *context,
                     const char *uri)
{
  const char *comma = strchr (uri, ','), *semicolon = strchr (uri, ';');
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *type = NULL;
  gsize length;
  guchar *data;

  if (comma == NULL || semicolon == NULL || semicolon > comma || strlen (comma + 1) / 4 * 3 > MAX_PHOTO + 4)
    return;
  data = g_base64_decode (comma + 1, &length);
  bytes = g_bytes_new_take (data, length);
  type = g_strndup (uri + 5, semicolon - uri - 5);
  set_photo (context, bytes, *type != '\0' ? type : NULL);
}

static void
map_photo (Context    *context,
           const char *argument)
{
  const DaftarVcardProperty *property = context->property;
  const char *type = daftar_vcard_property_param (property, "MEDIATYPE");

  if (property->bytes != NULL)
    {
      if (type == NULL)
        type = daftar_vcard_property_param (property, "TYPE");
      /* TYPE=HOME is no kind of picture. */
      if (type != NULL && (g_ascii_strcasecmp (type, "home") == 0 || g_ascii_strcasecmp (type, "work") == 0))
        type = NULL;
      set_photo (context, property->bytes, type);
    }
  else if (g_ascii_strncasecmp (context->text, "data:", 5) == 0)
    set_photo_from_data (context, property->value);
  else
    add_extra (context, property->name, context->text);
}

static void
map_extra_line (Context    *context,
                const char *argument)
{
  if (*context->text != '\0')
    g_ptr_array_add (context->card->extras, g_strdup (context->text));
}

#define PLACE(member) GSIZE_TO_POINTER (G_STRUCT_OFFSET (DaftarExchangeCard, member))

static const struct
{
  const char *name;
  MapFunc map;
  const char *argument;
} maps[] = {
  { "FN", map_text, PLACE (name) },
  { "N", map_name_parts, NULL },
  { "NICKNAME", map_text, PLACE (nickname) },
  { "ORG", map_org, NULL },
  { "TITLE", map_text, PLACE (title) },
  { "ROLE", map_text, PLACE (title) },
  { "TEL", map_phone, NULL },
  { "EMAIL", map_email, NULL },
  { "ADR", map_address, NULL },
  { "LABEL", map_address_label, NULL },
  { "URL", map_url, NULL },
  { "IMPP", map_messenger, NULL },
  { "X-SOCIALPROFILE", map_social, NULL },
  { "SOCIALPROFILE", map_social, NULL },
  { "X-WHATSAPP", map_network, "whatsapp" },
  { "X-TELEGRAM", map_network, "telegram" },
  { "X-INSTAGRAM", map_network, "instagram" },
  { "X-FACEBOOK", map_network, "facebook" },
  { "X-TWITTER", map_network, "twitter" },
  { "X-TIKTOK", map_network, "tiktok" },
  { "X-SKYPE", map_network, "skype" },
  { "X-SKYPE-USERNAME", map_network, "skype" },
  { "X-JABBER", map_network, "xmpp" },
  { "X-AIM", map_network, "aim" },
  { "X-ICQ", map_network, "icq" },
  { "X-MSN", map_network, "msn" },
  { "X-YAHOO", map_network, "yahoo" },
  { "X-GADUGADU", map_network, "gadugadu" },
  { "X-GOOGLE-TALK", map_network, "google-talk" },
  { "BDAY", map_day, PLACE (birthday) },
  { "ANNIVERSARY", map_day, PLACE (anniversary) },
  { "X-ANNIVERSARY", map_day, PLACE (anniversary) },
  { "X-EVOLUTION-ANNIVERSARY", map_day, PLACE (anniversary) },
  { "X-KADDRESSBOOK-X-ANNIVERSARY", map_day, PLACE (anniversary) },
  { "X-ABDATE", map_labelled_day, NULL },
  { "NOTE", map_note, NULL },
  { "CATEGORIES", map_categories, NULL },
  { "LANG", map_text, PLACE (language) },
  { "UID", map_text, PLACE (uid) },
  { "REV", map_text, PLACE (revised) },
  { "KIND", map_kind, NULL },
  { "X-ADDRESSBOOKSERVER-KIND", map_kind, NULL },
  { "X-ABSHOWAS", map_show_as, NULL },
  { "PHOTO", map_photo, NULL },
  { "LOGO", map_photo, NULL },
  { "X-DAFTAR-LINE", map_extra_line, NULL },
  /* What other programs note for themselves. */
  { "VERSION", map_ignore, NULL },
  { "PRODID", map_ignore, NULL },
  { "CLASS", map_ignore, NULL },
  { "MAILER", map_ignore, NULL },
  { "CLIENTPIDMAP", map_ignore, NULL },
  { "SORT-STRING", map_ignore, NULL },
  { "X-ABLABEL", map_ignore, NULL },
  { "X-ABADR", map_ignore, NULL },
  { "X-ABUID", map_ignore, NULL },
  { "X-MOZILLA-HTML", map_ignore, NULL },
  { "X-EVOLUTION-FILE-AS", map_ignore, NULL },
};

static GHashTable *
collect_labels (const GPtrArray *properties,
                gboolean         old)
{
  GHashTable *labels = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < properties->len; i++)
    {
      const DaftarVcardProperty *property = properties->pdata[i];

      if (property->group != NULL && property->value != NULL && g_str_equal (property->name, "X-ABLABEL"))
        {
          g_autofree char *text = daftar_vcard_unescape (property->value, -1, old);
          char *label = daftar_vcard_clean_label (text);

          if (label != NULL)
            g_hash_table_insert (labels, property->group, label);
        }
    }
  return labels;
}

static void
prepare (Context                   *context,
         const DaftarVcardProperty *property)
{
  const char *pref = daftar_vcard_property_param (property, "PREF");
  const char *label = property->group != NULL ? g_hash_table_lookup (context->labels, property->group) : NULL;

  g_free (context->text);
  g_free (context->label);
  context->property = property;
  context->text = g_strstrip (daftar_vcard_unescape (property->value != NULL ? property->value : "", -1, context->old));
  if (label == NULL)
    label = daftar_vcard_property_has_type (property, "work") ? "work"
          : daftar_vcard_property_has_type (property, "home") ? "home" : NULL;
  context->label = g_strdup (label);
  context->preferred = daftar_vcard_property_has_type (property, "pref") || g_strcmp0 (pref, "1") == 0;
}

static void
map_property (Context                   *context,
              const DaftarVcardProperty *property)
{
  prepare (context, property);
  for (guint i = 0; i < G_N_ELEMENTS (maps); i++)
    if (g_str_equal (maps[i].name, property->name))
      {
        if (property->value != NULL || maps[i].map == map_photo)
          maps[i].map (context, maps[i].argument);
        return;
      }
  if (g_str_has_prefix (property->name, "X-MESSAGING/"))
    map_kde_messaging (context);
  else if (property->value != NULL)
    add_extra (context, property->name, context->text);
  /* Sounds and keys in base64 are no text for anybody. */
}

/* A card without a full name gets one of its parts, in the order they are spoken in. */
static void
complete_name (DaftarExchangeCard *card)
{
  const char *const parts[] = { card->given, card->additional, card->family };
  g_autoptr (GString) name = g_string_new (NULL);

  if (card->name != NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", parts[i]);
  if (name->len > 0)
    card->name = g_strdup (name->str);
  else if (card->company != NULL)
    card->name = g_strdup (card->company);
  else
    card->name = g_strdup (card->nickname);
}

static gboolean
is_old (const GPtrArray *properties)
{
  for (guint i = 0; i < properties->len; i++)
    {
      const DaftarVcardProperty *property = properties->pdata[i];

      if (g_str_equal (property->name, "VERSION") && property->value != NULL)
        return strstr (property->value, "2.1") != NULL;
    }
  return FALSE;
}

/**
 * daftar_vcard_map:
 * @properties: (element-type DaftarVcardProperty): the properties of one card
 *
 * Returns: (transfer full): the card
 */
DaftarExchangeCard *
daftar_vcard_map (const GPtrArray *properties)
{
  gboolean old = is_old (properties);
  g_autoptr (GHashTable) labels = collect_labels (properties, old);
  Context context = { .card = daftar_exchange_card_new (), .old = old, .labels = labels };

  for (guint i = 0; i < properties->len; i++)
    {
      const DaftarVcardProperty *property = properties->pdata[i];

      context.has_address |= g_str_equal (property->name, "ADR");
    }
  for (guint i = 0; i < properties->len; i++)
    map_property (&context, properties->pdata[i]);
  g_free (context.text);
  g_free (context.label);
  complete_name (context.card);
  return context.card;
}
