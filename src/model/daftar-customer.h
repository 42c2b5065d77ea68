/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-record.h"

G_BEGIN_DECLS

/* A person or a business that the shop deals with. */
#define DAFTAR_TYPE_CUSTOMER (daftar_customer_get_type ())
DAFTAR_DECLARE_RECORD (DaftarCustomer, daftar_customer, CUSTOMER)

struct _DaftarCustomer
{
  DaftarRecord parent_instance;

  gint64 kind; /* DaftarCustomerKind */
  char *name; /* the full name, as written */
  char *given;
  char *family;
  char *nickname; /* kunya or nickname: what they like to be called */
  char *honorific;
  char *company; /* where a person works */
  gint64 company_id; /* the business customer behind @company */
  char *city;
  char *language; /* ISO 639 */
  char *source; /* how they came to the shop */
  char *note; /* pinned */
  gboolean do_not_contact;
  gint64 preferred_channel; /* DaftarChannel */
  gint64 referred_by; /* a customer */
  gint64 import_id; /* the import that brought it */
  gint64 created_at;
  gint64 updated_at;
  gint64 deleted_at;
  char *tags; /* one a line */
  gint64 photo_id; /* a blob */
  char *contact_time; /* when they like to be reached, in words */
  gint64 merged_into; /* deleted by a merge: the customer who it is now */
  gint64 erased_at; /* nothing of the person is left */
  char *name_fold; /* see daftar_text_fold() */
  char *name_alt; /* see daftar_text_fold_alt() */
  char *more_fold; /* nickname and company, folded, with other spellings */
  char *rest_fold; /* city, tags and note in the same way */

  /* For showing, from joins. */
  gint64 last_contact_at; /* the newest contact on any channel; kept by the store */
  char *phone; /* the main number, as written */
  char *phone_norm;
  char *email;
  gint64 n_open_tickets;
  gint64 worst_mood; /* DaftarMood of the open tickets */
  char *stage_name; /* of the newest open deal */
  gint64 stage_role;
  gint64 value; /* sum of the purchases, minor units of the shop’s currency */
  gint64 matched_by; /* DaftarMatch: what a search found it by */
  char *matched; /* the text in which that stands, unless it is the name */
};

G_END_DECLS
