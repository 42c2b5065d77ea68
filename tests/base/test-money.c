/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "daftar-bidi.h"
#include "daftar-money.h"

static void
test_decimals (void)
{
  static const struct
  {
    const char *currency;
    int         decimals;
  } rows[] = {
    { "SAR", 2 }, { "EGP", 2 }, { "KWD", 3 }, { "BHD", 3 }, { "JOD", 3 }, { "OMR", 3 }, { "IQD", 3 }, { "TND", 3 },
    { "LYD", 3 }, { "JPY", 0 }, { "DJF", 0 }, { "USD", 2 }, { "XXX", 2 }, { NULL, 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (daftar_money_decimals (rows[i].currency), ==, rows[i].decimals);
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    const char *currency;
    gint64      amount;
  } rows[] = {
    { "1250.50", "SAR", 125050 },
    { "1,250", "SAR", 125000 },
    { "١٬٢٥٠٫٥ ر.س", "SAR", 125050 },
    { "SAR 1,250", "SAR", 125000 },
    { "1.234", "KWD", 1234 },
    { "500", "JPY", 500 },
    { "12.345", "SAR", -1 },
    { "1,234", "KWD", -1 },
    { "5 USD", "SAR", -1 },
    { "ر.س", "SAR", -1 },
    { "", "SAR", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 amount;
      gboolean read = daftar_money_parse (rows[i].text, rows[i].currency, &amount, NULL);

      if (read != (rows[i].amount >= 0) || (read && amount != rows[i].amount))
        g_test_fail_printf ("“%s” in %s", rows[i].text, rows[i].currency);
    }
}

static void
test_format (void)
{
  static const struct
  {
    gint64      amount;
    const char *currency;
    const char *language;
    gboolean    arabic_digits;
    const char *text;
    const char *full;
  } rows[] = {
    { 125000, "SAR", "en", FALSE, "SAR\302\2401,250", "SAR\302\2401,250.00" },
    { 125050, "SAR", "en", FALSE, "SAR\302\2401,250.50", "SAR\302\2401,250.50" },
    { 125050, "SAR", "ar", FALSE, "1,250.50\302\240ر.س", "1,250.50\302\240ر.س" },
    { 125050, "SAR", "ar", TRUE, "١٬٢٥٠٫٥٠\302\240ر.س", "١٬٢٥٠٫٥٠\302\240ر.س" },
    { 1, "KWD", "en", FALSE, "KWD\302\2400.001", "KWD\302\2400.001" },
    { -5, "SAR", "en", FALSE, "SAR\302\240-0.05", "SAR\302\240-0.05" },
    { 999, "JPY", "en", FALSE, "JPY\302\240999", "JPY\302\240999" },
    { 100000, "JPY", "en", FALSE, "JPY\302\240100,000", "JPY\302\240100,000" },
    { 0, "USD", "ar", FALSE, "0\302\240USD", "0.00\302\240USD" },
    { G_MININT64, "JPY", "en", FALSE, "JPY\302\240-9,223,372,036,854,775,808", "JPY\302\240-9,223,372,036,854,775,808" },
    { 123456, NULL, "en", FALSE, "1,234.56", "1,234.56" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DaftarFormat) format = daftar_format_new (rows[i].language, "SA", rows[i].arabic_digits,
                                                           DAFTAR_CALENDAR_GREGORIAN, "UTC");
      g_autofree char *text = daftar_money_format (rows[i].amount, rows[i].currency, format);
      g_autofree char *full = daftar_money_format_full (rows[i].amount, rows[i].currency, format);
      g_autofree char *bare = daftar_bidi_strip (text);
      g_autofree char *bare_full = daftar_bidi_strip (full);

      g_assert_cmpstr (bare, ==, rows[i].text);
      g_assert_cmpstr (bare_full, ==, rows[i].full);
      g_assert_true (g_str_has_suffix (text, "\342\201\251"));
    }
}

/* What an entry is filled with can be read again. */
static void
test_plain (void)
{
  static const gint64 amounts[] = { 0, 1, -1, 99, 100, 125050, 1234567, G_MAXINT64, -G_MAXINT64 };
  static const char *const currencies[] = { "SAR", "KWD", "JPY" };

  for (gsize c = 0; c < G_N_ELEMENTS (currencies); c++)
    for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
      {
        g_autofree char *text = daftar_money_plain (amounts[i], currencies[c]);
        gint64 amount;

        g_assert_true (daftar_money_parse (text, currencies[c], &amount, NULL));
        g_assert_cmpint (amount, ==, amounts[i]);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/money/decimals", test_decimals);
  g_test_add_func ("/money/parse", test_parse);
  g_test_add_func ("/money/format", test_format);
  g_test_add_func ("/money/plain", test_plain);
  return g_test_run ();
}
