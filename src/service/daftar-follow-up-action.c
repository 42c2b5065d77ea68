/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-follow-up-action.h"

#include <glib/gi18n-lib.h>

#include "daftar-board-store.h"
#include "daftar-customer-store.h"
#include "daftar-date.h"
#include "daftar-error.h"
#include "daftar-recurrence.h"
#include "daftar-shop-store.h"

/* When a morning is, for what was put off to tomorrow. */
#define MORNING_MINUTE (9 * 60)

DaftarFollowUpEnd *
daftar_follow_up_end_new (gint64               id,
                          DaftarFollowUpResult result)
{
  DaftarFollowUpEnd *self = g_new0 (DaftarFollowUpEnd, 1);

  self->id = id;
  self->result = result;
  self->again_minute = -1;
  return self;
}

void
daftar_follow_up_end_free (DaftarFollowUpEnd *self)
{
  g_free (self->outcome);
  g_free (self->again_day);
  g_free (self);
}

DaftarSnoozeRequest *
daftar_snooze_request_new (gint64       id,
                           DaftarSnooze snooze,
                           gint64       until)
{
  DaftarSnoozeRequest *self = g_new0 (DaftarSnoozeRequest, 1);

  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (id != 0)
    g_array_append_val (self->ids, id);
  self->snooze = snooze;
  self->until = until;
  return self;
}

void
daftar_snooze_request_free (DaftarSnoozeRequest *self)
{
  g_array_unref (self->ids);
  g_free (self);
}

static char *
get_today (DaftarTxn  *txn,
           GError    **error)
{
  g_autoptr (GTimeZone) zone = daftar_shop_store_get_zone (daftar_txn_reader (txn), error);

  return zone != NULL ? daftar_date_today (zone, daftar_txn_now (txn)) : NULL;
}

static DaftarFollowUp *
get_open (DaftarTxn  *txn,
          gint64      id,
          GError    **error)
{
  g_autoptr (DaftarFollowUp) found = daftar_follow_up_store_get (daftar_txn_reader (txn), id, error);

  if (found == NULL)
    return NULL;
  if (found->status == DAFTAR_FOLLOW_UP_STATUS_OPEN && found->deleted_at == 0)
    return daftar_record_copy (found);
  g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_CONFLICT, _("This follow-up was done already."));
  return NULL;
}

/* --- Done, and what follows from it. --------------------------------------------------------------- */

/* A fresh one like @done: not snoozed, nobody was reminded of it. */
static DaftarFollowUp *
make_next (DaftarFollowUp *done,
           const char     *day,
           const char     *anchor)
{
  DaftarFollowUp *next = daftar_follow_up_new ();

  next->customer_id = done->customer_id;
  next->ticket_id = done->ticket_id;
  next->deal_id = done->deal_id;
  next->title = g_strdup (done->title);
  next->channel = done->channel;
  next->due_day = g_strdup (day);
  next->due_minute = done->due_minute;
  next->repeat_interval = done->repeat_interval;
  next->repeat_unit = done->repeat_unit;
  next->repeat_from_done = done->repeat_from_done;
  next->anchor_day = g_strdup (anchor);
  next->urgent = done->urgent;
  next->staff_id = done->staff_id;
  return next;
}

static gboolean
add_again (DaftarTxn          *txn,
           DaftarFollowUp     *done,
           DaftarFollowUpEnd  *end,
           const char         *today,
           GError            **error)
{
  g_autofree char *tomorrow = daftar_date_add_days (today, 1);
  g_autoptr (DaftarFollowUp) next =
    make_next (done, end->again_day != NULL ? end->again_day : tomorrow, done->anchor_day);

  if (end->again_minute >= 0)
    next->due_minute = end->again_minute;
  return daftar_follow_up_store_save (txn, next, error);
}

