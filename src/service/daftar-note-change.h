/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-store.h"

G_BEGIN_DECLS

typedef enum
{
  DAFTAR_NOTE_CHANGE_BODY,
  DAFTAR_NOTE_CHANGE_PIN,
  DAFTAR_NOTE_CHANGE_UNPIN,
  DAFTAR_NOTE_CHANGE_DELETE,
} DaftarNoteChange;

/* What is to be done to something that was written down. */
typedef struct
{
  gint64 id;
  DaftarNoteChange change;
  char *body;     /* nullable: of DAFTAR_NOTE_CHANGE_BODY */
  gint64 version; /* which was read: only other words over the same ones; 0 if that does not matter */
} DaftarNoteChangeRequest;

DaftarNoteChangeRequest *daftar_note_change_new   (gint64             id,
                                                   DaftarNoteChange   change,
                                                   const char        *body,
                                                   gint64             version);
void                     daftar_note_change_free  (gpointer           self);
gpointer                 daftar_note_change_write (DaftarTxn         *txn,
                                                   gpointer           request,
                                                   GError           **error);

G_END_DECLS
