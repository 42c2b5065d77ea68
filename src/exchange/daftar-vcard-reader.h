/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-exchange-card.h"

G_BEGIN_DECLS

/* One property after unfolding (a picture is the only long one); all properties of a card together. */
#define DAFTAR_VCARD_MAX_PROPERTY (16 * 1024 * 1024)
#define DAFTAR_VCARD_MAX_CARD (64 * 1024 * 1024)
#define DAFTAR_VCARD_MAX_PROPERTIES 10000

/**
 * DaftarVcardFunc:
 * @card: (transfer none): the card; freed after the callback
 * @user_data: what was given to daftar_vcard_reader_new()
 * @error: a place for an error that stops the reading
 *
 * Returns: %FALSE with @error set to stop
 */
typedef gboolean (*DaftarVcardFunc) (DaftarExchangeCard  *card,
                                     gpointer             user_data,
                                     GError             **error);

typedef struct _DaftarVcardReader DaftarVcardReader;

DaftarVcardReader *daftar_vcard_reader_new         (DaftarVcardFunc     func,
                                                    gpointer            user_data);
void               daftar_vcard_reader_free        (DaftarVcardReader  *self);
void               daftar_vcard_reader_set_charset (DaftarVcardReader  *self,
                                                    const char         *charset);
gboolean           daftar_vcard_reader_feed        (DaftarVcardReader  *self,
                                                    const char         *data,
                                                    gsize               length,
                                                    GError            **error);
gboolean           daftar_vcard_reader_finish      (DaftarVcardReader  *self,
                                                    GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarVcardReader, daftar_vcard_reader_free)

G_END_DECLS
