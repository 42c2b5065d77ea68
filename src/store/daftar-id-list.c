/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-id-list.h"

#include <string.h>

/* Rows that come first, so that the window has something to show before all ids are there. */
#define FIRST_ROWS 100
/* Rows asked for at once: some 0.1 ms of work for the file. */
#define ROWS_AT_ONCE 50
/* Loaded rows that are kept: several screens, so that scrolling back finds them. */
#define MAX_KEPT 2000

/* --- One row. -------------------------------------------------------------------------------------- */

struct _DaftarListItem
{
  GObject parent_instance;

  gint64 id;
  DaftarRecord *record;
};

enum
{
  PROP_0,
  PROP_RECORD,
  N_PROPS,
};

static GParamSpec *item_props[N_PROPS];

G_DEFINE_FINAL_TYPE (DaftarListItem, daftar_list_item, G_TYPE_OBJECT)

static void
daftar_list_item_get_property (GObject    *object,
                               guint       property,
                               GValue     *value,
                               GParamSpec *pspec)
{
  g_value_set_object (value, DAFTAR_LIST_ITEM (object)->record);
}

static void
daftar_list_item_finalize (GObject *object)
{
  g_clear_object (&DAFTAR_LIST_ITEM (object)->record);
  G_OBJECT_CLASS (daftar_list_item_parent_class)->finalize (object);
}

static void
daftar_list_item_class_init (DaftarListItemClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = daftar_list_item_get_property;
  G_OBJECT_CLASS (klass)->finalize = daftar_list_item_finalize;
  item_props[PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, DAFTAR_TYPE_RECORD,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, item_props);
}

static void
daftar_list_item_init (DaftarListItem *self)
{
}

gint64
daftar_list_item_get_id (DaftarListItem *self)
{
  return self->id;
}

/**
 * daftar_list_item_get_record:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): its record, once it is loaded
 */
gpointer
daftar_list_item_get_record (DaftarListItem *self)
{
  return self->record;
}

static void
set_record (DaftarListItem *self,
            DaftarRecord   *record)
{
  if (g_set_object (&self->record, record))
    g_object_notify_by_pspec (G_OBJECT (self), item_props[PROP_RECORD]);
}

/* --- The list. ------------------------------------------------------------------------------------- */

struct _DaftarIdList
{
  GObject parent_instance;

  DaftarStore *store;
  DaftarKind kind;
  DaftarIdListRowsFunc rows_func;

  DaftarIdListIdsFunc ids_func;
  gpointer data;
  GDestroyNotify data_free;
  gpointer (*data_copy) (gpointer data);

  GArray *ids;
  GHashTable *items; /* id → DaftarListItem */
  GQueue kept;       /* the ids in @items, the oldest first */
  GArray *wanted;    /* ids whose rows are to be loaded */
  guint load_id;
  guint generation; /* counts the questions, so that a late answer is known as one */
  gboolean loading;
  gboolean again; /* something changed while loading */
  GCancellable *cancellable;
};

enum
{
  LIST_PROP_0,
  LIST_PROP_LOADING,
  LIST_N_PROPS,
};

static GParamSpec *list_props[LIST_N_PROPS];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DaftarIdList, daftar_id_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
set_loading (DaftarIdList *self,
             gboolean      loading)
{
  if (self->loading == loading)
    return;
  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), list_props[LIST_PROP_LOADING]);
}

/* --- Rows. ----------------------------------------------------------------------------------------- */

typedef struct
{
  DaftarIdListRowsFunc func;
  GArray *ids;
} RowsRequest;

static void
rows_request_free (gpointer data)
{
  RowsRequest *request = data;

  g_array_unref (request->ids);
  g_free (request);
}

static gpointer
read_rows (DaftarReader  *reader,
           gpointer       data,
           GError       **error)
{
  RowsRequest *request = data;

  return request->func (reader, (const gint64 *) request->ids->data, request->ids->len, error);
}

static void
rows_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (DaftarIdList) self = data;
  g_autoptr (GPtrArray) rows = daftar_store_read_finish (DAFTAR_STORE (source), result, NULL);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      DaftarRecord *record = g_ptr_array_index (rows, i);
      DaftarListItem *item = g_hash_table_lookup (self->items, &record->id);

      if (item != NULL)
        set_record (item, record);
    }
}

static gboolean
load_rows_cb (gpointer data)
{
  DaftarIdList *self = data;
  RowsRequest *request = g_new0 (RowsRequest, 1);
  guint n = MIN (self->wanted->len, ROWS_AT_ONCE);
  /* What was asked for last is what is looked at now. */
  guint first = self->wanted->len - n;

  request->func = self->rows_func;
  request->ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n);
  g_array_append_vals (request->ids, &g_array_index (self->wanted, gint64, first), n);
  g_array_set_size (self->wanted, first);
  daftar_store_read_async (self->store, read_rows, request, rows_request_free, (GDestroyNotify) g_ptr_array_unref,
                           NULL, rows_cb, g_object_ref (self));
  if (self->wanted->len > 0)
    return G_SOURCE_CONTINUE;
  self->load_id = 0;
  return G_SOURCE_REMOVE;
}

