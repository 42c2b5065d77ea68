/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-preferences.h"

#include "daftar-fields-preferences.h"
#include "daftar-shop-preferences.h"

#include "daftar-shell-dialog.h"

#include <glib/gi18n.h>

/* The preferences of this machine; those of the shop stand in the shop file. */

/* Codes and names of the languages; each stands in its own, the first follows the desktop. */
static const char *const language_codes[] = { "", "ar", "en" };

typedef struct
{
  GSettings *settings;
  char *key;
} Choice;

static void
choice_free (gpointer  data,
             GClosure *closure)
{
  Choice *choice = data;

  g_object_unref (choice->settings);
  g_free (choice->key);
  g_free (choice);
}

static void
chosen_cb (AdwComboRow *row,
           GParamSpec  *pspec,
           Choice      *choice)
{
  g_settings_set_enum (choice->settings, choice->key, (int) adw_combo_row_get_selected (row));
}

static GtkWidget *
combo_row (const char        *title,
           const char *const *names,
           guint              selected)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (names);
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  return row;
}

/* A row that holds the enum of a key; the names stand in the order of its values. */
static GtkWidget *
enum_row (GSettings         *settings,
          const char        *key,
          const char        *title,
          const char *const *names)
{
  GtkWidget *row = combo_row (title, names, (guint) g_settings_get_enum (settings, key));
  Choice *choice = g_new0 (Choice, 1);

  choice->settings = g_object_ref (settings);
  choice->key = g_strdup (key);
  gtk_widget_set_name (row, key);
  g_signal_connect_data (row, "notify::selected", G_CALLBACK (chosen_cb), choice, choice_free, 0);
  return row;
}

static void
language_cb (AdwComboRow *row,
             GParamSpec  *pspec,
             GSettings   *settings)
{
  guint selected = adw_combo_row_get_selected (row);

  if (selected >= G_N_ELEMENTS (language_codes))
    return;
  g_settings_set_string (settings, "language", language_codes[selected]);
  daftar_shell_preferences_toast (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (row))),
                                  _("The language changes when Daftar starts again."), _("_Start Again"), "app.restart");
}

static GtkWidget *
language_row (GSettings *settings)
{
  const char *names[] = { _("Same as the desktop"), "العربية", "English", NULL };
  g_autofree char *code = g_settings_get_string (settings, "language");
  guint selected = 0;
  GtkWidget *row;

  for (guint i = 0; i < G_N_ELEMENTS (language_codes); i++)
    if (g_strcmp0 (code, language_codes[i]) == 0)
      selected = i;
  row = combo_row (_("Language"), names, selected);
  gtk_widget_set_name (row, "language");
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (language_cb), settings, 0);
  return row;
}

static GtkWidget *
switch_row (GSettings  *settings,
            const char *key,
            const char *title,
            const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_widget_set_name (toggle, key);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_settings_bind (settings, key, toggle, "active", G_SETTINGS_BIND_DEFAULT);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  return row;
}

static AdwPreferencesGroup *
add_group (AdwPreferencesPage *page,
           const char         *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
  return ADW_PREFERENCES_GROUP (group);
}

static AdwPreferencesPage *
general_page (GSettings *settings)
{
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  const char *styles[] = { _("Same as the desktop"), _("Light"), _("Dark"), NULL };
  const char *digits[] = { _("By country"), "0 1 2 3", "٠ ١ ٢ ٣", NULL };
  const char *calendars[] = { _("By country"), _("Gregorian"), _("Hijri"), _("Gregorian and Hijri"),
                              NULL };
  AdwPreferencesGroup *group;

  adw_preferences_page_set_title (page, _("General"));
  adw_preferences_page_set_icon_name (page, "preferences-system-symbolic");
  group = add_group (page, _("Appearance"));
  adw_preferences_group_add (group, language_row (settings));
  adw_preferences_group_add (group, enum_row (settings, "color-scheme", _("Style"), styles));
  adw_preferences_group_add (group, enum_row (settings, "digits", _("Digits"), digits));
  adw_preferences_group_add (group, enum_row (settings, "calendar", _("Calendar"), calendars));
  group = add_group (page, _("Reminders"));
  adw_preferences_group_add (group, switch_row (settings, "notifications", _("Notifications"),
                                                _("When something is due, also while the window is closed")));
  return page;
}

/**
 * daftar_preferences_present:
 * @parent: the window it stands over
 * @settings: those of this machine
 * @ui: (nullable): the context of the open shop; %NULL before there is one
 *
 * Shows the preferences.
 */
void
daftar_preferences_present (GtkWindow       *parent,
                            GSettings       *settings,
                            DaftarUiContext *ui)
{
  GtkWindow *window = daftar_shell_preferences_new (parent, _("Preferences"));

  gtk_widget_set_name (GTK_WIDGET (window), "preferences");
  daftar_shell_preferences_add_page (window, general_page (settings));
  if (ui != NULL)
    {
      AdwPreferencesPage *fields = daftar_fields_preferences_new (ui);

      daftar_shell_preferences_add_page (window, daftar_shop_preferences_new (ui));
      daftar_shell_preferences_add_page (window, fields);
      /* Toasts are the window's. */
      gtk_widget_insert_action_group (GTK_WIDGET (window), "fields",
                                      g_object_get_data (G_OBJECT (fields), "actions"));
    }
  gtk_window_present (window);
}
