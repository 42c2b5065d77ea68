/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-board-view.h"

#include <glib/gi18n-lib.h>

#include "daftar-error.h"
#include "daftar-follow-up-store.h"
#include "daftar-interaction-store.h"

void
daftar_board_view_free (DaftarBoardView *self)
{
  g_clear_pointer (&self->boards, g_ptr_array_unref);
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  g_clear_object (&self->board);
  g_free (self);
}

static DaftarBoard *
find_board (GPtrArray *boards,
            gint64     id)
{
  for (guint i = 0; i < boards->len; i++)
    if (DAFTAR_RECORD (boards->pdata[i])->id == id)
      return boards->pdata[i];
  return boards->len > 0 ? boards->pdata[0] : NULL;
}

/**
 * daftar_board_view_read:
 * @reader: a handle
 * @board_id: a pointer to the board's id, a #gint64; 0 or one that is gone takes the first board
 * @error: return location for a sentence for the user
 *
 * A #DaftarReadFunc.
 *
 * Returns: (transfer full) (nullable): the #DaftarBoardView; without a board and stages in a shop that has none
 */
gpointer
daftar_board_view_read (DaftarReader  *reader,
                        gpointer       board_id,
                        GError       **error)
{
  g_autoptr (DaftarBoardView) self = g_new0 (DaftarBoardView, 1);
  DaftarBoard *board;

  self->boards = daftar_board_store_list (reader, error);
  if (self->boards == NULL)
    return NULL;
  board = find_board (self->boards, *(gint64 *) board_id);
  if (board == NULL)
    return g_steal_pointer (&self);
  self->board = g_object_ref (board);
  self->stages = daftar_stage_store_list (reader, DAFTAR_RECORD (board)->id, error);
  return self->stages != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * daftar_board_column_ids:
 * @reader: a handle
 * @stage_id: the stage, by GSIZE_TO_POINTER()
 * @limit: how many at most; -1 for all
 * @error: return location for a sentence for the user
 *
 * The cards of a column. A #DaftarIdListIdsFunc.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the open deals, from the column's top
 */
GArray *
daftar_board_column_ids (DaftarReader  *reader,
                         gpointer       stage_id,
                         int            limit,
                         GError       **error)
{
  return daftar_deal_store_list_ids (reader, (gint64) GPOINTER_TO_SIZE (stage_id), limit, error);
}

void
daftar_deal_details_free (DaftarDealDetails *self)
{
  g_clear_object (&self->deal);
  g_clear_object (&self->stage);
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  g_clear_pointer (&self->visits, g_ptr_array_unref);
  g_clear_pointer (&self->follow_ups, g_ptr_array_unref);
  g_clear_pointer (&self->purchases, g_ptr_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_free (self);
}

/**
 * daftar_deal_details_read:
 * @reader: a handle
 * @deal_id: a pointer to the deal's id, a #gint64
 * @error: return location for a sentence for the user
 *
 * A #DaftarReadFunc.
 *
 * Returns: (transfer full) (nullable): the #DaftarDealDetails
 */
gpointer
daftar_deal_details_read (DaftarReader  *reader,
                          gpointer       deal_id,
                          GError       **error)
{
  g_autoptr (DaftarDealDetails) self = g_new0 (DaftarDealDetails, 1);
  gint64 id = *(gint64 *) deal_id;

  self->deal = daftar_deal_store_get (reader, id, error);
  if (self->deal == NULL)
    return NULL;
  if (self->deal->deleted_at != 0)
    {
      g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_NOT_FOUND, _("This deal was deleted."));
      return NULL;
    }
  if ((self->stages = daftar_stage_store_list (reader, self->deal->board_id, error)) == NULL
      || (self->visits = daftar_deal_store_list_visits (reader, id, error)) == NULL
      || (self->follow_ups = daftar_follow_up_store_list_of_deal (reader, id, error)) == NULL
      || (self->purchases = daftar_purchase_store_list_of_deal (reader, id, error)) == NULL
      || (self->notes = daftar_interaction_store_list_of_deal (reader, id, error)) == NULL)
    return NULL;
  for (guint i = 0; i < self->stages->len; i++)
    if (DAFTAR_RECORD (self->stages->pdata[i])->id == self->deal->stage_id)
      self->stage = g_object_ref (self->stages->pdata[i]);
  return g_steal_pointer (&self);
}

/**
 * daftar_deal_quiet_days:
 * @deal: a deal with what is shown of it
 * @now: the moment
 *
 * A deal has gone quiet when nothing happened with it for as many days as its stage allows. While a next
 * step lies in the future it has not.
 *
 * Returns: for how many days it has been quiet; 0 if it has not
 */
int
daftar_deal_quiet_days (DaftarDeal *deal,
                        gint64      now)
{
  gint64 days = (now - deal->activity_at) / G_TIME_SPAN_DAY;

  if (deal->status != DAFTAR_DEAL_STATUS_OPEN || deal->quiet_days <= 0 || deal->next_at > now)
    return 0;
  return days >= deal->quiet_days ? (int) days : 0;
}
