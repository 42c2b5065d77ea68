/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-customer-order.h"

#include <string.h>

#include "daftar-date.h"
#include "daftar-risk-store.h"
#include "daftar-row.h"
#include "daftar-search-store.h"
#include "daftar-text.h"
#include "daftar-today-store.h"

/* Each condition gives its customers from an index of its own. Who is in all of them is counted: a customer
 * that met the first k conditions has the number k, and the next one raises it. */
typedef struct
{
  DaftarReader *reader;
  const DaftarCustomerFilter *filter;
  DaftarIdValues *met;
  gint64 n;
} Match;

static void
meet (Match  *self,
      gint64  id)
{
  gint64 met = 0;

  daftar_id_values_get (self->met, id, &met);
  if (met == self->n)
    daftar_id_values_set (self->met, id, met + 1);
}

static gboolean
meet_all (Match   *self,
          GArray  *taken)
{
  g_autoptr (GArray) ids = taken;

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    meet (self, g_array_index (ids, gint64, i));
  self->n++;
  return ids != NULL;
}

static gboolean
meet_rows (Match            *self,
           DaftarStatement  *statement,
           GError          **error)
{
  return meet_all (self, daftar_row_ids (statement, error));
}

/* --- Conditions. ----------------------------------------------------------------------------------- */

static gboolean
match_tag (Match   *self,
           GError **error)
{
  return meet_rows (self,
                    daftar_db_query (READER_DB (self->reader), error,
                                     "SELECT customer_id FROM customer_tag WHERE tag = $tag",
                                     DB_TEXT ("tag", self->filter->tag), NULL),
                    error);
}

/* The spellings of a city that read the same when folded. */
static char **
same_cities (Match   *self,
             GError **error)
{
  g_autoptr (DaftarStatement) rows = daftar_db_query (
    READER_DB (self->reader), error,
    "SELECT DISTINCT city FROM customer WHERE city IS NOT NULL AND deleted_at IS NULL", NULL);
  g_autofree char *wanted = daftar_text_fold (self->filter->city);
  g_autoptr (GStrvBuilder) cities = g_strv_builder_new ();
  GError *local = NULL;

  if (rows == NULL)
    return NULL;
  while (daftar_statement_next (rows, &local))
    {
      g_autofree char *fold = daftar_text_fold (daftar_statement_get_text (rows, 0));

      if (strcmp (fold, wanted) == 0)
        g_strv_builder_add (cities, daftar_statement_get_text (rows, 0));
    }
  if (local == NULL)
    return g_strv_builder_end (cities);
  g_propagate_error (error, local);
  return NULL;
}

static gboolean
match_city (Match   *self,
            GError **error)
{
  g_auto (GStrv) cities = same_cities (self, error);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (cities == NULL)
    return FALSE;
  for (guint i = 0; cities[i] != NULL; i++)
    {
      g_autoptr (GArray) ids = daftar_row_ids (daftar_db_query (READER_DB (self->reader), error,
                                                                "SELECT id FROM customer WHERE city = $city"
                                                                " AND city IS NOT NULL AND deleted_at IS NULL",
                                                                DB_TEXT ("city", cities[i]), NULL),
                                               error);

      if (ids == NULL)
        return FALSE;
      g_array_append_vals (found, ids->data, ids->len);
    }
  return meet_all (self, g_steal_pointer (&found));
}

static gboolean
match_stage (Match   *self,
             GError **error)
{
  return meet_rows (self,
                    daftar_db_query (READER_DB (self->reader), error,
                                     "SELECT DISTINCT customer_id FROM deal WHERE status = 0 AND deleted_at IS NULL"
                                     " AND board_id = (SELECT board_id FROM stage WHERE id = $stage)"
                                     " AND stage_id = $stage",
                                     DB_INT ("stage", self->filter->stage_id), NULL),
                    error);
}

static gboolean
match_channel (Match   *self,
               GError **error)
{
  return meet_rows (self,
                    daftar_db_query (READER_DB (self->reader), error,
                                     "SELECT id FROM customer WHERE preferred_channel = $channel"
                                     " AND preferred_channel IS NOT NULL AND deleted_at IS NULL",
                                     DB_INT ("channel", self->filter->channel), NULL),
                    error);
}

