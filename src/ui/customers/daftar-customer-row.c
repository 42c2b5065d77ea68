/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-customer-row.h"

#include "daftar-avatar.h"
#include "daftar-bidi.h"
#include "daftar-icons.h"
#include "daftar-phone.h"
#include "daftar-text.h"

#include <glib/gi18n.h>

#define MAX_MATCHES 8

/* Avatar, name and number at the start; when one last heard and what is open at the end. */
struct _DaftarCustomerRow
{
  GtkWidget parent_instance;

  DaftarUiContext *ui;
  GtkWidget *box;
  GtkWidget *avatar;
  GtkWidget *name;
  GtkWidget *second;
  GtkWidget *last;
  GtkWidget *mood;
  GtkWidget *tickets;
  GtkWidget *stage;
};

G_DEFINE_FINAL_TYPE (DaftarCustomerRow, daftar_customer_row, GTK_TYPE_WIDGET)

static void
daftar_customer_row_dispose (GObject *object)
{
  DaftarCustomerRow *self = DAFTAR_CUSTOMER_ROW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->ui);
  G_OBJECT_CLASS (daftar_customer_row_parent_class)->dispose (object);
}

static void
daftar_customer_row_class_init (DaftarCustomerRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daftar_customer_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* GTK 4.8 measures an ellipsized label wrongly whose text is shorter than its ellipsis: so only those that may
 * be long are, and they are never narrower than that. */
static GtkWidget *
make_long_label (const char *css_class)
{
  GtkWidget *label = make_label (css_class);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 4);
  return label;
}

static GtkWidget *
make_end (DaftarCustomerRow *self)
{
  GtkWidget *end = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *marks = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->last = make_label ("dim-label");
  gtk_widget_add_css_class (self->last, "daftar-second");
  self->mood = daftar_mood_icon_new ();
  self->tickets = make_label ("daftar-tag");
  gtk_widget_add_css_class (self->tickets, "daftar-numbers");
  self->stage = make_label ("dim-label");
  gtk_widget_add_css_class (self->stage, "daftar-second");
  gtk_widget_set_halign (self->last, GTK_ALIGN_END);
  gtk_widget_set_halign (marks, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (marks), self->mood);
  gtk_box_append (GTK_BOX (marks), self->tickets);
  gtk_box_append (GTK_BOX (marks), self->stage);
  gtk_box_append (GTK_BOX (end), self->last);
  gtk_box_append (GTK_BOX (end), marks);
  gtk_widget_set_valign (end, GTK_ALIGN_CENTER);
  return end;
}

static void
daftar_customer_row_init (DaftarCustomerRow *self)
{
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_add_css_class (self->box, "daftar-row");
  self->avatar = daftar_avatar_new (36);
  gtk_widget_set_valign (self->avatar, GTK_ALIGN_CENTER);
  self->name = make_long_label ("daftar-medium");
  self->second = make_long_label ("dim-label");
  gtk_widget_add_css_class (self->second, "daftar-second");
  gtk_widget_add_css_class (self->second, "daftar-numbers");
  gtk_box_append (GTK_BOX (text), self->name);
  gtk_box_append (GTK_BOX (text), self->second);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_valign (text, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->box), self->avatar);
  gtk_box_append (GTK_BOX (self->box), text);
  gtk_box_append (GTK_BOX (self->box), make_end (self));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * daftar_customer_row_new:
 * @ui: the context
 *
 * Returns: (transfer floating): a row that waits for its customer
 */
GtkWidget *
daftar_customer_row_new (DaftarUiContext *ui)
{
  DaftarCustomerRow *self = g_object_new (DAFTAR_TYPE_CUSTOMER_ROW, NULL);

  self->ui = g_object_ref (ui);
  return GTK_WIDGET (self);
}

/**
 * daftar_customer_row_number:
 * @customer: a customer with its main number
 * @country: the shop's
 *
 * Returns: (transfer full) (nullable): the number as one writes it there, isolated
 */
char *
daftar_customer_row_number (DaftarCustomer *customer,
                            const char     *country)
{
  g_autofree char *number = NULL;

  if (customer->phone_norm != NULL && daftar_phone_is_assigned (customer->phone_norm))
    number = daftar_phone_format (customer->phone_norm, country);
  if (number == NULL && customer->phone == NULL)
    return NULL;
  return daftar_bidi_ltr (number != NULL ? number : customer->phone);
}

