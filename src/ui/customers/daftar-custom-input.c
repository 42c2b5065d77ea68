/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-custom-input.h"

#include "daftar-custom-edit.h"
#include "daftar-entry.h"

#include <glib/gi18n.h>

/* The words of a drop-down and what each of them means to daftar_custom_value_parse(). */
static GtkWidget *
make_choice (DaftarCustomField *field,
             const char        *now,
             GStrv              values,
             const char *const *names)
{
  GtkWidget *choice = gtk_drop_down_new_from_strings (names);
  guint selected = 0;

  for (guint i = 0; values[i] != NULL; i++)
    if (g_str_equal (values[i], now))
      selected = i;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), selected);
  g_object_set_data_full (G_OBJECT (choice), "values", values, (GDestroyNotify) g_strfreev);
  return choice;
}

/* A choice that was taken off the list since stays with those who have it. */
static GtkWidget *
make_choices (DaftarCustomField *field,
              const char        *now)
{
  g_auto (GStrv) lines = g_strsplit (field->choices != NULL ? field->choices : "", "\n", -1);
  g_autoptr (GStrvBuilder) values = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) labels = NULL;

  g_strv_builder_add (values, "");
  g_strv_builder_add (names, C_ ("choice", "None"));
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_strv_builder_add (values, lines[i]);
      g_strv_builder_add (names, lines[i]);
    }
  if (*now != '\0' && !g_strv_contains ((const char *const *) lines, now))
    {
      g_strv_builder_add (values, now);
      g_strv_builder_add (names, now);
    }
  labels = g_strv_builder_end (names);
  return make_choice (field, now, g_strv_builder_end (values), (const char *const *) labels);
}

static GtkWidget *
make_bool (DaftarCustomField *field,
           const char        *now)
{
  const char *names[] = { C_ ("choice", "None"), _("Yes"), _("No"), NULL };
  const char *values[] = { "", "1", "0", NULL };

  return make_choice (field, now, g_strdupv ((GStrv) values), names);
}

static const char *
placeholder (DaftarCustomField *field)
{
  switch (field->type)
    {
    case DAFTAR_CUSTOM_TYPE_NUMBER:
      return _("Number");
    case DAFTAR_CUSTOM_TYPE_MONEY:
      return _("Amount");
    case DAFTAR_CUSTOM_TYPE_DATE:
      return _("Day, such as 15/3/2025");
    default:
      return field->name;
    }
}

/**
 * daftar_custom_input_new:
 * @field: a field of the shop's own
 * @value: (nullable): what is in it
 *
 * Returns: (transfer floating): an entry, or a drop-down where there is something to choose from
 */
GtkWidget *
daftar_custom_input_new (DaftarCustomField *field,
                         DaftarCustomValue *value)
{
  g_autofree char *now = daftar_custom_value_edit_text (value);
  g_autofree char *name = g_strdup_printf ("custom-input-%" G_GINT64_FORMAT, DAFTAR_RECORD (field)->id);
  GtkWidget *input;

  if (field->type == DAFTAR_CUSTOM_TYPE_CHOICE)
    input = make_choices (field, now);
  else if (field->type == DAFTAR_CUSTOM_TYPE_BOOL)
    input = make_bool (field, now);
  else
    {
      input = gtk_entry_new ();
      gtk_editable_set_text (GTK_EDITABLE (input), now);
      gtk_editable_set_width_chars (GTK_EDITABLE (input), 8);
      gtk_entry_set_placeholder_text (GTK_ENTRY (input), placeholder (field));
      if (field->type != DAFTAR_CUSTOM_TYPE_TEXT)
        daftar_entry_set_ltr (GTK_EDITABLE (input));
    }
  gtk_widget_set_name (input, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (input), GTK_ACCESSIBLE_PROPERTY_LABEL, field->name, -1);
  return input;
}

static const char *
get_text (GtkWidget *input)
{
  GStrv values;

  if (GTK_IS_ENTRY (input))
    return gtk_editable_get_text (GTK_EDITABLE (input));
  values = g_object_get_data (G_OBJECT (input), "values");
  return values[gtk_drop_down_get_selected (GTK_DROP_DOWN (input))];
}

/**
 * daftar_custom_input_get:
 * @input: made by daftar_custom_input_new()
 * @field: its field
 * @before: (nullable): what was in it
 * @currency: of amounts
 * @value: (out) (nullable) (transfer full): what is in it now; %NULL for nothing
 * @error: return location for a sentence for the user
 *
 * Returns: whether it can be saved
 */
gboolean
daftar_custom_input_get (GtkWidget          *input,
                         DaftarCustomField  *field,
                         DaftarCustomValue  *before,
                         const char         *currency,
                         DaftarCustomValue **value,
                         GError            **error)
{
  g_autofree char *old = daftar_custom_value_edit_text (before);
  const char *text = get_text (input);

  /* What was not touched stays, even if it could not be entered so today; an amount keeps its currency. */
  if (before != NULL && g_str_equal (old, text))
    {
      *value = daftar_record_copy (before);
      return TRUE;
    }
  if (before != NULL && field->type == DAFTAR_CUSTOM_TYPE_MONEY && before->text != NULL)
    currency = before->text;
  return daftar_custom_value_parse (field, text, currency, value, error);
}
