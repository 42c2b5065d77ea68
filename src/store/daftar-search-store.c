/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-search-store.h"

#include <string.h>

#include "daftar-customer-store.h"
#include "daftar-phone.h"
#include "daftar-row.h"
#include "daftar-text.h"

/* Whole names that start with what is typed come from an ordinary index: they are what is most often
 * meant, and the first 25 are found in a fraction of a millisecond. */
#define MAX_STARTS 25
/* What the other ways give before the best are chosen. The newest first: ranking a million hits by bm25
 * takes a second, and a shop looks for whom it dealt with lately. */
#define MAX_CANDIDATES 50
/* From so many letters or digits on, any part of a name or number is found. */
#define MIN_PART 3
/* Sorts after every other character: the end of a range of texts that start alike. */
#define AFTER_ALL "\xf4\x8f\xbf\xbf"

/* Customers found so far, each once, in the order they were found. */
typedef struct
{
  GArray *ids;
  GHashTable *seen;
} Found;

static void
found_add (Found  *found,
           gint64  id)
{
  if (!g_hash_table_add (found->seen, g_memdup2 (&id, sizeof id)))
    return;
  g_array_append_val (found->ids, id);
}

static gboolean
found_add_all (Found            *found,
               DaftarStatement  *statement,
               GError          **error)
{
  g_autoptr (GArray) ids = daftar_row_ids (statement, error);

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    found_add (found, g_array_index (ids, gint64, i));
  return TRUE;
}

/* --- Numbers. -------------------------------------------------------------------------------------- */

static gboolean
starts_with (Found        *found,
             DaftarDb     *db,
             const char   *column_sql,
             const char   *text,
             int           limit,
             GError      **error)
{
  g_autofree char *end = g_strconcat (text, AFTER_ALL, NULL);

  return found_add_all (found,
                        daftar_db_query (db, error, column_sql, DB_TEXT ("from", text), DB_TEXT ("to", end),
                                         DB_INT ("limit", limit), NULL),
                        error);
}

#define BY_NORM                                                                                               \
  "SELECT p.customer_id FROM contact_point p JOIN customer c ON c.id = p.customer_id"                         \
  " WHERE p.norm >= $from AND p.norm < $to AND c.deleted_at IS NULL LIMIT $limit"
#define BY_RNORM                                                                                              \
  "SELECT p.customer_id FROM contact_point p JOIN customer c ON c.id = p.customer_id"                         \
  " WHERE p.rnorm >= $from AND p.rnorm < $to AND c.deleted_at IS NULL LIMIT $limit"
#define BY_MIDDLE                                                                                             \
  "SELECT p.customer_id FROM phone_tri JOIN contact_point p ON p.id = phone_tri.rowid"                        \
  " JOIN customer c ON c.id = p.customer_id"                                                                  \
  " WHERE phone_tri MATCH $match AND c.deleted_at IS NULL ORDER BY phone_tri.rowid DESC LIMIT $limit"

