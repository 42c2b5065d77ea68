/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-composer.h"

#include "daftar-contact-rule.h"
#include "daftar-entry.h"
#include "daftar-icons.h"
#include "daftar-number.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define MAX_WIDTH 720
#define MAX_TEXT_HEIGHT 220

/* The place at the foot of a conversation: what sort of entry, on which channel, the words, send. What is
 * not sent yet is kept for each ticket while one looks at others. */
struct _DaftarComposer
{
  GtkWidget parent_instance;

  DaftarUiContext *ui;
  gint64 ticket_id;
  GHashTable *drafts; /* ticket id → text */

  GtkWidget *clamp;
  GtkWidget *modes[DAFTAR_N_COMPOSER_MODES];
  GtkWidget *channel;
  GtkWidget *minutes;
  GtkWidget *hint;
  GtkWidget *text;
  GtkWidget *send;
  GtkWidget *save;
  GtkWidget *send_stack;
};

G_DEFINE_FINAL_TYPE (DaftarComposer, daftar_composer, GTK_TYPE_WIDGET)

/* Every channel but "none". */
#define N_CHANNELS (DAFTAR_N_CHANNEL - 1)

static DaftarChannel
get_channel (DaftarComposer *self)
{
  return gtk_drop_down_get_selected (GTK_DROP_DOWN (self->channel)) + 1;
}

static void
set_channel (DaftarComposer *self,
             DaftarChannel   channel)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->channel), channel == DAFTAR_CHANNEL_NONE ? 0 : channel - 1);
}

static DaftarComposerMode
get_mode (DaftarComposer *self)
{
  for (guint i = 0; i < DAFTAR_N_COMPOSER_MODES; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->modes[i])))
      return i;
  return DAFTAR_COMPOSER_REPLY;
}

static const char *
hint_for (DaftarComposerMode mode)
{
  switch (mode)
    {
    case DAFTAR_COMPOSER_RECEIVED:
      return _("What the customer wrote or said…");
    case DAFTAR_COMPOSER_NOTE:
      return _("A note that only the shop sees…");
    case DAFTAR_COMPOSER_CALL:
      return _("What was said in the call…");
    case DAFTAR_COMPOSER_REPLY:
    default:
      return _("Write an answer…");
    }
}

static char *
get_text (DaftarComposer *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
set_text (DaftarComposer *self,
          const char     *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)), text != NULL ? text : "", -1);
}

static void
update (DaftarComposer *self)
{
  DaftarComposerMode mode = get_mode (self);
  g_autofree char *text = get_text (self);
  gboolean empty = *g_strstrip (text) == '\0';

  gtk_widget_set_visible (self->channel, mode != DAFTAR_COMPOSER_NOTE);
  gtk_widget_set_visible (self->minutes, mode == DAFTAR_COMPOSER_CALL);
  gtk_label_set_label (GTK_LABEL (self->hint), hint_for (mode));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, hint_for (mode), -1);
  gtk_stack_set_visible_child (GTK_STACK (self->send_stack), mode == DAFTAR_COMPOSER_REPLY ? self->send : self->save);
  gtk_widget_set_sensitive (self->send_stack, !empty || mode == DAFTAR_COMPOSER_CALL);
  if (mode == DAFTAR_COMPOSER_NOTE)
    gtk_widget_add_css_class (self->clamp, "daftar-note-mode");
  else
    gtk_widget_remove_css_class (self->clamp, "daftar-note-mode");
}

static void
text_changed_cb (DaftarComposer *self)
{
  g_autofree char *text = get_text (self);

  gtk_widget_set_visible (self->hint, *text == '\0');
  update (self);
}

static void
mode_cb (DaftarComposer *self)
{
  if (get_mode (self) == DAFTAR_COMPOSER_CALL)
    set_channel (self, DAFTAR_CHANNEL_PHONE);
  update (self);
}

static void
daftar_composer_dispose (GObject *object)
{
  DaftarComposer *self = DAFTAR_COMPOSER (object);

  g_clear_pointer (&self->clamp, gtk_widget_unparent);
  g_clear_pointer (&self->drafts, g_hash_table_unref);
  g_clear_object (&self->ui);
  G_OBJECT_CLASS (daftar_composer_parent_class)->dispose (object);
}

