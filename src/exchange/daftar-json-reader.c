/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "daftar-exchange-error.h"
#include "daftar-json-reader.h"

#define BUFFER_SIZE 65536
#define MAX_NUMBER 1024

typedef enum
{
  EXPECT_VALUE,
  EXPECT_FIRST_ELEMENT,   /* a value or ] */
  EXPECT_FIRST_NAME,      /* a name or } */
  EXPECT_NAME,
  EXPECT_SEPARATOR,       /* a comma or the end of what we are in */
  EXPECT_END,
} Expect;

struct _DaftarJsonReader
{
  DaftarJsonFillFunc fill;
  gpointer user_data;
  Expect expect;
  guint depth;
  gboolean in_object[DAFTAR_JSON_MAX_DEPTH + 1];
  gboolean failed;
  guint64 line;
  gint64 number;
  GString *string;
  gsize position, length;
  gboolean at_end;
  char buffer[BUFFER_SIZE];
};

/**
 * daftar_json_reader_new:
 * @fill: (scope notified): gives the next bytes
 * @user_data: handed to @fill
 *
 * Makes a reader of JSON (RFC 8259) that hands out one token after the other and keeps only the last: a dump of a
 * million customers needs no more memory than one of ten. Strict: no comments, no trailing commas, valid UTF-8 only;
 * at most %DAFTAR_JSON_MAX_DEPTH levels and %DAFTAR_JSON_MAX_STRING bytes a string.
 *
 * Returns: (transfer full): the reader
 */
DaftarJsonReader *
daftar_json_reader_new (DaftarJsonFillFunc fill,
                        gpointer           user_data)
{
  DaftarJsonReader *self = g_new0 (DaftarJsonReader, 1);

  self->fill = fill;
  self->user_data = user_data;
  self->string = g_string_new (NULL);
  self->line = 1;
  return self;
}

/**
 * daftar_json_reader_free:
 * @self: (transfer full): a reader
 */
void
daftar_json_reader_free (DaftarJsonReader *self)
{
  g_string_free (self->string, TRUE);
  g_free (self);
}

static DaftarJsonToken
fail_syntax (DaftarJsonReader  *self,
             GError           **error)
{
  self->failed = TRUE;
  if (error != NULL && *error == NULL)
    g_set_error (error, DAFTAR_EXCHANGE_ERROR, DAFTAR_EXCHANGE_ERROR_SYNTAX,
                 _("The file is damaged at line %u: it is no valid JSON there. Get a fresh copy of it."), (guint) self->line);
  return DAFTAR_JSON_ERROR;
}

/* What stands here is not what must stand here: something else, or nothing. */
static DaftarJsonToken
fail (DaftarJsonReader  *self,
      GError           **error)
{
  if (!self->at_end || self->position < self->length)
    return fail_syntax (self, error);
  self->failed = TRUE;
  if (error != NULL && *error == NULL)
    g_set_error (error, DAFTAR_EXCHANGE_ERROR, DAFTAR_EXCHANGE_ERROR_TRUNCATED,
                 _("The file ends in the middle, at line %u. Get a complete copy of it."), (guint) self->line);
  return DAFTAR_JSON_ERROR;
}

static DaftarJsonToken
fail_too_large (DaftarJsonReader  *self,
                GError           **error)
{
  self->failed = TRUE;
  if (error != NULL && *error == NULL)
    g_set_error (error, DAFTAR_EXCHANGE_ERROR, DAFTAR_EXCHANGE_ERROR_TOO_LARGE,
                 _("Line %u of the file holds more than a shop’s file can. Check that it is the right file."), (guint) self->line);
  return DAFTAR_JSON_ERROR;
}

/* Returns the next byte without taking it; -1 at the end or on an error, which @error tells apart. */
static int
peek (DaftarJsonReader  *self,
      GError           **error)
{
  if (self->position == self->length && !self->at_end)
    {
      gssize n = self->fill (self->buffer, BUFFER_SIZE, self->user_data, error);

      self->position = 0;
      self->length = MAX (n, 0);
      self->at_end = n <= 0;
    }
  return self->position < self->length ? (guchar) self->buffer[self->position] : -1;
}

