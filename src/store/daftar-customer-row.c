/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a row of a list shows. A keystroke in the search reads fifty of them, so that each look into the file counts:
 * one statement for what hangs on one row, one for the numbers and addresses of all. */
#define G_LOG_DOMAIN "daftar"

#include "daftar-customer-store.h"
#include "daftar-row.h"

/* The mood is the last digit of the number of open tickets, so that they are looked up once. */
#define MOODS 10

#define ROW_COLUMNS                                                                                          \
  "SELECT c.id, c.version, c.kind, c.name, c.nickname, c.company, c.city, c.tags, c.do_not_contact,"         \
  " c.created_at, c.deleted_at, c.last_contact_at, c.preferred_channel,"                                     \
  " (SELECT sum(amount) FROM purchase WHERE customer_id = c.id AND deleted_at IS NULL"                       \
  "   AND currency = (SELECT currency FROM shop)) AS value,"                                                 \
  " (SELECT count(*) * 10 + max(mood) FROM ticket WHERE customer_id = c.id AND next_at IS NOT NULL"          \
  "   AND deleted_at IS NULL),"                                                                              \
  " (SELECT stage_id FROM deal WHERE customer_id = c.id AND status = 0 AND deleted_at IS NULL"               \
  "   ORDER BY id DESC LIMIT 1)"                                                                             \
  " FROM json_each ($ids) j CROSS JOIN customer c ON c.id = j.value ORDER BY j.key"
#define TICKETS_COLUMN 14
#define STAGE_COLUMN 15

typedef struct
{
  char *name;
  gint64 role;
} Stage;

static void
stage_free (gpointer data)
{
  Stage *self = data;

  g_free (self->name);
  g_free (self);
}

/* A shop has a dozen of them. */
static GHashTable *
read_stages (DaftarDb  *db,
             GError   **error)
{
  g_autoptr (DaftarStatement) rows = daftar_db_query (db, error, "SELECT id, name, role FROM stage", NULL);
  g_autoptr (GHashTable) stages = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, stage_free);
  GError *local = NULL;

  while (rows != NULL && daftar_statement_next (rows, &local))
    {
      gint64 id = daftar_statement_get_int (rows, 0);
      Stage *stage = g_new (Stage, 1);

      stage->name = g_strdup (daftar_statement_get_text (rows, 1));
      stage->role = daftar_statement_get_int (rows, 2);
      g_hash_table_insert (stages, g_memdup2 (&id, sizeof id), stage);
    }
  if (local != NULL)
    g_propagate_error (error, local);
  return rows != NULL && local == NULL ? g_steal_pointer (&stages) : NULL;
}

static void
set_counts (DaftarCustomer  *customer,
            DaftarStatement *row,
            GHashTable      *stages)
{
  gint64 tickets = daftar_statement_get_int (row, TICKETS_COLUMN);
  gint64 stage_id = daftar_statement_get_int (row, STAGE_COLUMN);
  const Stage *stage = g_hash_table_lookup (stages, &stage_id);

  customer->n_open_tickets = tickets / MOODS;
  customer->worst_mood = tickets % MOODS;
  if (stage == NULL)
    return;
  customer->stage_name = g_strdup (stage->name);
  customer->stage_role = stage->role;
}

static GPtrArray *
read_rows (DaftarDb    *db,
           const char  *list,
           GError     **error)
{
  g_autoptr (GHashTable) stages = read_stages (db, error);
  g_autoptr (GPtrArray) customers = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (DaftarStatement) rows =
    stages != NULL ? daftar_db_query (db, error, ROW_COLUMNS, DB_TEXT ("ids", list), NULL) : NULL;
  g_autofree const DaftarField **fields = rows != NULL ? daftar_row_map (rows, DAFTAR_TYPE_CUSTOMER) : NULL;
  GError *local = NULL;

  while (rows != NULL && daftar_statement_next (rows, &local))
    {
      DaftarCustomer *customer = daftar_row_read_mapped (rows, DAFTAR_TYPE_CUSTOMER, fields);

      set_counts (customer, rows, stages);
      g_ptr_array_add (customers, customer);
    }
  if (local != NULL)
    g_propagate_error (error, local);
  return rows != NULL && local == NULL ? g_steal_pointer (&customers) : NULL;
}

/* The main number and address: the preferred one, else the first. */
#define POINTS                                                                                               \
  "SELECT j.key, p.kind, p.value, p.norm FROM json_each ($ids) j"                                            \
  " CROSS JOIN contact_point p INDEXED BY contact_point_customer ON p.customer_id = j.value"                 \
  " WHERE p.kind <= 3 ORDER BY j.key, p.preferred DESC, p.position"

static void
set_point (DaftarCustomer  *customer,
           DaftarStatement *row)
{
  gboolean email = daftar_statement_get_int (row, 1) == DAFTAR_CONTACT_KIND_EMAIL;

  if (email && customer->email == NULL)
    customer->email = g_strdup (daftar_statement_get_text (row, 2));
  if (email || customer->phone != NULL)
    return;
  customer->phone = g_strdup (daftar_statement_get_text (row, 2));
  customer->phone_norm = g_strdup (daftar_statement_get_text (row, 3));
}

static gboolean
read_points (DaftarDb    *db,
             GPtrArray   *customers,
             GError     **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (DaftarStatement) rows = NULL;
  g_autofree char *list = NULL;
  GError *local = NULL;

  for (guint i = 0; i < customers->len; i++)
    g_array_append_val (ids, DAFTAR_RECORD (g_ptr_array_index (customers, i))->id);
  list = daftar_row_id_list ((const gint64 *) ids->data, ids->len);
  rows = daftar_db_query (db, error, POINTS, DB_TEXT ("ids", list), NULL);
  while (rows != NULL && daftar_statement_next (rows, &local))
    set_point (g_ptr_array_index (customers, daftar_statement_get_int (rows, 0)), rows);
  if (local != NULL)
    g_propagate_error (error, local);
  return rows != NULL && local == NULL;
}

/**
 * daftar_customer_store_get_rows:
 * @reader: a handle
 * @ids: customers
 * @n_ids: how many
 * @error: return location for a sentence for the user
 *
 * Reads what rows of a list show, in one go.
 *
 * Returns: (transfer full) (nullable) (element-type DaftarCustomer): those that exist, in the order of @ids
 */
GPtrArray *
daftar_customer_store_get_rows (DaftarReader  *reader,
                                const gint64  *ids,
                                guint          n_ids,
                                GError       **error)
{
  g_autofree char *list = daftar_row_id_list (ids, n_ids);
  g_autoptr (GPtrArray) customers = read_rows (READER_DB (reader), list, error);

  if (customers == NULL || !read_points (READER_DB (reader), customers, error))
    return NULL;
  return g_steal_pointer (&customers);
}
