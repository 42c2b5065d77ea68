/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include <string.h>

#include "daftar-date.h"
#include "daftar-hours.h"

/* Nothing is searched further ahead: a shop with holidays for longer is closed. */
#define MAX_DAYS_AHEAD (20 * 366)

typedef struct
{
  int from;                /* minutes of the day */
  int to;
} Span;

typedef struct
{
  int     valid_from;      /* day number; G_MININT for always */
  GArray *spans[8];        /* of Span, by weekday 1 to 7, sorted, not overlapping */
} Version;

typedef struct
{
  int first;
  int last;
} DaysOff;

struct _DaftarHours
{
  gatomicrefcount  refs;
  GTimeZone       *zone;
  GPtrArray       *versions;   /* sorted by valid_from */
  GArray          *days_off;
  gboolean         always;     /* no version at all */
};

struct _DaftarHoursBuilder
{
  DaftarHours *hours;
};

G_DEFINE_BOXED_TYPE (DaftarHours, daftar_hours, daftar_hours_ref, daftar_hours_unref)

static void
version_free (gpointer data)
{
  Version *version = data;

  for (int i = 1; i <= 7; i++)
    g_array_unref (version->spans[i]);
  g_free (version);
}

/**
 * daftar_hours_builder_new:
 * @zone: the shop's zone
 *
 * Begins a description of working hours. Without any version the shop is always open.
 *
 * Returns: (transfer full): a builder
 */
DaftarHoursBuilder *
daftar_hours_builder_new (GTimeZone *zone)
{
  DaftarHoursBuilder *builder = g_new0 (DaftarHoursBuilder, 1);
  DaftarHours *hours = g_new0 (DaftarHours, 1);

  g_atomic_ref_count_init (&hours->refs);
  hours->zone = g_time_zone_ref (zone);
  hours->versions = g_ptr_array_new_with_free_func (version_free);
  hours->days_off = g_array_new (FALSE, FALSE, sizeof (DaysOff));
  builder->hours = hours;
  return builder;
}

/**
 * daftar_hours_builder_free:
 * @builder: (nullable): a builder that is not needed after all
 */
void
daftar_hours_builder_free (DaftarHoursBuilder *builder)
{
  if (builder == NULL)
    return;
  g_clear_pointer (&builder->hours, daftar_hours_unref);
  g_free (builder);
}

/**
 * daftar_hours_builder_add_version:
 * @builder: a builder
 * @valid_from: (nullable): the ISO day from which it holds; %NULL for always
 *
 * Begins a version of the hours, to which the spans that follow belong. Before the first version's day that version
 * holds too. A version without a span is closed all week.
 */
void
daftar_hours_builder_add_version (DaftarHoursBuilder *builder,
                                  const char         *valid_from)
{
  Version *version = g_new0 (Version, 1);

  version->valid_from = valid_from != NULL ? daftar_date_to_number (valid_from) : G_MININT;
  for (int i = 1; i <= 7; i++)
    version->spans[i] = g_array_new (FALSE, FALSE, sizeof (Span));
  g_ptr_array_add (builder->hours->versions, version);
}

/**
 * daftar_hours_builder_add_span:
 * @builder: a builder
 * @weekday: 1 (Monday) to 7 (Sunday)
 * @from_minute: minute of the day at which the shop opens
 * @to_minute: minute at which it closes, up to 1440; not after @from_minute means on the next day
 *
 * Returns: whether the span makes sense (it is left out otherwise)
 */
gboolean
daftar_hours_builder_add_span (DaftarHoursBuilder *builder,
                               int                 weekday,
                               int                 from_minute,
                               int                 to_minute)
{
  Version *version;
  Span span = { from_minute, to_minute };

  if (weekday < 1 || weekday > 7 || from_minute < 0 || from_minute >= DAFTAR_MINUTES_A_DAY || to_minute < 0
      || to_minute > DAFTAR_MINUTES_A_DAY || from_minute == to_minute)
    return FALSE;
  if (builder->hours->versions->len == 0)
    daftar_hours_builder_add_version (builder, NULL);
  version = builder->hours->versions->pdata[builder->hours->versions->len - 1];
  if (to_minute < from_minute)
    {
      Span morning = { 0, to_minute };

      span.to = DAFTAR_MINUTES_A_DAY;
      if (to_minute > 0)
        g_array_append_val (version->spans[weekday % 7 + 1], morning);
    }
  g_array_append_val (version->spans[weekday], span);
  return TRUE;
}

/**
 * daftar_hours_builder_add_day_off:
 * @builder: a builder
 * @first_day: the ISO day on which the shop is closed
 * @last_day: (nullable): the last such day; %NULL for one day
 *
 * Returns: whether these are days in order (they are left out otherwise)
 */
