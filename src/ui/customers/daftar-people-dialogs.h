/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done with records rather than with people: merging, the bin, erasing, the history. */
#pragma once

#include "daftar-ui-context.h"

G_BEGIN_DECLS

void daftar_merge_dialog_present      (GtkWidget       *parent,
                                       DaftarUiContext *ui,
                                       const gint64    *ids,
                                       guint            n_ids);
void daftar_duplicates_dialog_present (GtkWidget       *parent,
                                       DaftarUiContext *ui);
void daftar_bin_dialog_present        (GtkWidget       *parent,
                                       DaftarUiContext *ui);
void daftar_history_dialog_present    (GtkWidget       *parent,
                                       DaftarUiContext *ui,
                                       gint64           customer_id,
                                       const char      *name);
void daftar_erase_dialog_present      (GtkWidget       *parent,
                                       DaftarUiContext *ui,
                                       gint64           customer_id,
                                       const char      *name);

G_END_DECLS
