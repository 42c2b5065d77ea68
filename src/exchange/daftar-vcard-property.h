/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One property of a vCard, taken apart. Private to exchange/. */
typedef struct
{
  char *group;        /* lower case, or NULL */
  char *name;         /* upper case */
  GPtrArray *params;  /* pairs: the name in upper case, the value; a 2.1 parameter without name is a TYPE */
  char *value;        /* raw after transfer decoding: valid UTF-8, escapes still in */
  GBytes *bytes;      /* instead of value, where it came in base64 */
} DaftarVcardProperty;

DaftarVcardProperty *daftar_vcard_property_parse    (const char                *line,
                                                     gsize                      length,
                                                     const char                *charset);
void                 daftar_vcard_property_free     (DaftarVcardProperty       *self);
const char          *daftar_vcard_property_param    (const DaftarVcardProperty *self,
                                                     const char                *name);
gboolean             daftar_vcard_property_has_type (const DaftarVcardProperty *self,
                                                     const char                *type);

gboolean             daftar_vcard_line_is_encoded   (const char                *line,
                                                     gsize                      length,
                                                     gboolean                  *base64);
char                *daftar_vcard_unescape          (const char                *text,
                                                     gssize                     length,
                                                     gboolean                   old);
GPtrArray           *daftar_vcard_split             (const char                *text,
                                                     char                       separator,
                                                     gboolean                   old);
char                *daftar_vcard_to_utf8           (const char                *data,
                                                     gsize                      length,
                                                     const char                *charset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarVcardProperty, daftar_vcard_property_free)

G_END_DECLS
