/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "daftar-bidi.h"
#include "daftar-calendar-names.h"
#include "daftar-country.h"
#include "daftar-date.h"
#include "daftar-format.h"

#define MINUTE (G_GINT64_CONSTANT (60) * G_USEC_PER_SEC)
#define HOUR   (60 * MINUTE)
#define DAY    (24 * HOUR)

/**
 * DaftarFormat:
 *
 * How one person reads: language, digits, calendar, zone, country. It never changes, so any thread may use it.
 */
struct _DaftarFormat
{
  gatomicrefcount  refs;
  char            *language;
  char            *country;
  gboolean         arabic_digits;
  DaftarCalendar   calendar;
  GTimeZone       *zone;
  int              first_weekday;
  gboolean         twelve_hours;
};

G_DEFINE_BOXED_TYPE (DaftarFormat, daftar_format, daftar_format_ref, daftar_format_unref)

static GTimeZone *
open_zone (const char *zone,
           const char *of_country)
{
  GTimeZone *result = zone != NULL && *zone != '\0' ? g_time_zone_new_identifier (zone) : NULL;

  if (result == NULL && of_country != NULL)
    result = g_time_zone_new_identifier (of_country);
  return result != NULL ? result : g_time_zone_new_utc ();
}

/* Where clocks are read with twelve hours (CLDR's timeData, "h" preferred). */
static gboolean
counts_twelve (const char *country)
{
  static const char *const countries[] = {
    "SA", "AE", "KW", "QA", "BH", "OM", "YE", "EG", "SD", "LY", "JO", "PS", "LB", "SY", "IQ", "DZ", "MR", "SO", "DJ",
    "PK", "IN", "BD", "PH", "MY", "US", "CA", "AU", NULL
  };

  return g_strv_contains (countries, country);
}

/**
 * daftar_format_new:
 * @language: (nullable): "ar" or "en" (more letters are cut: "ar_SA"); %NULL for "en"
 * @country: (nullable): ISO 3166 code; decides names of months, first weekday and twelve hours
 * @arabic_digits: ٠١٢ rather than 012
 * @calendar: the calendar to show
 * @zone: (nullable): IANA name; the country's for %NULL or an unknown one
 *
 * Returns: (transfer full): a format
 */
DaftarFormat *
daftar_format_new (const char     *language,
                   const char     *country,
                   gboolean        arabic_digits,
                   DaftarCalendar  calendar,
                   const char     *zone)
{
  DaftarFormat *self = g_new0 (DaftarFormat, 1);
  const DaftarCountry *known = daftar_country_lookup (country);

  g_atomic_ref_count_init (&self->refs);
  self->language = g_strdup (language != NULL && g_str_has_prefix (language, "ar") ? "ar" : "en");
  self->country = g_ascii_strup (country != NULL ? country : "", -1);
  self->arabic_digits = arabic_digits;
  self->calendar = calendar;
  self->zone = open_zone (zone, known != NULL ? known->zone : NULL);
  self->first_weekday = known != NULL ? known->first_weekday : 1;
  self->twelve_hours = counts_twelve (self->country);
  return self;
}

/**
 * daftar_format_ref:
 * @self: a format
 *
 * Returns: (transfer full): @self
 */
DaftarFormat *
daftar_format_ref (DaftarFormat *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * daftar_format_unref:
 * @self: (transfer full): a format
 */
void
daftar_format_unref (DaftarFormat *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->language);
  g_free (self->country);
  g_time_zone_unref (self->zone);
  g_free (self);
}

/**
 * daftar_format_get_language:
 * @self: a format
 *
 * Returns: (transfer none): "ar" or "en"
 */
const char *
daftar_format_get_language (DaftarFormat *self)
{
  return self->language;
}

/**
 * daftar_format_get_country:
 * @self: a format
 *
 * Returns: (transfer none): ISO 3166 code, "" for none
 */