static void
daftar_composer_class_init (DaftarComposerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daftar_composer_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "inbox.send", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "inbox.send", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "inbox.leave-composer", NULL);
}

static GtkWidget *
make_modes (DaftarComposer *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  const char *labels[DAFTAR_N_COMPOSER_MODES] = {
    /* Translators: what is being written: an answer to the customer. */
    [DAFTAR_COMPOSER_REPLY] = C_("composer", "Reply"),
    /* Translators: what is being written: words of the customer. */
    [DAFTAR_COMPOSER_RECEIVED] = C_("composer", "Received"),
    [DAFTAR_COMPOSER_NOTE] = C_("composer", "Note"),
    [DAFTAR_COMPOSER_CALL] = C_("composer", "Call"),
  };
  static const char *const names[] = { "mode-reply", "mode-received", "mode-note", "mode-call" };

  gtk_widget_add_css_class (box, "linked");
  for (guint i = 0; i < DAFTAR_N_COMPOSER_MODES; i++)
    {
      self->modes[i] = gtk_toggle_button_new_with_label (labels[i]);
      gtk_widget_set_name (self->modes[i], names[i]);
      gtk_widget_add_css_class (self->modes[i], "daftar-second");
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->modes[i]), GTK_TOGGLE_BUTTON (self->modes[0]));
      gtk_box_append (GTK_BOX (box), self->modes[i]);
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->modes[0]), TRUE);
  return box;
}

static void
channel_setup_cb (GtkSignalListItemFactory *factory,
                  GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), gtk_image_new ());
  gtk_box_append (GTK_BOX (box), gtk_label_new (NULL));
  gtk_list_item_set_child (item, box);
}

static void
channel_bind_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkStringObject *word = gtk_list_item_get_item (item);

  gtk_image_set_from_icon_name (GTK_IMAGE (gtk_widget_get_first_child (box)),
                                daftar_icon_for_channel (gtk_list_item_get_position (item) + 1));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), gtk_string_object_get_string (word));
}

static GtkWidget *
make_channel (DaftarComposer *self)
{
  const char *labels[N_CHANNELS + 1] = { NULL };
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  for (guint i = 0; i < N_CHANNELS; i++)
    labels[i] = daftar_enum_label (&daftar_enum_channel, i + 1);
  self->channel = gtk_drop_down_new_from_strings (labels);
  g_signal_connect (factory, "setup", G_CALLBACK (channel_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (channel_bind_cb), NULL);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (self->channel), factory);
  g_object_unref (factory);
  gtk_widget_set_name (self->channel, "composer-channel");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->channel), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Channel"), -1);
  return self->channel;
}

/* Before the text view makes a new line of it. */
static GtkEventController *
make_send_keys (void)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  static const guint enters[] = { GDK_KEY_Return, GDK_KEY_KP_Enter };

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (enters); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (enters[i], GDK_CONTROL_MASK), gtk_named_action_new ("inbox.send")));
  return keys;
}

static GtkWidget *
make_text (DaftarComposer *self)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->text = gtk_text_view_new ();
  gtk_widget_set_name (self->text, "composer-text");
  gtk_widget_add_controller (self->text, make_send_keys ());
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->text), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->text), FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->text);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 44);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_TEXT_HEIGHT);
  self->hint = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->hint), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
  gtk_widget_set_halign (self->hint, GTK_ALIGN_FILL);
  gtk_widget_set_valign (self->hint, GTK_ALIGN_START);
  gtk_widget_set_can_target (self->hint, FALSE);
  gtk_widget_add_css_class (self->hint, "dim-label");
  gtk_overlay_set_child (GTK_OVERLAY (overlay), scroller);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->hint);
  gtk_widget_add_css_class (overlay, "daftar-text-frame");
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)), "changed",
                           G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  return overlay;
}

static GMenu *
wait_menu (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _("Send, and Wait Until _Tomorrow"), "inbox.send-wait::tomorrow");
  g_menu_append (menu, _("Send, and Wait Until the Next _Working Day"), "inbox.send-wait::opening");
  g_menu_append (menu, _("Send, and Wait a Wee_k"), "inbox.send-wait::week");
  return menu;
}

