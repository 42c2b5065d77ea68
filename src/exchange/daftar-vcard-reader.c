/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "daftar-charset.h"
#include "daftar-exchange-error.h"
#include "daftar-vcard-map.h"
#include "daftar-vcard-property.h"
#include "daftar-vcard-reader.h"

struct _DaftarVcardReader
{
  DaftarVcardFunc func;
  gpointer user_data;
  char *charset;
  GByteArray *head;                     /* the first bytes, until it is known whether they are UTF-16 */
  DaftarCharsetConverter *converter;    /* of a file that is UTF-16 throughout */
  gboolean started;
  gboolean failed;

  GString *physical;      /* the line being fed */
  gboolean cut;           /* its end was too much */
  gboolean after_cr;
  guint64 line;           /* its number */
  GString *logical;       /* the line being unfolded */
  gboolean quoted;        /* it is quoted-printable, */
  gboolean base64;        /* or base64 */
  gboolean overflow;      /* it is too long and only its head is kept */

  gboolean in_card;
  guint nested;           /* cards within cards, of an AGENT */
  gboolean after_agent;
  guint64 n_cards;
  guint64 card_line;
  gsize card_size;
  char *problem;
  GPtrArray *properties;
};

/**
 * daftar_vcard_reader_new:
 * @func: (scope notified): is called for each card
 * @user_data: handed to @func
 *
 * Makes a reader for vCard 2.1 (Versit), 3.0 (RFC 2426) and 4.0 (RFC 6350), as these are really written: any line
 * ends, folded or not, quoted-printable with soft breaks, base64 without indentation, versions missing or late.
 * Nothing in a card stops the reading; what was wrong is said in the card.
 *
 * Returns: (transfer full): the reader
 */
DaftarVcardReader *
daftar_vcard_reader_new (DaftarVcardFunc func,
                         gpointer        user_data)
{
  DaftarVcardReader *self = g_new0 (DaftarVcardReader, 1);

  self->func = func;
  self->user_data = user_data;
  self->head = g_byte_array_new ();
  self->physical = g_string_new (NULL);
  self->logical = g_string_new (NULL);
  self->properties = g_ptr_array_new_with_free_func ((GDestroyNotify) daftar_vcard_property_free);
  self->line = 1;
  return self;
}

/**
 * daftar_vcard_reader_free:
 * @self: (transfer full): a reader
 */
void
daftar_vcard_reader_free (DaftarVcardReader *self)
{
  g_clear_pointer (&self->converter, daftar_charset_converter_free);
  g_byte_array_unref (self->head);
  g_string_free (self->physical, TRUE);
  g_string_free (self->logical, TRUE);
  g_ptr_array_unref (self->properties);
  g_free (self->problem);
  g_free (self->charset);
  g_free (self);
}

/**
 * daftar_vcard_reader_set_charset:
 * @self: a reader that was not fed yet
 * @charset: (nullable): an encoding
 *
 * Says what values are in that are neither UTF-8 nor say what they are in; without it that is found out. If it is
 * UTF-16, all of the file is. Feed the file as it is: since a folded line may be cut within a character, it cannot be
 * converted as a whole.
 */
void
daftar_vcard_reader_set_charset (DaftarVcardReader *self,
                                 const char        *charset)
{
  g_free (self->charset);
  self->charset = g_strdup (charset);
  g_clear_pointer (&self->converter, daftar_charset_converter_free);
  if (charset != NULL && g_ascii_strncasecmp (charset, "UTF-16", 6) == 0)
    self->converter = daftar_charset_converter_new (charset, NULL);
}

static void
set_problem (DaftarVcardReader *self,
             const char        *problem)
{
  if (self->problem == NULL)
    self->problem = g_strdup (problem);
}

static void
begin_card (DaftarVcardReader *self)
{
  self->in_card = TRUE;
  self->nested = 0;
  self->after_agent = FALSE;
  self->card_size = 0;
  self->card_line = self->line;
  self->n_cards++;
  g_ptr_array_set_size (self->properties, 0);
  g_clear_pointer (&self->problem, g_free);
}

static gboolean
end_card (DaftarVcardReader  *self,
          GError            **error)
{
  g_autoptr (DaftarExchangeCard) card = daftar_vcard_map (self->properties);

  card->number = self->n_cards;
  card->line = self->card_line;
  card->problem = g_steal_pointer (&self->problem);
  self->in_card = FALSE;
  g_ptr_array_set_size (self->properties, 0);
  if (self->func (card, self->user_data, error))
    return TRUE;
  self->failed = TRUE;
  return FALSE;
}

