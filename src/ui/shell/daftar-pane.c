/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-pane.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* A header bar and what stands below it: one pane of the window. It finds out by itself, from the leaflets around it,
 * where it stands, and shows the window's buttons, the way back and the way to the sidebar accordingly.
 *
 * In a .ui file: <child type="start">, <child type="end"> go into the header bar, <child type="title"> is its title,
 * <child type="top"> and <child type="bottom"> stand fixed above and below, any other child is the content. */
struct _DaftarPane
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *header;
  GtkWidget *title;
  GtkWidget *back;
  GtkWidget *sidebar;
  GtkWidget *child;
  GtkWidget *last_top;

  GPtrArray *leaflets; /* those around it, innermost first, while it is in a window */
  AdwLeaflet *back_leaflet;
};

static void daftar_pane_buildable_init (GtkBuildableIface *iface);

static GtkBuildableIface *parent_buildable;

G_DEFINE_FINAL_TYPE_WITH_CODE (DaftarPane, daftar_pane, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, daftar_pane_buildable_init))

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_CHILD,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* Where the pane stands in a leaflet: what is seen before and after it, and whether something before it is hidden.
 * Asked of the leaflet's pages, since its widget children are more (shadows, shields). */
static void
look_around (AdwLeaflet *leaflet,
             GtkWidget  *self,
             gboolean   *before,
             gboolean   *after,
             gboolean   *hidden_before)
{
  g_autoptr (GtkSelectionModel) pages = adw_leaflet_get_pages (leaflet);
  gboolean passed = FALSE;

  *before = *after = *hidden_before = FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++)
    {
      g_autoptr (AdwLeafletPage) page = g_list_model_get_item (G_LIST_MODEL (pages), i);
      GtkWidget *child = adw_leaflet_page_get_child (page);

      if (gtk_widget_is_ancestor (self, child) || self == child)
        passed = TRUE;
      else if (adw_leaflet_page_get_navigatable (page) && gtk_widget_get_visible (child))
        *(passed ? after : before) = TRUE;
      else if (adw_leaflet_page_get_navigatable (page) && !passed)
        *hidden_before = TRUE;
    }
}

static void
update (DaftarPane *self)
{
  gboolean start = TRUE, end = TRUE, hidden_sidebar = FALSE;

  self->back_leaflet = NULL;
  for (guint i = 0; self->leaflets && i < self->leaflets->len; i++)
    {
      AdwLeaflet *leaflet = g_ptr_array_index (self->leaflets, i);
      gboolean before, after, hidden_before;

      look_around (leaflet, GTK_WIDGET (self), &before, &after, &hidden_before);
      if (!adw_leaflet_get_folded (leaflet))
        {
          hidden_sidebar = hidden_sidebar || (hidden_before && start);
          start = start && !before;
          end = end && !after;
        }
      else if (before && start && !self->back_leaflet)
        self->back_leaflet = leaflet;
    }
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (self->header), start);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (self->header), end);
  gtk_widget_set_visible (self->back, self->back_leaflet != NULL);
  gtk_widget_set_visible (self->sidebar, hidden_sidebar && !self->back_leaflet);
}

static void
back_clicked_cb (DaftarPane *self)
{
  if (self->back_leaflet)
    adw_leaflet_navigate (self->back_leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
unwatch (DaftarPane *self)
{
  for (guint i = 0; self->leaflets && i < self->leaflets->len; i++)
    {
      AdwLeaflet *leaflet = g_ptr_array_index (self->leaflets, i);

      g_signal_handlers_disconnect_by_data (leaflet, self);
      for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (leaflet)); child;
           child = gtk_widget_get_next_sibling (child))
        g_signal_handlers_disconnect_by_data (child, self);
    }
  g_clear_pointer (&self->leaflets, g_ptr_array_unref);
  self->back_leaflet = NULL;
}

static void
daftar_pane_root (GtkWidget *widget)
{
  DaftarPane *self = DAFTAR_PANE (widget);

  GTK_WIDGET_CLASS (daftar_pane_parent_class)->root (widget);
  self->leaflets = g_ptr_array_new_with_free_func (g_object_unref);
  for (GtkWidget *up = gtk_widget_get_parent (widget); up; up = gtk_widget_get_parent (up))
    if (ADW_IS_LEAFLET (up))
      {
        g_ptr_array_add (self->leaflets, g_object_ref (up));
        g_signal_connect_swapped (up, "notify::folded", G_CALLBACK (update), self);
        for (GtkWidget *child = gtk_widget_get_first_child (up); child; child = gtk_widget_get_next_sibling (child))
          g_signal_connect_swapped (child, "notify::visible", G_CALLBACK (update), self);
      }
  update (self);
}

static void
daftar_pane_unroot (GtkWidget *widget)
{
  unwatch (DAFTAR_PANE (widget));
  GTK_WIDGET_CLASS (daftar_pane_parent_class)->unroot (widget);
}

