/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-enums.h"

#include <glib/gi18n-lib.h>

#include "daftar-error.h"

#define DEFINE_ENUM(name, context) \
  const DaftarEnum daftar_enum_##name = { context, name##_values, G_N_ELEMENTS (name##_values) }

static const DaftarEnumValue customer_kind_values[] = {
  { "person", NC_ ("customer kind", "Person") },
  { "business", NC_ ("customer kind", "Business") },
};
DEFINE_ENUM (customer_kind, "customer kind");

static const DaftarEnumValue contact_kind_values[] = {
  { "mobile", NC_ ("kind of contact point", "Mobile") },
  { "phone", NC_ ("kind of contact point", "Phone") },
  { "whatsapp", NC_ ("kind of contact point", "WhatsApp") },
  { "email", NC_ ("kind of contact point", "E-mail") },
  { "website", NC_ ("kind of contact point", "Website") },
  { "instagram", NC_ ("kind of contact point", "Instagram") },
  { "facebook", NC_ ("kind of contact point", "Facebook") },
  { "x", NC_ ("kind of contact point", "X") },
  { "telegram", NC_ ("kind of contact point", "Telegram") },
  { "tiktok", NC_ ("kind of contact point", "TikTok") },
  { "address", NC_ ("kind of contact point", "Address") },
};
DEFINE_ENUM (contact_kind, "kind of contact point");

static const DaftarEnumValue consent_values[] = {
  { "unknown", NC_ ("consent", "Not asked") },
  { "given", NC_ ("consent", "May be written to") },
  { "refused", NC_ ("consent", "Must not be written to") },
};
DEFINE_ENUM (consent, "consent");

static const DaftarEnumValue channel_values[] = {
  { "none", NC_ ("channel", "Any channel") },
  { "phone", NC_ ("channel", "Phone") },
  { "email", NC_ ("channel", "E-mail") },
  { "social", NC_ ("channel", "Social media") },
  { "website", NC_ ("channel", "Website") },
  { "sms", NC_ ("channel", "SMS") },
  { "whatsapp", NC_ ("channel", "WhatsApp") },
  { "in-person", NC_ ("channel", "In person") },
  { "post", NC_ ("channel", "Post") },
};
DEFINE_ENUM (channel, "channel");

static const DaftarEnumValue contact_direction_values[] = {
  { "none", NC_ ("direction", "Note") },
  { "in", NC_ ("direction", "Incoming") },
  { "out", NC_ ("direction", "Outgoing") },
};
DEFINE_ENUM (contact_direction, "direction");

static const DaftarEnumValue interaction_kind_values[] = {
  { "note", NC_ ("kind of timeline entry", "Note") },
  { "contact", NC_ ("kind of timeline entry", "Contact") },
  { "message", NC_ ("kind of timeline entry", "Message") },
  { "ticket", NC_ ("kind of timeline entry", "Ticket") },
  { "stage", NC_ ("kind of timeline entry", "Stage") },
  { "purchase", NC_ ("kind of timeline entry", "Purchase") },
  { "follow-up", NC_ ("kind of timeline entry", "Follow-up") },
  { "import", NC_ ("kind of timeline entry", "Import") },
};
DEFINE_ENUM (interaction_kind, "kind of timeline entry");

static const DaftarEnumValue occasion_kind_values[] = {
  { "birthday", NC_ ("occasion", "Birthday") },
  { "anniversary", NC_ ("occasion", "Wedding day") },
  { "other", NC_ ("occasion", "Occasion") },
};
DEFINE_ENUM (occasion_kind, "occasion");

static const DaftarEnumValue custom_type_values[] = {
  { "text", NC_ ("type of a field", "Text") },
  { "number", NC_ ("type of a field", "Number") },
  { "money", NC_ ("type of a field", "Amount") },
  { "date", NC_ ("type of a field", "Day") },
  { "choice", NC_ ("type of a field", "Choice") },
  { "bool", NC_ ("type of a field", "Yes or no") },
};
DEFINE_ENUM (custom_type, "type of a field");

static const DaftarEnumValue stage_role_values[] = {
  { "other", NC_ ("stage of the purchase cycle", "Other") },
  { "awareness", NC_ ("stage of the purchase cycle", "Awareness") },
  { "consideration", NC_ ("stage of the purchase cycle", "Consideration") },
  { "preference", NC_ ("stage of the purchase cycle", "Preference") },
  { "purchase", NC_ ("stage of the purchase cycle", "Purchase") },
  { "repurchase", NC_ ("stage of the purchase cycle", "Repurchase") },
};
DEFINE_ENUM (stage_role, "stage of the purchase cycle");

static const DaftarEnumValue deal_status_values[] = {
  { "open", NC_ ("state of a deal", "Open") },
  { "won", NC_ ("state of a deal", "Won") },
  { "lost", NC_ ("state of a deal", "Lost") },
};
DEFINE_ENUM (deal_status, "state of a deal");

static const DaftarEnumValue ticket_kind_values[] = {
  { "inquiry", NC_ ("kind of ticket", "Inquiry") },
  { "complaint", NC_ ("kind of ticket", "Complaint") },
  { "request", NC_ ("kind of ticket", "Request") },
  { "return", NC_ ("kind of ticket", "Return") },
  { "feedback", NC_ ("kind of ticket", "Feedback") },
};
DEFINE_ENUM (ticket_kind, "kind of ticket");

