/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-store.h"

G_BEGIN_DECLS

gboolean   daftar_interaction_store_save   (DaftarTxn          *txn,
                                            DaftarInteraction  *interaction,
                                            GError            **error);
GPtrArray *daftar_interaction_store_list_of_deal (DaftarReader *reader,
                                            gint64              deal_id,
                                            GError            **error);
DaftarInteraction *daftar_interaction_store_get (DaftarReader  *reader,
                                            gint64              id,
                                            GError            **error);
GPtrArray *daftar_interaction_store_list_pinned (DaftarReader  *reader,
                                            gint64              customer_id,
                                            GError            **error);
GPtrArray *daftar_timeline_store_list      (DaftarReader       *reader,
                                            gint64              customer_id,
                                            DaftarInteraction  *after,
                                            guint               kinds,
                                            int                 limit,
                                            GError            **error);

G_END_DECLS
