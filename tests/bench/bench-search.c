/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-search SHOP: what a keystroke costs in the search, beside fetching 50 rows by their ids in the same run. */
#include <stdlib.h>

#include "daftar-customer-list-store.h"
#include "daftar-customer-store.h"
#include "daftar-find.h"

#define N_NAMES 300
#define N_ROWS 50

typedef struct
{
  const char *label;
  GArray *us; /* double: microseconds */
} Series;

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double one = *(const double *) a, two = *(const double *) b;

  return one < two ? -1 : one > two;
}

static double
percentile (Series *series,
            double  part)
{
  return g_array_index (series->us, double, MIN (series->us->len - 1, (guint) (series->us->len * part)));
}

static void
report (Series *series,
        Series *floor)
{
  g_array_sort (series->us, compare);
  g_print ("%-28s %6u  p50 %7.0f us  p99 %7.0f us  %5.1f x  %5.1f x\n", series->label, series->us->len,
           percentile (series, 0.5), percentile (series, 0.99), percentile (series, 0.5) / percentile (floor, 0.5),
           percentile (series, 0.99) / percentile (floor, 0.99));
}

static void
measure (DaftarStore   *store,
         DaftarReadFunc func,
         gpointer       request,
         Series        *series)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GPtrArray) result = daftar_store_read (store, func, request, NULL);
  double us = g_get_monotonic_time () - start;

  g_assert_nonnull (result);
  g_array_append_val (series->us, us);
}

static gpointer
all_ids (DaftarReader  *reader,
         gpointer       request,
         GError       **error)
{
  return daftar_customer_store_list_ids (reader, DAFTAR_CUSTOMER_ORDER_CREATED, -1, error);
}

static gpointer
fifty_rows (DaftarReader  *reader,
            gpointer       request,
            GError       **error)
{
  return daftar_customer_store_get_rows (reader, request, N_ROWS, error);
}

static void
pick (GArray *ids,
      GRand  *rand,
      gint64  picked[N_ROWS])
{
  for (int i = 0; i < N_ROWS; i++)
    picked[i] = g_array_index (ids, gint64, g_rand_int_range (rand, 0, ids->len));
}

/* Letter by letter, as it is typed. */
static void
type (DaftarStore *store,
      const char  *text,
      Series      *series)
{
  for (const char *end = g_utf8_next_char (text);; end = g_utf8_next_char (end))
    {
      g_autofree char *typed = g_strndup (text, end - text);
      DaftarFindRequest *request = daftar_find_request_new (typed, DAFTAR_KIND_CUSTOMER, N_ROWS);

      measure (store, daftar_find_customers_read, request, series);
      daftar_find_request_free (request);
      if (*end == '\0')
        return;
    }
}

static Series
series_new (const char *label)
{
  return (Series) { label, g_array_new (FALSE, FALSE, sizeof (double)) };
}

int
main (int argc, char **argv)
{
  g_autoptr (DaftarClock) clock = daftar_clock_new_system ();
  g_autoptr (DaftarStore) store = daftar_store_new (argc > 1 ? argv[1] : "", clock);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;
  Series floor = series_new ("50 rows by id"), names = series_new ("full name, letter by letter"),
         family = series_new ("last word of the name"), digits = series_new ("number, digit by digit"),
         last = series_new ("last 4 digits");

  if (!daftar_store_open (store, FALSE, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  ids = daftar_store_read (store, all_ids, NULL, NULL);
  for (int i = 0; i < N_NAMES; i++)
    {
      gint64 picked[N_ROWS];
      g_autoptr (GPtrArray) rows = NULL;
      DaftarCustomer *customer;
      const char *word;

      pick (ids, rand, picked);
      measure (store, fifty_rows, picked, &floor);
      rows = daftar_store_read (store, fifty_rows, picked, NULL);
      customer = g_ptr_array_index (rows, 0);
      type (store, customer->name, &names);
      word = strrchr (customer->name, ' ');
      type (store, word != NULL ? word + 1 : customer->name, &family);
      if (customer->phone_norm == NULL || strlen (customer->phone_norm) < 6)
        continue;
      type (store, customer->phone_norm, &digits);
      type (store, customer->phone_norm + strlen (customer->phone_norm) - 4, &last);
    }
  g_array_sort (floor.us, compare);
  g_print ("%u customers\n", ids->len);
  report (&floor, &floor);
  report (&names, &floor);
  report (&family, &floor);
  report (&digits, &floor);
  report (&last, &floor);
  daftar_store_close (store);
  return 0;
}
