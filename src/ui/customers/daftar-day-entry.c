/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-day-entry.h"

#include "daftar-date.h"

#include <glib/gi18n.h>

struct _DaftarDayEntry
{
  GtkWidget parent_instance;

  DaftarUiContext *ui;
  GtkWidget *box;
  GtkWidget *entry;
  GtkWidget *meaning;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DaftarDayEntry, daftar_day_entry, GTK_TYPE_WIDGET)

/* What is most often meant, by days from today. */
static const struct
{
  const char *label;
  int days;
} choices[] = {
  { N_("Today"), 0 },
  { N_("Tomorrow"), 1 },
  { N_("In 3 days"), 3 },
  { N_("In a week"), 7 },
  { N_("In a month"), 30 },
};

static void
show_meaning (DaftarDayEntry *self)
{
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gboolean understood = daftar_day_entry_get_day (self, &day, &error);

  if (day != NULL)
    text = daftar_format_day (daftar_ui_context_get_format (self->ui), day, DAFTAR_DAY_WEEKDAY);
  gtk_label_set_label (GTK_LABEL (self->meaning), !understood ? error->message : text != NULL ? text : "");
  gtk_widget_set_visible (self->meaning, !understood || text != NULL);
  if (understood)
    gtk_widget_remove_css_class (self->meaning, "daftar-late");
  else
    gtk_widget_add_css_class (self->meaning, "daftar-late");
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
choice_cb (GtkWidget      *button,
           DaftarDayEntry *self)
{
  int days = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "days"));
  g_autofree char *today = daftar_ui_context_today (self->ui);
  g_autofree char *day = daftar_date_add_days (today, days);

  daftar_day_entry_set_day (self, day);
}

static gboolean
grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (DAFTAR_DAY_ENTRY (widget)->entry);
}

static void
daftar_day_entry_dispose (GObject *object)
{
  DaftarDayEntry *self = DAFTAR_DAY_ENTRY (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->ui);
  G_OBJECT_CLASS (daftar_day_entry_parent_class)->dispose (object);
}

static void
daftar_day_entry_class_init (DaftarDayEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daftar_day_entry_dispose;
  widget_class->grab_focus = grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", DAFTAR_TYPE_DAY_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_choices (DaftarDayEntry *self)
{
  GtkWidget *flow = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), G_N_ELEMENTS (choices));
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 6);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (flow), 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (flow), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Day"), -1);
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      GtkWidget *button = gtk_button_new_with_label (_(choices[i].label));

      g_object_set_data (G_OBJECT (button), "days", GINT_TO_POINTER (choices[i].days));
      g_signal_connect (button, "clicked", G_CALLBACK (choice_cb), self);
      gtk_flow_box_append (GTK_FLOW_BOX (flow), button);
    }
  return flow;
}

static void
daftar_day_entry_init (DaftarDayEntry *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->entry = gtk_entry_new ();
  gtk_widget_set_name (self->entry, "day-entry");
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _("When: tomorrow, Thursday, 25/12…"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Day"), -1);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (show_meaning), self);
  self->meaning = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->meaning), 0);
  gtk_label_set_wrap (GTK_LABEL (self->meaning), TRUE);
  gtk_widget_add_css_class (self->meaning, "daftar-second");
  gtk_widget_set_visible (self->meaning, FALSE);
  gtk_box_append (GTK_BOX (self->box), make_choices (self));
  gtk_box_append (GTK_BOX (self->box), self->entry);
  gtk_box_append (GTK_BOX (self->box), self->meaning);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * daftar_day_entry_new:
 * @ui: the context
 *
 * Returns: (transfer floating): an empty entry
 */
GtkWidget *
daftar_day_entry_new (DaftarUiContext *ui)
{
  DaftarDayEntry *self = g_object_new (DAFTAR_TYPE_DAY_ENTRY, NULL);

  self->ui = g_object_ref (ui);
  return GTK_WIDGET (self);
}

/**
 * daftar_day_entry_get_day:
 * @self: the entry
 * @day: (out) (nullable) (transfer full): the ISO day, or %NULL if the entry is empty
 * @error: return location for a sentence for the user
 *
 * Returns: whether what was typed is a day, or nothing was typed
 */
gboolean
daftar_day_entry_get_day (DaftarDayEntry  *self,
                          char           **day,
                          GError         **error)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *today = daftar_ui_context_today (self->ui);

  *day = NULL;
  if (*text == '\0')
    return TRUE;
  *day = daftar_date_parse_near (text, today, DAFTAR_DATE_ORDER_DMY, error);
  return *day != NULL;
}

/**
 * daftar_day_entry_set_day:
 * @self: the entry
 * @day: (nullable): an ISO day
 */
void
daftar_day_entry_set_day (DaftarDayEntry *self,
                          const char     *day)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), day != NULL ? day : "");
}
