/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-reach.h"

#include "daftar-greeting.h"
#include "daftar-shell-uri.h"
#include "daftar-ui-context.h"

#include <glib/gi18n.h>

const DaftarReach daftar_reach[DAFTAR_N_REACH] = {
  { DAFTAR_CONTACT_ACTION_CALL, "daftar-channel-phone-symbolic", N_("Call") },
  { DAFTAR_CONTACT_ACTION_WHATSAPP, "daftar-channel-whatsapp-symbolic", N_("WhatsApp") },
  { DAFTAR_CONTACT_ACTION_SMS, "daftar-channel-sms-symbolic", N_("SMS") },
  { DAFTAR_CONTACT_ACTION_MAIL, "daftar-channel-email-symbolic", N_("E-mail") },
  { DAFTAR_CONTACT_ACTION_MAP, "mark-location-symbolic", N_("Map") },
  { DAFTAR_CONTACT_ACTION_OPEN, "daftar-channel-website-symbolic", N_("Open") },
};

/**
 * daftar_reach_can:
 * @point: a contact point
 * @action: something to do
 *
 * Returns: whether that can be done with it at all
 */
gboolean
daftar_reach_can (DaftarContactPoint  *point,
                  DaftarContactAction  action)
{
  g_autofree char *link = daftar_contact_link (point, action, NULL);

  return link != NULL;
}

/**
 * daftar_reach_link:
 * @profile: a profile
 * @point: (nullable): by which contact point; %NULL for the best one
 * @action: what to do
 * @error: return location for the reason why not
 *
 * Returns: (transfer full) (nullable): the address, with the greeting as its text; %NULL without an error if there is
 *   nothing to do that with
 */
char *
daftar_reach_link (DaftarProfile        *profile,
                   DaftarContactPoint   *point,
                   DaftarContactAction   action,
                   GError              **error)
{
  g_autofree char *text = action == DAFTAR_CONTACT_ACTION_CALL ? NULL : daftar_greeting_text (profile->customer);

  if (point == NULL)
    return daftar_contact_rule_link (profile->customer, profile->points, action, DAFTAR_CONTACT_PURPOSE_OUTREACH, text,
                                     error);
  if (!daftar_contact_rule_check (profile->customer, point, action, DAFTAR_CONTACT_PURPOSE_OUTREACH, error))
    return NULL;
  return daftar_contact_link (point, action, text);
}

/**
 * daftar_reach_open:
 * @widget: the widget that asks
 * @profile: a profile
 * @point: (nullable): by which contact point; %NULL for the best one
 * @action: what to do
 *
 * Opens the program that does it, or says why it may not be done.
 */
void
daftar_reach_open (GtkWidget           *widget,
                   DaftarProfile       *profile,
                   DaftarContactPoint  *point,
                   DaftarContactAction  action)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *link = daftar_reach_link (profile, point, action, &error);

  if (link != NULL)
    daftar_shell_open_uri (widget, link);
  else if (error != NULL)
    daftar_ui_tell_error (widget, error);
}
