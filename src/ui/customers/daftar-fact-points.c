/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-fact-rows.h"

#include "daftar-bidi.h"
#include "daftar-entry.h"
#include "daftar-icons.h"
#include "daftar-part-edit.h"
#include "daftar-phone.h"
#include "daftar-reach.h"

#include <glib/gi18n.h>

typedef struct
{
  DaftarProfileFacts *facts; /* unowned: the row is in it */
  DaftarContactPoint *point; /* as it was when the row was made; without an id if it is new */

  GtkWidget *kind; /* these four while it is edited */
  GtkWidget *value;
  GtkWidget *label;
  GtkWidget *consent;
  GtkWidget *preferred;
  GtkWidget *meaning;
} Point;

static void
point_free (gpointer data)
{
  Point *self = data;

  g_object_unref (self->point);
  g_free (self);
}

static gboolean
is_number (gint64 kind)
{
  return kind <= DAFTAR_CONTACT_KIND_WHATSAPP;
}

/**
 * daftar_fact_point_words:
 * @ui: the context
 * @point: a contact point
 *
 * Returns: (transfer full): its value as it is read aloud, isolated
 */
char *
daftar_fact_point_words (DaftarUiContext    *ui,
                         DaftarContactPoint *point)
{
  g_autofree char *shown = NULL;

  if (point->kind == DAFTAR_CONTACT_KIND_ADDRESS)
    return daftar_bidi_isolate (point->value);
  if (is_number (point->kind) && point->norm != NULL && daftar_phone_is_assigned (point->norm))
    shown = daftar_phone_format (point->norm, daftar_ui_context_get_shop (ui)->country);
  return daftar_bidi_ltr (shown != NULL ? shown : point->value);
}

/* --- Editing. -------------------------------------------------------------------------------------- */

/* A number as it will be understood, with its country: what is misread is seen before it is saved. */
static void
show_meaning (Point *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->value));
  const char *country = daftar_ui_context_get_shop (daftar_profile_facts_get_ui (self->facts))->country;
  g_autofree char *norm =
    is_number (gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kind))) ? daftar_phone_normalise (text, country) : NULL;
  g_autofree char *shown = norm != NULL && daftar_phone_is_assigned (norm) ? daftar_phone_format (norm, NULL) : NULL;
  g_autofree char *isolated = shown != NULL ? daftar_bidi_ltr (shown) : NULL;

  gtk_label_set_label (GTK_LABEL (self->meaning), isolated != NULL ? isolated : "");
  gtk_widget_set_visible (self->meaning, isolated != NULL);
}

static void
kind_cb (Point *self)
{
  guint kind = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kind));
  const char *label = daftar_enum_label (&daftar_enum_contact_kind, kind);

  if (kind == DAFTAR_CONTACT_KIND_ADDRESS)
    daftar_entry_set_own_direction (GTK_EDITABLE (self->value));
  else
    daftar_entry_set_ltr (GTK_EDITABLE (self->value));
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->value), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->value), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  show_meaning (self);
}

static GStrv
names_of (const DaftarEnum *enumeration)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < enumeration->n_values; i++)
    g_strv_builder_add (names, daftar_enum_label (enumeration, i));
  return g_strv_builder_end (names);
}

static GtkWidget *
make_enum (const DaftarEnum *enumeration,
           const char       *label,
           guint             selected)
{
  g_auto (GStrv) names = names_of (enumeration);

  return daftar_fact_choice_new (label, (const char *const *) names, selected);
}

