/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-row.h"

#include <glib/gi18n-lib.h>

#include "daftar-error.h"
#include "daftar-record-json.h"
#include "daftar-ulid.h"

static const DaftarTable *const tables[DAFTAR_N_KINDS] = {
  [DAFTAR_KIND_CUSTOMER] = &daftar_table_customer,
  [DAFTAR_KIND_CONTACT_POINT] = &daftar_table_contact_point,
  [DAFTAR_KIND_INTERACTION] = &daftar_table_interaction,
  [DAFTAR_KIND_OCCASION] = &daftar_table_occasion,
  [DAFTAR_KIND_BOARD] = &daftar_table_board,
  [DAFTAR_KIND_STAGE] = &daftar_table_stage,
  [DAFTAR_KIND_DEAL] = &daftar_table_deal,
  [DAFTAR_KIND_STAGE_VISIT] = &daftar_table_stage_visit,
  [DAFTAR_KIND_PURCHASE] = &daftar_table_purchase,
  [DAFTAR_KIND_PURCHASE_ITEM] = &daftar_table_purchase_item,
  [DAFTAR_KIND_TICKET] = &daftar_table_ticket,
  [DAFTAR_KIND_TICKET_MESSAGE] = &daftar_table_ticket_message,
  [DAFTAR_KIND_TICKET_EVENT] = &daftar_table_ticket_event,
  [DAFTAR_KIND_FOLLOW_UP] = &daftar_table_follow_up,
  [DAFTAR_KIND_STAFF_MEMBER] = &daftar_table_staff_member,
  [DAFTAR_KIND_SHOP] = &daftar_table_shop,
  [DAFTAR_KIND_CUSTOM_FIELD] = &daftar_table_custom_field,
  [DAFTAR_KIND_CUSTOM_VALUE] = &daftar_table_custom_value,
  [DAFTAR_KIND_SAVED_FILTER] = &daftar_table_saved_filter,
  [DAFTAR_KIND_DISTINCT_PAIR] = &daftar_table_distinct_pair,
};

/**
 * daftar_table_get:
 * @kind: a kind of row
 *
 * Returns: (nullable): its table; %NULL for kinds that have no history
 */
const DaftarTable *
daftar_table_get (DaftarKind kind)
{
  return kind > DAFTAR_KIND_ANY && kind < DAFTAR_N_KINDS ? tables[kind] : NULL;
}

static gboolean
is_column (const DaftarField *field)
{
  return !(field->flags & DAFTAR_FIELD_VIEW);
}

/* What stands in for a field where a column is the row's own. */
static const DaftarField id_column, version_column;

/* Which field each column of the statement goes to, NULL for none: found once for all rows. */
const DaftarField **
daftar_row_map (DaftarStatement *statement,
                GType            type)
{
  DaftarRecordClass *klass = g_type_class_ref (type);
  int n = daftar_statement_get_n_columns (statement);
  const DaftarField **fields = g_new0 (const DaftarField *, n + 1);

  for (int i = 0; i < n; i++)
    {
      const char *name = daftar_statement_get_name (statement, i);

      fields[i] = strcmp (name, "id") == 0        ? &id_column
                  : strcmp (name, "version") == 0 ? &version_column
                                                  : daftar_record_class_find (klass, name);
    }
  g_type_class_unref (klass);
  return fields;
}

static void
set_column (DaftarRecord      *record,
            DaftarStatement   *statement,
            int                column,
            const DaftarField *field)
{
  if (field == NULL)
    return;
  if (field == &id_column)
    record->id = daftar_statement_get_int (statement, column);
  else if (field == &version_column)
    record->version = daftar_statement_get_int (statement, column);
  else if (field->type == DAFTAR_FIELD_TEXT)
    daftar_record_set_text (record, field, daftar_statement_get_text (statement, column));
  else
    daftar_record_set_int (record, field, daftar_statement_get_int (statement, column));
}

/* Makes a record of the statement's row, its columns known from daftar_row_map(). */
gpointer
daftar_row_read_mapped (DaftarStatement    *statement,
                        GType               type,
                        const DaftarField **fields)
{
  gpointer record = g_object_new (type, NULL);
  int n = daftar_statement_get_n_columns (statement);

  for (int i = 0; i < n; i++)
    set_column (record, statement, i, fields[i]);
  return record;
}

/* Makes a record of the statement's row: columns go to the fields of their names, others are passed over. */
gpointer
daftar_row_read (DaftarStatement *statement,
                 GType            type)
{
  g_autofree const DaftarField **fields = daftar_row_map (statement, type);

  return daftar_row_read_mapped (statement, type, fields);
}

