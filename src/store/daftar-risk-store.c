/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-risk-store.h"

#include "daftar-row.h"

/* Purchases on one day are one visit to the shop. */
#define VISIT (24 * G_TIME_SPAN_HOUR)

/* What is known of one customer's purchases, which come in the order of time. */
typedef struct
{
  gint64 customer_id;
  gint64 first_at;
  gint64 last_at;
  gint64 n_visits;
} Buyer;

/* Twice the customer's own usual interval has passed. */
static gboolean
stays_away (const Buyer *buyer,
            gint64       now)
{
  return buyer->n_visits >= 2
         && now - buyer->last_at > 2 * ((buyer->last_at - buyer->first_at) / (buyer->n_visits - 1));
}

static gboolean
add_absent (DaftarReader  *reader,
            GArray        *ids,
            GError       **error)
{
  g_autoptr (DaftarStatement) rows = daftar_db_query (
    READER_DB (reader), error,
    "SELECT customer_id, at FROM purchase INDEXED BY purchase_customer WHERE deleted_at IS NULL"
    " ORDER BY customer_id, at",
    NULL);
  gint64 now = daftar_reader_now (reader);
  Buyer buyer = { 0 };
  GError *local = NULL;

  if (rows == NULL)
    return FALSE;
  while (daftar_statement_next (rows, &local))
    {
      gint64 id = daftar_statement_get_int (rows, 0);
      gint64 at = daftar_statement_get_int (rows, 1);

      if (id != buyer.customer_id)
        {
          if (stays_away (&buyer, now))
            g_array_append_val (ids, buyer.customer_id);
          buyer = (Buyer) { id, at, at, 1 };
        }
      else if (at - buyer.last_at >= VISIT)
        {
          buyer.last_at = at;
          buyer.n_visits++;
        }
    }
  if (stays_away (&buyer, now))
    g_array_append_val (ids, buyer.customer_id);
  if (local != NULL)
    g_propagate_error (error, local);
  return local == NULL;
}

/* Complaints (kind 1) that are open past a target. */
static GArray *
list_complaining (DaftarReader  *reader,
                  GError       **error)
{
  return daftar_row_ids (daftar_db_query (READER_DB (reader), error,
                                          "SELECT DISTINCT customer_id FROM ticket WHERE next_at IS NOT NULL"
                                          " AND deleted_at IS NULL AND customer_id IS NOT NULL AND kind = $complaint"
                                          " AND ((first_due_at < $now AND first_response_at IS NULL)"
                                          "  OR next_due_at < $now OR solve_due_at < $now)",
                                          DB_INT ("complaint", DAFTAR_TICKET_KIND_COMPLAINT),
                                          DB_INT ("now", daftar_reader_now (reader)), NULL),
                         error);
}

/**
 * daftar_risk_store_customers:
 * @reader: a handle
 * @error: return location for a sentence for the user
 *
 * Finds customers that the shop may lose: a complaint is open past its target, or they bought at least twice
 * and for twice their own usual interval nothing any more.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): their ids; one who has both reasons comes twice
 */
GArray *
daftar_risk_store_customers (DaftarReader  *reader,
                             GError       **error)
{
  g_autoptr (GArray) ids = list_complaining (reader, error);

  if (ids == NULL || !add_absent (reader, ids, error))
    return NULL;
  return g_steal_pointer (&ids);
}
