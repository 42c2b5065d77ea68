/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "daftar-charset.h"
#include "daftar-exchange-error.h"
#include "support.h"

#define ARABIC "الاسم;الجوال;المدينة\nمحمد بن عبد الله;0501234567;الرياض\nفاطمة الزهراء؛ لا يوجد،;+96655;القاهرة\n"
#define FRENCH "Nom;Ville\nHélène Lefèvre;Orléans\nFrançois Müller;Besançon\n"

static char *
encode (const char *text,
        const char *charset,
        gsize      *length)
{
  g_autoptr (GError) error = NULL;
  char *bytes = g_convert (text, -1, charset, "UTF-8", NULL, length, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
test_detect (void)
{
  static const struct
  {
    const char *text, *written, *detected;
  } cases[] = {
    { ARABIC, "UTF-8", "UTF-8" },
    { ARABIC, "UTF-16LE", "UTF-16LE" },
    { ARABIC, "UTF-16BE", "UTF-16BE" },
    { ARABIC, "WINDOWS-1256", "WINDOWS-1256" },
    { ARABIC, "ISO-8859-6", "ISO-8859-6" },
    { "محمد", "WINDOWS-1256", "WINDOWS-1256" },
    { "الاسم", "ISO-8859-6", "ISO-8859-6" },
    { "هند سليم", "ISO-8859-6", "ISO-8859-6" },
    { "هند سليم", "WINDOWS-1256", "WINDOWS-1256" },
    { "name,city\nAli,Jeddah\nمنى,جدة\n", "WINDOWS-1256", "WINDOWS-1256" },
    { FRENCH, "WINDOWS-1252", "WINDOWS-1252" },
    { FRENCH, "UTF-16LE", "UTF-16LE" },
    { FRENCH, "UTF-8", "UTF-8" },
    { "name,phone\nAli,1\n", "UTF-8", "UTF-8" },
    { "name,phone\nAli,1\n", "UTF-16BE", "UTF-16BE" },
    { "\357\273\277name", "UTF-16BE", "UTF-16BE" },
    { "\357\273\277ا", "UTF-16LE", "UTF-16LE" },
    { "", "UTF-8", "UTF-8" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize length;
      g_autofree char *bytes = encode (cases[i].text, cases[i].written, &length);

      g_test_message ("case %u, %s", i, cases[i].written);
      g_assert_cmpstr (daftar_charset_detect ((const guint8 *) bytes, length), ==, cases[i].detected);
    }
}

static void
test_detect_cut (void)
{
  /* A sample may end anywhere, also in the middle of a character. */
  for (gsize length = 1; length < strlen (ARABIC); length++)
    g_assert_cmpstr (daftar_charset_detect ((const guint8 *) ARABIC, length), ==, "UTF-8");
}

static void
test_detect_broken_utf8 (void)
{
  g_autofree char *text = g_strconcat (ARABIC, "\xff\xe1", ARABIC, NULL);

  g_assert_cmpstr (daftar_charset_detect ((const guint8 *) text, strlen (text)), ==, "UTF-8");
}

static void
test_detect_file (void)
{
  g_autoptr (GBytes) old = support_fixture ("csv/shop-export-windows-1256.csv");
  g_autoptr (GBytes) new = support_fixture ("csv/customers-utf-8.csv");
  gsize length;
  const guint8 *data = g_bytes_get_data (old, &length);

  g_assert_cmpstr (daftar_charset_detect (data, length), ==, "WINDOWS-1256");
  data = g_bytes_get_data (new, &length);
  g_assert_cmpstr (daftar_charset_detect (data, length), ==, "UTF-8");
}

/* Feeds in pieces of @step bytes. */
static char *
convert (const char *charset,
         const char *bytes,
         gsize       length,
         gsize       step,
         guint64    *replaced)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DaftarCharsetConverter) converter = daftar_charset_converter_new (charset, &error);
  GString *out = g_string_new (NULL);

  g_assert_no_error (error);
  for (gsize at = 0; at < length; at += step)
    daftar_charset_converter_feed (converter, (const guint8 *) bytes + at, MIN (step, length - at), out);
  daftar_charset_converter_finish (converter, out);
  *replaced = daftar_charset_converter_get_replaced (converter);
  g_assert_true (g_utf8_validate_len (out->str, out->len, NULL));
  return g_string_free (out, FALSE);
}

static void
test_convert (void)
{
  static const char *const charsets[] = { "UTF-8", "UTF-16LE", "UTF-16BE", "UTF-16", "WINDOWS-1256", "ISO-8859-6", "UTF-32LE" };
  static const gsize steps[] = { 1, 2, 3, 5, 7, 64, 100000 };

  for (guint c = 0; c < G_N_ELEMENTS (charsets); c++)
    {
      gsize length;
      g_autofree char *bytes = encode (ARABIC, charsets[c], &length);

      for (guint s = 0; s < G_N_ELEMENTS (steps); s++)
        {
          guint64 replaced;
          g_autofree char *text = convert (charsets[c], bytes, length, steps[s], &replaced);

          g_assert_cmpstr (text, ==, ARABIC);
          g_assert_cmpuint (replaced, ==, 0);
        }
    }
}

/* GLib's validation is the oracle, over every character and over every pair of bytes. */
static void
test_utf8 (void)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_autofree char *same = NULL;
  guint64 replaced;

  for (gunichar c = 1; c <= 0x10ffff; c++)
    if (c < 0xd800 || c >= 0xe000)
      g_string_append_unichar (all, c);
  same = convert ("UTF-8", all->str, all->len, 65536, &replaced);
  g_assert_cmpuint (replaced, ==, 0);
  g_assert_true (g_str_equal (same, all->str));

  for (guint i = 0; i < 0x10000; i++)
    for (guint tail = 0; tail < 3; tail++)
      {
        const char text[] = { i >> 8, i & 0xff, 0xbf, 0x80, 'a', 'b' };
        gsize length = 2 + tail;
        g_autofree char *out = convert ("UTF-8", text, length, length, &replaced);

        g_assert_true ((replaced == 0) == g_utf8_validate_len (text, length, NULL));
      }
}

