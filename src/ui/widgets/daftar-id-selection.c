/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-id-selection.h"

/* Either at most one is chosen, which @id and @position tell, or, where several may be, @several holds them by
 * their ids: so a choice stays whatever is added, sorted or filtered meanwhile, and costs a bit for each row. */
struct _DaftarIdSelection
{
  GObject parent_instance;

  DaftarIdList *list;
  gint64 id;      /* 0: none, or several */
  guint position; /* of @id, as far as it is in the list; else GTK_INVALID_LIST_POSITION */
  gboolean multiple;
  GtkBitset *several; /* ids; only while there are two or more */
};

enum
{
  PROP_0,
  PROP_ID,
  PROP_N_SELECTED,
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
holds (DaftarIdSelection *self,
       gint64             id)
{
  return id > 0 && id <= G_MAXUINT && gtk_bitset_contains (self->several, (guint) id);
}

static gboolean
is_selected (GtkSelectionModel *model,
             guint              position)
{
  DaftarIdSelection *self = DAFTAR_ID_SELECTION (model);

  if (self->several != NULL)
    return holds (self, daftar_id_list_get_id (self->list, position));
  return position == self->position;
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model,
                        guint              position,
                        guint              n_items)
{
  DaftarIdSelection *self = DAFTAR_ID_SELECTION (model);
  GtkBitset *set = gtk_bitset_new_empty ();
  guint end = MIN (get_n_items (G_LIST_MODEL (self)), position + n_items);

  if (self->several == NULL && self->position != GTK_INVALID_LIST_POSITION)
    gtk_bitset_add (set, self->position);
  for (guint i = position; self->several != NULL && i < end; i++)
    if (holds (self, daftar_id_list_get_id (self->list, i)))
      gtk_bitset_add (set, i);
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

static void
tell_all_changed (DaftarIdSelection *self)
{
  guint n = get_n_items (G_LIST_MODEL (self));

  if (n > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, n);
}

static void
forget_several (DaftarIdSelection *self)
{
  if (self->several == NULL)
    return;
  g_clear_pointer (&self->several, gtk_bitset_unref);
  tell_all_changed (self);
}

/* One row alone, wherever it is, or none. */
static void
choose_one (DaftarIdSelection *self,
            gint64             id,
            guint              position)
{
  gboolean had_several = self->several != NULL;

  forget_several (self);
  move_to (self, position);
  if (self->id == id && !had_several)
    return;
  self->id = id;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_SELECTED]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ID]);
}

/* A set of two or more becomes the choice; a smaller one is an ordinary choice. Takes @ids. */
static void
choose_several (DaftarIdSelection *self,
                GtkBitset         *ids)
{
  g_autoptr (GtkBitset) set = ids;
  guint position = GTK_INVALID_LIST_POSITION;

  if (gtk_bitset_get_size (set) < 2)
    {
      gint64 id = gtk_bitset_get_size (set) == 1 ? gtk_bitset_get_minimum (set) : 0;

      if (id != 0)
        daftar_id_list_find (self->list, id, &position);
      choose_one (self, id, position);
      return;
    }
  g_clear_pointer (&self->several, gtk_bitset_unref);
  self->several = g_steal_pointer (&set);
  self->position = GTK_INVALID_LIST_POSITION;
  self->id = 0;
  tell_all_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_SELECTED]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ID]);
}

/* A copy of what is chosen, to be changed. */
static GtkBitset *
copy_ids (DaftarIdSelection *self)
{
  GtkBitset *ids = self->several != NULL ? gtk_bitset_copy (self->several) : gtk_bitset_new_empty ();

  if (self->several == NULL && self->id > 0 && self->id <= G_MAXUINT)
    gtk_bitset_add (ids, (guint) self->id);
  return ids;
}

static gboolean
select_item (GtkSelectionModel *model,
             guint              position,
             gboolean           unselect_rest)
{
  DaftarIdSelection *self = DAFTAR_ID_SELECTION (model);
  gint64 id = daftar_id_list_get_id (self->list, position);
  GtkBitset *ids;

  if (id == 0)
    return FALSE;
  if (unselect_rest || !self->multiple || (self->several == NULL && self->id == 0))
    {
      choose_one (self, id, position);
      return TRUE;
    }
  ids = copy_ids (self);
  gtk_bitset_add (ids, (guint) id);
  choose_several (self, ids);
  return TRUE;
}

