/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define DAFTAR_ERROR (daftar_error_quark ())

/**
 * DaftarError:
 * @DAFTAR_ERROR_FAILED: anything without a code of its own
 * @DAFTAR_ERROR_INVALID: what was typed or given cannot be used
 * @DAFTAR_ERROR_NOT_FOUND: it does not exist (any more)
 * @DAFTAR_ERROR_NEWER: the file was written by a newer version
 * @DAFTAR_ERROR_DAMAGED: the file or the data is broken
 * @DAFTAR_ERROR_BUSY: somebody else holds it just now; trying again may help
 * @DAFTAR_ERROR_FULL: no room (disk, or a limit of the program)
 * @DAFTAR_ERROR_CONFLICT: somebody changed it in the meantime
 * @DAFTAR_ERROR_REFUSED: a rule, a right or the other side says no
 * @DAFTAR_ERROR_CANCELLED: the person stopped it
 * @DAFTAR_ERROR_UNREACHABLE: no network, no server, no device
 *
 * What went wrong, for code that must decide; the message is the sentence for the person.
 */
typedef enum
{
  DAFTAR_ERROR_FAILED,
  DAFTAR_ERROR_INVALID,
  DAFTAR_ERROR_NOT_FOUND,
  DAFTAR_ERROR_NEWER,
  DAFTAR_ERROR_DAMAGED,
  DAFTAR_ERROR_BUSY,
  DAFTAR_ERROR_FULL,
  DAFTAR_ERROR_CONFLICT,
  DAFTAR_ERROR_REFUSED,
  DAFTAR_ERROR_CANCELLED,
  DAFTAR_ERROR_UNREACHABLE,
} DaftarError;

GQuark daftar_error_quark (void);

G_END_DECLS
