/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-error.h"

G_DEFINE_QUARK (daftar-error-quark, daftar_error)
