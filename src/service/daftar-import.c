/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-import.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "daftar-bulk-store.h"
#include "daftar-csv-writer.h"
#include "daftar-custom-store.h"
#include "daftar-customer-store.h"
#include "daftar-error.h"
#include "daftar-import-private.h"
#include "daftar-operation-store.h"
#include "daftar-undo.h"

/* Rows of one transaction: a clerk's own change waits for no longer than one of these. */
#define CHUNK 1000

/**
 * daftar_import_new:
 * @store: the shop, open
 * @path: the file
 *
 * Returns: (transfer full): an import that has not looked at the file yet
 */
DaftarImport *
daftar_import_new (DaftarStore *store,
                   const char  *path)
{
  DaftarImport *self = g_new0 (DaftarImport, 1);

  self->store = g_object_ref (store);
  self->path = g_strdup (path);
  self->name = g_filename_display_basename (path);
  self->duplicates = DAFTAR_IMPORT_DUPLICATES_UPDATE;
  self->folder_lock = -1;
  return self;
}

/* Takes the staging file away. */
void
daftar_import_drop_stage (DaftarImport *self)
{
  static const char *const ends[] = { "", "-journal", "-wal", "-shm" };

  for (guint i = 0; self->staging != NULL && i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *name = g_strconcat (self->staging, ends[i], NULL);

      g_unlink (name);
    }
  if (self->folder != NULL)
    g_rmdir (self->folder);
  if (self->folder_lock >= 0)
    close (self->folder_lock);
  self->folder_lock = -1;
  g_clear_pointer (&self->staging, g_free);
  g_clear_pointer (&self->folder, g_free);
}

void
daftar_import_free (DaftarImport *self)
{
  daftar_import_drop_stage (self);
  g_object_unref (self->store);
  g_free (self->path);
  g_free (self->name);
  g_free (self->charset);
  g_free (self->country);
  g_free (self->fields);
  g_clear_pointer (&self->own.fields, g_ptr_array_unref);
  g_free (self->own.currency);
  g_strfreev (self->headers);
  g_clear_pointer (&self->preview, g_ptr_array_unref);
  g_free (self);
}

/* --- What is known and wanted. --------------------------------------------------------------------- */

const char *
daftar_import_get_name (DaftarImport *self)
{
  return self->name;
}

/* Before the look: an encoding that iconv knows, instead of the one that the file looks like. */
void
daftar_import_set_charset (DaftarImport *self,
                           const char   *charset)
{
  g_free (self->charset);
  self->charset = g_strdup (charset);
}

/* What stands around texts that hold a delimiter, once the file was looked at. */
char
daftar_import_get_quote (DaftarImport *self)
{
  return self->quote;
}

void
daftar_import_set_quote (DaftarImport *self,
                         char          quote)
{
  self->quote = quote;
}

/* What separates the columns, once the file was looked at. */
char
daftar_import_get_delimiter (DaftarImport *self)
{
  return self->delimiter;
}

void
daftar_import_set_delimiter (DaftarImport *self,
                             char          delimiter)
{
  self->delimiter = delimiter;
}

/* Where numbers without a country are dialled, if not in the shop's own. */
void
daftar_import_set_country (DaftarImport *self,
                           const char   *country)
{
  g_free (self->country);
  self->country = g_strdup (country);
}

void
daftar_import_set_duplicates (DaftarImport           *self,
                              DaftarImportDuplicates  duplicates)
{
  self->duplicates = duplicates;
}

gboolean
daftar_import_is_vcard (DaftarImport *self)
{
  return self->is_vcard;
}

const char *
daftar_import_get_charset (DaftarImport *self)
{
  return self->charset;
}

guint
daftar_import_get_n_columns (DaftarImport *self)
{
  return self->n_columns;
}

const char *
daftar_import_get_header (DaftarImport *self,
                          guint         column)
{
  return self->headers[column];
}

