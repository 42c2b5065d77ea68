/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-model.h"

G_BEGIN_DECLS

/* What one can do with a contact point. */
typedef enum
{
  DAFTAR_CONTACT_ACTION_CALL,
  DAFTAR_CONTACT_ACTION_WHATSAPP,
  DAFTAR_CONTACT_ACTION_SMS,
  DAFTAR_CONTACT_ACTION_MAIL,
  DAFTAR_CONTACT_ACTION_MAP,
  DAFTAR_CONTACT_ACTION_OPEN,
} DaftarContactAction;

char *daftar_contact_link (DaftarContactPoint  *point,
                           DaftarContactAction  action,
                           const char          *text);

G_END_DECLS
