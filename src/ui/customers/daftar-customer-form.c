/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-customer-form.h"

#include "daftar-bidi.h"
#include "daftar-custom-edit.h"
#include "daftar-custom-input.h"
#include "daftar-entry.h"
#include "daftar-fact-rows.h"
#include "daftar-icons.h"

#include <glib/gi18n.h>

/* --- Contact points. ------------------------------------------------------------------------------- */

/* The group of the points. It lives as data of its widget. */
typedef struct
{
  GtkWidget *group; /* unowned: it owns this */
  GPtrArray *rows;  /* AdwEntryRow, unowned, each with a Row as data */
  GCallback changed;
  gpointer data;
} Points;

typedef struct
{
  DaftarContactPoint *point; /* as it was, or a blank one of its kind */
  GtkWidget *label;
  GtkWidget *consent;
  GtkWidget *preferred;
} Row;

static void
points_free (gpointer data)
{
  Points *self = data;

  g_ptr_array_unref (self->rows);
  g_free (self);
}

static void
row_free (gpointer data)
{
  Row *row = data;

  g_object_unref (row->point);
  g_free (row);
}

static Points *
get_points (GtkWidget *group)
{
  return g_object_get_data (G_OBJECT (group), "points");
}

static Row *
get_row (gpointer widget)
{
  return g_object_get_data (G_OBJECT (widget), "row");
}

static void
changed_cb (Points *self)
{
  if (self->changed != NULL)
    ((void (*) (gpointer)) self->changed) (self->data);
}

static void
remove_cb (GtkWidget *button,
           Points    *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER);
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ENTRY_ROW);

  gtk_popover_popdown (GTK_POPOVER (popover));
  g_ptr_array_remove (self->rows, row);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->group), row);
  changed_cb (self);
}

static GtkWidget *
make_remove (Points *self)
{
  GtkWidget *remove = gtk_button_new_with_mnemonic (_("_Remove"));

  gtk_widget_add_css_class (remove, "destructive-action");
  gtk_widget_set_name (remove, "point-remove");
  g_signal_connect (remove, "clicked", G_CALLBACK (remove_cb), self);
  return remove;
}

/* What one rarely says about a number: it stands behind a button. */
static GtkWidget *
make_more (Points *self,
           Row    *row)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  const char *consents[DAFTAR_N_CONSENT + 1] = { NULL };

  for (int i = 0; i < DAFTAR_N_CONSENT; i++)
    consents[i] = daftar_enum_label (&daftar_enum_consent, i);
  row->label = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (row->label), _("Label, such as work or home"));
  gtk_editable_set_text (GTK_EDITABLE (row->label), row->point->label != NULL ? row->point->label : "");
  gtk_widget_set_name (row->label, "point-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->label), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Label, such as work or home"), -1);
  row->consent = daftar_fact_choice_new (_("Consent"), consents, row->point->consent);
  row->preferred = gtk_check_button_new_with_mnemonic (_("_Preferred"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (row->preferred), row->point->preferred);
  gtk_box_append (GTK_BOX (box), row->label);
  gtk_box_append (GTK_BOX (box), row->consent);
  gtk_box_append (GTK_BOX (box), row->preferred);
  gtk_box_append (GTK_BOX (box), make_remove (self));
  gtk_widget_add_css_class (box, "daftar-popover-form");
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("More"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("More"), -1);
  return button;
}

static GtkWidget *
add_point (Points             *self,
           DaftarContactPoint *point)
{
  GtkWidget *widget = adw_entry_row_new ();
  Row *row = g_new0 (Row, 1);
  g_autofree char *name = g_strdup_printf ("point-%s", daftar_enum_nick (&daftar_enum_contact_kind, point->kind));

  row->point = point;
  g_object_set_data_full (G_OBJECT (widget), "row", row, row_free);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget),
                                 daftar_enum_label (&daftar_enum_contact_kind, point->kind));
  gtk_editable_set_text (GTK_EDITABLE (widget), point->value != NULL ? point->value : "");
  gtk_widget_set_name (widget, name);
  adw_entry_row_add_prefix (ADW_ENTRY_ROW (widget),
                            gtk_image_new_from_icon_name (daftar_icon_for_contact_kind (point->kind)));
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (widget), make_more (self, row));
  if (point->kind != DAFTAR_CONTACT_KIND_ADDRESS)
    daftar_entry_set_ltr (GTK_EDITABLE (widget));
  g_signal_connect_swapped (widget, "changed", G_CALLBACK (changed_cb), self);
  g_ptr_array_add (self->rows, widget);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), widget);
  return widget;
}

