/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "daftar-clock.h"

#define SECOND G_GINT64_CONSTANT (1000000)

typedef struct
{
  DaftarClock *clock;
  GString     *calls;
  const char  *name;
} Call;

static gboolean
note (gpointer data)
{
  Call *call = data;

  g_string_append_printf (call->calls, "%s@%d ", call->name, (int) (daftar_clock_now (call->clock) / SECOND));
  return G_SOURCE_REMOVE;
}

static void
test_fixed (void)
{
  g_autoptr (DaftarClock) clock = daftar_clock_new_fixed (100 * SECOND);
  g_autoptr (GString) calls = g_string_new (NULL);
  Call a = { clock, calls, "a" }, b = { clock, calls, "b" }, c = { clock, calls, "c" };
  guint id;

  daftar_clock_call_at (clock, 120 * SECOND, note, &b, NULL);
  daftar_clock_call_at (clock, 110 * SECOND, note, &a, NULL);
  daftar_clock_call_at (clock, 120 * SECOND, note, &c, NULL);
  id = daftar_clock_call_at (clock, 115 * SECOND, note, &a, NULL);
  g_assert_cmpuint (id, >, 0);
  daftar_clock_cancel (clock, id);
  daftar_clock_cancel (clock, id);
  daftar_clock_cancel (clock, 0);
  daftar_clock_advance (clock, 19 * SECOND);
  g_assert_cmpstr (calls->str, ==, "a@110 ");
  g_assert_cmpint (daftar_clock_now (clock), ==, 119 * SECOND);
  daftar_clock_advance (clock, 100 * SECOND);
  g_assert_cmpstr (calls->str, ==, "a@110 b@120 c@120 ");
  g_assert_cmpint (daftar_clock_now (clock), ==, 219 * SECOND);
  /* What is already due comes with the next step, at the time it is. */
  daftar_clock_call_at (clock, 5 * SECOND, note, &a, NULL);
  daftar_clock_advance (clock, 0);
  g_assert_cmpstr (calls->str, ==, "a@110 b@120 c@120 a@219 ");
}

static gboolean
again (gpointer data)
{
  return ++*(int *) data < 3 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

typedef struct
{
  DaftarClock *clock;
  guint        other;
  int          calls;
} Chain;

static gboolean
chain (gpointer data)
{
  Chain *self = data;

  self->calls++;
  daftar_clock_cancel (self->clock, self->other);
  if (self->calls < 5)
    daftar_clock_call_at (self->clock, daftar_clock_now (self->clock) + SECOND, chain, self, NULL);
  return G_SOURCE_REMOVE;
}

static void
count_destroy (gpointer data)
{
  ++*(int *) data;
}

/* Calls made, and cancelled, from within a call. */
static void
test_within (void)
{
  DaftarClock *clock = daftar_clock_new_fixed (0);
  Chain self = { clock, 0, 0 };
  int times = 0, destroyed = 0;

  daftar_clock_call_at (clock, SECOND, chain, &self, NULL);
  self.other = daftar_clock_call_at (clock, SECOND, again, &times, NULL);
  daftar_clock_advance (clock, 60 * SECOND);
  g_assert_cmpint (self.calls, ==, 5);
  g_assert_cmpint (times, ==, 0);

  daftar_clock_call_at (clock, 0, again, &times, NULL);
  daftar_clock_advance (clock, 60 * SECOND);
  g_assert_cmpint (times, ==, 3);

  daftar_clock_cancel (clock, daftar_clock_call_at (clock, 0, again, &destroyed, count_destroy));
  g_assert_cmpint (destroyed, ==, 1);
  daftar_clock_call_at (clock, G_MAXINT64, again, &destroyed, count_destroy);
  g_assert_finalize_object (clock);
  g_assert_cmpint (destroyed, ==, 2);
}

static void
count_changed (DaftarClock *clock,
               int         *times)
{
  ++*times;
}

static void
test_changed (void)
{
  g_autoptr (DaftarClock) clock = daftar_clock_new_fixed (1000 * SECOND);
  int times = 0;

  g_signal_connect (clock, "changed", G_CALLBACK (count_changed), &times);
  daftar_clock_advance (clock, SECOND);
  g_assert_cmpint (times, ==, 0);
  daftar_clock_advance (clock, -500 * SECOND);
  g_assert_cmpint (times, ==, 1);
  g_assert_cmpint (daftar_clock_now (clock), ==, 501 * SECOND);
}

static gboolean
quit (gpointer data)
{
  g_main_loop_quit (data);
  return G_SOURCE_REMOVE;
}

typedef struct
{
  GString    *order;
  const char *name;
} Mark;

static gboolean
mark (gpointer data)
{
  Mark *self = data;

  g_string_append (self->order, self->name);
  return G_SOURCE_REMOVE;
}

static void
test_system (void)
{
  DaftarClock *clock = daftar_clock_new_system ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GString) order = g_string_new (NULL);
  Mark past = { order, "p" }, soon = { order, "s" }, sooner = { order, "r" }, cancelled = { order, "c" }, far = { order, "f" };
  gint64 now = daftar_clock_now (clock), real = g_get_real_time ();

  g_assert_cmpint (ABS (now - real), <, 5 * SECOND);
  daftar_clock_call_at (clock, now + 20000, mark, &soon, NULL);
  daftar_clock_call_at (clock, now - SECOND, mark, &past, NULL);
  daftar_clock_call_at (clock, now + 10000, mark, &sooner, NULL);
  daftar_clock_call_at (clock, now + 1000 * SECOND, mark, &far, NULL);
  daftar_clock_cancel (clock, daftar_clock_call_at (clock, now + 5000, mark, &cancelled, NULL));
  daftar_clock_call_at (clock, now + 30000, quit, loop, NULL);
  g_main_loop_run (loop);
  g_assert_cmpstr (order->str, ==, "prs");
  g_assert_cmpint (daftar_clock_now (clock), >=, now + 30000);
  g_assert_finalize_object (clock);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clock/fixed", test_fixed);
  g_test_add_func ("/clock/within", test_within);
  g_test_add_func ("/clock/changed", test_changed);
  g_test_add_func ("/clock/system", test_system);
  return g_test_run ();
}
