/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *daftar_empty_state_new (const char *icon_name,
                                   const char *title,
                                   const char *sentence,
                                   const char *button_label,
                                   const char *action_name);

G_END_DECLS
