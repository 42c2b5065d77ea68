/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-record.h"

G_BEGIN_DECLS

/* One way to reach a customer: a number, an address, an account. */
#define DAFTAR_TYPE_CONTACT_POINT (daftar_contact_point_get_type ())
DAFTAR_DECLARE_RECORD (DaftarContactPoint, daftar_contact_point, CONTACT_POINT)

struct _DaftarContactPoint
{
  DaftarRecord parent_instance;

  gint64 customer_id;
  gint64 kind; /* DaftarContactKind */
  char *value; /* as written */
  char *label;
  gboolean preferred;
  gint64 consent; /* DaftarConsent */
  gint64 position;
  char *norm; /* phones: E.164 digits; e-mail: lower case */
  char *rnorm; /* @norm backwards, of phones */
};

G_END_DECLS
