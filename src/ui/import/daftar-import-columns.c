/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-import-columns.h"

#include <glib/gi18n.h>

#include "daftar-bidi.h"
#include "daftar-phone.h"

/* What a column can become, by its field. */
static const char *const labels[DAFTAR_IMPORT_N_FIELDS] = {
  [DAFTAR_IMPORT_FIELD_IGNORE] = NC_ ("column", "Leave out"),
  [DAFTAR_IMPORT_FIELD_NOTE] = NC_ ("column", "Note, with the name of the column"),
  [DAFTAR_IMPORT_FIELD_TEXT] = NC_ ("column", "Note"),
  [DAFTAR_IMPORT_FIELD_NAME] = NC_ ("column", "Name"),
  [DAFTAR_IMPORT_FIELD_GIVEN] = NC_ ("column", "First name"),
  [DAFTAR_IMPORT_FIELD_MIDDLE] = NC_ ("column", "Father’s name"),
  [DAFTAR_IMPORT_FIELD_FAMILY] = NC_ ("column", "Family name"),
  [DAFTAR_IMPORT_FIELD_HONORIFIC] = NC_ ("column", "Title"),
  [DAFTAR_IMPORT_FIELD_NICKNAME] = NC_ ("column", "Kunya or nickname"),
  [DAFTAR_IMPORT_FIELD_COMPANY] = NC_ ("column", "Company"),
  [DAFTAR_IMPORT_FIELD_PHONE] = NC_ ("column", "Phone"),
  [DAFTAR_IMPORT_FIELD_MOBILE] = NC_ ("column", "Mobile"),
  [DAFTAR_IMPORT_FIELD_WHATSAPP] = NC_ ("column", "WhatsApp"),
  [DAFTAR_IMPORT_FIELD_EMAIL] = NC_ ("column", "E-mail"),
  [DAFTAR_IMPORT_FIELD_CITY] = NC_ ("column", "City"),
  [DAFTAR_IMPORT_FIELD_ADDRESS] = NC_ ("column", "Address"),
  [DAFTAR_IMPORT_FIELD_WEBSITE] = NC_ ("column", "Website"),
  [DAFTAR_IMPORT_FIELD_INSTAGRAM] = NC_ ("column", "Instagram"),
  [DAFTAR_IMPORT_FIELD_FACEBOOK] = NC_ ("column", "Facebook"),
  [DAFTAR_IMPORT_FIELD_X] = NC_ ("column", "X"),
  [DAFTAR_IMPORT_FIELD_TELEGRAM] = NC_ ("column", "Telegram"),
  [DAFTAR_IMPORT_FIELD_TIKTOK] = NC_ ("column", "TikTok"),
  [DAFTAR_IMPORT_FIELD_BIRTHDAY] = NC_ ("column", "Birthday"),
  [DAFTAR_IMPORT_FIELD_LANGUAGE] = NC_ ("column", "Language"),
  [DAFTAR_IMPORT_FIELD_TAGS] = NC_ ("column", "Tags"),
  [DAFTAR_IMPORT_FIELD_SOURCE] = NC_ ("column", "How they found us"),
  [DAFTAR_IMPORT_FIELD_EXTERNAL_ID] = NC_ ("column", "Number in the other program"),
  [DAFTAR_IMPORT_FIELD_LANDLINE] = NC_ ("column", "Landline"),
  [DAFTAR_IMPORT_FIELD_PLACE] = NC_ ("column", "Whole address"),
  [DAFTAR_IMPORT_FIELD_KIND] = NC_ ("column", "Person or business"),
  [DAFTAR_IMPORT_FIELD_CHANNEL] = NC_ ("column", "Preferred channel"),
  [DAFTAR_IMPORT_FIELD_TIME] = NC_ ("column", "Best time"),
  [DAFTAR_IMPORT_FIELD_DO_NOT_CONTACT] = NC_ ("column", "Do not contact"),
  [DAFTAR_IMPORT_FIELD_POINT_DETAILS] = NC_ ("column", "About the numbers and addresses"),
  [DAFTAR_IMPORT_FIELD_OCCASIONS] = NC_ ("column", "Occasions"),
  [DAFTAR_IMPORT_FIELD_OWN] = NC_ ("column", "Own field of that name"),
};

/* --- The columns. ---------------------------------------------------------------------------------- */

typedef struct
{
  DaftarImport *import;
  GtkWidget *group;
  guint column;
  gboolean updating;
} Column;

static GtkStringList *
make_choices (void)
{
  GtkStringList *choices = gtk_string_list_new (NULL);

  for (guint i = 0; i < DAFTAR_IMPORT_N_FIELDS; i++)
    gtk_string_list_append (choices, g_dpgettext2 (NULL, "column", labels[i]));
  return choices;
}

/* A field that only one column can have is taken from the one that had it: the rows show that. */
static void
show_fields (GtkWidget *group)
{
  GPtrArray *rows = g_object_get_data (G_OBJECT (group), "rows");

  for (guint i = 0; i < rows->len; i++)
    {
      AdwComboRow *row = g_ptr_array_index (rows, i);
      Column *column = g_object_get_data (G_OBJECT (row), "column");

      column->updating = TRUE;
      adw_combo_row_set_selected (row, daftar_import_get_field (column->import, column->column));
      column->updating = FALSE;
    }
}