/* The statement's first row, or NULL without an error if there is none. Takes the statement. */
gpointer
daftar_row_first (DaftarStatement  *statement,
                  GType             type,
                  GError          **error)
{
  g_autoptr (DaftarStatement) owned = statement;

  if (statement == NULL || !daftar_statement_next (statement, error))
    return NULL;
  return daftar_row_read (statement, type);
}

/* All rows of the statement, or NULL on failure. Takes the statement. */
GPtrArray *
daftar_row_all (DaftarStatement  *statement,
                GType             type,
                GError          **error)
{
  g_autoptr (DaftarStatement) owned = statement;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree const DaftarField **fields = NULL;
  GError *local = NULL;

  if (statement == NULL)
    return NULL;
  fields = daftar_row_map (statement, type);
  while (daftar_statement_next (statement, &local))
    g_ptr_array_add (rows, daftar_row_read_mapped (statement, type, fields));
  if (local == NULL)
    return g_steal_pointer (&rows);
  g_propagate_error (error, local);
  return NULL;
}

/* The first column of all rows, or NULL on failure. Takes the statement. */
GArray *
daftar_row_ids (DaftarStatement  *statement,
                GError          **error)
{
  g_autoptr (DaftarStatement) owned = statement;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GError *local = NULL;

  if (statement == NULL)
    return NULL;
  while (daftar_statement_next (statement, &local))
    {
      gint64 id = daftar_statement_get_int (statement, 0);

      g_array_append_val (ids, id);
    }
  if (local == NULL)
    return g_steal_pointer (&ids);
  g_propagate_error (error, local);
  return NULL;
}

/* The ids as a JSON array, for json_each(): one statement whatever their number. */
char *
daftar_row_id_list (const gint64 *ids,
                    guint         n_ids)
{
  GString *list = g_string_new ("[");

  for (guint i = 0; i < n_ids; i++)
    g_string_append_printf (list, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", ids[i]);
  g_string_append_c (list, ']');
  return g_string_free (list, FALSE);
}

/* The row of that id; DAFTAR_ERROR_NOT_FOUND if there is none (any more). */
gpointer
daftar_row_get (DaftarReader       *reader,
                const DaftarTable  *table,
                gint64              id,
                GError            **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s WHERE id = $id", table->name);
  GError *local = NULL;
  gpointer record;

  record = daftar_row_first (daftar_db_query (READER_DB (reader), &local, sql, DB_INT ("id", id), NULL),
                             table->get_type (), &local);
  if (local != NULL)
    g_propagate_error (error, local);
  else if (record == NULL)
    g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_NOT_FOUND, _("It is not there any more."));
  return record;
}

/* --- History. -------------------------------------------------------------------------------------- */

/* The customer behind the row that a row belongs to. */
static gint64
get_parents_customer (DaftarTxn         *txn,
                      const DaftarTable *table,
                      gpointer           record)
{
  const DaftarField *field = daftar_record_class_find (DAFTAR_RECORD_GET_CLASS (record), table->parent_field);
  g_autofree char *sql = g_strdup_printf ("SELECT customer_id FROM %s WHERE id = $id", table->parent_table);
  gint64 customer = 0;

  daftar_db_get_int (TXN_DB (txn), &customer, NULL, sql, DB_INT ("id", daftar_record_get_int (record, field)), NULL);
  return customer;
}

static gint64
get_customer (DaftarTxn         *txn,
              const DaftarTable *table,
              gpointer           record)
{
  const DaftarField *field;

  if (table->parent_field != NULL)
    return get_parents_customer (txn, table, record);
  if (table->customer_field == NULL)
    return 0;
  if (strcmp (table->customer_field, "id") == 0)
    return DAFTAR_RECORD (record)->id;
  field = daftar_record_class_find (DAFTAR_RECORD_GET_CLASS (record), table->customer_field);
  return daftar_record_get_int (record, field);
}

static gboolean
remember (DaftarTxn          *txn,
          const DaftarTable  *table,
          gpointer            before,
          gpointer            after,
          GError            **error)
{
  g_autofree char *old = before != NULL ? daftar_record_to_json (before) : NULL;
  g_autofree char *new = after != NULL ? daftar_record_to_json (after) : NULL;
  gpointer any = after != NULL ? after : before;
  gint64 operation;

  daftar_txn_changed (txn, table->kind, DAFTAR_RECORD (any)->id,
                      before == NULL  ? DAFTAR_OP_ADDED
                      : after == NULL ? DAFTAR_OP_REMOVED
                                      : DAFTAR_OP_CHANGED);
  if (txn->silent)
    return TRUE;
  operation = daftar_txn_get_operation (txn, error);
  return operation != 0
         && daftar_db_run (TXN_DB (txn), error,
                           "INSERT INTO operation_row (operation_id, kind, row_id, before, after, customer_id)"
                           " VALUES ($operation, $kind, $row, $before, $after, $customer)",
                           DB_INT ("operation", operation), DB_INT ("kind", table->kind),
                           DB_INT ("row", DAFTAR_RECORD (any)->id), DB_TEXT ("before", old), DB_TEXT ("after", new),
                           DB_ID ("customer", get_customer (txn, table, any)), NULL);
}

