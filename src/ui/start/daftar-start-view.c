/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-start-view.h"

#include <glib/gi18n.h>
#include <string.h>

#include "daftar-country.h"
#include "daftar-format.h"
#include "daftar-setup.h"
#include "daftar-text.h"

#define FIRST_HOUR 5
#define N_HOURS 24

struct _DaftarStartView
{
  AdwBin parent_instance;

  DaftarStore *store;
  GSettings *settings;
  DaftarFormat *format;
  GPtrArray *countries; /* const DaftarCountry *, by their names */

  GtkStack *stack;
  AdwEntryRow *name;
  AdwEntryRow *owner;
  AdwComboRow *country;
  GtkToggleButton *days[8]; /* by ISO weekday */
  AdwComboRow *from;
  AdwComboRow *to;
  GtkLabel *error;
  GtkWidget *go_on;
};

enum
{
  SIGNAL_IMPORT,
  SIGNAL_EMPTY,
  SIGNAL_SAMPLE,
  SIGNAL_RESTART,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DaftarStartView, daftar_start_view, ADW_TYPE_BIN)

/* --- Where one is. --------------------------------------------------------------------------------- */

static const char *
interface_language (void)
{
  return gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL ? "ar" : "en";
}

static int
compare_countries (gconstpointer a,
                   gconstpointer b)
{
  const DaftarCountry *one = *(const DaftarCountry **) a, *other = *(const DaftarCountry **) b;

  return g_utf8_collate (daftar_country_name (one), daftar_country_name (other));
}

/* The country that this computer is set to, by its time zone or else by its locale. */
static const char *
guess_country (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  const char *identifier = g_time_zone_get_identifier (zone);
  const char *const *names = g_get_language_names ();
  gsize n = 0;
  const DaftarCountry *all = daftar_country_list (&n);

  for (gsize i = 0; i < n; i++)
    if (g_strcmp0 (identifier, all[i].zone) == 0)
      return all[i].code;
  for (; *names != NULL; names++)
    {
      const char *underscore = strchr (*names, '_');
      g_autofree char *code = underscore != NULL ? g_strndup (underscore + 1, 2) : NULL;
      const DaftarCountry *found = code != NULL ? daftar_country_lookup (code) : NULL;

      if (found != NULL)
        return found->code;
    }
  return "SA";
}

static void
list_countries (DaftarStartView *self)
{
  gsize n = 0;
  const DaftarCountry *all = daftar_country_list (&n);

  for (gsize i = 0; i < n; i++)
    g_ptr_array_add (self->countries, (gpointer) &all[i]);
  g_ptr_array_sort (self->countries, compare_countries);
}

static const DaftarCountry *
chosen_country (DaftarStartView *self)
{
  return g_ptr_array_index (self->countries, MIN (adw_combo_row_get_selected (self->country), self->countries->len - 1));
}

/* --- Parts. ---------------------------------------------------------------------------------------- */

static GtkWidget *
make_title (const char *title,
            const char *sentence)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *second = gtk_label_new (sentence);

  gtk_widget_add_css_class (label, "title-1");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_wrap (GTK_LABEL (second), TRUE);
  gtk_label_set_justify (GTK_LABEL (second), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (second, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), second);
  return box;
}

static GtkWidget *
make_page (GtkWidget *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), title);
  return box;
}

static void
put_page (DaftarStartView *self,
          const char      *name,
          GtkWidget       *box)
{
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 460);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), clamp);
  gtk_widget_set_vexpand (scroll, TRUE);
  gtk_stack_add_named (self->stack, scroll, name);
}

static GtkWidget *
make_choice (const char *name,
             const char *icon_name,
             const char *title,
             const char *subtitle,
             GCallback   callback,
             gpointer    data)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  if (icon_name != NULL)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon_name));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_name (row, name);
  g_signal_connect (row, "activated", callback, data);
  return row;
}

/* --- The language. --------------------------------------------------------------------------------- */

