/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-reminder.h"

#include <glib/gi18n-lib.h>

#include "daftar-bidi.h"
#include "daftar-error.h"
#include "daftar-follow-up-action.h"
#include "daftar-reminder-plan.h"

/* Where no notification can be shown (the desktop is just starting), so long until the next try. */
#define RETRY_AFTER (5 * G_TIME_SPAN_MINUTE)

/* More than that are counted only: a bubble is read at a glance. */
#define MAX_LINES 4

#define GROUP_ID "follow-ups"

struct _DaftarReminder
{
  GObject parent_instance;

  DaftarStore *store;
  DaftarClock *clock;
  DaftarNotifier *notifier;
  char *holder;
  gboolean enabled;

  guint call_id;
  guint n_running; /* questions to the file without an answer yet */
  gboolean again;  /* something changed meanwhile */
  GHashTable *shown; /* notification id → GArray of follow-ups */
};

enum
{
  SIGNAL_OPEN,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DaftarReminder, daftar_reminder, G_TYPE_OBJECT)

static void look (DaftarReminder *self);

/* --- Showing. -------------------------------------------------------------------------------------- */

/* Amal Haddad · +966 50 123 4567 */
static char *
describe (DaftarFollowUp *follow_up)
{
  g_autofree char *name = NULL;
  g_autofree char *phone = NULL;

  if (follow_up->customer_name == NULL)
    return g_strdup ("");
  name = daftar_bidi_isolate (follow_up->customer_name);
  if (follow_up->phone == NULL)
    return g_steal_pointer (&name);
  phone = daftar_bidi_ltr (follow_up->phone);
  return g_strdup_printf ("%s · %s", name, phone);
}

static DaftarNotification *
make_single (DaftarFollowUp *follow_up)
{
  g_autofree char *id = g_strdup_printf ("follow-up:%" G_GINT64_FORMAT, DAFTAR_RECORD (follow_up)->id);
  g_autofree char *body = describe (follow_up);
  DaftarNotification *notification = daftar_notification_new (id, follow_up->title, body);

  notification->urgent = follow_up->urgent;
  daftar_notification_add_action (notification, "done", C_ ("button of a notification", "Done"));
  daftar_notification_add_action (notification, "hour", C_ ("button of a notification", "In an Hour"));
  daftar_notification_add_action (notification, "open", C_ ("button of a notification", "Open"));
  daftar_notification_add_action (notification, "default", C_ ("button of a notification", "Open"));
  return notification;
}

static char *
list_lines (GPtrArray *due)
{
  GString *lines = g_string_new (NULL);
  guint n = due->len > MAX_LINES ? MAX_LINES - 1 : due->len;

  for (guint i = 0; i < n; i++)
    {
      DaftarFollowUp *follow_up = due->pdata[i];
      g_autofree char *title = daftar_bidi_isolate (follow_up->title);
      g_autofree char *name = follow_up->customer_name != NULL ? daftar_bidi_isolate (follow_up->customer_name) : NULL;

      g_string_append_printf (lines, i > 0 ? "\n%s" : "%s", title);
      if (name != NULL)
        g_string_append_printf (lines, " · %s", name);
    }
  if (due->len > n)
    g_string_append_printf (lines, ngettext ("\nand %u more", "\nand %u more", due->len - n), due->len - n);
  return g_string_free (lines, FALSE);
}

static DaftarNotification *
make_group (GPtrArray *due)
{
  g_autofree char *title =
    g_strdup_printf (ngettext ("%u follow-up is due", "%u follow-ups are due", due->len), due->len);
  g_autofree char *body = list_lines (due);
  DaftarNotification *notification = daftar_notification_new (GROUP_ID, title, body);

  for (guint i = 0; i < due->len; i++)
    notification->urgent = notification->urgent || DAFTAR_FOLLOW_UP (due->pdata[i])->urgent;
  daftar_notification_add_action (notification, "hour", C_ ("button of a notification", "In an Hour"));
  daftar_notification_add_action (notification, "open", C_ ("button of a notification", "Open"));
  daftar_notification_add_action (notification, "default", C_ ("button of a notification", "Open"));
  return notification;
}

static void arm (DaftarReminder *self,
                 gint64          at);

static void
finish (DaftarReminder *self)
{
  self->n_running--;
  if (!self->again)
    return;
  self->again = FALSE;
  look (self);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (DaftarReminder) self = data;

  /* What cannot be written is still open in the list, where it is seen. The record itself is of no use here: not
   * taken, it is freed with the call. */
  finish (self);
}

static void
release (DaftarReminder *self,
         GArray         *ids)
{
  self->n_running++;
  daftar_store_write_async (self->store, "follow-up.release", daftar_reminder_release_write, g_array_ref (ids),
                            (GDestroyNotify) g_array_unref, NULL, NULL, written_cb, g_object_ref (self));
  arm (self, daftar_clock_now (self->clock) + RETRY_AFTER);
}

