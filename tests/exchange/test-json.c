/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "daftar-exchange-error.h"
#include "daftar-json-reader.h"
#include "daftar-json-writer.h"

typedef struct
{
  const char *text;
  gsize length, at, step;
} Source;

static gssize
fill_cb (char     *buffer,
         gsize     size,
         gpointer  user_data,
         GError  **error)
{
  Source *source = user_data;
  gsize n = MIN (MIN (size, source->step), source->length - source->at);

  memcpy (buffer, source->text + source->at, n);
  source->at += n;
  return n;
}

/* The tokens in short: {n:"s",i:1} as «{ n "s" …». */
static char *
read_all (const char  *text,
          gsize        length,
          gsize        step,
          GError     **error)
{
  Source source = { text, length, 0, step };
  g_autoptr (DaftarJsonReader) reader = daftar_json_reader_new (fill_cb, &source);
  GString *out = g_string_new (NULL);

  for (;;)
    switch (daftar_json_reader_next (reader, error))
      {
      case DAFTAR_JSON_BEGIN_OBJECT:
        g_string_append (out, "{ ");
        break;
      case DAFTAR_JSON_END_OBJECT:
        g_string_append (out, "} ");
        break;
      case DAFTAR_JSON_BEGIN_ARRAY:
        g_string_append (out, "[ ");
        break;
      case DAFTAR_JSON_END_ARRAY:
        g_string_append (out, "] ");
        break;
      case DAFTAR_JSON_NAME:
        g_string_append_printf (out, "%s: ", daftar_json_reader_get_string (reader, NULL));
        break;
      case DAFTAR_JSON_STRING:
        g_string_append_printf (out, "'%s' ", daftar_json_reader_get_string (reader, NULL));
        break;
      case DAFTAR_JSON_INT:
        g_string_append_printf (out, "%" G_GINT64_FORMAT " ", daftar_json_reader_get_int (reader));
        break;
      case DAFTAR_JSON_NUMBER:
        g_string_append_printf (out, "~%s ", daftar_json_reader_get_string (reader, NULL));
        break;
      case DAFTAR_JSON_TRUE:
        g_string_append (out, "yes ");
        break;
      case DAFTAR_JSON_FALSE:
        g_string_append (out, "no ");
        break;
      case DAFTAR_JSON_NULL:
        g_string_append (out, "null ");
        break;
      case DAFTAR_JSON_END:
        g_assert_cmpuint (daftar_json_reader_get_depth (reader), ==, 0);
        return g_string_free (out, FALSE);
      case DAFTAR_JSON_ERROR:
      default:
        return g_string_free (out, FALSE);
      }
}

