/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-deal-view.h"

#include "daftar-bidi.h"
#include "daftar-board-view.h"
#include "daftar-deal-dialog.h"
#include "daftar-follow-up-dialog.h"
#include "daftar-follow-up-row.h"
#include "daftar-money.h"
#include "daftar-pane.h"
#include "daftar-window.h"

#include <glib/gi18n.h>

struct _DaftarDealView
{
  GtkWidget parent_instance;

  DaftarUiContext *ui;
  gint64 id;
  DaftarDealDetails *details;
  GCancellable *cancellable;

  GtkWidget *pane;
  GtkWidget *scroll;
  GtkWidget *box;
  GtkWidget *edit;
};

enum
{
  SIGNAL_CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DaftarDealView, daftar_deal_view, GTK_TYPE_WIDGET)

/* --- Parts. ---------------------------------------------------------------------------------------- */

static GtkWidget *
add_label (GtkWidget  *box,
           const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
add_section (DaftarDealView *self,
             const char     *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_set_margin_top (box, 18);
  add_label (box, title, "heading");
  gtk_box_append (GTK_BOX (self->box), box);
  return box;
}

static void
customer_cb (DaftarDealView *self)
{
  daftar_window_open (daftar_window_of (GTK_WIDGET (self)), "customer", self->details->deal->customer_id);
}

static void
add_header (DaftarDealView *self)
{
  DaftarDeal *deal = self->details->deal;
  DaftarFormat *format = daftar_ui_context_get_format (self->ui);
  GtkWidget *customer = gtk_button_new_with_label (deal->customer_name);
  GtkWidget *facts;
  g_autofree char *value = daftar_money_format (deal->value, deal->currency, format);
  g_autofree char *day = deal->expected_day != NULL ? daftar_format_day (format, deal->expected_day, DAFTAR_DAY_LONG) : NULL;
  g_autoptr (GString) line = g_string_new (NULL);

  add_label (self->box, deal->title, "title-2");
  gtk_widget_add_css_class (customer, "flat");
  gtk_widget_add_css_class (customer, "daftar-link");
  gtk_widget_set_halign (customer, GTK_ALIGN_START);
  gtk_widget_set_name (customer, "deal-customer");
  g_signal_connect_swapped (customer, "clicked", G_CALLBACK (customer_cb), self);
  gtk_box_append (GTK_BOX (self->box), customer);
  g_string_append (line, deal->stage_name);
  if (deal->value != 0)
    g_string_append_printf (line, " · %s", value);
  if (day != NULL)
    {
      /* Translators: %s is a day. */
      g_string_append (line, " · ");
      g_string_append_printf (line, _("expected by %s"), day);
    }
  if (deal->staff_name != NULL)
    g_string_append_printf (line, " · %s", deal->staff_name);
  facts = add_label (self->box, line->str, "dim-label");
  gtk_widget_add_css_class (facts, "daftar-numbers");
  if (deal->status == DAFTAR_DEAL_STATUS_LOST)
    {
      g_autofree char *reason = daftar_bidi_isolate (deal->lost_reason);
      /* Translators: %s is the reason. */
      g_autofree char *lost = g_strdup_printf (_("Lost: %s"), reason);

      add_label (self->box, lost, "daftar-late");
    }
  else if (deal->status == DAFTAR_DEAL_STATUS_WON)
    add_label (self->box, _("Won"), "daftar-good");
}

/* --- The next step. -------------------------------------------------------------------------------- */

static void
step_cb (GtkWidget      *button,
         DaftarDealView *self)
{
  DaftarFollowUp *follow_up = g_object_get_data (G_OBJECT (button), "follow-up");

  if (follow_up != NULL)
    daftar_follow_up_dialog_edit (GTK_WIDGET (self), self->ui, follow_up);
  else
    daftar_follow_up_dialog_add (GTK_WIDGET (self), self->ui, self->details->deal->customer_id,
                                 self->details->deal->customer_name, self->id);
}

static void
add_next_steps (DaftarDealView *self)
{
  GtkWidget *box = add_section (self, _("Next step"));
  GtkWidget *add = gtk_button_new_with_mnemonic (_("_Add a Next Step"));
  gboolean any = FALSE;

  for (guint i = 0; i < self->details->follow_ups->len; i++)
    {
      DaftarFollowUp *follow_up = self->details->follow_ups->pdata[i];
      g_autofree char *when = daftar_follow_up_when (self->ui, follow_up);
      g_autofree char *title = daftar_bidi_isolate (follow_up->title);
      g_autofree char *text = g_strdup_printf ("%s · %s", when, title);
      GtkWidget *button;

      if (follow_up->status != DAFTAR_FOLLOW_UP_STATUS_OPEN)
        continue;
      any = TRUE;
      button = gtk_button_new_with_label (text);
      gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), PANGO_ELLIPSIZE_END);
      gtk_widget_set_halign (button, GTK_ALIGN_START);
      g_object_set_data_full (G_OBJECT (button), "follow-up", g_object_ref (follow_up), g_object_unref);
      g_signal_connect (button, "clicked", G_CALLBACK (step_cb), self);
      gtk_box_append (GTK_BOX (box), button);
    }
  if (!any)
    add_label (box, _("Nothing is agreed. A deal without a next step is a deal forgotten."), "dim-label");
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  gtk_widget_set_name (add, "deal-next-step");
  if (!any)
    gtk_widget_add_css_class (add, "suggested-action");
  else
    gtk_widget_add_css_class (add, "flat");
  g_signal_connect (add, "clicked", G_CALLBACK (step_cb), self);
  gtk_box_append (GTK_BOX (box), add);
}

