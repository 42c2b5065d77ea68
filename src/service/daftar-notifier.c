/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-notifier.h"

enum
{
  SIGNAL_ACTION,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_INTERFACE (DaftarNotifier, daftar_notifier, G_TYPE_OBJECT)

static void
daftar_notifier_default_init (DaftarNotifierInterface *iface)
{
  /**
   * DaftarNotifier::action:
   * @id: of the notification
   * @action: the name of what was chosen
   */
  signals[SIGNAL_ACTION] = g_signal_new ("action", DAFTAR_TYPE_NOTIFIER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

DaftarNotification *
daftar_notification_new (const char *id,
                         const char *title,
                         const char *body)
{
  DaftarNotification *self = g_new0 (DaftarNotification, 1);

  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->body = g_strdup (body);
  self->actions = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
daftar_notification_free (DaftarNotification *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->body);
  g_ptr_array_unref (self->actions);
  g_free (self);
}

void
daftar_notification_add_action (DaftarNotification *self,
                                const char         *name,
                                const char         *label)
{
  g_ptr_array_add (self->actions, g_strdup (name));
  g_ptr_array_add (self->actions, g_strdup (label));
}

/**
 * daftar_notifier_show:
 * @self: where it goes
 * @notification: what to tell
 * @error: return location for why it cannot be told just now
 *
 * Returns: whether it is shown
 */
gboolean
daftar_notifier_show (DaftarNotifier            *self,
                      const DaftarNotification  *notification,
                      GError                   **error)
{
  return DAFTAR_NOTIFIER_GET_IFACE (self)->show (self, notification, error);
}

/**
 * daftar_notifier_withdraw:
 * @self: where it went
 * @id: of the notification
 */
void
daftar_notifier_withdraw (DaftarNotifier *self,
                          const char     *id)
{
  DAFTAR_NOTIFIER_GET_IFACE (self)->withdraw (self, id);
}

/**
 * daftar_notifier_acted:
 * @self: where it was shown
 * @id: of the notification
 * @action: what was chosen
 *
 * For implementations: emits #DaftarNotifier::action.
 */
void
daftar_notifier_acted (DaftarNotifier *self,
                       const char     *id,
                       const char     *action)
{
  g_signal_emit (self, signals[SIGNAL_ACTION], 0, id, action);
}
