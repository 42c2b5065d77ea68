/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-notifier.h"
#include "daftar-store.h"

G_BEGIN_DECLS

/**
 * DaftarReminder:
 *
 * Shows follow-ups as they fall due and sleeps in between. Its signal "open" asks for a record to be opened,
 * "failed" tells that the file cannot be read any more.
 */
#define DAFTAR_TYPE_REMINDER (daftar_reminder_get_type ())
G_DECLARE_FINAL_TYPE (DaftarReminder, daftar_reminder, DAFTAR, REMINDER, GObject)

DaftarReminder *daftar_reminder_new         (DaftarStore    *store,
                                             DaftarNotifier *notifier,
                                             const char     *holder);
void            daftar_reminder_set_enabled (DaftarReminder *self,
                                             gboolean        enabled);
gboolean        daftar_reminder_is_busy     (DaftarReminder *self);

G_END_DECLS