/* «BEGIN:VCARD», in any case and with blanks. */
static gboolean
is_mark (const char *line,
         const char *mark)
{
  gsize length = strlen (mark);

  line += strspn (line, " \t");
  return g_ascii_strncasecmp (line, mark, length) == 0 &&
         g_ascii_strncasecmp (line + length + strspn (line + length, " \t"), "VCARD", 5) == 0;
}

static gboolean
take_begin (DaftarVcardReader  *self,
            GError            **error)
{
  if (self->in_card && (self->after_agent || self->nested > 0) && self->nested < 64)
    {
      self->nested++;
      self->after_agent = FALSE;
      return TRUE;
    }
  if (self->in_card)
    {
      set_problem (self, _("This card has no end. What stands before the next card was read."));
      if (!end_card (self, error))
        return FALSE;
    }
  begin_card (self);
  return TRUE;
}

static void
take_property (DaftarVcardReader *self)
{
  g_autoptr (DaftarVcardProperty) property = NULL;

  if (self->overflow)
    {
      set_problem (self, _("One entry of this card is too long and was left out."));
      return;
    }
  self->card_size += self->logical->len;
  if (self->properties->len == DAFTAR_VCARD_MAX_PROPERTIES || self->card_size > DAFTAR_VCARD_MAX_CARD)
    {
      set_problem (self, _("This card has too many entries. The last ones were left out."));
      return;
    }
  property = daftar_vcard_property_parse (self->logical->str, self->logical->len, self->charset);
  if (property == NULL)
    return;
  if (self->nested > 0)
    {
      g_autofree char *name = g_steal_pointer (&property->name);

      /* The secretary's card within the card is kept as text, not taken for the customer's own. */
      if (g_str_equal (name, "VERSION") || property->bytes != NULL)
        return;
      property->name = g_strconcat ("AGENT ", name, NULL);
    }
  /* vCard 2.1: the agent's card stands on the lines that follow. 3.0 has all of it in the value. */
  self->after_agent = self->nested == 0 && g_strcmp0 (property->value, "") == 0 && g_str_equal (property->name, "AGENT");
  g_ptr_array_add (self->properties, g_steal_pointer (&property));
}

/* A whole line, unfolded. */
static gboolean
take_logical (DaftarVcardReader  *self,
              GError            **error)
{
  gboolean ok = TRUE;

  if (self->logical->len == 0 && !self->overflow)
    return TRUE;
  if (is_mark (self->logical->str, "BEGIN:"))
    ok = take_begin (self, error);
  else if (self->in_card && is_mark (self->logical->str, "END:"))
    {
      if (self->nested > 0)
        self->nested--;
      else
        ok = end_card (self, error);
    }
  else if (self->in_card)
    take_property (self);
  g_string_truncate (self->logical, 0);
  self->overflow = FALSE;
  return ok;
}

static void
append_logical (DaftarVcardReader *self,
                const char        *text,
                gsize              length)
{
  if (self->cut || self->logical->len + length > DAFTAR_VCARD_MAX_PROPERTY)
    self->overflow = TRUE;
  else
    g_string_append_len (self->logical, text, length);
}

/* Whether the line being unfolded ends in the soft break of quoted-printable, which is then taken off. */
static gboolean
take_soft_break (DaftarVcardReader *self)
{
  gsize length = self->logical->len;

  while (length > 0 && (self->logical->str[length - 1] == ' ' || self->logical->str[length - 1] == '\t'))
    length--;
  if (!self->quoted || length == 0 || self->logical->str[length - 1] != '=')
    return FALSE;
  g_string_truncate (self->logical, length - 1);
  return TRUE;
}

static void
look_at_encoding (DaftarVcardReader *self)
{
  gboolean encoded = daftar_vcard_line_is_encoded (self->logical->str, self->logical->len, &self->base64);

  self->quoted = encoded && !self->base64;
}

/* A blank before it makes a mark the rest of the line before (RFC 6350 §3.2), unless that can't have a rest. */
static gboolean
is_boundary (DaftarVcardReader *self,
             const char        *text)
{
  const char *before = self->logical->str;

  if (!is_mark (text, "BEGIN:") && !is_mark (text, "END:"))
    return FALSE;
  return (text[0] != ' ' && text[0] != '\t') || !self->in_card || is_mark (before, "BEGIN:") || is_mark (before, "END:");
}

