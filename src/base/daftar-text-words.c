/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include <string.h>

#include "daftar-text-fold.h"

/*
 * How a query meets an indexed name
 *
 * The index holds, for each name, the words of name_fold = daftar_text_fold (name) and the words of name_alt =
 * daftar_text_fold_alt (name_fold). A query is cut into words by daftar_text_fold_words(). A name is found when EVERY
 * query word is a PREFIX of some word of either column. The two sides share the work like this:
 *
 *   spelling            in the index                                  in the query
 *   الحداد / حداد        fold الحداد, alt حداد                           الحداد → حداد (not الله; two letters must be left)
 *   عبد الله / عبدالله    apart: alt عبدالله; joined: alt الله             each as typed; عبد is a prefix of عبدالله
 *   أبو بكر / أبوبكر      apart: alt ابوبكر; joined: alt بكر               as typed
 *   أبا بكر, أبي بكر      alt ابو and ابوبكر                              ابا, ابي before a word → ابو
 *   بن, ابن, آل, بنت      alt joined forms (السعود, بنلادن)               dropped when a word follows
 *   نور الدين, سيف الله   apart: alt نورالدين; joined: alt الدين, دين      as typed
 *   Al-Haddad, Alhaddad  apart: alt alhaddad; joined: alt haddad        al, el, bin, ibn dropped when a word follows
 *
 * The last word of a query may still be being typed, so it is never dropped.
 */

#define ARTICLE "ال"
#define ALLAH   "الله"

/* After these the next word may be written joined. */
static const char *const joiners[] = {
  "عبد", "ابو", "ابا", "ابي", "بو", "ام", "بن", "ابن", "بنت", "ال", "ذو",
  "al", "el", "abd", "abdul", "abdel", "abu", "umm", "bin", "ibn", "ben", "bou", NULL
};

/* No joiner is longer: most words need not be compared with them all. */
#define LONGEST_JOINER 6

/* These may be written joined to the word before. */
static const char *const enders[] = { ALLAH, "الدين", "الاسلام", NULL };

/* A query does without these when something follows. */
static const char *const fillers[] = { "ال", "بن", "ابن", "بنت", "al", "el", "bin", "ibn", NULL };

static gboolean
is_joiner (const char *word)
{
  return strlen (word) <= LONGEST_JOINER && g_strv_contains (joiners, word);
}

static glong
letters (const char *word)
{
  return g_utf8_strlen (word, -1);
}

/* The word after its article, or NULL if it has none that could be left off. */
static const char *
without_article (const char *word)
{
  if (!g_str_has_prefix (word, ARTICLE) || strcmp (word, ALLAH) == 0 || letters (word) < 4)
    return NULL;
  return word + strlen (ARTICLE);
}

static void
add (GPtrArray  *words,
     char      **known,
     char       *word)
{
  g_autofree char *owned = word;

  if (g_strv_contains ((const char *const *) known, owned))
    return;
  for (guint i = 0; i < words->len; i++)
    if (strcmp (words->pdata[i], owned) == 0)
      return;
  g_ptr_array_add (words, g_steal_pointer (&owned));
}

static void
add_with_article (GPtrArray   *words,
                  char       **known,
                  const char  *word)
{
  const char *bare = without_article (word);

  add (words, known, g_strdup (word));
  if (bare != NULL)
    add (words, known, g_strdup (bare));
}

/* Words that are written in one with what comes before: their parts. */
static void
add_split (GPtrArray   *words,
           char       **known,
           const char  *word)
{
  static const struct
  {
    const char *before;
    int         least;     /* letters that must follow, so that أمينة is not split */
  } heads[] = {
    { "ابو", 3 }, { "ابا", 3 }, { "ابن", 3 }, { "ام", 4 }, { "بن", 4 }, { "al", 4 }, { "el", 4 },
  };

  if (g_str_has_prefix (word, "عبدال") && letters (word) >= 7)
    add_with_article (words, known, word + strlen ("عبد"));
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      const char *rest = word + strlen (heads[i].before);

      if (!g_str_has_prefix (word, heads[i].before) || letters (rest) < heads[i].least)
        continue;
      add_with_article (words, known, rest);
      if (strcmp (heads[i].before, "ابا") == 0)
        add (words, known, g_strconcat ("ابو", rest, NULL));
      if (g_str_has_prefix (rest, "عبدال"))
        add_split (words, known, rest);
    }
  for (guint i = 0; enders[i] != NULL; i++)
    if (g_str_has_suffix (word, enders[i]) && letters (word) >= letters (enders[i]) + 2)
      add_with_article (words, known, enders[i]);
}

