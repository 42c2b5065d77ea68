/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-contact-link.h"

#include "daftar-phone.h"

#include <string.h>

static gboolean
is_number (DaftarContactPoint *point)
{
  return point->kind == DAFTAR_CONTACT_KIND_MOBILE || point->kind == DAFTAR_CONTACT_KIND_PHONE
         || point->kind == DAFTAR_CONTACT_KIND_WHATSAPP;
}

/* RFC 3966: with its country if that is known. What couldn't be read as a number stays local. */
static char *
number_link (DaftarContactPoint *point,
             const char         *scheme)
{
  gboolean international = point->norm != NULL && daftar_phone_is_assigned (point->norm);

  if (point->norm == NULL)
    return NULL;
  return g_strdup_printf ("%s:%s%s", scheme, international ? "+" : "", point->norm);
}

static char *
with_text (char       *link,
           const char *before,
           const char *text)
{
  g_autofree char *owned = link;
  g_autofree char *escaped = NULL;

  if (link == NULL || text == NULL || *text == '\0')
    return g_steal_pointer (&owned);
  escaped = g_uri_escape_string (text, NULL, FALSE);
  return g_strconcat (link, before, escaped, NULL);
}

/* An address of the web as people write it; nothing else is opened, whatever stands in an imported file. */
static char *
web_link (const char *value)
{
  g_autofree char *scheme = g_uri_parse_scheme (value);

  if (scheme == NULL)
    return g_strconcat ("https://", value, NULL);
  if (g_ascii_strcasecmp (scheme, "https") == 0 || g_ascii_strcasecmp (scheme, "http") == 0)
    return g_strdup (value);
  return NULL;
}

static char *
profile_link (const char *site,
              const char *value)
{
  if (strstr (value, "://") != NULL)
    return web_link (value);
  return g_strconcat (site, *value == '@' ? value + 1 : value, NULL);
}

static char *
open_link (DaftarContactPoint *point)
{
  switch (point->kind)
    {
    case DAFTAR_CONTACT_KIND_WEBSITE:
      return web_link (point->value);
    case DAFTAR_CONTACT_KIND_INSTAGRAM:
      return profile_link ("https://www.instagram.com/", point->value);
    case DAFTAR_CONTACT_KIND_FACEBOOK:
      return profile_link ("https://www.facebook.com/", point->value);
    case DAFTAR_CONTACT_KIND_X:
      return profile_link ("https://x.com/", point->value);
    case DAFTAR_CONTACT_KIND_TELEGRAM:
      return profile_link ("https://t.me/", point->value);
    case DAFTAR_CONTACT_KIND_TIKTOK:
      return profile_link ("https://www.tiktok.com/@", point->value);
    default:
      return NULL;
    }
}

/**
 * daftar_contact_link:
 * @point: a contact point
 * @action: what to do with it
 * @text: (nullable): what is to be said, for the person to look over and send
 *
 * Makes the address that opens the phone, WhatsApp, SMS, mail or map program. Nothing is sent by that.
 *
 * Returns: (transfer full) (nullable): the address; %NULL if that can't be done with @point
 */
char *
daftar_contact_link (DaftarContactPoint  *point,
                     DaftarContactAction  action,
                     const char          *text)
{
  g_autofree char *escaped = NULL;

  switch (action)
    {
    case DAFTAR_CONTACT_ACTION_CALL:
      return is_number (point) ? number_link (point, "tel") : NULL;
    case DAFTAR_CONTACT_ACTION_SMS:
      return is_number (point) ? with_text (number_link (point, "sms"), "?body=", text) : NULL;
    case DAFTAR_CONTACT_ACTION_WHATSAPP:
      if (!is_number (point) || point->norm == NULL || point->kind == DAFTAR_CONTACT_KIND_PHONE
          || !daftar_phone_is_assigned (point->norm))
        return NULL;
      return with_text (g_strconcat ("https://wa.me/", point->norm, NULL), "?text=", text);
    case DAFTAR_CONTACT_ACTION_MAIL:
      if (point->kind != DAFTAR_CONTACT_KIND_EMAIL)
        return NULL;
      escaped = g_uri_escape_string (point->value, "@", FALSE);
      return with_text (g_strconcat ("mailto:", escaped, NULL), "?body=", text);
    case DAFTAR_CONTACT_ACTION_MAP:
      if (point->kind != DAFTAR_CONTACT_KIND_ADDRESS)
        return NULL;
      escaped = g_uri_escape_string (point->value, NULL, FALSE);
      return g_strconcat ("https://www.openstreetmap.org/search?query=", escaped, NULL);
    case DAFTAR_CONTACT_ACTION_OPEN:
    default:
      return open_link (point);
    }
}
