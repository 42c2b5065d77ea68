/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Customers that the shop may lose. */
#pragma once

#include "daftar-store.h"

G_BEGIN_DECLS

GArray *daftar_risk_store_customers (DaftarReader  *reader,
                                     GError       **error);

G_END_DECLS
