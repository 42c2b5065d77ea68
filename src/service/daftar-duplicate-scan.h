/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who of the whole shop may be there twice. */
#pragma once

#include "daftar-duplicate.h"

G_BEGIN_DECLS

/* Two who may be one. */
typedef struct
{
  DaftarCustomer *one;
  DaftarCustomer *other;
  DaftarLikeness likeness;
  int score; /* of 100 */
} DaftarDuplicatePair;

/* A look through the shop, which a thread of the store does and others watch. */
typedef struct _DaftarDuplicateScan DaftarDuplicateScan;

/* The list for a person has the likeliest so many; merging some makes room for others. */
#define DAFTAR_SCAN_PAIRS 200

DaftarDuplicateScan *daftar_duplicate_scan_new          (int                   limit);
DaftarDuplicateScan *daftar_duplicate_scan_ref          (DaftarDuplicateScan  *self);
void                 daftar_duplicate_scan_unref        (DaftarDuplicateScan  *self);
int                  daftar_duplicate_scan_get_percent  (DaftarDuplicateScan  *self);
guint                daftar_duplicate_scan_get_n_found  (DaftarDuplicateScan  *self);
gpointer             daftar_duplicate_scan_read         (DaftarReader         *reader,
                                                         gpointer              scan,
                                                         GError              **error);
void                 daftar_duplicate_pair_free         (DaftarDuplicatePair  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarDuplicateScan, daftar_duplicate_scan_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarDuplicatePair, daftar_duplicate_pair_free)

G_END_DECLS
