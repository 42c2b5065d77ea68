/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-wrap.h"

/* Words side by side that go on in the next line: a flow box gives each the width of the widest and focuses it. */
#define DAFTAR_TYPE_WRAP_LAYOUT (daftar_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (DaftarWrapLayout, daftar_wrap_layout, DAFTAR, WRAP_LAYOUT, GtkLayoutManager)

struct _DaftarWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (DaftarWrapLayout, daftar_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static gboolean
fits (DaftarWrapLayout *self,
      int               x,
      int               child_width,
      int               width)
{
  return x == 0 || x + child_width <= width;
}

/* The first child of the next line, and the height of this one. */
static GtkWidget *
measure_line (DaftarWrapLayout *self,
              GtkWidget        *first,
              int               width,
              int              *height)
{
  GtkWidget *child;
  int x = 0;

  *height = 0;
  for (child = first; child; child = gtk_widget_get_next_sibling (child))
    {
      GtkRequisition natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_get_preferred_size (child, NULL, &natural);
      if (!fits (self, x, MIN (natural.width, width), width))
        break;
      x += MIN (natural.width, width) + self->spacing;
      *height = MAX (*height, natural.height);
    }
  return child;
}

/* All of one line stands on its middle: words of two scripts are of two heights. */
static void
allocate_line (DaftarWrapLayout *self,
               GtkWidget        *box,
               GtkWidget        *first,
               GtkWidget        *end,
               int               width,
               int               y,
               int               height)
{
  gboolean rtl = gtk_widget_get_direction (box) == GTK_TEXT_DIR_RTL;
  int x = 0;

  for (GtkWidget *child = first; child != end; child = gtk_widget_get_next_sibling (child))
    {
      GtkRequisition natural;
      int child_width;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_get_preferred_size (child, NULL, &natural);
      child_width = MIN (natural.width, width);
      gtk_widget_size_allocate (child,
                                &(GtkAllocation) { rtl ? width - x - child_width : x, y + (height - natural.height) / 2,
                                                   child_width, natural.height },
                                -1);
      x += child_width + self->spacing;
    }
}

/* Goes over all lines of @width; places the children if they are to be laid out, and returns the height. */
static int
flow (DaftarWrapLayout *self,
      GtkWidget        *box,
      int               width,
      gboolean          place)
{
  GtkWidget *first = gtk_widget_get_first_child (box);
  int y = 0;

  while (first != NULL)
    {
      int height;
      GtkWidget *end = measure_line (self, first, width, &height);

      if (place)
        allocate_line (self, box, first, end, width, y, height);
      y += height + (end != NULL ? self->spacing : 0);
      first = end;
    }
  return y;
}

static GtkSizeRequestMode
get_request_mode (GtkLayoutManager *manager,
                  GtkWidget        *box)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure (GtkLayoutManager *manager,
         GtkWidget        *box,
         GtkOrientation    orientation,
         int               for_size,
         int              *minimum,
         int              *natural,
         int              *minimum_baseline,
         int              *natural_baseline)
{
  DaftarWrapLayout *self = DAFTAR_WRAP_LAYOUT (manager);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = flow (self, box, for_size >= 0 ? for_size : G_MAXINT / 2, FALSE);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (box); child; child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? self->spacing : 0);
    }
}

static void
allocate (GtkLayoutManager *manager,
          GtkWidget        *box,
          int               width,
          int               height,
          int               baseline)
{
  flow (DAFTAR_WRAP_LAYOUT (manager), box, width, TRUE);
}

static void
daftar_wrap_layout_class_init (DaftarWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = get_request_mode;
  manager_class->measure = measure;
  manager_class->allocate = allocate;
}

static void
daftar_wrap_layout_init (DaftarWrapLayout *self)
{
}

/**
 * daftar_wrap_new:
 * @spacing: between the children and between the lines
 *
 * Returns: (transfer floating): a #GtkBox whose children go on in the next line
 */
GtkWidget *
daftar_wrap_new (int spacing)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  DaftarWrapLayout *layout = g_object_new (DAFTAR_TYPE_WRAP_LAYOUT, NULL);

  layout->spacing = spacing;
  gtk_widget_set_layout_manager (box, GTK_LAYOUT_MANAGER (layout));
  return box;
}
