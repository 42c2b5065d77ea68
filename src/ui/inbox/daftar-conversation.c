/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-conversation.h"

#include "daftar-bidi.h"
#include "daftar-icons.h"
#include "daftar-quote.h"
#include "daftar-text.h"
#include "daftar-ticket-text.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* What a screen or two holds; the earlier part comes when it is asked for (docs/decisions.md, 24). */
#define FIRST_ENTRIES 30
#define MAX_WIDTH 720

struct _DaftarConversation
{
  GtkWidget parent_instance;

  DaftarUiContext *ui;
  GtkWidget *scroller;
  GtkWidget *box;
  GPtrArray *entries; /* nullable */
  char *customer_name;
  gint64 ticket_id;
  guint n_shown;
  gboolean at_end;
};

G_DEFINE_FINAL_TYPE (DaftarConversation, daftar_conversation, GTK_TYPE_WIDGET)

static void
daftar_conversation_dispose (GObject *object)
{
  DaftarConversation *self = DAFTAR_CONVERSATION (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->customer_name, g_free);
  g_clear_object (&self->ui);
  G_OBJECT_CLASS (daftar_conversation_parent_class)->dispose (object);
}

static void
daftar_conversation_class_init (DaftarConversationClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daftar_conversation_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
daftar_conversation_init (DaftarConversation *self)
{
  GtkWidget *clamp = adw_clamp_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_margin_start (self->box, 18);
  gtk_widget_set_margin_end (self->box, 18);
  gtk_widget_set_margin_top (self->box, 12);
  gtk_widget_set_margin_bottom (self->box, 18);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), MAX_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), MAX_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->box);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), clamp);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_widget_set_name (self->scroller, "conversation");
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/* --- Entries. -------------------------------------------------------------------------------------- */

static GtkWidget *
make_text (const char *text,
           gboolean    opposite)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), opposite ? 1 : 0);
  gtk_label_set_justify (GTK_LABEL (label), opposite ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  /* Tab goes past it: to be selected with the pointer, it needs no focus. */
  gtk_widget_set_focusable (label, FALSE);
  return label;
}

/* Each paragraph begins at the side of its own language; those that agree are one label, to be selected in
 * one go. A line of digits or signs goes with the one before. */
static void
add_paragraphs (GtkWidget  *box,
                const char *text)
{
  DaftarDirection own =
    gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL ? DAFTAR_DIRECTION_RTL : DAFTAR_DIRECTION_LTR;
  DaftarDirection direction = DAFTAR_DIRECTION_NEUTRAL;
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) part = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      DaftarDirection next = daftar_text_direction (lines[i]);

      if (next != DAFTAR_DIRECTION_NEUTRAL && direction != DAFTAR_DIRECTION_NEUTRAL && next != direction)
        {
          gtk_box_append (GTK_BOX (box), make_text (g_strchomp (part->str), direction != own));
          g_string_truncate (part, 0);
        }
      if (next != DAFTAR_DIRECTION_NEUTRAL)
        direction = next;
      g_string_append_printf (part, "%s%s", part->len > 0 ? "\n" : "", lines[i]);
    }
  gtk_box_append (GTK_BOX (box),
                  make_text (part->str, direction != own && direction != DAFTAR_DIRECTION_NEUTRAL));
}

static void
fold_cb (GtkToggleButton *button,
         GtkRevealer     *revealer)
{
  gtk_revealer_set_reveal_child (revealer, gtk_toggle_button_get_active (button));
}

static void
add_quote (GtkWidget  *block,
           const char *quote)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (_("… earlier text"));
  GtkWidget *revealer = gtk_revealer_new ();
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "daftar-second");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  add_paragraphs (text, quote);
  gtk_widget_add_css_class (text, "dim-label");
  gtk_revealer_set_child (GTK_REVEALER (revealer), text);
  g_signal_connect (button, "toggled", G_CALLBACK (fold_cb), revealer);
  gtk_box_append (GTK_BOX (block), button);
  gtk_box_append (GTK_BOX (block), revealer);
}

