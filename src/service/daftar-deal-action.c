/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-deal-action.h"

#include <glib/gi18n-lib.h>

#include "daftar-date.h"
#include "daftar-error.h"
#include "daftar-follow-up-store.h"
#include "daftar-shop-store.h"

/* Quantities are kept in thousandths, for what is sold by weight or length. */
#define THOUSAND 1000

/* --- Moving. --------------------------------------------------------------------------------------- */

void
daftar_deal_moved_free (DaftarDealMoved *self)
{
  g_clear_object (&self->deal);
  g_clear_object (&self->stage);
  g_free (self);
}

/**
 * daftar_deal_moved_asks_sale:
 * @self: what a move did
 *
 * Returns: whether it is time to ask what was sold
 */
gboolean
daftar_deal_moved_asks_sale (DaftarDealMoved *self)
{
  return self->entered && self->stage->role == DAFTAR_STAGE_ROLE_PURCHASE;
}

/**
 * daftar_deal_move_write:
 * @txn: a handle
 * @move: a #DaftarDealMove
 * @error: return location for a sentence for the user
 *
 * Moves a card within its column or to another one. A #DaftarWriteFunc.
 *
 * Returns: (transfer full) (nullable): a #DaftarDealMoved
 */
gpointer
daftar_deal_move_write (DaftarTxn  *txn,
                        gpointer    move,
                        GError    **error)
{
  DaftarDealMove *self = move;
  DaftarReader *reader = daftar_txn_reader (txn);
  g_autoptr (DaftarDeal) before = daftar_deal_store_get (reader, self->deal_id, error);
  g_autoptr (DaftarDealMoved) moved = g_new0 (DaftarDealMoved, 1);

  if (before == NULL)
    return NULL;
  if (before->status != DAFTAR_DEAL_STATUS_OPEN || before->deleted_at != 0)
    {
      g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_CONFLICT, _("This deal is not on the board any more."));
      return NULL;
    }
  if (!daftar_deal_store_move (txn, self->deal_id, self->stage_id, self->before_id, error)
      || (moved->deal = daftar_deal_store_get (reader, self->deal_id, error)) == NULL
      || (moved->stage = daftar_stage_store_get (reader, self->stage_id, error)) == NULL)
    return NULL;
  moved->entered = before->stage_id != self->stage_id;
  return g_steal_pointer (&moved);
}

/* --- Adding, editing, deleting. -------------------------------------------------------------------- */

static gboolean
fill_new (DaftarTxn   *txn,
          DaftarDeal  *deal,
          GError     **error)
{
  g_autoptr (DaftarShop) shop = NULL;

  if (deal->customer_id == 0)
    {
      g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID, _("Choose the customer whom this deal is with."));
      return FALSE;
    }
  if (deal->staff_id == 0)
    deal->staff_id = daftar_txn_get_staff (txn);
  if (deal->currency != NULL)
    return TRUE;
  shop = daftar_shop_store_get (daftar_txn_reader (txn), error);
  if (shop == NULL)
    return FALSE;
  deal->currency = g_strdup (shop->currency);
  return TRUE;
}

/**
 * daftar_deal_save_write:
 * @txn: a handle
 * @deal: a new #DaftarDeal with a customer and a stage, or a changed copy of one that was read
 * @error: return location for a sentence for the user
 *
 * A #DaftarWriteFunc.
 *
 * Returns: (transfer full) (nullable): the #DaftarDeal as it is now
 */
gpointer
daftar_deal_save_write (DaftarTxn  *txn,
                        gpointer    deal,
                        GError    **error)
{
  g_autoptr (DaftarDeal) self = daftar_record_copy (deal);
  gboolean new = DAFTAR_RECORD (self)->id == 0;

  if (self->value < 0)
    {
      g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID, _("The value can’t be below zero."));
      return NULL;
    }
  if (new ? !fill_new (txn, self, error) || !daftar_deal_store_add (txn, self, error)
          : !daftar_deal_store_save (txn, self, error))
    return NULL;
  return daftar_deal_store_get (daftar_txn_reader (txn), DAFTAR_RECORD (self)->id, error);
}