static DaftarContactPoint *
make_blank (DaftarContactKind kind)
{
  DaftarContactPoint *point = daftar_contact_point_new ();

  point->kind = kind;
  return point;
}

static void
add_cb (GtkWidget *button,
        Points    *self)
{
  int kind = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "kind"));

  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER)));
  gtk_widget_grab_focus (add_point (self, make_blank (kind)));
}

static GtkWidget *
make_add_button (Points *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (int kind = 0; kind < DAFTAR_N_CONTACT_KIND; kind++)
    {
      GtkWidget *item = gtk_button_new ();
      GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

      gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name (daftar_icon_for_contact_kind (kind)));
      gtk_box_append (GTK_BOX (line), gtk_label_new (daftar_enum_label (&daftar_enum_contact_kind, kind)));
      gtk_button_set_child (GTK_BUTTON (item), line);
      gtk_widget_add_css_class (item, "flat");
      g_object_set_data (G_OBJECT (item), "kind", GINT_TO_POINTER (kind));
      g_signal_connect (item, "clicked", G_CALLBACK (add_cb), self);
      gtk_box_append (GTK_BOX (box), item);
    }
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "list-add-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_name (button, "add-point");
  gtk_widget_set_tooltip_text (button, _("Add a Number or Address"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add a Number or Address"),
                                  -1);
  return button;
}

/**
 * daftar_form_points_new:
 * @points: (nullable) (element-type DaftarContactPoint): those that there are
 *
 * Returns: (transfer floating): the group in which they are changed
 */
GtkWidget *
daftar_form_points_new (GPtrArray *points)
{
  Points *self = g_new0 (Points, 1);

  self->group = adw_preferences_group_new ();
  self->rows = g_ptr_array_new ();
  g_object_set_data_full (G_OBJECT (self->group), "points", self, points_free);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->group), _("Numbers and addresses"));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self->group), make_add_button (self));
  for (guint i = 0; points != NULL && i < points->len; i++)
    add_point (self, g_object_ref (g_ptr_array_index (points, i)));
  if (self->rows->len == 0)
    {
      add_point (self, make_blank (DAFTAR_CONTACT_KIND_MOBILE));
      add_point (self, make_blank (DAFTAR_CONTACT_KIND_EMAIL));
    }
  return self->group;
}

/**
 * daftar_form_points_watch:
 * @group: made by daftar_form_points_new()
 * @changed: a function of @data, called when something was typed
 * @data: for @changed
 */
void
daftar_form_points_watch (GtkWidget *group,
                          GCallback  changed,
                          gpointer   data)
{
  Points *self = get_points (group);

  self->changed = changed;
  self->data = data;
}

/**
 * daftar_form_points_first:
 * @group: made by daftar_form_points_new()
 * @phone: (out) (nullable): the first number
 * @email: (out) (nullable): the first mail address
 *
 * What one is recognised by while being typed.
 */
void
daftar_form_points_first (GtkWidget  *group,
                          char      **phone,
                          char      **email)
{
  Points *self = get_points (group);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const char *text = gtk_editable_get_text (GTK_EDITABLE (g_ptr_array_index (self->rows, i)));

      if (strchr (text, '@') != NULL && *email == NULL)
        *email = g_strdup (text);
      else if (*phone == NULL && *text != '\0')
        *phone = g_strdup (text);
    }
}

/**
 * daftar_form_points_get:
 * @group: made by daftar_form_points_new()
 *
 * Returns: (transfer full) (element-type DaftarContactPoint): all that have something in them, as copies
 */
