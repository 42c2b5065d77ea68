/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-fact-rows.h"

#include "daftar-bidi.h"
#include "daftar-customer-entry.h"
#include "daftar-entry.h"
#include "daftar-fact-edit.h"
#include "daftar-window.h"

#include <glib/gi18n.h>

/* What one looks for comes first; how the name is made up stands in the large one above already. */
const DaftarFactField daftar_fact_fields[DAFTAR_N_FACT_FIELDS] = {
  { "company", N_("Company") },
  { "city", N_("City") },
  { "preferred_channel", N_("Prefers") },
  { "contact_time", N_("When to reach them") },
  { "do_not_contact", N_("May we contact them?") },
  { "referred_by", N_("Referred by") },
  { "tags", N_("Tags") },
  { "source", N_("How they came to us") },
  { "language", N_("Language") },
  { "kind", N_("Person or business") },
  { "name", N_("Full name") },
  { "nickname", N_("Kunya or nickname") },
  { "honorific", N_("Title") },
  { "given", N_("Given name") },
  { "family", N_("Family name") },
};

/* Each in its own tongue. */
static const struct
{
  const char *code;
  const char *name;
} languages[] = {
  { "ar", "العربية" }, { "en", "English" },  { "fr", "Français" }, { "ur", "اردو" },    { "hi", "हिन्दी" },
  { "bn", "বাংলা" },   { "fil", "Filipino" }, { "id", "Bahasa Indonesia" }, { "fa", "فارسی" }, { "tr", "Türkçe" },
  { "es", "Español" }, { "de", "Deutsch" },  { "ru", "Русский" }, { "zh", "中文" },
};

typedef struct
{
  DaftarProfileFacts *facts; /* unowned: the row is in it */
  DaftarCustomer *customer;  /* as it was when the row was made */
  guint index;
} Field;

static void
field_free (gpointer data)
{
  Field *self = data;

  g_object_unref (self->customer);
  g_free (self);
}

static gboolean
is (const Field *self,
    const char  *field)
{
  return g_str_equal (daftar_fact_fields[self->index].field, field);
}

/**
 * daftar_fact_page_mark:
 *
 * What a line made of parts begins with, so that it goes the way of the page, whatever letters its first part has.
 *
 * Returns: a mark of direction; only for showing
 */
const char *
daftar_fact_page_mark (void)
{
  return gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL ? "\u200f" : "\u200e";
}

/* --- What editors are made of. --------------------------------------------------------------------- */

/**
 * daftar_fact_entry_new:
 * @row: the row whose editor it is in; Enter saves that
 * @label: what it is for
 * @text: (nullable): what it begins with
 * @ltr: whether it is written from left to right everywhere
 *
 * Returns: (transfer floating): an entry
 */
GtkWidget *
daftar_fact_entry_new (DaftarFactRow *row,
                       const char    *label,
                       const char    *text,
                       gboolean       ltr)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), label);
  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 8);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (ltr)
    daftar_entry_set_ltr (GTK_EDITABLE (entry));
  daftar_fact_row_watch (row, entry);
  return entry;
}

/**
 * daftar_fact_choice_new:
 * @label: what is chosen
 * @names: (array zero-terminated=1): what there is to choose
 * @selected: which is chosen now
 *
 * Returns: (transfer floating): a drop-down
 */
GtkWidget *
daftar_fact_choice_new (const char        *label,
                        const char *const *names,
                        guint              selected)
{
  GtkWidget *choice = gtk_drop_down_new_from_strings (names);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), selected);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return choice;
}

typedef struct
{
  const char *kind;
  gint64 id;
} Target;

static void
target_free (gpointer  data,
             GClosure *closure)
{
  g_free (data);
}

static void
open_cb (GtkWidget *button,
         Target    *target)
{
  daftar_window_open (daftar_window_of (button), target->kind, target->id);
}

