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

/* An operation that is being taken back. */
typedef struct
{
  DaftarTxn *txn;
  gboolean by_field; /* a merge: what was edited since in one field keeps no other from going back */
  GPtrArray *left;   /* DaftarUndoLeft */
} Undoing;

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
  g_free (self->what);
  g_free (self);
}

void
daftar_undo_left_free (DaftarUndoLeft *self)
{
  g_free (self->name);
  g_strfreev (self->fields);
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

/* A row that an operation changed several times goes back in one step, from how it was left to how it was found: a
 * row that was added goes at the place of its adding, when nothing of the operation needs it any more. */
static void
add_step (GPtrArray  *steps,
          GHashTable *known,
          Step       *step)
{
  g_autofree char *key =
    g_strdup_printf ("%d:%" G_GINT64_FORMAT, step->table != NULL ? (int) step->table->kind : 0, step->row_id);
  Step *later = step->table != NULL ? g_hash_table_lookup (known, key) : NULL;
  guint at;

  if (later == NULL)
    {
      g_ptr_array_add (steps, step);
      g_hash_table_insert (known, g_steal_pointer (&key), step);
      return;
    }
  g_clear_object (&later->before);
  later->before = g_steal_pointer (&step->before);
  step_free (step);
  if (later->before == NULL && g_ptr_array_find (steps, later, &at))
    g_ptr_array_add (steps, g_ptr_array_steal_index (steps, at));
}

/* The changes of an operation, the last one first. */
static GPtrArray *
read_steps (DaftarTxn  *txn,
            gint64      operation_id,
            GError    **error)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (step_free);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (DaftarStatement) rows =
    daftar_db_query (TXN_DB (txn), error,
                     "SELECT kind, row_id, before, after, customer_id FROM operation_row"
                     " WHERE operation_id = $id ORDER BY id DESC",
                     DB_INT ("id", operation_id), NULL);
  GError *local = NULL;

  if (rows == NULL)
    return NULL;
  while (daftar_statement_next (rows, &local))
    add_step (steps, known, read_step (rows));
  if (local == NULL)
    return g_steal_pointer (&steps);
  g_propagate_error (error, local);
  return NULL;
}

/* --- What stays as somebody left it since. --------------------------------------------------------- */

/* Columns that say when or in which order, rather than what: nobody misses them in a list of what was left. */
static gboolean
is_bookkeeping (const char *name)
{
  static const char *const names[] = { "updated_at", "activity_at", "rank", "position", "reminded_at", "next_at", NULL };

  return g_strv_contains (names, name);
}

static gboolean
is_history (const DaftarField *field)
{
  return !(field->flags & (DAFTAR_FIELD_DERIVED | DAFTAR_FIELD_VIEW));
}

static gboolean
same_value (gpointer           a,
            gpointer           b,
            const DaftarField *field)
{
  if (field->type == DAFTAR_FIELD_TEXT)
    return g_strcmp0 (daftar_record_get_text (a, field), daftar_record_get_text (b, field)) == 0;
  return daftar_record_get_int (a, field) == daftar_record_get_int (b, field);
}

/* What people know a row by: the first of these columns that it has. */
static char *
name_of (gpointer record)
{
  static const char *const names[] = { "name", "title", "subject", "value", "body", "text", "label", "day" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const DaftarField *field = daftar_record_class_find (DAFTAR_RECORD_GET_CLASS (record), names[i]);

      if (field != NULL && field->type == DAFTAR_FIELD_TEXT && is_history (field)
          && daftar_record_get_text (record, field) != NULL)
        return g_strdup (daftar_record_get_text (record, field));
    }
  return NULL;
}

static void
add_left (Undoing   *undoing,
          Step      *step,
          gpointer   now,
          GPtrArray *fields)
{
  DaftarUndoLeft *left = g_new0 (DaftarUndoLeft, 1);
  gpointer any = now != NULL ? now : step->after != NULL ? step->after : step->before;

  left->kind = step->table->kind;
  left->row_id = step->row_id;
  left->customer_id = step->customer_id;
  left->gone = now == NULL;
  left->name = name_of (any);
  g_ptr_array_add (fields, NULL);
  left->fields = (char **) g_ptr_array_steal (fields, NULL);
  g_ptr_array_add (undoing->left, left);
}

/* The columns that the operation changed and somebody else did since, and with @only_operation false all that
 * somebody else changed. */
