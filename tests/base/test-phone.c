/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "daftar-phone.h"

/* Spellings of the counter; the world's plans are compared with libphonenumber in test-phone-oracle.py. */
static void
test_normalise (void)
{
  static const struct
  {
    const char *text;
    const char *country;
    const char *norm;
  } rows[] = {
    { "0501234567", "SA", "966501234567" },
    { "501234567", "SA", "966501234567" },
    { "050 123 4567", "SA", "966501234567" },
    { "٠٥٠١٢٣٤٥٦٧", "SA", "966501234567" },
    { "۰۵۰۱۲۳۴۵۶۷", "SA", "966501234567" },
    { "+966 50 123 4567", "SA", "966501234567" },
    { "+966501234567", NULL, "966501234567" },
    { "00966501234567", "SA", "966501234567" },
    { "00966501234567", "EG", "966501234567" },
    { "00966501234567", NULL, "966501234567" },
    { "966501234567", "SA", "966501234567" },
    { "966501234567", "EG", "966501234567" },
    { "966501234567", NULL, "966501234567" },
    { "9660501234567", "SA", "966501234567" },
    { "+966 (0)50 123 4567", "EG", "966501234567" },
    { "+00966 50 1234567", "EG", "966501234567" },
    { "\342\200\216+966 50 123 4567\342\200\254", "SA", "966501234567" },
    { "966501234567+", "EG", "966501234567" },
    { "(050) 123-4567", "SA", "966501234567" },
    { "050-123-4567 / 055 765 4321", "SA", "966501234567" },
    { "0501234567، 0557654321", "SA", "966501234567" },
    { "جوال: 0501234567", "SA", "966501234567" },
    { "011 462 3456 تحويلة 12", "SA", "966114623456" },
    { "0114623456 ext. 12", "SA", "966114623456" },
    { "tel:+966-50-123-4567", "EG", "966501234567" },
    { "01001234567", "EG", "201001234567" },
    { "050 123 4567", "AE", "971501234567" },
    { "03 123 456", "LB", "9613123456" },
    { "20 123 456", "TN", "21620123456" },
    { "06 12 34 56 78", "MA", "212612345678" },
    { "06 1234 5678", "IT", "390612345678" },
    { "+39 06 1234 5678", "SA", "390612345678" },
    { "(212) 555-0123", "US", "12125550123" },
    { "011 966 50 123 4567", "US", "966501234567" },
    { "0501234567", "sa", "966501234567" },
    /* no phone numbers */
    { NULL, "SA", NULL },
    { "", "SA", NULL },
    { "5", "SA", NULL },
    { "4623456", "SA", NULL },
    { "لا يوجد", "SA", NULL },
    { "none", "SA", NULL },
    { "123", "SA", NULL },
    { "0501234567", NULL, NULL },
    { "050123456789012", "SA", NULL },
    { "+999 50 123 4567", "SA", NULL },
    { "+", "SA", NULL },
    { "0000000000", "SA", NULL },
    { "a1b2c3d4", "SA", NULL },
    { "2025-03-05", "SA", NULL },
    { "1234567890123456789012345678901234567890", "SA", NULL },
    { "\377\376", "SA", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *norm = daftar_phone_normalise (rows[i].text, rows[i].country);

      if (g_strcmp0 (norm, rows[i].norm) != 0)
        g_test_fail_printf ("“%s” in %s: %s, not %s", rows[i].text, rows[i].country, norm, rows[i].norm);
    }
}

static void
test_search (void)
{
  static const struct
  {
    const char *text;
    const char *country;
    const char *prefix;
  } rows[] = {
    { "0501", "SA", "966501" },
    { "٠٥٠١", "SA", "966501" },
    { "501", "SA", "966501" },
    { "+9665", "SA", "9665" },
    { "+", "SA", NULL },
    { "00966", "SA", "966" },
    { "009665", "EG", "9665" },
    { "9665", "SA", "9665" },
    { "050 12", "SA", "9665012" },
    { "0", "SA", NULL },
    { "00", "SA", NULL },
    { "06", "IT", "3906" },
    { "011966", "US", "966" },
    { "0501", NULL, NULL },
    { "9665", NULL, "9665" },
    { "علي", "SA", NULL },
    { "ali 5", "SA", NULL },
    { "", "SA", NULL },
    { NULL, "SA", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *prefix = daftar_phone_search_prefix (rows[i].text, rows[i].country);

      if (g_strcmp0 (prefix, rows[i].prefix) != 0)
        g_test_fail_printf ("“%s” in %s: %s, not %s", rows[i].text, rows[i].country, prefix, rows[i].prefix);
    }
}

/* From the third digit on, whatever has been typed of a spelling finds the number. */
static void
test_typing (void)
{
  static const char *const spellings[] = { "0501234567", "501234567", "+966501234567", "00966501234567", "966501234567" };

  for (gsize s = 0; s < G_N_ELEMENTS (spellings); s++)
    for (gsize length = 4; length <= strlen (spellings[s]); length++)
      {
        g_autofree char *typed = g_strndup (spellings[s], length);
        g_autofree char *prefix = daftar_phone_search_prefix (typed, "SA");

        g_assert_true (prefix != NULL && g_str_has_prefix ("966501234567", prefix));
      }
}

static void
test_format (void)
{
  static const struct
  {
    const char *norm;
    const char *home;
    const char *text;
    const char *country;
  } rows[] = {
    { "966501234567", "SA", "050 123 4567", "SA" },
    { "966501234567", "EG", "+966 50 123 4567", "SA" },
    { "966501234567", NULL, "+966 50 123 4567", "SA" },
    { "201001234567", "EG", "0100 123 4567", "EG" },
    { "12125550123", "CA", "(212) 555-0123", "US" },
    { "14165550123", "US", "(416) 555-0123", "CA" },
    { "77012345678", "RU", "8 (701) 234 5678", "KZ" },
    { "80012345678", "SA", "+800 1234 5678", NULL },
    { "99912345", "SA", "+99912345", NULL },
    { "", "SA", "", NULL },
    { NULL, "SA", "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = daftar_phone_format (rows[i].norm, rows[i].home);

      g_assert_cmpstr (text, ==, rows[i].text);
      g_assert_cmpstr (daftar_phone_country (rows[i].norm), ==, rows[i].country);
    }
}

static void
test_assigned (void)
{
  /* An Iraqi mobile number, read as if it were Saudi, and as what it is. */
  g_autofree char *wrong = daftar_phone_normalise ("07747955024", "SA");
  g_autofree char *right = daftar_phone_normalise ("07747955024", "IQ");

  g_assert_false (daftar_phone_is_assigned (wrong));
  g_assert_true (daftar_phone_is_assigned (right));
  g_assert_true (daftar_phone_is_assigned ("966501234567"));
  g_assert_false (daftar_phone_is_assigned ("999"));
  g_assert_false (daftar_phone_is_assigned (""));
  g_assert_false (daftar_phone_is_assigned (NULL));
}

static void
test_digits (void)
{
  g_autofree char *digits = daftar_phone_digits ("+٩٦٦ (50) ۱۲x\377");
  g_autofree char *none = daftar_phone_digits (NULL);
  g_autofree char *reverse = daftar_phone_reverse ("966501");
  g_autofree char *nothing = daftar_phone_reverse (NULL);

  g_assert_cmpstr (digits, ==, "9665012");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (reverse, ==, "105669");
  g_assert_cmpstr (nothing, ==, "");
}

static void
test_find_match (void)
{
  static const struct
  {
    const char *text;
    const char *query;
    const char *found;
  } rows[] = {
    { "+966 50 123 4567", "0501", "50 1" },
    { "+966 50 123 4567", "4567", "4567" },
    { "+966 50 123 4567", "٠٥٠١٢٣", "50 123" },
    { "+966 50 123 4567", "00966501", "966 50 1" },
    { "0501234567", "+966 50 12", "5012" },
    { "٠٥٠١٢٣٤٥٦٧", "2345", "٢٣٤٥" },
    { "050-123-4567", "34", "3-4" },
    { "050-123-4567", "999", NULL },
    { "050-123-4567", "", NULL },
    { "050-123-4567", NULL, NULL },
    { "ahmad", "1", NULL },
    { "\3770501\377234", "12", "1\3772" },
    { NULL, "12", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DaftarTextRange range;
      gboolean found = daftar_phone_find_match (rows[i].text, rows[i].query, &range);
      g_autofree char *part = found ? g_strndup (rows[i].text + range.start, range.end - range.start) : NULL;

      g_assert_cmpstr (part, ==, rows[i].found);
    }
}

static void
test_bytes (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (int round = 0; round < 20000; round++)
    {
      char bytes[30];
      int length = g_rand_int_range (rand, 0, sizeof bytes);
      g_autofree char *norm = NULL, *prefix = NULL, *format = NULL;

      for (int i = 0; i < length; i++)
        bytes[i] = "0123456789+ -()/x\331\240\342\200\216\377"[g_rand_int_range (rand, 0, 23)];
      bytes[length] = '\0';
      norm = daftar_phone_normalise (bytes, "SA");
      prefix = daftar_phone_search_prefix (bytes, "SA");
      format = daftar_phone_format (norm, "SA");
      if (norm != NULL)
        g_assert_true (strspn (norm, "0123456789") == strlen (norm) && strlen (norm) <= 20);
      g_assert_true (norm == NULL || *format != '\0');
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/phone/normalise", test_normalise);
  g_test_add_func ("/phone/search", test_search);
  g_test_add_func ("/phone/typing", test_typing);
  g_test_add_func ("/phone/format", test_format);
  g_test_add_func ("/phone/assigned", test_assigned);
  g_test_add_func ("/phone/digits", test_digits);
  g_test_add_func ("/phone/find-match", test_find_match);
  g_test_add_func ("/phone/bytes", test_bytes);
  return g_test_run ();
}
