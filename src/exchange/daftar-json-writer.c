/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include <string.h>

#include "daftar-json-reader.h"
#include "daftar-json-writer.h"

struct _DaftarJsonWriter
{
  GString *out;
  guint depth;
  gboolean after_name;                           /* a value is due, without a comma */
  gboolean filled[DAFTAR_JSON_MAX_DEPTH + 1];    /* whether something stands at that depth already */
};

/**
 * daftar_json_writer_new:
 * @out: where the text is appended; the caller may write it out and truncate it between any two calls
 *
 * Makes a writer of JSON (RFC 8259) that keeps nothing but its place: memory stays flat however much is written. The
 * elements of the outermost two levels stand on lines of their own, so that a dump can be looked through with grep.
 *
 * Returns: (transfer full): the writer
 */
DaftarJsonWriter *
daftar_json_writer_new (GString *out)
{
  DaftarJsonWriter *self = g_new0 (DaftarJsonWriter, 1);

  self->out = out;
  return self;
}

/**
 * daftar_json_writer_free:
 * @self: (transfer full): a writer
 */
void
daftar_json_writer_free (DaftarJsonWriter *self)
{
  g_free (self);
}

/* The comma between two elements. */
static void
separate (DaftarJsonWriter *self)
{
  if (self->after_name)
    {
      self->after_name = FALSE;
      return;
    }
  if (self->filled[self->depth])
    g_string_append_c (self->out, ',');
  if (self->depth > 0 && self->depth <= 2)
    g_string_append_c (self->out, '\n');
  self->filled[self->depth] = TRUE;
}

static void
begin (DaftarJsonWriter *self,
       char              bracket)
{
  g_return_if_fail (self->depth < DAFTAR_JSON_MAX_DEPTH);

  separate (self);
  g_string_append_c (self->out, bracket);
  self->filled[++self->depth] = FALSE;
}

static void
end (DaftarJsonWriter *self,
     char              bracket)
{
  g_return_if_fail (self->depth > 0 && !self->after_name);

  if (self->depth <= 2 && self->filled[self->depth])
    g_string_append_c (self->out, '\n');
  self->depth--;
  g_string_append_c (self->out, bracket);
  if (self->depth == 0)
    g_string_append_c (self->out, '\n');
}

/**
 * daftar_json_writer_begin_object:
 * @self: a writer
 *
 * Begins an object, as a value or an element. At most %DAFTAR_JSON_MAX_DEPTH stand within each other.
 */
void
daftar_json_writer_begin_object (DaftarJsonWriter *self)
{
  begin (self, '{');
}

/**
 * daftar_json_writer_end_object:
 * @self: a writer
 *
 * Ends the object.
 */
void
daftar_json_writer_end_object (DaftarJsonWriter *self)
{
  end (self, '}');
}

/**
 * daftar_json_writer_begin_array:
 * @self: a writer
 *
 * Begins an array.
 */
void
daftar_json_writer_begin_array (DaftarJsonWriter *self)
{
  begin (self, '[');
}

/**
 * daftar_json_writer_end_array:
 * @self: a writer
 *
 * Ends the array.
 */
void
daftar_json_writer_end_array (DaftarJsonWriter *self)
{
  end (self, ']');
}

/* NULs are allowed in JSON, as \u0000; only GLib's check stops at them. */
static gboolean
is_valid_text (const char *text,
               gsize       length)
{
  const char *p = text, *stop = text + length, *bad;

  while (!g_utf8_validate_len (p, stop - p, &bad))
    {
      if (*bad != '\0')
        return FALSE;
      p = bad + 1;
    }
  return TRUE;
}

static void
append_quoted (GString    *out,
               const char *text,
               gsize       length)
{
  g_autofree char *valid = NULL;
  const char *run = text, *stop;

  if (!is_valid_text (text, length))
    {
      valid = g_utf8_make_valid (text, length);
      run = text = valid;
      length = strlen (valid);
    }
  stop = text + length;
  g_string_append_c (out, '"');
  for (const char *p = text; p < stop; p++)
    {
      if ((guchar) *p >= 0x20 && *p != '"' && *p != '\\' && *p != 0x7f)
        continue;
      g_string_append_len (out, run, p - run);
      run = p + 1;
      if (*p == '"' || *p == '\\')
        g_string_append_printf (out, "\\%c", *p);
      else if (*p == '\n')
        g_string_append (out, "\\n");
      else
        g_string_append_printf (out, "\\u%04x", (guint) (guchar) *p);
    }
  g_string_append_len (out, run, stop - run);
  g_string_append_c (out, '"');
}

