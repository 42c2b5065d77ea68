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
  DaftarShop *shop;
  gint64 n_closed_tickets;
} DaftarProfile;

/* How many timeline entries a profile brings along; more come with daftar_timeline_read(). */
#define DAFTAR_PROFILE_TIMELINE 50

void     daftar_profile_free (DaftarProfile *self);
gpointer daftar_profile_read (DaftarReader  *reader,
                              gpointer       customer_id,
                              GError       **error);

typedef struct
{
  gint64 customer_id;
  gint64 before;
  int limit;
} DaftarTimelineRequest;

gpointer daftar_timeline_read (DaftarReader  *reader,
                               gpointer       request,
                               GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarProfile, daftar_profile_free)

G_END_DECLS
