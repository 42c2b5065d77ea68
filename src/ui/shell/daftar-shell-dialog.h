/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef void (*DaftarShellFileFunc) (GFile    *file,
                                     gpointer  data);

void daftar_shell_tell        (GtkWidget           *parent,
                               const char          *heading,
                               const char          *body);
void daftar_shell_ask         (GtkWidget           *parent,
                               const char          *heading,
                               const char          *body,
                               const char          *action_label,
                               gboolean             destructive,
                               GSourceOnceFunc      callback,
                               gpointer             data,
                               GDestroyNotify       destroy);
void daftar_shell_open_file   (GtkWidget           *parent,
                               const char          *title,
                               const char          *filter_name,
                               const char *const   *suffixes,
                               DaftarShellFileFunc  callback,
                               gpointer             data);
void daftar_shell_save_file   (GtkWidget           *parent,
                               const char          *title,
                               const char          *suggested_name,
                               DaftarShellFileFunc  callback,
                               gpointer             data);
void daftar_shell_open_folder (GtkWidget           *parent,
                               const char          *title,
                               DaftarShellFileFunc  callback,
                               gpointer             data);
void daftar_shell_about       (GtkWindow           *parent);

GtkWindow *daftar_shell_preferences_new      (GtkWindow           *parent,
                                              const char          *title);
void       daftar_shell_preferences_add_page (GtkWindow           *preferences,
                                              AdwPreferencesPage  *page);
void       daftar_shell_preferences_toast    (GtkWindow           *preferences,
                                              const char          *text,
                                              const char          *button_label,
                                              const char          *action_name);

G_END_DECLS