/**
 * daftar_json_writer_name:
 * @self: a writer, in an object
 * @name: the name of a member, whose value must come next
 */
void
daftar_json_writer_name (DaftarJsonWriter *self,
                         const char       *name)
{
  g_return_if_fail (self->depth > 0 && !self->after_name);

  separate (self);
  append_quoted (self->out, name, strlen (name));
  g_string_append_c (self->out, ':');
  self->after_name = TRUE;
}

/**
 * daftar_json_writer_string:
 * @self: a writer
 * @text: (nullable): text; %NULL writes null; what is not UTF-8 in it becomes U+FFFD
 */
void
daftar_json_writer_string (DaftarJsonWriter *self,
                           const char       *text)
{
  daftar_json_writer_string_len (self, text, -1);
}

/**
 * daftar_json_writer_string_len:
 * @self: a writer
 * @text: (nullable): text, which may have NULs in it
 * @length: its bytes, or -1
 */
void
daftar_json_writer_string_len (DaftarJsonWriter *self,
                               const char       *text,
                               gssize            length)
{
  if (text == NULL)
    {
      daftar_json_writer_null (self);
      return;
    }
  separate (self);
  append_quoted (self->out, text, length < 0 ? strlen (text) : (gsize) length);
}

/**
 * daftar_json_writer_base64:
 * @self: a writer
 * @data: bytes
 * @length: how many
 *
 * Writes bytes as a string in base64.
 */
void
daftar_json_writer_base64 (DaftarJsonWriter *self,
                           const guint8     *data,
                           gsize             length)
{
  int state = 0, save = 0;

  separate (self);
  g_string_append_c (self->out, '"');
  for (gsize at = 0; at < length; at += 3000)
    {
      char buffer[4096];
      gsize n = g_base64_encode_step (data + at, MIN (3000, length - at), FALSE, buffer, &state, &save);

      g_string_append_len (self->out, buffer, n);
    }
  {
    char rest[8];
    gsize n = g_base64_encode_close (FALSE, rest, &state, &save);

    g_string_append_len (self->out, rest, n);
  }
  g_string_append_c (self->out, '"');
}

/**
 * daftar_json_writer_int:
 * @self: a writer
 * @value: a whole number
 */
void
daftar_json_writer_int (DaftarJsonWriter *self,
                        gint64            value)
{
  separate (self);
  g_string_append_printf (self->out, "%" G_GINT64_FORMAT, value);
}

/**
 * daftar_json_writer_bool:
 * @self: a writer
 * @value: true or false
 */
void
daftar_json_writer_bool (DaftarJsonWriter *self,
                         gboolean          value)
{
  separate (self);
  g_string_append (self->out, value ? "true" : "false");
}

/**
 * daftar_json_writer_null:
 * @self: a writer
 *
 * Writes null.
 */
void
daftar_json_writer_null (DaftarJsonWriter *self)
{
  separate (self);
  g_string_append (self->out, "null");
}

/**
 * daftar_json_writer_member_string:
 * @self: a writer, in an object
 * @name: the name of the member
 * @text: (nullable): its text; with %NULL the member is left out
 */
void
daftar_json_writer_member_string (DaftarJsonWriter *self,
                                  const char       *name,
                                  const char       *text)
{
  if (text == NULL)
    return;
  daftar_json_writer_name (self, name);
  daftar_json_writer_string (self, text);
}

/**
 * daftar_json_writer_member_int:
 * @self: a writer, in an object
 * @name: the name of the member
 * @value: its number
 */
void
daftar_json_writer_member_int (DaftarJsonWriter *self,
                               const char       *name,
                               gint64            value)
{
  daftar_json_writer_name (self, name);
  daftar_json_writer_int (self, value);
}
