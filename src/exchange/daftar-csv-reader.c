/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "daftar-csv-reader.h"
#include "daftar-exchange-error.h"

#define SAMPLE_ROWS 100
#define SLICE 65536 /* of the text is taken at a time, so that room for it stays small */

typedef enum
{
  STATE_FIELD_START,
  STATE_PLAIN,
  STATE_QUOTED,
  STATE_AFTER_QUOTE,   /* a quotation mark inside a quoted field: its end, or the first of a pair */
} State;

struct _DaftarCsvReader
{
  char delimiter;
  char quote;
  DaftarCsvRowFunc func;
  gpointer user_data;
  State state;
  gboolean after_cr;      /* the last line end was a CR: an LF right after it belongs to it */
  guint mark;             /* how much of a byte order mark was seen; 4 when none can come any more */
  gboolean failed;
  guint64 row;            /* of the row being read */
  guint64 row_line;
  guint64 line;
  guint64 quote_line;
  gsize field_start;      /* where the field being read begins in text */
  gsize blanks;           /* spaces after a closing quotation mark that may turn out to be text */
  char *text;             /* the fields of the row, each with its NUL */
  gsize length, room;
  guint n_fields;
  gsize starts[DAFTAR_CSV_MAX_COLUMNS];
  char *fields[DAFTAR_CSV_MAX_COLUMNS];
};

/**
 * daftar_csv_reader_new:
 * @delimiter: what separates fields, an ASCII character; as from daftar_csv_detect_delimiter()
 *
 * Makes a reader for CSV as RFC 4180 describes it and as programs really write it: CRLF, LF or CR; quoted fields with
 * line breaks; a quotation mark inside a field that does not begin with one is text; text after a closing quotation
 * mark is kept as it stands, marks included. A byte order mark and Excel's `sep=` line are skipped.
 *
 * An apostrophe before `=`, `+`, `-`, `@`, a tab or a line break at the start of a field guards spreadsheets against
 * formulas in foreign text (see daftar_csv_needs_guard()); one such apostrophe is taken off.
 *
 * Returns: (transfer full): the reader
 */
DaftarCsvReader *
daftar_csv_reader_new (char delimiter)
{
  DaftarCsvReader *self = g_new0 (DaftarCsvReader, 1);

  self->delimiter = delimiter;
  self->quote = '"';
  self->row = self->line = self->row_line = 1;
  return self;
}

/**
 * daftar_csv_reader_set_quote:
 * @self: a reader that has read nothing yet
 * @quote: what stands around fields that hold a delimiter, an ASCII character; a quotation mark unless this is called
 */
void
daftar_csv_reader_set_quote (DaftarCsvReader *self,
                             char             quote)
{
  g_return_if_fail (quote != '\0' && (guchar) quote < 0x80);

  self->quote = quote;
}

/**
 * daftar_csv_reader_free:
 * @self: (transfer full): a reader
 */
void
daftar_csv_reader_free (DaftarCsvReader *self)
{
  g_free (self->text);
  g_free (self);
}

/**
 * daftar_csv_reader_set_func:
 * @self: a reader
 * @func: (scope notified): is called for each row
 * @user_data: handed to @func
 */
void
daftar_csv_reader_set_func (DaftarCsvReader  *self,
                            DaftarCsvRowFunc  func,
                            gpointer          user_data)
{
  self->func = func;
  self->user_data = user_data;
}

static gboolean
begins_like_formula (const char *text)
{
  /* Also the full-width = + - @, which spreadsheets in East Asian settings take for the narrow ones. */
  return (*text != '\0' && strchr ("=+-@\t\r\n", *text) != NULL) || g_str_has_prefix (text, "\357\274\235") ||
         g_str_has_prefix (text, "\357\274\213") || g_str_has_prefix (text, "\357\274\215") ||
         g_str_has_prefix (text, "\357\274\240");
}

/* +966 50 123 4567 or -12.50: a sign and one number can do no harm, and is a phone number to every other program. A
 * second sign would make a spreadsheet compute: +966-50-123 is guarded. */