static void
test_convert_bad (void)
{
  static const struct
  {
    const char *charset, *bytes;
    gsize length;
    const char *text;
    guint64 replaced;
  } cases[] = {
    { "UTF-8", "\357\273\277ab", 5, "ab", 0 },
    { "UTF-8", "a\xff" "b", 3, "a\357\277\275b", 1 },
    { "UTF-8", "a\0b", 3, "a\357\277\275b", 1 },
    { "UTF-8", "\xd8", 1, "\357\277\275", 1 },
    { "UTF-8", "\xd8" "a", 2, "\357\277\275a", 1 },
    { "UTF-8", "\xed\xa0\x80", 3, "\357\277\275\357\277\275\357\277\275", 3 },
    { "UTF-16LE", "\xff\xfe" "a\0b\0", 6, "ab", 0 },
    { "UTF-16LE", "a\0\0\0b\0", 6, "a\357\277\275b", 1 },
    { "UTF-16LE", "a\0\0\xdc" "b\0", 6, "a\357\277\275b", 1 },
    { "UTF-16LE", "a\0b", 3, "a\357\277\275", 1 },
    { "ISO-8859-6", "a\xff" "b", 3, "a\357\277\275b", 1 },
    { "WINDOWS-1252", "caf\xe9", 4, "café", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize step = 1; step <= cases[i].length; step++)
      {
        guint64 replaced;
        g_autofree char *text = convert (cases[i].charset, cases[i].bytes, cases[i].length, step, &replaced);

        g_test_message ("case %u, pieces of %" G_GSIZE_FORMAT, i, step);
        g_assert_cmpstr (text, ==, cases[i].text);
        g_assert_cmpuint (replaced, ==, cases[i].replaced);
      }
}

/* Our tables against iconv, byte by byte. */
static void
test_tables (void)
{
  static const char *const charsets[] = { "WINDOWS-1256", "ISO-8859-6", "WINDOWS-1252" };

  for (guint c = 0; c < G_N_ELEMENTS (charsets); c++)
    for (guint i = 1; i < 256; i++)
      {
        const char byte[] = { i, '\0' };
        guint64 replaced;
        g_autofree char *ours = convert (charsets[c], byte, 1, 1, &replaced);
        g_autofree char *theirs = g_convert (byte, 1, "UTF-8", charsets[c], NULL, NULL, NULL);

        g_assert_cmpstr (ours, ==, theirs != NULL ? theirs : "\357\277\275");
        g_assert_cmpuint (replaced, ==, theirs == NULL);
      }
}

static void
test_unknown (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (daftar_charset_converter_new ("NO-SUCH-CHARSET", &error));
  g_assert_error (error, DAFTAR_EXCHANGE_ERROR, DAFTAR_EXCHANGE_ERROR_CHARSET);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charset/detect", test_detect);
  g_test_add_func ("/charset/detect/cut", test_detect_cut);
  g_test_add_func ("/charset/detect/broken-utf8", test_detect_broken_utf8);
  g_test_add_func ("/charset/detect/file", test_detect_file);
  g_test_add_func ("/charset/convert", test_convert);
  g_test_add_func ("/charset/convert/bad", test_convert_bad);
  g_test_add_func ("/charset/convert/utf8", test_utf8);
  g_test_add_func ("/charset/convert/tables", test_tables);
  g_test_add_func ("/charset/unknown", test_unknown);
  return g_test_run ();
}