static gboolean
unselect_item (GtkSelectionModel *model,
               guint              position)
{
  DaftarIdSelection *self = DAFTAR_ID_SELECTION (model);
  GtkBitset *ids;

  if (!self->multiple)
    return FALSE;
  ids = copy_ids (self);
  gtk_bitset_remove (ids, (guint) daftar_id_list_get_id (self->list, position));
  choose_several (self, ids);
  return TRUE;
}

static gboolean
set_selection (GtkSelectionModel *model,
               GtkBitset         *selected,
               GtkBitset         *mask)
{
  DaftarIdSelection *self = DAFTAR_ID_SELECTION (model);
  GtkBitset *ids;
  GtkBitsetIter iter;
  guint position;

  if (!self->multiple)
    return FALSE;
  ids = copy_ids (self);
  for (gboolean more = gtk_bitset_iter_init_first (&iter, mask, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      gint64 id = daftar_id_list_get_id (self->list, position);

      if (id != 0 && gtk_bitset_contains (selected, position))
        gtk_bitset_add (ids, (guint) id);
      else if (id != 0)
        gtk_bitset_remove (ids, (guint) id);
    }
  choose_several (self, ids);
  return TRUE;
}

static gboolean
select_all (GtkSelectionModel *model)
{
  DaftarIdSelection *self = DAFTAR_ID_SELECTION (model);
  guint n = get_n_items (G_LIST_MODEL (self));
  GtkBitset *ids;

  if (!self->multiple)
    return FALSE;
  ids = copy_ids (self);
  for (guint i = 0; i < n; i++)
    gtk_bitset_add (ids, (guint) daftar_id_list_get_id (self->list, i));
  choose_several (self, ids);
  return TRUE;
}

static gboolean
unselect_all (GtkSelectionModel *model)
{
  DaftarIdSelection *self = DAFTAR_ID_SELECTION (model);

  if (!self->multiple)
    return FALSE;
  choose_one (self, 0, GTK_INVALID_LIST_POSITION);
  return TRUE;
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->select_item = select_item;
  iface->unselect_item = unselect_item;
  iface->set_selection = set_selection;
  iface->select_all = select_all;
  iface->unselect_all = unselect_all;
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
  DaftarIdSelection *self = DAFTAR_ID_SELECTION (object);

  if (property == PROP_ID)
    g_value_set_int64 (value, self->id);
  else
    g_value_set_uint (value, daftar_id_selection_get_n_selected (self));
}

static void
daftar_id_selection_finalize (GObject *object)
{
  g_clear_pointer (&DAFTAR_ID_SELECTION (object)->several, gtk_bitset_unref);
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
  props[PROP_N_SELECTED] = g_param_spec_uint ("n-selected", NULL, NULL, 0, G_MAXUINT, 0,
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
 * Returns: (transfer full): a selection of at most one, with nothing selected
 */
DaftarIdSelection *
daftar_id_selection_new (DaftarIdList *list)
{
  DaftarIdSelection *self = g_object_new (DAFTAR_TYPE_ID_SELECTION, NULL);

  self->list = g_object_ref (list);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * daftar_id_selection_new_multiple:
 * @list: the rows
 *
 * Returns: (transfer full): a selection of any number, with nothing selected
 */
DaftarIdSelection *
daftar_id_selection_new_multiple (DaftarIdList *list)
{
  DaftarIdSelection *self = daftar_id_selection_new (list);

  self->multiple = TRUE;
  return self;
}

/**
 * daftar_id_selection_get_n_selected:
 * @self: a selection
 *
 * Returns: how many are selected, whether or not they are in the list (now)
 */
guint
daftar_id_selection_get_n_selected (DaftarIdSelection *self)
{
  if (self->several != NULL)
    return (guint) gtk_bitset_get_size (self->several);
  return self->id != 0;
}

/**
 * daftar_id_selection_get_ids:
 * @self: a selection
 *
 * Returns: (transfer full) (element-type gint64): the ids of all that are selected
 */
GArray *
daftar_id_selection_get_ids (DaftarIdSelection *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GtkBitsetIter iter;
  guint id;

  if (self->several == NULL && self->id != 0)
    g_array_append_val (ids, self->id);
  for (gboolean more = self->several != NULL && gtk_bitset_iter_init_first (&iter, self->several, &id); more;
       more = gtk_bitset_iter_next (&iter, &id))
    {
      gint64 one = id;

      g_array_append_val (ids, one);
    }
  return ids;
}

/**
 * daftar_id_selection_get_id:
 * @self: a selection
 *
 * Returns: the one that is selected; 0 if none is, or several are
 */
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
  choose_one (self, id, position);
}
