/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-customer-filter-menu.h"

#include "daftar-bidi.h"
#include "daftar-customer-filter-dialog.h"
#include "daftar-customer-list.h"
#include "daftar-form-dialog.h"
#include "daftar-kind.h"
#include "daftar-ui-write.h"

#include <glib/gi18n.h>

#define PAGE "customers"

/* The rule of a filter as JSON is the state of one action: the menu's items carry theirs, and the one that is in
 * force is marked. */
struct _DaftarCustomerFilterMenu
{
  GtkWidget parent_instance;

  DaftarUiContext *ui;
  GPtrArray *saved; /* DaftarSavedFilter */
  GSimpleActionGroup *actions;
  GtkWidget *button;
  GtkWidget *label;
  char *rule;
};

enum
{
  PROP_0,
  PROP_RULE,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (DaftarCustomerFilterMenu, daftar_customer_filter_menu, GTK_TYPE_WIDGET)

/* The filters that come with the program. */
static const struct
{
  const char *label;
  const char *rule;
} builtin[] = {
  { N_("All"), "{}" },
  { NC_ ("filter", "At Risk"), "{\"at_risk\":1}" },
  { N_("No Contact for 90 Days"), "{\"quiet_days\":90}" },
  { N_("Occasion This Month"), "{\"occasion_soon\":1}" },
};

static const char *
builtin_label (guint index)
{
  return index == 1 ? g_dpgettext2 (GETTEXT_PACKAGE, "filter", builtin[index].label) : _(builtin[index].label);
}

static DaftarSavedFilter *
find_saved (DaftarCustomerFilterMenu *self)
{
  for (guint i = 0; i < self->saved->len; i++)
    {
      DaftarSavedFilter *filter = g_ptr_array_index (self->saved, i);

      if (g_strcmp0 (filter->rule, self->rule) == 0)
        return filter;
    }
  return NULL;
}

static gboolean
is_builtin (DaftarCustomerFilterMenu *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (builtin); i++)
    if (g_str_equal (builtin[i].rule, self->rule))
      return TRUE;
  return FALSE;
}

/* --- What the button says. ------------------------------------------------------------------------- */

static char *
describe (DaftarCustomerFilterMenu *self)
{
  DaftarSavedFilter *saved = find_saved (self);
  g_autoptr (DaftarCustomerFilter) filter = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (builtin); i++)
    if (g_str_equal (builtin[i].rule, self->rule))
      return g_strdup (builtin_label (i));
  if (saved != NULL)
    return g_strdup (saved->name);
  filter = daftar_customer_filter_menu_get_filter (self);
  if (filter->tag != NULL)
    return g_strdup (filter->tag);
  if (filter->city != NULL)
    return g_strdup (filter->city);
  return g_strdup (_("Filtered"));
}

static void
set_enabled (DaftarCustomerFilterMenu *self,
             const char               *action,
             gboolean                  enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), action)),
                               enabled);
}

static GMenu *
make_menu (DaftarCustomerFilterMenu *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) given = g_menu_new ();
  g_autoptr (GMenu) kept = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (builtin); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (builtin_label (i), NULL);

      g_menu_item_set_action_and_target (item, "filter.rule", "s", builtin[i].rule);
      g_menu_append_item (given, item);
    }
  for (guint i = 0; i < self->saved->len; i++)
    {
      DaftarSavedFilter *filter = g_ptr_array_index (self->saved, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);

      /* Not a mnemonic: the name is the shop's own. */
      g_auto (GStrv) parts = g_strsplit (filter->name, "_", -1);
      g_autofree char *label = g_strjoinv ("__", parts);

      g_menu_item_set_label (item, label);
      g_menu_item_set_action_and_target (item, "filter.rule", "s", filter->rule);
      g_menu_append_item (kept, item);
    }
  g_menu_append (more, _("_Choose What to Show…"), "filter.edit");
  g_menu_append (more, _("_Keep This Filter…"), "filter.keep");
  g_menu_append (more, _("_Forget This Filter"), "filter.forget");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (given));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (kept));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  return menu;
}

