/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-custom-edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "daftar-bidi.h"
#include "daftar-custom-store.h"
#include "daftar-customer-store.h"
#include "daftar-date.h"
#include "daftar-error.h"
#include "daftar-money.h"
#include "daftar-number.h"
#include "daftar-text.h"

/* Numbers are kept in millionths. */
#define DECIMALS 6

/* --- Values as text. ------------------------------------------------------------------------------- */

static gboolean
parse_choice (DaftarCustomField  *field,
              const char         *text,
              DaftarCustomValue  *value,
              GError            **error)
{
  g_auto (GStrv) choices = g_strsplit (field->choices != NULL ? field->choices : "", "\n", -1);
  g_autofree char *fold = daftar_text_fold (text);

  for (guint i = 0; choices[i] != NULL; i++)
    {
      g_autofree char *choice = daftar_text_fold (g_strstrip (choices[i]));

      if (*choice == '\0' || strcmp (choice, fold) != 0)
        continue;
      value->text = g_strdup (choices[i]);
      return TRUE;
    }
  g_set_error (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID, _("“%s” is not among the choices."), text);
  return FALSE;
}

static gboolean
parse_bool (const char         *text,
            DaftarCustomValue  *value,
            GError            **error)
{
  static const char *const yes[] = { "1", "yes", "true", "y", "نعم", "صح" };
  static const char *const no[] = { "0", "no", "false", "n", "لا", "خطا" };
  g_autofree char *fold = daftar_text_fold (text);

  for (guint i = 0; i < G_N_ELEMENTS (yes); i++)
    {
      if (strcmp (fold, yes[i]) != 0 && strcmp (fold, no[i]) != 0)
        continue;
      value->number = strcmp (fold, yes[i]) == 0;
      return TRUE;
    }
  g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID, _("Answer with yes or no."));
  return FALSE;
}

static gboolean
parse_into (DaftarCustomField  *field,
            const char         *text,
            const char         *currency,
            DaftarCustomValue  *value,
            GError            **error)
{
  switch (field->type)
    {
    case DAFTAR_CUSTOM_TYPE_NUMBER:
      return daftar_number_parse (text, DECIMALS, &value->number, error);
    case DAFTAR_CUSTOM_TYPE_MONEY:
      value->text = g_strdup (currency);
      return daftar_money_parse (text, currency, &value->number, error);
    case DAFTAR_CUSTOM_TYPE_DATE:
      value->text = daftar_date_parse (text, DAFTAR_DATE_ORDER_DMY, error);
      return value->text != NULL;
    case DAFTAR_CUSTOM_TYPE_CHOICE:
      return parse_choice (field, text, value, error);
    case DAFTAR_CUSTOM_TYPE_BOOL:
      return parse_bool (text, value, error);
    case DAFTAR_CUSTOM_TYPE_TEXT:
    default:
      value->text = g_strdup (text);
      return TRUE;
    }
}

/**
 * daftar_custom_value_parse:
 * @field: a field of the shop's own
 * @text: what was typed, in any digits
 * @currency: of an amount
 * @value: (out) (nullable): what it means; %NULL for nothing
 * @error: return location for a sentence for beside the field
 *
 * Returns: whether it can be in that field
 */
gboolean
daftar_custom_value_parse (DaftarCustomField  *field,
                           const char         *text,
                           const char         *currency,
                           DaftarCustomValue **value,
                           GError            **error)
{
  g_autofree char *plain = daftar_bidi_strip (text);
  g_autoptr (DaftarCustomValue) made = daftar_custom_value_new ();

  *value = NULL;
  if (*g_strstrip (plain) == '\0')
    return TRUE;
  made->field_id = DAFTAR_RECORD (field)->id;
  made->field_type = field->type;
  daftar_set_text (&made->field_name, field->name);
  if (!parse_into (field, plain, currency, made, error))
    return FALSE;
  *value = g_steal_pointer (&made);
  return TRUE;
}

static char *
plain_number (gint64 millionths)
{
  guint64 size = millionths < 0 ? -(guint64) millionths : (guint64) millionths;
  char *text = g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%06" G_GUINT64_FORMAT, millionths < 0 ? "-" : "",
                                size / 1000000, size % 1000000);
  char *end = text + strlen (text) - 1;

  while (*end == '0')
    *end-- = '\0';
  if (*end == '.')
    *end = '\0';
  return text;
}

/**
 * daftar_custom_value_edit_text:
 * @value: (nullable): what a customer has in a field
 *
 * Returns: (transfer full): what an entry begins with: read again by daftar_custom_value_parse() it is the same
 */