static void
want_row (DaftarIdList *self,
          gint64        id)
{
  g_array_append_val (self->wanted, id);
  if (self->load_id == 0)
    self->load_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, load_rows_cb, self, NULL);
}

static void
forget_oldest (DaftarIdList *self)
{
  while (g_queue_get_length (&self->kept) > MAX_KEPT)
    {
      gint64 *id = g_queue_pop_head (&self->kept);

      g_hash_table_remove (self->items, id);
    }
}

static DaftarListItem *
make_item (DaftarIdList *self,
           gint64        id)
{
  DaftarListItem *item = g_object_new (DAFTAR_TYPE_LIST_ITEM, NULL);
  gint64 *key = g_memdup2 (&id, sizeof id);

  item->id = id;
  g_hash_table_insert (self->items, key, item);
  g_queue_push_tail (&self->kept, key);
  forget_oldest (self);
  want_row (self, id);
  return item;
}

/* --- Ids. ------------------------------------------------------------------------------------------ */

typedef struct
{
  DaftarIdListIdsFunc func;
  gpointer data;
  GDestroyNotify data_free;
  int limit;
} IdsRequest;

static void
ids_request_free (gpointer data)
{
  IdsRequest *request = data;

  if (request->data_free != NULL)
    request->data_free (request->data);
  g_free (request);
}

static gpointer
read_ids (DaftarReader  *reader,
          gpointer       data,
          GError       **error)
{
  IdsRequest *request = data;

  return request->func (reader, request->data, request->limit, error);
}

/* Tells of the part between what is the same at both ends: the view keeps its rows and its place. */
static void
replace_ids (DaftarIdList *self,
             GArray       *ids)
{
  g_autoptr (GArray) old = self->ids;
  const gint64 *a = (const gint64 *) old->data;
  const gint64 *b = (const gint64 *) ids->data;
  guint shorter = MIN (old->len, ids->len);
  guint start = 0, end = 0;

  while (start < shorter && a[start] == b[start])
    start++;
  while (end < shorter - start && a[old->len - 1 - end] == b[ids->len - 1 - end])
    end++;
  self->ids = g_array_ref (ids);
  if (old->len != ids->len || start < ids->len)
    g_list_model_items_changed (G_LIST_MODEL (self), start, old->len - start - end, ids->len - start - end);
}

typedef struct
{
  DaftarIdList *list;
  guint generation;
  int limit;
} Question;

static void ask_for_ids (DaftarIdList *self,
                         int           limit);

static void
ids_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      data)
{
  g_autofree Question *question = data;
  g_autoptr (DaftarIdList) self = question->list;
  g_autoptr (GArray) ids = daftar_store_read_finish (DAFTAR_STORE (source), result, NULL);

  if (question->generation != self->generation)
    return;
  if (ids != NULL)
    replace_ids (self, ids);
  if (ids != NULL && question->limit >= 0 && ids->len == (guint) question->limit)
    {
      ask_for_ids (self, -1);
      return;
    }
  set_loading (self, FALSE);
  if (self->again)
    daftar_id_list_refresh (self);
}

static void
ask_for_ids (DaftarIdList *self,
             int           limit)
{
  IdsRequest *request = g_new0 (IdsRequest, 1);
  Question *question = g_new0 (Question, 1);

  request->func = self->ids_func;
  request->data = self->data_copy != NULL ? self->data_copy (self->data) : self->data;
  request->data_free = self->data_copy != NULL ? self->data_free : NULL;
  request->limit = limit;
  question->list = g_object_ref (self);
  question->generation = self->generation;
  question->limit = limit;
  daftar_store_read_async (self->store, read_ids, request, ids_request_free, (GDestroyNotify) g_array_unref,
                           self->cancellable, ids_cb, question);
}

/**
 * daftar_id_list_refresh:
 * @self: a list
 *
 * Asks for the ids again. Selection and place stay where they are.
 */
void
daftar_id_list_refresh (DaftarIdList *self)
{
  if (self->ids_func == NULL)
    return;
  if (self->loading)
    {
      self->again = TRUE;
      return;
    }
  self->again = FALSE;
  set_loading (self, TRUE);
  ask_for_ids (self, -1);
}

/**
 * daftar_id_list_show:
 * @self: a list
 * @ids_func: gives the ids, on a thread of the store
 * @data: (transfer full): passed to @ids_func
 * @data_free: (nullable): frees @data
 * @data_copy: (nullable): copies @data for the other thread; without it @data must be a plain number
 *
 * Shows something else from now on: another order, another search. What was asked before is stopped.
 */
