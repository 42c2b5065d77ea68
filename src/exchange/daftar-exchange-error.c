/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-exchange-error.h"

G_DEFINE_QUARK (daftar-exchange-error-quark, daftar_exchange_error)
