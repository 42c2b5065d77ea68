/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GListModel *daftar_growing_new (GListModel        *model,
                                GtkScrolledWindow *scroll);

G_END_DECLS