/**
 * daftar_fact_link_button:
 * @icon: a symbolic icon
 * @label: what it does
 * @kind: (not nullable): the kind of what it opens, a string that stays
 * @id: its id
 *
 * Returns: (transfer floating): a button that goes there
 */
GtkWidget *
daftar_fact_link_button (const char *icon,
                         const char *label,
                         const char *kind,
                         gint64      id)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  Target *target = g_new (Target, 1);

  target->kind = kind;
  target->id = id;
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (open_cb), target, target_free, 0);
  return button;
}

/* --- Choices. -------------------------------------------------------------------------------------- */

/**
 * daftar_fact_language_name:
 * @code: (nullable): ISO 639
 *
 * Returns: (nullable): its name in itself, or the code
 */
const char *
daftar_fact_language_name (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_strcmp0 (languages[i].code, code) == 0)
      return languages[i].name;
  return code;
}

/**
 * daftar_fact_language_list:
 * @own: (nullable): the code of a language that must be among them
 * @names: (out): their names
 *
 * Returns: (transfer full): the codes of the languages one chooses from; the first is "", for none
 */
GStrv
daftar_fact_language_list (const char *own,
                           GStrv      *names)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();

  g_strv_builder_add (codes, "");
  g_strv_builder_add (labels, _("Not known"));
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_strv_builder_add (codes, languages[i].code);
      g_strv_builder_add (labels, languages[i].name);
    }
  if (own != NULL && daftar_fact_language_name (own) == own)
    {
      g_strv_builder_add (codes, own);
      g_strv_builder_add (labels, own);
    }
  *names = g_strv_builder_end (labels);
  return g_strv_builder_end (codes);
}

/* The values and the names of a field that is chosen; NULL for one that is typed. */
static GStrv
list_choices (const Field *self,
              GStrv       *names)
{
  g_autoptr (GStrvBuilder) values = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();
  const DaftarEnum *enumeration = is (self, "kind")                ? &daftar_enum_customer_kind
                                  : is (self, "preferred_channel") ? &daftar_enum_channel
                                                                   : NULL;

  if (is (self, "language"))
    return daftar_fact_language_list (self->customer->language, names);
  for (guint i = 0; enumeration != NULL && i < enumeration->n_values; i++)
    {
      g_autofree char *value = g_strdup_printf ("%u", i);

      g_strv_builder_add (values, value);
      g_strv_builder_add (labels, daftar_enum_label (enumeration, i));
    }
  if (is (self, "do_not_contact"))
    {
      g_strv_builder_add_many (values, "0", "1", NULL);
      g_strv_builder_add_many (labels, _("May be contacted"), _("Do not contact"), NULL);
    }
  *names = g_strv_builder_end (labels);
  return g_strv_builder_end (values);
}

static GtkWidget *
make_choice (DaftarFactRow *row,
             Field         *self)
{
  g_auto (GStrv) names = NULL;
  GStrv values = list_choices (self, &names);
  g_autofree char *now = daftar_fact_edit_get (self->customer, daftar_fact_fields[self->index].field);
  GtkWidget *choice;
  guint selected = 0;

  for (guint i = 0; values[i] != NULL; i++)
    if (g_str_equal (values[i], now))
      selected = i;
  choice = daftar_fact_choice_new (_(daftar_fact_fields[self->index].caption), (const char *const *) names, selected);
  g_object_set_data_full (G_OBJECT (choice), "values", values, (GDestroyNotify) g_strfreev);
  /* Choosing is saying so. */
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (daftar_fact_row_save), row, G_CONNECT_SWAPPED);
  return choice;
}

/* --- People. --------------------------------------------------------------------------------------- */

static void
chosen_cb (DaftarCustomerEntry *entry,
           DaftarFactRow       *row)
{
  if (daftar_customer_entry_get_id (entry) != 0 || daftar_customer_entry_get_new_name (entry) != NULL)
    daftar_fact_row_save (row);
}

