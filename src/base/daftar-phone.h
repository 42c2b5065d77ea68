/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-text.h"

G_BEGIN_DECLS

char       *daftar_phone_normalise     (const char *text,
                                        const char *country);
char       *daftar_phone_digits        (const char *text);
char       *daftar_phone_search_prefix (const char *text,
                                        const char *country);
char       *daftar_phone_format        (const char *norm,
                                        const char *home_country);
char       *daftar_phone_reverse       (const char *norm);
gboolean    daftar_phone_is_assigned   (const char *norm);
const char *daftar_phone_country       (const char *norm);
gboolean    daftar_phone_find_match    (const char      *text,
                                        const char      *query,
                                        DaftarTextRange *range);

G_END_DECLS
