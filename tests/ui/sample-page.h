/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-page.h"

G_BEGIN_DECLS

#define SAMPLE_TYPE_PAGE (sample_page_get_type ())
G_DECLARE_FINAL_TYPE (SamplePage, sample_page, SAMPLE, PAGE, GtkWidget)

DaftarPage *sample_page_new (const char *id,
                             const char *title,
                             const char *icon_name);
const char *sample_page_get_opened (SamplePage *self);
gboolean    sample_page_has_searched (SamplePage *self);

G_END_DECLS
