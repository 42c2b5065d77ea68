/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DaftarImportField:
 * @DAFTAR_IMPORT_FIELD_IGNORE: left out
 * @DAFTAR_IMPORT_FIELD_NOTE: kept in the customer's note as «header: value»
 * @DAFTAR_IMPORT_FIELD_TEXT: the text of the note itself, without its header
 * @DAFTAR_IMPORT_FIELD_LANDLINE: a number that gets no messages
 * @DAFTAR_IMPORT_FIELD_PLACE: a whole address; each column is one
 * @DAFTAR_IMPORT_FIELD_POINT_DETAILS: what the program's own table says of numbers and addresses beside them
 * @DAFTAR_IMPORT_FIELD_OCCASIONS: days with their kinds, as the program's own table has them
 * @DAFTAR_IMPORT_FIELD_OWN: the shop's own field of that name; never guessed from the table alone
 *
 * What a column of a table can become. Phone, WhatsApp, e-mail, address, website, tags, the social ones and
 * the notes may stand for several columns; several address columns make one address, in their order.
 */
typedef enum
{
  DAFTAR_IMPORT_FIELD_IGNORE,
  DAFTAR_IMPORT_FIELD_NOTE,
  DAFTAR_IMPORT_FIELD_TEXT,
  DAFTAR_IMPORT_FIELD_NAME,
  DAFTAR_IMPORT_FIELD_GIVEN,
  DAFTAR_IMPORT_FIELD_MIDDLE,
  DAFTAR_IMPORT_FIELD_FAMILY,
  DAFTAR_IMPORT_FIELD_HONORIFIC,
  DAFTAR_IMPORT_FIELD_NICKNAME,
  DAFTAR_IMPORT_FIELD_COMPANY,
  DAFTAR_IMPORT_FIELD_PHONE,
  DAFTAR_IMPORT_FIELD_MOBILE,
  DAFTAR_IMPORT_FIELD_WHATSAPP,
  DAFTAR_IMPORT_FIELD_EMAIL,
  DAFTAR_IMPORT_FIELD_CITY,
  DAFTAR_IMPORT_FIELD_ADDRESS,
  DAFTAR_IMPORT_FIELD_WEBSITE,
  DAFTAR_IMPORT_FIELD_INSTAGRAM,
  DAFTAR_IMPORT_FIELD_FACEBOOK,
  DAFTAR_IMPORT_FIELD_X,
  DAFTAR_IMPORT_FIELD_TELEGRAM,
  DAFTAR_IMPORT_FIELD_TIKTOK,
  DAFTAR_IMPORT_FIELD_BIRTHDAY,
  DAFTAR_IMPORT_FIELD_LANGUAGE,
  DAFTAR_IMPORT_FIELD_TAGS,
  DAFTAR_IMPORT_FIELD_SOURCE,
  DAFTAR_IMPORT_FIELD_EXTERNAL_ID,
  DAFTAR_IMPORT_FIELD_LANDLINE,
  DAFTAR_IMPORT_FIELD_PLACE,
  DAFTAR_IMPORT_FIELD_KIND,
  DAFTAR_IMPORT_FIELD_CHANNEL,
  DAFTAR_IMPORT_FIELD_TIME,
  DAFTAR_IMPORT_FIELD_DO_NOT_CONTACT,
  DAFTAR_IMPORT_FIELD_POINT_DETAILS,
  DAFTAR_IMPORT_FIELD_OCCASIONS,
  DAFTAR_IMPORT_FIELD_OWN,
} DaftarImportField;

#define DAFTAR_IMPORT_N_FIELDS (DAFTAR_IMPORT_FIELD_OWN + 1)

/**
 * DaftarColumnGuess:
 * @has_header: whether the first row of the sample names the columns
 * @n_columns: columns of the widest row
 * @fields: (array length=n_columns): the guess for each column
 * @headers: (array length=n_columns): what each column is called; empty without a header row
 */
typedef struct
{
  gboolean has_header;
  guint n_columns;
  DaftarImportField *fields;
  char **headers;
} DaftarColumnGuess;

DaftarColumnGuess *daftar_column_guess_new         (const char * const  *const *rows,
                                                    guint                n_rows);
void               daftar_column_guess_free        (DaftarColumnGuess   *self);

const char        *daftar_import_field_to_nick     (DaftarImportField    field);
gboolean           daftar_import_field_from_nick   (const char          *nick,
                                                    DaftarImportField   *field);
gboolean           daftar_import_field_is_multiple (DaftarImportField    field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarColumnGuess, daftar_column_guess_free)

G_END_DECLS
