/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-customer-store.h"
#include "daftar-date.h"
#include "daftar-error.h"
#include "daftar-follow-up-action.h"
#include "daftar-interaction-store.h"
#include "daftar-recurrence.h"
#include "daftar-shop-store.h"
#include "daftar-test-shop.h"
#include "daftar-undo.h"
#include "daftar-board-store.h"

/* The test's day: Wednesday, 15 January 2025, 10:00 in Riyadh. */

static gint64
add (TestShop   *shop,
     gint64      customer_id,
     const char *day,
     int         minute)
{
  g_autoptr (DaftarFollowUp) new = daftar_follow_up_new ();
  g_autoptr (DaftarFollowUp) saved = NULL;
  g_autoptr (GError) error = NULL;

  new->title = g_strdup ("Call back");
  new->customer_id = customer_id;
  new->due_day = g_strdup (day);
  new->due_minute = minute;
  saved = daftar_store_write (shop->store, "follow-up.add", daftar_follow_up_save_write, new, NULL, &error);
  g_assert_no_error (error);
  return DAFTAR_RECORD (saved)->id;
}

static DaftarFollowUp *
get (TestShop *shop,
     gint64    id)
{
  return daftar_store_read (shop->store, daftar_follow_up_read, &id, NULL);
}

static gpointer
list_view (DaftarReader  *reader,
           gpointer       view,
           GError       **error)
{
  return daftar_follow_up_view_ids (reader, view, -1, error);
}

static GArray *
view (TestShop           *shop,
      DaftarFollowUpView  which)
{
  g_autoptr (GError) error = NULL;
  GArray *ids = daftar_store_read (shop->store, list_view, GINT_TO_POINTER (which), &error);

  g_assert_no_error (error);
  return ids;
}

static gboolean
in_view (TestShop           *shop,
         DaftarFollowUpView  which,
         gint64              id)
{
  g_autoptr (GArray) ids = view (shop, which);

  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

static void
test_views (void)
{
  static const struct
  {
    const char *day;
    int minute;
    DaftarFollowUpView view;
  } rows[] = {
    { "2025-01-14", -1, DAFTAR_FOLLOW_UP_VIEW_OVERDUE },
    { "2025-01-14", 23 * 60 + 59, DAFTAR_FOLLOW_UP_VIEW_OVERDUE },
    { "2025-01-15", 9 * 60 + 59, DAFTAR_FOLLOW_UP_VIEW_OVERDUE },
    { "2025-01-15", -1, DAFTAR_FOLLOW_UP_VIEW_TODAY }, /* any time today, so not late yet */
    { "2025-01-15", 10 * 60, DAFTAR_FOLLOW_UP_VIEW_TODAY },
    { "2025-01-15", 23 * 60 + 59, DAFTAR_FOLLOW_UP_VIEW_TODAY },
    { "2025-01-16", 0, DAFTAR_FOLLOW_UP_VIEW_WEEK },
    { "2025-01-21", 23 * 60, DAFTAR_FOLLOW_UP_VIEW_WEEK },
    { "2025-01-22", 0, DAFTAR_FOLLOW_UP_VIEW_LATER },
    { "2026-01-01", -1, DAFTAR_FOLLOW_UP_VIEW_LATER },
  };
  g_autoptr (TestShop) shop = test_shop_new ();
  g_autofree DaftarFollowUpCounts *counts = NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Asia/Riyadh");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 id = add (shop, 0, rows[i].day, rows[i].minute);
      g_autoptr (DaftarFollowUp) row = get (shop, id);

      for (int v = 0; v < DAFTAR_N_FOLLOW_UP_VIEWS; v++)
        if (in_view (shop, v, id) != (v == (int) rows[i].view))
          g_error ("%s %d is wrong in view %d", rows[i].day, rows[i].minute, v);
      g_assert_cmpint (daftar_follow_up_is_overdue (row, zone, TEST_NOW), ==,
                       rows[i].view == DAFTAR_FOLLOW_UP_VIEW_OVERDUE);
    }
  counts = daftar_store_read (shop->store, daftar_follow_up_counts_read, NULL, NULL);
  g_assert_cmpint (counts->n[DAFTAR_FOLLOW_UP_VIEW_OVERDUE], ==, 3);
  g_assert_cmpint (counts->n[DAFTAR_FOLLOW_UP_VIEW_TODAY], ==, 3);
  g_assert_cmpint (counts->n[DAFTAR_FOLLOW_UP_VIEW_WEEK], ==, 2);
  g_assert_cmpint (counts->n[DAFTAR_FOLLOW_UP_VIEW_LATER], ==, 2);
}

