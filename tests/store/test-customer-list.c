/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of all customers: every order in both directions, every condition of a filter. */
#include <glib.h>
#include <string.h>

#include "daftar-custom-store.h"
#include "daftar-customer-list-store.h"
#include "daftar-customer-store.h"
#include "daftar-id-values.h"
#include "daftar-test-shop.h"

/* The shop of all tests here: five people, each with something of each kind or without. */
typedef struct
{
  const char *name;
  const char *phone;
  const char *email;
  const char *city;
  const char *company;
  const char *tags;
  gint64 channel;
  int contact_days; /* ago; -1: never */
  int created_days; /* ago */
  int n_tickets;
  gint64 value;
  int stage; /* 0: no deal */
} Person;

static const Person people[] = {
  { "أمل حداد", "0501111111", "z@shop.example", "الرياض", "نور", "vip", 1, 5, 100, 0, 500, 2 },
  { "باسم قاسم", "0509999999", "a@shop.example", "جدّة", NULL, NULL, 6, 200, 300, 2, 0, 1 },
  { "جنى سعيد", NULL, NULL, "جدة", "أمان", "vip\nجملة", 0, -1, 120, 1, 90000, 0 },
  { "دانا فارس", "0505555555", NULL, NULL, NULL, "جملة", 0, -1, 10, 0, 0, 3 },
  { "هالة نجار", NULL, "m@shop.example", "أبها", "نور", NULL, 6, 40, 50, 0, 700, 0 },
};
#define N G_N_ELEMENTS (people)

typedef struct
{
  TestShop *shop;
  gint64 ids[N];
  gint64 stages[3];
  gint64 field;
} Fixture;

static gint64
days_ago (int days)
{
  return TEST_NOW - days * 24 * G_TIME_SPAN_HOUR;
}

static void
add_point (DaftarTxn  *txn,
           gint64      id,
           gint64      kind,
           const char *value)
{
  g_autoptr (DaftarContactPoint) point = daftar_contact_point_new ();

  if (value == NULL)
    return;
  point->customer_id = id;
  point->kind = kind;
  point->value = g_strdup (value);
  g_assert_true (daftar_contact_point_store_save (txn, point, NULL));
}

static void
exec (DaftarTxn  *txn,
      const char *format,
      ...)
{
  va_list arguments;
  g_autofree char *sql = NULL;

  va_start (arguments, format);
  sql = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  test_txn_exec (txn, sql);
}

static gint64
add_person (DaftarTxn    *txn,
            const Person *person)
{
  g_autoptr (DaftarCustomer) customer = daftar_customer_new ();
  gint64 id;

  customer->name = g_strdup (person->name);
  customer->city = g_strdup (person->city);
  customer->company = g_strdup (person->company);
  customer->tags = g_strdup (person->tags);
  customer->preferred_channel = person->channel;
  customer->created_at = days_ago (person->created_days);
  g_assert_true (daftar_customer_store_save (txn, customer, NULL));
  id = DAFTAR_RECORD (customer)->id;
  add_point (txn, id, DAFTAR_CONTACT_KIND_MOBILE, person->phone);
  add_point (txn, id, DAFTAR_CONTACT_KIND_EMAIL, person->email);
  if (person->contact_days >= 0)
    exec (txn, "UPDATE customer SET last_contact_at = %" G_GINT64_FORMAT " WHERE id = %" G_GINT64_FORMAT,
          days_ago (person->contact_days), id);
  for (int i = 0; i < person->n_tickets; i++)
    exec (txn,
          "INSERT INTO ticket (version, ulid, number, customer_id, subject, kind, channel, status, priority, mood,"
          " created_at, updated_at, next_at, solve_due_at, subject_fold) VALUES (1, randomblob (16), %d,"
          " %" G_GINT64_FORMAT ", 's', %d, 1, 0, 1, 0, 1, 1, 1, %" G_GINT64_FORMAT ", 's')",
          (int) id * 10 + i, id, person->n_tickets == 2 ? 1 : 0, days_ago (1));
  if (person->value > 0)
    exec (txn,
          "INSERT INTO purchase (version, ulid, customer_id, at, amount, currency) VALUES (1, randomblob (16),"
          " %" G_GINT64_FORMAT ", 1, %" G_GINT64_FORMAT ", (SELECT currency FROM shop))",
          id, person->value);
  return id;
}

