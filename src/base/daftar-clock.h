/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define DAFTAR_TYPE_CLOCK (daftar_clock_get_type ())
G_DECLARE_FINAL_TYPE (DaftarClock, daftar_clock, DAFTAR, CLOCK, GObject)

DaftarClock *daftar_clock_new_system (void);
DaftarClock *daftar_clock_new_fixed  (gint64          now);
gint64       daftar_clock_now        (DaftarClock    *self);
void         daftar_clock_advance    (DaftarClock    *self,
                                      gint64          us);
guint        daftar_clock_call_at    (DaftarClock    *self,
                                      gint64          when,
                                      GSourceFunc     func,
                                      gpointer        data,
                                      GDestroyNotify  destroy);
void         daftar_clock_cancel     (DaftarClock    *self,
                                      guint           id);

G_END_DECLS
