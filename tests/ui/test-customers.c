/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "daftar-customer-entry.h"
#include "daftar-customers-page.h"
#include "daftar-day-entry.h"
#include "daftar-db.h"
#include "daftar-id-list.h"
#include "daftar-shop-store.h"
#include "daftar-test-shop.h"
#include "daftar-ui.h"

static gpointer
get_shop (DaftarReader  *reader,
          gpointer       request,
          GError       **error)
{
  return daftar_shop_store_get (reader, error);
}

static DaftarUiContext *
make_context (TestShop  *shop,
              GSettings *settings)
{
  g_autoptr (DaftarShop) record = daftar_store_read (shop->store, get_shop, NULL, NULL);

  return daftar_ui_context_new (shop->store, settings, record);
}

static GtkWidget *
find_named (GtkWidget  *widget,
            const char *name)
{
  if (g_strcmp0 (gtk_widget_get_name (widget), name) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_named (child, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
wait_until (gboolean (*question) (gpointer data),
            gpointer   data)
{
  gint64 end = g_get_monotonic_time () + 30 * G_TIME_SPAN_SECOND;

  while (!question (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
}

/* --- The frame clock does not wait for the file. --------------------------------------------------- */

typedef struct
{
  gint64 last;
  gint64 longest;
  guint n;
} Ticks;

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  Ticks *ticks = data;
  gint64 now = g_get_monotonic_time ();

  if (ticks->last != 0)
    ticks->longest = MAX (ticks->longest, now - ticks->last);
  ticks->last = now;
  ticks->n++;
  return G_SOURCE_CONTINUE;
}

static gboolean
has_rows (gpointer data)
{
  GtkWidget *list = find_named (data, "customers-list");
  GtkSelectionModel *model = gtk_list_view_get_model (GTK_LIST_VIEW (list));
  g_autoptr (DaftarListItem) first = g_list_model_get_item (G_LIST_MODEL (model), 0);

  return first != NULL && daftar_list_item_get_record (first) != NULL;
}

static void
test_slow_store (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  g_autoptr (GSettings) settings = g_settings_new ("io.github.daftarapp.Daftar");
  g_autoptr (DaftarUiContext) ui = NULL;
  GtkWidget *window = adw_window_new ();
  GtkWidget *page;
  Ticks ticks = { 0 };
  gint64 started;

  test_shop_add_customer (shop, "أمل الحداد", "0501234567");
  ui = make_context (shop, settings);
  daftar_store_forbid_waiting (shop->store);
  daftar_db_set_step_delay (2000);
  page = daftar_customers_page_new (ui);
  adw_window_set_content (ADW_WINDOW (window), page);
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 600);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);

  started = g_get_monotonic_time ();
  gtk_widget_add_tick_callback (window, tick_cb, &ticks, NULL);
  wait_until (has_rows, page);
  daftar_db_set_step_delay (0);
  /* It took long, and all the while there were frames. */
  g_assert_cmpint (g_get_monotonic_time () - started, >, 2 * G_TIME_SPAN_SECOND);
  g_assert_cmpint (ticks.n, >, 20);
  g_assert_cmpint (ticks.longest, <, G_TIME_SPAN_SECOND);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* --- Choosing a customer. -------------------------------------------------------------------------- */

static gboolean
has_choices (gpointer data)
{
  return gtk_widget_get_visible (find_named (data, "customer-choices"));
}

static void
test_customer_entry (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  g_autoptr (GSettings) settings = g_settings_new ("io.github.daftarapp.Daftar");
  g_autoptr (DaftarUiContext) ui = NULL;
  gint64 id = test_shop_add_customer (shop, "أمل الحداد", "0501234567");
  GtkWidget *window = adw_window_new ();
  GtkWidget *entry;

  ui = make_context (shop, settings);
  entry = daftar_customer_entry_new (ui, TRUE);
  adw_window_set_content (ADW_WINDOW (window), entry);
  gtk_window_present (GTK_WINDOW (window));
  gtk_editable_set_text (GTK_EDITABLE (find_named (entry, "customer-entry")), "4567");
  wait_until (has_choices, entry);
  g_signal_emit_by_name (find_named (entry, "customer-entry"), "activate");
  g_assert_cmpint (daftar_customer_entry_get_id (DAFTAR_CUSTOMER_ENTRY (entry)), ==, id);
  g_assert_null (daftar_customer_entry_get_new_name (DAFTAR_CUSTOMER_ENTRY (entry)));

  daftar_customer_entry_set_customer (DAFTAR_CUSTOMER_ENTRY (entry), 0, NULL);
  gtk_editable_set_text (GTK_EDITABLE (find_named (entry, "customer-entry")), "كريم منصور");
  wait_until (has_choices, entry);
  g_signal_emit_by_name (find_named (entry, "customer-entry"), "activate");
  g_assert_cmpint (daftar_customer_entry_get_id (DAFTAR_CUSTOMER_ENTRY (entry)), ==, 0);
  g_assert_cmpstr (daftar_customer_entry_get_new_name (DAFTAR_CUSTOMER_ENTRY (entry)), ==, "كريم منصور");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_day_entry (void)
{
  static const struct
  {
    const char *typed;
    const char *day; /* NULL: refused */
  } cases[] = {
    { "tomorrow", "2025-01-16" },   { "غدًا", "2025-01-16" },   { "بعد ٣ أيام", "2025-01-18" },
    { "Thursday", "2025-01-16" },   { "الأربعاء", "2025-01-22" }, { "25/12/2026", "2026-12-25" },
    { "٢٥/١٢/٢٠٢٦", "2026-12-25" }, { "31/2/2026", NULL },     { "whenever", NULL },
  };
  g_autoptr (TestShop) shop = test_shop_new ();
  g_autoptr (GSettings) settings = g_settings_new ("io.github.daftarapp.Daftar");
  g_autoptr (DaftarUiContext) ui = make_context (shop, settings);
  GtkWidget *entry = g_object_ref_sink (daftar_day_entry_new (ui));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *day = NULL;

      daftar_day_entry_set_day (DAFTAR_DAY_ENTRY (entry), cases[i].typed);
      g_assert_cmpint (daftar_day_entry_get_day (DAFTAR_DAY_ENTRY (entry), &day, NULL), ==, cases[i].day != NULL);
      g_assert_cmpstr (day, ==, cases[i].day);
    }
  g_object_unref (entry);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  daftar_ui_init ();
  g_test_add_func ("/customers/slow-store", test_slow_store);
  g_test_add_func ("/customers/customer-entry", test_customer_entry);
  g_test_add_func ("/customers/day-entry", test_day_entry);
  return g_test_run ();
}
