/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-merge-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "daftar-custom-store.h"
#include "daftar-customer-store.h"
#include "daftar-error.h"
#include "daftar-merge-store.h"
#include "daftar-money.h"

/* A number of a field of the shop's own is kept in millionths. */
#define MILLION 1000000

DaftarMergeViewRequest *
daftar_merge_view_request_new (const gint64 *ids,
                               guint         n_ids,
                               DaftarFormat *format)
{
  DaftarMergeViewRequest *self = g_new0 (DaftarMergeViewRequest, 1);

  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (self->ids, ids, n_ids);
  self->format = daftar_format_ref (format);
  return self;
}

void
daftar_merge_view_request_free (DaftarMergeViewRequest *self)
{
  g_array_unref (self->ids);
  daftar_format_unref (self->format);
  g_free (self);
}

static void
field_free (gpointer data)
{
  DaftarMergeField *field = data;

  g_free (field->key);
  g_free (field->label);
  g_ptr_array_unref (field->values);
  g_free (field);
}

void
daftar_merge_view_free (DaftarMergeView *self)
{
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->points, g_ptr_array_unref);
  g_clear_pointer (&self->counts, g_array_unref);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_free (self);
}

/* --- Values as people read them. ------------------------------------------------------------------- */

static char *
number_text (DaftarFormat *format,
             gint64        millionths)
{
  g_autofree char *whole = g_strdup_printf ("%" G_GINT64_FORMAT, millionths / MILLION);
  g_autofree char *rest = g_strdup_printf ("%06" G_GINT64_FORMAT, ABS (millionths % MILLION));
  g_autofree char *text = NULL;

  if (millionths % MILLION == 0)
    return daftar_format_number (format, millionths / MILLION);
  while (g_str_has_suffix (rest, "0"))
    rest[strlen (rest) - 1] = '\0';
  text = g_strconcat (millionths < 0 && millionths > -MILLION ? "-" : "", whole, ".", rest, NULL);
  return daftar_format_digits (format, text);
}

static char *
custom_text (DaftarFormat      *format,
             DaftarCustomValue *value)
{
  switch (value->field_type)
    {
    case DAFTAR_CUSTOM_TYPE_NUMBER:
      return number_text (format, value->number);
    case DAFTAR_CUSTOM_TYPE_MONEY:
      return daftar_money_format (value->number, value->text, format);
    case DAFTAR_CUSTOM_TYPE_DATE:
      return daftar_format_day (format, value->text, DAFTAR_DAY_LONG);
    case DAFTAR_CUSTOM_TYPE_BOOL:
      return g_strdup (value->number != 0 ? C_ ("merge", "Yes") : C_ ("merge", "No"));
    default:
      return g_strdup (value->text);
    }
}

static char *
name_of_customer (DaftarReader *reader,
                  gint64        id)
{
  g_autoptr (DaftarCustomer) customer = daftar_customer_store_get (reader, id, NULL);

  return customer != NULL ? g_strdup (customer->name) : NULL;
}

static char *
group_text (DaftarReader           *reader,
            DaftarCustomer         *customer,
            const DaftarMergeGroup *group)
{
  const DaftarField *field = daftar_record_class_find (DAFTAR_RECORD_GET_CLASS (customer), group->columns[0]);
  gint64 number = field->type == DAFTAR_FIELD_TEXT ? 0 : daftar_record_get_int (customer, field);

  if (field->type == DAFTAR_FIELD_TEXT)
    return g_strdup (daftar_record_get_text (customer, field));
  if (strcmp (group->key, "kind") == 0)
    return g_strdup (daftar_enum_label (&daftar_enum_customer_kind, number));
  if (number == 0)
    return NULL;
  if (strcmp (group->key, "preferred_channel") == 0)
    return g_strdup (daftar_enum_label (&daftar_enum_channel, number));
  if (strcmp (group->key, "referred_by") == 0)
    return name_of_customer (reader, number);
  /* Translators: of two pictures only that there are two is told. */
  return g_strdup_printf (_("Picture %d"), (int) number);
}

/* --- Fields that differ. --------------------------------------------------------------------------- */

static DaftarMergeField *
field_new (const char *key,
           const char *label,
           guint       n_people)
{
  DaftarMergeField *field = g_new0 (DaftarMergeField, 1);

  field->key = g_strdup (key);
  field->label = g_strdup (label);
  field->values = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_set_size (field->values, n_people);
  return field;
}

/* Whether there is anything to choose; if so, the first who has something is suggested. */
static gboolean
is_choice (DaftarMergeField *field)
{
  const char *first = NULL;
  gboolean differ = FALSE;

  for (guint i = field->values->len; i > 0; i--)
    {
      const char *value = g_ptr_array_index (field->values, i - 1);

      if (value == NULL || *value == '\0')
        continue;
      differ |= first != NULL && strcmp (first, value) != 0;
      first = value;
      field->chosen = i - 1;
    }
  return differ;
}

static void
add_field (DaftarMergeView  *self,
           DaftarMergeField *field)
{
  if (is_choice (field))
    g_ptr_array_add (self->fields, field);
  else
    field_free (field);
}

static void
add_groups (DaftarMergeView *self,
            DaftarReader    *reader)
{
  for (guint g = 0; g < daftar_merge_n_groups; g++)
    {
      const DaftarMergeGroup *group = &daftar_merge_groups[g];
      DaftarMergeField *field =
        field_new (group->key, g_dpgettext2 (GETTEXT_PACKAGE, "merge", group->label), self->people->len);

      field->all = strcmp (group->key, "note") == 0;
      for (guint i = 0; i < self->people->len; i++)
        field->values->pdata[i] = group_text (reader, g_ptr_array_index (self->people, i), group);
      add_field (self, field);
    }
}

