/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  DAFTAR_CALENDAR_GREGORIAN,
  DAFTAR_CALENDAR_HIJRI,
  DAFTAR_CALENDAR_BOTH,
} DaftarCalendar;

/**
 * DaftarDayStyle:
 * @DAFTAR_DAY_SHORT: 5 Mar 2025, in Arabic 5/3/2025
 * @DAFTAR_DAY_LONG: 5 March 2025
 * @DAFTAR_DAY_WEEKDAY: Wednesday, 5 March 2025
 */
typedef enum
{
  DAFTAR_DAY_SHORT,
  DAFTAR_DAY_LONG,
  DAFTAR_DAY_WEEKDAY,
} DaftarDayStyle;

typedef enum
{
  DAFTAR_MOMENT_RELATIVE,
  DAFTAR_MOMENT_EXACT,
} DaftarMomentStyle;

#define DAFTAR_TYPE_FORMAT (daftar_format_get_type ())

typedef struct _DaftarFormat DaftarFormat;

GType           daftar_format_get_type          (void) G_GNUC_CONST;
DaftarFormat   *daftar_format_new               (const char        *language,
                                                 const char        *country,
                                                 gboolean           arabic_digits,
                                                 DaftarCalendar     calendar,
                                                 const char        *zone);
DaftarFormat   *daftar_format_ref               (DaftarFormat      *self);
void            daftar_format_unref             (DaftarFormat      *self);
const char     *daftar_format_get_language      (DaftarFormat      *self);
const char     *daftar_format_get_country       (DaftarFormat      *self);
gboolean        daftar_format_get_arabic_digits (DaftarFormat      *self);
DaftarCalendar  daftar_format_get_calendar      (DaftarFormat      *self);
GTimeZone      *daftar_format_get_zone          (DaftarFormat      *self);
int             daftar_format_get_first_weekday (DaftarFormat      *self);
const char     *daftar_format_month_name        (DaftarFormat      *self,
                                                 int                month);
const char     *daftar_format_hijri_month_name  (DaftarFormat      *self,
                                                 int                month);
const char     *daftar_format_weekday_name      (DaftarFormat      *self,
                                                 int                weekday);
char           *daftar_format_digits            (DaftarFormat      *self,
                                                 const char        *text);
char           *daftar_format_numeral           (DaftarFormat      *self,
                                                 const char        *text);
char           *daftar_format_number            (DaftarFormat      *self,
                                                 gint64             number);
char           *daftar_format_day               (DaftarFormat      *self,
                                                 const char        *iso_day,
                                                 DaftarDayStyle     style);
char           *daftar_format_moment            (DaftarFormat      *self,
                                                 gint64             at,
                                                 gint64             now,
                                                 DaftarMomentStyle  style);
char           *daftar_format_time_of_day       (DaftarFormat      *self,
                                                 int                minutes);
char           *daftar_format_duration          (DaftarFormat      *self,
                                                 gint64             us);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarFormat, daftar_format_unref)

G_END_DECLS
