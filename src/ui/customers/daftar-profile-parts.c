/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-profile-parts.h"

#include "daftar-avatar.h"
#include "daftar-bidi.h"
#include "daftar-contact-link.h"
#include "daftar-icons.h"
#include "daftar-money.h"
#include "daftar-phone.h"
#include "daftar-section.h"
#include "daftar-shell-uri.h"
#include "daftar-window.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* A word or two that stand on one line. */
static GtkWidget *
make_word (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  /* GTK 4.8 contradicts itself about the width of a wrapping label that may be narrower than a word. */
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* --- Header: who it is. ---------------------------------------------------------------------------- */

static void
add_fact (GString *facts,
          char    *fact)
{
  g_autofree char *owned = fact;

  if (fact == NULL || *fact == '\0')
    return;
  if (facts->len > 0)
    g_string_append (facts, " · ");
  g_string_append (facts, fact);
}

static char *
facts_line (DaftarUiContext *ui,
            DaftarProfile   *profile)
{
  DaftarFormat *format = daftar_ui_context_get_format (ui);
  DaftarCustomer *customer = profile->customer;
  gint64 now = daftar_ui_context_now (ui);
  GString *facts = g_string_new (NULL);

  if (customer->company != NULL)
    add_fact (facts, daftar_bidi_isolate (customer->company));
  if (customer->city != NULL)
    add_fact (facts, daftar_bidi_isolate (customer->city));
  if (customer->value > 0)
    {
      g_autofree char *value = daftar_money_format (customer->value, profile->shop->currency, format);

      /* Translators: %s is an amount: the sum of what a customer bought so far. */
      add_fact (facts, g_strdup_printf (_("bought for %s"), value));
    }
  if (customer->last_contact_at != 0)
    {
      g_autofree char *last = daftar_format_moment (format, customer->last_contact_at, now, DAFTAR_MOMENT_RELATIVE);

      /* Translators: %s is when, as in "yesterday" or "3 days ago". */
      add_fact (facts, g_strdup_printf (_("last contact %s"), last));
    }
  if (customer->preferred_channel != DAFTAR_CHANNEL_NONE)
    /* Translators: %s is a channel such as WhatsApp. */
    add_fact (facts, g_strdup_printf (_("prefers %s"), daftar_enum_label (&daftar_enum_channel,
                                                                          customer->preferred_channel)));
  return g_string_free (facts, FALSE);
}

static GtkWidget *
make_tags (DaftarProfile *profile)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_auto (GStrv) tags = g_strsplit (profile->customer->tags != NULL ? profile->customer->tags : "", "\n", -1);

  if (profile->customer->n_open_tickets > 0 && profile->customer->worst_mood != DAFTAR_MOOD_CALM)
    {
      GtkWidget *mood = daftar_mood_icon_new ();

      daftar_mood_icon_set (mood, profile->customer->worst_mood);
      gtk_box_append (GTK_BOX (line), mood);
      gtk_box_append (GTK_BOX (line),
                      make_word (daftar_enum_label (&daftar_enum_mood, profile->customer->worst_mood),
                                  "daftar-reason"));
    }
  if (profile->customer->do_not_contact)
    {
      GtkWidget *mark = make_word (_("Do not contact"), "daftar-tag");

      gtk_widget_add_css_class (mark, "daftar-late");
      gtk_box_append (GTK_BOX (line), mark);
    }
  for (guint i = 0; tags[i] != NULL; i++)
    if (*tags[i] != '\0')
      gtk_box_append (GTK_BOX (line), make_word (tags[i], "daftar-tag"));
  gtk_widget_set_visible (line, gtk_widget_get_first_child (line) != NULL);
  return line;
}

/**
 * daftar_profile_header_new:
 * @ui: the context
 * @profile: a profile
 *
 * Returns: (transfer floating): the name as large as it deserves, and one line of facts
 */
