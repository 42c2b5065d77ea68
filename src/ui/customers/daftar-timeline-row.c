/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-timeline-row.h"

#include "daftar-bidi.h"
#include "daftar-icons.h"
#include "daftar-money.h"
#include "daftar-text.h"

#include <glib/gi18n.h>

#define MAX_MATCHES 32

struct _DaftarTimelineRow
{
  GtkWidget parent_instance;

  DaftarUiContext *ui;
  DaftarInteraction *entry; /* nullable */
  GtkWidget *box;
  GtkWidget *icon;
  GtkWidget *heading;
  GtkWidget *pin;
  GtkWidget *when;
  GtkWidget *body;
  GtkWidget *menu;
};

G_DEFINE_FINAL_TYPE (DaftarTimelineRow, daftar_timeline_row, GTK_TYPE_WIDGET)

/* --- An entry in words. ---------------------------------------------------------------------------- */

/**
 * daftar_timeline_entry_icon:
 * @entry: something that happened
 *
 * Returns: its icon
 */
const char *
daftar_timeline_entry_icon (DaftarInteraction *entry)
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
ticket_heading (DaftarInteraction *entry,
                const char        *title)
{
  g_autofree char *plain = g_strdup_printf ("#%" G_GINT64_FORMAT, entry->ticket_number);
  g_autofree char *number = daftar_bidi_ltr (plain);

  /* Translators: %1$s is a ticket's number, %2$s what it is about. */
  return g_strdup_printf (_("Ticket %1$s: %2$s"), number, title);
}

/* A message says in which ticket, a contact on which channel, both in which direction. */
static char *
talk_heading (DaftarInteraction *entry)
{
  g_autofree char *plain = g_strdup_printf ("#%" G_GINT64_FORMAT, entry->ticket_number);
  g_autofree char *number = daftar_bidi_ltr (plain);
  const char *channel = daftar_enum_label (&daftar_enum_channel, entry->channel);
  const char *direction = daftar_enum_label (&daftar_enum_contact_direction, entry->direction);

  if (entry->ticket_number != 0)
    return g_strdup_printf ("%s · %s · %s", channel, direction, number);
  return g_strdup_printf ("%s · %s", channel, direction);
}

/**
 * daftar_timeline_entry_heading:
 * @ui: the context
 * @entry: something that happened
 *
 * Returns: (transfer full): what it was, in a line
 */
char *
daftar_timeline_entry_heading (DaftarUiContext   *ui,
                               DaftarInteraction *entry)
{
  g_autofree char *amount = entry->amount > 0 && entry->currency != NULL
                              ? daftar_money_format (entry->amount, entry->currency, daftar_ui_context_get_format (ui))
                              : NULL;
  g_autofree char *title = entry->title != NULL ? daftar_bidi_isolate (entry->title) : g_strdup ("");
  g_autofree char *body = daftar_bidi_isolate (entry->body);

  switch (entry->kind)
    {
    case DAFTAR_INTERACTION_KIND_TICKET:
      return ticket_heading (entry, title);
    case DAFTAR_INTERACTION_KIND_STAGE:
      /* Translators: %1$s is a deal, %2$s the stage it came to. */
      return g_strdup_printf (_("%1$s: now at “%2$s”"), title, body);
    case DAFTAR_INTERACTION_KIND_PURCHASE:
      /* Translators: %s is an amount. */
      return g_strdup_printf (_("Bought for %s"), amount != NULL ? amount : "");
    case DAFTAR_INTERACTION_KIND_FOLLOW_UP:
      if (entry->result == DAFTAR_FOLLOW_UP_RESULT_NONE)
        return g_strdup (title);
      return g_strdup_printf ("%s · %s", title, daftar_enum_label (&daftar_enum_follow_up_result, entry->result));
    case DAFTAR_INTERACTION_KIND_NOTE:
      return g_strdup (daftar_enum_label (&daftar_enum_interaction_kind, entry->kind));
    default:
      return talk_heading (entry);
    }
}

/**
 * daftar_timeline_entry_is_own:
 * @entry: something that happened
 *
 * Returns: whether it was written down on the page itself, and can be changed there
 */
