/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-split.h"

#include <adwaita.h>

#define LIST_WIDTH 320
#define LIST_WIDEST 380
#define ANY_WIDTH 16384 /* G_MAXINT would overflow in the leaflet's sums */
#define DETAIL_WIDTH 340

/* List and detail side by side, folding into one pane where both do not fit. AdwNavigationSplitView replaces the
 * leaflet from libadwaita 1.4 on: only this file knows. */
struct _DaftarSplit
{
  GtkWidget parent_instance;

  AdwLeaflet *leaflet;
  GtkWidget *clamp; /* round the list: its rows must not make it wider than a list */
  GtkWidget *list;
  GtkWidget *detail;
};

G_DEFINE_FINAL_TYPE (DaftarSplit, daftar_split, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_LIST,
  PROP_DETAIL,
  PROP_FOLDED,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
folded_cb (DaftarSplit *self)
{
  int widest = adw_leaflet_get_folded (self->leaflet) ? ANY_WIDTH : LIST_WIDEST;

  adw_clamp_set_maximum_size (ADW_CLAMP (self->clamp), widest);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (self->clamp), widest);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FOLDED]);
}

static void
daftar_split_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  DaftarSplit *self = DAFTAR_SPLIT (object);

  switch (prop_id)
    {
    case PROP_LIST:
      g_value_set_object (value, self->list);
      break;
    case PROP_DETAIL:
      g_value_set_object (value, self->detail);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, adw_leaflet_get_folded (self->leaflet));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
daftar_split_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  DaftarSplit *self = DAFTAR_SPLIT (object);

  switch (prop_id)
    {
    case PROP_LIST:
      daftar_split_set_list (self, g_value_get_object (value));
      break;
    case PROP_DETAIL:
      daftar_split_set_detail (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
daftar_split_dispose (GObject *object)
{
  DaftarSplit *self = DAFTAR_SPLIT (object);
  if (self->leaflet)
    gtk_widget_unparent (GTK_WIDGET (self->leaflet));
  self->leaflet = NULL;
  G_OBJECT_CLASS (daftar_split_parent_class)->dispose (object);
}

static void
daftar_split_class_init (DaftarSplitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = daftar_split_get_property;
  object_class->set_property = daftar_split_set_property;
  object_class->dispose = daftar_split_dispose;

  props[PROP_LIST] = g_param_spec_object ("list", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_DETAIL] = g_param_spec_object ("detail", NULL, NULL, GTK_TYPE_WIDGET,
                                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
daftar_split_init (DaftarSplit *self)
{
  GtkWidget *separator = gtk_separator_new (GTK_ORIENTATION_VERTICAL);

  self->leaflet = ADW_LEAFLET (adw_leaflet_new ());
  adw_leaflet_set_can_navigate_back (self->leaflet, TRUE);
  adw_leaflet_set_fold_threshold_policy (self->leaflet, ADW_FOLD_THRESHOLD_POLICY_MINIMUM);
  self->clamp = adw_clamp_new ();
  gtk_widget_set_hexpand (self->clamp, FALSE);
  adw_leaflet_append (self->leaflet, self->clamp);
  adw_leaflet_page_set_navigatable (adw_leaflet_append (self->leaflet, separator), FALSE);
  g_signal_connect_object (self->leaflet, "notify::folded", G_CALLBACK (folded_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (self->leaflet), GTK_WIDGET (self));
  folded_cb (self);
}

/**
 * daftar_split_new:
 * @list: the pane with the list
 * @detail: the pane with what was chosen in it
 *
 * Returns: both, side by side or one above the other as there is room
 */
GtkWidget *
daftar_split_new (GtkWidget *list,
                  GtkWidget *detail)
{
  return g_object_new (DAFTAR_TYPE_SPLIT, "list", list, "detail", detail, NULL);
}

/**
 * daftar_split_set_list:
 * @self: the split
 * @list: the pane with the list; set once
 */
void
daftar_split_set_list (DaftarSplit *self,
                       GtkWidget   *list)
{
  g_return_if_fail (DAFTAR_IS_SPLIT (self));
  if (!list || self->list)
    return;

  self->list = list;
  gtk_widget_set_size_request (list, LIST_WIDTH, -1);
  adw_clamp_set_child (ADW_CLAMP (self->clamp), list);
}

/**
 * daftar_split_set_detail:
 * @self: the split
 * @detail: the pane with the detail; set once
 */
void
daftar_split_set_detail (DaftarSplit *self,
                         GtkWidget   *detail)
{
  g_return_if_fail (DAFTAR_IS_SPLIT (self));
  if (!detail || self->detail)
    return;

  self->detail = detail;
  gtk_widget_set_size_request (detail, DETAIL_WIDTH, -1);
  gtk_widget_set_hexpand (detail, TRUE);
  adw_leaflet_append (self->leaflet, detail);
  adw_leaflet_set_visible_child (self->leaflet, self->clamp);
}

/**
 * daftar_split_show_detail:
 * @self: the split
 *
 * Brings the detail to the front where only one pane fits.
 */
void
daftar_split_show_detail (DaftarSplit *self)
{
  g_return_if_fail (DAFTAR_IS_SPLIT (self));

  adw_leaflet_set_visible_child (self->leaflet, self->detail);
}

/**
 * daftar_split_show_list:
 * @self: the split
 *
 * Goes back to the list where only one pane fits.
 *
 * Returns: whether the detail had covered the list
 */
gboolean
daftar_split_show_list (DaftarSplit *self)
{
  gboolean covered;

  g_return_val_if_fail (DAFTAR_IS_SPLIT (self), FALSE);

  covered = adw_leaflet_get_folded (self->leaflet) && adw_leaflet_get_visible_child (self->leaflet) == self->detail;
  adw_leaflet_set_visible_child (self->leaflet, self->clamp);
  return covered;
}

/**
 * daftar_split_get_folded:
 * @self: the split
 *
 * Returns: whether only one of both is seen
 */
gboolean
daftar_split_get_folded (DaftarSplit *self)
{
  g_return_val_if_fail (DAFTAR_IS_SPLIT (self), FALSE);

  return adw_leaflet_get_folded (self->leaflet);
}

/**
 * daftar_split_set_one:
 * @self: the split
 * @one: whether only one of both is shown whatever room there is
 *
 * For a list that is a table: it takes the room of both, and the detail covers it.
 */
void
daftar_split_set_one (DaftarSplit *self,
                      gboolean     one)
{
  g_return_if_fail (DAFTAR_IS_SPLIT (self));

  adw_leaflet_set_can_unfold (self->leaflet, !one);
}
