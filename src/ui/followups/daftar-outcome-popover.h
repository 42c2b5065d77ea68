/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-enums.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*DaftarOutcomeFunc) (GtkWidget            *page,
                                   gint64                id,
                                   DaftarFollowUpResult  result,
                                   const char           *outcome);

void daftar_outcome_popover_ask (GtkWidget         *at,
                                 GtkWidget         *page,
                                 gint64             id,
                                 DaftarOutcomeFunc  func);

G_END_DECLS