static int
skip_space (DaftarJsonReader  *self,
            GError           **error)
{
  int c;

  while ((c = peek (self, error)) == ' ' || c == '\n' || c == '\r' || c == '\t')
    {
      self->line += c == '\n';
      self->position++;
    }
  return c;
}

static gboolean
read_hex (DaftarJsonReader  *self,
          gunichar          *value,
          GError           **error)
{
  *value = 0;
  for (int i = 0; i < 4; i++)
    {
      int c = peek (self, error);

      if (c < 0 || !g_ascii_isxdigit (c))
        return FALSE;
      *value = *value << 4 | g_ascii_xdigit_value (c);
      self->position++;
    }
  return TRUE;
}

static gboolean read_escape (DaftarJsonReader  *self,
                             GError           **error);

/* \uD83D\uDE00 is one character (RFC 8259 §7); half of a pair is none and becomes U+FFFD. */
static gboolean
read_unicode (DaftarJsonReader  *self,
              GError           **error)
{
  gunichar c, low;

  if (!read_hex (self, &c, error))
    return FALSE;
  while (c >= 0xd800 && c < 0xdc00)
    {
      if (peek (self, error) != '\\')
        break;
      self->position++;
      if (peek (self, error) != 'u')
        {
          g_string_append_unichar (self->string, 0xfffd);
          return read_escape (self, error);
        }
      self->position++;
      if (!read_hex (self, &low, error))
        return FALSE;
      if (low >= 0xdc00 && low < 0xe000)
        {
          g_string_append_unichar (self->string, 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00));
          return TRUE;
        }
      g_string_append_unichar (self->string, 0xfffd);
      c = low;
    }
  if (c == 0)
    g_string_append_c (self->string, '\0');
  else
    g_string_append_unichar (self->string, c >= 0xd800 && c < 0xe000 ? 0xfffd : c);
  return TRUE;
}

static gboolean
read_escape (DaftarJsonReader  *self,
             GError           **error)
{
  static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
  int c = peek (self, error);
  const char *found = c > 0 ? strchr (from, c) : NULL;

  if (c == 'u')
    {
      self->position++;
      return read_unicode (self, error);
    }
  if (found == NULL)
    return FALSE;
  self->position++;
  g_string_append_c (self->string, to[found - from]);
  return TRUE;
}

static gboolean
is_valid_text (const GString *string)
{
  const char *p = string->str, *stop = p + string->len, *bad;

  /* \u0000 is allowed in JSON, and only GLib's check stops at it. */
  while (!g_utf8_validate_len (p, stop - p, &bad))
    {
      if (*bad != '\0')
        return FALSE;
      p = bad + 1;
    }
  return TRUE;
}

static DaftarJsonToken
read_string (DaftarJsonReader  *self,
             DaftarJsonToken    token,
             GError           **error)
{
  g_string_truncate (self->string, 0);
  self->position++;
  for (;;)
    {
      int c = peek (self, error);
      gsize start = self->position;

      if (c < 0x20)
        return fail (self, error);
      while (self->position < self->length && self->buffer[self->position] != '"' &&
             self->buffer[self->position] != '\\' && (guchar) self->buffer[self->position] >= 0x20)
        self->position++;
      g_string_append_len (self->string, self->buffer + start, self->position - start);
      if (self->string->len > DAFTAR_JSON_MAX_STRING)
        return fail_too_large (self, error);
      if (self->position == self->length)
        continue;
      if (c == '"' && start == self->position)
        break;
      if (c == '\\' && start == self->position)
        {
          self->position++;
          if (!read_escape (self, error))
            return fail (self, error);
        }
    }
  self->position++;
  return is_valid_text (self->string) ? token : fail_syntax (self, error);
}

