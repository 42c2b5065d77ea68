/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-erased-store.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/random.h>

#include "daftar-error.h"

#define KEY_SIZE 32
#define KEY_NAME "erase_key"

/* --- The key: without it the hash of a telephone number is found by trying all numbers. ------------- */

static char *
read_key (DaftarDb *db)
{
  g_autoptr (DaftarStatement) row =
    daftar_db_query (db, NULL, "SELECT value FROM meta WHERE key = '" KEY_NAME "'", NULL);

  return row != NULL && daftar_statement_next (row, NULL) ? g_strdup (daftar_statement_get_text (row, 0)) : NULL;
}

static gboolean
write_key (DaftarDb    *db,
           const char  *key,
           GError     **error)
{
  return daftar_db_run (db, error, "INSERT OR IGNORE INTO meta (key, value) VALUES ('" KEY_NAME "', $key)",
                        DB_TEXT ("key", key), NULL);
}

static char *
make_key (GError **error)
{
  guint8 bytes[KEY_SIZE];
  GString *key = g_string_new (NULL);

  if (getrandom (bytes, sizeof bytes, 0) != sizeof bytes)
    {
      g_string_free (key, TRUE);
      g_set_error (error, DAFTAR_ERROR, DAFTAR_ERROR_FAILED, _("This computer gives no random numbers (%s)."),
                   g_strerror (errno));
      return NULL;
    }
  for (guint i = 0; i < sizeof bytes; i++)
    g_string_append_printf (key, "%02x", bytes[i]);
  return g_string_free (key, FALSE);
}

static GBytes *
hash_with (const char *key,
           const char *kind,
           const char *value)
{
  g_autoptr (GHmac) hmac = g_hmac_new (G_CHECKSUM_SHA256, (const guchar *) key, strlen (key));
  guint8 digest[32];
  gsize size = sizeof digest;

  g_hmac_update (hmac, (const guchar *) kind, -1);
  g_hmac_update (hmac, (const guchar *) ":", 1);
  g_hmac_update (hmac, (const guchar *) value, -1);
  g_hmac_get_digest (hmac, digest, &size);
  return g_bytes_new (digest, size);
}

/* The hash under the file's key, which must be there; NULL without an error if it isn't. */
GBytes *
daftar_erased_hash (DaftarDb    *db,
                    const char  *kind,
                    const char  *value,
                    GError     **error)
{
  g_autofree char *key = read_key (db);

  return key != NULL ? hash_with (key, kind, value) : NULL;
}

/* Remembers that somebody who is known by this was erased. */
gboolean
daftar_erased_add (DaftarTxn   *txn,
                   const char  *kind,
                   const char  *value,
                   GError     **error)
{
  DaftarDb *db = TXN_DB (txn);
  g_autofree char *key = read_key (db);
  g_autoptr (GBytes) hash = NULL;

  if (key == NULL && ((key = make_key (error)) == NULL || !write_key (db, key, error)))
    return FALSE;
  hash = hash_with (key, kind, value);
  return daftar_db_run (db, error, "INSERT OR REPLACE INTO erased (hash, at) VALUES ($hash, $at)",
                        DB_BLOB ("hash", hash), DB_INT ("at", daftar_txn_now (txn)), NULL);
}

gboolean
daftar_erased_knows (DaftarDb    *db,
                     const char  *kind,
                     const char  *value,
                     gboolean    *known,
                     GError     **error)
{
  g_autoptr (GBytes) hash = daftar_erased_hash (db, kind, value, error);
  gint64 n = 0;

  *known = FALSE;
  if (hash == NULL)
    return TRUE;
  if (!daftar_db_get_int (db, &n, error, "SELECT count(*) FROM erased WHERE hash = $hash", DB_BLOB ("hash", hash), NULL))
    return FALSE;
  *known = n > 0;
  return TRUE;
}

/* --- From one file to another. ---------------------------------------------------------------------- */

void
daftar_erased_free (DaftarErased *self)
{
  g_free (self->key);
  g_ptr_array_unref (self->hashes);
  g_array_unref (self->moments);
  g_free (self);
}

/* All that a file knows. One of an older version knows nothing yet. */
DaftarErased *
daftar_erased_read (DaftarDb  *db,
                    GError   **error)
{
  g_autoptr (DaftarErased) self = g_new0 (DaftarErased, 1);
  g_autoptr (DaftarStatement) rows = NULL;
  gint64 known = 0;
  GError *local = NULL;

  self->hashes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  self->moments = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (!daftar_db_get_int (db, &known, error, "SELECT count(*) FROM sqlite_schema WHERE name = 'erased'", NULL))
    return NULL;
  if (known == 0)
    return g_steal_pointer (&self);
  self->key = read_key (db);
  rows = daftar_db_query (db, error, "SELECT hash, at FROM erased", NULL);
  if (rows == NULL)
    return NULL;
  while (daftar_statement_next (rows, &local))
    {
      gsize size = 0;
      const void *data = daftar_statement_get_data (rows, 0, &size);
      gint64 at = daftar_statement_get_int (rows, 1);

      g_ptr_array_add (self->hashes, g_bytes_new (data, size));
      g_array_append_val (self->moments, at);
    }
  if (local == NULL)
    return g_steal_pointer (&self);
  g_propagate_error (error, local);
  return NULL;
}

/* Adds to a file what another one knew of the same people. A file with a key of its own is of another shop, and of
 * other people. */
gboolean
daftar_erased_write (DaftarErased  *self,
                     DaftarDb      *db,
                     GError       **error)
{
  g_autofree char *own = read_key (db);

  if (self->key == NULL || (own != NULL && !g_str_equal (own, self->key)))
    return TRUE;
  if (own == NULL && !write_key (db, self->key, error))
    return FALSE;
  for (guint i = 0; i < self->hashes->len; i++)
    if (!daftar_db_run (db, error, "INSERT OR IGNORE INTO erased (hash, at) VALUES ($hash, $at)",
                        DB_BLOB ("hash", g_ptr_array_index (self->hashes, i)),
                        DB_INT ("at", g_array_index (self->moments, gint64, i)), NULL))
      return FALSE;
  return TRUE;
}
