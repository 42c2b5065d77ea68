/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-search-store.h"

#include <string.h>

#include "daftar-customer-store.h"
#include "daftar-phone.h"
#include "daftar-row.h"
#include "daftar-text.h"

/* Folded words hold neither quotes nor operators; the quotes keep words such as "and" from being one. */
char *
daftar_search_match_words (char       **words,
                           const char  *suffix)
{
  GString *match = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    g_string_append_printf (match, "\"%s\"%s ", words[i], suffix);
  return g_string_free (match, FALSE);
}

/* --- Everything. ----------------------------------------------------------------------------------- */

void
daftar_hit_free (DaftarHit *self)
{
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->matched);
  g_free (self);
}

static gboolean
add_customers (DaftarReader  *reader,
               const char    *query,
               int            limit,
               GPtrArray     *hits,
               GError       **error)
{
  g_autoptr (GArray) ids = daftar_search_store_find_customers (reader, query, limit, error);
  g_autoptr (GPtrArray) rows = NULL;

  if (ids != NULL)
    rows = daftar_customer_store_get_rows (reader, (const gint64 *) ids->data, ids->len, error);
  if (rows == NULL || !daftar_search_store_explain (reader, query, rows, error))
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      DaftarCustomer *customer = g_ptr_array_index (rows, i);
      DaftarHit *hit = g_new0 (DaftarHit, 1);

      hit->kind = DAFTAR_KIND_CUSTOMER;
      hit->id = DAFTAR_RECORD (customer)->id;
      hit->title = g_strdup (customer->name);
      hit->subtitle = g_strdup (customer->company != NULL ? customer->company : customer->city);
      hit->found_by = customer->matched_by;
      hit->matched = g_strdup (customer->matched != NULL ? customer->matched
                               : customer->phone != NULL ? customer->phone
                                                         : customer->email);
      g_ptr_array_add (hits, hit);
    }
  return TRUE;
}

static gboolean
add_rows (DaftarStatement  *statement,
          DaftarKind        kind,
          GPtrArray        *hits,
          GError          **error)
{
  g_autoptr (DaftarStatement) rows = statement;
  GError *local = NULL;

  while (rows != NULL && daftar_statement_next (rows, &local))
    {
      DaftarHit *hit = g_new0 (DaftarHit, 1);

      hit->kind = kind;
      hit->id = daftar_statement_get_int (rows, 0);
      hit->title = g_strdup (daftar_statement_get_text (rows, 1));
      hit->subtitle = g_strdup (daftar_statement_get_text (rows, 2));
      hit->matched = g_strdup (daftar_statement_get_text (rows, 3));
      g_ptr_array_add (hits, hit);
    }
  if (local != NULL)
    g_propagate_error (error, local);
  return rows != NULL && local == NULL;
}

#define TICKET_COLUMNS                                                                                        \
  "SELECT t.id, t.subject, c.name, '#' || t.number FROM ticket t LEFT JOIN customer c ON c.id = t.customer_id"

static gboolean
add_tickets (DaftarReader  *reader,
             const char    *query,
             const char    *match,
             int            limit,
             GPtrArray     *hits,
             GError       **error)
{
  DaftarDb *db = READER_DB (reader);
  g_autofree char *digits = daftar_phone_digits (query);
  gint64 number = digits != NULL && *digits != '\0' && strlen (digits) <= 9 ? g_ascii_strtoll (digits, NULL, 10) : 0;

  if (number != 0
      && !add_rows (daftar_db_query (db, error, TICKET_COLUMNS " WHERE t.number = $number AND t.deleted_at IS NULL",
                                     DB_INT ("number", number), NULL),
                    DAFTAR_KIND_TICKET, hits, error))
    return FALSE;
  return *match == '\0'
         || add_rows (daftar_db_query (db, error,
                                       TICKET_COLUMNS " WHERE t.id IN (SELECT rowid FROM ticket_fts"
                                                      " WHERE ticket_fts MATCH $match ORDER BY rowid DESC LIMIT $limit)"
                                                      " AND t.number <> $number ORDER BY t.id DESC",
                                       DB_TEXT ("match", match), DB_INT ("limit", limit), DB_INT ("number", number),
                                       NULL),
                      DAFTAR_KIND_TICKET, hits, error);
}

static gboolean
add_deals (DaftarReader  *reader,
           const char    *match,
           int            limit,
           GPtrArray     *hits,
           GError       **error)
{
  return *match == '\0'
         || add_rows (daftar_db_query (READER_DB (reader), error,
                                       "SELECT d.id, d.title, c.name, s.name FROM deal d"
                                       " JOIN customer c ON c.id = d.customer_id JOIN stage s ON s.id = d.stage_id"
                                       " WHERE d.id IN (SELECT rowid FROM deal_fts WHERE deal_fts MATCH $match"
                                       "  ORDER BY rowid DESC LIMIT $limit) ORDER BY d.status, d.id DESC",
                                       DB_TEXT ("match", match), DB_INT ("limit", limit), NULL),
                      DAFTAR_KIND_DEAL, hits, error);
}

/**
 * daftar_search_store_find:
 * @reader: a handle
 * @query: what was typed
 * @kind: %DAFTAR_KIND_CUSTOMER, %DAFTAR_KIND_TICKET, %DAFTAR_KIND_DEAL or %DAFTAR_KIND_ANY
 * @limit: how many of each kind at most
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable) (element-type DaftarHit): customers, tickets, deals, each the best
 *   first
 */
GPtrArray *
daftar_search_store_find (DaftarReader  *reader,
                          const char    *query,
                          DaftarKind     kind,
                          int            limit,
                          GError       **error)
{
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) daftar_hit_free);
  g_auto (GStrv) words = daftar_text_fold_words (query);
  g_autofree char *match = daftar_search_match_words (words, "*");
  gboolean any = kind == DAFTAR_KIND_ANY;

  if (((any || kind == DAFTAR_KIND_CUSTOMER) && !add_customers (reader, query, limit, hits, error))
      || ((any || kind == DAFTAR_KIND_TICKET) && !add_tickets (reader, query, match, limit, hits, error))
      || ((any || kind == DAFTAR_KIND_DEAL) && !add_deals (reader, match, limit, hits, error)))
    return NULL;
  return g_steal_pointer (&hits);
}