static gboolean
is_signed_number (const char *text)
{
  return (*text == '+' || *text == '-') && strpbrk (text, "0123456789") != NULL &&
         text[1 + strspn (text + 1, "0123456789 ().")] == '\0';
}

/**
 * daftar_csv_needs_guard:
 * @text: what goes into a field
 *
 * Text that came from outside must not become a formula when the file is opened in a spreadsheet (CSV injection,
 * OWASP). The writer puts an apostrophe before whatever begins like one; and, so that this can be undone exactly,
 * before whatever already begins with apostrophes and then like one. Plain signed numbers, which phone numbers in
 * the international form are, stay as they are.
 *
 * Returns: whether the writer puts an apostrophe before @text, which the reader takes off
 */
gboolean
daftar_csv_needs_guard (const char *text)
{
  const char *p = text + strspn (text, "'");

  return begins_like_formula (p) && (p != text || !is_signed_number (p));
}

static void
unguard (char *field)
{
  const char *p = field + strspn (field, "'");

  if (begins_like_formula (p))
    memmove (field, field + 1, strlen (field));
}

/* Room was made in feed() for all that a slice can become. */
static inline void
append_c (DaftarCsvReader *self,
          char             c)
{
  self->text[self->length++] = c;
}

static gboolean
fail (DaftarCsvReader *self)
{
  self->failed = TRUE;
  return FALSE;
}

static gboolean
end_field (DaftarCsvReader  *self,
           GError          **error)
{
  if (self->n_fields == DAFTAR_CSV_MAX_COLUMNS)
    {
      g_set_error (error, DAFTAR_EXCHANGE_ERROR, DAFTAR_EXCHANGE_ERROR_TOO_LARGE,
                   _("Row %u (line %u) has more than 1,000 columns. Check that the right separator is chosen."),
                   (guint) self->row, (guint) self->row_line);
      return fail (self);
    }
  append_c (self, '\0');
  self->starts[self->n_fields++] = self->field_start;
  self->field_start = self->length;
  self->blanks = 0;
  self->state = STATE_FIELD_START;
  return TRUE;
}

static gboolean
too_large (DaftarCsvReader  *self,
           GError          **error)
{
  if (self->state == STATE_QUOTED)
    g_set_error (error, DAFTAR_EXCHANGE_ERROR, DAFTAR_EXCHANGE_ERROR_QUOTE,
                 _("A quotation mark opens in row %u (line %u) and is not closed. "
                   "Close or remove it in the file and import again."),
                 (guint) self->row, (guint) self->quote_line);
  else
    g_set_error (error, DAFTAR_EXCHANGE_ERROR, DAFTAR_EXCHANGE_ERROR_TOO_LARGE,
                 _("Row %u (line %u) is too long. Check that this is a table with one customer per row."),
                 (guint) self->row, (guint) self->row_line);
  return fail (self);
}

static void
next_row (DaftarCsvReader *self)
{
  self->length = 0;
  self->n_fields = 0;
  self->field_start = 0;
  self->row++;
  self->row_line = self->line;
}

static gboolean
is_separator_line (DaftarCsvReader *self)
{
  /* «sep=,» was itself split at the comma. */
  return self->row == 1 && g_str_has_prefix (self->text, "sep=") &&
         (self->n_fields == 2 ? self->text[4] == '\0' && self->starts[1] + 1 == self->length
                              : self->n_fields == 1 && strlen (self->text) == 5);
}

/* Hands the row to the callback, unless nothing stands in it. */
static gboolean
end_row (DaftarCsvReader  *self,
         GError          **error)
{
  DaftarCsvRow row = { .row = self->row, .line = self->row_line };

  if (!end_field (self, error))
    return FALSE;
  if (self->length > self->n_fields && !is_separator_line (self))
    {
      for (guint i = 0; i < self->n_fields; i++)
        {
          self->fields[i] = self->text + self->starts[i];
          if (self->fields[i][0] == '\'')
            unguard (self->fields[i]);
        }
      row.n_fields = self->n_fields;
      row.fields = self->fields;
      if (self->func != NULL && !self->func (&row, self->user_data, error))
        return fail (self);
    }
  next_row (self);
  return TRUE;
}

