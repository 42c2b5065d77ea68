/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all benchmarks share: series of times, and the line that tests/bench/run reads. */
#pragma once

#include <glib.h>
#include <stdlib.h>

typedef struct
{
  GArray *us; /* double: microseconds */
} BenchSeries;

static inline BenchSeries
bench_series_new (void)
{
  return (BenchSeries) { g_array_new (FALSE, FALSE, sizeof (double)) };
}

static inline void
bench_series_add (BenchSeries *self,
                  gint64       start)
{
  double us = g_get_monotonic_time () - start;

  g_array_append_val (self->us, us);
}

static inline int
bench_compare (gconstpointer a,
               gconstpointer b)
{
  double one = *(const double *) a, two = *(const double *) b;

  return (one > two) - (one < two);
}

static inline double
bench_percentile (BenchSeries *self,
                  double       part)
{
  g_array_sort (self->us, bench_compare);
  return g_array_index (self->us, double, MIN (self->us->len - 1, (guint) (self->us->len * part)));
}

/* @goal_ratio and @goal_us may be 0: no goal of that kind. */
static inline void
bench_report (const char *what,
              const char *baseline,
              double      baseline_us,
              double      us,
              double      goal_ratio,
              double      goal_us)
{
  g_print ("RESULT\t%s\t%s\t%.1f\t%.1f\t%g\t%g\n", what, baseline, baseline_us, us, goal_ratio, goal_us);
}
