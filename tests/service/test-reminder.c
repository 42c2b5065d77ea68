/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-date.h"
#include "daftar-follow-up-action.h"
#include "daftar-reminder-plan.h"
#include "daftar-reminder.h"
#include "daftar-shop-store.h"
#include "daftar-test-shop.h"

/* --- A desktop that remembers what it was told. ---------------------------------------------------- */

#define FAKE_TYPE_NOTIFIER (fake_notifier_get_type ())
G_DECLARE_FINAL_TYPE (FakeNotifier, fake_notifier, FAKE, NOTIFIER, GObject)

struct _FakeNotifier
{
  GObject parent_instance;

  GPtrArray *shown; /* "id|title|body" */
  GPtrArray *withdrawn;
  gboolean broken;
};

static gboolean
fake_show (DaftarNotifier            *notifier,
           const DaftarNotification  *notification,
           GError                   **error)
{
  FakeNotifier *self = FAKE_NOTIFIER (notifier);

  if (self->broken)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "No desktop");
      return FALSE;
    }
  g_ptr_array_add (self->shown, g_strdup_printf ("%s|%s|%s", notification->id, notification->title, notification->body));
  return TRUE;
}

static void
fake_withdraw (DaftarNotifier *notifier,
               const char     *id)
{
  g_ptr_array_add (FAKE_NOTIFIER (notifier)->withdrawn, g_strdup (id));
}