static inline guint64
find_byte (guint64 eight,
           guint8  byte)
{
  const guint64 low = G_GUINT64_CONSTANT (0x0101010101010101), high = G_GUINT64_CONSTANT (0x8080808080808080);
  guint64 zero = eight ^ (low * byte);

  return (zero - low) & ~zero & high;
}

/* Takes what stands in one piece, eight bytes at a time, up to the next of four characters that mean something. */
static const char *
copy_until (DaftarCsvReader *self,
            const char      *p,
            const char      *end,
            char             delimiter)
{
  char *to = self->text + self->length;

  while (end - p >= 8)
    {
      guint64 eight, found;

      memcpy (&eight, p, 8);
      memcpy (to, &eight, 8);
      eight = GUINT64_FROM_LE (eight);
      found = find_byte (eight, delimiter) | find_byte (eight, '\n') | find_byte (eight, '\r') | find_byte (eight, '\0');
      if (found != 0)
        {
          gsize n = __builtin_ctzll (found) / 8;

          self->length = to + n - self->text;
          return p + n;
        }
      p += 8;
      to += 8;
    }
  while (p < end && *p != delimiter && *p != '\n' && *p != '\r' && *p != '\0')
    *to++ = *p++;
  self->length = to - self->text;
  return p;
}

static void
count_line (DaftarCsvReader *self,
            char             c)
{
  if (c == '\r' || (c == '\n' && !self->after_cr))
    self->line++;
  self->after_cr = c == '\r';
}

/* The character after a quotation mark in a quoted field decides what the mark was. */
static void
after_quote (DaftarCsvReader  *self,
             const char      **p)
{
  char c = **p;

  if (c == self->quote && self->blanks == 0)
    {
      append_c (self, self->quote);
      self->state = STATE_QUOTED;
      (*p)++;
    }
  else if (c == ' ' || (c == '\t' && c != self->delimiter))
    {
      /* «"Ali" ,»: kept aside, since «"Ali" and sons» has text after it. */
      self->blanks++;
      (*p)++;
    }
  else
    {
      /* Not a quoted field after all, only text with quotation marks: give it back as it stood. */
      memmove (self->text + self->field_start + 1, self->text + self->field_start, self->length - self->field_start);
      self->text[self->field_start] = self->quote;
      self->length++;
      append_c (self, self->quote);
      for (; self->blanks > 0; self->blanks--)
        append_c (self, ' ');
      self->state = STATE_PLAIN;
    }
}

static gboolean
take_special (DaftarCsvReader  *self,
              const char      **p,
              GError          **error)
{
  char c = **p;

  if (c == '\0')
    {
      memcpy (self->text + self->length, "\357\277\275", 3);
      self->length += 3;
      self->state = self->state == STATE_QUOTED ? STATE_QUOTED : STATE_PLAIN;
      (*p)++;
      return TRUE;
    }
  (*p)++;
  if (self->state == STATE_QUOTED)
    {
      if (c == self->quote)
        self->state = STATE_AFTER_QUOTE;
      else
        {
          count_line (self, c);
          append_c (self, c);
        }
      return TRUE;
    }
  if (c == self->delimiter)
    return end_field (self, error);
  count_line (self, c);
  return end_row (self, error);
}

static gboolean
is_special (DaftarCsvReader *self,
            char             c)
{
  return c == '\n' || c == '\r' || c == '\0' || c == (self->state == STATE_QUOTED ? self->quote : self->delimiter);
}

