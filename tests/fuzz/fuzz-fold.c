/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fold that search and duplicates stand on: of any text it gives UTF-8, folding again changes nothing, its words
 * come from it, and matches lie within the text on borders of characters. A part of the text is looked for in it. */
#include "daftar-text.h"

#include <string.h>

#define MAX_MATCHES 16

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *raw = g_strndup ((const char *) data, size);
  g_autofree char *text = g_utf8_make_valid (raw, -1);
  g_autofree char *fold = daftar_text_fold (text);
  g_autofree char *again = daftar_text_fold (fold);
  g_autofree char *query = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), 3));
  g_auto (GStrv) words = daftar_text_fold_words (text);
  DaftarTextRange ranges[MAX_MATCHES];
  guint n;

  g_assert_true (g_utf8_validate (fold, -1, NULL));
  g_assert_cmpstr (again, ==, fold);
  for (guint i = 0; words[i] != NULL; i++)
    g_assert_true (g_utf8_validate (words[i], -1, NULL) && strchr (words[i], '"') == NULL);
  n = daftar_text_find_matches (text, query, ranges, MAX_MATCHES);
  for (guint i = 0; i < MIN (n, MAX_MATCHES); i++)
    {
      g_assert_cmpuint (ranges[i].start, <=, ranges[i].end);
      g_assert_cmpuint (ranges[i].end, <=, strlen (text));
      g_assert_true (g_utf8_validate (text + ranges[i].start, ranges[i].end - ranges[i].start, NULL));
    }
  return 0;
}
