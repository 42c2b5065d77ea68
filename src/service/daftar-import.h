/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-column-guess.h"
#include "daftar-import-store.h"

G_BEGIN_DECLS

/**
 * DaftarImportDuplicates:
 * @DAFTAR_IMPORT_DUPLICATES_SKIP: who is there stays as they are
 * @DAFTAR_IMPORT_DUPLICATES_UPDATE: blanks are filled and numbers, tags and notes added; what is there stays
 * @DAFTAR_IMPORT_DUPLICATES_ADD: a row that would add something becomes a customer of its own
 *
 * What to do with somebody who is in the shop already, or stood in the file before. Who that is: a common
 * number (in any spelling) or e-mail address, and a name whose words are the other's, in any order, give or
 * take a letter. A row without number and address is only taken for somebody if it says nothing that isn't
 * known of a customer of that very name. In none of the three a second import of the same file adds anything.
 */
typedef enum
{
  DAFTAR_IMPORT_DUPLICATES_SKIP,
  DAFTAR_IMPORT_DUPLICATES_UPDATE,
  DAFTAR_IMPORT_DUPLICATES_ADD,
} DaftarImportDuplicates;

/* A row that can't become a customer, and why. */
typedef struct
{
  gint64 number; /* of the row, as a spreadsheet counts */
  char *reason;
  char *text; /* its fields, for people */
} DaftarImportRefusal;

/**
 * DaftarImport:
 *
 * A file of customers on its way into the shop: daftar_import_look() guesses what is in it,
 * daftar_import_check() is the dry run, daftar_import_apply() writes. These wait for the disk, so a window
 * calls them from a thread; from one at a time.
 */
typedef struct _DaftarImport DaftarImport;

/* Told on the thread that works: how much is done, 0 to 1. */
typedef void (*DaftarImportProgress) (double   fraction,
                                      gpointer data);

/* How many rows daftar_import_look() brings to show. */
#define DAFTAR_IMPORT_PREVIEW 100

DaftarImport             *daftar_import_new            (DaftarStore            *store,
                                                        const char             *path);
void                      daftar_import_free           (DaftarImport           *self);
const char               *daftar_import_get_name       (DaftarImport           *self);
void                      daftar_import_set_charset    (DaftarImport           *self,
                                                        const char             *charset);
char                      daftar_import_get_quote      (DaftarImport           *self);
void                      daftar_import_set_quote      (DaftarImport           *self,
                                                        char                    quote);
char                      daftar_import_get_delimiter  (DaftarImport           *self);
void                      daftar_import_set_delimiter  (DaftarImport           *self,
                                                        char                    delimiter);
void                      daftar_import_set_country    (DaftarImport           *self,
                                                        const char             *country);
void                      daftar_import_set_duplicates (DaftarImport           *self,
                                                        DaftarImportDuplicates  duplicates);

gboolean                  daftar_import_look           (DaftarImport           *self,
                                                        GError                **error);
gboolean                  daftar_import_is_vcard       (DaftarImport           *self);
const char               *daftar_import_get_charset    (DaftarImport           *self);
guint                     daftar_import_get_n_columns  (DaftarImport           *self);
const char               *daftar_import_get_header     (DaftarImport           *self,
                                                        guint                   column);
DaftarImportField         daftar_import_get_field      (DaftarImport           *self,
                                                        guint                   column);
void                      daftar_import_set_field      (DaftarImport           *self,
                                                        guint                   column,
                                                        DaftarImportField       field);
GPtrArray                *daftar_import_get_preview    (DaftarImport           *self);
GPtrArray                *daftar_import_preview_people (DaftarImport           *self,
                                                        guint                   limit);

gboolean                  daftar_import_check          (DaftarImport           *self,
                                                        DaftarImportProgress    progress,
                                                        gpointer                data,
                                                        GCancellable           *cancellable,
                                                        GError                **error);
const DaftarImportCounts *daftar_import_get_counts     (DaftarImport           *self);
GPtrArray                *daftar_import_list_refused   (DaftarImport           *self,
                                                        int                     limit,
                                                        GError                **error);
gboolean                  daftar_import_save_refused   (DaftarImport           *self,
                                                        const char             *path,
                                                        GError                **error);
gint64                    daftar_import_apply          (DaftarImport           *self,
                                                        DaftarImportProgress    progress,
                                                        gpointer                data,
                                                        GCancellable           *cancellable,
                                                        GError                **error);
gboolean                  daftar_import_recover        (DaftarStore            *store,
                                                        GError                **error);
gboolean                  daftar_import_undo           (DaftarStore            *store,
                                                        gint64                  import_id,
                                                        gint64                 *n_left,
                                                        GError                **error);
void                      daftar_import_refusal_free   (DaftarImportRefusal    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarImport, daftar_import_free)

G_END_DECLS