static void
update (DaftarCustomerFilterMenu *self)
{
  g_autoptr (GMenu) menu = make_menu (self);
  g_autofree char *label = describe (self);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", _("Filter"), label);

  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->button), G_MENU_MODEL (menu));
  gtk_label_set_label (GTK_LABEL (self->label), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  set_enabled (self, "keep", !is_builtin (self) && find_saved (self) == NULL);
  set_enabled (self, "forget", find_saved (self) != NULL);
}

/* --- Choosing. ------------------------------------------------------------------------------------- */

static void
set_rule (DaftarCustomerFilterMenu *self,
          const char               *rule)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DaftarCustomerFilter) filter = daftar_customer_filter_from_json (rule, &error);

  if (filter == NULL)
    {
      daftar_ui_tell_error (GTK_WIDGET (self), error);
      return;
    }
  if (g_strcmp0 (self->rule, rule) == 0)
    return;
  g_free (self->rule);
  self->rule = g_strdup (rule);
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "rule")),
                             g_variant_new_string (rule));
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RULE]);
}

static void
rule_cb (GSimpleAction *action,
         GVariant      *value,
         gpointer       self)
{
  set_rule (self, g_variant_get_string (value, NULL));
}

static void
edited_cb (DaftarCustomerFilter *filter,
           gpointer              self)
{
  daftar_customer_filter_menu_set_filter (self, filter);
}

static void
edit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  DaftarCustomerFilterMenu *self = data;
  g_autoptr (DaftarCustomerFilter) filter = daftar_customer_filter_menu_get_filter (self);

  daftar_customer_filter_dialog_present (GTK_WIDGET (self), self->ui, filter, edited_cb);
}

static void
kept_cb (DaftarFormDialog *dialog)
{
  DaftarCustomerFilterMenu *self = g_object_get_data (G_OBJECT (dialog), "menu");
  GtkWidget *entry = g_object_get_data (G_OBJECT (dialog), "entry");
  DaftarSavedFilter *filter = daftar_saved_filter_new ();

  filter->page = g_strdup (PAGE);
  filter->name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));
  filter->rule = g_strdup (self->rule);
  filter->position = self->saved->len;
  daftar_ui_write (GTK_WIDGET (self), self->ui, "filter.keep", _("Filter kept"), daftar_saved_filter_write, filter,
                   g_object_unref, NULL, NULL, NULL);
  daftar_form_dialog_done (dialog);
}

static void
name_changed_cb (GtkEditable      *entry,
                 DaftarFormDialog *dialog)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  daftar_form_dialog_set_ready (dialog, *name != '\0');
}

static void
keep_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  DaftarCustomerFilterMenu *self = data;
  DaftarFormDialog *dialog = daftar_form_dialog_new (GTK_WIDGET (self), _("Keep This Filter"), _("_Keep"));
  GtkWidget *entry = gtk_entry_new ();

  gtk_widget_set_name (entry, "filter-name");
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("A name for it"));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("A name for it"), -1);
  g_signal_connect (entry, "changed", G_CALLBACK (name_changed_cb), dialog);
  g_object_set_data_full (G_OBJECT (dialog), "menu", g_object_ref (self), g_object_unref);
  g_object_set_data (G_OBJECT (dialog), "entry", entry);
  daftar_form_dialog_set_child (dialog, entry);
  daftar_form_dialog_set_ready (dialog, FALSE);
  g_signal_connect (dialog, "save", G_CALLBACK (kept_cb), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

static void
forget_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  DaftarCustomerFilterMenu *self = data;
  DaftarSavedFilter *saved = find_saved (self);
  gint64 id;

  if (saved == NULL)
    return;
  id = DAFTAR_RECORD (saved)->id;
  daftar_ui_write (GTK_WIDGET (self), self->ui, "filter.forget", _("Filter forgotten"),
                   daftar_saved_filter_delete_write, g_memdup2 (&id, sizeof id), g_free, NULL, NULL, NULL);
  set_rule (self, "{}");
}

/* --- What the shop keeps. -------------------------------------------------------------------------- */

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (DaftarCustomerFilterMenu) self = data;
  g_autoptr (GPtrArray) saved = daftar_store_read_finish (DAFTAR_STORE (source), result, NULL);

  if (saved == NULL || self->button == NULL)
    return;
  g_ptr_array_unref (self->saved);
  self->saved = g_steal_pointer (&saved);
  update (self);
}

