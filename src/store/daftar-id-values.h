/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the files of store/ alone: a number for each of many ids, and sorting ids by it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _DaftarIdValues DaftarIdValues;

DaftarIdValues *daftar_id_values_new   (gint64           max_id);
void            daftar_id_values_free  (DaftarIdValues  *self);
void            daftar_id_values_set   (DaftarIdValues  *self,
                                        gint64           id,
                                        gint64           value);
gboolean        daftar_id_values_get   (DaftarIdValues  *self,
                                        gint64           id,
                                        gint64          *value);
GArray         *daftar_id_values_sort  (DaftarIdValues  *self,
                                        GArray          *ids,
                                        gboolean         descending);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarIdValues, daftar_id_values_free)

G_END_DECLS