static GtkWidget *
make_send (DaftarComposer *self)
{
  g_autoptr (GMenu) menu = wait_menu ();

  self->send = adw_split_button_new ();
  adw_split_button_set_label (ADW_SPLIT_BUTTON (self->send), _("_Send"));
  adw_split_button_set_use_underline (ADW_SPLIT_BUTTON (self->send), TRUE);
  adw_split_button_set_menu_model (ADW_SPLIT_BUTTON (self->send), G_MENU_MODEL (menu));
  adw_split_button_set_direction (ADW_SPLIT_BUTTON (self->send), GTK_ARROW_UP);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->send), "inbox.send");
  gtk_widget_set_name (self->send, "composer-send");
  gtk_widget_add_css_class (self->send, "suggested-action");
  self->save = gtk_button_new_with_mnemonic (_("_Save"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->save), "inbox.send");
  gtk_widget_set_name (self->save, "composer-save");
  gtk_widget_add_css_class (self->save, "suggested-action");
  self->send_stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->send_stack), FALSE);
  gtk_stack_add_child (GTK_STACK (self->send_stack), self->send);
  gtk_stack_add_child (GTK_STACK (self->send_stack), self->save);
  gtk_widget_set_tooltip_text (self->send_stack, _("Ctrl+Enter"));
  return self->send_stack;
}

static void
daftar_composer_init (DaftarComposer *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *space = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *modes = make_modes (self);

  self->drafts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->minutes = gtk_entry_new ();
  gtk_widget_set_name (self->minutes, "composer-minutes");
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->minutes), _("Minutes"));
  gtk_editable_set_width_chars (GTK_EDITABLE (self->minutes), 7);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->minutes), 7);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->minutes), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Minutes"), -1);
  daftar_entry_set_ltr (GTK_EDITABLE (self->minutes));
  gtk_widget_set_hexpand (space, TRUE);
  gtk_box_append (GTK_BOX (foot), make_channel (self));
  gtk_box_append (GTK_BOX (foot), self->minutes);
  gtk_box_append (GTK_BOX (foot), space);
  gtk_box_append (GTK_BOX (foot), make_send (self));
  gtk_box_append (GTK_BOX (box), modes);
  gtk_box_append (GTK_BOX (box), make_text (self));
  gtk_box_append (GTK_BOX (box), foot);
  gtk_widget_add_css_class (box, "daftar-composer");
  self->clamp = adw_clamp_new ();
  adw_clamp_set_maximum_size (ADW_CLAMP (self->clamp), MAX_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (self->clamp), MAX_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (self->clamp), box);
  gtk_widget_set_parent (self->clamp, GTK_WIDGET (self));
  for (guint i = 0; i < DAFTAR_N_COMPOSER_MODES; i++)
    g_signal_connect_object (self->modes[i], "toggled", G_CALLBACK (mode_cb), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * daftar_composer_new:
 * @ui: the context
 *
 * Returns: (transfer floating): a composer; its buttons are the actions "inbox.send" and "inbox.send-wait"
 */
GtkWidget *
daftar_composer_new (DaftarUiContext *ui)
{
  DaftarComposer *self = g_object_new (DAFTAR_TYPE_COMPOSER, NULL);

  self->ui = g_object_ref (ui);
  return GTK_WIDGET (self);
}

static void
keep_draft (DaftarComposer *self)
{
  g_autofree char *text = get_text (self);

  if (self->ticket_id == 0)
    return;
  if (*text == '\0')
    g_hash_table_remove (self->drafts, &self->ticket_id);
  else
    g_hash_table_replace (self->drafts, g_memdup2 (&self->ticket_id, sizeof self->ticket_id), g_steal_pointer (&text));
}

/**
 * daftar_composer_set_ticket:
 * @self: the composer
 * @view: the ticket that it writes on; another one brings its own draft
 */
void
daftar_composer_set_ticket (DaftarComposer   *self,
                            DaftarTicketView *view)
{
  gint64 id = DAFTAR_RECORD (view->ticket)->id;

  if (id == self->ticket_id)
    return;
  keep_draft (self);
  self->ticket_id = id;
  set_text (self, g_hash_table_lookup (self->drafts, &id));
  set_channel (self, view->ticket->channel);
  gtk_editable_set_text (GTK_EDITABLE (self->minutes), "");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->modes[DAFTAR_COMPOSER_REPLY]), TRUE);
}