gboolean
daftar_hours_builder_add_day_off (DaftarHoursBuilder *builder,
                                  const char         *first_day,
                                  const char         *last_day)
{
  DaysOff off = { daftar_date_to_number (first_day), 0 };

  off.last = last_day != NULL ? daftar_date_to_number (last_day) : off.first;
  if (off.first == G_MININT || off.last == G_MININT || off.last < off.first)
    return FALSE;
  g_array_append_val (builder->hours->days_off, off);
  return TRUE;
}

static int
compare_versions (gconstpointer a,
                  gconstpointer b)
{
  const Version *one = *(Version *const *) a, *two = *(Version *const *) b;

  return one->valid_from < two->valid_from ? -1 : one->valid_from > two->valid_from;
}

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  return ((const Span *) a)->from - ((const Span *) b)->from;
}

static int
compare_days_off (gconstpointer a,
                  gconstpointer b)
{
  const DaysOff *one = a, *two = b;

  return one->first < two->first ? -1 : one->first > two->first;
}

static void
merge_spans (GArray *spans)
{
  guint kept = 0;

  g_array_sort (spans, compare_spans);
  for (guint i = 1; i < spans->len; i++)
    {
      Span *last = &g_array_index (spans, Span, kept);
      Span next = g_array_index (spans, Span, i);

      if (next.from <= last->to)
        last->to = MAX (last->to, next.to);
      else
        g_array_index (spans, Span, ++kept) = next;
    }
  if (spans->len > 0)
    g_array_set_size (spans, kept + 1);
}

/* Joined ranges, so that one search finds whether a day is off. */
static void
merge_days_off (GArray *days)
{
  guint kept = 0;

  g_array_sort (days, compare_days_off);
  for (guint i = 1; i < days->len; i++)
    {
      DaysOff *last = &g_array_index (days, DaysOff, kept);
      DaysOff next = g_array_index (days, DaysOff, i);

      if (next.first <= last->last + 1)
        last->last = MAX (last->last, next.last);
      else
        g_array_index (days, DaysOff, ++kept) = next;
    }
  if (days->len > 0)
    g_array_set_size (days, kept + 1);
}

/**
 * daftar_hours_builder_end:
 * @builder: (transfer full): a builder
 *
 * Returns: (transfer full): the hours, which never change again and may be used from any thread
 */
DaftarHours *
daftar_hours_builder_end (DaftarHoursBuilder *builder)
{
  DaftarHours *hours = g_steal_pointer (&builder->hours);

  g_ptr_array_sort (hours->versions, compare_versions);
  for (guint i = 0; i < hours->versions->len; i++)
    for (int weekday = 1; weekday <= 7; weekday++)
      merge_spans (((Version *) hours->versions->pdata[i])->spans[weekday]);
  merge_days_off (hours->days_off);
  hours->always = hours->versions->len == 0;
  daftar_hours_builder_free (builder);
  return hours;
}

/**
 * daftar_hours_ref:
 * @self: hours
 *
 * Returns: (transfer full): @self
 */
DaftarHours *
daftar_hours_ref (DaftarHours *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * daftar_hours_unref:
 * @self: (transfer full): hours
 */
void
daftar_hours_unref (DaftarHours *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_time_zone_unref (self->zone);
  g_ptr_array_unref (self->versions);
  g_array_unref (self->days_off);
  g_free (self);
}

static gboolean
is_day_off (DaftarHours *self,
            int          day)
{
  guint low = 0, high = self->days_off->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      const DaysOff *off = &g_array_index (self->days_off, DaysOff, middle);

      if (day < off->first)
        high = middle;
      else if (day > off->last)
        low = middle + 1;
      else
        return TRUE;
    }
  return FALSE;
}

/* The spans of a day by number, none if it is off. */
static const Span *
spans_of (DaftarHours *self,
          int          day,
          guint       *n_spans)
{
  const Version *version = NULL;
  const GArray *spans;

  *n_spans = 0;
  if (self->versions->len == 0 || is_day_off (self, day))
    return NULL;
  version = self->versions->pdata[0];
  for (guint i = 1; i < self->versions->len; i++)
    if (((Version *) self->versions->pdata[i])->valid_from <= day)
      version = self->versions->pdata[i];
  spans = version->spans[((day % 7) + 7 + 3) % 7 + 1];
  *n_spans = spans->len;
  return (const Span *) (gpointer) spans->data;
}