static void
choose_language (DaftarStartView *self,
                 const char      *language)
{
  g_settings_set_string (self->settings, "language", language);
  if (g_str_equal (language, interface_language ()))
    {
      gtk_stack_set_visible_child_name (self->stack, "shop");
      gtk_widget_grab_focus (GTK_WIDGET (self->name));
    }
  else
    g_signal_emit (self, signals[SIGNAL_RESTART], 0);
}

static void
arabic_cb (AdwActionRow    *row,
           DaftarStartView *self)
{
  choose_language (self, "ar");
}

static void
english_cb (AdwActionRow    *row,
            DaftarStartView *self)
{
  choose_language (self, "en");
}

/* Whoever reads this has not chosen yet: both languages stand here. */
static void
add_language_page (DaftarStartView *self)
{
  GtkWidget *box = make_page (make_title ("دفتر · Daftar", "اختر لغتك\nChoose your language"));
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             make_choice ("start-arabic", NULL, "العربية", NULL, G_CALLBACK (arabic_cb), self));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             make_choice ("start-english", NULL, "English", NULL, G_CALLBACK (english_cb), self));
  gtk_box_append (GTK_BOX (box), group);
  put_page (self, "language", box);
}

/* --- The shop. ------------------------------------------------------------------------------------- */

static void
show_error (DaftarStartView *self,
            const char      *sentence)
{
  gtk_label_set_label (self->error, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), sentence != NULL);
}

static GArray *
read_spans (DaftarStartView *self)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (DaftarSpan));
  int from = (FIRST_HOUR + (int) adw_combo_row_get_selected (self->from)) * 60;
  int to = (FIRST_HOUR + 1 + (int) adw_combo_row_get_selected (self->to)) * 60;

  for (int weekday = 1; weekday <= 7; weekday++)
    {
      DaftarSpan today = { weekday, from, MIN (to, 24 * 60) };
      DaftarSpan after = { weekday % 7 + 1, 0, to - 24 * 60 };

      if (!gtk_toggle_button_get_active (self->days[weekday]))
        continue;
      g_array_append_val (spans, today);
      /* Open past midnight: the rest belongs to the next day. */
      if (to > 24 * 60)
        g_array_append_val (spans, after);
    }
  return spans;
}

static const char *
find_mistake (DaftarStartView *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));

  if (*name == '\0')
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->name));
      return _("Enter the name of your shop.");
    }
  if (adw_combo_row_get_selected (self->to) < adw_combo_row_get_selected (self->from))
    return _("The shop must close after it opens. Choose a later time.");
  for (int weekday = 1; weekday <= 7; weekday++)
    if (gtk_toggle_button_get_active (self->days[weekday]))
      return NULL;
  return _("Choose at least one day on which the shop is open.");
}

static void
set_up_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (DaftarStartView) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DaftarShop) shop = daftar_store_write_finish (DAFTAR_STORE (source), result, NULL, &error);

  if (self->stack == NULL)
    return;
  gtk_widget_set_sensitive (self->go_on, TRUE);
  if (shop == NULL)
    show_error (self, error->message);
  else
    gtk_stack_set_visible_child_name (self->stack, "first");
}

static void
go_on_cb (DaftarStartView *self)
{
  DaftarSetup *setup;
  const char *mistake = find_mistake (self);

  show_error (self, mistake);
  if (mistake != NULL)
    return;
  setup = daftar_setup_new ();
  setup->name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name)));
  setup->owner = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->owner))));
  setup->country = g_strdup (chosen_country (self)->code);
  setup->language = g_strdup (interface_language ());
  setup->spans = read_spans (self);
  gtk_widget_set_sensitive (self->go_on, FALSE);
  daftar_store_write_async (self->store, "shop.set-up", daftar_setup_write, setup, (GDestroyNotify) daftar_setup_free,
                            g_object_unref, NULL, set_up_cb, g_object_ref (self));
}

static void
typed_cb (DaftarStartView *self)
{
  show_error (self, NULL);
}

/* The country's own days. */
static void
country_cb (DaftarStartView *self)
{
  const DaftarCountry *country = chosen_country (self);

  for (int weekday = 1; weekday <= 7; weekday++)
    gtk_toggle_button_set_active (self->days[weekday], !(country->weekend & (1u << weekday)));
}

