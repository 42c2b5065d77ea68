/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-ui-context.h"

G_BEGIN_DECLS

/**
 * DaftarFactRow:
 *
 * One fact of a page, in a list box: what it is, small, and its value. Activated it turns into an entry for it where
 * it stands: Enter saves, Escape leaves it as it was, and what could not be saved stays with the reason below. Its
 * signal "finished" comes when it is no longer being edited.
 */
#define DAFTAR_TYPE_FACT_ROW (daftar_fact_row_get_type ())
G_DECLARE_FINAL_TYPE (DaftarFactRow, daftar_fact_row, DAFTAR, FACT_ROW, GtkListBoxRow)

/* How a fact is edited. @data is that of daftar_fact_row_set_editor(). */
typedef struct
{
  /* The widget to type in. */
  GtkWidget *(*make)   (DaftarFactRow *row,
                        gpointer       data);
  /* Reads it and calls daftar_fact_row_write(), or daftar_fact_row_set_error(). */
  void       (*save)   (DaftarFactRow *row,
                        GtkWidget     *editor,
                        gpointer       data);
  /* Nullable: takes the fact away. */
  void       (*remove) (DaftarFactRow *row,
                        gpointer       data);
} DaftarFactEditor;

GtkWidget  *daftar_fact_row_new           (DaftarUiContext        *ui,
                                           const char             *key,
                                           const char             *icon,
                                           const char             *value,
                                           const char             *caption);
const char *daftar_fact_row_get_key       (DaftarFactRow          *self);
void        daftar_fact_row_add_button    (DaftarFactRow          *self,
                                           GtkWidget              *button);
void        daftar_fact_row_set_editor    (DaftarFactRow          *self,
                                           const DaftarFactEditor *editor,
                                           gpointer                data,
                                           GDestroyNotify          data_free);
void        daftar_fact_row_watch         (DaftarFactRow          *self,
                                           GtkWidget              *entry);
void        daftar_fact_row_set_focus     (DaftarFactRow          *self,
                                           GtkWidget              *widget);
void        daftar_fact_row_edit          (DaftarFactRow          *self);
void        daftar_fact_row_save          (DaftarFactRow          *self);
void        daftar_fact_row_remove        (DaftarFactRow          *self);
void        daftar_fact_row_cancel        (DaftarFactRow          *self);
gboolean    daftar_fact_row_is_editing    (DaftarFactRow          *self);
gboolean    daftar_fact_row_is_conflicted (DaftarFactRow          *self);
void        daftar_fact_row_set_error     (DaftarFactRow          *self,
                                           const char             *sentence);
void        daftar_fact_row_write         (DaftarFactRow          *self,
                                           const char             *operation,
                                           const char             *toast,
                                           DaftarWriteFunc         func,
                                           gpointer                request,
                                           GDestroyNotify          request_free);

G_END_DECLS
