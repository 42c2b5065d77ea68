/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A customer on paper: words and where they stand on the pages. No widget and no window is needed for it. */
#pragma once

#include "daftar-profile.h"
#include "daftar-ui-context.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef struct _DaftarProfilePaper DaftarProfilePaper;

DaftarProfilePaper *daftar_profile_paper_new    (DaftarUiContext    *ui,
                                                 DaftarProfile      *profile);
void                daftar_profile_paper_free   (DaftarProfilePaper *self);
guint               daftar_profile_paper_layout (DaftarProfilePaper *self,
                                                 double              width,
                                                 double              height);
void                daftar_profile_paper_draw   (DaftarProfilePaper *self,
                                                 cairo_t            *cr,
                                                 guint               page);
GBytes             *daftar_profile_paper_to_pdf (DaftarProfilePaper *self,
                                                 GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarProfilePaper, daftar_profile_paper_free)

G_END_DECLS
