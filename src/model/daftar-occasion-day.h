/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-occasion.h"

G_BEGIN_DECLS

gboolean daftar_occasion_get_date (DaftarOccasion  *occasion,
                                   int             *year,
                                   int             *month,
                                   int             *day);
char    *daftar_occasion_next     (DaftarOccasion  *occasion,
                                   const char      *today,
                                   int             *years);
char    *daftar_occasion_parse    (const char      *text,
                                   gboolean         hijri,
                                   GError         **error);
gboolean daftar_occasion_is_on    (DaftarOccasion  *occasion,
                                   const char      *day);

G_END_DECLS
