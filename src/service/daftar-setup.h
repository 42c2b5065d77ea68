/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-shop-store.h"

G_BEGIN_DECLS

/* The answers of the first start. */
typedef struct
{
  char *name;
  char *country;  /* ISO 3166; gives currency, time zone and week */
  char *language; /* of the content: "ar" or "en" */
  char *owner;    /* nullable: who works here first */
  GArray *spans;  /* nullable: of DaftarSpan; NULL takes 9 to 21 on the country's working days */
} DaftarSetup;

DaftarSetup *daftar_setup_new           (void);
void         daftar_setup_free          (DaftarSetup *self);
GArray      *daftar_setup_default_spans (const char  *country);
gpointer     daftar_setup_write         (DaftarTxn   *txn,
                                         gpointer     setup,
                                         GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarSetup, daftar_setup_free)

G_END_DECLS
