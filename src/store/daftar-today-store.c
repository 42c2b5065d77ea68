/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-today-store.h"

#include <string.h>

#include "daftar-board-store.h"
#include "daftar-date.h"
#include "daftar-follow-up-store.h"
#include "daftar-row.h"
#include "daftar-shop-store.h"
#include "daftar-ticket-store.h"

static GArray *
query_ids (DaftarReader  *reader,
           const char    *sql,
           gint64         moment,
           int            limit,
           GError       **error)
{
  return daftar_row_ids (daftar_db_query (READER_DB (reader), error, sql, DB_INT ("moment", moment),
                                          DB_INT ("limit", limit), NULL),
                         error);
}

/**
 * daftar_today_store_follow_ups:
 * @reader: a handle
 * @until: a moment
 * @limit: how many at most
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable) (element-type DaftarFollowUp): those due by then, the longest overdue
 *   first
 */
GPtrArray *
daftar_today_store_follow_ups (DaftarReader  *reader,
                               gint64         until,
                               int            limit,
                               GError       **error)
{
  g_autoptr (GArray) ids = query_ids (reader,
                                      "SELECT id FROM follow_up WHERE status = 0 AND deleted_at IS NULL"
                                      " AND next_at <= $moment ORDER BY next_at LIMIT $limit",
                                      until, limit, error);

  return ids == NULL ? NULL
                     : daftar_follow_up_store_get_rows (reader, (const gint64 *) ids->data, ids->len, error);
}

/**
 * daftar_today_store_tickets:
 * @reader: a handle
 * @until: a moment
 * @limit: how many at most
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable) (element-type DaftarTicket): those that come back by then, late ones
 *   first
 */
GPtrArray *
daftar_today_store_tickets (DaftarReader  *reader,
                            gint64         until,
                            int            limit,
                            GError       **error)
{
  g_autoptr (GArray) ids = query_ids (reader,
                                      "SELECT id FROM ticket WHERE next_at <= $moment AND deleted_at IS NULL"
                                      " ORDER BY next_at, id LIMIT $limit",
                                      until, limit, error);

  return ids == NULL ? NULL : daftar_ticket_store_get_rows (reader, (const gint64 *) ids->data, ids->len, error);
}

/**
 * daftar_today_store_quiet_deals:
 * @reader: a handle
 * @limit: how many at most
 * @error: return location for a sentence for the user
 *
 * Finds open deals that nothing is planned for: no next step at all, or none and nothing happened for as
 * long as their stage allows. While a next step lies in the future a deal is not quiet.
 *
 * Returns: (transfer full) (nullable) (element-type DaftarDeal): the quietest first
 */
GPtrArray *
daftar_today_store_quiet_deals (DaftarReader  *reader,
                                int            limit,
                                GError       **error)
{
  g_autoptr (GArray) ids = query_ids (reader,
                                      "SELECT d.id FROM deal d INDEXED BY deal_activity"
                                      " WHERE d.status = 0 AND d.deleted_at IS NULL AND d.activity_at <= $moment"
                                      " AND NOT EXISTS (SELECT 1 FROM follow_up f WHERE f.deal_id = d.id"
                                      "  AND f.status = 0 AND f.deleted_at IS NULL)"
                                      " ORDER BY d.activity_at LIMIT $limit",
                                      daftar_reader_now (reader), limit, error);

  return ids == NULL ? NULL : daftar_deal_store_get_rows (reader, (const gint64 *) ids->data, ids->len, error);
}

/* "02-28" and, in a year that has no 29 February, that too. */
static GPtrArray *
days_between (const char *first_day,
              int         n_days)
{
  GPtrArray *days = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < n_days; i++)
    {
      char *day = daftar_date_add_days (first_day, i);

      g_ptr_array_add (days, day);
    }
  return days;
}

static gboolean
add_gregorian (DaftarReader  *reader,
               const char    *day,
               int            limit,
               GPtrArray     *occasions,
               GError       **error)
{
  int year, month, date;
  gboolean leap_too = daftar_date_parse_iso (day, &year, &month, &date) && month == 2 && date == 28
                      && daftar_date_days_in_month (year, 2) == 28;
  g_autoptr (GPtrArray) found = daftar_row_all (
    daftar_db_query (READER_DB (reader), error,
                     "SELECT o.*, c.name AS customer_name, $day AS next_day FROM occasion o"
                     " JOIN customer c ON c.id = o.customer_id WHERE o.hijri = 0"
                     " AND substr (o.day, 6) IN (substr ($day, 6), $leap) AND c.deleted_at IS NULL AND c.do_not_contact = 0"
                     " LIMIT $limit",
                     DB_TEXT ("day", day), DB_TEXT ("leap", leap_too ? "02-29" : NULL), DB_INT ("limit", limit), NULL),
    DAFTAR_TYPE_OCCASION, error);

  if (found == NULL)
    return FALSE;
  g_ptr_array_extend (occasions, found, (GCopyFunc) g_object_ref, NULL);
  return TRUE;
}

