/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-section.h"

/**
 * daftar_section_new:
 * @title: (nullable): the heading
 * @meaning: (nullable): a class of colour with a meaning, "daftar-late" or "daftar-soon"
 *
 * Returns: (transfer floating): the heading of a section within a list: a title and, if set, a count
 */
GtkWidget *
daftar_section_new (const char *title,
                    const char *meaning)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "title");
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "daftar-numbers");
  gtk_widget_set_visible (count, FALSE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_widget_add_css_class (box, "daftar-section");
  daftar_section_set_title (box, title, meaning);
  return box;
}

/**
 * daftar_section_set_title:
 * @section: a heading made by daftar_section_new()
 * @title: (nullable): its words
 * @meaning: (nullable): its class of colour
 */
void
daftar_section_set_title (GtkWidget  *section,
                          const char *title,
                          const char *meaning)
{
  GtkWidget *label = gtk_widget_get_first_child (section);
  static const char *const meanings[] = { "daftar-late", "daftar-soon", "daftar-good", "daftar-next" };

  gtk_label_set_text (GTK_LABEL (label), title ? title : "");
  for (guint i = 0; i < G_N_ELEMENTS (meanings); i++)
    if (g_strcmp0 (meaning, meanings[i]) == 0)
      gtk_widget_add_css_class (label, meanings[i]);
    else
      gtk_widget_remove_css_class (label, meanings[i]);
}

/**
 * daftar_section_set_count:
 * @section: a heading made by daftar_section_new()
 * @count: how many rows follow; none is not shown
 */
void
daftar_section_set_count (GtkWidget *section,
                          guint      count)
{
  GtkWidget *label = gtk_widget_get_last_child (section);
  g_autofree char *text = g_strdup_printf ("%u", count);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_visible (label, count > 0);
}
