/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-record.h"

G_BEGIN_DECLS

/* A day of a customer that comes every year. */
#define DAFTAR_TYPE_OCCASION (daftar_occasion_get_type ())
DAFTAR_DECLARE_RECORD (DaftarOccasion, daftar_occasion, OCCASION)

struct _DaftarOccasion
{
  DaftarRecord parent_instance;

  gint64 customer_id;
  gint64 kind; /* DaftarOccasionKind */
  char *day; /* ISO day; if the year is not known, 0000 with the month and day of its own calendar */
  gboolean hijri; /* comes back by the Hijri date */
  char *label;

  /* For showing, from joins. */
  char *customer_name;
  char *next_day; /* ISO day of the next time */
};

G_END_DECLS