/* Few occasions are kept by the Hijri date; each is compared by its own calendar. */
static gboolean
add_hijri (DaftarReader  *reader,
           GPtrArray     *days,
           GPtrArray     *occasions,
           GError       **error)
{
  g_autoptr (GPtrArray) all = daftar_row_all (
    daftar_db_query (READER_DB (reader), error,
                     "SELECT o.*, c.name AS customer_name FROM occasion o JOIN customer c ON c.id = o.customer_id"
                     " WHERE o.hijri = 1 AND c.deleted_at IS NULL AND c.do_not_contact = 0",
                     NULL),
    DAFTAR_TYPE_OCCASION, error);

  for (guint i = 0; all != NULL && days->len > 0 && i < all->len; i++)
    {
      DaftarOccasion *occasion = g_ptr_array_index (all, i);
      g_autofree char *next = daftar_occasion_next (occasion, g_ptr_array_index (days, 0), NULL);

      if (next == NULL || strcmp (next, g_ptr_array_index (days, days->len - 1)) > 0)
        continue;
      daftar_set_text (&occasion->next_day, next);
      g_ptr_array_add (occasions, g_object_ref (occasion));
    }
  return all != NULL;
}

static int
compare_next (gconstpointer a,
              gconstpointer b)
{
  return strcmp ((*(DaftarOccasion *const *) a)->next_day, (*(DaftarOccasion *const *) b)->next_day);
}

/**
 * daftar_today_store_occasions:
 * @reader: a handle
 * @first_day: an ISO day
 * @n_days: how many days from it
 * @limit: how many at most of each day
 * @error: return location for a sentence for the user
 *
 * A greeting is of the shop's own accord: who must not be contacted is not among them.
 *
 * Returns: (transfer full) (nullable) (element-type DaftarOccasion): the occasions of these days with their
 *   "next-day", in order; 29 February is kept on the 28th where there is none
 */
GPtrArray *
daftar_today_store_occasions (DaftarReader  *reader,
                              const char    *first_day,
                              int            n_days,
                              int            limit,
                              GError       **error)
{
  g_autoptr (GPtrArray) days = days_between (first_day, n_days);
  g_autoptr (GPtrArray) occasions = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < days->len; i++)
    if (!add_gregorian (reader, g_ptr_array_index (days, i), limit, occasions, error))
      return NULL;
  if (!add_hijri (reader, days, occasions, error))
    return NULL;
  g_ptr_array_sort (occasions, compare_next);
  return g_steal_pointer (&occasions);
}

/* Few occasions are kept by the Hijri date; each is looked at by its own calendar. */
static gboolean
add_hijri_month (DaftarReader  *reader,
                 const char    *today,
                 GArray        *ids,
                 GError       **error)
{
  g_autoptr (DaftarStatement) rows =
    daftar_db_query (READER_DB (reader), error, "SELECT customer_id, day FROM occasion WHERE hijri = 1", NULL);
  int year, month = 0, day, now_year, now_month = 0, now_day;
  GError *local = NULL;

  if (rows == NULL)
    return FALSE;
  daftar_hijri_from_iso (today, &now_year, &now_month, &now_day);
  while (daftar_statement_next (rows, &local))
    {
      gint64 id = daftar_statement_get_int (rows, 0);

      if (daftar_hijri_from_iso (daftar_statement_get_text (rows, 1), &year, &month, &day) && month == now_month)
        g_array_append_val (ids, id);
    }
  if (local != NULL)
    g_propagate_error (error, local);
  return local == NULL;
}

/**
 * daftar_today_store_occasion_month:
 * @reader: a handle
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the customers with an occasion in this month of
 *   its own calendar; one with several comes several times
 */
GArray *
daftar_today_store_occasion_month (DaftarReader  *reader,
                                   GError       **error)
{
  g_autoptr (GTimeZone) zone = daftar_shop_store_get_zone (reader, error);
  g_autofree char *today = NULL;
  g_autofree char *month = NULL;
  g_autoptr (GArray) ids = NULL;

  if (zone == NULL)
    return NULL;
  today = daftar_date_today (zone, daftar_reader_now (reader));
  month = g_strndup (today + strlen ("YYYY-"), strlen ("MM-"));
  ids = daftar_row_ids (daftar_db_query (READER_DB (reader), error,
                                         "SELECT customer_id FROM occasion WHERE hijri = 0"
                                         " AND substr (day, 6) >= $month AND substr (day, 6) < $month || '99'",
                                         DB_TEXT ("month", month), NULL),
                        error);
  if (ids == NULL || !add_hijri_month (reader, today, ids, error))
    return NULL;
  return g_steal_pointer (&ids);
}
