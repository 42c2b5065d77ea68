/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-reminder-plan.h"

#include "daftar-lease-store.h"
#include "daftar-shop-store.h"

#define LEASE_NAME "reminders"

/* Long enough for the other process to have looked too, short enough that a machine that was switched off is
 * not waited for. */
#define LEASE_DURATION (10 * G_TIME_SPAN_MINUTE)

void
daftar_reminder_plan_free (DaftarReminderPlan *self)
{
  g_clear_pointer (&self->due, g_ptr_array_unref);
  g_free (self);
}

/* Outside working hours only what is urgent may disturb; the rest waits for the door to open. A shop that
 * never opens has no hours written down: then there is no rest either. */
static gint64
hold_until (DaftarHours *hours,
            gint64       now)
{
  gint64 open = daftar_hours_next_open (hours, now);

  return open == DAFTAR_HOURS_NEVER ? now : open;
}

/**
 * daftar_reminder_plan_read:
 * @reader: a handle
 * @request: unused
 * @error: return location for a sentence for the user
 *
 * What is to be shown now, and when there will be more. A #DaftarReadFunc.
 *
 * Returns: (transfer full) (nullable): a #DaftarReminderPlan
 */
gpointer
daftar_reminder_plan_read (DaftarReader  *reader,
                           gpointer       request,
                           GError       **error)
{
  gint64 now = daftar_reader_now (reader);
  g_autoptr (DaftarHours) hours = daftar_shop_store_get_hours (reader, error);
  g_autoptr (DaftarReminderPlan) self = g_new0 (DaftarReminderPlan, 1);
  g_autoptr (GPtrArray) all = hours != NULL ? daftar_follow_up_store_list_to_remind (reader, now, error) : NULL;
  GError *local = NULL;
  gint64 open;

  if (all == NULL)
    return NULL;
  open = hold_until (hours, now);
  self->due = g_ptr_array_new_with_free_func (g_object_unref);
  self->wake_at = daftar_follow_up_store_next_reminder (reader, now, open > now, &local);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return NULL;
    }
  /* Closed: what falls due until then waits with the rest. */
  if (open > now && (all->len > 0 || daftar_follow_up_store_next_reminder (reader, now, FALSE, NULL) < open))
    self->wake_at = MIN (self->wake_at, open);
  else if (open > now)
    self->wake_at = MIN (self->wake_at, daftar_follow_up_store_next_reminder (reader, now, FALSE, NULL));
  for (guint i = 0; i < all->len; i++)
    if (open <= now || DAFTAR_FOLLOW_UP (all->pdata[i])->urgent)
      g_ptr_array_add (self->due, g_object_ref (all->pdata[i]));
  return g_steal_pointer (&self);
}

static GArray *
ids_of (GPtrArray *follow_ups)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < follow_ups->len; i++)
    g_array_append_val (ids, DAFTAR_RECORD (follow_ups->pdata[i])->id);
  return ids;
}

/**
 * daftar_reminder_claim_write:
 * @txn: a handle
 * @holder: who asks, a string: it stays the same over a restart
 * @error: return location for a sentence for the user
 *
 * As daftar_reminder_plan_read(), and marks what it returns as shown, so that no other process shows it too.
 * If another one is in charge, there is nothing to show until its lease has ended. A #DaftarWriteFunc.
 *
 * Returns: (transfer full) (nullable): a #DaftarReminderPlan
 */
gpointer
daftar_reminder_claim_write (DaftarTxn  *txn,
                             gpointer    holder,
                             GError    **error)
{
  g_autoptr (DaftarReminderPlan) self = daftar_reminder_plan_read (daftar_txn_reader (txn), NULL, error);
  g_autoptr (GArray) ids = NULL;
  GError *local = NULL;
  gint64 held_until;

  if (self == NULL)
    return NULL;
  if (!daftar_lease_store_take (txn, LEASE_NAME, holder, LEASE_DURATION, &held_until, &local))
    {
      if (local != NULL)
        {
          g_propagate_error (error, local);
          return NULL;
        }
      g_ptr_array_set_size (self->due, 0);
      self->wake_at = held_until;
      return g_steal_pointer (&self);
    }
  ids = ids_of (self->due);
  if (!daftar_follow_up_store_claim (txn, (const gint64 *) ids->data, ids->len, TRUE, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * daftar_reminder_release_write:
 * @txn: a handle
 * @ids: a #GArray of #gint64
 * @error: return location for a sentence for the user
 *
 * Gives back what was claimed but could not be shown. A #DaftarWriteFunc.
 */
gpointer
daftar_reminder_release_write (DaftarTxn  *txn,
                               gpointer    ids,
                               GError    **error)
{
  GArray *array = ids;

  return GINT_TO_POINTER (
    daftar_follow_up_store_claim (txn, (const gint64 *) array->data, array->len, FALSE, error));
}

/**
 * daftar_reminder_settled_read:
 * @reader: a handle
 * @ids: a #GArray of #gint64
 * @error: return location for a sentence for the user
 *
 * Which of those that were shown wait for nobody any more: done, deleted, or put off since. A #DaftarReadFunc.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): those
 */
gpointer
daftar_reminder_settled_read (DaftarReader  *reader,
                              gpointer       ids,
                              GError       **error)
{
  GArray *array = ids;
  g_autoptr (GArray) settled = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < array->len; i++)
    {
      gint64 id = g_array_index (array, gint64, i);
      g_autoptr (DaftarFollowUp) row = daftar_follow_up_store_get (reader, id, NULL);

      if (row == NULL || row->status != DAFTAR_FOLLOW_UP_STATUS_OPEN || row->deleted_at != 0
          || row->reminded_at != row->next_at)
        g_array_append_val (settled, id);
    }
  return g_steal_pointer (&settled);
}
