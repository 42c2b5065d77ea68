/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-record.h"

G_BEGIN_DECLS

/* What a list was narrowed to, under a name. */
#define DAFTAR_TYPE_SAVED_FILTER (daftar_saved_filter_get_type ())
DAFTAR_DECLARE_RECORD (DaftarSavedFilter, daftar_saved_filter, SAVED_FILTER)

struct _DaftarSavedFilter
{
  DaftarRecord parent_instance;

  char *page; /* the id of the page */
  char *name;
  char *rule; /* JSON */
  gint64 position;
  gint64 created_at;
};

G_END_DECLS
