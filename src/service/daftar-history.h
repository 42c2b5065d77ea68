/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was done, in words. */
#pragma once

#include "daftar-operation-store.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 customer_id; /* 0: the whole shop */
  int limit;
} DaftarHistoryRequest;

gpointer    daftar_history_read        (DaftarReader          *reader,
                                        gpointer               request,
                                        GError               **error);
const char *daftar_history_label       (const char            *kind);
gboolean    daftar_history_can_undo    (const DaftarOperation *operation);
const char *daftar_history_kind_label  (DaftarKind             kind);
const char *daftar_history_field_label (const char            *column);

G_END_DECLS
