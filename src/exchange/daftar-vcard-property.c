/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include <string.h>

#include "daftar-charset.h"
#include "daftar-vcard-property.h"

/* The colon that ends the name and its parameters: not one in quotation marks, unless the marks never close. */
static const char *
find_colon (const char *line,
            gsize       length)
{
  gboolean quoted = FALSE;

  for (const char *p = line; p < line + length; p++)
    if (*p == '"')
      quoted = !quoted;
    else if (*p == ':' && !quoted)
      return p;
  return quoted ? memchr (line, ':', length) : NULL;
}

/**
 * daftar_vcard_line_is_encoded:
 * @line: an unfolded line, or its beginning
 * @length: its bytes
 * @base64: (out): whether it is base64
 *
 * Quoted-printable and base64 values go on over lines in ways of their own (vCard 2.1 §2.1.3), so the unfolding
 * has to know.
 *
 * Returns: whether the value is in quoted-printable or base64
 */
gboolean
daftar_vcard_line_is_encoded (const char *line,
                              gsize       length,
                              gboolean   *base64)
{
  const char *colon = find_colon (line, length);
  g_autofree char *head = NULL;
  char *p;

  *base64 = FALSE;
  /* The head of an honest property is short; of a picture only that much is looked at. */
  if (colon == NULL || colon - line > 4096 || memchr (line, ';', colon - line) == NULL)
    return FALSE;
  head = g_ascii_strup (line, colon - line);
  if (strstr (head, "QUOTED-PRINTABLE") != NULL)
    return TRUE;
  p = strstr (head, "ENCODING=B");
  *base64 = strstr (head, ";BASE64") != NULL || strstr (head, "=BASE64") != NULL ||
            (p != NULL && (p[10] == ';' || p[10] == '\0')) || strstr (head, "ENCODING=\"B") != NULL;
  return *base64;
}

/**
 * daftar_vcard_to_utf8:
 * @data: text in some encoding
 * @length: its bytes
 * @charset: (nullable): the encoding, if it is known
 *
 * Returns: (transfer full): the text in UTF-8, with U+FFFD for what could not be read
 */
char *
daftar_vcard_to_utf8 (const char *data,
                      gsize       length,
                      const char *charset)
{
  g_autoptr (DaftarCharsetConverter) converter = NULL;
  GString *out;

  if (charset == NULL && g_utf8_validate_len (data, length, NULL))
    return g_strndup (data, length);
  if (charset != NULL)
    converter = daftar_charset_converter_new (charset, NULL);
  if (converter == NULL)
    converter = daftar_charset_converter_new (daftar_charset_detect ((const guint8 *) data, length), NULL);
  if (converter == NULL)
    return g_utf8_make_valid (data, length);
  out = g_string_sized_new (length);
  daftar_charset_converter_feed (converter, (const guint8 *) data, length, out);
  daftar_charset_converter_finish (converter, out);
  return g_string_free (out, FALSE);
}

/* RFC 6868: ^n, ^^ and ^' in the value of a parameter. */
static char *
decode_param (const char *text,
              gsize       length)
{
  g_autofree char *utf8 = daftar_vcard_to_utf8 (text, length, NULL);
  GString *out = g_string_sized_new (length);

  for (const char *p = utf8; *p != '\0'; p++)
    if (p[0] == '^' && (p[1] == 'n' || p[1] == '^' || p[1] == '\''))
      {
        p++;
        g_string_append_c (out, *p == 'n' ? '\n' : *p == '^' ? '^' : '"');
      }
    else if (*p != '"')
      g_string_append_c (out, *p);
  return g_string_free (out, FALSE);
}