/* --- Writing. -------------------------------------------------------------------------------------- */

static void
bind_field (DaftarStatement   *statement,
            gpointer           record,
            const DaftarField *field)
{
  char name[64] = "$";

  g_strlcat (name, field->name, sizeof name);
  if (field->type == DAFTAR_FIELD_TEXT)
    daftar_statement_bind_text (statement, name, daftar_record_get_text (record, field));
  else if (field->flags & DAFTAR_FIELD_OPTIONAL && daftar_record_get_int (record, field) == 0)
    daftar_statement_bind_null (statement, name);
  else
    daftar_statement_bind_int (statement, name, daftar_record_get_int (record, field));
}

static void
bind_fields (DaftarStatement *statement,
             gpointer         record)
{
  DaftarRecordClass *klass = DAFTAR_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    if (is_column (&klass->fields[i]))
      bind_field (statement, record, &klass->fields[i]);
  daftar_statement_bind_int (statement, "$version", DAFTAR_RECORD (record)->version);
}

static char *
insert_sql (const DaftarTable *table,
            DaftarRecordClass *klass)
{
  GString *columns = g_string_new (NULL);
  g_autoptr (GString) values = g_string_new (NULL);

  g_string_printf (columns, "INSERT INTO %s (id, version%s", table->name, table->has_ulid ? ", ulid" : "");
  g_string_assign (values, table->has_ulid ? "$id, $version, $ulid" : "$id, $version");
  for (guint i = 0; i < klass->n_fields; i++)
    if (is_column (&klass->fields[i]))
      {
        g_string_append_printf (columns, ", %s", klass->fields[i].name);
        g_string_append_printf (values, ", $%s", klass->fields[i].name);
      }
  g_string_append_printf (columns, ") VALUES (%s)", values->str);
  return g_string_free (columns, FALSE);
}

static gboolean
run_insert (DaftarTxn          *txn,
            const DaftarTable  *table,
            const char         *sql,
            DaftarRecord       *record,
            GError            **error)
{
  g_autoptr (DaftarStatement) statement = daftar_db_prepare (TXN_DB (txn), sql, error);
  guint8 ulid[DAFTAR_ULID_SIZE];

  if (statement == NULL)
    return FALSE;
  bind_fields (statement, record);
  if (record->id != 0)
    daftar_statement_bind_int (statement, "$id", record->id);
  if (table->has_ulid)
    {
      daftar_txn_make_ulid (txn, ulid);
      daftar_statement_bind_data (statement, "$ulid", ulid, sizeof ulid);
    }
  if (!daftar_statement_run (statement, error))
    return FALSE;
  record->id = daftar_db_get_last_id (TXN_DB (txn));
  return TRUE;
}

/* Writes a new row and puts its id and version into @record, which must be the caller's own. A record
 * with an id takes that id again (undoing a removal). */
gint64
daftar_row_insert (DaftarTxn          *txn,
                   const DaftarTable  *table,
                   gpointer            record,
                   GError            **error)
{
  DaftarRecord *self = DAFTAR_RECORD (record);
  g_autofree char *sql = insert_sql (table, DAFTAR_RECORD_GET_CLASS (self));

  g_return_val_if_fail (G_OBJECT_TYPE (self) == table->get_type (), 0);
  self->version++;
  if ((table->derive == NULL || table->derive (txn, record, error)) && run_insert (txn, table, sql, self, error)
      && (table->written == NULL || table->written (txn, NULL, record, error))
      && remember (txn, table, NULL, record, error))
    return self->id;
  return 0;
}

/* The statement that daftar_row_insert_bare() runs: found once for many rows, NULL on failure. Owned by the
 * connection. */
DaftarStatement *
daftar_row_insert_statement (DaftarTxn          *txn,
                             const DaftarTable  *table,
                             GError            **error)
{
  DaftarRecordClass *klass = g_type_class_ref (table->get_type ());
  g_autofree char *sql = insert_sql (table, klass);

  g_type_class_unref (klass);
  return daftar_db_keep (TXN_DB (txn), sql, error);
}

