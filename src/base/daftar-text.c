/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include <string.h>
#include <unicode/uchar.h>

#include "daftar-text-fold.h"

/* Marks that follow the last letter found belong to it. */
static int
with_marks (const char *text,
            int         end)
{
  for (;;)
    {
      gunichar c = g_utf8_get_char_validated (text + end, -1);

      if (c == 0 || c >= (gunichar) -2 || !(g_unichar_ismark (c) || c == 0x0640))
        return end;
      end = (int) (g_utf8_next_char (text + end) - text);
    }
}

/* How many bytes of the fold at @p (a word's start, or after its article) are @word, with spaces in between ignored when
 * @across; 0 for no match. */
static gsize
match_at (const char *p,
          const char *word,
          gboolean    across)
{
  const char *start = p;

  for (; *word != '\0'; p++)
    {
      if (*p == *word)
        word++;
      else if (!(across && *p == ' ' && p > start))
        return 0;
    }
  return p - start;
}

/* The first place after @from at which the query's word stands: at the start of a word or after its article, whole or
 * (then last resort) joined over a space, or anywhere within a word. */
static const char *
find_word (const char *fold,
           const char *word,
           gsize      *length)
{
  for (int way = 0; way < 3; way++)
    for (const char *p = fold; *p != '\0'; p = g_utf8_next_char (p))
      {
        gboolean first = p == fold || p[-1] == ' ';
        gboolean inner = !first && (p - fold == 4 || (p - fold > 4 && p[-5] == ' ')) && memcmp (p - 4, "ال", 4) == 0;

        if (*p == ' ' || (way < 2 && !first && !inner))
          continue;
        *length = match_at (p, word, way == 1);
        if (*length > 0)
          return p;
      }
  return NULL;
}

static int
compare_ranges (gconstpointer a,
                gconstpointer b)
{
  return ((const DaftarTextRange *) a)->start - ((const DaftarTextRange *) b)->start;
}

/* Sorted and without overlaps. */
static guint
tidy (DaftarTextRange *ranges,
      guint            n)
{
  guint kept = 0;

  if (n == 0)
    return 0;
  qsort (ranges, n, sizeof *ranges, compare_ranges);
  for (guint i = 1; i < n; i++)
    if (ranges[i].start <= ranges[kept].end)
      ranges[kept].end = MAX (ranges[kept].end, ranges[i].end);
    else
      ranges[++kept] = ranges[i];
  return kept + 1;
}

/**
 * daftar_text_find_matches:
 * @text: (nullable): a text as shown
 * @query: (nullable): what somebody typed
 * @ranges: (out caller-allocates) (array length=n_ranges): where the bytes to highlight go
 * @n_ranges: room in @ranges
 *
 * Finds each word of the query in @text, ignoring what the fold ignores.
 *
 * Returns: how many ranges were found, sorted, not overlapping
 */
guint
daftar_text_find_matches (const char      *text,
                          const char      *query,
                          DaftarTextRange *ranges,
                          guint            n_ranges)
{
  g_autofree DaftarTextRange *map = NULL;
  g_autofree char *fold = NULL;
  g_auto (GStrv) words = daftar_text_fold_words (query);
  guint n = 0;

  if (text == NULL)
    return 0;
  fold = daftar_text_fold_mapped (text, &map);
  for (guint i = 0; words[i] != NULL && n < n_ranges; i++)
    {
      gsize length;
      const char *p = find_word (fold, words[i], &length);

      if (p == NULL)
        continue;
      ranges[n].start = map[p - fold].start;
      ranges[n].end = with_marks (text, map[p - fold + length - 1].end);
      n++;
    }
  return tidy (ranges, n);
}

/**
 * daftar_text_find_match:
 * @text: (nullable): a text as shown
 * @query: (nullable): what somebody typed
 * @start: (out): first byte of the match in @text
 * @end: (out): the byte after it
 *
 * The whole query where it stands in one piece, else the first of its words that is found.
 *
 * Returns: whether there is a match
 */