static GPtrArray *
changed_since (Step     *step,
               gpointer  now,
               gboolean  only_operation)
{
  GPtrArray *fields = g_ptr_array_new_with_free_func (g_free);
  DaftarRecordClass *klass = DAFTAR_RECORD_GET_CLASS (now);

  for (guint i = 0; step->after != NULL && i < klass->n_fields; i++)
    {
      const DaftarField *field = &klass->fields[i];

      if (is_history (field) && !is_bookkeeping (field->name) && !same_value (now, step->after, field)
          && (!only_operation || step->before == NULL || !same_value (step->before, step->after, field)))
        g_ptr_array_add (fields, g_strdup (field->name));
    }
  return fields;
}

/* --- Taking back. ---------------------------------------------------------------------------------- */

/* Puts back each column that still is as the operation left it. */
static gboolean
undo_fields (Undoing  *undoing,
             Step     *step,
             gpointer  now,
             GError  **error)
{
  DaftarRecordClass *klass = DAFTAR_RECORD_GET_CLASS (now);
  g_autoptr (GPtrArray) left = changed_since (step, now, TRUE);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const DaftarField *field = &klass->fields[i];

      if (!is_history (field) || !same_value (now, step->after, field))
        continue;
      if (field->type == DAFTAR_FIELD_TEXT)
        daftar_record_set_text (now, field, daftar_record_get_text (step->before, field));
      else
        daftar_record_set_int (now, field, daftar_record_get_int (step->before, field));
    }
  if (left->len > 0)
    add_left (undoing, step, now, left);
  return daftar_row_update (undoing->txn, step->table, now, error);
}

/* What would go along with a row that is removed. Of what the same operation added nothing is there any more when its
 * turn comes: what is, somebody added since. */
static const struct
{
  DaftarKind kind;
  const char *sql;
} dependents[] = {
  { DAFTAR_KIND_CUSTOMER,
    "SELECT EXISTS (SELECT * FROM contact_point WHERE customer_id = $id)"
    " OR EXISTS (SELECT * FROM deal WHERE customer_id = $id) OR EXISTS (SELECT * FROM ticket WHERE customer_id = $id)"
    " OR EXISTS (SELECT * FROM purchase WHERE customer_id = $id)"
    " OR EXISTS (SELECT * FROM follow_up WHERE customer_id = $id)"
    " OR EXISTS (SELECT * FROM interaction WHERE customer_id = $id)"
    " OR EXISTS (SELECT * FROM occasion WHERE customer_id = $id)"
    " OR EXISTS (SELECT * FROM custom_value WHERE customer_id = $id)" },
  { DAFTAR_KIND_DEAL,
    "SELECT EXISTS (SELECT * FROM stage_visit WHERE deal_id = $id)"
    " OR EXISTS (SELECT * FROM interaction WHERE deal_id = $id)" },
  { DAFTAR_KIND_TICKET,
    "SELECT EXISTS (SELECT * FROM ticket_message WHERE ticket_id = $id)"
    " OR EXISTS (SELECT * FROM interaction WHERE ticket_id = $id)" },
  { DAFTAR_KIND_PURCHASE,
    "SELECT EXISTS (SELECT * FROM purchase_item WHERE purchase_id = $id)"
    " OR EXISTS (SELECT * FROM interaction WHERE purchase_id = $id)" },
};

static gboolean
is_needed (DaftarTxn *txn,
           Step      *step)
{
  gint64 needed = 0;

  for (guint i = 0; i < G_N_ELEMENTS (dependents); i++)
    if (dependents[i].kind == step->table->kind)
      daftar_db_get_int (TXN_DB (txn), &needed, NULL, dependents[i].sql, DB_INT ("id", step->row_id), NULL);
  return needed != 0;
}

static gboolean
undo_change (Undoing  *undoing,
             Step     *step,
             GError  **error)
{
  g_autoptr (DaftarRecord) now = daftar_row_get (daftar_txn_reader (undoing->txn), step->table, step->row_id, NULL);
  g_autoptr (GPtrArray) changed = NULL;

  if (now != NULL && now->version == step->after->version)
    {
      if (step->before == NULL && !is_needed (undoing->txn, step))
        return daftar_row_delete (undoing->txn, step->table, step->row_id, error);
      if (step->before == NULL)
        {
          g_autoptr (GPtrArray) none = g_ptr_array_new_with_free_func (g_free);

          add_left (undoing, step, now, none);
          return TRUE;
        }
      step->before->version = now->version;
      return daftar_row_update (undoing->txn, step->table, step->before, error);
    }
  if (now != NULL && undoing->by_field && step->before != NULL)
    return undo_fields (undoing, step, now, error);
  changed = now != NULL ? changed_since (step, now, FALSE) : g_ptr_array_new_with_free_func (g_free);
  add_left (undoing, step, now, changed);
  return TRUE;
}

