/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-shell-uri.h"

#include "daftar-window.h"

#include <glib/gi18n.h>

static void
shown_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (GtkWidget) widget = data;
  DaftarWindow *window = daftar_window_of (widget);

  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, NULL) && window != NULL)
    daftar_window_toast (window, _("There is no program on this computer that opens this."), NULL, NULL, NULL, NULL);
}

/**
 * daftar_shell_open_uri:
 * @widget: a widget in the window
 * @uri: a tel:, sms:, mailto: or https: address
 *
 * Opens the phone, message, mail or web program, through the portal where there is one.
 */
void
daftar_shell_open_uri (GtkWidget  *widget,
                       const char *uri)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (GTK_IS_WINDOW (root))
    gtk_show_uri_full (GTK_WINDOW (root), uri, GDK_CURRENT_TIME, NULL, shown_cb, g_object_ref (widget));
}