/* What is done today does not come back today: the next one is tomorrow's at the earliest. */
static gboolean
add_recurring (DaftarTxn       *txn,
               DaftarFollowUp  *done,
               const char      *today,
               GError         **error)
{
  gboolean from_done = done->repeat_from_done;
  g_autofree char *tomorrow = daftar_date_add_days (today, 1);
  g_autofree char *day = daftar_recurrence_next (from_done ? today : done->due_day, from_done ? today : done->anchor_day,
                                                 done->repeat_interval, done->repeat_unit, tomorrow);
  g_autoptr (DaftarFollowUp) next = NULL;

  if (day == NULL)
    return TRUE;
  next = make_next (done, day, from_done ? day : done->anchor_day);
  return daftar_follow_up_store_save (txn, next, error);
}

/**
 * daftar_follow_up_end_write:
 * @txn: a handle
 * @end: a #DaftarFollowUpEnd
 * @error: return location for a sentence for the user
 *
 * Ends a follow-up: done, reached, no answer, a message left, or skipped. It is on the timeline from then on.
 * Without an answer it comes again, a recurring one brings its next, and the deal it belongs to is not quiet
 * any more. A #DaftarWriteFunc.
 *
 * Returns: (transfer full) (nullable): the #DaftarFollowUp as it is now
 */
gpointer
daftar_follow_up_end_write (DaftarTxn  *txn,
                            gpointer    end,
                            GError    **error)
{
  DaftarFollowUpEnd *self = end;
  g_autoptr (DaftarFollowUp) done = get_open (txn, self->id, error);
  g_autofree char *today = get_today (txn, error);
  gboolean skipped = self->result == DAFTAR_FOLLOW_UP_RESULT_SKIPPED;
  gboolean again = self->result == DAFTAR_FOLLOW_UP_RESULT_NO_ANSWER;

  if (done == NULL || today == NULL)
    return NULL;
  done->status = skipped ? DAFTAR_FOLLOW_UP_STATUS_SKIPPED : DAFTAR_FOLLOW_UP_STATUS_DONE;
  done->result = self->result;
  done->done_at = daftar_txn_now (txn);
  if (daftar_txn_get_staff (txn) != 0)
    done->staff_id = daftar_txn_get_staff (txn);
  daftar_set_text (&done->outcome, self->outcome != NULL && *self->outcome != '\0' ? self->outcome : NULL);
  if (!daftar_follow_up_store_save (txn, done, error) || (again && !add_again (txn, done, self, today, error))
      || (!again && done->repeat_interval > 0 && !add_recurring (txn, done, today, error))
      || (!skipped && !daftar_deal_store_touch (txn, done->deal_id, error))
      || !daftar_customer_store_refresh (txn, done->customer_id, error))
    return NULL;
  return g_steal_pointer (&done);
}

/* --- Later. ---------------------------------------------------------------------------------------- */

static gboolean
find_moment (DaftarTxn            *txn,
             DaftarSnoozeRequest  *request,
             gint64               *until,
             GError              **error)
{
  g_autoptr (GTimeZone) zone = daftar_shop_store_get_zone (daftar_txn_reader (txn), error);
  gint64 now = daftar_txn_now (txn);
  g_autofree char *today = NULL;
  g_autofree char *tomorrow = NULL;
  g_autoptr (DaftarHours) hours = NULL;

  if (zone == NULL)
    return FALSE;
  today = daftar_date_today (zone, now);
  tomorrow = daftar_date_add_days (today, 1);
  *until = daftar_date_to_moment (tomorrow, MORNING_MINUTE, zone);
  if (request->snooze == DAFTAR_SNOOZE_HOUR)
    *until = now + G_TIME_SPAN_HOUR;
  else if (request->snooze == DAFTAR_SNOOZE_UNTIL)
    *until = request->until;
  else if (request->snooze == DAFTAR_SNOOZE_WORKING_DAY)
    {
      gint64 open;

      hours = daftar_shop_store_get_hours (daftar_txn_reader (txn), error);
      if (hours == NULL)
        return FALSE;
      open = daftar_hours_next_open (hours, daftar_date_to_moment (tomorrow, 0, zone));
      if (open != DAFTAR_HOURS_NEVER)
        *until = open;
    }
  if (*until > now)
    return TRUE;
  g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID, _("Choose a time that is still to come."));
  return FALSE;
}

