/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "daftar-country.h"
#include "daftar-phone.h"

static void
test_table (void)
{
  gsize n;
  const DaftarCountry *countries = daftar_country_list (&n);

  g_assert_cmpuint (n, >=, 22 + 25);
  for (gsize i = 0; i < n; i++)
    {
      const DaftarCountry *c = &countries[i];
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (c->zone);
      g_autofree char *prefix = daftar_phone_search_prefix ("5551", c->code);

      g_assert_cmpuint (strlen (c->code), ==, 2);
      g_assert_cmpuint (strlen (c->currency), ==, 3);
      g_assert_true (g_utf8_validate (c->name_ar, -1, NULL) && *c->name != '\0' && *c->name_ar != '\0');
      g_assert_nonnull (zone);
      g_assert_cmpint (c->first_weekday, >=, 1);
      g_assert_cmpint (c->first_weekday, <=, 7);
      g_assert_cmpuint (c->weekend & ~0xfeu, ==, 0);
      g_assert_cmpuint (c->weekend, !=, 0);
      /* The telephone plans agree about the calling code. */
      g_assert_true (g_str_has_prefix (prefix, c->calling_code));
      g_assert_true (daftar_country_lookup (c->code) == c);
      for (gsize j = i + 1; j < n; j++)
        g_assert_cmpstr (c->code, !=, countries[j].code);
    }
}

static void
test_lookup (void)
{
  static const char *const arab[] = {
    "DZ", "BH", "KM", "DJ", "EG", "IQ", "JO", "KW", "LB", "LY", "MR", "MA", "OM", "PS", "QA", "SA", "SO", "SD", "SY", "TN",
    "AE", "YE",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (arab); i++)
    g_assert_nonnull (daftar_country_lookup (arab[i]));
  g_assert_cmpstr (daftar_country_lookup ("sa")->currency, ==, "SAR");
  g_assert_cmpuint (daftar_country_lookup ("SA")->weekend, ==, 1 << 5 | 1 << 6);
  g_assert_cmpuint (daftar_country_lookup ("AE")->weekend, ==, 1 << 6 | 1 << 7);
  g_assert_null (daftar_country_lookup ("XX"));
  g_assert_null (daftar_country_lookup (NULL));
  g_assert_cmpstr (daftar_country_name (daftar_country_lookup ("EG")), ==, "Egypt");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/country/table", test_table);
  g_test_add_func ("/country/lookup", test_lookup);
  return g_test_run ();
}
