/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "daftar-text.h"
#include "fold-pairs.h"

/* The index's rule, without an index: each query word begins a word of name_fold or name_alt. */
static gboolean
index_finds (const char *name,
             const char *query)
{
  g_autofree char *fold = daftar_text_fold (name);
  g_autofree char *alt = daftar_text_fold_alt (fold);
  g_autofree char *all = g_strconcat (" ", fold, " ", alt, NULL);
  g_auto (GStrv) words = daftar_text_fold_words (query);

  g_assert_nonnull (words[0]);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *start = g_strconcat (" ", words[i], NULL);

      if (strstr (all, start) == NULL)
        return FALSE;
    }
  return TRUE;
}

static void
check (const FoldPair *pair,
       gboolean        expected)
{
  g_autofree char *fold = daftar_text_fold (pair->name);
  g_autofree char *query = daftar_text_fold (pair->query);

  if (index_finds (pair->name, pair->query) != expected)
    g_test_fail_printf ("“%s” %s “%s” in the index", pair->query, expected ? "does not find" : "finds", pair->name);
  if (daftar_text_fold_contains (fold, query) != expected)
    g_test_fail_printf ("“%s” %s “%s” in memory", pair->query, expected ? "does not find" : "finds", pair->name);
}

static void
test_match (void)
{
  G_STATIC_ASSERT (G_N_ELEMENTS (must_match) >= 80);
  for (gsize i = 0; i < G_N_ELEMENTS (must_match); i++)
    check (&must_match[i], TRUE);
}

static void
test_not_match (void)
{
  G_STATIC_ASSERT (G_N_ELEMENTS (must_not_match) >= 40);
  for (gsize i = 0; i < G_N_ELEMENTS (must_not_match); i++)
    check (&must_not_match[i], FALSE);
}

/* Whoever types a name letter by letter never loses it on the way. */
static void
test_typing (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (must_match); i++)
    {
      const char *name = must_match[i].name;

      for (const char *end = name; *end != '\0';)
        {
          g_autofree char *typed = NULL, *fold = NULL;

          end = g_utf8_next_char (end);
          typed = g_strndup (name, end - name);
          fold = daftar_text_fold (typed);
          if (*fold != '\0' && !index_finds (name, typed))
            g_test_fail_printf ("“%s” does not find “%s”", typed, name);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arabic/match", test_match);
  g_test_add_func ("/arabic/not-match", test_not_match);
  g_test_add_func ("/arabic/typing", test_typing);
  return g_test_run ();
}
