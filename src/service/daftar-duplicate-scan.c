/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-duplicate-scan.h"

#include <string.h>

#include "daftar-customer-store.h"
#include "daftar-duplicate-store.h"
#include "daftar-text.h"

/* Nobody is compared with everybody. Numbers come from their index with equal ones side by side. Of each name some keys
 * are made that names which are alike share: the whole, the words sorted, the whole without each letter in turn, the
 * words without each in the middle. Keys that are equal meet by sorting; as a million names make many millions of keys,
 * only a part of them, by their hash, is in memory at a time, and the names are gone through once for each part. */
#define KEYS_AT_ONCE (3 * 1000 * 1000)
/* Of names there are about so many keys each. */
#define KEYS_PER_NAME 18

/* Pairs that are remembered before the likeliest are chosen: a shop that has more has other worries. */
#define MAX_PAIRS 300000

#define NAMES_AT_ONCE 500

struct _DaftarDuplicateScan
{
  int limit;
  int percent; /* atomic */
  guint n_found;
};

typedef struct
{
  guint64 hash;
  gint64 id;
} Key;

typedef struct
{
  gint64 one; /* the smaller id */
  gint64 other;
  DaftarLikeness likeness;
  int score;
} Pair;

typedef struct
{
  DaftarDuplicateScan *scan;
  DaftarReader *reader;
  GCancellable *cancellable;
  GHashTable *pairs;  /* Pair, by its ids */
  GHashTable *distinct;
  GByteArray *living; /* a bit for each id */
  guint64 n_names;
  guint64 n_seen;
  int done;           /* percent of the steps before */
  int share;          /* percent of this step */
  guint64 n_steps;    /* of this step */

  /* While going through numbers. */
  char *norm;
  GArray *group; /* gint64 */

  /* While going through names. */
  GArray *keys;
  guint part;
  guint n_parts;
} Scan;

/* --- The look itself, for those who watch. ---------------------------------------------------------- */

/**
 * daftar_duplicate_scan_new:
 * @limit: how many pairs are wanted at most
 *
 * Returns: (transfer full): a look that has not begun
 */
DaftarDuplicateScan *
daftar_duplicate_scan_new (int limit)
{
  DaftarDuplicateScan *self = g_atomic_rc_box_new0 (DaftarDuplicateScan);

  self->limit = limit;
  return self;
}

