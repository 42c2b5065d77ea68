/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "daftar-charset.h"
#include "daftar-csv-reader.h"
#include "daftar-csv-writer.h"
#include "daftar-exchange-error.h"
#include "support.h"

/* Writes a row as «row:line[a|b|c]», so that a table can say what is expected. */
static gboolean
collect_cb (const DaftarCsvRow  *row,
            gpointer             user_data,
            GError             **error)
{
  GString *out = user_data;

  g_string_append_printf (out, "%u:%u[", (guint) row->row, (guint) row->line);
  for (guint i = 0; i < row->n_fields; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "|" : "", row->fields[i]);
  g_string_append_c (out, ']');
  return TRUE;
}

static char *
read_all (char         delimiter,
          const char  *text,
          gsize        length,
          gsize        step,
          GError     **error)
{
  g_autoptr (DaftarCsvReader) reader = daftar_csv_reader_new (delimiter);
  GString *out = g_string_new (NULL);
  gboolean ok = TRUE;

  daftar_csv_reader_set_func (reader, collect_cb, out);
  for (gsize at = 0; ok && at < length; at += step)
    ok = daftar_csv_reader_feed (reader, text + at, MIN (step, length - at), error);
  if (ok)
    daftar_csv_reader_finish (reader, error);
  return g_string_free (out, FALSE);
}

