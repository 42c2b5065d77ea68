/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-export.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "daftar-blob-store.h"
#include "daftar-custom-store.h"
#include "daftar-customer-list-store.h"
#include "daftar-customer-store.h"
#include "daftar-error.h"
#include "daftar-export-row.h"

/* Customers that are read at a time: memory stays flat, and nobody waits for the file. */
#define CHUNK 500

typedef struct
{
  GArray *ids;
  guint at;
  guint n_written;
  GString *text;
  DaftarCsvWriter *csv; /* nullable: cards */
  DaftarExportColumns columns;
} Export;

static gpointer
ids_read (DaftarReader  *reader,
          gpointer       request,
          GError       **error)
{
  return daftar_customer_store_list_ids (reader, DAFTAR_CUSTOMER_ORDER_NAME, -1, error);
}

static gpointer
columns_read (DaftarReader  *reader,
              gpointer       request,
              GError       **error)
{
  Export *export = request;

  export->columns.fields = daftar_custom_field_store_list (reader, error);
  if (export->columns.fields == NULL
      || !daftar_contact_point_store_count (reader, export->columns.n_points, DAFTAR_N_CONTACT_KIND, error))
    return NULL;
  return export;
}

/* Somebody who was deleted meanwhile is passed over. */
static gboolean
write_person (DaftarReader  *reader,
              Export        *export,
              gint64         id,
              GError       **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (DaftarCustomer) customer = daftar_customer_store_get (reader, id, &local);
  g_autoptr (GPtrArray) points = customer != NULL ? daftar_contact_point_store_list (reader, id, &local) : NULL;
  g_autoptr (GPtrArray) occasions = points != NULL ? daftar_occasion_store_list (reader, id, &local) : NULL;
  g_autoptr (GPtrArray) values = occasions != NULL ? daftar_custom_value_store_list (reader, id, &local) : NULL;
  g_autoptr (GBytes) photo = NULL;
  DaftarExportPerson person = { customer, points, occasions, values, NULL };

  if (values == NULL)
    {
      if (g_error_matches (local, DAFTAR_ERROR, DAFTAR_ERROR_NOT_FOUND))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (customer->deleted_at != 0)
    return TRUE;
  /* Only cards have a place for it; a picture that can't be read is no reason to leave somebody out. */
  if (export->csv == NULL && customer->photo_id != 0)
    person.photo = photo = daftar_blob_store_get (reader, customer->photo_id, NULL);
  if (export->csv != NULL)
    daftar_export_write_row (export->csv, &export->columns, &person);
  else
    daftar_export_write_card (export->text, &person);
  export->n_written++;
  return TRUE;
}

static gpointer
chunk_read (DaftarReader  *reader,
            gpointer       request,
            GError       **error)
{
  Export *export = request;
  guint end = MIN (export->at + CHUNK, export->ids->len);

  for (; export->at < end; export->at++)
    if (!write_person (reader, export, g_array_index (export->ids, gint64, export->at), error))
      return NULL;
  return export;
}

static gboolean
flush (Export      *export,
       FILE        *file,
       const char  *path,
       GError     **error)
{
  gboolean done = fwrite (export->text->str, 1, export->text->len, file) == export->text->len;

  if (!done)
    g_set_error (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED, _("The file “%s” can’t be written (%s)."), path,
                 g_strerror (errno));
  g_string_truncate (export->text, 0);
  return done;
}

static gboolean
write_all (DaftarStore           *store,
           Export                *export,
           FILE                  *file,
           const char            *path,
           DaftarExportProgress   progress,
           gpointer               data,
           GCancellable          *cancellable,
           GError               **error)
{
  if (export->csv != NULL)
    daftar_export_write_header (export->csv, &export->columns);
  while (export->at < export->ids->len)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || daftar_store_read (store, chunk_read, export, error) == NULL || !flush (export, file, path, error))
        return FALSE;
      if (progress != NULL)
        progress ((double) export->at / export->ids->len, data);
    }
  return flush (export, file, path, error);
}

static gboolean
write_file (DaftarStore           *store,
            Export                *export,
            const char            *path,
            DaftarExportProgress   progress,
            gpointer               data,
            GCancellable          *cancellable,
            GError               **error)
{
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  FILE *file = g_fopen (part, "wb");
  gboolean done;

  if (file == NULL)
    {
      g_set_error (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED, _("The file “%s” can’t be written (%s)."), path,
                   g_strerror (errno));
      return FALSE;
    }
  done = write_all (store, export, file, path, progress, data, cancellable, error);
  /* A full disk may be noticed only now. */
  if ((fclose (file) != 0 || (done && g_rename (part, path) != 0)) && done)
    {
      g_set_error (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED, _("The file “%s” can’t be written (%s)."), path,
                   g_strerror (errno));
      done = FALSE;
    }
  if (!done)
    g_unlink (part);
  return done;
}

/**
 * daftar_export_write:
 * @store: the shop
 * @format: a table or cards
 * @ids: (nullable) (element-type gint64): whom; %NULL for everybody
 * @path: the file, which is replaced once all is written
 * @progress: (nullable): told how far it is
 * @data: for @progress
 * @cancellable: (nullable): stops it; then there is no file
 * @n_written: (out): how many customers are in the file
 * @error: return location for a sentence for the user
 *
 * Writes customers into a file: a table as spreadsheets and daftar_import_new() read it (UTF-8 with a byte order mark,
 * everything that is known of a person but pictures and history), or vCards 4.0. It waits for the disk: a window calls
 * it from a thread.
 *
 * Returns: whether the file is written
 */
gboolean
daftar_export_write (DaftarStore           *store,
                     DaftarExportFormat     format,
                     GArray                *ids,
                     const char            *path,
                     DaftarExportProgress   progress,
                     gpointer               data,
                     GCancellable          *cancellable,
                     guint                 *n_written,
                     GError               **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (DaftarCsvWriter) csv = format == DAFTAR_EXPORT_CSV ? daftar_csv_writer_new (text, ',') : NULL;
  g_autoptr (GArray) all = ids != NULL ? g_array_ref (ids) : daftar_store_read (store, ids_read, NULL, error);
  Export export = { all, 0, 0, text, csv, { { 0 }, NULL } };
  gboolean done;

  done = all != NULL && daftar_store_read (store, columns_read, &export, error) != NULL
         && write_file (store, &export, path, progress, data, cancellable, error);
  g_clear_pointer (&export.columns.fields, g_ptr_array_unref);
  *n_written = export.n_written;
  return done;
}
