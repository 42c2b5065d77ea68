/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _DaftarCharsetConverter DaftarCharsetConverter;

const char             *daftar_charset_detect                 (const guint8            *data,
                                                               gsize                    length);

DaftarCharsetConverter *daftar_charset_converter_new          (const char              *charset,
                                                               GError                 **error);
void                    daftar_charset_converter_free         (DaftarCharsetConverter  *self);
void                    daftar_charset_converter_feed         (DaftarCharsetConverter  *self,
                                                               const guint8            *data,
                                                               gsize                    length,
                                                               GString                 *out);
void                    daftar_charset_converter_finish       (DaftarCharsetConverter  *self,
                                                               GString                 *out);
guint64                 daftar_charset_converter_get_replaced (DaftarCharsetConverter  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarCharsetConverter, daftar_charset_converter_free)

G_END_DECLS
