/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-ui-context.h"

G_BEGIN_DECLS

/**
 * DaftarFollowUpRow:
 *
 * One follow-up: the round check at the start, what and for whom, at the end when. Its check activates the action
 * "follow-up.done" of the page around it, its clock opens the choices of when to be reminded again.
 */
#define DAFTAR_TYPE_FOLLOW_UP_ROW (daftar_follow_up_row_get_type ())
G_DECLARE_FINAL_TYPE (DaftarFollowUpRow, daftar_follow_up_row, DAFTAR, FOLLOW_UP_ROW, GtkWidget)

GtkWidget      *daftar_follow_up_row_new        (DaftarUiContext   *ui);
void            daftar_follow_up_row_set        (DaftarFollowUpRow *self,
                                                 gint64             id,
                                                 DaftarFollowUp    *follow_up);
gint64          daftar_follow_up_row_get_id     (DaftarFollowUpRow *self);
DaftarFollowUp *daftar_follow_up_row_get        (DaftarFollowUpRow *self);
GtkWidget      *daftar_follow_up_row_get_check  (DaftarFollowUpRow *self);
void            daftar_follow_up_row_snooze     (DaftarFollowUpRow *self);
char           *daftar_follow_up_when           (DaftarUiContext   *ui,
                                                 DaftarFollowUp    *follow_up);
GMenuModel     *daftar_follow_up_snooze_menu    (gint64             id);

G_END_DECLS
