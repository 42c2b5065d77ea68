/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-note-change.h"

#include "daftar-interaction-store.h"

DaftarNoteChangeRequest *
daftar_note_change_new (gint64            id,
                        DaftarNoteChange  change,
                        const char       *body,
                        gint64            version)
{
  DaftarNoteChangeRequest *self = g_new0 (DaftarNoteChangeRequest, 1);

  self->id = id;
  self->change = change;
  self->body = g_strdup (body);
  self->version = version;
  return self;
}

void
daftar_note_change_free (gpointer data)
{
  DaftarNoteChangeRequest *self = data;

  g_free (self->body);
  g_free (self);
}

/**
 * daftar_note_change_write:
 * @txn: a handle
 * @request: a #DaftarNoteChangeRequest
 * @error: return location for a sentence for the user
 *
 * Changes the words of something that was written down, pins it to the top of the page, or deletes it. A
 * #DaftarWriteFunc.
 *
 * Returns: (transfer full) (nullable): the saved #DaftarInteraction
 */
gpointer
daftar_note_change_write (DaftarTxn  *txn,
                          gpointer    request,
                          GError    **error)
{
  DaftarNoteChangeRequest *self = request;
  g_autoptr (DaftarInteraction) note = daftar_interaction_store_get (daftar_txn_reader (txn), self->id, error);

  if (note == NULL)
    return NULL;
  switch (self->change)
    {
    case DAFTAR_NOTE_CHANGE_BODY:
      daftar_set_text (&note->body, self->body);
      /* Somebody else's words are not written over unread: the store refuses another version. */
      if (self->version != 0)
        DAFTAR_RECORD (note)->version = self->version;
      break;
    case DAFTAR_NOTE_CHANGE_PIN:
    case DAFTAR_NOTE_CHANGE_UNPIN:
      note->pinned = self->change == DAFTAR_NOTE_CHANGE_PIN;
      break;
    case DAFTAR_NOTE_CHANGE_DELETE:
    default:
      note->deleted_at = daftar_txn_now (txn);
      note->pinned = FALSE;
      break;
    }
  if (!daftar_interaction_store_save (txn, note, error))
    return NULL;
  return g_steal_pointer (&note);
}
