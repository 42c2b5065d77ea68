/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define DAFTAR_MINUTES_A_DAY 1440

/**
 * DaftarDateOrder:
 * @DAFTAR_DATE_ORDER_DMY: day, month, year: 5/3/2025 is in March
 * @DAFTAR_DATE_ORDER_MDY: month, day, year: 5/3/2025 is in May
 * @DAFTAR_DATE_ORDER_YMD: year, month, day
 *
 * Which part comes first where a date written in numbers leaves a choice.
 */
typedef enum
{
  DAFTAR_DATE_ORDER_DMY,
  DAFTAR_DATE_ORDER_MDY,
  DAFTAR_DATE_ORDER_YMD,
} DaftarDateOrder;

gboolean  daftar_date_parse_iso     (const char       *text,
                                     int              *year,
                                     int              *month,
                                     int              *day);
char     *daftar_date_from_ymd      (int               year,
                                     int               month,
                                     int               day);
int       daftar_date_days_in_month (int               year,
                                     int               month);
int       daftar_date_to_number     (const char       *day);
char     *daftar_date_from_number   (int               number);
char     *daftar_date_add_days      (const char       *day,
                                     int               days);
char     *daftar_date_add_months    (const char       *day,
                                     int               months);
int       daftar_date_difference    (const char       *from,
                                     const char       *to);
int       daftar_date_weekday       (const char       *day);
char     *daftar_date_today         (GTimeZone        *zone,
                                     gint64            now);
char     *daftar_date_from_moment   (gint64            at,
                                     GTimeZone        *zone,
                                     int              *minute);
gint64    daftar_date_to_moment     (const char       *day,
                                     int               minute,
                                     GTimeZone        *zone);
char     *daftar_date_parse         (const char       *text,
                                     DaftarDateOrder   order,
                                     GError          **error);
char     *daftar_date_parse_near    (const char       *text,
                                     const char       *today,
                                     DaftarDateOrder   order,
                                     GError          **error);
gboolean  daftar_hijri_from_iso     (const char       *iso,
                                     int              *year,
                                     int              *month,
                                     int              *day);
char     *daftar_hijri_to_iso       (int               year,
                                     int               month,
                                     int               day);
int       daftar_hijri_month_length (int               year,
                                     int               month);

G_END_DECLS