static gboolean
take (DaftarCsvReader  *self,
      const char      **p,
      const char       *end,
      GError          **error)
{
  char c = **p;

  /* The LF of a CRLF that ended the row. Inside a quoted field both belong to the text. */
  if (self->after_cr && self->state != STATE_QUOTED)
    {
      self->after_cr = FALSE;
      if (c == '\n' && self->state == STATE_FIELD_START && self->n_fields == 0)
        {
          (*p)++;
          return TRUE;
        }
    }
  if (self->state == STATE_FIELD_START && c == self->quote)
    {
      self->state = STATE_QUOTED;
      self->quote_line = self->line;
      (*p)++;
      return TRUE;
    }
  if (self->state == STATE_AFTER_QUOTE && !is_special (self, c))
    {
      after_quote (self, p);
      return TRUE;
    }
  if (is_special (self, c))
    return take_special (self, p, error);
  if (self->state == STATE_QUOTED)
    self->after_cr = FALSE;
  else
    self->state = STATE_PLAIN;
  *p = copy_until (self, *p, end, self->state == STATE_QUOTED ? self->quote : self->delimiter);
  return TRUE;
}

/* A byte order mark can only come first, but in several pieces. */
static const char *
skip_mark (DaftarCsvReader *self,
           const char      *p,
           const char      *end)
{
  static const char mark[] = "\xef\xbb\xbf";

  while (p < end && self->mark < 3 && *p == mark[self->mark])
    {
      self->mark++;
      p++;
    }
  if (p < end && self->mark < 4)
    {
      if (self->mark > 0 && self->mark < 3)
        {
          memcpy (self->text + self->length, mark, self->mark);
          self->length += self->mark;
          self->state = STATE_PLAIN;
        }
      self->mark = 4;
    }
  return p;
}

/* A NUL becomes three bytes, blanks kept aside come back, and eight bytes are written where fewer may count. */
static void
make_room (DaftarCsvReader *self,
           gsize            slice)
{
  gsize room = self->length + self->blanks + 3 * slice + 32;

  if (room <= self->room)
    return;
  self->room = MAX (room, 2 * self->room);
  self->text = g_realloc (self->text, self->room);
}

static gboolean
feed_slice (DaftarCsvReader  *self,
            const char       *p,
            const char       *end,
            GError          **error)
{
  make_room (self, end - p);
  if (self->mark < 4)
    p = skip_mark (self, p, end);
  while (p < end)
    {
      if (!take (self, &p, end, error))
        return FALSE;
      if (self->length - self->field_start + self->blanks > DAFTAR_CSV_MAX_FIELD || self->length > DAFTAR_CSV_MAX_ROW)
        return too_large (self, error);
    }
  return TRUE;
}

/**
 * daftar_csv_reader_feed:
 * @self: a reader
 * @text: the next piece of the file, in UTF-8; it may end anywhere
 * @length: its bytes
 * @error: return location for a %DAFTAR_EXCHANGE_ERROR, or what the callback set
 *
 * Reads the next piece and calls the function for each row that ends in it. Memory stays within one row.
 *
 * Returns: %FALSE with @error set; nothing more may be fed then
 */
gboolean
daftar_csv_reader_feed (DaftarCsvReader  *self,
                        const char       *text,
                        gsize             length,
                        GError          **error)
{
  g_return_val_if_fail (!self->failed, FALSE);

  while (length > 0)
    {
      gsize slice = MIN (length, SLICE);

      if (!feed_slice (self, text, text + slice, error))
        return FALSE;
      text += slice;
      length -= slice;
    }
  return TRUE;
}

/**
 * daftar_csv_reader_finish:
 * @self: a reader
 * @error: return location for a %DAFTAR_EXCHANGE_ERROR, or what the callback set
 *
 * Says that nothing more comes; reports the last row if no line end followed it.
 *
 * Returns: %FALSE with @error set: %DAFTAR_EXCHANGE_ERROR_QUOTE if a quotation mark was never closed
 */
gboolean
daftar_csv_reader_finish (DaftarCsvReader  *self,
                          GError          **error)
{
  g_return_val_if_fail (!self->failed, FALSE);

  make_room (self, 0);
  if (self->state == STATE_QUOTED)
    return too_large (self, error);
  if (self->state == STATE_FIELD_START && self->n_fields == 0)
    return TRUE;
  return end_row (self, error);
}