const char *
daftar_format_get_country (DaftarFormat *self)
{
  return self->country;
}

/**
 * daftar_format_get_arabic_digits:
 * @self: a format
 *
 * Returns: whether digits are ٠١٢
 */
gboolean
daftar_format_get_arabic_digits (DaftarFormat *self)
{
  return self->arabic_digits;
}

/**
 * daftar_format_get_calendar:
 * @self: a format
 *
 * Returns: the calendar
 */
DaftarCalendar
daftar_format_get_calendar (DaftarFormat *self)
{
  return self->calendar;
}

/**
 * daftar_format_get_zone:
 * @self: a format
 *
 * Returns: (transfer none): the zone
 */
GTimeZone *
daftar_format_get_zone (DaftarFormat *self)
{
  return self->zone;
}

/**
 * daftar_format_get_first_weekday:
 * @self: a format
 *
 * Returns: 1 (Monday) to 7 (Sunday)
 */
int
daftar_format_get_first_weekday (DaftarFormat *self)
{
  return self->first_weekday;
}

/**
 * daftar_format_month_name:
 * @self: a format
 * @month: 1 to 12
 *
 * Returns: (transfer none): the Gregorian month as the country calls it
 */
const char *
daftar_format_month_name (DaftarFormat *self,
                          int           month)
{
  g_return_val_if_fail (month >= 1 && month <= 12, "");
  return daftar_month_names (self->language, self->country)[month - 1];
}

/**
 * daftar_format_hijri_month_name:
 * @self: a format
 * @month: 1 to 12
 *
 * Returns: (transfer none): the Hijri month
 */
const char *
daftar_format_hijri_month_name (DaftarFormat *self,
                                int           month)
{
  g_return_val_if_fail (month >= 1 && month <= 12, "");
  return daftar_hijri_month_names (self->language)[month - 1];
}

/**
 * daftar_format_weekday_name:
 * @self: a format
 * @weekday: 1 (Monday) to 7 (Sunday)
 *
 * Returns: (transfer none): the weekday
 */
const char *
daftar_format_weekday_name (DaftarFormat *self,
                            int           weekday)
{
  g_return_val_if_fail (weekday >= 1 && weekday <= 7, "");
  return daftar_weekday_names (self->language)[weekday - 1];
}

static char *
convert (DaftarFormat *self,
         const char   *text,
         gboolean      separators)
{
  GString *result;

  if (!self->arabic_digits)
    return g_strdup (text);
  result = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_unichar (result, 0x0660 + (*p - '0'));
    else if (separators && *p == ',')
      g_string_append_unichar (result, 0x066c);
    else if (separators && *p == '.')
      g_string_append_unichar (result, 0x066b);
    else
      g_string_append_c (result, *p);
  return g_string_free (result, FALSE);
}

/**
 * daftar_format_digits:
 * @self: a format
 * @text: any text
 *
 * Returns: (transfer full): @text with its ASCII digits as the person reads them
 */
char *
daftar_format_digits (DaftarFormat *self,
                      const char   *text)
{
  return convert (self, text, FALSE);
}

/**
 * daftar_format_numeral:
 * @self: a format
 * @text: a number as "1,250.50"
 *
 * Returns: (transfer full): the same with the person's digits and separators
 */
char *
daftar_format_numeral (DaftarFormat *self,
                       const char   *text)
{
  return convert (self, text, TRUE);
}

/**
 * daftar_format_number:
 * @self: a format
 * @number: a count
 *
 * Returns: (transfer full): the number in groups; a negative one is isolated, so that its sign stays in front
 */
char *
daftar_format_number (DaftarFormat *self,
                      gint64        number)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, number < 0 ? (guint64) 0 - (guint64) number
                                                                                : (guint64) number);
  g_autofree char *plain = NULL;
  g_autofree char *numeral = NULL;
  GString *text = g_string_new (number < 0 ? "-" : "");
  gsize length = strlen (digits);

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append_c (text, ',');
      g_string_append_c (text, digits[i]);
    }
  plain = g_string_free (text, FALSE);
  numeral = daftar_format_numeral (self, plain);
  return number < 0 ? daftar_bidi_ltr (numeral) : g_steal_pointer (&numeral);
}

