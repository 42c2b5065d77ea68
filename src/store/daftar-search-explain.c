/* SPDX-License-Identifier: GPL-3.0-or-later */
/* By what somebody was found. */
#define G_LOG_DOMAIN "daftar"

#include <string.h>

#include "daftar-phone.h"
#include "daftar-row.h"
#include "daftar-search-store.h"
#include "daftar-text.h"

/* What was typed, in the forms that texts are compared in. */
typedef struct
{
  const char *query;
  char *fold;
  char **words;
  char *lower; /* as an address is kept */
  gboolean is_number;
} Typed;

static void
typed_init (Typed      *self,
            const char *query)
{
  g_autofree char *digits = daftar_phone_digits (query);

  self->query = query;
  self->fold = daftar_text_fold (query);
  self->words = daftar_text_fold_words (query);
  self->lower = g_strstrip (g_utf8_strdown (query, -1));
  self->is_number = *digits != '\0';
  for (const char *p = query; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)) || *p == '@')
      self->is_number = FALSE;
}

static void
typed_clear (Typed *self)
{
  g_free (self->fold);
  g_strfreev (self->words);
  g_free (self->lower);
}

/* How many of the words stand in @text. */
static guint
count_words (Typed      *typed,
             const char *text)
{
  guint n = 0;
  guint n_words = g_strv_length (typed->words);

  if (text == NULL || *text == '\0')
    return 0;
  for (guint i = 0; i < n_words; i++)
    {
      DaftarTextRange range;

      n += daftar_text_find_matches (text, typed->words[i], &range, 1) > 0;
    }
  return n;
}

static void
set (DaftarCustomer *customer,
     DaftarMatch     by,
     const char     *text)
{
  customer->matched_by = by;
  g_free (customer->matched);
  customer->matched = g_strdup (text);
}

/* A tag or a line of the note alone: the whole may be long. */
static gboolean
find_line (Typed          *typed,
           const char     *lines,
           DaftarMatch     by,
           DaftarCustomer *customer)
{
  g_auto (GStrv) parts = g_strsplit (lines != NULL ? lines : "", "\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (count_words (typed, parts[i]) > 0)
      {
        set (customer, by, parts[i]);
        return TRUE;
      }
  return FALSE;
}

/* Names first. Where only some words are in the name, what the others are in says more. */
static gboolean
find_in_texts (Typed          *typed,
               DaftarCustomer *customer)
{
  const struct
  {
    DaftarMatch by;
    const char *text;
  } texts[] = {
    { DAFTAR_MATCH_NICKNAME, customer->nickname },
    { DAFTAR_MATCH_COMPANY, customer->company },
    { DAFTAR_MATCH_CITY, customer->city },
  };
  guint in_name = count_words (typed, customer->name);

  if (in_name > 0 && in_name == g_strv_length (typed->words))
    {
      set (customer, DAFTAR_MATCH_NAME, NULL);
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (count_words (typed, texts[i].text) > 0)
      {
        set (customer, texts[i].by, texts[i].text);
        return TRUE;
      }
  return find_line (typed, customer->tags, DAFTAR_MATCH_TAG, customer);
}

/* --- Numbers and addresses. ------------------------------------------------------------------------ */

static gboolean
matches_point (Typed           *typed,
               DaftarStatement *row)
{
  const char *norm = daftar_statement_get_text (row, 3);
  DaftarTextRange range;

  if (daftar_statement_get_int (row, 1) == DAFTAR_CONTACT_KIND_EMAIL)
    return !typed->is_number && *typed->lower != '\0' && norm != NULL && strstr (norm, typed->lower) != NULL;
  return typed->is_number && daftar_phone_find_match (daftar_statement_get_text (row, 2), typed->query, &range);
}

static gboolean
find_in_points (DaftarDb    *db,
                Typed       *typed,
                GPtrArray   *customers,
                const char  *list,
                GError     **error)
{
  g_autoptr (DaftarStatement) rows =
    daftar_db_query (db, error,
                     "SELECT j.key, p.kind, p.value, p.norm FROM json_each ($ids) j"
                     " CROSS JOIN contact_point p INDEXED BY contact_point_customer ON p.customer_id = j.value"
                     " WHERE p.kind <= 3 ORDER BY j.key, p.position",
                     DB_TEXT ("ids", list), NULL);
  GError *local = NULL;

  while (rows != NULL && daftar_statement_next (rows, &local))
    {
      DaftarCustomer *customer = g_ptr_array_index (customers, daftar_statement_get_int (rows, 0));

      if (customer->matched_by == DAFTAR_MATCH_NONE && matches_point (typed, rows))
        set (customer,
             daftar_statement_get_int (rows, 1) == DAFTAR_CONTACT_KIND_EMAIL ? DAFTAR_MATCH_EMAIL : DAFTAR_MATCH_NUMBER,
             daftar_statement_get_text (rows, 2));
    }
  if (local != NULL)
    g_propagate_error (error, local);
  return rows != NULL && local == NULL;
}

static gboolean
find_in_notes (DaftarDb    *db,
               Typed       *typed,
               GPtrArray   *customers,
               GError     **error)
{
  for (guint i = 0; i < customers->len; i++)
    {
      DaftarCustomer *customer = g_ptr_array_index (customers, i);
      g_autoptr (DaftarStatement) row = NULL;

      if (customer->matched_by != DAFTAR_MATCH_NONE)
        continue;
      row = daftar_db_query (db, error, "SELECT note FROM customer WHERE id = $id",
                             DB_INT ("id", DAFTAR_RECORD (customer)->id), NULL);
      if (row == NULL)
        return FALSE;
      if (daftar_statement_next (row, NULL)
          && !find_line (typed, daftar_statement_get_text (row, 0), DAFTAR_MATCH_NOTE, customer)
          && count_words (typed, customer->name) > 0)
        set (customer, DAFTAR_MATCH_NAME, NULL);
    }
  return TRUE;
}

/**
 * daftar_search_store_explain:
 * @reader: a handle
 * @query: what was typed
 * @customers: (element-type DaftarCustomer): rows from daftar_customer_store_get_rows() that it found, the
 *   caller's own
 * @error: return location for a sentence for the user
 *
 * Fills in by what each of them was found (`matched_by`), and unless that is the name, the text in which it
 * stands (`matched`): daftar_text_find_matches() and, for numbers, daftar_phone_find_match() say where.
 */
gboolean
daftar_search_store_explain (DaftarReader  *reader,
                             const char    *query,
                             GPtrArray     *customers,
                             GError       **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *list = NULL;
  gboolean all_known = TRUE, done;
  Typed typed;

  typed_init (&typed, query);
  for (guint i = 0; i < customers->len; i++)
    {
      DaftarCustomer *customer = g_ptr_array_index (customers, i);

      set (customer, DAFTAR_MATCH_NONE, NULL);
      if (!find_in_texts (&typed, customer))
        all_known = FALSE;
      g_array_append_val (ids, DAFTAR_RECORD (customer)->id);
    }
  list = daftar_row_id_list ((const gint64 *) ids->data, ids->len);
  done = all_known
         || (find_in_points (READER_DB (reader), &typed, customers, list, error)
             && find_in_notes (READER_DB (reader), &typed, customers, error));
  typed_clear (&typed);
  return done;
}
