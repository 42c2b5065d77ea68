/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-search SHOP: what a keystroke costs in the search, beside fetching 50 rows by their ids in the same run.
 * bench-search SHOP TEXT…: what each of these texts costs alone, for a comparison with others. */
#include "bench.h"

#include "daftar-customer-list-store.h"
#include "daftar-customer-store.h"
#include "daftar-find.h"

#define N_NAMES 300
#define N_ROWS 50

/* One way of typing, and what each keystroke cost. */
typedef struct
{
  const char *label;
  BenchSeries times;
} Way;

static void
report (Way         *way,
        BenchSeries *floor)
{
  g_autofree char *median = g_strdup_printf ("keystroke, %s: median", way->label);
  g_autofree char *slow = g_strdup_printf ("keystroke, %s: p99", way->label);

  bench_report (median, "50 rows by id, median", bench_percentile (floor, 0.5), bench_percentile (&way->times, 0.5), 2, 0);
  bench_report (slow, "50 rows by id, median", bench_percentile (floor, 0.5), bench_percentile (&way->times, 0.99), 10,
                5000);
}

static void
measure (DaftarStore    *store,
         DaftarReadFunc  func,
         gpointer        request,
         BenchSeries    *times)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GPtrArray) result = daftar_store_read (store, func, request, NULL);

  bench_series_add (times, start);
  g_assert_nonnull (result);
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
      Way         *way)
{
  for (const char *end = g_utf8_next_char (text);; end = g_utf8_next_char (end))
    {
      g_autofree char *typed = g_strndup (text, end - text);
      DaftarFindRequest *request = daftar_find_request_new (typed, DAFTAR_KIND_CUSTOMER, N_ROWS);

      measure (store, daftar_find_customers_read, request, &way->times);
      daftar_find_request_free (request);
      if (*end == '\0')
        return;
    }
}

static void
ask (DaftarStore *store,
     const char  *text)
{
  DaftarFindRequest *request = daftar_find_request_new (text, DAFTAR_KIND_CUSTOMER, N_ROWS);
  BenchSeries times = bench_series_new ();

  for (int i = 0; i < 21; i++)
    measure (store, daftar_find_customers_read, request, &times);
  daftar_find_request_free (request);
  g_print ("%s\t%.0f\n", text, bench_percentile (&times, 0.5));
}

int
main (int argc, char **argv)
{
  g_autoptr (DaftarClock) clock = daftar_clock_new_system ();
  g_autoptr (DaftarStore) store = daftar_store_new (argc > 1 ? argv[1] : "", clock);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;
  BenchSeries floor = bench_series_new ();
  Way names = { "full name", bench_series_new () }, family = { "last word of the name", bench_series_new () },
      digits = { "digits of a number", bench_series_new () }, last = { "last 4 digits", bench_series_new () },
      town = { "name and town", bench_series_new () };

  if (!daftar_store_open (store, FALSE, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  for (int i = 2; i < argc; i++)
    ask (store, argv[i]);
  if (argc > 2)
    {
      daftar_store_close (store);
      return 0;
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
      if (customer->city != NULL && i % 10 == 0)
        {
          g_autofree char *both = g_strconcat (customer->name, " ", customer->city, NULL);

          type (store, both, &town);
        }
      if (customer->phone_norm == NULL || strlen (customer->phone_norm) < 6)
        continue;
      type (store, customer->phone_norm, &digits);
      type (store, customer->phone_norm + strlen (customer->phone_norm) - 4, &last);
    }
  bench_report ("50 rows by id: p99", "50 rows by id, median", bench_percentile (&floor, 0.5),
                bench_percentile (&floor, 0.99), 0, 16000);
  report (&names, &floor);
  report (&family, &floor);
  report (&town, &floor);
  report (&digits, &floor);
  report (&last, &floor);
  daftar_store_close (store);
  return 0;
}
