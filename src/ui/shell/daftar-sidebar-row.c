/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-sidebar-row.h"

#include <glib/gi18n.h>

/* A page in the sidebar: its icon, its name, how much waits there. */
struct _DaftarSidebarRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *badge;
  DaftarPage *page;
};

G_DEFINE_FINAL_TYPE (DaftarSidebarRow, daftar_sidebar_row, GTK_TYPE_LIST_BOX_ROW)

static void
daftar_sidebar_row_finalize (GObject *object)
{
  g_clear_object (&DAFTAR_SIDEBAR_ROW (object)->page);
  G_OBJECT_CLASS (daftar_sidebar_row_parent_class)->finalize (object);
}

static void
daftar_sidebar_row_class_init (DaftarSidebarRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daftar_sidebar_row_finalize;
}

static void
daftar_sidebar_row_init (DaftarSidebarRow *self)
{
}

/**
 * daftar_sidebar_row_new:
 * @page: the page it leads to
 * @number: its place, which is also its key
 *
 * Returns: the row
 */
GtkWidget *
daftar_sidebar_row_new (DaftarPage *page,
                        int         number)
{
  DaftarSidebarRow *self = g_object_new (DAFTAR_TYPE_SIDEBAR_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name (daftar_page_get_icon_name (page));
  GtkWidget *title = gtk_label_new (daftar_page_get_title (page));
  g_autofree char *name = g_strdup_printf ("page-%s", daftar_page_get_id (page));

  self->page = g_object_ref (page);
  self->badge = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (title, "title");
  gtk_widget_set_valign (self->badge, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->badge, "daftar-badge");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), self->badge);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_widget_set_name (GTK_WIDGET (self), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  daftar_page_get_title (page), -1);
  daftar_sidebar_row_update (self);
  return GTK_WIDGET (self);
}

/**
 * daftar_sidebar_row_get_page:
 * @self: the row
 *
 * Returns: (transfer none): the page it leads to
 */
DaftarPage *
daftar_sidebar_row_get_page (DaftarSidebarRow *self)
{
  g_return_val_if_fail (DAFTAR_IS_SIDEBAR_ROW (self), NULL);

  return self->page;
}

/* What the count says, in words: colour alone is no answer. */
static char *
describe (guint count,
          guint late)
{
  g_autofree char *waiting = NULL;
  g_autofree char *overdue = NULL;

  if (count == 0)
    return g_strdup ("");
  waiting = g_strdup_printf (ngettext ("%u waiting", "%u waiting", count), count);
  if (late == 0)
    return g_steal_pointer (&waiting);
  overdue = g_strdup_printf (ngettext ("%u late", "%u late", late), late);
  /* TRANSLATORS: two counts of things beside the name of a page, as "5 waiting, 2 late" */
  return g_strdup_printf (_("%s, %s"), waiting, overdue);
}

/**
 * daftar_sidebar_row_update:
 * @self: the row
 *
 * Shows the page's counts anew.
 */
void
daftar_sidebar_row_update (DaftarSidebarRow *self)
{
  guint count, late;
  g_autofree char *words = NULL;
  g_autofree char *digits = NULL;

  daftar_page_get_badge (self->page, &count, &late);
  words = describe (count, late);
  /* A shopkeeper needs to know that it is much, not that it is 2,417. Isolated, or the plus would change sides. */
  digits = count > 999 ? g_strdup ("\u2066999+\u2069") : g_strdup_printf ("%u", count);
  gtk_label_set_text (GTK_LABEL (self->badge), digits);
  gtk_widget_set_visible (self->badge, count > 0);
  if (late > 0)
    gtk_widget_add_css_class (self->badge, "late");
  else
    gtk_widget_remove_css_class (self->badge, "late");
  gtk_widget_set_tooltip_text (self->badge, count ? words : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}