static GtkWidget *
make_days (DaftarStartView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *row = adw_preferences_row_new ();
  int first = daftar_format_get_first_weekday (self->format);

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  for (int i = 0; i < 7; i++)
    {
      int weekday = (first - 1 + i) % 7 + 1;
      const char *name = daftar_format_weekday_name (self->format, weekday);
      g_autofree char *article = g_str_has_prefix (name, "ال") ? g_strdup (name + strlen ("ال")) : g_strdup (name);
      g_autofree char *shortened = g_utf8_substring (article, 0, MIN (3, g_utf8_strlen (article, -1)));
      GtkWidget *button = gtk_toggle_button_new_with_label (g_str_equal (interface_language (), "ar") ? article : shortened);

      self->days[weekday] = GTK_TOGGLE_BUTTON (button);
      gtk_widget_set_hexpand (button, TRUE);
      gtk_widget_set_tooltip_text (button, name);
      gtk_widget_add_css_class (button, "daftar-day");
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      gtk_box_append (GTK_BOX (box), button);
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Days"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static AdwComboRow *
make_time (DaftarStartView *self,
           const char      *title,
           const char      *name,
           int              first_hour,
           int              hour)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) times = gtk_string_list_new (NULL);

  for (int i = 0; i < N_HOURS; i++)
    {
      g_autofree char *time = daftar_format_time_of_day (self->format, (first_hour + i) % 24 * 60);

      gtk_string_list_append (times, time);
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (times));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), hour - first_hour);
  gtk_widget_set_name (row, name);
  return ADW_COMBO_ROW (row);
}

static GtkWidget *
make_country (DaftarStartView *self)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const char *guess = guess_country ();
  guint selected = 0;

  for (guint i = 0; i < self->countries->len; i++)
    {
      const DaftarCountry *country = g_ptr_array_index (self->countries, i);

      gtk_string_list_append (names, daftar_country_name (country));
      if (g_str_equal (country->code, guess))
        selected = i;
    }
  self->country = ADW_COMBO_ROW (row);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Country"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("For currency, phone numbers and days off"));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  gtk_widget_set_name (row, "start-country");
  return row;
}

static GtkWidget *
make_entry (const char      *title,
            const char      *name,
            DaftarStartView *self)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_name (row, name);
  g_signal_connect_swapped (row, "entry-activated", G_CALLBACK (go_on_cb), self);
  return row;
}

static void
add_shop_page (DaftarStartView *self)
{
  GtkWidget *box = make_page (make_title (_("Your shop"), _("All of it can be changed later.")));
  GtkWidget *shop = adw_preferences_group_new ();
  GtkWidget *hours = adw_preferences_group_new ();

  self->name = ADW_ENTRY_ROW (make_entry (_("Name of the shop"), "start-name", self));
  self->owner = ADW_ENTRY_ROW (make_entry (_("Your name"), "start-owner", self));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (shop), GTK_WIDGET (self->name));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (shop), GTK_WIDGET (self->owner));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (shop), make_country (self));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (hours), _("When are you open?"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (hours), make_days (self));
  self->from = make_time (self, _("From"), "start-from", FIRST_HOUR, 9);
  self->to = make_time (self, _("To"), "start-to", FIRST_HOUR + 1, 21);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (hours), GTK_WIDGET (self->from));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (hours), GTK_WIDGET (self->to));
  country_cb (self);
  g_signal_connect_swapped (self->country, "notify::selected", G_CALLBACK (country_cb), self);
  g_signal_connect_swapped (self->name, "changed", G_CALLBACK (typed_cb), self);
  self->error = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->error, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->error), "error");
  gtk_widget_set_name (GTK_WIDGET (self->error), "start-error");
  show_error (self, NULL);
  self->go_on = gtk_button_new_with_mnemonic (_("_Continue"));
  gtk_widget_add_css_class (self->go_on, "pill");
  gtk_widget_add_css_class (self->go_on, "suggested-action");
  gtk_widget_set_halign (self->go_on, GTK_ALIGN_CENTER);
  gtk_widget_set_name (self->go_on, "start-continue");
  g_signal_connect_swapped (self->go_on, "clicked", G_CALLBACK (go_on_cb), self);
  gtk_box_append (GTK_BOX (box), shop);
  gtk_box_append (GTK_BOX (box), hours);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->error));
  gtk_box_append (GTK_BOX (box), self->go_on);
  put_page (self, "shop", box);
}

