/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-growing.h"

/* A list view makes some 205 rows at first, whatever is seen of them: five columns of cards take half a second. So
 * it begins with a screenful and grows before its end is reached. */
#define STEP 30

static void
grow_cb (GtkAdjustment *adjustment,
         gpointer       data)
{
  GtkSliceListModel *slice = data;
  GListModel *all = gtk_slice_list_model_get_model (slice);
  guint size = gtk_slice_list_model_get_size (slice);
  double page = gtk_adjustment_get_page_size (adjustment);

  if (page <= 0 || all == NULL || g_list_model_get_n_items (all) <= size
      || gtk_adjustment_get_value (adjustment) + 2 * page < gtk_adjustment_get_upper (adjustment))
    return;
  gtk_slice_list_model_set_size (slice, size + STEP);
}

/**
 * daftar_growing_new:
 * @model: (transfer full): all rows
 * @scroll: what they are scrolled in
 *
 * Returns: (transfer full): the first rows of @model, and more of them as one scrolls towards their end
 */
GListModel *
daftar_growing_new (GListModel        *model,
                    GtkScrolledWindow *scroll)
{
  GtkSliceListModel *slice = gtk_slice_list_model_new (model, 0, STEP);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scroll);

  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (grow_cb), slice, 0);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (grow_cb), slice, 0);
  return G_LIST_MODEL (slice);
}