DaftarImportField
daftar_import_get_field (DaftarImport *self,
                         guint         column)
{
  return self->fields[column];
}

/**
 * daftar_import_set_field:
 * @self: an import that has looked at a table
 * @column: a column
 * @field: what it becomes; a field that can come only from one column is taken from the one that had it
 */
void
daftar_import_set_field (DaftarImport      *self,
                         guint              column,
                         DaftarImportField  field)
{
  if (!daftar_import_field_is_multiple (field) && field != DAFTAR_IMPORT_FIELD_IGNORE)
    for (guint i = 0; i < self->n_columns; i++)
      if (self->fields[i] == field)
        self->fields[i] = DAFTAR_IMPORT_FIELD_NOTE;
  self->fields[column] = field;
}

/**
 * daftar_import_get_preview:
 * @self: an import that has looked at a table
 *
 * Returns: (transfer none) (element-type GStrv): its first rows, as they stand in the file
 */
GPtrArray *
daftar_import_get_preview (DaftarImport *self)
{
  return self->preview;
}

/**
 * daftar_import_preview_people:
 * @self: an import that has looked at a table
 * @limit: how many at most
 *
 * Returns: (transfer full) (element-type DaftarImportPerson): what the first rows become with the mapping as
 *   it is; those that can't become anybody are missing
 */
GPtrArray *
daftar_import_preview_people (DaftarImport *self,
                              guint         limit)
{
  GPtrArray *people = g_ptr_array_new_with_free_func ((GDestroyNotify) daftar_import_person_free);
  const char *country = self->country != NULL ? self->country : "SA";

  for (guint i = 0; self->preview != NULL && i < self->preview->len && people->len < limit; i++)
    {
      g_auto (GStrv) fields = g_strdupv (g_ptr_array_index (self->preview, i));
      g_autofree char *reason = NULL;
      DaftarImportPerson *person = daftar_import_person_from_row (self->fields, &self->own, self->headers,
                                                                  self->n_columns, fields, g_strv_length (fields));

      if (daftar_import_person_finish (person, country, country, &reason))
        g_ptr_array_add (people, person);
      else
        daftar_import_person_free (person);
    }
  return people;
}

const DaftarImportCounts *
daftar_import_get_counts (DaftarImport *self)
{
  return &self->counts;
}

/* --- What was refused. ----------------------------------------------------------------------------- */

void
daftar_import_refusal_free (DaftarImportRefusal *self)
{
  g_free (self->reason);
  g_free (self->text);
  g_free (self);
}

static char *
join_filled (char **fields)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) filled = NULL;

  for (guint i = 0; fields[i] != NULL; i++)
    if (*fields[i] != '\0')
      g_strv_builder_add (builder, fields[i]);
  filled = g_strv_builder_end (builder);
  return g_strjoinv (" · ", filled);
}

/**
 * daftar_import_list_refused:
 * @self: an import that was checked
 * @limit: how many at most
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable) (element-type DaftarImportRefusal): rows that stay out, in their order
 */
GPtrArray *
daftar_import_list_refused (DaftarImport  *self,
                            int            limit,
                            GError       **error)
{
  g_autoptr (DaftarStaging) staging = daftar_staging_open (self->staging, FALSE, error);
  g_autoptr (GPtrArray) rows = NULL;
  GPtrArray *list;
  gint64 last = 0;

  if (staging == NULL)
    return NULL;
  rows = daftar_staging_list_refused (staging, 0, limit, &last, error);
  if (rows == NULL)
    return NULL;
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) daftar_import_refusal_free);
  for (guint i = 0; i < rows->len; i++)
    {
      DaftarStagedRow *row = g_ptr_array_index (rows, i);
      DaftarImportRefusal *refusal = g_new0 (DaftarImportRefusal, 1);
      g_auto (GStrv) fields = g_strsplit (row->raw != NULL ? row->raw : "", DAFTAR_IMPORT_SEPARATOR, -1);

      refusal->number = row->number;
      refusal->reason = g_steal_pointer (&row->reason);
      refusal->text = join_filled (fields);
      g_ptr_array_add (list, refusal);
    }
  return list;
}

