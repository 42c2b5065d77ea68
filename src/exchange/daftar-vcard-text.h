/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How values of cards are written. Private to exchange/. */
gboolean    daftar_vcard_has_part     (const char *address,
                                       const char *part);
void        daftar_vcard_append_part  (GString    *address,
                                       const char *part);
char       *daftar_vcard_parse_day    (const char *text,
                                       const char *omitted_year);
const char *daftar_vcard_picture_type (GBytes     *bytes);
char       *daftar_vcard_clean_label  (const char *text);

G_END_DECLS
