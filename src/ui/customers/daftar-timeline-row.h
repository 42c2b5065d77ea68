/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-ui-context.h"

G_BEGIN_DECLS

/* One thing that happened with a customer. */
#define DAFTAR_TYPE_TIMELINE_ROW (daftar_timeline_row_get_type ())
G_DECLARE_FINAL_TYPE (DaftarTimelineRow, daftar_timeline_row, DAFTAR, TIMELINE_ROW, GtkWidget)

GtkWidget         *daftar_timeline_row_new        (DaftarUiContext   *ui);
void               daftar_timeline_row_set        (DaftarTimelineRow *self,
                                                   DaftarInteraction *entry,
                                                   const char        *query);
DaftarInteraction *daftar_timeline_row_get        (DaftarTimelineRow *self);
void               daftar_timeline_row_popup      (DaftarTimelineRow *self);
const char        *daftar_timeline_entry_icon     (DaftarInteraction *entry);
char              *daftar_timeline_entry_heading  (DaftarUiContext   *ui,
                                                   DaftarInteraction *entry);
gboolean           daftar_timeline_entry_is_own   (DaftarInteraction *entry);
gboolean           daftar_timeline_entry_target   (DaftarInteraction *entry,
                                                   const char       **kind,
                                                   gint64            *id);

G_END_DECLS
