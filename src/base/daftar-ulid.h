/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define DAFTAR_ULID_SIZE 16

void  daftar_ulid_generate  (guint8        ulid[DAFTAR_ULID_SIZE],
                             gint64        now);
char *daftar_ulid_to_string (const guint8  ulid[DAFTAR_ULID_SIZE]);

G_END_DECLS
