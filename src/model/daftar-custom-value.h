/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-record.h"

G_BEGIN_DECLS

/* What a customer has in a field of the shop's own. There is no row where there is no value. */
#define DAFTAR_TYPE_CUSTOM_VALUE (daftar_custom_value_get_type ())
DAFTAR_DECLARE_RECORD (DaftarCustomValue, daftar_custom_value, CUSTOM_VALUE)

struct _DaftarCustomValue
{
  DaftarRecord parent_instance;

  gint64 customer_id;
  gint64 field_id;
  char *text; /* text, a choice, an ISO day, the currency of an amount */
  char *text_fold; /* see daftar_text_fold(); of a day the day itself */
  gint64 number; /* a number in millionths, an amount in minor units, 0 or 1 */
  char *field_name;
  gint64 field_type;
};

G_END_DECLS
