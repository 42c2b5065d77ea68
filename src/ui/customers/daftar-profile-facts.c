/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-profile-facts.h"

#include "daftar-bidi.h"
#include "daftar-fact-rows.h"
#include "daftar-part-edit.h"
#include "daftar-reach.h"
#include "daftar-ui-write.h"
#include "daftar-window.h"

#include <glib/gi18n.h>

struct _DaftarProfileFacts
{
  GtkWidget parent_instance;

  DaftarUiContext *ui;
  DaftarProfile *profile; /* unowned: the view's newest */
  GtkWidget *box;
  GtkWidget *editing;     /* nullable: the row that is being edited */
  gboolean stale;         /* a newer profile came meanwhile */
};

G_DEFINE_FINAL_TYPE (DaftarProfileFacts, daftar_profile_facts, GTK_TYPE_WIDGET)

static void fill (DaftarProfileFacts *self);

/* --- Rows. ----------------------------------------------------------------------------------------- */

static GtkWidget *
find_row (DaftarProfileFacts *self,
          const char         *key)
{
  for (GtkWidget *group = gtk_widget_get_first_child (self->box); group; group = gtk_widget_get_next_sibling (group))
    {
      GtkWidget *list = gtk_widget_get_last_child (group);

      for (GtkWidget *row = gtk_widget_get_first_child (list); row; row = gtk_widget_get_next_sibling (row))
        if (DAFTAR_IS_FACT_ROW (row) && g_strcmp0 (daftar_fact_row_get_key (DAFTAR_FACT_ROW (row)), key) == 0)
          return row;
    }
  return NULL;
}

static GtkWidget *
find_focused_row (DaftarProfileFacts *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, DAFTAR_TYPE_FACT_ROW) : NULL;

  return row != NULL && gtk_widget_is_ancestor (row, GTK_WIDGET (self)) ? row : NULL;
}

static gboolean
refill_cb (gpointer data)
{
  g_autoptr (DaftarProfileFacts) self = data;

  if (self->box != NULL && self->editing == NULL && self->stale && self->profile != NULL)
    fill (self);
  return G_SOURCE_REMOVE;
}

/* Not within the row's own signal: its rows go. */
static void
finished_cb (DaftarProfileFacts *self,
             DaftarFactRow      *row)
{
  if (GTK_WIDGET (row) == self->editing)
    self->editing = NULL;
  if (self->stale)
    g_idle_add (refill_cb, g_object_ref (self));
}

static void
begin_edit (DaftarProfileFacts *self,
            GtkWidget          *row)
{
  if (self->editing == row)
    return;
  if (self->editing != NULL)
    daftar_fact_row_cancel (DAFTAR_FACT_ROW (self->editing));
  if (self->editing != NULL)
    return;
  daftar_fact_row_edit (DAFTAR_FACT_ROW (row));
  if (daftar_fact_row_is_editing (DAFTAR_FACT_ROW (row)))
    self->editing = row;
}

static void
activated_cb (DaftarProfileFacts *self,
              GtkListBoxRow      *row)
{
  gint64 *other = g_object_get_data (G_OBJECT (row), "customer");

  if (other != NULL)
    daftar_window_open (daftar_window_of (GTK_WIDGET (self)), "customer", *other);
  else if (DAFTAR_IS_FACT_ROW (row))
    begin_edit (self, GTK_WIDGET (row));
}

