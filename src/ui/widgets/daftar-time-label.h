/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-clock.h"
#include "daftar-format.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DAFTAR_TYPE_TIME_LABEL (daftar_time_label_get_type ())
G_DECLARE_FINAL_TYPE (DaftarTimeLabel, daftar_time_label, DAFTAR, TIME_LABEL, GtkWidget)

GtkWidget *daftar_time_label_new        (DaftarClock     *clock,
                                         DaftarFormat    *format);
void       daftar_time_label_set_moment (DaftarTimeLabel *self,
                                         gint64           at);

G_END_DECLS
