/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the files of store/ alone: rows as records, with versions and history. */
#pragma once

#include "daftar-store-private.h"

G_BEGIN_DECLS

typedef struct _DaftarTable DaftarTable;

/* What one table needs besides its columns. The functions run inside the transaction. */
struct _DaftarTable
{
  DaftarKind kind;
  const char *name;
  GType (*get_type) (void);
  gboolean has_ulid;
  const char *customer_field; /* nullable: whose history the rows belong to; "id" for customers themselves */
  const char *parent_field;   /* nullable: else the column that leads to a row that knows */
  const char *parent_table;   /* and its table */

  /* Fills the derived fields of a row that is about to be written. */
  gboolean (*derive) (DaftarTxn *txn, gpointer record, GError **error);
  /* Keeps what stands in other tables (search, sort keys); @before or @after is NULL. */
  gboolean (*written) (DaftarTxn *txn, gpointer before, gpointer after, GError **error);
};

const DaftarTable *daftar_table_get       (DaftarKind         kind);

gint64             daftar_row_insert      (DaftarTxn         *txn,
                                           const DaftarTable *table,
                                           gpointer           record,
                                           GError           **error);
DaftarStatement   *daftar_row_insert_statement (DaftarTxn    *txn,
                                           const DaftarTable *table,
                                           GError           **error);
gboolean           daftar_row_insert_bare (DaftarTxn         *txn,
                                           const DaftarTable *table,
                                           DaftarStatement   *statement,
                                           gpointer           record,
                                           GError           **error);
gboolean           daftar_row_update      (DaftarTxn         *txn,
                                           const DaftarTable *table,
                                           gpointer           record,
                                           GError           **error);
gboolean           daftar_row_delete      (DaftarTxn         *txn,
                                           const DaftarTable *table,
                                           gint64             id,
                                           GError           **error);
gpointer           daftar_row_get         (DaftarReader      *reader,
                                           const DaftarTable *table,
                                           gint64             id,
                                           GError           **error);
const DaftarField **daftar_row_map        (DaftarStatement   *statement,
                                           GType              type);
gpointer           daftar_row_read_mapped (DaftarStatement   *statement,
                                           GType              type,
                                           const DaftarField **fields);
gpointer           daftar_row_read        (DaftarStatement   *statement,
                                           GType              type);
gpointer           daftar_row_first       (DaftarStatement   *statement,
                                           GType              type,
                                           GError           **error);
GPtrArray         *daftar_row_all         (DaftarStatement   *statement,
                                           GType              type,
                                           GError           **error);
GArray            *daftar_row_ids         (DaftarStatement   *statement,
                                           GError           **error);
char              *daftar_row_id_list     (const gint64      *ids,
                                           guint              n_ids);

/* The tables, one in the file of its family. */
extern const DaftarTable daftar_table_customer;
extern const DaftarTable daftar_table_contact_point;
extern const DaftarTable daftar_table_interaction;
extern const DaftarTable daftar_table_occasion;
extern const DaftarTable daftar_table_board;
extern const DaftarTable daftar_table_stage;
extern const DaftarTable daftar_table_deal;
extern const DaftarTable daftar_table_stage_visit;
extern const DaftarTable daftar_table_purchase;
extern const DaftarTable daftar_table_purchase_item;
extern const DaftarTable daftar_table_ticket;
extern const DaftarTable daftar_table_ticket_message;
extern const DaftarTable daftar_table_ticket_event;
extern const DaftarTable daftar_table_follow_up;
extern const DaftarTable daftar_table_staff_member;
extern const DaftarTable daftar_table_shop;
extern const DaftarTable daftar_table_custom_field;
extern const DaftarTable daftar_table_custom_value;
extern const DaftarTable daftar_table_saved_filter;
extern const DaftarTable daftar_table_distinct_pair;

G_END_DECLS
