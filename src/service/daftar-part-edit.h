/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One part of a customer's page: a contact point, an occasion, a note. */
#pragma once

#include "daftar-store.h"

G_BEGIN_DECLS

typedef struct
{
  DaftarRecord *record; /* the page's own copy: a DaftarContactPoint, DaftarOccasion or DaftarInteraction */
  gboolean remove;
} DaftarPartEdit;

DaftarPartEdit *daftar_part_edit_new   (gpointer         record,
                                        gboolean         remove);
void            daftar_part_edit_free  (DaftarPartEdit  *self);
gpointer        daftar_part_edit_write (DaftarTxn       *txn,
                                        gpointer         edit,
                                        GError         **error);
gboolean        daftar_contact_point_check (DaftarContactPoint  *point,
                                            GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarPartEdit, daftar_part_edit_free)

G_END_DECLS
