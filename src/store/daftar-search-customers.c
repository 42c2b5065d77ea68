/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Customers by what is typed (docs/decisions.md, 12). */
#define G_LOG_DOMAIN "daftar"

#include <string.h>

#include "daftar-phone.h"
#include "daftar-row.h"
#include "daftar-search-store.h"
#include "daftar-text.h"

/* Whole names that start with what is typed come from an ordinary index: they are what is most often
 * meant, and the first 25 are found in a fraction of a millisecond. */
#define MAX_STARTS 25
/* From so many letters or digits on, any part of a name, number or address is found. */
#define MIN_PART 3
/* So many are no part but the beginning or the end. */
#define LONG_PART 7
/* Of how many letters customer_all has the beginnings (003-search.sql). */
#define ALL_PREFIX 4
/* How many are looked at that have all the groups of three letters, perhaps not in one piece. */
#define MAX_LOOKS 3000
#define FEW_LOOKS 200
/* So many of those that were found are put into order; what comes behind stays as it was found. */
#define MAX_RANKED 200
/* Sorts after every other character: the end of a range of texts that start alike. */
#define AFTER_ALL "\xf4\x8f\xbf\xbf"

/* How somebody was found, the best first. */
typedef enum
{
  WAY_NAME, /* the name itself says how well */
  WAY_NUMBER_WHOLE,
  WAY_NUMBER_EDGE,
  WAY_NUMBER_INSIDE,
  WAY_ADDRESS,
  WAY_OTHER,
} Way;

typedef struct
{
  gint64 id;
  Way way;
} One;

/* Customers found so far, each once, in the order they were found. */
typedef struct
{
  DaftarDb *db;
  GArray *found; /* One */
  GHashTable *seen;
  guint limit;
} Search;

static gboolean
is_full (Search *self)
{
  return self->found->len >= self->limit;
}

static void
add (Search *self,
     gint64  id,
     Way     way)
{
  One one = { id, way };

  if (g_hash_table_add (self->seen, g_memdup2 (&id, sizeof id)))
    g_array_append_val (self->found, one);
}

/* Takes the statement. */
static gboolean
add_all (Search           *self,
         Way               way,
         DaftarStatement  *statement,
         GError          **error)
{
  g_autoptr (DaftarStatement) rows = statement;
  GError *local = NULL;

  while (rows != NULL && daftar_statement_next (rows, &local))
    add (self, daftar_statement_get_int (rows, 0), way);
  if (local != NULL)
    g_propagate_error (error, local);
  return rows != NULL && local == NULL;
}

static gboolean
add_starting (Search      *self,
              Way          way,
              const char  *sql,
              const char  *text,
              guint        limit,
              GError     **error)
{
  g_autofree char *end = g_strconcat (text, AFTER_ALL, NULL);

  return add_all (self, way,
                  daftar_db_query (self->db, error, sql, DB_TEXT ("from", text), DB_TEXT ("to", end),
                                   DB_INT ("limit", limit), NULL),
                  error);
}

/* --- Parts: from the groups of three letters of a text. -------------------------------------------- */

/* The index knows who has each group, not where (that makes it small), so that what it gives is looked at. */
static void
append_groups (GString    *match,
               const char *text)
{
  for (const char *p = text; g_utf8_strlen (p, MIN_PART * 4) >= MIN_PART; p = g_utf8_next_char (p))
    {
      const char *end = g_utf8_offset_to_pointer (p, MIN_PART);

      if (match->len > 0)
        g_string_append_c (match, ' ');
      g_string_append_c (match, '"');
      for (const char *c = p; c < end; c++)
        g_string_append (match, *c == '"' ? "\"\"" : (char[]) { *c, '\0' });
      g_string_append_c (match, '"');
    }
}

/* Whether @part stands in @text; @start: at the start of a word. */
static gboolean
stands_in (const char *text,
           const char *part,
           gboolean    start)
{
  for (const char *p = strstr (text, part); p != NULL; p = strstr (p + 1, part))
    if (!start || p == text || p[-1] == ' ')
      return TRUE;
  return FALSE;
}

