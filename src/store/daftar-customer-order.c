/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-customer-order.h"

#include <string.h>

#include "daftar-customer-derive.h"
#include "daftar-row.h"

/* Where an index has the order, the ids come from it: a million in some 50 ms. For any other order the names'
 * ids are sorted by a number each: a sum, a count, the place of a text among all texts. Equals thus stay in the
 * order of their names. */

/* --- Orders that have an index. -------------------------------------------------------------------- */

static GArray *
ids_by_name (DaftarReader  *reader,
             gboolean       descending,
             int            limit,
             GError       **error)
{
  DaftarDb *db = READER_DB (reader);
  DaftarCollator *collator = daftar_customer_collator (db, error);

  if (collator == NULL)
    return NULL;
  return daftar_row_ids (
    daftar_db_query (db, error,
                     descending ? "SELECT customer_id FROM customer_key WHERE collator = $collator"
                                  " ORDER BY key DESC, customer_id DESC LIMIT $limit"
                                : "SELECT customer_id FROM customer_key WHERE collator = $collator"
                                  " ORDER BY key, customer_id LIMIT $limit",
                     DB_TEXT ("collator", daftar_collator_version (collator)), DB_INT ("limit", limit), NULL),
    error);
}

static GArray *
ids_by_created (DaftarReader  *reader,
                gboolean       descending,
                int            limit,
                GError       **error)
{
  return daftar_row_ids (daftar_db_query (READER_DB (reader), error,
                                          descending ? "SELECT id FROM customer WHERE deleted_at IS NULL"
                                                       " ORDER BY created_at DESC LIMIT $limit"
                                                     : "SELECT id FROM customer WHERE deleted_at IS NULL"
                                                       " ORDER BY created_at LIMIT $limit",
                                          DB_INT ("limit", limit), NULL),
                         error);
}

/* Those nobody was ever in contact with come last in both directions. */
static GArray *
ids_by_contact (DaftarReader  *reader,
                gboolean       descending,
                int            limit,
                GError       **error)
{
  DaftarDb *db = READER_DB (reader);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GArray) never = NULL;

  if (descending)
    return daftar_row_ids (daftar_db_query (db, error,
                                            "SELECT id FROM customer WHERE deleted_at IS NULL"
                                            " ORDER BY last_contact_at DESC LIMIT $limit",
                                            DB_INT ("limit", limit), NULL),
                           error);
  ids = daftar_row_ids (daftar_db_query (db, error,
                                         "SELECT id FROM customer WHERE last_contact_at > 0 AND deleted_at IS NULL"
                                         " ORDER BY last_contact_at LIMIT $limit",
                                         DB_INT ("limit", limit), NULL),
                        error);
  if (ids == NULL || (limit >= 0 && ids->len >= (guint) limit))
    return g_steal_pointer (&ids);
  never = daftar_row_ids (daftar_db_query (db, error,
                                           "SELECT id FROM customer WHERE last_contact_at IS NULL"
                                           " AND deleted_at IS NULL ORDER BY id DESC LIMIT $limit",
                                           DB_INT ("limit", limit < 0 ? -1 : limit - (int) ids->len), NULL),
                          error);
  if (never == NULL)
    return NULL;
  g_array_append_vals (ids, never->data, never->len);
  return g_steal_pointer (&ids);
}

/* --- Numbers to sort by. --------------------------------------------------------------------------- */

/* A value for every customer that may be asked about. */
DaftarIdValues *
daftar_customer_id_values (DaftarReader  *reader,
                           GError       **error)
{
  gint64 max = 0;

  if (!daftar_db_get_int (READER_DB (reader), &max, error, "SELECT coalesce(max(id), 0) FROM customer", NULL))
    return NULL;
  return daftar_id_values_new (max);
}

/* Rows of a customer's id and a number; later rows win. */
static gboolean
read_numbers (DaftarReader    *reader,
              const char      *sql,
              DaftarIdValues  *values,
              GError         **error)
{
  g_autoptr (DaftarStatement) rows = daftar_db_query (READER_DB (reader), error, sql, NULL);
  GError *local = NULL;

  if (rows == NULL)
    return FALSE;
  while (daftar_statement_next (rows, &local))
    daftar_id_values_set (values, daftar_statement_get_int (rows, 0), daftar_statement_get_int (rows, 1));
  if (local != NULL)
    g_propagate_error (error, local);
  return local == NULL;
}

