/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-staff-member.h"

static const DaftarField fields[] = {
  DAFTAR_FIELD (DaftarStaffMember, TEXT, name, 0),
  DAFTAR_FIELD (DaftarStaffMember, INT, role, 0),
  DAFTAR_FIELD (DaftarStaffMember, BOOL, active, 0),
  DAFTAR_FIELD (DaftarStaffMember, INT, created_at, 0),
};

DAFTAR_DEFINE_RECORD (DaftarStaffMember, daftar_staff_member)
