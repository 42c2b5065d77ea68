/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-profile.h"

#include "daftar-board-store.h"
#include "daftar-customer-store.h"
#include "daftar-follow-up-store.h"
#include "daftar-interaction-store.h"
#include "daftar-merge-store.h"
#include "daftar-shop-store.h"
#include "daftar-ticket-store.h"

void
daftar_profile_free (DaftarProfile *self)
{
  g_clear_object (&self->customer);
  g_clear_object (&self->shop);
  g_clear_pointer (&self->points, g_ptr_array_unref);
  g_clear_pointer (&self->occasions, g_ptr_array_unref);
  g_clear_pointer (&self->follow_ups, g_ptr_array_unref);
  g_clear_pointer (&self->tickets, g_ptr_array_unref);
  g_clear_pointer (&self->deals, g_ptr_array_unref);
  g_clear_pointer (&self->purchases, g_ptr_array_unref);
  g_clear_pointer (&self->timeline, g_ptr_array_unref);
  g_free (self);
}

/* What only lists compute (main number, value, open tickets) comes from the customer's row. */
static gboolean
add_row_values (DaftarReader    *reader,
                DaftarCustomer  *customer,
                GError         **error)
{
  g_autoptr (GPtrArray) rows = daftar_customer_store_get_rows (reader, &DAFTAR_RECORD (customer)->id, 1, error);
  DaftarCustomer *row;

  if (rows == NULL || rows->len == 0)
    return rows != NULL;
  row = g_ptr_array_index (rows, 0);
  daftar_set_text (&customer->phone, row->phone);
  daftar_set_text (&customer->phone_norm, row->phone_norm);
  daftar_set_text (&customer->email, row->email);
  daftar_set_text (&customer->stage_name, row->stage_name);
  customer->stage_role = row->stage_role;
  customer->n_open_tickets = row->n_open_tickets;
  customer->worst_mood = row->worst_mood;
  customer->value = row->value;
  return TRUE;
}

/**
 * daftar_profile_read:
 * @reader: a handle
 * @customer_id: a pointer to the customer's id, a #gint64; that of a merged one leads to whom it is now
 * @error: return location for a sentence for the user
 *
 * A #DaftarReadFunc.
 *
 * Returns: (transfer full) (nullable): a #DaftarProfile
 */
gpointer
daftar_profile_read (DaftarReader  *reader,
                     gpointer       customer_id,
                     GError       **error)
{
  gint64 id = daftar_merge_store_resolve (reader, *(gint64 *) customer_id, error);
  g_autoptr (DaftarProfile) self = g_new0 (DaftarProfile, 1);
  g_autoptr (GPtrArray) all_tickets = NULL;

  if (id == 0 || !daftar_customer_store_check_not_erased (reader, id, error) || (self->customer = daftar_customer_store_get (reader, id, error)) == NULL
      || !add_row_values (reader, self->customer, error)
      || (self->points = daftar_contact_point_store_list (reader, id, error)) == NULL
      || (self->occasions = daftar_occasion_store_list (reader, id, error)) == NULL
      || (self->follow_ups = daftar_follow_up_store_list_of_customer (reader, id, TRUE, error)) == NULL
      || (self->tickets = daftar_ticket_store_list_of_customer (reader, id, TRUE, error)) == NULL
      || (all_tickets = daftar_ticket_store_list_of_customer (reader, id, FALSE, error)) == NULL
      || (self->deals = daftar_deal_store_list_of_customer (reader, id, TRUE, error)) == NULL
      || (self->purchases = daftar_purchase_store_list (reader, id, error)) == NULL
      || (self->shop = daftar_shop_store_get (reader, error)) == NULL)
    return NULL;
  self->timeline = daftar_timeline_store_list (reader, id, G_MAXINT64, DAFTAR_PROFILE_TIMELINE, error);
  if (self->timeline == NULL)
    return NULL;
  self->n_closed_tickets = all_tickets->len - self->tickets->len;
  return g_steal_pointer (&self);
}

/**
 * daftar_timeline_read:
 * @reader: a handle
 * @request: a #DaftarTimelineRequest
 * @error: return location for a sentence for the user
 *
 * A #DaftarReadFunc.
 *
 * Returns: (transfer full) (nullable) (element-type DaftarInteraction): older entries, the newest first
 */
gpointer
daftar_timeline_read (DaftarReader  *reader,
                      gpointer       request,
                      GError       **error)
{
  DaftarTimelineRequest *timeline = request;

  return daftar_timeline_store_list (reader, timeline->customer_id, timeline->before, timeline->limit, error);
}
