/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Within the folder only: the telephone plans of the world, as libphonenumber has them. */

#include <glib.h>

G_BEGIN_DECLS

/* Patterns are regular expressions over national numbers. */
typedef struct
{
  const char *calling_code;
  const char *region;
  guint32     lengths;       /* bit n: national numbers of n digits exist */
  const char *pattern;       /* all national numbers */
  const char *idd;           /* what is dialled for abroad: the usual one */
  const char *abroad;        /* and all of them */
  const char *trunk;         /* what is dialled before an area code at home, "" where nothing is */
  const char *strip;         /* what is taken off when reading, mostly the same */
  const char *transform;     /* what it becomes, with \1 … */
  const char *own;           /* where a calling code is shared: numbers of this region */
} DaftarPhonePlan;

typedef struct
{
  const char *calling_code;
  const char *pattern;
  const char *leading;
  const char *home;
  const char *abroad;
} DaftarPhoneFormat;

const DaftarPhonePlan *daftar_phone_plan_of_country (const char            *country);
const DaftarPhonePlan *daftar_phone_plan_of_number  (const char            *digits);
gboolean               daftar_phone_plan_fits       (const DaftarPhonePlan *plan,
                                                     const char            *national);
gboolean               daftar_phone_plan_possible   (const DaftarPhonePlan *plan,
                                                     const char            *national);
char                  *daftar_phone_plan_strip      (const DaftarPhonePlan *plan,
                                                     const char            *national);
gsize                  daftar_phone_plan_abroad     (const DaftarPhonePlan *plan,
                                                     const char            *dialled);
const char            *daftar_phone_plan_region     (const DaftarPhonePlan *plan,
                                                     const char            *national);
char                  *daftar_phone_plan_group      (const DaftarPhonePlan *plan,
                                                     const char            *national,
                                                     gboolean               at_home);

G_END_DECLS