/* A line as it stands in the file: the next of a folded one, or a new one. */
static gboolean
take_physical (DaftarVcardReader  *self,
               GError            **error)
{
  const char *text = self->physical->str;
  gsize length = self->physical->len;
  gboolean more = self->logical->len > 0 && !is_boundary (self, text), ok = TRUE;

  if (more && take_soft_break (self))
    append_logical (self, text, length);
  else if (more && length > 0 && (text[0] == ' ' || text[0] == '\t'))
    {
      append_logical (self, text + 1, length - 1);
      /* The fold may have been within the parameters. */
      if (!self->quoted && !self->base64 && self->logical->len < 1024)
        look_at_encoding (self);
    }
  else if (more && self->base64 && length > 0 && memchr (text, ':', length) == NULL)
    append_logical (self, text, length);
  else
    {
      ok = take_logical (self, error);
      append_logical (self, text, length);
      look_at_encoding (self);
    }
  g_string_truncate (self->physical, 0);
  self->cut = FALSE;
  self->line++;
  return ok;
}

static gboolean
take_text (DaftarVcardReader  *self,
           const char         *text,
           gsize               length,
           GError            **error)
{
  const char *p = text, *end = text + length;

  while (p < end)
    {
      const char *start = p;

      if (self->after_cr && *p == '\n')
        {
          self->after_cr = FALSE;
          p++;
          continue;
        }
      self->after_cr = FALSE;
      while (p < end && *p != '\n' && *p != '\r')
        p++;
      if (self->physical->len + (p - start) > DAFTAR_VCARD_MAX_PROPERTY)
        self->cut = TRUE;
      else
        g_string_append_len (self->physical, start, p - start);
      if (p == end)
        break;
      self->after_cr = *p++ == '\r';
      if (!take_physical (self, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_bytes (DaftarVcardReader  *self,
            const char         *data,
            gsize               length,
            GError            **error)
{
  g_autoptr (GString) text = NULL;

  if (self->converter == NULL)
    return take_text (self, data, length, error);
  text = g_string_sized_new (length);
  daftar_charset_converter_feed (self->converter, (const guint8 *) data, length, text);
  return take_text (self, text->str, text->len, error);
}

/* The first bytes tell a byte order mark, of UTF-8 (skipped) or of UTF-16 (all is converted). */
static gboolean
take_head (DaftarVcardReader  *self,
           GError            **error)
{
  const char *data = (const char *) self->head->data;
  gsize length = self->head->len, skip = 0;

  self->started = TRUE;
  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    skip = 3;
  else if (self->converter == NULL && length >= 2 && memcmp (data, "\xff\xfe", 2) == 0)
    self->converter = daftar_charset_converter_new ("UTF-16LE", error);
  else if (self->converter == NULL && length >= 2 && memcmp (data, "\xfe\xff", 2) == 0)
    self->converter = daftar_charset_converter_new ("UTF-16BE", error);
  return length == skip || take_bytes (self, data + skip, length - skip, error);
}

/**
 * daftar_vcard_reader_feed:
 * @self: a reader
 * @data: the next piece of the file, as it is; it may end anywhere
 * @length: its bytes
 * @error: return location for what the callback set
 *
 * Reads the next piece and calls the function for each card that ends in it. Memory stays within one card.
 *
 * Returns: %FALSE with @error set if the callback stopped; nothing more may be fed then
 */
gboolean
daftar_vcard_reader_feed (DaftarVcardReader  *self,
                          const char         *data,
                          gsize               length,
                          GError            **error)
{
  g_return_val_if_fail (!self->failed, FALSE);

  while (!self->started && length > 0)
    {
      g_byte_array_append (self->head, (const guint8 *) data++, 1);
      length--;
      if (self->head->len == 3 && !take_head (self, error))
        return FALSE;
    }
  return length == 0 || take_bytes (self, data, length, error);
}

/**
 * daftar_vcard_reader_finish:
 * @self: a reader
 * @error: return location for a %DAFTAR_EXCHANGE_ERROR_SYNTAX if there was no card at all, or what the callback set
 *
 * Says that nothing more comes; reports a last card that has no end.
 *
 * Returns: %FALSE with @error set
 */
gboolean
daftar_vcard_reader_finish (DaftarVcardReader  *self,
                            GError            **error)
{
  g_return_val_if_fail (!self->failed, FALSE);

  if (!self->started && !take_head (self, error))
    return FALSE;
  if (!take_physical (self, error) || !take_logical (self, error))
    return FALSE;
  if (self->in_card)
    {
      set_problem (self, _("The file ends in the middle of this card."));
      if (!end_card (self, error))
        return FALSE;
    }
  if (self->n_cards > 0)
    return TRUE;
  g_set_error_literal (error, DAFTAR_EXCHANGE_ERROR, DAFTAR_EXCHANGE_ERROR_SYNTAX,
                       _("There is no contact card (vCard) in this file. Check that it is the right one."));
  self->failed = TRUE;
  return FALSE;
}
