/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-deal-card.h"

#include "daftar-bidi.h"
#include "daftar-board-view.h"
#include "daftar-date.h"
#include "daftar-money.h"

#include <glib/gi18n.h>

struct _DaftarDealCard
{
  GtkWidget parent_instance;

  DaftarUiContext *ui;
  gint64 id;
  DaftarDeal *deal;

  GtkWidget *box;
  GtkWidget *customer;
  GtkWidget *title;
  GtkWidget *value;
  GtkWidget *next;
  GtkWidget *no_next;
  GtkWidget *quiet;
  GtkWidget *angry;
};

G_DEFINE_FINAL_TYPE (DaftarDealCard, daftar_deal_card, GTK_TYPE_WIDGET)

/**
 * daftar_deal_next_step:
 * @ui: the context
 * @deal: a deal with what is shown of it
 *
 * Returns: (transfer full) (nullable): when and what comes next; %NULL if nothing was agreed
 */
char *
daftar_deal_next_step (DaftarUiContext *ui,
                       DaftarDeal      *deal)
{
  DaftarFormat *format = daftar_ui_context_get_format (ui);
  GTimeZone *zone = daftar_format_get_zone (format);
  g_autofree char *today = daftar_ui_context_today (ui);
  g_autofree char *when = NULL;
  g_autofree char *title = NULL;

  if (deal->next_title == NULL)
    return NULL;
  if (g_strcmp0 (deal->next_day, today) == 0)
    when = g_strdup (_("Today"));
  else
    when = daftar_format_moment (format, daftar_date_to_moment (deal->next_day, 12 * 60, zone),
                                 daftar_date_to_moment (today, 12 * 60, zone), DAFTAR_MOMENT_RELATIVE);
  title = daftar_bidi_isolate (deal->next_title);
  return g_strdup_printf ("%s · %s", when, title);
}

static void
render_marks (DaftarDealCard *self,
              GString        *name)
{
  DaftarDeal *deal = self->deal;
  int quiet = daftar_deal_quiet_days (deal, daftar_ui_context_now (self->ui));
  gboolean angry = deal->n_open_tickets > 0 && deal->worst_mood == DAFTAR_MOOD_ANGRY;

  gtk_widget_set_visible (self->no_next, deal->next_title == NULL);
  gtk_widget_set_visible (self->quiet, quiet > 0);
  gtk_widget_set_visible (self->angry, angry);
  if (deal->next_title == NULL)
    g_string_append_printf (name, ", %s", _("No next step"));
  if (quiet > 0)
    {
      g_autofree char *words = g_strdup_printf (ngettext ("Quiet for %d day", "Quiet for %d days", quiet), quiet);

      gtk_widget_set_tooltip_text (self->quiet, words);
      g_string_append_printf (name, ", %s", words);
    }
  if (angry)
    g_string_append_printf (name, ", %s", _("An open ticket, and the customer is angry"));
}

static void
render (DaftarDealCard *self)
{
  DaftarDeal *deal = self->deal;
  g_autofree char *value = NULL;
  g_autofree char *next = NULL;
  g_autoptr (GString) name = g_string_new (NULL);

  if (deal == NULL)
    {
      gtk_label_set_label (GTK_LABEL (self->customer), " ");
      gtk_label_set_label (GTK_LABEL (self->title), " ");
      return;
    }
  value = deal->value != 0 ? daftar_money_format (deal->value, deal->currency, daftar_ui_context_get_format (self->ui)) : NULL;
  next = daftar_deal_next_step (self->ui, deal);
  gtk_label_set_label (GTK_LABEL (self->customer), deal->customer_name);
  gtk_label_set_label (GTK_LABEL (self->title), deal->title);
  gtk_label_set_label (GTK_LABEL (self->value), value != NULL ? value : "");
  gtk_widget_set_visible (self->value, value != NULL);
  gtk_label_set_label (GTK_LABEL (self->next), next != NULL ? next : "");
  gtk_widget_set_tooltip_text (self->next, next);
  if (deal->next_at != 0 && deal->next_at < daftar_ui_context_now (self->ui))
    gtk_widget_add_css_class (self->next, "daftar-late");
  else
    gtk_widget_remove_css_class (self->next, "daftar-late");
  g_string_append_printf (name, "%s, %s", deal->customer_name, deal->title);
  if (value != NULL)
    g_string_append_printf (name, ", %s", value);
  if (next != NULL)
    g_string_append_printf (name, ", %s", next);
  render_marks (self, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (self))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
}

/* --- Dragging. ------------------------------------------------------------------------------------- */

