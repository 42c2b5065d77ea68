/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-record.h"

G_BEGIN_DECLS

/* A request of a customer that must be answered. */
#define DAFTAR_TYPE_TICKET (daftar_ticket_get_type ())
DAFTAR_DECLARE_RECORD (DaftarTicket, daftar_ticket, TICKET)

struct _DaftarTicket
{
  DaftarRecord parent_instance;

  gint64 number;
  gint64 customer_id;
  char *subject;
  gint64 kind; /* DaftarTicketKind */
  gint64 channel; /* DaftarChannel */
  gint64 status; /* DaftarTicketStatus */
  gint64 priority; /* DaftarPriority */
  gint64 mood; /* DaftarMood */
  gint64 assignee_id; /* a staff member */
  gint64 deal_id;
  gint64 merged_into;
  char *resolution;
  char *cause;
  gint64 wait_until; /* while waiting: when it comes back */
  gint64 created_at;
  gint64 updated_at;
  gint64 solved_at;
  gint64 deleted_at;
  /* The clocks, computed by the store from the history (daftar-ticket-clock.c). */
  gint64 first_due_at; /* target of the first response */
  gint64 first_response_at;
  gint64 next_due_at; /* target of the answer to the last unanswered message */
  gint64 solve_due_at; /* target of the solution */
  gint64 next_at; /* when it comes back at the latest; none when solved, closed or merged */
  char *subject_fold;

  /* For showing, from joins. */
  char *customer_name;
  char *assignee_name;
  char *last_text; /* the last message’s first words */
  gint64 last_direction;
  char *phone;
};

G_END_DECLS
