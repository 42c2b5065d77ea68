/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The larger parts of the form of a customer: contact points, choices, fields of the shop's own. */
#pragma once

#include "daftar-profile.h"

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget  *daftar_form_points_new    (GPtrArray    *points);
void        daftar_form_points_watch  (GtkWidget    *group,
                                       GCallback     changed,
                                       gpointer      data);
void        daftar_form_points_first  (GtkWidget    *group,
                                       char        **phone,
                                       char        **email);
GPtrArray  *daftar_form_points_get    (GtkWidget    *group);
void        daftar_form_points_rebase (GtkWidget    *group,
                                       GPtrArray    *points);

GtkWidget  *daftar_form_channel_new   (gint64        channel);
GtkWidget  *daftar_form_language_new  (const char   *code);
const char *daftar_form_language_get  (GtkWidget    *row);

GtkWidget  *daftar_form_own_new       (GPtrArray    *fields,
                                       DaftarProfile *profile);
GPtrArray  *daftar_form_own_get       (GtkWidget    *group,
                                       const char   *currency,
                                       GtkWidget   **wrong,
                                       GError      **error);
void        daftar_form_own_rebase    (GtkWidget    *group,
                                       DaftarProfile *profile);

G_END_DECLS
