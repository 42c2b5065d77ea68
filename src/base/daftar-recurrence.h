/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  DAFTAR_RECUR_DAY,
  DAFTAR_RECUR_WEEK,
  DAFTAR_RECUR_MONTH,
  DAFTAR_RECUR_YEAR,
  DAFTAR_RECUR_HIJRI_YEAR,
} DaftarRecurUnit;

char *daftar_recurrence_next (const char      *planned_day,
                              const char      *anchor_day,
                              int              interval,
                              DaftarRecurUnit  unit,
                              const char      *not_before);

G_END_DECLS
