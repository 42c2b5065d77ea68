/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-inbox-store.h"

#include "daftar-row.h"

/* The same as daftar_inbox_section(), for the order of the list. 4 solved, 5 closed, 6 merged; 2 and 3
 * wait until their moment has come. */
#define SECTION                                                                                               \
  "CASE WHEN t.next_at IS NULL THEN 5"                                                                        \
  " WHEN t.next_at <= $now THEN 0"                                                                            \
  " WHEN t.status IN (2, 3) THEN 4"                                                                           \
  " WHEN t.next_at <= $now + 3600000000 THEN 1"                                                               \
  " WHEN t.next_at < $midnight THEN 2"                                                                        \
  " ELSE 3 END"

#define TO_ANSWER "(t.status IN (0, 1) OR t.next_at <= $now)"

static const char *const conditions[] = {
  [DAFTAR_INBOX_NOW] = "t.next_at IS NOT NULL AND t.deleted_at IS NULL AND " TO_ANSWER,
  [DAFTAR_INBOX_MINE] = "t.next_at IS NOT NULL AND t.deleted_at IS NULL AND t.assignee_id = $staff",
  [DAFTAR_INBOX_UNASSIGNED] = "t.next_at IS NOT NULL AND t.deleted_at IS NULL AND t.assignee_id IS NULL",
  [DAFTAR_INBOX_WAITING] = "t.status IN (2, 3) AND t.deleted_at IS NULL",
  [DAFTAR_INBOX_SOLVED] = "t.solved_at >= $since AND t.status IN (4, 5) AND t.deleted_at IS NULL",
  [DAFTAR_INBOX_ALL] = "t.deleted_at IS NULL",
};

/**
 * daftar_inbox_section:
 * @query: the moment from which one looks
 * @ticket: a ticket
 *
 * Returns: where it stands in the list
 */
DaftarInboxSection
daftar_inbox_section (const DaftarInboxQuery *query,
                      DaftarTicket           *ticket)
{
  if (ticket->next_at == 0)
    return DAFTAR_INBOX_SECTION_DONE;
  if (ticket->next_at <= query->now)
    return DAFTAR_INBOX_SECTION_LATE;
  if (ticket->status == DAFTAR_TICKET_STATUS_WAITING_CUSTOMER || ticket->status == DAFTAR_TICKET_STATUS_WAITING_US)
    return DAFTAR_INBOX_SECTION_WAITING;
  if (ticket->next_at <= query->now + G_TIME_SPAN_HOUR)
    return DAFTAR_INBOX_SECTION_HOUR;
  return ticket->next_at < query->end_of_today ? DAFTAR_INBOX_SECTION_TODAY : DAFTAR_INBOX_SECTION_LATER;
}

static gboolean
read_rows (DaftarStatement  *rows,
           GArray           *ids,
           GArray           *sections,
           GError          **error)
{
  GError *local = NULL;

  while (daftar_statement_next (rows, &local))
    {
      gint64 id = daftar_statement_get_int (rows, 0);
      gint64 section = daftar_statement_get_int (rows, 1);

      g_array_append_val (ids, id);
      if (sections != NULL)
        g_array_append_val (sections, section);
    }
  if (local != NULL)
    g_propagate_error (error, local);
  return local == NULL;
}

/**
 * daftar_inbox_store_list_ids:
 * @reader: a handle
 * @query: which, and from when one looks
 * @limit: how many at most; -1 for all
 * @sections: (nullable) (element-type gint64): gets the #DaftarInboxSection of each
 * @error: return location for a sentence for the user
 *
 * What must be answered next comes first; of those due in the same minute the angry ones, then the more
 * urgent. What is solved comes last, the latest first.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the ids of tickets
 */
GArray *
daftar_inbox_store_list_ids (DaftarReader           *reader,
                             const DaftarInboxQuery *query,
                             int                     limit,
                             GArray                 *sections,
                             GError                **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *sql = g_strdup_printf (
    "SELECT t.id, " SECTION " AS section FROM ticket t WHERE %s"
    " ORDER BY section, t.next_at / 60000000, t.mood DESC, t.priority DESC, t.next_at, t.updated_at DESC, t.id"
    " LIMIT $limit",
    conditions[query->view]);
  g_autoptr (DaftarStatement) rows = NULL;

  rows = daftar_db_query (READER_DB (reader), error, sql, DB_INT ("now", query->now),
                          DB_INT ("midnight", query->end_of_today), DB_INT ("limit", limit), NULL);
  if (rows == NULL)
    return NULL;
  if (query->view == DAFTAR_INBOX_MINE)
    daftar_statement_bind_int (rows, "$staff", query->staff_id);
  if (query->view == DAFTAR_INBOX_SOLVED)
    daftar_statement_bind_int (rows, "$since", query->solved_since);
  if (!read_rows (rows, ids, sections, error))
    return NULL;
  return g_steal_pointer (&ids);
}

/**
 * daftar_inbox_store_count:
 * @reader: a handle
 * @query: whose, and from when one looks; its view does not matter
 * @counts: (out): how many each view has
 * @error: return location for a sentence for the user
 */
gboolean
daftar_inbox_store_count (DaftarReader           *reader,
                          const DaftarInboxQuery *query,
                          DaftarInboxCounts      *counts,
                          GError                **error)
{
  g_autoptr (DaftarStatement) row = daftar_db_query (
    READER_DB (reader), error,
    "SELECT coalesce(sum(" TO_ANSWER "), 0), coalesce(sum(t.assignee_id = $staff), 0),"
    " coalesce(sum(t.assignee_id IS NULL), 0), coalesce(sum(t.status IN (2, 3)), 0),"
    " (SELECT count(*) FROM ticket s WHERE s.solved_at >= $since AND s.status IN (4, 5) AND s.deleted_at IS NULL),"
    " (SELECT count(*) FROM ticket a WHERE a.deleted_at IS NULL), coalesce(sum(t.next_at <= $now), 0),"
    " min(CASE WHEN t.next_at > $now + 3600000000 THEN t.next_at - 3600000000"
    "   WHEN t.next_at > $now THEN t.next_at END)"
    " FROM ticket t WHERE t.next_at IS NOT NULL AND t.deleted_at IS NULL",
    DB_INT ("now", query->now), DB_INT ("staff", query->staff_id), DB_INT ("since", query->solved_since), NULL);

  if (row == NULL || !daftar_statement_next (row, error))
    return FALSE;
  for (int i = 0; i < DAFTAR_N_INBOX_VIEWS; i++)
    counts->n[i] = daftar_statement_get_int (row, i);
  counts->n_late = daftar_statement_get_int (row, DAFTAR_N_INBOX_VIEWS);
  counts->changes_at = query->end_of_today;
  if (!daftar_statement_is_null (row, DAFTAR_N_INBOX_VIEWS + 1))
    counts->changes_at = MIN (counts->changes_at, daftar_statement_get_int (row, DAFTAR_N_INBOX_VIEWS + 1));
  return TRUE;
}
