/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-import-format.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* How the file is written: guessed, and to be changed where names come out as nonsense or all stands in one column.
 * It lives as data of its widget. */
typedef struct
{
  DaftarImport *import;
  GSourceOnceFunc changed;
  gpointer data;
} Format;

static const struct
{
  const char *charset;
  const char *label;
} charsets[] = {
  { "UTF-8", N_("UTF-8 (most files)") },
  { "WINDOWS-1256", N_("Windows Arabic (1256)") },
  { "ISO-8859-6", N_("Arabic (ISO 8859-6)") },
  { "UTF-16LE", N_("UTF-16, “Unicode text”") },
  { "UTF-16BE", N_("UTF-16, big-endian") },
  { "WINDOWS-1252", N_("Windows Western (1252)") },
};

static const struct
{
  char delimiter;
  const char *label;
} delimiters[] = {
  { ',', N_("Comma ( , )") },
  { ';', N_("Semicolon ( ; )") },
  { '\t', N_("Tab") },
  { '|', N_("Bar ( | )") },
};

static const struct
{
  char quote;
  const char *label;
} quotes[] = {
  { '"', N_("Quotation mark ( \" )") },
  { '\'', N_("Apostrophe ( ' )") },
};

static void
charset_cb (AdwComboRow *row,
            GParamSpec  *pspec,
            Format      *format)
{
  guint selected = adw_combo_row_get_selected (row);

  if (selected >= G_N_ELEMENTS (charsets))
    return;
  daftar_import_set_charset (format->import, charsets[selected].charset);
  format->changed (format->data);
}

static void
delimiter_cb (AdwComboRow *row,
              GParamSpec  *pspec,
              Format      *format)
{
  guint selected = adw_combo_row_get_selected (row);

  if (selected >= G_N_ELEMENTS (delimiters))
    return;
  daftar_import_set_delimiter (format->import, delimiters[selected].delimiter);
  format->changed (format->data);
}

static void
quote_cb (AdwComboRow *row,
          GParamSpec  *pspec,
          Format      *format)
{
  guint selected = adw_combo_row_get_selected (row);

  if (selected >= G_N_ELEMENTS (quotes))
    return;
  daftar_import_set_quote (format->import, quotes[selected].quote);
  format->changed (format->data);
}

static GtkWidget *
make_row (const char    *title,
          const char    *name,
          GtkStringList *choices,
          guint          selected)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_name (row, name);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (choices));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  g_object_unref (choices);
  return row;
}

static GtkWidget *
make_charsets (Format *format)
{
  GtkStringList *list = gtk_string_list_new (NULL);
  guint selected = GTK_INVALID_LIST_POSITION;
  GtkWidget *row;

  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    {
      gtk_string_list_append (list, _(charsets[i].label));
      if (g_ascii_strcasecmp (charsets[i].charset, daftar_import_get_charset (format->import)) == 0)
        selected = i;
    }
  row = make_row (_("Encoding"), "import-charset", list, selected);
  g_signal_connect (row, "notify::selected", G_CALLBACK (charset_cb), format);
  return row;
}

static GtkWidget *
make_delimiters (Format *format)
{
  GtkStringList *list = gtk_string_list_new (NULL);
  guint selected = GTK_INVALID_LIST_POSITION;
  GtkWidget *row;

  for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++)
    {
      gtk_string_list_append (list, _(delimiters[i].label));
      if (delimiters[i].delimiter == daftar_import_get_delimiter (format->import))
        selected = i;
    }
  row = make_row (_("Between the columns"), "import-delimiter", list, selected);
  g_signal_connect (row, "notify::selected", G_CALLBACK (delimiter_cb), format);
  return row;
}

static GtkWidget *
make_quotes (Format *format)
{
  GtkStringList *list = gtk_string_list_new (NULL);
  guint selected = GTK_INVALID_LIST_POSITION;
  GtkWidget *row;

  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
    {
      gtk_string_list_append (list, _(quotes[i].label));
      if (quotes[i].quote == daftar_import_get_quote (format->import))
        selected = i;
    }
  row = make_row (_("Around the texts"), "import-quote", list, selected);
  g_signal_connect (row, "notify::selected", G_CALLBACK (quote_cb), format);
  return row;
}

/**
 * daftar_import_format_new:
 * @import: an import that has looked at its file
 * @changed: called when another encoding or delimiter was chosen, so that it looks again
 * @data: for @changed
 *
 * Returns: (transfer floating): what the file was taken for, to be opened and changed
 */
GtkWidget *
daftar_import_format_new (DaftarImport    *import,
                          GSourceOnceFunc  changed,
                          gpointer         data)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_expander_row_new ();
  Format *format = g_new0 (Format, 1);

  format->import = import;
  format->changed = changed;
  format->data = data;
  g_object_set_data_full (G_OBJECT (group), "format", format, g_free);
  gtk_widget_set_name (row, "import-format");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Are the names unreadable?"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), _("Choose how the file is written"));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), make_charsets (format));
  if (!daftar_import_is_vcard (import))
    {
      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), make_delimiters (format));
      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), make_quotes (format));
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return group;
}