void
daftar_id_list_show (DaftarIdList         *self,
                     DaftarIdListIdsFunc   ids_func,
                     gpointer              data,
                     GDestroyNotify        data_free,
                     gpointer            (*data_copy) (gpointer data))
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  if (self->data_free != NULL)
    self->data_free (self->data);
  self->ids_func = ids_func;
  self->data = data;
  self->data_free = data_free;
  self->data_copy = data_copy;
  self->generation++;
  self->again = FALSE;
  set_loading (self, TRUE);
  ask_for_ids (self, FIRST_ROWS);
}

/**
 * daftar_id_list_reload:
 * @self: a list
 *
 * Reads the loaded rows again: something that they show, but do not hold themselves, has changed.
 */
void
daftar_id_list_reload (DaftarIdList *self)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    want_row (self, *(gint64 *) key);
}

static void
reload_shown (DaftarIdList  *self,
              DaftarChanges *changes)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (daftar_changes_touch (changes, self->kind, *(gint64 *) key))
      want_row (self, *(gint64 *) key);
}

static void
changed_cb (DaftarStore   *store,
            DaftarChanges *changes,
            DaftarIdList  *self)
{
  if (!daftar_changes_touch (changes, self->kind, 0))
    return;
  reload_shown (self, changes);
  daftar_id_list_refresh (self);
}

/**
 * daftar_id_list_is_loading:
 * @self: a list
 *
 * Returns: whether the ids that are wanted are not all there yet
 */
gboolean
daftar_id_list_is_loading (DaftarIdList *self)
{
  return self->loading;
}

/**
 * daftar_id_list_get_id:
 * @self: a list
 * @position: a row
 *
 * Returns: its id without making an object of the row; 0 past the end
 */
gint64
daftar_id_list_get_id (DaftarIdList *self,
                       guint         position)
{
  return position < self->ids->len ? g_array_index (self->ids, gint64, position) : 0;
}

/**
 * daftar_id_list_find:
 * @self: a list
 * @id: a row's id
 * @position: (out): where it is
 *
 * Returns: whether it is in the list
 */
gboolean
daftar_id_list_find (DaftarIdList *self,
                     gint64        id,
                     guint        *position)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == id)
      {
        *position = i;
        return TRUE;
      }
  return FALSE;
}

static GType
get_item_type (GListModel *model)
{
  return DAFTAR_TYPE_LIST_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return DAFTAR_ID_LIST (model)->ids->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  DaftarIdList *self = DAFTAR_ID_LIST (model);
  DaftarListItem *item;
  gint64 id;

  if (position >= self->ids->len)
    return NULL;
  id = g_array_index (self->ids, gint64, position);
  item = g_hash_table_lookup (self->items, &id);
  return g_object_ref (item != NULL ? item : make_item (self, id));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
daftar_id_list_get_property (GObject    *object,
                             guint       property,
                             GValue     *value,
                             GParamSpec *pspec)
{
  g_value_set_boolean (value, DAFTAR_ID_LIST (object)->loading);
}

static void
daftar_id_list_dispose (GObject *object)
{
  DaftarIdList *self = DAFTAR_ID_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->load_id, g_source_remove);
  G_OBJECT_CLASS (daftar_id_list_parent_class)->dispose (object);
}

static void
daftar_id_list_finalize (GObject *object)
{
  DaftarIdList *self = DAFTAR_ID_LIST (object);

  if (self->data_free != NULL)
    self->data_free (self->data);
  g_clear_object (&self->cancellable);
  g_queue_clear (&self->kept);
  g_hash_table_unref (self->items);
  g_array_unref (self->wanted);
  g_array_unref (self->ids);
  g_object_unref (self->store);
  G_OBJECT_CLASS (daftar_id_list_parent_class)->finalize (object);
}

static void
daftar_id_list_class_init (DaftarIdListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = daftar_id_list_get_property;
  object_class->dispose = daftar_id_list_dispose;
  object_class->finalize = daftar_id_list_finalize;
  list_props[LIST_PROP_LOADING] =
    g_param_spec_boolean ("loading", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, LIST_N_PROPS, list_props);
}

static void
daftar_id_list_init (DaftarIdList *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->wanted = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->items = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
}

/**
 * daftar_id_list_new:
 * @store: the shop
 * @kind: what the rows are
 * @rows_func: loads rows, on a thread of the store
 *
 * Returns: (transfer full): an empty list; daftar_id_list_show() says what it shows
 */
DaftarIdList *
daftar_id_list_new (DaftarStore          *store,
                    DaftarKind            kind,
                    DaftarIdListRowsFunc  rows_func)
{
  DaftarIdList *self = g_object_new (DAFTAR_TYPE_ID_LIST, NULL);

  self->store = g_object_ref (store);
  self->kind = kind;
  self->rows_func = rows_func;
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, 0);
  return self;
}
