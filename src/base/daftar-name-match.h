/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DaftarNameMatch:
 * @DAFTAR_NAMES_DIFFERENT: two names
 * @DAFTAR_NAMES_PART: one lacks names in the middle of the other: أمل الحداد, أمل محمد الحداد
 * @DAFTAR_NAMES_LETTER: one letter is other, missing or changed places: Haddad, Hadad
 * @DAFTAR_NAMES_ORDER: the same words in another order
 * @DAFTAR_NAMES_SPELLING: the same words, written apart or together, with or without ال, بن: عبد الله, عبدالله
 * @DAFTAR_NAMES_SAME: the same fold
 *
 * How alike two names are, the likest last.
 */
typedef enum
{
  DAFTAR_NAMES_DIFFERENT,
  DAFTAR_NAMES_PART,
  DAFTAR_NAMES_LETTER,
  DAFTAR_NAMES_ORDER,
  DAFTAR_NAMES_SPELLING,
  DAFTAR_NAMES_SAME,
} DaftarNameMatch;

/* Short names are like others by chance: from so many letters on, one may be other. */
#define DAFTAR_NAME_MIN_LETTERS 6

char          **daftar_name_words   (const char *fold);
DaftarNameMatch daftar_name_compare (const char *fold,
                                     const char *other_fold);

G_END_DECLS
