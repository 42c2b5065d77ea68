/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-avatar.h"
#include "daftar-entry.h"
#include "daftar-time-label.h"
#include "daftar-ui.h"
#include "daftar-window.h"
#include "sample-page.h"

static GSettings *settings;

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Iterates until it is so; the test's own time limit ends what never comes. */
#define WAIT_FOR(condition)                 \
  while (!(condition))                      \
    g_main_context_iteration (NULL, TRUE)

static DaftarWindow *
make_window (int width)
{
  DaftarWindow *window;

  g_settings_reset (settings, "sidebar-visible");
  g_settings_reset (settings, "window-maximized");
  g_settings_set_int (settings, "window-width", width);
  window = daftar_window_new (NULL, settings);
  daftar_window_add_page (window, sample_page_new ("today", "Today", "daftar-today-symbolic"));
  daftar_window_add_page (window, sample_page_new ("customers", "Customers", "daftar-customers-symbolic"));
  daftar_window_show_page (window, "today");
  gtk_window_present (GTK_WINDOW (window));
  WAIT_FOR (gtk_widget_get_width (GTK_WIDGET (window)) > 0);
  settle ();
  return window;
}

static GtkWidget *
named (GtkWidget  *widget,
       const char *name)
{
  if (g_strcmp0 (gtk_widget_get_name (widget), name) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = named (child, name);

      if (found)
        return found;
    }
  return NULL;
}

static void
destroy (DaftarWindow *window)
{
  GtkWindow *gone = GTK_WINDOW (window);

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &gone);
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
  g_assert_null (gone);
}

static void
test_pages (void)
{
  DaftarWindow *window = make_window (1000);
  g_autofree char *kept = NULL;

  g_assert_cmpstr (daftar_page_get_id (daftar_window_get_page (window)), ==, "today");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "customers");
  g_assert_cmpstr (daftar_page_get_id (daftar_window_get_page (window)), ==, "customers");
  g_assert_false (daftar_window_show_page (window, "nowhere"));
  g_assert_cmpstr (daftar_page_get_id (daftar_window_get_page (window)), ==, "customers");
  kept = g_settings_get_string (settings, "page");
  g_assert_cmpstr (kept, ==, "customers");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL);
  g_assert_true (sample_page_has_searched (SAMPLE_PAGE (daftar_window_get_page (window))));
  destroy (window);
}

static void
test_open (void)
{
  DaftarWindow *window = make_window (1000);

  g_assert_true (daftar_window_open (window, "customer", 7));
  g_assert_cmpstr (daftar_page_get_id (daftar_window_get_page (window)), ==, "customers");
  g_assert_cmpstr (sample_page_get_opened (SAMPLE_PAGE (daftar_window_get_page (window))), ==, "customer 7");
  g_assert_false (daftar_window_open (window, "planet", 7));
  destroy (window);
}

static void
test_folds (void)
{
  DaftarWindow *window = make_window (1000);
  GtkWidget *sidebar = named (GTK_WIDGET (window), "sidebar");
  int minimum;

  g_assert_false (daftar_window_get_folded (window));
  destroy (window);

  window = make_window (400);
  sidebar = named (GTK_WIDGET (window), "sidebar");
  g_assert_true (daftar_window_get_folded (window));
  WAIT_FOR (!gtk_widget_get_child_visible (sidebar));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.sidebar", NULL);
  WAIT_FOR (gtk_widget_get_child_visible (sidebar));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "customers");
  WAIT_FOR (!gtk_widget_get_child_visible (sidebar));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  /* From the detail back to the list, and from there to the sidebar. */
  daftar_window_open (window, "customer", 7);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  g_assert_false (gtk_widget_get_child_visible (sidebar));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  WAIT_FOR (gtk_widget_get_child_visible (sidebar));
  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  destroy (window);
}

