/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-record-json.h"

#include <json-glib/json-glib.h>

static gboolean
is_empty (gpointer           record,
          const DaftarField *field)
{
  if (field->type == DAFTAR_FIELD_TEXT)
    return daftar_record_get_text (record, field) == NULL;
  return daftar_record_get_int (record, field) == 0;
}

/**
 * daftar_record_to_json:
 * @record: a record
 *
 * Writes what is needed to make the row again: id, version and the columns that aren't derived. Empty
 * ones are left out. The history consists of these.
 *
 * Returns: (transfer full): a JSON object
 */
char *
daftar_record_to_json (gpointer record)
{
  DaftarRecord *self = DAFTAR_RECORD (record);
  DaftarRecordClass *klass = DAFTAR_RECORD_GET_CLASS (self);
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) node = json_node_alloc ();

  json_object_set_int_member (object, "id", self->id);
  json_object_set_int_member (object, "version", self->version);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const DaftarField *field = &klass->fields[i];

      if (field->flags & (DAFTAR_FIELD_DERIVED | DAFTAR_FIELD_VIEW) || is_empty (record, field))
        continue;
      if (field->type == DAFTAR_FIELD_TEXT)
        json_object_set_string_member (object, field->name, daftar_record_get_text (record, field));
      else
        json_object_set_int_member (object, field->name, daftar_record_get_int (record, field));
    }
  json_node_init_object (node, object);
  return json_to_string (node, FALSE);
}

/**
 * daftar_record_from_json:
 * @type: a record type
 * @json: what daftar_record_to_json() wrote, perhaps by an older version: unknown members are passed over
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the record
 */
gpointer
daftar_record_from_json (GType        type,
                         const char  *json,
                         GError     **error)
{
  g_autoptr (DaftarRecord) record = g_object_new (type, NULL);
  DaftarRecordClass *klass = DAFTAR_RECORD_GET_CLASS (record);
  g_autoptr (JsonNode) node = json_from_string (json, error);
  JsonObject *object;

  if (node == NULL)
    return NULL;
  object = json_node_get_object (node);
  record->id = json_object_get_int_member_with_default (object, "id", 0);
  record->version = json_object_get_int_member_with_default (object, "version", 0);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const DaftarField *field = &klass->fields[i];

      if (!json_object_has_member (object, field->name))
        continue;
      if (field->type == DAFTAR_FIELD_TEXT)
        daftar_record_set_text (record, field,
                                json_object_get_string_member_with_default (object, field->name, NULL));
      else
        daftar_record_set_int (record, field,
                               json_object_get_int_member_with_default (object, field->name, 0));
    }
  return g_steal_pointer (&record);
}
