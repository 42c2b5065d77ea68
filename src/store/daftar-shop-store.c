/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-shop-store.h"

#include <glib/gi18n-lib.h>

#include "daftar-customer-derive.h"
#include "daftar-error.h"
#include "daftar-row.h"
#include "daftar-ticket-clock.h"

/* Other targets or another zone: what is due on open tickets is due at other moments. */
static gboolean
shop_written (DaftarTxn  *txn,
              gpointer    before,
              gpointer    after,
              GError    **error)
{
  DaftarShop *old = before, *new = after;

  if (old == NULL || new == NULL
      || (old->first_target == new->first_target && old->next_target == new->next_target
          && old->solve_target == new->solve_target && g_strcmp0 (old->zone, new->zone) == 0))
    return TRUE;
  return daftar_ticket_clock_refresh_all (txn, error);
}

const DaftarTable daftar_table_shop = {
  .kind = DAFTAR_KIND_SHOP,
  .name = "shop",
  .get_type = daftar_shop_get_type,
  .written = shop_written,
};

const DaftarTable daftar_table_staff_member = {
  .kind = DAFTAR_KIND_STAFF_MEMBER,
  .name = "staff_member",
  .get_type = daftar_staff_member_get_type,
  .has_ulid = TRUE,
};

/**
 * daftar_shop_store_get:
 * @reader: a handle
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable): the shop, or %NULL without an error before the first start's
 *   questions are answered
 */
DaftarShop *
daftar_shop_store_get (DaftarReader  *reader,
                       GError       **error)
{
  return daftar_row_first (daftar_db_query (READER_DB (reader), error, "SELECT * FROM shop", NULL),
                           DAFTAR_TYPE_SHOP, error);
}

/**
 * daftar_shop_store_save:
 * @txn: a handle
 * @shop: the shop, new or changed
 * @error: return location for a sentence for the user
 */
gboolean
daftar_shop_store_save (DaftarTxn   *txn,
                        DaftarShop  *shop,
                        GError     **error)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (shop->zone);

  if (zone == NULL)
    {
      g_set_error (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID,
                   _("The time zone “%s” is not known. Use a name such as Asia/Riyadh."), shop->zone);
      return FALSE;
    }
  if (DAFTAR_RECORD (shop)->id != 0)
    return daftar_row_update (txn, &daftar_table_shop, shop, error);
  DAFTAR_RECORD (shop)->id = 1;
  if (shop->created_at == 0)
    shop->created_at = daftar_txn_now (txn);
  return daftar_row_insert (txn, &daftar_table_shop, shop, error) != 0
         && daftar_customer_make_keys (TXN_DB (txn), error);
}

/**
 * daftar_shop_store_set_hours:
 * @txn: a handle
 * @valid_from: the ISO day from which they hold; earlier days keep theirs, and so do old reports
 * @spans: (array length=n_spans): when the shop is open
 * @n_spans: how many; 0 means always open
 * @error: return location for a sentence for the user
 */
gboolean
daftar_shop_store_set_hours (DaftarTxn         *txn,
                             const char        *valid_from,
                             const DaftarSpan  *spans,
                             guint              n_spans,
                             GError           **error)
{
  DaftarDb *db = TXN_DB (txn);

  daftar_txn_changed (txn, DAFTAR_KIND_HOURS, 0, DAFTAR_OP_CHANGED);
  if (!daftar_db_run (db, error, "DELETE FROM working_hours WHERE valid_from >= $from", DB_TEXT ("from", valid_from),
                      NULL))
    return FALSE;
  for (guint i = 0; i < n_spans; i++)
    if (!daftar_db_run (db, error,
                        "INSERT INTO working_hours (valid_from, weekday, from_minute, to_minute)"
                        " VALUES ($valid, $weekday, $from, $to)",
                        DB_TEXT ("valid", valid_from), DB_INT ("weekday", spans[i].weekday),
                        DB_INT ("from", spans[i].from_minute), DB_INT ("to", spans[i].to_minute), NULL))
      return FALSE;
  return daftar_ticket_clock_refresh_all (txn, error);
}

/**
 * daftar_shop_store_list_spans:
 * @reader: a handle
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable) (element-type DaftarSpan): the newest hours, by weekday
 */
