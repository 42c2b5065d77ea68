/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"
#define _GNU_SOURCE /* memmem() */

#include "daftar-photo.h"

#include "daftar-error.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n.h>
#include <string.h>

/* What is kept is no larger than this on either side. */
#define SIDE 512
#define MAX_FILE (30 * 1024 * 1024)
/* Decoded once, a picture this large needs 256 MB for a moment. */
#define MAX_PIXELS (64 * 1000 * 1000)

typedef struct
{
  GFile *file;         /* one of these two */
  GdkTexture *texture;
} Source;

static void
source_free (gpointer data)
{
  Source *source = data;

  g_clear_object (&source->file);
  g_clear_object (&source->texture);
  g_free (source);
}

/* --- Decoding. ------------------------------------------------------------------------------------- */

typedef struct
{
  gboolean known;     /* its kind is one that is taken */
  gboolean too_large;
} Look;

/* Pictures of cameras and of the web; no format that is a program of its own. */
static gboolean
is_taken (GdkPixbufLoader *loader)
{
  static const char *const names[] = { "jpeg", "png", "webp", "gif", "bmp" };
  GdkPixbufFormat *format = gdk_pixbuf_loader_get_format (loader);
  g_autofree char *name = format != NULL ? gdk_pixbuf_format_get_name (format) : NULL;

  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (name, names[i]))
      return TRUE;
  return FALSE;
}

/* Called before anything is decoded: what is too much is made one pixel, and refused afterwards. */
static void
size_cb (GdkPixbufLoader *loader,
         int              width,
         int              height,
         Look            *look)
{
  double scale = MIN (1, MIN ((double) SIDE / MAX (width, 1), (double) SIDE / MAX (height, 1)));

  look->known = is_taken (loader);
  look->too_large = (gint64) width * height > MAX_PIXELS;
  if (!look->known || look->too_large)
    scale = 0;
  gdk_pixbuf_loader_set_size (loader, MAX (1, (int) (width * scale)), MAX (1, (int) (height * scale)));
}

/* The decoders are content with half of a file and leave the rest blank: so its end is looked for. */
static gboolean
is_complete (GBytes *bytes)
{
  static const guint8 png[] = { 0x89, 'P', 'N', 'G' }, png_end[] = { 'I', 'E', 'N', 'D' };
  static const guint8 jpeg[] = { 0xff, 0xd8 }, jpeg_end[] = { 0xff, 0xd9 };
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  if (size > sizeof png && memcmp (data, png, sizeof png) == 0)
    return memmem (data, size, png_end, sizeof png_end) != NULL;
  if (size > sizeof jpeg && memcmp (data, jpeg, sizeof jpeg) == 0)
    return memmem (data, size, jpeg_end, sizeof jpeg_end) != NULL;
  return TRUE;
}

static GBytes *
refuse (GError     **error,
        const char  *sentence)
{
  g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID, sentence);
  return NULL;
}

static GBytes *
encode (GdkPixbuf  *pixbuf,
        GError    **error)
{
  g_autoptr (GdkPixbuf) upright = gdk_pixbuf_apply_embedded_orientation (pixbuf);
  char *data = NULL;
  gsize size = 0;
  gboolean done = gdk_pixbuf_get_has_alpha (upright)
                    ? gdk_pixbuf_save_to_buffer (upright, &data, &size, "png", NULL, NULL)
                    : gdk_pixbuf_save_to_buffer (upright, &data, &size, "jpeg", NULL, "quality", "85", NULL);

  return done ? g_bytes_new_take (data, size) : refuse (error, _("This picture can’t be read. Choose another one."));
}

/**
 * daftar_photo_from_bytes:
 * @bytes: a picture file
 * @error: return location for a sentence for the user
 *
 * Decodes a picture, turns it upright, and makes it small. It takes a moment: not for the main thread.
 *
 * Returns: (transfer full) (nullable): a picture file of at most 512 pixels a side, and nothing else that was in it
 */
GBytes *
daftar_photo_from_bytes (GBytes  *bytes,
                         GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  Look look = { FALSE, FALSE };
  gboolean written, closed;
  GdkPixbuf *pixbuf;

  if (g_bytes_get_size (bytes) > MAX_FILE)
    {
      gdk_pixbuf_loader_close (loader, NULL);
      return refuse (error, _("This picture is too large. Choose one of at most 30 megabytes."));
    }
  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_cb), &look);
  written = gdk_pixbuf_loader_write_bytes (loader, bytes, NULL);
  closed = gdk_pixbuf_loader_close (loader, NULL);
  if (look.too_large)
    return refuse (error, _("This picture has too many pixels. Choose a smaller one."));
  pixbuf = written && closed && look.known && is_complete (bytes) ? gdk_pixbuf_loader_get_pixbuf (loader) : NULL;
  return pixbuf != NULL ? encode (pixbuf, error) : refuse (error, _("This picture can’t be read. Choose another one."));
}

/* --- On a thread of its own. ----------------------------------------------------------------------- */

static GBytes *
read_file (GFile         *file,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 piece[64 * 1024];
  gssize n = 0;

  /* One piece more than is taken tells that it is too large, whatever the file says of itself. */
  while (stream != NULL && bytes->len <= MAX_FILE
         && (n = g_input_stream_read (G_INPUT_STREAM (stream), piece, sizeof piece, cancellable, error)) > 0)
    g_byte_array_append (bytes, piece, n);
  if (stream == NULL || n < 0)
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static void
run (GTask        *task,
     gpointer      object,
     gpointer      data,
     GCancellable *cancellable)
{
  Source *source = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = source->file != NULL ? read_file (source->file, cancellable, &error)
                                                  : gdk_texture_save_to_png_bytes (source->texture);
  GBytes *photo = bytes != NULL ? daftar_photo_from_bytes (bytes, &error) : NULL;

  if (photo != NULL)
    g_task_return_pointer (task, photo, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * daftar_photo_load_async:
 * @file: (nullable): a picture file
 * @texture: (nullable): a picture in memory, if there is no file
 * @callback: called when it is decoded
 * @data: for @callback
 */
void
daftar_photo_load_async (GFile               *file,
                         GdkTexture          *texture,
                         GAsyncReadyCallback  callback,
                         gpointer             data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, data);
  Source *source = g_new0 (Source, 1);

  source->file = file != NULL ? g_object_ref (file) : NULL;
  source->texture = texture != NULL ? g_object_ref (texture) : NULL;
  g_task_set_task_data (task, source, source_free);
  g_task_run_in_thread (task, run);
}

/**
 * daftar_photo_load_finish:
 * @result: given to the callback
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable): what is to be kept
 */
GBytes *
daftar_photo_load_finish (GAsyncResult  *result,
                          GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
