/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Within the folder only: names of months and days, for writing them and for reading them. */

#include <glib.h>

G_BEGIN_DECLS

const char *const *daftar_month_names       (const char *language,
                                             const char *country);
const char *const *daftar_hijri_month_names (const char *language);
const char *const *daftar_weekday_names     (const char *language);
int                daftar_month_read        (const char *fold,
                                             gsize      *length,
                                             gboolean   *hijri);
gboolean           daftar_weekday_read      (const char *fold,
                                             gsize      *length);

G_END_DECLS
