/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-customer-derive.h"

#include "daftar-phone.h"
#include "daftar-text.h"

#define COLLATOR_KEY "daftar-collator"

/* --- Folded columns. ------------------------------------------------------------------------------- */

/* Fills the folded columns of a customer that is the caller's own. */
void
daftar_customer_fold (DaftarCustomer *customer)
{
  g_autofree char *more = g_strjoin (" ", customer->nickname != NULL ? customer->nickname : "",
                                     customer->company != NULL ? customer->company : "", NULL);

  g_free (customer->name_fold);
  g_free (customer->name_alt);
  g_free (customer->more_fold);
  customer->name_fold = daftar_text_fold (customer->name);
  customer->name_alt = daftar_text_fold_alt (customer->name_fold);
  customer->more_fold = daftar_text_fold (more);
}

static gboolean
write_folds (DaftarDb        *db,
             DaftarCustomer  *customer,
             GError         **error)
{
  return daftar_db_run (db, error,
                        "UPDATE customer SET name_fold = $fold, name_alt = $alt, more_fold = $more WHERE id = $id",
                        DB_TEXT ("fold", customer->name_fold), DB_TEXT ("alt", customer->name_alt),
                        DB_TEXT ("more", customer->more_fold), DB_INT ("id", DAFTAR_RECORD (customer)->id), NULL);
}

/* Folds all customers anew and rebuilds the search over them. */
gboolean
daftar_customer_refold (DaftarDb  *db,
                        GError   **error)
{
  g_autoptr (DaftarStatement) rows =
    daftar_db_query (db, error, "SELECT id, name, nickname, company FROM customer", NULL);
  GError *local = NULL;

  if (rows == NULL)
    return FALSE;
  while (local == NULL && daftar_statement_next (rows, &local))
    {
      g_autoptr (DaftarCustomer) customer = daftar_row_read (rows, DAFTAR_TYPE_CUSTOMER);

      daftar_customer_fold (customer);
      write_folds (db, customer, &local);
    }
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  return daftar_db_exec (db,
                         "INSERT INTO customer_fts (customer_fts) VALUES ('rebuild');"
                         "INSERT INTO customer_tri (customer_tri) VALUES ('rebuild');",
                         error);
}

/* --- Sort keys. ------------------------------------------------------------------------------------ */

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

/* A sort key in a store of many. */
typedef struct
{
  const guint8 *data; /* first an offset, until all keys are there */
  guint32 size;
  gint64 id;
} Key;

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  const Key *one = a, *other = b;
  int order = memcmp (one->data, other->data, MIN (one->size, other->size));

  if (order == 0)
    order = (one->size > other->size) - (one->size < other->size);
  return order != 0 ? order : (one->id > other->id) - (one->id < other->id);
}

