/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *daftar_bidi_ltr     (const char *text);
char *daftar_bidi_isolate (const char *text);
char *daftar_bidi_strip   (const char *text);

G_END_DECLS
