/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Digits after the point that a number may have at most: 10^9 still leaves room for nine billions. */
#define DAFTAR_NUMBER_MAX_DECIMALS 9

gboolean daftar_number_parse (const char  *text,
                              int          decimals,
                              gint64      *value,
                              GError     **error);
char    *daftar_number_plain (gint64       value,
                              int          decimals);

G_END_DECLS