static int
day_of (DaftarHours *self,
        gint64       at)
{
  g_autofree char *day = daftar_date_from_moment (at, self->zone, NULL);

  return day != NULL ? daftar_date_to_number (day) : G_MININT;
}

/* One span as moments. Where the clock is set back within it the hour counts twice, where it jumps it is missing: the
 * shop is open by the clock on its wall. */
static void
span_moments (DaftarHours *self,
              int          day,
              const Span  *span,
              gint64      *open,
              gint64      *close)
{
  g_autofree char *iso = daftar_date_from_number (day);

  *open = daftar_date_to_moment (iso, span->from, self->zone);
  *close = daftar_date_to_moment (iso, span->to, self->zone);
}

/* Calls for each open stretch that ends after @from, in order, until @func says stop or the day of @until is past.
 * Returns FALSE when it ran out. */
typedef gboolean (*StretchFunc) (gint64 open, gint64 close, gpointer data);

static gboolean
each_stretch (DaftarHours *self,
              gint64       from,
              gint64       until,
              StretchFunc  func,
              gpointer     data)
{
  int first = day_of (self, from);
  int last = until != G_MAXINT64 ? day_of (self, until) : first + MAX_DAYS_AHEAD;

  if (first == G_MININT || last == G_MININT)
    return FALSE;
  for (int day = first; day <= last; day++)
    {
      guint n;
      const Span *spans = spans_of (self, day, &n);

      for (guint i = 0; i < n; i++)
        {
          gint64 open, close;

          span_moments (self, day, &spans[i], &open, &close);
          open = MAX (open, from);
          if (open < close && func (open, close, data))
            return TRUE;
        }
    }
  return FALSE;
}

typedef struct
{
  gint64 left;
  gint64 until;
  gint64 result;
} Walk;

static gboolean
take_stretch (gint64   open,
              gint64   close,
              gpointer data)
{
  Walk *walk = data;

  if (walk->left <= close - open)
    {
      walk->result = open + walk->left;
      return TRUE;
    }
  walk->left -= close - open;
  return FALSE;
}

/**
 * daftar_hours_add:
 * @self: the shop's hours
 * @start: microseconds UTC
 * @working_us: microseconds of open time, 0 or more
 *
 * Returns: the moment at which the shop will have been open that long since @start (for 0: the next open moment);
 *   %DAFTAR_HOURS_NEVER if it never will
 */
gint64
daftar_hours_add (DaftarHours *self,
                  gint64       start,
                  gint64       working_us)
{
  Walk walk = { MAX (working_us, 0), 0, 0 };

  if (self->always)
    return start > G_MAXINT64 - walk.left ? DAFTAR_HOURS_NEVER : start + walk.left;
  return each_stretch (self, start, G_MAXINT64, take_stretch, &walk) ? walk.result : DAFTAR_HOURS_NEVER;
}

static gboolean
sum_stretch (gint64   open,
             gint64   close,
             gpointer data)
{
  Walk *walk = data;

  if (open >= walk->until)
    return TRUE;
  walk->result += MIN (close, walk->until) - open;
  return close >= walk->until;
}

/**
 * daftar_hours_between:
 * @self: the shop's hours
 * @from: microseconds UTC
 * @to: microseconds UTC
 *
 * Returns: microseconds of open time between the two; negative if @to is before @from
 */
gint64
daftar_hours_between (DaftarHours *self,
                      gint64       from,
                      gint64       to)
{
  Walk walk = { 0, to, 0 };

  if (to < from)
    return -daftar_hours_between (self, to, from);
  if (self->always)
    return to - from;
  if (to > from)
    each_stretch (self, from, to, sum_stretch, &walk);
  return walk.result;
}

static gboolean
first_stretch (gint64   open,
               gint64   close,
               gpointer data)
{
  ((Walk *) data)->result = open;
  return TRUE;
}

/**
 * daftar_hours_next_open:
 * @self: the shop's hours
 * @at: microseconds UTC
 *
 * Returns: @at if the shop is open then, else when it opens next; %DAFTAR_HOURS_NEVER if it never does
 */
gint64
daftar_hours_next_open (DaftarHours *self,
                        gint64       at)
{
  Walk walk = { 0 };

  if (self->always)
    return at;
  return each_stretch (self, at, G_MAXINT64, first_stretch, &walk) ? walk.result : DAFTAR_HOURS_NEVER;
}

/**
 * daftar_hours_is_open:
 * @self: the shop's hours
 * @at: microseconds UTC
 *
 * Returns: whether the shop is open at @at (the closing minute is closed)
 */
gboolean
daftar_hours_is_open (DaftarHours *self,
                      gint64       at)
{
  return daftar_hours_next_open (self, at) == at;
}
