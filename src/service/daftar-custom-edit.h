/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields of the shop's own: how their values are read, shown and saved, and how the fields are made. */
#pragma once

#include "daftar-format.h"
#include "daftar-store.h"

G_BEGIN_DECLS

gboolean daftar_custom_value_parse  (DaftarCustomField  *field,
                                     const char         *text,
                                     const char         *currency,
                                     DaftarCustomValue **value,
                                     GError            **error);
char    *daftar_custom_value_edit_text (DaftarCustomValue *value);
char    *daftar_custom_value_show   (DaftarCustomValue  *value,
                                     DaftarFormat       *format);

typedef struct
{
  gint64 customer_id;
  gint64 field_id;
  DaftarCustomValue *before; /* nullable: what the page showed */
  DaftarCustomValue *after;  /* nullable: nothing from now on */
} DaftarCustomValueEdit;

DaftarCustomValueEdit *daftar_custom_value_edit_new   (gint64              customer_id,
                                                       gint64              field_id,
                                                       DaftarCustomValue  *before,
                                                       DaftarCustomValue  *after);
void                   daftar_custom_value_edit_free  (DaftarCustomValueEdit *self);
gpointer               daftar_custom_value_edit_write (DaftarTxn          *txn,
                                                       gpointer            edit,
                                                       GError            **error);

typedef struct
{
  DaftarCustomField *field; /* the form's own copy */
  gboolean remove;
  int move; /* -1: one up, 1: one down */
} DaftarCustomFieldEdit;

DaftarCustomFieldEdit *daftar_custom_field_edit_new   (DaftarCustomField  *field,
                                                       gboolean            remove,
                                                       int                 move);
void                   daftar_custom_field_edit_free  (DaftarCustomFieldEdit *self);
gpointer               daftar_custom_field_edit_write (DaftarTxn          *txn,
                                                       gpointer            edit,
                                                       GError            **error);
gpointer               daftar_custom_fields_read      (DaftarReader       *reader,
                                                       gpointer            request,
                                                       GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarCustomValueEdit, daftar_custom_value_edit_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarCustomFieldEdit, daftar_custom_field_edit_free)

G_END_DECLS
