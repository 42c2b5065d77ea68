/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-today-row.h"

#include "daftar-bidi.h"
#include "daftar-date.h"
#include "daftar-icons.h"

#include <glib/gi18n.h>

/* How each reason looks: a colour, an icon and always a word. */
static const struct
{
  const char *icon;
  const char *css_class;
  const char *button;
} looks[DAFTAR_N_TODAY] = {
  [DAFTAR_TODAY_TICKET_LATE] = { "daftar-late-symbolic", "daftar-late", N_("Answer") },
  [DAFTAR_TODAY_FOLLOW_UP_OVERDUE] = { "daftar-late-symbolic", "daftar-late", N_("Done") },
  [DAFTAR_TODAY_TICKET_SOON] = { "daftar-inbox-symbolic", "daftar-soon", N_("Answer") },
  [DAFTAR_TODAY_FOLLOW_UP_DUE] = { "daftar-followups-symbolic", "daftar-next", N_("Done") },
  [DAFTAR_TODAY_OCCASION] = { "daftar-occasion-symbolic", "daftar-good", N_("Greet") },
  [DAFTAR_TODAY_DEAL_QUIET] = { "daftar-quiet-symbolic", "daftar-soon", N_("Next Step") },
  [DAFTAR_TODAY_DEAL_NO_STEP] = { "daftar-boards-symbolic", "dim-label", N_("Next Step") },
};

static DaftarTodayItem *
copy_item (const DaftarTodayItem *item)
{
  DaftarTodayItem *copy = g_memdup2 (item, sizeof *item);

  copy->title = g_strdup (item->title);
  copy->customer_name = g_strdup (item->customer_name);
  copy->phone = g_strdup (item->phone);
  copy->day = g_strdup (item->day);
  return copy;
}

static char *
days_word (DaftarUiContext *ui,
           int              days)
{
  g_autofree char *number = daftar_format_number (daftar_ui_context_get_format (ui), days);

  /* Translators: %s is a number of days, for which the form is chosen: a deal in which nothing happened. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "quiet for %s day", "quiet for %s days", days), number);
}

static char *
occasion_word (DaftarUiContext *ui,
               const char      *day)
{
  g_autofree char *today = daftar_ui_context_today (ui);
  int days = daftar_date_difference (today, day);

  if (days == 0)
    return g_strdup (C_("occasion", "today"));
  if (days == 1)
    return g_strdup (C_("occasion", "tomorrow"));
  return daftar_format_day (daftar_ui_context_get_format (ui), day, DAFTAR_DAY_WEEKDAY);
}

static char *
reason_word (DaftarUiContext       *ui,
             const DaftarTodayItem *item)
{
  DaftarFormat *format = daftar_ui_context_get_format (ui);
  gint64 now = daftar_ui_context_now (ui);
  g_autofree char *time = daftar_format_duration (format, ABS (now - item->at));

  switch (item->reason)
    {
    case DAFTAR_TODAY_TICKET_LATE:
    case DAFTAR_TODAY_FOLLOW_UP_OVERDUE:
      /* Translators: %s is a duration, as in "2 h 10 min". */
      return g_strdup_printf (_("late by %s"), time);
    case DAFTAR_TODAY_TICKET_SOON:
      /* Translators: %s is a duration, as in "45 min". */
      return g_strdup_printf (_("%s left"), time);
    case DAFTAR_TODAY_FOLLOW_UP_DUE:
      return g_strdup (_("due today"));
    case DAFTAR_TODAY_OCCASION:
      return occasion_word (ui, item->day);
    case DAFTAR_TODAY_DEAL_QUIET:
      return days_word (ui, item->quiet_days);
    case DAFTAR_TODAY_DEAL_NO_STEP:
    default:
      return g_strdup (_("no next step"));
    }
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* One that may be long; never narrower than its ellipsis, which GTK 4.8 would measure wrongly. */
static GtkWidget *
make_long_label (const char *text,
                 const char *css_class)
{
  GtkWidget *label = make_label (text, css_class);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 4);
  return label;
}

static GtkWidget *
make_reason (DaftarUiContext       *ui,
             const DaftarTodayItem *item,
             const char            *word)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = make_label (word, "daftar-reason");

  gtk_widget_add_css_class (line, looks[item->reason].css_class);
  gtk_widget_add_css_class (label, "daftar-numbers");
  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name (looks[item->reason].icon));
  gtk_box_append (GTK_BOX (line), label);
  if (item->kind == DAFTAR_KIND_TICKET)
    {
      GtkWidget *mood = daftar_mood_icon_new ();

      daftar_mood_icon_set (mood, item->mood);
      gtk_box_append (GTK_BOX (line), mood);
    }
  return line;
}

static GtkWidget *
make_button (const DaftarTodayItem *item)
{
  GtkWidget *button = gtk_button_new_with_label (_(looks[item->reason].button));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "today.act");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ix)", (int) item->kind, item->id);
  return button;
}

/**
 * daftar_today_row_new:
 * @ui: the context
 * @item: what is to be done
 *
 * Returns: (transfer floating): its row: the reason first, then what and whom, and the one thing to do
 */
GtkWidget *
daftar_today_row_new (DaftarUiContext       *ui,
                      const DaftarTodayItem *item)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *what = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *word = reason_word (ui, item);
  g_autofree char *customer = item->customer_name != NULL ? daftar_bidi_isolate (item->customer_name) : g_strdup ("");
  g_autofree char *spoken = g_strdup_printf ("%s, %s, %s", word, item->title, customer);

  gtk_box_append (GTK_BOX (what), make_long_label (item->title, "daftar-medium"));
  if (*customer != '\0')
    gtk_box_append (GTK_BOX (what), make_long_label (customer, "dim-label"));
  gtk_box_append (GTK_BOX (text), make_reason (ui, item, word));
  gtk_box_append (GTK_BOX (text), what);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_valign (text, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), text);
  gtk_box_append (GTK_BOX (line), make_button (item));
  gtk_widget_add_css_class (line, "daftar-row");
  gtk_widget_add_css_class (line, "daftar-today-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (row), "item", copy_item (item), (GDestroyNotify) daftar_today_item_free);
  return row;
}

/**
 * daftar_today_row_get_item:
 * @row: made by daftar_today_row_new()
 *
 * Returns: (transfer none): what it stands for
 */
const DaftarTodayItem *
daftar_today_row_get_item (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "item");
}