static gboolean
run_step (Undoing  *undoing,
          Step     *step,
          GError  **error)
{
  return step->after == NULL ? daftar_row_insert (undoing->txn, step->table, step->before, error) != 0
                             : undo_change (undoing, step, error);
}

/* A row that was added and that others have come to depend on since stays: that is no failure. */
static gboolean
undo_step (Undoing  *undoing,
           Step     *step,
           GError  **error)
{
  DaftarDb *db = TXN_DB (undoing->txn);
  g_autoptr (GPtrArray) none = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) local = NULL;

  if (step->table == NULL || (step->before == NULL && step->after == NULL))
    return TRUE;
  if (!daftar_db_exec (db, "SAVEPOINT undo_step", error))
    return FALSE;
  if (run_step (undoing, step, &local))
    return daftar_db_exec (db, "RELEASE undo_step", error);
  if (!g_error_matches (local, DAFTAR_ERROR, DAFTAR_ERROR_CONFLICT))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  add_left (undoing, step, step->after != NULL ? step->after : step->before, none);
  return daftar_db_exec (db, "ROLLBACK TO undo_step; RELEASE undo_step", error);
}

static gboolean
check_not_erased (DaftarTxn  *txn,
                  gint64      operation_id,
                  GError    **error)
{
  gint64 erased = 0;

  if (!daftar_db_get_int (TXN_DB (txn), &erased, error, "SELECT kind = 'customer.erase' FROM operation WHERE id = $id",
                          DB_INT ("id", operation_id), NULL))
    return FALSE;
  if (erased == 0)
    return TRUE;
  g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED, _("What was erased for good can’t be brought back."));
  return FALSE;
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
 * daftar_operation_store_is_merge:
 * @reader: a handle
 * @operation_id: an operation
 *
 * Returns: whether it merged customers
 */
gboolean
daftar_operation_store_is_merge (DaftarReader *reader,
                                 gint64        operation_id)
{
  gint64 merge = 0;

  daftar_db_get_int (READER_DB (reader), &merge, NULL,
                     "SELECT kind = '" DAFTAR_OPERATION_MERGE "' FROM operation WHERE id = $id",
                     DB_INT ("id", operation_id), NULL);
  return merge != 0;
}

/* The customer whom a step of a merge made part of another one, else NULL. */
static DaftarCustomer *
merged_by (Step *step)
{
  if (step->table != &daftar_table_customer || step->before == NULL || step->after == NULL
      || DAFTAR_CUSTOMER (step->before)->merged_into != 0 || DAFTAR_CUSTOMER (step->after)->merged_into == 0)
    return NULL;
  return DAFTAR_CUSTOMER (step->after);
}

/* Of a chain of merges the last is taken back first: what the first one moved went on with the second. */
static gboolean
check_last_of_chain (DaftarTxn  *txn,
                     GPtrArray  *steps,
                     GError    **error)
{
  for (guint i = 0; i < steps->len; i++)
    {
      DaftarCustomer *merged = merged_by (g_ptr_array_index (steps, i));
      g_autoptr (DaftarCustomer) target = NULL;
      g_autoptr (DaftarCustomer) last = NULL;

      if (merged == NULL)
        continue;
      target = daftar_customer_store_get (daftar_txn_reader (txn), merged->merged_into, NULL);
      if (target == NULL || target->merged_into == 0)
        continue;
      last = daftar_customer_store_get (daftar_txn_reader (txn), target->merged_into, NULL);
      g_set_error (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED,
                   _("“%s” was merged into “%s” since then. Take that merge back first."), target->name,
                   last != NULL ? last->name : "–");
      return FALSE;
    }
  return TRUE;
}

/**
 * daftar_operation_store_undo:
 * @txn: a handle of an operation of its own, which can be undone in its turn
 * @operation_id: what to take back
 * @left: (out) (optional) (transfer full) (element-type DaftarUndoLeft): what was left as it is, because somebody
 *   changed it since
 * @error: return location for a sentence for the user
 *
 * Puts back every row that still is as the operation left it; of a merge every column.
 *
 * Returns: whether it succeeded
 */
