/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-interaction-store.h"

#include <glib/gi18n-lib.h>

#include "daftar-customer-store.h"
#include "daftar-error.h"
#include "daftar-row.h"

const DaftarTable daftar_table_interaction = {
  .kind = DAFTAR_KIND_INTERACTION,
  .name = "interaction",
  .get_type = daftar_interaction_get_type,
  .has_ulid = TRUE,
  .customer_field = "customer_id",
};

/**
 * daftar_interaction_store_save:
 * @txn: a handle
 * @interaction: a note or a contact, new or a changed copy of one that was read
 * @error: return location for a sentence for the user
 */
gboolean
daftar_interaction_store_save (DaftarTxn          *txn,
                               DaftarInteraction  *interaction,
                               GError            **error)
{
  gboolean done;

  if (interaction->body == NULL || *g_strstrip (interaction->body) == '\0')
    {
      g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID, _("Write what was said or done."));
      return FALSE;
    }
  if (DAFTAR_RECORD (interaction)->id != 0)
    done = daftar_row_update (txn, &daftar_table_interaction, interaction, error);
  else
    {
      if (interaction->at == 0)
        interaction->at = daftar_txn_now (txn);
      if (interaction->staff_id == 0)
        interaction->staff_id = daftar_txn_get_staff (txn);
      done = daftar_row_insert (txn, &daftar_table_interaction, interaction, error) != 0;
    }
  return done && daftar_customer_store_refresh (txn, interaction->customer_id, error);
}

/* One list from where each thing is kept: nothing is written twice, so that nothing can disagree. The
 * kinds are those of DaftarInteractionKind. */
#define TIMELINE                                                                                              \
  "SELECT * FROM ("                                                                                           \
  "SELECT i.id AS id, i.at AS at, i.kind AS kind, i.channel AS channel, i.direction AS direction,"            \
  " i.body AS body, NULL AS title, i.staff_id AS staff_id, i.ticket_id AS ticket_id, NULL AS ticket_number,"  \
  " i.deal_id AS deal_id, NULL AS amount, NULL AS currency, 0 AS result, i.pinned AS pinned,"                 \
  " i.version AS version, NULL AS follow_up_id, NULL AS purchase_id"                                          \
  " FROM interaction i WHERE i.customer_id = $id AND i.deleted_at IS NULL AND i.at <= $before"                 \
  " UNION ALL "                                                                                               \
  "SELECT t.id, t.created_at, 3, t.channel, 0, NULL, t.subject, NULL, t.id, t.number, NULL, NULL, NULL, 0,"    \
  " 0, 0, NULL, NULL FROM ticket t WHERE t.customer_id = $id AND t.deleted_at IS NULL AND t.created_at <= $before"              \
  " UNION ALL "                                                                                               \
  "SELECT m.id, m.at, CASE m.kind WHEN 1 THEN 0 ELSE 2 END, m.channel, m.direction, m.body, t.subject,"       \
  " m.staff_id, t.id, t.number, NULL, NULL, NULL, 0, 0, 0, NULL, NULL"                                                          \
  " FROM ticket t JOIN ticket_message m ON m.ticket_id = t.id"                                                \
  " WHERE t.customer_id = $id AND t.deleted_at IS NULL AND m.deleted_at IS NULL AND m.at <= $before"           \
  " UNION ALL "                                                                                               \
  "SELECT v.id, v.entered_at, 4, 0, 0, s.name, d.title, v.staff_id, NULL, NULL, d.id, d.value, d.currency, 0," \
  " 0, 0, NULL, NULL FROM deal d JOIN stage_visit v ON v.deal_id = d.id JOIN stage s ON s.id = v.stage_id"                     \
  " WHERE d.customer_id = $id AND d.deleted_at IS NULL AND v.entered_at <= $before"                            \
  " UNION ALL "                                                                                               \
  "SELECT p.id, p.at, 5, 0, 0, coalesce((SELECT group_concat(name, ', ') FROM purchase_item"                  \
  "   WHERE purchase_id = p.id), p.note), NULL, NULL, NULL, NULL, p.deal_id, p.amount, p.currency, 0,"         \
  " 0, 0, NULL, p.id FROM purchase p WHERE p.customer_id = $id AND p.deleted_at IS NULL AND p.at <= $before"                    \
  " UNION ALL "                                                                                               \
  "SELECT f.id, f.done_at, 6, coalesce(f.channel, 0), 0, f.outcome, f.title, f.staff_id, NULL, NULL, f.deal_id,"\
  " NULL, NULL, f.result, 0, 0, f.id, NULL FROM follow_up f WHERE f.customer_id = $id AND f.status <> 0 AND f.deleted_at IS NULL"         \
  " AND f.done_at <= $before) x"

