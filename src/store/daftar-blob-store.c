/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-blob-store.h"

#include <glib/gi18n-lib.h>

#include "daftar-error.h"
#include "daftar-row.h"
#include "daftar-ulid.h"

#define CHUNK_SIZE (256 * 1024)

enum
{
  CODEC_PLAIN,
  CODEC_ZLIB,
};

/* --- In. ------------------------------------------------------------------------------------------- */

/* A file that is being taken in: it is stored under a row of its own until its hash tells whether it is here. */
typedef struct
{
  DaftarTxn *txn;
  gint64 id;
  gint64 position;
  gint64 size;
  int codec;
  GChecksum *checksum;
  GConverter *deflate; /* nullable */
  GByteArray *chunk;   /* what is not written yet */
} Intake;

static void
intake_clear (Intake *self)
{
  g_clear_object (&self->deflate);
  g_clear_pointer (&self->checksum, g_checksum_free);
  g_clear_pointer (&self->chunk, g_byte_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Intake, intake_clear)

/* Pictures and archives don't get smaller: the first piece shows whether it pays (a twentieth at least). */
static int
choose_codec (const guint8 *data,
              gsize         size)
{
  g_autoptr (GConverter) deflate = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 6));
  g_autofree guint8 *out = g_malloc (size + 1024);
  gsize read = 0, written = 0;
  GConverterResult result = g_converter_convert (deflate, data, size, out, size + 1024, G_CONVERTER_INPUT_AT_END, &read,
                                                 &written, NULL);

  return size > 0 && result == G_CONVERTER_FINISHED && written < size - size / 20 ? CODEC_ZLIB : CODEC_PLAIN;
}

static gboolean
write_chunk (Intake  *self,
             gsize    size,
             GError **error)
{
  g_autoptr (GBytes) data = g_bytes_new (self->chunk->data, size);

  if (!daftar_db_run (TXN_DB (self->txn), error,
                      "INSERT INTO blob_chunk (blob_id, position, data) VALUES ($id, $position, $data)",
                      DB_INT ("id", self->id), DB_INT ("position", self->position), DB_BLOB ("data", data), NULL))
    return FALSE;
  self->position++;
  g_byte_array_remove_range (self->chunk, 0, size);
  return TRUE;
}

static gboolean
write_full_chunks (Intake  *self,
                   GError **error)
{
  while (self->chunk->len >= CHUNK_SIZE)
    if (!write_chunk (self, CHUNK_SIZE, error))
      return FALSE;
  return TRUE;
}

