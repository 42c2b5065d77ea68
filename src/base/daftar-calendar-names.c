/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include <string.h>

#include "daftar-calendar-names.h"
#include "daftar-text.h"

/* ICU knows these per country, but they change between its versions, and the shop's country is not the locale's. */
static const char *const english[] = {
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
  "December", NULL
};
static const char *const arabic[] = {
  "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر", NULL
};
static const char *const levant[] = {
  "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني",
  "كانون الأول", NULL
};
static const char *const algeria_tunisia[] = {
  "جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر", NULL
};
static const char *const morocco[] = {
  "يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر", NULL
};
static const char *const mauritania[] = {
  "يناير", "فبراير", "مارس", "إبريل", "مايو", "يونيو", "يوليو", "أغشت", "شتمبر", "أكتوبر", "نوفمبر", "دجمبر", NULL
};
static const char *const hijri_english[] = {
  "Muharram", "Safar", "Rabi I", "Rabi II", "Jumada I", "Jumada II", "Rajab", "Shaaban", "Ramadan", "Shawwal",
  "Dhul-Qadah", "Dhul-Hijjah", NULL
};
static const char *const hijri_arabic[] = {
  "محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة", "رجب", "شعبان", "رمضان", "شوال",
  "ذو القعدة", "ذو الحجة", NULL
};
static const char *const hijri_other[] = {
  "المحرم", NULL, NULL, "ربيع الثاني", NULL, "جمادى الثانية", NULL, NULL, NULL, NULL, "ذي القعدة", "ذي الحجة"
};
static const char *const days_english[] = {
  "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", NULL
};
static const char *const days_arabic[] = {
  "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد", NULL
};

/**
 * daftar_month_names:
 * @language: "ar" or another
 * @country: (nullable): the country, since Arabic has several sets
 *
 * Returns: (transfer none): twelve names
 */
const char *const *
daftar_month_names (const char *language,
                    const char *country)
{
  static const struct
  {
    const char        *country;
    const char *const *names;
  } sets[] = {
    { "SY", levant }, { "LB", levant }, { "JO", levant }, { "IQ", levant }, { "PS", levant },
    { "DZ", algeria_tunisia }, { "TN", algeria_tunisia }, { "MA", morocco }, { "MR", mauritania },
  };

  if (strcmp (language, "ar") != 0)
    return english;
  for (gsize i = 0; country != NULL && i < G_N_ELEMENTS (sets); i++)
    if (strcmp (sets[i].country, country) == 0)
      return sets[i].names;
  return arabic;
}

/**
 * daftar_hijri_month_names:
 * @language: "ar" or another
 *
 * Returns: (transfer none): twelve names
 */
const char *const *
daftar_hijri_month_names (const char *language)
{
  return strcmp (language, "ar") == 0 ? hijri_arabic : hijri_english;
}

/**
 * daftar_weekday_names:
 * @language: "ar" or another
 *
 * Returns: (transfer none): seven names from Monday
 */
const char *const *
daftar_weekday_names (const char *language)
{
  return strcmp (language, "ar") == 0 ? days_arabic : days_english;
}

/* How many bytes of @fold are @name (compared folded), as whole words; 0 if it does not begin with it. English names may
 * be cut to three letters. */
static gsize
begins_with (const char *fold,
             const char *name,
             gboolean    may_be_short)
{
  g_autofree char *name_fold = daftar_text_fold (name);
  gsize length = strlen (name_fold), word = strcspn (fold, " ");

  if (strncmp (fold, name_fold, length) == 0 && (fold[length] == ' ' || fold[length] == '\0'))
    return length;
  if (may_be_short && word >= 3 && word < length && (word == 3 || (word == 4 && fold[3] == 't'))
      && strncmp (fold, name_fold, 3) == 0)
    return word;
  return 0;
}

static int
read_name (const char *const *names,
           int                n_names,
           const char        *fold,
           gboolean           may_be_short,
           gsize             *length)
{
  for (int i = 0; i < n_names; i++)
    if (names[i] != NULL && (*length = begins_with (fold, names[i], may_be_short)) > 0)
      return i + 1;
  return 0;
}

/**
 * daftar_month_read:
 * @fold: folded text at the start of a word
 * @length: (out): bytes of the name
 * @hijri: (out): whether it is a month of the Hijri year
 *
 * Returns: 1 to 12; 0 if it begins with no month's name
 */
int
daftar_month_read (const char *fold,
                   gsize      *length,
                   gboolean   *hijri)
{
  const char *const *const sets[] = { english, arabic, levant, algeria_tunisia, morocco, mauritania };
  int month = 0;

  *hijri = FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (sets) && month == 0; i++)
    month = read_name (sets[i], 12, fold, i == 0, length);
  if (month > 0)
    return month;
  *hijri = TRUE;
  month = read_name (hijri_arabic, 12, fold, FALSE, length);
  if (month == 0)
    month = read_name (hijri_other, 12, fold, FALSE, length);
  return month > 0 ? month : read_name (hijri_english, 12, fold, FALSE, length);
}

/**
 * daftar_weekday_read:
 * @fold: folded text at the start of a word
 * @length: (out): bytes of the name
 *
 * Returns: whether it begins with a weekday's name
 */
gboolean
daftar_weekday_read (const char *fold,
                     gsize      *length)
{
  return read_name (days_english, 7, fold, TRUE, length) > 0 || read_name (days_arabic, 7, fold, FALSE, length) > 0;
}
