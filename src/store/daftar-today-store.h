/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-store.h"

G_BEGIN_DECLS

GPtrArray *daftar_today_store_follow_ups (DaftarReader  *reader,
                                          gint64         until,
                                          int            limit,
                                          GError       **error);
GPtrArray *daftar_today_store_tickets    (DaftarReader  *reader,
                                          gint64         until,
                                          int            limit,
                                          GError       **error);
GPtrArray *daftar_today_store_quiet_deals (DaftarReader *reader,
                                          int            limit,
                                          GError       **error);
GPtrArray *daftar_today_store_occasions  (DaftarReader  *reader,
                                          const char    *first_day,
                                          int            n_days,
                                          int            limit,
                                          GError       **error);
GArray    *daftar_today_store_occasion_month (DaftarReader  *reader,
                                              GError       **error);

G_END_DECLS
