/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of names: a sort key of each. */
#define G_LOG_DOMAIN "daftar"

#include "daftar-customer-derive.h"

#define COLLATOR_KEY "daftar-collator"

/* The collator of the shop's language, one for each connection; NULL on failure. Owned by @db. */
DaftarCollator *
daftar_customer_collator (DaftarDb  *db,
                          GError   **error)
{
  DaftarCollator *collator = daftar_db_get_data (db, COLLATOR_KEY);
  g_autoptr (DaftarStatement) shop = NULL;
  g_autofree char *language = NULL;

  if (collator != NULL)
    return collator;
  shop = daftar_db_query (db, error, "SELECT language FROM shop", NULL);
  if (shop == NULL)
    return NULL;
  if (daftar_statement_next (shop, NULL))
    language = g_strdup (daftar_statement_get_text (shop, 0));
  collator = daftar_collator_new (language != NULL ? language : "ar", error);
  /* Before there is a shop its language is not known: nothing is kept that might be wrong. */
  if (collator != NULL)
    daftar_db_set_data (db, COLLATOR_KEY, collator, (GDestroyNotify) daftar_collator_free);
  return collator;
}

static gboolean
write_key (DaftarDb        *db,
           DaftarCollator  *collator,
           gint64           id,
           const char      *name,
           GError         **error)
{
  g_autoptr (GBytes) key = daftar_collator_key (collator, name);

  return daftar_db_run (db, error, "INSERT INTO customer_key (collator, key, customer_id) VALUES ($collator, $key, $id)",
                        DB_TEXT ("collator", daftar_collator_version (collator)), DB_BLOB ("key", key),
                        DB_INT ("id", id), NULL);
}

static gboolean
write_keys (DaftarDb        *db,
            DaftarCollator  *collator,
            GError         **error)
{
  g_autoptr (DaftarStatement) rows = daftar_db_query (
    db, error,
    "SELECT id, name FROM customer WHERE deleted_at IS NULL AND id NOT IN"
    " (SELECT customer_id FROM customer_key WHERE collator = $collator)",
    DB_TEXT ("collator", daftar_collator_version (collator)), NULL);
  GError *local = NULL;

  if (rows == NULL)
    return FALSE;
  while (local == NULL && daftar_statement_next (rows, &local))
    write_key (db, collator, daftar_statement_get_int (rows, 0), daftar_statement_get_text (rows, 1), &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

/* Makes the keys of this computer's collator if the file has others: the ICU of the next workstation, or
 * of the same one after an update, may sort differently. */
gboolean
daftar_customer_make_keys (DaftarDb  *db,
                           GError   **error)
{
  DaftarCollator *collator;
  g_autofree char *current = NULL;
  g_autoptr (DaftarStatement) meta =
    daftar_db_query (db, error,
                     "SELECT (SELECT value FROM meta WHERE key = 'collator'), (SELECT count(*) FROM shop)", NULL);

  if (meta == NULL || !daftar_statement_next (meta, error))
    return FALSE;
  if (daftar_statement_get_int (meta, 1) == 0)
    return TRUE;
  current = g_strdup (daftar_statement_get_text (meta, 0));
  daftar_statement_reset (meta);

  collator = daftar_customer_collator (db, error);
  if (collator == NULL)
    return FALSE;
  if (g_strcmp0 (current, daftar_collator_version (collator)) == 0)
    return TRUE;
  return write_keys (db, collator, error)
         && daftar_db_run (db, error,
                           "INSERT INTO meta (key, value) VALUES ('collator', $collator)"
                           " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                           DB_TEXT ("collator", daftar_collator_version (collator)), NULL);
}

/* Puts a customer into the order of names. */
gboolean
daftar_customer_key_add (DaftarDb        *db,
                         DaftarCustomer  *customer,
                         GError         **error)
{
  DaftarCollator *collator = daftar_customer_collator (db, error);

  return collator != NULL && write_key (db, collator, DAFTAR_RECORD (customer)->id, customer->name, error);
}

static gboolean
collect_keys (DaftarDb        *db,
              DaftarCollator  *collator,
              GError         **error)
{
  g_autoptr (DaftarStatement) rows =
    daftar_db_query (db, error, "SELECT id, name FROM customer WHERE deleted_at IS NULL", NULL);
  DaftarStatement *insert = daftar_db_keep (db, "INSERT INTO temp.new_key (id, key) VALUES (?, ?)", error);
  GError *local = NULL;

  if (rows == NULL || insert == NULL)
    return FALSE;
  while (local == NULL && daftar_statement_next (rows, &local))
    {
      g_autoptr (GBytes) key = daftar_collator_key (collator, daftar_statement_get_text (rows, 1));
      gsize size;
      const void *data = g_bytes_get_data (key, &size);

      daftar_statement_put_int (insert, 1, daftar_statement_get_int (rows, 0));
      daftar_statement_put_data (insert, 2, data != NULL ? data : "", size);
      daftar_statement_run (insert, &local);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

/* Makes the sort keys of all customers anew, put in by their order: out of order it takes five times as
 * long. They are sorted by SQLite, which goes to a file where memory would grow with the shop. For when there
 * are none yet that others rely on. */
gboolean
daftar_customer_rewrite_keys (DaftarDb  *db,
                              GError   **error)
{
  DaftarCollator *collator = daftar_customer_collator (db, error);

  return collator != NULL && daftar_db_exec (db, "DELETE FROM customer_key", error)
         && daftar_db_exec (db,
                            "CREATE TEMP TABLE IF NOT EXISTS new_key (id INTEGER PRIMARY KEY, key BLOB);"
                            "DELETE FROM temp.new_key",
                            error)
         && collect_keys (db, collator, error)
         && daftar_db_run (db, error,
                           "INSERT INTO customer_key (collator, key, customer_id)"
                           " SELECT $collator, key, id FROM temp.new_key ORDER BY key, id",
                           DB_TEXT ("collator", daftar_collator_version (collator)), NULL)
         && daftar_db_exec (db, "DROP TABLE temp.new_key", error);
}
