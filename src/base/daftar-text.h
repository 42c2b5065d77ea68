/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Raised whenever the fold of any text changes, or what is folded: the store keeps the number and folds again on a
 * mismatch. */
#define DAFTAR_FOLD_VERSION 2

typedef enum
{
  DAFTAR_DIRECTION_NEUTRAL,
  DAFTAR_DIRECTION_LTR,
  DAFTAR_DIRECTION_RTL,
} DaftarDirection;

/* A range of bytes in a text, end excluded. */
typedef struct
{
  int start;
  int end;
} DaftarTextRange;

char            *daftar_text_fold          (const char      *text);
char            *daftar_text_fold_alt      (const char      *fold);
char           **daftar_text_fold_words    (const char      *query);
gboolean         daftar_text_fold_contains (const char      *text_fold,
                                            const char      *query_fold);
gboolean         daftar_text_find_match    (const char      *text,
                                            const char      *query,
                                            int             *start,
                                            int             *end);
guint            daftar_text_find_matches  (const char      *text,
                                            const char      *query,
                                            DaftarTextRange *ranges,
                                            guint            n_ranges);
char            *daftar_text_initials      (const char      *name);
DaftarDirection  daftar_text_direction     (const char      *text);

G_END_DECLS
