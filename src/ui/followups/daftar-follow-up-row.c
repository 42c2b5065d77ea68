/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-follow-up-row.h"

#include "daftar-bidi.h"
#include "daftar-date.h"
#include "daftar-follow-up-view.h"
#include "daftar-icons.h"
#include "daftar-phone.h"

#include <glib/gi18n.h>

struct _DaftarFollowUpRow
{
  GtkWidget parent_instance;

  DaftarUiContext *ui;
  gint64 id;
  DaftarFollowUp *follow_up;

  GtkWidget *box;
  GtkWidget *check;
  GtkWidget *title;
  GtkWidget *second;
  GtkWidget *urgent;
  GtkWidget *repeat;
  GtkWidget *channel;
  GtkWidget *late;
  GtkWidget *when;
  GtkWidget *snooze;
};

G_DEFINE_FINAL_TYPE (DaftarFollowUpRow, daftar_follow_up_row, GTK_TYPE_WIDGET)

/* --- Words. ---------------------------------------------------------------------------------------- */

/**
 * daftar_follow_up_when:
 * @ui: the context
 * @follow_up: one
 *
 * Returns: (transfer full): when it is due, near ones in words: an hour only where one was said
 */
char *
daftar_follow_up_when (DaftarUiContext *ui,
                       DaftarFollowUp  *follow_up)
{
  DaftarFormat *format = daftar_ui_context_get_format (ui);
  GTimeZone *zone = daftar_format_get_zone (format);
  g_autofree char *today = daftar_ui_context_today (ui);
  gint64 noon = daftar_date_to_moment (today, 12 * 60, zone);

  if (follow_up->status != DAFTAR_FOLLOW_UP_STATUS_OPEN)
    return daftar_format_moment (format, follow_up->done_at, daftar_ui_context_now (ui), DAFTAR_MOMENT_RELATIVE);
  if (follow_up->due_minute < 0 && follow_up->snoozed_until <= follow_up->due_at)
    {
      if (g_strcmp0 (follow_up->due_day, today) == 0)
        return g_strdup (_("Today"));
      return daftar_format_moment (format, daftar_date_to_moment (follow_up->due_day, 12 * 60, zone), noon,
                                   DAFTAR_MOMENT_RELATIVE);
    }
  return daftar_format_moment (format, follow_up->next_at, daftar_ui_context_now (ui), DAFTAR_MOMENT_RELATIVE);
}

static char *
exactly (DaftarUiContext *ui,
         DaftarFollowUp  *follow_up)
{
  DaftarFormat *format = daftar_ui_context_get_format (ui);

  if (follow_up->status == DAFTAR_FOLLOW_UP_STATUS_OPEN && follow_up->due_minute < 0
      && follow_up->snoozed_until <= follow_up->due_at)
    return daftar_format_day (format, follow_up->due_day, DAFTAR_DAY_WEEKDAY);
  return daftar_format_moment (
    format, follow_up->status != DAFTAR_FOLLOW_UP_STATUS_OPEN ? follow_up->done_at : follow_up->next_at,
    daftar_ui_context_now (ui), DAFTAR_MOMENT_EXACT);
}

/* Amal Haddad · +966 … · Air conditioner; of what is done also how it went. */
static char *
describe (DaftarFollowUp *follow_up,
          const char     *country)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (follow_up->status != DAFTAR_FOLLOW_UP_STATUS_OPEN)
    g_ptr_array_add (parts, g_strdup (daftar_enum_label (&daftar_enum_follow_up_result, follow_up->result)));
  if (follow_up->outcome != NULL)
    g_ptr_array_add (parts, daftar_bidi_isolate (follow_up->outcome));
  if (follow_up->customer_name != NULL)
    g_ptr_array_add (parts, daftar_bidi_isolate (follow_up->customer_name));
  if (follow_up->phone != NULL && follow_up->status == DAFTAR_FOLLOW_UP_STATUS_OPEN)
    {
      g_autofree char *norm = daftar_phone_normalise (follow_up->phone, country);
      g_autofree char *number = norm != NULL ? daftar_phone_format (norm, country) : g_strdup (follow_up->phone);

      g_ptr_array_add (parts, daftar_bidi_ltr (number));
    }
  if (follow_up->deal_title != NULL)
    g_ptr_array_add (parts, daftar_bidi_isolate (follow_up->deal_title));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

