/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every reader over samples that were cut off or damaged: it may refuse, it may neither crash, hang nor hand out text
 * that is not UTF-8. The damage is the same in every run. Worth most in a build with sanitizers. */
#include <string.h>

#include "daftar-charset.h"
#include "daftar-column-guess.h"
#include "daftar-csv-reader.h"
#include "daftar-json-reader.h"
#include "daftar-vcard-reader.h"
#include "daftar-vcard-writer.h"
#include "support.h"

typedef void (*ReadFunc) (const char *data,
                          gsize       length,
                          gsize       step);

static gboolean
row_cb (const DaftarCsvRow  *row,
        gpointer             user_data,
        GError             **error)
{
  for (guint i = 0; i < row->n_fields; i++)
    g_assert_true (g_utf8_validate (row->fields[i], -1, NULL));
  return TRUE;
}

static void
read_csv (const char *data,
          gsize       length,
          gsize       step)
{
  g_autoptr (DaftarCharsetConverter) converter = daftar_charset_converter_new (daftar_charset_detect ((const guint8 *) data, length), NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (DaftarCsvReader) reader = NULL;
  g_autoptr (GError) error = NULL;
  gboolean ok = TRUE;

  for (gsize at = 0; at < length; at += step)
    daftar_charset_converter_feed (converter, (const guint8 *) data + at, MIN (step, length - at), text);
  daftar_charset_converter_finish (converter, text);
  g_assert_true (g_utf8_validate_len (text->str, text->len, NULL));
  reader = daftar_csv_reader_new (daftar_csv_detect_delimiter (text->str, text->len));
  daftar_csv_reader_set_func (reader, row_cb, NULL);
  for (gsize at = 0; ok && at < text->len; at += step)
    ok = daftar_csv_reader_feed (reader, text->str + at, MIN (step, text->len - at), &error);
  if (ok)
    ok = daftar_csv_reader_finish (reader, &error);
  g_assert_true (ok == (error == NULL));
}

static gboolean
card_cb (DaftarExchangeCard  *card,
         gpointer             user_data,
         GError             **error)
{
  g_autoptr (GString) out = g_string_new (NULL);

  daftar_vcard_write (out, card, DAFTAR_VCARD_4_0);
  daftar_vcard_write (out, card, DAFTAR_VCARD_3_0);
  g_assert_true (g_utf8_validate (out->str, out->len, NULL));
  return TRUE;
}

static void
read_vcard (const char *data,
            gsize       length,
            gsize       step)
{
  g_autoptr (DaftarVcardReader) reader = daftar_vcard_reader_new (card_cb, NULL);
  g_autoptr (GError) error = NULL;

  for (gsize at = 0; at < length; at += step)
    g_assert_true (daftar_vcard_reader_feed (reader, data + at, MIN (step, length - at), &error));
  g_assert_true (daftar_vcard_reader_finish (reader, &error) == (error == NULL));
}

typedef struct
{
  const char *data;
  gsize left, step;
} Source;

static gssize
fill_cb (char     *buffer,
         gsize     size,
         gpointer  user_data,
         GError  **error)
{
  Source *source = user_data;
  gsize n = MIN (MIN (size, source->step), source->left);

  if (n > 0)
    memcpy (buffer, source->data, n);
  source->data += n;
  source->left -= n;
  return n;
}

static void
read_json (const char *data,
           gsize       length,
           gsize       step)
{
  Source source = { data, length, step };
  g_autoptr (DaftarJsonReader) reader = daftar_json_reader_new (fill_cb, &source);
  g_autoptr (GError) error = NULL;
  DaftarJsonToken token;

  do
    token = daftar_json_reader_next (reader, &error);
  while (token != DAFTAR_JSON_END && token != DAFTAR_JSON_ERROR);
  g_assert_true ((token == DAFTAR_JSON_ERROR) == (error != NULL));
}

static void
damage (GRand  *rand,
        char   *data,
        gsize  *length)
{
  static const char telling[] = "\"\\:;,=\r\n\t {}[]'\0\xff\xef\xd8";
  int n = g_rand_int_range (rand, 1, 6);

  for (int i = 0; i < n; i++)
    {
      gsize at = g_rand_int_range (rand, 0, *length);

      switch (g_rand_int_range (rand, 0, 4))
        {
        case 0:
          data[at] ^= 1 << g_rand_int_range (rand, 0, 8);
          break;
        case 1:
          data[at] = g_rand_int_range (rand, 0, 256);
          break;
        case 2:
          data[at] = telling[g_rand_int_range (rand, 0, sizeof telling)];
          break;
        default:
          memmove (data + at, data + at + 1, *length - at - 1);
          (*length)--;
          break;
        }
    }
}

static void
fuzz (const char *data,
      gsize       length,
      ReadFunc    read)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1445);
  gsize stride = g_test_slow () ? 1 : MAX (1, length / 200);
  int rounds = g_test_slow () ? 5000 : 200;

  for (gsize cut = 0; cut <= length; cut += stride)
    {
      /* A copy of its own, so that a byte too far is noticed. */
      g_autofree char *prefix = g_memdup2 (data, cut);

      read (prefix, cut, 97);
    }
  for (int i = 0; i < rounds; i++)
    {
      g_autofree char *copy = g_memdup2 (data, length);
      gsize left = length;

      damage (rand, copy, &left);
      read (copy, left, g_rand_int_range (rand, 1, 300));
    }
}

static void
fuzz_folder (const char *folder,
             ReadFunc    read)
{
  g_autoptr (GPtrArray) names = support_fixtures (folder);

  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (GBytes) bytes = support_fixture (names->pdata[i]);
      gsize length;
      const char *data = g_bytes_get_data (bytes, &length);

      g_test_message ("%s", (char *) names->pdata[i]);
      fuzz (data, length, read);
    }
}

static void
test_csv (void)
{
  fuzz_folder ("csv", read_csv);
}

static void
test_vcard (void)
{
  fuzz_folder ("vcards/kcontacts", read_vcard);
  fuzz_folder ("vcards/evolution-data-server", read_vcard);
}

static void
test_json (void)
{
  static const char text[] =
    "{\"format\":\"daftar\",\"version\":1,\"customers\":[\n{\"id\":\"01H\",\"name\":\"محمد \\\"أبو علي\\\"\\n\",\"value\":-12500,"
    "\"ratio\":1.5e-3,\"tags\":[\"a\",\"\\ud83d\\ude00\",null,true,false],\"deep\":[[[{\"x\":{}}]]]}\n]}\n";

  fuzz (text, strlen (text), read_json);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fuzz/csv", test_csv);
  g_test_add_func ("/fuzz/vcard", test_vcard);
  g_test_add_func ("/fuzz/json", test_json);
  return g_test_run ();
}
