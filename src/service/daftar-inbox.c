/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-inbox.h"

#include "daftar-date.h"
#include "daftar-shop-store.h"

/* Solved "this week" are the last seven days: on the first day of a week that is more use than nothing. */
#define SOLVED_DAYS 7

struct _DaftarInbox
{
  gatomicrefcount refs;
  DaftarInboxView view;
  gint64 staff_id;

  GMutex mutex;
  gint64 first[DAFTAR_N_INBOX_SECTIONS]; /* the ticket that begins it; 0: no such section */
  guint count[DAFTAR_N_INBOX_SECTIONS];
};

/**
 * daftar_inbox_new:
 * @view: which tickets
 * @staff_id: who looks
 *
 * Returns: (transfer full): what daftar_id_list_show() gets as data, with daftar_inbox_ids(),
 *   daftar_inbox_ref() as its copy and daftar_inbox_unref()
 */
DaftarInbox *
daftar_inbox_new (DaftarInboxView view,
                  gint64          staff_id)
{
  DaftarInbox *self = g_new0 (DaftarInbox, 1);

  g_atomic_ref_count_init (&self->refs);
  g_mutex_init (&self->mutex);
  self->view = view;
  self->staff_id = staff_id;
  return self;
}

gpointer
daftar_inbox_ref (gpointer self)
{
  g_atomic_ref_count_inc (&((DaftarInbox *) self)->refs);
  return self;
}

void
daftar_inbox_unref (gpointer inbox)
{
  DaftarInbox *self = inbox;

  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_mutex_clear (&self->mutex);
  g_free (self);
}

/**
 * daftar_inbox_query:
 * @reader: a handle
 * @view: which tickets
 * @staff_id: who looks
 * @query: (out): the question as seen from now, in the shop's own days
 * @error: return location for a sentence for the user
 */
gboolean
daftar_inbox_query (DaftarReader      *reader,
                    DaftarInboxView    view,
                    gint64             staff_id,
                    DaftarInboxQuery  *query,
                    GError           **error)
{
  g_autoptr (DaftarShop) shop = daftar_shop_store_get (reader, error);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (shop != NULL ? shop->zone : "UTC");
  gint64 now = daftar_reader_now (reader);
  g_autofree char *today = daftar_date_today (zone, now);
  g_autofree char *tomorrow = daftar_date_add_days (today, 1);
  g_autofree char *since = daftar_date_add_days (today, 1 - SOLVED_DAYS);

  *query = (DaftarInboxQuery) { .view = view, .staff_id = staff_id, .now = now };
  query->end_of_today = daftar_date_to_moment (tomorrow, 0, zone);
  query->solved_since = daftar_date_to_moment (since, 0, zone);
  return shop != NULL;
}

static void
keep_sections (DaftarInbox *self,
               GArray      *ids,
               GArray      *sections)
{
  g_mutex_lock (&self->mutex);
  memset (self->first, 0, sizeof self->first);
  memset (self->count, 0, sizeof self->count);
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 section = g_array_index (sections, gint64, i);

      if (self->count[section]++ == 0)
        self->first[section] = g_array_index (ids, gint64, i);
    }
  g_mutex_unlock (&self->mutex);
}

/**
 * daftar_inbox_ids:
 * @reader: a handle
 * @inbox: a #DaftarInbox
 * @limit: how many at most; -1 for all
 * @error: return location for a sentence for the user
 *
 * A #DaftarIdListIdsFunc.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the tickets, what must be answered next first
 */
GArray *
daftar_inbox_ids (DaftarReader  *reader,
                  gpointer       inbox,
                  int            limit,
                  GError       **error)
{
  DaftarInbox *self = inbox;
  g_autoptr (GArray) sections = g_array_new (FALSE, FALSE, sizeof (gint64));
  DaftarInboxQuery query;
  GArray *ids;

  if (!daftar_inbox_query (reader, self->view, self->staff_id, &query, error))
    return NULL;
  ids = daftar_inbox_store_list_ids (reader, &query, limit, sections, error);
  if (ids != NULL)
    keep_sections (self, ids, sections);
  return ids;
}

/**
 * daftar_inbox_get_heading:
 * @self: what a list shows
 * @ticket_id: a ticket of it
 * @section: (out): the #DaftarInboxSection that begins with it
 * @count: (out): how many tickets that section has
 *
 * Returns: whether a section begins with this ticket
 */
gboolean
daftar_inbox_get_heading (DaftarInbox *self,
                          gint64       ticket_id,
                          guint       *section,
                          guint       *count)
{
  gboolean found = FALSE;

  g_mutex_lock (&self->mutex);
  for (guint i = 0; i < DAFTAR_N_INBOX_SECTIONS && !found; i++)
    if (self->count[i] > 0 && self->first[i] == ticket_id)
      {
        *section = i;
        *count = self->count[i];
        found = TRUE;
      }
  g_mutex_unlock (&self->mutex);
  return found;
}

gpointer
daftar_inbox_count_read (DaftarReader  *reader,
                         gpointer       staff_id,
                         GError       **error)
{
  g_autofree DaftarInboxCounts *counts = g_new0 (DaftarInboxCounts, 1);
  DaftarInboxQuery query;

  if (!daftar_inbox_query (reader, DAFTAR_INBOX_NOW, *(gint64 *) staff_id, &query, error)
      || !daftar_inbox_store_count (reader, &query, counts, error))
    return NULL;
  return g_steal_pointer (&counts);
}
