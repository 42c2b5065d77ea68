/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-record.h"

G_BEGIN_DECLS

/* Somebody who works in the shop. */
#define DAFTAR_TYPE_STAFF_MEMBER (daftar_staff_member_get_type ())
DAFTAR_DECLARE_RECORD (DaftarStaffMember, daftar_staff_member, STAFF_MEMBER)

struct _DaftarStaffMember
{
  DaftarRecord parent_instance;

  char *name;
  gint64 role; /* DaftarStaffRole */
  gboolean active;
  gint64 created_at;
};

G_END_DECLS
