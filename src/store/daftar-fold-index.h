/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the files of store/ alone: full-text indexes over one folded column. */
#pragma once

#include "daftar-db.h"

G_BEGIN_DECLS

typedef enum
{
  DAFTAR_FOLD_INDEX_DEAL,
  DAFTAR_FOLD_INDEX_TICKET,
} DaftarFoldIndex;

gboolean daftar_fold_index_update (DaftarDb         *db,
                                   DaftarFoldIndex   index,
                                   gint64            id,
                                   const char       *before,
                                   const char       *after,
                                   GError          **error);

G_END_DECLS
