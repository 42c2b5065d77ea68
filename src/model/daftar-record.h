/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  DAFTAR_FIELD_INT,  /* gint64 in the object, INTEGER in the file */
  DAFTAR_FIELD_TEXT, /* char *, TEXT; NULL is NULL */
  DAFTAR_FIELD_BOOL, /* gboolean, INTEGER 0 or 1 */
} DaftarFieldType;

typedef enum
{
  DAFTAR_FIELD_OPTIONAL = 1 << 0, /* an INT whose 0 means "none" and is NULL in the file */
  DAFTAR_FIELD_DERIVED = 1 << 1,  /* a column that is computed from others: not part of the history */
  DAFTAR_FIELD_VIEW = 1 << 2,     /* no column: filled by queries that join, for showing */
} DaftarFieldFlags;

typedef struct
{
  const char *name; /* of the column; the property has dashes instead */
  DaftarFieldType type;
  gsize offset;
  DaftarFieldFlags flags;
} DaftarField;

#define DAFTAR_FIELD(Type, TYPE, member, flags) \
  { #member, DAFTAR_FIELD_##TYPE, G_STRUCT_OFFSET (Type, member), flags }

/**
 * DaftarRecord:
 * @id: the key inside one file; 0 as long as it isn't saved
 * @version: counts the changes; a change made from an older version is refused
 *
 * One row of a table as an object. Each subclass describes its fields in one table, and everything that
 * treats all rows alike works from that: properties (for expressions in .ui files), copies, the file's
 * columns, the history and JSON.
 *
 * The members of a record are public, for reading. They are set before it is handed on and never after:
 * a record that crossed a thread is immutable. To change a row, copy its record, set members of the copy
 * and save that.
 */
#define DAFTAR_TYPE_RECORD            (daftar_record_get_type ())
#define DAFTAR_RECORD(object)         (G_TYPE_CHECK_INSTANCE_CAST (object, DAFTAR_TYPE_RECORD, DaftarRecord))
#define DAFTAR_IS_RECORD(object)      (G_TYPE_CHECK_INSTANCE_TYPE (object, DAFTAR_TYPE_RECORD))
#define DAFTAR_RECORD_CLASS(klass)    (G_TYPE_CHECK_CLASS_CAST (klass, DAFTAR_TYPE_RECORD, DaftarRecordClass))
#define DAFTAR_RECORD_GET_CLASS(self) (G_TYPE_INSTANCE_GET_CLASS (self, DAFTAR_TYPE_RECORD, DaftarRecordClass))

typedef struct _DaftarRecord      DaftarRecord;
typedef struct _DaftarRecordClass DaftarRecordClass;

struct _DaftarRecord
{
  GObject parent_instance;

  gint64 id;
  gint64 version;
};

struct _DaftarRecordClass
{
  GObjectClass parent_class;

  const DaftarField *fields;
  guint n_fields;
};

GType              daftar_record_get_type      (void) G_GNUC_CONST;
void               daftar_record_class_install (DaftarRecordClass *klass,
                                                const DaftarField *fields,
                                                guint              n_fields);
const DaftarField *daftar_record_class_find    (DaftarRecordClass *klass,
                                                const char        *name);

gpointer           daftar_record_copy          (gpointer           record);
gint64             daftar_record_get_int       (gpointer           record,
                                                const DaftarField *field);
const char        *daftar_record_get_text      (gpointer           record,
                                                const DaftarField *field);
void               daftar_record_set_int       (gpointer           record,
                                                const DaftarField *field,
                                                gint64             value);
void               daftar_record_set_text      (gpointer           record,
                                                const DaftarField *field,
                                                const char        *value);
gboolean           daftar_record_equal         (gpointer           a,
                                                gpointer           b);

/* Sets a text member: g_set_str() of newer GLibs, for any member of a record that isn't shared yet. */
void               daftar_set_text             (char             **member,
                                                const char        *value);

/* A record type: struct _Type with DaftarRecord first, and "static const DaftarField fields[]" above. */
#define DAFTAR_DEFINE_RECORD(Type, type_name)                                                             \
  G_DEFINE_FINAL_TYPE (Type, type_name, DAFTAR_TYPE_RECORD)                                               \
  static void type_name##_class_init (Type##Class *klass)                                                 \
  {                                                                                                       \
    daftar_record_class_install (DAFTAR_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));             \
  }                                                                                                       \
  static void type_name##_init (Type *self) {}                                                            \
  Type *type_name##_new (void) { return g_object_new (type_name##_get_type (), NULL); }

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarRecord, g_object_unref)

#define DAFTAR_DECLARE_RECORD(Type, type_name, NAME)                                                      \
  G_DECLARE_FINAL_TYPE (Type, type_name, DAFTAR, NAME, DaftarRecord)                                      \
  Type *type_name##_new (void);

G_END_DECLS