typedef struct
{
  guint n_rows;
  guint columns[SAMPLE_ROWS];
} Shape;

static gboolean
count_columns_cb (const DaftarCsvRow  *row,
                  gpointer             user_data,
                  GError             **error)
{
  Shape *shape = user_data;

  if (shape->n_rows < SAMPLE_ROWS)
    shape->columns[shape->n_rows++] = row->n_fields;
  return TRUE;
}

/* 0…1000: the share of rows that have as many columns as the first; 0 with a single column. */
static guint
consistency (const char *text,
             gsize       length,
             char        delimiter,
             guint      *columns)
{
  g_autoptr (DaftarCsvReader) reader = daftar_csv_reader_new (delimiter);
  Shape shape = { 0 };
  guint same = 0;

  /* A sample may end within quotation marks, or be of another shape altogether: what was read until then counts. */
  daftar_csv_reader_set_func (reader, count_columns_cb, &shape);
  if (daftar_csv_reader_feed (reader, text, length, NULL) && (shape.n_rows == 0 || text[length - 1] == '\n'))
    daftar_csv_reader_finish (reader, NULL);
  *columns = shape.n_rows > 0 ? shape.columns[0] : 0;
  if (*columns < 2)
    return 0;
  for (guint i = 0; i < shape.n_rows; i++)
    same += shape.columns[i] == *columns;
  return same * 1000 / shape.n_rows;
}

/**
 * daftar_csv_detect_delimiter:
 * @text: the beginning of the file, in UTF-8
 * @length: its bytes
 *
 * Finds which of comma, semicolon, tab and bar separates the fields: the one that gives the most rows as many fields
 * as the first row has, quotation marks honoured; then the one that gives more fields. Excel's `sep=` line decides.
 *
 * Returns: the delimiter; a comma if nothing speaks for another
 */
char
daftar_csv_detect_delimiter (const char *text,
                             gsize       length)
{
  static const char candidates[] = ",;\t|";
  guint best_score = 0, best_columns = 0;
  char best = ',';

  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    {
      text += 3;
      length -= 3;
    }
  if (length >= 6 && memcmp (text, "sep=", 4) == 0 && (text[5] == '\r' || text[5] == '\n') && (guchar) text[4] < 0x80)
    return text[4];
  for (const char *c = candidates; *c != '\0'; c++)
    {
      guint columns, score = consistency (text, length, *c, &columns);

      if (score > best_score || (score == best_score && score > 0 && columns > best_columns))
        {
          best = *c;
          best_score = score;
          best_columns = columns;
        }
    }
  return best;
}

/* Whether a field that begins here with an apostrophe also ends with one. */
static gboolean
is_in_apostrophes (const char *field,
                   const char *end,
                   char        delimiter)
{
  const char *close = memchr (field + 1, '\'', end - field - 1);

  return close != NULL && (close + 1 == end || close[1] == delimiter || close[1] == '\r' || close[1] == '\n');
}

/**
 * daftar_csv_detect_quote:
 * @text: the beginning of the file, in UTF-8
 * @length: its bytes
 * @delimiter: what separates the fields
 *
 * Finds whether fields stand in apostrophes, as some databases write them: most of those that hold something do, and
 * none begins with a quotation mark.
 *
 * Returns: an apostrophe or a quotation mark
 */
char
daftar_csv_detect_quote (const char *text,
                         gsize       length,
                         char        delimiter)
{
  const char *end = text + length;
  guint n = 0, quoted = 0;
  gboolean first = TRUE;

  for (const char *p = text; p < end; p++)
    {
      if (first && *p == '"')
        return '"';
      if (first && *p != delimiter && *p != '\r' && *p != '\n')
        {
          n++;
          quoted += *p == '\'' && is_in_apostrophes (p, end, delimiter);
        }
      first = *p == delimiter || *p == '\n' || *p == '\r';
    }
  return n > 0 && quoted * 10 >= n * 6 ? '\'' : '"';
}