GtkWidget *
daftar_profile_header_new (DaftarUiContext *ui,
                           DaftarProfile   *profile)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *avatar = daftar_avatar_new (72);
  GtkWidget *name = make_label (profile->customer->name, "title-1");
  g_autofree char *facts = facts_line (ui, profile);

  daftar_avatar_set_name (DAFTAR_AVATAR (avatar), profile->customer->name);
  gtk_widget_set_valign (avatar, GTK_ALIGN_START);
  gtk_widget_set_name (name, "profile-name");
  gtk_label_set_selectable (GTK_LABEL (name), TRUE);
  gtk_widget_set_can_focus (name, FALSE);
  gtk_box_append (GTK_BOX (text), name);
  if (profile->customer->nickname != NULL)
    gtk_box_append (GTK_BOX (text), make_label (profile->customer->nickname, "dim-label"));
  gtk_box_append (GTK_BOX (text), make_tags (profile));
  if (*facts != '\0')
    gtk_box_append (GTK_BOX (text), make_label (facts, "dim-label"));
  gtk_widget_set_valign (text, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (header), avatar);
  gtk_box_append (GTK_BOX (header), text);
  return header;
}

/* --- Buttons: reach them. -------------------------------------------------------------------------- */

static void
open_link_cb (GtkWidget *button)
{
  daftar_shell_open_uri (button, g_object_get_data (G_OBJECT (button), "uri"));
}

static GtkWidget *
make_round_button (const char *icon,
                   const char *label,
                   const char *uri,
                   gboolean    allowed)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_tooltip_text (button, allowed ? label : _("This customer does not want to be contacted"));
  gtk_widget_set_sensitive (button, allowed);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "uri", g_strdup (uri), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (open_link_cb), NULL);
  return button;
}

static char *
find_link (DaftarProfile       *profile,
           DaftarContactAction  action)
{
  for (guint i = 0; i < profile->points->len; i++)
    {
      char *link = daftar_contact_link (g_ptr_array_index (profile->points, i), action, NULL);

      if (link != NULL)
        return link;
    }
  return NULL;
}

/**
 * daftar_profile_buttons_new:
 * @ui: the context
 * @profile: a profile
 *
 * Returns: (transfer floating) (nullable): a round button for each way to reach the customer
 */
GtkWidget *
daftar_profile_buttons_new (DaftarUiContext *ui,
                            DaftarProfile   *profile)
{
  static const struct
  {
    DaftarContactAction action;
    const char *icon;
    const char *label;
  } buttons[] = {
    { DAFTAR_CONTACT_ACTION_CALL, "daftar-channel-phone-symbolic", N_("Call") },
    { DAFTAR_CONTACT_ACTION_WHATSAPP, "daftar-channel-whatsapp-symbolic", N_("WhatsApp") },
    { DAFTAR_CONTACT_ACTION_SMS, "daftar-channel-sms-symbolic", N_("SMS") },
    { DAFTAR_CONTACT_ACTION_MAIL, "daftar-channel-email-symbolic", N_("E-mail") },
    { DAFTAR_CONTACT_ACTION_MAP, "mark-location-symbolic", N_("Map") },
  };
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gboolean any = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      g_autofree char *link = find_link (profile, buttons[i].action);

      if (link == NULL)
        continue;
      any = TRUE;
      gtk_box_append (GTK_BOX (line),
                      make_round_button (buttons[i].icon, _(buttons[i].label), link,
                                         !profile->customer->do_not_contact
                                           || buttons[i].action == DAFTAR_CONTACT_ACTION_MAP));
    }
  if (any)
    return line;
  g_object_ref_sink (line);
  g_object_unref (line);
  return NULL;
}

/* --- Cards: what is promised and open. ------------------------------------------------------------- */

typedef struct
{
  const char *kind;
  gint64 id;
} Target;

static void
open_target_cb (GtkWidget *row,
                Target    *target)
{
  daftar_window_open (daftar_window_of (row), target->kind, target->id);
}

static void
target_free (gpointer  data,
             GClosure *closure)
{
  g_free (data);
}

/* A row of a card: icon, two lines, something at the end; pressed, it opens what it stands for. */
static GtkWidget *
make_card_row (const char *icon,
               const char *title,
               const char *second,
               GtkWidget  *end,
               const char *kind,
               gint64      id)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  g_autofree char *subtitle = second != NULL ? g_markup_escape_text (second, -1) : NULL;
  Target *target = g_new (Target, 1);

  target->kind = kind;
  target->id = id;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), icon);
  if (end != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), end);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_data (row, "activated", G_CALLBACK (open_target_cb), target, target_free, 0);
  return row;
}

