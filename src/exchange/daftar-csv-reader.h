/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Larger than any honest customer list; what goes beyond is refused with a sentence, not swallowed. */
#define DAFTAR_CSV_MAX_FIELD (1024 * 1024)
#define DAFTAR_CSV_MAX_ROW (16 * 1024 * 1024)
#define DAFTAR_CSV_MAX_COLUMNS 1000

/**
 * DaftarCsvRow:
 * @row: the number of the row in the file, from 1, blank rows counted (as a spreadsheet counts)
 * @line: the line of the file on which the row begins, from 1 (as a text editor counts)
 * @n_fields: how many fields it has, at least 1
 * @fields: (array length=n_fields): the fields, valid UTF-8 if the text fed was; they belong to the reader,
 *   may be changed in place, and live until the callback returns
 *
 * One row of a CSV file. Rows without any text are not reported.
 */
typedef struct
{
  guint64 row;
  guint64 line;
  guint n_fields;
  char **fields;
} DaftarCsvRow;

/**
 * DaftarCsvRowFunc:
 * @row: the row
 * @user_data: what was given to daftar_csv_reader_set_func()
 * @error: a place for an error that stops the reading
 *
 * Returns: %FALSE with @error set to stop
 */
typedef gboolean (*DaftarCsvRowFunc) (const DaftarCsvRow  *row,
                                      gpointer             user_data,
                                      GError             **error);

typedef struct _DaftarCsvReader DaftarCsvReader;

char             daftar_csv_detect_delimiter (const char        *text,
                                              gsize              length);
char             daftar_csv_detect_quote        (const char           *text,
                                                 gsize                 length,
                                                 char                  delimiter);

DaftarCsvReader *daftar_csv_reader_new       (char               delimiter);
void             daftar_csv_reader_free      (DaftarCsvReader   *self);
void             daftar_csv_reader_set_quote    (DaftarCsvReader      *self,
                                                 char                  quote);
void             daftar_csv_reader_set_func  (DaftarCsvReader   *self,
                                              DaftarCsvRowFunc   func,
                                              gpointer           user_data);
gboolean         daftar_csv_reader_feed      (DaftarCsvReader   *self,
                                              const char        *text,
                                              gsize              length,
                                              GError           **error);
gboolean         daftar_csv_reader_finish    (DaftarCsvReader   *self,
                                              GError           **error);

gboolean         daftar_csv_needs_guard      (const char        *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarCsvReader, daftar_csv_reader_free)

G_END_DECLS
