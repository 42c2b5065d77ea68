/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-record.h"

#include <string.h>

enum
{
  PROP_0,
  PROP_ID,
  PROP_VERSION,
  PROP_FIRST_FIELD,
};

G_DEFINE_ABSTRACT_TYPE (DaftarRecord, daftar_record, G_TYPE_OBJECT)

#define INT_AT(self, field)  (*(gint64 *) G_STRUCT_MEMBER_P (self, (field)->offset))
#define BOOL_AT(self, field) (*(gboolean *) G_STRUCT_MEMBER_P (self, (field)->offset))
#define TEXT_AT(self, field) (*(char **) G_STRUCT_MEMBER_P (self, (field)->offset))

void
daftar_set_text (char       **member,
                 const char  *value)
{
  char *copy;

  if (*member == value)
    return;
  copy = g_strdup (value);
  g_free (*member);
  *member = copy;
}

/**
 * daftar_record_get_int:
 * @record: a record
 * @field: one of its INT or BOOL fields
 *
 * Returns: the value
 */
gint64
daftar_record_get_int (gpointer           record,
                       const DaftarField *field)
{
  return field->type == DAFTAR_FIELD_BOOL ? BOOL_AT (record, field) : INT_AT (record, field);
}

/**
 * daftar_record_get_text:
 * @record: a record
 * @field: one of its TEXT fields
 *
 * Returns: (nullable): the text, owned by the record
 */
const char *
daftar_record_get_text (gpointer           record,
                        const DaftarField *field)
{
  return TEXT_AT (record, field);
}

void
daftar_record_set_int (gpointer           record,
                       const DaftarField *field,
                       gint64             value)
{
  if (field->type == DAFTAR_FIELD_BOOL)
    BOOL_AT (record, field) = value != 0;
  else
    INT_AT (record, field) = value;
}

void
daftar_record_set_text (gpointer           record,
                        const DaftarField *field,
                        const char        *value)
{
  daftar_set_text (&TEXT_AT (record, field), value);
}

static void
copy_field (gpointer           to,
            gpointer           from,
            const DaftarField *field)
{
  if (field->type == DAFTAR_FIELD_TEXT)
    daftar_record_set_text (to, field, TEXT_AT (from, field));
  else
    daftar_record_set_int (to, field, daftar_record_get_int (from, field));
}

/**
 * daftar_record_copy:
 * @record: a record
 *
 * Returns: (transfer full): a copy of the same type, id and version
 */
gpointer
daftar_record_copy (gpointer record)
{
  DaftarRecord *self = DAFTAR_RECORD (record);
  DaftarRecordClass *klass = DAFTAR_RECORD_GET_CLASS (self);
  DaftarRecord *copy = g_object_new (G_OBJECT_TYPE (self), NULL);

  copy->id = self->id;
  copy->version = self->version;
  for (guint i = 0; i < klass->n_fields; i++)
    copy_field (copy, self, &klass->fields[i]);
  return copy;
}

/**
 * daftar_record_equal:
 * @a: a record
 * @b: another of the same type
 *
 * Returns: whether all fields that are columns are the same; id and version don't count
 */
gboolean
daftar_record_equal (gpointer a,
                     gpointer b)
{
  DaftarRecordClass *klass = DAFTAR_RECORD_GET_CLASS (a);

  g_return_val_if_fail (G_OBJECT_TYPE (a) == G_OBJECT_TYPE (b), FALSE);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const DaftarField *field = &klass->fields[i];
      gboolean same = field->type == DAFTAR_FIELD_TEXT
                        ? g_strcmp0 (TEXT_AT (a, field), TEXT_AT (b, field)) == 0
                        : daftar_record_get_int (a, field) == daftar_record_get_int (b, field);

      if (!same && !(field->flags & DAFTAR_FIELD_VIEW))
        return FALSE;
    }
  return TRUE;
}

/**
 * daftar_record_class_find:
 * @klass: a record class
 * @name: a column's name
 *
 * Returns: (nullable): the field of that name
 */