static gboolean
add_birthdays (DaftarMergeView  *self,
               DaftarReader     *reader,
               DaftarFormat     *format,
               GError          **error)
{
  DaftarMergeField *field = field_new (DAFTAR_MERGE_BIRTHDAY, C_ ("merge", "Birthday"), self->people->len);

  for (guint i = 0; i < self->people->len; i++)
    {
      g_autoptr (GPtrArray) occasions =
        daftar_occasion_store_list (reader, DAFTAR_RECORD (g_ptr_array_index (self->people, i))->id, error);

      if (occasions == NULL)
        {
          field_free (field);
          return FALSE;
        }
      for (guint j = 0; j < occasions->len; j++)
        {
          DaftarOccasion *occasion = g_ptr_array_index (occasions, j);

          if (occasion->kind != DAFTAR_OCCASION_KIND_BIRTHDAY)
            continue;
          g_free (field->values->pdata[i]);
          field->values->pdata[i] = g_str_has_prefix (occasion->day, "0000")
                                      ? g_strdup (occasion->day + strlen ("0000-"))
                                      : daftar_format_day (format, occasion->day, DAFTAR_DAY_LONG);
        }
    }
  add_field (self, field);
  return TRUE;
}

static gboolean
add_custom (DaftarMergeView  *self,
            DaftarReader     *reader,
            DaftarFormat     *format,
            GError          **error)
{
  g_autoptr (GPtrArray) fields = daftar_custom_field_store_list (reader, error);
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; fields != NULL && i < self->people->len; i++)
    {
      GPtrArray *own =
        daftar_custom_value_store_list (reader, DAFTAR_RECORD (g_ptr_array_index (self->people, i))->id, error);

      if (own == NULL)
        return FALSE;
      g_ptr_array_add (values, own);
    }
  for (guint f = 0; fields != NULL && f < fields->len; f++)
    {
      DaftarCustomField *custom = g_ptr_array_index (fields, f);
      g_autofree char *key = g_strdup_printf (DAFTAR_MERGE_CUSTOM "%" G_GINT64_FORMAT, DAFTAR_RECORD (custom)->id);
      DaftarMergeField *field = field_new (key, custom->name, self->people->len);

      for (guint i = 0; i < values->len; i++)
        for (guint j = 0; j < ((GPtrArray *) g_ptr_array_index (values, i))->len; j++)
          {
            DaftarCustomValue *value = g_ptr_array_index ((GPtrArray *) g_ptr_array_index (values, i), j);

            if (value->field_id == DAFTAR_RECORD (custom)->id)
              field->values->pdata[i] = custom_text (format, value);
          }
      add_field (self, field);
    }
  return fields != NULL;
}

/* --- Who. ------------------------------------------------------------------------------------------ */

static gboolean
add_person (DaftarMergeView  *self,
            DaftarReader     *reader,
            gint64            id,
            GError          **error)
{
  g_autoptr (DaftarCustomer) customer = daftar_merge_store_get (reader, id, error);
  g_autoptr (GPtrArray) rows = NULL;
  GPtrArray *points;
  gint64 count;

  if (customer == NULL || (rows = daftar_customer_store_get_rows (reader, &id, 1, error)) == NULL || rows->len == 0
      || (count = daftar_merge_store_count (reader, id, error)) < 0
      || (points = daftar_contact_point_store_list (reader, id, error)) == NULL)
    return FALSE;
  customer->value = DAFTAR_CUSTOMER (g_ptr_array_index (rows, 0))->value;
  daftar_set_text (&customer->phone_norm, DAFTAR_CUSTOMER (g_ptr_array_index (rows, 0))->phone_norm);
  g_ptr_array_add (self->people, g_steal_pointer (&customer));
  g_ptr_array_add (self->points, points);
  g_array_append_val (self->counts, count);
  return TRUE;
}

/**
 * daftar_merge_view_read:
 * @reader: a handle
 * @request: a #DaftarMergeViewRequest
 * @error: return location for a sentence for the user
 *
 * Reads who would be made one and in what they differ. A #DaftarReadFunc.
 *
 * Returns: (transfer full) (nullable): a #DaftarMergeView
 */
gpointer
daftar_merge_view_read (DaftarReader  *reader,
                        gpointer       request,
                        GError       **error)
{
  DaftarMergeViewRequest *wanted = request;
  g_autoptr (DaftarMergeView) self = g_new0 (DaftarMergeView, 1);

  self->people = g_ptr_array_new_with_free_func (g_object_unref);
  self->points = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->counts = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->fields = g_ptr_array_new_with_free_func (field_free);
  if (wanted->ids->len < 2 || wanted->ids->len > DAFTAR_MERGE_MAX)
    {
      g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED,
                           wanted->ids->len < 2
                             ? _("Choose at least two customers to merge.")
                             : _("So many can’t be merged at once. Choose fewer and merge the rest afterwards."));
      return NULL;
    }
  for (guint i = 0; i < wanted->ids->len; i++)
    if (!add_person (self, reader, g_array_index (wanted->ids, gint64, i), error))
      return NULL;
  add_groups (self, reader);
  return add_birthdays (self, reader, wanted->format, error) && add_custom (self, reader, wanted->format, error)
           ? g_steal_pointer (&self)
           : NULL;
}
