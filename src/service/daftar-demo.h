/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-store.h"

G_BEGIN_DECLS

/* How many customers the sample shop has unless it is asked for more. */
#define DAFTAR_DEMO_CUSTOMERS 200

/**
 * DaftarDemo:
 * @n_customers: 0 for the sample shop as somebody looks at it: %DAFTAR_DEMO_CUSTOMERS customers, a dozen open
 *   deals, 15 tickets. Otherwise exactly so many, with twice as many contact points, as many tickets, five
 *   times as many messages and a tenth as many open deals: for measuring
 * @seed: the same seed on the same day gives the same shop
 * @language: "ar" or "en", that of the names and texts
 *
 * What is asked of a sample shop.
 */
typedef struct
{
  gint64 n_customers;
  guint64 seed;
  const char *language;
} DaftarDemo;

/* Called now and then on the thread that works. */
typedef void (*DaftarDemoProgress) (gint64   done,
                                    gint64   total,
                                    gpointer data);

gboolean daftar_demo_fill (DaftarStore         *store,
                           const DaftarDemo    *demo,
                           DaftarDemoProgress   progress,
                           gpointer             data,
                           GError             **error);

G_END_DECLS