static void
load_saved (DaftarCustomerFilterMenu *self)
{
  daftar_store_read_async (daftar_ui_context_get_store (self->ui), daftar_saved_filters_read, g_strdup (PAGE), g_free,
                           (GDestroyNotify) g_ptr_array_unref, NULL, saved_cb, g_object_ref (self));
}

static void
changed_cb (DaftarCustomerFilterMenu *self,
            DaftarChanges            *changes)
{
  if (daftar_changes_touch (changes, DAFTAR_KIND_SAVED_FILTER, 0))
    load_saved (self);
}

/* --- The widget. ----------------------------------------------------------------------------------- */

static void
daftar_customer_filter_menu_get_property (GObject    *object,
                                          guint       property,
                                          GValue     *value,
                                          GParamSpec *pspec)
{
  g_value_set_string (value, DAFTAR_CUSTOMER_FILTER_MENU (object)->rule);
}

static void
daftar_customer_filter_menu_dispose (GObject *object)
{
  DaftarCustomerFilterMenu *self = DAFTAR_CUSTOMER_FILTER_MENU (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->actions);
  g_clear_object (&self->ui);
  G_OBJECT_CLASS (daftar_customer_filter_menu_parent_class)->dispose (object);
}

static void
daftar_customer_filter_menu_finalize (GObject *object)
{
  g_ptr_array_unref (DAFTAR_CUSTOMER_FILTER_MENU (object)->saved);
  g_free (DAFTAR_CUSTOMER_FILTER_MENU (object)->rule);
  G_OBJECT_CLASS (daftar_customer_filter_menu_parent_class)->finalize (object);
}

static void
daftar_customer_filter_menu_class_init (DaftarCustomerFilterMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = daftar_customer_filter_menu_get_property;
  G_OBJECT_CLASS (klass)->dispose = daftar_customer_filter_menu_dispose;
  G_OBJECT_CLASS (klass)->finalize = daftar_customer_filter_menu_finalize;
  props[PROP_RULE] = g_param_spec_string ("rule", NULL, NULL, "{}",
                                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
daftar_customer_filter_menu_init (DaftarCustomerFilterMenu *self)
{
  const GActionEntry entries[] = {
    { .name = "rule", .parameter_type = "s", .state = "'{}'", .change_state = rule_cb },
    { .name = "edit", .activate = edit_cb },
    { .name = "keep", .activate = keep_cb },
    { .name = "forget", .activate = forget_cb },
  };

  self->rule = g_strdup ("{}");
  self->saved = g_ptr_array_new_with_free_func (g_object_unref);
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "filter", G_ACTION_GROUP (self->actions));
  self->button = gtk_menu_button_new ();
  gtk_widget_set_name (self->button, "customers-filter");
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (self->button), FALSE);
  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  /* GTK 4.8 measures an ellipsized label wrongly whose text is shorter than its ellipsis. */
  gtk_label_set_width_chars (GTK_LABEL (self->label), 4);
  gtk_label_set_max_width_chars (GTK_LABEL (self->label), 16);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), self->label);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->button), TRUE);
  gtk_widget_set_tooltip_text (self->button, _("Whom the list shows"));
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

/**
 * daftar_customer_filter_menu_new:
 * @ui: the context
 *
 * Returns: (transfer floating): a menu of filters, with all customers shown
 */
GtkWidget *
daftar_customer_filter_menu_new (DaftarUiContext *ui)
{
  DaftarCustomerFilterMenu *self = g_object_new (DAFTAR_TYPE_CUSTOMER_FILTER_MENU, NULL);

  self->ui = g_object_ref (ui);
  g_signal_connect_object (daftar_ui_context_get_store (ui), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  update (self);
  load_saved (self);
  return GTK_WIDGET (self);
}

/**
 * daftar_customer_filter_menu_get_filter:
 * @self: a menu
 *
 * Returns: (transfer full): the filter that is in force
 */
DaftarCustomerFilter *
daftar_customer_filter_menu_get_filter (DaftarCustomerFilterMenu *self)
{
  return daftar_customer_filter_from_json (self->rule, NULL);
}

void
daftar_customer_filter_menu_set_filter (DaftarCustomerFilterMenu   *self,
                                        const DaftarCustomerFilter *filter)
{
  g_autofree char *rule = daftar_customer_filter_to_json (filter);

  set_rule (self, rule);
}
