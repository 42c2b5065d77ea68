/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-store.h"

G_BEGIN_DECLS

/* Everything about one customer that answers "who is this?" at a glance. */
typedef struct
{
  DaftarCustomer *customer;
  GPtrArray *points;     /* DaftarContactPoint, in order */
  GPtrArray *occasions;  /* DaftarOccasion */
  GPtrArray *follow_ups; /* DaftarFollowUp, open ones, the next first */
  GPtrArray *tickets;    /* DaftarTicket, open ones */
  GPtrArray *deals;      /* DaftarDeal, open ones */
  GPtrArray *purchases;  /* DaftarPurchase, the newest first */
  GPtrArray *timeline;   /* DaftarInteraction, the newest first */
  GPtrArray *pinned;     /* DaftarInteraction, what stays on top */
  GPtrArray *fields;     /* DaftarCustomField, those of the shop */
  GPtrArray *values;     /* DaftarCustomValue, what the customer has in them */
  GPtrArray *people;     /* DaftarCustomer, who works there: one more than DAFTAR_PROFILE_PEOPLE if there are more */
  GPtrArray *referred;   /* DaftarCustomer, whom they brought; likewise */
  DaftarCustomer *company;  /* nullable: the business behind the customer's company */
  DaftarCustomer *referrer; /* nullable */
  GBytes *photo;            /* nullable: a picture file */
  DaftarShop *shop;
  gint64 n_closed_tickets;
} DaftarProfile;

/* How many timeline entries a profile brings along; more come with daftar_timeline_read(). */
#define DAFTAR_PROFILE_TIMELINE 30

/* How many people of a business, or brought by a customer, a page shows. */
#define DAFTAR_PROFILE_PEOPLE 30

void     daftar_profile_free (DaftarProfile *self);
gpointer daftar_profile_read (DaftarReader  *reader,
                              gpointer       customer_id,
                              GError       **error);

DaftarCustomValue *daftar_profile_find_value (DaftarProfile *self,
                                              gint64         field_id);

typedef struct
{
  gint64 customer_id;
  DaftarInteraction *after; /* nullable: the last entry that is there already */
  guint kinds;              /* bits 1 << DaftarInteractionKind; 0 for all */
  char *query;              /* nullable: only entries with these words */
  int limit;
} DaftarTimelineRequest;

DaftarTimelineRequest *daftar_timeline_request_new  (gint64                  customer_id,
                                                     int                     limit);
void                   daftar_timeline_request_free (DaftarTimelineRequest  *self);
gpointer               daftar_timeline_read         (DaftarReader           *reader,
                                                     gpointer                request,
                                                     GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarTimelineRequest, daftar_timeline_request_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarProfile, daftar_profile_free)

G_END_DECLS
