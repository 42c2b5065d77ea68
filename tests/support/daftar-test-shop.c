/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-test-shop.h"

#include <glib/gstdio.h>

#include "daftar-board-store.h"
#include "daftar-customer-store.h"
#include "daftar-shop-store.h"
#include "daftar-store-private.h"

static gpointer
make_shop (DaftarTxn  *txn,
           gpointer    request,
           GError    **error)
{
  g_autoptr (DaftarShop) shop = daftar_shop_new ();

  shop->name = g_strdup ("نور للتجارة");
  shop->country = g_strdup ("SA");
  shop->language = g_strdup ("ar");
  shop->currency = g_strdup ("SAR");
  shop->zone = g_strdup ("Asia/Riyadh");
  shop->first_target = 60;
  shop->next_target = 60;
  shop->solve_target = 480;
  return GINT_TO_POINTER (daftar_shop_store_save (txn, shop, error));
}

/* A file without a shop in it: what the first start finds. */
TestShop *
test_shop_new_empty (void)
{
  TestShop *shop = g_new0 (TestShop, 1);
  g_autoptr (GError) error = NULL;

  shop->folder = g_dir_make_tmp ("daftar-test-XXXXXX", NULL);
  shop->path = g_build_filename (shop->folder, "shop.daftar", NULL);
  shop->clock = daftar_clock_new_fixed (TEST_NOW);
  shop->store = daftar_store_new (shop->path, shop->clock);
  daftar_store_open (shop->store, TRUE, &error);
  g_assert_no_error (error);
  return shop;
}

TestShop *
test_shop_new (void)
{
  TestShop *shop = test_shop_new_empty ();
  g_autoptr (GError) error = NULL;

  daftar_store_write (shop->store, "shop.set-up", make_shop, NULL, NULL, &error);
  g_assert_no_error (error);
  return shop;
}

void
test_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        test_remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

void
test_shop_free (TestShop *shop)
{
  daftar_store_close (shop->store);
  g_object_unref (shop->store);
  g_object_unref (shop->clock);
  test_remove_folder (shop->folder);
  g_free (shop->folder);
  g_free (shop->path);
  g_free (shop);
}

typedef struct
{
  const char *name;
  const char *phone;
  gint64 id;
} NewCustomer;

static gpointer
add_customer (DaftarTxn  *txn,
              gpointer    request,
              GError    **error)
{
  NewCustomer *new = request;
  g_autoptr (DaftarCustomer) customer = daftar_customer_new ();
  g_autoptr (DaftarContactPoint) point = daftar_contact_point_new ();

  customer->name = g_strdup (new->name);
  if (!daftar_customer_store_save (txn, customer, error))
    return NULL;
  new->id = DAFTAR_RECORD (customer)->id;
  if (new->phone == NULL)
    return NULL;
  point->customer_id = new->id;
  point->kind = DAFTAR_CONTACT_KIND_MOBILE;
  point->value = g_strdup (new->phone);
  daftar_contact_point_store_save (txn, point, error);
  return NULL;
}

gint64
test_shop_add_customer_error (TestShop    *shop,
                              const char  *name,
                              const char  *phone,
                              GError     **error)
{
  NewCustomer new = { name, phone, 0 };

  daftar_store_write (shop->store, "customer.add", add_customer, &new, NULL, error);
  return new.id;
}

gint64
test_shop_add_customer (TestShop   *shop,
                        const char *name,
                        const char *phone)
{
  g_autoptr (GError) error = NULL;
  gint64 id = test_shop_add_customer_error (shop, name, phone, &error);

  g_assert_no_error (error);
  return id;
}

static gpointer
get_customer (DaftarReader  *reader,
              gpointer       request,
              GError       **error)
{
  return daftar_customer_store_get (reader, *(gint64 *) request, error);
}

DaftarCustomer *
test_shop_get_customer (TestShop *shop,
                        gint64    id)
{
  return daftar_store_read (shop->store, get_customer, &id, NULL);
}

typedef struct
{
  const gint64 *ids;
  guint n_ids;
} Rows;

static gpointer
get_rows (DaftarReader  *reader,
          gpointer       request,
          GError       **error)
{
  Rows *rows = request;

  return daftar_customer_store_get_rows (reader, rows->ids, rows->n_ids, error);
}

GPtrArray *
test_shop_get_rows (TestShop     *shop,
                    const gint64 *ids,
                    guint         n_ids)
{
  Rows rows = { ids, n_ids };
  g_autoptr (GError) error = NULL;
  GPtrArray *result = daftar_store_read (shop->store, get_rows, &rows, &error);

  g_assert_no_error (error);
  return result;
}

static gpointer
count_customers (DaftarReader  *reader,
                 gpointer       request,
                 GError       **error)
{
  *(gint64 *) request = daftar_customer_store_count (reader, error);
  return NULL;
}

gint64
test_shop_count_customers (TestShop *shop)
{
  gint64 count = -1;

  daftar_store_read (shop->store, count_customers, &count, NULL);
  return count;
}

typedef struct
{
  gint64 *stages;
  guint n_stages;
  gint64 board_id;
} NewBoard;

static gpointer
add_board (DaftarTxn  *txn,
           gpointer    request,
           GError    **error)
{
  NewBoard *new = request;
  g_autoptr (DaftarBoard) board = daftar_board_new ();

  board->name = g_strdup ("Retail");
  g_assert_true (daftar_board_store_save (txn, board, error));
  new->board_id = DAFTAR_RECORD (board)->id;
  for (guint i = 0; i < new->n_stages; i++)
    {
      g_autoptr (DaftarStage) stage = daftar_stage_new ();

      stage->board_id = new->board_id;
      stage->name = g_strdup_printf ("Stage %u", i + 1);
      stage->role = DAFTAR_STAGE_ROLE_AWARENESS + i;
      stage->position = i;
      g_assert_true (daftar_stage_store_save (txn, stage, error));
      new->stages[i] = DAFTAR_RECORD (stage)->id;
    }
  return NULL;
}

gint64
test_shop_add_board (TestShop *shop,
                     gint64   *stages,
                     guint     n_stages)
{
  NewBoard new = { stages, n_stages, 0 };

  daftar_store_write (shop->store, "board.add", add_board, &new, NULL, NULL);
  return new.board_id;
}

static gpointer
add_deal (DaftarTxn  *txn,
          gpointer    request,
          GError    **error)
{
  return GINT_TO_POINTER (daftar_deal_store_add (txn, request, error));
}

gint64
test_shop_add_deal (TestShop   *shop,
                    gint64      customer_id,
                    gint64      stage_id,
                    const char *title,
                    gint64      value)
{
  g_autoptr (DaftarDeal) deal = daftar_deal_new ();
  g_autoptr (GError) error = NULL;

  deal->customer_id = customer_id;
  deal->stage_id = stage_id;
  deal->title = g_strdup (title);
  deal->value = value;
  deal->currency = g_strdup ("SAR");
  deal->probability = -1;
  daftar_store_write (shop->store, "deal.add", add_deal, deal, NULL, &error);
  g_assert_no_error (error);
  return DAFTAR_RECORD (deal)->id;
}

/* The only back door: for states that no store function makes. */
void
test_txn_exec (DaftarTxn  *txn,
               const char *sql)
{
  g_assert_true (daftar_db_exec (TXN_DB (txn), sql, NULL));
}
