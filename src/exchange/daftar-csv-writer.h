/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _DaftarCsvWriter DaftarCsvWriter;

DaftarCsvWriter *daftar_csv_writer_new         (GString         *out,
                                                char             delimiter);
void             daftar_csv_writer_free        (DaftarCsvWriter *self);
void             daftar_csv_writer_add_text    (DaftarCsvWriter *self,
                                                const char      *text);
void             daftar_csv_writer_add_number  (DaftarCsvWriter *self,
                                                gint64           units,
                                                guint            decimals);
void             daftar_csv_writer_end_row     (DaftarCsvWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarCsvWriter, daftar_csv_writer_free)

G_END_DECLS
