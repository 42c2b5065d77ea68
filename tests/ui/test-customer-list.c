/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of customers in process: choosing several by their ids, sorting by a heading, columns. */
#include <adwaita.h>

#include "daftar-customer-list-pane.h"
#include "daftar-id-list.h"
#include "daftar-shop-store.h"
#include "daftar-test-shop.h"
#include "daftar-ui.h"

#define N 40

typedef struct
{
  TestShop *shop;
  GSettings *settings;
  DaftarUiContext *ui;
  GtkWidget *window;
  GtkWidget *pane;
  DaftarIdSelection *selection;
  gint64 ids[N]; /* in the order of names */
} Fixture;

static gpointer
get_shop (DaftarReader  *reader,
          gpointer       request,
          GError       **error)
{
  return daftar_shop_store_get (reader, error);
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

/* Until the rows are there, in the order that @first begins. */
static void
wait_for_first (Fixture *fixture,
                gint64   first)
{
  gint64 end = g_get_monotonic_time () + 30 * G_TIME_SPAN_SECOND;

  for (;;)
    {
      g_autoptr (DaftarListItem) item = g_list_model_get_item (G_LIST_MODEL (fixture->selection), 0);

      if (item != NULL && daftar_list_item_get_id (item) == first
          && g_list_model_get_n_items (G_LIST_MODEL (fixture->selection)) == N)
        return;
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (DaftarShop) record = NULL;

  fixture->shop = test_shop_new ();
  fixture->settings = g_settings_new ("io.github.daftarapp.Daftar");
  g_settings_reset (fixture->settings, "customers-order");
  g_settings_reset (fixture->settings, "customers-view");
  g_settings_reset (fixture->settings, "customers-columns");
  for (guint i = 0; i < N; i++)
    {
      g_autofree char *name = g_strdup_printf ("Customer %02u", i);

      fixture->ids[i] = test_shop_add_customer (fixture->shop, name, NULL);
    }
  record = daftar_store_read (fixture->shop->store, get_shop, NULL, NULL);
  fixture->ui = daftar_ui_context_new (fixture->shop->store, fixture->settings, record);
  daftar_store_forbid_waiting (fixture->shop->store);
  fixture->window = adw_window_new ();
  fixture->pane = daftar_customer_list_pane_new (fixture->ui);
  fixture->selection = daftar_customer_list_pane_get_selection (DAFTAR_CUSTOMER_LIST_PANE (fixture->pane));
  adw_window_set_content (ADW_WINDOW (fixture->window), fixture->pane);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 600);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_for_first (fixture, fixture->ids[0]);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->ui);
  g_clear_object (&fixture->settings);
  test_shop_free (fixture->shop);
}

static void
assert_selected (Fixture *fixture,
                 guint    n,
                 gint64   first,
                 gint64   last)
{
  g_autoptr (GArray) ids = daftar_id_selection_get_ids (fixture->selection);

  g_assert_cmpuint (daftar_id_selection_get_n_selected (fixture->selection), ==, n);
  g_assert_cmpuint (ids->len, ==, n);
  if (n == 0)
    return;
  g_assert_cmpint (g_array_index (ids, gint64, 0), ==, first);
  g_assert_cmpint (g_array_index (ids, gint64, n - 1), ==, last);
}

/* As a list view asks: a click, with Ctrl, with Shift, all, none. */
static void
test_select (Fixture      *fixture,
             gconstpointer data)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (fixture->selection);
  g_autoptr (GtkBitset) selected = NULL;

  gtk_selection_model_select_item (model, 3, TRUE);
  assert_selected (fixture, 1, fixture->ids[3], fixture->ids[3]);
  g_assert_cmpint (daftar_id_selection_get_id (fixture->selection), ==, fixture->ids[3]);
  gtk_selection_model_select_item (model, 5, FALSE);
  assert_selected (fixture, 2, fixture->ids[3], fixture->ids[5]);
  g_assert_cmpint (daftar_id_selection_get_id (fixture->selection), ==, 0);
  g_assert_true (gtk_selection_model_is_selected (model, 3));
  g_assert_false (gtk_selection_model_is_selected (model, 4));
  gtk_selection_model_unselect_item (model, 3);
  assert_selected (fixture, 1, fixture->ids[5], fixture->ids[5]);
  g_assert_cmpint (daftar_id_selection_get_id (fixture->selection), ==, fixture->ids[5]);
  gtk_selection_model_select_range (model, 5, 10, TRUE);
  assert_selected (fixture, 10, fixture->ids[5], fixture->ids[14]);
  selected = gtk_selection_model_get_selection_in_range (model, 10, 20);
  g_assert_cmpuint (gtk_bitset_get_size (selected), ==, 5);
  gtk_selection_model_select_all (model);
  assert_selected (fixture, N, fixture->ids[0], fixture->ids[N - 1]);
  gtk_selection_model_select_item (model, 7, TRUE);
  assert_selected (fixture, 1, fixture->ids[7], fixture->ids[7]);
  g_assert_false (gtk_selection_model_is_selected (model, 8));
  gtk_selection_model_unselect_all (model);
  assert_selected (fixture, 0, 0, 0);
}

