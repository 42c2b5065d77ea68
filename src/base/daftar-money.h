/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-format.h"

G_BEGIN_DECLS

int       daftar_money_decimals    (const char    *currency);
gboolean  daftar_money_parse       (const char    *text,
                                    const char    *currency,
                                    gint64        *amount,
                                    GError       **error);
char     *daftar_money_format      (gint64         amount,
                                    const char    *currency,
                                    DaftarFormat  *format);
char     *daftar_money_format_full (gint64         amount,
                                    const char    *currency,
                                    DaftarFormat  *format);
char     *daftar_money_plain       (gint64         amount,
                                    const char    *currency);

G_END_DECLS
