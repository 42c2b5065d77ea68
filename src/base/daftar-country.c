/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include <glib/gi18n-lib.h>

#include "daftar-country.h"

#define FRIDAY   (1 << 5)
#define SATURDAY (1 << 6)
#define SUNDAY   (1 << 7)

/* The Arab countries, then those with which their shops trade or whose people live there. Days off and first weekdays
 * from CLDR's supplemental week data, corrected where custom differs (the Emirates since 2022). */
static const DaftarCountry countries[] = {
  { "SA", NC_("country", "Saudi Arabia"), "السعودية", "SAR", "966",
    FRIDAY | SATURDAY, 7, "Asia/Riyadh" },
  { "AE", NC_("country", "United Arab Emirates"), "الإمارات", "AED", "971",
    SATURDAY | SUNDAY, 1, "Asia/Dubai" },
  { "KW", NC_("country", "Kuwait"), "الكويت", "KWD", "965",
    FRIDAY | SATURDAY, 7, "Asia/Kuwait" },
  { "QA", NC_("country", "Qatar"), "قطر", "QAR", "974",
    FRIDAY | SATURDAY, 7, "Asia/Qatar" },
  { "BH", NC_("country", "Bahrain"), "البحرين", "BHD", "973",
    FRIDAY | SATURDAY, 7, "Asia/Bahrain" },
  { "OM", NC_("country", "Oman"), "عُمان", "OMR", "968",
    FRIDAY | SATURDAY, 7, "Asia/Muscat" },
  { "YE", NC_("country", "Yemen"), "اليمن", "YER", "967",
    FRIDAY | SATURDAY, 6, "Asia/Aden" },
  { "EG", NC_("country", "Egypt"), "مصر", "EGP", "20",
    FRIDAY | SATURDAY, 6, "Africa/Cairo" },
  { "SD", NC_("country", "Sudan"), "السودان", "SDG", "249",
    FRIDAY | SATURDAY, 6, "Africa/Khartoum" },
  { "LY", NC_("country", "Libya"), "ليبيا", "LYD", "218",
    FRIDAY | SATURDAY, 6, "Africa/Tripoli" },
  { "TN", NC_("country", "Tunisia"), "تونس", "TND", "216",
    SATURDAY | SUNDAY, 1, "Africa/Tunis" },
  { "DZ", NC_("country", "Algeria"), "الجزائر", "DZD", "213",
    FRIDAY | SATURDAY, 7, "Africa/Algiers" },
  { "MA", NC_("country", "Morocco"), "المغرب", "MAD", "212",
    SATURDAY | SUNDAY, 1, "Africa/Casablanca" },
  { "MR", NC_("country", "Mauritania"), "موريتانيا", "MRU", "222",
    SATURDAY | SUNDAY, 1, "Africa/Nouakchott" },
  { "JO", NC_("country", "Jordan"), "الأردن", "JOD", "962",
    FRIDAY | SATURDAY, 6, "Asia/Amman" },
  { "PS", NC_("country", "Palestine"), "فلسطين", "ILS", "970",
    FRIDAY | SATURDAY, 6, "Asia/Hebron" },
  { "LB", NC_("country", "Lebanon"), "لبنان", "LBP", "961",
    SATURDAY | SUNDAY, 1, "Asia/Beirut" },
  { "SY", NC_("country", "Syria"), "سوريا", "SYP", "963",
    FRIDAY | SATURDAY, 6, "Asia/Damascus" },
  { "IQ", NC_("country", "Iraq"), "العراق", "IQD", "964",
    FRIDAY | SATURDAY, 7, "Asia/Baghdad" },
  { "SO", NC_("country", "Somalia"), "الصومال", "SOS", "252",
    FRIDAY, 6, "Africa/Mogadishu" },
  { "DJ", NC_("country", "Djibouti"), "جيبوتي", "DJF", "253",
    FRIDAY | SATURDAY, 7, "Africa/Djibouti" },
  { "KM", NC_("country", "Comoros"), "جزر القمر", "KMF", "269",
    SATURDAY | SUNDAY, 1, "Indian/Comoro" },
  { "TR", NC_("country", "Türkiye"), "تركيا", "TRY", "90",
    SATURDAY | SUNDAY, 1, "Europe/Istanbul" },
  { "IR", NC_("country", "Iran"), "إيران", "IRR", "98",
    FRIDAY, 6, "Asia/Tehran" },
  { "PK", NC_("country", "Pakistan"), "باكستان", "PKR", "92",
    SATURDAY | SUNDAY, 1, "Asia/Karachi" },
  { "IN", NC_("country", "India"), "الهند", "INR", "91",
    SUNDAY, 1, "Asia/Kolkata" },
  { "BD", NC_("country", "Bangladesh"), "بنغلاديش", "BDT", "880",
    FRIDAY | SATURDAY, 7, "Asia/Dhaka" },
  { "ID", NC_("country", "Indonesia"), "إندونيسيا", "IDR", "62",
    SATURDAY | SUNDAY, 1, "Asia/Jakarta" },
  { "MY", NC_("country", "Malaysia"), "ماليزيا", "MYR", "60",
    SATURDAY | SUNDAY, 1, "Asia/Kuala_Lumpur" },
  { "PH", NC_("country", "Philippines"), "الفلبين", "PHP", "63",
    SATURDAY | SUNDAY, 7, "Asia/Manila" },
  { "CN", NC_("country", "China"), "الصين", "CNY", "86",
    SATURDAY | SUNDAY, 1, "Asia/Shanghai" },
  { "JP", NC_("country", "Japan"), "اليابان", "JPY", "81",
    SATURDAY | SUNDAY, 7, "Asia/Tokyo" },
  { "NG", NC_("country", "Nigeria"), "نيجيريا", "NGN", "234",
    SATURDAY | SUNDAY, 1, "Africa/Lagos" },
  { "KE", NC_("country", "Kenya"), "كينيا", "KES", "254",
    SATURDAY | SUNDAY, 1, "Africa/Nairobi" },
  { "ET", NC_("country", "Ethiopia"), "إثيوبيا", "ETB", "251",
    SATURDAY | SUNDAY, 1, "Africa/Addis_Ababa" },
  { "TD", NC_("country", "Chad"), "تشاد", "XAF", "235",
    SATURDAY | SUNDAY, 1, "Africa/Ndjamena" },
  { "SN", NC_("country", "Senegal"), "السنغال", "XOF", "221",
    SATURDAY | SUNDAY, 1, "Africa/Dakar" },
  { "ZA", NC_("country", "South Africa"), "جنوب أفريقيا", "ZAR", "27",
    SATURDAY | SUNDAY, 7, "Africa/Johannesburg" },
  { "US", NC_("country", "United States"), "الولايات المتحدة", "USD", "1",
    SATURDAY | SUNDAY, 7, "America/New_York" },
  { "CA", NC_("country", "Canada"), "كندا", "CAD", "1",
    SATURDAY | SUNDAY, 7, "America/Toronto" },
  { "BR", NC_("country", "Brazil"), "البرازيل", "BRL", "55",
    SATURDAY | SUNDAY, 7, "America/Sao_Paulo" },
  { "MX", NC_("country", "Mexico"), "المكسيك", "MXN", "52",
    SATURDAY | SUNDAY, 7, "America/Mexico_City" },
  { "AU", NC_("country", "Australia"), "أستراليا", "AUD", "61",
    SATURDAY | SUNDAY, 1, "Australia/Sydney" },
  { "GB", NC_("country", "United Kingdom"), "المملكة المتحدة", "GBP", "44",
    SATURDAY | SUNDAY, 1, "Europe/London" },
  { "IE", NC_("country", "Ireland"), "أيرلندا", "EUR", "353",
    SATURDAY | SUNDAY, 1, "Europe/Dublin" },
  { "FR", NC_("country", "France"), "فرنسا", "EUR", "33",
    SATURDAY | SUNDAY, 1, "Europe/Paris" },
  { "DE", NC_("country", "Germany"), "ألمانيا", "EUR", "49",
    SATURDAY | SUNDAY, 1, "Europe/Berlin" },
  { "AT", NC_("country", "Austria"), "النمسا", "EUR", "43",
    SATURDAY | SUNDAY, 1, "Europe/Vienna" },
  { "CH", NC_("country", "Switzerland"), "سويسرا", "CHF", "41",
    SATURDAY | SUNDAY, 1, "Europe/Zurich" },
  { "NL", NC_("country", "Netherlands"), "هولندا", "EUR", "31",
    SATURDAY | SUNDAY, 1, "Europe/Amsterdam" },
  { "BE", NC_("country", "Belgium"), "بلجيكا", "EUR", "32",
    SATURDAY | SUNDAY, 1, "Europe/Brussels" },
  { "IT", NC_("country", "Italy"), "إيطاليا", "EUR", "39",
    SATURDAY | SUNDAY, 1, "Europe/Rome" },
  { "ES", NC_("country", "Spain"), "إسبانيا", "EUR", "34",
    SATURDAY | SUNDAY, 1, "Europe/Madrid" },
  { "GR", NC_("country", "Greece"), "اليونان", "EUR", "30",
    SATURDAY | SUNDAY, 1, "Europe/Athens" },
  { "CY", NC_("country", "Cyprus"), "قبرص", "EUR", "357",
    SATURDAY | SUNDAY, 1, "Asia/Nicosia" },
  { "SE", NC_("country", "Sweden"), "السويد", "SEK", "46",
    SATURDAY | SUNDAY, 1, "Europe/Stockholm" },
  { "NO", NC_("country", "Norway"), "النرويج", "NOK", "47",
    SATURDAY | SUNDAY, 1, "Europe/Oslo" },
  { "DK", NC_("country", "Denmark"), "الدنمارك", "DKK", "45",
    SATURDAY | SUNDAY, 1, "Europe/Copenhagen" },
  { "RU", NC_("country", "Russia"), "روسيا", "RUB", "7",
    SATURDAY | SUNDAY, 1, "Europe/Moscow" },
};

/**
 * daftar_country_lookup:
 * @code: (nullable): two letters, upper or lower case
 *
 * Returns: (transfer none) (nullable): the country; %NULL if the table has none
 */
const DaftarCountry *
daftar_country_lookup (const char *code)
{
  for (gsize i = 0; code != NULL && i < G_N_ELEMENTS (countries); i++)
    if (g_ascii_strcasecmp (countries[i].code, code) == 0)
      return &countries[i];
  return NULL;
}

/**
 * daftar_country_list:
 * @n_countries: (out) (optional): how many
 *
 * Returns: (transfer none) (array length=n_countries): all of them, Arab countries first
 */
const DaftarCountry *
daftar_country_list (gsize *n_countries)
{
  if (n_countries != NULL)
    *n_countries = G_N_ELEMENTS (countries);
  return countries;
}

/**
 * daftar_country_name:
 * @country: a country
 *
 * Returns: (transfer none): its name in the language of the interface
 */
const char *
daftar_country_name (const DaftarCountry *country)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "country", country->name);
}
