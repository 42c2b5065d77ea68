/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-store.h"

G_BEGIN_DECLS

gboolean daftar_lease_store_take (DaftarTxn   *txn,
                                  const char  *name,
                                  const char  *holder,
                                  gint64       duration,
                                  gint64      *held_until,
                                  GError     **error);

G_END_DECLS
