/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-operation-store.h"

#include <glib/gi18n-lib.h>

#include "daftar-customer-store.h"
#include "daftar-error.h"
#include "daftar-record-json.h"
#include "daftar-row.h"

/* One remembered row change, ready to be taken back. */
typedef struct
{
  const DaftarTable *table;
  gint64 row_id;
  gint64 customer_id;
  DaftarRecord *before;
  DaftarRecord *after;
} Step;

static void
step_free (gpointer data)
{
  Step *step = data;

  g_clear_object (&step->before);
  g_clear_object (&step->after);
  g_free (step);
}

void
daftar_operation_free (DaftarOperation *self)
{
  g_free (self->kind);
  g_free (self->staff_name);
  g_free (self);
}

static Step *
read_step (DaftarStatement *row)
{
  Step *step = g_new0 (Step, 1);
  const char *before = daftar_statement_get_text (row, 2);
  const char *after = daftar_statement_get_text (row, 3);

  step->table = daftar_table_get (daftar_statement_get_int (row, 0));
  step->row_id = daftar_statement_get_int (row, 1);
  step->customer_id = daftar_statement_get_int (row, 4);
  if (step->table != NULL && before != NULL)
    step->before = daftar_record_from_json (step->table->get_type (), before, NULL);
  if (step->table != NULL && after != NULL)
    step->after = daftar_record_from_json (step->table->get_type (), after, NULL);
  return step;
}

/* The changes of an operation, the last one first. */
static GPtrArray *
read_steps (DaftarTxn  *txn,
            gint64      operation_id,
            GError    **error)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (step_free);
  g_autoptr (DaftarStatement) rows =
    daftar_db_query (TXN_DB (txn), error,
                     "SELECT kind, row_id, before, after, customer_id FROM operation_row"
                     " WHERE operation_id = $id ORDER BY id DESC",
                     DB_INT ("id", operation_id), NULL);
  GError *local = NULL;

  if (rows == NULL)
    return NULL;
  while (daftar_statement_next (rows, &local))
    g_ptr_array_add (steps, read_step (rows));
  if (local == NULL)
    return g_steal_pointer (&steps);
  g_propagate_error (error, local);
  return NULL;
}

/* The row as the operation left it, or NULL if somebody changed it since. */
static DaftarRecord *
get_unchanged (DaftarTxn *txn,
               Step      *step)
{
  g_autoptr (DaftarRecord) now = daftar_row_get (daftar_txn_reader (txn), step->table, step->row_id, NULL);

  if (now == NULL || step->after == NULL || now->version != step->after->version)
    return NULL;
  return g_steal_pointer (&now);
}

static gboolean
undo_change (DaftarTxn  *txn,
             Step       *step,
             gboolean   *left,
             GError    **error)
{
  g_autoptr (DaftarRecord) now = get_unchanged (txn, step);

  if (now == NULL)
    {
      *left = TRUE;
      return TRUE;
    }
  if (step->before == NULL)
    return daftar_row_delete (txn, step->table, step->row_id, error);
  step->before->version = now->version;
  return daftar_row_update (txn, step->table, step->before, error);
}

/* A row that was added and that others have come to depend on since stays: that is no failure. */
static gboolean
undo_step (DaftarTxn  *txn,
           Step       *step,
           int        *n_left,
           GError    **error)
{
  gboolean left = FALSE;
  g_autoptr (GError) local = NULL;

  if (step->table == NULL || (step->before == NULL && step->after == NULL))
    return TRUE;
  if (!daftar_db_exec (TXN_DB (txn), "SAVEPOINT undo_step", error))
    return FALSE;
  if (step->after == NULL ? daftar_row_insert (txn, step->table, step->before, &local) != 0
                          : undo_change (txn, step, &left, &local))
    {
      *n_left += left;
      return daftar_db_exec (TXN_DB (txn), "RELEASE undo_step", error);
    }
  if (!g_error_matches (local, DAFTAR_ERROR, DAFTAR_ERROR_CONFLICT))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  (*n_left)++;
  return daftar_db_exec (TXN_DB (txn), "ROLLBACK TO undo_step; RELEASE undo_step", error);
}

static gboolean
check_not_undone (DaftarTxn  *txn,
                  gint64      operation_id,
                  GError    **error)
{
  gint64 undone = -1;

  if (!daftar_db_get_int (TXN_DB (txn), &undone, error,
                          "SELECT coalesce(undone_by, 0) FROM operation WHERE id = $id", DB_INT ("id", operation_id),
                          NULL))
    return FALSE;
  if (undone == 0)
    return TRUE;
  g_set_error_literal (error, DAFTAR_ERROR, undone < 0 ? DAFTAR_ERROR_NOT_FOUND : DAFTAR_ERROR_REFUSED,
                       undone < 0 ? _("This step is not in the history.")
                                  : _("This was already taken back."));
  return FALSE;
}