static GtkWidget *
make_when (DaftarUiContext *ui,
           gint64           at,
           gboolean         late)
{
  g_autofree char *when = daftar_format_moment (daftar_ui_context_get_format (ui), at, daftar_ui_context_now (ui),
                                                DAFTAR_MOMENT_RELATIVE);
  GtkWidget *label = gtk_label_new (when);

  gtk_widget_add_css_class (label, late ? "daftar-late" : "dim-label");
  gtk_widget_add_css_class (label, "daftar-second");
  return label;
}

/**
 * daftar_profile_promised_new:
 * @ui: the context
 * @profile: a profile
 *
 * Returns: (transfer floating) (nullable): the open follow-ups
 */
GtkWidget *
daftar_profile_promised_new (DaftarUiContext *ui,
                             DaftarProfile   *profile)
{
  GtkWidget *group;

  if (profile->follow_ups->len == 0)
    return NULL;
  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Promised next"));
  for (guint i = 0; i < profile->follow_ups->len; i++)
    {
      DaftarFollowUp *follow_up = g_ptr_array_index (profile->follow_ups, i);
      gboolean late = follow_up->next_at < daftar_ui_context_now (ui);

      adw_preferences_group_add (
        ADW_PREFERENCES_GROUP (group),
        make_card_row (late ? "daftar-late-symbolic" : "daftar-followups-symbolic", follow_up->title, NULL,
                       make_when (ui, follow_up->next_at, late), "follow-up", DAFTAR_RECORD (follow_up)->id));
    }
  return group;
}

static GtkWidget *
make_ticket_row (DaftarUiContext *ui,
                 DaftarTicket    *ticket)
{
  g_autofree char *number = g_strdup_printf ("#%" G_GINT64_FORMAT, ticket->number);
  g_autofree char *isolated = daftar_bidi_ltr (number);
  g_autofree char *second = g_strdup_printf ("%s · %s · %s", isolated,
                                             daftar_enum_label (&daftar_enum_ticket_kind, ticket->kind),
                                             daftar_enum_label (&daftar_enum_ticket_status, ticket->status));
  gboolean late = ticket->next_at != 0 && ticket->next_at < daftar_ui_context_now (ui);

  return make_card_row (daftar_icon_for_channel (ticket->channel), ticket->subject, second,
                        make_when (ui, ticket->next_at, late), "ticket", DAFTAR_RECORD (ticket)->id);
}

static GtkWidget *
make_deal_row (DaftarUiContext *ui,
               DaftarDeal      *deal)
{
  g_autofree char *value = daftar_money_format (deal->value, deal->currency, daftar_ui_context_get_format (ui));
  GtkWidget *label = gtk_label_new (value);

  gtk_widget_add_css_class (label, "daftar-numbers");
  return make_card_row ("daftar-boards-symbolic", deal->title, deal->stage_name, label, "deal",
                        DAFTAR_RECORD (deal)->id);
}

/**
 * daftar_profile_open_new:
 * @ui: the context
 * @profile: a profile
 *
 * Returns: (transfer floating) (nullable): the open tickets and deals
 */
GtkWidget *
daftar_profile_open_new (DaftarUiContext *ui,
                         DaftarProfile   *profile)
{
  GtkWidget *group;

  if (profile->tickets->len == 0 && profile->deals->len == 0)
    return NULL;
  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Open now"));
  for (guint i = 0; i < profile->tickets->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               make_ticket_row (ui, g_ptr_array_index (profile->tickets, i)));
  for (guint i = 0; i < profile->deals->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               make_deal_row (ui, g_ptr_array_index (profile->deals, i)));
  return group;
}

/* --- Facts. ---------------------------------------------------------------------------------------- */

static void
copy_cb (GtkWidget *button)
{
  const char *value = g_object_get_data (G_OBJECT (button), "value");

  gdk_clipboard_set_text (gtk_widget_get_clipboard (button), value);
  daftar_window_toast (daftar_window_of (button), _("Copied"), NULL, NULL, NULL, NULL);
}

static GtkWidget *
make_copy_button (const char *value)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-copy-symbolic");
  /* What is copied is the bare value: isolates are for showing. */
  char *plain = daftar_bidi_strip (value);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Copy"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Copy"), -1);
  g_object_set_data_full (G_OBJECT (button), "value", plain, g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (copy_cb), NULL);
  return button;
}