static void
selected_cb (AdwComboRow *row,
             GParamSpec  *pspec,
             Column      *column)
{
  void (*changed) (gpointer) = (void (*) (gpointer)) g_object_get_data (G_OBJECT (column->group), "changed");

  if (column->updating || adw_combo_row_get_selected (row) >= DAFTAR_IMPORT_N_FIELDS)
    return;
  daftar_import_set_field (column->import, column->column, adw_combo_row_get_selected (row));
  show_fields (column->group);
  changed (g_object_get_data (G_OBJECT (column->group), "changed-data"));
}

/* The first values of a column that aren't empty. */
static char *
make_examples (DaftarImport *import,
               guint         column)
{
  GPtrArray *preview = daftar_import_get_preview (import);
  GString *examples = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < preview->len && n < 3; i++)
    {
      char **fields = g_ptr_array_index (preview, i);

      if (column >= g_strv_length (fields) || *fields[column] == '\0')
        continue;
      g_autofree char *line = g_strdelimit (g_strdup (fields[column]), "\n\r", ' ');
      g_autofree char *isolated = daftar_bidi_isolate (line);

      if (n++ > 0)
        g_string_append (examples, " · ");
      g_string_append (examples, isolated);
    }
  return g_string_free (examples, FALSE);
}

static GtkWidget *
make_row (DaftarImport  *import,
          GtkWidget     *group,
          guint          number,
          GtkStringList *choices)
{
  GtkWidget *row = adw_combo_row_new ();
  Column *column = g_new0 (Column, 1);
  g_autofree char *examples = make_examples (import, number);
  g_autofree char *unnamed = g_strdup_printf (_("Column %u"), number + 1);
  const char *header = daftar_import_get_header (import, number);
  g_autofree char *title = g_markup_escape_text (*header != '\0' ? header : unnamed, -1);
  g_autofree char *subtitle = g_markup_escape_text (examples, -1);

  *column = (Column) { import, group, number, FALSE };
  g_object_set_data_full (G_OBJECT (row), "column", column, g_free);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (choices));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), daftar_import_get_field (import, number));
  g_signal_connect (row, "notify::selected", G_CALLBACK (selected_cb), column);
  return row;
}

/**
 * daftar_import_columns_new:
 * @import: a table that was looked at; it must outlive the widget
 * @changed: called with @data when a column becomes something else
 * @data: for @changed
 *
 * Returns: (transfer floating): a row for each column, with what stands in it and what it becomes
 */
GtkWidget *
daftar_import_columns_new (DaftarImport *import,
                           GCallback     changed,
                           gpointer      data)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autoptr (GtkStringList) choices = make_choices ();
  GPtrArray *rows = g_ptr_array_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Columns"));
  gtk_widget_set_name (group, "import-columns");
  g_object_set_data_full (G_OBJECT (group), "rows", rows, (GDestroyNotify) g_ptr_array_unref);
  g_object_set_data (G_OBJECT (group), "changed", changed);
  g_object_set_data (G_OBJECT (group), "changed-data", data);
  for (guint i = 0; i < daftar_import_get_n_columns (import); i++)
    {
      GtkWidget *row = make_row (import, group, i, choices);

      g_ptr_array_add (rows, row);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  return group;
}

/* --- The first people. ----------------------------------------------------------------------------- */

#define N_PEOPLE 3

static char *
describe (DaftarImportPerson *person)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < person->points->len; i++)
    {
      DaftarContactPoint *point = g_ptr_array_index (person->points, i);
      g_autofree char *value = point->kind == DAFTAR_CONTACT_KIND_ADDRESS ? daftar_bidi_isolate (point->value)
                                                                          : daftar_bidi_ltr (point->value);

      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", value);
    }
  if (person->customer->company != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", person->customer->company);
  if (person->customer->city != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", person->customer->city);
  return g_string_free (text, FALSE);
}

/**
 * daftar_import_people_new:
 * @import: a table that was looked at
 *
 * Returns: (transfer floating): the first people as they would come in
 */
GtkWidget *
daftar_import_people_new (DaftarImport *import)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autoptr (GPtrArray) people = daftar_import_preview_people (import, N_PEOPLE);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("The first customers will look like this"));
  gtk_widget_set_name (group, "import-preview");
  for (guint i = 0; i < people->len; i++)
    {
      DaftarImportPerson *person = g_ptr_array_index (people, i);
      GtkWidget *row = adw_action_row_new ();
      g_autofree char *description = describe (person);
      g_autofree char *title = g_markup_escape_text (person->customer->name, -1);
      g_autofree char *subtitle = g_markup_escape_text (description, -1);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  return group;
}

/* --- What stays out. ------------------------------------------------------------------------------- */

GtkWidget *
daftar_import_refused_new (GPtrArray *refused)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("These rows stay out"));
  gtk_widget_set_name (group, "import-refused");
  for (guint i = 0; i < refused->len; i++)
    {
      DaftarImportRefusal *refusal = g_ptr_array_index (refused, i);
      GtkWidget *row = adw_action_row_new ();
      g_autofree char *where = g_strdup_printf (_("Row %lld: %s"), (long long) refusal->number, refusal->reason);
      g_autofree char *title = g_markup_escape_text (where, -1);
      g_autofree char *subtitle = g_markup_escape_text (refusal->text, -1);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
      gtk_widget_set_tooltip_text (row, where);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  return group;
}