/* --- Looks. ---------------------------------------------------------------------------------------- */

static void
set_late (DaftarFollowUpRow *self,
          gboolean           late)
{
  gtk_widget_set_visible (self->late, late);
  if (late)
    gtk_widget_add_css_class (self->when, "daftar-late");
  else
    gtk_widget_remove_css_class (self->when, "daftar-late");
}

static void
render (DaftarFollowUpRow *self)
{
  DaftarFollowUp *follow_up = self->follow_up;
  gboolean open = follow_up != NULL && follow_up->status == DAFTAR_FOLLOW_UP_STATUS_OPEN;
  g_autofree char *second = NULL;
  g_autofree char *when = NULL;
  g_autofree char *exact = NULL;
  g_autofree char *name = NULL;

  gtk_widget_set_sensitive (self->check, open);
  gtk_widget_set_visible (self->snooze, open);
  if (follow_up == NULL)
    {
      gtk_label_set_label (GTK_LABEL (self->title), "");
      gtk_label_set_label (GTK_LABEL (self->second), "");
      gtk_label_set_label (GTK_LABEL (self->when), "");
      return;
    }
  second = describe (follow_up, daftar_ui_context_get_shop (self->ui)->country);
  when = daftar_follow_up_when (self->ui, follow_up);
  exact = exactly (self->ui, follow_up);
  gtk_label_set_label (GTK_LABEL (self->title), follow_up->title);
  gtk_label_set_label (GTK_LABEL (self->second), second);
  gtk_widget_set_visible (self->second, *second != '\0');
  gtk_label_set_label (GTK_LABEL (self->when), when);
  gtk_widget_set_tooltip_text (self->when, exact);
  gtk_widget_set_visible (self->urgent, follow_up->urgent && open);
  gtk_widget_set_visible (self->repeat, follow_up->repeat_interval > 0 && open);
  gtk_widget_set_visible (self->channel, follow_up->channel != DAFTAR_CHANNEL_NONE);
  if (follow_up->channel != DAFTAR_CHANNEL_NONE)
    {
      gtk_image_set_from_icon_name (GTK_IMAGE (self->channel), daftar_icon_for_channel (follow_up->channel));
      gtk_widget_set_tooltip_text (self->channel, daftar_enum_label (&daftar_enum_channel, follow_up->channel));
    }
  set_late (self, daftar_follow_up_is_overdue (follow_up, daftar_format_get_zone (daftar_ui_context_get_format (self->ui)),
                                               daftar_ui_context_now (self->ui)));
  if (open)
    gtk_widget_remove_css_class (self->check, "done");
  else
    gtk_widget_add_css_class (self->check, "done");
  name = g_strdup_printf ("%s, %s, %s", follow_up->title, second, when);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (self))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * daftar_follow_up_snooze_menu:
 * @id: a follow-up
 *
 * Returns: (transfer full): when it may come back, for the page's actions
 */
GMenuModel *
daftar_follow_up_snooze_menu (gint64 id)
{
  static const struct
  {
    const char *label;
    DaftarSnooze snooze;
  } choices[] = {
    { N_("In an _Hour"), DAFTAR_SNOOZE_HOUR },
    { N_("_Tomorrow Morning"), DAFTAR_SNOOZE_TOMORROW },
    { N_("Next _Working Day"), DAFTAR_SNOOZE_WORKING_DAY },
    { N_("Choose a _Day and Time…"), DAFTAR_SNOOZE_UNTIL },
  };
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_(choices[i].label), NULL);

      g_menu_item_set_action_and_target (item, "follow-up.snooze", "(xi)", id, (int) choices[i].snooze);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static void
make_menu_cb (GtkMenuButton *button,
              gpointer       data)
{
  g_autoptr (GMenuModel) menu = daftar_follow_up_snooze_menu (DAFTAR_FOLLOW_UP_ROW (data)->id);

  gtk_menu_button_set_menu_model (button, menu);
}

static void
check_cb (DaftarFollowUpRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "follow-up.done", "x", self->id);
}

static void
daftar_follow_up_row_dispose (GObject *object)
{
  DaftarFollowUpRow *self = DAFTAR_FOLLOW_UP_ROW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->follow_up);
  g_clear_object (&self->ui);
  G_OBJECT_CLASS (daftar_follow_up_row_parent_class)->dispose (object);
}

