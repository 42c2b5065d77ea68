/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-inbox-store.h"

G_BEGIN_DECLS

/**
 * DaftarInbox:
 *
 * What a list of tickets shows: the question, and with the answer where its sections begin. Shared between
 * the thread that asks and the one that answers; the id list's data.
 */
typedef struct _DaftarInbox DaftarInbox;

DaftarInbox *daftar_inbox_new         (DaftarInboxView   view,
                                       gint64            staff_id);
gpointer     daftar_inbox_ref         (gpointer          self);
void         daftar_inbox_unref       (gpointer          self);
GArray      *daftar_inbox_ids         (DaftarReader     *reader,
                                       gpointer          inbox,
                                       int               limit,
                                       GError          **error);
gboolean     daftar_inbox_get_heading (DaftarInbox      *self,
                                       gint64            ticket_id,
                                       guint            *section,
                                       guint            *count);

/* Request: a pointer to the staff member's id. Result: a DaftarInboxCounts to g_free(). */
gpointer     daftar_inbox_count_read  (DaftarReader     *reader,
                                       gpointer          staff_id,
                                       GError          **error);
gboolean     daftar_inbox_query       (DaftarReader     *reader,
                                       DaftarInboxView   view,
                                       gint64            staff_id,
                                       DaftarInboxQuery *query,
                                       GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarInbox, daftar_inbox_unref)

G_END_DECLS
