/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the facts, one kind a file: fields of the customer, contact points, occasions, fields of the shop. */
#pragma once

#include "daftar-fact-row.h"
#include "daftar-profile-facts.h"

G_BEGIN_DECLS

/* A field of the customer that a row can show. */
typedef struct
{
  const char *field;   /* of DaftarCustomer */
  const char *caption; /* translate it */
} DaftarFactField;

#define DAFTAR_N_FACT_FIELDS 15
#define DAFTAR_FACT_FIELDS_NAME 10 /* from here on they are parts of the name */
extern const DaftarFactField daftar_fact_fields[DAFTAR_N_FACT_FIELDS];

gboolean   daftar_fact_field_is_set   (DaftarProfile      *profile,
                                       guint               index);
GtkWidget *daftar_fact_field_new      (DaftarProfileFacts *facts,
                                       guint               index);
GtkWidget *daftar_fact_point_new      (DaftarProfileFacts *facts,
                                       DaftarContactPoint *point);
GtkWidget *daftar_fact_point_add_new  (DaftarProfileFacts *facts);
GtkWidget *daftar_fact_occasion_new   (DaftarProfileFacts *facts,
                                       DaftarOccasion     *occasion);
GtkWidget *daftar_fact_custom_new     (DaftarProfileFacts *facts,
                                       DaftarCustomField  *field);
char      *daftar_fact_occasion_words (DaftarUiContext    *ui,
                                       DaftarOccasion     *occasion);
char      *daftar_fact_occasion_next  (DaftarUiContext    *ui,
                                       DaftarOccasion     *occasion);
char      *daftar_fact_point_words    (DaftarUiContext    *ui,
                                       DaftarContactPoint *point);
GtkWidget *daftar_fact_entry_new      (DaftarFactRow      *row,
                                       const char         *label,
                                       const char         *text,
                                       gboolean            ltr);
GtkWidget *daftar_fact_choice_new     (const char         *label,
                                       const char *const  *names,
                                       guint               selected);
GtkWidget *daftar_fact_link_button    (const char         *icon,
                                       const char         *label,
                                       const char         *kind,
                                       gint64              id);
const char *daftar_fact_page_mark      (void);
const char *daftar_fact_language_name (const char         *code);
GStrv      daftar_fact_language_list   (const char         *own,
                                       GStrv              *names);
char      *daftar_fact_occasion_edit_text (DaftarOccasion  *occasion);

G_END_DECLS
