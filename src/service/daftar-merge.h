/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several records of one person made one. */
#pragma once

#include "daftar-format.h"
#include "daftar-store.h"

G_BEGIN_DECLS

/* As the source of a note: all of them, one below the other. */
#define DAFTAR_MERGE_ALL 0

/* What is to be made one. */
typedef struct
{
  gint64 target;
  GArray *others;       /* gint64 */
  GHashTable *choices;  /* char *, the key of a field → gint64 *, whose is taken */
} DaftarMerge;

/* One field in which the people differ. */
typedef struct
{
  char *key;      /* "name", "birthday", "custom:7" */
  char *label;    /* for people */
  GPtrArray *values; /* char *, nullable: what each of the people has, in their order */
  guint chosen;   /* whose is taken unless somebody chooses otherwise */
  gboolean all;   /* whether all of it can be kept */
} DaftarMergeField;

typedef struct
{
  GArray *ids;          /* gint64 */
  DaftarFormat *format; /* how days and amounts are written */
} DaftarMergeViewRequest;

/* What a person sees before merging. */
typedef struct
{
  GPtrArray *people;   /* DaftarCustomer, with the values of a row; the suggested target first */
  GPtrArray *points;   /* GPtrArray of DaftarContactPoint, for each of the people */
  GArray *counts;      /* gint64: how much was written down with each (tickets, deals, notes …) */
  GPtrArray *fields;   /* DaftarMergeField */
} DaftarMergeView;

/* How many can be made one at once. */
#define DAFTAR_MERGE_MAX 8

DaftarMerge *daftar_merge_new             (gint64            target,
                                           const gint64     *others,
                                           guint             n_others);
void         daftar_merge_free            (DaftarMerge      *self);
void         daftar_merge_choose          (DaftarMerge      *self,
                                           const char       *key,
                                           gint64            customer_id);
gpointer     daftar_customer_merge_write  (DaftarTxn        *txn,
                                           gpointer          merge,
                                           GError          **error);
gpointer     daftar_customer_unmerge_write (DaftarTxn       *txn,
                                            gpointer         id,
                                            GError         **error);
DaftarMergeViewRequest *daftar_merge_view_request_new  (const gint64           *ids,
                                                        guint                   n_ids,
                                                        DaftarFormat           *format);
void                    daftar_merge_view_request_free (DaftarMergeViewRequest *self);
void                    daftar_merge_view_free         (DaftarMergeView        *self);
gpointer                daftar_merge_view_read         (DaftarReader           *reader,
                                                        gpointer                request,
                                                        GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarMerge, daftar_merge_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarMergeView, daftar_merge_view_free)

G_END_DECLS
