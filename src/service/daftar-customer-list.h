/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the list of customers offers: what it can be narrowed by, and what is done to many at once. */
#pragma once

#include "daftar-store.h"

G_BEGIN_DECLS

/* Everything there is to choose from in a filter. */
typedef struct
{
  char **tags;
  char **cities;
  GPtrArray *stages; /* DaftarStage, of all boards in order */
  GPtrArray *boards; /* DaftarBoard */
  GPtrArray *fields; /* DaftarCustomField */
} DaftarFilterChoices;

/* More than these are not changed at once: each change has its place in the history. */
#define DAFTAR_MAX_BULK 20000

/* One change of many customers; ids of those who are gone meanwhile are passed over. */
typedef struct
{
  GArray *ids;
  char *add_tag;          /* nullable */
  char *remove_tag;       /* nullable */
  DaftarFollowUp *follow_up; /* nullable: one like it is planned for each */
} DaftarCustomerBulk;

void                 daftar_filter_choices_free       (DaftarFilterChoices *self);
gpointer             daftar_filter_choices_read       (DaftarReader        *reader,
                                                       gpointer             unused,
                                                       GError             **error);

DaftarCustomerBulk  *daftar_customer_bulk_new         (GArray              *ids);
void                 daftar_customer_bulk_free        (DaftarCustomerBulk  *self);
gpointer             daftar_customer_bulk_write       (DaftarTxn           *txn,
                                                       gpointer             bulk,
                                                       GError             **error);

gpointer             daftar_saved_filters_read        (DaftarReader        *reader,
                                                       gpointer             page,
                                                       GError             **error);
gpointer             daftar_saved_filter_write        (DaftarTxn           *txn,
                                                       gpointer             filter,
                                                       GError             **error);
gpointer             daftar_saved_filter_delete_write (DaftarTxn           *txn,
                                                       gpointer             id,
                                                       GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarFilterChoices, daftar_filter_choices_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarCustomerBulk, daftar_customer_bulk_free)

G_END_DECLS
