/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-follow-up-view.h"

#include "daftar-date.h"
#include "daftar-shop-store.h"

/* "This week" is the six days after today: on its last day the week would otherwise be empty. */
#define WEEK_DAYS 7

/**
 * daftar_follow_up_bounds:
 * @bounds: (out caller-allocates): what divides the views
 * @zone: the shop's
 * @now: the moment
 *
 * The shop's day that @now is in, and the seven days that begin with it.
 */
void
daftar_follow_up_bounds (DaftarFollowUpBounds *bounds,
                         GTimeZone            *zone,
                         gint64                now)
{
  g_autofree char *today = daftar_date_today (zone, now);
  g_autofree char *tomorrow = daftar_date_add_days (today, 1);
  g_autofree char *next_week = daftar_date_add_days (today, WEEK_DAYS);

  bounds->now = now;
  bounds->day_start = daftar_date_to_moment (today, 0, zone);
  bounds->day_end = daftar_date_to_moment (tomorrow, 0, zone);
  bounds->week_end = daftar_date_to_moment (next_week, 0, zone);
}

static gboolean
read_bounds (DaftarReader          *reader,
             DaftarFollowUpBounds  *bounds,
             GError               **error)
{
  g_autoptr (GTimeZone) zone = daftar_shop_store_get_zone (reader, error);

  if (zone == NULL)
    return FALSE;
  daftar_follow_up_bounds (bounds, zone, daftar_reader_now (reader));
  return TRUE;
}

/**
 * daftar_follow_up_counts_read:
 * @reader: a handle
 * @request: unused
 * @error: return location for a sentence for the user
 *
 * How many open follow-ups there are in each view. A #DaftarReadFunc.
 *
 * Returns: (transfer full) (nullable): a #DaftarFollowUpCounts, freed by g_free()
 */
gpointer
daftar_follow_up_counts_read (DaftarReader  *reader,
                              gpointer       request,
                              GError       **error)
{
  g_autofree DaftarFollowUpCounts *counts = g_new0 (DaftarFollowUpCounts, 1);
  DaftarFollowUpBounds bounds;

  if (!read_bounds (reader, &bounds, error) || !daftar_follow_up_store_count (reader, &bounds, counts, error))
    return NULL;
  return g_steal_pointer (&counts);
}

/**
 * daftar_follow_up_view_ids:
 * @reader: a handle
 * @view: a #DaftarFollowUpView by GINT_TO_POINTER()
 * @limit: how many at most; -1 for all
 * @error: return location for a sentence for the user
 *
 * The follow-ups of a view at this moment. A #DaftarIdListIdsFunc.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): their ids in order
 */
GArray *
daftar_follow_up_view_ids (DaftarReader  *reader,
                           gpointer       view,
                           int            limit,
                           GError       **error)
{
  DaftarFollowUpBounds bounds;

  if (!read_bounds (reader, &bounds, error))
    return NULL;
  return daftar_follow_up_store_list_ids (reader, GPOINTER_TO_INT (view), &bounds, limit, error);
}

/**
 * daftar_follow_up_read:
 * @reader: a handle
 * @id: a pointer to its id, a #gint64
 * @error: return location for a sentence for the user
 *
 * A #DaftarReadFunc.
 *
 * Returns: (transfer full) (nullable): the #DaftarFollowUp
 */
gpointer
daftar_follow_up_read (DaftarReader  *reader,
                       gpointer       id,
                       GError       **error)
{
  return daftar_follow_up_store_get (reader, *(gint64 *) id, error);
}

/**
 * daftar_follow_up_is_overdue:
 * @follow_up: one
 * @zone: the shop's
 * @now: the moment
 *
 * Returns: whether it stands in the view of overdue ones: its hour is past, or its day if it has no hour
 */
gboolean
daftar_follow_up_is_overdue (DaftarFollowUp *follow_up,
                             GTimeZone      *zone,
                             gint64          now)
{
  DaftarFollowUpBounds bounds;

  if (follow_up->status != DAFTAR_FOLLOW_UP_STATUS_OPEN || follow_up->next_at >= now)
    return FALSE;
  daftar_follow_up_bounds (&bounds, zone, now);
  return follow_up->next_at < bounds.day_start || follow_up->due_minute >= 0
         || follow_up->snoozed_until > follow_up->due_at;
}