gboolean
daftar_timeline_entry_is_own (DaftarInteraction *entry)
{
  /* What is kept as something else (a ticket's note, a purchase) comes without a version of its own. */
  return DAFTAR_RECORD (entry)->version > 0;
}

/**
 * daftar_timeline_entry_target:
 * @entry: something that happened
 * @kind: (out): the kind of what it belongs to
 * @id: (out): its id
 *
 * Returns: whether it belongs to something that can be opened
 */
gboolean
daftar_timeline_entry_target (DaftarInteraction *entry,
                              const char       **kind,
                              gint64            *id)
{
  *kind = entry->ticket_id != 0 ? "ticket" : entry->deal_id != 0 ? "deal" : entry->follow_up_id != 0 ? "follow-up" : NULL;
  *id = entry->ticket_id != 0 ? entry->ticket_id : entry->deal_id != 0 ? entry->deal_id : entry->follow_up_id;
  return *kind != NULL;
}

/* --- Its menu, made when it is opened. ------------------------------------------------------------- */

static void
add_item (GMenu      *menu,
          const char *label,
          const char *action,
          GVariant   *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

static void
create_menu (GtkMenuButton *button,
             gpointer       data)
{
  DaftarTimelineRow *self = data;
  DaftarInteraction *entry = self->entry;
  g_autoptr (GMenu) menu = g_menu_new ();
  const char *kind;
  gint64 id;

  if (entry == NULL)
    return;
  id = DAFTAR_RECORD (entry)->id;
  if (daftar_timeline_entry_is_own (entry))
    {
      add_item (menu, _("_Edit…"), "timeline.edit", g_variant_new_int64 (id));
      add_item (menu, entry->pinned ? _("_Unpin") : _("_Pin"), "timeline.pin", g_variant_new_int64 (id));
    }
  if (entry->body != NULL)
    add_item (menu, _("_Copy"), "timeline.copy", g_variant_new ("(ix)", (int) entry->kind, id));
  if (daftar_timeline_entry_is_own (entry))
    add_item (menu, _("_Delete"), "timeline.delete", g_variant_new_int64 (id));
  if (daftar_timeline_entry_target (entry, &kind, &id))
    add_item (menu, _("_Open"), "timeline.open", g_variant_new ("(sx)", kind, id));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

/**
 * daftar_timeline_row_popup:
 * @self: the row
 *
 * Opens its menu.
 */
void
daftar_timeline_row_popup (DaftarTimelineRow *self)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->menu));
}

static void
pressed_cb (DaftarTimelineRow *self)
{
  daftar_timeline_row_popup (self);
}

/* --- Showing. -------------------------------------------------------------------------------------- */

static void
highlight (GtkWidget  *label,
           const char *query)
{
  const char *text = gtk_label_get_text (GTK_LABEL (label));
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  DaftarTextRange ranges[MAX_MATCHES];
  guint n = query != NULL && *query != '\0' ? daftar_text_find_matches (text, query, ranges, MAX_MATCHES) : 0;

  for (guint i = 0; i < MIN (n, MAX_MATCHES); i++)
    {
      PangoAttribute *line = pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);
      PangoAttribute *weight = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      line->start_index = weight->start_index = ranges[i].start;
      line->end_index = weight->end_index = ranges[i].end;
      pango_attr_list_insert (attributes, line);
      pango_attr_list_insert (attributes, weight);
    }
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
}

static void
set_when (DaftarTimelineRow *self)
{
  DaftarFormat *format = daftar_ui_context_get_format (self->ui);
  gint64 now = daftar_ui_context_now (self->ui);
  g_autofree char *when = daftar_format_moment (format, self->entry->at, now, DAFTAR_MOMENT_RELATIVE);
  g_autofree char *exact = daftar_format_moment (format, self->entry->at, now, DAFTAR_MOMENT_EXACT);
  g_autofree char *staff = self->entry->staff_name != NULL ? daftar_bidi_isolate (self->entry->staff_name) : NULL;
  g_autofree char *text = staff != NULL ? g_strdup_printf ("%s · %s", when, staff) : g_strdup (when);

  gtk_label_set_label (GTK_LABEL (self->when), text);
  gtk_widget_set_tooltip_text (self->when, exact);
}

