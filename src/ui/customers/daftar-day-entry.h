/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-ui-context.h"

G_BEGIN_DECLS

/**
 * DaftarDayEntry:
 *
 * An entry for a day: typed in any usual way ("tomorrow", "غدًا", 25/12/2026, ٢٥/١٢/٢٠٢٦), or one press on
 * what is most often meant. Below stands the day as it was understood.
 */
#define DAFTAR_TYPE_DAY_ENTRY (daftar_day_entry_get_type ())
G_DECLARE_FINAL_TYPE (DaftarDayEntry, daftar_day_entry, DAFTAR, DAY_ENTRY, GtkWidget)

GtkWidget *daftar_day_entry_new     (DaftarUiContext  *ui);
gboolean   daftar_day_entry_get_day (DaftarDayEntry   *self,
                                     char            **day,
                                     GError          **error);
void       daftar_day_entry_set_day (DaftarDayEntry   *self,
                                     const char       *day);

G_END_DECLS