static void
show (DaftarReminder *self,
      GPtrArray      *due)
{
  g_autoptr (DaftarNotification) notification = due->len == 1 ? make_single (due->pdata[0]) : make_group (due);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < due->len; i++)
    g_array_append_val (ids, DAFTAR_RECORD (due->pdata[i])->id);
  if (daftar_notifier_show (self->notifier, notification, NULL))
    {
      GArray *before = g_hash_table_lookup (self->shown, notification->id);

      /* The list that replaces an older one stands for both. */
      if (before != NULL)
        g_array_append_vals (ids, before->data, before->len);
      g_hash_table_replace (self->shown, g_strdup (notification->id), g_array_ref (ids));
    }
  else
    release (self, ids);
}

/* --- Looking. -------------------------------------------------------------------------------------- */

static gboolean
woken_cb (gpointer data)
{
  DaftarReminder *self = data;

  self->call_id = 0;
  look (self);
  return G_SOURCE_REMOVE;
}

static void
arm (DaftarReminder *self,
     gint64          at)
{
  if (self->call_id != 0)
    daftar_clock_cancel (self->clock, self->call_id);
  self->call_id = at != G_MAXINT64 ? daftar_clock_call_at (self->clock, at, woken_cb, self, NULL) : 0;
}

static void
fail (DaftarReminder *self,
      const GError   *error)
{
  arm (self, daftar_clock_now (self->clock) + RETRY_AFTER);
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

static void
claimed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (DaftarReminder) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DaftarReminderPlan) plan = daftar_store_write_finish (DAFTAR_STORE (source), result, NULL, &error);

  if (plan == NULL)
    fail (self, error);
  else
    {
      arm (self, plan->wake_at);
      if (plan->due->len > 0)
        show (self, plan->due);
    }
  finish (self);
}

/* A look costs no write; only what is due does. */
static void
planned_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (DaftarReminder) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DaftarReminderPlan) plan = daftar_store_read_finish (DAFTAR_STORE (source), result, &error);

  if (plan == NULL)
    fail (self, error);
  else if (plan->due->len > 0 && self->enabled)
    {
      daftar_store_write_async (self->store, "follow-up.remind", daftar_reminder_claim_write, g_strdup (self->holder),
                                g_free, (GDestroyNotify) daftar_reminder_plan_free, NULL, claimed_cb,
                                g_object_ref (self));
      return;
    }
  else
    arm (self, plan->wake_at);
  finish (self);
}

static void
look (DaftarReminder *self)
{
  if (self->n_running > 0)
    {
      self->again = TRUE;
      return;
    }
  self->n_running++;
  daftar_store_read_async (self->store, daftar_reminder_plan_read, NULL, NULL,
                           (GDestroyNotify) daftar_reminder_plan_free, NULL, planned_cb, g_object_ref (self));
}

/* --- What is done about them. ---------------------------------------------------------------------- */

static gboolean
all_among (GArray *ids,
           GArray *others)
{
  for (guint i = 0; i < ids->len; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < others->len && !found; j++)
        found = g_array_index (ids, gint64, i) == g_array_index (others, gint64, j);
      if (!found)
        return FALSE;
    }
  return TRUE;
}

static void
settled_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (DaftarReminder) self = data;
  g_autoptr (GArray) settled = daftar_store_read_finish (DAFTAR_STORE (source), result, NULL);
  GHashTableIter iter;
  gpointer id, ids;

  g_hash_table_iter_init (&iter, self->shown);
  while (settled != NULL && g_hash_table_iter_next (&iter, &id, &ids))
    if (all_among (ids, settled))
      {
        daftar_notifier_withdraw (self->notifier, id);
        g_hash_table_iter_remove (&iter);
      }
  finish (self);
}

/* A bubble whose follow-ups were done or put off in the window has nothing to say any more. */
static void
check_shown (DaftarReminder *self)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer ids;

  g_hash_table_iter_init (&iter, self->shown);
  while (g_hash_table_iter_next (&iter, NULL, &ids))
    g_array_append_vals (all, ((GArray *) ids)->data, ((GArray *) ids)->len);
  self->n_running++;
  daftar_store_read_async (self->store, daftar_reminder_settled_read, all, (GDestroyNotify) g_array_unref,
                           (GDestroyNotify) g_array_unref, NULL, settled_cb, g_object_ref (self));
}

static void
changed_cb (DaftarReminder *self,
            DaftarChanges  *changes)
{
  if (!daftar_changes_touch (changes, DAFTAR_KIND_FOLLOW_UP, 0) && !daftar_changes_touch (changes, DAFTAR_KIND_HOURS, 0)
      && !daftar_changes_touch (changes, DAFTAR_KIND_SHOP, 0))
    return;
  look (self);
  if (g_hash_table_size (self->shown) > 0)
    check_shown (self);
}

