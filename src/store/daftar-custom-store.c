/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-custom-store.h"

#include <glib/gi18n-lib.h>

#include "daftar-error.h"
#include "daftar-row.h"
#include "daftar-text.h"

const DaftarTable daftar_table_custom_field = {
  .kind = DAFTAR_KIND_CUSTOM_FIELD,
  .name = "custom_field",
  .get_type = daftar_custom_field_get_type,
  .has_ulid = TRUE,
};

/* Texts and choices are found and compared folded; a day in ISO form sorts as it is. */
static gboolean
derive_value (DaftarTxn  *txn,
              gpointer    record,
              GError    **error)
{
  DaftarCustomValue *value = record;

  g_clear_pointer (&value->text_fold, g_free);
  if (value->text != NULL)
    value->text_fold = daftar_text_fold (value->text);
  return TRUE;
}

const DaftarTable daftar_table_custom_value = {
  .kind = DAFTAR_KIND_CUSTOM_VALUE,
  .name = "custom_value",
  .get_type = daftar_custom_value_get_type,
  .customer_field = "customer_id",
  .derive = derive_value,
};

/**
 * daftar_custom_field_store_list:
 * @reader: a handle
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable) (element-type DaftarCustomField): the shop's own fields, in its order
 */
GPtrArray *
daftar_custom_field_store_list (DaftarReader  *reader,
                                GError       **error)
{
  return daftar_row_all (daftar_db_query (READER_DB (reader), error,
                                          "SELECT * FROM custom_field WHERE deleted_at IS NULL ORDER BY position, id",
                                          NULL),
                         DAFTAR_TYPE_CUSTOM_FIELD, error);
}

static gboolean
is_taken (DaftarTxn          *txn,
          DaftarCustomField  *field,
          gboolean           *taken,
          GError            **error)
{
  gint64 n = 0;

  if (!daftar_db_get_int (TXN_DB (txn), &n, error,
                          "SELECT count(*) FROM custom_field WHERE name = $name AND id <> $id AND deleted_at IS NULL",
                          DB_TEXT ("name", field->name), DB_INT ("id", DAFTAR_RECORD (field)->id), NULL))
    return FALSE;
  *taken = n > 0;
  return TRUE;
}

/**
 * daftar_custom_field_store_save:
 * @txn: a handle
 * @field: a new field, or a changed copy of one that was read
 * @error: return location for a sentence for the user
 *
 * Returns: whether it is saved; a field without a name, with a name that another has, or a choice without
 *   anything to choose is refused
 */
gboolean
daftar_custom_field_store_save (DaftarTxn          *txn,
                                DaftarCustomField  *field,
                                GError            **error)
{
  gboolean taken;

  if (field->name == NULL || *g_strstrip (field->name) == '\0')
    {
      g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID, _("Enter a name for this field."));
      return FALSE;
    }
  if (field->type == DAFTAR_CUSTOM_TYPE_CHOICE && (field->choices == NULL || *g_strstrip (field->choices) == '\0'))
    {
      g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID, _("Enter what can be chosen, one a line."));
      return FALSE;
    }
  if (!is_taken (txn, field, &taken, error))
    return FALSE;
  if (taken)
    {
      g_set_error (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID, _("There is a field “%s” already."), field->name);
      return FALSE;
    }
  if (DAFTAR_RECORD (field)->id != 0)
    return daftar_row_update (txn, &daftar_table_custom_field, field, error);
  field->created_at = daftar_txn_now (txn);
  return daftar_row_insert (txn, &daftar_table_custom_field, field, error) != 0;
}

/**
 * daftar_custom_field_store_delete:
 * @txn: a handle
 * @id: a field
 * @error: return location for a sentence for the user
 *
 * Takes the field off every page. What customers have in it stays for when this is undone.
 */
gboolean
daftar_custom_field_store_delete (DaftarTxn  *txn,
                                  gint64      id,
                                  GError    **error)
{
  g_autoptr (DaftarCustomField) field =
    daftar_row_get (daftar_txn_reader (txn), &daftar_table_custom_field, id, error);

  if (field == NULL)
    return FALSE;
  field->deleted_at = daftar_txn_now (txn);
  return daftar_row_update (txn, &daftar_table_custom_field, field, error);
}

/**
 * daftar_custom_value_store_list:
 * @reader: a handle
 * @customer_id: whose
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable) (element-type DaftarCustomValue): what the customer has in the shop's
 *   own fields, with the names and types of these, in their order
 */
GPtrArray *
daftar_custom_value_store_list (DaftarReader  *reader,
                                gint64         customer_id,
                                GError       **error)
{
  return daftar_row_all (
    daftar_db_query (READER_DB (reader), error,
                     "SELECT v.*, f.name AS field_name, f.type AS field_type FROM custom_value v"
                     " JOIN custom_field f ON f.id = v.field_id"
                     " WHERE v.customer_id = $id AND f.deleted_at IS NULL ORDER BY f.position, f.id",
                     DB_INT ("id", customer_id), NULL),
    DAFTAR_TYPE_CUSTOM_VALUE, error);
}

/**
 * daftar_custom_value_store_count:
 * @reader: a handle
 * @field_id: a field
 * @error: return location for a sentence for the user
 *
 * Returns: how many customers have something in it; -1 on failure
 */
gint64
daftar_custom_value_store_count (DaftarReader  *reader,
                                 gint64         field_id,
                                 GError       **error)
{
  gint64 n = 0;

  if (!daftar_db_get_int (READER_DB (reader), &n, error, "SELECT count(*) FROM custom_value WHERE field_id = $id",
                          DB_INT ("id", field_id), NULL))
    return -1;
  return n;
}

static gint64
find_value (DaftarTxn *txn,
            gint64     customer_id,
            gint64     field_id)
{
  gint64 id = 0;

  daftar_db_get_int (TXN_DB (txn), &id, NULL,
                     "SELECT id FROM custom_value WHERE customer_id = $customer AND field_id = $field",
                     DB_INT ("customer", customer_id), DB_INT ("field", field_id), NULL);
  return id;
}

/**
 * daftar_custom_value_store_set:
 * @txn: a handle
 * @value: what the customer has in the field from now on; its id and version are looked up
 * @error: return location for a sentence for the user
 */
gboolean
daftar_custom_value_store_set (DaftarTxn          *txn,
                               DaftarCustomValue  *value,
                               GError            **error)
{
  gint64 id = find_value (txn, value->customer_id, value->field_id);
  g_autoptr (DaftarCustomValue) before = NULL;

  if (id == 0)
    {
      DAFTAR_RECORD (value)->id = 0;
      return daftar_row_insert (txn, &daftar_table_custom_value, value, error) != 0;
    }
  before = daftar_row_get (daftar_txn_reader (txn), &daftar_table_custom_value, id, error);
  if (before == NULL)
    return FALSE;
  DAFTAR_RECORD (value)->id = id;
  DAFTAR_RECORD (value)->version = DAFTAR_RECORD (before)->version;
  return daftar_row_update (txn, &daftar_table_custom_value, value, error);
}

/**
 * daftar_custom_value_store_clear:
 * @txn: a handle
 * @customer_id: whose
 * @field_id: a field
 * @error: return location for a sentence for the user
 *
 * Takes away what the customer has in a field, if there is anything.
 */
gboolean
daftar_custom_value_store_clear (DaftarTxn  *txn,
                                 gint64      customer_id,
                                 gint64      field_id,
                                 GError    **error)
{
  gint64 id = find_value (txn, customer_id, field_id);

  return id == 0 || daftar_row_delete (txn, &daftar_table_custom_value, id, error);
}