const DaftarField *
daftar_record_class_find (DaftarRecordClass *klass,
                          const char        *name)
{
  for (guint i = 0; i < klass->n_fields; i++)
    if (strcmp (klass->fields[i].name, name) == 0)
      return &klass->fields[i];
  return NULL;
}

static void
get_property (GObject    *object,
              guint       property,
              GValue     *value,
              GParamSpec *pspec)
{
  DaftarRecord *self = DAFTAR_RECORD (object);
  const DaftarField *field;

  if (property == PROP_ID || property == PROP_VERSION)
    {
      g_value_set_int64 (value, property == PROP_ID ? self->id : self->version);
      return;
    }
  field = &DAFTAR_RECORD_GET_CLASS (self)->fields[property - PROP_FIRST_FIELD];
  if (field->type == DAFTAR_FIELD_TEXT)
    g_value_set_string (value, TEXT_AT (self, field));
  else if (field->type == DAFTAR_FIELD_BOOL)
    g_value_set_boolean (value, BOOL_AT (self, field));
  else
    g_value_set_int64 (value, INT_AT (self, field));
}

static void
set_property (GObject      *object,
              guint         property,
              const GValue *value,
              GParamSpec   *pspec)
{
  DaftarRecord *self = DAFTAR_RECORD (object);
  const DaftarField *field;

  if (property == PROP_ID || property == PROP_VERSION)
    {
      *(property == PROP_ID ? &self->id : &self->version) = g_value_get_int64 (value);
      return;
    }
  field = &DAFTAR_RECORD_GET_CLASS (self)->fields[property - PROP_FIRST_FIELD];
  if (field->type == DAFTAR_FIELD_TEXT)
    daftar_record_set_text (self, field, g_value_get_string (value));
  else if (field->type == DAFTAR_FIELD_BOOL)
    BOOL_AT (self, field) = g_value_get_boolean (value);
  else
    INT_AT (self, field) = g_value_get_int64 (value);
}

static void
finalize (GObject *object)
{
  DaftarRecordClass *klass = DAFTAR_RECORD_GET_CLASS (object);

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].type == DAFTAR_FIELD_TEXT)
      g_free (TEXT_AT (object, &klass->fields[i]));
  G_OBJECT_CLASS (daftar_record_parent_class)->finalize (object);
}

static GParamSpec *
make_pspec (const DaftarField *field)
{
  g_autofree char *name = g_strdelimit (g_strdup (field->name), "_", '-');
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_NICK | G_PARAM_STATIC_BLURB;

  switch (field->type)
    {
    case DAFTAR_FIELD_TEXT:
      return g_param_spec_string (name, NULL, NULL, NULL, flags);
    case DAFTAR_FIELD_BOOL:
      return g_param_spec_boolean (name, NULL, NULL, FALSE, flags);
    case DAFTAR_FIELD_INT:
    default:
      return g_param_spec_int64 (name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
    }
}

/**
 * daftar_record_class_install:
 * @klass: the class of a record type
 * @fields: its fields; static
 * @n_fields: how many
 *
 * Makes a property of each field. Called by DAFTAR_DEFINE_RECORD().
 */
void
daftar_record_class_install (DaftarRecordClass *klass,
                             const DaftarField *fields,
                             guint              n_fields)
{
  /* GObject doesn't inherit these two: each class serves the properties that it installs. */
  G_OBJECT_CLASS (klass)->get_property = get_property;
  G_OBJECT_CLASS (klass)->set_property = set_property;
  klass->fields = fields;
  klass->n_fields = n_fields;
  for (guint i = 0; i < n_fields; i++)
    g_object_class_install_property (G_OBJECT_CLASS (klass), PROP_FIRST_FIELD + i, make_pspec (&fields[i]));
}

static void
daftar_record_class_init (DaftarRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = get_property;
  object_class->set_property = set_property;
  object_class->finalize = finalize;
  g_object_class_install_property (object_class, PROP_ID,
                                   g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags));
  g_object_class_install_property (object_class, PROP_VERSION,
                                   g_param_spec_int64 ("version", NULL, NULL, 0, G_MAXINT64, 0, flags));
}

static void
daftar_record_init (DaftarRecord *self)
{
}
