/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Customers as rows of a table and as cards, for daftar-export.c. */
#pragma once

#include "daftar-csv-writer.h"
#include "daftar-store.h"

G_BEGIN_DECLS

/* One customer with all that is written of them. */
typedef struct
{
  DaftarCustomer *customer;
  GPtrArray *points;    /* DaftarContactPoint */
  GPtrArray *occasions; /* DaftarOccasion */
  GPtrArray *values;    /* DaftarCustomValue */
  GBytes *photo;        /* nullable */
} DaftarExportPerson;

/* What columns the table has: as many for each kind of contact point as the one with most of it needs. */
typedef struct
{
  guint n_points[DAFTAR_N_CONTACT_KIND];
  GPtrArray *fields; /* DaftarCustomField */
} DaftarExportColumns;

void daftar_export_write_header (DaftarCsvWriter           *csv,
                                 const DaftarExportColumns *columns);
void daftar_export_write_row    (DaftarCsvWriter           *csv,
                                 const DaftarExportColumns *columns,
                                 const DaftarExportPerson  *person);
void daftar_export_write_card   (GString                   *text,
                                 const DaftarExportPerson  *person);

G_END_DECLS
