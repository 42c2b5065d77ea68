/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-shop.h"

static const DaftarField fields[] = {
  DAFTAR_FIELD (DaftarShop, TEXT, name, 0),
  DAFTAR_FIELD (DaftarShop, TEXT, country, 0),
  DAFTAR_FIELD (DaftarShop, TEXT, language, 0),
  DAFTAR_FIELD (DaftarShop, TEXT, currency, 0),
  DAFTAR_FIELD (DaftarShop, TEXT, zone, 0),
  DAFTAR_FIELD (DaftarShop, INT, first_target, 0),
  DAFTAR_FIELD (DaftarShop, INT, next_target, 0),
  DAFTAR_FIELD (DaftarShop, INT, solve_target, 0),
  DAFTAR_FIELD (DaftarShop, TEXT, backup_folder, 0),
  DAFTAR_FIELD (DaftarShop, INT, created_at, 0),
};

DAFTAR_DEFINE_RECORD (DaftarShop, daftar_shop)
