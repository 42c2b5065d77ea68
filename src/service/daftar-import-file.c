/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "daftar-charset.h"
#include "daftar-csv-reader.h"
#include "daftar-error.h"
#include "daftar-import-private.h"

#include "daftar-custom-store.h"
#include "daftar-shop-store.h"
#include "daftar-vcard-reader.h"

/* What is read at a time, and what the guesses are made from. */
#define BLOCK (256 * 1024)
#define LOOK (1024 * 1024)
#define SAMPLE_ROWS 200

/* --- Reading all of it. ---------------------------------------------------------------------------- */

typedef struct
{
  DaftarImport *import;
  DaftarImportRowFunc func;
  gpointer data;
  gboolean skipped;
} Feed;

static gboolean
row_cb (const DaftarCsvRow  *row,
        gpointer             data,
        GError             **error)
{
  Feed *feed = data;

  if (feed->import->has_header && !feed->skipped)
    {
      feed->skipped = TRUE;
      return TRUE;
    }
  return feed->func (feed->import, row->row, row->fields, row->n_fields, NULL, feed->data, error);
}

static gboolean
card_cb (DaftarExchangeCard  *card,
         gpointer             data,
         GError             **error)
{
  Feed *feed = data;

  return feed->func (feed->import, card->number, NULL, 0, card, feed->data, error);
}

static GInputStream *
open_file (DaftarImport  *self,
           goffset       *size,
           GError       **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (GError) local = NULL;
  GFileInputStream *stream = g_file_read (file, NULL, &local);
  GStatBuf info;

  if (stream == NULL)
    {
      g_set_error (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED, _("The file “%s” can’t be read (%s)."), self->path,
                   local->message);
      return NULL;
    }
  *size = g_stat (self->path, &info) == 0 ? info.st_size : 0;
  return G_INPUT_STREAM (stream);
}

typedef gboolean (*BlockFunc) (gpointer       user_data,
                               const guint8  *block,
                               gsize          length,
                               GError       **error);

static gboolean
read_blocks (DaftarImport          *self,
             BlockFunc              func,
             gpointer               func_data,
             DaftarImportProgress   progress,
             gpointer               progress_data,
             GCancellable          *cancellable,
             GError               **error)
{
  goffset size = 0, done = 0;
  g_autoptr (GInputStream) stream = open_file (self, &size, error);
  g_autofree guint8 *block = g_malloc (BLOCK);
  gssize n;

  if (stream == NULL)
    return FALSE;
  while ((n = g_input_stream_read (stream, block, BLOCK, cancellable, error)) > 0)
    {
      if (!func (func_data, block, n, error))
        return FALSE;
      done += n;
      if (progress != NULL && size > 0)
        progress (MIN (1.0, (double) done / size), progress_data);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }
  return n == 0;
}

typedef struct
{
  DaftarCharsetConverter *converter;
  DaftarCsvReader *reader;
  GString *text;
} Table;

static gboolean
feed_table (gpointer       user_data,
            const guint8  *block,
            gsize          length,
            GError       **error)
{
  Table *table = user_data;

  g_string_truncate (table->text, 0);
  daftar_charset_converter_feed (table->converter, block, length, table->text);
  return daftar_csv_reader_feed (table->reader, table->text->str, table->text->len, error);
}

static gboolean
finish_table (Table   *table,
              GError **error)
{
  g_string_truncate (table->text, 0);
  daftar_charset_converter_finish (table->converter, table->text);
  return daftar_csv_reader_feed (table->reader, table->text->str, table->text->len, error)
         && daftar_csv_reader_finish (table->reader, error);
}

static gboolean
feed_cards (gpointer       user_data,
            const guint8  *block,
            gsize          length,
            GError       **error)
{
  return daftar_vcard_reader_feed (user_data, (const char *) block, length, error);
}