static gboolean
has_all (DaftarStatement  *row,
         char            **parts,
         gboolean          starts)
{
  for (guint i = 0; parts[i] != NULL; i++)
    {
      gboolean found = FALSE;

      for (int column = 1; column < daftar_statement_get_n_columns (row) && !found; column++)
        {
          const char *text = daftar_statement_get_text (row, column);

          found = text != NULL && stands_in (text, parts[i], starts);
        }
      if (!found)
        return FALSE;
    }
  return TRUE;
}

/* The statement, which is taken, gives the customer and then the texts in which each of @parts must stand. @looks is
 * how many may be looked at, and how many of these are left. */
static gboolean
add_checked (Search           *self,
             Way               way,
             DaftarStatement  *statement,
             char            **parts,
             gboolean          starts,
             guint            *looks,
             GError          **error)
{
  g_autoptr (DaftarStatement) rows = statement;
  GError *local = NULL;

  for (; rows != NULL && *looks > 0 && !is_full (self) && daftar_statement_next (rows, &local); (*looks)--)
    if (has_all (rows, parts, starts))
      add (self, daftar_statement_get_int (rows, 0), way);
  if (local != NULL)
    g_propagate_error (error, local);
  return rows != NULL && local == NULL;
}

static guint
many_looks (Search *self)
{
  return MAX (MAX_LOOKS, 2 * self->limit);
}

static gboolean
add_parts (Search      *self,
           Way          way,
           const char  *sql,
           char       **parts,
           GError     **error)
{
  g_autoptr (GString) match = g_string_new (NULL);
  guint looks = many_looks (self);

  for (guint i = 0; parts[i] != NULL; i++)
    append_groups (match, parts[i]);
  return add_checked (self, way, daftar_db_query (self->db, error, sql, DB_TEXT ("match", match->str), NULL), parts,
                      FALSE, &looks, error);
}

/* --- Numbers and addresses. ------------------------------------------------------------------------ */

#define BY_NORM                                                                                               \
  "SELECT p.customer_id FROM contact_point p JOIN customer c ON c.id = p.customer_id"                         \
  " WHERE p.norm >= $from AND p.norm < $to AND c.deleted_at IS NULL LIMIT $limit"
#define BY_RNORM                                                                                              \
  "SELECT p.customer_id FROM contact_point p JOIN customer c ON c.id = p.customer_id"                         \
  " WHERE p.rnorm >= $from AND p.rnorm < $to AND c.deleted_at IS NULL LIMIT $limit"
#define BY_PART                                                                                               \
  "SELECT p.customer_id, p.norm FROM point_tri JOIN contact_point p ON p.id = point_tri.rowid"                \
  " JOIN customer c ON c.id = p.customer_id"                                                                  \
  " WHERE point_tri MATCH $match AND c.deleted_at IS NULL ORDER BY point_tri.rowid DESC"

/* A text that is a number in any spelling, or part of one, and nothing else. */
static gboolean
is_number (const char *query,
           const char *digits)
{
  if (*digits == '\0')
    return FALSE;
  for (const char *p = query; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)) || *p == '@')
      return FALSE;
  return TRUE;
}

static gboolean
add_whole_number (Search      *self,
                  const char  *norm,
                  GError     **error)
{
  return norm == NULL
         || add_all (self, WAY_NUMBER_WHOLE,
                     daftar_db_query (self->db, error,
                                      "SELECT p.customer_id FROM contact_point p JOIN customer c ON c.id = p.customer_id"
                                      " WHERE p.norm = $norm AND c.deleted_at IS NULL LIMIT $limit",
                                      DB_TEXT ("norm", norm), DB_INT ("limit", self->limit), NULL),
                     error);
}

