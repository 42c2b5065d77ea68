/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-customer-derive.h"

#include "daftar-phone.h"
#include "daftar-text.h"

/* --- Folded columns. ------------------------------------------------------------------------------- */

/* Any of them may be missing; most often all but one are. With the other spellings of its words, as names have. */
static char *
fold_together (const char *one,
               const char *two,
               const char *three)
{
  g_autofree char *together =
    g_strjoin (" ", one != NULL ? one : "", two != NULL ? two : "", three != NULL ? three : "", NULL);
  g_autofree char *fold = daftar_text_fold (together);
  g_autofree char *alt = *fold != '\0' ? daftar_text_fold_alt (fold) : NULL;

  return alt != NULL && *alt != '\0' ? g_strconcat (fold, " ", alt, NULL) : g_steal_pointer (&fold);
}

/* Fills the folded columns of a customer that is the caller's own. */
void
daftar_customer_fold (DaftarCustomer *customer)
{
  g_free (customer->name_fold);
  g_free (customer->name_alt);
  g_free (customer->more_fold);
  g_free (customer->rest_fold);
  customer->name_fold = daftar_text_fold (customer->name);
  customer->name_alt = daftar_text_fold_alt (customer->name_fold);
  customer->more_fold = fold_together (customer->nickname, customer->company, NULL);
  customer->rest_fold = fold_together (customer->city, customer->tags, customer->note);
}

static gboolean
write_folds (DaftarDb        *db,
             DaftarCustomer  *customer,
             GError         **error)
{
  return daftar_db_run (db, error,
                        "UPDATE customer SET name_fold = $fold, name_alt = $alt, more_fold = $more, rest_fold = $rest"
                        " WHERE id = $id",
                        DB_TEXT ("fold", customer->name_fold), DB_TEXT ("alt", customer->name_alt),
                        DB_TEXT ("more", customer->more_fold), DB_TEXT ("rest", customer->rest_fold), DB_INT ("id", DAFTAR_RECORD (customer)->id), NULL);
}

/* Folds all customers anew and rebuilds the search over them. */
gboolean
daftar_customer_refold (DaftarDb  *db,
                        GError   **error)
{
  g_autoptr (DaftarStatement) rows =
    daftar_db_query (db, error, "SELECT id, name, nickname, company, city, tags, note FROM customer", NULL);
  GError *local = NULL;

  if (rows == NULL)
    return FALSE;
  while (local == NULL && daftar_statement_next (rows, &local))
    {
      g_autoptr (DaftarCustomer) customer = daftar_row_read (rows, DAFTAR_TYPE_CUSTOMER);

      daftar_customer_fold (customer);
      write_folds (db, customer, &local);
    }
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  return daftar_customer_refill_search (db, error) && daftar_contact_point_refill_search (db, error);
}

/* --- Contact points. ------------------------------------------------------------------------------- */

static gboolean
is_number (gint64 kind)
{
  return kind == DAFTAR_CONTACT_KIND_MOBILE || kind == DAFTAR_CONTACT_KIND_PHONE
         || kind == DAFTAR_CONTACT_KIND_WHATSAPP;
}

static char *
shop_country (DaftarDb *db)
{
  g_autoptr (DaftarStatement) shop = daftar_db_query (db, NULL, "SELECT country FROM shop", NULL);

  if (shop == NULL || !daftar_statement_next (shop, NULL))
    return g_strdup ("SA");
  return g_strdup (daftar_statement_get_text (shop, 0));
}

/* What the value is compared and found by: the digits of a number with its country, an address in lower
 * case. A number that can't be one keeps its digits, so that it is found all the same. */
gboolean
daftar_contact_point_normalise (DaftarDb            *db,
                                DaftarContactPoint  *point,
                                const char          *country,
                                GError             **error)
{
  g_autofree char *home = country != NULL ? g_strdup (country) : shop_country (db);

  g_clear_pointer (&point->norm, g_free);
  g_clear_pointer (&point->rnorm, g_free);
  if (is_number (point->kind))
    {
      point->norm = daftar_phone_normalise (point->value, home);
      /* A number of another country without its code is one that nobody here has: its bare digits are
       * found at least. */
      if (point->norm != NULL && !daftar_phone_is_assigned (point->norm))
        g_clear_pointer (&point->norm, g_free);
      if (point->norm == NULL)
        point->norm = daftar_phone_digits (point->value);
      if (point->norm != NULL && *point->norm == '\0')
        g_clear_pointer (&point->norm, g_free);
      if (point->norm != NULL)
        point->rnorm = daftar_phone_reverse (point->norm);
    }
  else if (point->kind == DAFTAR_CONTACT_KIND_EMAIL)
    {
      g_autofree char *lower = g_utf8_strdown (point->value, -1);

      point->norm = g_strdup (g_strstrip (lower));
    }
  return TRUE;
}
