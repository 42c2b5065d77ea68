/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A shop in a folder of its own with a clock that stands still, for tests. */
#pragma once

#include "daftar-store.h"

G_BEGIN_DECLS

/* Wednesday, 15 January 2025, 10:00 in Riyadh. */
#define TEST_NOW G_GINT64_CONSTANT (1736924400000000)

typedef struct
{
  char *folder;
  char *path;
  DaftarClock *clock;
  DaftarStore *store;
} TestShop;

TestShop       *test_shop_new                (void);
TestShop       *test_shop_new_empty          (void);
void            test_shop_free               (TestShop      *shop);
gint64          test_shop_add_customer       (TestShop      *shop,
                                              const char    *name,
                                              const char    *phone);
gint64          test_shop_add_customer_error (TestShop      *shop,
                                              const char    *name,
                                              const char    *phone,
                                              GError       **error);
DaftarCustomer *test_shop_get_customer       (TestShop      *shop,
                                              gint64         id);
GPtrArray      *test_shop_get_rows           (TestShop      *shop,
                                              const gint64  *ids,
                                              guint          n_ids);
gint64          test_shop_count_customers    (TestShop      *shop);
gint64          test_shop_add_board          (TestShop      *shop,
                                              gint64        *stages,
                                              guint          n_stages);
gint64          test_shop_add_deal           (TestShop      *shop,
                                              gint64         customer_id,
                                              gint64         stage_id,
                                              const char    *title,
                                              gint64         value);
void            test_txn_exec                (DaftarTxn     *txn,
                                              const char    *sql);
void            test_remove_folder           (const char    *folder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestShop, test_shop_free)

G_END_DECLS
