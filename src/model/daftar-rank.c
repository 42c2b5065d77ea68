/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-rank.h"

#include <string.h>

/* In byte order, so that the file's own text order is the ranks' order. */
static const char digits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
#define BASE 62

static int
digit_at (const char *rank,
          gsize       index)
{
  const char *found = strchr (digits, rank[index]);

  return found != NULL ? (int) (found - digits) : 0;
}

/**
 * daftar_rank_between:
 * @before: (nullable): the rank of what stands before, or %NULL at the start
 * @after: (nullable): the rank of what stands after, or %NULL at the end
 *
 * Finds a text that sorts (byte by byte) between two others: the digits of a fraction between two
 * fractions. A card is so moved by writing one row, whatever stands in the column. No rank ends with
 * the smallest digit, so that there is always room before it.
 *
 * Returns: (transfer full): the rank between
 */
char *
daftar_rank_between (const char *before,
                     const char *after)
{
  GString *rank = g_string_new (NULL);
  gsize length_before = before != NULL ? strlen (before) : 0;
  gboolean bounded = after != NULL && *after != '\0';

  for (gsize i = 0;; i++)
    {
      int low = i < length_before ? digit_at (before, i) : 0;
      int high = bounded ? (after[i] != '\0' ? digit_at (after, i) : 0) : BASE;

      if (high - low > 1)
        {
          /* Appending at the end is the common case: small steps keep the ranks short. */
          int digit = bounded || i >= length_before ? (low + high) / 2 : low + 1;

          g_string_append_c (rank, digits[digit]);
          return g_string_free (rank, FALSE);
        }
      g_string_append_c (rank, digits[low]);
      if (high - low == 1)
        bounded = FALSE;
    }
}
