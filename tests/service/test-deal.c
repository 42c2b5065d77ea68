/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-board-view.h"
#include "daftar-deal-action.h"
#include "daftar-error.h"
#include "daftar-follow-up-action.h"
#include "daftar-test-shop.h"
#include "daftar-undo.h"

typedef struct
{
  TestShop *shop;
  gint64 customer;
  gint64 board;
  gint64 stages[5]; /* awareness to repurchase */
  gint64 a, b, c;   /* deals in the first stage */
} Board;

static void
board_set_up (Board        *self,
              gconstpointer data)
{
  self->shop = test_shop_new ();
  self->customer = test_shop_add_customer (self->shop, "أمل الحداد", NULL);
  self->board = test_shop_add_board (self->shop, self->stages, 5);
  self->a = test_shop_add_deal (self->shop, self->customer, self->stages[0], "A", 1000);
  self->b = test_shop_add_deal (self->shop, self->customer, self->stages[0], "B", 200);
  self->c = test_shop_add_deal (self->shop, self->customer, self->stages[0], "C", 30);
}

static void
board_tear_down (Board        *self,
                 gconstpointer data)
{
  test_shop_free (self->shop);
}

static DaftarBoardView *
read_board (Board *self)
{
  g_autoptr (GError) error = NULL;
  DaftarBoardView *view = daftar_store_read (self->shop->store, daftar_board_view_read, &self->board, &error);

  g_assert_no_error (error);
  return view;
}

static gpointer
list_column (DaftarReader  *reader,
             gpointer       stage,
             GError       **error)
{
  return daftar_board_column_ids (reader, stage, -1, error);
}

/* The titles of a column, "A B C". */
static char *
column (Board *self,
        int    stage)
{
  GArray *ids =
    daftar_store_read (self->shop->store, list_column, GSIZE_TO_POINTER ((gsize) self->stages[stage]), NULL);
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (DaftarDealDetails) details =
        daftar_store_read (self->shop->store, daftar_deal_details_read, &g_array_index (ids, gint64, i), NULL);

      g_string_append_printf (titles, "%s%s", i > 0 ? " " : "", details->deal->title);
    }
  g_array_unref (ids);
  return g_string_free (titles, FALSE);
}

static DaftarDealMoved *
move (Board  *self,
      gint64  deal,
      int     stage,
      gint64  before,
      gint64 *operation)
{
  DaftarDealMove request = { deal, self->stages[stage], before };
  g_autoptr (GError) error = NULL;
  DaftarDealMoved *moved =
    daftar_store_write (self->shop->store, "deal.move", daftar_deal_move_write, &request, operation, &error);

  g_assert_no_error (error);
  return moved;
}

static void
assert_column (Board      *self,
               int         stage,
               const char *expected)
{
  g_autofree char *titles = column (self, stage);

  g_assert_cmpstr (titles, ==, expected);
}

static void
test_move (Board        *self,
           gconstpointer data)
{
  gint64 operation = 0;
  g_autoptr (DaftarDealMoved) within = move (self, self->c, 0, self->a, NULL);
  g_autoptr (DaftarDealMoved) across = NULL;
  g_autoptr (DaftarBoardView) view = NULL;
  g_autoptr (DaftarDealDetails) details = NULL;

  assert_column (self, 0, "C A B");
  g_assert_false (within->entered);
  daftar_clock_advance (self->shop->clock, G_TIME_SPAN_DAY);
  across = move (self, self->a, 1, 0, &operation);
  g_assert_true (across->entered);
  g_assert_false (daftar_deal_moved_asks_sale (across));
  assert_column (self, 0, "C B");
  assert_column (self, 1, "A");
  view = read_board (self);
  g_assert_cmpint (DAFTAR_STAGE (view->stages->pdata[0])->n_deals, ==, 2);
  g_assert_cmpint (DAFTAR_STAGE (view->stages->pdata[0])->sum, ==, 230);
  g_assert_cmpint (DAFTAR_STAGE (view->stages->pdata[1])->sum, ==, 1000);
  details = daftar_store_read (self->shop->store, daftar_deal_details_read, &self->a, NULL);
  g_assert_cmpint (details->visits->len, ==, 2);
  g_assert_cmpint (DAFTAR_STAGE_VISIT (details->visits->pdata[0])->left_at, ==, TEST_NOW + G_TIME_SPAN_DAY);
  g_assert_true (details->stage != NULL && DAFTAR_RECORD (details->stage)->id == self->stages[1]);

  daftar_store_write (self->shop->store, "undo", daftar_undo_write, &operation, NULL, NULL);
  assert_column (self, 0, "C A B");
  assert_column (self, 1, "");
  g_clear_pointer (&details, daftar_deal_details_free);
  details = daftar_store_read (self->shop->store, daftar_deal_details_read, &self->a, NULL);
  g_assert_cmpint (details->visits->len, ==, 1);
  g_assert_cmpint (DAFTAR_STAGE_VISIT (details->visits->pdata[0])->left_at, ==, 0);
}

