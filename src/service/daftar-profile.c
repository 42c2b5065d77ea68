/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-profile.h"

#include "daftar-blob-store.h"
#include "daftar-board-store.h"
#include "daftar-custom-store.h"
#include "daftar-customer-link-store.h"
#include "daftar-customer-store.h"
#include "daftar-follow-up-store.h"
#include "daftar-interaction-store.h"
#include "daftar-merge-store.h"
#include "daftar-shop-store.h"
#include "daftar-text.h"
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
  g_clear_pointer (&self->pinned, g_ptr_array_unref);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_pointer (&self->values, g_ptr_array_unref);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->referred, g_ptr_array_unref);
  g_clear_object (&self->company);
  g_clear_object (&self->referrer);
  g_clear_pointer (&self->photo, g_bytes_unref);
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

static gboolean
read_other (DaftarReader    *reader,
            gint64           id,
            DaftarCustomer **other,
            GError         **error)
{
  return id == 0 || (*other = daftar_customer_store_get (reader, id, error)) != NULL;
}

/* Who belongs to the customer, and what the shop itself keeps about each. */
static gboolean
read_more (DaftarReader   *reader,
           DaftarProfile  *self,
           gint64          id,
           GError        **error)
{
  DaftarCustomer *customer = self->customer;

  if (!read_other (reader, customer->company_id, &self->company, error)
      || !read_other (reader, customer->referred_by, &self->referrer, error)
      || (self->pinned = daftar_interaction_store_list_pinned (reader, id, error)) == NULL
      || (self->fields = daftar_custom_field_store_list (reader, error)) == NULL
      || (self->values = daftar_custom_value_store_list (reader, id, error)) == NULL
      || (self->people = daftar_customer_link_store_list (reader, DAFTAR_CUSTOMER_LINK_COMPANY, id,
                                                          DAFTAR_PROFILE_PEOPLE + 1, error)) == NULL
      || (self->referred = daftar_customer_link_store_list (reader, DAFTAR_CUSTOMER_LINK_REFERRED, id,
                                                            DAFTAR_PROFILE_PEOPLE + 1, error)) == NULL)
    return FALSE;
  /* A picture that is missing leaves the initials; the rest of the page is worth showing. */
  if (customer->photo_id != 0)
    self->photo = daftar_blob_store_get (reader, customer->photo_id, NULL);
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
  self->timeline = daftar_timeline_store_list (reader, id, NULL, 0, DAFTAR_PROFILE_TIMELINE, error);
  if (self->timeline == NULL || !read_more (reader, self, id, error))
    return NULL;
  self->n_closed_tickets = all_tickets->len - self->tickets->len;
  return g_steal_pointer (&self);
}

/* --- The timeline alone. --------------------------------------------------------------------------- */

/* So many are looked through at a time for a word. */
#define SEARCH_STEP 500

DaftarTimelineRequest *
daftar_timeline_request_new (gint64 customer_id,
                             int    limit)
{
  DaftarTimelineRequest *self = g_new0 (DaftarTimelineRequest, 1);

  self->customer_id = customer_id;
  self->limit = limit;
  return self;
}

void
daftar_timeline_request_free (DaftarTimelineRequest *self)
{
  g_clear_object (&self->after);
  g_free (self->query);
  g_free (self);
}

static gboolean
contains (const char *text,
          const char *query_fold)
{
  g_autofree char *fold = text != NULL ? daftar_text_fold (text) : NULL;

  return fold != NULL && daftar_text_fold_contains (fold, query_fold);
}

static gboolean
is_wanted (DaftarInteraction *entry,
           const char        *query_fold)
{
  g_autofree char *number = g_strdup_printf ("#%" G_GINT64_FORMAT, entry->ticket_number);

  return contains (entry->body, query_fold) || contains (entry->title, query_fold)
         || contains (entry->staff_name, query_fold) || (entry->ticket_number != 0 && contains (number, query_fold));
}

/* The words of the timeline are nowhere kept folded: what one customer has is folded as it is looked through, some
 * ten thousand entries in the blink of an eye, and on a thread of its own. */
static GPtrArray *
search (DaftarReader           *reader,
        DaftarTimelineRequest  *request,
        const char             *query_fold,
        GError                **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (DaftarInteraction) last = request->after != NULL ? g_object_ref (request->after) : NULL;
  guint n;

  do
    {
      g_autoptr (GPtrArray) page =
        daftar_timeline_store_list (reader, request->customer_id, last, request->kinds, SEARCH_STEP, error);

      if (page == NULL || g_cancellable_set_error_if_cancelled (daftar_reader_get_cancellable (reader), error))
        return NULL;
      n = page->len;
      for (guint i = 0; i < n && found->len < (guint) request->limit; i++)
        if (is_wanted (g_ptr_array_index (page, i), query_fold))
          g_ptr_array_add (found, g_object_ref (g_ptr_array_index (page, i)));
      if (n > 0)
        g_set_object (&last, g_ptr_array_index (page, n - 1));
    }
  while (n == SEARCH_STEP && found->len < (guint) request->limit);
  return g_steal_pointer (&found);
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
  DaftarTimelineRequest *self = request;
  g_autofree char *fold = self->query != NULL ? daftar_text_fold (self->query) : NULL;

  if (fold != NULL && *fold != '\0')
    return search (reader, self, fold, error);
  return daftar_timeline_store_list (reader, self->customer_id, self->after, self->kinds, self->limit, error);
}

/**
 * daftar_profile_find_value:
 * @self: a profile
 * @field_id: a field of the shop's own
 *
 * Returns: (transfer none) (nullable): what the customer has in it
 */
DaftarCustomValue *
daftar_profile_find_value (DaftarProfile *self,
                           gint64         field_id)
{
  for (guint i = 0; i < self->values->len; i++)
    {
      DaftarCustomValue *value = g_ptr_array_index (self->values, i);

      if (value->field_id == field_id)
        return value;
    }
  return NULL;
}