static GtkWidget *
make_customer (DaftarFactRow *row,
               Field         *self)
{
  gboolean company = is (self, "company");
  DaftarProfile *profile = daftar_profile_facts_get_profile (self->facts);
  DaftarCustomer *other = company ? profile->company : profile->referrer;
  GtkWidget *entry = daftar_customer_entry_new (daftar_profile_facts_get_ui (self->facts), company);

  if (company)
    daftar_customer_entry_set_free_text (DAFTAR_CUSTOMER_ENTRY (entry), _("Company: name"));
  if (other != NULL)
    daftar_customer_entry_set_customer (DAFTAR_CUSTOMER_ENTRY (entry), DAFTAR_RECORD (other)->id, other->name);
  /* Choosing somebody is saying so; taking the choice back is not yet. */
  g_signal_connect_object (entry, "changed", G_CALLBACK (chosen_cb), row, 0);
  return entry;
}

/* --- Editing. -------------------------------------------------------------------------------------- */

static GtkWidget *
make (DaftarFactRow *row,
      gpointer       data)
{
  Field *self = data;
  const DaftarFactField *field = &daftar_fact_fields[self->index];
  g_autofree char *now = daftar_fact_edit_get (self->customer, field->field);

  if (is (self, "company") || is (self, "referred_by"))
    return make_customer (row, self);
  if (is (self, "kind") || is (self, "preferred_channel") || is (self, "language") || is (self, "do_not_contact"))
    return make_choice (row, self);
  if (is (self, "tags"))
    g_strdelimit (now, "\n", ',');
  return daftar_fact_entry_new (row, is (self, "tags") ? _("Tags, with commas between") : _(field->caption), now, FALSE);
}

static char *
tags_from_text (const char *text)
{
  g_auto (GStrv) parts = g_regex_split_simple ("[,،;؛\n]", text, 0, 0);
  GString *tags = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      g_string_append_printf (tags, "%s%s", tags->len > 0 ? "\n" : "", parts[i]);
  return g_string_free (tags, FALSE);
}

static void
write_fact (DaftarFactRow *row,
            Field         *self,
            const char    *field,
            const char    *after)
{
  DaftarProfile *newest = daftar_profile_facts_get_profile (self->facts);
  DaftarCustomer *seen = daftar_fact_row_is_conflicted (row) ? newest->customer : self->customer;
  g_autofree char *before = daftar_fact_edit_get (seen, field);

  daftar_fact_row_write (row, "customer.edit", _("Saved"), daftar_fact_edit_write,
                         daftar_fact_edit_new (DAFTAR_RECORD (self->customer)->id, field, before, after),
                         (GDestroyNotify) daftar_fact_edit_free);
}

static void
save_customer (DaftarFactRow       *row,
               DaftarCustomerEntry *entry,
               Field               *self)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, daftar_customer_entry_get_id (entry));
  const char *name = daftar_customer_entry_get_new_name (entry);

  if (!is (self, "company"))
    write_fact (row, self, "referred_by", id);
  else if (name != NULL)
    write_fact (row, self, "company", name);
  else
    write_fact (row, self, "company_id", id);
}

static void
save (DaftarFactRow *row,
      GtkWidget     *editor,
      gpointer       data)
{
  Field *self = data;
  const char *field = daftar_fact_fields[self->index].field;
  g_autofree char *tags = NULL;
  GStrv values;

  if (DAFTAR_IS_CUSTOMER_ENTRY (editor))
    save_customer (row, DAFTAR_CUSTOMER_ENTRY (editor), self);
  else if (GTK_IS_DROP_DOWN (editor))
    {
      values = g_object_get_data (G_OBJECT (editor), "values");
      write_fact (row, self, field, values[gtk_drop_down_get_selected (GTK_DROP_DOWN (editor))]);
    }
  else if (is (self, "tags"))
    {
      tags = tags_from_text (gtk_editable_get_text (GTK_EDITABLE (editor)));
      write_fact (row, self, field, tags);
    }
  else
    write_fact (row, self, field, gtk_editable_get_text (GTK_EDITABLE (editor)));
}

