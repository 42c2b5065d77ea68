/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table from anywhere: any bytes in any encoding, fed in pieces of any size (the first byte says how large). What is
 * handed out is UTF-8, the columns are guessed of it, and what is written again reads as the same. */
#include "daftar-charset.h"
#include "daftar-column-guess.h"
#include "daftar-csv-reader.h"
#include "daftar-csv-writer.h"

#define MAX_ROWS 50

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static gboolean
row_cb (const DaftarCsvRow  *row,
        gpointer             rows,
        GError             **error)
{
  char **fields = g_new0 (char *, row->n_fields + 1);

  for (guint i = 0; i < row->n_fields; i++)
    {
      g_assert_true (g_utf8_validate (row->fields[i], -1, NULL));
      fields[i] = g_strdup (row->fields[i]);
    }
  if (((GPtrArray *) rows)->len < MAX_ROWS)
    g_ptr_array_add (rows, fields);
  else
    g_strfreev (fields);
  return TRUE;
}

static GPtrArray *
read_text (const char *text,
           gsize       length,
           gsize       step,
           gboolean   *read)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (DaftarCsvReader) reader = daftar_csv_reader_new (daftar_csv_detect_delimiter (text, length));
  g_autoptr (GError) error = NULL;

  daftar_csv_reader_set_func (reader, row_cb, rows);
  *read = TRUE;
  for (gsize at = 0; *read && at < length; at += step)
    *read = daftar_csv_reader_feed (reader, text + at, MIN (step, length - at), &error);
  *read = *read && daftar_csv_reader_finish (reader, &error);
  g_assert_true (*read == (error == NULL));
  return rows;
}

static void
guess (GPtrArray *rows)
{
  g_autoptr (DaftarColumnGuess) found = daftar_column_guess_new ((const char *const *const *) rows->pdata, rows->len);

  for (guint i = 0; i < found->n_columns; i++)
    g_assert_cmpint (found->fields[i], <, DAFTAR_IMPORT_N_FIELDS);
}

static void
write_again (GPtrArray *rows)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (DaftarCsvWriter) writer = daftar_csv_writer_new (text, ',');

  for (guint r = 0; r < rows->len; r++)
    {
      char **fields = g_ptr_array_index (rows, r);

      for (guint i = 0; fields[i] != NULL; i++)
        daftar_csv_writer_add_text (writer, fields[i]);
      daftar_csv_writer_end_row (writer);
    }
  g_assert_true (g_utf8_validate_len (text->str, text->len, NULL));
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (DaftarCharsetConverter) converter = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) rows = NULL;
  gsize step;
  gboolean read;

  if (size == 0)
    return 0;
  step = data[0] + 1;
  data++;
  size--;
  converter = daftar_charset_converter_new (daftar_charset_detect (data, size), NULL);
  for (gsize at = 0; at < size; at += step)
    daftar_charset_converter_feed (converter, data + at, MIN (step, size - at), text);
  daftar_charset_converter_finish (converter, text);
  g_assert_true (g_utf8_validate_len (text->str, text->len, NULL));
  rows = read_text (text->str, text->len, step, &read);
  guess (rows);
  write_again (rows);
  return 0;
}
