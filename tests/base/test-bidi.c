/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "daftar-bidi.h"

static void
test_wrap (void)
{
  g_autofree char *ltr = daftar_bidi_ltr ("+966 50");
  g_autofree char *isolate = daftar_bidi_isolate ("أحمد");
  g_autofree char *twice = daftar_bidi_ltr (ltr);
  g_autofree char *escaping = daftar_bidi_isolate ("a\342\201\251\342\200\256b");
  g_autofree char *empty = daftar_bidi_ltr ("");
  g_autofree char *none = daftar_bidi_isolate (NULL);

  g_assert_cmpstr (ltr, ==, "\342\201\246\342\200\216+966 50\342\201\251");
  g_assert_cmpstr (isolate, ==, "\342\201\250أحمد\342\201\251");
  g_assert_cmpstr (twice, ==, ltr);
  g_assert_cmpstr (escaping, ==, "\342\201\250ab\342\201\251");
  g_assert_cmpstr (empty, ==, "");
  g_assert_cmpstr (none, ==, "");
}

/* Exactly Unicode's twelve Bidi_Control characters go, whatever stands around them. */
static void
test_strip (void)
{
  for (gunichar c = 1; c < 0x3000; c++)
    {
      gboolean control = c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e)
                         || (c >= 0x2066 && c <= 0x2069);
      char bytes[7] = { 0 };
      g_autofree char *text = NULL, *clean = NULL;

      g_unichar_to_utf8 (c, bytes);
      text = g_strconcat ("أ", bytes, "b", NULL);
      clean = daftar_bidi_strip (text);
      if (control)
        g_assert_cmpstr (clean, ==, "أb");
      else
        g_assert_cmpstr (clean, ==, text);
    }
}

static void
test_cut (void)
{
  static const char *const texts[] = { "\330", "\342", "\342\200", "\342\201", "a\342\201", "" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *clean = daftar_bidi_strip (texts[i]);

      g_assert_cmpstr (clean, ==, texts[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bidi/wrap", test_wrap);
  g_test_add_func ("/bidi/strip", test_strip);
  g_test_add_func ("/bidi/cut", test_cut);
  return g_test_run ();
}
