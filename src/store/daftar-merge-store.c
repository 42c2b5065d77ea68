/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-merge-store.h"

#include <glib/gi18n-lib.h>

#include "daftar-custom-store.h"
#include "daftar-customer-store.h"
#include "daftar-error.h"
#include "daftar-row.h"
#include "daftar-ticket-store.h"

/* More merges one after the other than anybody makes: a file with a circle in it ends here. */
#define MAX_CHAIN 100

/* --- Who is it now? -------------------------------------------------------------------------------- */

/**
 * daftar_merge_store_resolve:
 * @reader: a handle
 * @id: a customer, perhaps one who was merged into another
 * @error: return location for a sentence for the user
 *
 * Returns: the living one behind an id; the id itself if it was not merged, or if there is no such customer; 0 on
 *   failure
 */
gint64
daftar_merge_store_resolve (DaftarReader  *reader,
                            gint64         id,
                            GError       **error)
{
  for (int i = 0; i < MAX_CHAIN; i++)
    {
      gint64 next = 0;

      if (!daftar_db_get_int (READER_DB (reader), &next, error,
                              "SELECT merged_into FROM customer WHERE id = $id AND merged_into IS NOT NULL",
                              DB_INT ("id", id), NULL))
        return 0;
      if (next == 0)
        return id;
      id = next;
    }
  return id;
}

/**
 * daftar_merge_store_get:
 * @reader: a handle
 * @id: a customer
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable): the customer, if it can be merged: it lives and is nobody else's
 */
DaftarCustomer *
daftar_merge_store_get (DaftarReader  *reader,
                        gint64         id,
                        GError       **error)
{
  g_autoptr (DaftarCustomer) customer = daftar_customer_store_get (reader, id, error);

  if (customer == NULL)
    return NULL;
  if (customer->deleted_at == 0 && customer->merged_into == 0 && customer->erased_at == 0)
    return g_steal_pointer (&customer);
  if (customer->merged_into != 0)
    g_set_error (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED,
                 _("“%s” is merged into another customer already. Merge that one instead."), customer->name);
  else if (customer->erased_at != 0)
    g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED, _("This customer was erased for good."));
  else
    g_set_error (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED,
                 _("“%s” is in the bin. Restore this customer before merging."), customer->name);
  return NULL;
}

/**
 * daftar_merge_store_count:
 * @reader: a handle
 * @id: a customer
 * @error: return location for a sentence for the user
 *
 * Returns: how much was written down with a customer; -1 on failure
 */
gint64
daftar_merge_store_count (DaftarReader  *reader,
                          gint64         id,
                          GError       **error)
{
  gint64 n = 0;

  return daftar_db_get_int (READER_DB (reader), &n, error,
                            "SELECT (SELECT count(*) FROM deal WHERE customer_id = $id AND deleted_at IS NULL)"
                            " + (SELECT count(*) FROM ticket WHERE customer_id = $id AND deleted_at IS NULL)"
                            " + (SELECT count(*) FROM purchase WHERE customer_id = $id AND deleted_at IS NULL)"
                            " + (SELECT count(*) FROM follow_up WHERE customer_id = $id AND deleted_at IS NULL)"
                            " + (SELECT count(*) FROM interaction WHERE customer_id = $id AND deleted_at IS NULL)",
                            DB_INT ("id", id), NULL)
           ? n
           : -1;
}

/* --- Moving rows. ---------------------------------------------------------------------------------- */

/* All rows of a table whose column points to somebody: read before the first is written. */
static GPtrArray *
rows_of (DaftarTxn          *txn,
         const DaftarTable  *table,
         const char         *column,
         gint64              id,
         GError            **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s WHERE %s = $id ORDER BY id", table->name, column);

  return daftar_row_all (daftar_db_query (TXN_DB (txn), error, sql, DB_INT ("id", id), NULL), table->get_type (), error);
}

static gboolean
move_column (DaftarTxn          *txn,
             const DaftarTable  *table,
             const char         *column,
             gint64              from,
             gint64              to,
             GError            **error)
{
  g_autoptr (GPtrArray) rows = rows_of (txn, table, column, from, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      gpointer row = g_ptr_array_index (rows, i);
      const DaftarField *field = daftar_record_class_find (DAFTAR_RECORD_GET_CLASS (row), column);
      /* Nobody works in oneself or came by one's own word. */
      gboolean itself = table == &daftar_table_customer && DAFTAR_RECORD (row)->id == to;

      daftar_record_set_int (row, field, itself ? 0 : to);
      if (table == &daftar_table_ticket ? !daftar_ticket_store_save (txn, row, 0, error)
                                        : !daftar_row_update (txn, table, row, error))
        return FALSE;
    }
  return rows != NULL;
}