static gboolean
find_numbers (Search      *self,
              const char  *query,
              const char  *country,
              const char  *digits,
              GError     **error)
{
  g_autofree char *whole = daftar_phone_normalise (query, country);
  g_autofree char *international = daftar_phone_search_prefix (query, country);
  g_autofree char *backwards = daftar_phone_reverse (digits);
  const char *national = digits;

  /* The 0 before a national number stands for its country: no stored number has it. */
  while (*national == '0' && strlen (national) > MIN_PART)
    national++;
  if (!add_whole_number (self, whole, error)
      || (international != NULL
          && !add_starting (self, WAY_NUMBER_EDGE, BY_NORM, international, self->limit, error))
      || !add_starting (self, WAY_NUMBER_EDGE, BY_NORM, digits, self->limit, error)
      || !add_starting (self, WAY_NUMBER_EDGE, BY_RNORM, backwards, self->limit, error))
    return FALSE;
  /* Long digits that stand at the start or end of a number are not looked for in the middle of others. */
  if (is_full (self) || strlen (national) < MIN_PART || (self->found->len > 0 && strlen (national) >= LONG_PART))
    return TRUE;
  return add_parts (self, WAY_NUMBER_INSIDE, BY_PART, (char *[]) { (char *) national, NULL }, error);
}

/* The start of an address, or from three letters on any part of it: its domain, the name before it. */
static gboolean
find_addresses (Search      *self,
                const char  *query,
                GError     **error)
{
  g_autofree char *lower = g_strstrip (g_ascii_strdown (query, -1));
  guint before;

  if (*lower == '\0' || !g_str_is_ascii (lower) || strpbrk (lower, " \t") != NULL)
    return TRUE;
  before = self->found->len;
  if (!add_starting (self, WAY_ADDRESS, BY_NORM, lower, self->limit, error))
    return FALSE;
  /* As with numbers: what is long and begins an address is not looked for inside others. */
  return is_full (self) || strlen (lower) < MIN_PART || (self->found->len > before && strlen (lower) >= LONG_PART)
         || add_parts (self, WAY_ADDRESS, BY_PART, (char *[]) { lower, NULL }, error);
}

/* --- Names and what else is known of somebody. ------------------------------------------------------ */

#define BY_START                                                                                              \
  "SELECT id FROM customer WHERE name_fold >= $from AND name_fold < $to AND deleted_at IS NULL"               \
  " ORDER BY name_fold LIMIT $limit"
#define BY_WORDS                                                                                              \
  "SELECT rowid FROM customer_fts WHERE customer_fts MATCH $match ORDER BY rowid DESC LIMIT $limit"
#define BY_ALL_WORDS                                                                                          \
  "SELECT rowid FROM customer_all WHERE customer_all MATCH $match ORDER BY rowid DESC LIMIT $limit"
#define BY_WORDS_CHECKED                                                                                      \
  "SELECT c.id, c.name_fold, c.name_alt, c.more_fold FROM customer_fts t JOIN customer c ON c.id = t.rowid"   \
  " WHERE customer_fts MATCH $match ORDER BY t.rowid DESC"
#define BY_ALL_WORDS_CHECKED                                                                                  \
  "SELECT c.id, c.name_fold, c.name_alt, c.more_fold, c.rest_fold FROM customer_all t"                        \
  " JOIN customer c ON c.id = t.rowid WHERE customer_all MATCH $match ORDER BY t.rowid DESC"
#define BY_NAME_PARTS                                                                                         \
  "SELECT c.id, c.name_fold, c.more_fold FROM customer_tri t JOIN customer c ON c.id = t.rowid"               \
  " WHERE customer_tri MATCH $match ORDER BY t.rowid DESC"

static gboolean
all_long (char **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_utf8_strlen (words[i], -1) < MIN_PART)
      return FALSE;
  return words[0] != NULL;
}

/* Whether the last of several words has a letter or two: half the shop has words that begin so, and to go through
 * them all to the few who have the others too takes the index long. */
static gboolean
is_begun (char **words)
{
  guint n = g_strv_length (words);

  return n >= 3 && g_utf8_strlen (words[n - 1], -1) < MIN_PART;
}

static gboolean
add_matching (Search      *self,
              Way          way,
              const char  *sql,
              const char  *match,
              guint        limit,
              GError     **error)
{
  return add_all (self, way,
                  daftar_db_query (self->db, error, sql, DB_TEXT ("match", match), DB_INT ("limit", limit), NULL),
                  error);
}

