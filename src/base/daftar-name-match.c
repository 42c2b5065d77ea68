/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-name-match.h"

#include <string.h>

#define ARTICLE "ال"
#define ALLAH "الله"
#define MAX_LETTERS 200

/* Written in one with the next word, or not. */
static const char *const joiners[] = { "عبد", "ابو", "ابا", "ابي", "ام", "abd", "abdul", "abdel", "abu", "umm", NULL };

/* Written, or not. */
static const char *const fillers[] = { "ال", "بن", "ابن", "بنت", "al", "el", "bin", "ibn", "ben", "bint", NULL };

/* --- Words. ----------------------------------------------------------------------------------------- */

static const char *
without_article (const char *word)
{
  if (g_str_has_prefix (word, ARTICLE) && strcmp (word, ALLAH) != 0 && g_utf8_strlen (word, -1) >= 4)
    return word + strlen (ARTICLE);
  return word;
}

/* عبد الرحمن, عبدالرحمن and عبد رحمن are one word; so are أبا بكر and أبوبكر. */
static char *
join (const char *first,
      const char *next)
{
  if (strcmp (first, "ابا") == 0 || strcmp (first, "ابي") == 0)
    first = "ابو";
  else if (strcmp (first, "abdul") == 0 || strcmp (first, "abdel") == 0)
    first = "abd";
  return g_strconcat (first, g_str_has_prefix (next, ARTICLE) ? next + strlen (ARTICLE) : next, NULL);
}

static char *
plain_word (const char *word)
{
  if (g_str_has_prefix (word, "عبدال") && g_utf8_strlen (word, -1) >= 7)
    return g_strconcat ("عبد", word + strlen ("عبدال"), NULL);
  if ((g_str_has_prefix (word, "abdul") || g_str_has_prefix (word, "abdel")) && strlen (word) >= 8)
    return g_strconcat ("abd", word + strlen ("abdul"), NULL);
  return g_strdup (without_article (word));
}

/**
 * daftar_name_words:
 * @fold: (nullable): what daftar_text_fold() made of a name
 *
 * Returns: (transfer full): the name's words as they are compared: without what may be written or not, and with what may
 *   be written together in one
 */
char **
daftar_name_words (const char *fold)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) parts = g_strsplit (fold != NULL ? fold : "", " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *next = parts[i + 1];

      if (*parts[i] == '\0' || (next != NULL && g_strv_contains (fillers, parts[i])))
        continue;
      if (next != NULL && g_strv_contains (joiners, parts[i]))
        {
          g_ptr_array_add (words, join (parts[i], next));
          i++;
        }
      else if (next != NULL && strcmp (next, "الدين") == 0)
        {
          g_ptr_array_add (words, g_strconcat (without_article (parts[i]), next, NULL));
          i++;
        }
      else
        g_ptr_array_add (words, plain_word (parts[i]));
    }
  g_ptr_array_add (words, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&words), FALSE);
}

/* --- Comparing. ------------------------------------------------------------------------------------- */

static int
compare_words (const void *a,
               const void *b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static gboolean
same_sorted (char  **one,
             char  **other,
             guint   n)
{
  g_autofree char **a = g_memdup2 (one, n * sizeof *one);
  g_autofree char **b = g_memdup2 (other, n * sizeof *other);

  qsort (a, n, sizeof *a, compare_words);
  qsort (b, n, sizeof *b, compare_words);
  for (guint i = 0; i < n; i++)
    if (strcmp (a[i], b[i]) != 0)
      return FALSE;
  return TRUE;
}

/* Whether the rests are equal but for one letter; a digit that is other is another number, not a slip. */
static gboolean
one_letter (const gunichar *a,
            glong           n_a,
            const gunichar *b,
            glong           n_b)
{
  glong start = 0, end = 0;

  while (start < n_a && start < n_b && a[start] == b[start])
    start++;
  while (end < n_a - start && end < n_b - start && a[n_a - 1 - end] == b[n_b - 1 - end])
    end++;
  n_a -= start + end;
  n_b -= start + end;
  for (glong i = 0; i < MAX (n_a, n_b); i++)
    if ((i < n_a && g_unichar_isdigit (a[start + i])) || (i < n_b && g_unichar_isdigit (b[start + i])))
      return FALSE;
  if (n_a == 2 && n_b == 2)
    return a[start] == b[start + 1] && a[start + 1] == b[start];
  return n_a <= 1 && n_b <= 1;
}

static gboolean
near (const char *one,
      const char *other)
{
  glong n_one = g_utf8_strlen (one, -1), n_other = g_utf8_strlen (other, -1);
  g_autofree gunichar *a = NULL;
  g_autofree gunichar *b = NULL;

  if (MIN (n_one, n_other) < DAFTAR_NAME_MIN_LETTERS || ABS (n_one - n_other) > 1 || n_one > MAX_LETTERS)
    return FALSE;
  a = g_utf8_to_ucs4_fast (one, -1, NULL);
  b = g_utf8_to_ucs4_fast (other, -1, NULL);
  return one_letter (a, n_one, b, n_other);
}

/* Whether the shorter one has the first and the last word of the longer one and nothing that isn't in it, in order. */
static gboolean
is_part (char  **shorter,
         guint   n_shorter,
         char  **longer,
         guint   n_longer)
{
  guint at = 0;

  if (n_shorter < 2 || n_shorter >= n_longer || strcmp (shorter[0], longer[0]) != 0
      || strcmp (shorter[n_shorter - 1], longer[n_longer - 1]) != 0)
    return FALSE;
  for (guint i = 0; i < n_longer && at < n_shorter; i++)
    at += strcmp (shorter[at], longer[i]) == 0;
  return at == n_shorter;
}

/**
 * daftar_name_compare:
 * @fold: (nullable): what daftar_text_fold() made of a name
 * @other_fold: (nullable): and of another
 *
 * Returns: how alike they are
 */
DaftarNameMatch
daftar_name_compare (const char *fold,
                     const char *other_fold)
{
  g_auto (GStrv) one = daftar_name_words (fold);
  g_auto (GStrv) other = daftar_name_words (other_fold);
  g_autofree char *joined = g_strjoinv ("", one);
  g_autofree char *other_joined = g_strjoinv ("", other);
  guint n = g_strv_length (one), n_other = g_strv_length (other);

  if (*joined == '\0' || *other_joined == '\0')
    return DAFTAR_NAMES_DIFFERENT;
  if (strcmp (fold, other_fold) == 0)
    return DAFTAR_NAMES_SAME;
  if (strcmp (joined, other_joined) == 0)
    return DAFTAR_NAMES_SPELLING;
  if (n == n_other && n > 1 && same_sorted (one, other, n))
    return DAFTAR_NAMES_ORDER;
  if (near (joined, other_joined))
    return DAFTAR_NAMES_LETTER;
  return is_part (one, n, other, n_other) || is_part (other, n_other, one, n) ? DAFTAR_NAMES_PART
                                                                              : DAFTAR_NAMES_DIFFERENT;
}