static void
fake_iface_init (DaftarNotifierInterface *iface)
{
  iface->show = fake_show;
  iface->withdraw = fake_withdraw;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (FakeNotifier, fake_notifier, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (DAFTAR_TYPE_NOTIFIER, fake_iface_init))

static void
fake_notifier_finalize (GObject *object)
{
  g_ptr_array_unref (FAKE_NOTIFIER (object)->shown);
  g_ptr_array_unref (FAKE_NOTIFIER (object)->withdrawn);
  G_OBJECT_CLASS (fake_notifier_parent_class)->finalize (object);
}

static void
fake_notifier_class_init (FakeNotifierClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fake_notifier_finalize;
}

static void
fake_notifier_init (FakeNotifier *self)
{
  self->shown = g_ptr_array_new_with_free_func (g_free);
  self->withdrawn = g_ptr_array_new_with_free_func (g_free);
}

/* --- A shop with a reminder in it. ----------------------------------------------------------------- */

typedef struct
{
  TestShop *shop;
  FakeNotifier *desktop;
  DaftarReminder *reminder;
  guint n_changes;
  char *opened;
} Desk;

static void
changed_cb (Desk *desk)
{
  desk->n_changes++;
}

static void
open_cb (Desk       *desk,
         const char *kind,
         gint64      id)
{
  g_free (desk->opened);
  desk->opened = g_strdup_printf ("%s %" G_GINT64_FORMAT, kind, id);
}

static gpointer
set_hours (DaftarTxn  *txn,
           gpointer    request,
           GError    **error)
{
  static const DaftarSpan spans[] = {
    { 7, 540, 1020 }, { 1, 540, 1020 }, { 2, 540, 1020 }, { 3, 540, 1020 }, { 4, 540, 1020 },
  };

  return GINT_TO_POINTER (daftar_shop_store_set_hours (txn, "1900-01-01", spans, G_N_ELEMENTS (spans), error));
}

static void
settle (Desk *desk)
{
  while (desk->reminder != NULL && daftar_reminder_is_busy (desk->reminder))
    g_main_context_iteration (NULL, TRUE);
}

static void
start (Desk *desk)
{
  desk->reminder = daftar_reminder_new (desk->shop->store, DAFTAR_NOTIFIER (desk->desktop), "here");
  g_signal_connect_swapped (desk->reminder, "open", G_CALLBACK (open_cb), desk);
  settle (desk);
}

static void
stop (Desk *desk)
{
  settle (desk);
  g_assert_finalize_object (g_steal_pointer (&desk->reminder));
}

static void
desk_set_up (Desk         *desk,
             gconstpointer data)
{
  desk->shop = test_shop_new ();
  desk->desktop = g_object_new (FAKE_TYPE_NOTIFIER, NULL);
  daftar_store_write (desk->shop->store, "hours", set_hours, NULL, NULL, NULL);
  g_signal_connect_swapped (desk->shop->store, "changed", G_CALLBACK (changed_cb), desk);
  while (desk->n_changes == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
desk_tear_down (Desk         *desk,
                gconstpointer data)
{
  if (desk->reminder != NULL)
    stop (desk);
  g_object_unref (desk->desktop);
  test_shop_free (desk->shop);
  g_free (desk->opened);
}

static void
advance (Desk *desk,
         int   minutes)
{
  daftar_clock_advance (desk->shop->clock, minutes * G_TIME_SPAN_MINUTE);
  settle (desk);
}

/* Waits until the store has told of what the file was changed to, and the reminder of what it makes of it. */
static void
hear (Desk  *desk,
      guint  before)
{
  while (desk->n_changes == before)
    g_main_context_iteration (NULL, TRUE);
  settle (desk);
}

static gint64
add (Desk       *desk,
     const char *title,
     gint64      customer,
     const char *day,
     int         minute,
     gboolean    urgent)
{
  g_autoptr (DaftarFollowUp) new = daftar_follow_up_new ();
  g_autoptr (DaftarFollowUp) saved = NULL;
  guint before = desk->n_changes;

  new->title = g_strdup (title);
  new->customer_id = customer;
  new->due_day = g_strdup (day);
  new->due_minute = minute;
  new->urgent = urgent;
  saved = daftar_store_write (desk->shop->store, "add", daftar_follow_up_save_write, new, NULL, NULL);
  hear (desk, before);
  return DAFTAR_RECORD (saved)->id;
}

static DaftarFollowUp *
get (Desk   *desk,
     gint64  id)
{
  return daftar_store_read (desk->shop->store, daftar_follow_up_read, &id, NULL);
}

#define SHOWN(desk, n) g_assert_cmpint ((desk)->desktop->shown->len, ==, n)

/* --- The behaviour. -------------------------------------------------------------------------------- */

static void
test_at_its_time (Desk         *desk,
                  gconstpointer data)
{
  gint64 customer = test_shop_add_customer (desk->shop, "أمل الحداد", "+966501234567");

  start (desk);
  add (desk, "عرض السعر", customer, "2025-01-15", 10 * 60 + 30, FALSE);
  SHOWN (desk, 0);
  advance (desk, 29);
  SHOWN (desk, 0);
  advance (desk, 1);
  SHOWN (desk, 1);
  g_assert_nonnull (strstr (desk->desktop->shown->pdata[0], "عرض السعر"));
  g_assert_nonnull (strstr (desk->desktop->shown->pdata[0], "أمل الحداد"));
  advance (desk, 300);
  SHOWN (desk, 1);
}

/* What fell due while the machine was off comes once, as one notification with a list. */
static void
test_missed (Desk         *desk,
             gconstpointer data)
{
  for (int i = 0; i < 6; i++)
    {
      g_autofree char *title = g_strdup_printf ("Number %d", i);

      add (desk, title, 0, "2025-01-14", 600 + i, FALSE);
    }
  start (desk);
  SHOWN (desk, 1);
  g_assert_true (g_str_has_prefix (desk->desktop->shown->pdata[0], "follow-ups|6 "));
  g_assert_nonnull (strstr (desk->desktop->shown->pdata[0], "Number 2"));
  g_assert_null (strstr (desk->desktop->shown->pdata[0], "Number 3"));
  g_assert_nonnull (strstr (desk->desktop->shown->pdata[0], "and 3 more"));
  stop (desk);
  start (desk);
  SHOWN (desk, 1);
}

typedef struct
{
  const char *day;
  int minute;
  gboolean urgent;
  int quiet_until; /* minutes after Wednesday 10:00 at which it is not shown yet */
  int shown_at;
} HoursRow;

/* Open Sunday to Thursday, 9 to 17. */
static void
test_hours (Desk         *desk,
            gconstpointer data)
{
  static const HoursRow rows[] = {
    { "2025-01-15", 16 * 60, FALSE, 359, 360 },
    { "2025-01-15", 20 * 60, TRUE, 599, 600 },
    { "2025-01-15", 20 * 60, FALSE, 23 * 60 - 1, 23 * 60 },                     /* Thursday at 9 */
    { "2025-01-16", 18 * 60, FALSE, 95 * 60 - 1, 95 * 60 },                     /* Sunday at 9 */
    { "2025-01-17", -1, FALSE, 95 * 60 - 1, 95 * 60 },                          /* any time on Friday */
    { "2025-01-16", -1, FALSE, 23 * 60 - 1, 23 * 60 },                          /* any time: as the door opens */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (TestShop) shop = test_shop_new ();
      Desk one = { .shop = shop, .desktop = g_object_new (FAKE_TYPE_NOTIFIER, NULL) };

      g_signal_connect_swapped (shop->store, "changed", G_CALLBACK (changed_cb), &one);
      daftar_store_write (shop->store, "hours", set_hours, NULL, NULL, NULL);
      hear (&one, 0);
      start (&one);
      add (&one, "x", 0, rows[i].day, rows[i].minute, rows[i].urgent);
      advance (&one, rows[i].quiet_until);
      if (one.desktop->shown->len != 0)
        g_error ("row %u: shown too early", i);
      advance (&one, rows[i].shown_at - rows[i].quiet_until);
      if (one.desktop->shown->len != 1)
        g_error ("row %u: not shown", i);
      stop (&one);
      g_signal_handlers_disconnect_by_data (shop->store, &one);
      g_object_unref (one.desktop);
    }
}

static void
test_done (Desk         *desk,
           gconstpointer data)
{
  gint64 id;
  guint before;
  g_autoptr (DaftarFollowUp) after = NULL;
  g_autofree char *name = NULL;

  start (desk);
  id = add (desk, "x", 0, "2025-01-15", 601, FALSE);
  advance (desk, 1);
  SHOWN (desk, 1);
  name = g_strdup_printf ("follow-up:%" G_GINT64_FORMAT, id);
  before = desk->n_changes;
  daftar_notifier_acted (DAFTAR_NOTIFIER (desk->desktop), name, "done");
  hear (desk, before);
  after = get (desk, id);
  g_assert_cmpint (after->status, ==, DAFTAR_FOLLOW_UP_STATUS_DONE);
}

static void
test_in_an_hour (Desk         *desk,
                 gconstpointer data)
{
  guint before;
  g_autofree char *name = NULL;

  start (desk);
  name = g_strdup_printf ("follow-up:%" G_GINT64_FORMAT, add (desk, "x", 0, "2025-01-15", 601, FALSE));
  advance (desk, 1);
  before = desk->n_changes;
  daftar_notifier_acted (DAFTAR_NOTIFIER (desk->desktop), name, "hour");
  hear (desk, before);
  advance (desk, 59);
  SHOWN (desk, 1);
  advance (desk, 1);
  SHOWN (desk, 2);
}

static void
test_open (Desk         *desk,
           gconstpointer data)
{
  g_autofree char *expected = NULL;
  g_autofree char *name = NULL;
  gint64 id;

  start (desk);
  id = add (desk, "x", 0, "2025-01-15", 601, FALSE);
  advance (desk, 1);
  name = g_strdup_printf ("follow-up:%" G_GINT64_FORMAT, id);
  expected = g_strdup_printf ("follow-up %" G_GINT64_FORMAT, id);
  daftar_notifier_acted (DAFTAR_NOTIFIER (desk->desktop), name, "open");
  g_assert_cmpstr (desk->opened, ==, expected);
  /* It is still to be done, but nobody is reminded of it twice. */
  advance (desk, 120);
  SHOWN (desk, 1);
}

/* Done in the window: the bubble goes. */
static void
test_withdrawn (Desk         *desk,
                gconstpointer data)
{
  g_autoptr (DaftarFollowUpEnd) end = NULL;
  g_autoptr (DaftarFollowUp) done = NULL;
  gint64 id;
  guint before;

  start (desk);
  id = add (desk, "x", 0, "2025-01-15", 601, FALSE);
  advance (desk, 1);
  g_assert_cmpint (desk->desktop->withdrawn->len, ==, 0);
  before = desk->n_changes;
  end = daftar_follow_up_end_new (id, DAFTAR_FOLLOW_UP_RESULT_REACHED);
  done = daftar_store_write (desk->shop->store, "done", daftar_follow_up_end_write, end, NULL, NULL);
  hear (desk, before);
  g_assert_cmpint (desk->desktop->withdrawn->len, ==, 1);
}

/* A desktop that cannot show it just now gets it later; nothing is lost. */
static void
test_no_desktop (Desk         *desk,
                 gconstpointer data)
{
  desk->desktop->broken = TRUE;
  start (desk);
  add (desk, "x", 0, "2025-01-15", 601, FALSE);
  advance (desk, 2);
  SHOWN (desk, 0);
  desk->desktop->broken = FALSE;
  advance (desk, 6);
  SHOWN (desk, 1);
}

static void
test_switched_off (Desk         *desk,
                   gconstpointer data)
{
  start (desk);
  daftar_reminder_set_enabled (desk->reminder, FALSE);
  add (desk, "x", 0, "2025-01-15", 601, FALSE);
  advance (desk, 10);
  SHOWN (desk, 0);
  daftar_reminder_set_enabled (desk->reminder, TRUE);
  settle (desk);
  SHOWN (desk, 1);
}

/* The clock set back and forth again: at its time, once. */
static void
test_clock_jumps (Desk         *desk,
                  gconstpointer data)
{
  start (desk);
  add (desk, "x", 0, "2025-01-15", 10 * 60 + 30, FALSE);
  advance (desk, -50);
  SHOWN (desk, 0);
  advance (desk, 79);
  SHOWN (desk, 0);
  advance (desk, 1);
  SHOWN (desk, 1);
  advance (desk, -50);
  advance (desk, 60);
  SHOWN (desk, 1);
}

/* Two processes over one file: only one of them shows it. */
static void
test_claim (Desk         *desk,
            gconstpointer data)
{
  g_autoptr (DaftarReminderPlan) first = NULL;
  g_autoptr (DaftarReminderPlan) same = NULL;
  g_autoptr (DaftarReminderPlan) other = NULL;
  g_autoptr (DaftarReminderPlan) later = NULL;

  add (desk, "x", 0, "2025-01-15", 600, FALSE);
  first = daftar_store_write (desk->shop->store, "r", daftar_reminder_claim_write, "one", NULL, NULL);
  same = daftar_store_write (desk->shop->store, "r", daftar_reminder_claim_write, "one", NULL, NULL);
  g_assert_cmpint (first->due->len, ==, 1);
  g_assert_cmpint (same->due->len, ==, 0);
  add (desk, "y", 0, "2025-01-15", 600, FALSE);
  other = daftar_store_write (desk->shop->store, "r", daftar_reminder_claim_write, "two", NULL, NULL);
  g_assert_cmpint (other->due->len, ==, 0);
  g_assert_cmpint (other->wake_at, >, TEST_NOW);
  daftar_clock_advance (desk->shop->clock, other->wake_at - TEST_NOW);
  later = daftar_store_write (desk->shop->store, "r", daftar_reminder_claim_write, "two", NULL, NULL);
  g_assert_cmpint (later->due->len, ==, 1);
}

/* Who edits it while it is shown is not disturbed, and it is not shown again for that. */
static void
test_edited_meanwhile (Desk         *desk,
                       gconstpointer data)
{
  gint64 id;
  g_autoptr (DaftarFollowUp) read = NULL;
  g_autoptr (DaftarFollowUp) form = NULL;
  g_autoptr (DaftarFollowUp) saved = NULL;
  g_autoptr (GError) error = NULL;
  guint before;

  start (desk);
  id = add (desk, "x", 0, "2025-01-15", 601, FALSE);
  read = get (desk, id);
  form = daftar_record_copy (read);
  advance (desk, 1);
  SHOWN (desk, 1);
  daftar_set_text (&form->title, "y");
  before = desk->n_changes;
  saved = daftar_store_write (desk->shop->store, "edit", daftar_follow_up_save_write, form, NULL, &error);
  g_assert_no_error (error);
  hear (desk, before);
  advance (desk, 60);
  SHOWN (desk, 1);
}

int
main (int argc, char **argv)
{
#define ADD(path, func) g_test_add (path, Desk, NULL, desk_set_up, func, desk_tear_down)
  g_test_init (&argc, &argv, NULL);
  ADD ("/reminder/at-its-time", test_at_its_time);
  ADD ("/reminder/missed", test_missed);
  ADD ("/reminder/hours", test_hours);
  ADD ("/reminder/done", test_done);
  ADD ("/reminder/in-an-hour", test_in_an_hour);
  ADD ("/reminder/open", test_open);
  ADD ("/reminder/withdrawn", test_withdrawn);
  ADD ("/reminder/no-desktop", test_no_desktop);
  ADD ("/reminder/switched-off", test_switched_off);
  ADD ("/reminder/clock-jumps", test_clock_jumps);
  ADD ("/reminder/claim", test_claim);
  ADD ("/reminder/edited-meanwhile", test_edited_meanwhile);
  return g_test_run ();
}
