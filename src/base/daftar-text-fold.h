/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Within the folder only: the fold together with where each of its bytes came from. */

#include "daftar-text.h"

G_BEGIN_DECLS

char *daftar_text_fold_mapped (const char       *text,
                               DaftarTextRange **map);

G_END_DECLS
