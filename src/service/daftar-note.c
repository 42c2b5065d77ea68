/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-note.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "daftar-board-store.h"
#include "daftar-customer-store.h"
#include "daftar-error.h"
#include "daftar-follow-up-store.h"
#include "daftar-interaction-store.h"

DaftarNote *
daftar_note_new (void)
{
  DaftarNote *self = g_new0 (DaftarNote, 1);

  self->next_minute = -1;
  return self;
}

void
daftar_note_free (DaftarNote *self)
{
  g_free (self->new_name);
  g_free (self->new_phone);
  g_free (self->body);
  g_free (self->next_title);
  g_free (self->next_day);
  g_free (self);
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

static gboolean
add_customer (DaftarTxn   *txn,
              DaftarNote  *note,
              GError     **error)
{
  g_autoptr (DaftarCustomer) customer = daftar_customer_new ();
  g_autoptr (DaftarContactPoint) point = daftar_contact_point_new ();

  customer->name = g_strdup (note->new_name);
  if (!daftar_customer_store_save (txn, customer, error))
    return FALSE;
  note->customer_id = DAFTAR_RECORD (customer)->id;
  if (is_empty (note->new_phone))
    return TRUE;
  point->customer_id = note->customer_id;
  point->kind = strchr (note->new_phone, '@') != NULL ? DAFTAR_CONTACT_KIND_EMAIL : DAFTAR_CONTACT_KIND_MOBILE;
  point->value = g_strdup (note->new_phone);
  return daftar_contact_point_store_save (txn, point, error);
}

static gboolean
add_next_step (DaftarTxn   *txn,
               DaftarNote  *note,
               GError     **error)
{
  g_autoptr (DaftarFollowUp) next = NULL;

  if (is_empty (note->next_title) && is_empty (note->next_day))
    return TRUE;
  if (is_empty (note->next_day))
    {
      g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID,
                           _("Choose a day for the next step, so that it comes back by itself."));
      return FALSE;
    }
  next = daftar_follow_up_new ();
  next->customer_id = note->customer_id;
  next->deal_id = note->deal_id;
  next->title = g_strdup (is_empty (note->next_title) ? _("Get back to the customer") : note->next_title);
  next->due_day = g_strdup (note->next_day);
  next->due_minute = note->next_minute;
  next->channel = note->channel;
  next->staff_id = daftar_txn_get_staff (txn);
  return daftar_follow_up_store_save (txn, next, error);
}

/**
 * daftar_note_write:
 * @txn: a handle
 * @note: a #DaftarNote
 * @error: return location for a sentence for the user
 *
 * Writes it down: the customer if new, the entry on the timeline, the next step. All or nothing, and one
 * undo takes it back. A #DaftarWriteFunc.
 *
 * Returns: (transfer full) (nullable): the #DaftarCustomer
 */
gpointer
daftar_note_write (DaftarTxn  *txn,
                   gpointer    note,
                   GError    **error)
{
  DaftarNote *self = note;
  g_autoptr (DaftarInteraction) entry = daftar_interaction_new ();

  if (self->customer_id == 0 && !add_customer (txn, self, error))
    return NULL;
  entry->customer_id = self->customer_id;
  entry->kind = self->channel == DAFTAR_CHANNEL_NONE ? DAFTAR_INTERACTION_KIND_NOTE : DAFTAR_INTERACTION_KIND_CONTACT;
  entry->channel = self->channel;
  entry->direction = self->direction;
  entry->body = g_strdup (self->body);
  entry->deal_id = self->deal_id;
  if (!daftar_interaction_store_save (txn, entry, error) || !add_next_step (txn, self, error)
      || !daftar_deal_store_touch (txn, self->deal_id, error))
    return NULL;
  return daftar_customer_store_get (daftar_txn_reader (txn), self->customer_id, error);
}
