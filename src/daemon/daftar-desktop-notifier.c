/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-desktop-notifier.h"

#include "daftar-config.h"

#include <glib/gi18n.h>
#include <libnotify/notify.h>

struct _DaftarDesktopNotifier
{
  GObject parent_instance;

  GHashTable *shown; /* id → NotifyNotification */
};

static void notifier_init (DaftarNotifierInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DaftarDesktopNotifier, daftar_desktop_notifier, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (DAFTAR_TYPE_NOTIFIER, notifier_init))

#define ID_KEY "daftar-id"

static void
action_cb (NotifyNotification *bubble,
           char               *action,
           gpointer            data)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (bubble), ID_KEY));

  daftar_notifier_acted (DAFTAR_NOTIFIER (data), id, action);
}

static void
closed_cb (NotifyNotification    *bubble,
           DaftarDesktopNotifier *self)
{
  const char *id = g_object_get_data (G_OBJECT (bubble), ID_KEY);

  if (g_hash_table_lookup (self->shown, id) == bubble)
    g_hash_table_remove (self->shown, id);
}

static gboolean
knows_markup (void)
{
  GList *capabilities = notify_get_server_caps ();
  gboolean found = g_list_find_custom (capabilities, "body-markup", (GCompareFunc) g_strcmp0) != NULL;

  g_list_free_full (capabilities, g_free);
  return found;
}

static NotifyNotification *
make_bubble (DaftarDesktopNotifier    *self,
             const DaftarNotification *notification)
{
  g_autofree char *body = knows_markup () ? g_markup_escape_text (notification->body, -1) : NULL;
  NotifyNotification *bubble =
    notify_notification_new (notification->title, body != NULL ? body : notification->body, DAFTAR_APP_ID);

  notify_notification_set_category (bubble, "x-daftar.reminder");
  notify_notification_set_urgency (bubble, notification->urgent ? NOTIFY_URGENCY_CRITICAL : NOTIFY_URGENCY_NORMAL);
  notify_notification_set_hint (bubble, "desktop-entry", g_variant_new_string (DAFTAR_APP_ID));
  for (guint i = 0; i + 1 < notification->actions->len; i += 2)
    notify_notification_add_action (bubble, notification->actions->pdata[i], notification->actions->pdata[i + 1],
                                    action_cb, self, NULL);
  g_object_set_data_full (G_OBJECT (bubble), ID_KEY, g_strdup (notification->id), g_free);
  g_signal_connect (bubble, "closed", G_CALLBACK (closed_cb), self);
  return bubble;
}

static void
withdraw (DaftarNotifier *notifier,
          const char     *id)
{
  DaftarDesktopNotifier *self = DAFTAR_DESKTOP_NOTIFIER (notifier);
  gpointer bubble = NULL;

  if (!g_hash_table_steal_extended (self->shown, id, NULL, &bubble))
    return;
  g_signal_handlers_disconnect_by_data (bubble, self);
  notify_notification_close (bubble, NULL);
  g_object_unref (bubble);
}

static gboolean
show (DaftarNotifier            *notifier,
      const DaftarNotification  *notification,
      GError                   **error)
{
  DaftarDesktopNotifier *self = DAFTAR_DESKTOP_NOTIFIER (notifier);
  NotifyNotification *bubble;

  if (!notify_is_initted () && !notify_init (_("Daftar")))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The desktop shows no notifications."));
      return FALSE;
    }
  withdraw (notifier, notification->id);
  bubble = make_bubble (self, notification);
  if (notify_notification_show (bubble, error))
    {
      /* Actions arrive only as long as the bubble's object lives. */
      g_hash_table_replace (self->shown, g_object_get_data (G_OBJECT (bubble), ID_KEY), bubble);
      return TRUE;
    }
  g_signal_handlers_disconnect_by_data (bubble, self);
  g_object_unref (bubble);
  return FALSE;
}

static void
notifier_init (DaftarNotifierInterface *iface)
{
  iface->show = show;
  iface->withdraw = withdraw;
}

static void
forget (gpointer bubble)
{
  /* The bubble itself stays on the screen until somebody closes it. */
  g_signal_handlers_disconnect_matched (bubble, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, closed_cb, NULL);
  g_object_unref (bubble);
}

static void
daftar_desktop_notifier_finalize (GObject *object)
{
  g_hash_table_unref (DAFTAR_DESKTOP_NOTIFIER (object)->shown);
  G_OBJECT_CLASS (daftar_desktop_notifier_parent_class)->finalize (object);
}

static void
daftar_desktop_notifier_class_init (DaftarDesktopNotifierClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daftar_desktop_notifier_finalize;
}

static void
daftar_desktop_notifier_init (DaftarDesktopNotifier *self)
{
  self->shown = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, forget);
}

/**
 * daftar_desktop_notifier_new:
 *
 * Returns: (transfer full): the desktop, asked for the first time when there is something to show
 */
DaftarNotifier *
daftar_desktop_notifier_new (void)
{
  return g_object_new (DAFTAR_TYPE_DESKTOP_NOTIFIER, NULL);
}
