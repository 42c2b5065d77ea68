/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-record.h"

G_BEGIN_DECLS

/* A board: the stages that deals of one sort go through. */
#define DAFTAR_TYPE_BOARD (daftar_board_get_type ())
DAFTAR_DECLARE_RECORD (DaftarBoard, daftar_board, BOARD)

struct _DaftarBoard
{
  DaftarRecord parent_instance;

  char *name;
  gint64 position;
  gint64 created_at;
  gint64 deleted_at;
};

G_END_DECLS
