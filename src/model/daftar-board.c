/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-board.h"

static const DaftarField fields[] = {
  DAFTAR_FIELD (DaftarBoard, TEXT, name, 0),
  DAFTAR_FIELD (DaftarBoard, INT, position, 0),
  DAFTAR_FIELD (DaftarBoard, INT, created_at, 0),
  DAFTAR_FIELD (DaftarBoard, INT, deleted_at, DAFTAR_FIELD_OPTIONAL),
};

DAFTAR_DEFINE_RECORD (DaftarBoard, daftar_board)
