/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-list SHOP: how long the ids of all customers take in each order and through each filter, as ratios to a bare
 * SELECT of all ids by an index; for orders without one also to a bare reading of the rows that they are made of. */
#include "bench.h"

#include "daftar-customer-list-store.h"
#include "daftar-db.h"

#define ROUNDS 5

/* --- Bare SQL. ------------------------------------------------------------------------------------- */

static double
time_bare (DaftarDb   *db,
           const char *sql)
{
  BenchSeries times = bench_series_new ();

  for (int round = 0; round < ROUNDS; round++)
    {
      g_autoptr (DaftarStatement) rows = NULL;
      g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      gint64 started = g_get_monotonic_time ();

      rows = daftar_db_query (db, NULL, sql, NULL);
      g_assert_nonnull (rows);
      while (daftar_statement_next (rows, NULL))
        {
          gint64 id = daftar_statement_get_int (rows, 0);

          g_array_append_val (ids, id);
        }
      bench_series_add (&times, started);
    }
  return bench_percentile (&times, 0.5);
}

/* --- The list. ------------------------------------------------------------------------------------- */

typedef struct
{
  DaftarCustomerQuery *query;
  BenchSeries *times;
} Request;

static gpointer
read_ids (DaftarReader  *reader,
          gpointer       data,
          GError       **error)
{
  Request *request = data;
  gint64 started = g_get_monotonic_time ();
  g_autoptr (GArray) ids = daftar_customer_list_store_ids (reader, request->query, -1, error);

  g_assert_nonnull (ids);
  bench_series_add (request->times, started);
  return NULL;
}

static double
time_list (DaftarStore          *store,
           DaftarCustomerOrder   order,
           DaftarCustomerFilter *filter)
{
  g_autoptr (DaftarCustomerQuery) query = daftar_customer_query_new (order, daftar_customer_order_descends (order), filter);
  BenchSeries times = bench_series_new ();

  for (int round = 0; round < ROUNDS; round++)
    {
      Request request = { query, &times };
      g_autoptr (GError) error = NULL;

      daftar_store_read (store, read_ids, &request, &error);
      g_assert_no_error (error);
    }
  return bench_percentile (&times, 0.5);
}

/* What an order without an index has to read at least. */
static const char *const sources[DAFTAR_N_CUSTOMER_ORDERS] = {
  [DAFTAR_CUSTOMER_ORDER_PHONE] = "SELECT customer_id, norm FROM contact_point WHERE kind < 3 ORDER BY customer_id",
  [DAFTAR_CUSTOMER_ORDER_EMAIL] = "SELECT customer_id, norm FROM contact_point WHERE kind = 3 ORDER BY customer_id",
  [DAFTAR_CUSTOMER_ORDER_COMPANY] =
    "SELECT id, company FROM customer WHERE company IS NOT NULL AND deleted_at IS NULL ORDER BY company",
  [DAFTAR_CUSTOMER_ORDER_CITY] =
    "SELECT id, city FROM customer WHERE city IS NOT NULL AND deleted_at IS NULL ORDER BY city",
  [DAFTAR_CUSTOMER_ORDER_TAGS] = "SELECT customer_id, tag FROM customer_tag ORDER BY customer_id",
  [DAFTAR_CUSTOMER_ORDER_STAGE] = "SELECT customer_id, stage_id FROM deal WHERE status = 0 AND deleted_at IS NULL",
  [DAFTAR_CUSTOMER_ORDER_TICKETS] =
    "SELECT customer_id, mood FROM ticket INDEXED BY ticket_customer_open WHERE next_at IS NOT NULL AND deleted_at IS NULL",
  [DAFTAR_CUSTOMER_ORDER_VALUE] =
    "SELECT customer_id, sum (amount) FROM purchase INDEXED BY purchase_customer WHERE deleted_at IS NULL"
    " GROUP BY customer_id",
};

static void
bench_orders (DaftarStore *store,
              DaftarDb    *db,
              double       bare)
{
  for (guint order = 0; order < DAFTAR_N_CUSTOMER_ORDERS; order++)
    {
      g_autofree char *what = g_strdup_printf ("ids in the order of %s", daftar_customer_order_nick (order));
      gboolean indexed = sources[order] == NULL;

      bench_report (what, "bare ids by an index", bare, time_list (store, order, NULL), indexed ? 1.3 : 2.5, 0);
      if (!indexed)
        bench_report (what, "reading its rows", time_bare (db, sources[order]), time_list (store, order, NULL), 0, 0);
    }
}

static void
bench_filters (DaftarStore *store,
               double       bare)
{
  static const char *const rules[] = {
    "{\"tag\":\"جملة\"}",       "{\"quiet_days\":90}", "{\"at_risk\":1}", "{\"occasion_soon\":1}", "{\"channel\":6}",
    "{\"city\":\"الرياض\"}", "{\"quiet_days\":90,\"city\":\"الرياض\"}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (DaftarCustomerFilter) filter = daftar_customer_filter_from_json (rules[i], NULL);
      g_autofree char *what = g_strdup_printf ("ids through the filter %s", rules[i]);

      bench_report (what, "bare ids by an index", bare, time_list (store, DAFTAR_CUSTOMER_ORDER_NAME, filter), 0, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (DaftarClock) clock = daftar_clock_new_system ();
  g_autoptr (DaftarStore) store = NULL;
  g_autoptr (DaftarDb) db = NULL;
  g_autoptr (GError) error = NULL;
  double bare;

  if (argc != 2)
    {
      g_printerr ("Usage: %s SHOP\n", argv[0]);
      return 2;
    }
  store = daftar_store_new (argv[1], clock);
  if (!daftar_store_open (store, FALSE, &error) || (db = daftar_db_open (argv[1], DAFTAR_DB_MODE_READ, &error)) == NULL)
    g_error ("%s", error->message);
  bare = time_bare (db, "SELECT id FROM customer WHERE deleted_at IS NULL ORDER BY created_at DESC");
  bench_orders (store, db, bare);
  bench_filters (store, bare);
  daftar_store_close (store);
  return 0;
}