DaftarDuplicateScan *
daftar_duplicate_scan_ref (DaftarDuplicateScan *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
daftar_duplicate_scan_unref (DaftarDuplicateScan *self)
{
  g_atomic_rc_box_release (self);
}

/* How far it is; from any thread. */
int
daftar_duplicate_scan_get_percent (DaftarDuplicateScan *self)
{
  return g_atomic_int_get (&self->percent);
}

/* How many pairs there are, also beyond the limit; once it is done. */
guint
daftar_duplicate_scan_get_n_found (DaftarDuplicateScan *self)
{
  return self->n_found;
}

void
daftar_duplicate_pair_free (DaftarDuplicatePair *self)
{
  g_clear_object (&self->one);
  g_clear_object (&self->other);
  g_free (self);
}

static void
step (Scan *self)
{
  self->n_seen++;
  if (self->n_seen % 1024 == 0 && self->n_steps > 0)
    g_atomic_int_set (&self->scan->percent,
                      self->done + (int) MIN (self->n_seen * self->share / self->n_steps, (guint64) self->share));
}

static void
begin_step (Scan    *self,
            int      share,
            guint64  n_steps)
{
  self->done += self->share;
  self->share = share;
  self->n_steps = n_steps;
  self->n_seen = 0;
}

/* --- Pairs. ----------------------------------------------------------------------------------------- */

static guint
pair_hash (gconstpointer data)
{
  const Pair *pair = data;

  return g_int64_hash (&pair->one) * 31 + g_int64_hash (&pair->other);
}

static gboolean
pair_equal (gconstpointer a,
            gconstpointer b)
{
  const Pair *one = a, *other = b;

  return one->one == other->one && one->other == other->other;
}

static Pair *
get_pair (Scan   *self,
          gint64  one,
          gint64  other)
{
  Pair wanted = { MIN (one, other), MAX (one, other), { 0 }, 0 };
  Pair *pair = g_hash_table_lookup (self->pairs, &wanted);

  if (pair != NULL)
    return pair;
  if (g_hash_table_size (self->pairs) >= MAX_PAIRS || g_hash_table_contains (self->distinct, &wanted))
    return NULL;
  pair = g_memdup2 (&wanted, sizeof wanted);
  g_hash_table_add (self->pairs, pair);
  return pair;
}

static void
distinct_cb (gint64   one,
             gint64   other,
             gpointer data)
{
  Pair pair = { one, other, { 0 }, 0 };

  g_hash_table_add (data, g_memdup2 (&pair, sizeof pair));
}

/* --- Numbers and addresses. ------------------------------------------------------------------------- */

static gboolean
is_living (Scan   *self,
           gint64  id)
{
  return id > 0 && (guint64) id / 8 < self->living->len && (self->living->data[id / 8] & (1 << (id % 8))) != 0;
}

static void
end_group (Scan *self)
{
  gboolean email = self->norm != NULL && strchr (self->norm, '@') != NULL;

  for (guint i = 0; self->group->len <= DAFTAR_DUPLICATE_MANY && i < self->group->len; i++)
    for (guint j = i + 1; j < self->group->len; j++)
      {
        Pair *pair = get_pair (self, g_array_index (self->group, gint64, i), g_array_index (self->group, gint64, j));

        if (pair != NULL && email)
          pair->likeness.email = TRUE;
        else if (pair != NULL)
          pair->likeness.phone = TRUE;
      }
  g_array_set_size (self->group, 0);
}

static gboolean
point_cb (const char *norm,
          gint64      id,
          gpointer    data)
{
  Scan *self = data;
  guint n = self->group->len;

  step (self);
  if (self->norm == NULL || strcmp (self->norm, norm) != 0)
    {
      end_group (self);
      g_free (self->norm);
      self->norm = g_strdup (norm);
      n = 0;
    }
  /* One more than are looked at is enough to know; somebody may have the number twice. */
  if (n <= DAFTAR_DUPLICATE_MANY && is_living (self, id) && (n == 0 || g_array_index (self->group, gint64, n - 1) != id))
    g_array_append_val (self->group, id);
  return TRUE;
}

/* --- Names. ----------------------------------------------------------------------------------------- */

static gboolean
living_cb (const char *fold,
           gint64      id,
           gpointer    data)
{
  Scan *self = data;
  guint length = self->living->len;

  self->n_names++;
  if (id <= 0 || id > G_GINT64_CONSTANT (1000000000))
    return TRUE;
  if ((guint64) id / 8 >= length)
    {
      g_byte_array_set_size (self->living, id / 8 + 4096);
      memset (self->living->data + length, 0, self->living->len - length);
    }
  self->living->data[id / 8] |= 1 << (id % 8);
  return TRUE;
}

/* FNV-1a, 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/), begun apart for each sort of key. */
static guint64
hash_begin (char sort)
{
  return (G_GUINT64_CONSTANT (14695981039346656037) ^ (guchar) sort) * G_GUINT64_CONSTANT (1099511628211);
}

static guint64
hash_add (guint64     hash,
          const char *bytes,
          gsize       length)
{
  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) bytes[i]) * G_GUINT64_CONSTANT (1099511628211);
  return hash;
}

static void
add_key (Scan    *self,
         guint64  hash,
         gint64   id)
{
  Key key = { hash, id };

  /* The low bits of this hash are good, the high ones mixed enough for choosing a part. */
  if (hash % self->n_parts == self->part)
    g_array_append_val (self->keys, key);
}

/* The whole, and the whole without each of its letters: two names with one letter other share one of them. */
static void
add_letters (Scan       *self,
             const char *joined,
             gint64      id)
{
  gsize length = strlen (joined);

  add_key (self, hash_add (hash_begin ('l'), joined, length), id);
  if (g_utf8_strlen (joined, length) < DAFTAR_NAME_MIN_LETTERS)
    return;
  for (const char *p = joined; *p != '\0'; p = g_utf8_next_char (p))
    {
      const char *next = g_utf8_next_char (p);

      add_key (self, hash_add (hash_add (hash_begin ('l'), joined, p - joined), next, joined + length - next), id);
    }
}

