/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-fact-rows.h"

#include "daftar-bidi.h"
#include "daftar-part-edit.h"

#include <glib/gi18n.h>

typedef struct
{
  DaftarProfileFacts *facts; /* unowned: the row is in it */
  DaftarOccasion *occasion;  /* as it was when the row was made; without an id if it is new */

  GtkWidget *kind; /* these while it is edited */
  GtkWidget *label;
  GtkWidget *day;
  GtkWidget *calendar;
  GtkWidget *meaning;
} Day;

static void
day_free (gpointer data)
{
  Day *self = data;

  g_object_unref (self->occasion);
  g_free (self);
}

/* --- In words. ------------------------------------------------------------------------------------- */

/**
 * daftar_fact_occasion_words:
 * @ui: the context
 * @occasion: an occasion
 *
 * Returns: (transfer full): its date in the calendar that it comes back by: "1 Ramadan 1410", "15 March"
 */
char *
daftar_fact_occasion_words (DaftarUiContext *ui,
                            DaftarOccasion  *occasion)
{
  DaftarFormat *format = daftar_ui_context_get_format (ui);
  int year, month, day;
  const char *name;
  g_autofree char *plain = NULL;

  if (!daftar_occasion_get_date (occasion, &year, &month, &day))
    return g_strdup (occasion->day);
  name = occasion->hijri ? daftar_format_hijri_month_name (format, month) : daftar_format_month_name (format, month);
  plain = year == 0 ? g_strdup_printf ("%d %s", day, name) : g_strdup_printf ("%d %s %d", day, name, year);
  return daftar_format_digits (format, plain);
}

/**
 * daftar_fact_occasion_next:
 * @ui: the context
 * @occasion: an occasion
 *
 * Returns: (transfer full) (nullable): when it is next, and how many years it will be then
 */
char *
daftar_fact_occasion_next (DaftarUiContext *ui,
                           DaftarOccasion  *occasion)
{
  DaftarFormat *format = daftar_ui_context_get_format (ui);
  g_autofree char *today = daftar_ui_context_today (ui);
  int years = 0;
  g_autofree char *next = daftar_occasion_next (occasion, today, &years);
  g_autofree char *words = NULL;
  g_autofree char *number = daftar_format_number (format, years);

  if (next == NULL)
    return NULL;
  words = g_str_equal (next, today) ? g_strdup (C_ ("occasion", "today")) : daftar_format_day (format, next, DAFTAR_DAY_LONG);
  if (years <= 0)
    /* Translators: %s is a day: when a birthday comes next. */
    return g_strdup_printf (_("next on %s"), words);
  /* Translators: %1$s is a day, %2$s a number of years, for which the form is chosen: "next on 1 March 2026: 36 years". */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "next on %1$s: %2$s year", "next on %1$s: %2$s years", years),
                          words, number);
}

/* --- Editing. -------------------------------------------------------------------------------------- */

static gboolean
is_hijri (Day *self)
{
  return gtk_drop_down_get_selected (GTK_DROP_DOWN (self->calendar)) == 1;
}

/* The day as it was understood, before it is saved. */
static void
show_meaning (Day *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->day));
  g_autoptr (DaftarOccasion) occasion = daftar_occasion_new ();
  g_autofree char *words = NULL;
  g_autofree char *next = NULL;
  g_autofree char *both = NULL;

  occasion->hijri = is_hijri (self);
  occasion->day = daftar_occasion_parse (text, occasion->hijri, NULL);
  /* Its line stays, so that nothing moves while one types. */
  gtk_label_set_label (GTK_LABEL (self->meaning), "");
  if (occasion->day == NULL)
    return;
  words = daftar_fact_occasion_words (daftar_profile_facts_get_ui (self->facts), occasion);
  next = daftar_fact_occasion_next (daftar_profile_facts_get_ui (self->facts), occasion);
  both = g_strdup_printf ("%s%s · %s", daftar_fact_page_mark (), words, next != NULL ? next : "");
  gtk_label_set_label (GTK_LABEL (self->meaning), both);
}

static void
kind_cb (Day *self)
{
  gtk_widget_set_visible (self->label,
                          gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kind)) == DAFTAR_OCCASION_KIND_OTHER);
}

/**
 * daftar_fact_occasion_edit_text:
 * @occasion: an occasion
 *
 * Returns: (transfer full): what an entry begins with: read again it is the same
 */
char *
daftar_fact_occasion_edit_text (DaftarOccasion *occasion)
{
  int year, month, day;

  if (!daftar_occasion_get_date (occasion, &year, &month, &day))
    return g_strdup ("");
  return year == 0 ? g_strdup_printf ("%d/%d", day, month) : g_strdup_printf ("%d/%d/%d", day, month, year);
}

