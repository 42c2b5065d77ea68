/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *daftar_section_new       (const char *title,
                                     const char *meaning);
void       daftar_section_set_title (GtkWidget  *section,
                                     const char *title,
                                     const char *meaning);
void       daftar_section_set_count (GtkWidget  *section,
                                     guint       count);

G_END_DECLS