static gboolean
read_cards (DaftarImport          *self,
            Feed                  *feed,
            DaftarImportProgress   progress,
            gpointer               progress_data,
            GCancellable          *cancellable,
            GError               **error)
{
  g_autoptr (DaftarVcardReader) reader = daftar_vcard_reader_new (card_cb, feed);

  if (self->charset != NULL && !g_str_equal (self->charset, "UTF-8"))
    daftar_vcard_reader_set_charset (reader, self->charset);
  return read_blocks (self, feed_cards, reader, progress, progress_data, cancellable, error)
         && daftar_vcard_reader_finish (reader, error);
}

/* Reads the file from its beginning to its end, a row or card at a time. */
gboolean
daftar_import_read_file (DaftarImport          *self,
                         DaftarImportRowFunc    func,
                         gpointer               data,
                         DaftarImportProgress   progress,
                         gpointer               progress_data,
                         GCancellable          *cancellable,
                         GError               **error)
{
  Feed feed = { self, func, data, FALSE };
  g_autoptr (DaftarCharsetConverter) converter = NULL;
  g_autoptr (DaftarCsvReader) reader = NULL;
  g_autoptr (GString) text = NULL;
  Table table;

  if (self->is_vcard)
    return read_cards (self, &feed, progress, progress_data, cancellable, error);
  converter = daftar_charset_converter_new (self->charset, error);
  if (converter == NULL)
    return FALSE;
  reader = daftar_csv_reader_new (self->delimiter);
  if (self->quote != 0)
    daftar_csv_reader_set_quote (reader, self->quote);
  daftar_csv_reader_set_func (reader, row_cb, &feed);
  text = g_string_sized_new (2 * BLOCK);
  table = (Table) { converter, reader, text };
  return read_blocks (self, feed_table, &table, progress, progress_data, cancellable, error)
         && finish_table (&table, error);
}

/* --- The first look. ------------------------------------------------------------------------------- */

static gboolean
collect_block (gpointer       user_data,
               const guint8  *block,
               gsize          length,
               GError       **error)
{
  GByteArray *bytes = user_data;

  g_byte_array_append (bytes, block, length);
  if (bytes->len < LOOK)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "");
  return FALSE;
}

/* The beginning of the file; @whole if there is no more. */
static gboolean
read_beginning (DaftarImport  *self,
                GByteArray    *bytes,
                gboolean      *whole,
                GError       **error)
{
  GError *local = NULL;

  *whole = read_blocks (self, collect_block, bytes, NULL, NULL, NULL, &local);
  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_clear_error (&local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

static gboolean
starts_a_card (const char *text)
{
  if (g_str_has_prefix (text, "\xef\xbb\xbf"))
    text += 3;
  while (g_ascii_isspace (*text))
    text++;
  return g_ascii_strncasecmp (text, "BEGIN:VCARD", strlen ("BEGIN:VCARD")) == 0;
}

static gboolean
sample_cb (const DaftarCsvRow  *row,
           gpointer             data,
           GError             **error)
{
  GPtrArray *rows = data;
  char **copy = g_new0 (char *, row->n_fields + 1);

  for (guint i = 0; i < row->n_fields; i++)
    copy[i] = g_strdup (row->fields[i]);
  g_ptr_array_add (rows, copy);
  if (rows->len < SAMPLE_ROWS)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "");
  return FALSE;
}

static void
guess_columns (DaftarImport  *self,
               const char    *text,
               gsize          length,
               gboolean       whole,
               GError       **broken)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (DaftarCsvReader) reader = NULL;
  g_autoptr (DaftarColumnGuess) guess = NULL;

  if (self->delimiter == 0)
    self->delimiter = daftar_csv_detect_delimiter (text, length);
  if (self->quote == 0)
    self->quote = daftar_csv_detect_quote (text, length, self->delimiter);
  reader = daftar_csv_reader_new (self->delimiter);
  daftar_csv_reader_set_quote (reader, self->quote);
  daftar_csv_reader_set_func (reader, sample_cb, rows);
  /* What is wrong further down is told by the check. A first row that is longer than the beginning is finished here. */
  if (daftar_csv_reader_feed (reader, text, length, broken) && (whole || rows->len <= 1))
    daftar_csv_reader_finish (reader, broken);
  guess = daftar_column_guess_new ((const char *const *const *) rows->pdata, rows->len);
  self->has_header = guess->has_header;
  self->n_columns = guess->n_columns;
  /* Columns are what the header names, also where a broken row further down is wider. */
  if (self->has_header && rows->len > 0)
    self->n_columns = MIN (self->n_columns, g_strv_length (g_ptr_array_index (rows, 0)));
  self->fields = g_memdup2 (guess->fields, sizeof (DaftarImportField) * guess->n_columns);
  self->headers = g_new0 (char *, guess->n_columns + 1);
  for (guint i = 0; i < guess->n_columns; i++)
    self->headers[i] = g_strdup (guess->headers[i]);
  if (self->has_header && rows->len > 0)
    g_ptr_array_remove_index (rows, 0);
  if (rows->len > DAFTAR_IMPORT_PREVIEW)
    g_ptr_array_set_size (rows, DAFTAR_IMPORT_PREVIEW);
  g_clear_pointer (&self->preview, g_ptr_array_unref);
  self->preview = g_steal_pointer (&rows);
}