static int
compare_words (const void *a,
               const void *b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static guint64
hash_words (char   sort,
            char **words,
            guint  except)
{
  guint64 hash = hash_begin (sort);

  for (guint i = 0; words[i] != NULL; i++)
    if (i != except)
      hash = hash_add (hash_add (hash, words[i], strlen (words[i])), " ", 1);
  return hash;
}

static void
add_words (Scan   *self,
           char  **words,
           guint   n,
           gint64  id)
{
  g_autofree char **sorted = g_memdup2 (words, (n + 1) * sizeof *words);

  add_key (self, hash_words ('p', words, G_MAXUINT), id);
  for (guint i = 1; i + 1 < n && n > 2; i++)
    add_key (self, hash_words ('p', words, i), id);
  qsort (sorted, n, sizeof *sorted, compare_words);
  add_key (self, hash_words ('o', sorted, G_MAXUINT), id);
}

static gboolean
name_cb (const char *fold,
         gint64      id,
         gpointer    data)
{
  Scan *self = data;
  g_auto (GStrv) words = daftar_name_words (fold);
  guint n = g_strv_length (words);
  g_autofree char *joined = g_strjoinv ("", words);

  step (self);
  if (*joined == '\0')
    return TRUE;
  add_letters (self, joined, id);
  if (n > 1)
    add_words (self, words, n, id);
  return TRUE;
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  const Key *one = a, *other = b;

  if (one->hash != other->hash)
    return one->hash < other->hash ? -1 : 1;
  return (one->id > other->id) - (one->id < other->id);
}

/* A key that many share is a common name: it says nothing. */
static void
pair_up (Scan  *self,
         guint  begin,
         guint  end)
{
  if (end - begin < 2 || end - begin > DAFTAR_DUPLICATE_MANY)
    return;
  for (guint i = begin; i < end; i++)
    for (guint j = i + 1; j < end; j++)
      if (g_array_index (self->keys, Key, i).id != g_array_index (self->keys, Key, j).id)
        get_pair (self, g_array_index (self->keys, Key, i).id, g_array_index (self->keys, Key, j).id);
}

static gboolean
scan_names (Scan    *self,
            GError **error)
{
  self->n_parts = MAX (1, self->n_names * KEYS_PER_NAME / KEYS_AT_ONCE + 1);
  begin_step (self, 60, self->n_names * self->n_parts);
  for (self->part = 0; self->part < self->n_parts; self->part++)
    {
      guint begin = 0;

      g_array_set_size (self->keys, 0);
      if (!daftar_duplicate_store_each_name (self->reader, name_cb, self, error)
          || g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      qsort (self->keys->data, self->keys->len, sizeof (Key), compare_keys);
      for (guint i = 1; i <= self->keys->len; i++)
        if (i == self->keys->len
            || g_array_index (self->keys, Key, i).hash != g_array_index (self->keys, Key, begin).hash)
          {
            pair_up (self, begin, i);
            begin = i;
          }
    }
  g_array_set_size (self->keys, 0);
  return TRUE;
}

/* --- The likeliest. --------------------------------------------------------------------------------- */

static gboolean
keep_name_cb (const char *fold,
              gint64      id,
              gpointer    names)
{
  g_hash_table_insert (names, g_memdup2 (&id, sizeof id), g_strdup (fold));
  return TRUE;
}

/* A name of one word, and nothing else, is shared by chance. */
static void
set_score (Pair       *pair,
           const char *fold,
           const char *other)
{
  gboolean one_word = fold == NULL || other == NULL || strchr (fold, ' ') == NULL || strchr (other, ' ') == NULL;

  pair->likeness.names = daftar_name_compare (fold, other);
  pair->score = one_word && !pair->likeness.email && !pair->likeness.phone ? 0 : daftar_likeness_score (&pair->likeness);
}

static gboolean
compare_some (Scan       *self,
              GPtrArray  *pairs,
              guint       from,
              guint       to,
              GError    **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = from; i < to; i++)
    {
      Pair *pair = g_ptr_array_index (pairs, i);

      g_array_append_val (ids, pair->one);
      g_array_append_val (ids, pair->other);
    }
  if (!daftar_duplicate_store_names_of (self->reader, (const gint64 *) ids->data, ids->len, keep_name_cb, names, error))
    return FALSE;
  for (guint i = from; i < to; i++)
    {
      Pair *pair = g_ptr_array_index (pairs, i);

      set_score (pair, g_hash_table_lookup (names, &pair->one), g_hash_table_lookup (names, &pair->other));
      step (self);
    }
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

static int
likeliest_first (gconstpointer a,
                 gconstpointer b)
{
  const Pair *one = *(Pair **) a, *other = *(Pair **) b;

  if (one->score != other->score)
    return other->score - one->score;
  return one->one != other->one ? (one->one > other->one ? 1 : -1) : (one->other > other->other) - (one->other < other->other);
}

static GPtrArray *
choose (Scan    *self,
        GError **error)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer pair;

  g_hash_table_iter_init (&iter, self->pairs);
  while (g_hash_table_iter_next (&iter, &pair, NULL))
    g_ptr_array_add (pairs, pair);
  begin_step (self, 20, pairs->len);
  for (guint i = 0; i < pairs->len; i += NAMES_AT_ONCE)
    if (!compare_some (self, pairs, i, MIN (i + NAMES_AT_ONCE, pairs->len), error))
      return NULL;
  for (guint i = pairs->len; i > 0; i--)
    if (((Pair *) g_ptr_array_index (pairs, i - 1))->score == 0)
      g_ptr_array_remove_index_fast (pairs, i - 1);
  g_ptr_array_sort (pairs, likeliest_first);
  self->scan->n_found = pairs->len;
  g_ptr_array_set_size (pairs, MIN (pairs->len, (guint) self->scan->limit));
  return g_steal_pointer (&pairs);
}

static GPtrArray *
read_rows (Scan       *self,
           GPtrArray  *pairs,
           GError    **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) rows = NULL;
  GPtrArray *list;

  for (guint i = 0; i < pairs->len; i++)
    {
      Pair *pair = g_ptr_array_index (pairs, i);

      g_array_append_val (ids, pair->one);
      g_array_append_val (ids, pair->other);
    }
  rows = daftar_customer_store_get_rows (self->reader, (const gint64 *) ids->data, ids->len, error);
  if (rows == NULL || rows->len != ids->len)
    return NULL;
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) daftar_duplicate_pair_free);
  for (guint i = 0; i < pairs->len; i++)
    {
      Pair *pair = g_ptr_array_index (pairs, i);
      DaftarDuplicatePair *found = g_new0 (DaftarDuplicatePair, 1);

      found->one = g_object_ref (g_ptr_array_index (rows, 2 * i));
      found->other = g_object_ref (g_ptr_array_index (rows, 2 * i + 1));
      found->likeness = pair->likeness;
      found->score = pair->score;
      g_ptr_array_add (list, found);
    }
  return list;
}

