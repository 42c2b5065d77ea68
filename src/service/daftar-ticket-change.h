/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happens to a ticket. Each function is a DaftarWriteFunc whose request is the struct above it and
 * whose result is the changed DaftarTicket; each is one operation, which one undo takes back. */
#pragma once

#include "daftar-store.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 customer_id; /* 0: a new customer, from the two below; afterwards whom it became */
  char *new_name;     /* nullable */
  char *new_phone;    /* nullable: a number or an e-mail address */
  char *subject;
  DaftarTicketKind kind;
  DaftarChannel channel;
  DaftarPriority priority;
  DaftarMood mood;
  gint64 assignee_id; /* or 0 */
  gint64 deal_id;     /* or 0 */
  char *body;         /* nullable: what the customer said or wrote */
  gint64 at;          /* microseconds UTC; 0 for now */
} DaftarTicketNew;

DaftarTicketNew *daftar_ticket_new_new  (void);
void             daftar_ticket_new_free (gpointer          self);
gpointer         daftar_ticket_add      (DaftarTxn        *txn,
                                         gpointer          ticket_new,
                                         GError          **error);

typedef struct
{
  gint64 ticket_id;
  DaftarMessageKind kind;           /* a message, a note for ourselves, or a call */
  DaftarContactDirection direction; /* not of a note */
  DaftarChannel channel;
  char *body;        /* may be missing for a call */
  char *author;      /* nullable: who else than the customer wrote it */
  gint64 duration;   /* of a call, seconds */
  gint64 wait_until; /* of an answer: then it waits for the customer until this moment; 0: it doesn't */
  gint64 at;         /* 0 for now */
} DaftarTicketWords;

DaftarTicketWords *daftar_ticket_words_new  (gint64              ticket_id);
void               daftar_ticket_words_free (gpointer            self);
gpointer           daftar_ticket_say        (DaftarTxn          *txn,
                                             gpointer            words,
                                             GError            **error);

typedef enum
{
  DAFTAR_TICKET_SET_STATUS = 1 << 0, /* with wait_until, resolution and cause where it needs them */
  DAFTAR_TICKET_SET_PRIORITY = 1 << 1,
  DAFTAR_TICKET_SET_MOOD = 1 << 2,
  DAFTAR_TICKET_SET_ASSIGNEE = 1 << 3,
  DAFTAR_TICKET_SET_KIND = 1 << 4,
  DAFTAR_TICKET_SET_SUBJECT = 1 << 5,
  DAFTAR_TICKET_SET_CUSTOMER = 1 << 6,
} DaftarTicketSet;

typedef struct
{
  gint64 ticket_id;
  DaftarTicketSet set; /* which of the following count */
  DaftarTicketStatus status;
  gint64 wait_until; /* microseconds UTC: of both waiting states */
  char *resolution;  /* of solved */
  char *cause;       /* of solved, nullable */
  DaftarPriority priority;
  DaftarMood mood;
  gint64 assignee_id; /* 0: nobody */
  DaftarTicketKind kind;
  char *subject;
  gint64 customer_id;
  gint64 at; /* 0 for now */
} DaftarTicketChange;

DaftarTicketChange *daftar_ticket_change_new  (gint64               ticket_id,
                                               DaftarTicketSet      set);
void                daftar_ticket_change_free (gpointer             self);
gpointer            daftar_ticket_change      (DaftarTxn           *txn,
                                               gpointer             change,
                                               GError             **error);
gboolean            daftar_ticket_may_become  (DaftarTicketStatus   from,
                                               DaftarTicketStatus   to);

typedef struct
{
  gint64 ticket_id; /* goes into the other one */
  gint64 into_id;
} DaftarTicketMerge;

gpointer daftar_ticket_merge          (DaftarTxn  *txn,
                                       gpointer    merge,
                                       GError    **error);
gpointer daftar_ticket_refresh_clocks (DaftarTxn  *txn,
                                       gpointer    unused,
                                       GError    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarTicketNew, daftar_ticket_new_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarTicketWords, daftar_ticket_words_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarTicketChange, daftar_ticket_change_free)

G_END_DECLS
