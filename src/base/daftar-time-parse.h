/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean daftar_time_parse (const char  *text,
                            int         *minute,
                            GError     **error);

G_END_DECLS