static void
test_read (void)
{
  static const struct
  {
    const char *text, *tokens;
  } cases[] = {
    { "{}", "{ } " },
    { " [ ] \n", "[ ] " },
    { "\"a\"", "'a' " },
    { "12", "12 " },
    { "[-9223372036854775808,9223372036854775807]", "[ -9223372036854775808 9223372036854775807 ] " },
    { "[9223372036854775808,1.5,-0,1e3,2.5E-7]", "[ ~9223372036854775808 ~1.5 0 ~1e3 ~2.5E-7 ] " },
    { "{\"a\":1,\"b\":[true,false,null],\"c\":{\"d\":\"x\"}}", "{ a: 1 b: [ yes no null ] c: { d: 'x' } } " },
    { "[[],{},[[]]]", "[ [ ] { } [ [ ] ] ] " },
    { "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "'\"\\/\b\f\n\r\t' " },
    { "\"\\u0645\\u064F\\ud83d\\uDE00\"", "'مُ😀' " },
    { "\"\\ud83dx\\ud83d\\n\\ud83d\\u0041\\ude00\\ud83d\\ud83d\\ude00\"",
      "'\357\277\275x\357\277\275\n\357\277\275A\357\277\275\357\277\275😀' " },
    { "\"محمد\"", "'محمد' " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize step = 1; step <= strlen (cases[i].text); step++)
      {
        g_autoptr (GError) error = NULL;
        g_autofree char *tokens = read_all (cases[i].text, strlen (cases[i].text), step, &error);

        g_test_message ("case %u, pieces of %" G_GSIZE_FORMAT, i, step);
        g_assert_no_error (error);
        g_assert_cmpstr (tokens, ==, cases[i].tokens);
      }
}

static void
test_bad (void)
{
  static const struct
  {
    const char *text;
    int code;
  } cases[] = {
    { "", DAFTAR_EXCHANGE_ERROR_TRUNCATED },
    { "[1", DAFTAR_EXCHANGE_ERROR_TRUNCATED },
    { "{\"a", DAFTAR_EXCHANGE_ERROR_TRUNCATED },
    { "{\"a\":", DAFTAR_EXCHANGE_ERROR_TRUNCATED },
    { "\"\\u12", DAFTAR_EXCHANGE_ERROR_TRUNCATED },
    { "\"\\ud83d\\", DAFTAR_EXCHANGE_ERROR_TRUNCATED },
    { "[1,]", DAFTAR_EXCHANGE_ERROR_SYNTAX },
    { "{\"a\":1,}", DAFTAR_EXCHANGE_ERROR_SYNTAX },
    { "{a:1}", DAFTAR_EXCHANGE_ERROR_SYNTAX },
    { "{\"a\" 1}", DAFTAR_EXCHANGE_ERROR_SYNTAX },
    { "[1 2]", DAFTAR_EXCHANGE_ERROR_SYNTAX },
    { "[}", DAFTAR_EXCHANGE_ERROR_SYNTAX },
    { "[] []", DAFTAR_EXCHANGE_ERROR_SYNTAX },
    { "01", DAFTAR_EXCHANGE_ERROR_SYNTAX },
    { "[1.]", DAFTAR_EXCHANGE_ERROR_SYNTAX },
    { "[.5]", DAFTAR_EXCHANGE_ERROR_SYNTAX },
    { "[-]", DAFTAR_EXCHANGE_ERROR_SYNTAX },
    { "[1e]", DAFTAR_EXCHANGE_ERROR_SYNTAX },
    { "[tru]", DAFTAR_EXCHANGE_ERROR_SYNTAX },
    { "[NaN]", DAFTAR_EXCHANGE_ERROR_SYNTAX },
    { "\"a\nb\"", DAFTAR_EXCHANGE_ERROR_SYNTAX },
    { "\"\\x\"", DAFTAR_EXCHANGE_ERROR_SYNTAX },
    { "\"\\u12g4\"", DAFTAR_EXCHANGE_ERROR_SYNTAX },
    { "\"\xff\"", DAFTAR_EXCHANGE_ERROR_SYNTAX },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize step = 1; step <= strlen (cases[i].text) + 1; step++)
      {
        g_autoptr (GError) error = NULL;
        g_autofree char *tokens = read_all (cases[i].text, strlen (cases[i].text), step, &error);

        g_test_message ("case %u", i);
        g_assert_error (error, DAFTAR_EXCHANGE_ERROR, cases[i].code);
      }
}

static void
test_bounds (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) deep = NULL, fits = NULL, large = NULL;
  g_autofree char *tokens = NULL;

  for (int i = 0; i < DAFTAR_JSON_MAX_DEPTH; i++)
    g_string_append_c (text, '[');
  for (int i = 0; i < DAFTAR_JSON_MAX_DEPTH; i++)
    g_string_append_c (text, ']');
  tokens = read_all (text->str, text->len, 1000, &fits);
  g_assert_no_error (fits);
  g_string_prepend_c (text, '[');
  g_free (tokens);
  tokens = read_all (text->str, text->len, 1000, &deep);
  g_assert_error (deep, DAFTAR_EXCHANGE_ERROR, DAFTAR_EXCHANGE_ERROR_TOO_LARGE);

  g_string_assign (text, "\"");
  for (int i = 0; i < DAFTAR_JSON_MAX_STRING / 16 + 1; i++)
    g_string_append (text, "xxxxxxxxxxxxxxxx");
  g_free (tokens);
  tokens = read_all (text->str, text->len, 65536, &large);
  g_assert_error (large, DAFTAR_EXCHANGE_ERROR, DAFTAR_EXCHANGE_ERROR_TOO_LARGE);
}

static void
test_skip (void)
{
  static const char text[] = "{\"a\":{\"b\":[1,{\"c\":2}]},\"d\":3,\"e\":[[],[4]],\"f\":5}";
  Source source = { text, strlen (text), 0, 3 };
  g_autoptr (DaftarJsonReader) reader = daftar_json_reader_new (fill_cb, &source);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (daftar_json_reader_next (reader, &error), ==, DAFTAR_JSON_BEGIN_OBJECT);
  g_assert_cmpint (daftar_json_reader_next (reader, &error), ==, DAFTAR_JSON_NAME);
  g_assert_true (daftar_json_reader_skip (reader, &error));
  g_assert_cmpint (daftar_json_reader_next (reader, &error), ==, DAFTAR_JSON_NAME);
  g_assert_cmpstr (daftar_json_reader_get_string (reader, NULL), ==, "d");
  g_assert_true (daftar_json_reader_skip (reader, &error));
  g_assert_cmpint (daftar_json_reader_next (reader, &error), ==, DAFTAR_JSON_NAME);
  g_assert_cmpint (daftar_json_reader_next (reader, &error), ==, DAFTAR_JSON_BEGIN_ARRAY);
  g_assert_true (daftar_json_reader_skip (reader, &error));
  g_assert_cmpint (daftar_json_reader_next (reader, &error), ==, DAFTAR_JSON_NAME);
  g_assert_cmpstr (daftar_json_reader_get_string (reader, NULL), ==, "f");
  g_assert_cmpint (daftar_json_reader_next (reader, &error), ==, DAFTAR_JSON_INT);
  g_assert_cmpint (daftar_json_reader_next (reader, &error), ==, DAFTAR_JSON_END_OBJECT);
  g_assert_cmpint (daftar_json_reader_next (reader, &error), ==, DAFTAR_JSON_END);
}

static void
test_round_trip (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (DaftarJsonWriter) writer = daftar_json_writer_new (out);
  g_autoptr (GError) error = NULL;
  g_autofree char *tokens = NULL;

  daftar_json_writer_begin_object (writer);
  daftar_json_writer_member_string (writer, "name", "محمد \"أبو علي\"\n\t\\\177");
  daftar_json_writer_member_string (writer, "none", NULL);
  daftar_json_writer_member_int (writer, "amount", G_MININT64);
  daftar_json_writer_name (writer, "bad");
  daftar_json_writer_string (writer, "a\xff" "b");
  daftar_json_writer_name (writer, "list");
  daftar_json_writer_begin_array (writer);
  daftar_json_writer_bool (writer, TRUE);
  daftar_json_writer_null (writer);
  daftar_json_writer_begin_object (writer);
  daftar_json_writer_end_object (writer);
  daftar_json_writer_begin_array (writer);
  daftar_json_writer_int (writer, 1);
  daftar_json_writer_int (writer, 2);
  daftar_json_writer_end_array (writer);
  daftar_json_writer_base64 (writer, (const guint8 *) "\0\1\2\3", 4);
  daftar_json_writer_end_array (writer);
  daftar_json_writer_end_object (writer);

  tokens = read_all (out->str, out->len, 7, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tokens, ==,
                   "{ name: 'محمد \"أبو علي\"\n\t\\\177' amount: -9223372036854775808 bad: 'a\357\277\275b' "
                   "list: [ yes null { } [ 1 2 ] 'AAECAw==' ] } ");
}

static void
test_nul (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (DaftarJsonWriter) writer = daftar_json_writer_new (out);
  Source source;
  g_autoptr (DaftarJsonReader) reader = daftar_json_reader_new (fill_cb, &source);
  gsize length;

  daftar_json_writer_string_len (writer, "a\0b", 3);
  g_assert_cmpstr (out->str, ==, "\"a\\u0000b\"");
  source = (Source) { out->str, out->len, 0, 100 };
  g_assert_cmpint (daftar_json_reader_next (reader, NULL), ==, DAFTAR_JSON_STRING);
  g_assert_cmpmem (daftar_json_reader_get_string (reader, &length), length, "a\0b", 3);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/read", test_read);
  g_test_add_func ("/json/bad", test_bad);
  g_test_add_func ("/json/bounds", test_bounds);
  g_test_add_func ("/json/skip", test_skip);
  g_test_add_func ("/json/round-trip", test_round_trip);
  g_test_add_func ("/json/nul", test_nul);
  return g_test_run ();
}