static GtkWidget *
make (DaftarFactRow *row,
      gpointer       data)
{
  Point *self = data;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->kind = make_enum (&daftar_enum_contact_kind, _("Kind"), self->point->kind);
  gtk_widget_set_name (self->kind, "point-kind");
  self->value = daftar_fact_entry_new (row, "", self->point->value, FALSE);
  gtk_widget_set_name (self->value, "point-value");
  self->meaning = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->meaning), 0);
  gtk_widget_add_css_class (self->meaning, "dim-label");
  gtk_widget_add_css_class (self->meaning, "daftar-second");
  self->label = daftar_fact_entry_new (row, _("Label, such as work or home"), self->point->label, FALSE);
  self->consent = make_enum (&daftar_enum_consent, _("Consent"), self->point->consent);
  self->preferred = gtk_check_button_new_with_mnemonic (_("_Preferred"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->preferred), self->point->preferred);
  g_signal_connect_swapped (self->kind, "notify::selected", G_CALLBACK (kind_cb), self);
  g_signal_connect_swapped (self->value, "changed", G_CALLBACK (show_meaning), self);
  gtk_box_append (GTK_BOX (box), self->kind);
  gtk_box_append (GTK_BOX (box), self->value);
  gtk_box_append (GTK_BOX (box), self->meaning);
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_box_append (GTK_BOX (box), self->consent);
  gtk_box_append (GTK_BOX (box), self->preferred);
  kind_cb (self);
  daftar_fact_row_set_focus (row, self->value);
  return box;
}

/* The record to change: after a conflict the newest, so that only what was typed goes over it. */
static DaftarContactPoint *
copy_base (DaftarFactRow *row,
           Point         *self)
{
  GPtrArray *points = daftar_profile_facts_get_profile (self->facts)->points;

  for (guint i = 0; daftar_fact_row_is_conflicted (row) && i < points->len; i++)
    if (DAFTAR_RECORD (g_ptr_array_index (points, i))->id == DAFTAR_RECORD (self->point)->id)
      return daftar_record_copy (g_ptr_array_index (points, i));
  return daftar_record_copy (self->point);
}

static void
save (DaftarFactRow *row,
      GtkWidget     *editor,
      gpointer       data)
{
  Point *self = data;
  DaftarContactPoint *point = copy_base (row, self);

  point->kind = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kind));
  point->consent = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->consent));
  point->preferred = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->preferred));
  daftar_set_text (&point->value, gtk_editable_get_text (GTK_EDITABLE (self->value)));
  daftar_set_text (&point->label, gtk_editable_get_text (GTK_EDITABLE (self->label)));
  daftar_fact_row_write (row, "customer.edit", _("Saved"), daftar_part_edit_write, daftar_part_edit_new (point, FALSE),
                         (GDestroyNotify) daftar_part_edit_free);
}

static void
take_away (DaftarFactRow *row,
           gpointer       data)
{
  Point *self = data;

  daftar_fact_row_write (row, "customer.edit", _("Removed"), daftar_part_edit_write,
                         daftar_part_edit_new (copy_base (row, self), TRUE), (GDestroyNotify) daftar_part_edit_free);
}

static const DaftarFactEditor editor = { make, save, take_away };
static const DaftarFactEditor new_editor = { make, save, NULL };

/* --- Showing. -------------------------------------------------------------------------------------- */

static GMenuModel *
make_menu (DaftarContactPoint *point,
           const char         *key)
{
  g_autoptr (GMenu) reach = g_menu_new ();
  g_autoptr (GMenu) edit = g_menu_new ();
  GMenu *menu = g_menu_new ();
  gint64 id = DAFTAR_RECORD (point)->id;

  for (guint i = 0; i < DAFTAR_N_REACH; i++)
    {
      g_autoptr (GMenuItem) item = NULL;

      if (!daftar_reach_can (point, daftar_reach[i].action))
        continue;
      item = g_menu_item_new (_(daftar_reach[i].label), NULL);
      g_menu_item_set_action_and_target (item, "facts.reach", "(xi)", id, daftar_reach[i].action);
      g_menu_append_item (reach, item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (reach));
  {
    g_autoptr (GMenuItem) copy = g_menu_item_new (_("_Copy"), NULL);
    g_autoptr (GMenuItem) change = g_menu_item_new (_("_Edit"), NULL);
    g_autoptr (GMenuItem) prefer = g_menu_item_new (_("_Preferred"), NULL);
    g_autoptr (GMenuItem) remove = g_menu_item_new (_("_Remove"), NULL);

    g_menu_item_set_action_and_target (copy, "facts.copy", "x", id);
    g_menu_item_set_action_and_target (change, "facts.edit", "s", key);
    g_menu_item_set_action_and_target (prefer, "facts.prefer", "x", id);
    g_menu_item_set_action_and_target (remove, "facts.remove", "s", key);
    g_menu_append_item (edit, copy);
    g_menu_append_item (edit, change);
    if (!point->preferred)
      g_menu_append_item (edit, prefer);
    g_menu_append_item (edit, remove);
  }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (edit));
  return G_MENU_MODEL (menu);
}

