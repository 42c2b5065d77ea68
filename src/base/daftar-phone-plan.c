/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include <stdlib.h>
#include <string.h>

#include "daftar-digit-pattern.h"
#include "daftar-phone-plan.h"

#include "daftar-phone-table.h"

enum { REGEX_STRIP, REGEX_ABROAD, N_REGEXES };

/* Compiled when first needed; most shops need two or three plans. */
static GRegex *plan_regexes[G_N_ELEMENTS (plans)][N_REGEXES];
static GRegex *format_regexes[G_N_ELEMENTS (formats)][2];

/* @slot is filled once, by whichever thread comes first. */
static GRegex *
compiled (GRegex     **slot,
          const char  *pattern,
          gboolean     whole)
{
  GRegex *regex = g_atomic_pointer_get (slot);
  g_autofree char *source = NULL;

  if (regex != NULL)
    return regex;
  source = g_strdup_printf (whole ? "^(?:%s)$" : "^(?:%s)", pattern);
  regex = g_regex_new (source, G_REGEX_RAW | G_REGEX_OPTIMIZE, 0, NULL);
  g_assert (regex != NULL);
  if (!g_atomic_pointer_compare_and_exchange (slot, NULL, regex))
    {
      g_regex_unref (regex);
      regex = g_atomic_pointer_get (slot);
    }
  return regex;
}

static GRegex *
plan_regex (const DaftarPhonePlan *plan,
            int                    which)
{
  return compiled (&plan_regexes[plan - plans][which], which == REGEX_STRIP ? plan->strip : plan->abroad, FALSE);
}

/* Where the plans are, counted from 1: a file of a million numbers asks millions of times. */
typedef struct
{
  guint16 by_country[26][26];
  guint16 by_code[3][1000]; /* by the length of the code; the plan of its main region */
} Index;

static const Index *
get_index (void)
{
  static Index index;
  static gsize filled = 0;

  if (!g_once_init_enter (&filled))
    return &index;
  for (gsize i = 0; i < G_N_ELEMENTS (plans); i++)
    {
      const char *region = plans[i].region;
      guint16 *code = &index.by_code[strlen (plans[i].calling_code) - 1][atoi (plans[i].calling_code)];

      /* Main regions come first. */
      if (*code == 0)
        *code = i + 1;
      if (g_ascii_isupper (region[0]) && g_ascii_isupper (region[1]))
        index.by_country[region[0] - 'A'][region[1] - 'A'] = i + 1;
    }
  g_once_init_leave (&filled, 1);
  return &index;
}

/**
 * daftar_phone_plan_of_country:
 * @country: (nullable): ISO 3166 code
 *
 * Returns: (transfer none) (nullable): the plan; %NULL for an unknown country
 */
const DaftarPhonePlan *
daftar_phone_plan_of_country (const char *country)
{
  guint16 at;

  if (country == NULL || strlen (country) != 2)
    return NULL;
  if (!g_ascii_isalpha (country[0]) || !g_ascii_isalpha (country[1]))
    return NULL;
  at = get_index ()->by_country[g_ascii_toupper (country[0]) - 'A'][g_ascii_toupper (country[1]) - 'A'];
  return at != 0 ? &plans[at - 1] : NULL;
}

/**
 * daftar_phone_plan_of_number:
 * @digits: a number that begins with a calling code
 *
 * Returns: (transfer none) (nullable): the plan of the main region of the code; %NULL if there is no such code
 */
const DaftarPhonePlan *
daftar_phone_plan_of_number (const char *digits)
{
  const Index *index = get_index ();
  int code = 0;

  /* No calling code is the beginning of another, so the first that fits is the one. */
  for (int n = 0; n < 3 && g_ascii_isdigit (digits[n]); n++)
    {
      code = code * 10 + digits[n] - '0';
      if (index->by_code[n][code] != 0)
        return &plans[index->by_code[n][code] - 1];
    }
  return NULL;
}

/**
 * daftar_phone_plan_fits:
 * @plan: a plan
 * @national: digits
 *
 * Returns: whether such numbers are given out
 */
gboolean
daftar_phone_plan_fits (const DaftarPhonePlan *plan,
                        const char            *national)
{
  return daftar_digit_pattern_matches (plan->pattern, national);
}

/**
 * daftar_phone_plan_possible:
 * @plan: a plan
 * @national: digits
 *
 * Returns: whether there are national numbers of this length
 */
gboolean
daftar_phone_plan_possible (const DaftarPhonePlan *plan,
                            const char            *national)
{
  gsize length = strlen (national);

  return length < 32 && (plan->lengths & (1u << length)) != 0;
}