/* Somebody new whom nobody spoke to yet is quiet from the day they were written down. */
static gboolean
match_quiet (Match   *self,
             GError **error)
{
  gint64 since = daftar_reader_now (self->reader) - self->filter->quiet_days * 24 * G_TIME_SPAN_HOUR;

  return meet_rows (self,
                    daftar_db_query (READER_DB (self->reader), error,
                                     "SELECT id FROM customer WHERE last_contact_at < $since AND deleted_at IS NULL"
                                     " UNION ALL SELECT id FROM customer WHERE last_contact_at IS NULL"
                                     " AND deleted_at IS NULL AND created_at < $since",
                                     DB_INT ("since", since), NULL),
                    error);
}

static gboolean
match_occasion (Match   *self,
                GError **error)
{
  return meet_all (self, daftar_today_store_occasion_month (self->reader, error));
}

/* --- A field of the shop's own. -------------------------------------------------------------------- */

static gboolean
match_field_number (Match   *self,
                    GError **error)
{
  return meet_rows (self,
                    daftar_db_query (READER_DB (self->reader), error,
                                     "SELECT customer_id FROM custom_value WHERE field_id = $field"
                                     " AND number BETWEEN $from AND $to",
                                     DB_INT ("field", self->filter->field_id),
                                     DB_INT ("from", self->filter->field_from),
                                     DB_INT ("to", self->filter->field_to), NULL),
                    error);
}

static gboolean
match_field_day (Match   *self,
                 GError **error)
{
  const DaftarCustomerFilter *filter = self->filter;

  return meet_rows (self,
                    daftar_db_query (READER_DB (self->reader), error,
                                     "SELECT customer_id FROM custom_value WHERE field_id = $field"
                                     " AND text BETWEEN $from AND $to",
                                     DB_INT ("field", filter->field_id),
                                     DB_TEXT ("from", filter->day_from != NULL ? filter->day_from : ""),
                                     DB_TEXT ("to", filter->day_to != NULL ? filter->day_to : "9999"), NULL),
                    error);
}

static gboolean
match_field_text (Match   *self,
                  GError **error)
{
  g_autofree char *fold = daftar_text_fold (self->filter->field_text);

  return meet_rows (self,
                    daftar_db_query (READER_DB (self->reader), error,
                                     "SELECT customer_id FROM custom_value WHERE field_id = $field"
                                     " AND text_fold IS NOT NULL AND instr (text_fold, $fold) > 0",
                                     DB_INT ("field", self->filter->field_id), DB_TEXT ("fold", fold), NULL),
                    error);
}

static gboolean
match_field (Match   *self,
             GError **error)
{
  const DaftarCustomerFilter *filter = self->filter;

  if (filter->field_text != NULL && *filter->field_text != '\0')
    return match_field_text (self, error);
  if (filter->day_from != NULL || filter->day_to != NULL)
    return match_field_day (self, error);
  return match_field_number (self, error);
}

/**
 * daftar_customer_filter_match:
 * @reader: a handle
 * @filter: a filter; what is searched for is not looked at
 * @matches: (out) (transfer full): a number for each customer that met a condition
 * @n_conditions: (out): the number of those who met all
 * @error: return location for a sentence for the user
 */
gboolean
daftar_customer_filter_match (DaftarReader                *reader,
                              const DaftarCustomerFilter  *filter,
                              DaftarIdValues             **matches,
                              gint64                      *n_conditions,
                              GError                     **error)
{
  g_autoptr (DaftarIdValues) met = daftar_customer_id_values (reader, error);
  Match self = { reader, filter, met, 0 };

  if (met == NULL || (filter->tag != NULL && !match_tag (&self, error))
      || (filter->city != NULL && !match_city (&self, error))
      || (filter->stage_id != 0 && !match_stage (&self, error))
      || (filter->channel != 0 && !match_channel (&self, error))
      || (filter->quiet_days > 0 && !match_quiet (&self, error))
      || (filter->at_risk && !meet_all (&self, daftar_risk_store_customers (reader, error)))
      || (filter->occasion_soon && !match_occasion (&self, error))
      || (filter->field_id != 0 && !match_field (&self, error)))
    return FALSE;
  *matches = g_steal_pointer (&met);
  *n_conditions = self.n;
  return TRUE;
}
