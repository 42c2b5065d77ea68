/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _DaftarJsonWriter DaftarJsonWriter;

DaftarJsonWriter *daftar_json_writer_new          (GString          *out);
void              daftar_json_writer_free         (DaftarJsonWriter *self);
void              daftar_json_writer_begin_object (DaftarJsonWriter *self);
void              daftar_json_writer_end_object   (DaftarJsonWriter *self);
void              daftar_json_writer_begin_array  (DaftarJsonWriter *self);
void              daftar_json_writer_end_array    (DaftarJsonWriter *self);
void              daftar_json_writer_name         (DaftarJsonWriter *self,
                                                   const char       *name);
void              daftar_json_writer_string       (DaftarJsonWriter *self,
                                                   const char       *text);
void              daftar_json_writer_string_len   (DaftarJsonWriter *self,
                                                   const char       *text,
                                                   gssize            length);
void              daftar_json_writer_base64       (DaftarJsonWriter *self,
                                                   const guint8     *data,
                                                   gsize             length);
void              daftar_json_writer_int          (DaftarJsonWriter *self,
                                                   gint64            value);
void              daftar_json_writer_bool         (DaftarJsonWriter *self,
                                                   gboolean          value);
void              daftar_json_writer_null         (DaftarJsonWriter *self);

void              daftar_json_writer_member_string (DaftarJsonWriter *self,
                                                    const char       *name,
                                                    const char       *text);
void              daftar_json_writer_member_int    (DaftarJsonWriter *self,
                                                    const char       *name,
                                                    gint64            value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarJsonWriter, daftar_json_writer_free)

G_END_DECLS