/* The same where always the same digits are dialled before. */
static const char *
strip_literal (const DaftarPhonePlan *plan,
               const char            *national)
{
  const char *rest = national + strlen (plan->strip);

  if (*plan->strip == '\0' || !g_str_has_prefix (national, plan->strip)
      || (daftar_phone_plan_fits (plan, national) && !daftar_phone_plan_fits (plan, rest)))
    return national;
  return rest;
}

/**
 * daftar_phone_plan_strip:
 * @plan: a plan
 * @national: digits as dialled at home
 *
 * Takes off what is dialled before a number at home, unless the number would then be none while it was one before (as
 * libphonenumber's maybeStripNationalPrefixAndCarrierCode does).
 *
 * Returns: (transfer full): the national number
 */
char *
daftar_phone_plan_strip (const DaftarPhonePlan *plan,
                         const char            *national)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *last = NULL, *rest = NULL;
  int groups, end = 0;

  if (daftar_digit_pattern_is_literal (plan->strip))
    return g_strdup (strip_literal (plan, national));
  if (!g_regex_match (plan_regex (plan, REGEX_STRIP), national, 0, &match))
    return g_strdup (national);
  g_match_info_fetch_pos (match, 0, NULL, &end);
  groups = g_regex_get_capture_count (plan_regex (plan, REGEX_STRIP));
  last = groups > 0 ? g_match_info_fetch (match, groups) : NULL;
  if (*plan->transform != '\0' && last != NULL && *last != '\0')
    {
      g_autofree char *made = g_match_info_expand_references (match, plan->transform, NULL);

      rest = g_strconcat (made != NULL ? made : "", national + end, NULL);
    }
  else
    {
      rest = g_strdup (national + end);
    }
  if (daftar_phone_plan_fits (plan, national) && !daftar_phone_plan_fits (plan, rest))
    return g_strdup (national);
  return g_steal_pointer (&rest);
}

/**
 * daftar_phone_plan_abroad:
 * @plan: (nullable): the plan of the country where it is dialled
 * @dialled: digits
 *
 * Returns: how many of the first digits mean "abroad"; 0 if they do not. "00" is understood everywhere.
 */
gsize
daftar_phone_plan_abroad (const DaftarPhonePlan *plan,
                          const char            *dialled)
{
  g_autoptr (GMatchInfo) match = NULL;
  int end = 0;

  if (plan != NULL && daftar_digit_pattern_is_literal (plan->abroad))
    end = *plan->abroad != '\0' && g_str_has_prefix (dialled, plan->abroad) ? strlen (plan->abroad)
          : g_str_has_prefix (dialled, "00")                                ? 2
                                                                             : 0;
  else if (plan != NULL && g_regex_match (plan_regex (plan, REGEX_ABROAD), dialled, 0, &match))
    g_match_info_fetch_pos (match, 0, NULL, &end);
  else if (g_str_has_prefix (dialled, "00"))
    end = 2;
  /* A calling code does not begin with 0. */
  return dialled[end] != '0' && dialled[end] != '\0' ? end : 0;
}

/**
 * daftar_phone_plan_region:
 * @plan: the plan of a calling code's main region
 * @national: a national number of that code
 *
 * Returns: the region whose number it is
 */
const char *
daftar_phone_plan_region (const DaftarPhonePlan *plan,
                          const char            *national)
{
  const DaftarPhonePlan *end = plans + G_N_ELEMENTS (plans);

  for (const DaftarPhonePlan *p = plan; p < end && strcmp (p->calling_code, plan->calling_code) == 0; p++)
    if (*p->own != '\0' && daftar_digit_pattern_matches (p->own, national))
      return p->region;
  return plan->region;
}

/**
 * daftar_phone_plan_group:
 * @plan: the plan of a calling code's main region
 * @national: a national number
 * @at_home: with what is dialled at home
 *
 * Returns: (transfer full) (nullable): the number in groups; %NULL if no format is known
 */
char *
daftar_phone_plan_group (const DaftarPhonePlan *plan,
                         const char            *national,
                         gboolean               at_home)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      const DaftarPhoneFormat *format = &formats[i];
      const char *pattern = at_home ? format->home : format->abroad;
      GRegex *regex;

      if (strcmp (format->calling_code, plan->calling_code) != 0 || *pattern == '\0')
        continue;
      if (*format->leading != '\0'
          && !g_regex_match (compiled (&format_regexes[i][0], format->leading, FALSE), national, 0, NULL))
        continue;
      regex = compiled (&format_regexes[i][1], format->pattern, TRUE);
      if (g_regex_match (regex, national, 0, NULL))
        return g_regex_replace (regex, national, -1, 0, pattern, 0, NULL);
    }
  return NULL;
}