static gpointer
fill (DaftarTxn  *txn,
      gpointer    request,
      GError    **error)
{
  Fixture *fixture = request;

  for (guint i = 0; i < N; i++)
    fixture->ids[i] = add_person (txn, &people[i]);
  return NULL;
}

static Fixture *
fixture_new (void)
{
  Fixture *fixture = g_new0 (Fixture, 1);
  g_autoptr (GError) error = NULL;

  fixture->shop = test_shop_new ();
  daftar_store_write (fixture->shop->store, "fill", fill, fixture, NULL, &error);
  g_assert_no_error (error);
  test_shop_add_board (fixture->shop, fixture->stages, G_N_ELEMENTS (fixture->stages));
  for (guint i = 0; i < N; i++)
    if (people[i].stage > 0)
      test_shop_add_deal (fixture->shop, fixture->ids[i], fixture->stages[people[i].stage - 1], "d", 1);
  return fixture;
}

static void
fixture_free (Fixture *fixture)
{
  test_shop_free (fixture->shop);
  g_free (fixture);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

typedef struct
{
  DaftarCustomerQuery *query;
  int limit;
} Request;

static gpointer
read_ids (DaftarReader  *reader,
          gpointer       data,
          GError       **error)
{
  Request *request = data;

  return daftar_customer_list_store_ids (reader, request->query, request->limit, error);
}

/* The people that a list shows, each by the number in the table above. */
static char *
ask (Fixture              *fixture,
     DaftarCustomerOrder   order,
     gboolean              descending,
     DaftarCustomerFilter *filter)
{
  g_autoptr (DaftarCustomerQuery) query = daftar_customer_query_new (order, descending, filter);
  Request request = { query, -1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = daftar_store_read (fixture->shop->store, read_ids, &request, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    for (guint p = 0; p < N; p++)
      if (fixture->ids[p] == g_array_index (ids, gint64, i))
        g_string_append_printf (text, "%u", p);
  return g_string_free (text, FALSE);
}

static const struct
{
  DaftarCustomerOrder order;
  const char *ascending;
  const char *descending;
} orders[] = {
  { DAFTAR_CUSTOMER_ORDER_NAME, "01234", "43210" },
  { DAFTAR_CUSTOMER_ORDER_CREATED, "12043", "34021" },
  { DAFTAR_CUSTOMER_ORDER_CONTACT, "14032", "04132" },
  { DAFTAR_CUSTOMER_ORDER_PHONE, "03124", "13024" },
  { DAFTAR_CUSTOMER_ORDER_EMAIL, "14023", "04123" },
  { DAFTAR_CUSTOMER_ORDER_COMPANY, "20413", "04213" },
  { DAFTAR_CUSTOMER_ORDER_TAGS, "30214", "02314" },
  { DAFTAR_CUSTOMER_ORDER_STAGE, "10324", "30124" },
  { DAFTAR_CUSTOMER_ORDER_TICKETS, "21034", "12034" },
  { DAFTAR_CUSTOMER_ORDER_VALUE, "04213", "24013" },
};

static void
test_orders (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autofree char *up = ask (fixture, orders[i].order, FALSE, NULL);
      g_autofree char *down = ask (fixture, orders[i].order, TRUE, NULL);

      g_test_message ("%s", daftar_customer_order_nick (orders[i].order));
      g_assert_cmpstr (up, ==, orders[i].ascending);
      g_assert_cmpstr (down, ==, orders[i].descending);
    }
}

/* Cities of one spelling stand together, those without one last. */
static void
test_order_city (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *up = ask (fixture, DAFTAR_CUSTOMER_ORDER_CITY, FALSE, NULL);

  g_assert_true (g_str_has_prefix (up, "4"));
  g_assert_true (g_str_has_suffix (up, "3"));
  g_assert_true (strstr (up, "12") != NULL || strstr (up, "21") != NULL);
}

static void
test_filters (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  const struct
  {
    const char *json;
    const char *found;
  } filters[] = {
    { "{}", "01234" },
    { "{\"tag\":\"vip\"}", "02" },
    { "{\"tag\":\"جملة\"}", "23" },
    { "{\"city\":\"جده\"}", "12" },
    { "{\"channel\":6}", "14" },
    { "{\"quiet_days\":30}", "124" },
    { "{\"quiet_days\":90}", "12" },
    { "{\"at_risk\":1}", "1" },
    { "{\"tag\":\"vip\",\"city\":\"الرياض\"}", "0" },
    { "{\"tag\":\"vip\",\"channel\":6}", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DaftarCustomerFilter) filter = daftar_customer_filter_from_json (filters[i].json, &error);
      g_autofree char *found = NULL;

      g_assert_no_error (error);
      found = ask (fixture, DAFTAR_CUSTOMER_ORDER_NAME, FALSE, filter);
      g_test_message ("%s: %s", filters[i].json, found);
      g_assert_cmpstr (found, ==, filters[i].found);
    }
}

/* Who bought every ten days and stayed away for more than twenty may be lost; two purchases on one day say
 * nothing about an interval. */
static gpointer
add_purchases (DaftarTxn  *txn,
               gpointer    request,
               GError    **error)
{
  static const struct { guint person; int days; } purchases[] = {
    { 0, 45 }, { 0, 35 }, { 0, 25 }, { 2, 29 }, { 2, 19 }, { 3, 200 }, { 3, 200 }, { 4, 400 },
  };
  Fixture *fixture = request;

  test_txn_exec (txn, "DELETE FROM purchase; DELETE FROM ticket");
  for (guint i = 0; i < G_N_ELEMENTS (purchases); i++)
    exec (txn,
          "INSERT INTO purchase (version, ulid, customer_id, at, amount, currency) VALUES (1, randomblob (16),"
          " %" G_GINT64_FORMAT ", %" G_GINT64_FORMAT ", 1, 'SAR')",
          fixture->ids[purchases[i].person], days_ago (purchases[i].days));
  return NULL;
}

static void
test_filter_risk (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (DaftarCustomerFilter) filter = daftar_customer_filter_new ();
  g_autofree char *found = NULL;

  daftar_store_write (fixture->shop->store, "purchases", add_purchases, fixture, NULL, NULL);
  filter->at_risk = TRUE;
  found = ask (fixture, DAFTAR_CUSTOMER_ORDER_NAME, FALSE, filter);
  g_assert_cmpstr (found, ==, "0");
}

static void
test_filter_stage (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (DaftarCustomerFilter) filter = daftar_customer_filter_new ();
  g_autofree char *found = NULL;

  filter->stage_id = fixture->stages[1];
  found = ask (fixture, DAFTAR_CUSTOMER_ORDER_NAME, FALSE, filter);
  g_assert_cmpstr (found, ==, "0");
}

/* A search looks only among those whom the filter lets through. */
static void
test_filter_and_search (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (DaftarCustomerFilter) filter = daftar_customer_filter_new ();
  g_autofree char *everybody = NULL;
  g_autofree char *found = NULL;

  filter->text = g_strdup ("050");
  everybody = ask (fixture, DAFTAR_CUSTOMER_ORDER_NAME, FALSE, filter);
  g_assert_cmpuint (strlen (everybody), ==, 3);
  filter->tag = g_strdup ("جملة");
  found = ask (fixture, DAFTAR_CUSTOMER_ORDER_NAME, FALSE, filter);
  g_assert_cmpstr (found, ==, "3");
}

/* --- A field of the shop's own. -------------------------------------------------------------------- */

static gpointer
add_field (DaftarTxn  *txn,
           gpointer    request,
           GError    **error)
{
  Fixture *fixture = request;
  g_autoptr (DaftarCustomField) field = daftar_custom_field_new ();

  field->name = g_strdup ("f");
  g_assert_true (daftar_custom_field_store_save (txn, field, error));
  fixture->field = DAFTAR_RECORD (field)->id;
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (DaftarCustomValue) value = daftar_custom_value_new ();

      value->customer_id = fixture->ids[i];
      value->field_id = fixture->field;
      value->number = 10 * i;
      value->text = g_strdup_printf ("2025-0%u-01 كُرسيّ", i + 1);
      g_assert_true (daftar_custom_value_store_set (txn, value, error));
    }
  return NULL;
}

static void
test_filter_field (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (DaftarCustomerFilter) filter = daftar_customer_filter_new ();
  g_autofree char *any = NULL;
  g_autofree char *numbers = NULL;
  g_autofree char *days = NULL;
  g_autofree char *text = NULL;

  daftar_store_write (fixture->shop->store, "field", add_field, fixture, NULL, NULL);
  filter->field_id = fixture->field;
  any = ask (fixture, DAFTAR_CUSTOMER_ORDER_NAME, FALSE, filter);
  g_assert_cmpstr (any, ==, "012");
  filter->field_from = 10;
  numbers = ask (fixture, DAFTAR_CUSTOMER_ORDER_NAME, FALSE, filter);
  g_assert_cmpstr (numbers, ==, "12");
  filter->day_from = g_strdup ("2025-01-15");
  filter->day_to = g_strdup ("2025-02-28");
  days = ask (fixture, DAFTAR_CUSTOMER_ORDER_NAME, FALSE, filter);
  g_assert_cmpstr (days, ==, "1");
  filter->field_text = g_strdup ("كرسي");
  text = ask (fixture, DAFTAR_CUSTOMER_ORDER_NAME, FALSE, filter);
  g_assert_cmpstr (text, ==, "012");
}

/* --- Occasions of this month; TEST_NOW is 15 January 2025, 15 Rajab 1446. ----------------------------- */

static const struct
{
  const char *day;
  gboolean hijri;
} days[N] = {
  { "1990-01-31", FALSE }, { "1990-02-01", FALSE }, { "2024-01-14", TRUE }, { "2020-01-01", TRUE }, { "0000-01-01", FALSE },
};

static gpointer
add_occasions (DaftarTxn  *txn,
               gpointer    request,
               GError    **error)
{
  Fixture *fixture = request;

  for (guint i = 0; i < N; i++)
    {
      g_autoptr (DaftarOccasion) occasion = daftar_occasion_new ();

      occasion->customer_id = fixture->ids[i];
      occasion->day = g_strdup (days[i].day);
      occasion->hijri = days[i].hijri;
      g_assert_true (daftar_occasion_store_save (txn, occasion, error));
    }
  return NULL;
}

static void
test_filter_occasion (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (DaftarCustomerFilter) filter = daftar_customer_filter_new ();
  g_autofree char *found = NULL;

  daftar_store_write (fixture->shop->store, "occasions", add_occasions, fixture, NULL, NULL);
  filter->occasion_soon = TRUE;
  found = ask (fixture, DAFTAR_CUSTOMER_ORDER_NAME, FALSE, filter);
  g_assert_cmpstr (found, ==, "024");
}

/* --- Sorting many. --------------------------------------------------------------------------------- */

static int
compare_int (gconstpointer a,
             gconstpointer b)
{
  gint64 one = *(const gint64 *) a, two = *(const gint64 *) b;

  return (one > two) - (one < two);
}

/* Ids far apart are sorted as others are. */
static void
sort_random (gint64 max_id)
{
  g_autoptr (DaftarIdValues) values = daftar_id_values_new (max_id);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) expected = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) up = NULL;
  g_autoptr (GArray) down = NULL;
  gint64 value, last;

  for (gint64 i = 0; i < 5000; i++)
    {
      gint64 id = i * (max_id / 5000);

      g_array_append_val (ids, id);
      if (g_test_rand_bit ())
        continue;
      value = g_test_rand_bit () ? g_test_rand_int_range (-50, 50) : ((gint64) g_test_rand_int () * (1 << 20));
      daftar_id_values_set (values, id, value);
      g_array_append_val (expected, value);
    }
  g_array_sort (expected, compare_int);
  up = daftar_id_values_sort (values, ids, FALSE);
  down = daftar_id_values_sort (values, ids, TRUE);
  g_assert_cmpuint (up->len, ==, ids->len);
  g_assert_cmpuint (down->len, ==, ids->len);
  last = -1;
  for (guint i = 0; i < expected->len; i++)
    {
      g_assert_true (daftar_id_values_get (values, g_array_index (up, gint64, i), &value));
      g_assert_cmpint (value, ==, g_array_index (expected, gint64, i));
      /* Equals stay in the order in which they came. */
      if (i > 0 && value == g_array_index (expected, gint64, i - 1))
        g_assert_cmpint (g_array_index (up, gint64, i), >, last);
      last = g_array_index (up, gint64, i);
      g_assert_true (daftar_id_values_get (values, g_array_index (down, gint64, expected->len - 1 - i), &value));
      g_assert_cmpint (value, ==, g_array_index (expected, gint64, i));
    }
  g_assert_false (daftar_id_values_get (values, g_array_index (up, gint64, expected->len), &value));
}

