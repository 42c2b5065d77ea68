/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the list of customers is sorted by. The words stand in settings. */
typedef enum
{
  DAFTAR_CUSTOMER_ORDER_NAME,
  DAFTAR_CUSTOMER_ORDER_CONTACT,
  DAFTAR_CUSTOMER_ORDER_CREATED,
  DAFTAR_CUSTOMER_ORDER_PHONE,
  DAFTAR_CUSTOMER_ORDER_EMAIL,
  DAFTAR_CUSTOMER_ORDER_COMPANY,
  DAFTAR_CUSTOMER_ORDER_CITY,
  DAFTAR_CUSTOMER_ORDER_TAGS,
  DAFTAR_CUSTOMER_ORDER_STAGE,
  DAFTAR_CUSTOMER_ORDER_TICKETS,
  DAFTAR_CUSTOMER_ORDER_VALUE,
  DAFTAR_N_CUSTOMER_ORDERS,
} DaftarCustomerOrder;

/**
 * DaftarCustomerFilter:
 * @text: (nullable): what was typed into the search
 * @tag: (nullable): has this tag
 * @city: (nullable): lives there, in any spelling
 * @stage_id: has an open deal in this stage, or 0
 * @channel: prefers this #DaftarChannel, or 0
 * @quiet_days: nobody was in contact with them for so many days, or 0
 * @at_risk: may leave the shop
 * @occasion_soon: has an occasion this month, in its own calendar
 * @field_id: one of the shop's own fields, or 0; the values below say what it holds
 * @field_text: (nullable): it is or contains this text, in any spelling
 * @field_from: its number, amount (minor units) or yes/no is at least this; %G_MININT64 for any
 * @field_to: … and at most this; %G_MAXINT64 for any
 * @day_from: (nullable): its day is this one or later
 * @day_to: (nullable): its day is this one or earlier
 *
 * What the list of customers is narrowed to: all that is set must be true of a customer. Kept as JSON.
 */
typedef struct
{
  char *text;
  char *tag;
  char *city;
  gint64 stage_id;
  gint64 channel;
  gint64 quiet_days;
  gboolean at_risk;
  gboolean occasion_soon;
  gint64 field_id;
  char *field_text;
  gint64 field_from;
  gint64 field_to;
  char *day_from;
  char *day_to;
} DaftarCustomerFilter;

DaftarCustomerFilter *daftar_customer_filter_new       (void);
DaftarCustomerFilter *daftar_customer_filter_copy      (const DaftarCustomerFilter *self);
void                  daftar_customer_filter_free      (DaftarCustomerFilter       *self);
gboolean              daftar_customer_filter_is_empty  (const DaftarCustomerFilter *self);
gboolean              daftar_customer_filter_equal     (const DaftarCustomerFilter *a,
                                                        const DaftarCustomerFilter *b);
char                 *daftar_customer_filter_to_json   (const DaftarCustomerFilter *self);
DaftarCustomerFilter *daftar_customer_filter_from_json (const char                 *json,
                                                        GError                    **error);

const char           *daftar_customer_order_nick       (DaftarCustomerOrder         order);
DaftarCustomerOrder   daftar_customer_order_from_nick  (const char                 *nick);
gboolean              daftar_customer_order_descends   (DaftarCustomerOrder         order);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarCustomerFilter, daftar_customer_filter_free)

G_END_DECLS
