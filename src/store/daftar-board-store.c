/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-board-store.h"

#include <glib/gi18n-lib.h>

#include "daftar-error.h"
#include "daftar-row.h"

const DaftarTable daftar_table_board = {
  .kind = DAFTAR_KIND_BOARD,
  .name = "board",
  .get_type = daftar_board_get_type,
  .has_ulid = TRUE,
};

const DaftarTable daftar_table_stage = {
  .kind = DAFTAR_KIND_STAGE,
  .name = "stage",
  .get_type = daftar_stage_get_type,
};

/**
 * daftar_board_store_list:
 * @reader: a handle
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable) (element-type DaftarBoard): the boards in the shop's order
 */
GPtrArray *
daftar_board_store_list (DaftarReader  *reader,
                         GError       **error)
{
  return daftar_row_all (daftar_db_query (READER_DB (reader), error,
                                          "SELECT * FROM board WHERE deleted_at IS NULL ORDER BY position, id", NULL),
                         DAFTAR_TYPE_BOARD, error);
}

gboolean
daftar_board_store_save (DaftarTxn    *txn,
                         DaftarBoard  *board,
                         GError      **error)
{
  if (DAFTAR_RECORD (board)->id != 0)
    return daftar_row_update (txn, &daftar_table_board, board, error);
  if (board->created_at == 0)
    board->created_at = daftar_txn_now (txn);
  return daftar_row_insert (txn, &daftar_table_board, board, error) != 0;
}

/**
 * daftar_stage_store_list:
 * @reader: a handle
 * @board_id: a board
 * @error: return location for a sentence for the user
 *
 * Reads a board's columns with the number of their open deals and the sum of those in the shop's own
 * currency, all from one covering index.
 *
 * Returns: (transfer full) (nullable) (element-type DaftarStage): the stages in order
 */
GPtrArray *
daftar_stage_store_list (DaftarReader  *reader,
                         gint64         board_id,
                         GError       **error)
{
  return daftar_row_all (
    daftar_db_query (READER_DB (reader), error,
                     "SELECT s.*, coalesce(x.n, 0) AS n_deals, coalesce(x.own, 0) AS sum,"
                     " coalesce(x.n_other, 0) > 0 AS sum_other FROM stage s LEFT JOIN"
                     " (SELECT stage_id, count(*) AS n,"
                     "   sum(value) FILTER (WHERE currency = (SELECT currency FROM shop)) AS own,"
                     "   count(*) FILTER (WHERE currency <> (SELECT currency FROM shop)) AS n_other"
                     "  FROM deal WHERE board_id = $board AND status = 0 AND deleted_at IS NULL GROUP BY stage_id) x"
                     " ON x.stage_id = s.id WHERE s.board_id = $board ORDER BY s.position",
                     DB_INT ("board", board_id), NULL),
    DAFTAR_TYPE_STAGE, error);
}

DaftarStage *
daftar_stage_store_get (DaftarReader  *reader,
                        gint64         id,
                        GError       **error)
{
  return daftar_row_get (reader, &daftar_table_stage, id, error);
}

gboolean
daftar_stage_store_save (DaftarTxn    *txn,
                         DaftarStage  *stage,
                         GError      **error)
{
  if (DAFTAR_RECORD (stage)->id != 0)
    return daftar_row_update (txn, &daftar_table_stage, stage, error);
  return daftar_row_insert (txn, &daftar_table_stage, stage, error) != 0;
}
