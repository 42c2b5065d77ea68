/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "daftar-error.h"
#include "daftar-number.h"

#define REFUSED G_MININT64

static const struct
{
  const char *text;
  int         decimals;
  gint64      value;
} rows[] = {
  { "0", 2, 0 },
  { "5", 0, 5 },
  { "1250", 2, 125000 },
  { "1250.5", 2, 125050 },
  { "1250,5", 2, 125050 },
  { "1250.50", 2, 125050 },
  { "1.50", 2, 150 },
  { ".5", 2, 50 },
  { "5.", 2, 500 },
  { "007", 0, 7 },
  /* digits of other scripts */
  { "١٢٣٤٫٥", 2, 123450 },
  { "١٬٢٣٤٫٥٠", 2, 123450 },
  { "۱۲۳۴", 0, 1234 },
  { "١٢٣٤.٥", 2, 123450 },
  { "١٢٣٤،٥", 2, 123450 },
  { "１２", 0, 12 },
  /* groups */
  { "1,234,567", 0, 1234567 },
  { "1,234,567.89", 2, 123456789 },
  { "1.234.567,89", 2, 123456789 },
  { "1.234,5", 2, 123450 },
  { "1,234.5", 2, 123450 },
  { "12,34,567.5", 2, 123456750 },
  { "1 234 567,5", 2, 123456750 },
  { "1\302\240234,50", 2, 123450 },
  { "1\342\200\257234", 0, 1234 },
  { "1'234.50", 2, 123450 },
  { "1’234’567", 0, 1234567 },
  { "1,234", 2, 123400 },
  { "1,234", 0, 1234 },
  { "1234.567", 3, 1234567 },
  { "1.234", 3, 1234 },
  { "0.234", 3, 234 },
  { "0,234", 3, 234 },
  { "1,23", 2, 123 },
  { "1234,567", 3, 1234567 },
  /* signs */
  { "-5", 0, -5 },
  { "−5", 0, -5 },
  { "5-", 0, -5 },
  { "+5", 0, 5 },
  { "(5.25)", 2, -525 },
  { "\342\200\217-٥", 0, -5 },
  { " 5 ", 0, 5 },
  { "\342\201\2465\342\201\251", 0, 5 },
  /* zeros beyond what is kept do no harm */
  { "5.000", 0, REFUSED },
  { "5.0", 0, 5 },
  { "5.0000", 2, 500 },
  /* ambiguous */
  { "1,234", 3, REFUSED },
  { "1.234", 2, REFUSED },
  { "1.234", 0, REFUSED },
  { "1,234.567,8", 2, REFUSED },
  { "1,2,3.4.5", 2, REFUSED },
  { "1٫2٫3", 2, REFUSED },
  { "1٫2.3,4", 2, REFUSED },
  /* wrong */
  { NULL, 2, REFUSED },
  { "", 2, REFUSED },
  { "   ", 2, REFUSED },
  { ".", 2, REFUSED },
  { "-", 2, REFUSED },
  { "()", 2, REFUSED },
  { "abc", 2, REFUSED },
  { "12a", 2, REFUSED },
  { "1e5", 2, REFUSED },
  { "1-2", 2, REFUSED },
  { "--2", 2, REFUSED },
  { "(-2)", 2, REFUSED },
  { "1,23,4", 2, REFUSED },
  { "12 34", 0, REFUSED },
  { "1,,234", 0, REFUSED },
  { ",123,456", 0, REFUSED },
  { "1.2.3.4", 2, REFUSED },
  { "5.123", 2, REFUSED },
  { "1250.505", 2, REFUSED },
  { "5.5", 0, REFUSED },
  { "½", 2, REFUSED },
  { "\377", 2, REFUSED },
  /* size */
  { "9223372036854775807", 0, G_MAXINT64 },
  { "-9223372036854775807", 0, -G_MAXINT64 },
  { "9223372036854775808", 0, REFUSED },
  { "92233720368547758.07", 2, G_MAXINT64 },
  { "92233720368547758.08", 2, REFUSED },
  { "99999999999999999999999999", 0, REFUSED },
  { "1111111111111111111111111111111111111111111111111111111111111111111111111111", 0, REFUSED },
  { "000000000000000000000000000012", 0, 12 },
};

static void
test_parse (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 value = 99;
      gboolean read = daftar_number_parse (rows[i].text, rows[i].decimals, &value, &error);

      if (read != (rows[i].value != REFUSED) || (read && value != rows[i].value))
        g_test_fail_printf ("“%s” with %d decimals: %" G_GINT64_FORMAT " %s", rows[i].text, rows[i].decimals, value,
                            error != NULL ? error->message : "");
      if (!read)
        {
          g_assert_error (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID);
          g_assert_true (g_str_has_suffix (error->message, "."));
        }
    }
}

static void
test_bytes (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (int round = 0; round < 50000; round++)
    {
      char bytes[24];
      int length = g_rand_int_range (rand, 0, sizeof bytes);
      gint64 value;

      for (int i = 0; i < length; i++)
        bytes[i] = "0123456789.,' -()\331\240\253\254\342\200\257"[g_rand_int_range (rand, 0, 24)];
      bytes[length] = '\0';
      for (int decimals = 0; decimals <= 3; decimals++)
        daftar_number_parse (bytes, decimals, &value, NULL);
    }
}

/* What is written plainly is read again as the same number. */
static void
test_plain (void)
{
  static const struct { gint64 value; int decimals; const char *text; } plain[] = {
    { 0, 6, "0" }, { 1500000, 6, "1.5" }, { -250000, 6, "-0.25" }, { 7, 0, "7" }, { -1, 6, "-0.000001" },
    { G_MAXINT64, 6, "9223372036854.775807" }, { 12000000, 6, "12" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    {
      g_autofree char *text = daftar_number_plain (plain[i].value, plain[i].decimals);
      gint64 back;

      g_assert_cmpstr (text, ==, plain[i].text);
      g_assert_true (daftar_number_parse (text, plain[i].decimals, &back, NULL));
      g_assert_cmpint (back, ==, plain[i].value);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number/parse", test_parse);
  g_test_add_func ("/number/bytes", test_bytes);
  g_test_add_func ("/number/plain", test_plain);
  return g_test_run ();
}