static const DaftarEnumValue ticket_status_values[] = {
  { "new", NC_ ("status of a ticket", "New") },
  { "open", NC_ ("status of a ticket", "Open") },
  { "waiting-customer", NC_ ("status of a ticket", "Waiting for the customer") },
  { "waiting-us", NC_ ("status of a ticket", "Snoozed") },
  { "solved", NC_ ("status of a ticket", "Solved") },
  { "closed", NC_ ("status of a ticket", "Closed") },
  { "merged", NC_ ("status of a ticket", "Merged") },
};
DEFINE_ENUM (ticket_status, "status of a ticket");

static const DaftarEnumValue priority_values[] = {
  { "low", NC_ ("priority", "Low") },
  { "normal", NC_ ("priority", "Normal") },
  { "high", NC_ ("priority", "High") },
  { "urgent", NC_ ("priority", "Urgent") },
};
DEFINE_ENUM (priority, "priority");

static const DaftarEnumValue mood_values[] = {
  { "calm", NC_ ("mood of a customer", "Calm") },
  { "lost", NC_ ("mood of a customer", "Lost") },
  { "frustrated", NC_ ("mood of a customer", "Frustrated") },
  { "angry", NC_ ("mood of a customer", "Angry") },
};
DEFINE_ENUM (mood, "mood of a customer");

static const DaftarEnumValue message_kind_values[] = {
  { "message", NC_ ("kind of message", "Message") },
  { "note", NC_ ("kind of message", "Internal note") },
  { "call", NC_ ("kind of message", "Call") },
};
DEFINE_ENUM (message_kind, "kind of message");

static const DaftarEnumValue follow_up_status_values[] = {
  { "open", NC_ ("status of a follow-up", "Open") },
  { "done", NC_ ("status of a follow-up", "Done") },
  { "skipped", NC_ ("status of a follow-up", "Skipped") },
};
DEFINE_ENUM (follow_up_status, "status of a follow-up");

static const DaftarEnumValue follow_up_result_values[] = {
  { "done", NC_ ("how a follow-up went", "Done") },
  { "reached", NC_ ("how a follow-up went", "Reached") },
  { "no-answer", NC_ ("how a follow-up went", "No answer") },
  { "left-message", NC_ ("how a follow-up went", "Left a message") },
  { "skipped", NC_ ("how a follow-up went", "Skipped") },
};
DEFINE_ENUM (follow_up_result, "how a follow-up went");

static const DaftarEnumValue staff_role_values[] = {
  { "staff", NC_ ("role of a staff member", "Staff") },
  { "owner", NC_ ("role of a staff member", "Owner") },
};
DEFINE_ENUM (staff_role, "role of a staff member");

static const DaftarEnumValue match_values[] = {
  { "none", NC_ ("what was found", "Nothing") },
  { "name", NC_ ("what was found", "Name") },
  { "nickname", NC_ ("what was found", "Nickname") },
  { "number", NC_ ("what was found", "Number") },
  { "email", NC_ ("what was found", "E-mail") },
  { "company", NC_ ("what was found", "Company") },
  { "city", NC_ ("what was found", "City") },
  { "tag", NC_ ("what was found", "Tag") },
  { "note", NC_ ("what was found", "Note") },
};
DEFINE_ENUM (match, "what was found");

/**
 * daftar_enum_label:
 * @self: an enumeration
 * @value: one of its values
 *
 * Returns: (transfer none): its name for people, translated; an empty text for a value that a newer
 *   program wrote
 */
const char *
daftar_enum_label (const DaftarEnum *self,
                   gint64            value)
{
  if (value < 0 || value >= self->n_values)
    return "";
  return g_dpgettext2 (GETTEXT_PACKAGE, self->context, self->values[value].label);
}

/**
 * daftar_enum_nick:
 * @self: an enumeration
 * @value: one of its values
 *
 * Returns: (transfer none): its name in scripts, JSON and the command line
 */
const char *
daftar_enum_nick (const DaftarEnum *self,
                  gint64            value)
{
  return value < 0 || value >= self->n_values ? "unknown" : self->values[value].nick;
}

/**
 * daftar_enum_from_nick:
 * @self: an enumeration
 * @nick: what somebody typed
 * @value: (out): the value
 * @error: return location; the sentence lists what could have been typed
 *
 * Returns: whether there is such a value
 */
gboolean
daftar_enum_from_nick (const DaftarEnum  *self,
                       const char        *nick,
                       int               *value,
                       GError           **error)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < self->n_values; i++)
    {
      if (g_ascii_strcasecmp (nick, self->values[i].nick) == 0)
        {
          *value = i;
          return TRUE;
        }
      g_string_append_printf (all, "%s%s", i > 0 ? ", " : "", self->values[i].nick);
    }
  /* Translators: both are words of the command line, such as "phone" and "phone, email, sms". */
  g_set_error (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID, _("“%s” is not known here. Use one of: %s."), nick,
               all->str);
  return FALSE;
}
