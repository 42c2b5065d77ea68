/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-exchange-card.h"

G_BEGIN_DECLS

typedef enum
{
  DAFTAR_VCARD_3_0,
  DAFTAR_VCARD_4_0,
} DaftarVcardVersion;

void daftar_vcard_write (GString                  *out,
                         const DaftarExchangeCard *card,
                         DaftarVcardVersion        version);

G_END_DECLS
