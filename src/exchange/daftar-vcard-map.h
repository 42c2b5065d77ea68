/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-exchange-card.h"
#include "daftar-vcard-property.h"

G_BEGIN_DECLS

/* What the properties of a card say. Private to exchange/. */
DaftarExchangeCard *daftar_vcard_map (const GPtrArray *properties);

G_END_DECLS