static gboolean
is_number (DaftarContactPoint *point)
{
  return point->kind <= DAFTAR_CONTACT_KIND_WHATSAPP;
}

static gboolean
same_point (DaftarContactPoint *a,
            DaftarContactPoint *b)
{
  if (a->norm != NULL && b->norm != NULL && g_str_equal (a->norm, b->norm))
    /* The same number as a mobile and for WhatsApp is two ways to reach somebody. */
    return (a->kind == DAFTAR_CONTACT_KIND_WHATSAPP) == (b->kind == DAFTAR_CONTACT_KIND_WHATSAPP);
  return a->kind == b->kind && g_strcmp0 (a->value, b->value) == 0;
}

/* What the other's copy knows of the same number; who refused to be written to has refused. */
static gboolean
fill_point (DaftarTxn           *txn,
            DaftarContactPoint  *own,
            DaftarContactPoint  *other,
            GError             **error)
{
  if (own->label == NULL)
    daftar_set_text (&own->label, other->label);
  if (own->consent == DAFTAR_CONSENT_UNKNOWN || other->consent == DAFTAR_CONSENT_REFUSED)
    own->consent = other->consent;
  return daftar_row_update (txn, &daftar_table_contact_point, own, error);
}

static gboolean
move_point (DaftarTxn           *txn,
            GPtrArray           *own,
            DaftarContactPoint  *point,
            gint64               to,
            GError             **error)
{
  for (guint i = 0; i < own->len; i++)
    if (same_point (g_ptr_array_index (own, i), point))
      return fill_point (txn, g_ptr_array_index (own, i), point, error);
  for (guint i = 0; i < own->len; i++)
    {
      DaftarContactPoint *one = g_ptr_array_index (own, i);

      /* The target's main number and main address stay what they are. */
      if (one->preferred && (one->kind == point->kind || (is_number (one) && is_number (point))))
        point->preferred = FALSE;
    }
  point->customer_id = to;
  point->position = own->len > 0 ? ((DaftarContactPoint *) g_ptr_array_index (own, own->len - 1))->position + 1 : 0;
  if (!daftar_row_update (txn, &daftar_table_contact_point, point, error))
    return FALSE;
  g_ptr_array_add (own, g_object_ref (point));
  return TRUE;
}

/* A union by normal form: what the target has already stays with the other one, for when this is undone. */
static gboolean
move_points (DaftarTxn  *txn,
             gint64      from,
             gint64      to,
             GError    **error)
{
  g_autoptr (GPtrArray) own = daftar_contact_point_store_list (daftar_txn_reader (txn), to, error);
  g_autoptr (GPtrArray) others = own != NULL ? daftar_contact_point_store_list (daftar_txn_reader (txn), from, error) : NULL;

  for (guint i = 0; others != NULL && i < others->len; i++)
    if (!move_point (txn, own, g_ptr_array_index (others, i), to, error))
      return FALSE;
  return others != NULL;
}

