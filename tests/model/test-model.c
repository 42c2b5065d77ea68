/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "daftar-error.h"
#include "daftar-model.h"
#include "daftar-rank.h"
#include "daftar-record-json.h"

static void
test_copy (void)
{
  g_autoptr (DaftarCustomer) customer = daftar_customer_new ();
  g_autoptr (DaftarCustomer) copy = NULL;

  customer->name = g_strdup ("أمل");
  customer->do_not_contact = TRUE;
  DAFTAR_RECORD (customer)->id = 7;
  copy = daftar_record_copy (customer);
  g_assert_cmpstr (copy->name, ==, "أمل");
  g_assert_true (copy->name != customer->name);
  g_assert_true (copy->do_not_contact);
  g_assert_cmpint (DAFTAR_RECORD (copy)->id, ==, 7);
  g_assert_true (daftar_record_equal (customer, copy));
  daftar_set_text (&copy->name, "كريم");
  g_assert_false (daftar_record_equal (customer, copy));
  g_assert_finalize_object (g_steal_pointer (&copy));
}

/* What only queries fill is no part of a row. */
static void
test_equal_ignores_views (void)
{
  g_autoptr (DaftarCustomer) a = daftar_customer_new ();
  g_autoptr (DaftarCustomer) b = daftar_customer_new ();

  b->phone = g_strdup ("050");
  g_assert_true (daftar_record_equal (a, b));
}

static void
test_properties (void)
{
  g_autoptr (DaftarTicket) ticket = g_object_new (DAFTAR_TYPE_TICKET, "subject", "broken", "first-due-at",
                                                  G_GINT64_CONSTANT (5), NULL);
  g_autofree char *subject = NULL;
  gint64 due;

  g_object_get (ticket, "subject", &subject, "first-due-at", &due, NULL);
  g_assert_cmpstr (subject, ==, "broken");
  g_assert_cmpint (due, ==, 5);
}

static void
test_json (void)
{
  g_autoptr (DaftarCustomer) customer = daftar_customer_new ();
  g_autoptr (DaftarCustomer) back = NULL;
  g_autofree char *json = NULL;
  g_autoptr (GError) error = NULL;

  DAFTAR_RECORD (customer)->id = G_GINT64_CONSTANT (9007199254740993); /* more than a double holds */
  DAFTAR_RECORD (customer)->version = 3;
  customer->name = g_strdup ("«أمل» \"x\"\n\\");
  customer->name_fold = g_strdup ("derived");
  customer->phone = g_strdup ("view");
  json = daftar_record_to_json (customer);
  g_assert_null (strstr (json, "derived"));
  g_assert_null (strstr (json, "view"));
  back = daftar_record_from_json (DAFTAR_TYPE_CUSTOMER, json, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (back->name, ==, customer->name);
  g_assert_cmpint (DAFTAR_RECORD (back)->id, ==, DAFTAR_RECORD (customer)->id);
  g_assert_cmpint (DAFTAR_RECORD (back)->version, ==, 3);
}

static void
test_enums (void)
{
  g_autoptr (GError) error = NULL;
  int value = -1;

  g_assert_true (daftar_enum_from_nick (&daftar_enum_channel, "WhatsApp", &value, &error));
  g_assert_cmpint (value, ==, DAFTAR_CHANNEL_WHATSAPP);
  g_assert_false (daftar_enum_from_nick (&daftar_enum_channel, "pigeon", &value, &error));
  g_assert_error (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "in-person"));
  g_assert_cmpstr (daftar_enum_label (&daftar_enum_channel, 99), ==, "");
  g_assert_cmpstr (daftar_enum_nick (&daftar_enum_channel, -1), ==, "unknown");
}

/* --- Ranks. ---------------------------------------------------------------------------------------- */

static void
test_rank_order (void)
{
  g_autoptr (GPtrArray) ranks = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  g_ptr_array_add (ranks, daftar_rank_between (NULL, NULL));
  for (int i = 0; i < 5000; i++)
    {
      guint at = g_rand_int_range (rand, 0, ranks->len + 1);
      const char *before = at > 0 ? g_ptr_array_index (ranks, at - 1) : NULL;
      const char *after = at < ranks->len ? g_ptr_array_index (ranks, at) : NULL;
      char *rank = daftar_rank_between (before, after);

      g_assert_true (before == NULL || strcmp (before, rank) < 0);
      g_assert_true (after == NULL || strcmp (rank, after) < 0);
      g_ptr_array_insert (ranks, at, rank);
    }
}

/* The worst that people do: always to the top, always to the end, always between the same two. */
static void
test_rank_length (void)
{
  g_autofree char *top = daftar_rank_between (NULL, NULL);
  g_autofree char *end = daftar_rank_between (NULL, NULL);

  for (int i = 0; i < 2000; i++)
    {
      g_autofree char *old_top = top;
      g_autofree char *old_end = end;

      top = daftar_rank_between (NULL, old_top);
      end = daftar_rank_between (old_end, NULL);
    }
  g_assert_cmpuint (strlen (top), <, 500);
  g_assert_cmpuint (strlen (end), <, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/copy", test_copy);
  g_test_add_func ("/model/equal-ignores-views", test_equal_ignores_views);
  g_test_add_func ("/model/properties", test_properties);
  g_test_add_func ("/model/json", test_json);
  g_test_add_func ("/model/enums", test_enums);
  g_test_add_func ("/model/rank-order", test_rank_order);
  g_test_add_func ("/model/rank-length", test_rank_length);
  return g_test_run ();
}