static void
daftar_pane_add_child (GtkBuildable *buildable,
                       GtkBuilder   *builder,
                       GObject      *child,
                       const char   *type)
{
  DaftarPane *self = DAFTAR_PANE (buildable);

  /* The template's own box comes first. */
  if (!self->box || !GTK_IS_WIDGET (child))
    parent_buildable->add_child (buildable, builder, child, type);
  else if (g_strcmp0 (type, "start") == 0)
    daftar_pane_pack_start (self, GTK_WIDGET (child));
  else if (g_strcmp0 (type, "end") == 0)
    daftar_pane_pack_end (self, GTK_WIDGET (child));
  else if (g_strcmp0 (type, "title") == 0)
    daftar_pane_set_title_widget (self, GTK_WIDGET (child));
  else if (g_strcmp0 (type, "top") == 0)
    daftar_pane_add_top (self, GTK_WIDGET (child));
  else if (g_strcmp0 (type, "bottom") == 0)
    daftar_pane_add_bottom (self, GTK_WIDGET (child));
  else
    daftar_pane_set_child (self, GTK_WIDGET (child));
}

static void
daftar_pane_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = daftar_pane_add_child;
}

static void
daftar_pane_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  DaftarPane *self = DAFTAR_PANE (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, adw_window_title_get_title (ADW_WINDOW_TITLE (self->title)));
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, adw_window_title_get_subtitle (ADW_WINDOW_TITLE (self->title)));
      break;
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
daftar_pane_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  DaftarPane *self = DAFTAR_PANE (object);
  const char *text;

  switch (prop_id)
    {
    case PROP_TITLE:
      text = g_value_get_string (value);
      adw_window_title_set_title (ADW_WINDOW_TITLE (self->title), text ? text : "");
      break;
    case PROP_SUBTITLE:
      text = g_value_get_string (value);
      adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title), text ? text : "");
      break;
    case PROP_CHILD:
      daftar_pane_set_child (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
daftar_pane_dispose (GObject *object)
{
  DaftarPane *self = DAFTAR_PANE (object);

  unwatch (self);
  g_clear_object (&self->title);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (daftar_pane_parent_class)->dispose (object);
}

static void
daftar_pane_class_init (DaftarPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = daftar_pane_get_property;
  object_class->set_property = daftar_pane_set_property;
  object_class->dispose = daftar_pane_dispose;
  widget_class->root = daftar_pane_root;
  widget_class->unroot = daftar_pane_unroot;

  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daftarapp/Daftar/ui/shell/daftar-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, DaftarPane, box);
  gtk_widget_class_bind_template_child (widget_class, DaftarPane, header);
  gtk_widget_class_bind_template_child (widget_class, DaftarPane, title);
  gtk_widget_class_bind_template_child (widget_class, DaftarPane, back);
  gtk_widget_class_bind_template_child (widget_class, DaftarPane, sidebar);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
}

static void
daftar_pane_init (DaftarPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->last_top = self->header;
  /* It stays readable by title and subtitle when another widget stands in its place. */
  g_object_ref (self->title);
}

/**
 * daftar_pane_new:
 * @title: (nullable): its title
 *
 * Returns: a pane without content
 */
GtkWidget *
daftar_pane_new (const char *title)
{
  return g_object_new (DAFTAR_TYPE_PANE, "title", title, NULL);
}

/**
 * daftar_pane_set_title:
 * @self: the pane
 * @title: (nullable): its title
 * @subtitle: (nullable): what stands small below
 */
void
daftar_pane_set_title (DaftarPane *self,
                       const char *title,
                       const char *subtitle)
{
  g_object_set (self, "title", title, "subtitle", subtitle, NULL);
}

/**
 * daftar_pane_set_title_widget:
 * @self: the pane
 * @widget: what stands in the middle of the header bar instead of the title
 */
void
daftar_pane_set_title_widget (DaftarPane *self,
                              GtkWidget  *widget)
{
  g_return_if_fail (DAFTAR_IS_PANE (self));

  adw_header_bar_set_title_widget (ADW_HEADER_BAR (self->header), widget);
}

/**
 * daftar_pane_set_child:
 * @self: the pane
 * @child: (nullable): its content
 */
void
daftar_pane_set_child (DaftarPane *self,
                       GtkWidget  *child)
{
  g_return_if_fail (DAFTAR_IS_PANE (self));

  if (self->child == child)
    return;
  if (self->child)
    gtk_box_remove (GTK_BOX (self->box), self->child);
  self->child = child;
  if (child)
    {
      gtk_widget_set_vexpand (child, TRUE);
      gtk_box_insert_child_after (GTK_BOX (self->box), child, self->last_top);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHILD]);
}

/**
 * daftar_pane_pack_start:
 * @self: the pane
 * @widget: goes to the start of the header bar
 */
void
daftar_pane_pack_start (DaftarPane *self,
                        GtkWidget  *widget)
{
  adw_header_bar_pack_start (ADW_HEADER_BAR (self->header), widget);
}

/**
 * daftar_pane_pack_end:
 * @self: the pane
 * @widget: goes to the end of the header bar
 */
void
daftar_pane_pack_end (DaftarPane *self,
                      GtkWidget  *widget)
{
  adw_header_bar_pack_end (ADW_HEADER_BAR (self->header), widget);
}

/**
 * daftar_pane_add_top:
 * @self: the pane
 * @widget: stays below the header bar while the content scrolls: a search entry, a row of filters, a notice
 */
void
daftar_pane_add_top (DaftarPane *self,
                     GtkWidget  *widget)
{
  gtk_box_insert_child_after (GTK_BOX (self->box), widget, self->last_top);
  self->last_top = widget;
}

/**
 * daftar_pane_add_bottom:
 * @self: the pane
 * @widget: stays at the foot: a composer, a bar of actions
 */
void
daftar_pane_add_bottom (DaftarPane *self,
                        GtkWidget  *widget)
{
  gtk_box_append (GTK_BOX (self->box), widget);
}
