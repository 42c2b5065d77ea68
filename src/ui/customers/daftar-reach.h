/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reaching a customer from the page: by phone, message, mail, map. */
#pragma once

#include "daftar-contact-rule.h"
#include "daftar-profile.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Everything one can do, in the order in which it is offered; the label is translated with _(). */
typedef struct
{
  DaftarContactAction action;
  const char *icon;
  const char *label;
} DaftarReach;

#define DAFTAR_N_REACH 6
extern const DaftarReach daftar_reach[DAFTAR_N_REACH];

gboolean daftar_reach_can    (DaftarContactPoint   *point,
                              DaftarContactAction   action);
char    *daftar_reach_link   (DaftarProfile        *profile,
                              DaftarContactPoint   *point,
                              DaftarContactAction   action,
                              GError              **error);
void     daftar_reach_open   (GtkWidget            *widget,
                              DaftarProfile        *profile,
                              DaftarContactPoint   *point,
                              DaftarContactAction   action);

G_END_DECLS