/* The parameters by their places: id, version, the ULID and the columns, as insert_sql() has them. */
static void
put_fields (DaftarStatement *statement,
            int              place,
            gpointer         record)
{
  DaftarRecordClass *klass = DAFTAR_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const DaftarField *field = &klass->fields[i];
      gint64 number;

      if (!is_column (field))
        continue;
      if (field->type == DAFTAR_FIELD_TEXT)
        daftar_statement_put_text (statement, place++, daftar_record_get_text (record, field));
      else if ((number = daftar_record_get_int (record, field)) == 0 && field->flags & DAFTAR_FIELD_OPTIONAL)
        daftar_statement_put_null (statement, place++);
      else
        daftar_statement_put_int (statement, place++, number);
    }
}

/* Writes a new row whose derived fields are filled already, without history and without touching search:
 * for bulk loads, which see to both at their end. */
gboolean
daftar_row_insert_bare (DaftarTxn          *txn,
                        const DaftarTable  *table,
                        DaftarStatement    *statement,
                        gpointer            record,
                        GError            **error)
{
  DaftarRecord *self = record;
  guint8 ulid[DAFTAR_ULID_SIZE];

  self->version++;
  if (self->id != 0)
    daftar_statement_put_int (statement, 1, self->id);
  else
    daftar_statement_put_null (statement, 1);
  daftar_statement_put_int (statement, 2, self->version);
  if (table->has_ulid)
    {
      daftar_txn_make_ulid (txn, ulid);
      daftar_statement_put_data (statement, 3, ulid, sizeof ulid);
    }
  put_fields (statement, table->has_ulid ? 4 : 3, record);
  if (!daftar_statement_run (statement, error))
    return FALSE;
  self->id = daftar_db_get_last_id (TXN_DB (txn));
  return TRUE;
}

static char *
update_sql (const DaftarTable *table,
            DaftarRecordClass *klass)
{
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "UPDATE %s SET version = $version", table->name);
  for (guint i = 0; i < klass->n_fields; i++)
    if (is_column (&klass->fields[i]))
      g_string_append_printf (sql, ", %s = $%s", klass->fields[i].name, klass->fields[i].name);
  g_string_append (sql, " WHERE id = $id");
  return g_string_free (sql, FALSE);
}

static gboolean
run_update (DaftarTxn          *txn,
            const DaftarTable  *table,
            gpointer            record,
            GError            **error)
{
  g_autofree char *sql = update_sql (table, DAFTAR_RECORD_GET_CLASS (record));
  g_autoptr (DaftarStatement) statement = daftar_db_prepare (TXN_DB (txn), sql, error);

  if (statement == NULL)
    return FALSE;
  bind_fields (statement, record);
  daftar_statement_bind_int (statement, "$id", DAFTAR_RECORD (record)->id);
  return daftar_statement_run (statement, error);
}

/* Writes a changed row, with @record's version raised. If somebody else changed it since @record was
 * read, it is left alone: DAFTAR_ERROR_CONFLICT. A record without a change writes nothing. */
gboolean
daftar_row_update (DaftarTxn          *txn,
                   const DaftarTable  *table,
                   gpointer            record,
                   GError            **error)
{
  DaftarRecord *self = DAFTAR_RECORD (record);
  g_autoptr (DaftarRecord) before = daftar_row_get (daftar_txn_reader (txn), table, self->id, error);

  g_return_val_if_fail (G_OBJECT_TYPE (self) == table->get_type (), FALSE);
  if (before == NULL)
    return FALSE;
  if (before->version != self->version)
    {
      g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_CONFLICT,
                           _("Somebody else changed this in the meantime. Look at it again and repeat your change."));
      return FALSE;
    }
  if (table->derive != NULL && !table->derive (txn, record, error))
    return FALSE;
  if (daftar_record_equal (before, record))
    return TRUE;
  self->version++;
  return run_update (txn, table, record, error)
         && (table->written == NULL || table->written (txn, before, record, error))
         && remember (txn, table, before, record, error);
}

/* Removes a row. Root records are marked as deleted instead: that is an update. */
gboolean
daftar_row_delete (DaftarTxn          *txn,
                   const DaftarTable  *table,
                   gint64              id,
                   GError            **error)
{
  g_autoptr (DaftarRecord) before = daftar_row_get (daftar_txn_reader (txn), table, id, error);
  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE id = $id", table->name);

  return before != NULL && daftar_db_run (TXN_DB (txn), error, sql, DB_INT ("id", id), NULL)
         && (table->written == NULL || table->written (txn, before, NULL, error))
         && remember (txn, table, before, NULL, error);
}