static void
write_refused (DaftarImport    *self,
               DaftarCsvWriter *writer,
               DaftarStagedRow *row)
{
  g_auto (GStrv) fields = g_strsplit (row->raw != NULL ? row->raw : "", DAFTAR_IMPORT_SEPARATOR, -1);
  guint n = g_strv_length (fields);

  for (guint i = 0; i < MAX (n, self->n_columns); i++)
    daftar_csv_writer_add_text (writer, i < n ? fields[i] : "");
  daftar_csv_writer_add_text (writer, row->reason);
  daftar_csv_writer_end_row (writer);
}

static gboolean
write_out (GString  *text,
           FILE     *file,
           gboolean  all)
{
  gboolean done = TRUE;

  if (all || text->len > 1 << 20)
    {
      done = fwrite (text->str, 1, text->len, file) == text->len;
      g_string_truncate (text, 0);
    }
  return done;
}

/**
 * daftar_import_save_refused:
 * @self: an import that was checked
 * @path: a CSV file to write
 * @error: return location for a sentence for the user
 *
 * Writes the rows that stay out with the reasons beside them, to be mended and imported again.
 */
gboolean
daftar_import_save_refused (DaftarImport  *self,
                            const char    *path,
                            GError       **error)
{
  g_autoptr (DaftarStaging) staging = daftar_staging_open (self->staging, FALSE, error);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (DaftarCsvWriter) writer = daftar_csv_writer_new (text, self->delimiter);
  gint64 last = 0;
  gboolean done;
  FILE *file;

  if (staging == NULL)
    return FALSE;
  file = g_fopen (path, "wb");
  for (guint i = 0; i < self->n_columns; i++)
    daftar_csv_writer_add_text (writer, self->headers[i]);
  daftar_csv_writer_add_text (writer, _("Reason"));
  daftar_csv_writer_end_row (writer);
  done = file != NULL;
  while (done)
    {
      gint64 after = last;
      g_autoptr (GPtrArray) rows = daftar_staging_list_refused (staging, after, CHUNK, &last, NULL);

      if (rows == NULL || rows->len == 0)
        break;
      for (guint i = 0; i < rows->len; i++)
        write_refused (self, writer, g_ptr_array_index (rows, i));
      done = write_out (text, file, FALSE);
    }
  done = done && write_out (text, file, TRUE);
  if (file != NULL && fclose (file) != 0)
    done = FALSE;
  if (!done)
    g_set_error (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED,
                 _("The file “%s” can’t be written. Choose another place, or free some space."), path);
  return done;
}

/* --- Writing. -------------------------------------------------------------------------------------- */

typedef struct
{
  DaftarImport *import;
  gint64 import_id;
  DaftarStaging *staging;
  gint64 last;
  gint64 n_done;
  gboolean more;
  gboolean bulk;
  DaftarImportProgress progress;
  gpointer progress_data;
  GCancellable *cancellable;
} Apply;

static gboolean
load_live (DaftarReader        *reader,
           gint64               id,
           DaftarImportPerson **person,
           GError             **error)
{
  DaftarImportPerson *live = g_new0 (DaftarImportPerson, 1);

  live->customer = daftar_customer_store_get (reader, id, error);
  live->points = live->customer != NULL ? daftar_contact_point_store_list (reader, id, error) : NULL;
  live->occasions = live->points != NULL ? daftar_occasion_store_list (reader, id, error) : NULL;
  live->values = live->occasions != NULL ? daftar_custom_value_store_list (reader, id, error) : NULL;
  if (live->values == NULL)
    g_clear_pointer (&live, daftar_import_person_free);
  *person = live;
  return live != NULL;
}

