/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-id-selection.h"

struct _DaftarIdSelection
{
  GObject parent_instance;

  DaftarIdList *list;
  gint64 id;      /* 0: none */
  guint position; /* of @id, as far as it is in the list; else GTK_INVALID_LIST_POSITION */
};

enum
{
  PROP_0,
  PROP_ID,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void list_model_init (GListModelInterface *iface);
static void selection_model_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DaftarIdSelection, daftar_id_selection, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_init))

static GType
get_item_type (GListModel *model)
{
  return DAFTAR_TYPE_LIST_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (DAFTAR_ID_SELECTION (model)->list));
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  return g_list_model_get_item (G_LIST_MODEL (DAFTAR_ID_SELECTION (model)->list), position);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static gboolean
is_selected (GtkSelectionModel *model,
             guint              position)
{
  return position == DAFTAR_ID_SELECTION (model)->position;
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model,
                        guint              position,
                        guint              n_items)
{
  DaftarIdSelection *self = DAFTAR_ID_SELECTION (model);
  GtkBitset *set = gtk_bitset_new_empty ();

  if (self->position != GTK_INVALID_LIST_POSITION)
    gtk_bitset_add (set, self->position);
  return set;
}

static void
move_to (DaftarIdSelection *self,
         guint              position)
{
  guint old = self->position;

  if (old == position)
    return;
  self->position = position;
  if (old != GTK_INVALID_LIST_POSITION && old < get_n_items (G_LIST_MODEL (self)))
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), old, 1);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), position, 1);
}

static gboolean
select_item (GtkSelectionModel *model,
             guint              position,
             gboolean           unselect_rest)
{
  DaftarIdSelection *self = DAFTAR_ID_SELECTION (model);
  gint64 id = daftar_id_list_get_id (self->list, position);

  if (id == 0)
    return FALSE;
  move_to (self, position);
  if (self->id != id)
    {
      self->id = id;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ID]);
    }
  return TRUE;
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->select_item = select_item;
}

/* Rows before the selected one shift it; only when its own stretch was replaced it is looked for. */
static void
items_changed_cb (DaftarIdSelection *self,
                  guint              position,
                  guint              removed,
                  guint              added)
{
  guint found = GTK_INVALID_LIST_POSITION;

  if (self->position != GTK_INVALID_LIST_POSITION && self->position < position)
    found = self->position;
  else if (self->position != GTK_INVALID_LIST_POSITION && self->position >= position + removed)
    found = self->position - removed + added;
  else if (self->id != 0)
    daftar_id_list_find (self->list, self->id, &found);
  self->position = found;
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
daftar_id_selection_get_property (GObject    *object,
                                  guint       property,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  g_value_set_int64 (value, DAFTAR_ID_SELECTION (object)->id);
}

static void
daftar_id_selection_finalize (GObject *object)
{
  g_object_unref (DAFTAR_ID_SELECTION (object)->list);
  G_OBJECT_CLASS (daftar_id_selection_parent_class)->finalize (object);
}

static void
daftar_id_selection_class_init (DaftarIdSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = daftar_id_selection_get_property;
  object_class->finalize = daftar_id_selection_finalize;
  props[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0,
                                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
daftar_id_selection_init (DaftarIdSelection *self)
{
  self->position = GTK_INVALID_LIST_POSITION;
}

/**
 * daftar_id_selection_new:
 * @list: the rows
 *
 * Returns: (transfer full): a selection with nothing selected
 */
DaftarIdSelection *
daftar_id_selection_new (DaftarIdList *list)
{
  DaftarIdSelection *self = g_object_new (DAFTAR_TYPE_ID_SELECTION, NULL);

  self->list = g_object_ref (list);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

gint64
daftar_id_selection_get_id (DaftarIdSelection *self)
{
  return self->id;
}

/**
 * daftar_id_selection_get_position:
 * @self: a selection
 *
 * Returns: where the selected row is, or %GTK_INVALID_LIST_POSITION if it isn't in the list (now)
 */
guint
daftar_id_selection_get_position (DaftarIdSelection *self)
{
  return self->position;
}

/**
 * daftar_id_selection_set_id:
 * @self: a selection
 * @id: the row to select, which need not be in the list; 0 for none
 */
void
daftar_id_selection_set_id (DaftarIdSelection *self,
                            gint64             id)
{
  guint position = GTK_INVALID_LIST_POSITION;

  if (id != 0)
    daftar_id_list_find (self->list, id, &position);
  move_to (self, position);
  if (self->id == id)
    return;
  self->id = id;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ID]);
}