static DaftarFollowUp *
end (TestShop             *shop,
     gint64                id,
     DaftarFollowUpResult  result,
     const char           *outcome,
     gint64               *operation,
     GError              **error)
{
  g_autoptr (DaftarFollowUpEnd) request = daftar_follow_up_end_new (id, result);

  request->outcome = g_strdup (outcome);
  return daftar_store_write (shop->store, "follow-up.done", daftar_follow_up_end_write, request, operation, error);
}

typedef struct
{
  const char *due;
  const char *anchor;
  int interval;
  DaftarRecurUnit unit;
  gboolean from_done;
  DaftarFollowUpResult result;
  const char *next; /* NULL: none */
} Recurring;

static void
test_recurring (void)
{
  static const Recurring rows[] = {
    { "2025-01-15", NULL, 0, DAFTAR_RECUR_DAY, FALSE, DAFTAR_FOLLOW_UP_RESULT_REACHED, NULL },
    { "2025-01-15", NULL, 1, DAFTAR_RECUR_DAY, FALSE, DAFTAR_FOLLOW_UP_RESULT_REACHED, "2025-01-16" },
    /* three days late: the missed ones are not made up for, and it does not come back today */
    { "2025-01-12", NULL, 1, DAFTAR_RECUR_DAY, FALSE, DAFTAR_FOLLOW_UP_RESULT_NONE, "2025-01-16" },
    { "2025-01-13", NULL, 1, DAFTAR_RECUR_WEEK, FALSE, DAFTAR_FOLLOW_UP_RESULT_REACHED, "2025-01-20" },
    /* done before its day: the next is the one after it, not itself again */
    { "2025-01-20", NULL, 1, DAFTAR_RECUR_WEEK, FALSE, DAFTAR_FOLLOW_UP_RESULT_REACHED, "2025-01-27" },
    { "2025-01-13", NULL, 1, DAFTAR_RECUR_WEEK, TRUE, DAFTAR_FOLLOW_UP_RESULT_REACHED, "2025-01-22" },
    { "2025-01-10", NULL, 90, DAFTAR_RECUR_DAY, TRUE, DAFTAR_FOLLOW_UP_RESULT_LEFT_MESSAGE, "2025-04-15" },
    { "2025-01-31", "2024-12-31", 1, DAFTAR_RECUR_MONTH, FALSE, DAFTAR_FOLLOW_UP_RESULT_REACHED, "2025-02-28" },
    { "2025-02-28", "2024-12-31", 1, DAFTAR_RECUR_MONTH, FALSE, DAFTAR_FOLLOW_UP_RESULT_REACHED, "2025-03-31" },
    { "2025-01-10", "2024-02-29", 1, DAFTAR_RECUR_YEAR, FALSE, DAFTAR_FOLLOW_UP_RESULT_REACHED, "2025-02-28" },
    { "2025-01-15", NULL, 1, DAFTAR_RECUR_WEEK, FALSE, DAFTAR_FOLLOW_UP_RESULT_SKIPPED, "2025-01-22" },
    /* without an answer it comes tomorrow, recurring or not */
    { "2025-01-15", NULL, 1, DAFTAR_RECUR_WEEK, FALSE, DAFTAR_FOLLOW_UP_RESULT_NO_ANSWER, "2025-01-16" },
    { "2025-01-15", NULL, 0, DAFTAR_RECUR_DAY, FALSE, DAFTAR_FOLLOW_UP_RESULT_NO_ANSWER, "2025-01-16" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (TestShop) shop = test_shop_new ();
      g_autoptr (DaftarFollowUp) new = daftar_follow_up_new ();
      g_autoptr (DaftarFollowUp) saved = NULL;
      g_autoptr (DaftarFollowUp) done = NULL;
      g_autoptr (DaftarFollowUp) next = NULL;
      g_autoptr (GError) error = NULL;
      const char *day;

      new->title = g_strdup ("Ask how it is going");
      new->due_day = g_strdup (rows[i].due);
      new->due_minute = 11 * 60;
      new->anchor_day = g_strdup (rows[i].anchor);
      new->repeat_interval = rows[i].interval;
      new->repeat_unit = rows[i].unit;
      new->repeat_from_done = rows[i].from_done;
      saved = daftar_store_write (shop->store, "add", daftar_follow_up_save_write, new, NULL, &error);
      g_assert_no_error (error);
      done = end (shop, DAFTAR_RECORD (saved)->id, rows[i].result, NULL, NULL, &error);
      g_assert_no_error (error);
      next = get (shop, DAFTAR_RECORD (saved)->id + 1);
      day = next != NULL ? next->due_day : NULL;
      if (g_strcmp0 (day, rows[i].next) != 0)
        g_error ("row %u: %s instead of %s", i, day, rows[i].next);
      if (next == NULL)
        continue;
      g_assert_cmpint (next->status, ==, DAFTAR_FOLLOW_UP_STATUS_OPEN);
      g_assert_cmpint (next->due_minute, ==, 11 * 60);
      g_assert_cmpint (next->repeat_interval, ==, rows[i].interval);
    }
}

static gpointer
read_timeline (DaftarReader  *reader,
               gpointer       customer,
               GError       **error)
{
  return daftar_timeline_store_list (reader, *(gint64 *) customer, NULL, 0, 50, error);
}

static void
test_done (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  gint64 customer = test_shop_add_customer (shop, "أمل الحداد", NULL);
  gint64 id = add (shop, customer, "2025-01-15", 9 * 60);
  gint64 operation = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (DaftarFollowUp) done = end (shop, id, DAFTAR_FOLLOW_UP_RESULT_REACHED, "يمر غدًا", &operation, &error);
  g_autoptr (DaftarFollowUp) twice = NULL;
  g_autoptr (DaftarFollowUp) open = NULL;
  g_autoptr (GPtrArray) timeline = daftar_store_read (shop->store, read_timeline, &customer, NULL);
  g_autoptr (DaftarCustomer) after = test_shop_get_customer (shop, customer);
  g_autoptr (DaftarCustomer) before = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (done->done_at, ==, TEST_NOW);
  g_assert_true (in_view (shop, DAFTAR_FOLLOW_UP_VIEW_DONE, id));
  g_assert_false (in_view (shop, DAFTAR_FOLLOW_UP_VIEW_OVERDUE, id));
  g_assert_cmpint (timeline->len, ==, 1);
  g_assert_cmpint (DAFTAR_INTERACTION (timeline->pdata[0])->kind, ==, DAFTAR_INTERACTION_KIND_FOLLOW_UP);
  g_assert_cmpint (DAFTAR_INTERACTION (timeline->pdata[0])->result, ==, DAFTAR_FOLLOW_UP_RESULT_REACHED);
  g_assert_cmpstr (DAFTAR_INTERACTION (timeline->pdata[0])->body, ==, "يمر غدًا");
  g_assert_cmpint (after->last_contact_at, ==, TEST_NOW);

  twice = end (shop, id, DAFTAR_FOLLOW_UP_RESULT_REACHED, NULL, NULL, &error);
  g_assert_null (twice);
  g_assert_error (error, DAFTAR_ERROR, DAFTAR_ERROR_CONFLICT);

  daftar_store_write (shop->store, "undo", daftar_undo_write, &operation, NULL, NULL);
  open = get (shop, id);
  before = test_shop_get_customer (shop, customer);
  g_assert_cmpint (open->status, ==, DAFTAR_FOLLOW_UP_STATUS_OPEN);
  g_assert_cmpint (before->last_contact_at, ==, 0);
  g_assert_true (in_view (shop, DAFTAR_FOLLOW_UP_VIEW_OVERDUE, id));
}

/* Who did not answer was not talked to. */
static void
test_no_answer (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  gint64 customer = test_shop_add_customer (shop, "Amal", NULL);
  gint64 id = add (shop, customer, "2025-01-15", -1);
  g_autoptr (DaftarFollowUpEnd) request = daftar_follow_up_end_new (id, DAFTAR_FOLLOW_UP_RESULT_NO_ANSWER);
  gint64 operation = 0;
  g_autoptr (DaftarFollowUp) done = NULL;
  g_autoptr (DaftarFollowUp) next = NULL;
  g_autoptr (DaftarFollowUp) gone = NULL;
  g_autoptr (DaftarCustomer) after = NULL;

  request->again_day = g_strdup ("2025-01-18");
  request->again_minute = 17 * 60;
  done = daftar_store_write (shop->store, "x", daftar_follow_up_end_write, request, &operation, NULL);
  next = get (shop, id + 1);
  after = test_shop_get_customer (shop, customer);
  g_assert_cmpint (done->result, ==, DAFTAR_FOLLOW_UP_RESULT_NO_ANSWER);
  g_assert_cmpstr (next->due_day, ==, "2025-01-18");
  g_assert_cmpint (next->due_minute, ==, 17 * 60);
  g_assert_cmpint (next->customer_id, ==, customer);
  g_assert_cmpint (after->last_contact_at, ==, 0);
  daftar_store_write (shop->store, "undo", daftar_undo_write, &operation, NULL, NULL);
  gone = get (shop, id + 1);
  g_assert_null (gone);
}

static gpointer
set_hours (DaftarTxn  *txn,
           gpointer    request,
           GError    **error)
{
  /* Sunday to Thursday, 9 to 17. The 15th is a Wednesday. */
  static const DaftarSpan spans[] = {
    { 7, 540, 1020 }, { 1, 540, 1020 }, { 2, 540, 1020 }, { 3, 540, 1020 }, { 4, 540, 1020 },
  };

  return GINT_TO_POINTER (daftar_shop_store_set_hours (txn, "1900-01-01", spans, G_N_ELEMENTS (spans), error));
}

static void
test_snooze (void)
{
  static const struct
  {
    DaftarSnooze snooze;
    gint64 days; /* that the clock is moved first */
    const char *day;
    int minute;
  } rows[] = {
    { DAFTAR_SNOOZE_HOUR, 0, "2025-01-15", 11 * 60 },
    { DAFTAR_SNOOZE_TOMORROW, 0, "2025-01-16", 9 * 60 },
    { DAFTAR_SNOOZE_WORKING_DAY, 0, "2025-01-16", 9 * 60 },
    { DAFTAR_SNOOZE_WORKING_DAY, 1, "2025-01-19", 9 * 60 }, /* from Thursday over the weekend */
    { DAFTAR_SNOOZE_TOMORROW, 1, "2025-01-17", 9 * 60 },
  };
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Asia/Riyadh");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (TestShop) shop = test_shop_new ();
      gint64 id = add (shop, 0, "2025-01-15", 9 * 60);
      g_autoptr (DaftarSnoozeRequest) request = daftar_snooze_request_new (id, rows[i].snooze, 0);
      g_autofree gint64 *until = NULL;
      g_autofree char *day = NULL;
      g_autoptr (DaftarFollowUp) after = NULL;
      gint64 operation = 0;
      int minute = 0;

      daftar_store_write (shop->store, "hours", set_hours, NULL, NULL, NULL);
      daftar_clock_advance (shop->clock, rows[i].days * G_TIME_SPAN_DAY);
      until = daftar_store_write (shop->store, "snooze", daftar_follow_up_snooze_write, request, &operation, NULL);
      day = daftar_date_from_moment (*until, zone, &minute);
      g_assert_cmpstr (day, ==, rows[i].day);
      g_assert_cmpint (minute, ==, rows[i].minute);
      after = get (shop, id);
      g_assert_cmpint (after->next_at, ==, *until);
      g_assert_cmpstr (after->due_day, ==, "2025-01-15"); /* the promise stays what it was */
      daftar_store_write (shop->store, "undo", daftar_undo_write, &operation, NULL, NULL);
      g_clear_object (&after);
      after = get (shop, id);
      g_assert_cmpint (after->next_at, ==, after->due_at);
    }
}

