/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-store.h"

G_BEGIN_DECLS

/* The inbox by who must do something. */
typedef enum
{
  DAFTAR_INBOX_NOW,        /* to answer: new and open ones, and what came back from waiting */
  DAFTAR_INBOX_MINE,       /* open ones of a staff member */
  DAFTAR_INBOX_UNASSIGNED, /* open ones of nobody */
  DAFTAR_INBOX_WAITING,    /* for the customer, or put off */
  DAFTAR_INBOX_SOLVED,     /* solved since a moment */
  DAFTAR_INBOX_ALL,
} DaftarInboxView;
#define DAFTAR_N_INBOX_VIEWS 6

/* Where a ticket stands in time. */
typedef enum
{
  DAFTAR_INBOX_SECTION_LATE,
  DAFTAR_INBOX_SECTION_HOUR, /* within the hour */
  DAFTAR_INBOX_SECTION_TODAY,
  DAFTAR_INBOX_SECTION_LATER,
  DAFTAR_INBOX_SECTION_WAITING,
  DAFTAR_INBOX_SECTION_DONE,
} DaftarInboxSection;
#define DAFTAR_N_INBOX_SECTIONS 6

typedef struct
{
  DaftarInboxView view;
  gint64 staff_id;     /* of MINE */
  gint64 now;          /* microseconds UTC */
  gint64 end_of_today; /* the next midnight of the shop */
  gint64 solved_since; /* of SOLVED */
} DaftarInboxQuery;

typedef struct
{
  gint64 n[DAFTAR_N_INBOX_VIEWS];
  gint64 n_late;     /* of NOW */
  gint64 changes_at; /* when time alone makes it another picture, microseconds UTC */
} DaftarInboxCounts;

DaftarInboxSection daftar_inbox_section         (const DaftarInboxQuery *query,
                                                 DaftarTicket           *ticket);
GArray            *daftar_inbox_store_list_ids  (DaftarReader           *reader,
                                                 const DaftarInboxQuery *query,
                                                 int                     limit,
                                                 GArray                 *sections,
                                                 GError                **error);
gboolean           daftar_inbox_store_count     (DaftarReader           *reader,
                                                 const DaftarInboxQuery *query,
                                                 DaftarInboxCounts      *counts,
                                                 GError                **error);

G_END_DECLS
