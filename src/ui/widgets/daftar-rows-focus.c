/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-rows-focus.h"

/**
 * daftar_rows_focus:
 * @rows: a list view, or the rows of a column view (its last child)
 *
 * Puts the focus into a list. A view that got a model with rows in it knows of none that the focus could go to, and
 * takes it itself, where no key does anything: then it goes on to the first row.
 *
 * Returns: whether the focus is there
 */
gboolean
daftar_rows_focus (GtkWidget *rows)
{
  GtkWidget *first = gtk_widget_get_first_child (rows);
  gboolean taken = gtk_widget_grab_focus (rows);

  return taken && gtk_widget_is_focus (rows) && first != NULL ? gtk_widget_grab_focus (first) : taken;
}
