/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether somebody may be reached, and by which of their contact points: the one place that decides it. */
#pragma once

#include "daftar-contact-link.h"
#include "daftar-ticket-view.h"

G_BEGIN_DECLS

/**
 * DaftarContactPurpose:
 * @DAFTAR_CONTACT_PURPOSE_OUTREACH: the shop turns to the customer by itself
 * @DAFTAR_CONTACT_PURPOSE_ANSWER: the customer asked, and the request is still open
 */
typedef enum
{
  DAFTAR_CONTACT_PURPOSE_OUTREACH,
  DAFTAR_CONTACT_PURPOSE_ANSWER,
} DaftarContactPurpose;

gboolean             daftar_contact_rule_check     (DaftarCustomer       *customer,
                                                    DaftarContactPoint   *point,
                                                    DaftarContactAction   action,
                                                    DaftarContactPurpose  purpose,
                                                    GError              **error);
char                *daftar_contact_rule_link      (DaftarCustomer       *customer,
                                                    GPtrArray            *points,
                                                    DaftarContactAction   action,
                                                    DaftarContactPurpose  purpose,
                                                    const char           *text,
                                                    GError              **error);
DaftarContactPurpose daftar_contact_rule_of_ticket (DaftarTicketView     *view);

G_END_DECLS