static void
test_sidebar_hides (void)
{
  DaftarWindow *window = make_window (1000);
  GtkWidget *sidebar = named (GTK_WIDGET (window), "sidebar");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.sidebar", NULL);
  g_assert_false (gtk_widget_get_visible (sidebar));
  g_assert_false (g_settings_get_boolean (settings, "sidebar-visible"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.sidebar", NULL);
  g_assert_true (gtk_widget_get_visible (sidebar));
  destroy (window);
}

static void
undo_cb (gpointer data)
{
  ++*(int *) data;
}

static void
freed_cb (gpointer data)
{
  *(int *) data += 100;
}

static void
test_toast_undo (void)
{
  DaftarWindow *window = make_window (1000);
  int undone = 0;

  daftar_window_toast (window, "Written <down> & kept", "Undo", undo_cb, &undone, freed_cb);
  settle ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_cmpint (undone % 100, ==, 1);
  WAIT_FOR (undone == 101);
  destroy (window);
}

static void
test_badges (void)
{
  DaftarWindow *window = make_window (1000);
  GtkWidget *row = named (GTK_WIDGET (window), "page-today");
  GtkWidget *badge = gtk_widget_get_last_child (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)));
  DaftarPage *page = daftar_window_get_page (window);

  g_assert_false (gtk_widget_get_visible (badge));
  daftar_page_set_badge (page, 5, 2);
  g_assert_true (gtk_widget_get_visible (badge));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (badge)), ==, "5");
  g_assert_true (gtk_widget_has_css_class (badge, "late"));
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "Today");
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "5 waiting, 2 late");
  daftar_page_set_badge (page, 0, 0);
  g_assert_false (gtk_widget_get_visible (badge));
  destroy (window);
}

static void
test_right_to_left (void)
{
  DaftarWindow *window;
  GtkWidget *sidebar, *entry;
  graphene_rect_t bounds;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  window = make_window (1000);
  sidebar = named (GTK_WIDGET (window), "sidebar");
  g_assert_true (gtk_widget_compute_bounds (sidebar, GTK_WIDGET (window), &bounds));
  g_assert_cmpfloat (bounds.origin.x, >, 500);
  entry = g_object_ref_sink (gtk_entry_new ());
  daftar_entry_set_ltr (GTK_EDITABLE (entry));
  g_assert_cmpint (gtk_widget_get_direction (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (entry)))), ==,
                   GTK_TEXT_DIR_LTR);
  g_assert_cmpfloat (gtk_editable_get_alignment (gtk_editable_get_delegate (GTK_EDITABLE (entry))), ==, 1.0f);
  g_assert_finalize_object (entry);
  destroy (window);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_time_label (void)
{
  g_autoptr (DaftarClock) clock = daftar_clock_new_fixed (G_GINT64_CONSTANT (1700000000) * G_USEC_PER_SEC);
  g_autoptr (DaftarFormat) format = daftar_format_new ("en", "SA", FALSE, DAFTAR_CALENDAR_GREGORIAN, "UTC");
  GtkWidget *window = gtk_window_new ();
  GtkWidget *label = daftar_time_label_new (clock, format);
  g_autofree char *before = NULL;

  daftar_time_label_set_moment (DAFTAR_TIME_LABEL (label), daftar_clock_now (clock) + 20 * G_TIME_SPAN_MINUTE);
  gtk_window_set_child (GTK_WINDOW (window), label);
  gtk_window_present (GTK_WINDOW (window));
  WAIT_FOR (gtk_widget_get_mapped (label));
  before = g_strdup (gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (label))));
  g_assert_cmpstr (before, !=, "");
  daftar_clock_advance (clock, 5 * G_TIME_SPAN_MINUTE);
  WAIT_FOR (g_strcmp0 (before, gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (label)))) != 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_state_is_kept (void)
{
  DaftarWindow *window = make_window (901);

  gtk_window_close (GTK_WINDOW (window));
  settle ();
  g_assert_cmpint (g_settings_get_int (settings, "window-width"), ==, 901);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  daftar_ui_init ();
  settings = g_settings_new (DAFTAR_APP_ID);
  g_test_add_func ("/window/pages", test_pages);
  g_test_add_func ("/window/open", test_open);
  g_test_add_func ("/window/folds", test_folds);
  g_test_add_func ("/window/sidebar-hides", test_sidebar_hides);
  g_test_add_func ("/window/toast-undo", test_toast_undo);
  g_test_add_func ("/window/badges", test_badges);
  g_test_add_func ("/window/right-to-left", test_right_to_left);
  g_test_add_func ("/window/time-label", test_time_label);
  g_test_add_func ("/window/state-is-kept", test_state_is_kept);
  return g_test_run ();
}