static void
add_playbook (DaftarDealView *self)
{
  DaftarStage *stage = self->details->stage;
  g_auto (GStrv) lines = NULL;
  GtkWidget *box;

  if (stage == NULL || stage->playbook == NULL || self->details->deal->status != DAFTAR_DEAL_STATUS_OPEN)
    return;
  lines = g_strsplit (stage->playbook, "\n", -1);
  box = add_section (self, _("What to do at this stage"));
  for (guint i = 0; lines[i] != NULL; i++)
    {
      GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

      gtk_box_append (GTK_BOX (row), gtk_label_new ("•"));
      gtk_widget_set_valign (gtk_widget_get_first_child (row), GTK_ALIGN_START);
      add_label (row, lines[i], NULL);
      gtk_box_append (GTK_BOX (box), row);
    }
}

/* --- What was. ------------------------------------------------------------------------------------- */

static void
add_purchases (DaftarDealView *self)
{
  DaftarFormat *format = daftar_ui_context_get_format (self->ui);
  GtkWidget *box = self->details->purchases->len > 0 ? add_section (self, _("Sold")) : NULL;

  for (guint i = 0; i < self->details->purchases->len; i++)
    {
      DaftarPurchase *purchase = self->details->purchases->pdata[i];
      g_autofree char *amount = daftar_money_format (purchase->amount, purchase->currency, format);
      g_autofree char *items = daftar_bidi_isolate (purchase->items);
      g_autofree char *at = daftar_format_moment (format, purchase->at, daftar_ui_context_now (self->ui), DAFTAR_MOMENT_RELATIVE);
      g_autoptr (GString) line = g_string_new (amount);

      if (*items != '\0')
        g_string_append_printf (line, " · %s", items);
      g_string_append_printf (line, " · %s", at);
      if (purchase->warranty_until != NULL)
        {
          g_autofree char *day = daftar_format_day (format, purchase->warranty_until, DAFTAR_DAY_LONG);

          g_string_append (line, " · ");
          /* Translators: %s is a day. */
          g_string_append_printf (line, _("warranty until %s"), day);
        }
      gtk_widget_add_css_class (add_label (box, line->str, NULL), "daftar-numbers");
    }
}

static void
add_history (DaftarDealView *self)
{
  DaftarFormat *format = daftar_ui_context_get_format (self->ui);
  GtkWidget *box = add_section (self, _("Where it has been"));
  gint64 now = daftar_ui_context_now (self->ui);

  for (guint i = self->details->visits->len; i > 0; i--)
    {
      DaftarStageVisit *visit = self->details->visits->pdata[i - 1];
      gint64 until = visit->left_at != 0 ? visit->left_at : now;
      g_autofree char *since = daftar_format_moment (format, visit->entered_at, now, DAFTAR_MOMENT_EXACT);
      g_autofree char *duration = daftar_format_duration (format, MAX (until - visit->entered_at, G_TIME_SPAN_MINUTE));
      g_autoptr (GString) line = g_string_new (visit->stage_name);

      g_string_append_printf (line, " · %s · %s", since, duration);
      if (visit->staff_name != NULL)
        g_string_append_printf (line, " · %s", visit->staff_name);
      gtk_widget_add_css_class (add_label (box, line->str, i == self->details->visits->len ? NULL : "dim-label"),
                                "daftar-numbers");
    }
}

static void
add_notes (DaftarDealView *self)
{
  GtkWidget *box;

  if (self->details->deal->note == NULL && self->details->notes->len == 0)
    return;
  box = add_section (self, _("Notes"));
  if (self->details->deal->note != NULL)
    add_label (box, self->details->deal->note, NULL);
  for (guint i = 0; i < self->details->notes->len; i++)
    add_label (box, DAFTAR_INTERACTION (self->details->notes->pdata[i])->body, NULL);
}

