/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-time-label.h"

/* A moment in words that stay true while one looks: "in 20 min", a minute later "in 19 min"; exact in the tooltip. */
struct _DaftarTimeLabel
{
  GtkWidget parent_instance;

  GtkWidget *label;
  DaftarClock *clock;
  DaftarFormat *format;
  gint64 at;
  guint timer;
};

G_DEFINE_FINAL_TYPE (DaftarTimeLabel, daftar_time_label, GTK_TYPE_WIDGET)

static gboolean tick_cb (gpointer data);

static void
render (DaftarTimeLabel *self)
{
  gint64 now = daftar_clock_now (self->clock);
  g_autofree char *near = NULL;
  g_autofree char *exact = NULL;

  if (self->at)
    {
      near = daftar_format_moment (self->format, self->at, now, DAFTAR_MOMENT_RELATIVE);
      exact = daftar_format_moment (self->format, self->at, now, DAFTAR_MOMENT_EXACT);
    }
  gtk_label_set_text (GTK_LABEL (self->label), near ? near : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), exact);
}

static void
arm (DaftarTimeLabel *self)
{
  gint64 now = daftar_clock_now (self->clock);

  if (self->timer)
    daftar_clock_cancel (self->clock, self->timer);
  self->timer = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->timer = daftar_clock_call_at (self->clock, now + G_TIME_SPAN_MINUTE - now % G_TIME_SPAN_MINUTE, tick_cb, self, NULL);
}

static gboolean
tick_cb (gpointer data)
{
  DaftarTimeLabel *self = data;

  self->timer = 0;
  render (self);
  arm (self);
  return G_SOURCE_REMOVE;
}

static void
daftar_time_label_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (daftar_time_label_parent_class)->map (widget);
  render (DAFTAR_TIME_LABEL (widget));
  arm (DAFTAR_TIME_LABEL (widget));
}

static void
daftar_time_label_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (daftar_time_label_parent_class)->unmap (widget);
  arm (DAFTAR_TIME_LABEL (widget));
}

static void
daftar_time_label_dispose (GObject *object)
{
  DaftarTimeLabel *self = DAFTAR_TIME_LABEL (object);

  if (self->timer)
    daftar_clock_cancel (self->clock, self->timer);
  self->timer = 0;
  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->format, daftar_format_unref);
  G_OBJECT_CLASS (daftar_time_label_parent_class)->dispose (object);
}

static void
daftar_time_label_class_init (DaftarTimeLabelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daftar_time_label_dispose;
  widget_class->map = daftar_time_label_map;
  widget_class->unmap = daftar_time_label_unmap;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
daftar_time_label_init (DaftarTimeLabel *self)
{
  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->label), 1);
  gtk_widget_add_css_class (self->label, "daftar-numbers");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

/**
 * daftar_time_label_new:
 * @clock: whose now counts
 * @format: how times are written
 *
 * Returns: a label without a moment yet
 */
GtkWidget *
daftar_time_label_new (DaftarClock  *clock,
                       DaftarFormat *format)
{
  DaftarTimeLabel *self = g_object_new (DAFTAR_TYPE_TIME_LABEL, NULL);

  self->clock = g_object_ref (clock);
  self->format = daftar_format_ref (format);
  return GTK_WIDGET (self);
}

/**
 * daftar_time_label_set_moment:
 * @self: the label
 * @at: the moment in microseconds UTC; 0 for none
 */
void
daftar_time_label_set_moment (DaftarTimeLabel *self,
                              gint64           at)
{
  g_return_if_fail (DAFTAR_IS_TIME_LABEL (self));

  self->at = at;
  render (self);
}