static char *
spell_day (DaftarFormat   *self,
           int             year,
           int             month,
           int             day,
           DaftarDayStyle  style,
           gboolean        hijri)
{
  gboolean arabic = strcmp (self->language, "ar") == 0;
  const char *name = hijri ? daftar_format_hijri_month_name (self, month) : daftar_format_month_name (self, month);
  const char *era = !hijri ? "" : arabic ? " هـ" : " AH";

  if (style == DAFTAR_DAY_SHORT && arabic)
    return g_strdup_printf ("\342\201\246%d/%d/%d\342\201\251%s", day, month, year, era);
  if (style == DAFTAR_DAY_SHORT && !hijri)
    return g_strdup_printf ("%d %.3s %d", day, name, year);
  return g_strdup_printf ("%d %s %d%s", day, name, year, era);
}

/**
 * daftar_format_day:
 * @self: a format
 * @iso_day: (nullable): an ISO day
 * @style: how long
 *
 * Returns: (transfer full): the day in the person's calendar, or in both; "" if @iso_day is no day
 */
char *
daftar_format_day (DaftarFormat   *self,
                   const char     *iso_day,
                   DaftarDayStyle  style)
{
  g_autofree char *gregorian = NULL, *hijri = NULL, *date = NULL, *text = NULL;
  const char *comma = strcmp (self->language, "ar") == 0 ? "،" : ",";
  int y, m, d;

  if (!daftar_date_parse_iso (iso_day, &y, &m, &d))
    return g_strdup ("");
  gregorian = spell_day (self, y, m, d, style, FALSE);
  if (self->calendar != DAFTAR_CALENDAR_GREGORIAN && daftar_hijri_from_iso (iso_day, &y, &m, &d))
    hijri = spell_day (self, y, m, d, style, TRUE);
  if (hijri == NULL)
    date = g_steal_pointer (&gregorian);
  else if (self->calendar == DAFTAR_CALENDAR_HIJRI)
    date = g_steal_pointer (&hijri);
  else
    date = g_strdup_printf ("%s (%s)", gregorian, hijri);
  if (style == DAFTAR_DAY_WEEKDAY)
    text = g_strconcat (daftar_format_weekday_name (self, daftar_date_weekday (iso_day)), comma, " ", date, NULL);
  else
    text = g_steal_pointer (&date);
  return daftar_format_digits (self, text);
}

/**
 * daftar_format_time_of_day:
 * @self: a format
 * @minutes: minute of the day, 0 to 1440
 *
 * Returns: (transfer full): "14:05", or "2:05 PM" where the country counts twelve hours
 */
char *
daftar_format_time_of_day (DaftarFormat *self,
                           int           minutes)
{
  gboolean arabic = strcmp (self->language, "ar") == 0;
  int hour = minutes / 60 % 24, minute = minutes % 60;
  g_autofree char *text = NULL;

  g_return_val_if_fail (minutes >= 0 && minutes <= DAFTAR_MINUTES_A_DAY, g_strdup (""));
  if (!self->twelve_hours)
    text = g_strdup_printf ("%02d:%02d", hour, minute);
  else
    text = g_strdup_printf ("%d:%02d\302\240%s", hour % 12 == 0 ? 12 : hour % 12, minute,
                            hour < 12 ? (arabic ? "ص" : "AM") : (arabic ? "م" : "PM"));
  return daftar_format_digits (self, text);
}