static gboolean
collect_keys (DaftarDb        *db,
              DaftarCollator  *collator,
              GByteArray      *bytes,
              GArray          *keys,
              GError         **error)
{
  g_autoptr (DaftarStatement) rows =
    daftar_db_query (db, error, "SELECT id, name FROM customer WHERE deleted_at IS NULL", NULL);
  GError *local = NULL;

  if (rows == NULL)
    return FALSE;
  while (daftar_statement_next (rows, &local))
    {
      g_autoptr (GBytes) key = daftar_collator_key (collator, daftar_statement_get_text (rows, 1));
      gsize size;
      const guint8 *data = g_bytes_get_data (key, &size);
      Key entry = { GSIZE_TO_POINTER (bytes->len), size, daftar_statement_get_int (rows, 0) };

      g_byte_array_append (bytes, data, size);
      g_array_append_val (keys, entry);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

/* Makes the sort keys of all customers anew, put in by their order: out of order it takes five times as
 * long. For when there are none yet that others rely on. */
gboolean
daftar_customer_rewrite_keys (DaftarDb  *db,
                              GError   **error)
{
  DaftarCollator *collator = daftar_customer_collator (db, error);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (Key));
  g_autoptr (DaftarStatement) insert = NULL;

  if (collator == NULL || !daftar_db_exec (db, "DELETE FROM customer_key", error)
      || !collect_keys (db, collator, bytes, keys, error))
    return FALSE;
  for (guint i = 0; i < keys->len; i++)
    g_array_index (keys, Key, i).data = bytes->data + GPOINTER_TO_SIZE (g_array_index (keys, Key, i).data);
  g_array_sort (keys, compare_keys);

  insert = daftar_db_prepare (
    db, "INSERT INTO customer_key (collator, key, customer_id) VALUES ($collator, $key, $id)", error);
  if (insert == NULL)
    return FALSE;
  daftar_statement_bind_text (insert, "$collator", daftar_collator_version (collator));
  for (guint i = 0; i < keys->len; i++)
    {
      const Key *key = &g_array_index (keys, Key, i);

      daftar_statement_bind_data (insert, "$key", key->data, key->size);
      daftar_statement_bind_int (insert, "$id", key->id);
      if (!daftar_statement_run (insert, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean add_tags (DaftarDb        *db,
                          DaftarCustomer  *customer,
                          GError         **error);

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

/* --- What a customer is found by. ------------------------------------------------------------------ */

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

static gboolean
run_search (DaftarDb        *db,
            const char      *sql,
            DaftarCustomer  *customer,
            GError         **error)
{
  return daftar_db_run (db, error, sql, DB_INT ("id", DAFTAR_RECORD (customer)->id),
                        DB_TEXT ("fold", customer->name_fold), DB_TEXT ("alt", customer->name_alt),
                        DB_TEXT ("more", customer->more_fold), NULL);
}

/* Puts a customer that isn't deleted into search, order and tags. */
gboolean
daftar_customer_index_add (DaftarDb        *db,
                           DaftarCustomer  *customer,
                           GError         **error)
{
  gint64 id = DAFTAR_RECORD (customer)->id;
  DaftarCollator *collator = daftar_customer_collator (db, error);

  return collator != NULL
         && run_search (db,
                        "INSERT INTO customer_fts (rowid, name_fold, name_alt, more_fold)"
                        " VALUES ($id, $fold, $alt, $more)",
                        customer, error)
         && daftar_db_run (db, error, "INSERT INTO customer_tri (rowid, name_fold) VALUES ($id, $fold)",
                           DB_INT ("id", id), DB_TEXT ("fold", customer->name_fold), NULL)
         && write_key (db, collator, id, customer->name, error) && add_tags (db, customer, error);
}

/* Takes a customer out again. The search index needs the text exactly as it was put in. */
gboolean
daftar_customer_index_drop (DaftarDb        *db,
                            DaftarCustomer  *customer,
                            GError         **error)
{
  gint64 id = DAFTAR_RECORD (customer)->id;

  return run_search (db,
                     "INSERT INTO customer_fts (customer_fts, rowid, name_fold, name_alt, more_fold)"
                     " VALUES ('delete', $id, $fold, $alt, $more)",
                     customer, error)
         && daftar_db_run (db, error,
                           "INSERT INTO customer_tri (customer_tri, rowid, name_fold) VALUES ('delete', $id, $fold)",
                           DB_INT ("id", id), DB_TEXT ("fold", customer->name_fold), NULL)
         && daftar_db_run (db, error, "DELETE FROM customer_key WHERE customer_id = $id", DB_INT ("id", id), NULL)
         && daftar_db_run (db, error, "DELETE FROM customer_tag WHERE customer_id = $id", DB_INT ("id", id), NULL);
}

/* --- Contact points. ------------------------------------------------------------------------------- */

static gboolean
is_number (gint64 kind)
{
  return kind == DAFTAR_CONTACT_KIND_MOBILE || kind == DAFTAR_CONTACT_KIND_PHONE
         || kind == DAFTAR_CONTACT_KIND_WHATSAPP;
}

static char *
shop_country (DaftarDb *db)
{
  g_autoptr (DaftarStatement) shop = daftar_db_query (db, NULL, "SELECT country FROM shop", NULL);

  if (shop == NULL || !daftar_statement_next (shop, NULL))
    return g_strdup ("SA");
  return g_strdup (daftar_statement_get_text (shop, 0));
}

/* What the value is compared and found by: the digits of a number with its country, an address in lower
 * case. A number that can't be one keeps its digits, so that it is found all the same. */
gboolean
daftar_contact_point_normalise (DaftarDb            *db,
                                DaftarContactPoint  *point,
                                const char          *country,
                                GError             **error)
{
  g_autofree char *home = country != NULL ? g_strdup (country) : shop_country (db);

  g_clear_pointer (&point->norm, g_free);
  g_clear_pointer (&point->rnorm, g_free);
  if (is_number (point->kind))
    {
      point->norm = daftar_phone_normalise (point->value, home);
      /* A number of another country without its code is one that nobody here has: its bare digits are
       * found at least. */
      if (point->norm != NULL && !daftar_phone_is_assigned (point->norm))
        g_clear_pointer (&point->norm, g_free);
      if (point->norm == NULL)
        point->norm = daftar_phone_digits (point->value);
      if (point->norm != NULL && *point->norm == '\0')
        g_clear_pointer (&point->norm, g_free);
      if (point->norm != NULL)
        point->rnorm = daftar_phone_reverse (point->norm);
    }
  else if (point->kind == DAFTAR_CONTACT_KIND_EMAIL)
    {
      g_autofree char *lower = g_utf8_strdown (point->value, -1);

      point->norm = g_strdup (g_strstrip (lower));
    }
  return TRUE;
}
