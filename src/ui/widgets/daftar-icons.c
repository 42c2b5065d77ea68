/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-icons.h"

static const char *const channel_icons[DAFTAR_N_CHANNEL] = {
  [DAFTAR_CHANNEL_NONE] = "daftar-note-symbolic",
  [DAFTAR_CHANNEL_PHONE] = "daftar-channel-phone-symbolic",
  [DAFTAR_CHANNEL_EMAIL] = "daftar-channel-email-symbolic",
  [DAFTAR_CHANNEL_SOCIAL] = "daftar-channel-social-symbolic",
  [DAFTAR_CHANNEL_WEBSITE] = "daftar-channel-website-symbolic",
  [DAFTAR_CHANNEL_SMS] = "daftar-channel-sms-symbolic",
  [DAFTAR_CHANNEL_WHATSAPP] = "daftar-channel-whatsapp-symbolic",
  [DAFTAR_CHANNEL_IN_PERSON] = "daftar-channel-in-person-symbolic",
  [DAFTAR_CHANNEL_POST] = "daftar-channel-post-symbolic",
};

static const char *const contact_icons[DAFTAR_N_CONTACT_KIND] = {
  [DAFTAR_CONTACT_KIND_MOBILE] = "daftar-channel-mobile-symbolic",
  [DAFTAR_CONTACT_KIND_PHONE] = "daftar-channel-phone-symbolic",
  [DAFTAR_CONTACT_KIND_WHATSAPP] = "daftar-channel-whatsapp-symbolic",
  [DAFTAR_CONTACT_KIND_EMAIL] = "daftar-channel-email-symbolic",
  [DAFTAR_CONTACT_KIND_WEBSITE] = "daftar-channel-website-symbolic",
  [DAFTAR_CONTACT_KIND_ADDRESS] = "mark-location-symbolic",
};

static const char *const moods[DAFTAR_N_MOOD] = {
  [DAFTAR_MOOD_CALM] = "calm",
  [DAFTAR_MOOD_LOST] = "lost",
  [DAFTAR_MOOD_FRUSTRATED] = "frustrated",
  [DAFTAR_MOOD_ANGRY] = "angry",
};

/**
 * daftar_icon_for_channel:
 * @channel: a channel
 *
 * Returns: (transfer none): its symbolic icon
 */
const char *
daftar_icon_for_channel (DaftarChannel channel)
{
  return channel < DAFTAR_N_CHANNEL ? channel_icons[channel] : channel_icons[DAFTAR_CHANNEL_NONE];
}

/**
 * daftar_icon_for_contact_kind:
 * @kind: a kind of contact point
 *
 * Returns: (transfer none): its symbolic icon
 */
const char *
daftar_icon_for_contact_kind (DaftarContactKind kind)
{
  if (kind < DAFTAR_N_CONTACT_KIND && contact_icons[kind] != NULL)
    return contact_icons[kind];
  return "daftar-channel-social-symbolic";
}

const char *
daftar_icon_for_mood (DaftarMood mood)
{
  static const char *const icons[DAFTAR_N_MOOD] = {
    [DAFTAR_MOOD_CALM] = "daftar-mood-calm-symbolic",
    [DAFTAR_MOOD_LOST] = "daftar-mood-lost-symbolic",
    [DAFTAR_MOOD_FRUSTRATED] = "daftar-mood-frustrated-symbolic",
    [DAFTAR_MOOD_ANGRY] = "daftar-mood-angry-symbolic",
  };

  return mood < DAFTAR_N_MOOD ? icons[mood] : icons[DAFTAR_MOOD_CALM];
}

/**
 * daftar_mood_icon_new:
 *
 * Returns: (transfer floating): a hidden image; daftar_mood_icon_set() shows a mood in it
 */
GtkWidget *
daftar_mood_icon_new (void)
{
  GtkWidget *icon = gtk_image_new ();

  gtk_widget_set_visible (icon, FALSE);
  return icon;
}

/**
 * daftar_mood_icon_set:
 * @icon: made by daftar_mood_icon_new()
 * @mood: what it shows: in shape, colour and words. A calm customer needs no mark.
 */
void
daftar_mood_icon_set (GtkWidget  *icon,
                      DaftarMood  mood)
{
  const char *label = daftar_enum_label (&daftar_enum_mood, mood);

  for (guint i = 0; i < DAFTAR_N_MOOD; i++)
    {
      g_autofree char *class = g_strconcat ("daftar-mood-", moods[i], NULL);

      if (i == mood)
        gtk_widget_add_css_class (icon, class);
      else
        gtk_widget_remove_css_class (icon, class);
    }
  gtk_image_set_from_icon_name (GTK_IMAGE (icon), daftar_icon_for_mood (mood));
  gtk_widget_set_tooltip_text (icon, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_visible (icon, mood != DAFTAR_MOOD_CALM);
}
