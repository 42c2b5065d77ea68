/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the sample shop alone: its people and what they say. These texts belong to the shop and not to the
 * window, so they are no strings to translate but stand here in both languages. */
#pragma once

#include "daftar-enums.h"

G_BEGIN_DECLS

typedef struct
{
  const char *ar;
  const char *en;
} DaftarDemoText;

typedef struct
{
  const DaftarDemoText *texts;
  guint n_texts;
} DaftarDemoList;

typedef struct
{
  DaftarDemoText name;
  int price; /* riyals */
  int warranty_months;
} DaftarDemoProduct;

typedef struct
{
  DaftarDemoText text;
  DaftarChannel channel;
  DaftarContactDirection direction;
} DaftarDemoTalk;

#define DAFTAR_DEMO_MESSAGES 5

typedef struct
{
  DaftarTicketKind kind;
  DaftarChannel channel;
  DaftarMood mood;
  DaftarPriority priority;
  DaftarDemoText subject;
  /* In and out by turns, the first one from the customer. */
  DaftarDemoText messages[DAFTAR_DEMO_MESSAGES];
  DaftarDemoText resolution;
} DaftarDemoTicket;

extern const DaftarDemoList daftar_demo_men;
extern const DaftarDemoList daftar_demo_women;
extern const DaftarDemoList daftar_demo_families;
extern const DaftarDemoList daftar_demo_foreigners;
extern const DaftarDemoList daftar_demo_companies;
extern const DaftarDemoList daftar_demo_sources;
extern const DaftarDemoList daftar_demo_tags;
extern const DaftarDemoList daftar_demo_pinned;
extern const DaftarDemoList daftar_demo_steps;
extern const DaftarDemoList daftar_demo_outcomes;
extern const DaftarDemoList daftar_demo_lost;
extern const DaftarDemoList daftar_demo_staff;
extern const DaftarDemoList daftar_demo_streets;
extern const DaftarDemoText daftar_demo_shop_name;
extern const DaftarDemoText daftar_demo_thanks[2];
extern const DaftarDemoText daftar_demo_ticket_note;

extern const DaftarDemoProduct daftar_demo_products[];
extern const guint daftar_demo_n_products;
extern const DaftarDemoTalk daftar_demo_talks[];
extern const guint daftar_demo_n_talks;
extern const DaftarDemoTicket daftar_demo_tickets[];
extern const guint daftar_demo_n_tickets;

/* Where a customer lives: the country's numbers and towns. */
typedef struct
{
  const char *country;
  int weight;
  const char *prefixes[10]; /* of mobile numbers, without the trunk 0 */
  int n_digits;             /* after the prefix */
  const char *trunk;
  const char *calling_code;
  DaftarDemoText towns[10];
} DaftarDemoPlace;

extern const DaftarDemoPlace daftar_demo_places[];
extern const guint daftar_demo_n_places;

G_END_DECLS
