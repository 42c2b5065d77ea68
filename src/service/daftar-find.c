/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-find.h"

#include "daftar-customer-store.h"

DaftarFindRequest *
daftar_find_request_new (const char *query,
                         DaftarKind  kind,
                         int         limit)
{
  DaftarFindRequest *self = g_new0 (DaftarFindRequest, 1);

  self->query = g_strdup (query);
  self->kind = kind;
  self->limit = limit;
  return self;
}

void
daftar_find_request_free (DaftarFindRequest *self)
{
  g_free (self->query);
  g_free (self);
}

/**
 * daftar_find_read:
 * @reader: a handle
 * @request: a #DaftarFindRequest
 * @error: return location for a sentence for the user
 *
 * A #DaftarReadFunc.
 *
 * Returns: (transfer full) (nullable) (element-type DaftarHit): what was found, the best first
 */
gpointer
daftar_find_read (DaftarReader  *reader,
                  gpointer       request,
                  GError       **error)
{
  DaftarFindRequest *self = request;

  return daftar_search_store_find (reader, self->query, self->kind, self->limit, error);
}

/**
 * daftar_find_customers_read:
 * @reader: a handle
 * @request: a #DaftarFindRequest; its kind does not matter
 * @error: return location for a sentence for the user
 *
 * A #DaftarReadFunc.
 *
 * Returns: (transfer full) (nullable) (element-type DaftarCustomer): with all that a row shows, and by what
 *   each was found
 */
gpointer
daftar_find_customers_read (DaftarReader  *reader,
                            gpointer       request,
                            GError       **error)
{
  DaftarFindRequest *self = request;
  g_autoptr (GArray) ids = daftar_search_store_find_customers (reader, self->query, self->limit, error);

  g_autoptr (GPtrArray) rows = NULL;

  if (ids == NULL)
    return NULL;
  rows = daftar_customer_store_get_rows (reader, (const gint64 *) ids->data, ids->len, error);
  if (rows == NULL || !daftar_search_store_explain (reader, self->query, rows, error))
    return NULL;
  return g_steal_pointer (&rows);
}