#define BY_TICKETS                                                                                           \
  "SELECT customer_id, count(*) FROM ticket INDEXED BY ticket_customer_open"                                 \
  " WHERE next_at IS NOT NULL AND deleted_at IS NULL GROUP BY customer_id"
#define BY_VALUE                                                                                             \
  "SELECT customer_id, sum(amount) FROM purchase INDEXED BY purchase_customer WHERE deleted_at IS NULL"      \
  " AND currency = (SELECT currency FROM shop) GROUP BY customer_id"
/* The newest open deal's stage is the one that is shown: later rows win. */
#define BY_STAGE                                                                                             \
  "SELECT d.customer_id, b.position * 1000 + s.position FROM deal d JOIN stage s ON s.id = d.stage_id"       \
  " JOIN board b ON b.id = s.board_id WHERE d.status = 0 AND d.deleted_at IS NULL ORDER BY d.id"

/* --- Texts to sort by: their places among all of them. --------------------------------------------- */

typedef struct
{
  GStringChunk *texts;
  GHashTable *places; /* text → place + 1, in the order of being found */
  GPtrArray *found;
  guint last; /* the place + 1 of the text that was added last */
} Ranking;

static void
ranking_init (Ranking *self)
{
  self->texts = g_string_chunk_new (4096);
  self->places = g_hash_table_new (g_str_hash, g_str_equal);
  self->found = g_ptr_array_new ();
  self->last = 0;
}

static void
ranking_clear (Ranking *self)
{
  g_hash_table_unref (self->places);
  g_ptr_array_unref (self->found);
  g_string_chunk_free (self->texts);
}

static guint
ranking_add (Ranking    *self,
             const char *text)
{
  guint place;

  /* An index gives equal texts one after the other. */
  if (self->last != 0 && g_str_equal (g_ptr_array_index (self->found, self->last - 1), text))
    return self->last - 1;
  place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, text));
  if (place == 0)
    {
      char *copy = g_string_chunk_insert (self->texts, text);

      g_ptr_array_add (self->found, copy);
      place = self->found->len;
      g_hash_table_insert (self->places, copy, GUINT_TO_POINTER (place));
    }
  self->last = place;
  return place - 1;
}

typedef struct
{
  GBytes *key;
  guint place;
} Ranked;

static int
compare_ranked (gconstpointer a,
                gconstpointer b)
{
  return g_bytes_compare (((const Ranked *) a)->key, ((const Ranked *) b)->key);
}

/* For each place of finding the place in the order of the shop's language. */
static guint *
ranking_sort (Ranking        *self,
              DaftarCollator *collator)
{
  g_autoptr (GArray) ranked = g_array_sized_new (FALSE, FALSE, sizeof (Ranked), self->found->len);
  guint *order = g_new (guint, MAX (self->found->len, 1));

  for (guint i = 0; i < self->found->len; i++)
    {
      Ranked one = { daftar_collator_key (collator, g_ptr_array_index (self->found, i)), i };

      g_array_append_val (ranked, one);
    }
  g_array_sort (ranked, compare_ranked);
  for (guint i = 0; i < ranked->len; i++)
    {
      order[g_array_index (ranked, Ranked, i).place] = i;
      g_bytes_unref (g_array_index (ranked, Ranked, i).key);
    }
  return order;
}

/* Rows of a customer's id and a text, which becomes the place at which it was found; later rows win. */
static gboolean
read_texts (DaftarReader    *reader,
            const char      *sql,
            Ranking         *ranking,
            DaftarIdValues  *values,
            GError         **error)
{
  g_autoptr (DaftarStatement) rows = daftar_db_query (READER_DB (reader), error, sql, NULL);
  GError *local = NULL;

  if (rows == NULL)
    return FALSE;
  while (daftar_statement_next (rows, &local))
    daftar_id_values_set (values, daftar_statement_get_int (rows, 0),
                          ranking_add (ranking, daftar_statement_get_text (rows, 1)));
  if (local != NULL)
    g_propagate_error (error, local);
  return local == NULL;
}

/* The places of finding become those in the order of the shop's language. */
static gboolean
rank_values (DaftarReader    *reader,
             Ranking         *ranking,
             GArray          *ids,
             DaftarIdValues  *values,
             GError         **error)
{
  DaftarCollator *collator = daftar_customer_collator (READER_DB (reader), error);
  g_autofree guint *order = NULL;
  gint64 place;

  if (collator == NULL)
    return FALSE;
  order = ranking_sort (ranking, collator);
  for (guint i = 0; i < ids->len; i++)
    if (daftar_id_values_get (values, g_array_index (ids, gint64, i), &place))
      daftar_id_values_set (values, g_array_index (ids, gint64, i), order[place]);
  return TRUE;
}