static GdkContentProvider *
prepare_cb (GtkDragSource  *source,
            double          x,
            double          y,
            DaftarDealCard *self)
{
  graphene_rect_t bounds;
  g_autoptr (GdkPaintable) picture = NULL;

  if (self->deal == NULL || !gtk_widget_compute_bounds (self->box, GTK_WIDGET (self), &bounds))
    return NULL;
  picture = gtk_widget_paintable_new (self->box);
  gtk_drag_source_set_icon (source, picture, (int) (x - bounds.origin.x), (int) (y - bounds.origin.y));
  return gdk_content_provider_new_typed (G_TYPE_INT64, self->id);
}

static void
drag_begin_cb (DaftarDealCard *self)
{
  gtk_widget_add_css_class (self->box, "lifted");
}

static void
drag_end_cb (DaftarDealCard *self)
{
  gtk_widget_remove_css_class (self->box, "lifted");
}

/* --- The widget. ----------------------------------------------------------------------------------- */

static void
daftar_deal_card_dispose (GObject *object)
{
  DaftarDealCard *self = DAFTAR_DEAL_CARD (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->deal);
  g_clear_object (&self->ui);
  G_OBJECT_CLASS (daftar_deal_card_parent_class)->dispose (object);
}

static void
daftar_deal_card_class_init (DaftarDealCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daftar_deal_card_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "dealcard");
}

static GtkWidget *
make_label (GtkWidget  *box,
            const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
make_mark (GtkWidget  *box,
           const char *icon_name,
           const char *style,
           const char *tooltip)
{
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (icon, style);
  gtk_widget_set_tooltip_text (icon, tooltip);
  gtk_widget_set_visible (icon, FALSE);
  gtk_box_append (GTK_BOX (box), icon);
  return icon;
}

static void
daftar_deal_card_init (DaftarDealCard *self)
{
  GtkWidget *first = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *last = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkDragSource *source = gtk_drag_source_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_add_css_class (self->box, "card");
  gtk_widget_add_css_class (self->box, "daftar-deal-card");
  self->customer = make_label (first, "daftar-medium");
  gtk_widget_set_hexpand (self->customer, TRUE);
  self->angry = make_mark (first, "daftar-mood-angry-symbolic", "daftar-late", _("An open ticket, and the customer is angry"));
  self->quiet = make_mark (first, "daftar-quiet-symbolic", "daftar-soon", NULL);
  self->no_next = make_mark (first, "daftar-followups-symbolic", "dim-label", _("No next step"));
  gtk_box_append (GTK_BOX (self->box), first);
  self->title = make_label (self->box, "daftar-second");
  self->value = make_label (last, "daftar-numbers");
  gtk_label_set_ellipsize (GTK_LABEL (self->value), PANGO_ELLIPSIZE_NONE);
  gtk_widget_add_css_class (self->value, "daftar-second");
  self->next = make_label (last, "daftar-reason");
  gtk_widget_set_hexpand (self->next, TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->next), 1);
  gtk_box_append (GTK_BOX (self->box), last);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect_swapped (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (source, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
}

/**
 * daftar_deal_card_new:
 * @ui: the context
 *
 * Returns: (transfer floating): a card without a deal yet
 */
GtkWidget *
daftar_deal_card_new (DaftarUiContext *ui)
{
  DaftarDealCard *self = g_object_new (DAFTAR_TYPE_DEAL_CARD, NULL);

  self->ui = g_object_ref (ui);
  g_signal_connect_object (ui, "tick", G_CALLBACK (render), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (ui, "notify::format", G_CALLBACK (render), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * daftar_deal_card_set:
 * @self: the card, with a parent
 * @id: the deal's id
 * @deal: (nullable): the deal; %NULL as long as it isn't loaded
 */
void
daftar_deal_card_set (DaftarDealCard *self,
                      gint64          id,
                      DaftarDeal     *deal)
{
  g_autofree char *name = g_strdup_printf ("deal-%" G_GINT64_FORMAT, id);

  self->id = id;
  g_set_object (&self->deal, deal);
  gtk_widget_set_name (self->box, name);
  daftar_deal_card_set_gap (self, FALSE, FALSE);
  if (gtk_widget_get_parent (GTK_WIDGET (self)) != NULL)
    render (self);
}

gint64
daftar_deal_card_get_id (DaftarDealCard *self)
{
  return self->id;
}

DaftarDeal *
daftar_deal_card_get (DaftarDealCard *self)
{
  return self->deal;
}

/* Opens or closes the gap in which a dragged card would land. */
void
daftar_deal_card_set_gap (DaftarDealCard *self,
                          gboolean        above,
                          gboolean        below)
{
  if (above)
    gtk_widget_add_css_class (GTK_WIDGET (self), "gap-above");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "gap-above");
  if (below)
    gtk_widget_add_css_class (GTK_WIDGET (self), "gap-below");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "gap-below");
}