static gboolean
save_merged (DaftarTxn           *txn,
             DaftarImportPerson  *live,
             GError             **error)
{
  gint64 id = DAFTAR_RECORD (live->customer)->id;

  if (!daftar_import_store_keep_photo (txn, live, error) || !daftar_customer_store_save (txn, live->customer, error)
      || !daftar_contact_point_store_replace (txn, id, live->points, error))
    return FALSE;
  for (guint i = 0; i < live->occasions->len; i++)
    {
      DaftarOccasion *occasion = g_ptr_array_index (live->occasions, i);

      occasion->customer_id = id;
      if (DAFTAR_RECORD (occasion)->id == 0 && !daftar_occasion_store_save (txn, occasion, error))
        return FALSE;
    }
  for (guint i = 0; i < live->values->len; i++)
    {
      DaftarCustomValue *value = g_ptr_array_index (live->values, i);

      value->customer_id = id;
      if (DAFTAR_RECORD (value)->id == 0 && !daftar_custom_value_store_set (txn, value, error))
        return FALSE;
    }
  return TRUE;
}

/* Adds to somebody who is there, with a place in the history. Who was deleted in the meantime stays so. */
static gboolean
update_live (DaftarTxn           *txn,
             Apply               *apply,
             gint64               id,
             DaftarImportPerson  *person,
             GError             **error)
{
  DaftarImportPerson *live = NULL;
  gboolean done = TRUE;

  if (!load_live (daftar_txn_reader (txn), id, &live, error))
    {
      g_clear_error (error);
      return TRUE;
    }
  if (live->customer->deleted_at == 0 && daftar_import_person_merge (live, person) & DAFTAR_MERGE_CHANGED)
    done = save_merged (txn, live, error) && daftar_import_store_note_operation (txn, apply->import_id, error);
  daftar_import_person_free (live);
  return done;
}

static gboolean
add_bulk (DaftarTxn           *txn,
          Apply               *apply,
          DaftarBulk          *bulk,
          DaftarImportPerson  *person,
          GError             **error)
{
  DaftarCustomer *customer = person->customer;

  customer->import_id = apply->import_id;
  customer->created_at = customer->updated_at = daftar_txn_now (txn);
  if (!daftar_import_store_keep_photo (txn, person, error) || !daftar_bulk_add (bulk, txn, customer, error))
    return FALSE;
  for (guint i = 0; i < person->points->len; i++)
    {
      DaftarContactPoint *point = g_ptr_array_index (person->points, i);

      point->customer_id = DAFTAR_RECORD (customer)->id;
      point->position = i;
      if (!daftar_bulk_add (bulk, txn, point, error))
        return FALSE;
    }
  for (guint i = 0; i < person->occasions->len; i++)
    {
      DaftarOccasion *occasion = g_ptr_array_index (person->occasions, i);

      occasion->customer_id = DAFTAR_RECORD (customer)->id;
      if (!daftar_bulk_add (bulk, txn, occasion, error))
        return FALSE;
    }
  for (guint i = 0; i < person->values->len; i++)
    {
      DaftarCustomValue *value = g_ptr_array_index (person->values, i);

      value->customer_id = DAFTAR_RECORD (customer)->id;
      if (!daftar_bulk_add (bulk, txn, value, error))
        return FALSE;
    }
  return TRUE;
}

/* Writes the next stretch of staged rows; @bulk if the shop is new. */
static gboolean
write_stretch (DaftarTxn   *txn,
               Apply       *apply,
               DaftarBulk  *bulk,
               GError     **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  gint64 after = apply->last;
  double total = MAX (apply->import->counts.n_new + apply->import->counts.n_changed, 1);

  rows = daftar_staging_list (apply->staging, after, CHUNK, &apply->last, error);
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      DaftarStagedRow *row = g_ptr_array_index (rows, i);
      g_autoptr (DaftarImportPerson) person = daftar_import_person_unpack (row->data);

      if (!(row->customer_id != 0 ? update_live (txn, apply, row->customer_id, person, error)
            : bulk != NULL        ? add_bulk (txn, apply, bulk, person, error)
                                  : daftar_import_store_add (txn, apply->import_id, person, error)))
        return FALSE;
    }
  apply->more = rows->len > 0;
  apply->n_done += rows->len;
  if (apply->progress != NULL)
    apply->progress (MIN (apply->n_done / total, 1.0) * (bulk != NULL ? 0.6 : 1.0), apply->progress_data);
  return !g_cancellable_set_error_if_cancelled (apply->cancellable, error);
}