/* The words begin some word of anything that is known. The index has the first four letters of each: what it gives
 * for longer ones is looked at. */
static gboolean
add_knowing (Search      *self,
             char       **words,
             GError     **error)
{
  g_autoptr (GString) match = g_string_new (NULL);
  gboolean begun = is_begun (words);
  gboolean exact = !begun;
  guint looks = many_looks (self);

  for (guint i = 0; words[i] != NULL && !(begun && words[i + 1] == NULL); i++)
    {
      glong letters = g_utf8_strlen (words[i], -1);
      const char *end = g_utf8_offset_to_pointer (words[i], MIN (letters, ALL_PREFIX));

      g_string_append_printf (match, "\"%.*s\"* ", (int) (end - words[i]), words[i]);
      exact = exact && letters <= ALL_PREFIX;
    }
  if (exact)
    return add_matching (self, WAY_OTHER, BY_ALL_WORDS, match->str, self->limit, error);
  return add_checked (self, WAY_OTHER,
                      daftar_db_query (self->db, error, BY_ALL_WORDS_CHECKED, DB_TEXT ("match", match->str), NULL),
                      words, TRUE, &looks, error);
}

/* Names whose last word is only begun: the others alone are few, and most of them have it. @enough says whether
 * that was so; else the index has to tell. */
static gboolean
add_begun (Search      *self,
           char       **words,
           gboolean    *enough,
           GError     **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) others = NULL;
  g_autofree char *match = NULL;
  guint looks = FEW_LOOKS;

  for (guint i = 0; words[i + 1] != NULL; i++)
    g_strv_builder_add (builder, words[i]);
  others = g_strv_builder_end (builder);
  match = daftar_search_match_words (others, "*");
  if (!add_checked (self, WAY_NAME,
                    daftar_db_query (self->db, error, BY_WORDS_CHECKED, DB_TEXT ("match", match), NULL), words, TRUE,
                    &looks, error))
    return FALSE;
  *enough = looks > 0;
  return TRUE;
}

/* Each step only where the ones before it left room; and several words that are found in names are meant as a name,
 * so that a full name costs one look. */
static gboolean
find_words (Search      *self,
            char       **words,
            GError     **error)
{
  g_autofree char *whole = daftar_search_match_words (words, "");
  g_autofree char *prefixes = daftar_search_match_words (words, "*");
  gboolean single = words[1] == NULL;
  gboolean enough = FALSE;

  if ((single && !add_matching (self, WAY_NAME, BY_WORDS, whole, MIN (MAX_STARTS, self->limit), error))
      || (is_begun (words) && !add_begun (self, words, &enough, error))
      || (!is_full (self) && !enough && !add_matching (self, WAY_NAME, BY_WORDS, prefixes, self->limit, error)))
    return FALSE;
  if (is_full (self) || (!single && self->found->len > 0))
    return TRUE;
  if (!add_knowing (self, words, error))
    return FALSE;
  /* Who types three words types them from their beginnings. */
  return is_full (self) || (!single && self->found->len > 0) || g_strv_length (words) > 2 || !all_long (words)
         || add_parts (self, WAY_NAME, BY_NAME_PARTS, words, error);
}