static DaftarDeal *
get_copy (DaftarTxn  *txn,
          gint64      id,
          GError    **error)
{
  g_autoptr (DaftarDeal) found = daftar_deal_store_get (daftar_txn_reader (txn), id, error);

  return found != NULL ? daftar_record_copy (found) : NULL;
}

/**
 * daftar_deal_delete_write:
 * @txn: a handle
 * @id: a pointer to the deal's id, a #gint64
 * @error: return location for a sentence for the user
 *
 * A #DaftarWriteFunc.
 *
 * Returns: (transfer full) (nullable): the #DaftarDeal that was deleted
 */
gpointer
daftar_deal_delete_write (DaftarTxn  *txn,
                          gpointer    id,
                          GError    **error)
{
  g_autoptr (DaftarDeal) deal = get_copy (txn, *(gint64 *) id, error);

  if (deal == NULL)
    return NULL;
  deal->deleted_at = daftar_txn_now (txn);
  if (!daftar_deal_store_save (txn, deal, error))
    return NULL;
  return g_steal_pointer (&deal);
}

/* --- What was sold. -------------------------------------------------------------------------------- */

DaftarSale *
daftar_sale_new (gint64 deal_id)
{
  DaftarSale *self = g_new0 (DaftarSale, 1);

  self->deal_id = deal_id;
  self->purchase = daftar_purchase_new ();
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

void
daftar_sale_free (DaftarSale *self)
{
  g_object_unref (self->purchase);
  g_ptr_array_unref (self->items);
  g_free (self->thank_title);
  g_free (self);
}

/**
 * daftar_sale_add_item:
 * @self: a sale
 * @name: what
 * @quantity: how much, in thousandths
 * @price: of one, in minor units
 */
void
daftar_sale_add_item (DaftarSale *self,
                      const char *name,
                      gint64      quantity,
                      gint64      price)
{
  DaftarPurchaseItem *item = daftar_purchase_item_new ();

  item->name = g_strdup (name);
  item->quantity = quantity;
  item->price = price;
  g_ptr_array_add (self->items, item);
}

/**
 * daftar_sale_sum:
 * @self: a sale
 * @amount: (out): what its items cost together, in minor units; each line is rounded, a half away from zero
 *
 * Returns: whether the sum is a number that can be kept
 */
gboolean
daftar_sale_sum (DaftarSale *self,
                 gint64     *amount)
{
  gint64 sum = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      DaftarPurchaseItem *item = self->items->pdata[i];
      gint64 line;

      if (__builtin_mul_overflow (item->quantity, item->price, &line)
          || __builtin_add_overflow (line, line < 0 ? -THOUSAND / 2 : THOUSAND / 2, &line)
          || __builtin_add_overflow (sum, line / THOUSAND, &sum))
        return FALSE;
    }
  *amount = sum;
  return TRUE;
}

static gboolean
check_items (DaftarSale  *self,
             GError     **error)
{
  const char *sentence = NULL;
  gint64 sum;

  for (guint i = 0; sentence == NULL && i < self->items->len; i++)
    {
      DaftarPurchaseItem *item = self->items->pdata[i];

      if (item->name == NULL || *g_strstrip (item->name) == '\0')
        sentence = _("Enter what was sold in each line.");
      else if (item->quantity <= 0)
        sentence = _("The quantity must be above zero.");
      else if (item->price < 0)
        sentence = _("The price can’t be below zero.");
    }
  if (sentence == NULL && !daftar_sale_sum (self, &sum))
    sentence = _("The sum is too large. Check the quantities and prices.");
  if (sentence == NULL)
    return TRUE;
  g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID, sentence);
  return FALSE;
}