gboolean
daftar_operation_store_undo (DaftarTxn  *txn,
                             gint64      operation_id,
                             GPtrArray **left,
                             GError    **error)
{
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func ((GDestroyNotify) daftar_undo_left_free);
  Undoing undoing = { txn, daftar_operation_store_is_merge (daftar_txn_reader (txn), operation_id), kept };
  gint64 own;

  if (!check_not_undone (txn, operation_id, error) || !check_not_erased (txn, operation_id, error)
      || !check_not_foundation (txn, operation_id, error))
    return FALSE;
  steps = read_steps (txn, operation_id, error);
  if (steps == NULL || !check_last_of_chain (txn, steps, error) || (own = daftar_txn_get_operation (txn, error)) == 0)
    return FALSE;
  txn->undoing = operation_id;
  for (guint i = 0; i < steps->len; i++)
    if (!undo_step (&undoing, g_ptr_array_index (steps, i), error))
      return FALSE;
  txn->undoing = 0;
  if (left != NULL)
    *left = g_steal_pointer (&kept);
  return refresh_customers (txn, steps, error)
         && daftar_db_run (TXN_DB (txn), error, "UPDATE operation SET undone_by = $own WHERE id = $id",
                           DB_INT ("own", own), DB_INT ("id", operation_id), NULL);
}

/* --- Reading. -------------------------------------------------------------------------------------- */

/* The name of what an operation was about: of its first row that has one. */
static char *
read_what (DaftarReader *reader,
           gint64        operation_id)
{
  g_autoptr (DaftarStatement) rows = daftar_db_query (
    READER_DB (reader), NULL,
    "SELECT coalesce(after, before) ->> 'name', coalesce(after, before) ->> 'title', coalesce(after, before) ->> 'subject',"
    " coalesce(after, before) ->> 'body', coalesce(after, before) ->> 'value'"
    " FROM operation_row WHERE operation_id = $id ORDER BY id LIMIT 20",
    DB_INT ("id", operation_id), NULL);

  while (rows != NULL && daftar_statement_next (rows, NULL))
    for (int i = 0; i < 5; i++)
      if (daftar_statement_get_text (rows, i) != NULL && *daftar_statement_get_text (rows, i) != '\0')
        return g_strdup (daftar_statement_get_text (rows, i));
  return NULL;
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
    " WHERE $customer = 0 OR o.id IN (SELECT operation_id FROM operation_row WHERE customer_id IN"
    "  (SELECT $customer UNION ALL SELECT id FROM customer WHERE merged_into = $customer))"
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
      operation->what = read_what (reader, operation->id);
      g_ptr_array_add (list, operation);
    }
  if (local == NULL)
    return g_steal_pointer (&list);
  g_propagate_error (error, local);
  return NULL;
}

/**
 * daftar_operation_store_find_merge:
 * @reader: a handle
 * @customer_id: somebody who was merged into another one, or into whom others were
 * @error: return location for a sentence for the user
 *
 * Returns: the newest operation that did so and still stands; 0 if there is none
 */
gint64
daftar_operation_store_find_merge (DaftarReader  *reader,
                                   gint64         customer_id,
                                   GError       **error)
{
  g_autoptr (DaftarStatement) rows = daftar_db_query (
    READER_DB (reader), error,
    "SELECT r.operation_id, r.before, r.after FROM operation_row r JOIN operation o ON o.id = r.operation_id"
    " WHERE r.kind = $kind AND o.undone_by IS NULL AND r.before IS NOT NULL AND r.after IS NOT NULL"
    " AND r.row_id IN (SELECT id FROM customer WHERE id = $id OR merged_into = $id)"
    " ORDER BY r.operation_id DESC",
    DB_INT ("kind", DAFTAR_KIND_CUSTOMER), DB_INT ("id", customer_id), NULL);

  while (rows != NULL && daftar_statement_next (rows, error))
    {
      g_autoptr (DaftarCustomer) before =
        daftar_record_from_json (DAFTAR_TYPE_CUSTOMER, daftar_statement_get_text (rows, 1), NULL);
      g_autoptr (DaftarCustomer) after =
        daftar_record_from_json (DAFTAR_TYPE_CUSTOMER, daftar_statement_get_text (rows, 2), NULL);

      if (before != NULL && after != NULL && before->merged_into == 0 && after->merged_into != 0
          && (DAFTAR_RECORD (after)->id == customer_id || after->merged_into == customer_id))
        return daftar_statement_get_int (rows, 0);
    }
  return 0;
}