static void
test_read (void)
{
  static const struct
  {
    char delimiter;
    const char *text, *rows;
  } cases[] = {
    { ',', "", "" },
    { ',', "a", "1:1[a]" },
    { ',', "a,b\nc,d\n", "1:1[a|b]2:2[c|d]" },
    { ',', "a,b\r\nc,d\r\n", "1:1[a|b]2:2[c|d]" },
    { ',', "a,b\rc,d\r", "1:1[a|b]2:2[c|d]" },
    { ',', "a,b\r\n\r\nc,d", "1:1[a|b]3:3[c|d]" },
    { ',', "a,\n,b\n,\n", "1:1[a|]2:2[|b]" },
    { ';', "a;b,c;d", "1:1[a|b,c|d]" },
    { '\t', "a\tb\n", "1:1[a|b]" },
    { ',', "\"a,b\",\"c\"\"d\"\n", "1:1[a,b|c\"d]" },
    { ',', "\"a\nb\",c\nd,e\n", "1:1[a\nb|c]2:3[d|e]" },
    { ',', "\"a\r\nb\r\",c\r\nd,e\r\n", "1:1[a\r\nb\r|c]2:4[d|e]" },
    { ',', "\"\",b\n", "1:1[|b]" },
    { ',', "\"\"\"\"\n", "1:1[\"]" },
    { ',', "\"a\" ,b\n", "1:1[a|b]" },
    { ',', "12\" pipe,b\"c\"\n", "1:1[12\" pipe|b\"c\"]" },
    { ',', "\"Abu\" Ali,b\n", "1:1[\"Abu\" Ali|b]" },
    { ',', "\"5\"x\",b\n", "1:1[\"5\"x\"|b]" },
    { ',', " \"a\",b\n", "1:1[ \"a\"|b]" },
    { ',', "\357\273\277\"a\",b\n", "1:1[a|b]" },
    { ',', "\357\273\277,b\n", "1:1[|b]" },
    { ';', "sep=;\r\na;b\r\n", "2:2[a|b]" },
    { ',', "sep=,\na,b\n", "2:2[a|b]" },
    { ',', "'=1+1,'+966-5,''=x,'tis,'@a\n", "1:1[=1+1|+966-5|'=x|'tis|@a]" },
    { ',', "الاسم,الجوال\nمحمد,٠٥٠\n", "1:1[الاسم|الجوال]2:2[محمد|٠٥٠]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize step = 1; step <= strlen (cases[i].text) + 1; step++)
      {
        g_autoptr (GError) error = NULL;
        g_autofree char *rows = read_all (cases[i].delimiter, cases[i].text, strlen (cases[i].text), step, &error);

        g_test_message ("case %u, pieces of %" G_GSIZE_FORMAT, i, step);
        g_assert_no_error (error);
        g_assert_cmpstr (rows, ==, cases[i].rows);
      }
}

static void
test_nul (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *rows = read_all (',', "a\0b,\0\n", 6, 6, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (rows, ==, "1:1[a\357\277\275b|\357\277\275]");
}

static void
test_unclosed (void)
{
  g_autoptr (GError) error = NULL;
  static const char text[] = "a,b\nc,d\ne,\"f\ng,h\ni,j\n";
  g_autofree char *rows = read_all (',', text, strlen (text), 4, &error);

  g_assert_error (error, DAFTAR_EXCHANGE_ERROR, DAFTAR_EXCHANGE_ERROR_QUOTE);
  g_assert_nonnull (strstr (error->message, "row 3 (line 3)"));
  g_assert_cmpstr (rows, ==, "1:1[a|b]2:2[c|d]");
}

static void
test_bounds (void)
{
  g_autoptr (GString) text = g_string_new ("a,b\n\"");
  g_autoptr (GError) quote = NULL, columns = NULL, field = NULL;
  g_autofree char *rows = NULL;

  /* An unclosed mark is told after one field's worth, not at the end of a huge file; also if only line ends follow. */
  for (int i = 0; i < 2 * DAFTAR_CSV_MAX_FIELD; i++)
    g_string_append_c (text, '\n');
  rows = read_all (',', text->str, text->len, 65536, &quote);
  g_assert_error (quote, DAFTAR_EXCHANGE_ERROR, DAFTAR_EXCHANGE_ERROR_QUOTE);

  g_string_truncate (text, 0);
  for (int i = 0; i < DAFTAR_CSV_MAX_COLUMNS; i++)
    g_string_append_c (text, ',');
  g_free (g_steal_pointer (&rows));
  rows = read_all (',', text->str, text->len, 65536, &columns);
  g_assert_error (columns, DAFTAR_EXCHANGE_ERROR, DAFTAR_EXCHANGE_ERROR_TOO_LARGE);

  g_string_truncate (text, 0);
  for (int i = 0; i < 2 * DAFTAR_CSV_MAX_FIELD; i++)
    g_string_append_c (text, 'x');
  g_free (g_steal_pointer (&rows));
  rows = read_all (',', text->str, text->len, 65536, &field);
  g_assert_error (field, DAFTAR_EXCHANGE_ERROR, DAFTAR_EXCHANGE_ERROR_TOO_LARGE);
}

static gboolean
stop_cb (const DaftarCsvRow  *row,
         gpointer             user_data,
         GError             **error)
{
  g_set_error_literal (error, DAFTAR_EXCHANGE_ERROR, DAFTAR_EXCHANGE_ERROR_SYNTAX, "enough");
  return FALSE;
}

static void
test_stop (void)
{
  g_autoptr (DaftarCsvReader) reader = daftar_csv_reader_new (',');
  g_autoptr (GError) error = NULL;

  daftar_csv_reader_set_func (reader, stop_cb, NULL);
  g_assert_false (daftar_csv_reader_feed (reader, "a,b\nc,d\n", 8, &error));
  g_assert_error (error, DAFTAR_EXCHANGE_ERROR, DAFTAR_EXCHANGE_ERROR_SYNTAX);
}

static void
test_delimiter (void)
{
  static const struct
  {
    const char *text;
    char delimiter;
  } cases[] = {
    { "a,b,c\n1,2,3\n", ',' },
    { "a;b;c\n1;2,5;3\n1;2;3\n", ';' },
    { "a;b\n1,5;2,5\n1,7;2,8\n", ';' },
    { "a\tb\n1, 2\t3\n4\t5\n", '\t' },
    { "a|b|c\n1|2, x|3\n", '|' },
    { "name,note\nAli,\"a;b;c\nd;e;f\"\nMona,\"x;y\"\n", ',' },
    { "name\nAli\n", ',' },
    { "", ',' },
    { "sep=|\na,b|c,d\n", '|' },
    { "\357\273\277a;b\n1;2\n", ';' },
    { "a;b\n\"x;y\",z;1\n3;\"4\n5", ';' },
    { "الاسم;العنوان\nعلي;شارع، 5, الرياض\nمنى;جدة\n", ';' },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %u", i);
      g_assert_cmpint (daftar_csv_detect_delimiter (cases[i].text, strlen (cases[i].text)), ==, cases[i].delimiter);
    }
}

static gboolean
count_cb (const DaftarCsvRow  *row,
          gpointer             user_data,
          GError             **error)
{
  guint *counts = user_data;

  counts[0]++;
  g_assert_cmpuint (row->n_fields, ==, counts[1]);
  return TRUE;
}

static void
test_files (void)
{
  static const struct
  {
    const char *name;
    char delimiter;
    guint columns, rows;
  } files[] = {
    { "csv/customers-utf-8.csv", ',', 7, 41 },
    { "csv/shop-export-windows-1256.csv", ';', 8, 41 },
    { "csv/messy-utf-8.csv", ',', 7, 41 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GBytes) bytes = support_fixture (files[i].name);
      gsize length;
      const guint8 *data = g_bytes_get_data (bytes, &length);
      g_autoptr (DaftarCharsetConverter) converter = daftar_charset_converter_new (daftar_charset_detect (data, length), NULL);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (DaftarCsvReader) reader = NULL;
      g_autoptr (GError) error = NULL;
      guint counts[2] = { 0, files[i].columns };

      daftar_charset_converter_feed (converter, data, length, text);
      g_assert_cmpuint (daftar_charset_converter_get_replaced (converter), ==, 0);
      g_assert_cmpint (daftar_csv_detect_delimiter (text->str, text->len), ==, files[i].delimiter);
      reader = daftar_csv_reader_new (files[i].delimiter);
      daftar_csv_reader_set_func (reader, count_cb, counts);
      daftar_csv_reader_feed (reader, text->str, text->len, &error);
      g_assert_no_error (error);
      daftar_csv_reader_finish (reader, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (counts[0], ==, files[i].rows);
    }
}

static void
test_write (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (DaftarCsvWriter) writer = daftar_csv_writer_new (out, 0);

  daftar_csv_writer_add_text (writer, "الاسم");
  daftar_csv_writer_add_text (writer, "a;b");
  daftar_csv_writer_add_text (writer, NULL);
  daftar_csv_writer_add_text (writer, "say \"hi\"");
  daftar_csv_writer_end_row (writer);
  daftar_csv_writer_add_number (writer, 1250, 2);
  daftar_csv_writer_add_number (writer, -5, 3);
  daftar_csv_writer_add_number (writer, G_MININT64, 0);
  daftar_csv_writer_add_text (writer, "+966 50 123 4567");
  daftar_csv_writer_end_row (writer);
  daftar_csv_writer_add_text (writer, "");
  daftar_csv_writer_end_row (writer);
  g_assert_cmpstr (out->str, ==,
                   "\357\273\277الاسم,\"a;b\",,\"say \"\"hi\"\"\"\r\n"
                   "12.50,-0.005,-9223372036854775808,+966 50 123 4567\r\n\"\"\r\n");
}

static void
test_guard (void)
{
  static const char *const guarded[] = {
    "=1+1", "=cmd|' /C calc'!A0", "@SUM(A1)", "+1+cmd|' /C calc'!A0", "-2+3", "\t=1", "\r=1", "'=1", "''@", "+966-50-123-4567", "+", "＝1",
  };
  static const char *const plain[] = {
    "+966501234567", "+966 50 123 4567", "+1 (212) 555.0100", "-12.50", "محمد", "'tis", "a=b", "a@b.example", "050", "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (guarded); i++)
    g_assert_true (daftar_csv_needs_guard (guarded[i]));
  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    g_assert_false (daftar_csv_needs_guard (plain[i]));
}

static gboolean
compare_cb (const DaftarCsvRow  *row,
            gpointer             user_data,
            GError             **error)
{
  const char *const **expected = user_data;

  for (guint i = 0; i < row->n_fields; i++)
    g_assert_cmpstr (row->fields[i], ==, *(*expected)++);
  return TRUE;
}

static void
test_round_trip (void)
{
  static const char *const texts[] = {
    "=1+1", "'=1+1", "''''+x", "'", "''", "'a", "+966-50", "+966501234567", "'+966501234567", "\"", "\"\"", "a\r\nb", "\n", "\r", ",",
    ";", " a ", "\t", "-", "--", "@", "محمد «أبو علي»", "=\"x\"", "'=\n", "a\"b", "＝1",
  };
  static const char delimiters[] = ",;\t|";

  for (const char *d = delimiters; *d != '\0'; d++)
    {
      g_autoptr (GString) out = g_string_new (NULL);
      g_autoptr (DaftarCsvWriter) writer = daftar_csv_writer_new (out, *d);
      g_autoptr (DaftarCsvReader) reader = daftar_csv_reader_new (*d);
      g_autoptr (GError) error = NULL;
      const char *const *expected = texts;

      for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        {
          daftar_csv_writer_add_text (writer, texts[i]);
          if (i % 3 == 2 || i == G_N_ELEMENTS (texts) - 1)
            daftar_csv_writer_end_row (writer);
        }
      daftar_csv_reader_set_func (reader, compare_cb, &expected);
      daftar_csv_reader_feed (reader, out->str, out->len, &error);
      g_assert_no_error (error);
      daftar_csv_reader_finish (reader, &error);
      g_assert_no_error (error);
      g_assert_true (expected == texts + G_N_ELEMENTS (texts));
    }
}

static gboolean
sum_cb (const DaftarCsvRow  *row,
        gpointer             user_data,
        GError             **error)
{
  *(guint64 *) user_data += row->n_fields;
  return TRUE;
}

/* With -m perf: how many megabytes a second, beside memchr over the same text. */
static void
test_speed (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (DaftarCsvReader) reader = daftar_csv_reader_new (',');
  g_autoptr (DaftarCharsetConverter) converter = daftar_charset_converter_new ("UTF-8", NULL);
  g_autoptr (GString) utf8 = g_string_new (NULL);
  gsize size = g_test_perf () ? 92 * 1000 * 1000 : 1000 * 1000;
  guint64 fields = 0, expected = 0;
  double seconds;

  while (text->len < size)
    {
      g_string_append (text, "عوضية القلال,العطار LLC,+20 10 553 71133,,القاهرة,\"465 درب، طريق\",\"a \"\"b\"\"\"\r\n");
      expected += 7;
    }
  g_test_timer_start ();
  daftar_csv_reader_set_func (reader, sum_cb, &fields);
  for (gsize at = 0; at < text->len; at += 65536)
    {
      g_string_truncate (utf8, 0);
      daftar_charset_converter_feed (converter, (const guint8 *) text->str + at, MIN (65536, text->len - at), utf8);
      g_assert_true (daftar_csv_reader_feed (reader, utf8->str, utf8->len, NULL));
    }
  g_assert_true (daftar_csv_reader_finish (reader, NULL));
  seconds = g_test_timer_elapsed ();
  g_assert_cmpuint (fields, ==, expected);
  g_test_maximized_result (text->len / 1e6 / seconds, "%.0f MB/s, %.2f s for %.0f MB, validated and parsed",
                           text->len / 1e6 / seconds, seconds, text->len / 1e6);
}

static gboolean
keep_cb (const DaftarCsvRow  *row,
         gpointer             rows,
         GError             **error)
{
  char **fields = g_new0 (char *, row->n_fields + 1);

  for (guint i = 0; i < row->n_fields; i++)
    fields[i] = g_strdup (row->fields[i]);
  g_ptr_array_add (rows, fields);
  return TRUE;
}

/* Some databases put fields into apostrophes; a name with one in it proves nothing. */
static void
test_quote (void)
{
  static const struct
  {
    const char *text;
    char quote;
  } cases[] = {
    { "'a','b'\n'c','d, e'\n", '\'' },       { "a,b\nO'Neil,d\n", '"' },   { "\"a\",'b'\n", '"' }, { "", '"' },
    { "'+966 50,b\n'=1+1,d\nx,y\n", '"' }, { "a;'b'\n'c';'d'\n", '\'' },
  };
  g_autoptr (DaftarCsvReader) reader = daftar_csv_reader_new (',');
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  const char *text = "'a','it''s, b'\n";

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (daftar_csv_detect_quote (cases[i].text, strlen (cases[i].text), strchr (cases[i].text, ';') ? ';' : ','),
                     ==, cases[i].quote);
  daftar_csv_reader_set_quote (reader, '\'');
  daftar_csv_reader_set_func (reader, keep_cb, rows);
  g_assert_true (daftar_csv_reader_feed (reader, text, strlen (text), NULL));
  g_assert_true (daftar_csv_reader_finish (reader, NULL));
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpstr (((char **) g_ptr_array_index (rows, 0))[0], ==, "a");
  g_assert_cmpstr (((char **) g_ptr_array_index (rows, 0))[1], ==, "it's, b");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/read", test_read);
  g_test_add_func ("/csv/nul", test_nul);
  g_test_add_func ("/csv/unclosed", test_unclosed);
  g_test_add_func ("/csv/bounds", test_bounds);
  g_test_add_func ("/csv/stop", test_stop);
  g_test_add_func ("/csv/delimiter", test_delimiter);
  g_test_add_func ("/csv/files", test_files);
  g_test_add_func ("/csv/write", test_write);
  g_test_add_func ("/csv/guard", test_guard);
  g_test_add_func ("/csv/round-trip", test_round_trip);
  g_test_add_func ("/csv/speed", test_speed);
  g_test_add_func ("/csv/quote", test_quote);
  return g_test_run ();
}