GPtrArray *
daftar_form_points_get (GtkWidget *group)
{
  Points *self = get_points (group);
  GPtrArray *points = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *widget = g_ptr_array_index (self->rows, i);
      Row *row = get_row (widget);
      g_autofree char *value = daftar_bidi_strip (gtk_editable_get_text (GTK_EDITABLE (widget)));
      g_autofree char *label = g_strdup (gtk_editable_get_text (GTK_EDITABLE (row->label)));
      DaftarContactPoint *point;

      if (*g_strstrip (value) == '\0')
        continue;
      point = daftar_record_copy (row->point);
      daftar_set_text (&point->value, value);
      daftar_set_text (&point->label, *g_strstrip (label) != '\0' ? label : NULL);
      point->consent = gtk_drop_down_get_selected (GTK_DROP_DOWN (row->consent));
      point->preferred = gtk_check_button_get_active (GTK_CHECK_BUTTON (row->preferred));
      g_ptr_array_add (points, point);
    }
  return points;
}

static DaftarContactPoint *
find_point (GPtrArray *points,
            gint64     id)
{
  for (guint i = 0; id != 0 && i < points->len; i++)
    if (DAFTAR_RECORD (g_ptr_array_index (points, i))->id == id)
      return g_ptr_array_index (points, i);
  return NULL;
}

/**
 * daftar_form_points_rebase:
 * @group: made by daftar_form_points_new()
 * @points: (element-type DaftarContactPoint): the newest
 *
 * Lets what stands in the form go over @points. One that is gone there is added anew.
 */
void
daftar_form_points_rebase (GtkWidget *group,
                           GPtrArray *points)
{
  Points *self = get_points (group);

  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = get_row (g_ptr_array_index (self->rows, i));
      DaftarContactPoint *newest = find_point (points, DAFTAR_RECORD (row->point)->id);
      DaftarContactPoint *base = newest != NULL ? daftar_record_copy (newest) : make_blank (row->point->kind);

      base->kind = row->point->kind;
      g_object_unref (row->point);
      row->point = base;
    }
}

/* --- Choices. -------------------------------------------------------------------------------------- */

static GtkWidget *
make_combo (const char        *title,
            const char        *name,
            const char *const *names,
            guint              selected)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (names);
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  gtk_widget_set_name (row, name);
  return row;
}

/**
 * daftar_form_channel_new:
 * @channel: a #DaftarChannel
 *
 * Returns: (transfer floating): the row in which the preferred channel is chosen
 */
GtkWidget *
daftar_form_channel_new (gint64 channel)
{
  const char *names[DAFTAR_N_CHANNEL + 1] = { NULL };

  for (int i = 0; i < DAFTAR_N_CHANNEL; i++)
    names[i] = daftar_enum_label (&daftar_enum_channel, i);
  return make_combo (_("Prefers"), "customer-channel", names, channel);
}

/**
 * daftar_form_language_new:
 * @code: (nullable): ISO 639
 *
 * Returns: (transfer floating): the row in which the customer's language is chosen
 */
GtkWidget *
daftar_form_language_new (const char *code)
{
  g_auto (GStrv) names = NULL;
  GStrv codes = daftar_fact_language_list (code, &names);
  GtkWidget *row;
  guint selected = 0;

  for (guint i = 0; codes[i] != NULL; i++)
    if (g_strcmp0 (codes[i], code) == 0)
      selected = i;
  row = make_combo (_("Language"), "customer-language", (const char *const *) names, selected);
  g_object_set_data_full (G_OBJECT (row), "codes", codes, (GDestroyNotify) g_strfreev);
  return row;
}

/**
 * daftar_form_language_get:
 * @row: made by daftar_form_language_new()
 *
 * Returns: (nullable): the code that is chosen
 */
const char *
daftar_form_language_get (GtkWidget *row)
{
  GStrv codes = g_object_get_data (G_OBJECT (row), "codes");
  const char *code = codes[adw_combo_row_get_selected (ADW_COMBO_ROW (row))];

  return *code != '\0' ? code : NULL;
}

/* --- Fields of the shop's own. --------------------------------------------------------------------- */

typedef struct
{
  DaftarCustomField *field;
  DaftarCustomValue *value; /* nullable: what was in it */
  GtkWidget *input;
  GtkWidget *row;
} Own;

static void
own_free (gpointer data)
{
  Own *own = data;

  g_object_unref (own->field);
  g_clear_object (&own->value);
  g_free (own);
}

