/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-record.h"

G_BEGIN_DECLS

/* A field of the shop's own, which every customer may have a value of. */
#define DAFTAR_TYPE_CUSTOM_FIELD (daftar_custom_field_get_type ())
DAFTAR_DECLARE_RECORD (DaftarCustomField, daftar_custom_field, CUSTOM_FIELD)

struct _DaftarCustomField
{
  DaftarRecord parent_instance;

  char *name;
  gint64 type; /* DaftarCustomType */
  char *choices; /* one a line */
  gint64 position;
  gint64 created_at;
  gint64 deleted_at;
};

G_END_DECLS
