/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-name-match.h"
#include "daftar-store.h"

G_BEGIN_DECLS

typedef enum
{
  DAFTAR_DUPLICATE_EMAIL,
  DAFTAR_DUPLICATE_PHONE,
  DAFTAR_DUPLICATE_NAME,
} DaftarDuplicateReason;

/* Why two records may be of one person: all that speaks for it. */
typedef struct
{
  gboolean email;        /* the same address */
  gboolean phone;        /* the same number */
  DaftarNameMatch names;
} DaftarLikeness;

/* Somebody who may be the same as a person that is about to be added. */
typedef struct
{
  DaftarCustomer *customer;
  DaftarDuplicateReason reason; /* the strongest */
  DaftarLikeness likeness;
  int score; /* of 100 */
} DaftarDuplicate;

typedef struct
{
  char *name;    /* nullable */
  char *phone;   /* nullable */
  char *email;   /* nullable */
  gint64 except; /* the customer itself */
} DaftarDuplicateRequest;

/* Two records who were said to be different people, or not. */
typedef struct
{
  gint64 one;
  gint64 other;
} DaftarDistinct;

/* At most so many are shown while somebody types. */
#define DAFTAR_MAX_DUPLICATES 5

void        daftar_duplicate_free         (DaftarDuplicate        *self);
void        daftar_duplicate_request_free (DaftarDuplicateRequest *self);
const char *daftar_duplicate_reason_label (DaftarDuplicateReason   reason);
gpointer    daftar_duplicate_read         (DaftarReader           *reader,
                                           gpointer                request,
                                           GError                **error);
int         daftar_likeness_score         (const DaftarLikeness   *self);
char       *daftar_likeness_describe      (const DaftarLikeness   *self);
gpointer    daftar_distinct_write         (DaftarTxn              *txn,
                                           gpointer                distinct,
                                           GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarDuplicate, daftar_duplicate_free)

G_END_DECLS