/**
 * daftar_composer_start:
 * @self: the composer
 * @mode: what one wants to write
 */
void
daftar_composer_start (DaftarComposer     *self,
                       DaftarComposerMode  mode)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->modes[mode]), TRUE);
  gtk_widget_grab_focus (self->text);
}

/**
 * daftar_composer_get_words:
 * @self: the composer
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable): what is to be written down; %NULL if the minutes are no number
 */
DaftarTicketWords *
daftar_composer_get_words (DaftarComposer  *self,
                           GError         **error)
{
  g_autoptr (DaftarTicketWords) words = daftar_ticket_words_new (self->ticket_id);
  DaftarComposerMode mode = get_mode (self);
  const char *minutes = gtk_editable_get_text (GTK_EDITABLE (self->minutes));
  gint64 number = 0;

  if (mode == DAFTAR_COMPOSER_CALL && *minutes != '\0' && !daftar_number_parse (minutes, 0, &number, error))
    return NULL;
  words->kind = mode == DAFTAR_COMPOSER_NOTE   ? DAFTAR_MESSAGE_KIND_NOTE
                : mode == DAFTAR_COMPOSER_CALL ? DAFTAR_MESSAGE_KIND_CALL
                                               : DAFTAR_MESSAGE_KIND_MESSAGE;
  words->direction = mode == DAFTAR_COMPOSER_RECEIVED ? DAFTAR_CONTACT_DIRECTION_IN : DAFTAR_CONTACT_DIRECTION_OUT;
  words->channel = mode == DAFTAR_COMPOSER_NOTE ? DAFTAR_CHANNEL_NONE : get_channel (self);
  words->body = g_strstrip (get_text (self));
  words->duration = CLAMP (number, 0, 24 * 60) * 60;
  return g_steal_pointer (&words);
}

static gboolean
find_action (DaftarChannel        channel,
             DaftarContactAction *action)
{
  switch (channel)
    {
    case DAFTAR_CHANNEL_PHONE:
      *action = DAFTAR_CONTACT_ACTION_CALL;
      return TRUE;
    case DAFTAR_CHANNEL_EMAIL:
      *action = DAFTAR_CONTACT_ACTION_MAIL;
      return TRUE;
    case DAFTAR_CHANNEL_SMS:
      *action = DAFTAR_CONTACT_ACTION_SMS;
      return TRUE;
    case DAFTAR_CHANNEL_WHATSAPP:
      *action = DAFTAR_CONTACT_ACTION_WHATSAPP;
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * daftar_composer_get_link:
 * @self: the composer
 * @view: the ticket
 * @error: return location for the reason why the customer may not be written to, a sentence for the user
 *
 * Returns: (transfer full) (nullable): the address that opens the program of the chosen channel with the
 *   answer ready; %NULL without an error where there is none, or for what isn't an answer
 */
char *
daftar_composer_get_link (DaftarComposer    *self,
                          DaftarTicketView  *view,
                          GError           **error)
{
  g_autofree char *text = g_strstrip (get_text (self));
  DaftarContactAction action;

  if (get_mode (self) != DAFTAR_COMPOSER_REPLY || !find_action (get_channel (self), &action))
    return NULL;
  return daftar_contact_rule_link (view->customer, view->points, action, daftar_contact_rule_of_ticket (view), text,
                                   error);
}

/**
 * daftar_composer_clear:
 * @self: the composer
 * @ticket_id: the ticket whose words are written down now
 */
void
daftar_composer_clear (DaftarComposer *self,
                       gint64          ticket_id)
{
  g_hash_table_remove (self->drafts, &ticket_id);
  if (ticket_id != self->ticket_id)
    return;
  set_text (self, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->minutes), "");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->modes[DAFTAR_COMPOSER_REPLY]), TRUE);
}