static void
test_snooze_to_the_past (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  gint64 id = add (shop, 0, "2025-01-15", 9 * 60);
  g_autoptr (DaftarSnoozeRequest) request = daftar_snooze_request_new (id, DAFTAR_SNOOZE_UNTIL, TEST_NOW);
  g_autoptr (GError) error = NULL;

  g_assert_null (daftar_store_write (shop->store, "x", daftar_follow_up_snooze_write, request, NULL, &error));
  g_assert_error (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID);
}

static void
test_edit (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  gint64 id = add (shop, 0, "2025-01-15", 9 * 60);
  g_autoptr (DaftarSnoozeRequest) request = daftar_snooze_request_new (id, DAFTAR_SNOOZE_TOMORROW, 0);
  g_autofree gint64 *until = daftar_store_write (shop->store, "x", daftar_follow_up_snooze_write, request, NULL, NULL);
  g_autoptr (DaftarFollowUp) read = get (shop, id);
  g_autoptr (DaftarFollowUp) renamed = daftar_record_copy (read);
  g_autoptr (DaftarFollowUp) saved = NULL;
  g_autoptr (DaftarFollowUp) moved = NULL;
  g_autoptr (DaftarFollowUp) last = NULL;
  g_autoptr (GError) error = NULL;

  daftar_set_text (&renamed->title, "Another title");
  saved = daftar_store_write (shop->store, "edit", daftar_follow_up_save_write, renamed, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (saved->snoozed_until, ==, *until);
  moved = daftar_record_copy (saved);
  daftar_set_text (&moved->due_day, "2025-01-20");
  last = daftar_store_write (shop->store, "edit", daftar_follow_up_save_write, moved, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (last->snoozed_until, ==, 0);
  g_assert_cmpstr (last->anchor_day, ==, "2025-01-20");
  daftar_set_text (&renamed->title, "  ");
  g_assert_null (daftar_store_write (shop->store, "edit", daftar_follow_up_save_write, renamed, NULL, &error));
  g_assert_error (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID);
}

static gpointer
get_deal (DaftarReader  *reader,
          gpointer       id,
          GError       **error)
{
  return daftar_deal_store_get (reader, *(gint64 *) id, error);
}

/* A next step that is done is activity of its deal; one that is skipped is none. */
static void
test_touches_deal (void)
{
  for (int skip = 0; skip < 2; skip++)
    {
      g_autoptr (TestShop) shop = test_shop_new ();
      gint64 customer = test_shop_add_customer (shop, "Amal", NULL);
      gint64 stage, deal, id;
      g_autoptr (DaftarFollowUp) new = daftar_follow_up_new ();
      g_autoptr (DaftarFollowUp) saved = NULL;
      g_autoptr (DaftarFollowUp) done = NULL;
      g_autoptr (DaftarDeal) before = NULL;
      g_autoptr (DaftarDeal) after = NULL;

      test_shop_add_board (shop, &stage, 1);
      deal = test_shop_add_deal (shop, customer, stage, "Air conditioner", 100);
      new->title = g_strdup ("Offer");
      new->due_day = g_strdup ("2025-01-16");
      new->due_minute = -1;
      new->customer_id = customer;
      new->deal_id = deal;
      saved = daftar_store_write (shop->store, "x", daftar_follow_up_save_write, new, NULL, NULL);
      id = DAFTAR_RECORD (saved)->id;
      before = daftar_store_read (shop->store, get_deal, &deal, NULL);
      g_assert_cmpstr (before->next_title, ==, "Offer");
      daftar_clock_advance (shop->clock, G_TIME_SPAN_HOUR);
      done = end (shop, id, skip ? DAFTAR_FOLLOW_UP_RESULT_SKIPPED : DAFTAR_FOLLOW_UP_RESULT_REACHED, NULL, NULL, NULL);
      after = daftar_store_read (shop->store, get_deal, &deal, NULL);
      g_assert_null (after->next_title);
      g_assert_cmpint (after->activity_at, ==, skip ? TEST_NOW : TEST_NOW + G_TIME_SPAN_HOUR);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/follow-up/views", test_views);
  g_test_add_func ("/follow-up/recurring", test_recurring);
  g_test_add_func ("/follow-up/done", test_done);
  g_test_add_func ("/follow-up/no-answer", test_no_answer);
  g_test_add_func ("/follow-up/snooze", test_snooze);
  g_test_add_func ("/follow-up/snooze-to-the-past", test_snooze_to_the_past);
  g_test_add_func ("/follow-up/edit", test_edit);
  g_test_add_func ("/follow-up/touches-deal", test_touches_deal);
  return g_test_run ();
}