/* RFC 8259 §6: -? (0 | [1-9][0-9]*) (.[0-9]+)? ([eE][+-]?[0-9]+)? */
static gboolean
is_number (const char *text,
           gboolean   *whole)
{
  const char *p = text + (*text == '-');

  if (!g_ascii_isdigit (*p) || (*p == '0' && g_ascii_isdigit (p[1])))
    return FALSE;
  p += strspn (p, "0123456789");
  *whole = *p == '\0';
  if (*p == '.')
    {
      if (!g_ascii_isdigit (*++p))
        return FALSE;
      p += strspn (p, "0123456789");
    }
  if (*p == 'e' || *p == 'E')
    {
      p++;
      p += *p == '+' || *p == '-';
      if (!g_ascii_isdigit (*p))
        return FALSE;
      p += strspn (p, "0123456789");
    }
  return *p == '\0';
}

static DaftarJsonToken
read_number (DaftarJsonReader  *self,
             GError           **error)
{
  gboolean whole;
  int c;

  g_string_truncate (self->string, 0);
  while ((c = peek (self, error)) > 0 && strchr ("+-.0123456789eE", c) != NULL)
    {
      g_string_append_c (self->string, c);
      self->position++;
      if (self->string->len > MAX_NUMBER)
        return fail_too_large (self, error);
    }
  if (!is_number (self->string->str, &whole))
    return fail_syntax (self, error);
  errno = 0;
  self->number = whole ? g_ascii_strtoll (self->string->str, NULL, 10) : 0;
  return whole && errno == 0 ? DAFTAR_JSON_INT : DAFTAR_JSON_NUMBER;
}

static DaftarJsonToken
read_word (DaftarJsonReader  *self,
           const char        *word,
           DaftarJsonToken    token,
           GError           **error)
{
  for (const char *p = word; *p != '\0'; p++)
    {
      if (peek (self, error) != *p)
        return fail (self, error);
      self->position++;
    }
  return token;
}

static DaftarJsonToken
enter (DaftarJsonReader  *self,
       gboolean           object,
       GError           **error)
{
  if (self->depth == DAFTAR_JSON_MAX_DEPTH)
    return fail_too_large (self, error);
  self->position++;
  self->in_object[++self->depth] = object;
  self->expect = object ? EXPECT_FIRST_NAME : EXPECT_FIRST_ELEMENT;
  return object ? DAFTAR_JSON_BEGIN_OBJECT : DAFTAR_JSON_BEGIN_ARRAY;
}

static DaftarJsonToken
leave (DaftarJsonReader *self)
{
  gboolean object = self->in_object[self->depth];

  self->position++;
  self->depth--;
  self->expect = self->depth > 0 ? EXPECT_SEPARATOR : EXPECT_END;
  return object ? DAFTAR_JSON_END_OBJECT : DAFTAR_JSON_END_ARRAY;
}

static DaftarJsonToken
read_value (DaftarJsonReader  *self,
            int                c,
            GError           **error)
{
  if (c == '{' || c == '[')
    return enter (self, c == '{', error);
  self->expect = self->depth > 0 ? EXPECT_SEPARATOR : EXPECT_END;
  switch (c)
    {
    case '"':
      return read_string (self, DAFTAR_JSON_STRING, error);
    case 't':
      return read_word (self, "true", DAFTAR_JSON_TRUE, error);
    case 'f':
      return read_word (self, "false", DAFTAR_JSON_FALSE, error);
    case 'n':
      return read_word (self, "null", DAFTAR_JSON_NULL, error);
    default:
      return c == '-' || (c >= '0' && c <= '9') ? read_number (self, error) : fail (self, error);
    }
}

static DaftarJsonToken
read_name (DaftarJsonReader  *self,
           int                c,
           GError           **error)
{
  if (c != '"')
    return fail (self, error);
  if (read_string (self, DAFTAR_JSON_NAME, error) != DAFTAR_JSON_NAME)
    return DAFTAR_JSON_ERROR;
  if (skip_space (self, error) != ':')
    return fail (self, error);
  self->position++;
  self->expect = EXPECT_VALUE;
  return DAFTAR_JSON_NAME;
}