static GtkWidget *
make_fact_row (const char *icon,
               const char *value,
               const char *label,
               gboolean    copy)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (value, -1);
  g_autofree char *subtitle = g_markup_escape_text (label, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  if (icon != NULL)
    adw_action_row_set_icon_name (ADW_ACTION_ROW (row), icon);
  if (copy)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_copy_button (value));
  return row;
}

static GtkWidget *
make_point_row (DaftarUiContext    *ui,
                DaftarContactPoint *point)
{
  g_autofree char *shown = NULL;
  g_autofree char *isolated = NULL;
  gboolean number = point->kind <= DAFTAR_CONTACT_KIND_WHATSAPP;

  if (number && point->norm != NULL && daftar_phone_is_assigned (point->norm))
    shown = daftar_phone_format (point->norm, daftar_ui_context_get_shop (ui)->country);
  if (point->kind == DAFTAR_CONTACT_KIND_ADDRESS)
    isolated = daftar_bidi_isolate (point->value);
  else
    isolated = daftar_bidi_ltr (shown != NULL ? shown : point->value);
  return make_fact_row (daftar_icon_for_contact_kind (point->kind), isolated,
                        point->label != NULL ? point->label : daftar_enum_label (&daftar_enum_contact_kind, point->kind),
                        TRUE);
}

static void
add_warranties (DaftarUiContext *ui,
                DaftarProfile   *profile,
                GtkWidget       *group)
{
  g_autofree char *today = daftar_ui_context_today (ui);

  for (guint i = 0; i < profile->purchases->len; i++)
    {
      DaftarPurchase *purchase = g_ptr_array_index (profile->purchases, i);
      g_autofree char *day = NULL;
      g_autofree char *label = NULL;

      if (purchase->warranty_until == NULL || strcmp (purchase->warranty_until, today) < 0)
        continue;
      day = daftar_format_day (daftar_ui_context_get_format (ui), purchase->warranty_until, DAFTAR_DAY_LONG);
      /* Translators: %s is a day. */
      label = g_strdup_printf (_("Warranty until %s"), day);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                 make_fact_row ("daftar-purchase-symbolic",
                                                purchase->items != NULL ? purchase->items : _("Purchase"), label,
                                                FALSE));
    }
}

/**
 * daftar_profile_facts_new:
 * @ui: the context
 * @profile: a profile
 *
 * Returns: (transfer floating): what stands fixed: contact points, occasions, warranty, pinned note
 */
GtkWidget *
daftar_profile_facts_new (DaftarUiContext *ui,
                          DaftarProfile   *profile)
{
  GtkWidget *group = adw_preferences_group_new ();
  DaftarFormat *format = daftar_ui_context_get_format (ui);
  g_autofree char *since = NULL;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Details"));
  if (profile->customer->note != NULL)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               make_fact_row ("daftar-pin-symbolic", profile->customer->note, _("Pinned note"), FALSE));
  for (guint i = 0; i < profile->points->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               make_point_row (ui, g_ptr_array_index (profile->points, i)));
  for (guint i = 0; i < profile->occasions->len; i++)
    {
      DaftarOccasion *occasion = g_ptr_array_index (profile->occasions, i);
      g_autofree char *day = daftar_format_day (format, occasion->day, DAFTAR_DAY_LONG);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                 make_fact_row ("daftar-occasion-symbolic", day != NULL ? day : occasion->day,
                                                daftar_enum_label (&daftar_enum_occasion_kind, occasion->kind), FALSE));
    }
  add_warranties (ui, profile, group);
  since = daftar_format_moment (format, profile->customer->created_at, daftar_ui_context_now (ui),
                                DAFTAR_MOMENT_EXACT);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             make_fact_row ("daftar-customers-symbolic", since, _("In the notebook since"), FALSE));
  return group;
}

/* --- Timeline. ------------------------------------------------------------------------------------- */

