/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-ticket-view.h"

#include "daftar-customer-store.h"
#include "daftar-date.h"
#include "daftar-shop-store.h"
#include "daftar-ticket-store.h"

#define MORNING (9 * 60)

void
daftar_ticket_view_free (gpointer data)
{
  DaftarTicketView *self = data;

  g_clear_object (&self->ticket);
  g_clear_object (&self->customer);
  g_clear_pointer (&self->points, g_ptr_array_unref);
  g_clear_pointer (&self->conversation, g_ptr_array_unref);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  g_clear_pointer (&self->staff, g_ptr_array_unref);
  g_free (self);
}

static gint64
moment_of (gpointer record)
{
  return DAFTAR_IS_TICKET_MESSAGE (record) ? DAFTAR_TICKET_MESSAGE (record)->at : DAFTAR_TICKET_EVENT (record)->at;
}

/* Both are in order already. What was said comes before what it made of the ticket. */
static GPtrArray *
weave (GPtrArray *messages,
       GPtrArray *events)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);
  guint m = 0, e = 0;

  while (m < messages->len || e < events->len)
    {
      gboolean message =
        e == events->len
        || (m < messages->len && moment_of (messages->pdata[m]) <= moment_of (events->pdata[e]));

      g_ptr_array_add (all, g_object_ref (message ? messages->pdata[m++] : events->pdata[e++]));
    }
  return all;
}

static gboolean
read_customer (DaftarReader      *reader,
               DaftarTicketView  *self,
               GError           **error)
{
  gint64 id = self->ticket->customer_id;

  if (id == 0)
    {
      self->points = g_ptr_array_new_with_free_func (g_object_unref);
      self->others = g_ptr_array_new_with_free_func (g_object_unref);
      return TRUE;
    }
  if ((self->customer = daftar_customer_store_get (reader, id, error)) == NULL
      || (self->points = daftar_contact_point_store_list (reader, id, error)) == NULL
      || (self->others = daftar_ticket_store_list_of_customer (reader, id, TRUE, error)) == NULL)
    return FALSE;
  for (guint i = self->others->len; i > 0; i--)
    if (DAFTAR_RECORD (self->others->pdata[i - 1])->id == DAFTAR_RECORD (self->ticket)->id)
      g_ptr_array_remove_index (self->others, i - 1);
  return TRUE;
}

/* A day without hours of its own begins at nine. */
static gint64
morning (GTimeZone  *zone,
         const char *today,
         int         days)
{
  g_autofree char *day = daftar_date_add_days (today, days);

  return daftar_date_to_moment (day, MORNING, zone);
}

/* The moments to which one puts a ticket off. */
static gboolean
read_moments (DaftarReader      *reader,
              DaftarTicketView  *self,
              GError           **error)
{
  g_autoptr (DaftarShop) shop = daftar_shop_store_get (reader, error);
  g_autoptr (DaftarHours) hours = shop != NULL ? daftar_shop_store_get_hours (reader, error) : NULL;
  g_autoptr (GTimeZone) zone = NULL;
  g_autofree char *today = NULL;
  g_autofree char *tomorrow = NULL;
  gint64 midnight;

  if (hours == NULL)
    return FALSE;
  zone = g_time_zone_new_identifier (shop->zone);
  today = daftar_date_today (zone, daftar_reader_now (reader));
  tomorrow = daftar_date_add_days (today, 1);
  midnight = daftar_date_to_moment (tomorrow, 0, zone);
  self->tomorrow = morning (zone, today, 1);
  self->next_week = morning (zone, today, 7);
  self->next_opening = daftar_hours_next_open (hours, midnight);
  if (self->next_opening == midnight || self->next_opening == DAFTAR_HOURS_NEVER)
    self->next_opening = self->tomorrow;
  return TRUE;
}

/**
 * daftar_ticket_read:
 * @reader: a handle
 * @ticket_id: a pointer to the ticket's id, a #gint64
 * @error: return location for a sentence for the user
 *
 * A #DaftarReadFunc.
 *
 * Returns: (transfer full) (nullable): a #DaftarTicketView
 */
gpointer
daftar_ticket_read (DaftarReader  *reader,
                    gpointer       ticket_id,
                    GError       **error)
{
  gint64 id = *(gint64 *) ticket_id;
  g_autoptr (DaftarTicketView) self = g_new0 (DaftarTicketView, 1);
  g_autoptr (GPtrArray) messages = NULL;
  g_autoptr (GPtrArray) events = NULL;

  if ((self->ticket = daftar_ticket_store_get (reader, id, error)) == NULL
      || (messages = daftar_ticket_store_list_messages (reader, id, error)) == NULL
      || (events = daftar_ticket_store_list_events (reader, id, error)) == NULL
      || (self->staff = daftar_staff_store_list (reader, error)) == NULL || !read_customer (reader, self, error)
      || !read_moments (reader, self, error))
    return NULL;
  self->conversation = weave (messages, events);
  return g_steal_pointer (&self);
}
