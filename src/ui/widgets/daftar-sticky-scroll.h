/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DaftarStickyScroll:
 *
 * A page over a long list, scrolled as one: what stands above it goes away upwards, a bar between the two stays at the
 * top, and the list makes only the rows that are seen. Put it into a #GtkScrolledWindow.
 */
#define DAFTAR_TYPE_STICKY_SCROLL (daftar_sticky_scroll_get_type ())
G_DECLARE_FINAL_TYPE (DaftarStickyScroll, daftar_sticky_scroll, DAFTAR, STICKY_SCROLL, GtkWidget)

GtkWidget *daftar_sticky_scroll_new         (GtkWidget          *top,
                                             GtkWidget          *bar,
                                             GtkWidget          *list);
void       daftar_sticky_scroll_to_top      (DaftarStickyScroll *self);

G_END_DECLS