static DaftarJsonToken
read_after_separator (DaftarJsonReader  *self,
                      int                c,
                      GError           **error)
{
  gboolean object = self->in_object[self->depth];

  if (c == (object ? '}' : ']'))
    return leave (self);
  if (c != ',')
    return fail (self, error);
  self->position++;
  c = skip_space (self, error);
  return object ? read_name (self, c, error) : read_value (self, c, error);
}

/**
 * daftar_json_reader_next:
 * @self: a reader
 * @error: return location for a %DAFTAR_EXCHANGE_ERROR, or what the fill function set
 *
 * Reads the next token. Commas, colons and the structure are checked on the way.
 *
 * Returns: what it is: %DAFTAR_JSON_END after the document, %DAFTAR_JSON_ERROR with @error set
 */
DaftarJsonToken
daftar_json_reader_next (DaftarJsonReader  *self,
                         GError           **error)
{
  g_autoptr (GError) inner = NULL;
  DaftarJsonToken token;
  int c;

  g_return_val_if_fail (!self->failed, DAFTAR_JSON_ERROR);

  c = skip_space (self, &inner);
  if (inner != NULL)
    token = fail (self, &inner);
  else if (self->expect == EXPECT_END)
    token = c < 0 ? DAFTAR_JSON_END : fail (self, &inner);
  else if ((self->expect == EXPECT_FIRST_ELEMENT && c == ']') || (self->expect == EXPECT_FIRST_NAME && c == '}'))
    token = leave (self);
  else if (self->expect == EXPECT_SEPARATOR)
    token = read_after_separator (self, c, &inner);
  else if (self->expect == EXPECT_FIRST_NAME || self->expect == EXPECT_NAME)
    token = read_name (self, c, &inner);
  else
    token = read_value (self, c, &inner);
  if (inner != NULL)
    g_propagate_error (error, g_steal_pointer (&inner));
  return token;
}

/**
 * daftar_json_reader_skip:
 * @self: a reader that just gave a name, or the beginning of an object or array
 * @error: return location for a %DAFTAR_EXCHANGE_ERROR
 *
 * Reads past the value of the name, or to the end of the object or array.
 *
 * Returns: %FALSE with @error set
 */
gboolean
daftar_json_reader_skip (DaftarJsonReader  *self,
                         GError           **error)
{
  guint depth = self->depth;

  if (self->expect == EXPECT_FIRST_ELEMENT || self->expect == EXPECT_FIRST_NAME)
    depth--;
  do
    if (daftar_json_reader_next (self, error) == DAFTAR_JSON_ERROR)
      return FALSE;
  while (self->depth > depth);
  return TRUE;
}

/**
 * daftar_json_reader_get_string:
 * @self: a reader that just gave a name, a string or a number
 * @length: (out) (optional): its bytes; there may be NULs
 *
 * Returns: (transfer none): the name, the text, or the number as it stands; until the next token
 */
const char *
daftar_json_reader_get_string (DaftarJsonReader *self,
                               gsize            *length)
{
  if (length != NULL)
    *length = self->string->len;
  return self->string->str;
}

/**
 * daftar_json_reader_get_int:
 * @self: a reader that just gave a %DAFTAR_JSON_INT
 *
 * Returns: the number
 */
gint64
daftar_json_reader_get_int (DaftarJsonReader *self)
{
  return self->number;
}

/**
 * daftar_json_reader_get_depth:
 * @self: a reader
 *
 * Returns: in how many objects and arrays the reader stands
 */
guint
daftar_json_reader_get_depth (DaftarJsonReader *self)
{
  return self->depth;
}

/**
 * daftar_json_reader_get_line:
 * @self: a reader
 *
 * Returns: the line of the file that was reached, from 1
 */
guint64
daftar_json_reader_get_line (DaftarJsonReader *self)
{
  return self->line;
}