/**
 * daftar_customer_row_describe:
 * @customer: a customer with its main number
 * @country: the shop's
 *
 * Returns: (transfer full): number, or else the address, and city on one line, each isolated
 */
char *
daftar_customer_row_describe (DaftarCustomer *customer,
                              const char     *country)
{
  g_autofree char *number = daftar_customer_row_number (customer, country);
  g_autofree char *place = NULL;
  const char *where = customer->company != NULL ? customer->company : customer->city;

  if (number == NULL && customer->email != NULL)
    number = daftar_bidi_ltr (customer->email);
  place = where != NULL ? daftar_bidi_isolate (where) : NULL;
  if (number == NULL || place == NULL)
    return g_strdup (number != NULL ? number : place != NULL ? place : "");
  return g_strdup_printf ("%s · %s", number, place);
}

/* What was searched for stands out in the name. */
static void
mark_matches (GtkLabel   *label,
              const char *text,
              const char *query)
{
  DaftarTextRange ranges[MAX_MATCHES];
  PangoAttrList *marks;
  guint n;

  gtk_label_set_attributes (label, NULL);
  if (query == NULL || *query == '\0')
    return;
  n = daftar_text_find_matches (text, query, ranges, MAX_MATCHES);
  if (n == 0)
    return;
  marks = pango_attr_list_new ();
  for (guint i = 0; i < MIN (n, MAX_MATCHES); i++)
    {
      PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
      PangoAttribute *line = pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);

      bold->start_index = line->start_index = ranges[i].start;
      bold->end_index = line->end_index = ranges[i].end;
      pango_attr_list_insert (marks, bold);
      pango_attr_list_insert (marks, line);
    }
  gtk_label_set_attributes (label, marks);
  pango_attr_list_unref (marks);
}

static void
set_label (GtkWidget  *label,
           const char *text)
{
  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

static void
set_tickets (DaftarCustomerRow *self,
             DaftarCustomer    *customer)
{
  g_autofree char *number = daftar_format_number (daftar_ui_context_get_format (self->ui), customer->n_open_tickets);
  /* Translators: %d is the number of tickets of a customer that aren't solved. */
  g_autofree char *meaning = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%d open ticket", "%d open tickets", (gulong) customer->n_open_tickets),
    (int) customer->n_open_tickets);

  set_label (self->tickets, customer->n_open_tickets > 0 ? number : NULL);
  gtk_widget_set_tooltip_text (self->tickets, meaning);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tickets), GTK_ACCESSIBLE_PROPERTY_LABEL, meaning, -1);
  daftar_mood_icon_set (self->mood, customer->n_open_tickets > 0 ? (DaftarMood) customer->worst_mood : DAFTAR_MOOD_CALM);
}

static void
set_waiting (DaftarCustomerRow *self)
{
  daftar_avatar_set_name (DAFTAR_AVATAR (self->avatar), NULL);
  gtk_label_set_label (GTK_LABEL (self->name), " ");
  gtk_label_set_label (GTK_LABEL (self->second), " ");
  set_label (self->last, NULL);
  set_label (self->tickets, NULL);
  set_label (self->stage, NULL);
  gtk_widget_set_visible (self->mood, FALSE);
}

/**
 * daftar_customer_row_set:
 * @self: a row
 * @customer: (nullable): whom it shows; %NULL while that is being loaded
 * @query: (nullable): what was searched for, to be marked
 */
void
daftar_customer_row_set (DaftarCustomerRow *self,
                         DaftarCustomer    *customer,
                         const char        *query)
{
  DaftarFormat *format = daftar_ui_context_get_format (self->ui);
  g_autofree char *second = NULL;
  g_autofree char *last = NULL;

  if (customer == NULL)
    {
      set_waiting (self);
      return;
    }
  second = daftar_customer_row_describe (customer, daftar_ui_context_get_shop (self->ui)->country);
  if (customer->last_contact_at != 0)
    last = daftar_format_moment (format, customer->last_contact_at, daftar_ui_context_now (self->ui),
                                 DAFTAR_MOMENT_RELATIVE);
  daftar_avatar_set_name (DAFTAR_AVATAR (self->avatar), customer->name);
  gtk_label_set_label (GTK_LABEL (self->name), customer->name);
  mark_matches (GTK_LABEL (self->name), customer->name, query);
  gtk_label_set_label (GTK_LABEL (self->second), second);
  set_label (self->last, last);
  set_label (self->stage, customer->stage_name);
  set_tickets (self, customer);
}
