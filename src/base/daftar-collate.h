/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _DaftarCollator DaftarCollator;

DaftarCollator *daftar_collator_new     (const char      *language,
                                         GError         **error);
void            daftar_collator_free    (DaftarCollator  *self);
GBytes         *daftar_collator_key     (DaftarCollator  *self,
                                         const char      *text);
const char     *daftar_collator_version (DaftarCollator  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarCollator, daftar_collator_free)

G_END_DECLS
