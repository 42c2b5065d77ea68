/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-sticky-scroll.h"

/* The list always has the height that is left below the bar. As long as the top shows it reaches beyond the lower edge
 * by as much; so scrolling lays nothing out anew. Its own adjustment begins to move when the top is gone. */
struct _DaftarStickyScroll
{
  GtkWidget parent_instance;

  GtkWidget *top;
  GtkWidget *bar;
  GtkWidget *list; /* a GtkScrollable */
  GtkAdjustment *inner;
  GtkAdjustment *hadjustment;
  GtkAdjustment *vadjustment;
  int top_height;
  int bar_height;
  guint focus_idle;
  gboolean updating;
};

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

G_DEFINE_FINAL_TYPE_WITH_CODE (DaftarStickyScroll, daftar_sticky_scroll, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/* --- The two adjustments. -------------------------------------------------------------------------- */

static void
value_cb (DaftarStickyScroll *self)
{
  if (self->updating)
    return;
  self->updating = TRUE;
  gtk_adjustment_set_value (self->inner, MAX (0, gtk_adjustment_get_value (self->vadjustment) - self->top_height));
  self->updating = FALSE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* The list scrolled by itself: the keyboard went on to a row beyond its edge. */
static void
inner_value_cb (DaftarStickyScroll *self)
{
  if (!self->updating && self->vadjustment != NULL)
    gtk_adjustment_set_value (self->vadjustment, self->top_height + gtk_adjustment_get_value (self->inner));
}

static void
inner_changed_cb (DaftarStickyScroll *self)
{
  if (!self->updating)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* A list that is shorter than its place still says that it fills it. */
static double
list_height (DaftarStickyScroll *self,
             int                 width,
             int                 page)
{
  double upper = gtk_adjustment_get_upper (self->inner);
  int natural = 0;

  if (upper > page)
    return upper;
  gtk_widget_measure (self->list, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return MIN (natural, page);
}

static void
configure (DaftarStickyScroll *self,
           int                 width,
           int                 height,
           int                 page)
{
  double value = gtk_adjustment_get_value (self->vadjustment);
  double inner = gtk_adjustment_get_value (self->inner);
  double upper = MAX (height, self->top_height + self->bar_height + list_height (self, width, page));

  /* Rows that became known above may have moved the list's place. */
  if (inner > 0)
    value = self->top_height + inner;
  gtk_adjustment_configure (self->vadjustment, CLAMP (value, 0, upper - height), 0, upper, height * 0.1, height * 0.9,
                            height);
}

/* --- Layout. --------------------------------------------------------------------------------------- */

static void
daftar_sticky_scroll_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  DaftarStickyScroll *self = DAFTAR_STICKY_SCROLL (widget);
  GtkWidget *children[] = { self->top, self->bar, self->list };

  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    {
      int child_minimum, child_natural;

      if (children[i] == NULL)
        continue;
      gtk_widget_measure (children[i], orientation, orientation == GTK_ORIENTATION_HORIZONTAL ? -1 : for_size,
                          &child_minimum, &child_natural, NULL, NULL);
      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        {
          *minimum = MAX (*minimum, child_minimum);
          *natural = MAX (*natural, child_natural);
        }
      else
        *natural += child_natural;
    }
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = MIN (*natural, 120);
}

static int
height_for (GtkWidget *child,
            int        width)
{
  int minimum = 0, natural = 0;

  if (gtk_widget_should_layout (child))
    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL, NULL);
  return natural;
}

static void
place (GtkWidget *child,
       int        y,
       int        width,
       int        height)
{
  if (gtk_widget_should_layout (child))
    gtk_widget_size_allocate (child, &(GtkAllocation) { 0, y, width, height }, -1);
}

static void
daftar_sticky_scroll_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  DaftarStickyScroll *self = DAFTAR_STICKY_SCROLL (widget);
  int page, above;

  if (self->vadjustment == NULL)
    return;
  self->updating = TRUE;
  self->top_height = height_for (self->top, width);
  self->bar_height = height_for (self->bar, width);
  page = MAX (height - self->bar_height, 1);
  /* Twice at most: what the list learns of its rows may move its place. */
  for (int i = 0; i < 2; i++)
    {
      double value = gtk_adjustment_get_value (self->vadjustment);

      gtk_adjustment_set_value (self->inner, MAX (0, value - self->top_height));
      above = MAX (0, self->top_height - (int) value);
      place (self->list, above + self->bar_height, width, page);
      configure (self, width, height, page);
      if (gtk_adjustment_get_value (self->vadjustment) == value)
        break;
    }
  above = MAX (0, self->top_height - (int) gtk_adjustment_get_value (self->vadjustment));
  place (self->top, above - self->top_height, width, self->top_height);
  place (self->bar, above, width, self->bar_height);
  self->updating = FALSE;
}

/* --- Where the keyboard goes is seen. -------------------------------------------------------------- */

static gboolean
show_focus_cb (gpointer data)
{
  DaftarStickyScroll *self = data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  graphene_rect_t bounds;
  double value, page, y, above;

  self->focus_idle = 0;
  if (focus == NULL || self->vadjustment == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self))
      || gtk_widget_is_ancestor (focus, self->bar)
      || !gtk_widget_compute_bounds (focus, GTK_WIDGET (self), &bounds))
    return G_SOURCE_REMOVE;
  value = gtk_adjustment_get_value (self->vadjustment);
  page = gtk_adjustment_get_page_size (self->vadjustment);
  y = bounds.origin.y;
  above = gtk_widget_is_ancestor (focus, self->list) ? self->bar_height : 0;
  if (y < above && value > 0 && gtk_widget_is_ancestor (focus, self->top))
    gtk_adjustment_set_value (self->vadjustment, MAX (0, value + y - 12));
  else if (y + bounds.size.height > page && bounds.size.height < page - above)
    gtk_adjustment_set_value (self->vadjustment, value + y + bounds.size.height - page + 6);
  return G_SOURCE_REMOVE;
}