/* «TYPE=a», «TYPE="a,b"», or the bare «HOME» of vCard 2.1. */
static void
add_param (DaftarVcardProperty *self,
           const char          *text,
           gsize                length)
{
  const char *equals = memchr (text, '=', length);
  gsize name_length = equals != NULL ? (gsize) (equals - text) : 0;
  g_autofree char *name = g_ascii_strup (text, name_length);
  char *value = decode_param (equals != NULL ? equals + 1 : text, length - (equals != NULL ? name_length + 1 : 0));

  g_strstrip (name);
  g_strstrip (value);
  if (equals == NULL && (g_ascii_strcasecmp (value, "QUOTED-PRINTABLE") == 0 || g_ascii_strcasecmp (value, "BASE64") == 0))
    g_ptr_array_add (self->params, g_strdup ("ENCODING"));
  else
    g_ptr_array_add (self->params, equals != NULL ? g_utf8_make_valid (name, -1) : g_strdup ("TYPE"));
  g_ptr_array_add (self->params, value);
}

static void
parse_params (DaftarVcardProperty *self,
              const char          *p,
              const char          *end)
{
  while (p < end)
    {
      const char *start = p;
      gboolean quoted = FALSE;

      while (p < end && (quoted || *p != ';'))
        {
          quoted ^= *p == '"';
          p++;
        }
      if (p > start && self->params->len < 200)
        add_param (self, start, p - start);
      p++;
    }
}

static void
parse_name (DaftarVcardProperty *self,
            const char          *text,
            gsize                length)
{
  const char *dot = memchr (text, '.', length);
  g_autofree char *name = NULL;

  if (dot != NULL)
    {
      g_autofree char *group = g_ascii_strdown (text, dot - text);

      self->group = g_utf8_make_valid (g_strstrip (group), -1);
      length -= dot + 1 - text;
      text = dot + 1;
    }
  name = g_ascii_strup (text, length);
  self->name = g_utf8_make_valid (g_strstrip (name), -1);
}

static GString *
decode_quoted_printable (const char *text,
                         gsize       length)
{
  GString *out = g_string_sized_new (length);

  for (gsize i = 0; i < length; i++)
    if (text[i] == '=' && i + 2 < length && g_ascii_isxdigit (text[i + 1]) && g_ascii_isxdigit (text[i + 2]))
      {
        g_string_append_c (out, g_ascii_xdigit_value (text[i + 1]) << 4 | g_ascii_xdigit_value (text[i + 2]));
        i += 2;
      }
    else if (text[i] != '=' || i + 1 < length)
      g_string_append_c (out, text[i]);
  return out;
}

static GBytes *
decode_base64 (const char *text,
               gsize       length)
{
  int state = 0;
  guint save = 0;
  guint8 *bytes = g_malloc (length / 4 * 3 + 4);
  gsize n = g_base64_decode_step (text, length, bytes, &state, &save);

  return g_bytes_new_take (bytes, n);
}

static void
decode_value (DaftarVcardProperty *self,
              const char          *text,
              gsize                length,
              const char          *charset)
{
  const char *encoding = daftar_vcard_property_param (self, "ENCODING");
  const char *said = daftar_vcard_property_param (self, "CHARSET");

  if (encoding != NULL && (g_ascii_strcasecmp (encoding, "B") == 0 || g_ascii_strcasecmp (encoding, "BASE64") == 0))
    self->bytes = decode_base64 (text, length);
  else
    {
      g_autoptr (GString) decoded = NULL;

      if (encoding != NULL && g_ascii_strcasecmp (encoding, "QUOTED-PRINTABLE") == 0)
        {
          decoded = decode_quoted_printable (text, length);
          text = decoded->str;
          length = decoded->len;
        }
      /* Valid UTF-8 is believed against a CHARSET that says otherwise: a lie of many exports, and never chance. */
      if (g_utf8_validate_len (text, length, NULL))
        self->value = g_strndup (text, length);
      else if (said != NULL && g_ascii_strcasecmp (said, "UTF-8") != 0)
        self->value = daftar_vcard_to_utf8 (text, length, said);
      else
        self->value = daftar_vcard_to_utf8 (text, length, charset);
    }
}

/**
 * daftar_vcard_property_parse:
 * @line: an unfolded line
 * @length: its bytes
 * @charset: (nullable): what values are in that are neither UTF-8 nor say what they are in
 *
 * Takes a property apart: `group.NAME;PARAM=value:value`.
 *
 * Returns: (transfer full) (nullable): the property; %NULL if the line has no colon
 */