/* A text that is a number in any spelling, or part of one, and nothing else. */
static gboolean
is_number (const char *query,
           const char *digits)
{
  if (digits == NULL || strlen (digits) < MIN_PART)
    return FALSE;
  for (const char *p = query; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

static gboolean
find_numbers (Found       *found,
              DaftarDb    *db,
              const char  *query,
              const char  *country,
              const char  *digits,
              GError     **error)
{
  g_autofree char *international = daftar_phone_search_prefix (query, country);
  g_autofree char *backwards = daftar_phone_reverse (digits);
  const char *national = digits;
  g_autofree char *match = NULL;

  /* The 0 before a national number stands for its country: no stored number has it. */
  while (*national == '0' && strlen (national) > MIN_PART)
    national++;
  match = g_strconcat ("\"", national, "\"", NULL);

  if (international != NULL && !starts_with (found, db, BY_NORM, international, MAX_CANDIDATES, error))
    return FALSE;
  if (!starts_with (found, db, BY_NORM, digits, MAX_CANDIDATES, error)
      || !starts_with (found, db, BY_RNORM, backwards, MAX_CANDIDATES, error))
    return FALSE;
  /* Long digits that stand at the start or end of a number are not looked for in the middle of others. */
  if (found->ids->len >= MAX_CANDIDATES || (found->ids->len > 0 && strlen (national) >= 7))
    return TRUE;
  return found_add_all (found,
                        daftar_db_query (db, error, BY_MIDDLE, DB_TEXT ("match", match),
                                         DB_INT ("limit", MAX_CANDIDATES), NULL),
                        error);
}

/* --- Names. ---------------------------------------------------------------------------------------- */

/* Folded words hold neither quotes nor operators; the quotes keep words such as "and" from being one. */
static char *
match_words (char       **words,
             const char  *suffix)
{
  GString *match = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    g_string_append_printf (match, "\"%s\"%s ", words[i], suffix);
  return g_string_free (match, FALSE);
}

static gboolean
all_long (char **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_utf8_strlen (words[i], -1) < MIN_PART)
      return FALSE;
  return words[0] != NULL;
}

#define BY_START                                                                                              \
  "SELECT id FROM customer WHERE name_fold >= $from AND name_fold < $to AND deleted_at IS NULL"               \
  " ORDER BY name_fold LIMIT $limit"
#define BY_WORDS                                                                                              \
  "SELECT rowid FROM customer_fts WHERE customer_fts MATCH $match ORDER BY rowid DESC LIMIT $limit"
#define BY_PARTS                                                                                              \
  "SELECT rowid FROM customer_tri WHERE customer_tri MATCH $match ORDER BY rowid DESC LIMIT $limit"

static gboolean
find_words (Found         *found,
            DaftarDb      *db,
            char         **words,
            int            limit,
            GError       **error)
{
  g_autofree char *prefixes = match_words (words, "*");
  g_autofree char *parts = match_words (words, "");

  if (!found_add_all (found,
                      daftar_db_query (db, error, BY_WORDS, DB_TEXT ("match", prefixes), DB_INT ("limit", limit), NULL),
                      error))
    return FALSE;
  if (found->ids->len >= MAX_STARTS || !all_long (words))
    return TRUE;
  return found_add_all (found,
                        daftar_db_query (db, error, BY_PARTS, DB_TEXT ("match", parts), DB_INT ("limit", limit), NULL),
                        error);
}

static gboolean
find_names (Found       *found,
            DaftarDb    *db,
            const char  *query,
            int          limit,
            GError     **error)
{
  g_autofree char *fold = daftar_text_fold (query);
  g_auto (GStrv) words = daftar_text_fold_words (query);

  if (*fold != '\0' && !starts_with (found, db, BY_START, fold, MAX_STARTS, error))
    return FALSE;
  if ((guchar) *query < 0x80)
    {
      g_autofree char *lower = g_ascii_strdown (query, -1);

      g_strstrip (lower);
      if (*lower != '\0' && !starts_with (found, db, BY_NORM, lower, MAX_STARTS, error))
        return FALSE;
    }
  return words[0] == NULL || find_words (found, db, words, limit, error);
}

/* --- The best first. ------------------------------------------------------------------------------- */

typedef struct
{
  gint64 id;
  int score; /* smaller is better */
  gint64 last_contact_at;
  guint order;
} Ranked;

static gboolean
has_word (const char *fold,
          const char *word)
{
  gsize length = strlen (word);

  for (const char *p = strstr (fold, word); p != NULL; p = strstr (p + 1, word))
    if ((p == fold || p[-1] == ' ') && (p[length] == '\0' || p[length] == ' '))
      return TRUE;
  return FALSE;
}

/* The whole name, the start of the name, a whole word, anything else. */
static int
score_name (const char *fold,
            const char *query_fold)
{
  if (strcmp (fold, query_fold) == 0)
    return 0;
  if (g_str_has_prefix (fold, query_fold))
    return 1;
  return has_word (fold, query_fold) ? 2 : 3;
}

static int
compare_ranked (gconstpointer a,
                gconstpointer b)
{
  const Ranked *one = a, *two = b;

  if (one->score != two->score)
    return one->score - two->score;
  if (one->last_contact_at != two->last_contact_at)
    return one->last_contact_at > two->last_contact_at ? -1 : 1;
  return (int) one->order - (int) two->order;
}

static GArray *
rank (DaftarDb    *db,
      Found       *found,
      const char  *query,
      gboolean     by_number,
      GError     **error)
{
  g_autofree char *fold = daftar_text_fold (query);
  g_autofree char *list = daftar_row_id_list ((const gint64 *) found->ids->data, found->ids->len);
  g_autoptr (GArray) ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (DaftarStatement) rows =
    daftar_db_query (db, error,
                     "SELECT c.id, c.name_fold, c.last_contact_at FROM json_each ($ids) j JOIN customer c"
                     " ON c.id = j.value ORDER BY j.key",
                     DB_TEXT ("ids", list), NULL);

  while (rows != NULL && daftar_statement_next (rows, error))
    {
      Ranked one = { daftar_statement_get_int (rows, 0),
                     by_number ? 0 : score_name (daftar_statement_get_text (rows, 1), fold),
                     daftar_statement_get_int (rows, 2), ranked->len };

      g_array_append_val (ranked, one);
    }
  g_array_sort (ranked, compare_ranked);
  for (guint i = 0; i < ranked->len; i++)
    g_array_append_val (ids, g_array_index (ranked, Ranked, i).id);
  return ids;
}

static char *
get_country (DaftarDb *db)
{
  g_autoptr (DaftarStatement) shop = daftar_db_query (db, NULL, "SELECT country FROM shop", NULL);

  if (shop == NULL || !daftar_statement_next (shop, NULL))
    return g_strdup ("SA");
  return g_strdup (daftar_statement_get_text (shop, 0));
}

/**
 * daftar_search_store_find_customers:
 * @reader: a handle
 * @query: what was typed: any part of a name in any spelling, any digits of a number, the start of an
 *   address
 * @limit: how many at most
 * @error: return location for a sentence for the user
 *
 * Finds customers at the keystroke (docs/decisions.md, 12).
 *
 * Returns: (transfer full) (nullable) (element-type gint64): customers, the best first
 */
GArray *
daftar_search_store_find_customers (DaftarReader  *reader,
                                    const char    *query,
                                    int            limit,
                                    GError       **error)
{
  DaftarDb *db = READER_DB (reader);
  g_autoptr (GArray) found_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Found found = { found_ids, seen };
  g_autofree char *digits = daftar_phone_digits (query);
  gboolean by_number = is_number (query, digits);
  GArray *ids;

  if (by_number)
    {
      g_autofree char *country = get_country (db);

      if (!find_numbers (&found, db, query, country, digits, error))
        return NULL;
    }
  /* Digits also stand in names ("Salon 360"). */
  if ((!by_number || found_ids->len == 0) && !find_names (&found, db, query, MAX (limit, MAX_CANDIDATES), error))
    return NULL;
  ids = rank (db, &found, query, by_number, error);
  if (limit >= 0 && ids->len > (guint) limit)
    g_array_set_size (ids, limit);
  return ids;
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
matches_email (DaftarCustomer *customer,
               const char     *query)
{
  return customer->email != NULL && (guchar) *query < 0x80 && *query != '\0'
         && g_ascii_strncasecmp (customer->email, query, strlen (query)) == 0;
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
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      DaftarCustomer *customer = g_ptr_array_index (rows, i);
      DaftarHit *hit = g_new0 (DaftarHit, 1);

      hit->kind = DAFTAR_KIND_CUSTOMER;
      hit->id = DAFTAR_RECORD (customer)->id;
      hit->title = g_strdup (customer->name);
      hit->subtitle = g_strdup (customer->company != NULL ? customer->company : customer->city);
      hit->matched = g_strdup (matches_email (customer, query) || customer->phone == NULL ? customer->email
                                                                                           : customer->phone);
      g_ptr_array_add (hits, hit);
    }
  return rows != NULL;
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
  g_autofree char *match = match_words (words, "*");
  gboolean any = kind == DAFTAR_KIND_ANY;

  if (((any || kind == DAFTAR_KIND_CUSTOMER) && !add_customers (reader, query, limit, hits, error))
      || ((any || kind == DAFTAR_KIND_TICKET) && !add_tickets (reader, query, match, limit, hits, error))
      || ((any || kind == DAFTAR_KIND_DEAL) && !add_deals (reader, match, limit, hits, error)))
    return NULL;
  return g_steal_pointer (&hits);
}
