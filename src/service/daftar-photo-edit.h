/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-store.h"

G_BEGIN_DECLS

/* A customer's picture, ready to be kept: small, and decoded once already. */
typedef struct
{
  gint64 customer_id;
  GBytes *photo; /* nullable: none from now on */
} DaftarPhotoEdit;

DaftarPhotoEdit *daftar_photo_edit_new   (gint64            customer_id,
                                          GBytes           *photo);
void             daftar_photo_edit_free  (DaftarPhotoEdit  *self);
gpointer         daftar_photo_edit_write (DaftarTxn        *txn,
                                          gpointer          edit,
                                          GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarPhotoEdit, daftar_photo_edit_free)

G_END_DECLS