static void
add_body (GtkWidget  *block,
          const char *body)
{
  gsize quote = daftar_quote_find (body);
  g_autofree char *own = g_strchomp (g_strndup (body, quote));

  if (*own != '\0')
    add_paragraphs (block, own);
  if (body[quote] != '\0')
    add_quote (block, body + quote);
}

static char *
author_of (DaftarConversation  *self,
           DaftarTicketMessage *message)
{
  if (message->author != NULL && *message->author != '\0')
    return daftar_bidi_isolate (message->author);
  if (message->direction == DAFTAR_CONTACT_DIRECTION_IN && message->kind != DAFTAR_MESSAGE_KIND_CALL)
    return daftar_bidi_isolate (self->customer_name != NULL ? self->customer_name : _("Customer"));
  return daftar_bidi_isolate (message->staff_name != NULL ? message->staff_name : _("We"));
}

static char *
what_of (DaftarConversation  *self,
         DaftarTicketMessage *message)
{
  g_autofree char *span = NULL;

  if (message->kind == DAFTAR_MESSAGE_KIND_NOTE)
    return g_strdup (C_("message", "Note"));
  if (message->kind != DAFTAR_MESSAGE_KIND_CALL)
    return NULL;
  if (message->duration == 0)
    return g_strdup (C_("message", "Call"));
  span = daftar_format_duration (daftar_ui_context_get_format (self->ui), message->duration * G_TIME_SPAN_SECOND);
  /* Translators: %s is how long the call was, "4 min". */
  return g_strdup_printf (_("Call, %s"), span);
}

static GtkWidget *
small_label (const char *text,
             const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "daftar-second");
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_header (DaftarConversation  *self,
             DaftarTicketMessage *message)
{
  DaftarFormat *format = daftar_ui_context_get_format (self->ui);
  gint64 now = daftar_ui_context_now (self->ui);
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *author = author_of (self, message);
  g_autofree char *what = what_of (self, message);
  g_autofree char *near = daftar_format_moment (format, message->at, now, DAFTAR_MOMENT_RELATIVE);
  g_autofree char *exact = daftar_format_moment (format, message->at, now, DAFTAR_MOMENT_EXACT);
  const char *channel = daftar_enum_label (&daftar_enum_channel, message->channel);
  gboolean note = message->kind == DAFTAR_MESSAGE_KIND_NOTE;
  GtkWidget *icon =
    gtk_image_new_from_icon_name (note ? "daftar-note-symbolic" : daftar_icon_for_channel (message->channel));
  GtkWidget *name = small_label (author, "daftar-medium");
  GtkWidget *when = small_label (near, "dim-label");

  gtk_widget_set_tooltip_text (icon, note ? what : channel);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, note ? what : channel, -1);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (when, exact);
  gtk_widget_set_hexpand (when, TRUE);
  gtk_widget_set_halign (when, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (header), icon);
  gtk_box_append (GTK_BOX (header), name);
  if (what != NULL)
    gtk_box_append (GTK_BOX (header), small_label (what, "daftar-reason"));
  gtk_box_append (GTK_BOX (header), when);
  return header;
}

static GtkWidget *
make_message (DaftarConversation  *self,
              DaftarTicketMessage *message)
{
  GtkWidget *block = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (block, "daftar-message");
  if (message->kind == DAFTAR_MESSAGE_KIND_NOTE)
    gtk_widget_add_css_class (block, "note");
  else if (message->direction == DAFTAR_CONTACT_DIRECTION_OUT)
    gtk_widget_add_css_class (block, "out");
  gtk_box_append (GTK_BOX (block), make_header (self, message));
  if (message->body != NULL && *message->body != '\0')
    add_body (block, message->body);
  return block;
}

