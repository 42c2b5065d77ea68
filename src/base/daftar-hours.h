/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* What daftar_hours_add() and daftar_hours_next_open() answer when the shop never opens again. */
#define DAFTAR_HOURS_NEVER G_MAXINT64

#define DAFTAR_TYPE_HOURS (daftar_hours_get_type ())

typedef struct _DaftarHours        DaftarHours;
typedef struct _DaftarHoursBuilder DaftarHoursBuilder;

DaftarHoursBuilder *daftar_hours_builder_new         (GTimeZone          *zone);
void                daftar_hours_builder_free        (DaftarHoursBuilder *builder);
void                daftar_hours_builder_add_version (DaftarHoursBuilder *builder,
                                                      const char         *valid_from);
gboolean            daftar_hours_builder_add_span    (DaftarHoursBuilder *builder,
                                                      int                 weekday,
                                                      int                 from_minute,
                                                      int                 to_minute);
gboolean            daftar_hours_builder_add_day_off (DaftarHoursBuilder *builder,
                                                      const char         *first_day,
                                                      const char         *last_day);
DaftarHours        *daftar_hours_builder_end         (DaftarHoursBuilder *builder);

GType               daftar_hours_get_type            (void) G_GNUC_CONST;
DaftarHours        *daftar_hours_ref                 (DaftarHours        *self);
void                daftar_hours_unref               (DaftarHours        *self);
gint64              daftar_hours_add                 (DaftarHours        *self,
                                                      gint64              start,
                                                      gint64              working_us);
gint64              daftar_hours_between             (DaftarHours        *self,
                                                      gint64              from,
                                                      gint64              to);
gboolean            daftar_hours_is_open             (DaftarHours        *self,
                                                      gint64              at);
gint64              daftar_hours_next_open           (DaftarHours        *self,
                                                      gint64              at);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarHours, daftar_hours_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarHoursBuilder, daftar_hours_builder_free)

G_END_DECLS
