/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-boards-page.h"
#include "daftar-deal-card.h"
#include "daftar-follow-up-action.h"
#include "daftar-follow-ups-page.h"
#include "daftar-page.h"
#include "daftar-shop-store.h"
#include "daftar-test-shop.h"
#include "daftar-ui.h"
#include "daftar-window.h"

/* Iterates until it is so; the test's own time limit ends what never comes. */
#define WAIT_FOR(condition)                 \
  while (!(condition))                      \
    g_main_context_iteration (NULL, TRUE)

static gpointer
read_shop (DaftarReader  *reader,
           gpointer       request,
           GError       **error)
{
  return daftar_shop_store_get (reader, error);
}

static DaftarUiContext *
make_context (TestShop *shop)
{
  g_autoptr (GSettings) settings = g_settings_new (DAFTAR_APP_ID);
  g_autoptr (DaftarShop) record = daftar_store_read (shop->store, read_shop, NULL, NULL);

  return daftar_ui_context_new (shop->store, settings, record);
}

static GtkWidget *
find (GtkWidget  *widget,
      const char *name)
{
  if (g_strcmp0 (gtk_widget_get_name (widget), name) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
present (GtkWidget *page,
         int        width)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), width, 600);
  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

/* Goes with everything in it: what stays alive here stays alive in the program. */
static void
destroy (GtkWidget *window,
         GtkWidget *page)
{
  gpointer gone = page;

  g_object_add_weak_pointer (G_OBJECT (page), &gone);
  gtk_window_destroy (GTK_WINDOW (window));
  WAIT_FOR (gone == NULL);
}

/* The first stage is where one begins to read: at the left end or, from right to left, at the right end. */
static void
test_opens_at_first_stage (gconstpointer data)
{
  gboolean rtl = GPOINTER_TO_INT (data);
  g_autoptr (TestShop) shop = test_shop_new ();
  g_autoptr (DaftarUiContext) ui = NULL;
  gint64 stages[5], customer = test_shop_add_customer (shop, "Amal", NULL), deal;
  g_autofree char *name = NULL;
  GtkWidget *page, *window, *board, *card;
  GtkAdjustment *adjustment;
  graphene_rect_t bounds;

  test_shop_add_board (shop, stages, 5);
  deal = test_shop_add_deal (shop, customer, stages[0], "Sofa", 1000);
  name = g_strdup_printf ("deal-%" G_GINT64_FORMAT, deal);
  gtk_widget_set_default_direction (rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  ui = make_context (shop);
  page = daftar_boards_page_new (ui);
  window = present (page, 500);
  board = find (page, "board");
  adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (board));
  WAIT_FOR (find (page, name) != NULL && gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment) + 500);
  gtk_test_widget_wait_for_draw (window);
  gtk_test_widget_wait_for_draw (window);
  card = find (page, name);
  g_assert_true (gtk_widget_compute_bounds (card, board, &bounds));
  g_assert_cmpfloat (bounds.origin.x, >=, 0);
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, gtk_widget_get_width (board));
  g_assert_true ((bounds.origin.x > gtk_widget_get_width (board) / 3.0) == rtl);
  destroy (window, page);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* With its padding, which the height of a widget leaves out. */
static int
height_of (GtkWidget *widget)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  return height;
}

static void
test_gap (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  g_autoptr (DaftarUiContext) ui = make_context (shop);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *card = daftar_deal_card_new (ui);
  GtkWidget *window = present (box, 300);
  int closed;

  gtk_box_append (GTK_BOX (box), card);
  gtk_test_widget_wait_for_draw (window);
  closed = height_of (card);
  daftar_deal_card_set_gap (DAFTAR_DEAL_CARD (card), TRUE, FALSE);
  gtk_test_widget_wait_for_draw (window);
  /* Its own box keeps its height; what grows is the room above it. */
  WAIT_FOR (height_of (card) > closed + 40);
  daftar_deal_card_set_gap (DAFTAR_DEAL_CARD (card), FALSE, FALSE);
  WAIT_FOR (height_of (card) == closed);
  destroy (window, box);
}

static void
add (TestShop   *shop,
     const char *day)
{
  g_autoptr (DaftarFollowUp) new = daftar_follow_up_new ();
  g_autoptr (DaftarFollowUp) saved = NULL;

  new->title = g_strdup ("Call");
  new->due_day = g_strdup (day);
  new->due_minute = -1;
  saved = daftar_store_write (shop->store, "add", daftar_follow_up_save_write, new, NULL, NULL);
}

/* The count beside the page: what is due today and before, the late ones in red; it follows the file. */
static void
test_badge (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  g_autoptr (DaftarUiContext) ui = make_context (shop);
  GtkWidget *page, *window;
  guint count = 0, late = 0;

  add (shop, "2025-01-14");
  add (shop, "2025-01-15");
  add (shop, "2025-01-16");
  page = daftar_follow_ups_page_new (ui);
  window = present (page, 700);
  WAIT_FOR ((daftar_page_get_badge (DAFTAR_PAGE (page), &count, &late), count == 2));
  g_assert_cmpint (late, ==, 1);
  add (shop, "2025-01-10");
  WAIT_FOR ((daftar_page_get_badge (DAFTAR_PAGE (page), &count, &late), count == 3));
  g_assert_cmpint (late, ==, 2);
  destroy (window, page);
}

int
main (int argc, char **argv)
{
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  daftar_ui_init ();
  gtk_css_provider_load_from_resource (style, "/io/github/daftarapp/Daftar/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_test_add_data_func ("/boards/opens-at-first-stage/ltr", GINT_TO_POINTER (FALSE), test_opens_at_first_stage);
  g_test_add_data_func ("/boards/opens-at-first-stage/rtl", GINT_TO_POINTER (TRUE), test_opens_at_first_stage);
  g_test_add_func ("/boards/gap", test_gap);
  g_test_add_func ("/follow-ups/badge", test_badge);
  return g_test_run ();
}