static gboolean
refresh_customers (DaftarTxn  *txn,
                   GPtrArray  *steps,
                   GError    **error)
{
  gint64 last = 0;

  for (guint i = 0; i < steps->len; i++)
    {
      Step *step = g_ptr_array_index (steps, i);

      if (step->customer_id == last)
        continue;
      last = step->customer_id;
      if (!daftar_customer_store_refresh (txn, last, error))
        return FALSE;
    }
  return TRUE;
}

/* Without its shop a file opens nowhere any more, not even to undo the undoing. */
static gboolean
check_not_foundation (DaftarTxn  *txn,
                      gint64      operation_id,
                      GError    **error)
{
  gint64 made = 0;

  if (!daftar_db_get_int (TXN_DB (txn), &made, error,
                          "SELECT EXISTS (SELECT * FROM operation_row WHERE operation_id = $id AND kind = $shop"
                          " AND before IS NULL)",
                          DB_INT ("id", operation_id), DB_INT ("shop", DAFTAR_KIND_SHOP), NULL))
    return FALSE;
  if (made == 0)
    return TRUE;
  g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED,
                       _("The making of the shop can’t be taken back. Make a new shop in another file instead."));
  return FALSE;
}

/**
 * daftar_operation_store_undo:
 * @txn: a handle of an operation of its own, which can be undone in its turn
 * @operation_id: what to take back
 * @n_left: (out): how many rows were left as they are, because somebody changed them since
 * @error: return location for a sentence for the user
 *
 * Puts back every row that still is as the operation left it.
 *
 * Returns: whether it succeeded
 */
gboolean
daftar_operation_store_undo (DaftarTxn  *txn,
                             gint64      operation_id,
                             int        *n_left,
                             GError    **error)
{
  g_autoptr (GPtrArray) steps = NULL;
  gint64 own;

  *n_left = 0;
  if (!check_not_undone (txn, operation_id, error) || !check_not_foundation (txn, operation_id, error))
    return FALSE;
  steps = read_steps (txn, operation_id, error);
  own = daftar_txn_get_operation (txn, error);
  if (steps == NULL || own == 0)
    return FALSE;
  txn->undoing = operation_id;
  for (guint i = 0; i < steps->len; i++)
    if (!undo_step (txn, g_ptr_array_index (steps, i), n_left, error))
      return FALSE;
  txn->undoing = 0;
  return refresh_customers (txn, steps, error)
         && daftar_db_run (TXN_DB (txn), error, "UPDATE operation SET undone_by = $own WHERE id = $id",
                           DB_INT ("own", own), DB_INT ("id", operation_id), NULL);
}

/**
 * daftar_operation_store_list:
 * @reader: a handle
 * @customer_id: a customer, or 0 for all
 * @limit: how many at most
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable) (element-type DaftarOperation): what was done, the newest first
 */
GPtrArray *
daftar_operation_store_list (DaftarReader  *reader,
                             gint64         customer_id,
                             int            limit,
                             GError       **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) daftar_operation_free);
  g_autoptr (DaftarStatement) rows = daftar_db_query (
    READER_DB (reader), error,
    "SELECT o.id, o.at, o.kind, s.name, o.undone_by FROM operation o LEFT JOIN staff_member s ON s.id = o.staff_id"
    " WHERE $customer = 0 OR o.id IN (SELECT operation_id FROM operation_row WHERE customer_id = $customer)"
    " ORDER BY o.id DESC LIMIT $limit",
    DB_INT ("customer", customer_id), DB_INT ("limit", limit), NULL);
  GError *local = NULL;

  if (rows == NULL)
    return NULL;
  while (daftar_statement_next (rows, &local))
    {
      DaftarOperation *operation = g_new0 (DaftarOperation, 1);

      operation->id = daftar_statement_get_int (rows, 0);
      operation->at = daftar_statement_get_int (rows, 1);
      operation->kind = g_strdup (daftar_statement_get_text (rows, 2));
      operation->staff_name = g_strdup (daftar_statement_get_text (rows, 3));
      operation->undone_by = daftar_statement_get_int (rows, 4);
      g_ptr_array_add (list, operation);
    }
  if (local == NULL)
    return g_steal_pointer (&list);
  g_propagate_error (error, local);
  return NULL;
}
