/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* What can change. The numbers stand in shop files (change_log, operation_row): new ones at the end. */
typedef enum
{
  DAFTAR_KIND_ANY,
  DAFTAR_KIND_CUSTOMER,
  DAFTAR_KIND_CONTACT_POINT,
  DAFTAR_KIND_INTERACTION,
  DAFTAR_KIND_OCCASION,
  DAFTAR_KIND_BOARD,
  DAFTAR_KIND_STAGE,
  DAFTAR_KIND_DEAL,
  DAFTAR_KIND_STAGE_VISIT,
  DAFTAR_KIND_PURCHASE,
  DAFTAR_KIND_PURCHASE_ITEM,
  DAFTAR_KIND_TICKET,
  DAFTAR_KIND_TICKET_MESSAGE,
  DAFTAR_KIND_TICKET_EVENT,
  DAFTAR_KIND_FOLLOW_UP,
  DAFTAR_KIND_STAFF_MEMBER,
  DAFTAR_KIND_SHOP,
  DAFTAR_KIND_HOURS,
  DAFTAR_KIND_IMPORT,
  DAFTAR_KIND_CUSTOM_FIELD,
  DAFTAR_KIND_CUSTOM_VALUE,
  DAFTAR_KIND_SAVED_FILTER,
  DAFTAR_KIND_DISTINCT_PAIR,
  DAFTAR_N_KINDS,
} DaftarKind;

typedef enum
{
  DAFTAR_OP_ADDED,
  DAFTAR_OP_CHANGED,
  DAFTAR_OP_REMOVED,
} DaftarOp;

typedef struct
{
  DaftarKind kind;
  gint64 id; /* 0: many of this kind */
  DaftarOp op;
} DaftarChange;

/* What one or more commits changed, as the store's signal "changed" tells it. */
typedef struct _DaftarChanges DaftarChanges;

#define DAFTAR_TYPE_CHANGES (daftar_changes_get_type ())
GType               daftar_changes_get_type (void) G_GNUC_CONST;
DaftarChanges      *daftar_changes_new      (void);
DaftarChanges      *daftar_changes_ref      (DaftarChanges       *self);
void                daftar_changes_unref    (DaftarChanges       *self);
void                daftar_changes_add      (DaftarChanges       *self,
                                             DaftarKind           kind,
                                             gint64               id,
                                             DaftarOp             op);
guint               daftar_changes_size     (DaftarChanges       *self);
const DaftarChange *daftar_changes_get      (DaftarChanges       *self,
                                             guint                index);
gboolean            daftar_changes_touch    (DaftarChanges       *self,
                                             DaftarKind           kind,
                                             gint64               id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarChanges, daftar_changes_unref)

G_END_DECLS