static void
daftar_follow_up_row_class_init (DaftarFollowUpRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daftar_follow_up_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
add_icon (DaftarFollowUpRow *self,
          const char        *icon_name,
          const char        *tooltip)
{
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);

  gtk_widget_set_tooltip_text (icon, tooltip);
  gtk_widget_add_css_class (icon, "dim-label");
  gtk_widget_set_visible (icon, FALSE);
  gtk_box_append (GTK_BOX (self->box), icon);
  return icon;
}

static GtkWidget *
add_label (GtkWidget  *box,
           const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
daftar_follow_up_row_init (DaftarFollowUpRow *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_add_css_class (self->box, "daftar-row");
  self->check = gtk_button_new_from_icon_name ("daftar-check-symbolic");
  gtk_widget_add_css_class (self->check, "circular");
  gtk_widget_add_css_class (self->check, "daftar-round-check");
  gtk_widget_set_valign (self->check, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->check, _("Done"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Done"), -1);
  g_signal_connect_swapped (self->check, "clicked", G_CALLBACK (check_cb), self);
  gtk_box_append (GTK_BOX (self->box), self->check);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (words, TRUE);
  self->title = add_label (words, "daftar-medium");
  self->second = add_label (words, "daftar-second");
  gtk_widget_add_css_class (self->second, "dim-label");
  gtk_widget_add_css_class (self->second, "daftar-numbers");
  gtk_box_append (GTK_BOX (self->box), words);
  self->urgent = add_icon (self, "daftar-warning-symbolic", _("Urgent: reminds outside working hours too"));
  self->repeat = add_icon (self, "media-playlist-repeat-symbolic", _("Comes again"));
  self->channel = add_icon (self, "daftar-channel-phone-symbolic", NULL);
  self->late = add_icon (self, "daftar-late-symbolic", _("Overdue"));
  gtk_widget_remove_css_class (self->late, "dim-label");
  gtk_widget_add_css_class (self->late, "daftar-late");
  self->when = add_label (self->box, "daftar-reason");
  gtk_widget_add_css_class (self->when, "daftar-numbers");
  self->snooze = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->snooze), "daftar-snooze-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->snooze), make_menu_cb, self, NULL);
  gtk_widget_add_css_class (self->snooze, "flat");
  gtk_widget_set_valign (self->snooze, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->snooze, _("Remind later"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->snooze), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Remind later"), -1);
  gtk_box_append (GTK_BOX (self->box), self->snooze);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * daftar_follow_up_row_new:
 * @ui: the context
 *
 * Returns: (transfer floating): a row without a follow-up yet
 */
GtkWidget *
daftar_follow_up_row_new (DaftarUiContext *ui)
{
  DaftarFollowUpRow *self = g_object_new (DAFTAR_TYPE_FOLLOW_UP_ROW, NULL);

  self->ui = g_object_ref (ui);
  g_signal_connect_object (ui, "tick", G_CALLBACK (render), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (ui, "notify::format", G_CALLBACK (render), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * daftar_follow_up_row_set:
 * @self: the row, with a parent
 * @id: the follow-up's id
 * @follow_up: (nullable): the follow-up; %NULL as long as it isn't loaded
 */
void
daftar_follow_up_row_set (DaftarFollowUpRow *self,
                          gint64             id,
                          DaftarFollowUp    *follow_up)
{
  self->id = id;
  g_set_object (&self->follow_up, follow_up);
  if (gtk_widget_get_parent (GTK_WIDGET (self)) != NULL)
    render (self);
}

gint64
daftar_follow_up_row_get_id (DaftarFollowUpRow *self)
{
  return self->id;
}

DaftarFollowUp *
daftar_follow_up_row_get (DaftarFollowUpRow *self)
{
  return self->follow_up;
}

GtkWidget *
daftar_follow_up_row_get_check (DaftarFollowUpRow *self)
{
  return self->check;
}

/* Opens the choices of when to be reminded again. */
void
daftar_follow_up_row_snooze (DaftarFollowUpRow *self)
{
  if (gtk_widget_get_visible (self->snooze))
    gtk_menu_button_popup (GTK_MENU_BUTTON (self->snooze));
}
