/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include <string.h>

#include "daftar-csv-reader.h"
#include "daftar-csv-writer.h"

struct _DaftarCsvWriter
{
  GString *out;
  char delimiter;
  gboolean started;
  guint n_fields;      /* of the row being written */
  gboolean row_empty;
};

/**
 * daftar_csv_writer_new:
 * @out: where the text is appended; the caller may write it out and truncate it between any two calls
 * @delimiter: what separates the fields, or 0 for a comma
 *
 * Makes a writer of CSV that Excel, LibreOffice and our own reader take without questions: UTF-8 with a byte order
 * mark, CRLF, quotation marks where needed.
 *
 * Returns: (transfer full): the writer
 */
DaftarCsvWriter *
daftar_csv_writer_new (GString *out,
                       char     delimiter)
{
  DaftarCsvWriter *self = g_new0 (DaftarCsvWriter, 1);

  self->out = out;
  self->delimiter = delimiter != 0 ? delimiter : ',';
  return self;
}

/**
 * daftar_csv_writer_free:
 * @self: (transfer full): a writer
 */
void
daftar_csv_writer_free (DaftarCsvWriter *self)
{
  g_free (self);
}

static void
begin_field (DaftarCsvWriter *self)
{
  if (!self->started)
    g_string_append (self->out, "\xef\xbb\xbf");
  self->started = TRUE;
  if (self->n_fields++ > 0)
    g_string_append_c (self->out, self->delimiter);
  else
    self->row_empty = TRUE;
}

/* All usual delimiters are quoted, not only ours: a spreadsheet in another country splits at its own. */
static gboolean
needs_quotes (const char *text,
              char        delimiter)
{
  gsize length = strlen (text);

  return strpbrk (text, "\",;\t|\r\n") != NULL || strchr (text, delimiter) != NULL || text[0] == ' ' ||
         (length > 0 && text[length - 1] == ' ');
}

/**
 * daftar_csv_writer_add_text:
 * @self: a writer
 * @text: (nullable): the text of the next field; what is not UTF-8 in it becomes U+FFFD
 *
 * Writes a field of text. What would be taken for a formula gets an apostrophe first: see daftar_csv_needs_guard().
 */
void
daftar_csv_writer_add_text (DaftarCsvWriter *self,
                            const char      *text)
{
  g_autofree char *valid = NULL;

  begin_field (self);
  if (text == NULL || *text == '\0')
    return;
  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);
  self->row_empty = FALSE;
  if (!needs_quotes (text, self->delimiter))
    {
      if (daftar_csv_needs_guard (text))
        g_string_append_c (self->out, '\'');
      g_string_append (self->out, text);
      return;
    }
  g_string_append_c (self->out, '"');
  if (daftar_csv_needs_guard (text))
    g_string_append_c (self->out, '\'');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (self->out, '"');
      g_string_append_c (self->out, *p);
    }
  g_string_append_c (self->out, '"');
}

/**
 * daftar_csv_writer_add_number:
 * @self: a writer
 * @units: the number, in units of its last decimal
 * @decimals: how many decimals it has, at most 18
 *
 * Writes a number for machines, in any language: 0-9, a point, a minus, no grouping. 1250 with 2 decimals is 12.50.
 */
void
daftar_csv_writer_add_number (DaftarCsvWriter *self,
                              gint64           units,
                              guint            decimals)
{
  guint64 size = units < 0 ? -(guint64) units : (guint64) units, scale = 1;

  g_return_if_fail (decimals <= 18);

  begin_field (self);
  self->row_empty = FALSE;
  for (guint i = 0; i < decimals; i++)
    scale *= 10;
  g_string_append_printf (self->out, "%s%" G_GUINT64_FORMAT, units < 0 ? "-" : "", size / scale);
  if (decimals > 0)
    g_string_append_printf (self->out, ".%0*" G_GUINT64_FORMAT, (int) decimals, size % scale);
}

/**
 * daftar_csv_writer_end_row:
 * @self: a writer
 *
 * Ends the row.
 */
void
daftar_csv_writer_end_row (DaftarCsvWriter *self)
{
  /* A row of one empty field would be an empty line, which readers skip. */
  if (self->n_fields == 1 && self->row_empty)
    g_string_append (self->out, "\"\"");
  g_string_append (self->out, "\r\n");
  self->n_fields = 0;
}