/**
 * daftar_timeline_store_list:
 * @reader: a handle
 * @customer_id: whose
 * @after: (nullable): the last entry that is there already; %NULL for the newest
 * @kinds: which kinds, a bit `1 << kind` for each; 0 for all
 * @limit: how many at most
 * @error: return location for a sentence for the user
 *
 * Reads everything that happened with a customer on all channels. An entry's id is that of the row of
 * its kind: of a ticket, a message, a stage visit and so on. Entries of the same moment have an order too, so that none
 * is left out or comes twice where one page of them ends.
 *
 * Returns: (transfer full) (nullable) (element-type DaftarInteraction): the newest first
 */
GPtrArray *
daftar_timeline_store_list (DaftarReader       *reader,
                            gint64              customer_id,
                            DaftarInteraction  *after,
                            guint               kinds,
                            int                 limit,
                            GError            **error)
{
  return daftar_row_all (
    daftar_db_query (READER_DB (reader), error,
                     "SELECT x.*, s.name AS staff_name FROM (" TIMELINE ") x"
                     " LEFT JOIN staff_member s ON s.id = x.staff_id"
                     " WHERE ($kinds = 0 OR (($kinds >> x.kind) & 1) = 1)"
                     " AND (x.at < $before OR x.kind > $kind OR (x.kind = $kind AND x.id < $last))"
                     " ORDER BY x.at DESC, x.kind, x.id DESC LIMIT $limit",
                     DB_INT ("id", customer_id), DB_INT ("before", after != NULL ? after->at : G_MAXINT64),
                     DB_INT ("kind", after != NULL ? after->kind : -1),
                     DB_INT ("last", after != NULL ? DAFTAR_RECORD (after)->id : 0), DB_INT ("kinds", kinds),
                     DB_INT ("limit", limit), NULL),
    DAFTAR_TYPE_INTERACTION, error);
}

/**
 * daftar_interaction_store_get:
 * @reader: a handle
 * @id: an entry
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable): the note or contact
 */
DaftarInteraction *
daftar_interaction_store_get (DaftarReader  *reader,
                              gint64         id,
                              GError       **error)
{
  return daftar_row_get (reader, &daftar_table_interaction, id, error);
}

/**
 * daftar_interaction_store_list_pinned:
 * @reader: a handle
 * @customer_id: whose
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable) (element-type DaftarInteraction): what stays on top, the newest first
 */
GPtrArray *
daftar_interaction_store_list_pinned (DaftarReader  *reader,
                                      gint64         customer_id,
                                      GError       **error)
{
  return daftar_row_all (
    daftar_db_query (READER_DB (reader), error,
                     "SELECT i.*, s.name AS staff_name FROM interaction i LEFT JOIN staff_member s ON s.id = i.staff_id"
                     " WHERE i.customer_id = $id AND i.pinned = 1 AND i.deleted_at IS NULL ORDER BY i.at DESC",
                     DB_INT ("id", customer_id), NULL),
    DAFTAR_TYPE_INTERACTION, error);
}

/**
 * daftar_interaction_store_list_of_deal:
 * @reader: a handle
 * @deal_id: which
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable) (element-type DaftarInteraction): what was said about a deal, the newest first
 */
GPtrArray *
daftar_interaction_store_list_of_deal (DaftarReader  *reader,
                                       gint64         deal_id,
                                       GError       **error)
{
  return daftar_row_all (
    daftar_db_query (READER_DB (reader), error,
                     "SELECT i.*, s.name AS staff_name FROM interaction i LEFT JOIN staff_member s ON s.id = i.staff_id"
                     " WHERE i.deal_id = $deal AND i.deleted_at IS NULL ORDER BY i.at DESC",
                     DB_INT ("deal", deal_id), NULL),
    DAFTAR_TYPE_INTERACTION, error);
}