GArray *
daftar_shop_store_list_spans (DaftarReader  *reader,
                              GError       **error)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (DaftarSpan));
  g_autoptr (DaftarStatement) rows =
    daftar_db_query (READER_DB (reader), error,
                     "SELECT weekday, from_minute, to_minute FROM working_hours"
                     " WHERE valid_from = (SELECT max(valid_from) FROM working_hours) ORDER BY weekday, from_minute",
                     NULL);

  if (rows == NULL)
    return NULL;
  while (daftar_statement_next (rows, NULL))
    {
      DaftarSpan span = { daftar_statement_get_int (rows, 0), daftar_statement_get_int (rows, 1),
                          daftar_statement_get_int (rows, 2) };

      g_array_append_val (spans, span);
    }
  return g_steal_pointer (&spans);
}

static gboolean
add_versions (DaftarReader        *reader,
              DaftarHoursBuilder  *builder,
              GError             **error)
{
  g_autoptr (DaftarStatement) rows = daftar_db_query (
    READER_DB (reader), error,
    "SELECT valid_from, weekday, from_minute, to_minute FROM working_hours ORDER BY valid_from, weekday, from_minute",
    NULL);
  g_autofree char *version = NULL;
  GError *local = NULL;

  while (rows != NULL && daftar_statement_next (rows, &local))
    {
      const char *valid_from = daftar_statement_get_text (rows, 0);

      if (g_strcmp0 (version, valid_from) != 0)
        {
          daftar_hours_builder_add_version (builder, valid_from);
          g_free (version);
          version = g_strdup (valid_from);
        }
      daftar_hours_builder_add_span (builder, daftar_statement_get_int (rows, 1), daftar_statement_get_int (rows, 2),
                                     daftar_statement_get_int (rows, 3));
    }
  if (local != NULL)
    g_propagate_error (error, local);
  return rows != NULL && local == NULL;
}

static gboolean
add_holidays (DaftarReader        *reader,
              DaftarHoursBuilder  *builder,
              GError             **error)
{
  g_autoptr (DaftarStatement) rows =
    daftar_db_query (READER_DB (reader), error, "SELECT first_day, last_day FROM holiday", NULL);
  GError *local = NULL;

  while (rows != NULL && daftar_statement_next (rows, &local))
    daftar_hours_builder_add_day_off (builder, daftar_statement_get_text (rows, 0),
                                      daftar_statement_get_text (rows, 1));
  if (local != NULL)
    g_propagate_error (error, local);
  return rows != NULL && local == NULL;
}

/**
 * daftar_shop_store_get_zone:
 * @reader: a handle
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable): the shop's time zone
 */
GTimeZone *
daftar_shop_store_get_zone (DaftarReader  *reader,
                            GError       **error)
{
  g_autoptr (DaftarShop) shop = daftar_shop_store_get (reader, error);
  GTimeZone *zone;

  if (shop == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_NOT_FOUND, _("This shop is not set up yet."));
      return NULL;
    }
  zone = g_time_zone_new_identifier (shop->zone);
  return zone != NULL ? zone : g_time_zone_new_utc ();
}

/**
 * daftar_shop_store_get_hours:
 * @reader: a handle
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable): when the shop is open, now and in the past, in its own time zone
 */
DaftarHours *
daftar_shop_store_get_hours (DaftarReader  *reader,
                             GError       **error)
{
  g_autoptr (DaftarShop) shop = daftar_shop_store_get (reader, error);
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (DaftarHoursBuilder) builder = NULL;

  if (shop == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_NOT_FOUND, _("This shop is not set up yet."));
      return NULL;
    }
  zone = g_time_zone_new_identifier (shop->zone);
  builder = daftar_hours_builder_new (zone);
  if (!add_versions (reader, builder, error) || !add_holidays (reader, builder, error))
    return NULL;
  return daftar_hours_builder_end (g_steal_pointer (&builder));
}

/**
 * daftar_staff_store_list:
 * @reader: a handle
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable) (element-type DaftarStaffMember): who works here, the owner first
 */
GPtrArray *
daftar_staff_store_list (DaftarReader  *reader,
                         GError       **error)
{
  return daftar_row_all (daftar_db_query (READER_DB (reader), error,
                                          "SELECT * FROM staff_member WHERE active = 1 ORDER BY role DESC, id", NULL),
                         DAFTAR_TYPE_STAFF_MEMBER, error);
}

gboolean
daftar_staff_store_save (DaftarTxn          *txn,
                         DaftarStaffMember  *member,
                         GError            **error)
{
  if (DAFTAR_RECORD (member)->id != 0)
    return daftar_row_update (txn, &daftar_table_staff_member, member, error);
  if (member->created_at == 0)
    member->created_at = daftar_txn_now (txn);
  return daftar_row_insert (txn, &daftar_table_staff_member, member, error) != 0;
}