static gboolean
check_not_empty (DaftarImport  *self,
                 GError       **broken,
                 GError       **error)
{
  if (self->is_vcard || self->preview->len > 0)
    return TRUE;
  /* Not a single row could be read: why says more than that there is none. */
  if (*broken != NULL)
    {
      g_propagate_error (error, g_steal_pointer (broken));
      return FALSE;
    }
  g_set_error (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID, _("There are no customers in “%s”. Choose another file."),
               self->name);
  return FALSE;
}

static gpointer
read_own (DaftarReader  *reader,
          gpointer       request,
          GError       **error)
{
  DaftarImportOwn *own = request;
  g_autoptr (DaftarShop) shop = daftar_shop_store_get (reader, error);

  g_clear_pointer (&own->fields, g_ptr_array_unref);
  own->fields = shop != NULL ? daftar_custom_field_store_list (reader, error) : NULL;
  if (own->fields == NULL)
    return NULL;
  g_free (own->currency);
  own->currency = g_strdup (shop->currency);
  return own;
}

/* A column that is called like a field of the shop's own is that field. */
static gboolean
find_own_fields (DaftarImport  *self,
                 GError       **error)
{
  if (daftar_store_read (self->store, read_own, &self->own, error) == NULL)
    return FALSE;
  for (guint i = 0; !self->is_vcard && i < self->n_columns; i++)
    if (self->fields[i] == DAFTAR_IMPORT_FIELD_NOTE && daftar_import_own_find (&self->own, self->headers[i]) != NULL)
      self->fields[i] = DAFTAR_IMPORT_FIELD_OWN;
  return TRUE;
}

/**
 * daftar_import_look:
 * @self: an import
 * @error: return location for a sentence for the user
 *
 * Finds out what the file is: its encoding and delimiter where they aren't set, its columns, its first rows.
 */
gboolean
daftar_import_look (DaftarImport  *self,
                    GError       **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (DaftarCharsetConverter) converter = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) broken = NULL;
  gboolean whole;

  if (!read_beginning (self, bytes, &whole, error))
    return FALSE;
  if (self->charset == NULL)
    self->charset = g_strdup (daftar_charset_detect (bytes->data, bytes->len));
  converter = daftar_charset_converter_new (self->charset, error);
  if (converter == NULL)
    return FALSE;
  daftar_charset_converter_feed (converter, bytes->data, bytes->len, text);
  if (whole)
    daftar_charset_converter_finish (converter, text);
  g_free (self->fields);
  self->fields = NULL;
  g_clear_pointer (&self->headers, g_strfreev);
  self->is_vcard = starts_a_card (text->str);
  if (!self->is_vcard)
    guess_columns (self, text->str, text->len, whole, &broken);
  return check_not_empty (self, &broken, error) && find_own_fields (self, error);
}
