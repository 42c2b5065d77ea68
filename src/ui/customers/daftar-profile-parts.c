/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-profile-parts.h"

#include "daftar-avatar.h"
#include "daftar-bidi.h"
#include "daftar-date.h"
#include "daftar-fact-rows.h"
#include "daftar-greeting.h"
#include "daftar-icons.h"
#include "daftar-money.h"
#include "daftar-reach.h"
#include "daftar-window.h"
#include "daftar-wrap.h"

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
preference (DaftarCustomer *customer)
{
  const char *channel = daftar_enum_label (&daftar_enum_channel, customer->preferred_channel);
  g_autofree char *time = customer->contact_time != NULL ? daftar_bidi_isolate (customer->contact_time) : NULL;

  if (customer->preferred_channel == DAFTAR_CHANNEL_NONE)
    return g_steal_pointer (&time);
  if (time == NULL)
    /* Translators: %s is a channel such as WhatsApp. */
    return g_strdup_printf (_("prefers %s"), channel);
  /* Translators: %1$s is a channel such as WhatsApp, %2$s when they like to be reached, in the shop's own words. */
  return g_strdup_printf (_("prefers %1$s, %2$s"), channel, time);
}

static char *
facts_line (DaftarUiContext *ui,
            DaftarProfile   *profile)
{
  DaftarFormat *format = daftar_ui_context_get_format (ui);
  DaftarCustomer *customer = profile->customer;
  g_autofree char *day = daftar_date_from_moment (customer->created_at, daftar_format_get_zone (format), NULL);
  g_autofree char *since = daftar_format_day (format, day, DAFTAR_DAY_SHORT);
  GString *facts = g_string_new (NULL);

  /* Translators: %s is a day. */
  add_fact (facts, g_strdup_printf (_("customer since %s"), since));
  if (customer->value > 0)
    {
      g_autofree char *value = daftar_money_format (customer->value, profile->shop->currency, format);

      /* Translators: %s is an amount: the sum of what a customer bought so far. */
      add_fact (facts, g_strdup_printf (_("bought for %s"), value));
    }
  if (customer->last_contact_at != 0)
    {
      g_autofree char *last = daftar_format_moment (format, customer->last_contact_at, daftar_ui_context_now (ui),
                                                    DAFTAR_MOMENT_RELATIVE);

      /* Translators: %s is when, as in "yesterday" or "3 days ago". */
      add_fact (facts, g_strdup_printf (_("last contact %s"), last));
    }
  add_fact (facts, preference (customer));
  /* It goes the way of the page, whatever letters it begins with. */
  g_string_prepend (facts, daftar_fact_page_mark ());
  return g_string_free (facts, FALSE);
}

static void
add_tag (GtkWidget  *flow,
         const char *text,
         const char *css_class)
{
  g_autofree char *isolated = daftar_bidi_isolate (text);
  GtkWidget *tag = make_word (isolated, "daftar-tag");

  gtk_label_set_ellipsize (GTK_LABEL (tag), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (tag), 24);
  gtk_label_set_width_chars (GTK_LABEL (tag), MIN (4, (int) g_utf8_strlen (text, -1)));
  if (css_class != NULL)
    gtk_widget_add_css_class (tag, css_class);
  gtk_widget_set_halign (tag, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (flow), tag);
}

static GtkWidget *
make_tags (DaftarProfile *profile)
{
  GtkWidget *line = daftar_wrap_new (6);
  g_auto (GStrv) tags = g_strsplit (profile->customer->tags != NULL ? profile->customer->tags : "", "\n", -1);

  if (profile->customer->n_open_tickets > 0 && profile->customer->worst_mood != DAFTAR_MOOD_CALM)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *mood = daftar_mood_icon_new ();

      daftar_mood_icon_set (mood, profile->customer->worst_mood);
      gtk_box_append (GTK_BOX (box), mood);
      gtk_box_append (GTK_BOX (box),
                      make_word (daftar_enum_label (&daftar_enum_mood, profile->customer->worst_mood),
                                  "daftar-reason"));
      gtk_box_append (GTK_BOX (line), box);
    }
  if (profile->customer->kind == DAFTAR_CUSTOMER_KIND_BUSINESS)
    add_tag (line, daftar_enum_label (&daftar_enum_customer_kind, DAFTAR_CUSTOMER_KIND_BUSINESS), NULL);
  if (profile->customer->do_not_contact)
    add_tag (line, _("Do not contact"), "daftar-late");
  for (guint i = 0; tags[i] != NULL; i++)
    if (*tags[i] != '\0')
      add_tag (line, tags[i], NULL);
  gtk_widget_set_visible (line, gtk_widget_get_first_child (line) != NULL);
  return line;
}