gboolean
daftar_text_find_match (const char *text,
                        const char *query,
                        int        *start,
                        int        *end)
{
  g_autofree DaftarTextRange *map = NULL;
  g_autofree char *fold = NULL;
  g_autofree char *whole = daftar_text_fold (query);
  DaftarTextRange range;
  const char *p;
  gsize length;

  *start = *end = 0;
  if (text == NULL || *whole == '\0')
    return FALSE;
  fold = daftar_text_fold_mapped (text, &map);
  p = find_word (fold, whole, &length);
  if (p != NULL)
    {
      *start = map[p - fold].start;
      *end = with_marks (text, map[p - fold + length - 1].end);
      return TRUE;
    }
  if (daftar_text_find_matches (text, query, &range, 1) == 0)
    return FALSE;
  *start = range.start;
  *end = range.end;
  return TRUE;
}

/* The letter that stands for a word: the first after an article; 0 if it is no word to count. */
static gunichar
initial (const char *word)
{
  g_autofree char *fold = daftar_text_fold (word);

  if (*fold == '\0' || strcmp (fold, "ال") == 0 || strcmp (fold, "بن") == 0 || strcmp (fold, "ابن") == 0
      || strcmp (fold, "al") == 0 || strcmp (fold, "bin") == 0)
    return 0;
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalnum (c))
        continue;
      if (g_str_has_prefix (p, "ال") && strcmp (fold, "الله") != 0 && g_utf8_strlen (fold, -1) >= 4)
        c = g_utf8_get_char (p + strlen ("ال"));
      return g_unichar_toupper (c);
    }
  return 0;
}

/**
 * daftar_text_initials:
 * @name: (nullable): a name
 *
 * One or two letters for an avatar: of the first and of the last word, without ال, titles of one letter and the word
 * بن. Arabic letters have a space between, so that they do not join: "أ ح" for أحمد الحداد, "AH" for Ahmad Haddad.
 *
 * Returns: (transfer full): the letters; "" for none
 */
char *
daftar_text_initials (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name != NULL ? name : "", -1);
  g_auto (GStrv) words = g_strsplit_set (valid, " \t\n.-_/,()", -1);
  GString *text = g_string_new (NULL);
  gunichar first = 0, last = 0, lone = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      gunichar c = initial (words[i]);

      if (c == 0)
        continue;
      if (g_utf8_strlen (words[i], -1) == 1)
        {
          lone = lone != 0 ? lone : c;
          continue;
        }
      if (first == 0)
        first = c;
      else
        last = c;
    }
  if (first == 0)
    first = lone;
  if (first != 0)
    g_string_append_unichar (text, first);
  if (last != 0)
    {
      if (u_charDirection (last) == U_RIGHT_TO_LEFT_ARABIC || u_charDirection (first) == U_RIGHT_TO_LEFT_ARABIC)
        g_string_append_c (text, ' ');
      g_string_append_unichar (text, last);
    }
  return g_string_free (text, FALSE);
}

/**
 * daftar_text_direction:
 * @text: (nullable): any text
 *
 * The direction of the first strong character (Unicode's rules P2 and P3, isolates not skipped).
 *
 * Returns: the direction, neutral if no character has one
 */
DaftarDirection
daftar_text_direction (const char *text)
{
  while (text != NULL && *text != '\0')
    {
      gunichar c = g_utf8_get_char_validated (text, -1);

      if (c >= (gunichar) -2)
        {
          text++;
          continue;
        }
      switch (u_charDirection (c))
        {
        case U_LEFT_TO_RIGHT:
          return DAFTAR_DIRECTION_LTR;
        case U_RIGHT_TO_LEFT:
        case U_RIGHT_TO_LEFT_ARABIC:
          return DAFTAR_DIRECTION_RTL;
        default:
          text = g_utf8_next_char (text);
        }
    }
  return DAFTAR_DIRECTION_NEUTRAL;
}