/* --- What first. ----------------------------------------------------------------------------------- */

static void
import_cb (AdwActionRow    *row,
           DaftarStartView *self)
{
  g_signal_emit (self, signals[SIGNAL_IMPORT], 0);
}

static void
empty_cb (AdwActionRow    *row,
          DaftarStartView *self)
{
  g_signal_emit (self, signals[SIGNAL_EMPTY], 0);
}

static void
sample_cb (AdwActionRow    *row,
           DaftarStartView *self)
{
  g_signal_emit (self, signals[SIGNAL_SAMPLE], 0);
}

static void
add_first_page (DaftarStartView *self)
{
  GtkWidget *box = make_page (make_title (_("Welcome"), _("Your notebook is ready. How do you want to begin?")));
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             make_choice ("start-import", "daftar-customers-symbolic", _("_Import customers"),
                                          _("From a table or the contacts of a phone"), G_CALLBACK (import_cb), self));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             make_choice ("start-empty", "daftar-note-symbolic", _("_Start empty"),
                                          _("Write down whoever comes in"), G_CALLBACK (empty_cb), self));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             make_choice ("start-sample", "daftar-today-symbolic", _("_Look at a sample shop"),
                                          _("In a window of its own, to try everything"), G_CALLBACK (sample_cb), self));
  gtk_box_append (GTK_BOX (box), group);
  put_page (self, "first", box);
}

/* --- The object. ----------------------------------------------------------------------------------- */

static void
daftar_start_view_dispose (GObject *object)
{
  /* An answer that comes now has no widgets to be shown in. */
  DAFTAR_START_VIEW (object)->stack = NULL;
  G_OBJECT_CLASS (daftar_start_view_parent_class)->dispose (object);
}

static void
daftar_start_view_finalize (GObject *object)
{
  DaftarStartView *self = DAFTAR_START_VIEW (object);

  g_clear_object (&self->store);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->format, daftar_format_unref);
  g_clear_pointer (&self->countries, g_ptr_array_unref);
  G_OBJECT_CLASS (daftar_start_view_parent_class)->finalize (object);
}

static void
daftar_start_view_class_init (DaftarStartViewClass *klass)
{
  static const char *const names[N_SIGNALS] = { "import", "empty", "sample", "restart" };

  G_OBJECT_CLASS (klass)->dispose = daftar_start_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = daftar_start_view_finalize;
  for (int i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], DAFTAR_TYPE_START_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
daftar_start_view_init (DaftarStartView *self)
{
  self->countries = g_ptr_array_new ();
  list_countries (self);
}

/**
 * daftar_start_view_new:
 * @store: a file without a shop in it
 * @settings: of this machine; the language is chosen there
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
daftar_start_view_new (DaftarStore *store,
                       GSettings   *settings)
{
  DaftarStartView *self = g_object_new (DAFTAR_TYPE_START_VIEW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  g_autofree char *language = g_settings_get_string (settings, "language");

  self->store = g_object_ref (store);
  self->settings = g_object_ref (settings);
  self->format = daftar_format_new (interface_language (), guess_country (), FALSE, DAFTAR_CALENDAR_GREGORIAN, NULL);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_transition_type (self->stack, GTK_STACK_TRANSITION_TYPE_SLIDE_LEFT_RIGHT);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), gtk_label_new (NULL));
  gtk_widget_add_css_class (header, "flat");
  add_language_page (self);
  add_shop_page (self);
  add_first_page (self);
  if (*language != '\0')
    gtk_stack_set_visible_child_name (self->stack, "shop");
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  gtk_widget_set_name (GTK_WIDGET (self), "start");
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}