static GtkWidget *
make (DaftarFactRow *row,
      gpointer       data)
{
  Day *self = data;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autoptr (GStrvBuilder) kinds = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  const char *calendars[] = { _("Gregorian"), _("Hijri"), NULL };
  g_autofree char *text = daftar_fact_occasion_edit_text (self->occasion);

  for (guint i = 0; i < daftar_enum_occasion_kind.n_values; i++)
    g_strv_builder_add (kinds, daftar_enum_label (&daftar_enum_occasion_kind, i));
  names = g_strv_builder_end (kinds);
  self->kind = daftar_fact_choice_new (_("Kind"), (const char *const *) names, self->occasion->kind);
  gtk_widget_set_name (self->kind, "occasion-kind");
  self->label = daftar_fact_entry_new (row, _("What the day is"), self->occasion->label, FALSE);
  gtk_widget_set_name (self->label, "occasion-label");
  self->day = daftar_fact_entry_new (row, _("Day, such as 15/3/1990 or 15/3"), text, FALSE);
  gtk_widget_set_name (self->day, "occasion-day");
  self->calendar = daftar_fact_choice_new (_("Comes back by"), calendars, self->occasion->hijri ? 1 : 0);
  gtk_widget_set_name (self->calendar, "occasion-calendar");
  self->meaning = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->meaning), 0);
  gtk_label_set_wrap (GTK_LABEL (self->meaning), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (self->meaning), 12);
  gtk_widget_add_css_class (self->meaning, "dim-label");
  gtk_widget_add_css_class (self->meaning, "daftar-second");
  g_signal_connect_swapped (self->kind, "notify::selected", G_CALLBACK (kind_cb), self);
  g_signal_connect_swapped (self->day, "changed", G_CALLBACK (show_meaning), self);
  g_signal_connect_swapped (self->calendar, "notify::selected", G_CALLBACK (show_meaning), self);
  gtk_box_append (GTK_BOX (box), self->kind);
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_box_append (GTK_BOX (box), self->day);
  gtk_box_append (GTK_BOX (box), self->calendar);
  gtk_box_append (GTK_BOX (box), self->meaning);
  kind_cb (self);
  show_meaning (self);
  daftar_fact_row_set_focus (row, self->day);
  return box;
}

static DaftarOccasion *
copy_base (DaftarFactRow *row,
           Day           *self)
{
  GPtrArray *occasions = daftar_profile_facts_get_profile (self->facts)->occasions;

  for (guint i = 0; daftar_fact_row_is_conflicted (row) && i < occasions->len; i++)
    if (DAFTAR_RECORD (g_ptr_array_index (occasions, i))->id == DAFTAR_RECORD (self->occasion)->id)
      return daftar_record_copy (g_ptr_array_index (occasions, i));
  return daftar_record_copy (self->occasion);
}

static void
save (DaftarFactRow *row,
      GtkWidget     *editor,
      gpointer       data)
{
  Day *self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *day =
    daftar_occasion_parse (gtk_editable_get_text (GTK_EDITABLE (self->day)), is_hijri (self), &error);
  DaftarOccasion *occasion;

  if (day == NULL)
    {
      daftar_fact_row_set_error (row, error->message);
      return;
    }
  occasion = copy_base (row, self);
  occasion->kind = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kind));
  occasion->hijri = is_hijri (self);
  daftar_set_text (&occasion->day, day);
  daftar_set_text (&occasion->label, occasion->kind == DAFTAR_OCCASION_KIND_OTHER
                                       ? gtk_editable_get_text (GTK_EDITABLE (self->label))
                                       : NULL);
  daftar_fact_row_write (row, "customer.edit", _("Saved"), daftar_part_edit_write,
                         daftar_part_edit_new (occasion, FALSE), (GDestroyNotify) daftar_part_edit_free);
}

static void
take_away (DaftarFactRow *row,
           gpointer       data)
{
  Day *self = data;

  daftar_fact_row_write (row, "customer.edit", _("Removed"), daftar_part_edit_write,
                         daftar_part_edit_new (copy_base (row, self), TRUE), (GDestroyNotify) daftar_part_edit_free);
}

static const DaftarFactEditor editor = { make, save, take_away };
static const DaftarFactEditor new_editor = { make, save, NULL };

static DaftarOccasion *
make_blank (DaftarProfileFacts *facts)
{
  DaftarOccasion *occasion = daftar_occasion_new ();
  DaftarProfile *profile = daftar_profile_facts_get_profile (facts);

  occasion->customer_id = DAFTAR_RECORD (profile->customer)->id;
  for (guint i = 0; i < profile->occasions->len; i++)
    if (((DaftarOccasion *) g_ptr_array_index (profile->occasions, i))->kind == DAFTAR_OCCASION_KIND_BIRTHDAY)
      occasion->kind = DAFTAR_OCCASION_KIND_ANNIVERSARY;
  return occasion;
}

/**
 * daftar_fact_occasion_new:
 * @facts: where it will stand
 * @occasion: (nullable): an occasion; %NULL for the quiet line that adds one
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
daftar_fact_occasion_new (DaftarProfileFacts *facts,
                          DaftarOccasion     *occasion)
{
  Day *self = g_new0 (Day, 1);
  DaftarUiContext *ui = daftar_profile_facts_get_ui (facts);
  g_autofree char *key = NULL;
  g_autofree char *value = NULL;
  g_autofree char *next = NULL;
  g_autofree char *caption = NULL;
  g_autofree char *isolated = NULL;
  const char *kind;
  GtkWidget *row;

  self->facts = facts;
  if (occasion == NULL)
    {
      self->occasion = make_blank (facts);
      row = daftar_fact_row_new (ui, "occasion-new", NULL, NULL, _("Add an occasion…"));
      daftar_fact_row_set_editor (DAFTAR_FACT_ROW (row), &new_editor, self, day_free);
      return row;
    }
  self->occasion = g_object_ref (occasion);
  kind = occasion->label != NULL ? occasion->label : daftar_enum_label (&daftar_enum_occasion_kind, occasion->kind);
  key = g_strdup_printf ("occasion-%" G_GINT64_FORMAT, DAFTAR_RECORD (occasion)->id);
  value = daftar_fact_occasion_words (ui, occasion);
  next = daftar_fact_occasion_next (ui, occasion);
  isolated = daftar_bidi_isolate (kind);
  caption = next != NULL ? g_strdup_printf ("%s%s · %s", daftar_fact_page_mark (), isolated, next) : g_strdup (isolated);
  row = daftar_fact_row_new (ui, key, "daftar-occasion-symbolic", value, caption);
  daftar_fact_row_set_editor (DAFTAR_FACT_ROW (row), &editor, self, day_free);
  return row;
}