static gboolean
has_occasion (GPtrArray      *own,
              DaftarOccasion *other)
{
  for (guint i = 0; i < own->len; i++)
    {
      DaftarOccasion *one = g_ptr_array_index (own, i);

      /* Nobody is born twice: another birthday is a choice, not one more. */
      if (one->kind == other->kind
          && (one->kind == DAFTAR_OCCASION_KIND_BIRTHDAY
              || (one->hijri == other->hijri && g_strcmp0 (one->day, other->day) == 0)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
move_occasions (DaftarTxn  *txn,
                gint64      from,
                gint64      to,
                GError    **error)
{
  g_autoptr (GPtrArray) own = daftar_occasion_store_list (daftar_txn_reader (txn), to, error);
  g_autoptr (GPtrArray) others = own != NULL ? daftar_occasion_store_list (daftar_txn_reader (txn), from, error) : NULL;

  for (guint i = 0; others != NULL && i < others->len; i++)
    {
      DaftarOccasion *occasion = g_ptr_array_index (others, i);

      if (has_occasion (own, occasion))
        continue;
      occasion->customer_id = to;
      if (!daftar_row_update (txn, &daftar_table_occasion, occasion, error))
        return FALSE;
      g_ptr_array_add (own, g_object_ref (occasion));
    }
  return others != NULL;
}

static gboolean
move_values (DaftarTxn  *txn,
             gint64      from,
             gint64      to,
             GError    **error)
{
  g_autoptr (GPtrArray) others = rows_of (txn, &daftar_table_custom_value, "customer_id", from, error);

  for (guint i = 0; others != NULL && i < others->len; i++)
    {
      DaftarCustomValue *value = g_ptr_array_index (others, i);
      gint64 taken = 0;

      if (!daftar_db_get_int (TXN_DB (txn), &taken, error,
                              "SELECT count(*) FROM custom_value WHERE customer_id = $to AND field_id = $field",
                              DB_INT ("to", to), DB_INT ("field", value->field_id), NULL))
        return FALSE;
      value->customer_id = to;
      if (taken == 0 && !daftar_row_update (txn, &daftar_table_custom_value, value, error))
        return FALSE;
    }
  return others != NULL;
}

static gint64
find_pair (DaftarTxn *txn,
           gint64     a,
           gint64     b)
{
  gint64 id = 0;

  daftar_db_get_int (TXN_DB (txn), &id, NULL,
                     "SELECT id FROM distinct_pair WHERE customer_id = $a AND other_id = $b", DB_INT ("a", MIN (a, b)),
                     DB_INT ("b", MAX (a, b)), NULL);
  return id;
}

/* Who is not the other one is not the target either. That the two were different people themselves no longer holds. */
static gboolean
move_pairs (DaftarTxn  *txn,
            gint64      from,
            gint64      to,
            GError    **error)
{
  g_autoptr (GPtrArray) pairs = daftar_row_all (
    daftar_db_query (TXN_DB (txn), error, "SELECT * FROM distinct_pair WHERE customer_id = $id OR other_id = $id",
                     DB_INT ("id", from), NULL),
    DAFTAR_TYPE_DISTINCT_PAIR, error);

  for (guint i = 0; pairs != NULL && i < pairs->len; i++)
    {
      DaftarDistinctPair *pair = g_ptr_array_index (pairs, i);
      gint64 third = pair->customer_id == from ? pair->other_id : pair->customer_id;

      if (third == to)
        {
          if (!daftar_row_delete (txn, &daftar_table_distinct_pair, DAFTAR_RECORD (pair)->id, error))
            return FALSE;
          continue;
        }
      if (find_pair (txn, third, to) != 0)
        continue;
      pair->customer_id = MIN (third, to);
      pair->other_id = MAX (third, to);
      if (!daftar_row_update (txn, &daftar_table_distinct_pair, pair, error))
        return FALSE;
    }
  return pairs != NULL;
}

/* The tables whose rows go along as they are, and the columns that point to a customer. */
static const struct
{
  const DaftarTable *table;
  const char *column;
} plain[] = {
  { &daftar_table_deal, "customer_id" },       { &daftar_table_purchase, "customer_id" },
  { &daftar_table_ticket, "customer_id" },     { &daftar_table_follow_up, "customer_id" },
  { &daftar_table_interaction, "customer_id" }, { &daftar_table_customer, "company_id" },
  { &daftar_table_customer, "referred_by" },   { &daftar_table_customer, "merged_into" },
};

/**
 * daftar_merge_store_move:
 * @txn: a handle
 * @from: a customer
 * @to: another one, who gets everything
 * @error: return location for a sentence for the user
 *
 * Moves all that belongs to a customer, each row with its place in the history.
 */
gboolean
daftar_merge_store_move (DaftarTxn  *txn,
                         gint64      from,
                         gint64      to,
                         GError    **error)
{
  if (!move_points (txn, from, to, error) || !move_occasions (txn, from, to, error)
      || !move_values (txn, from, to, error) || !move_pairs (txn, from, to, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    if (!move_column (txn, plain[i].table, plain[i].column, from, to, error))
      return FALSE;
  return TRUE;
}

/* --- What the target takes over. ------------------------------------------------------------------- */

/* Whether a customer came, over others, by the word of another one. */
static gboolean
came_by (DaftarTxn *txn,
         gint64     id,
         gint64     by)
{
  for (int i = 0; i < MAX_CHAIN && id != 0; i++)
    {
      gint64 next = 0;

      if (id == by)
        return TRUE;
      daftar_db_get_int (TXN_DB (txn), &next, NULL, "SELECT coalesce (referred_by, 0) FROM customer WHERE id = $id",
                         DB_INT ("id", id), NULL);
      id = next;
    }
  return id != 0;
}

/**
 * daftar_merge_store_save:
 * @txn: a handle
 * @target: the target with what was chosen for it, read after daftar_merge_store_move()
 * @error: return location for a sentence for the user
 */
gboolean
daftar_merge_store_save (DaftarTxn       *txn,
                         DaftarCustomer  *target,
                         GError         **error)
{
  gint64 id = DAFTAR_RECORD (target)->id;

  if (target->company_id == id)
    target->company_id = 0;
  if (target->referred_by != 0 && came_by (txn, target->referred_by, id))
    target->referred_by = 0;
  return daftar_customer_store_save (txn, target, error);
}

/**
 * daftar_merge_store_take_birthday:
 * @txn: a handle
 * @from: whose birthday it is
 * @to: the target, who may have another one
 * @error: return location for a sentence for the user
 */
gboolean
daftar_merge_store_take_birthday (DaftarTxn  *txn,
                                  gint64      from,
                                  gint64      to,
                                  GError    **error)
{
  g_autoptr (GPtrArray) own = daftar_occasion_store_list (daftar_txn_reader (txn), to, error);
  g_autoptr (GPtrArray) others = own != NULL ? daftar_occasion_store_list (daftar_txn_reader (txn), from, error) : NULL;
  DaftarOccasion *old = NULL, *new = NULL;

  if (others == NULL)
    return FALSE;
  for (guint i = 0; i < own->len; i++)
    if (((DaftarOccasion *) g_ptr_array_index (own, i))->kind == DAFTAR_OCCASION_KIND_BIRTHDAY)
      old = g_ptr_array_index (own, i);
  for (guint i = 0; i < others->len; i++)
    if (((DaftarOccasion *) g_ptr_array_index (others, i))->kind == DAFTAR_OCCASION_KIND_BIRTHDAY)
      new = g_ptr_array_index (others, i);
  if (old == NULL || new == NULL)
    return TRUE;
  daftar_set_text (&old->day, new->day);
  daftar_set_text (&old->label, new->label);
  old->hijri = new->hijri;
  return daftar_row_update (txn, &daftar_table_occasion, old, error);
}

/**
 * daftar_merge_store_take_value:
 * @txn: a handle
 * @field_id: a field of the shop's own
 * @from: who has the value that was chosen
 * @to: the target, who may have another one
 * @error: return location for a sentence for the user
 */
gboolean
daftar_merge_store_take_value (DaftarTxn  *txn,
                               gint64      field_id,
                               gint64      from,
                               gint64      to,
                               GError    **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (DaftarCustomValue) value = daftar_row_first (
    daftar_db_query (TXN_DB (txn), &local, "SELECT * FROM custom_value WHERE customer_id = $id AND field_id = $field",
                     DB_INT ("id", from), DB_INT ("field", field_id), NULL),
    DAFTAR_TYPE_CUSTOM_VALUE, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (value == NULL)
    return TRUE;
  value->customer_id = to;
  return daftar_custom_value_store_set (txn, value, error);
}

/**
 * daftar_merge_store_close:
 * @txn: a handle
 * @from: a customer whose things were moved
 * @to: where they are
 * @error: return location for a sentence for the user
 *
 * Takes the one out of lists and search; its id leads to the other one from now on.
 */
gboolean
daftar_merge_store_close (DaftarTxn  *txn,
                          gint64      from,
                          gint64      to,
                          GError    **error)
{
  g_autoptr (DaftarCustomer) customer = daftar_customer_store_get (daftar_txn_reader (txn), from, error);

  if (customer == NULL)
    return FALSE;
  customer->deleted_at = daftar_txn_now (txn);
  customer->merged_into = to;
  return daftar_row_update (txn, &daftar_table_customer, customer, error)
         && daftar_customer_store_refresh (txn, from, error) && daftar_customer_store_refresh (txn, to, error);
}
