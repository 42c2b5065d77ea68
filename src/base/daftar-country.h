/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DaftarCountry:
 * @code: ISO 3166 code of two letters
 * @name: English name; show daftar_country_name() instead
 * @name_ar: Arabic name, to recognise what was typed or imported
 * @currency: ISO 4217 code
 * @calling_code: digits, without plus
 * @weekend: bit `1 << weekday` for each day off, 1 is Monday and 7 is Sunday
 * @first_weekday: 1 is Monday, 7 is Sunday
 * @zone: IANA name of the zone of most people
 *
 * What a country implies for a new shop; all of it can be changed in the settings.
 */
typedef struct
{
  const char *code;
  const char *name;
  const char *name_ar;
  const char *currency;
  const char *calling_code;
  guint       weekend;
  int         first_weekday;
  const char *zone;
} DaftarCountry;

const DaftarCountry *daftar_country_lookup (const char          *code);
const DaftarCountry *daftar_country_list   (gsize               *n_countries);
const char          *daftar_country_name   (const DaftarCountry *country);

G_END_DECLS
