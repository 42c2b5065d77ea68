/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "daftar-text-fold.h"

static void
test_fold (void)
{
  static const struct
  {
    const char *text;
    const char *fold;
  } rows[] = {
    { NULL, "" },
    { "", "" },
    { "  ", "" },
    { "\331\220\331\221", "" },
    { "ءءء", "" },
    { "Ahmad  AL-Haddad!", "ahmad al haddad" },
    { "أحمد، محمّد؛ علي", "احمد محمد علي" },
    { "١٢٣ ۴۵۶ 789 ४", "123 456 789 4" },
    { "+966 50-123", "966 50 123" },
    { "a@b.example", "a b example" },
    { "مسؤول شؤون", "مسوول شوون" },
    { "ﷺ", "صلي الله عليه وسلم" },
    { "ﬁne ①", "fine 1" },
    { "Ǆ", "dz" },
    { "Ὀδυσσεύς", "ὀδυσσεύσ" },
    { "日本語", "日本語" },
    { "한글", "한글" },
    { "हिन्दी", "हिन्दी" },
    { "👍 ok", "ok" },
    { "soft\302\255hyphen", "softhyphen" },
    { "caf\303", "caf" },
    { "\377\376bad\200utf", "bad utf" },
    { "ab\342\200", "ab" },
    { "\330", "" },
    { "علي\331", "علي" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *fold = daftar_text_fold (rows[i].text);

      g_assert_cmpstr (fold, ==, rows[i].fold);
    }
}

/* Folding what is folded changes nothing: stored folds can be folded again. */
static void
test_idempotent (void)
{
  for (gunichar c = 1; c < 0x20000; c++)
    {
      char text[16] = "a";
      g_autofree char *once = NULL, *twice = NULL;

      if (!g_unichar_validate (c))
        continue;
      text[1 + g_unichar_to_utf8 (c, text + 1)] = '\0';
      once = daftar_text_fold (text);
      twice = daftar_text_fold (once);
      if (strcmp (once, twice) != 0)
        g_test_fail_printf ("U+%04X: “%s”, then “%s”", c, once, twice);
      g_assert_true (g_utf8_validate (once, -1, NULL));
    }
}

/* Any bytes at all: no crash, valid UTF-8 out, no space where none belongs. */
static void
test_bytes (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (int round = 0; round < 20000; round++)
    {
      char bytes[40];
      int length = g_rand_int_range (rand, 0, sizeof bytes);
      g_autofree char *fold = NULL, *alt = NULL, *initials = NULL, *mapped = NULL;
      g_autofree DaftarTextRange *map = NULL;
      g_auto (GStrv) words = NULL;
      int start, end;

      for (int i = 0; i < length; i++)
        bytes[i] = g_rand_boolean (rand) ? (char) g_rand_int_range (rand, 1, 256)
                                         : "\330\331\332\247\204\342\200\217\314\201 ae"[g_rand_int_range (rand, 0, 13)];
      bytes[length] = '\0';
      fold = daftar_text_fold (bytes);
      alt = daftar_text_fold_alt (fold);
      words = daftar_text_fold_words (bytes);
      initials = daftar_text_initials (bytes);
      mapped = daftar_text_fold_mapped (bytes, &map);
      g_assert_cmpstr (mapped, ==, fold);
      g_assert_true (g_utf8_validate (fold, -1, NULL));
      g_assert_true (g_utf8_validate (alt, -1, NULL));
      g_assert_true (g_utf8_validate (initials, -1, NULL));
      g_assert_null (strstr (fold, "  "));
      g_assert_false (g_str_has_prefix (fold, " ") || g_str_has_suffix (fold, " "));
      if (daftar_text_find_match (bytes, "ا", &start, &end))
        g_assert_true (start >= 0 && start < end && end <= length);
      daftar_text_direction (bytes);
    }
}

static void
test_alt (void)
{
  static const struct
  {
    const char *fold;
    const char *alt;
  } rows[] = {
    { "", "" },
    { "احمد محمد", "" },
    { "احمد الحداد", "حداد" },
    { "عبد الله", "عبدالله" },
    { "عبدالرحمن", "الرحمن رحمن" },
    { "ابو بكر", "ابوبكر" },
    { "الحداد الحداد", "حداد" },
    { "الحداد حداد", "" },
    { "نور الدين", "نورالدين دين" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *alt = daftar_text_fold_alt (rows[i].fold);

      g_assert_cmpstr (alt, ==, rows[i].alt);
    }
}

static void
test_words (void)
{
  static const struct
  {
    const char *query;
    const char *words;
  } rows[] = {
    { NULL, "" },
    { " . ", "" },
    { "أحمد  الحداد", "احمد حداد" },
    { "ال", "ال" },
    { "الله", "الله" },
    { "بن", "بن" },
    { "محمد بن", "محمد بن" },
    { "محمد بن علي", "محمد علي" },
    { "علي علي", "علي" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) words = daftar_text_fold_words (rows[i].query);
      g_autofree char *joined = g_strjoinv (" ", words);

      g_assert_cmpstr (joined, ==, rows[i].words);
    }
}

/* What is highlighted, cut out of the text. */
static void
test_find (void)
{
  static const struct
  {
    const char *text;
    const char *query;
    const char *found;
  } rows[] = {
    { "أحمد الحدّاد", "حداد", "حدّاد" },
    { "أحمد الحدّاد", "الحداد", "الحدّاد" },
    { "أحمد الحدّاد", "احمد حداد", "أحمد" },
    { "أحمد الحدّاد", "احمد الحداد", "أحمد الحدّاد" },
    { "محمد حداد", "الحداد", "حداد" },
    { "مُحَمَّد علي", "محم", "مُحَمَّ" },
    { "عبد الله سالم", "عبدالله", "عبد الله" },
    { "Zoë Müller", "muller", "Müller" },
    { "Straße 5", "strasse", "Straße" },
    { "xx\377أحمد", "احمد", "أحمد" },
    { "محمد", "خالد", NULL },
    { "محمد", "", NULL },
    { NULL, "محمد", NULL },
    { "Jose\314\201 x", "jose", "Jose\314\201" },
    /* Any part of a word, an address, digits of another script. */
    { "الغامدي", "امد", "امد" },
    { "مؤسسة الرُّؤية", "رويه", "رُّؤية" },
    { "آلاء", "الا", "آلا" },
    { "noura@gmail.com", "gmail", "gmail" },
    { "noura@gmail.com", "gmail.com", "gmail.com" },
    { "شقة ١٢٣", "12", "١٢" },
    { "نورة العلي", "العلي", "العلي" },
    { "نورة علي", "العلي", "علي" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      int start, end;
      gboolean found = daftar_text_find_match (rows[i].text, rows[i].query, &start, &end);
      g_autofree char *part = found ? g_strndup (rows[i].text + start, end - start) : NULL;

      g_assert_cmpstr (part, ==, rows[i].found);
    }
}

static void
test_find_all (void)
{
  static const char text[] = "سالم أحمد الحداد";
  DaftarTextRange ranges[4];

  g_assert_cmpuint (daftar_text_find_matches (text, "حداد سالم", ranges, 4), ==, 2);
  g_assert_true (strncmp (text + ranges[0].start, "سالم", strlen ("سالم")) == 0);
  g_assert_true (strcmp (text + ranges[1].start, "حداد") == 0);
  g_assert_cmpuint (daftar_text_find_matches (text, "حداد سالم", ranges, 1), ==, 1);
}

static void
test_initials (void)
{
  static const struct
  {
    const char *name;
    const char *initials;
  } rows[] = {
    { NULL, "" },
    { "...", "" },
    { "أحمد الحداد", "أ ح" },
    { "أحمد", "أ" },
    { "محمد بن سلمان", "م س" },
    { "د. سارة علي النجار", "س ن" },
    { "عبد الله", "ع ا" },
    { "Ahmad Haddad", "AH" },
    { "ahmad al-haddad", "AH" },
    { "7 Eleven", "E" },
    { "مؤسسة Nour", "م N" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *initials = daftar_text_initials (rows[i].name);

      g_assert_cmpstr (initials, ==, rows[i].initials);
    }
}

static void
test_direction (void)
{
  g_assert_cmpint (daftar_text_direction (NULL), ==, DAFTAR_DIRECTION_NEUTRAL);
  g_assert_cmpint (daftar_text_direction ("123 - ٤"), ==, DAFTAR_DIRECTION_NEUTRAL);
  g_assert_cmpint (daftar_text_direction ("1. أحمد Ahmad"), ==, DAFTAR_DIRECTION_RTL);
  g_assert_cmpint (daftar_text_direction ("\377 Ahmad أحمد"), ==, DAFTAR_DIRECTION_LTR);
  g_assert_cmpint (daftar_text_direction ("שלום"), ==, DAFTAR_DIRECTION_RTL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/fold", test_fold);
  g_test_add_func ("/text/idempotent", test_idempotent);
  g_test_add_func ("/text/bytes", test_bytes);
  g_test_add_func ("/text/alt", test_alt);
  g_test_add_func ("/text/words", test_words);
  g_test_add_func ("/text/find", test_find);
  g_test_add_func ("/text/find-all", test_find_all);
  g_test_add_func ("/text/initials", test_initials);
  g_test_add_func ("/text/direction", test_direction);
  return g_test_run ();
}