static gboolean
add_thanks (DaftarTxn   *txn,
            DaftarSale  *self,
            DaftarDeal  *deal,
            GError     **error)
{
  g_autoptr (DaftarFollowUp) thanks = daftar_follow_up_new ();
  g_autoptr (GTimeZone) zone = daftar_shop_store_get_zone (daftar_txn_reader (txn), error);
  g_autofree char *today = NULL;

  if (zone == NULL)
    return FALSE;
  today = daftar_date_today (zone, daftar_txn_now (txn));
  thanks->customer_id = deal->customer_id;
  thanks->deal_id = DAFTAR_RECORD (deal)->id;
  thanks->title = g_strdup (self->thank_title);
  thanks->due_day = daftar_date_add_days (today, 1);
  thanks->due_minute = -1;
  thanks->staff_id = daftar_txn_get_staff (txn);
  return daftar_follow_up_store_save (txn, thanks, error);
}

/**
 * daftar_sale_write:
 * @txn: a handle
 * @sale: a #DaftarSale
 * @error: return location for a sentence for the user
 *
 * Records what was sold, and makes the deal worth that. The deal stays on the board, since the cycle goes
 * on after the purchase. A #DaftarWriteFunc.
 *
 * Returns: (transfer full) (nullable): the #DaftarPurchase
 */
gpointer
daftar_sale_write (DaftarTxn  *txn,
                   gpointer    sale,
                   GError    **error)
{
  DaftarSale *self = sale;
  g_autoptr (DaftarDeal) deal = get_copy (txn, self->deal_id, error);
  g_autoptr (DaftarPurchase) purchase = daftar_record_copy (self->purchase);

  if (deal == NULL || !check_items (self, error))
    return NULL;
  purchase->customer_id = deal->customer_id;
  purchase->deal_id = self->deal_id;
  daftar_set_text (&purchase->currency, deal->currency);
  if (!daftar_purchase_store_add (txn, purchase, self->items, error))
    return NULL;
  deal->value = purchase->amount;
  deal->activity_at = daftar_txn_now (txn);
  if (!daftar_deal_store_save (txn, deal, error)
      || (self->thank_title != NULL && !add_thanks (txn, self, deal, error)))
    return NULL;
  return g_steal_pointer (&purchase);
}

/* --- The end of it. -------------------------------------------------------------------------------- */

DaftarDealClose *
daftar_deal_close_new (gint64            deal_id,
                       DaftarDealStatus  status,
                       const char       *reason)
{
  DaftarDealClose *self = g_new0 (DaftarDealClose, 1);

  self->deal_id = deal_id;
  self->status = status;
  self->reason = g_strdup (reason);
  return self;
}

void
daftar_deal_close_free (DaftarDealClose *self)
{
  g_free (self->reason);
  g_free (self);
}

/**
 * daftar_deal_close_write:
 * @txn: a handle
 * @request: a #DaftarDealClose
 * @error: return location for a sentence for the user
 *
 * Takes a deal off the board, as won or as lost; lost needs a reason. A #DaftarWriteFunc.
 *
 * Returns: (transfer full) (nullable): the #DaftarDeal as it is now
 */
gpointer
daftar_deal_close_write (DaftarTxn  *txn,
                         gpointer    request,
                         GError    **error)
{
  DaftarDealClose *self = request;
  g_autoptr (DaftarDeal) deal = get_copy (txn, self->deal_id, error);

  if (deal == NULL)
    return NULL;
  if (deal->status != DAFTAR_DEAL_STATUS_OPEN)
    {
      g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_CONFLICT, _("This deal is not on the board any more."));
      return NULL;
    }
  if (self->status == DAFTAR_DEAL_STATUS_LOST && (self->reason == NULL || *g_strstrip (self->reason) == '\0'))
    {
      g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID,
                           _("Say why it was lost: the reports learn from it."));
      return NULL;
    }
  deal->status = self->status;
  daftar_set_text (&deal->lost_reason, self->status == DAFTAR_DEAL_STATUS_LOST ? self->reason : NULL);
  if (!daftar_deal_store_save (txn, deal, error))
    return NULL;
  return g_steal_pointer (&deal);
}
