/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-duplicate-store.h"

#include <glib/gi18n-lib.h>

#include "daftar-customer-derive.h"
#include "daftar-error.h"
#include "daftar-merge-store.h"
#include "daftar-name-match.h"
#include "daftar-row.h"
#include "daftar-text.h"

/* One more than that tells a switchboard. */
#define LIMIT (DAFTAR_DUPLICATE_MANY + 1)

/* Of each way to write a name differently so many are looked at, the newest first. */
#define NEAR_LIMIT 60

const DaftarTable daftar_table_distinct_pair = {
  .kind = DAFTAR_KIND_DISTINCT_PAIR,
  .name = "distinct_pair",
  .get_type = daftar_distinct_pair_get_type,
  .customer_field = "customer_id",
};

static GArray *
by_norm (DaftarReader  *reader,
         gint64         kind,
         const char    *value,
         GError       **error)
{
  g_autoptr (DaftarContactPoint) point = daftar_contact_point_new ();

  point->kind = kind;
  point->value = g_strdup (value);
  if (!daftar_contact_point_normalise (READER_DB (reader), point, NULL, error))
    return NULL;
  return daftar_row_ids (daftar_db_query (READER_DB (reader), error,
                                          "SELECT DISTINCT p.customer_id FROM contact_point p"
                                          " JOIN customer c ON c.id = p.customer_id"
                                          " WHERE p.norm = $norm AND c.deleted_at IS NULL LIMIT $limit",
                                          DB_TEXT ("norm", point->norm), DB_INT ("limit", LIMIT), NULL),
                         error);
}

/**
 * daftar_duplicate_store_by_email:
 * @reader: a handle
 * @email: an address in any case
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable) (element-type gint64): customers with that address
 */
GArray *
daftar_duplicate_store_by_email (DaftarReader  *reader,
                                 const char    *email,
                                 GError       **error)
{
  return by_norm (reader, DAFTAR_CONTACT_KIND_EMAIL, email, error);
}

/**
 * daftar_duplicate_store_by_phone:
 * @reader: a handle
 * @phone: a number in any spelling
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable) (element-type gint64): customers with that number
 */
GArray *
daftar_duplicate_store_by_phone (DaftarReader  *reader,
                                 const char    *phone,
                                 GError       **error)
{
  return by_norm (reader, DAFTAR_CONTACT_KIND_MOBILE, phone, error);
}

/**
 * daftar_duplicate_store_by_name:
 * @reader: a handle
 * @name: a full name in any spelling
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable) (element-type gint64): customers of that name
 */
GArray *
daftar_duplicate_store_by_name (DaftarReader  *reader,
                                const char    *name,
                                GError       **error)
{
  g_autofree char *fold = daftar_text_fold (name);

  return daftar_row_ids (daftar_db_query (READER_DB (reader), error,
                                          "SELECT id FROM customer WHERE name_fold = $fold AND name_fold <> ''"
                                          " AND deleted_at IS NULL LIMIT $limit",
                                          DB_TEXT ("fold", fold), DB_INT ("limit", LIMIT), NULL),
                         error);
}

/* --- Names that are written a little differently. --------------------------------------------------- */

static gboolean
add_matches (GArray        *ids,
             DaftarReader  *reader,
             const char    *index,
             const char    *match,
             GError       **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT rowid FROM %s WHERE %s MATCH $match ORDER BY rowid DESC LIMIT $limit", index, index);
  g_autoptr (GArray) found = daftar_row_ids (
    daftar_db_query (READER_DB (reader), error, sql, DB_TEXT ("match", match), DB_INT ("limit", NEAR_LIMIT), NULL), error);

  if (found != NULL)
    g_array_append_vals (ids, found->data, found->len);
  return found != NULL;
}

/* The words of a name except one, as an FTS query: what a word that begins like @prefix may complete. */
static char *
match_without (char       **words,
               guint        except,
               const char  *prefix)
{
  GString *match = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (i != except)
      g_string_append_printf (match, "\"%s\" ", words[i]);
  if (prefix != NULL)
    g_string_append_printf (match, "\"%s\"*", prefix);
  return g_string_free (match, FALSE);
}