/* The main contact point is the first that is preferred, or else the first: read backwards, all and then the preferred
 * ones, the last row of each customer is it. One index has all of this. */
#define POINTS(value, condition)                                                                             \
  "SELECT customer_id, " value " FROM contact_point INDEXED BY contact_point_customer"                       \
  " WHERE " condition " AND norm IS NOT NULL ORDER BY customer_id DESC, position DESC"
#define PREFERRED " AND preferred = 1"
/* As many digits as a number can have, so that they compare as texts do. */
#define DIGITS "CAST (substr (norm || '000000000000000', 1, 15) AS INTEGER)"
#define NUMBERS "kind < 3"
#define ADDRESSES "kind = 3"

/* What each order reads; the second statement's rows win over the first's. */
static const struct
{
  gboolean texts;
  const char *sql[2];
} sources[DAFTAR_N_CUSTOMER_ORDERS] = {
  [DAFTAR_CUSTOMER_ORDER_TICKETS] = { FALSE, { BY_TICKETS, NULL } },
  [DAFTAR_CUSTOMER_ORDER_VALUE] = { FALSE, { BY_VALUE, NULL } },
  [DAFTAR_CUSTOMER_ORDER_STAGE] = { FALSE, { BY_STAGE, NULL } },
  [DAFTAR_CUSTOMER_ORDER_PHONE] = { FALSE, { POINTS (DIGITS, NUMBERS), POINTS (DIGITS, NUMBERS PREFERRED) } },
  [DAFTAR_CUSTOMER_ORDER_EMAIL] = { TRUE, { POINTS ("norm", ADDRESSES), POINTS ("norm", ADDRESSES PREFERRED) } },
  [DAFTAR_CUSTOMER_ORDER_COMPANY] = { TRUE,
                                      { "SELECT id, company FROM customer INDEXED BY customer_company_name"
                                        " WHERE company IS NOT NULL AND deleted_at IS NULL",
                                        NULL } },
  [DAFTAR_CUSTOMER_ORDER_CITY] = { TRUE,
                                   { "SELECT id, city FROM customer INDEXED BY customer_city"
                                     " WHERE city IS NOT NULL AND deleted_at IS NULL",
                                     NULL } },
  /* The first of several tags counts. */
  [DAFTAR_CUSTOMER_ORDER_TAGS] = { TRUE, { "SELECT customer_id, min (tag) FROM customer_tag GROUP BY customer_id", NULL } },
};

static gboolean
read_values (DaftarReader         *reader,
             DaftarCustomerOrder   order,
             GArray               *ids,
             DaftarIdValues       *values,
             GError              **error)
{
  Ranking ranking;
  gboolean done = TRUE;

  ranking_init (&ranking);
  for (guint i = 0; done && i < G_N_ELEMENTS (sources[order].sql) && sources[order].sql[i] != NULL; i++)
    done = sources[order].texts ? read_texts (reader, sources[order].sql[i], &ranking, values, error)
                                : read_numbers (reader, sources[order].sql[i], values, error);
  done = done && (!sources[order].texts || rank_values (reader, &ranking, ids, values, error));
  ranking_clear (&ranking);
  return done;
}

/* All customers that aren't deleted, in an order; at most @limit where that saves work, else all. */
GArray *
daftar_customer_order_ids (DaftarReader         *reader,
                           DaftarCustomerOrder   order,
                           gboolean              descending,
                           int                   limit,
                           GError              **error)
{
  g_autoptr (GArray) names = NULL;
  g_autoptr (DaftarIdValues) values = NULL;

  if (order == DAFTAR_CUSTOMER_ORDER_NAME)
    return ids_by_name (reader, descending, limit, error);
  if (order == DAFTAR_CUSTOMER_ORDER_CONTACT)
    return ids_by_contact (reader, descending, limit, error);
  if (order == DAFTAR_CUSTOMER_ORDER_CREATED)
    return ids_by_created (reader, descending, limit, error);
  names = ids_by_name (reader, FALSE, -1, error);
  values = daftar_customer_id_values (reader, error);
  if (names == NULL || values == NULL || !read_values (reader, order, names, values, error))
    return NULL;
  return daftar_id_values_sort (values, names, descending);
}