/**
 * daftar_follow_up_snooze_write:
 * @txn: a handle
 * @request: a #DaftarSnoozeRequest
 * @error: return location for a sentence for the user
 *
 * Puts follow-ups off. They keep the day they were promised for; what was done meanwhile is passed over.
 * A #DaftarWriteFunc.
 *
 * Returns: (nullable): a copy of the moment at which they come back, a #gint64 freed by g_free()
 */
gpointer
daftar_follow_up_snooze_write (DaftarTxn  *txn,
                               gpointer    request,
                               GError    **error)
{
  DaftarSnoozeRequest *self = request;
  gint64 until;

  if (!find_moment (txn, self, &until, error))
    return NULL;
  for (guint i = 0; i < self->ids->len; i++)
    {
      g_autoptr (GError) local = NULL;
      g_autoptr (DaftarFollowUp) follow_up = get_open (txn, g_array_index (self->ids, gint64, i), &local);

      if (follow_up == NULL && self->ids->len > 1)
        continue;
      if (follow_up == NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return NULL;
        }
      /* Back before it was due at all: it is due then. */
      if (until < follow_up->due_at)
        {
          g_autoptr (GTimeZone) zone = daftar_shop_store_get_zone (daftar_txn_reader (txn), error);
          int minute = 0;

          if (zone == NULL)
            return NULL;
          g_free (follow_up->due_day);
          follow_up->due_day = daftar_date_from_moment (until, zone, &minute);
          follow_up->due_minute = minute;
        }
      follow_up->snoozed_until = until;
      if (!daftar_follow_up_store_save (txn, follow_up, error))
        return NULL;
    }
  return g_memdup2 (&until, sizeof until);
}

/* --- Adding, editing, deleting. -------------------------------------------------------------------- */

/* Another day or time than before: what it was put off to is past, and repetitions count from the new day. */
static void
forget_old_time (DaftarFollowUp *follow_up,
                 DaftarFollowUp *before)
{
  if (g_strcmp0 (before->due_day, follow_up->due_day) == 0 && before->due_minute == follow_up->due_minute)
    return;
  follow_up->snoozed_until = 0;
  daftar_set_text (&follow_up->anchor_day, follow_up->due_day);
}

/**
 * daftar_follow_up_save_write:
 * @txn: a handle
 * @follow_up: a new #DaftarFollowUp or a changed copy of one that was read
 * @error: return location for a sentence for the user
 *
 * A #DaftarWriteFunc.
 *
 * Returns: (transfer full) (nullable): the #DaftarFollowUp as it is now
 */
gpointer
daftar_follow_up_save_write (DaftarTxn  *txn,
                             gpointer    follow_up,
                             GError    **error)
{
  g_autoptr (DaftarFollowUp) self = daftar_record_copy (follow_up);
  gint64 id = DAFTAR_RECORD (self)->id;

  if (id != 0)
    {
      g_autoptr (DaftarFollowUp) before = daftar_follow_up_store_get (daftar_txn_reader (txn), id, error);

      if (before == NULL)
        return NULL;
      forget_old_time (self, before);
    }
  else if (self->staff_id == 0)
    self->staff_id = daftar_txn_get_staff (txn);
  if (!daftar_follow_up_store_save (txn, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * daftar_follow_up_delete_write:
 * @txn: a handle
 * @id: a pointer to its id, a #gint64
 * @error: return location for a sentence for the user
 *
 * A #DaftarWriteFunc.
 *
 * Returns: (transfer full) (nullable): the #DaftarFollowUp that was deleted
 */
gpointer
daftar_follow_up_delete_write (DaftarTxn  *txn,
                               gpointer    id,
                               GError    **error)
{
  g_autoptr (DaftarFollowUp) found = daftar_follow_up_store_get (daftar_txn_reader (txn), *(gint64 *) id, error);
  g_autoptr (DaftarFollowUp) follow_up = found != NULL ? daftar_record_copy (found) : NULL;

  if (follow_up == NULL)
    return NULL;
  follow_up->deleted_at = daftar_txn_now (txn);
  if (!daftar_follow_up_store_save (txn, follow_up, error))
    return NULL;
  return g_steal_pointer (&follow_up);
}