static void
daftar_sticky_scroll_set_focus_child (GtkWidget *widget,
                                      GtkWidget *child)
{
  DaftarStickyScroll *self = DAFTAR_STICKY_SCROLL (widget);

  GTK_WIDGET_CLASS (daftar_sticky_scroll_parent_class)->set_focus_child (widget, child);
  if (child != NULL && self->focus_idle == 0)
    self->focus_idle = g_idle_add (show_focus_cb, self);
}

/* --- The object. ----------------------------------------------------------------------------------- */

static void
set_vadjustment (DaftarStickyScroll *self,
                 GtkAdjustment      *adjustment)
{
  if (self->vadjustment != NULL)
    g_signal_handlers_disconnect_by_func (self->vadjustment, value_cb, self);
  g_set_object (&self->vadjustment, adjustment);
  if (adjustment != NULL)
    g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (value_cb), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
daftar_sticky_scroll_get_property (GObject    *object,
                                   guint       property,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  DaftarStickyScroll *self = DAFTAR_STICKY_SCROLL (object);

  switch (property)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, GTK_SCROLL_MINIMUM);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
daftar_sticky_scroll_set_property (GObject      *object,
                                   guint         property,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  DaftarStickyScroll *self = DAFTAR_STICKY_SCROLL (object);

  switch (property)
    {
    case PROP_HADJUSTMENT:
      g_set_object (&self->hadjustment, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_vadjustment (self, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
daftar_sticky_scroll_dispose (GObject *object)
{
  DaftarStickyScroll *self = DAFTAR_STICKY_SCROLL (object);

  g_clear_handle_id (&self->focus_idle, g_source_remove);
  if (self->vadjustment != NULL)
    g_signal_handlers_disconnect_by_func (self->vadjustment, value_cb, self);
  g_clear_object (&self->vadjustment);
  g_clear_object (&self->hadjustment);
  g_clear_pointer (&self->list, gtk_widget_unparent);
  g_clear_pointer (&self->top, gtk_widget_unparent);
  g_clear_pointer (&self->bar, gtk_widget_unparent);
  g_clear_object (&self->inner);
  G_OBJECT_CLASS (daftar_sticky_scroll_parent_class)->dispose (object);
}

static void
daftar_sticky_scroll_class_init (DaftarStickyScrollClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = daftar_sticky_scroll_get_property;
  object_class->set_property = daftar_sticky_scroll_set_property;
  object_class->dispose = daftar_sticky_scroll_dispose;
  widget_class->measure = daftar_sticky_scroll_measure;
  widget_class->size_allocate = daftar_sticky_scroll_size_allocate;
  widget_class->set_focus_child = daftar_sticky_scroll_set_focus_child;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
daftar_sticky_scroll_init (DaftarStickyScroll *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * daftar_sticky_scroll_new:
 * @top: what goes away upwards
 * @bar: what stays
 * @list: a #GtkScrollable, such as a #GtkListView
 *
 * Returns: (transfer floating): all three as one page
 */
GtkWidget *
daftar_sticky_scroll_new (GtkWidget *top,
                          GtkWidget *bar,
                          GtkWidget *list)
{
  DaftarStickyScroll *self = g_object_new (DAFTAR_TYPE_STICKY_SCROLL, NULL);

  self->top = top;
  self->bar = bar;
  self->list = list;
  self->inner = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  gtk_scrollable_set_vadjustment (GTK_SCROLLABLE (list), self->inner);
  g_signal_connect_object (self->inner, "value-changed", G_CALLBACK (inner_value_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->inner, "changed", G_CALLBACK (inner_changed_cb), self, G_CONNECT_SWAPPED);
  /* In the order of the keyboard. */
  gtk_widget_set_parent (top, GTK_WIDGET (self));
  gtk_widget_set_parent (bar, GTK_WIDGET (self));
  gtk_widget_set_parent (list, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

/**
 * daftar_sticky_scroll_to_top:
 * @self: the page
 *
 * Goes back to its beginning.
 */
void
daftar_sticky_scroll_to_top (DaftarStickyScroll *self)
{
  if (self->vadjustment != NULL)
    gtk_adjustment_set_value (self->vadjustment, 0);
}