static void
fill (DaftarDealView *self)
{
  GtkWidget *clamp = adw_clamp_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->box, "daftar-profile");
  add_header (self);
  add_next_steps (self);
  add_playbook (self);
  add_purchases (self);
  add_notes (self);
  add_history (self);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 720);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->box);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroll), clamp);
  daftar_pane_set_title (DAFTAR_PANE (self->pane), self->details->deal->customer_name, self->details->deal->stage_name);
  gtk_widget_set_sensitive (self->edit, TRUE);
}

/* --- Reading. -------------------------------------------------------------------------------------- */

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (DaftarDealView) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DaftarDealDetails) details = daftar_store_read_finish (DAFTAR_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (details == NULL)
    {
      /* It was deleted, or its adding was taken back: there is nothing to look at. */
      g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
      return;
    }
  g_clear_pointer (&self->details, daftar_deal_details_free);
  self->details = g_steal_pointer (&details);
  fill (self);
}

static void
read_deal (DaftarDealView *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->id == 0)
    return;
  self->cancellable = g_cancellable_new ();
  daftar_store_read_async (daftar_ui_context_get_store (self->ui), daftar_deal_details_read,
                           g_memdup2 (&self->id, sizeof self->id), g_free, (GDestroyNotify) daftar_deal_details_free,
                           self->cancellable, read_cb, g_object_ref (self));
}

static void
changed_cb (DaftarDealView *self,
            DaftarChanges  *changes)
{
  if (self->id != 0 && gtk_widget_get_mapped (GTK_WIDGET (self)) && daftar_changes_touch (changes, DAFTAR_KIND_DEAL, self->id))
    read_deal (self);
}

static void
back_cb (DaftarDealView *self)
{
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

static void
edit_cb (DaftarDealView *self)
{
  daftar_deal_dialog_edit (GTK_WIDGET (self), self->ui, self->details->deal);
}

/* --- The widget. ----------------------------------------------------------------------------------- */

static void
daftar_deal_view_dispose (GObject *object)
{
  DaftarDealView *self = DAFTAR_DEAL_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->pane, gtk_widget_unparent);
  g_clear_pointer (&self->details, daftar_deal_details_free);
  g_clear_object (&self->ui);
  G_OBJECT_CLASS (daftar_deal_view_parent_class)->dispose (object);
}

static void
daftar_deal_view_class_init (DaftarDealViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daftar_deal_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[SIGNAL_CLOSED] =
    g_signal_new ("closed", DAFTAR_TYPE_DEAL_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
daftar_deal_view_init (DaftarDealView *self)
{
  GtkWidget *back = gtk_button_new_from_icon_name ("go-previous-symbolic");

  gtk_widget_set_name (GTK_WIDGET (self), "deal-view");
  self->pane = daftar_pane_new (NULL);
  gtk_widget_add_css_class (self->pane, "daftar-surface");
  gtk_widget_set_name (back, "deal-back");
  gtk_widget_set_tooltip_text (back, _("Back to the board"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (back), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Back to the board"), -1);
  g_signal_connect_swapped (back, "clicked", G_CALLBACK (back_cb), self);
  daftar_pane_pack_start (DAFTAR_PANE (self->pane), back);
  self->edit = gtk_button_new_with_mnemonic (_("_Edit"));
  gtk_widget_set_name (self->edit, "deal-edit");
  gtk_widget_set_sensitive (self->edit, FALSE);
  g_signal_connect_swapped (self->edit, "clicked", G_CALLBACK (edit_cb), self);
  daftar_pane_pack_end (DAFTAR_PANE (self->pane), self->edit);
  self->scroll = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  daftar_pane_set_child (DAFTAR_PANE (self->pane), self->scroll);
  gtk_widget_set_parent (self->pane, GTK_WIDGET (self));
}

/**
 * daftar_deal_view_new:
 * @ui: the context
 *
 * Returns: (transfer floating): a view without a deal yet
 */
GtkWidget *
daftar_deal_view_new (DaftarUiContext *ui)
{
  DaftarDealView *self = g_object_new (DAFTAR_TYPE_DEAL_VIEW, NULL);

  self->ui = g_object_ref (ui);
  g_signal_connect_object (daftar_ui_context_get_store (ui), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * daftar_deal_view_show:
 * @self: the view
 * @deal_id: which
 */
void
daftar_deal_view_show (DaftarDealView *self,
                       gint64          deal_id)
{
  self->id = deal_id;
  gtk_widget_set_sensitive (self->edit, FALSE);
  read_deal (self);
}