static char *
exact (DaftarFormat *self,
       gint64        at)
{
  int minute;
  g_autofree char *iso = daftar_date_from_moment (at, self->zone, &minute);
  g_autofree char *day = NULL, *time = NULL;

  if (iso == NULL)
    return g_strdup ("");
  day = daftar_format_day (self, iso, DAFTAR_DAY_LONG);
  time = daftar_format_time_of_day (self, minute);
  return g_strconcat (day, strcmp (self->language, "ar") == 0 ? "، " : ", ", time, NULL);
}

/* Days from now in the person's calendar, not in spans of 24 hours. */
static char *
relative_day (DaftarFormat *self,
              const char   *day,
              int           days)
{
  gulong n = ABS ((glong) days);

  if (days == -1)
    return g_strdup (_("yesterday"));
  if (days == 1)
    return g_strdup (_("tomorrow"));
  if (n > 6)
    return daftar_format_day (self, day, DAFTAR_DAY_SHORT);
  if (days < 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu day ago", "%lu days ago", n), n);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "in %lu day", "in %lu days", n), n);
}

static char *
relative (DaftarFormat *self,
          gint64        at,
          gint64        now)
{
  g_autofree char *day = daftar_date_from_moment (at, self->zone, NULL);
  g_autofree char *today = daftar_date_today (self->zone, now);
  gint64 distance = at > now ? at - now : now - at;
  gulong n;
  int days;

  if (day == NULL || today == NULL)
    return g_strdup ("");
  if (distance < MINUTE)
    return g_strdup (_("just now"));
  n = distance / MINUTE;
  if (n < 60)
    return at > now ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "in %lu min", "in %lu min", n), n)
                    : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu min ago", "%lu min ago", n), n);
  n = distance / HOUR;
  days = daftar_date_difference (today, day);
  if (days == 0 || n < 6)
    return at > now ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "in %lu h", "in %lu h", n), n)
                    : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu h ago", "%lu h ago", n), n);
  return relative_day (self, day, days);
}

/**
 * daftar_format_moment:
 * @self: a format
 * @at: microseconds UTC
 * @now: microseconds UTC
 * @style: relative ("12 min ago", "in 2 h", "yesterday", "3 days ago", the date beyond six days) or exact
 *
 * Returns: (transfer full): the moment in words
 */
char *
daftar_format_moment (DaftarFormat      *self,
                      gint64             at,
                      gint64             now,
                      DaftarMomentStyle  style)
{
  g_autofree char *text = style == DAFTAR_MOMENT_EXACT ? exact (self, at) : relative (self, at, now);

  return daftar_format_digits (self, text);
}

static char *
two_parts (const char *large,
           const char *small)
{
  /* TRANSLATORS: two parts of a duration, e.g. "2 h" and "10 min" */
  return g_strdup_printf (C_("duration", "%s %s"), large, small);
}

/**
 * daftar_format_duration:
 * @self: a format
 * @us: microseconds; the sign is ignored
 *
 * Returns: (transfer full): "45 min", "2 h 10 min", "1 day 4 h", "3 days"
 */
char *
daftar_format_duration (DaftarFormat *self,
                        gint64        us)
{
  guint64 size = us < 0 ? (guint64) 0 - (guint64) us : (guint64) us;
  gulong days = size / DAY, hours = size % DAY / HOUR, minutes = size % HOUR / MINUTE;
  g_autofree char *day_text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu day", "%lu days", days), days);
  g_autofree char *hour_text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu h", "%lu h", hours), hours);
  g_autofree char *minute_text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu min", "%lu min", minutes), minutes);
  g_autofree char *text = NULL;

  if (size < MINUTE)
    text = g_strdup (_("less than a minute"));
  else if (days == 0 && hours == 0)
    text = g_steal_pointer (&minute_text);
  else if (days == 0)
    text = minutes > 0 ? two_parts (hour_text, minute_text) : g_steal_pointer (&hour_text);
  else
    text = days < 3 && hours > 0 ? two_parts (day_text, hour_text) : g_steal_pointer (&day_text);
  return daftar_format_digits (self, text);
}
