/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Within the folder only: the regular expressions of telephone plans, over ASCII digits. */

#include <glib.h>

G_BEGIN_DECLS

gboolean daftar_digit_pattern_is_literal (const char *pattern);
gboolean daftar_digit_pattern_matches    (const char *pattern,
                                          const char *digits);

G_END_DECLS
