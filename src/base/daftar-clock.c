/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include <errno.h>
#include <glib-unix.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include "daftar-clock.h"

/**
 * DaftarClock:
 *
 * The time, as an object that a test can replace. The system clock wakes its callers by the wall clock: a timer of
 * CLOCK_REALTIME runs through suspend, and the kernel tells when the clock is set (TFD_TIMER_CANCEL_ON_SET, see
 * timerfd_create(2)). A fixed clock stands still until daftar_clock_advance().
 *
 * daftar_clock_now() may be called from any thread; the rest belongs to the thread that made the clock.
 */
struct _DaftarClock
{
  GObject   parent;
  gboolean  fixed;
  gint64    now;           /* of a fixed clock; under the lock */
  GMutex    lock;
  GList    *calls;         /* sorted by when, then by id */
  guint     last_id;
  int       timer;
  GSource  *source;
};

typedef struct
{
  guint          id;
  gint64         when;
  GSourceFunc    func;
  gpointer       data;
  GDestroyNotify destroy;
} Call;

enum { SIGNAL_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DaftarClock, daftar_clock, G_TYPE_OBJECT)

static void
call_free (Call *call)
{
  if (call->destroy != NULL)
    call->destroy (call->data);
  g_free (call);
}

static int
compare_calls (gconstpointer a,
               gconstpointer b)
{
  const Call *one = a, *two = b;

  if (one->when != two->when)
    return one->when < two->when ? -1 : 1;
  return one->id < two->id ? -1 : one->id > two->id;
}

/* Even with nothing to call the timer is set, far away, so that a jump of the clock is noticed. */
static void
arm (DaftarClock *self)
{
  struct itimerspec spec = { 0 };
  gint64 when = self->calls != NULL ? ((Call *) self->calls->data)->when : G_MAXINT64;

  if (self->timer < 0)
    return;
  when = CLAMP (when, 1, G_GINT64_CONSTANT (253402300799) * G_USEC_PER_SEC);
  spec.it_value.tv_sec = when / G_USEC_PER_SEC;
  spec.it_value.tv_nsec = when % G_USEC_PER_SEC * 1000;
  timerfd_settime (self->timer, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &spec, NULL);
}

/* Calls the first that is due at @now; a call that wants to stay is asked again a second later, as a GSource would. */
static gboolean
dispatch_one (DaftarClock *self,
              gint64       now)
{
  Call *call = self->calls != NULL ? self->calls->data : NULL;

  if (call == NULL || call->when > now)
    return FALSE;
  self->calls = g_list_delete_link (self->calls, self->calls);
  if (call->func (call->data) == G_SOURCE_CONTINUE)
    {
      call->when = MAX (call->when, now) + G_USEC_PER_SEC;
      self->calls = g_list_insert_sorted (self->calls, call, compare_calls);
    }
  else
    call_free (call);
  return TRUE;
}

static gboolean
timer_cb (int          fd,
          GIOCondition condition,
          gpointer     data)
{
  g_autoptr (DaftarClock) self = g_object_ref (data);
  guint64 expired;
  gboolean jumped = read (fd, &expired, sizeof expired) < 0 && errno == ECANCELED;
  gint64 now = daftar_clock_now (self);

  while (dispatch_one (self, now))
    ;
  arm (self);
  if (jumped)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return G_SOURCE_CONTINUE;
}

static void
daftar_clock_finalize (GObject *object)
{
  DaftarClock *self = DAFTAR_CLOCK (object);

  if (self->source != NULL)
    g_source_destroy (self->source);
  g_clear_pointer (&self->source, g_source_unref);
  if (self->timer >= 0)
    close (self->timer);
  g_list_free_full (self->calls, (GDestroyNotify) call_free);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (daftar_clock_parent_class)->finalize (object);
}

