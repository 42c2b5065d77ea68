/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the files of the import alone. */
#pragma once

#include "daftar-import-person.h"
#include "daftar-import.h"
#include "daftar-staging.h"

G_BEGIN_DECLS

/* One place for all texts of a row that was refused. */
#define DAFTAR_IMPORT_SEPARATOR "\x1f"

struct _DaftarImport
{
  DaftarStore *store;
  char *path;
  char *name;
  char *charset;
  char delimiter;
  char quote; /* 0: to be found */
  char *country;
  DaftarImportDuplicates duplicates;

  /* After the look. */
  gboolean is_vcard;
  gboolean has_header;
  guint n_columns;
  DaftarImportField *fields;
  char **headers;
  GPtrArray *preview; /* char ** */
  DaftarImportOwn own;

  /* After the check. */
  char *folder;
  int folder_lock; /* -1: none */
  char *staging;
  DaftarImportCounts counts;
};

/* Told of each row or card, with its number; fields or card is NULL. */
typedef gboolean (*DaftarImportRowFunc) (DaftarImport        *self,
                                         gint64               number,
                                         char               **fields,
                                         guint                n_fields,
                                         DaftarExchangeCard  *card,
                                         gpointer             data,
                                         GError             **error);

gboolean daftar_import_read_file  (DaftarImport          *self,
                                   DaftarImportRowFunc    func,
                                   gpointer               data,
                                   DaftarImportProgress   progress,
                                   gpointer               progress_data,
                                   GCancellable          *cancellable,
                                   GError               **error);
void     daftar_import_drop_stage (DaftarImport          *self);
char    *daftar_import_make_folder (int                  *fd,
                                   GError               **error);
int      daftar_import_lock       (DaftarStore           *store,
                                   GError               **error);
void     daftar_import_unlock     (DaftarStore           *store,
                                   int                    fd);

G_END_DECLS
