/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-store.h"

G_BEGIN_DECLS

DaftarFollowUp *daftar_follow_up_store_get           (DaftarReader    *reader,
                                                      gint64           id,
                                                      GError         **error);
GPtrArray      *daftar_follow_up_store_get_rows      (DaftarReader    *reader,
                                                      const gint64    *ids,
                                                      guint            n_ids,
                                                      GError         **error);
GPtrArray      *daftar_follow_up_store_list_of_customer (DaftarReader *reader,
                                                      gint64           customer_id,
                                                      gboolean         open_only,
                                                      GError         **error);
gboolean        daftar_follow_up_store_save          (DaftarTxn       *txn,
                                                      DaftarFollowUp  *follow_up,
                                                      GError         **error);

G_END_DECLS
