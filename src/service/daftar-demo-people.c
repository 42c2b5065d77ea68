/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-demo-people.h"

#define SECOND G_GINT64_CONSTANT (1000000)
#define MINUTE (60 * SECOND)
#define DAY (24 * 60 * MINUTE)

/* SplitMix64 (Steele, Lea and Flood, 2014): small, and the same on every machine. */
static guint64
next_random (guint64 *state)
{
  guint64 z = (*state += G_GUINT64_CONSTANT (0x9E3779B97F4A7C15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xBF58476D1CE4E5B9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94D049BB133111EB);
  return z ^ (z >> 31);
}

guint64
daftar_demo_random (DaftarDemoPerson *person,
                    guint64           below)
{
  return next_random (&person->random) % below;
}

static gboolean
chance (DaftarDemoPerson *person,
        guint             percent)
{
  return daftar_demo_random (person, 100) < percent;
}

const char *
daftar_demo_say (DaftarDemoMaker      *self,
                 const DaftarDemoText *text)
{
  return self->arabic ? text->ar : text->en;
}

const char *
daftar_demo_pick (DaftarDemoPerson     *person,
                  const DaftarDemoList *list)
{
  return daftar_demo_say (person->maker, &list->texts[daftar_demo_random (person, list->n_texts)]);
}

/* A moment of an ordinary day so many days ago, never in the future. */
gint64
daftar_demo_ago (DaftarDemoPerson *person,
                 int               days)
{
  gint64 at = person->maker->midnight - days * DAY + (gint64) (9 * 60 + daftar_demo_random (person, 12 * 60)) * MINUTE;

  return MIN (at, person->maker->now - (gint64) (1 + daftar_demo_random (person, 60)) * MINUTE);
}

void
daftar_demo_contact (DaftarDemoPerson *person,
                     gint64            at)
{
  person->customer->last_contact_at = MAX (person->customer->last_contact_at, at);
}

/* --- Who they are. --------------------------------------------------------------------------------- */

typedef struct
{
  const DaftarDemoText *given;
  const DaftarDemoText *father;
  const DaftarDemoText *family;
  gboolean woman;
} Name;

static void
choose_name (DaftarDemoPerson *person,
             Name             *name)
{
  const DaftarDemoList *list;

  name->woman = chance (person, 42);
  list = name->woman ? &daftar_demo_women : &daftar_demo_men;
  name->given = &list->texts[daftar_demo_random (person, list->n_texts)];
  name->father = &daftar_demo_men.texts[daftar_demo_random (person, daftar_demo_men.n_texts)];
  name->family = &daftar_demo_families.texts[daftar_demo_random (person, daftar_demo_families.n_texts)];
}

static void
set_arab_name (DaftarDemoPerson *person,
               const Name       *name)
{
  DaftarDemoMaker *maker = person->maker;
  DaftarCustomer *customer = person->customer;
  gboolean long_name = chance (person, maker->full ? 70 : 30);

  customer->given = g_strdup (daftar_demo_say (maker, name->given));
  customer->family = g_strdup (daftar_demo_say (maker, name->family));
  customer->name = long_name ? g_strjoin (" ", customer->given, daftar_demo_say (maker, name->father), customer->family, NULL)
                             : g_strjoin (" ", customer->given, customer->family, NULL);
  if (chance (person, 12))
    customer->nickname = g_strconcat (maker->arabic ? (name->woman ? "أم " : "أبو ") : (name->woman ? "Umm " : "Abu "),
                                      daftar_demo_pick (person, &daftar_demo_men), NULL);
  if (chance (person, 5))
    customer->honorific = g_strdup (maker->arabic ? (name->woman ? "أ." : "د.") : "Dr.");
}

static void
set_name (DaftarDemoPerson *person,
          Name             *name)
{
  DaftarCustomer *customer = person->customer;

  choose_name (person, name);
  if (chance (person, 7))
    {
      customer->kind = DAFTAR_CUSTOMER_KIND_BUSINESS;
      customer->name = g_strdup (daftar_demo_pick (person, &daftar_demo_companies));
      if (person->maker->full)
        {
          g_autofree char *longer =
            g_strjoin (" ", customer->name, daftar_demo_pick (person, &daftar_demo_families), NULL);

          daftar_set_text (&customer->name, longer);
        }
    }
  else if (chance (person, 10))
    customer->name = g_strdup (daftar_demo_pick (person, &daftar_demo_foreigners));
  else
    set_arab_name (person, name);
}

static const DaftarDemoPlace *
choose_place (DaftarDemoPerson *person)
{
  int left = 0;

  for (guint i = 0; i < daftar_demo_n_places; i++)
    left += daftar_demo_places[i].weight;
  left = daftar_demo_random (person, left);
  for (guint i = 0; i < daftar_demo_n_places; i++)
    {
      left -= daftar_demo_places[i].weight;
      if (left < 0)
        return &daftar_demo_places[i];
    }
  return &daftar_demo_places[0];
}

static void
set_facts (DaftarDemoPerson      *person,
           const DaftarDemoPlace *place)
{
  DaftarDemoMaker *maker = person->maker;
  DaftarCustomer *customer = person->customer;
  guint n_towns = 0;

  while (n_towns < G_N_ELEMENTS (place->towns) && place->towns[n_towns].ar != NULL)
    n_towns++;
  customer->city = g_strdup (daftar_demo_say (maker, &place->towns[daftar_demo_random (person, n_towns)]));
  customer->language = g_strdup (maker->arabic ? "ar" : "en");
  if (chance (person, 60))
    customer->source = g_strdup (daftar_demo_pick (person, &daftar_demo_sources));
  if (chance (person, 15))
    customer->note = g_strdup (daftar_demo_pick (person, &daftar_demo_pinned));
  if (chance (person, 22))
    customer->tags = g_strdup (daftar_demo_pick (person, &daftar_demo_tags));
  if (customer->kind == DAFTAR_CUSTOMER_KIND_PERSON && chance (person, 10))
    customer->company = g_strdup (daftar_demo_pick (person, &daftar_demo_companies));
  if (chance (person, 12))
    customer->preferred_channel = DAFTAR_CHANNEL_WHATSAPP;
  if (person->index > 10 && chance (person, 6))
    customer->referred_by = 1 + daftar_demo_random (person, person->index);
  customer->created_at = daftar_demo_ago (person, 3 + daftar_demo_random (person, 1000));
  customer->updated_at = customer->created_at;
}

/* --- How they are reached. ------------------------------------------------------------------------- */

static char *
to_arabic_digits (const char *text)
{
  GString *out = g_string_new (NULL);

  for (; *text != '\0'; text++)
    if (g_ascii_isdigit (*text))
      g_string_append_unichar (out, 0x0660 + (*text - '0'));
    else
      g_string_append_c (out, *text);
  return g_string_free (out, FALSE);
}

/* A number as people write it down: at home, with the country, with spaces, in either digits. */
static char *
make_number (DaftarDemoPerson      *person,
             const DaftarDemoPlace *place)
{
  guint n_prefixes = 0;
  guint64 rest;
  g_autofree char *digits = NULL;
  g_autofree char *written = NULL;

  while (n_prefixes < G_N_ELEMENTS (place->prefixes) && place->prefixes[n_prefixes] != NULL)
    n_prefixes++;
  rest = daftar_demo_random (person, G_GUINT64_CONSTANT (10000000));
  digits = g_strdup_printf ("%07" G_GUINT64_FORMAT, rest);
  written = g_strdup_printf ("%s%s", place->prefixes[daftar_demo_random (person, n_prefixes)],
                             digits + 7 - place->n_digits);
  if (!g_str_equal (place->country, "SA") || chance (person, 20))
    return g_strdup_printf ("+%s %.2s %.3s %s", place->calling_code, written, written + 2, written + 5);
  if (chance (person, 12))
    {
      g_autofree char *local = g_strconcat (place->trunk, written, NULL);

      return to_arabic_digits (local);
    }
  return g_strconcat (place->trunk, written, NULL);
}

static void
add_point (DaftarDemoPerson  *person,
           DaftarContactKind  kind,
           char              *value,
           int                position)
{
  DaftarContactPoint *point = daftar_contact_point_new ();

  point->customer_id = person->index + 1;
  point->kind = kind;
  point->value = value;
  point->position = position;
  point->preferred = position == 0;
  g_ptr_array_add (person->rows, point);
}

static char *
make_account (DaftarDemoPerson *person,
              const Name       *name,
              const char       *after)
{
  GString *account = g_string_new (NULL);

  for (const char *c = name->given->en; *c != '\0'; c++)
    if (g_ascii_isalpha (*c))
      g_string_append_c (account, g_ascii_tolower (*c));
  g_string_append_c (account, '.');
  for (const char *c = name->family->en; *c != '\0'; c++)
    if (g_ascii_isalpha (*c))
      g_string_append_c (account, g_ascii_tolower (*c));
  g_string_append_printf (account, "%" G_GINT64_FORMAT "%s", person->index + 1, after);
  return g_string_free (account, FALSE);
}

static void
add_points (DaftarDemoPerson      *person,
            const Name            *name,
            const DaftarDemoPlace *place)
{
  int what = daftar_demo_random (person, 100);

  add_point (person, DAFTAR_CONTACT_KIND_MOBILE, make_number (person, place), 0);
  if (what < 50)
    add_point (person, DAFTAR_CONTACT_KIND_EMAIL, make_account (person, name, "@example.com"), 1);
  else if (what < 75)
    add_point (person, DAFTAR_CONTACT_KIND_WHATSAPP, make_number (person, place), 1);
  else if (what < 88)
    add_point (person, DAFTAR_CONTACT_KIND_ADDRESS,
               g_strdup_printf (person->maker->arabic ? "%s، %s" : "%s, %s",
                                daftar_demo_pick (person, &daftar_demo_streets), person->customer->city),
               1);
  else
    add_point (person, DAFTAR_CONTACT_KIND_INSTAGRAM, make_account (person, name, ""), 1);
}

/* Birthdays: of a quarter of the people some day, and of every fortieth this week, the first of them today. */
static void
add_birthday (DaftarDemoPerson *person)
{
  DaftarOccasion *occasion;
  g_autofree char *day = NULL;
  gboolean soon = person->index % 40 == 4;
  int year, month, number;

  if (person->customer->kind != DAFTAR_CUSTOMER_KIND_PERSON || (!soon && !chance (person, 25)))
    return;
  day = daftar_date_add_days (person->maker->today, soon ? (int) (person->index / 40 % 7) : (int) daftar_demo_random (person, 365));
  if (!daftar_date_parse_iso (day, &year, &month, &number))
    return;
  occasion = daftar_occasion_new ();
  occasion->customer_id = person->index + 1;
  occasion->kind = DAFTAR_OCCASION_KIND_BIRTHDAY;
  occasion->day = daftar_date_from_ymd (year - 20 - (int) daftar_demo_random (person, 45), month, MIN (number, 28));
  g_ptr_array_add (person->rows, occasion);
}

/* --- What happened. -------------------------------------------------------------------------------- */

static void
add_talks (DaftarDemoPerson *person)
{
  int known = (person->maker->now - person->customer->created_at) / DAY;
  int n = daftar_demo_random (person, person->maker->full ? 3 : 5);

  for (int i = 0; i < n; i++)
    {
      const DaftarDemoTalk *talk = &daftar_demo_talks[daftar_demo_random (person, daftar_demo_n_talks)];
      DaftarInteraction *entry = daftar_interaction_new ();

      entry->customer_id = person->index + 1;
      entry->at = daftar_demo_ago (person, daftar_demo_random (person, MAX (known, 1)));
      entry->channel = talk->channel;
      entry->direction = talk->direction;
      entry->kind = talk->channel == DAFTAR_CHANNEL_NONE ? DAFTAR_INTERACTION_KIND_NOTE : DAFTAR_INTERACTION_KIND_CONTACT;
      entry->body = g_strdup (daftar_demo_say (person->maker, &talk->text));
      entry->staff_id = 1 + daftar_demo_random (person, person->maker->n_staff);
      if (entry->direction != DAFTAR_CONTACT_DIRECTION_NONE)
        daftar_demo_contact (person, entry->at);
      g_ptr_array_add (person->rows, entry);
    }
}

static void
add_item (DaftarDemoPerson *person,
          DaftarPurchase   *purchase,
          int               position)
{
  const DaftarDemoProduct *product = &daftar_demo_products[daftar_demo_random (person, daftar_demo_n_products)];
  DaftarPurchaseItem *item = daftar_purchase_item_new ();
  gint64 quantity = product->price < 200 && chance (person, 30) ? 2 : 1;

  item->purchase_id = DAFTAR_RECORD (purchase)->id;
  item->name = g_strdup (daftar_demo_say (person->maker, &product->name));
  item->quantity = quantity * 1000;
  item->price = product->price * 100;
  item->position = position;
  purchase->amount += quantity * item->price;
  if (product->warranty_months > 0 && purchase->warranty_until == NULL)
    {
      g_autofree char *day = daftar_date_from_moment (purchase->at, person->maker->zone, NULL);

      purchase->warranty_until = daftar_date_add_months (day, product->warranty_months);
    }
  g_ptr_array_add (person->rows, item);
}

static void
add_purchases (DaftarDemoPerson *person)
{
  int known = (person->maker->now - person->customer->created_at) / DAY;
  int n = chance (person, 60) ? 1 + daftar_demo_random (person, person->maker->full ? 2 : 4) : 0;

  for (int i = 0; i < n; i++)
    {
      DaftarPurchase *purchase = daftar_purchase_new ();
      int n_items = 1 + daftar_demo_random (person, person->maker->full ? 1 : 3);

      DAFTAR_RECORD (purchase)->id = ++person->maker->n_purchases;
      purchase->customer_id = person->index + 1;
      purchase->at = daftar_demo_ago (person, daftar_demo_random (person, MAX (known, 1)));
      purchase->currency = g_strdup ("SAR");
      purchase->receipt = g_strdup_printf ("%" G_GINT64_FORMAT, 4000 + person->maker->n_purchases);
      g_ptr_array_add (person->rows, purchase);
      for (int k = 0; k < n_items; k++)
        add_item (person, purchase, k);
      daftar_demo_contact (person, purchase->at);
    }
}

/* Writes one customer of the sample shop and everything that happened with them. */
gboolean
daftar_demo_add_customer (DaftarDemoMaker  *self,
                          DaftarTxn        *txn,
                          gint64            index,
                          GError          **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (DaftarCustomer) customer = daftar_customer_new ();
  guint64 stream = self->seed ^ ((guint64) index * G_GUINT64_CONSTANT (0xD1B54A32D192ED03));
  DaftarDemoPerson person = { self, next_random (&stream), index, customer, rows };
  const DaftarDemoPlace *place;
  Name name;

  DAFTAR_RECORD (customer)->id = index + 1;
  set_name (&person, &name);
  place = choose_place (&person);
  set_facts (&person, place);
  add_points (&person, &name, place);
  add_birthday (&person);
  add_talks (&person);
  add_purchases (&person);
  daftar_demo_add_deals (&person);
  daftar_demo_add_tickets (&person);
  daftar_demo_add_follow_ups (&person);
  if (!daftar_bulk_add (self->bulk, txn, customer, error))
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    if (!daftar_bulk_add (self->bulk, txn, g_ptr_array_index (rows, i), error))
      return FALSE;
  return TRUE;
}
