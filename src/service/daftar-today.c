/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-today.h"

#include "daftar-date.h"
#include "daftar-follow-up-view.h"
#include "daftar-shop-store.h"
#include "daftar-today-store.h"

/* What runs out within the hour is of today's order whatever else is due. */
#define SOON_US G_TIME_SPAN_HOUR
#define OCCASION_DAYS 7
/* A list that one can work off; what doesn't fit comes up as the rest is done. */
#define MAX_EACH 50
#define MAX_DEALS 20

void
daftar_today_item_free (DaftarTodayItem *self)
{
  g_free (self->title);
  g_free (self->customer_name);
  g_free (self->phone);
  g_free (self->day);
  g_free (self);
}

/**
 * daftar_today_reason_nick:
 * @reason: why something is on the list
 *
 * Returns: (transfer none): its name in scripts and JSON
 */
const char *
daftar_today_reason_nick (DaftarTodayReason reason)
{
  static const char *const nicks[DAFTAR_N_TODAY] = { "ticket-late",   "follow-up-overdue", "ticket-soon", "follow-up-due",
                                                     "occasion",      "deal-quiet",        "deal-no-step" };

  return nicks[reason];
}

static DaftarTodayItem *
add_item (GPtrArray         *items,
          DaftarTodayReason  reason,
          DaftarKind         kind,
          gint64             id,
          const char        *title)
{
  DaftarTodayItem *item = g_new0 (DaftarTodayItem, 1);

  item->reason = reason;
  item->kind = kind;
  item->id = id;
  item->title = g_strdup (title);
  g_ptr_array_add (items, item);
  return item;
}

static gboolean
add_follow_ups (DaftarReader  *reader,
                GTimeZone     *zone,
                const char    *today,
                GPtrArray     *items,
                GError       **error)
{
  gint64 now = daftar_reader_now (reader);
  gint64 end = daftar_date_to_moment (today, DAFTAR_MINUTES_A_DAY - 1, zone);
  g_autoptr (GPtrArray) rows = daftar_today_store_follow_ups (reader, end, MAX_EACH, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      DaftarFollowUp *row = g_ptr_array_index (rows, i);
      gboolean overdue = daftar_follow_up_is_overdue (row, zone, now);
      DaftarTodayItem *item =
        add_item (items, overdue ? DAFTAR_TODAY_FOLLOW_UP_OVERDUE : DAFTAR_TODAY_FOLLOW_UP_DUE, DAFTAR_KIND_FOLLOW_UP,
                  DAFTAR_RECORD (row)->id, row->title);

      item->customer_id = row->customer_id;
      item->customer_name = g_strdup (row->customer_name);
      item->phone = g_strdup (row->phone);
      item->at = row->next_at;
    }
  return rows != NULL;
}

static gboolean
add_tickets (DaftarReader  *reader,
             GPtrArray     *items,
             GError       **error)
{
  gint64 now = daftar_reader_now (reader);
  g_autoptr (GPtrArray) rows = daftar_today_store_tickets (reader, now + SOON_US, MAX_EACH, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      DaftarTicket *row = g_ptr_array_index (rows, i);
      DaftarTodayItem *item =
        add_item (items, row->next_at < now ? DAFTAR_TODAY_TICKET_LATE : DAFTAR_TODAY_TICKET_SOON, DAFTAR_KIND_TICKET,
                  DAFTAR_RECORD (row)->id, row->subject);

      item->customer_id = row->customer_id;
      item->customer_name = g_strdup (row->customer_name);
      item->phone = g_strdup (row->phone);
      item->at = row->next_at;
      item->mood = row->mood;
      item->number = row->number;
    }
  return rows != NULL;
}

static gboolean
add_deals (DaftarReader  *reader,
           GPtrArray     *items,
           GError       **error)
{
  gint64 now = daftar_reader_now (reader);
  g_autoptr (GPtrArray) rows = daftar_today_store_quiet_deals (reader, MAX_DEALS, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      DaftarDeal *row = g_ptr_array_index (rows, i);
      int days = (int) ((now - row->activity_at) / G_TIME_SPAN_DAY);
      gboolean quiet = row->quiet_days > 0 && days >= row->quiet_days;
      DaftarTodayItem *item = add_item (items, quiet ? DAFTAR_TODAY_DEAL_QUIET : DAFTAR_TODAY_DEAL_NO_STEP,
                                        DAFTAR_KIND_DEAL, DAFTAR_RECORD (row)->id, row->title);

      item->customer_id = row->customer_id;
      item->customer_name = g_strdup (row->customer_name);
      item->at = row->activity_at;
      item->quiet_days = days;
    }
  return rows != NULL;
}

static gboolean
add_occasions (DaftarReader  *reader,
               const char    *today,
               GPtrArray     *items,
               GError       **error)
{
  g_autoptr (GPtrArray) rows = daftar_today_store_occasions (reader, today, OCCASION_DAYS, MAX_DEALS, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      DaftarOccasion *row = g_ptr_array_index (rows, i);
      DaftarTodayItem *item =
        add_item (items, DAFTAR_TODAY_OCCASION, DAFTAR_KIND_CUSTOMER, row->customer_id,
                  row->label != NULL ? row->label : daftar_enum_label (&daftar_enum_occasion_kind, row->kind));

      item->customer_id = row->customer_id;
      item->customer_name = g_strdup (row->customer_name);
      item->day = g_strdup (row->next_day);
    }
  return rows != NULL;
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const DaftarTodayItem *one = *(DaftarTodayItem *const *) a;
  const DaftarTodayItem *two = *(DaftarTodayItem *const *) b;

  if (one->reason != two->reason)
    return (int) one->reason - (int) two->reason;
  /* The angry first. */
  if (one->kind == DAFTAR_KIND_TICKET && one->mood != two->mood)
    return two->mood > one->mood ? 1 : -1;
  if (one->day != NULL && two->day != NULL)
    return g_strcmp0 (one->day, two->day);
  return one->at < two->at ? -1 : one->at > two->at;
}

/**
 * daftar_today_read:
 * @reader: a handle
 * @request: not used
 * @error: return location for a sentence for the user
 *
 * Puts together what to do now, in order, each with its reason. A #DaftarReadFunc.
 *
 * Returns: (transfer full) (nullable) (element-type DaftarTodayItem): the list
 */
gpointer
daftar_today_read (DaftarReader  *reader,
                   gpointer       request,
                   GError       **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) daftar_today_item_free);
  g_autoptr (DaftarShop) shop = daftar_shop_store_get (reader, error);
  g_autoptr (GTimeZone) zone = NULL;
  g_autofree char *today = NULL;

  if (shop == NULL)
    return error != NULL && *error != NULL ? NULL : g_steal_pointer (&items);
  zone = g_time_zone_new_identifier (shop->zone);
  if (zone == NULL)
    zone = g_time_zone_new_utc ();
  today = daftar_date_today (zone, daftar_reader_now (reader));
  if (!add_tickets (reader, items, error) || !add_follow_ups (reader, zone, today, items, error)
      || !add_occasions (reader, today, items, error) || !add_deals (reader, items, error))
    return NULL;
  g_ptr_array_sort (items, compare_items);
  return g_steal_pointer (&items);
}
