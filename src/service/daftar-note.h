/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-store.h"

G_BEGIN_DECLS

/* What is written down while somebody is on the phone or at the counter: who, how, what, what next. */
typedef struct
{
  gint64 customer_id;    /* 0: a new customer, from the two below */
  char *new_name;        /* nullable */
  char *new_phone;       /* nullable: a number or an e-mail address */
  DaftarChannel channel; /* DAFTAR_CHANNEL_NONE: a note for ourselves */
  DaftarContactDirection direction;
  char *body;       /* what was said */
  char *next_title; /* nullable: the next step */
  char *next_day;   /* nullable: ISO day of the next step */
  int next_minute;  /* minute of that day; -1: any time */
  gint64 deal_id;   /* what it belongs to, or 0 */
} DaftarNote;

DaftarNote *daftar_note_new   (void);
void        daftar_note_free  (DaftarNote *self);
gpointer    daftar_note_write (DaftarTxn  *txn,
                               gpointer    note,
                               GError    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarNote, daftar_note_free)

G_END_DECLS