static void
test_sort (void)
{
  sort_random (5000);
  sort_random (G_GINT64_CONSTANT (1) << 50);
}

/* --- Keeping. -------------------------------------------------------------------------------------- */

static void
test_json (void)
{
  static const char *const refused[] = { "", "[]", "{\"tag\":1}", "{\"stage_id\":\"x\"}", "{\"moon\":1}", "{\"text\":\"a\"}" };
  g_autoptr (DaftarCustomerFilter) filter = daftar_customer_filter_new ();
  g_autoptr (DaftarCustomerFilter) back = NULL;
  g_autofree char *json = NULL;

  g_assert_true (daftar_customer_filter_is_empty (filter));
  filter->text = g_strdup ("not kept");
  filter->tag = g_strdup ("جملة \"x\"");
  filter->quiet_days = 90;
  filter->field_from = 0;
  json = daftar_customer_filter_to_json (filter);
  back = daftar_customer_filter_from_json (json, NULL);
  g_assert_nonnull (back);
  g_assert_null (back->text);
  g_assert_cmpstr (back->tag, ==, "جملة \"x\"");
  g_assert_cmpint (back->field_from, ==, 0);
  g_assert_true (daftar_customer_filter_equal (filter, back));
  back->quiet_days = 91;
  g_assert_false (daftar_customer_filter_equal (filter, back));
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (daftar_customer_filter_from_json (refused[i], &error));
      g_assert_nonnull (error);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/customer-list/orders", test_orders);
  g_test_add_func ("/customer-list/order-city", test_order_city);
  g_test_add_func ("/customer-list/filters", test_filters);
  g_test_add_func ("/customer-list/filter-risk", test_filter_risk);
  g_test_add_func ("/customer-list/filter-stage", test_filter_stage);
  g_test_add_func ("/customer-list/filter-and-search", test_filter_and_search);
  g_test_add_func ("/customer-list/filter-field", test_filter_field);
  g_test_add_func ("/customer-list/filter-occasion", test_filter_occasion);
  g_test_add_func ("/customer-list/sort", test_sort);
  g_test_add_func ("/customer-list/json", test_json);
  return g_test_run ();
}
