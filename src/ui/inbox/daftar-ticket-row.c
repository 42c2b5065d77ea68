/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-ticket-row.h"

#include "daftar-avatar.h"
#include "daftar-bidi.h"
#include "daftar-icons.h"
#include "daftar-section.h"
#include "daftar-ticket-text.h"

#include <glib/gi18n.h>

/* Channel; subject, customer and last words; clock, mood and assignee. Above it, where one begins, the
 * heading of a section: list views have none of their own before GTK 4.12. */
struct _DaftarTicketRow
{
  GtkWidget parent_instance;

  DaftarUiContext *ui;
  DaftarTicket *ticket;

  GtkWidget *all;
  GtkWidget *heading;
  GtkWidget *channel;
  GtkWidget *subject;
  GtkWidget *second;
  GtkWidget *clock_icon;
  GtkWidget *clock;
  GtkWidget *mood;
  GtkWidget *priority;
  GtkWidget *assignee;
};

G_DEFINE_FINAL_TYPE (DaftarTicketRow, daftar_ticket_row, GTK_TYPE_WIDGET)

static void
daftar_ticket_row_dispose (GObject *object)
{
  DaftarTicketRow *self = DAFTAR_TICKET_ROW (object);

  g_clear_pointer (&self->all, gtk_widget_unparent);
  g_clear_object (&self->ticket);
  g_clear_object (&self->ui);
  G_OBJECT_CLASS (daftar_ticket_row_parent_class)->dispose (object);
}

static void
daftar_ticket_row_class_init (DaftarTicketRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daftar_ticket_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_first (DaftarTicketRow *self)
{
  GtkWidget *first = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->subject = make_label (NULL);
  gtk_widget_set_hexpand (self->subject, TRUE);
  self->clock_icon = gtk_image_new ();
  gtk_image_set_pixel_size (GTK_IMAGE (self->clock_icon), 12);
  gtk_widget_set_valign (self->clock_icon, GTK_ALIGN_CENTER);
  self->clock = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->clock, "daftar-reason");
  gtk_widget_add_css_class (self->clock, "daftar-numbers");
  gtk_box_append (GTK_BOX (first), self->subject);
  gtk_box_append (GTK_BOX (first), self->clock_icon);
  gtk_box_append (GTK_BOX (first), self->clock);
  return first;
}

static GtkWidget *
make_second (DaftarTicketRow *self)
{
  GtkWidget *second = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->second = make_label ("dim-label");
  gtk_widget_add_css_class (self->second, "daftar-second");
  gtk_widget_set_hexpand (self->second, TRUE);
  self->priority = gtk_image_new_from_icon_name ("daftar-warning-symbolic");
  self->mood = daftar_mood_icon_new ();
  self->assignee = daftar_avatar_new (20);
  gtk_box_append (GTK_BOX (second), self->second);
  gtk_box_append (GTK_BOX (second), self->priority);
  gtk_box_append (GTK_BOX (second), self->mood);
  gtk_box_append (GTK_BOX (second), self->assignee);
  return second;
}

static void
daftar_ticket_row_init (DaftarTicketRow *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->heading = daftar_section_new (NULL, NULL);
  gtk_widget_set_visible (self->heading, FALSE);
  self->channel = gtk_image_new ();
  gtk_widget_add_css_class (self->channel, "dim-label");
  gtk_widget_add_css_class (row, "daftar-row");
  gtk_box_append (GTK_BOX (words), make_first (self));
  gtk_box_append (GTK_BOX (words), make_second (self));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), self->channel);
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (self->all), self->heading);
  gtk_box_append (GTK_BOX (self->all), row);
  gtk_widget_set_parent (self->all, GTK_WIDGET (self));
}

/**
 * daftar_ticket_row_new:
 * @ui: the context
 *
 * Returns: (transfer floating): a row that waits for its ticket
 */
GtkWidget *
daftar_ticket_row_new (DaftarUiContext *ui)
{
  DaftarTicketRow *self = g_object_new (DAFTAR_TYPE_TICKET_ROW, NULL);

  self->ui = g_object_ref (ui);
  return GTK_WIDGET (self);
}

static void
set_meaning (GtkWidget  *widget,
             const char *meaning)
{
  static const char *const meanings[] = { "daftar-late", "daftar-soon", "daftar-good" };

  for (guint i = 0; i < G_N_ELEMENTS (meanings); i++)
    if (g_strcmp0 (meaning, meanings[i]) == 0)
      gtk_widget_add_css_class (widget, meanings[i]);
    else
      gtk_widget_remove_css_class (widget, meanings[i]);
  if (meaning == NULL)
    gtk_widget_add_css_class (widget, "dim-label");
  else
    gtk_widget_remove_css_class (widget, "dim-label");
}

/**
 * daftar_ticket_row_update:
 * @self: a row
 *
 * Says again how much time is left.
 */