static void
snooze (DaftarReminder *self,
        GArray         *ids)
{
  DaftarSnoozeRequest *request = daftar_snooze_request_new (0, DAFTAR_SNOOZE_HOUR, 0);

  g_array_append_vals (request->ids, ids->data, ids->len);
  self->n_running++;
  daftar_store_write_async (self->store, "follow-up.snooze", daftar_follow_up_snooze_write, request,
                            (GDestroyNotify) daftar_snooze_request_free, g_free, NULL, written_cb, g_object_ref (self));
}

static void
end (DaftarReminder *self,
     gint64          id)
{
  self->n_running++;
  daftar_store_write_async (self->store, "follow-up.done", daftar_follow_up_end_write,
                            daftar_follow_up_end_new (id, DAFTAR_FOLLOW_UP_RESULT_NONE),
                            (GDestroyNotify) daftar_follow_up_end_free, g_object_unref, NULL, written_cb,
                            g_object_ref (self));
}

static void
action_cb (DaftarReminder *self,
           const char     *id,
           const char     *action)
{
  GArray *found = g_hash_table_lookup (self->shown, id);
  g_autoptr (GArray) ids = found != NULL ? g_array_ref (found) : NULL;

  if (ids == NULL)
    return;
  g_hash_table_remove (self->shown, id);
  if (g_str_equal (action, "done"))
    end (self, g_array_index (ids, gint64, 0));
  else if (g_str_equal (action, "hour"))
    snooze (self, ids);
  else
    g_signal_emit (self, signals[SIGNAL_OPEN], 0, "follow-up", ids->len == 1 ? g_array_index (ids, gint64, 0) : 0);
}

/* --- The object. ----------------------------------------------------------------------------------- */

static void
daftar_reminder_dispose (GObject *object)
{
  DaftarReminder *self = DAFTAR_REMINDER (object);

  if (self->call_id != 0)
    daftar_clock_cancel (self->clock, self->call_id);
  self->call_id = 0;
  G_OBJECT_CLASS (daftar_reminder_parent_class)->dispose (object);
}

static void
daftar_reminder_finalize (GObject *object)
{
  DaftarReminder *self = DAFTAR_REMINDER (object);

  g_hash_table_unref (self->shown);
  g_free (self->holder);
  g_clear_object (&self->clock);
  g_clear_object (&self->notifier);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (daftar_reminder_parent_class)->finalize (object);
}

static void
daftar_reminder_class_init (DaftarReminderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daftar_reminder_dispose;
  G_OBJECT_CLASS (klass)->finalize = daftar_reminder_finalize;

  /**
   * DaftarReminder::open:
   * @kind: of the record, as daftar_window_open() takes it
   * @id: its id; 0 for the list
   */
  signals[SIGNAL_OPEN] = g_signal_new ("open", DAFTAR_TYPE_REMINDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);
  /**
   * DaftarReminder::failed:
   * @error: why the file could not be read
   */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", DAFTAR_TYPE_REMINDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
daftar_reminder_init (DaftarReminder *self)
{
  self->enabled = TRUE;
  self->shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
}

/**
 * daftar_reminder_new:
 * @store: the open shop file
 * @notifier: where the reminders go
 * @holder: who this is among the processes over the file, the same after a restart
 *
 * Begins at once, with what fell due while nobody looked.
 *
 * Returns: (transfer full): the reminder
 */
DaftarReminder *
daftar_reminder_new (DaftarStore    *store,
                     DaftarNotifier *notifier,
                     const char     *holder)
{
  DaftarReminder *self = g_object_new (DAFTAR_TYPE_REMINDER, NULL);

  self->store = g_object_ref (store);
  self->clock = g_object_ref (daftar_store_get_clock (store));
  self->notifier = g_object_ref (notifier);
  self->holder = g_strdup (holder);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->clock, "changed", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (notifier, "action", G_CALLBACK (action_cb), self, G_CONNECT_SWAPPED);
  look (self);
  return self;
}

/**
 * daftar_reminder_set_enabled:
 * @self: the reminder
 * @enabled: whether to show anything; what falls due meanwhile is shown when it is switched on again
 */
void
daftar_reminder_set_enabled (DaftarReminder *self,
                             gboolean        enabled)
{
  if (self->enabled == enabled)
    return;
  self->enabled = enabled;
  look (self);
}

/**
 * daftar_reminder_is_busy:
 * @self: the reminder
 *
 * Returns: whether it waits for an answer of the file
 */
gboolean
daftar_reminder_is_busy (DaftarReminder *self)
{
  return self->n_running > 0 || self->again;
}
