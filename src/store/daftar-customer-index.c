/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-customer-derive.h"

/* --- One row. -------------------------------------------------------------------------------------- */

static gboolean
add_tags (DaftarDb        *db,
          DaftarCustomer  *customer,
          GError         **error)
{
  g_auto (GStrv) tags = g_strsplit (customer->tags != NULL ? customer->tags : "", "\n", -1);

  for (guint i = 0; tags[i] != NULL; i++)
    if (*tags[i] != '\0'
        && !daftar_db_run (db, error, "INSERT OR IGNORE INTO customer_tag (customer_id, tag) VALUES ($id, $tag)",
                           DB_INT ("id", DAFTAR_RECORD (customer)->id), DB_TEXT ("tag", tags[i]), NULL))
      return FALSE;
  return TRUE;
}

/* What is put into each index and taken out again: the text must be the same both times. */
enum
{
  NAME = 1 << 0,
  ALT = 1 << 1,
  MORE = 1 << 2,
  REST = 1 << 3,
};

static const struct
{
  const char *add;
  const char *drop;
  int columns;
} indexes[] = {
  { "INSERT INTO customer_fts (rowid, name_fold, name_alt, more_fold) VALUES (?, ?, ?, ?)",
    "INSERT INTO customer_fts (customer_fts, rowid, name_fold, name_alt, more_fold) VALUES ('delete', ?, ?, ?, ?)",
    NAME | ALT | MORE },
  { "INSERT INTO customer_all (rowid, name_fold, name_alt, more_fold, rest_fold) VALUES (?, ?, ?, ?, ?)",
    "INSERT INTO customer_all (customer_all, rowid, name_fold, name_alt, more_fold, rest_fold)"
    " VALUES ('delete', ?, ?, ?, ?, ?)",
    NAME | ALT | MORE | REST },
  { "INSERT INTO customer_tri (rowid, name_fold, more_fold) VALUES (?, ?, ?)",
    "INSERT INTO customer_tri (customer_tri, rowid, name_fold, more_fold) VALUES ('delete', ?, ?, ?)", NAME | MORE },
};

static gboolean
run_index (DaftarDb        *db,
           const char      *sql,
           int              columns,
           DaftarCustomer  *customer,
           GError         **error)
{
  DaftarStatement *statement = daftar_db_keep (db, sql, error);
  const char *const texts[] = { customer->name_fold, customer->name_alt, customer->more_fold, customer->rest_fold };
  int place = 1;

  if (statement == NULL)
    return FALSE;
  daftar_statement_put_int (statement, place++, DAFTAR_RECORD (customer)->id);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (columns & 1 << i)
      daftar_statement_put_text (statement, place++, texts[i]);
  return daftar_statement_run (statement, error);
}

/* Puts a customer that isn't deleted into search, order and tags. */
gboolean
daftar_customer_index_add (DaftarDb        *db,
                           DaftarCustomer  *customer,
                           GError         **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (indexes); i++)
    if (!run_index (db, indexes[i].add, indexes[i].columns, customer, error))
      return FALSE;
  return daftar_customer_key_add (db, customer, error) && add_tags (db, customer, error);
}

/* Takes a customer out again. The search index needs the text exactly as it was put in. */
gboolean
daftar_customer_index_drop (DaftarDb        *db,
                            DaftarCustomer  *customer,
                            GError         **error)
{
  gint64 id = DAFTAR_RECORD (customer)->id;

  for (guint i = 0; i < G_N_ELEMENTS (indexes); i++)
    if (!run_index (db, indexes[i].drop, indexes[i].columns, customer, error))
      return FALSE;
  return daftar_db_run (db, error, "DELETE FROM customer_key WHERE customer_id = $id", DB_INT ("id", id), NULL)
         && daftar_db_run (db, error, "DELETE FROM customer_tag WHERE customer_id = $id", DB_INT ("id", id), NULL);
}

/* --- All rows. ------------------------------------------------------------------------------------- */

/* Makes the table of tags anew from the customers' own. */
gboolean
daftar_customer_rewrite_tags (DaftarDb  *db,
                              GError   **error)
{
  g_autoptr (DaftarStatement) rows = daftar_db_query (
    db, error, "SELECT id, tags FROM customer WHERE tags IS NOT NULL AND deleted_at IS NULL", NULL);
  GError *local = NULL;

  if (rows == NULL || !daftar_db_exec (db, "DELETE FROM customer_tag", error))
    return FALSE;
  while (local == NULL && daftar_statement_next (rows, &local))
    {
      g_autoptr (DaftarCustomer) customer = daftar_row_read (rows, DAFTAR_TYPE_CUSTOMER);

      add_tags (db, customer, &local);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

/* Not by FTS5's own command 'rebuild': that takes the rows in whatever order the planner likes, and out of the
 * order of their ids it takes fifteen times as long. */
static gboolean
refill (DaftarDb    *db,
        const char  *table,
        const char  *columns,
        const char  *source,
        GError     **error)
{
  g_autofree char *sql =
    g_strdup_printf ("INSERT INTO %s (%s) VALUES ('delete-all');"
                     "INSERT INTO %s (%s, rank) VALUES ('hashsize', 4194304);"
                     "INSERT INTO %s (rowid, %s) SELECT id, %s FROM %s ORDER BY id;"
                     "INSERT INTO %s (%s, rank) VALUES ('hashsize', 1048576);",
                     table, table, table, table, table, columns, columns, source, table, table);

  return daftar_db_exec (db, sql, error);
}

/* Makes the search over all customers anew. */
gboolean
daftar_customer_refill_search (DaftarDb  *db,
                               GError   **error)
{
  return refill (db, "customer_fts", "name_fold, name_alt, more_fold",
                 "customer NOT INDEXED WHERE deleted_at IS NULL", error)
         && refill (db, "customer_all", "name_fold, name_alt, more_fold, rest_fold",
                    "customer NOT INDEXED WHERE deleted_at IS NULL", error)
         && refill (db, "customer_tri", "name_fold, more_fold", "customer NOT INDEXED WHERE deleted_at IS NULL", error);
}

/* Makes the search over all numbers and addresses anew. */
gboolean
daftar_contact_point_refill_search (DaftarDb  *db,
                                    GError   **error)
{
  return refill (db, "point_tri", "norm", "contact_point NOT INDEXED WHERE norm IS NOT NULL", error);
}