/**
 * daftar_form_own_new:
 * @fields: (element-type DaftarCustomField): those of the shop
 * @profile: (nullable): the customer; %NULL for a new one
 *
 * Returns: (transfer floating) (nullable): the group in which their values are changed; %NULL if the shop has none
 */
GtkWidget *
daftar_form_own_new (GPtrArray     *fields,
                     DaftarProfile *profile)
{
  GPtrArray *all;
  GtkWidget *group;

  if (fields->len == 0)
    return NULL;
  all = g_ptr_array_new_with_free_func (own_free);
  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Fields of the shop"));
  g_object_set_data_full (G_OBJECT (group), "own", all, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < fields->len; i++)
    {
      Own *own = g_new0 (Own, 1);
      g_autofree char *title = NULL;

      own->field = g_object_ref (g_ptr_array_index (fields, i));
      own->value = profile != NULL ? daftar_profile_find_value (profile, DAFTAR_RECORD (own->field)->id) : NULL;
      if (own->value != NULL)
        g_object_ref (own->value);
      own->input = daftar_custom_input_new (own->field, own->value);
      own->row = adw_action_row_new ();
      title = g_markup_escape_text (own->field->name, -1);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (own->row), title);
      gtk_widget_set_valign (own->input, GTK_ALIGN_CENTER);
      adw_action_row_add_suffix (ADW_ACTION_ROW (own->row), own->input);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (own->row), own->input);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), own->row);
      g_ptr_array_add (all, own);
    }
  return group;
}

static gboolean
same (DaftarCustomValue *a,
      DaftarCustomValue *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return a->number == b->number && g_strcmp0 (a->text, b->text) == 0;
}

/* The reason stands beside the field. */
static void
show_reason (Own        *own,
             const char *reason)
{
  g_autofree char *markup = reason != NULL ? g_markup_escape_text (reason, -1) : NULL;

  adw_action_row_set_subtitle (ADW_ACTION_ROW (own->row), markup);
  if (reason != NULL)
    gtk_widget_add_css_class (own->row, "daftar-late");
  else
    gtk_widget_remove_css_class (own->row, "daftar-late");
}

/**
 * daftar_form_own_get:
 * @group: made by daftar_form_own_new()
 * @currency: of amounts
 * @wrong: (out): what can't be saved
 * @error: return location for the reason
 *
 * Returns: (transfer full) (nullable) (element-type DaftarCustomValueEdit): what changed; %NULL if something can't be
 *   saved, which then says why
 */
GPtrArray *
daftar_form_own_get (GtkWidget   *group,
                     const char  *currency,
                     GtkWidget  **wrong,
                     GError     **error)
{
  GPtrArray *all = g_object_get_data (G_OBJECT (group), "own");
  g_autoptr (GPtrArray) edits = g_ptr_array_new_with_free_func ((GDestroyNotify) daftar_custom_value_edit_free);

  for (guint i = 0; i < all->len; i++)
    {
      Own *own = g_ptr_array_index (all, i);
      g_autoptr (DaftarCustomValue) value = NULL;
      g_autoptr (GError) local = NULL;

      if (!daftar_custom_input_get (own->input, own->field, own->value, currency, &value, &local))
        {
          show_reason (own, local->message);
          *wrong = own->input;
          g_propagate_error (error, g_steal_pointer (&local));
          return NULL;
        }
      show_reason (own, NULL);
      if (!same (own->value, value))
        g_ptr_array_add (edits, daftar_custom_value_edit_new (0, DAFTAR_RECORD (own->field)->id, own->value,
                                                              g_steal_pointer (&value)));
    }
  return g_steal_pointer (&edits);
}

/**
 * daftar_form_own_rebase:
 * @group: made by daftar_form_own_new()
 * @profile: the newest
 *
 * Lets what stands in the form go over the values of @profile.
 */
void
daftar_form_own_rebase (GtkWidget     *group,
                        DaftarProfile *profile)
{
  GPtrArray *all = g_object_get_data (G_OBJECT (group), "own");

  for (guint i = 0; i < all->len; i++)
    {
      Own *own = g_ptr_array_index (all, i);

      g_set_object (&own->value, daftar_profile_find_value (profile, DAFTAR_RECORD (own->field)->id));
    }
}