char *
daftar_custom_value_edit_text (DaftarCustomValue *value)
{
  if (value == NULL)
    return g_strdup ("");
  switch (value->field_type)
    {
    case DAFTAR_CUSTOM_TYPE_NUMBER:
      return plain_number (value->number);
    case DAFTAR_CUSTOM_TYPE_MONEY:
      return daftar_money_plain (value->number, value->text);
    case DAFTAR_CUSTOM_TYPE_BOOL:
      return g_strdup (value->number != 0 ? "1" : "0");
    default:
      return g_strdup (value->text != NULL ? value->text : "");
    }
}

/**
 * daftar_custom_value_show:
 * @value: what a customer has in a field
 * @format: how things are written
 *
 * Returns: (transfer full): the value in words, isolated where it must be
 */
char *
daftar_custom_value_show (DaftarCustomValue *value,
                          DaftarFormat      *format)
{
  g_autofree char *plain = NULL;

  switch (value->field_type)
    {
    case DAFTAR_CUSTOM_TYPE_NUMBER:
      plain = plain_number (value->number);
      return daftar_format_numeral (format, plain);
    case DAFTAR_CUSTOM_TYPE_MONEY:
      return daftar_money_format (value->number, value->text, format);
    case DAFTAR_CUSTOM_TYPE_DATE:
      return daftar_format_day (format, value->text, DAFTAR_DAY_LONG);
    case DAFTAR_CUSTOM_TYPE_BOOL:
      return g_strdup (value->number != 0 ? _("Yes") : _("No"));
    default:
      return daftar_bidi_isolate (value->text);
    }
}

/* --- Saving a value. ------------------------------------------------------------------------------- */

/**
 * daftar_custom_value_edit_new:
 * @customer_id: whose
 * @field_id: in which field
 * @before: (nullable): what the page showed
 * @after: (transfer full) (nullable): what it is from now on
 *
 * Returns: (transfer full): what to do
 */
DaftarCustomValueEdit *
daftar_custom_value_edit_new (gint64             customer_id,
                              gint64             field_id,
                              DaftarCustomValue *before,
                              DaftarCustomValue *after)
{
  DaftarCustomValueEdit *self = g_new0 (DaftarCustomValueEdit, 1);

  self->customer_id = customer_id;
  self->field_id = field_id;
  self->before = before != NULL ? g_object_ref (before) : NULL;
  self->after = after;
  return self;
}

void
daftar_custom_value_edit_free (DaftarCustomValueEdit *self)
{
  g_clear_object (&self->before);
  g_clear_object (&self->after);
  g_free (self);
}

static gboolean
same_value (DaftarCustomValue *a,
            DaftarCustomValue *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return a->number == b->number && g_strcmp0 (a->text, b->text) == 0;
}

static DaftarCustomValue *
find_value (GPtrArray *values,
            gint64     field_id)
{
  for (guint i = 0; i < values->len; i++)
    if (((DaftarCustomValue *) g_ptr_array_index (values, i))->field_id == field_id)
      return g_ptr_array_index (values, i);
  return NULL;
}

/**
 * daftar_custom_value_edit_write:
 * @txn: a handle
 * @edit: a #DaftarCustomValueEdit
 * @error: return location for a sentence for the user
 *
 * A #DaftarWriteFunc.
 *
 * Returns: (transfer full) (nullable): the #DaftarCustomer
 */
gpointer
daftar_custom_value_edit_write (DaftarTxn  *txn,
                                gpointer    edit,
                                GError    **error)
{
  DaftarCustomValueEdit *self = edit;
  g_autoptr (GPtrArray) values =
    daftar_custom_value_store_list (daftar_txn_reader (txn), self->customer_id, error);
  DaftarCustomValue *now;
  gboolean done;

  if (values == NULL)
    return NULL;
  now = find_value (values, self->field_id);
  if (!same_value (now, self->before) && !same_value (now, self->after))
    {
      g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_CONFLICT,
                           _("Somebody else changed this in the meantime. Save again to put yours in its place."));
      return NULL;
    }
  if (self->after == NULL)
    done = daftar_custom_value_store_clear (txn, self->customer_id, self->field_id, error);
  else
    {
      self->after->customer_id = self->customer_id;
      done = daftar_custom_value_store_set (txn, self->after, error);
    }
  if (!done || !daftar_customer_store_refresh (txn, self->customer_id, error))
    return NULL;
  return daftar_customer_store_get (daftar_txn_reader (txn), self->customer_id, error);
}

/* --- The fields themselves. ------------------------------------------------------------------------ */

/**
 * daftar_custom_field_edit_new:
 * @field: (transfer full): the form's own copy
 * @remove: whether it is to go
 * @move: -1 to go one up, 1 to go one down, 0 to be saved
 *
 * Returns: (transfer full): what to do
 */
