/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-enums.h"
#include "daftar-store.h"

G_BEGIN_DECLS

/* One thing that was found, of any kind. */
typedef struct
{
  DaftarKind kind;
  gint64 id;
  char *title;
  char *subtitle; /* nullable */
  char *matched;  /* nullable: what it was found in; of who was found by the name, the main number or address */
  DaftarMatch found_by; /* of a customer */
} DaftarHit;

void       daftar_hit_free                    (DaftarHit     *self);

GArray    *daftar_search_store_find_customers (DaftarReader  *reader,
                                               const char    *query,
                                               int            limit,
                                               GError       **error);
gboolean   daftar_search_store_explain        (DaftarReader  *reader,
                                               const char    *query,
                                               GPtrArray     *customers,
                                               GError       **error);
GPtrArray *daftar_search_store_find           (DaftarReader  *reader,
                                               const char    *query,
                                               DaftarKind     kind,
                                               int            limit,
                                               GError       **error);

/* For the files of store/ alone. */
char      *daftar_search_match_words          (char         **words,
                                               const char    *suffix);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarHit, daftar_hit_free)

G_END_DECLS
