/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-fold.h"

/* A bin that knows whether it is narrower than a threshold: what AdwBreakpoint does from libadwaita 1.4 on. */
struct _DaftarFold
{
  GtkWidget parent_instance;

  GtkWidget *child;
  int threshold;
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (DaftarFold, daftar_fold, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_CHILD,
  PROP_THRESHOLD,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
daftar_fold_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  DaftarFold *self = DAFTAR_FOLD (widget);

  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
  if (self->child)
    gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
daftar_fold_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  DaftarFold *self = DAFTAR_FOLD (widget);
  gboolean narrow = width < self->threshold;

  /* Before the child gets its size, so that nobody sees a frame of the other layout. */
  if (narrow != self->narrow)
    {
      self->narrow = narrow;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NARROW]);
    }
  if (self->child)
    gtk_widget_size_allocate (self->child, &(GtkAllocation) { 0, 0, width, height }, baseline);
}

static void
daftar_fold_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  DaftarFold *self = DAFTAR_FOLD (object);

  switch (prop_id)
    {
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;
    case PROP_THRESHOLD:
      g_value_set_int (value, self->threshold);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
daftar_fold_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  DaftarFold *self = DAFTAR_FOLD (object);

  switch (prop_id)
    {
    case PROP_CHILD:
      daftar_fold_set_child (self, g_value_get_object (value));
      break;
    case PROP_THRESHOLD:
      self->threshold = g_value_get_int (value);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
daftar_fold_dispose (GObject *object)
{
  DaftarFold *self = DAFTAR_FOLD (object);

  g_clear_pointer (&self->child, gtk_widget_unparent);
  G_OBJECT_CLASS (daftar_fold_parent_class)->dispose (object);
}

static void
daftar_fold_class_init (DaftarFoldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = daftar_fold_get_property;
  object_class->set_property = daftar_fold_set_property;
  object_class->dispose = daftar_fold_dispose;
  widget_class->measure = daftar_fold_measure;
  widget_class->size_allocate = daftar_fold_size_allocate;

  props[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_THRESHOLD] = g_param_spec_int ("threshold", NULL, NULL, 0, G_MAXINT, 720,
                                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
daftar_fold_init (DaftarFold *self)
{
  self->threshold = 720;
}

/**
 * daftar_fold_new:
 * @threshold: the width in pixels below which it is narrow
 *
 * Returns: a bin with the property `narrow`
 */
GtkWidget *
daftar_fold_new (int threshold)
{
  return g_object_new (DAFTAR_TYPE_FOLD, "threshold", threshold, NULL);
}

/**
 * daftar_fold_set_child:
 * @self: the bin
 * @child: (nullable): what it holds
 */
void
daftar_fold_set_child (DaftarFold *self,
                       GtkWidget  *child)
{
  g_return_if_fail (DAFTAR_IS_FOLD (self));

  if (self->child == child)
    return;
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHILD]);
}

/**
 * daftar_fold_get_narrow:
 * @self: the bin
 *
 * Returns: whether it is narrower than its threshold
 */
gboolean
daftar_fold_get_narrow (DaftarFold *self)
{
  g_return_val_if_fail (DAFTAR_IS_FOLD (self), FALSE);

  return self->narrow;
}

/**
 * daftar_fold_start_narrow:
 * @self: a bin that has no size yet
 *
 * Takes it for narrow until there is room: what stands in a page that nobody has seen would otherwise demand the room of
 * its wide layout, and the window would grow for it.
 */
void
daftar_fold_start_narrow (DaftarFold *self)
{
  g_return_if_fail (DAFTAR_IS_FOLD (self));

  if (self->narrow)
    return;
  self->narrow = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NARROW]);
}
