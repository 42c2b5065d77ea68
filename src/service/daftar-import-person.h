/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the import alone: somebody on the way in. */
#pragma once

#include "daftar-column-guess.h"
#include "daftar-exchange-card.h"
#include "daftar-import-store.h"

G_BEGIN_DECLS

/* What merging somebody into somebody finds. */
typedef enum
{
  DAFTAR_MERGE_CHANGED = 1 << 0,  /* there was something to add */
  DAFTAR_MERGE_CONFLICT = 1 << 1, /* both have something else in the same place: the first one's stays */
} DaftarMergeFlags;

/* The fields of the shop's own, and what their amounts are in. */
typedef struct
{
  GPtrArray *fields; /* nullable: DaftarCustomField */
  char *currency;
} DaftarImportOwn;

DaftarImportPerson *daftar_import_person_new       (void);
void                daftar_import_person_free      (DaftarImportPerson       *self);
void                daftar_import_person_add_point (DaftarImportPerson       *self,
                                                    DaftarContactKind         kind,
                                                    const char               *value,
                                                    gboolean                  preferred);
void                daftar_import_person_add_note  (DaftarImportPerson       *self,
                                                    const char               *label,
                                                    const char               *text);
DaftarOccasion     *daftar_import_person_add_day   (DaftarImportPerson       *self,
                                                    DaftarOccasionKind        kind,
                                                    const char               *day);
void                daftar_import_person_add_value (DaftarImportPerson       *self,
                                                    gint64                    field_id,
                                                    const char               *text,
                                                    gint64                    number);
gboolean            daftar_import_person_finish    (DaftarImportPerson       *self,
                                                    const char               *country,
                                                    const char               *shop_country,
                                                    char                    **reason);

char               *daftar_import_person_pack      (DaftarImportPerson       *self);
DaftarImportPerson *daftar_import_person_unpack    (const char               *data);

gboolean            daftar_import_person_is_reachable (DaftarImportPerson    *self);
gboolean            daftar_import_person_similar   (DaftarImportPerson       *self,
                                                    DaftarImportPerson       *other);
DaftarMergeFlags    daftar_import_person_merge     (DaftarImportPerson       *into,
                                                    DaftarImportPerson       *from);

/* From what files have. */
DaftarCustomField  *daftar_import_own_find         (const DaftarImportOwn    *own,
                                                    const char               *header);
gboolean            daftar_import_own_take         (const DaftarImportOwn    *own,
                                                    DaftarImportPerson       *person,
                                                    const char               *header,
                                                    const char               *text);
void                daftar_import_take_details     (DaftarImportPerson       *person,
                                                    const char               *text);
void                daftar_import_take_occasions   (DaftarImportPerson       *person,
                                                    const char               *header,
                                                    const char               *text);
gboolean            daftar_import_find_word        (const DaftarEnum         *values,
                                                    const char               *text,
                                                    gint64                   *value);
gboolean            daftar_import_is_yes           (const char               *text);
DaftarImportPerson *daftar_import_person_from_row  (const DaftarImportField  *mapping,
                                                    const DaftarImportOwn    *own,
                                                    char                    **headers,
                                                    guint                     n_columns,
                                                    char                    **fields,
                                                    guint                     n_fields);
DaftarImportPerson *daftar_import_person_from_card (DaftarExchangeCard       *card);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarImportPerson, daftar_import_person_free)

G_END_DECLS