DaftarVcardProperty *
daftar_vcard_property_parse (const char *line,
                             gsize       length,
                             const char *charset)
{
  const char *colon = find_colon (line, length), *head_end;
  DaftarVcardProperty *self;

  if (colon == NULL)
    return NULL;
  self = g_new0 (DaftarVcardProperty, 1);
  self->params = g_ptr_array_new_with_free_func (g_free);
  head_end = memchr (line, ';', colon - line);
  if (head_end == NULL)
    head_end = colon;
  parse_name (self, line, head_end - line);
  parse_params (self, head_end < colon ? head_end + 1 : colon, colon);
  decode_value (self, colon + 1, line + length - colon - 1, charset);
  return self;
}

/* (transfer full) */
void
daftar_vcard_property_free (DaftarVcardProperty *self)
{
  g_free (self->group);
  g_free (self->name);
  g_free (self->value);
  g_ptr_array_unref (self->params);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

/**
 * daftar_vcard_property_param:
 * @self: a property
 * @name: in upper case
 *
 * Returns: (transfer none) (nullable): the value of the first parameter of that name
 */
const char *
daftar_vcard_property_param (const DaftarVcardProperty *self,
                             const char                *name)
{
  for (guint i = 0; i + 1 < self->params->len; i += 2)
    if (g_str_equal (self->params->pdata[i], name))
      return self->params->pdata[i + 1];
  return NULL;
}

/**
 * daftar_vcard_property_has_type:
 * @self: a property
 * @type: a type as `home`
 *
 * Returns: whether one of the TYPE parameters, each of which may list several, names @type
 */
gboolean
daftar_vcard_property_has_type (const DaftarVcardProperty *self,
                                const char                *type)
{
  gsize length = strlen (type);

  for (guint i = 0; i + 1 < self->params->len; i += 2)
    {
      const char *p = self->params->pdata[i + 1];

      if (!g_str_equal (self->params->pdata[i], "TYPE"))
        continue;
      while (*p != '\0')
        {
          gsize span = strcspn (p, ", ");

          if (span == length && g_ascii_strncasecmp (p, type, span) == 0)
            return TRUE;
          p += span;
          p += strspn (p, ", ");
        }
    }
  return FALSE;
}

/**
 * daftar_vcard_unescape:
 * @text: a value
 * @length: its bytes, or -1
 * @old: whether the card is a vCard 2.1, in which a line break is not written `\n`
 *
 * Returns: (transfer full): the value without its backslashes
 */
char *
daftar_vcard_unescape (const char *text,
                       gssize      length,
                       gboolean    old)
{
  const char *end = text + (length < 0 ? (gssize) strlen (text) : length);
  GString *out = g_string_sized_new (end - text);

  for (const char *p = text; p < end; p++)
    if (*p == '\\' && p + 1 < end && strchr (",;:\\\"", p[1]) != NULL)
      g_string_append_c (out, *++p);
    else if (*p == '\\' && p + 1 < end && !old && (p[1] == 'n' || p[1] == 'N'))
      {
        g_string_append_c (out, '\n');
        p++;
      }
    else if (*p != '\r')
      g_string_append_c (out, *p);
  return g_string_free (out, FALSE);
}

/**
 * daftar_vcard_split:
 * @text: a value of several parts
 * @separator: `;` or `,`
 * @old: as for daftar_vcard_unescape()
 *
 * Returns: (transfer full) (element-type utf8): the parts, unescaped and stripped
 */
GPtrArray *
daftar_vcard_split (const char *text,
                    char        separator,
                    gboolean    old)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  const char *start = text;

  for (const char *p = text;; p++)
    {
      if (*p == '\\' && p[1] != '\0')
        {
          p++;
          continue;
        }
      if (*p != separator && *p != '\0')
        continue;
      if (parts->len < 10000)
        g_ptr_array_add (parts, g_strstrip (daftar_vcard_unescape (start, p - start, old)));
      if (*p == '\0')
        return parts;
      start = p + 1;
    }
}