/* The index of parts knows three letters at a time and not where they stand: who asks compares the names. */
static void
add_parts (GString    *match,
           const char *word)
{
  glong letters = g_utf8_strlen (word, -1);

  for (glong i = 0; i + 3 <= letters; i++)
    {
      g_autofree char *part = g_utf8_substring (word, i, i + 3);

      g_string_append_printf (match, "\"%s\" ", part);
    }
}

static gboolean
all_long (char  **words,
          guint   except)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (i != except && g_utf8_strlen (words[i], -1) < 3)
      return FALSE;
  return TRUE;
}

/* A slip of one letter leaves one half of the word whole: its beginning is found by words, its end by parts. */
static gboolean
add_slips (GArray        *ids,
           DaftarReader  *reader,
           char         **words,
           guint          at,
           GError       **error)
{
  glong letters = g_utf8_strlen (words[at], -1), half = letters / 2;
  g_autofree char *begin = g_utf8_substring (words[at], 0, MAX (half, 1));
  g_autofree char *end = g_utf8_substring (words[at], half, letters);
  g_autofree char *by_begin = match_without (words, at, begin);
  g_autoptr (GString) by_end = g_string_new (NULL);

  if (letters < 2 || !add_matches (ids, reader, "customer_fts", by_begin, error))
    return letters < 2;
  if (letters - half < 3 || !all_long (words, at))
    return TRUE;
  for (guint i = 0; words[i] != NULL; i++)
    add_parts (by_end, i == at ? end : words[i]);
  return add_matches (ids, reader, "customer_tri", by_end->str, error);
}

/**
 * daftar_duplicate_store_near_name:
 * @reader: a handle
 * @name: a full name in any spelling
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable) (element-type gint64): customers whose name may be another spelling of it; who asks
 *   compares with daftar_name_compare(). One may come several times.
 */
GArray *
daftar_duplicate_store_near_name (DaftarReader  *reader,
                                  const char    *name,
                                  GError       **error)
{
  g_autofree char *fold = daftar_text_fold (name);
  g_auto (GStrv) words = daftar_text_fold_words (name);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n = g_strv_length (words);

  if (g_utf8_strlen (fold, -1) < DAFTAR_NAME_MIN_LETTERS || n == 0)
    return g_steal_pointer (&ids);
  /* All words, in any order and with others between them; then the first and the last alone. */
  for (guint i = 0; n > 1 && i < (n > 2 ? 2 : 1); i++)
    {
      char *ends[] = { words[0], words[n - 1], NULL };
      g_autofree char *match = match_without (i == 0 ? words : ends, G_MAXUINT, NULL);

      if (!add_matches (ids, reader, "customer_fts", match, error))
        return NULL;
    }
  for (guint i = 0; i < n; i++)
    if (!add_slips (ids, reader, words, i, error))
      return NULL;
  return g_steal_pointer (&ids);
}

/* --- The whole shop. -------------------------------------------------------------------------------- */