static const char *
timeline_icon (DaftarInteraction *entry)
{
  switch (entry->kind)
    {
    case DAFTAR_INTERACTION_KIND_TICKET:
      return "daftar-inbox-symbolic";
    case DAFTAR_INTERACTION_KIND_STAGE:
      return "daftar-stage-symbolic";
    case DAFTAR_INTERACTION_KIND_PURCHASE:
      return "daftar-purchase-symbolic";
    case DAFTAR_INTERACTION_KIND_FOLLOW_UP:
      return "daftar-check-symbolic";
    case DAFTAR_INTERACTION_KIND_NOTE:
      return "daftar-note-symbolic";
    default:
      return daftar_icon_for_channel (entry->channel);
    }
}

static char *
timeline_heading (DaftarUiContext   *ui,
                  DaftarInteraction *entry)
{
  g_autofree char *amount = entry->amount > 0 && entry->currency != NULL
                              ? daftar_money_format (entry->amount, entry->currency, daftar_ui_context_get_format (ui))
                              : NULL;
  g_autofree char *title = entry->title != NULL ? daftar_bidi_isolate (entry->title) : NULL;

  switch (entry->kind)
    {
    case DAFTAR_INTERACTION_KIND_TICKET:
      /* Translators: %1$s is a ticket's number, %2$s what it is about. */
      {
        g_autofree char *number = g_strdup_printf ("\u2066#%" G_GINT64_FORMAT "\u2069", entry->ticket_number);

        return g_strdup_printf (_("Ticket %1$s: %2$s"), number, title);
      }
    case DAFTAR_INTERACTION_KIND_STAGE:
      /* Translators: %1$s is a deal, %2$s the stage it came to. */
      return g_strdup_printf (_("%1$s: now at “%2$s”"), title, entry->body);
    case DAFTAR_INTERACTION_KIND_PURCHASE:
      /* Translators: %s is an amount. */
      return g_strdup_printf (_("Bought for %s"), amount != NULL ? amount : "");
    case DAFTAR_INTERACTION_KIND_FOLLOW_UP:
      if (entry->result == DAFTAR_FOLLOW_UP_RESULT_NONE)
        return g_strdup (entry->title);
      return g_strdup_printf ("%s · %s", title, daftar_enum_label (&daftar_enum_follow_up_result, entry->result));
    case DAFTAR_INTERACTION_KIND_NOTE:
      return g_strdup (daftar_enum_label (&daftar_enum_interaction_kind, entry->kind));
    default:
      return g_strdup_printf ("%s · %s", daftar_enum_label (&daftar_enum_channel, entry->channel),
                              daftar_enum_label (&daftar_enum_contact_direction, entry->direction));
    }
}

static GtkWidget *
make_meta (DaftarUiContext   *ui,
           DaftarInteraction *entry)
{
  DaftarFormat *format = daftar_ui_context_get_format (ui);
  g_autofree char *when = daftar_format_moment (format, entry->at, daftar_ui_context_now (ui), DAFTAR_MOMENT_RELATIVE);
  g_autofree char *exact = daftar_format_moment (format, entry->at, daftar_ui_context_now (ui), DAFTAR_MOMENT_EXACT);
  g_autofree char *text =
    entry->staff_name != NULL ? g_strdup_printf ("%s · %s", when, entry->staff_name) : g_strdup (when);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "daftar-second");
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (label, exact);
  return label;
}

/**
 * daftar_timeline_row_new:
 * @ui: the context
 * @entry: something that happened
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
daftar_timeline_row_new (DaftarUiContext   *ui,
                         DaftarInteraction *entry)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name (timeline_icon (entry));
  g_autofree char *heading = timeline_heading (ui, entry);
  GtkWidget *title = make_label (heading, "daftar-reason");
  gboolean body_is_heading = entry->kind == DAFTAR_INTERACTION_KIND_STAGE;

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (icon, "daftar-timeline-icon");
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (line), title);
  gtk_box_append (GTK_BOX (line), make_meta (ui, entry));
  gtk_box_append (GTK_BOX (text), line);
  if (entry->body != NULL && *entry->body != '\0' && !body_is_heading)
    {
      GtkWidget *body = make_label (entry->body, NULL);

      /* A long address must not widen the window. */
      gtk_label_set_wrap_mode (GTK_LABEL (body), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_selectable (GTK_LABEL (body), TRUE);
      gtk_widget_set_can_focus (body, FALSE);
      gtk_box_append (GTK_BOX (text), body);
    }
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), text);
  gtk_widget_add_css_class (row, "daftar-timeline-row");
  return row;
}