static GPtrArray *
run (Scan    *self,
     GError **error)
{
  g_autoptr (GPtrArray) pairs = NULL;

  if (!daftar_distinct_store_each (self->reader, 0, distinct_cb, self->distinct, error)
      || !daftar_duplicate_store_each_name (self->reader, living_cb, self, error))
    return NULL;
  begin_step (self, 20, 2 * self->n_names);
  if (!daftar_duplicate_store_each_point (self->reader, point_cb, self, error))
    return NULL;
  end_group (self);
  if (!scan_names (self, error) || (pairs = choose (self, error)) == NULL)
    return NULL;
  g_atomic_int_set (&self->scan->percent, 100);
  return read_rows (self, pairs, error);
}

/**
 * daftar_duplicate_scan_read:
 * @reader: a handle, whose cancellable ends the look
 * @scan: a #DaftarDuplicateScan
 * @error: return location for a sentence for the user
 *
 * Looks through the whole shop for records that may be of one person, in memory that does not grow with the shop. A
 * #DaftarReadFunc.
 *
 * Returns: (transfer full) (nullable) (element-type DaftarDuplicatePair): the likeliest first
 */
gpointer
daftar_duplicate_scan_read (DaftarReader  *reader,
                            gpointer       scan,
                            GError       **error)
{
  g_autoptr (GHashTable) pairs = g_hash_table_new_full (pair_hash, pair_equal, g_free, NULL);
  g_autoptr (GHashTable) distinct = g_hash_table_new_full (pair_hash, pair_equal, g_free, NULL);
  g_autoptr (GByteArray) living = g_byte_array_new ();
  g_autoptr (GArray) group = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (Key));
  Scan self = {
    .scan = scan, .reader = reader, .cancellable = daftar_reader_get_cancellable (reader),
    .pairs = pairs, .distinct = distinct, .living = living, .group = group, .keys = keys,
  };
  GPtrArray *list = run (&self, error);

  g_free (self.norm);
  return list;
}