/* A new shop: all at once, the indexes and search made at the end. */
static gboolean
write_all (DaftarTxn  *txn,
           Apply      *apply,
           GError    **error)
{
  g_autoptr (DaftarBulk) bulk = daftar_bulk_begin (txn, TRUE, error);
  guint64 seed = (guint64) daftar_txn_now (txn);

  if (bulk == NULL)
    return FALSE;
  /* One after the other: they stand in an index. */
  seed = g_random_int () ^ seed;
  daftar_txn_seed_ulids (txn, &seed, 0);
  do
    if (!write_stretch (txn, apply, bulk, error))
      return FALSE;
  while (apply->more);
  if (!daftar_bulk_end (bulk, txn, error))
    return FALSE;
  daftar_txn_seed_ulids (txn, NULL, 0);
  if (apply->progress != NULL)
    apply->progress (1.0, apply->progress_data);
  return TRUE;
}

static gpointer
begin_write (DaftarTxn  *txn,
             gpointer    request,
             GError    **error)
{
  Apply *apply = request;

  apply->staging = daftar_staging_open (apply->import->staging, FALSE, error);
  if (apply->staging == NULL || !daftar_import_store_is_empty (daftar_txn_reader (txn), &apply->bulk, error))
    return NULL;
  apply->import_id = daftar_import_store_begin (txn, apply->import->name, &apply->import->counts, error);
  if (apply->import_id == 0
      || (apply->bulk && !(write_all (txn, apply, error) && daftar_import_store_end (txn, apply->import_id, error))))
    return NULL;
  apply->more = !apply->bulk;
  daftar_bulk_expect_rows (txn, apply->more);
  return apply;
}

static gpointer
empty_read (DaftarReader  *reader,
            gpointer       request,
            GError       **error)
{
  Apply *apply = request;

  return GINT_TO_POINTER (daftar_import_store_is_empty (reader, &apply->bulk, error));
}

/* Whether anything could be begun. A new shop gets everything here, unless somebody has added a customer in this
 * very moment. */
static gboolean
begin (Apply   *apply,
       GError **error)
{
  DaftarStore *store = apply->import->store;

  if (daftar_store_read (store, empty_read, apply, error) == NULL)
    return FALSE;
  return (apply->bulk ? daftar_store_write_many (store, "import", begin_write, apply, error)
                      : daftar_store_write (store, "import", begin_write, apply, NULL, error))
         != NULL;
}

static gpointer
chunk_write (DaftarTxn  *txn,
             gpointer    request,
             GError    **error)
{
  return GINT_TO_POINTER (write_stretch (txn, request, NULL, error));
}

static gpointer
end_write (DaftarTxn  *txn,
           gpointer    request,
           GError    **error)
{
  return GINT_TO_POINTER (daftar_import_store_end (txn, ((Apply *) request)->import_id, error));
}

/* On the thread that used it. */
static gpointer
close_staging (DaftarTxn  *txn,
               gpointer    request,
               GError    **error)
{
  Apply *apply = request;

  daftar_bulk_expect_rows (txn, FALSE);
  g_clear_pointer (&apply->staging, daftar_staging_close);
  return NULL;
}