static gboolean
find_names (Search      *self,
            const char  *query,
            GError     **error)
{
  g_autofree char *fold = daftar_text_fold (query);
  g_auto (GStrv) words = daftar_text_fold_words (query);

  if (*fold != '\0' && !add_starting (self, WAY_NAME, BY_START, fold, MIN (MAX_STARTS, self->limit), error))
    return FALSE;
  return (words[0] == NULL || find_words (self, words, error))
         && (is_full (self) || find_addresses (self, query, error));
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

/* The whole name, the start of the name, whole words, starts of words, anything else. */
static int
score (const char  *name_fold,
       const char  *name_alt,
       const char  *query_fold,
       char       **words,
       Way          way)
{
  if (way != WAY_NAME)
    return 10 + way;
  if (strcmp (name_fold, query_fold) == 0)
    return 0;
  if (g_str_has_prefix (name_fold, query_fold))
    return 1;
  for (guint i = 0; words[i] != NULL; i++)
    if (!has_word (name_fold, words[i]) && !has_word (name_alt, words[i]))
      return daftar_text_fold_contains (name_fold, query_fold) ? 3 : 4;
  return 2;
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

static gboolean
read_ranked (Search      *self,
             const char  *query,
             GArray      *ids,
             GArray      *ranked,
             GError     **error)
{
  g_autofree char *fold = daftar_text_fold (query);
  g_auto (GStrv) words = daftar_text_fold_words (query);
  g_autofree char *list = daftar_row_id_list ((const gint64 *) ids->data, MIN (ids->len, MAX_RANKED));
  g_autoptr (DaftarStatement) rows =
    daftar_db_query (self->db, error,
                     "SELECT c.id, c.name_fold, c.name_alt, c.last_contact_at, j.key FROM json_each ($ids) j"
                     " CROSS JOIN customer c ON c.id = j.value",
                     DB_TEXT ("ids", list), NULL);
  GError *local = NULL;

  while (rows != NULL && daftar_statement_next (rows, &local))
    {
      guint order = daftar_statement_get_int (rows, 4);
      Ranked one = { daftar_statement_get_int (rows, 0),
                     score (daftar_statement_get_text (rows, 1), daftar_statement_get_text (rows, 2), fold, words,
                            g_array_index (self->found, One, order).way),
                     daftar_statement_get_int (rows, 3), order };

      g_array_append_val (ranked, one);
    }
  if (local != NULL)
    g_propagate_error (error, local);
  return rows != NULL && local == NULL;
}

/* All ids, the first of them in order. */
static GArray *
rank (Search      *self,
      const char  *query,
      GError     **error)
{
  g_autoptr (GArray) ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), self->found->len);
  g_autoptr (GArray) ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));

  for (guint i = 0; i < self->found->len; i++)
    g_array_append_val (ids, g_array_index (self->found, One, i).id);
  if (!read_ranked (self, query, ids, ranked, error))
    return NULL;
  g_array_sort (ranked, compare_ranked);
  for (guint i = 0; i < ranked->len; i++)
    g_array_index (ids, gint64, i) = g_array_index (ranked, Ranked, i).id;
  return g_steal_pointer (&ids);
}

static char *
get_country (DaftarDb *db)
{
  g_autoptr (DaftarStatement) shop = daftar_db_query (db, NULL, "SELECT country FROM shop", NULL);

  if (shop == NULL || !daftar_statement_next (shop, NULL))
    return g_strdup ("SA");
  return g_strdup (daftar_statement_get_text (shop, 0));
}

static gboolean
find_all (Search      *self,
          const char  *query,
          GError     **error)
{
  g_autofree char *digits = daftar_phone_digits (query);
  gboolean by_number = is_number (query, digits);

  if (by_number)
    {
      g_autofree char *country = get_country (self->db);

      if (!find_numbers (self, query, country, digits, error))
        return FALSE;
    }
  /* Digits also stand in names ("Salon 360"). */
  return (by_number && self->found->len > 0) || find_names (self, query, error);
}

/**
 * daftar_search_store_find_customers:
 * @reader: a handle
 * @query: what was typed: any part of a name in any spelling, any digits of a number, any part of an address,
 *   words of the company, city, tags and note, also together
 * @limit: how many at most. A list that goes on narrowing them may ask for thousands: the first 200 are in
 *   order, the others as they were found, names before all else and the newest first
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
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (One));
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  /* A few more than wanted, so that the best of them come to the top. */
  Search search = { READER_DB (reader), found, seen, limit < 0 ? G_MAXINT : MAX (limit, 50) };
  GArray *ids;

  if (!find_all (&search, query, error))
    return NULL;
  ids = rank (&search, query, error);
  if (ids != NULL && limit >= 0 && ids->len > (guint) limit)
    g_array_set_size (ids, limit);
  return ids;
}
