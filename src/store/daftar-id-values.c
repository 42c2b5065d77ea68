/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-id-values.h"

#include <string.h>

/* Ids are given out one after the other, so that an array by id is nearly full. A file whose ids are wildly
 * apart is possible; it gets a hash table, which is slower and takes no more memory than it has rows. */
#define MAX_ARRAY (G_GINT64_CONSTANT (1) << 26)
#define NONE G_MININT64

struct _DaftarIdValues
{
  gint64 *values; /* by id; or: */
  gsize size;
  GHashTable *table;
};

/**
 * daftar_id_values_new:
 * @max_id: the largest id there will be
 *
 * Returns: (transfer full): no id has a value yet
 */
DaftarIdValues *
daftar_id_values_new (gint64 max_id)
{
  DaftarIdValues *self = g_new0 (DaftarIdValues, 1);

  if (max_id < 0 || max_id >= MAX_ARRAY)
    {
      self->table = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
      return self;
    }
  self->size = max_id + 1;
  self->values = g_new (gint64, self->size);
  for (gsize i = 0; i < self->size; i++)
    self->values[i] = NONE;
  return self;
}

void
daftar_id_values_free (DaftarIdValues *self)
{
  g_clear_pointer (&self->table, g_hash_table_unref);
  g_free (self->values);
  g_free (self);
}

/**
 * daftar_id_values_set:
 * @self: values
 * @id: an id
 * @value: its value from now on; any but %G_MININT64
 */
void
daftar_id_values_set (DaftarIdValues *self,
                      gint64          id,
                      gint64          value)
{
  if (self->table != NULL)
    g_hash_table_insert (self->table, g_memdup2 (&id, sizeof id), g_memdup2 (&value, sizeof value));
  else if (id >= 0 && (gsize) id < self->size)
    self->values[id] = value;
}

/**
 * daftar_id_values_get:
 * @self: values
 * @id: an id
 * @value: (out): its value
 *
 * Returns: whether it has one
 */
gboolean
daftar_id_values_get (DaftarIdValues *self,
                      gint64          id,
                      gint64         *value)
{
  gint64 *found;

  if (self->table == NULL)
    {
      if (id < 0 || (gsize) id >= self->size || self->values[id] == NONE)
        return FALSE;
      *value = self->values[id];
      return TRUE;
    }
  found = g_hash_table_lookup (self->table, &id);
  if (found == NULL)
    return FALSE;
  *value = *found;
  return TRUE;
}

/* --- Sorting. -------------------------------------------------------------------------------------- */

typedef struct
{
  guint64 key;
  gint64 id;
} Pair;

#define DIGIT_BITS 11
#define N_DIGITS (1 << DIGIT_BITS)

/* One pass of a radix sort by the digit at @shift, which keeps the order of equals. */
static void
sort_pass (const Pair *from,
           Pair       *to,
           gsize       n,
           guint       shift)
{
  g_autofree gsize *places = g_new0 (gsize, N_DIGITS);
  gsize place = 0;

  for (gsize i = 0; i < n; i++)
    places[(from[i].key >> shift) & (N_DIGITS - 1)]++;
  for (guint digit = 0; digit < N_DIGITS; digit++)
    {
      gsize count = places[digit];

      places[digit] = place;
      place += count;
    }
  for (gsize i = 0; i < n; i++)
    to[places[(from[i].key >> shift) & (N_DIGITS - 1)]++] = from[i];
}

/* Keys are made to begin at 0: small numbers take one pass. */
static guint64
spread (Pair  *pairs,
        gsize  n)
{
  guint64 least = G_MAXUINT64, most = 0;

  for (gsize i = 0; i < n; i++)
    {
      least = MIN (least, pairs[i].key);
      most = MAX (most, pairs[i].key);
    }
  for (gsize i = 0; i < n; i++)
    pairs[i].key -= least;
  return n > 0 ? most - least : 0;
}

static void
sort_pairs (Pair  *pairs,
            gsize  n)
{
  g_autofree Pair *other = g_new (Pair, MAX (n, 1));
  Pair *from = pairs, *to = other;
  guint64 most = spread (pairs, n);

  for (guint shift = 0; shift < 64 && most >> shift != 0; shift += DIGIT_BITS)
    {
      Pair *swap = from;

      sort_pass (from, to, n, shift);
      from = to;
      to = swap;
    }
  if (from != pairs)
    memcpy (pairs, from, n * sizeof *pairs);
}

/**
 * daftar_id_values_sort:
 * @self: values
 * @ids: (element-type gint64): ids
 * @descending: the largest value first
 *
 * Sorts ids by their values. Those of equal value keep their order; those without one come last, whatever the
 * direction.
 *
 * Returns: (transfer full) (element-type gint64): the ids
 */
GArray *
daftar_id_values_sort (DaftarIdValues *self,
                       GArray         *ids,
                       gboolean        descending)
{
  g_autofree Pair *pairs = g_new (Pair, MAX (ids->len, 1));
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (gint64), ids->len);
  gsize n = 0;
  gint64 value;

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      if (!daftar_id_values_get (self, id, &value))
        continue;
      /* As an unsigned number, negative ones are the smaller half. */
      pairs[n].key = (guint64) value ^ (G_GUINT64_CONSTANT (1) << 63);
      if (descending)
        pairs[n].key = ~pairs[n].key;
      pairs[n++].id = id;
    }
  sort_pairs (pairs, n);
  for (gsize i = 0; i < n; i++)
    g_array_append_val (sorted, pairs[i].id);
  for (guint i = 0; n < ids->len && i < ids->len; i++)
    if (!daftar_id_values_get (self, g_array_index (ids, gint64, i), &value))
      g_array_append_val (sorted, g_array_index (ids, gint64, i));
  return sorted;
}
