/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* One thing to tell, with what can be done about it at once. */
typedef struct
{
  char *id; /* the same one replaces what is shown */
  char *title;
  char *body; /* plain text */
  gboolean urgent;
  GPtrArray *actions; /* char*: a name and its label in turn; "default" is a click on the bubble itself */
} DaftarNotification;

DaftarNotification *daftar_notification_new        (const char         *id,
                                                    const char         *title,
                                                    const char         *body);
void                daftar_notification_free       (DaftarNotification *self);
void                daftar_notification_add_action (DaftarNotification *self,
                                                    const char         *name,
                                                    const char         *label);

/**
 * DaftarNotifierInterface:
 * @show: tells it; false with an error where the desktop cannot just now
 * @withdraw: takes it back, if it is still there
 *
 * Where notifications go: the desktop, or a test.
 */
#define DAFTAR_TYPE_NOTIFIER (daftar_notifier_get_type ())
G_DECLARE_INTERFACE (DaftarNotifier, daftar_notifier, DAFTAR, NOTIFIER, GObject)

struct _DaftarNotifierInterface
{
  GTypeInterface parent_iface;

  gboolean (*show)     (DaftarNotifier            *self,
                        const DaftarNotification  *notification,
                        GError                   **error);
  void     (*withdraw) (DaftarNotifier            *self,
                        const char                *id);
};

gboolean daftar_notifier_show     (DaftarNotifier            *self,
                                   const DaftarNotification  *notification,
                                   GError                   **error);
void     daftar_notifier_withdraw (DaftarNotifier            *self,
                                   const char                *id);
void     daftar_notifier_acted    (DaftarNotifier            *self,
                                   const char                *id,
                                   const char                *action);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarNotification, daftar_notification_free)

G_END_DECLS
