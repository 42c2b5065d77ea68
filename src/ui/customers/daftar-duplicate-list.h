/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-duplicate.h"
#include "daftar-ui-context.h"

G_BEGIN_DECLS

/* Who may already be in the notebook, shown while somebody is being typed. Signal "chosen" (id). */
#define DAFTAR_TYPE_DUPLICATE_LIST (daftar_duplicate_list_get_type ())
G_DECLARE_FINAL_TYPE (DaftarDuplicateList, daftar_duplicate_list, DAFTAR, DUPLICATE_LIST, GtkWidget)

GtkWidget *daftar_duplicate_list_new (DaftarUiContext        *ui);
void       daftar_duplicate_list_ask (DaftarDuplicateList    *self,
                                      DaftarDuplicateRequest *request);

G_END_DECLS
