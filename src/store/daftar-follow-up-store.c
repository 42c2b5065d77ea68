/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-follow-up-store.h"

#include <glib/gi18n-lib.h>

#include "daftar-date.h"
#include "daftar-error.h"
#include "daftar-row.h"

/* When a follow-up without a time of day is due: at the start of an ordinary working day. */
#define DEFAULT_MINUTE (9 * 60)

static GTimeZone *
shop_zone (DaftarDb *db)
{
  g_autoptr (DaftarStatement) shop = daftar_db_query (db, NULL, "SELECT zone FROM shop", NULL);
  GTimeZone *zone = NULL;

  if (shop != NULL && daftar_statement_next (shop, NULL))
    zone = g_time_zone_new_identifier (daftar_statement_get_text (shop, 0));
  return zone != NULL ? zone : g_time_zone_new_utc ();
}

/* The moment follows from the shop's day and time, so that a change of zone or of the clock's rules
 * moves it along. */
static gboolean
derive (DaftarTxn  *txn,
        gpointer    record,
        GError    **error)
{
  DaftarFollowUp *follow_up = record;
  g_autoptr (GTimeZone) zone = shop_zone (TXN_DB (txn));
  int year, month, day;

  if (follow_up->due_day == NULL || !daftar_date_parse_iso (follow_up->due_day, &year, &month, &day))
    {
      g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID,
                           _("Choose the day on which this follow-up is due."));
      return FALSE;
    }
  follow_up->due_at = daftar_date_to_moment (
    follow_up->due_day, follow_up->due_minute >= 0 ? (int) follow_up->due_minute : DEFAULT_MINUTE, zone);
  follow_up->next_at = MAX (follow_up->due_at, follow_up->snoozed_until);
  return TRUE;
}

const DaftarTable daftar_table_follow_up = {
  .kind = DAFTAR_KIND_FOLLOW_UP,
  .name = "follow_up",
  .get_type = daftar_follow_up_get_type,
  .has_ulid = TRUE,
  .customer_field = "customer_id",
  .derive = derive,
};

#define ROW_COLUMNS                                                                                           \
  "SELECT f.*, c.name AS customer_name, s.name AS staff_name, d.title AS deal_title, t.number AS ticket_number," \
  " (SELECT value FROM contact_point WHERE customer_id = f.customer_id AND kind < 3"                          \
  "   ORDER BY preferred DESC, position LIMIT 1) AS phone"                                                    \
  " FROM follow_up f LEFT JOIN customer c ON c.id = f.customer_id"                                            \
  " LEFT JOIN staff_member s ON s.id = f.staff_id LEFT JOIN deal d ON d.id = f.deal_id"                       \
  " LEFT JOIN ticket t ON t.id = f.ticket_id"

/**
 * daftar_follow_up_store_get_rows:
 * @reader: a handle
 * @ids: follow-ups
 * @n_ids: how many
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable) (element-type DaftarFollowUp): what rows show, in the order of @ids
 */
GPtrArray *
daftar_follow_up_store_get_rows (DaftarReader  *reader,
                                 const gint64  *ids,
                                 guint          n_ids,
                                 GError       **error)
{
  g_autofree char *list = daftar_row_id_list (ids, n_ids);

  return daftar_row_all (daftar_db_query (READER_DB (reader), error,
                                          ROW_COLUMNS " JOIN json_each ($ids) j ON f.id = j.value ORDER BY j.key",
                                          DB_TEXT ("ids", list), NULL),
                         DAFTAR_TYPE_FOLLOW_UP, error);
}

/**
 * daftar_follow_up_store_get:
 * @reader: a handle
 * @id: a follow-up
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable): the follow-up with the names of its people
 */
DaftarFollowUp *
daftar_follow_up_store_get (DaftarReader  *reader,
                            gint64         id,
                            GError       **error)
{
  g_autoptr (GPtrArray) rows = daftar_follow_up_store_get_rows (reader, &id, 1, error);

  if (rows == NULL)
    return NULL;
  if (rows->len == 1)
    return g_object_ref (g_ptr_array_index (rows, 0));
  g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_NOT_FOUND, _("This follow-up is not there any more."));
  return NULL;
}

/**
 * daftar_follow_up_store_list_of_customer:
 * @reader: a handle
 * @customer_id: whose
 * @open_only: whether to leave out those that are done
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable) (element-type DaftarFollowUp): what was promised, the next first
 */
GPtrArray *
daftar_follow_up_store_list_of_customer (DaftarReader  *reader,
                                         gint64         customer_id,
                                         gboolean       open_only,
                                         GError       **error)
{
  return daftar_row_all (daftar_db_query (READER_DB (reader), error,
                                          ROW_COLUMNS " WHERE f.customer_id = $customer AND f.deleted_at IS NULL"
                                                      " AND (f.status = 0 OR $open = 0) ORDER BY f.status, f.next_at",
                                          DB_INT ("customer", customer_id), DB_INT ("open", open_only), NULL),
                         DAFTAR_TYPE_FOLLOW_UP, error);
}

/**
 * daftar_follow_up_store_save:
 * @txn: a handle
 * @follow_up: a new follow-up or a changed copy of one that was read
 * @error: return location for a sentence for the user
 */
gboolean
daftar_follow_up_store_save (DaftarTxn       *txn,
                             DaftarFollowUp  *follow_up,
                             GError         **error)
{
  if (follow_up->title == NULL || *g_strstrip (follow_up->title) == '\0')
    {
      g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID, _("Enter what is to be done."));
      return FALSE;
    }
  if (DAFTAR_RECORD (follow_up)->id != 0)
    return daftar_row_update (txn, &daftar_table_follow_up, follow_up, error);
  if (follow_up->created_at == 0)
    follow_up->created_at = daftar_txn_now (txn);
  if (follow_up->anchor_day == NULL)
    follow_up->anchor_day = g_strdup (follow_up->due_day);
  return daftar_row_insert (txn, &daftar_table_follow_up, follow_up, error) != 0;
}