static gboolean
take_deflated (Intake        *self,
               const guint8  *data,
               gsize          size,
               gboolean       at_end,
               GError       **error)
{
  guint8 out[16 * 1024];
  GConverterResult result = G_CONVERTER_CONVERTED;

  while (size > 0 || (at_end && result != G_CONVERTER_FINISHED))
    {
      gsize read = 0, written = 0;

      result = g_converter_convert (self->deflate, data, size, out, sizeof out,
                                    at_end ? G_CONVERTER_INPUT_AT_END : G_CONVERTER_NO_FLAGS, &read, &written, error);
      if (result == G_CONVERTER_ERROR)
        return FALSE;
      g_byte_array_append (self->chunk, out, written);
      data += read;
      size -= read;
      if (!write_full_chunks (self, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take (Intake        *self,
      const guint8  *data,
      gsize          size,
      gboolean       at_end,
      GError       **error)
{
  g_checksum_update (self->checksum, data, size);
  self->size += size;
  if (self->codec == CODEC_ZLIB)
    return take_deflated (self, data, size, at_end, error);
  g_byte_array_append (self->chunk, data, size);
  return write_full_chunks (self, error);
}

/* The row under which the pieces come in; nobody else has its hash. */
static gboolean
begin_row (Intake  *self,
           GError **error)
{
  guint8 unique[DAFTAR_ULID_SIZE];
  g_autoptr (GBytes) hash = NULL;

  daftar_txn_make_ulid (self->txn, unique);
  hash = g_bytes_new (unique, sizeof unique);
  if (!daftar_db_run (TXN_DB (self->txn), error,
                      "INSERT INTO blob (hash, size, codec, created_at) VALUES ($hash, 0, $codec, $now)",
                      DB_BLOB ("hash", hash), DB_INT ("codec", self->codec), DB_INT ("now", daftar_txn_now (self->txn)),
                      NULL))
    return FALSE;
  self->id = daftar_db_get_last_id (TXN_DB (self->txn));
  return TRUE;
}

static gboolean
drop (DaftarTxn  *txn,
      gint64      id,
      GError    **error)
{
  return daftar_db_run (TXN_DB (txn), error, "DELETE FROM blob_chunk WHERE blob_id = $id", DB_INT ("id", id), NULL)
         && daftar_db_run (TXN_DB (txn), error, "DELETE FROM blob WHERE id = $id", DB_INT ("id", id), NULL);
}

/* Known already: the newcomer goes. */
static gint64
finish_row (Intake  *self,
            GError **error)
{
  guint8 digest[32];
  gsize length = sizeof digest;
  g_autoptr (GBytes) hash = NULL;
  gint64 known = 0;

  g_checksum_get_digest (self->checksum, digest, &length);
  hash = g_bytes_new (digest, length);
  if (!daftar_db_get_int (TXN_DB (self->txn), &known, error, "SELECT id FROM blob WHERE hash = $hash",
                          DB_BLOB ("hash", hash), NULL))
    return 0;
  if (known != 0)
    return drop (self->txn, self->id, error) ? known : 0;
  if (!daftar_db_run (TXN_DB (self->txn), error, "UPDATE blob SET hash = $hash, size = $size WHERE id = $id",
                      DB_BLOB ("hash", hash), DB_INT ("size", self->size), DB_INT ("id", self->id), NULL))
    return 0;
  return self->id;
}

/**
 * daftar_blob_store_add:
 * @txn: a handle
 * @contents: what is in it; read to its end in pieces, so that a large file costs no memory
 * @error: return location for a sentence for the user
 *
 * Keeps a file. The same contents are kept once.
 *
 * Returns: its id, or 0
 */
gint64
daftar_blob_store_add (DaftarTxn     *txn,
                       GInputStream  *contents,
                       GError       **error)
{
  g_autofree guint8 *piece = g_malloc (CHUNK_SIZE);
  g_auto (Intake) self = { txn };
  gsize n = 0;

  self.checksum = g_checksum_new (G_CHECKSUM_SHA256);
  self.chunk = g_byte_array_new ();
  if (!g_input_stream_read_all (contents, piece, CHUNK_SIZE, &n, NULL, error))
    return 0;
  self.codec = choose_codec (piece, n);
  if (self.codec == CODEC_ZLIB)
    self.deflate = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 6));
  if (!begin_row (&self, error))
    return 0;
  while (n == CHUNK_SIZE)
    if (!take (&self, piece, n, FALSE, error)
        || !g_input_stream_read_all (contents, piece, CHUNK_SIZE, &n, NULL, error))
      return 0;
  if (!take (&self, piece, n, TRUE, error) || (self.chunk->len > 0 && !write_chunk (&self, self.chunk->len, error)))
    return 0;
  return finish_row (&self, error);
}

/**
 * daftar_blob_store_add_bytes:
 * @txn: a handle
 * @contents: what is in it
 * @error: return location for a sentence for the user
 *
 * Keeps what is in memory already.
 *
 * Returns: its id, or 0
 */
gint64
daftar_blob_store_add_bytes (DaftarTxn  *txn,
                             GBytes     *contents,
                             GError    **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (contents);

  return daftar_blob_store_add (txn, stream, error);
}

/* --- Out. ------------------------------------------------------------------------------------------ */

static gboolean
get_codec (DaftarReader  *reader,
           gint64         id,
           gint64        *codec,
           GError       **error)
{
  *codec = -1;
  if (!daftar_db_get_int (READER_DB (reader), codec, error, "SELECT codec FROM blob WHERE id = $id", DB_INT ("id", id),
                          NULL))
    return FALSE;
  if (*codec >= 0)
    return TRUE;
  g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_NOT_FOUND, _("It is not there any more."));
  return FALSE;
}

static gboolean
write_chunks (DaftarStatement  *rows,
              GOutputStream    *out,
              GError          **error)
{
  GError *local = NULL;

  while (daftar_statement_next (rows, &local))
    {
      gsize size = 0;
      const void *data = daftar_statement_get_data (rows, 0, &size);

      if (!g_output_stream_write_all (out, data, size, NULL, NULL, error))
        return FALSE;
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

/**
 * daftar_blob_store_write_to:
 * @reader: a handle
 * @id: a file
 * @out: where its contents go, piece by piece; it stays open
 * @error: return location for a sentence for the user
 */
gboolean
daftar_blob_store_write_to (DaftarReader   *reader,
                            gint64          id,
                            GOutputStream  *out,
                            GError        **error)
{
  g_autoptr (DaftarStatement) rows = NULL;
  g_autoptr (GConverter) inflate = NULL;
  g_autoptr (GOutputStream) inflated = NULL;
  gint64 codec;

  if (!get_codec (reader, id, &codec, error))
    return FALSE;
  rows = daftar_db_query (READER_DB (reader), error,
                          "SELECT data FROM blob_chunk WHERE blob_id = $id ORDER BY position", DB_INT ("id", id), NULL);
  if (rows == NULL)
    return FALSE;
  if (codec == CODEC_PLAIN)
    return write_chunks (rows, out, error);
  inflate = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
  inflated = g_converter_output_stream_new (out, inflate);
  g_filter_output_stream_set_close_base_stream (G_FILTER_OUTPUT_STREAM (inflated), FALSE);
  return write_chunks (rows, inflated, error) && g_output_stream_close (inflated, NULL, error);
}

/**
 * daftar_blob_store_get:
 * @reader: a handle
 * @id: a file
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable): all of it, for what is small
 */
GBytes *
daftar_blob_store_get (DaftarReader  *reader,
                       gint64         id,
                       GError       **error)
{
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();

  if (!daftar_blob_store_write_to (reader, id, out, error) || !g_output_stream_close (out, NULL, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
}

/* --- Sweeping. ------------------------------------------------------------------------------------- */

/**
 * daftar_blob_store_sweep:
 * @txn: a handle
 * @history_from: a moment; what only older history speaks of can't be brought back any more
 * @error: return location for a sentence for the user
 *
 * Removes the files that nobody has and that no step since @history_from, taken back, would need again.
 */
gboolean
daftar_blob_store_sweep (DaftarTxn  *txn,
                         gint64      history_from,
                         GError    **error)
{
  g_autoptr (GArray) ids = daftar_row_ids (
    daftar_db_query (TXN_DB (txn), error,
                     "SELECT b.id FROM blob b WHERE NOT EXISTS (SELECT 1 FROM customer WHERE photo_id = b.id)"
                     " AND NOT EXISTS (SELECT 1 FROM operation o JOIN operation_row r ON r.operation_id = o.id"
                     "  WHERE o.at >= $from AND r.kind = $kind"
                     "  AND (json_extract (r.before, '$.photo_id') = b.id OR json_extract (r.after, '$.photo_id') = b.id))",
                     DB_INT ("from", history_from), DB_INT ("kind", DAFTAR_KIND_CUSTOMER), NULL),
    error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!drop (txn, g_array_index (ids, gint64, i), error))
      return FALSE;
  return ids != NULL;
}