static GtkWidget *
make_menu_button (DaftarContactPoint *point,
                  const char         *key,
                  const char         *value)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = make_menu (point, key);
  /* Translators: %s is a number or address. */
  g_autofree char *name = g_strdup_printf (_("More: %s"), value);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("More"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static char *
make_caption (DaftarContactPoint *point)
{
  GString *caption = g_string_new (daftar_fact_page_mark ());

  g_string_append (caption, daftar_enum_label (&daftar_enum_contact_kind, point->kind));
  if (point->label != NULL)
    {
      g_autofree char *label = daftar_bidi_isolate (point->label);

      g_string_append_printf (caption, " · %s", label);
    }
  if (point->preferred)
    g_string_append_printf (caption, " · %s", C_("contact point", "preferred"));
  if (point->consent != DAFTAR_CONSENT_UNKNOWN)
    g_string_append_printf (caption, " · %s", daftar_enum_label (&daftar_enum_consent, point->consent));
  return g_string_free (caption, FALSE);
}

/**
 * daftar_fact_point_new:
 * @facts: where it will stand
 * @point: a contact point
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
daftar_fact_point_new (DaftarProfileFacts *facts,
                       DaftarContactPoint *point)
{
  Point *self = g_new0 (Point, 1);
  DaftarUiContext *ui = daftar_profile_facts_get_ui (facts);
  g_autofree char *key = g_strdup_printf ("point-%" G_GINT64_FORMAT, DAFTAR_RECORD (point)->id);
  g_autofree char *value = daftar_fact_point_words (ui, point);
  g_autofree char *caption = make_caption (point);
  GtkWidget *row = daftar_fact_row_new (ui, key, daftar_icon_for_contact_kind (point->kind), value, caption);

  self->facts = facts;
  self->point = g_object_ref (point);
  daftar_fact_row_add_button (DAFTAR_FACT_ROW (row), make_menu_button (point, key, value));
  daftar_fact_row_set_editor (DAFTAR_FACT_ROW (row), &editor, self, point_free);
  return row;
}

/**
 * daftar_fact_point_add_new:
 * @facts: where it will stand
 *
 * Returns: (transfer floating): the quiet line that adds one
 */
GtkWidget *
daftar_fact_point_add_new (DaftarProfileFacts *facts)
{
  Point *self = g_new0 (Point, 1);
  DaftarProfile *profile = daftar_profile_facts_get_profile (facts);
  GtkWidget *row = daftar_fact_row_new (daftar_profile_facts_get_ui (facts), "point-new", NULL, NULL,
                                        _("Add a number or address…"));

  self->facts = facts;
  self->point = daftar_contact_point_new ();
  self->point->customer_id = DAFTAR_RECORD (profile->customer)->id;
  self->point->kind = profile->points->len == 0 ? DAFTAR_CONTACT_KIND_MOBILE : DAFTAR_CONTACT_KIND_EMAIL;
  daftar_fact_row_set_editor (DAFTAR_FACT_ROW (row), &new_editor, self, point_free);
  return row;
}