/* What somebody changed in one go is one line. */
static GtkWidget *
make_events (DaftarConversation *self,
             guint               first,
             guint              *next)
{
  DaftarTicketEvent *event = g_ptr_array_index (self->entries, first);
  DaftarFormat *format = daftar_ui_context_get_format (self->ui);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *moment = NULL;
  gint64 at = event->at;
  gint64 staff = event->staff_id;
  GtkWidget *label;

  for (*next = first; *next < self->entries->len && DAFTAR_IS_TICKET_EVENT (self->entries->pdata[*next]); (*next)++)
    {
      g_autofree char *words = NULL;

      event = g_ptr_array_index (self->entries, *next);
      if (event->at != at || event->staff_id != staff)
        break;
      if ((words = daftar_ticket_text_event (self->ui, event)) != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", words);
    }
  if (text->len == 0)
    return NULL;
  event = g_ptr_array_index (self->entries, first);
  moment = daftar_format_moment (format, at, daftar_ui_context_now (self->ui), DAFTAR_MOMENT_RELATIVE);
  if (event->staff_name != NULL)
    {
      g_autofree char *name = daftar_bidi_isolate (event->staff_name);

      g_string_append_printf (text, " · %s", name);
    }
  g_string_append_printf (text, " · %s", moment);
  label = small_label (text->str, "dim-label");
  gtk_widget_add_css_class (label, "daftar-event");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  return label;
}

/* --- The whole. ------------------------------------------------------------------------------------ */

static void fill (DaftarConversation *self);

static void
earlier_cb (DaftarConversation *self)
{
  self->n_shown = self->entries->len;
  fill (self);
}

static void
add_earlier (DaftarConversation *self,
             guint               n)
{
  g_autofree char *number = daftar_format_number (daftar_ui_context_get_format (self->ui), n);
  /* Translators: %s is a number, for which the form is chosen. */
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Show %s earlier entry",
                                                        "Show %s earlier entries", n), number);
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (earlier_cb), self);
  gtk_box_append (GTK_BOX (self->box), button);
}

static void
fill (DaftarConversation *self)
{
  guint first = self->entries->len > self->n_shown ? self->entries->len - self->n_shown : 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  if (first > 0)
    add_earlier (self, first);
  for (guint i = first, next; i < self->entries->len; i = next)
    {
      gpointer entry = g_ptr_array_index (self->entries, i);

      next = i + 1;
      child = DAFTAR_IS_TICKET_MESSAGE (entry) ? make_message (self, entry) : make_events (self, i, &next);
      if (child != NULL)
        gtk_box_append (GTK_BOX (self->box), child);
    }
}

/* It stays at the foot while entries get their place, until somebody scrolls up to read. */
static void
size_changed_cb (DaftarConversation *self,
                 GtkAdjustment      *adjustment)
{
  if (self->at_end)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
}

static void
scrolled_cb (DaftarConversation *self,
             GtkAdjustment      *adjustment)
{
  self->at_end = gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment)
                 >= gtk_adjustment_get_upper (adjustment) - 1;
}

/**
 * daftar_conversation_new:
 * @ui: the context
 *
 * Returns: (transfer floating): an empty conversation
 */
GtkWidget *
daftar_conversation_new (DaftarUiContext *ui)
{
  DaftarConversation *self = g_object_new (DAFTAR_TYPE_CONVERSATION, NULL);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));

  self->ui = g_object_ref (ui);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (size_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * daftar_conversation_set:
 * @self: the conversation
 * @view: a ticket
 *
 * Shows all that was said and done, the latest at the foot, where one reads on.
 */
void
daftar_conversation_set (DaftarConversation *self,
                         DaftarTicketView   *view)
{
  gint64 id = DAFTAR_RECORD (view->ticket)->id;
  guint old = self->entries != NULL && id == self->ticket_id ? self->entries->len : 0;

  if (id != self->ticket_id)
    self->n_shown = FIRST_ENTRIES;
  self->ticket_id = id;
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  self->entries = g_ptr_array_ref (view->conversation);
  g_free (self->customer_name);
  self->customer_name = g_strdup (view->customer != NULL ? view->customer->name : NULL);
  fill (self);
  if (old < self->entries->len)
    self->at_end = TRUE;
}
