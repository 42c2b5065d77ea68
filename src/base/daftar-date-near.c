/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-date.h"

#include <stdlib.h>
#include <string.h>

#include "daftar-text.h"

/* Folded, as they are typed; both languages always, since a clerk writes as the tongue comes. */
static const struct
{
  const char *words;
  int days;
} near_words[] = {
  { "اليوم", 0 },   { "today", 0 },          { "غدا", 1 },           { "بكره", 1 },     { "بكرا", 1 },
  { "باكر", 1 },    { "tomorrow", 1 },       { "بعد غد", 2 },        { "بعد بكره", 2 }, { "day after tomorrow", 2 },
  { "بعد يوم", 1 }, { "بعد يومين", 2 },      { "بعد اسبوع", 7 },     { "الاسبوع القادم", 7 },
  { "next week", 7 }, { "in a week", 7 },    { "بعد اسبوعين", 14 },  { "in two weeks", 14 },
  { "بعد شهر", 30 }, { "in a month", 30 },   { "next month", 30 },
};

/* ISO 8601: Monday is 1. */
static const struct
{
  const char *word;
  int weekday;
} weekdays[] = {
  { "الاثنين", 1 }, { "اثنين", 1 },    { "monday", 1 },    { "mon", 1 }, { "الثلاثا", 2 }, { "ثلاثا", 2 },
  { "tuesday", 2 }, { "tue", 2 },      { "الاربعا", 3 },  { "اربعا", 3 }, { "wednesday", 3 }, { "wed", 3 },
  { "الخميس", 4 },  { "خميس", 4 },     { "thursday", 4 },  { "thu", 4 }, { "الجمعه", 5 },   { "جمعه", 5 },
  { "friday", 5 },  { "fri", 5 },      { "السبت", 6 },     { "سبت", 6 }, { "saturday", 6 }, { "sat", 6 },
  { "الاحد", 7 },   { "احد", 7 },      { "sunday", 7 },    { "sun", 7 },
};

static const char *const fillers[] = { "يوم ", "on ", "next " };

/* "بعد 3 ايام", "in 3 days", "3 weeks": a number and what is counted; -1 if it is something else. */
static int
count_days (const char *fold)
{
  static const char *const before[] = { "بعد ", "in " };
  static const struct
  {
    const char *start;
    int days;
  } units[] = { { "يوم", 1 }, { "ايام", 1 }, { "day", 1 }, { "اسبوع", 7 }, { "اسابيع", 7 }, { "week", 7 },
                { "شهر", 30 }, { "اشهر", 30 }, { "شهور", 30 }, { "month", 30 } };
  char *end;
  long number;

  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    if (g_str_has_prefix (fold, before[i]))
      fold += strlen (before[i]);
  number = strtol (fold, &end, 10);
  if (end == fold || *end != ' ' || number < 0 || number > 3650)
    return -1;
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_prefix (end + 1, units[i].start))
      return (int) number * units[i].days;
  return -1;
}

static int
find_weekday (const char *fold)
{
  for (guint i = 0; i < G_N_ELEMENTS (fillers); i++)
    if (g_str_has_prefix (fold, fillers[i]))
      fold += strlen (fillers[i]);
  for (guint i = 0; i < G_N_ELEMENTS (weekdays); i++)
    if (strcmp (fold, weekdays[i].word) == 0)
      return weekdays[i].weekday;
  return 0;
}

/**
 * daftar_date_parse_near:
 * @text: what was typed: "tomorrow", "غدًا", "بعد ٣ أيام", "Thursday", or a date in any usual spelling
 * @today: the ISO day that it is counted from
 * @order: the order of day and month where only that decides
 * @error: return location for a sentence for the user
 *
 * Reads a day as one says it. A weekday is the next one, never today: "on Thursday", said on a Thursday, is
 * in a week.
 *
 * Returns: (transfer full) (nullable): the ISO day
 */
char *
daftar_date_parse_near (const char       *text,
                        const char       *today,
                        DaftarDateOrder   order,
                        GError          **error)
{
  g_autofree char *fold = daftar_text_fold (text);
  int weekday = find_weekday (fold);
  int days = count_days (fold);

  for (guint i = 0; i < G_N_ELEMENTS (near_words); i++)
    if (strcmp (fold, near_words[i].words) == 0)
      return daftar_date_add_days (today, near_words[i].days);
  if (weekday != 0)
    return daftar_date_add_days (today, (weekday - daftar_date_weekday (today) + 6) % 7 + 1);
  if (days >= 0)
    return daftar_date_add_days (today, days);
  return daftar_date_parse (text, order, error);
}
