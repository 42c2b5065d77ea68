/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-customer-list-store.h"

#include "daftar-customer-order.h"
#include "daftar-row.h"
#include "daftar-search-store.h"

/* A search within a filter looks further, since most of what it finds is let go again. */
#define MAX_FOUND_TO_FILTER 10000

/**
 * daftar_customer_query_new:
 * @order: by what
 * @descending: the largest first
 * @filter: (nullable): who
 *
 * Returns: (transfer full): a question to the list of customers
 */
DaftarCustomerQuery *
daftar_customer_query_new (DaftarCustomerOrder         order,
                           gboolean                    descending,
                           const DaftarCustomerFilter *filter)
{
  DaftarCustomerQuery *self = g_new0 (DaftarCustomerQuery, 1);

  self->order = order;
  self->descending = descending;
  self->filter = filter != NULL ? daftar_customer_filter_copy (filter) : NULL;
  return self;
}

DaftarCustomerQuery *
daftar_customer_query_copy (const DaftarCustomerQuery *self)
{
  return daftar_customer_query_new (self->order, self->descending, self->filter);
}

void
daftar_customer_query_free (DaftarCustomerQuery *self)
{
  g_clear_pointer (&self->filter, daftar_customer_filter_free);
  g_free (self);
}

/* Of @ids those that @filter lets through, in their order. */
static GArray *
narrow (DaftarReader                *reader,
        const DaftarCustomerFilter  *filter,
        GArray                      *taken,
        GError                     **error)
{
  g_autoptr (GArray) ids = taken;
  g_autoptr (DaftarIdValues) matches = NULL;
  gint64 n_conditions, met;
  guint n = 0;

  if (ids == NULL || filter == NULL || daftar_customer_filter_is_empty (filter))
    return g_steal_pointer (&ids);
  if (!daftar_customer_filter_match (reader, filter, &matches, &n_conditions, error))
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      if (daftar_id_values_get (matches, id, &met) && met == n_conditions)
        g_array_index (ids, gint64, n++) = id;
    }
  g_array_set_size (ids, n);
  return g_steal_pointer (&ids);
}

/**
 * daftar_customer_list_store_ids:
 * @reader: a handle
 * @query: in which order, and who
 * @limit: how many are needed at once; -1 for all. More than these come back where all were found anyway
 * @error: return location for a sentence for the user
 *
 * Lists the customers that aren't deleted. What is searched for comes in the order of the search, the best
 * first; @query's order is for when nothing is.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): ids
 */
GArray *
daftar_customer_list_store_ids (DaftarReader               *reader,
                                const DaftarCustomerQuery  *query,
                                int                         limit,
                                GError                    **error)
{
  const DaftarCustomerFilter *filter = query->filter;
  gboolean narrowed = filter != NULL && !daftar_customer_filter_is_empty (filter);
  GArray *ids;

  if (filter == NULL || filter->text == NULL || *filter->text == '\0')
    return narrow (reader, filter,
                   daftar_customer_order_ids (reader, query->order, query->descending, narrowed ? -1 : limit, error),
                   error);
  ids = narrow (reader, filter,
                daftar_search_store_find_customers (reader, filter->text, narrowed ? MAX_FOUND_TO_FILTER : DAFTAR_MAX_CUSTOMERS_FOUND,
                                                    error),
                error);
  if (ids != NULL && ids->len > DAFTAR_MAX_CUSTOMERS_FOUND)
    g_array_set_size (ids, DAFTAR_MAX_CUSTOMERS_FOUND);
  return ids;
}

/**
 * daftar_customer_store_list_ids:
 * @reader: a handle
 * @order: by what, in its natural direction: names from the first, days from the newest, numbers from the
 *   largest
 * @limit: how many at most; -1 for all
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the customers that aren't deleted, in order
 */
GArray *
daftar_customer_store_list_ids (DaftarReader         *reader,
                                DaftarCustomerOrder   order,
                                int                   limit,
                                GError              **error)
{
  g_autoptr (GArray) ids =
    daftar_customer_order_ids (reader, order, daftar_customer_order_descends (order), limit, error);

  if (ids != NULL && limit >= 0 && ids->len > (guint) limit)
    g_array_set_size (ids, limit);
  return g_steal_pointer (&ids);
}

static char **
list_texts (DaftarReader  *reader,
            const char    *sql,
            GError       **error)
{
  g_autoptr (DaftarStatement) rows = daftar_db_query (READER_DB (reader), error, sql, NULL);
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  GError *local = NULL;

  if (rows == NULL)
    return NULL;
  while (daftar_statement_next (rows, &local))
    g_strv_builder_add (texts, daftar_statement_get_text (rows, 0));
  if (local == NULL)
    return g_strv_builder_end (texts);
  g_propagate_error (error, local);
  return NULL;
}

/**
 * daftar_customer_list_store_tags:
 * @reader: a handle
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable): the tags in use, the most used first; at most 200
 */
char **
daftar_customer_list_store_tags (DaftarReader  *reader,
                                 GError       **error)
{
  return list_texts (reader, "SELECT tag FROM customer_tag GROUP BY tag ORDER BY count(*) DESC, tag LIMIT 200", error);
}

/**
 * daftar_customer_list_store_cities:
 * @reader: a handle
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable): the cities where customers live, those of most first; at most 200
 */
char **
daftar_customer_list_store_cities (DaftarReader  *reader,
                                   GError       **error)
{
  return list_texts (reader,
                     "SELECT city FROM customer WHERE city IS NOT NULL AND deleted_at IS NULL"
                     " GROUP BY city ORDER BY count(*) DESC, city LIMIT 200",
                     error);
}
