/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-store.h"

G_BEGIN_DECLS

/**
 * DaftarListItem:
 *
 * One row of a #DaftarIdList. Its record is %NULL until it is loaded, and another one after a change:
 * bind to the property "record".
 */
#define DAFTAR_TYPE_LIST_ITEM (daftar_list_item_get_type ())
G_DECLARE_FINAL_TYPE (DaftarListItem, daftar_list_item, DAFTAR, LIST_ITEM, GObject)

gint64   daftar_list_item_get_id     (DaftarListItem *self);
gpointer daftar_list_item_get_record (DaftarListItem *self);

/* The ids in order, on a thread of the store: @limit of them are enough at first (-1: all). Who finds more on the
 * way to them gives all there are. */
typedef GArray    *(*DaftarIdListIdsFunc)  (DaftarReader  *reader,
                                            gpointer       data,
                                            int            limit,
                                            GError       **error);
/* The records of some ids. Those that are gone may be missing. */
typedef GPtrArray *(*DaftarIdListRowsFunc) (DaftarReader  *reader,
                                            const gint64  *ids,
                                            guint          n_ids,
                                            GError       **error);

/**
 * DaftarIdList:
 *
 * A #GListModel over an array of ids, whose rows are loaded as they are looked at: a million rows cost
 * 8 MB and nobody waits for any of them.
 */
#define DAFTAR_TYPE_ID_LIST (daftar_id_list_get_type ())
G_DECLARE_FINAL_TYPE (DaftarIdList, daftar_id_list, DAFTAR, ID_LIST, GObject)

DaftarIdList *daftar_id_list_new        (DaftarStore          *store,
                                         DaftarKind            kind,
                                         DaftarIdListRowsFunc  rows_func);
void          daftar_id_list_show       (DaftarIdList         *self,
                                         DaftarIdListIdsFunc   ids_func,
                                         gpointer              data,
                                         GDestroyNotify        data_free,
                                         gpointer            (*data_copy) (gpointer data));
void          daftar_id_list_refresh    (DaftarIdList         *self);
void          daftar_id_list_reload     (DaftarIdList         *self);
gboolean      daftar_id_list_is_loading (DaftarIdList         *self);
gint64        daftar_id_list_get_id     (DaftarIdList         *self,
                                         guint                 position);
gboolean      daftar_id_list_find       (DaftarIdList         *self,
                                         gint64                id,
                                         guint                *position);

G_END_DECLS