DaftarCustomFieldEdit *
daftar_custom_field_edit_new (DaftarCustomField *field,
                              gboolean           remove,
                              int                move)
{
  DaftarCustomFieldEdit *self = g_new0 (DaftarCustomFieldEdit, 1);

  self->field = field;
  self->remove = remove;
  self->move = move;
  return self;
}

void
daftar_custom_field_edit_free (DaftarCustomFieldEdit *self)
{
  g_clear_object (&self->field);
  g_free (self);
}

static gboolean
place (DaftarTxn          *txn,
       DaftarCustomField  *field,
       gint64              position,
       GError            **error)
{
  field->position = position;
  return daftar_custom_field_store_save (txn, field, error);
}

static gboolean
move_field (DaftarTxn              *txn,
            DaftarCustomFieldEdit  *self,
            GError                **error)
{
  g_autoptr (GPtrArray) fields = daftar_custom_field_store_list (daftar_txn_reader (txn), error);
  int at = -1, to;
  gpointer swap;

  if (fields == NULL)
    return FALSE;
  for (guint i = 0; i < fields->len; i++)
    if (DAFTAR_RECORD (g_ptr_array_index (fields, i))->id == DAFTAR_RECORD (self->field)->id)
      at = i;
  to = at + self->move;
  if (at < 0 || to < 0 || to >= (int) fields->len)
    return TRUE;
  swap = fields->pdata[at];
  fields->pdata[at] = fields->pdata[to];
  fields->pdata[to] = swap;
  for (guint i = 0; i < fields->len; i++)
    if (!place (txn, g_ptr_array_index (fields, i), i, error))
      return FALSE;
  return TRUE;
}

/* One choice a line, without empty ones and doubles. */
static void
tidy_choices (DaftarCustomField *field)
{
  g_auto (GStrv) lines = g_strsplit (field->choices != NULL ? field->choices : "", "\n", -1);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) choices = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0' && g_hash_table_add (seen, lines[i]))
      g_string_append_printf (choices, "%s%s", choices->len > 0 ? "\n" : "", lines[i]);
  daftar_set_text (&field->choices,
                   field->type == DAFTAR_CUSTOM_TYPE_CHOICE && choices->len > 0 ? choices->str : NULL);
}

/* What customers have in a field is of its type: another one would make nonsense of it. */
static gboolean
check_type (DaftarTxn          *txn,
            DaftarCustomField  *field,
            GPtrArray          *fields,
            GError            **error)
{
  gint64 id = DAFTAR_RECORD (field)->id;
  gint64 n;

  for (guint i = 0; i < fields->len; i++)
    {
      DaftarCustomField *before = g_ptr_array_index (fields, i);

      if (DAFTAR_RECORD (before)->id != id || before->type == field->type)
        continue;
      n = daftar_custom_value_store_count (daftar_txn_reader (txn), id, error);
      if (n > 0)
        g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED,
                             _("Customers have something in this field already. Add a new field for the other type."));
      return n == 0;
    }
  return TRUE;
}

static gboolean
save_field (DaftarTxn          *txn,
            DaftarCustomField  *field,
            GError            **error)
{
  g_autoptr (GPtrArray) fields = daftar_custom_field_store_list (daftar_txn_reader (txn), error);

  if (fields == NULL || !check_type (txn, field, fields, error))
    return FALSE;
  tidy_choices (field);
  if (DAFTAR_RECORD (field)->id == 0 && fields->len > 0)
    field->position = ((DaftarCustomField *) g_ptr_array_index (fields, fields->len - 1))->position + 1;
  return daftar_custom_field_store_save (txn, field, error);
}

/**
 * daftar_custom_field_edit_write:
 * @txn: a handle
 * @edit: a #DaftarCustomFieldEdit
 * @error: return location for a sentence for the user
 *
 * A #DaftarWriteFunc.
 *
 * Returns: (transfer full) (nullable) (element-type DaftarCustomField): all fields from now on
 */
gpointer
daftar_custom_field_edit_write (DaftarTxn  *txn,
                                gpointer    edit,
                                GError    **error)
{
  DaftarCustomFieldEdit *self = edit;
  gboolean done = self->remove      ? daftar_custom_field_store_delete (txn, DAFTAR_RECORD (self->field)->id, error)
                  : self->move != 0 ? move_field (txn, self, error)
                                    : save_field (txn, self->field, error);

  return done ? daftar_custom_field_store_list (daftar_txn_reader (txn), error) : NULL;
}

/**
 * daftar_custom_fields_read:
 * @reader: a handle
 * @request: not used
 * @error: return location for a sentence for the user
 *
 * A #DaftarReadFunc.
 *
 * Returns: (transfer full) (nullable) (element-type DaftarCustomField): the shop's own fields
 */
gpointer
daftar_custom_fields_read (DaftarReader  *reader,
                           gpointer       request,
                           GError       **error)
{
  return daftar_custom_field_store_list (reader, error);
}