static GtkWidget *
add_group (DaftarProfileFacts *self,
           const char         *title,
           const char         *name)
{
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = gtk_label_new (title);
  GtkWidget *list = gtk_list_box_new ();

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_name (list, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_swapped (list, "row-activated", G_CALLBACK (activated_cb), self);
  gtk_box_append (GTK_BOX (group), heading);
  gtk_box_append (GTK_BOX (group), list);
  gtk_box_append (GTK_BOX (self->box), group);
  return list;
}

static void
add_row (DaftarProfileFacts *self,
         GtkWidget          *list,
         GtkWidget          *row)
{
  g_signal_connect_object (row, "finished", G_CALLBACK (finished_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static void
add_quiet_row (DaftarProfileFacts *self,
               GtkWidget          *list,
               GtkWidget          *row)
{
  gtk_widget_add_css_class (row, "daftar-add");
  add_row (self, list, row);
}

/* --- What is not there yet. ------------------------------------------------------------------------ */

static void
add_missing_item (GMenu      *menu,
                  const char *caption,
                  const char *key)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (caption, NULL);

  g_menu_item_set_action_and_target (item, "facts.edit", "s", key);
  g_menu_append_item (menu, item);
}

/* The quiet line that offers every fact that is empty. */
static GtkWidget *
make_missing (DaftarProfileFacts *self)
{
  g_autoptr (GMenu) own = g_menu_new ();
  g_autoptr (GMenu) shop = g_menu_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *label = gtk_label_new (_("Add a detail…"));

  if (self->profile->customer->note == NULL)
    g_menu_append (own, _("Pinned note"), "profile.edit-note");
  for (guint i = 0; i < DAFTAR_N_FACT_FIELDS; i++)
    if (!daftar_fact_field_is_set (self->profile, i))
      add_missing_item (own, _(daftar_fact_fields[i].caption), daftar_fact_fields[i].field);
  for (guint i = 0; i < self->profile->fields->len; i++)
    {
      DaftarCustomField *field = g_ptr_array_index (self->profile->fields, i);
      g_autofree char *key = g_strdup_printf ("custom-%" G_GINT64_FORMAT, DAFTAR_RECORD (field)->id);

      if (daftar_profile_find_value (self->profile, DAFTAR_RECORD (field)->id) == NULL)
        add_missing_item (shop, field->name, key);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (own));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (shop));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add a detail…"), -1);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_name (button, "add-detail");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "daftar-add-button");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_add_css_class (row, "daftar-add");
  return row;
}

/* --- Groups. --------------------------------------------------------------------------------------- */

static void
add_points (DaftarProfileFacts *self)
{
  GtkWidget *list = add_group (self, _("Numbers and addresses"), "facts-points");

  for (guint i = 0; i < self->profile->points->len; i++)
    add_row (self, list, daftar_fact_point_new (self, g_ptr_array_index (self->profile->points, i)));
  add_quiet_row (self, list, daftar_fact_point_add_new (self));
}

static void
add_occasions (DaftarProfileFacts *self)
{
  GtkWidget *list = add_group (self, _("Occasions"), "facts-occasions");

  for (guint i = 0; i < self->profile->occasions->len; i++)
    add_row (self, list, daftar_fact_occasion_new (self, g_ptr_array_index (self->profile->occasions, i)));
  add_quiet_row (self, list, daftar_fact_occasion_new (self, NULL));
}

static void
add_warranties (DaftarProfileFacts *self,
                GtkWidget          *list)
{
  g_autofree char *today = daftar_ui_context_today (self->ui);

  for (guint i = 0; i < self->profile->purchases->len; i++)
    {
      DaftarPurchase *purchase = g_ptr_array_index (self->profile->purchases, i);
      g_autofree char *key = g_strdup_printf ("purchase-%" G_GINT64_FORMAT, DAFTAR_RECORD (purchase)->id);
      g_autofree char *day = NULL;
      g_autofree char *caption = NULL;
      g_autofree char *items = NULL;

      if (purchase->warranty_until == NULL || strcmp (purchase->warranty_until, today) < 0)
        continue;
      items = purchase->items != NULL ? daftar_bidi_isolate (purchase->items) : g_strdup (_("Purchase"));
      day = daftar_format_day (daftar_ui_context_get_format (self->ui), purchase->warranty_until, DAFTAR_DAY_LONG);
      /* Translators: %s is a day. */
      caption = g_strdup_printf (_("Warranty until %s"), day);
      add_row (self, list, daftar_fact_row_new (self->ui, key, NULL, items, caption));
    }
}

static void
add_fields (DaftarProfileFacts *self,
            GtkWidget          *list,
            guint               from,
            guint               to)
{
  for (guint i = from; i < to; i++)
    if (daftar_fact_field_is_set (self->profile, i))
      add_row (self, list, daftar_fact_field_new (self, i));
}

static void
add_details (DaftarProfileFacts *self)
{
  GtkWidget *list = add_group (self, _("Details"), "facts-details");
  g_autofree char *since = NULL;

  add_fields (self, list, 0, DAFTAR_FACT_FIELDS_NAME);
  for (guint i = 0; i < self->profile->fields->len; i++)
    {
      DaftarCustomField *field = g_ptr_array_index (self->profile->fields, i);

      if (daftar_profile_find_value (self->profile, DAFTAR_RECORD (field)->id) != NULL)
        add_row (self, list, daftar_fact_custom_new (self, field));
    }
  add_fields (self, list, DAFTAR_FACT_FIELDS_NAME, DAFTAR_N_FACT_FIELDS);
  add_warranties (self, list);
  since = daftar_format_moment (daftar_ui_context_get_format (self->ui), self->profile->customer->created_at,
                                daftar_ui_context_now (self->ui), DAFTAR_MOMENT_EXACT);
  add_row (self, list, daftar_fact_row_new (self->ui, "created", NULL, since, _("In the notebook since")));
  gtk_list_box_append (GTK_LIST_BOX (list), make_missing (self));
}

static void
add_people (DaftarProfileFacts *self,
            const char         *title,
            const char         *name,
            GPtrArray          *people)
{
  GtkWidget *list;

  if (people->len == 0)
    return;
  list = add_group (self, title, name);
  for (guint i = 0; i < MIN (people->len, DAFTAR_PROFILE_PEOPLE); i++)
    {
      DaftarCustomer *other = g_ptr_array_index (people, i);
      g_autofree char *key = g_strdup_printf ("person-%" G_GINT64_FORMAT, DAFTAR_RECORD (other)->id);
      g_autofree char *isolated = daftar_bidi_isolate (other->name);
      GtkWidget *row = daftar_fact_row_new (self->ui, key, NULL, NULL, isolated);

      g_object_set_data_full (G_OBJECT (row), "customer", g_memdup2 (&DAFTAR_RECORD (other)->id, sizeof (gint64)),
                              g_free);
      daftar_fact_row_add_button (DAFTAR_FACT_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_widget_add_css_class (row, "daftar-person");
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  if (people->len > DAFTAR_PROFILE_PEOPLE)
    gtk_list_box_append (GTK_LIST_BOX (list), daftar_fact_row_new (self->ui, "more", NULL, NULL, _("And more")));
}

static void
clear (DaftarProfileFacts *self)
{
  GtkWidget *child;

  self->editing = NULL;
  self->stale = FALSE;
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
}

static void
fill (DaftarProfileFacts *self)
{
  GtkWidget *focused = find_focused_row (self);
  g_autofree char *key = focused != NULL ? g_strdup (daftar_fact_row_get_key (DAFTAR_FACT_ROW (focused))) : NULL;
  GtkWidget *row;

  clear (self);
  add_points (self);
  add_details (self);
  add_occasions (self);
  add_people (self, _("Who works there"), "facts-people", self->profile->people);
  add_people (self, _("Has referred"), "facts-referred", self->profile->referred);
  if (key != NULL && (row = find_row (self, key)) != NULL)
    gtk_widget_grab_focus (row);
}

/* --- Actions. -------------------------------------------------------------------------------------- */

static DaftarContactPoint *
find_point (DaftarProfileFacts *self,
            gint64              id)
{
  for (guint i = 0; self->profile != NULL && i < self->profile->points->len; i++)
    if (DAFTAR_RECORD (g_ptr_array_index (self->profile->points, i))->id == id)
      return g_ptr_array_index (self->profile->points, i);
  return NULL;
}

static void
reach_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  DaftarProfileFacts *self = DAFTAR_PROFILE_FACTS (widget);
  gint64 id;
  int action;
  DaftarContactPoint *point;

  g_variant_get (parameter, "(xi)", &id, &action);
  point = find_point (self, id);
  if (point != NULL)
    daftar_reach_open (widget, self->profile, point, action);
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DaftarContactPoint *point = find_point (DAFTAR_PROFILE_FACTS (widget), g_variant_get_int64 (parameter));

  if (point == NULL)
    return;
  /* The bare value: isolates are for showing. */
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), point->value);
  daftar_window_toast (daftar_window_of (widget), _("Copied"), NULL, NULL, NULL, NULL);
}

static void
prefer_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DaftarProfileFacts *self = DAFTAR_PROFILE_FACTS (widget);
  DaftarContactPoint *point = find_point (self, g_variant_get_int64 (parameter));
  DaftarContactPoint *copy;

  if (point == NULL)
    return;
  copy = daftar_record_copy (point);
  copy->preferred = TRUE;
  daftar_ui_write (widget, self->ui, "customer.edit", _("Saved"), daftar_part_edit_write,
                   daftar_part_edit_new (copy, FALSE), (GDestroyNotify) daftar_part_edit_free, g_object_unref, NULL, NULL);
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  daftar_profile_facts_edit (DAFTAR_PROFILE_FACTS (widget), g_variant_get_string (parameter, NULL));
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  GtkWidget *row = find_row (DAFTAR_PROFILE_FACTS (widget), g_variant_get_string (parameter, NULL));

  if (row != NULL)
    daftar_fact_row_remove (DAFTAR_FACT_ROW (row));
}