void
daftar_ticket_row_update (DaftarTicketRow *self)
{
  const char *meaning = NULL, *icon_name = NULL;
  g_autofree char *text = NULL;
  g_autofree char *targets = NULL;

  if (self->ticket == NULL)
    return;
  text = daftar_ticket_text_clock (self->ui, self->ticket, &meaning, &icon_name);
  targets = daftar_ticket_text_targets (self->ui, self->ticket);
  gtk_label_set_label (GTK_LABEL (self->clock), text);
  set_meaning (self->clock, meaning);
  set_meaning (self->clock_icon, meaning);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->clock_icon), icon_name);
  gtk_widget_set_visible (self->clock_icon, icon_name != NULL);
  gtk_widget_set_tooltip_text (self->clock, targets);
}

static char *
second_line (DaftarTicket *ticket)
{
  g_autofree char *name = daftar_bidi_isolate (ticket->customer_name != NULL ? ticket->customer_name : "");
  g_autofree char *words = NULL;
  g_autofree char *isolated = NULL;

  if (ticket->last_text == NULL || *ticket->last_text == '\0')
    return g_steal_pointer (&name);
  words = g_strdelimit (g_strdup (ticket->last_text), "\n\r\t", ' ');
  isolated = daftar_bidi_isolate (words);
  return g_strdup_printf ("%s · %s", name, isolated);
}

static void
set_waiting (DaftarTicketRow *self)
{
  gtk_label_set_label (GTK_LABEL (self->subject), " ");
  gtk_label_set_label (GTK_LABEL (self->second), " ");
  gtk_label_set_label (GTK_LABEL (self->clock), "");
  gtk_image_clear (GTK_IMAGE (self->channel));
  gtk_widget_set_visible (self->clock_icon, FALSE);
  gtk_widget_set_visible (self->mood, FALSE);
  gtk_widget_set_visible (self->priority, FALSE);
  gtk_widget_set_visible (self->assignee, FALSE);
}

static void
set_marks (DaftarTicketRow *self,
           DaftarTicket    *ticket)
{
  const char *priority = daftar_enum_label (&daftar_enum_priority, ticket->priority);

  daftar_mood_icon_set (self->mood, ticket->mood);
  gtk_widget_set_visible (self->priority, ticket->priority >= DAFTAR_PRIORITY_HIGH);
  set_meaning (self->priority, ticket->priority == DAFTAR_PRIORITY_URGENT ? "daftar-late" : "daftar-soon");
  gtk_widget_set_tooltip_text (self->priority, priority);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->priority), GTK_ACCESSIBLE_PROPERTY_LABEL, priority, -1);
  gtk_widget_set_visible (self->assignee, ticket->assignee_name != NULL);
  if (ticket->assignee_name != NULL)
    daftar_avatar_set_name (DAFTAR_AVATAR (self->assignee), ticket->assignee_name);
  gtk_widget_set_tooltip_text (self->assignee, ticket->assignee_name);
}

/**
 * daftar_ticket_row_set:
 * @self: a row
 * @ticket: (nullable): what it shows; %NULL while that is being loaded
 */
void
daftar_ticket_row_set (DaftarTicketRow *self,
                       DaftarTicket    *ticket)
{
  g_autofree char *second = NULL;
  const char *channel;

  g_set_object (&self->ticket, ticket);
  if (ticket == NULL)
    {
      set_waiting (self);
      return;
    }
  second = second_line (ticket);
  channel = daftar_enum_label (&daftar_enum_channel, ticket->channel);
  gtk_label_set_label (GTK_LABEL (self->subject), ticket->subject);
  /* The customer has the last word: it waits to be read and answered. */
  if (ticket->next_at != 0 && ticket->last_direction == DAFTAR_CONTACT_DIRECTION_IN)
    gtk_widget_add_css_class (self->subject, "daftar-unread");
  else
    gtk_widget_remove_css_class (self->subject, "daftar-unread");
  gtk_label_set_label (GTK_LABEL (self->second), second);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->channel), daftar_icon_for_channel (ticket->channel));
  gtk_widget_set_tooltip_text (self->channel, channel);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->channel), GTK_ACCESSIBLE_PROPERTY_LABEL, channel, -1);
  set_marks (self, ticket);
  daftar_ticket_row_update (self);
}

/**
 * daftar_ticket_row_set_heading:
 * @self: a row
 * @title: (nullable): the section that begins here; %NULL for none
 * @meaning: (nullable): the class of its colour
 * @count: how many it has
 */
void
daftar_ticket_row_set_heading (DaftarTicketRow *self,
                               const char      *title,
                               const char      *meaning,
                               guint            count)
{
  gtk_widget_set_visible (self->heading, title != NULL);
  if (title == NULL)
    return;
  daftar_section_set_title (self->heading, title, meaning);
  daftar_section_set_count (self->heading, count);
}

/**
 * daftar_ticket_row_describe:
 * @self: a row
 *
 * Returns: (transfer full) (nullable): what a screen reader says of it
 */
char *
daftar_ticket_row_describe (DaftarTicketRow *self)
{
  if (self->ticket == NULL)
    return NULL;
  return g_strjoin (", ", self->ticket->subject,
                    self->ticket->customer_name != NULL ? self->ticket->customer_name : "",
                    gtk_label_get_label (GTK_LABEL (self->clock)), NULL);
}
