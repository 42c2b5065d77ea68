/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-store.h"

G_BEGIN_DECLS

/* More than this many with the same number are a switchboard, with the same name a common one: no sign of one person. */
#define DAFTAR_DUPLICATE_MANY 20

/* Called with each number or address and one who has it, or each name and whose it is. */
typedef gboolean (*DaftarDuplicateFunc) (const char *text,
                                         gint64      id,
                                         gpointer    data);

GArray   *daftar_duplicate_store_by_email   (DaftarReader         *reader,
                                             const char           *email,
                                             GError              **error);
GArray   *daftar_duplicate_store_by_phone   (DaftarReader         *reader,
                                             const char           *phone,
                                             GError              **error);
GArray   *daftar_duplicate_store_by_name    (DaftarReader         *reader,
                                             const char           *name,
                                             GError              **error);
GArray   *daftar_duplicate_store_near_name  (DaftarReader         *reader,
                                             const char           *name,
                                             GError              **error);
gboolean  daftar_duplicate_store_each_name  (DaftarReader         *reader,
                                             DaftarDuplicateFunc   func,
                                             gpointer              data,
                                             GError              **error);
gboolean  daftar_duplicate_store_each_point (DaftarReader         *reader,
                                             DaftarDuplicateFunc   func,
                                             gpointer              data,
                                             GError              **error);
gboolean  daftar_duplicate_store_names_of   (DaftarReader         *reader,
                                             const gint64         *ids,
                                             guint                 n_ids,
                                             DaftarDuplicateFunc   func,
                                             gpointer              data,
                                             GError              **error);

gboolean  daftar_distinct_store_each        (DaftarReader         *reader,
                                             gint64                customer_id,
                                             void                (*func) (gint64 one, gint64 other, gpointer data),
                                             gpointer              data,
                                             GError              **error);
gboolean  daftar_distinct_store_add         (DaftarTxn            *txn,
                                             gint64                one,
                                             gint64                other,
                                             GError              **error);

G_END_DECLS
