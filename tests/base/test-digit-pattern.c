/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "daftar-digit-pattern.h"

/* Of the kinds that telephone plans have; the last are no plan's. */
static const char *const patterns[] = {
  "(?:[15]\\d|800|92)\\d{7}",
  "[2-9]\\d{9}|3\\d{6}",
  "(?:268|[58]\\d\\d|900)\\d{7}",
  "(?:[89]\\d{2,4}|[2-7]\\d?)\\d{4}",
  "1(?:0[0-24-9]|(?:1[0-3]|22)\\d{2}|5)?\\d{3,7}",
  "(?:264).*",
  "[1-9]\\d{3,11}|(?:1[0-35-9]|8)0{2}\\d{6}",
  "505(?:[2-57-9]\\d\\d|6(?:[0-35-9]\\d|44))\\d{4}",
  "(?:5[0-36]|(?:4(?:2|[67])|7)8)\\d{5}|2(?:[0-7]\\d|8(?:[0-5]|7\\d))\\d{2}",
  "",
  "(?:12){2,3}3?",
  "(?:1|12)(?:23|3)",
  "(?:1?2)*3",
};

/* Numbers of digits that occur in the patterns, so that many match. */
static void
test_as_glib (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autofree char *whole = g_strdup_printf ("^(?:%s)$", patterns[i]);
      g_autoptr (GRegex) regex = g_regex_new (whole, G_REGEX_DOLLAR_ENDONLY, 0, NULL);
      guint n_matches = 0;

      g_assert_nonnull (regex);
      for (guint round = 0; round < 40000; round++)
        {
          char digits[16] = "";
          int length = g_rand_int_range (rand, 0, 13);

          for (int k = 0; k < length; k++)
            digits[k] = '0' + g_rand_int_range (rand, 0, i >= 10 ? 4 : 10);
          if (length > 3 && round % 2 == 0)
            for (const char *p = patterns[i], *end = p + 3; p < end && g_ascii_isdigit (*p); p++)
              digits[p - patterns[i]] = *p;
          if (daftar_digit_pattern_matches (patterns[i], digits) != g_regex_match (regex, digits, 0, NULL))
            g_error ("“%s” and %s", patterns[i], digits);
          n_matches += daftar_digit_pattern_matches (patterns[i], digits);
        }
      g_assert_cmpuint (n_matches, >, 10);
      g_assert_cmpuint (n_matches, <, 39990);
    }
}

static void
test_literal (void)
{
  g_assert_true (daftar_digit_pattern_is_literal (""));
  g_assert_true (daftar_digit_pattern_is_literal ("00"));
  g_assert_false (daftar_digit_pattern_is_literal ("0?"));
  g_assert_false (daftar_digit_pattern_is_literal ("0|1"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/digit-pattern/as-glib", test_as_glib);
  g_test_add_func ("/digit-pattern/literal", test_literal);
  return g_test_run ();
}