static GMenuModel *
make_photo_menu (DaftarProfile *profile)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _("_Choose a Picture…"), "profile.photo-choose");
  g_menu_append (menu, _("_Paste a Picture"), "profile.photo-paste");
  if (profile->photo != NULL)
    g_menu_append (menu, _("_Remove the Picture"), "profile.photo-remove");
  return G_MENU_MODEL (menu);
}

static GtkWidget *
make_avatar (DaftarProfile *profile)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *avatar = daftar_avatar_new (72);
  g_autoptr (GMenuModel) menu = make_photo_menu (profile);
  g_autoptr (GdkTexture) picture =
    profile->photo != NULL ? gdk_texture_new_from_bytes (profile->photo, NULL) : NULL;

  daftar_avatar_set_name (DAFTAR_AVATAR (avatar), profile->customer->name);
  daftar_avatar_set_picture (DAFTAR_AVATAR (avatar), picture != NULL ? GDK_PAINTABLE (picture) : NULL);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), avatar);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_set_name (button, "profile-photo");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "daftar-photo");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _("Picture"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Picture"), -1);
  return button;
}

/* What one says to them, unless that is how the name above begins. */
static void
add_greeting (GtkWidget      *text,
              DaftarCustomer *customer)
{
  g_autofree char *greeting = daftar_greeting_name (customer);
  GtkWidget *label;

  if (g_str_has_prefix (customer->name, greeting))
    return;
  label = make_label (greeting, "dim-label");
  gtk_widget_set_name (label, "profile-greeting");
  gtk_widget_set_tooltip_text (label, _("How they are addressed"));
  gtk_box_append (GTK_BOX (text), label);
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
  GtkWidget *name = make_label (profile->customer->name, "title-1");
  g_autofree char *facts = facts_line (ui, profile);

  gtk_widget_set_name (name, "profile-name");
  gtk_label_set_wrap_mode (GTK_LABEL (name), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (name), 8);
  gtk_label_set_selectable (GTK_LABEL (name), TRUE);
  gtk_widget_set_can_focus (name, FALSE);
  gtk_box_append (GTK_BOX (text), name);
  add_greeting (text, profile->customer);
  gtk_box_append (GTK_BOX (text), make_tags (profile));
  gtk_box_append (GTK_BOX (text), make_label (facts, "dim-label"));
  gtk_widget_set_valign (text, GTK_ALIGN_START);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (header), make_avatar (profile));
  gtk_box_append (GTK_BOX (header), text);
  return header;
}

/* --- Buttons: reach them. -------------------------------------------------------------------------- */

/* In words beside the icon where one can't press it: why not. */
static GtkWidget *
make_round_button (const DaftarReach *reach,
                   const char        *refusal)
{
  GtkWidget *button = gtk_button_new_from_icon_name (reach->icon);
  g_autofree char *name = g_strdup_printf ("reach-%d", reach->action);
  g_autofree char *label = refusal != NULL ? g_strdup_printf ("%s: %s", _(reach->label), refusal)
                                           : g_strdup (_(reach->label));

  gtk_widget_set_name (button, name);
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_tooltip_text (button, refusal != NULL ? refusal : _(reach->label));
  gtk_widget_set_sensitive (button, refusal == NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), refusal == NULL ? "profile.reach" : NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", (int) reach->action);
  if (refusal != NULL)
    gtk_widget_set_sensitive (button, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}

/**
 * daftar_profile_buttons_new:
 * @ui: the context
 * @profile: a profile
 *
 * Returns: (transfer floating) (nullable): a round button for each way to reach the customer; those that are not
 *   allowed say why
 */
GtkWidget *
daftar_profile_buttons_new (DaftarUiContext *ui,
                            DaftarProfile   *profile)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *reason = NULL;

  for (guint i = 0; i < DAFTAR_N_REACH; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *link = daftar_reach_link (profile, NULL, daftar_reach[i].action, &error);

      if (link == NULL && error == NULL)
        continue;
      if (error != NULL && reason == NULL)
        reason = g_strdup (error->message);
      gtk_box_append (GTK_BOX (line), make_round_button (&daftar_reach[i], error != NULL ? error->message : NULL));
    }
  if (reason != NULL)
    {
      GtkWidget *label = make_label (reason, "daftar-second");

      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_set_name (label, "reach-refusal");
      gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (line), label);
    }
  if (gtk_widget_get_first_child (line) != NULL)
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
row_activated_cb (GtkListBox    *list,
                  GtkListBoxRow *row)
{
  Target *target = g_object_get_data (G_OBJECT (row), "target");

  daftar_window_open (daftar_window_of (GTK_WIDGET (list)), target->kind, target->id);
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
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *isolated = daftar_bidi_isolate (title);
  Target *target = g_new (Target, 1);

  target->kind = kind;
  target->id = id;
  gtk_box_append (GTK_BOX (text), make_label (isolated, NULL));
  if (second != NULL)
    {
      GtkWidget *label = make_label (second, "dim-label");

      gtk_widget_add_css_class (label, "daftar-second");
      gtk_box_append (GTK_BOX (text), label);
    }
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_valign (text, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (line), text);
  if (end != NULL)
    gtk_box_append (GTK_BOX (line), end);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_widget_add_css_class (row, "daftar-card-row");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data_full (G_OBJECT (row), "target", target, g_free);
  return row;
}

