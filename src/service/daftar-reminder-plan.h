/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-follow-up-store.h"

G_BEGIN_DECLS

/* A look at what is to be reminded of. */
typedef struct
{
  GPtrArray *due; /* DaftarFollowUp, to be shown now */
  gint64 wake_at; /* when to look again; %G_MAXINT64: only when something changes */
} DaftarReminderPlan;

void     daftar_reminder_plan_free   (DaftarReminderPlan *self);
gpointer daftar_reminder_plan_read   (DaftarReader       *reader,
                                      gpointer            request,
                                      GError            **error);
gpointer daftar_reminder_claim_write (DaftarTxn          *txn,
                                      gpointer            holder,
                                      GError            **error);
gpointer daftar_reminder_release_write (DaftarTxn        *txn,
                                      gpointer            ids,
                                      GError            **error);
gpointer daftar_reminder_settled_read (DaftarReader      *reader,
                                      gpointer            ids,
                                      GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarReminderPlan, daftar_reminder_plan_free)

G_END_DECLS
