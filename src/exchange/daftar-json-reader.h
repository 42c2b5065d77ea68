/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define DAFTAR_JSON_MAX_DEPTH 64
#define DAFTAR_JSON_MAX_STRING (16 * 1024 * 1024)

/**
 * DaftarJsonToken:
 * @DAFTAR_JSON_ERROR: reading stopped; the error says why
 * @DAFTAR_JSON_END: the document is complete
 * @DAFTAR_JSON_NAME: the name of a member; its value comes next
 * @DAFTAR_JSON_INT: a whole number that fits 64 bits
 * @DAFTAR_JSON_NUMBER: any other number; its text is kept
 *
 * What comes next in a document.
 */
typedef enum
{
  DAFTAR_JSON_ERROR,
  DAFTAR_JSON_END,
  DAFTAR_JSON_BEGIN_OBJECT,
  DAFTAR_JSON_END_OBJECT,
  DAFTAR_JSON_BEGIN_ARRAY,
  DAFTAR_JSON_END_ARRAY,
  DAFTAR_JSON_NAME,
  DAFTAR_JSON_STRING,
  DAFTAR_JSON_INT,
  DAFTAR_JSON_NUMBER,
  DAFTAR_JSON_TRUE,
  DAFTAR_JSON_FALSE,
  DAFTAR_JSON_NULL,
} DaftarJsonToken;

/**
 * DaftarJsonFillFunc:
 * @buffer: room for more text
 * @size: bytes of room
 * @user_data: what was given to daftar_json_reader_new()
 * @error: a place for an error
 *
 * Gives the reader the next bytes, as g_input_stream_read() does.
 *
 * Returns: how many bytes were put into @buffer, 0 at the end, -1 with @error set
 */
typedef gssize (*DaftarJsonFillFunc) (char      *buffer,
                                      gsize      size,
                                      gpointer   user_data,
                                      GError   **error);

typedef struct _DaftarJsonReader DaftarJsonReader;

DaftarJsonReader *daftar_json_reader_new        (DaftarJsonFillFunc   fill,
                                                 gpointer             user_data);
void              daftar_json_reader_free       (DaftarJsonReader    *self);
DaftarJsonToken   daftar_json_reader_next       (DaftarJsonReader    *self,
                                                 GError             **error);
gboolean          daftar_json_reader_skip       (DaftarJsonReader    *self,
                                                 GError             **error);
const char       *daftar_json_reader_get_string (DaftarJsonReader    *self,
                                                 gsize               *length);
gint64            daftar_json_reader_get_int    (DaftarJsonReader    *self);
guint             daftar_json_reader_get_depth  (DaftarJsonReader    *self);
guint64           daftar_json_reader_get_line   (DaftarJsonReader    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarJsonReader, daftar_json_reader_free)

G_END_DECLS
