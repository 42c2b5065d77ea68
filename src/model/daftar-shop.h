/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-record.h"

G_BEGIN_DECLS

/* The shop itself: one row. */
#define DAFTAR_TYPE_SHOP (daftar_shop_get_type ())
DAFTAR_DECLARE_RECORD (DaftarShop, daftar_shop, SHOP)

struct _DaftarShop
{
  DaftarRecord parent_instance;

  char *name;
  char *country; /* ISO 3166 */
  char *language; /* of the content: ISO 639 */
  char *currency; /* ISO 4217 */
  char *zone; /* IANA */
  gint64 first_target; /* working minutes to the first answer */
  gint64 next_target; /* working minutes to each further answer */
  gint64 solve_target; /* working minutes to the solution */
  char *backup_folder;
  gint64 created_at;
};

G_END_DECLS