/* --- The object. ----------------------------------------------------------------------------------- */

static void
daftar_profile_facts_dispose (GObject *object)
{
  DaftarProfileFacts *self = DAFTAR_PROFILE_FACTS (object);

  self->profile = NULL;
  self->editing = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->ui);
  G_OBJECT_CLASS (daftar_profile_facts_parent_class)->dispose (object);
}

static void
daftar_profile_facts_class_init (DaftarProfileFactsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daftar_profile_facts_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "facts.reach", "(xi)", reach_action);
  gtk_widget_class_install_action (widget_class, "facts.copy", "x", copy_action);
  gtk_widget_class_install_action (widget_class, "facts.prefer", "x", prefer_action);
  gtk_widget_class_install_action (widget_class, "facts.edit", "s", edit_action);
  gtk_widget_class_install_action (widget_class, "facts.remove", "s", remove_action);
}

static void
daftar_profile_facts_init (DaftarProfileFacts *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * daftar_profile_facts_new:
 * @ui: the context
 *
 * Returns: (transfer floating): the facts of nobody yet
 */
GtkWidget *
daftar_profile_facts_new (DaftarUiContext *ui)
{
  DaftarProfileFacts *self = g_object_new (DAFTAR_TYPE_PROFILE_FACTS, NULL);

  self->ui = g_object_ref (ui);
  return GTK_WIDGET (self);
}

DaftarUiContext *
daftar_profile_facts_get_ui (DaftarProfileFacts *self)
{
  return self->ui;
}

/**
 * daftar_profile_facts_get_profile:
 * @self: the facts
 *
 * Returns: (transfer none) (nullable): the newest profile, which may be newer than what is shown while one edits
 */
DaftarProfile *
daftar_profile_facts_get_profile (DaftarProfileFacts *self)
{
  return self->profile;
}

static gboolean
is_same_customer (DaftarProfile *a,
                  gint64         id)
{
  return a != NULL && DAFTAR_RECORD (a->customer)->id == id;
}

/**
 * daftar_profile_facts_set_profile:
 * @self: the facts
 * @profile: (nullable): whose; it must stay until the next call
 *
 * Shows them, or keeps them until what is being edited is finished.
 */
void
daftar_profile_facts_set_profile (DaftarProfileFacts *self,
                                  DaftarProfile      *profile)
{
  gint64 *shown = g_object_get_data (G_OBJECT (self), "shown");

  self->profile = profile;
  if (profile == NULL)
    {
      clear (self);
      return;
    }
  if (self->editing != NULL && shown != NULL && is_same_customer (profile, *shown))
    {
      self->stale = TRUE;
      return;
    }
  self->editing = NULL;
  g_object_set_data_full (G_OBJECT (self), "shown",
                          g_memdup2 (&DAFTAR_RECORD (profile->customer)->id, sizeof (gint64)), g_free);
  fill (self);
}

static GtkWidget *
make_missing_row (DaftarProfileFacts *self,
                  const char         *key)
{
  for (guint i = 0; i < DAFTAR_N_FACT_FIELDS; i++)
    if (g_str_equal (daftar_fact_fields[i].field, key))
      return daftar_fact_field_new (self, i);
  for (guint i = 0; i < self->profile->fields->len; i++)
    {
      DaftarCustomField *field = g_ptr_array_index (self->profile->fields, i);
      g_autofree char *own = g_strdup_printf ("custom-%" G_GINT64_FORMAT, DAFTAR_RECORD (field)->id);

      if (g_str_equal (own, key))
        return daftar_fact_custom_new (self, field);
    }
  return NULL;
}

static GtkWidget *
insert_missing (DaftarProfileFacts *self,
                const char         *key)
{
  GtkWidget *created = find_row (self, "created");
  GtkWidget *row = make_missing_row (self, key);
  GtkWidget *list;

  if (row == NULL || created == NULL)
    return NULL;
  list = gtk_widget_get_parent (created);
  g_signal_connect_object (row, "finished", G_CALLBACK (finished_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_insert (GTK_LIST_BOX (list), row, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (created)));
  /* If nothing is entered the line goes again. */
  self->stale = TRUE;
  return row;
}

/**
 * daftar_profile_facts_edit:
 * @self: the facts
 * @key: which fact: a field of the customer, "custom-" and the id of a field of the shop, "point-new", "occasion-new"
 *
 * Begins to edit a fact, also one that is not there yet.
 *
 * Returns: whether there is such a fact
 */
gboolean
daftar_profile_facts_edit (DaftarProfileFacts *self,
                           const char         *key)
{
  GtkWidget *row;

  if (self->profile == NULL)
    return FALSE;
  if (self->editing != NULL)
    daftar_fact_row_cancel (DAFTAR_FACT_ROW (self->editing));
  row = find_row (self, key);
  if (row == NULL)
    row = insert_missing (self, key);
  if (row == NULL)
    return FALSE;
  begin_edit (self, row);
  return TRUE;
}