static void
clear (DaftarFactRow *row,
       gpointer       data)
{
  Field *self = data;

  write_fact (row, self, daftar_fact_fields[self->index].field, "");
}

static const DaftarFactEditor editor = { make, save, NULL };
static const DaftarFactEditor removable = { make, save, clear };

/* --- Showing. -------------------------------------------------------------------------------------- */

/**
 * daftar_fact_field_is_set:
 * @profile: a profile
 * @index: one of #daftar_fact_fields
 *
 * Returns: whether there is something in it
 */
gboolean
daftar_fact_field_is_set (DaftarProfile *profile,
                          guint          index)
{
  const char *field = daftar_fact_fields[index].field;
  g_autofree char *now = daftar_fact_edit_get (profile->customer, field);

  /* A person who may be contacted on any channel is what everybody is. */
  return *now != '\0' && !g_str_equal (now, "0");
}

static char *
show_tags (const char *tags)
{
  g_auto (GStrv) parts = g_strsplit (tags, "\n", -1);
  GString *shown = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *tag = daftar_bidi_isolate (parts[i]);

      g_string_append_printf (shown, "%s%s", i > 0 ? " · " : "", tag);
    }
  return g_string_free (shown, FALSE);
}

static char *
show_value (Field *self)
{
  DaftarProfile *profile = daftar_profile_facts_get_profile (self->facts);
  DaftarCustomer *customer = self->customer;
  g_autofree char *now = daftar_fact_edit_get (customer, daftar_fact_fields[self->index].field);

  if (is (self, "kind"))
    return g_strdup (daftar_enum_label (&daftar_enum_customer_kind, customer->kind));
  if (is (self, "preferred_channel"))
    return customer->preferred_channel != 0
             ? g_strdup (daftar_enum_label (&daftar_enum_channel, customer->preferred_channel))
             : NULL;
  if (is (self, "do_not_contact"))
    return g_strdup (customer->do_not_contact ? _("Do not contact") : _("May be contacted"));
  if (is (self, "language"))
    return *now != '\0' ? g_strdup (daftar_fact_language_name (now)) : NULL;
  if (is (self, "referred_by"))
    return profile->referrer != NULL ? daftar_bidi_isolate (profile->referrer->name) : NULL;
  if (is (self, "tags"))
    return *now != '\0' ? show_tags (now) : NULL;
  return *now != '\0' ? daftar_bidi_isolate (now) : NULL;
}

static void
add_link (DaftarFactRow *row,
          Field         *self)
{
  DaftarProfile *profile = daftar_profile_facts_get_profile (self->facts);
  DaftarCustomer *other = is (self, "company")       ? profile->company
                          : is (self, "referred_by") ? profile->referrer
                                                     : NULL;

  if (other != NULL && other->deleted_at == 0)
    daftar_fact_row_add_button (row, daftar_fact_link_button ("go-next-symbolic", _("Open"), "customer",
                                                              DAFTAR_RECORD (other)->id));
}

/**
 * daftar_fact_field_new:
 * @facts: where it will stand
 * @index: one of #daftar_fact_fields
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
daftar_fact_field_new (DaftarProfileFacts *facts,
                       guint               index)
{
  Field *self = g_new0 (Field, 1);
  DaftarProfile *profile = daftar_profile_facts_get_profile (facts);
  g_autofree char *value = NULL;
  GtkWidget *row;

  self->facts = facts;
  self->index = index;
  self->customer = g_object_ref (profile->customer);
  value = show_value (self);
  row = daftar_fact_row_new (daftar_profile_facts_get_ui (facts), daftar_fact_fields[index].field, NULL, value,
                             _(daftar_fact_fields[index].caption));
  add_link (DAFTAR_FACT_ROW (row), self);
  daftar_fact_row_set_editor (DAFTAR_FACT_ROW (row),
                              is (self, "company") || is (self, "referred_by") ? &removable : &editor, self, field_free);
  return row;
}
