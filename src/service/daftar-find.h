/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-search-store.h"

G_BEGIN_DECLS

/* One question to the search that Ctrl+K, the lists, the forms and the command line share. */
typedef struct
{
  char *query;
  DaftarKind kind; /* DAFTAR_KIND_ANY: of each kind */
  int limit;       /* of each kind */
} DaftarFindRequest;

DaftarFindRequest *daftar_find_request_new  (const char         *query,
                                             DaftarKind          kind,
                                             int                 limit);
void               daftar_find_request_free (DaftarFindRequest  *self);
gpointer           daftar_find_read         (DaftarReader       *reader,
                                             gpointer            request,
                                             GError            **error);
gpointer           daftar_find_customers_read (DaftarReader     *reader,
                                               gpointer          request,
                                               GError          **error);

G_END_DECLS