/* A heading and the card below it. */
static GtkWidget *
make_card (const char *title,
           GtkWidget **list)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = make_label (title, "heading");

  *list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (*list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (*list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (*list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect (*list, "row-activated", G_CALLBACK (row_activated_cb), NULL);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), *list);
  return box;
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
  GtkWidget *group, *list;

  if (profile->follow_ups->len == 0)
    return NULL;
  group = make_card (_("Promised next"), &list);
  for (guint i = 0; i < profile->follow_ups->len; i++)
    {
      DaftarFollowUp *follow_up = g_ptr_array_index (profile->follow_ups, i);
      gboolean late = follow_up->next_at < daftar_ui_context_now (ui);

      gtk_list_box_append (
        GTK_LIST_BOX (list),
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
  GtkWidget *group, *list;

  if (profile->tickets->len == 0 && profile->deals->len == 0)
    return NULL;
  group = make_card (_("Open now"), &list);
  for (guint i = 0; i < profile->tickets->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), make_ticket_row (ui, g_ptr_array_index (profile->tickets, i)));
  for (guint i = 0; i < profile->deals->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), make_deal_row (ui, g_ptr_array_index (profile->deals, i)));
  return group;
}

/* --- Pinned: what must not be overlooked. ---------------------------------------------------------- */

static void
add_menu_item (GMenu      *menu,
               const char *label,
               const char *action,
               gint64      id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", id);
  g_menu_append_item (menu, item);
}

static GtkWidget *
make_pinned_menu (DaftarInteraction *note)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  if (note == NULL)
    g_menu_append (menu, _("_Edit…"), "profile.edit-note");
  else
    {
      add_menu_item (menu, _("_Edit…"), "timeline.edit", DAFTAR_RECORD (note)->id);
      add_menu_item (menu, _("_Unpin"), "timeline.pin", DAFTAR_RECORD (note)->id);
      add_menu_item (menu, _("_Delete"), "timeline.delete", DAFTAR_RECORD (note)->id);
    }
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _("More"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("More"), -1);
  return button;
}

static GtkWidget *
make_pinned (const char        *text,
             DaftarInteraction *note)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name ("daftar-pin-symbolic");
  GtkWidget *label = make_label (text, NULL);

  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_can_focus (label, FALSE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (icon, _("Pinned note"));
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), make_pinned_menu (note));
  gtk_widget_add_css_class (box, "daftar-pinned");
  return box;
}

/**
 * daftar_profile_pinned_new:
 * @ui: the context
 * @profile: a profile
 *
 * Returns: (transfer floating) (nullable): the note about the customer and those that were pinned
 */
GtkWidget *
daftar_profile_pinned_new (DaftarUiContext *ui,
                           DaftarProfile   *profile)
{
  GtkWidget *box;

  if (profile->customer->note == NULL && profile->pinned->len == 0)
    return NULL;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_name (box, "profile-pinned");
  if (profile->customer->note != NULL)
    gtk_box_append (GTK_BOX (box), make_pinned (profile->customer->note, NULL));
  for (guint i = 0; i < profile->pinned->len; i++)
    {
      DaftarInteraction *note = g_ptr_array_index (profile->pinned, i);

      gtk_box_append (GTK_BOX (box), make_pinned (note->body, note));
    }
  return box;
}