/**
 * daftar_import_apply:
 * @self: an import that was checked
 * @progress: (nullable): told how far it is
 * @data: for @progress
 * @cancellable: (nullable): stops it; what it brought so far is taken out again
 * @error: return location for a sentence for the user
 *
 * Writes what the check found, a thousand rows at a time, so that others go on working; into a shop without
 * customers in one go. All that comes in is tagged, and on failure taken out again; if the program ends in its
 * middle, by daftar_import_recover() when the shop is opened next.
 *
 * Returns: the id for daftar_import_undo(); 0 on failure
 */
gint64
daftar_import_apply (DaftarImport          *self,
                     DaftarImportProgress   progress,
                     gpointer               data,
                     GCancellable          *cancellable,
                     GError               **error)
{
  Apply apply = { .import = self, .progress = progress, .progress_data = data, .cancellable = cancellable };
  gboolean begun, done;
  int lock;

  g_return_val_if_fail (self->staging != NULL, 0);
  lock = daftar_import_lock (self->store, error);
  if (lock < 0)
    return 0;
  begun = done = begin (&apply, error);
  while (done && apply.more)
    done = daftar_store_write (self->store, "import", chunk_write, &apply, NULL, error) != NULL;
  done = done && (apply.bulk || daftar_store_write (self->store, "import", end_write, &apply, NULL, error) != NULL);
  daftar_store_write (self->store, "import", close_staging, &apply, NULL, NULL);
  if (begun && !done)
    daftar_import_undo (self->store, apply.import_id, NULL, NULL);
  daftar_import_unlock (self->store, lock);
  return done ? apply.import_id : 0;
}

/* --- Taking it back. ------------------------------------------------------------------------------- */

typedef struct
{
  gint64 import_id;
  gint64 after;
  gint64 n_purged;
  gint64 n_left;
  gboolean more;
} Undo;

static gpointer
list_read (DaftarReader  *reader,
           gpointer       request,
           GError       **error)
{
  return daftar_import_store_list_operations (reader, ((Undo *) request)->import_id, error);
}

static gpointer
purge_write (DaftarTxn  *txn,
             gpointer    request,
             GError    **error)
{
  Undo *undo = request;
  gint64 before = undo->after;

  if (!daftar_import_store_purge (txn, undo->import_id, &undo->after, CHUNK, &undo->n_purged, &undo->n_left, error))
    return NULL;
  undo->more = undo->after > before;
  return undo;
}

static gpointer
end_undo_write (DaftarTxn  *txn,
                gpointer    request,
                GError    **error)
{
  return GINT_TO_POINTER (daftar_import_store_end_undo (txn, ((Undo *) request)->import_id, error));
}

static gboolean
undo_changes (DaftarStore  *store,
              Undo         *undo,
              GError      **error)
{
  g_autoptr (GArray) operations = daftar_store_read (store, list_read, undo, error);

  if (operations == NULL)
    return FALSE;
  for (guint i = 0; i < operations->len; i++)
    {
      gpointer left = daftar_store_write (store, "import.undo", daftar_undo_write,
                                          &g_array_index (operations, gint64, i), NULL, error);

      if (left == NULL)
        return FALSE;
      undo->n_left += GPOINTER_TO_INT (left) - 1;
    }
  return TRUE;
}

/**
 * daftar_import_undo:
 * @store: the shop
 * @import_id: an import
 * @n_left: (out) (optional): how many customers and changes stay, because somebody worked with them since
 * @error: return location for a sentence for the user
 *
 * Takes out what an import brought, a stretch at a time, and takes back what it changed.
 */
gboolean
daftar_import_undo (DaftarStore  *store,
                    gint64        import_id,
                    gint64       *n_left,
                    GError      **error)
{
  Undo undo = { .import_id = import_id, .more = TRUE };

  if (!undo_changes (store, &undo, error))
    return FALSE;
  while (undo.more)
    if (daftar_store_write (store, "import.undo", purge_write, &undo, NULL, error) == NULL)
      return FALSE;
  if (n_left != NULL)
    *n_left = undo.n_left;
  return daftar_store_write (store, "import.undo", end_undo_write, &undo, NULL, error) != NULL;
}