/* The purchase asks what was sold when a card comes to it, and not when it is put higher there. */
static void
test_asks_sale (Board        *self,
                gconstpointer data)
{
  g_autoptr (DaftarDealMoved) came = move (self, self->a, 3, 0, NULL);
  g_autoptr (DaftarDealMoved) second = move (self, self->b, 3, 0, NULL);
  g_autoptr (DaftarDealMoved) higher = move (self, self->b, 3, self->a, NULL);

  g_assert_true (daftar_deal_moved_asks_sale (came));
  g_assert_true (daftar_deal_moved_asks_sale (second));
  g_assert_false (daftar_deal_moved_asks_sale (higher));
}

static void
test_sale (Board        *self,
           gconstpointer data)
{
  g_autoptr (DaftarSale) sale = daftar_sale_new (self->a);
  g_autoptr (DaftarPurchase) purchase = NULL;
  g_autoptr (DaftarDealDetails) details = NULL;
  g_autoptr (DaftarDealDetails) undone = NULL;
  g_autoptr (GError) error = NULL;
  gint64 operation = 0;

  daftar_sale_add_item (sale, "Cable", 2500, 333); /* 2.5 m at 3.33: 8.325, rounded to 8.33 */
  daftar_sale_add_item (sale, "مكيف", 1000, 150000);
  g_assert_true (daftar_sale_sum (sale, &sale->purchase->amount));
  g_assert_cmpint (sale->purchase->amount, ==, 150833);
  sale->purchase->warranty_until = g_strdup ("2027-01-15");
  sale->thank_title = g_strdup ("Say thank you");
  purchase = daftar_store_write (self->shop->store, "sale", daftar_sale_write, sale, &operation, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (purchase->currency, ==, "SAR");
  g_assert_cmpint (purchase->customer_id, ==, self->customer);
  details = daftar_store_read (self->shop->store, daftar_deal_details_read, &self->a, NULL);
  g_assert_cmpint (details->deal->value, ==, 150833);
  g_assert_cmpint (details->deal->status, ==, DAFTAR_DEAL_STATUS_OPEN);
  g_assert_cmpint (details->purchases->len, ==, 1);
  g_assert_cmpstr (DAFTAR_PURCHASE (details->purchases->pdata[0])->items, ==, "Cable, مكيف");
  g_assert_cmpstr (details->deal->next_day, ==, "2025-01-16");

  daftar_store_write (self->shop->store, "undo", daftar_undo_write, &operation, NULL, NULL);
  undone = daftar_store_read (self->shop->store, daftar_deal_details_read, &self->a, NULL);
  g_assert_cmpint (undone->purchases->len, ==, 0);
  g_assert_cmpint (undone->follow_ups->len, ==, 0);
  g_assert_cmpint (undone->deal->value, ==, 1000);
}

static void
test_refused_sales (Board        *self,
                    gconstpointer data)
{
  static const struct
  {
    const char *name;
    gint64 quantity;
    gint64 price;
  } rows[] = {
    { " ", 1000, 100 }, { "Cable", 0, 100 }, { "Cable", -1000, 100 }, { "Cable", 1000, -1 },
    { "Cable", G_MAXINT64 / 2, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DaftarSale) sale = daftar_sale_new (self->a);
      g_autoptr (GError) error = NULL;

      daftar_sale_add_item (sale, rows[i].name, rows[i].quantity, rows[i].price);
      g_assert_null (daftar_store_write (self->shop->store, "sale", daftar_sale_write, sale, NULL, &error));
      g_assert_error (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID);
    }
}

static DaftarDeal *
close_deal (Board             *self,
            gint64             id,
            DaftarDealStatus   status,
            const char        *reason,
            gint64            *operation,
            GError           **error)
{
  g_autoptr (DaftarDealClose) request = daftar_deal_close_new (id, status, reason);

  return daftar_store_write (self->shop->store, "deal.close", daftar_deal_close_write, request, operation, error);
}

static void
test_lost (Board        *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 operation = 0;
  g_autoptr (DaftarDeal) silent = close_deal (self, self->a, DAFTAR_DEAL_STATUS_LOST, " ", NULL, &error);
  g_autoptr (DaftarDeal) lost = NULL;
  g_autoptr (DaftarDeal) won = NULL;
  DaftarDealMove back = { self->a, self->stages[1], 0 };

  g_assert_null (silent);
  g_assert_error (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID);
  g_clear_error (&error);
  lost = close_deal (self, self->a, DAFTAR_DEAL_STATUS_LOST, "السعر", &operation, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (lost->lost_reason, ==, "السعر");
  assert_column (self, 0, "B C");
  g_assert_null (daftar_store_write (self->shop->store, "deal.move", daftar_deal_move_write, &back, NULL, &error));
  g_assert_error (error, DAFTAR_ERROR, DAFTAR_ERROR_CONFLICT);
  g_clear_error (&error);
  daftar_store_write (self->shop->store, "undo", daftar_undo_write, &operation, NULL, NULL);
  assert_column (self, 0, "A B C");
  won = close_deal (self, self->b, DAFTAR_DEAL_STATUS_WON, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (won->closed_at, ==, TEST_NOW);
}

static void
test_add (Board        *self,
          gconstpointer data)
{
  g_autoptr (DaftarDeal) deal = daftar_deal_new ();
  g_autoptr (DaftarDeal) nobody = daftar_deal_new ();
  g_autoptr (DaftarDeal) saved = NULL;
  g_autoptr (GError) error = NULL;

  deal->customer_id = self->customer;
  deal->stage_id = nobody->stage_id = self->stages[2];
  deal->title = g_strdup ("Sofa");
  nobody->title = g_strdup ("Sofa");
  deal->probability = -1;
  saved = daftar_store_write (self->shop->store, "deal.add", daftar_deal_save_write, deal, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (saved->currency, ==, "SAR");
  g_assert_cmpint (saved->board_id, ==, self->board);
  assert_column (self, 2, "Sofa");
  g_assert_null (daftar_store_write (self->shop->store, "deal.add", daftar_deal_save_write, nobody, NULL, &error));
  g_assert_error (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID);
}

/* Quiet counts from the last real activity, and not while a next step is still to come (rule 27). */
static void
test_quiet (void)
{
  static const struct
  {
    int quiet_days;
    int since_days;
    int next_days; /* 0: no next step */
    int status;
    int expected;
  } rows[] = {
    { 7, 6, 0, 0, 0 }, { 7, 7, 0, 0, 7 }, { 7, 30, 0, 0, 30 }, { 7, 30, 1, 0, 0 }, { 7, 30, -1, 0, 30 },
    { 0, 90, 0, 0, 0 }, { 7, 30, 0, DAFTAR_DEAL_STATUS_WON, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DaftarDeal) deal = daftar_deal_new ();

      deal->quiet_days = rows[i].quiet_days;
      deal->activity_at = TEST_NOW - rows[i].since_days * G_TIME_SPAN_DAY;
      deal->next_at = rows[i].next_days != 0 ? TEST_NOW + rows[i].next_days * G_TIME_SPAN_DAY : 0;
      deal->status = rows[i].status;
      g_assert_cmpint (daftar_deal_quiet_days (deal, TEST_NOW), ==, rows[i].expected);
    }
}

int
main (int argc, char **argv)
{
#define ADD(path, func) g_test_add (path, Board, NULL, board_set_up, func, board_tear_down)
  g_test_init (&argc, &argv, NULL);
  ADD ("/deal/move", test_move);
  ADD ("/deal/asks-sale", test_asks_sale);
  ADD ("/deal/sale", test_sale);
  ADD ("/deal/refused-sales", test_refused_sales);
  ADD ("/deal/lost", test_lost);
  ADD ("/deal/add", test_add);
  g_test_add_func ("/deal/quiet", test_quiet);
  return g_test_run ();
}