static void
daftar_clock_class_init (DaftarClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daftar_clock_finalize;

  /**
   * DaftarClock::changed:
   *
   * The clock jumped (was set, or a fixed one was moved back): whatever was derived from the time must be derived again.
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
daftar_clock_init (DaftarClock *self)
{
  self->timer = -1;
  g_mutex_init (&self->lock);
}

/**
 * daftar_clock_new_system:
 *
 * Returns: (transfer full): the computer's clock; its calls run in the calling thread's default main context
 */
DaftarClock *
daftar_clock_new_system (void)
{
  DaftarClock *self = g_object_new (DAFTAR_TYPE_CLOCK, NULL);

  self->timer = timerfd_create (CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK);
  if (self->timer < 0)
    g_error ("timerfd_create: %s", g_strerror (errno));
  self->source = g_unix_fd_source_new (self->timer, G_IO_IN | G_IO_ERR);
  g_source_set_static_name (self->source, "DaftarClock");
  g_source_set_callback (self->source, G_SOURCE_FUNC (timer_cb), self, NULL);
  g_source_attach (self->source, g_main_context_get_thread_default ());
  arm (self);
  return self;
}

/**
 * daftar_clock_new_fixed:
 * @now: microseconds UTC
 *
 * Returns: (transfer full): a clock that stands at @now
 */
DaftarClock *
daftar_clock_new_fixed (gint64 now)
{
  DaftarClock *self = g_object_new (DAFTAR_TYPE_CLOCK, NULL);

  self->fixed = TRUE;
  self->now = now;
  return self;
}

/**
 * daftar_clock_now:
 * @self: a clock
 *
 * Returns: microseconds UTC
 */
gint64
daftar_clock_now (DaftarClock *self)
{
  gint64 now;

  g_return_val_if_fail (DAFTAR_IS_CLOCK (self), 0);
  if (!self->fixed)
    return g_get_real_time ();
  g_mutex_lock (&self->lock);
  now = self->now;
  g_mutex_unlock (&self->lock);
  return now;
}

static void
set_now (DaftarClock *self,
         gint64       now)
{
  g_mutex_lock (&self->lock);
  self->now = now;
  g_mutex_unlock (&self->lock);
}

/**
 * daftar_clock_advance:
 * @self: a fixed clock
 * @us: microseconds; negative sets the clock back
 *
 * Moves a fixed clock. What falls due on the way is called before this returns, in order, with the clock standing at
 * the moment it was due.
 */
void
daftar_clock_advance (DaftarClock *self,
                      gint64       us)
{
  gint64 target;

  g_return_if_fail (DAFTAR_IS_CLOCK (self) && self->fixed);
  target = daftar_clock_now (self) + us;
  g_object_ref (self);
  while (self->calls != NULL && ((Call *) self->calls->data)->when <= target)
    {
      set_now (self, MAX (daftar_clock_now (self), ((Call *) self->calls->data)->when));
      dispatch_one (self, daftar_clock_now (self));
    }
  set_now (self, target);
  if (us < 0)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  g_object_unref (self);
}

/**
 * daftar_clock_call_at:
 * @self: a clock
 * @when: microseconds UTC on the wall clock
 * @func: called once then, or at once from the main loop if @when has passed; if it returns %G_SOURCE_CONTINUE it is
 *   called again a second later
 * @data: for @func
 * @destroy: (nullable): called when @func will not be called again
 *
 * Returns: a number for daftar_clock_cancel(), never 0
 */
guint
daftar_clock_call_at (DaftarClock    *self,
                      gint64          when,
                      GSourceFunc     func,
                      gpointer        data,
                      GDestroyNotify  destroy)
{
  Call *call;

  g_return_val_if_fail (DAFTAR_IS_CLOCK (self) && func != NULL, 0);
  call = g_new0 (Call, 1);
  if (++self->last_id == 0)
    ++self->last_id;
  call->id = self->last_id;
  call->when = when;
  call->func = func;
  call->data = data;
  call->destroy = destroy;
  self->calls = g_list_insert_sorted (self->calls, call, compare_calls);
  arm (self);
  return call->id;
}

/**
 * daftar_clock_cancel:
 * @self: a clock
 * @id: what daftar_clock_call_at() returned; 0 and numbers already called do nothing
 */
void
daftar_clock_cancel (DaftarClock *self,
                     guint        id)
{
  g_return_if_fail (DAFTAR_IS_CLOCK (self));
  for (GList *l = self->calls; l != NULL; l = l->next)
    {
      Call *call = l->data;

      if (call->id == id)
        {
          self->calls = g_list_delete_link (self->calls, l);
          call_free (call);
          arm (self);
          return;
        }
    }
}