/**
 * daftar_timeline_row_set:
 * @self: the row
 * @entry: (nullable): what it shows
 * @query: (nullable): words that are highlighted
 */
void
daftar_timeline_row_set (DaftarTimelineRow *self,
                         DaftarInteraction *entry,
                         const char        *query)
{
  g_autofree char *heading = NULL;
  gboolean body;
  const char *kind;
  gint64 id;

  g_set_object (&self->entry, entry);
  if (entry == NULL)
    return;
  heading = daftar_timeline_entry_heading (self->ui, entry);
  body = entry->body != NULL && *entry->body != '\0' && entry->kind != DAFTAR_INTERACTION_KIND_STAGE;
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), daftar_timeline_entry_icon (entry));
  gtk_label_set_label (GTK_LABEL (self->heading), heading);
  gtk_widget_set_tooltip_text (self->heading, heading);
  gtk_label_set_label (GTK_LABEL (self->body), body ? entry->body : "");
  gtk_widget_set_visible (self->body, body);
  gtk_widget_set_visible (self->pin, entry->pinned);
  gtk_widget_set_visible (self->menu, body || daftar_timeline_entry_target (entry, &kind, &id));
  highlight (self->heading, query);
  highlight (self->body, query);
  set_when (self);
}

DaftarInteraction *
daftar_timeline_row_get (DaftarTimelineRow *self)
{
  return self->entry;
}

/* --- The object. ----------------------------------------------------------------------------------- */

static void
daftar_timeline_row_dispose (GObject *object)
{
  DaftarTimelineRow *self = DAFTAR_TIMELINE_ROW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->entry);
  g_clear_object (&self->ui);
  G_OBJECT_CLASS (daftar_timeline_row_parent_class)->dispose (object);
}

static void
daftar_timeline_row_class_init (DaftarTimelineRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daftar_timeline_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
make_body (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  /* A long address must not widen the window. */
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  return label;
}

/* Of one line. GTK 4.8 contradicts itself about the height of a label that wraps beside something else in a list. */
static GtkWidget *
make_line (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_menu_button (DaftarTimelineRow *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_menu, self, NULL);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "daftar-row-menu");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_set_tooltip_text (button, _("More"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("More"), -1);
  return button;
}

static void
daftar_timeline_row_init (DaftarTimelineRow *self)
{
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkGesture *second = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->icon = gtk_image_new ();
  gtk_widget_set_valign (self->icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->icon, "daftar-timeline-icon");
  self->heading = make_line ("daftar-reason");
  gtk_widget_set_hexpand (self->heading, TRUE);
  self->pin = gtk_image_new_from_icon_name ("daftar-pin-symbolic");
  gtk_widget_set_tooltip_text (self->pin, _("Pinned"));
  gtk_widget_set_valign (self->pin, GTK_ALIGN_START);
  self->when = make_line ("dim-label");
  gtk_widget_add_css_class (self->when, "daftar-second");
  self->body = make_body ();
  gtk_box_append (GTK_BOX (line), self->heading);
  gtk_box_append (GTK_BOX (line), self->pin);
  gtk_box_append (GTK_BOX (text), line);
  gtk_box_append (GTK_BOX (text), self->body);
  gtk_box_append (GTK_BOX (text), self->when);
  gtk_widget_set_hexpand (text, TRUE);
  self->menu = make_menu_button (self);
  gtk_box_append (GTK_BOX (self->box), self->icon);
  gtk_box_append (GTK_BOX (self->box), text);
  gtk_box_append (GTK_BOX (self->box), self->menu);
  gtk_widget_add_css_class (self->box, "daftar-timeline-row");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (second), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (second, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (second));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
}

/**
 * daftar_timeline_row_new:
 * @ui: the context
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
daftar_timeline_row_new (DaftarUiContext *ui)
{
  DaftarTimelineRow *self = g_object_new (DAFTAR_TYPE_TIMELINE_ROW, NULL);

  self->ui = g_object_ref (ui);
  return GTK_WIDGET (self);
}