static void
add_joined (GPtrArray  *words,
            char      **known,
            guint       at)
{
  const char *word = known[at], *next = known[at + 1];

  if (next == NULL)
    return;
  if (is_joiner (word))
    {
      add (words, known, g_strconcat (word, next, NULL));
      if (known[at + 2] != NULL && is_joiner (next))
        add (words, known, g_strconcat (word, next, known[at + 2], NULL));
    }
  if (strcmp (word, "عبد") == 0 && !g_str_has_prefix (next, ARTICLE))
    add (words, known, g_strconcat (word, ARTICLE, next, NULL));
  if (strcmp (word, "ابا") == 0 || strcmp (word, "ابي") == 0)
    {
      add (words, known, g_strdup ("ابو"));
      add (words, known, g_strconcat ("ابو", next, NULL));
    }
  if (strcmp (word, "ابن") == 0)
    add (words, known, g_strconcat ("بن", next, NULL));
  else if (strcmp (word, "بن") == 0)
    add (words, known, g_strconcat ("ابن", next, NULL));
  if (g_strv_contains (enders, next))
    {
      add (words, known, g_strconcat (word, next, NULL));
      /* عطا الله is also written عطالله. */
      if (g_str_has_suffix (word, "ا"))
        add (words, known, g_strconcat (word, next + strlen ("ا"), NULL));
    }
}

static char *
join (GPtrArray *words)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", (const char *) words->pdata[i]);
  return g_string_free (text, FALSE);
}

/**
 * daftar_text_fold_alt:
 * @fold: (nullable): what daftar_text_fold() made of a name
 *
 * The further words under which the name is to be found (see the table at the top of daftar-text-words.c): without ال,
 * joined, split. None that @fold has already, none twice.
 *
 * Returns: (transfer full): words with single spaces between; "" for none
 */
char *
daftar_text_fold_alt (const char *fold)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) known = g_strsplit (fold != NULL ? fold : "", " ", -1);

  for (guint i = 0; known[i] != NULL; i++)
    {
      const char *bare = without_article (known[i]);

      if (bare != NULL)
        add (words, known, g_strdup (bare));
      add_split (words, known, known[i]);
      add_joined (words, known, i);
    }
  return join (words);
}

static char **
query_words (const char *query_fold)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) typed = g_strsplit (query_fold, " ", -1);
  char *none[] = { NULL };

  for (guint i = 0; typed[i] != NULL; i++)
    {
      const char *word = typed[i];

      if (*word == '\0' || (typed[i + 1] != NULL && g_strv_contains (fillers, word)))
        continue;
      if (typed[i + 1] != NULL && (strcmp (word, "ابا") == 0 || strcmp (word, "ابي") == 0))
        word = "ابو";
      else if (without_article (word) != NULL)
        word = without_article (word);
      add (words, none, g_strdup (word));
    }
  g_ptr_array_add (words, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&words), FALSE);
}

/**
 * daftar_text_fold_words:
 * @query: (nullable): what somebody typed
 *
 * The words to look for, each as a prefix, all of them, in name_fold and name_alt together.
 *
 * Returns: (transfer full): folded words, none twice; empty if there is nothing to look for
 */
char **
daftar_text_fold_words (const char *query)
{
  g_autofree char *fold = daftar_text_fold (query);

  return query_words (fold);
}

static gboolean
has_prefix_word (const char *text,
                 const char *prefix)
{
  gsize length = strlen (prefix);

  for (const char *p = text; p != NULL; p = strchr (p, ' '))
    {
      p += *p == ' ' ? 1 : 0;
      if (strncmp (p, prefix, length) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * daftar_text_fold_contains:
 * @text_fold: the fold of a text
 * @query_fold: the fold of what somebody typed
 *
 * The answer that the index would give, for lists held in memory.
 *
 * Returns: whether every word of the query begins a word of the text; %TRUE for an empty query
 */
gboolean
daftar_text_fold_contains (const char *text_fold,
                           const char *query_fold)
{
  g_autofree char *alt = NULL;
  g_auto (GStrv) words = query_words (query_fold);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (has_prefix_word (text_fold, words[i]))
        continue;
      if (alt == NULL)
        alt = daftar_text_fold_alt (text_fold);
      if (!has_prefix_word (alt, words[i]))
        return FALSE;
    }
  return TRUE;
}