/* What is selected goes along when the rows are sorted otherwise. */
static void
test_select_and_sort (Fixture      *fixture,
                      gconstpointer data)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (fixture->selection);

  gtk_selection_model_select_range (model, 0, 3, TRUE);
  g_settings_set_string (fixture->settings, "customers-order", "-name");
  wait_for_first (fixture, fixture->ids[N - 1]);
  assert_selected (fixture, 3, fixture->ids[0], fixture->ids[2]);
  g_assert_false (gtk_selection_model_is_selected (model, 0));
  g_assert_true (gtk_selection_model_is_selected (model, N - 1));
  g_assert_true (gtk_selection_model_is_selected (model, N - 3));
}

static GtkColumnViewColumn *
get_column (GtkColumnView *view,
            guint          index)
{
  g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (gtk_column_view_get_columns (view), index);

  return column;
}

/* Pressing a heading sorts, pressing it again turns the order round; the setting keeps it. */
static void
test_heading (Fixture      *fixture,
              gconstpointer data)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (find_named (fixture->pane, "customers-table"));
  g_autofree char *up = NULL;
  g_autofree char *down = NULL;

  g_settings_set_string (fixture->settings, "customers-view", "table");
  g_assert_true (daftar_customer_list_pane_get_table (DAFTAR_CUSTOMER_LIST_PANE (fixture->pane)));
  gtk_column_view_sort_by_column (view, get_column (view, 2), GTK_SORT_ASCENDING);
  up = g_settings_get_string (fixture->settings, "customers-order");
  g_assert_cmpstr (up, ==, "city");
  gtk_column_view_sort_by_column (view, get_column (view, 0), GTK_SORT_DESCENDING);
  down = g_settings_get_string (fixture->settings, "customers-order");
  g_assert_cmpstr (down, ==, "-name");
  wait_for_first (fixture, fixture->ids[N - 1]);
}

static gboolean
starts_with_name (Fixture *fixture)
{
  g_auto (GStrv) columns = g_settings_get_strv (fixture->settings, "customers-columns");

  return g_str_equal (columns[0], "name");
}

/* Columns come and go with the setting, in its order; words that nobody knows and doubles are passed over. The window's
 * end changes nothing of it. */
static void
test_columns (Fixture      *fixture,
              gconstpointer data)
{
  const char *wanted[] = { "value", "name", "value", "nonsense", "email", NULL };
  GtkColumnView *view = GTK_COLUMN_VIEW (find_named (fixture->pane, "customers-table"));
  g_auto (GStrv) left = NULL;

  g_settings_set_strv (fixture->settings, "customers-columns", wanted);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_column_view_get_columns (view)), ==, 3);
  g_assert_cmpstr (gtk_column_view_column_get_title (get_column (view, 0)), ==, "Value");
  g_assert_cmpstr (gtk_column_view_column_get_title (get_column (view, 2)), ==, "E-mail");
  /* As dragging a heading does. */
  gtk_column_view_insert_column (view, 0, get_column (view, 1));
  while (!starts_with_name (fixture))
    g_main_context_iteration (NULL, TRUE);
  left = g_settings_get_strv (fixture->settings, "customers-columns");
  g_assert_cmpstr (left[0], ==, "name");
  g_assert_cmpstr (left[1], ==, "value");
  g_assert_cmpuint (g_strv_length (left), ==, 3);
  adw_window_set_content (ADW_WINDOW (fixture->window), NULL);
  g_strfreev (left);
  left = g_settings_get_strv (fixture->settings, "customers-columns");
  g_assert_cmpuint (g_strv_length (left), ==, 3);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  daftar_ui_init ();
#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)
  ADD ("/customer-list/select", test_select);
  ADD ("/customer-list/select-and-sort", test_select_and_sort);
  ADD ("/customer-list/heading", test_heading);
  ADD ("/customer-list/columns", test_columns);
#undef ADD
  return g_test_run ();
}
