/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include <stdlib.h>
#include <string.h>

#include "daftar-digit-pattern.h"

/* The patterns of telephone plans use a small part of regular expressions: digits, \d, [0-35], ., (?:…|…), and ?, *,
 * {n}, {n,m} behind any of them. Millions of numbers are read in an import, and a general engine spends most of its
 * time on preparing each match: this one goes over the pattern itself, by trying each way in turn. */

typedef struct
{
  const char *start;
  const char *end; /* behind the atom, before its count */
  const char *next; /* behind the count */
  int least;
  int most;
} Item;

/* What has to match behind what is being matched. */
typedef struct Rest Rest;

struct Rest
{
  const Item *item; /* a group that may come again */
  int count; /* how often it was there */
  const char *end; /* of what follows the group */
  const Rest *rest;
};

static gboolean match_sequence (const char *pattern,
                                const char *end,
                                const char *digits,
                                const Rest *rest);

static const char *
group_end (const char *pattern)
{
  int depth = 0;

  for (const char *p = pattern;; p++)
    if (*p == '(')
      depth++;
    else if (*p == ')' && --depth == 0)
      return p + 1;
}

static void
read_item (const char *pattern,
           Item       *item)
{
  const char *p = pattern;

  item->start = p;
  item->end = *p == '(' ? group_end (p) : *p == '[' ? strchr (p, ']') + 1 : *p == '\\' ? p + 2 : p + 1;
  item->next = item->end;
  item->least = item->most = 1;
  if (*item->end == '?')
    item->least = 0;
  else if (*item->end == '*')
    {
      item->least = 0;
      item->most = G_MAXINT;
    }
  else if (*item->end == '{')
    {
      char *after;

      item->least = item->most = (int) strtol (item->end + 1, &after, 10);
      if (*after == ',')
        item->most = (int) strtol (after + 1, &after, 10);
      item->next = after + 1;
      return;
    }
  else
    return;
  item->next++;
}

/* A digit, \d, a set, or a full stop. */
static gboolean
match_one (const Item *item,
           char        digit)
{
  const char *p = item->start;

  if (!g_ascii_isdigit (digit))
    return FALSE;
  if (*p == '\\' || *p == '.')
    return TRUE;
  if (*p != '[')
    return *p == digit;
  for (p++; *p != ']'; p++)
    if (p[1] == '-')
      {
        if (digit >= p[0] && digit <= p[2])
          return TRUE;
        p += 2;
      }
    else if (*p == digit)
      return TRUE;
  return FALSE;
}

/* The end of the alternative that begins at @pattern. */
static const char *
alternative_end (const char *pattern,
                 const char *end)
{
  const char *p = pattern;

  while (p < end && *p != '|')
    p = *p == '(' ? group_end (p) : *p == '[' ? strchr (p, ']') + 1 : p + 1;
  return p;
}

static gboolean
match_alternatives (const char *pattern,
                    const char *end,
                    const char *digits,
                    const Rest *rest)
{
  for (const char *p = pattern;; p++)
    {
      const char *stop = alternative_end (p, end);

      if (match_sequence (p, stop, digits, rest))
        return TRUE;
      if (stop == end)
        return FALSE;
      p = stop;
    }
}

/* One more of a group, or what comes behind it. */
static gboolean
match_group (const Item *item,
             int         count,
             const char *end,
             const char *digits,
             const Rest *rest)
{
  Rest again = { item, count + 1, end, rest };

  if (count < item->most
      && match_alternatives (item->start + strlen ("(?:"), item->end - 1, digits, &again))
    return TRUE;
  return count >= item->least && match_sequence (item->next, end, digits, rest);
}

static gboolean
match_rest (const Rest *rest,
            const char *digits)
{
  if (rest == NULL)
    return *digits == '\0';
  return match_group (rest->item, rest->count, rest->end, digits, rest->rest);
}

static gboolean
match_sequence (const char *pattern,
                const char *end,
                const char *digits,
                const Rest *rest)
{
  Item item;
  int n = 0;

  if (pattern == end)
    return match_rest (rest, digits);
  read_item (pattern, &item);
  if (*pattern == '(')
    return match_group (&item, 0, end, digits, rest);
  while (n < item.most && match_one (&item, digits[n]))
    n++;
  for (; n >= item.least; n--)
    if (match_sequence (item.next, end, digits + n, rest))
      return TRUE;
  return FALSE;
}

/**
 * daftar_digit_pattern_is_literal:
 * @pattern: a regular expression of a telephone plan
 *
 * Returns: whether it stands for itself alone
 */
gboolean
daftar_digit_pattern_is_literal (const char *pattern)
{
  return pattern[strspn (pattern, "0123456789")] == '\0';
}

/**
 * daftar_digit_pattern_matches:
 * @pattern: a regular expression of a telephone plan, without captures and assertions
 * @digits: digits
 *
 * Returns: whether all of @digits match
 */
gboolean
daftar_digit_pattern_matches (const char *pattern,
                              const char *digits)
{
  return match_alternatives (pattern, pattern + strlen (pattern), digits, NULL);
}
