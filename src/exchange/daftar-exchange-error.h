/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DaftarExchangeError:
 * @DAFTAR_EXCHANGE_ERROR_QUOTE: a quotation mark in a CSV file is never closed
 * @DAFTAR_EXCHANGE_ERROR_TOO_LARGE: a field, a string, a row or a nesting is beyond the limits
 * @DAFTAR_EXCHANGE_ERROR_SYNTAX: the file is not what it says it is
 * @DAFTAR_EXCHANGE_ERROR_TRUNCATED: the file ends in the middle
 * @DAFTAR_EXCHANGE_ERROR_CHARSET: the encoding is not known on this computer
 *
 * What can go wrong while reading files of others. Each comes with a whole sentence for the user.
 */
typedef enum
{
  DAFTAR_EXCHANGE_ERROR_QUOTE,
  DAFTAR_EXCHANGE_ERROR_TOO_LARGE,
  DAFTAR_EXCHANGE_ERROR_SYNTAX,
  DAFTAR_EXCHANGE_ERROR_TRUNCATED,
  DAFTAR_EXCHANGE_ERROR_CHARSET,
} DaftarExchangeError;

#define DAFTAR_EXCHANGE_ERROR (daftar_exchange_error_quark ())

GQuark daftar_exchange_error_quark (void);

G_END_DECLS