static gboolean
each (DaftarStatement      *statement,
      DaftarDuplicateFunc   func,
      gpointer              data,
      GError              **error)
{
  g_autoptr (DaftarStatement) rows = statement;
  GError *local = NULL;

  if (rows == NULL)
    return FALSE;
  while (daftar_statement_next (rows, &local))
    if (!func (daftar_statement_get_text (rows, 0), daftar_statement_get_int (rows, 1), data))
      break;
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

/**
 * daftar_duplicate_store_each_name:
 * @reader: a handle
 * @func: called with each folded name
 * @data: passed to @func
 * @error: return location for a sentence for the user
 *
 * Goes through the names of all customers who aren't deleted, reading nothing but their index.
 */
gboolean
daftar_duplicate_store_each_name (DaftarReader         *reader,
                                  DaftarDuplicateFunc   func,
                                  gpointer              data,
                                  GError              **error)
{
  return each (daftar_db_query (READER_DB (reader), error,
                                "SELECT name_fold, id FROM customer INDEXED BY customer_fold WHERE deleted_at IS NULL", NULL),
               func, data, error);
}

/**
 * daftar_duplicate_store_each_point:
 * @reader: a handle
 * @func: called with each normal form
 * @data: passed to @func
 * @error: return location for a sentence for the user
 *
 * Goes through all numbers and addresses, those that are equal one after the other. Who has them may be deleted.
 */
gboolean
daftar_duplicate_store_each_point (DaftarReader         *reader,
                                   DaftarDuplicateFunc   func,
                                   gpointer              data,
                                   GError              **error)
{
  return each (daftar_db_query (READER_DB (reader), error,
                                "SELECT norm, customer_id FROM contact_point WHERE norm IS NOT NULL ORDER BY norm, customer_id",
                                NULL),
               func, data, error);
}

gboolean
daftar_duplicate_store_names_of (DaftarReader         *reader,
                                 const gint64         *ids,
                                 guint                 n_ids,
                                 DaftarDuplicateFunc   func,
                                 gpointer              data,
                                 GError              **error)
{
  g_autofree char *list = daftar_row_id_list (ids, n_ids);

  return each (daftar_db_query (READER_DB (reader), error,
                                "SELECT c.name_fold, c.id FROM json_each ($ids) j JOIN customer c ON c.id = j.value",
                                DB_TEXT ("ids", list), NULL),
               func, data, error);
}

/* --- Different people. ------------------------------------------------------------------------------ */

/**
 * daftar_distinct_store_each:
 * @reader: a handle
 * @customer_id: one of the two, or 0 for all pairs
 * @func: called with each pair, the smaller id first
 * @data: passed to @func
 * @error: return location for a sentence for the user
 *
 * Goes through those of whom somebody said that they look alike and aren't the same.
 */
gboolean
daftar_distinct_store_each (DaftarReader  *reader,
                            gint64         customer_id,
                            void         (*func) (gint64 one, gint64 other, gpointer data),
                            gpointer       data,
                            GError       **error)
{
  g_autoptr (DaftarStatement) rows = daftar_db_query (
    READER_DB (reader), error,
    "SELECT customer_id, other_id FROM distinct_pair WHERE $id = 0 OR customer_id = $id OR other_id = $id",
    DB_INT ("id", customer_id), NULL);
  GError *local = NULL;

  if (rows == NULL)
    return FALSE;
  while (daftar_statement_next (rows, &local))
    func (daftar_statement_get_int (rows, 0), daftar_statement_get_int (rows, 1), data);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

/**
 * daftar_distinct_store_add:
 * @txn: a handle
 * @one: a customer
 * @other: another one, who looks like the same and isn't
 * @error: return location for a sentence for the user
 *
 * Remembers it: they are not shown as duplicates of each other any more.
 */
gboolean
daftar_distinct_store_add (DaftarTxn  *txn,
                           gint64      one,
                           gint64      other,
                           GError    **error)
{
  g_autoptr (DaftarDistinctPair) pair = daftar_distinct_pair_new ();
  g_autoptr (DaftarCustomer) first = daftar_merge_store_get (daftar_txn_reader (txn), one, error);
  g_autoptr (DaftarCustomer) second = first != NULL ? daftar_merge_store_get (daftar_txn_reader (txn), other, error) : NULL;
  gint64 known = 0;

  if (second == NULL)
    return FALSE;
  if (one == other)
    {
      g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED, _("That is one customer, not two."));
      return FALSE;
    }
  pair->customer_id = MIN (one, other);
  pair->other_id = MAX (one, other);
  pair->at = daftar_txn_now (txn);
  pair->staff_id = daftar_txn_get_staff (txn);
  if (!daftar_db_get_int (TXN_DB (txn), &known, error,
                          "SELECT count(*) FROM distinct_pair WHERE customer_id = $one AND other_id = $other",
                          DB_INT ("one", pair->customer_id), DB_INT ("other", pair->other_id), NULL))
    return FALSE;
  return known > 0 || daftar_row_insert (txn, &daftar_table_distinct_pair, pair, error) != 0;
}
