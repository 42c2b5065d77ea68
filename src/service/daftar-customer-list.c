/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-customer-list.h"

#include <glib/gi18n-lib.h>

#include "daftar-board-store.h"
#include "daftar-custom-store.h"
#include "daftar-customer-list-store.h"
#include "daftar-customer-store.h"
#include "daftar-error.h"
#include "daftar-filter-store.h"
#include "daftar-follow-up-action.h"

/* --- What can be chosen. --------------------------------------------------------------------------- */

void
daftar_filter_choices_free (DaftarFilterChoices *self)
{
  g_strfreev (self->tags);
  g_strfreev (self->cities);
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  g_clear_pointer (&self->boards, g_ptr_array_unref);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_free (self);
}

static gboolean
add_stages (DaftarReader         *reader,
            DaftarFilterChoices  *self,
            GError              **error)
{
  self->stages = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->boards->len; i++)
    {
      GPtrArray *stages = daftar_stage_store_list (reader, DAFTAR_RECORD (g_ptr_array_index (self->boards, i))->id, error);

      if (stages == NULL)
        return FALSE;
      g_ptr_array_extend_and_steal (self->stages, stages);
    }
  return TRUE;
}

/**
 * daftar_filter_choices_read:
 * @reader: a handle
 * @unused: nothing
 * @error: return location for a sentence for the user
 *
 * A #DaftarReadFunc.
 *
 * Returns: (transfer full) (nullable): #DaftarFilterChoices
 */
gpointer
daftar_filter_choices_read (DaftarReader  *reader,
                            gpointer       unused,
                            GError       **error)
{
  g_autoptr (DaftarFilterChoices) self = g_new0 (DaftarFilterChoices, 1);

  if ((self->tags = daftar_customer_list_store_tags (reader, error)) == NULL
      || (self->cities = daftar_customer_list_store_cities (reader, error)) == NULL
      || (self->boards = daftar_board_store_list (reader, error)) == NULL || !add_stages (reader, self, error)
      || (self->fields = daftar_custom_field_store_list (reader, error)) == NULL)
    return NULL;
  return g_steal_pointer (&self);
}

/* --- Many at once. --------------------------------------------------------------------------------- */

/**
 * daftar_customer_bulk_new:
 * @ids: (transfer full) (element-type gint64): customers
 *
 * Returns: (transfer full): a change of them, to be filled in
 */
DaftarCustomerBulk *
daftar_customer_bulk_new (GArray *ids)
{
  DaftarCustomerBulk *self = g_new0 (DaftarCustomerBulk, 1);

  self->ids = ids;
  return self;
}

void
daftar_customer_bulk_free (DaftarCustomerBulk *self)
{
  g_array_unref (self->ids);
  g_free (self->add_tag);
  g_free (self->remove_tag);
  g_clear_object (&self->follow_up);
  g_free (self);
}

/* The tags with one more, or one less: each stands on a line of its own. */
static char *
change_tags (const char *tags,
             const char *add,
             const char *remove)
{
  g_auto (GStrv) before = g_strsplit (tags != NULL ? tags : "", "\n", -1);
  g_autoptr (GStrvBuilder) after = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; before[i] != NULL; i++)
    if (*before[i] != '\0' && g_strcmp0 (before[i], remove) != 0 && g_strcmp0 (before[i], add) != 0)
      g_strv_builder_add (after, before[i]);
  if (add != NULL)
    g_strv_builder_add (after, add);
  list = g_strv_builder_end (after);
  return *list != NULL ? g_strjoinv ("\n", list) : NULL;
}

static gboolean
change_one (DaftarTxn           *txn,
            DaftarCustomerBulk  *bulk,
            DaftarCustomer      *customer,
            GError             **error)
{
  g_autoptr (DaftarFollowUp) follow_up = NULL;
  g_autoptr (DaftarFollowUp) saved = NULL;

  if (bulk->add_tag != NULL || bulk->remove_tag != NULL)
    {
      g_autofree char *tags = change_tags (customer->tags, bulk->add_tag, bulk->remove_tag);

      daftar_set_text (&customer->tags, tags);
      if (!daftar_customer_store_save (txn, customer, error))
        return FALSE;
    }
  if (bulk->follow_up == NULL)
    return TRUE;
  follow_up = daftar_record_copy (bulk->follow_up);
  follow_up->customer_id = DAFTAR_RECORD (customer)->id;
  saved = daftar_follow_up_save_write (txn, follow_up, error);
  return saved != NULL;
}

/**
 * daftar_customer_bulk_write:
 * @txn: a handle
 * @bulk: a #DaftarCustomerBulk
 * @error: return location for a sentence for the user
 *
 * Changes all of them or none, as one step that can be undone. A #DaftarWriteFunc.
 */
gpointer
daftar_customer_bulk_write (DaftarTxn  *txn,
                            gpointer    bulk,
                            GError    **error)
{
  DaftarCustomerBulk *self = bulk;

  if (self->ids->len > DAFTAR_MAX_BULK)
    {
      g_set_error (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED,
                   _("At most %d customers can be changed at once. Narrow the list first."), DAFTAR_MAX_BULK);
      return NULL;
    }
  for (guint i = 0; i < self->ids->len; i++)
    {
      g_autoptr (GError) local = NULL;
      g_autoptr (DaftarCustomer) customer =
        daftar_customer_store_get (daftar_txn_reader (txn), g_array_index (self->ids, gint64, i), &local);

      if (customer == NULL && !g_error_matches (local, DAFTAR_ERROR, DAFTAR_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return NULL;
        }
      if (customer != NULL && customer->deleted_at == 0 && !change_one (txn, self, customer, error))
        return NULL;
    }
  return NULL;
}

/* --- Filters that are kept. ------------------------------------------------------------------------ */

/**
 * daftar_saved_filters_read:
 * @reader: a handle
 * @page: the id of a page
 * @error: return location for a sentence for the user
 *
 * A #DaftarReadFunc.
 *
 * Returns: (transfer full) (nullable) (element-type DaftarSavedFilter): its filters
 */
gpointer
daftar_saved_filters_read (DaftarReader  *reader,
                           gpointer       page,
                           GError       **error)
{
  return daftar_filter_store_list (reader, page, error);
}

/**
 * daftar_saved_filter_write:
 * @txn: a handle
 * @filter: a #DaftarSavedFilter
 * @error: return location for a sentence for the user
 *
 * A #DaftarWriteFunc.
 */
gpointer
daftar_saved_filter_write (DaftarTxn  *txn,
                           gpointer    filter,
                           GError    **error)
{
  daftar_filter_store_save (txn, filter, error);
  return NULL;
}

/**
 * daftar_saved_filter_delete_write:
 * @txn: a handle
 * @id: a pointer to the filter's id, a #gint64
 * @error: return location for a sentence for the user
 *
 * A #DaftarWriteFunc.
 */
gpointer
daftar_saved_filter_delete_write (DaftarTxn  *txn,
                                  gpointer    id,
                                  GError    **error)
{
  daftar_filter_store_delete (txn, *(gint64 *) id, error);
  return NULL;
}
