/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the sample shop alone: one customer at a time, with everything that happened with them. */
#pragma once

#include "daftar-board-store.h"
#include "daftar-bulk-store.h"
#include "daftar-date.h"
#include "daftar-demo-text.h"
#include "daftar-shop-store.h"

G_BEGIN_DECLS

#define DAFTAR_DEMO_STAGES 5

typedef struct
{
  gboolean arabic;
  gboolean full; /* exact numbers, for measuring */
  guint64 seed;
  gint64 n_customers;
  gint64 n_done;
  guint64 n_ulids;

  gint64 now;
  gint64 midnight; /* with which today began */
  char *today;
  GTimeZone *zone;
  DaftarHours *hours;
  gint64 board_id;
  gint64 stages[DAFTAR_DEMO_STAGES];
  gint64 n_staff; /* their ids are 1 to this */
  DaftarBulk *bulk;

  gint64 n_tickets;
  gint64 n_deals;
  gint64 n_purchases;
  gint64 n_of_stage[DAFTAR_DEMO_STAGES];
} DaftarDemoMaker;

/* A customer in the making: random numbers of its own, and the rows that come after it. */
typedef struct
{
  DaftarDemoMaker *maker;
  guint64 random;
  gint64 index;
  DaftarCustomer *customer;
  GPtrArray *rows;
} DaftarDemoPerson;

const char *daftar_demo_say          (DaftarDemoMaker       *self,
                                      const DaftarDemoText  *text);
gboolean    daftar_demo_add_customer (DaftarDemoMaker       *self,
                                      DaftarTxn             *txn,
                                      gint64                 index,
                                      GError               **error);

guint64     daftar_demo_random       (DaftarDemoPerson      *person,
                                      guint64                below);
const char *daftar_demo_pick         (DaftarDemoPerson      *person,
                                      const DaftarDemoList  *list);
gint64      daftar_demo_ago          (DaftarDemoPerson      *person,
                                      int                    days);
void        daftar_demo_contact      (DaftarDemoPerson      *person,
                                      gint64                 at);

/* What happens with a customer, in files of their own. */
void        daftar_demo_add_deals      (DaftarDemoPerson    *person);
void        daftar_demo_add_follow_ups (DaftarDemoPerson    *person);
void        daftar_demo_add_tickets    (DaftarDemoPerson    *person);

G_END_DECLS
