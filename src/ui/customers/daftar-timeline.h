/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-profile.h"
#include "daftar-ui-context.h"

G_BEGIN_DECLS

/**
 * DaftarTimeline:
 *
 * Everything that happened with a customer: a list that loads more as one scrolls, and a bar above it to filter and to
 * search in it. Both are widgets for a page to place.
 */
#define DAFTAR_TYPE_TIMELINE (daftar_timeline_get_type ())
G_DECLARE_FINAL_TYPE (DaftarTimeline, daftar_timeline, DAFTAR, TIMELINE, GObject)

DaftarTimeline *daftar_timeline_new         (DaftarUiContext *ui);
GtkWidget      *daftar_timeline_get_list    (DaftarTimeline  *self);
GtkWidget      *daftar_timeline_get_bar     (DaftarTimeline  *self);
void            daftar_timeline_add_actions (DaftarTimeline  *self,
                                             GtkWidget       *page);
void            daftar_timeline_watch       (DaftarTimeline  *self,
                                             GtkAdjustment   *adjustment);
void            daftar_timeline_set_profile (DaftarTimeline  *self,
                                             DaftarProfile   *profile);
void            daftar_timeline_search      (DaftarTimeline  *self);
void            daftar_timeline_close       (DaftarTimeline  *self);

G_END_DECLS
